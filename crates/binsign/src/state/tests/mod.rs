//! Tests of the state, against models that do the same in the plainest way.

mod answers;
mod model;
mod saved;
mod windows;

use super::{Facts, MAX_LIMITS, Most, State};

/// A policy with these limits: how long, and whether of cancels per order.
fn facts(limits: &[(u64, bool)]) -> Facts {
    let mut facts = Facts::new([7; 32], 3, 3);
    for (per_ms, is_pair) in limits {
        facts.add(*per_ms, *is_pair);
    }
    facts
}

/// Counts of the first limits; of the others nothing.
fn counts(first: &[u64]) -> [u64; MAX_LIMITS] {
    let mut counts = [0; MAX_LIMITS];
    counts[..first.len()].copy_from_slice(first);
    counts
}

/// Asks and reserves, as the gate does.
fn reserve(state: &State, now_ms: u64, own: &[u64], most: &[Most]) -> Result<super::Ticket, usize> {
    let counts = counts(own);
    state.has_room(now_ms, &counts, most.iter().copied())?;
    Ok(state.reserve(now_ms, &counts))
}
