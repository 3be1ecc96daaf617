//! A state as bytes: `docs/policy.md`, section 12.

use sha2::{Digest as _, Sha256};

use super::window::SLICES;
use super::{Facts, KeyState, MAX_LIMITS, State};
use crate::catalogue::Family;
use crate::policy::Policy;
use crate::{Code, Error};

/// This form, and its version.
const MAGIC: [u8; 4] = *b"BSS1";
const CHECKSUM: usize = 8;
const BODY: usize = 112 + 8 * Family::ALL.len() + 8 * super::orders::MAX_UNKNOWN + 8 + 8 * SLICES * MAX_LIMITS;

impl State {
    /// How many bytes a saved state has.
    pub const SAVED: usize = BODY + CHECKSUM;

    /// Writes the state, and gives its sequence number, one more at each time.
    ///
    /// Keep the highest number apart from the bytes, where they can be put back: [`restore`](Self::restore) takes it.
    /// What is reserved when it is saved counts as signed when it is restored.
    pub fn save(&self, bytes: &mut [u8; Self::SAVED]) -> u64 {
        let sequence = self.sequence.get().saturating_add(1);
        self.sequence.set(sequence);
        let (body, checksum) = bytes.split_at_mut(BODY);
        self.write(&mut Writer { rest: body });
        checksum.copy_from_slice(&checksum_of(body));
        sequence
    }

    fn write(&self, to: &mut Writer<'_>) {
        let (clock, key) = (&self.clock, self.key_state());
        to.put(&MAGIC);
        to.put(&self.of.version.to_le_bytes());
        to.u64(self.sequence.get());
        to.put(&self.of.id);
        for cell in [&clock.latest, &clock.last_timestamp, &clock.last_approval, &clock.wait_until] {
            to.u64(cell.get());
        }
        to.put(&clock.offset.get().to_le_bytes());
        to.u64(clock.offset_at.get());
        to.put(&clock.round_trip.get().to_le_bytes());
        to.put(&self.reservations.last.get().to_le_bytes());
        to.put(&[key_number(key), self.key.faults.get(), self.orders.too_many.get().into(), 0]);
        to.put(&key.reason().unwrap_or(0).to_le_bytes());
        for (minute, weight) in self.weights.0.iter().map(core::cell::Cell::get) {
            to.put(&minute.to_le_bytes());
            to.put(&weight.to_le_bytes());
        }
        for place in &self.orders.unknown {
            to.u64(place.get());
        }
        to.u64(self.windows.counted_at.get());
        for slice in self.windows.slices.iter().flatten() {
            to.u64(slice.get());
        }
    }

    /// Takes a state up again, for the policy that it was saved with or for one of a higher version. `at_least` is the lowest
    /// sequence number that is acceptable: the highest that was ever seen.
    ///
    /// With another policy nothing is spent yet; all else is kept.
    ///
    /// # Errors
    /// `STATE_MALFORMED` where the bytes are damaged or of another version; `STATE_ROLLED_BACK` where they are older than
    /// `at_least`; `POLICY_ROLLED_BACK` where the policy is of a lower version than one that the state has seen, or
    /// another one of the same version: to go from one to the other and back would grant all limits anew.
    pub fn restore(bytes: &[u8], policy: &Policy<'_>, at_least: u64) -> Result<Self, Error> {
        Self::restore_for(bytes, Facts::of(policy), at_least)
    }

    pub(super) fn restore_for(bytes: &[u8], of: Facts, at_least: u64) -> Result<Self, Error> {
        let (state, saved_for) = Self::read(bytes, of).ok_or(Error::new(Code::StateMalformed))?;
        if state.sequence.get() < at_least {
            return Err(Error::new(Code::StateRolledBack));
        }
        let is_newer = state.of.version > saved_for.version;
        if !(is_newer || saved_for.is_same && state.of.version == saved_for.version) {
            return Err(Error::new(Code::PolicyRolledBack));
        }
        Ok(state)
    }

    /// The state, and what it was saved for.
    fn read(bytes: &[u8], of: Facts) -> Option<(Self, SavedFor)> {
        let (body, checksum) = bytes.split_last_chunk::<CHECKSUM>()?;
        if body.len() != BODY || *checksum != checksum_of(body) {
            return None;
        }
        let mut from = Reader { rest: body };
        let state = Self::of(of);
        if from.take()? != MAGIC {
            return None;
        }
        let version = from.u32()?;
        state.sequence.set(from.u64()?);
        let is_same = from.take()? == state.of.id;
        let clock = &state.clock;
        for cell in [&clock.latest, &clock.last_timestamp, &clock.last_approval, &clock.wait_until] {
            cell.set(from.u64()?);
        }
        clock.offset.set(i64::from_le_bytes(from.take()?));
        clock.offset_at.set(from.u64()?);
        clock.round_trip.set(from.u32()?);
        state.reservations.last.set(from.u32()?);
        let [key, faults, too_many, zero] = from.take()?;
        state.key.state.set(key_state(key, i32::from_le_bytes(from.take()?))?);
        state.key.faults.set(faults);
        state.orders.too_many.set(too_many == 1);
        if too_many > 1 || zero != 0 {
            return None;
        }
        for weight in &state.weights.0 {
            weight.set((from.u32()?, from.u32()?));
        }
        for place in &state.orders.unknown {
            place.set(from.u64()?);
        }
        let counted_at = from.u64()?;
        if is_same {
            state.windows.counted_at.set(counted_at);
            for slice in state.windows.slices.iter().flatten() {
                slice.set(from.u64()?);
            }
        }
        Some((state, SavedFor { version, is_same }))
    }
}

/// The policy that a state was saved with.
struct SavedFor {
    version: u32,
    is_same: bool,
}

/// The number of a key's state in the saved form.
const fn key_number(state: KeyState) -> u8 {
    match state {
        KeyState::Active => 0,
        KeyState::Suspended(_) => 1,
        KeyState::Revoked => 2,
        KeyState::Expired => 3,
        KeyState::Terminated => 4,
    }
}

const fn key_state(number: u8, reason: i32) -> Option<KeyState> {
    match (number, reason) {
        (0, 0) => Some(KeyState::Active),
        (1, reason) => Some(KeyState::Suspended(reason)),
        (2, 0) => Some(KeyState::Revoked),
        (3, 0) => Some(KeyState::Expired),
        (4, 0) => Some(KeyState::Terminated),
        _ => None,
    }
}

/// The first bytes of the SHA-256.
fn checksum_of(body: &[u8]) -> [u8; CHECKSUM] {
    let digest: [u8; 32] = Sha256::digest(body).into();
    digest.first_chunk().copied().unwrap_or_default()
}

/// Writes one thing behind the other; the place is as long as all of them.
struct Writer<'a> {
    rest: &'a mut [u8],
}

impl Writer<'_> {
    fn put(&mut self, bytes: &[u8]) {
        if let Some((place, rest)) = core::mem::take(&mut self.rest).split_at_mut_checked(bytes.len()) {
            place.copy_from_slice(bytes);
            self.rest = rest;
        }
    }

    fn u64(&mut self, number: u64) {
        self.put(&number.to_le_bytes());
    }
}

struct Reader<'a> {
    rest: &'a [u8],
}

impl Reader<'_> {
    fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (taken, rest) = self.rest.split_first_chunk()?;
        self.rest = rest;
        Some(*taken)
    }

    fn u32(&mut self) -> Option<u32> {
        self.take().map(u32::from_le_bytes)
    }

    fn u64(&mut self) -> Option<u64> {
        self.take().map(u64::from_le_bytes)
    }
}
