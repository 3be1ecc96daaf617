//! The sessions that are under way: of each a policy, its state, and what the gate was told.

use core::cell::Cell;

use binsign::policy::Policy;
use binsign::{Answer, Authorized, Error, Gate, KeyInfo, KeyType, Observed, Request, Reserved, Sent, State};

use crate::ruled::{Deed, Ruled, Stopped};

/// How many sessions there are.
pub(crate) const SLOTS: usize = 4;

/// The largest compiled policy.
const MAX_POLICY: usize = 65_535;
/// One byte more than the name of an application can have in a policy.
const MAX_APP: usize = 65;

/// The memory of all sessions, and of a policy without one.
pub struct Sessions {
    slots: [Session; SLOTS + 1],
}

impl Sessions {
    /// No session has begun.
    #[must_use]
    // There is no heap: all of it has one place, which the caller chooses.
    #[allow(clippy::large_stack_arrays)]
    pub const fn new() -> Self {
        Self { slots: [const { Session::new() }; SLOTS + 1] }
    }

    /// The session of a case, begun where the case has a policy.
    pub(crate) fn of(&mut self, ruled: &Ruled<'_>) -> Result<&mut Session, Stopped> {
        let slot = self.slots.get_mut(ruled.slot.unwrap_or(SLOTS)).ok_or(Stopped::Misplaced("no such slot"))?;
        if let Some(image) = ruled.policy {
            slot.begin(image, ruled)?;
        }
        if slot.state.is_some() { Ok(slot) } else { Err(Stopped::Misplaced("the session has not begun")) }
    }
}

impl Default for Sessions {
    fn default() -> Self {
        Self::new()
    }
}

pub(crate) struct Session {
    image: [u8; MAX_POLICY],
    image_len: usize,
    app: [u8; MAX_APP],
    app_len: Option<usize>,
    info: Option<KeyInfo>,
    state: Option<State>,
    sent: Cell<Option<Sent>>,
}

impl Session {
    // As above.
    #[allow(clippy::large_stack_arrays)]
    const fn new() -> Self {
        Self {
            image: [0; MAX_POLICY],
            image_len: 0,
            app: [0; MAX_APP],
            app_len: None,
            info: None,
            state: None,
            sent: Cell::new(None),
        }
    }

    fn begin(&mut self, image: &[u8], ruled: &Ruled<'_>) -> Result<(), Error> {
        self.state = None;
        self.sent.set(None);
        let policy = Policy::new(image)?;
        self.info = ruled.info()?;
        self.image_len = put(&mut self.image, image);
        self.app_len = ruled.app.map(|app| put(&mut self.app, app));
        self.state = Some(State::new(&policy));
        Ok(())
    }

    /// Takes a new answer about the key's permissions, where the case has one.
    pub(crate) fn learn(&mut self, ruled: &Ruled<'_>) -> Result<(), Error> {
        if let Some(info) = ruled.info()? {
            self.info = Some(info);
        }
        Ok(())
    }

    fn policy(&self) -> Result<Policy<'_>, Error> {
        Policy::new(self.image.get(..self.image_len).unwrap_or_default())
    }

    fn gate<'g>(
        &'g self,
        policy: &Policy<'g>,
        ruled: &Ruled<'g>,
        key_type: KeyType,
        state: &'g State,
    ) -> Gate<'g, &'g State> {
        let mut gate = Gate::new(policy).key_type(key_type);
        if let Some(now) = ruled.now {
            gate = gate.at(now);
        }
        if let Some(len) = self.app_len {
            gate = gate.app(core::str::from_utf8(self.app.get(..len).unwrap_or_default()).unwrap_or("\0"));
        }
        if let Some(info) = &self.info {
            gate = gate.key_info(info);
        }
        if let Some(approval) = ruled.approval {
            gate = gate.approval(approval);
        }
        gate.state(state)
    }

    pub(crate) fn check(&self, request: &Request<'_>, ruled: &Ruled<'_>, key_type: KeyType) -> Result<(), Stopped> {
        let policy = self.policy()?;
        Ok(self.gate(&policy, ruled, key_type, self.state()?).check(request)?)
    }

    pub(crate) fn authorize<'b>(
        &'b self,
        request: Request<'b>,
        ruled: &Ruled<'b>,
        key_type: KeyType,
    ) -> Result<Authorized<'b, Reserved<'b>>, Stopped> {
        let policy = self.policy()?;
        Ok(self.gate(&policy, ruled, key_type, self.state()?).authorize(request)?)
    }

    fn state(&self) -> Result<&State, Stopped> {
        self.state.as_ref().ok_or(Stopped::Misplaced("the session has not begun"))
    }

    /// Notes what was signed last.
    pub(crate) fn signed(&self, sent: Sent) {
        self.sent.set(Some(sent));
    }

    /// Does what is asked for in place of a request.
    pub(crate) fn answer(&mut self, deed: &Deed<'_>, now: Option<u64>) -> Result<Observed, Stopped> {
        let state = self.state()?;
        match deed {
            Deed::Answer { status, headers, body } => {
                let sent = self.sent.get().ok_or(Stopped::Misplaced("no request of the session was signed"))?;
                let headers = headers.iter().copied().filter(|(name, _)| !name.is_empty());
                let now = now.unwrap_or(0);
                return Ok(state.observe(&sent, &Answer::read(*status, headers, body, now), now));
            }
            Deed::ServerTime { sent, received, server } => state.observe_time(*sent, *received, *server),
            Deed::Do(b"clear") => state.clear(),
            Deed::Do(b"revoke") => state.revoke(),
            Deed::Do(b"terminate") => state.terminate(),
            Deed::Do(b"restart") => {
                let mut saved = [0; State::SAVED];
                let sequence = state.save(&mut saved);
                let restored = State::restore(&saved, &self.policy()?, sequence)?;
                self.state = Some(restored);
            }
            Deed::Do(_) => return Err(crate::not_understood().into()),
        }
        Ok(self.state()?.observed(now))
    }
}

/// Puts as many bytes as there is room for; gives how many those are.
fn put(place: &mut [u8], bytes: &[u8]) -> usize {
    let count = bytes.len().min(place.len());
    for (to, from) in place.iter_mut().zip(bytes) {
        *to = *from;
    }
    count
}
