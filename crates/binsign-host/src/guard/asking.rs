//! With what a guard is asked: who asks, at what time, with whose approval.

use binsign::KeyType;

use super::Guard;
use crate::timestamp::now_ms;

/// A guard, and what is true of one request alone; a plain `&Guard` stands for the usual.
///
/// ```
/// use binsign_host::{Call, Guard, Signable, Timestamp};
///
/// let guard = Guard::documented_routes();
/// let call = Call { method: "GET", path: "/api/v3/account", timestamp: Timestamp::Ms(1_499_827_319_559), ..Call::default() };
/// assert!(call.check(guard.asking().at(1_499_827_319_000)).is_ok());
/// ```
#[derive(Clone, Copy)]
pub struct Asking<'g> {
    pub(crate) guard: &'g Guard,
    clock: Clock,
    pub(super) key_type: Option<KeyType>,
    pub(super) approval: Option<&'g [u8]>,
}

#[derive(Clone, Copy)]
enum Clock {
    Host,
    At(u64),
    None,
}

impl<'g> Asking<'g> {
    /// What the clock says, in ms since 1970, in place of the host's.
    #[must_use]
    pub const fn at(self, now_ms: u64) -> Self {
        Self { clock: Clock::At(now_ms), ..self }
    }

    /// There is no clock.
    #[must_use]
    pub const fn without_clock(self) -> Self {
        Self { clock: Clock::None, ..self }
    }

    /// The type of the key, where no key comes with the question and the guard was told none.
    #[must_use]
    pub const fn key_type(self, key_type: KeyType) -> Self {
        Self { key_type: Some(key_type), ..self }
    }

    /// The approval of a second person.
    #[must_use]
    pub const fn approval(self, approval: &'g [u8]) -> Self {
        Self { approval: Some(approval), ..self }
    }

    /// What the clock says.
    pub(super) fn now(&self) -> Option<u64> {
        match self.clock {
            Clock::Host => Some(now_ms()),
            Clock::At(now) => Some(now),
            Clock::None => None,
        }
    }
}

impl<'g> From<&'g Guard> for Asking<'g> {
    fn from(guard: &'g Guard) -> Self {
        Self { guard, clock: Clock::Host, key_type: None, approval: None }
    }
}
