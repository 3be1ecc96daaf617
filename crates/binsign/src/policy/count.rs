//! What a request counts for a limit.

use super::condition::fits_one;
use super::decide::blamed;
use super::facts::Facts;
use super::limit::{Count, Limit};
use super::rule::Texts;
use super::shape::{Leg, Reading, Role, legs};
use crate::amount::{Amount, Total};
use crate::catalogue::Action;
use crate::state::{Most, pair};
use crate::{Code, Denied};

impl Limit<'_> {
    /// The most that the limit lets pass, in the units that it counts in.
    pub(crate) fn most(&self) -> Most {
        let max = self.max();
        match self.count() {
            Count::Notional | Count::Amount => Most::Units(Amount::from(max).units(self.places())),
            Count::CancelsPerOrder => {
                Most::PerOrder { digits: max.digits(), tens: max.power_of_scale(), free: self.from() }
            }
            _ => Most::Units(max.digits()),
        }
    }

    /// How much a request counts.
    pub(crate) fn own(&self, facts: Facts<'_>) -> Result<u64, Denied> {
        let route = facts.named.route;
        let mut routes = self.selectors().peekable();
        if routes.peek().is_some() && !routes.any(|selector| selector.fits(&facts.named)) {
            return Ok(0);
        }
        let action = route.action();
        let once = |counts: bool| u64::from(counts && self.has_in_scope(facts));
        let orders = || if action == Action::Order { self.in_scope(facts).count() } else { 0 };
        let cancels = || once(action == Action::Cancel || facts.named.name.ends_with(b"cancelReplace"));
        match self.count() {
            Count::Requests => Ok(once(true)),
            Count::Mutating => Ok(once(route.is_mutating())),
            Count::Orders => Ok(u64::try_from(orders()).unwrap_or(u64::MAX)),
            Count::Cancels => Ok(cancels()),
            Count::CancelsPerOrder => {
                let orders = u32::try_from(orders()).unwrap_or(u32::MAX);
                Ok(pair(orders, u32::try_from(cancels()).unwrap_or(u32::MAX)))
            }
            Count::Notional => self.sum(facts, matches!(action, Action::Order | Action::Amend), |leg| {
                let none = action == Action::Order;
                (leg.notional(), none, leg.notional_role())
            }),
            Count::Amount => {
                let counts = matches!(action, Action::Loan | Action::Funds | Action::Transfer | Action::Withdraw);
                self.sum(facts, counts, |leg| {
                    let amount = leg.decimal(Role::Amount).and(|amount| Some(Amount::from(amount)));
                    (amount, route.moves_funds(), Role::Amount)
                })
            }
        }
    }

    /// The sum over the legs in scope; `read` gives what a leg has, whether it has to have any, and what is to blame.
    fn sum(
        &self,
        facts: Facts<'_>,
        counts: bool,
        read: impl Fn(&Leg<'_>) -> (Reading<Amount>, bool, Role),
    ) -> Result<u64, Denied> {
        let mut total = Total::new(self.places());
        for leg in self.in_scope(facts).take_while(|_| counts) {
            match read(&leg) {
                (Reading::Said(amount), ..) => total.add(amount),
                (Reading::None, false, _) => {}
                (.., role) => {
                    let denied = Denied::new(Code::ArgumentNeeded, self.clause(), self.name());
                    return Err(blamed(denied, &leg, role));
                }
            }
        }
        Ok(total.units())
    }

    /// The legs that the limit is about.
    fn in_scope<'f>(&self, facts: Facts<'f>) -> impl Iterator<Item = Leg<'f>> {
        let (symbols, coins) = (self.symbols(), self.coins());
        legs(facts)
            .filter(move |leg| within(&symbols, || leg.word(Role::Symbol)) && within(&coins, || leg.text(Role::Coin)))
    }

    fn has_in_scope(&self, facts: Facts<'_>) -> bool {
        (self.symbols().is_empty() && self.coins().is_empty()) || self.in_scope(facts).next().is_some()
    }
}

/// Whether a symbol or coin is one of these, or may be.
fn within<'f>(patterns: &Texts<'_>, read: impl FnOnce() -> Reading<super::facts::Text<'f>>) -> bool {
    let reading = if patterns.is_empty() { Reading::None } else { read() };
    match reading {
        Reading::Said(text) => fits_one(patterns, text),
        _ => true,
    }
}
