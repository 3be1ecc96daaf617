//! What is inside a gate: the policy, what was told of the key, and the state.

use core::cell::Cell;

pub(crate) use binsign::Ticket;
use binsign::{Meaning, Signed, State};

use crate::observed::{binsign_key_state, binsign_meaning, binsign_observed, binsign_sent};
use binsign::policy::Policy;
use binsign::{
    Answer, Authorized, Code, Error, Gate, HmacKey, KeyInfo, KeyState, KeyType, Observed, Refusal, Request, Sent,
};

/// The policy, what was told of the key, and the state. The lifetimes are the header's promise that what is lent to a gate
/// outlives it. Only [`restore`](Self::restore) and what makes it take it exclusively: requests that are not signed yet
/// refer to the state.
pub(crate) struct Keeper {
    policy: Policy<'static>,
    app: Cell<Option<&'static str>>,
    approval: Cell<Option<&'static [u8]>>,
    key_type: Cell<Option<KeyType>>,
    info: Cell<Option<KeyInfo>>,
    state: State,
}

/// How many bytes a saved state has.
pub(crate) const SAVED: usize = State::SAVED;

impl Keeper {
    pub(crate) fn of_image(image: &'static [u8]) -> Result<Self, Error> {
        Policy::new(image).map(Self::of)
    }

    #[cfg(feature = "ed25519")]
    pub(crate) fn of_signed(bytes: &'static [u8], owner: &[u8]) -> Result<Self, Error> {
        Policy::signed(bytes, &binsign::PublicKey::from_pem(owner)?).map(Self::of)
    }

    #[cfg(not(feature = "ed25519"))]
    pub(crate) fn of_signed(_: &'static [u8], _: &[u8]) -> Result<Self, Error> {
        Err(Error::new(binsign::Code::Unsupported))
    }

    pub(crate) fn of_sealed(bytes: &'static [u8], owner: &[u8]) -> Result<Self, Error> {
        Policy::sealed(bytes, &HmacKey::new(owner)?).map(Self::of)
    }

    fn of(policy: Policy<'static>) -> Self {
        Self {
            policy,
            app: Cell::new(None),
            approval: Cell::new(None),
            key_type: Cell::new(None),
            info: Cell::new(None),
            state: State::new(&policy),
        }
    }

    pub(crate) fn app(&self, name: &'static str) {
        self.app.set(Some(name));
    }

    pub(crate) fn approval(&self, bytes: Option<&'static [u8]>) {
        self.approval.set(bytes);
    }

    pub(crate) fn key_type(&self, key_type: KeyType) {
        self.key_type.set(Some(key_type));
    }

    pub(crate) fn key_info(&self, json: &[u8], observed_at_ms: u64) -> Result<(), Error> {
        self.info.set(Some(KeyInfo::from_json(json, observed_at_ms)?));
        Ok(())
    }

    pub(crate) fn restore(&mut self, saved: &[u8], at_least: u64) -> Result<(), Error> {
        self.state = State::restore(saved, &self.policy, at_least)?;
        Ok(())
    }

    pub(crate) fn save(&self, bytes: &mut [u8; SAVED]) -> u64 {
        self.state.save(bytes)
    }

    pub(crate) fn check(&self, request: &Request<'_>, now_ms: u64) -> Result<(), Refusal> {
        self.gate(now_ms).state(&self.state).check(request)
    }

    pub(crate) fn authorize(
        &self,
        request: Request<'static>,
        now_ms: u64,
    ) -> Result<(Authorized<'static>, Option<Ticket>), Refusal> {
        self.gate(now_ms).state(&self.state).authorize(request).map(Authorized::detach)
    }

