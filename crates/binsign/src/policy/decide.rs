//! Rules put to a request, leg by leg.

use super::condition::{self, Blame, Truth};
use super::cursor::Cursor;
use super::explain::{Step, Watcher};
use super::facts::Facts;
use super::image::Policy;
use super::rule::{Condition, Rule, tag};
use super::selector::{Class, Named, Selector};
use super::shape::{Leg, legs};
use crate::{Code, Denied};

/// Puts the rules to a request. What is allowed comes with the rule that wants the approval of a second person, if one
/// that allowed a leg does.
pub(crate) fn decide<'p>(
    policy: &Policy<'p>,
    facts: Facts<'_>,
    watcher: &mut impl Watcher,
) -> Result<Option<Rule<'p>>, Denied> {
    let class = Class::of(facts.named.route);
    let mut verdict = Verdict { approval: None, refused: None };
    for leg in legs(facts) {
        put(policy, class, &leg, &mut verdict, watcher)?;
    }
    // A rule that forbids any of the legs comes before what is not allowed.
    match verdict.refused {
        Some(denied) => Err(denied),
        None => Ok(verdict.approval),
    }
}

/// What is known of a request after some of its legs, none of which is forbidden.
struct Verdict<'p> {
    /// The first rule that allowed a leg and wants an approval.
    approval: Option<Rule<'p>>,
    /// Why the first leg that is not allowed is not.
    refused: Option<Denied>,
}

/// Puts the rules to a leg; the error is a rule that forbids it.
fn put<'p>(
    policy: &Policy<'p>,
    class: Class,
    leg: &Leg<'_>,
    verdict: &mut Verdict<'p>,
    watcher: &mut impl Watcher,
) -> Result<(), Denied> {
    let mut allowed = false;
    // The rule that came furthest before it failed, and the condition that it failed at.
    let mut best: Option<(Cursor<'p>, u8)> = None;
    let mut rest = policy.rules;
    for _ in 0..policy.head.rules {
        let Some(rule) = rest.block() else { break };
        let Some((forbid, conditions)) = conditions_if_fitting(rule, class, &leg.facts.named) else { continue };
        if forbid {
            forbids(rule, conditions, leg, watcher)?;
            continue;
        }
        if allowed {
            continue;
        }
        match failing(rule, conditions, leg, watcher) {
            Ok(wants_approval) => {
                allowed = true;
                if wants_approval && verdict.approval.is_none() {
                    verdict.approval = Rule::of(rule);
                }
            }
            Err(number) if best.is_none_or(|(_, best)| best < number) => best = Some((rule, number)),
            Err(_) => {}
        }
    }
    if !allowed && verdict.refused.is_none() {
        verdict.refused = Some(not_allowed(best, leg));
    }
    Ok(())
}

/// Where one of the selectors of a rule fits, whether it forbids, and its conditions; of other rules no more is looked at
/// than that needs.
#[inline]
fn conditions_if_fitting<'p>(rule: Cursor<'p>, class: Class, named: &Named<'_>) -> Option<(bool, Cursor<'p>)> {
    let bytes = rule.rest();
    let kind = *bytes.first()?;
    // Behind it name and clause, each behind its length.
    let clause_at = usize::from(*bytes.get(1)?).wrapping_add(2);
    let count_at = usize::from(*bytes.get(clause_at)?).wrapping_add(clause_at).wrapping_add(1);
    let (count, mut rest) = bytes.get(count_at..)?.split_first()?;
    let mut fits = false;
    for _ in 0..*count {
        fits |= Selector::fits_next(&mut rest, class, named)?;
    }
    fits.then_some((kind != 0, Cursor::new(rest)))
}

/// Whether a rule forbids a leg.
#[inline]
fn forbids(rule: Cursor<'_>, conditions: Cursor<'_>, leg: &Leg<'_>, watcher: &mut impl Watcher) -> Result<(), Denied> {
    let mut not_told = None;
    let mut rest = conditions;
    for _ in 0..rest.u8().unwrap_or(0) {
        let (number, truth) = next(&mut rest, rule, leg, watcher);
        match truth {
            Truth::True => {}
            Truth::False | Truth::DoesNotApply => {
                watcher.step(|| Step::Rule { rule: Rule::known(rule), holds: false });
                return Ok(());
            }
            Truth::NotTold => not_told = not_told.or(Some(number)),
        }
    }
    watcher.step(|| Step::Rule { rule: Rule::known(rule), holds: true });
    Err(forbidden(rule, not_told, leg))
}

/// The number of the next condition of a rule, and whether it holds.
#[inline]
fn next(rest: &mut Cursor<'_>, rule: Cursor<'_>, leg: &Leg<'_>, watcher: &mut impl Watcher) -> (u8, Truth) {
    let (Some(number), Some(behind)) = (rest.u8(), rest.block()) else { return (0, Truth::NotTold) };
    let truth = condition::truth_of(number, behind, leg);
    watcher.step(|| {
        let rule = Rule::known(rule);
        match Condition::of(number, behind) {
            Some(condition) => Step::Condition { rule, condition, truth },
            None => Step::Rule { rule, holds: false },
        }
    });
    (number, truth)
}

#[cold]
fn forbidden(rule: Cursor<'_>, not_told: Option<u8>, leg: &Leg<'_>) -> Denied {
    let rule = Rule::known(rule);
    match not_told {
        None => Denied::new(Code::Forbidden, rule.clause(), rule.name()),
        Some(number) => denial(&rule, number, leg),
    }
}

/// Whether a rule that allows a leg wants an approval; the error is the condition at which it fails.
#[inline]
fn failing(rule: Cursor<'_>, conditions: Cursor<'_>, leg: &Leg<'_>, watcher: &mut impl Watcher) -> Result<bool, u8> {
    let mut wants_approval = false;
    let mut rest = conditions;
    for _ in 0..rest.u8().unwrap_or(0) {
        let (number, truth) = next(&mut rest, rule, leg, watcher);
        if matches!(truth, Truth::False | Truth::NotTold) {
            watcher.step(|| Step::Rule { rule: Rule::known(rule), holds: false });
            return Err(number);
        }
        wants_approval |= number == tag::APPROVAL;
    }
    watcher.step(|| Step::Rule { rule: Rule::known(rule), holds: true });
    Ok(wants_approval)
}

#[cold]
fn not_allowed(best: Option<(Cursor<'_>, u8)>, leg: &Leg<'_>) -> Denied {
    match best {
        None => Denied::new(Code::NotAllowed, "F 15 f", "default"),
        Some((rule, number)) => denial(&Rule::known(rule), number, leg),
    }
}

/// The denial by the condition of that number, which does not hold.
fn denial(rule: &Rule<'_>, number: u8, leg: &Leg<'_>) -> Denied {
    let Some(condition) = rule.conditions().find(|condition| condition.number() == number) else {
        return Denied::new(Code::ArgumentNeeded, rule.clause(), rule.name());
    };
    let outcome = condition::outcome(&condition, leg);
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
