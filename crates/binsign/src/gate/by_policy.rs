//! A gate with a policy: what it is told, and what it can be asked.

#[cfg(feature = "ed25519")]
use super::approval;
use super::situation::Situation;
use super::{Gate, PhantomData, route_of};
#[cfg(feature = "ed25519")]
use crate::policy::Rule;
use crate::policy::{Onlooker, Policy, Step, Watcher};
#[cfg(feature = "ed25519")]
use crate::{Code, Denied, SecretKey};
use crate::{Counts, KeyInfo, KeyType, Refusal, Request, State};

impl<'g> Gate<'g> {
    /// A gate that allows what a policy allows.
    ///
    /// What it is not told is not there: without the time everything is denied, and so on.
    ///
    /// ```
    /// use binsign::policy::Policy;
    /// use binsign::{Gate, KeyType, Refusal, Request};
    ///
    /// fn may_sign(request: &Request<'_>, policy: &Policy<'_>, now_ms: u64) -> Result<(), Refusal> {
    ///     Gate::new(policy).at(now_ms).key_type(KeyType::Ed25519).app("maker").check(request)
    /// }
    /// ```
    #[inline]
    #[must_use]
    pub const fn new(policy: &Policy<'g>) -> Self {
        Self { situation: Some(Situation::new(*policy)), counts: (), _borrows: PhantomData }
    }
}

impl<'g, S: Counts> Gate<'g, S> {
    #[inline]
    fn with(mut self, tell: impl FnOnce(&mut Situation<'g>)) -> Self {
        if let Some(situation) = &mut self.situation {
            tell(situation);
        }
        self
    }

    /// The present time, in ms since 1970.
    #[inline]
    #[must_use]
    pub fn at(self, now_ms: u64) -> Self {
        self.with(|situation| situation.now = Some(now_ms))
    }

    /// The type of the key that will sign; one of another type is refused then.
    #[inline]
    #[must_use]
    pub fn key_type(self, key_type: KeyType) -> Self {
        self.with(|situation| situation.key_type = Some(key_type))
    }

    /// What the exchange says of the key.
    #[inline]
    #[must_use]
    pub fn key_info(self, info: &KeyInfo) -> Self {
        self.with(|situation| situation.info = Some(*info))
    }

    /// The application that asks.
    #[inline]
    #[must_use]
    pub fn app(self, name: &'g str) -> Self {
        self.with(|situation| situation.app = Some(name))
    }

    /// The approval of a second person: 72 bytes.
    #[inline]
    #[must_use]
    pub fn approval(self, approval: &'g [u8]) -> Self {
        self.with(|situation| situation.approval = Some(approval))
    }

    /// The state of the key and of its limits: what is allowed is reserved there, and spent once it is signed.
    #[inline]
    #[must_use]
    pub fn state(self, state: &State) -> Gate<'g, &State> {
        Gate { situation: self.situation, counts: state, _borrows: PhantomData }
    }

    /// The verdict alone: nothing is reserved, and nothing used up.
    ///
    /// # Errors
    /// Those of [`authorize`](Self::authorize).
    pub fn check(&self, request: &Request<'_>) -> Result<(), Refusal> {
        self.checked(request, &mut ())
    }

    /// As [`check`](Self::check), with the reasoning: each step is given to `see`, the last is [`Step::Allowed`] or
    /// [`Step::Denied`].
    ///
    /// # Errors
    /// Those of [`authorize`](Self::authorize).
    pub fn explain(&self, request: &Request<'_>, see: &mut dyn FnMut(Step<'_>)) -> Result<(), Refusal> {
        let outcome = self.checked(request, &mut Onlooker(&mut *see));
        match &outcome {
            Ok(()) => see(Step::Allowed),
            Err(Refusal::Denied(denied)) => see(Step::Denied(denied)),
            Err(Refusal::Invalid(_)) => {}
        }
        outcome
    }

    /// The rule because of which a second person has to approve the request; none where it needs no approval, or there
    /// is no policy.
    ///
    /// It is held against the rules of the policy alone: of the time, the key and the state nothing has to be known.
    ///
    /// # Errors
    /// Those of [`authorize`](Self::authorize) that such a request has whatever the time, the key and the state.
    #[cfg(feature = "ed25519")]
    pub fn approval_wanted(&self, request: &Request<'_>) -> Result<Option<Rule<'g>>, Refusal> {
        let route = route_of(request)?;
        request.is_whole(route)?;
        let Some(situation) = &self.situation else { return Ok(None) };
        Ok(situation.approval_wanted(&request.view(route))?)
    }

    /// The approval of a request by a second person, good until the moment `until_ms` (ms since 1970); none where it needs
    /// none. `key` is that person's private key, who is the approver of the rule [`approval_wanted`](Self::approval_wanted)
    /// names. The gate has to know the time.
    ///
    /// What is signed is put together here, in `room`, and begins with `binsign approval 1`: with this no key signs anything
    /// else. `room` takes the parameters of the request and 200 bytes.
    ///
    /// ```
    /// use binsign::policy::Policy;
    /// use binsign::{Gate, Refusal, Request, SecretKey};
    ///
    /// /// Approves for ten minutes.
    /// fn approve(request: &Request<'_>, policy: &Policy<'_>, key: &SecretKey, now_ms: u64) -> Result<Option<[u8; 72]>, Refusal> {
    ///     Gate::new(policy).at(now_ms).approve(request, now_ms + 600_000, key, &mut [0; 1024])
    /// }
    /// ```
    ///
    /// # Errors
    /// Those of [`approval_wanted`](Self::approval_wanted); `TIME_NEEDED`; `APPROVAL_INVALID` where the moment is past or more
    /// than a day ahead, or the key is not the approver's; `BUFFER_TOO_SMALL` with the size that does.
    #[cfg(feature = "ed25519")]
    pub fn approve(
        &self,
        request: &Request<'_>,
        until_ms: u64,
        key: &SecretKey,
        room: &mut [u8],
    ) -> Result<Option<[u8; 72]>, Refusal> {
        let (Some(situation), Some(rule)) = (&self.situation, self.approval_wanted(request)?) else { return Ok(None) };
        let now = situation.now.ok_or(Denied::new(Code::TimeNeeded, "G 16", "time"))?;
        let view = request.view(route_of(request)?);
        approval::make(&situation.policy, &rule, until_ms, now, &view, key, room).map(Some)
    }

    fn checked(&self, request: &Request<'_>, watcher: &mut impl Watcher) -> Result<(), Refusal> {
        let route = route_of(request)?;
        watcher.step(|| Step::Passed("route"));
        request.is_whole(route)?;
        let Some(situation) = &self.situation else { return Ok(()) };
        situation.decide(&request.view(route), self.counts.state(), watcher)?;
        Ok(())
    }
}
