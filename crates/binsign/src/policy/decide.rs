//! Rules put to a request: forbids first, then allows, for each leg.

use super::condition::{self, Blame, Outcome, Truth};
use super::cursor::Cursor;
use super::explain::{Step, Watcher};
use super::facts::Facts;
use super::image::Policy;
use super::rule::{Condition, Rule, tag};
use super::selector::{Class, Named, Selector};
use super::shape::{Leg, legs};
use crate::{Code, Denied};

/// How many rules that fit the route are remembered; the others are looked for again for each leg.
const REMEMBERED: usize = 8;

/// The rules whose selectors fit a route.
struct Fitting<'p, 'n> {
    policy: &'n Policy<'p>,
    named: &'n Named<'n>,
    rules: [Cursor<'p>; REMEMBERED],
    count: usize,
    /// There are more than are remembered.
    more: bool,
}

impl<'p, 'n> Fitting<'p, 'n> {
    fn new(policy: &'n Policy<'p>, named: &'n Named<'n>) -> Self {
        let mut fitting = Self { policy, named, rules: [Cursor::default(); REMEMBERED], count: 0, more: false };
        let class = Class::of(named.route);
        let mut rest = policy.rules;
        for _ in 0..policy.head.rules {
            let Some(block) = rest.block() else { break };
            if !fits(block, class, named).unwrap_or(true) {
                continue;
            }
            let Some(slot) = fitting.rules.get_mut(fitting.count) else {
                fitting.more = true;
                break;
            };
            *slot = block;
            fitting.count = fitting.count.wrapping_add(1);
        }
        fitting
    }

    /// Those that fit and forbid, or allow, in their order.
    fn iter(&self, forbid: bool) -> impl Iterator<Item = Rule<'p>> {
        let few = if self.more { 0 } else { self.count };
        let few = self.rules.iter().take(few).filter_map(|block| Rule::of(*block));
        let all = self.more.then(|| self.policy.rules().filter(|rule| rule.fits(self.named)));
        few.chain(all.into_iter().flatten()).filter(move |rule| rule.is_forbid() == forbid)
    }
}

/// Whether one of the selectors of a rule fits, without taking apart more of it than that needs.
#[inline]
fn fits(rule: Cursor<'_>, class: Class, named: &Named<'_>) -> Option<bool> {
    let bytes = rule.rest();
    // Behind the kind: name and clause, each behind its length.
    let clause_at = usize::from(*bytes.get(1)?).wrapping_add(2);
    let count_at = usize::from(*bytes.get(clause_at)?).wrapping_add(clause_at).wrapping_add(1);
    let (count, mut rest) = bytes.get(count_at..)?.split_first()?;
    for _ in 0..*count {
        if Selector::fits_next(&mut rest, class, named)? {
            return Some(true);
        }
    }
    Some(false)
}

impl Rule<'_> {
    /// Whether one of the selectors fits a route.
    fn fits(&self, named: &Named<'_>) -> bool {
        self.selectors().any(|selector| selector.fits(named))
    }
}

/// Puts the rules to a request. What is allowed comes with the rule that wants the approval of a second person, if one
/// that allowed a leg does.
pub(crate) fn decide<'p>(
    policy: &Policy<'p>,
    facts: Facts<'_>,
    watcher: &mut impl Watcher,
) -> Result<Option<Rule<'p>>, Denied> {
    let fitting = Fitting::new(policy, &facts.named);
    for leg in legs(facts) {
        for rule in fitting.iter(true) {
            forbids(&rule, &leg, watcher)?;
        }
    }
    let mut approval = None;
    for leg in legs(facts) {
        let (rule, wants_approval) = allows(fitting.iter(false), &leg, watcher)?;
        approval = approval.or(wants_approval.then_some(rule));
    }
    Ok(approval)
}

/// Whether a rule forbids a leg.
fn forbids(rule: &Rule<'_>, leg: &Leg<'_>, watcher: &mut impl Watcher) -> Result<(), Denied> {
    let mut not_told = None;
    let mut applies = true;
    for condition in rule.conditions() {
        let outcome = condition::outcome(&condition, leg);
        watcher.step(|| Step::Condition { rule: *rule, condition, truth: outcome.truth });
        match outcome.truth {
            Truth::True => {}
            Truth::False | Truth::DoesNotApply => {
                applies = false;
                break;
            }
            Truth::NotTold => not_told = not_told.or(Some((condition, outcome))),
        }
    }
    watcher.step(|| Step::Rule { rule: *rule, holds: applies });
    match not_told {
        _ if !applies => Ok(()),
        None => Err(Denied::new(Code::Forbidden, rule.clause(), rule.name())),
        Some((condition, outcome)) => Err(denial(rule, &condition, &outcome, leg)),
    }
}

/// The rule that allows a leg, and whether it wants the approval of a second person.
fn allows<'p>(
    rules: impl Iterator<Item = Rule<'p>>,
    leg: &Leg<'_>,
    watcher: &mut impl Watcher,
) -> Result<(Rule<'p>, bool), Denied> {
    let mut best: Option<(Rule<'p>, Condition<'p>, Outcome<'p>)> = None;
    for rule in rules {
        let mut wants_approval = false;
        let failing = rule.conditions().find_map(|condition| {
            wants_approval |= condition.number() == tag::APPROVAL;
            let outcome = condition::outcome(&condition, leg);
            watcher.step(|| Step::Condition { rule, condition, truth: outcome.truth });
            matches!(outcome.truth, Truth::False | Truth::NotTold).then_some((condition, outcome))
        });
        watcher.step(|| Step::Rule { rule, holds: failing.is_none() });
        let Some((condition, outcome)) = failing else { return Ok((rule, wants_approval)) };
        if best.as_ref().is_none_or(|(_, best, _)| best.number() < condition.number()) {
            best = Some((rule, condition, outcome));
        }
    }
    Err(match best {
        None => Denied::new(Code::NotAllowed, "F 15 f", "default"),
        Some((rule, condition, outcome)) => denial(&rule, &condition, &outcome, leg),
    })
}

/// The denial by a condition that does not hold.
#[cold]
fn denial(rule: &Rule<'_>, condition: &Condition<'_>, outcome: &Outcome<'_>, leg: &Leg<'_>) -> Denied {
    let number = condition.number();
    // What the compiler writes where a rule gives none.
    let own_clause = if number == tag::STP && !rule.is_forbid() && rule.clause() == DEFAULT_CLAUSE {
        STP_CLAUSE
    } else {
        rule.clause()
    };
    let denied = Denied::new(outcome.code(number), own_clause, rule.name());
    let denied = match outcome.blame {
        Blame::Name(name) => denied.with_param([name]),
        Blame::Role(role) => blamed(denied, leg, role),
    };
    match outcome.bound {
        Some((_, bound)) => denied.with_bound(bound, number == tag::NOTIONAL),
        None => denied,
    }
}

/// A denial with the parameter that has a role in a leg.
#[cold]
pub(crate) fn blamed(denied: Denied, leg: &Leg<'_>, role: super::shape::Role) -> Denied {
    let mut digits = None;
    match leg.name(role) {
        Some(name) => denied.with_param(leg.pieces(name, &mut digits)),
        None => denied,
    }
}

/// The clause of rules that give none.
const DEFAULT_CLAUSE: &str = "D 9";
/// The clause of a lacking self-trade prevention.
const STP_CLAUSE: &str = "F 15 i";
