//! Limits: what a request counts, and whether there is room for it.

use super::caller::as_for;
use super::situation::Situation;
use crate::class::Carried;
use crate::policy::{Count, Facts};
use crate::request::View;
use crate::state::{MAX_LIMITS, with_cancels_of};
use crate::{Code, Denied, State};

impl Situation<'_> {
    /// What a request counts, limit by limit, where all limits have room for it.
    pub(super) fn limits(&self, view: &View<'_>, state: Option<&State>, now: u64) -> Result<[u64; MAX_LIMITS], Denied> {
        let mut counts = [0; MAX_LIMITS];
        if self.policy.limit_count() == 0 {
            return Ok(counts);
        }
        let state = state.ok_or_else(state_needed)?;
        let carried = self.class_of(view);
        for (limit, place) in self.policy.limits().zip(&mut counts) {
            let own = limit.own(view.facts())?;
            *place = self.most_of_class(view, carried.as_ref(), own, |facts, most| {
                let other = limit.own(facts)?;
                Ok(if limit.count() == Count::CancelsPerOrder { with_cancels_of(most, other) } else { most.max(other) })
            })?;
        }
        let most = self.policy.limits().map(|limit| limit.most());
        match state.has_room(now, &counts, most) {
            Ok(()) => Ok(counts),
            Err(index) => Err(self.spent(index)),
        }
    }

    /// The most that a request or a route that its signature opens counts.
    fn most_of_class(
        &self,
        view: &View<'_>,
        carried: Option<&Carried>,
        own: u64,
        more: impl Fn(Facts<'_>, u64) -> Result<u64, Denied>,
    ) -> Result<u64, Denied> {
        let Some(carried) = carried else { return Ok(own) };
        self.members(view, carried).try_fold(own, |most, target| more(as_for(view, target), most))
    }

    #[cold]
    fn spent(&self, index: usize) -> Denied {
        match self.policy.limits().nth(index) {
            Some(limit) => Denied::new(Code::LimitSpent, limit.clause(), limit.name()),
            None => Denied::new(Code::LimitSpent, "D 9", ""),
        }
    }
}

/// The denial for want of a state.
#[cold]
pub(super) fn state_needed() -> Denied {
    Denied::new(Code::StateNeeded, "D 9", "state")
}
