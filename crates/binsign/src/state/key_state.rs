//! What became of the key: active, suspended, expired, or out of use for good.

use core::cell::Cell;

use super::State;

/// Whether the key is in use.
///
/// ```
/// use binsign::KeyState;
///
/// assert_eq!(KeyState::Suspended(-2015).as_str(), "suspended");
/// assert_eq!(KeyState::Suspended(-2015).reason(), Some(-2015));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyState {
    /// In use.
    Active,
    /// Until the owner clears it; with the code that the exchange gave, 0 where there was only the status.
    Suspended(i32),
    /// For good.
    Revoked,
    /// Until the owner clears it.
    Expired,
    /// For good, and over revoked.
    Terminated,
}

impl KeyState {
    /// The word for it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Suspended(_) => "suspended",
            Self::Revoked => "revoked",
            Self::Expired => "expired",
            Self::Terminated => "terminated",
        }
    }

    /// Why it is suspended.
    #[must_use]
    pub const fn reason(self) -> Option<i32> {
        match self {
            Self::Suspended(reason) => Some(reason),
            _ => None,
        }
    }
}

pub(super) struct Key {
    pub(super) state: Cell<KeyState>,
    /// Answers in a row that said the signature is not valid.
    pub(super) faults: Cell<u8>,
}

impl Key {
    pub(super) const fn new() -> Self {
        Self { state: Cell::new(KeyState::Active), faults: Cell::new(0) }
    }
}

impl State {
    /// Whether the key is in use.
    #[must_use]
    pub fn key_state(&self) -> KeyState {
        self.key.state.get()
    }

    /// Suspends a key that is in use, or gives another reason; the reason is a code of the exchange or the owner's own.
    pub fn suspend(&self, reason: i32) {
        if matches!(self.key_state(), KeyState::Active | KeyState::Suspended(_)) {
            self.key.state.set(KeyState::Suspended(reason));
        }
    }

    /// Takes the key into use again after it was suspended or expired: the owner's decision, never an answer's.
    pub fn clear(&self) {
        if matches!(self.key_state(), KeyState::Suspended(_) | KeyState::Expired) {
            self.key.state.set(KeyState::Active);
            self.key.faults.set(0);
        }
    }

    /// The key has expired.
    pub fn expire(&self) {
        if matches!(self.key_state(), KeyState::Active | KeyState::Suspended(_)) {
            self.key.state.set(KeyState::Expired);
        }
    }

    /// Takes the key out of use for good; the face erases the secret.
    pub fn revoke(&self) {
        if self.key_state() != KeyState::Terminated {
            self.key.state.set(KeyState::Revoked);
        }
    }

    /// Ends the use of the key for good.
    pub fn terminate(&self) {
        self.key.state.set(KeyState::Terminated);
    }

    /// One more answer that the signature is not valid; after so many as the policy says the key is suspended.
    pub(super) fn signature_fault(&self, code: i32) {
        let faults = self.key.faults.get().saturating_add(1);
        self.key.faults.set(faults);
        if faults >= self.of.signature_faults {
            self.suspend(code);
        }
    }
}
