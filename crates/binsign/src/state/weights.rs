//! The weight that the exchange says was used, by family, with the minute that it said it in.

use core::cell::Cell;

use super::State;
use crate::catalogue::Family;

const MINUTE_MS: u64 = 60_000;

/// Minute since 1970 and weight, in the order of [`Family::ALL`].
pub(super) struct Weights(pub(super) [Cell<(u32, u32)>; Family::ALL.len()]);

impl Weights {
    pub(super) const fn new() -> Self {
        Self([const { Cell::new((0, 0)) }; Family::ALL.len()])
    }

    fn of(&self, family: Family) -> Option<&Cell<(u32, u32)>> {
        Family::ALL.iter().zip(&self.0).find(|(one, _)| **one == family).map(|(_, cell)| cell)
    }
}

fn minute(now_ms: u64) -> u32 {
    u32::try_from(now_ms / MINUTE_MS).unwrap_or(u32::MAX)
}

impl State {
    /// The weight used in the minute of `now_ms`, as the last answer of the family had it.
    #[must_use]
    pub fn used_weight(&self, family: Family, now_ms: u64) -> Option<u32> {
        let (at, weight) = self.weights.of(family)?.get();
        (at == minute(now_ms)).then_some(weight)
    }

    pub(super) fn note_weight(&self, family: Family, weight: u32, now_ms: u64) {
        if let Some(cell) = self.weights.of(family) {
            cell.set((minute(now_ms), weight));
        }
    }
}
