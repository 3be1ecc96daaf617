//! The one door of hosts: what a policy, its state and what is known of the key say about each call.

mod asking;
mod policed;

use std::fmt;
use std::sync::Arc;

use binsign::{Answer, Error, KeyInfo, KeyState, KeyType, Observed, Sent, State};

use crate::owned_policy::OwnedPolicy;
use crate::timestamp::now_ms;

pub use asking::Asking;
pub(crate) use policed::{Policed, Reserved};

/// Decides on calls: by a policy with its state, or, where there is none, by the catalogue of documented routes alone.
///
/// Threads may share it; a clone is the same guard. Without a policy it has no lock and costs nothing.
///
/// ```
/// use binsign_host::{Call, Guard, Signable};
///
/// let guard = Guard::documented_routes();
/// let call = Call { method: "POST", path: "/api/v3/userDataStream", ..Call::default() };
/// assert_eq!(call.check(&guard).unwrap_err().code().name(), "ROUTE_RETIRED");
/// ```
#[derive(Clone)]
pub struct Guard {
    policed: Option<Arc<Policed>>,
}

impl Guard {
    /// A guard that allows every documented route.
    #[must_use]
    pub const fn documented_routes() -> Self {
        Self { policed: None }
    }

    /// A guard by a policy, with a state that begins empty.
    #[must_use]
    pub fn new(policy: &OwnedPolicy) -> Self {
        Self::with_state(policy, State::new(policy.policy()))
    }

    /// A guard by a policy, with a state that was saved; `at_least` is the lowest sequence number that is acceptable.
    ///
    /// # Errors
    /// Those of [`State::restore`].
    pub fn restore(policy: &OwnedPolicy, saved: &[u8], at_least: u64) -> Result<Self, Error> {
        Ok(Self::with_state(policy, State::restore(saved, policy.policy(), at_least)?))
    }

    fn with_state(policy: &OwnedPolicy, state: State) -> Self {
        Self { policed: Some(Arc::new(Policed::new(policy.clone(), state))) }
    }

    /// Which application asks.
    pub fn set_app(&self, app: &str) {
        if let Some(policed) = &self.policed {
            policed.lock().app = Some(app.to_owned());
        }
    }

    /// The type of the key, for questions with which no key comes.
    pub fn set_key_type(&self, key_type: KeyType) {
        if let Some(policed) = &self.policed {
            policed.lock().key_type = Some(key_type);
        }
    }

    /// What the exchange says of the key: the answer of `GET /sapi/v1/account/apiRestrictions`.
    pub fn set_key_info(&self, info: KeyInfo) {
        if let Some(policed) = &self.policed {
            policed.lock().key_info = Some(info);
        }
    }

    /// What the exchange said of the key last, where it was told.
    #[must_use]
    pub fn key_info(&self) -> Option<KeyInfo> {
        self.policed.as_ref().and_then(|policed| policed.lock().key_info)
    }

    /// The policy; none where every documented route is allowed.
    #[must_use]
    pub fn policy(&self) -> Option<&OwnedPolicy> {
        self.policed.as_ref().map(|policed| policed.policy())
    }

    /// The guard, for a question with more to say than the call.
    #[must_use]
    pub fn asking(&self) -> Asking<'_> {
        self.into()
    }

    pub(crate) fn policed(&self) -> Option<&Arc<Policed>> {
        self.policed.as_ref()
    }

    /// Learns from an answer of the exchange, as [`State::observe`] does: the status of HTTP (0 for a message of the
    /// WebSocket API), the headers, the body; `now_ms` is when it came, now where nothing is said.
    ///
    /// Nothing where there is no policy. `sent` is what the signed request carries ([`SignedRequest::sent`]).
    ///
    /// [`SignedRequest::sent`]: crate::SignedRequest::sent
    pub fn observe<'a>(
        &self,
        sent: &Sent,
        status: u16,
        headers: impl IntoIterator<Item = (&'a str, &'a str)>,
        body: &[u8],
        now: Option<u64>,
    ) -> Option<Observed> {
        let policed = self.policed.as_ref()?;
        let now = now.unwrap_or_else(now_ms);
        let answer = Answer::read(status, headers, body, now);
        Some(policed.lock().state.observe(sent, &answer, now))
    }

    /// Learns how far the exchange's clock is off: when its time was asked for, when the answer came, what it said, in ms.
    pub fn observe_time(&self, sent: u64, received: u64, server: u64) {
        self.with_state_do(|state| state.observe_time(sent, received, server));
    }

    /// What is known without an answer, at `now` where there is a clock; nothing where there is no policy.
    #[must_use]
    pub fn observed(&self, now: Option<u64>) -> Option<Observed> {
        self.with_state_do(|state| state.observed(now))
    }

    /// The state as bytes, and its sequence number, which has to be kept apart from it so that nobody can put an older
    /// one in its place.
    #[must_use]
    pub fn save(&self) -> Option<(Vec<u8>, u64)> {
        let mut saved = Box::new([0; State::SAVED]);
        let sequence = self.with_state_do(|state| state.save(&mut saved))?;
        Some((saved.to_vec(), sequence))
    }

    /// The state of the key; active where there is no policy.
    #[must_use]
    pub fn key_state(&self) -> KeyState {
        self.with_state_do(State::key_state).unwrap_or(KeyState::Active)
    }

    /// Nothing is signed until [`clear`](Self::clear).
    pub fn suspend(&self, reason: i32) {
        self.with_state_do(|state| state.suspend(reason));
    }

    /// The owner has looked at why the key was suspended, and lifts it.
    pub fn clear(&self) {
        self.with_state_do(State::clear);
    }

    /// Nothing is ever signed again; whoever holds the key erases it.
    pub fn revoke(&self) {
        self.with_state_do(State::revoke);
    }

    /// The agreement has ended: nothing is ever signed again.
    pub fn terminate(&self) {
        self.with_state_do(State::terminate);
    }

    fn with_state_do<T>(&self, act: impl FnOnce(&State) -> T) -> Option<T> {
        self.policed.as_ref().map(|policed| act(&policed.lock().state))
    }
}

impl fmt::Debug for Guard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.policy() {
            None => f.write_str("Guard"),
            Some(policy) => write!(f, "Guard({policy:?})"),
        }
    }
}
