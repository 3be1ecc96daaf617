//! A gate with a policy: what it is told, and what it can be asked.

use super::situation::Situation;
use super::{Gate, PhantomData, route_of};
use crate::policy::{Onlooker, Policy, Step, Watcher};
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

    fn checked(&self, request: &Request<'_>, watcher: &mut impl Watcher) -> Result<(), Refusal> {
        let route = route_of(request)?;
        watcher.step(|| Step::Passed("route"));
        request.is_whole(route)?;
        let Some(situation) = &self.situation else { return Ok(()) };
        situation.decide(&request.view(route), self.counts.state(), watcher)?;
        Ok(())
    }
}
