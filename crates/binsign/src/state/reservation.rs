//! Reservations: what a request counts is taken when it is allowed, and given back where it is dropped unsigned.

use core::cell::Cell;

use super::window::Most;
use super::{MAX_LIMITS, State};

/// How many requests can be under way and still give back.
#[cfg(target_os = "none")]
pub(super) const UNDER_WAY: usize = 2;
#[cfg(not(target_os = "none"))]
pub(super) const UNDER_WAY: usize = 32;

/// What stands for a reservation until it is settled; it can be settled once.
///
/// ```
/// assert_eq!(size_of::<binsign::Ticket>(), 4);
/// ```
#[derive(Debug, PartialEq, Eq)]
#[must_use = "a reservation that is not settled counts as signed"]
pub struct Ticket(u32);

impl Ticket {
    /// The ticket of a request that counts nothing.
    const NOTHING: Self = Self(0);
}

/// The reservations that can still be given back, by their serial numbers.
pub(super) struct Reservations {
    /// The number given out last; 0 is none.
    pub(super) last: Cell<u32>,
    /// 0 where the place is free.
    serials: [Cell<u32>; UNDER_WAY],
    reserved: [Reserved; UNDER_WAY],
}

struct Reserved {
    at_ms: Cell<u64>,
    counts: Cell<[u64; MAX_LIMITS]>,
}

impl Reservations {
    pub(super) const fn new() -> Self {
        Self {
            last: Cell::new(0),
            serials: [const { Cell::new(0) }; UNDER_WAY],
            reserved: [const { Reserved { at_ms: Cell::new(0), counts: Cell::new([0; MAX_LIMITS]) } }; UNDER_WAY],
        }
    }

    /// Notes one, in a free place or in that of the oldest, which from then on counts as signed.
    fn note(&self, at_ms: u64, counts: &[u64; MAX_LIMITS]) -> Ticket {
        let last = self.last.get();
        let places = || self.serials.iter().zip(&self.reserved);
        let free = places().find(|(serial, _)| serial.get() == 0);
        let oldest = || places().max_by_key(|(serial, _)| last.wrapping_sub(serial.get()));
        let Some((serial, reserved)) = free.or_else(oldest) else { return Ticket::NOTHING };
        let next = last.checked_add(1).unwrap_or(1);
        self.last.set(next);
        serial.set(next);
        reserved.at_ms.set(at_ms);
        reserved.counts.set(*counts);
        Ticket(next)
    }

    /// Takes one out of the table.
    fn take(&self, ticket: &Ticket) -> Option<&Reserved> {
        let is_it = |serial: &Cell<u32>| ticket.0 != 0 && serial.get() == ticket.0;
        let (serial, reserved) = self.serials.iter().zip(&self.reserved).find(|(serial, _)| is_it(serial))?;
        serial.set(0);
        Some(reserved)
    }
}

impl State {
    /// Whether all limits take what a request counts at `now_ms`; nothing changes.
    ///
    /// `most` has the limits of the policy by their number. The error is the first limit that is spent.
    pub(crate) fn has_room(
        &self,
        now_ms: u64,
        counts: &[u64; MAX_LIMITS],
        most: impl IntoIterator<Item = Most>,
    ) -> Result<(), usize> {
        let now = self.counting_time(now_ms);
        let limits = most.into_iter().zip(counts).zip(&self.of.slice_ms).take(self.of.limits.into());
        for (index, ((most, own), slice_ms)) in limits.enumerate() {
            if !self.windows.takes(index, most, *slice_ms, now, *own) {
                return Err(index);
            }
        }
        Ok(())
    }

    /// Reserves what a request counts, for which [`has_room`](Self::has_room) has said that there is room.
    pub(crate) fn reserve(&self, now_ms: u64, counts: &[u64; MAX_LIMITS]) -> Ticket {
        if counts.iter().all(|own| *own == 0) {
            return Ticket::NOTHING;
        }
        let now = self.counting_time(now_ms);
        self.see(now);
        self.windows.add(&self.of, now, counts);
        self.reservations.note(now, counts)
    }

    /// Settles a reservation: it is spent where the request was signed, and given back where it was not.
    ///
    /// A ticket of another state, or of one that has been restored since, changes nothing: what it stood for counts as
    /// signed.
    pub fn settle(&self, ticket: Ticket, signed: bool) {
        if let Some(reserved) = self.reservations.take(&ticket)
            && !signed
        {
            self.windows.give_back(&self.of, reserved.at_ms.get(), &reserved.counts.get());
        }
    }

    /// The moment that windows go by: a clock that jumps back refills nothing.
    fn counting_time(&self, now_ms: u64) -> u64 {
        now_ms.max(self.latest_ms()).max(self.windows.counted_at.get())
    }
}
