//! What an answer of the exchange taught, as it crosses.

use std::fmt;

/// Whether the key is in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum KeyState {
    /// In use.
    Active,
    /// Until the owner clears it.
    Suspended {
        /// The code that the exchange gave, 0 where there was only the status, or the owner's own.
        reason: i32,
    },
    /// For good.
    Revoked,
    /// Until the owner clears it.
    Expired,
    /// For good, and over revoked.
    Terminated,
}

impl From<binsign::KeyState> for KeyState {
    fn from(state: binsign::KeyState) -> Self {
        match state {
            binsign::KeyState::Active => Self::Active,
            binsign::KeyState::Suspended(reason) => Self::Suspended { reason },
            binsign::KeyState::Revoked => Self::Revoked,
            binsign::KeyState::Expired => Self::Expired,
            binsign::KeyState::Terminated => Self::Terminated,
        }
    }
}

/// What an answer means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum Meaning {
    /// The exchange took the request.
    Fine,
    /// The exchange wants no request before a moment: 418, 429, -1003.
    Wait,
    /// The clock here is off, or the answer took too long: -1021, and what the futures have for it.
    ClockOff,
    /// The signature is not valid: -1022.
    SignatureInvalid,
    /// The exchange does not take the key, or not for this, or not from here.
    KeyRejected {
        /// The exchange's code, 0 where there was only the status.
        code: i32,
    },
    /// Whether the request took effect is unknown.
    Unknown,
    /// The exchange refused the request, and for no other reason than the request.
    Refused {
        /// The exchange's code, 0 where there was none.
        code: i32,
    },
}

impl From<binsign::Meaning> for Meaning {
    fn from(meaning: binsign::Meaning) -> Self {
        match meaning {
            binsign::Meaning::Fine => Self::Fine,
            binsign::Meaning::Wait { .. } => Self::Wait,
            binsign::Meaning::ClockOff => Self::ClockOff,
            binsign::Meaning::SignatureInvalid => Self::SignatureInvalid,
            binsign::Meaning::KeyRejected { code } => Self::KeyRejected { code },
            binsign::Meaning::Unknown => Self::Unknown,
            binsign::Meaning::Refused { code } => Self::Refused { code },
        }
    }
}

/// What is known after an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Observed {
    /// The state of the key.
    pub key_state: KeyState,
    /// How far the exchange's clock is before this one, in ms.
    pub offset_ms: i64,
    /// Until when nothing is signed, in ms since 1970; nothing where that is past.
    pub wait_until_ms: Option<i64>,
    /// The weight used in this minute, as the answer has it.
    pub used_weight: Option<i64>,
    /// The orders of ten seconds, as the answer has them.
    pub orders_ten_seconds: Option<i64>,
    /// The orders of the minute, as the answer has them.
    pub orders_minute: Option<i64>,
    /// The orders of the day, as the answer has them.
    pub orders_day: Option<i64>,
    /// What the answer means; nothing where none was read.
    pub meaning: Option<Meaning>,
}

impl From<binsign::Observed> for Observed {
    fn from(observed: binsign::Observed) -> Self {
        Self {
            key_state: observed.key_state.into(),
            offset_ms: observed.offset_ms,
            wait_until_ms: observed.wait_until_ms.map(|until| i64::try_from(until).unwrap_or(i64::MAX)),
            used_weight: observed.used_weight.map(i64::from),
            orders_ten_seconds: observed.orders.ten_seconds.map(i64::from),
            orders_minute: observed.orders.minute.map(i64::from),
            orders_day: observed.orders.day.map(i64::from),
            meaning: observed.meaning.map(Into::into),
        }
    }
}

/// The state of a guard as bytes, to be restored after a restart.
#[derive(Clone, PartialEq, Eq, uniffi::Record)]
#[uniffi::export(Display)]
pub struct SavedState {
    /// What is to be kept.
    pub bytes: Vec<u8>,
    /// Rises by one each time; when restoring, the lowest that is acceptable.
    pub sequence: u64,
}

impl fmt::Display for SavedState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SavedState({})", self.sequence)
    }
}

impl fmt::Debug for SavedState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
