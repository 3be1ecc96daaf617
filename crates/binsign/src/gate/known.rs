//! What the state knows: of the key, of the exchange's patience, of orders that are unknown.

use super::limits::state_needed;
use super::situation::Situation;
use crate::catalogue::Action;
use crate::policy::{client_order_ids, order_unknown};
use crate::request::View;
use crate::{Code, Denied, KeyState, State};

impl Situation<'_> {
    /// Whether the key is in use and the exchange takes requests.
    pub(super) fn known(&self, view: &View<'_>, state: &State) -> Result<(), Denied> {
        let key = |code, clause| Err(Denied::new(code, clause, "key-state"));
        match state.key_state() {
            KeyState::Active => {}
            KeyState::Suspended(_) => return key(Code::KeySuspended, "D 10"),
            KeyState::Revoked => return key(Code::KeyRevoked, "H 17"),
            KeyState::Expired => return key(Code::KeyExpired, "E 11 c"),
            KeyState::Terminated => return key(Code::KeyTerminated, "I 18"),
        }
        if !state.is_of(&self.policy) {
            return Err(state_needed());
        }
        if state.wait_until_ms().is_some_and(|until| self.now.is_none_or(|now| now < until)) {
            return Err(Denied::new(Code::ExchangeWait, "F 13", "exchange"));
        }
        if let (Some(cap), Some(now)) = (self.policy.weight_cap(), self.now)
            && state.used_weight(view.named.route.family(), now).is_some_and(|used| used >= cap)
        {
            return Err(Denied::new(Code::WeightSpent, "F 13", "weight_cap"));
        }
        Ok(())
    }
}

/// Whether what became of every order in a request is known.
pub(super) fn orders(view: &View<'_>, state: &State) -> Result<(), Denied> {
    if view.named.route.action() != Action::Order || !state.has_unknown_orders() {
        return Ok(());
    }
    for (leg, hash) in client_order_ids(view.facts()) {
        if state.is_order_unknown(hash) {
            return Err(order_unknown(&leg));
        }
    }
    Ok(())
}
