//! What is remembered between requests: what limits have spent, the key's state, the clock, orders that are unknown.
//!
//! `docs/policy.md` has it in its sections 7, 10 and 12.

mod clock;
mod key_state;
mod observed;
mod orders;
mod reservation;
mod saved;
mod sent;
#[cfg(test)]
mod tests;
mod weights;
mod window;

pub use key_state::KeyState;
pub use observed::Observed;
pub use reservation::Ticket;
pub use sent::Sent;

pub(crate) use sent::order_hash;
pub(crate) use window::{Most, pair, with_cancels_of};

use clock::Clock;
use key_state::Key;
use orders::Orders;
use reservation::Reservations;
use weights::Weights;
use window::Windows;

use crate::policy::{Count, Policy};

/// The most limits of a policy.
pub(crate) const MAX_LIMITS: usize = 8;

/// What the gate remembers between requests, of a size that is fixed: nothing of it lies on a heap.
///
/// All methods take `&self`. It is not for several threads at once; hosts put it behind a lock. The caller saves it, after
/// what was signed and before it is sent, and restores it when the program starts again.
///
/// ```
/// use binsign::policy::Policy;
/// use binsign::{Error, State};
///
/// # fn start(image: &[u8], newest_copy: &[u8], highest_sequence: u64) -> Result<(), Error> {
/// let policy = Policy::new(image)?;
/// let state = State::restore(newest_copy, &policy, highest_sequence)?;
/// // … `Gate::new(&policy).state(&state)`, sign …
/// let mut bytes = [0; State::SAVED];
/// let sequence = state.save(&mut bytes);
/// // Write the bytes where they last, keep the number, then send.
/// # Ok(())
/// # }
/// # assert_eq!(start(&[], &[], 0).unwrap_err().code(), binsign::Code::PolicyMalformed);
/// ```
pub struct State {
    of: Facts,
    sequence: core::cell::Cell<u64>,
    windows: Windows,
    reservations: Reservations,
    clock: Clock,
    key: Key,
    orders: Orders,
    weights: Weights,
}

// What a microcontroller has to spend on it.
#[cfg(target_os = "none")]
const _: () = assert!(size_of::<State>() <= 1024);

impl State {
    /// A state that has seen nothing yet, for the first use of a key.
    ///
    /// Where there was one before, [`restore`](Self::restore) it: a new one grants all limits anew.
    #[must_use]
    pub fn new(policy: &Policy<'_>) -> Self {
        Self::of(Facts::of(policy))
    }

    pub(crate) const fn of(of: Facts) -> Self {
        Self {
            of,
            sequence: core::cell::Cell::new(0),
            windows: Windows::new(),
            reservations: Reservations::new(),
            clock: Clock::new(),
            key: Key::new(),
            orders: Orders::new(),
            weights: Weights::new(),
        }
    }

    /// Whether the state counts for that policy, and not for another of the same version.
    pub(crate) fn is_of(&self, policy: &Policy<'_>) -> bool {
        policy.has_id(&self.of.id)
    }
}

impl core::fmt::Debug for State {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("State").field("key", &self.key_state()).finish_non_exhaustive()
    }
}

/// What a state keeps of the policy that it counts for.
#[derive(Clone, Copy)]
pub(crate) struct Facts {
    id: [u8; 32],
    version: u32,
    signature_faults: u8,
    limits: u8,
    /// Bit by limit: whether it counts orders and cancels side by side.
    pairs: u8,
    /// How long a slice of each limit's window is.
    slice_ms: [u32; MAX_LIMITS],
}

impl Facts {
    fn of(policy: &Policy<'_>) -> Self {
        let mut facts = Self::new(policy.id(), policy.version(), policy.signature_faults());
        for limit in policy.limits() {
            facts.add(limit.per_ms(), limit.count() == Count::CancelsPerOrder);
        }
        facts
    }

    /// A policy without limits yet.
    pub(crate) const fn new(id: [u8; 32], version: u32, signature_faults: u8) -> Self {
        Self { id, version, signature_faults, limits: 0, pairs: 0, slice_ms: [1; MAX_LIMITS] }
    }

    /// Adds a limit over `per_ms`; more than there may be are left out.
    pub(crate) fn add(&mut self, per_ms: u64, is_pair: bool) {
        if let Some(slice_ms) = self.slice_ms.get_mut(usize::from(self.limits)) {
            *slice_ms = u32::try_from(per_ms.div_ceil(window::SLICES_BACK)).unwrap_or(u32::MAX).max(1);
            self.pairs |= u8::from(is_pair).wrapping_shl(self.limits.into());
            self.limits = self.limits.wrapping_add(1);
        }
    }
}
