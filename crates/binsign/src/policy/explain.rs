//! The reasoning of a decision, step by step, for whoever wants to see it; who does not pays nothing.

use super::condition::Truth;
use super::rule::{Condition, Rule};
use crate::Denied;

/// A step of a decision, as `Gate::explain` gives them.
///
/// ```
/// # fn print(step: binsign::policy::Step<'_>) {
/// use binsign::policy::Step;
///
/// match step {
///     Step::Passed(what) => println!("{what}: passed"),
///     Step::Rule { rule, holds } => println!("{}: {}", rule.name(), if holds { "holds" } else { "does not hold" }),
///     _ => {}
/// }
/// # }
/// ```
#[derive(Clone, Copy)]
#[non_exhaustive]
pub enum Step<'s> {
    /// What was looked at is in order.
    Passed(&'static str),
    /// What a condition of a rule came to, for one order or one movement of funds.
    Condition {
        /// The rule.
        rule: Rule<'s>,
        /// The condition.
        condition: Condition<'s>,
        /// What it came to.
        truth: Truth,
    },
    /// What a rule came to: whether it forbids, or allows, one order or one movement of funds.
    Rule {
        /// The rule.
        rule: Rule<'s>,
        /// Whether it does.
        holds: bool,
    },
    /// The signature would open another route as well, which is put to the rules next.
    Opens(crate::class::Target),
    /// The end: allowed.
    Allowed,
    /// The end: denied.
    Denied(&'s Denied),
}

/// Who looks on while a decision is taken.
pub(crate) trait Watcher {
    /// Takes a step, which is made only for who wants it.
    fn step<'s>(&mut self, step: impl FnOnce() -> Step<'s>);
}

/// Nobody.
impl Watcher for () {
    #[inline]
    fn step<'s>(&mut self, _: impl FnOnce() -> Step<'s>) {}
}

/// Somebody who is given each step.
pub(crate) struct Onlooker<'w, 'f>(pub(crate) &'w mut (dyn FnMut(Step<'_>) + 'f));

impl Watcher for Onlooker<'_, '_> {
    fn step<'s>(&mut self, step: impl FnOnce() -> Step<'s>) {
        (self.0)(step());
    }
}