    /// As it is told the time; 0 stands for none.
    fn gate(&self, now_ms: u64) -> Gate<'static> {
        let mut gate = Gate::new(&self.policy);
        if now_ms > 0 {
            gate = gate.at(now_ms);
        }
        if let Some(name) = self.app.get() {
            gate = gate.app(name);
        }
        if let Some(approval) = self.approval.get() {
            gate = gate.approval(approval);
        }
        if let Some(key_type) = self.key_type.get() {
            gate = gate.key_type(key_type);
        }
        if let Some(info) = self.info.get() {
            gate = gate.key_info(&info);
        }
        gate
    }

    pub(crate) fn settle(&self, ticket: Ticket, signed: bool) {
        self.state.settle(ticket, signed);
    }

    /// What is kept of a signed request.
    // The keeper of a library without policies has nothing to give.
    #[allow(clippy::unnecessary_wraps)]
    pub(crate) fn sent(signed: &Signed<'_, '_>) -> Result<binsign_sent, Error> {
        Ok(binsign_sent::of(&signed.sent()))
    }

    pub(crate) fn observe(&self, sent: &binsign_sent, answer: &Answer, now_ms: u64) -> Result<binsign_observed, Error> {
        Ok(binsign_observed::of(self.state.observe(&sent.read()?, answer, now_ms)))
    }

    pub(crate) fn observe_time(&self, sent_ms: u64, received_ms: u64, server_ms: u64) {
        self.state.observe_time(sent_ms, received_ms, server_ms);
    }

    pub(crate) fn observed(&self, now_ms: u64) -> binsign_observed {
        binsign_observed::of(self.state.observed((now_ms > 0).then_some(now_ms)))
    }

    pub(crate) fn key_state(&self) -> binsign_key_state {
        binsign_key_state::of(self.state.key_state())
    }

    pub(crate) fn suspend(&self, reason: i32) {
        self.state.suspend(reason);
    }

    pub(crate) fn clear(&self) {
        self.state.clear();
    }

    pub(crate) fn revoke(&self) {
        self.state.revoke();
    }

    pub(crate) fn terminate(&self) {
        self.state.terminate();
    }
}

impl binsign_key_state {
    const fn of(state: KeyState) -> Self {
        match state {
            KeyState::Active => Self::ACTIVE,
            KeyState::Suspended(_) => Self::SUSPENDED,
            KeyState::Revoked => Self::REVOKED,
            KeyState::Expired => Self::EXPIRED,
            KeyState::Terminated => Self::TERMINATED,
        }
    }
}

impl binsign_observed {
    fn of(observed: Observed) -> Self {
        let count = |count: Option<u32>| count.map_or(-1, |count| i32::try_from(count).unwrap_or(i32::MAX));
        let (meaning, code) = match observed.meaning {
            None => (binsign_meaning::NONE, 0),
            Some(Meaning::Fine) => (binsign_meaning::FINE, 0),
            Some(Meaning::Wait { .. }) => (binsign_meaning::WAIT, 0),
            Some(Meaning::ClockOff) => (binsign_meaning::CLOCK_OFF, 0),
            Some(Meaning::SignatureInvalid) => (binsign_meaning::SIGNATURE_INVALID, 0),
            Some(Meaning::KeyRejected { code }) => (binsign_meaning::KEY_REJECTED, code),
            Some(Meaning::Unknown) => (binsign_meaning::UNKNOWN, 0),
            Some(Meaning::Refused { code }) => (binsign_meaning::REFUSED, code),
        };
        Self {
            key_state: binsign_key_state::of(observed.key_state),
            reason: observed.key_state.reason().unwrap_or(0),
            offset_ms: observed.offset_ms,
            wait_until_ms: observed.wait_until_ms.unwrap_or(0),
            meaning,
            code,
            used_weight: count(observed.used_weight),
            orders_10s: count(observed.orders.ten_seconds),
            orders_1m: count(observed.orders.minute),
            orders_1d: count(observed.orders.day),
        }
    }
}

/// The last byte of what was filled.
const FILLED: u8 = 1;

impl binsign_sent {
    fn of(sent: &Sent) -> Self {
        const { assert!(Sent::BYTES < 72) };
        let mut opaque = [0; 72];
        for (place, byte) in opaque.iter_mut().zip(sent.to_bytes()) {
            *place = byte;
        }
        if let Some(last) = opaque.last_mut() {
            *last = FILLED;
        }
        Self { opaque }
    }

    fn read(&self) -> Result<Sent, Error> {
        let bytes = self.opaque.get(..Sent::BYTES).filter(|_| self.opaque.last() == Some(&FILLED));
        bytes.and_then(Sent::from_bytes).ok_or(Error::new(Code::HandleUsedUp))
    }
}
