//! The guard of a key: a policy, its state, and what is known of the key.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{SystemTime, UNIX_EPOCH};

use binsign::Sent;
use binsign_host::Asking;

use crate::{Call, Header, KeyInfo, KeyState, Observed, Policy, Refusal, SavedState, SignedRequest};

/// What the clock says when the gate decides.
#[derive(Clone, Copy, Debug, uniffi::Enum)]
pub enum Clock {
    /// What that of this machine says.
    Host,
    /// This time.
    At {
        /// ms since 1970.
        ms: i64,
    },
    /// There is no clock.
    Absent,
}

/// What is true of one call alone.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Display)]
pub struct Circumstances {
    /// What the clock says.
    pub clock: Clock,
    /// The approval of a second person, where there is one.
    pub approval: Option<Vec<u8>>,
}

impl fmt::Display for Circumstances {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Circumstances")
    }
}

impl fmt::Debug for Circumstances {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Decides on calls: by a policy with its state, or by the catalogue of documented routes alone. Threads may share it.
#[derive(uniffi::Object)]
#[uniffi::export(Debug, Display)]
pub struct Guard {
    inner: binsign_host::Guard,
    told: Mutex<Option<Arc<KeyInfo>>>,
}

impl Guard {
    pub(crate) const fn inner(&self) -> &binsign_host::Guard {
        &self.inner
    }

    /// The guard with what is true of one call.
    pub(crate) fn asking<'g>(&'g self, circumstances: &'g Circumstances) -> Asking<'g> {
        let asking = self.inner.asking();
        let asking = match &circumstances.approval {
            Some(approval) => asking.approval(approval),
            None => asking,
        };
        match circumstances.clock {
            Clock::Host => asking,
            Clock::At { ms } => asking.at(u64::try_from(ms).unwrap_or_default()),
            Clock::Absent => asking.without_clock(),
        }
    }
}

#[uniffi::export]
impl Guard {
    /// A guard by a policy, for an application, with a state that was saved; without a policy it allows every documented
    /// route.
    ///
    /// # Errors
    /// `STATE_MALFORMED`, `STATE_ROLLED_BACK`, `POLICY_ROLLED_BACK`.
    #[uniffi::constructor]
    pub fn new(policy: Option<Arc<Policy>>, app: Option<String>, state: Option<SavedState>) -> Result<Self, Refusal> {
        let inner = match (policy, state) {
            (None, _) => binsign_host::Guard::documented_routes(),
            (Some(policy), None) => binsign_host::Guard::new(policy.owned()),
            (Some(policy), Some(saved)) => binsign_host::Guard::restore(policy.owned(), &saved.bytes, saved.sequence)?,
        };
        if let Some(app) = app {
            inner.set_app(&app);
        }
        Ok(Self { inner, told: Mutex::new(None) })
    }

    /// What the gate would decide on the call; nothing is signed, reserved or used up.
    ///
    /// # Errors
    /// Those of binsign's requests and of its gate.
    pub fn check(&self, call: Call, circumstances: Circumstances) -> Result<(), Refusal> {
        Ok(call.check(self.asking(&circumstances))?)
    }

    /// Why the gate would decide as it would, a line for each step; nothing is signed, reserved or used up.
    ///
    /// # Errors
    /// Those of binsign's requests, where there is nothing to decide on.
    pub fn explain(&self, call: Call, circumstances: Circumstances) -> Result<Vec<String>, Refusal> {
        Ok(call.explain(self.asking(&circumstances))?)
    }

    /// Tells what the exchange says of the key.
    pub fn tell(&self, info: Arc<KeyInfo>) {
        self.inner.set_key_info(*info.info());
        *self.told.lock().unwrap_or_else(PoisonError::into_inner) = Some(info);
    }

    /// What the exchange said of the key last, where it was told.
    #[must_use]
    pub fn told(&self) -> Option<Arc<KeyInfo>> {
        self.told.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Learns from the answer to a request that this guard allowed: the status of HTTP (0 for a message of the WebSocket
    /// API or where no answer came), the headers, the body; `now_ms` is when it came, now where nothing is said.
    ///
    /// Nothing where there is no policy.
    #[must_use]
    pub fn observe(
        &self,
        request: SignedRequest,
        status: u16,
        headers: Vec<Header>,
        body: &[u8],
        now_ms: Option<i64>,
    ) -> Option<Observed> {
        let sent = request.sent.as_deref().and_then(Sent::from_bytes)?;
        let headers = headers.iter().map(|header| (header.name.as_str(), header.value.as_str()));
        self.inner.observe(&sent, status, headers, body, Some(present_ms(now_ms))).map(Into::into)
    }

    /// Learns how far the exchange's clock is off: when its time was asked for, when the answer came, what it said, in
    /// ms since 1970.
    pub fn observe_time(&self, sent_ms: i64, received_ms: i64, server_ms: i64) {
        let since_1970 = |time: i64| u64::try_from(time).unwrap_or_default();
        self.inner.observe_time(since_1970(sent_ms), since_1970(received_ms), since_1970(server_ms));
    }

    /// What is known without an answer.
    #[must_use]
    pub fn observed(&self, clock: Clock) -> Option<Observed> {
        let now = match clock {
            Clock::Host => Some(present_ms(None)),
            Clock::At { ms } => Some(present_ms(Some(ms))),
            Clock::Absent => None,
        };
        self.inner.observed(now).map(Into::into)
    }

    /// The state as bytes; nothing where there is no policy.
    #[must_use]
    pub fn save(&self) -> Option<SavedState> {
        self.inner.save().map(|(bytes, sequence)| SavedState { bytes, sequence })
    }

    /// The state of the key; active where there is no policy.
    #[must_use]
    pub fn key_state(&self) -> KeyState {
        self.inner.key_state().into()
    }

    /// Nothing is signed until [`clear`](Self::clear).
    pub fn suspend(&self, reason: i32) {
        self.inner.suspend(reason);
    }

    /// The owner has looked at why the key was suspended, and lifts it.
    pub fn clear(&self) {
        self.inner.clear();
    }

    /// Nothing is ever signed again.
    pub fn revoke(&self) {
        self.inner.revoke();
    }

    /// The agreement has ended: nothing is ever signed again.
    pub fn terminate(&self) {
        self.inner.terminate();
    }
}

impl fmt::Display for Guard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.inner, f)
    }
}

impl fmt::Debug for Guard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// A time that was given, or the present one; a time before 1970 is 0.
pub(crate) fn present_ms(given: Option<i64>) -> u64 {
    given.map_or_else(
        || {
            let elapsed = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
            u64::try_from(elapsed.as_millis()).unwrap_or(u64::MAX)
        },
        |given| u64::try_from(given).unwrap_or_default(),
    )
}
