//! Time as the state has seen it: the latest moment, the clock's offset, the last timestamp, how long to wait.

use core::cell::Cell;

use super::State;

/// A round trip over that says nothing of the exchange's clock.
const LONGEST_TRIP_MS: u64 = 10_000;
/// For how long a short round trip keeps longer ones out.
const TRIP_HOLDS_MS: u64 = 600_000;

pub(super) struct Clock {
    pub(super) latest: Cell<u64>,
    /// In microseconds and one more; 0 where there is none.
    pub(super) last_timestamp: Cell<u64>,
    pub(super) last_approval: Cell<u64>,
    pub(super) wait_until: Cell<u64>,
    pub(super) offset: Cell<i64>,
    pub(super) offset_at: Cell<u64>,
    pub(super) round_trip: Cell<u32>,
}

impl Clock {
    pub(super) const fn new() -> Self {
        Self {
            latest: Cell::new(0),
            last_timestamp: Cell::new(0),
            last_approval: Cell::new(0),
            wait_until: Cell::new(0),
            offset: Cell::new(0),
            offset_at: Cell::new(0),
            round_trip: Cell::new(u32::MAX),
        }
    }
}

/// Sets a cell to what is more.
pub(super) fn raise(cell: &Cell<u64>, to: u64) {
    cell.set(cell.get().max(to));
}

impl State {
    /// The latest moment that the state was told of, in ms since 1970; it never falls.
    #[must_use]
    pub fn latest_ms(&self) -> u64 {
        self.clock.latest.get()
    }

    pub(crate) fn see(&self, now_ms: u64) {
        raise(&self.clock.latest, now_ms);
    }

    /// The latest timestamp that the gate has allowed, in microseconds since 1970.
    #[must_use]
    pub fn last_timestamp_us(&self) -> Option<u64> {
        self.clock.last_timestamp.get().checked_sub(1)
    }

    pub(crate) fn stamp(&self, timestamp_us: u64) {
        raise(&self.clock.last_timestamp, timestamp_us.saturating_add(1));
    }

    /// The timestamp for a request that is made now, in ms: the exchange's time, and later than the last one.
    #[must_use]
    pub fn next_timestamp_ms(&self, now_ms: u64) -> u64 {
        let rising = self.last_timestamp_us().map_or(0, |last| (last / 1000).saturating_add(1));
        now_ms.saturating_add_signed(self.offset_ms()).max(rising)
    }

    /// The moment of the last approval that was used; 0 where none was.
    #[cfg(any(feature = "ed25519", test))]
    pub(crate) fn last_approval_ms(&self) -> u64 {
        self.clock.last_approval.get()
    }

    pub(crate) fn use_approval(&self, moment_ms: u64) {
        raise(&self.clock.last_approval, moment_ms);
    }

    /// Until when the exchange has asked to wait, in ms since 1970, be it past or not.
    #[must_use]
    pub fn wait_until_ms(&self) -> Option<u64> {
        let until = self.clock.wait_until.get();
        (until > 0).then_some(until)
    }

    /// How far the exchange's clock is before the caller's, in ms; 0 where nothing is known.
    #[must_use]
    pub fn offset_ms(&self) -> i64 {
        self.clock.offset.get()
    }

    /// Learns from a question for the exchange's time: when it was sent and when the answer came by the caller's clock,
    /// and what the answer said, all in ms since 1970.
    ///
    /// It is taken where the round trip is at most ten seconds and not longer than that of the one taken last, or where
    /// that is more than ten minutes ago.
    pub fn observe_time(&self, sent_ms: u64, received_ms: u64, server_ms: u64) {
        self.see(received_ms);
        let clock = &self.clock;
        let Some(trip) = received_ms.checked_sub(sent_ms).filter(|trip| *trip <= LONGEST_TRIP_MS) else { return };
        let is_old = received_ms.saturating_sub(clock.offset_at.get()) > TRIP_HOLDS_MS;
        if trip > clock.round_trip.get().into() && !is_old {
            return;
        }
        let middle = sent_ms.saturating_add(trip / 2);
        let ahead = i64::try_from(server_ms.abs_diff(middle)).unwrap_or(i64::MAX);
        clock.offset.set(if server_ms < middle { ahead.saturating_neg() } else { ahead });
        clock.offset_at.set(received_ms);
        clock.round_trip.set(u32::try_from(trip).unwrap_or(u32::MAX));
    }
}
