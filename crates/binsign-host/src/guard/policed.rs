//! A guard's decisions by a policy: under the lock while the gate decides, outside of it while a key signs.

use std::borrow::Borrow;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use binsign::policy::Timestamps;
use binsign::{Authorized, ExternalKey, Gate, KeyInfo, KeyType, Refusal, Signer, State, Ticket};

use super::Asking;
use crate::owned_policy::OwnedPolicy;
use crate::pending::PendingRequest;
use crate::reasoning;
use crate::signable::{Build, USUAL_REQUEST, growing};
use crate::signed_request::SignedRequest;
use crate::timestamp::now_ms;

/// A policy, and what changes while it is in force.
pub(crate) struct Policed {
    policy: OwnedPolicy,
    known: Mutex<Known>,
}

/// What changes.
pub(crate) struct Known {
    pub(super) state: State,
    pub(super) key_info: Option<KeyInfo>,
    pub(super) key_type: Option<KeyType>,
    pub(super) app: Option<String>,
}

impl Policed {
    pub(super) const fn new(policy: OwnedPolicy, state: State) -> Self {
        Self { policy, known: Mutex::new(Known { state, key_info: None, key_type: None, app: None }) }
    }

    pub(super) const fn policy(&self) -> &OwnedPolicy {
        &self.policy
    }

    /// What changes is whole at any time: whoever panics meanwhile leaves nothing half done.
    pub(super) fn lock(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn sign(
        &self,
        call: &(impl Build + ?Sized),
        asking: &Asking<'_>,
        signer: &Signer,
    ) -> Result<SignedRequest, Refusal> {
        let room = room(call, signer.key_type());
        self.in_a_buffer(call, asking, Some(signer.key_type()), room, |authorized| {
            Ok(SignedRequest::under_policy(&authorized.sign(signer)?))
        })
    }

    pub(crate) fn without_key(
        &self,
        call: &(impl Build + ?Sized),
        asking: &Asking<'_>,
    ) -> Result<SignedRequest, Refusal> {
        let room = room(call, KeyType::Hmac);
        self.in_a_buffer(call, asking, None, room, |authorized| {
            Ok(SignedRequest::under_policy(&authorized.without_key()?))
        })
    }

    pub(crate) fn begin(
        self: &Arc<Self>,
        call: &(impl Build + ?Sized),
        asking: &Asking<'_>,
        key: &Arc<ExternalKey>,
    ) -> Result<PendingRequest, Refusal> {
        growing(room(call, key.key_type()), |size| {
            PendingRequest::begin(size, Arc::clone(key), |buffer| {
                let (authorized, reserved) =
                    self.authorize(Arc::clone(self), call, asking, Some(key.key_type()), buffer)?;
                Ok((authorized, Some(reserved)))
            })
        })
    }

    pub(crate) fn check(&self, call: &(impl Build + ?Sized), asking: &Asking<'_>) -> Result<(), Refusal> {
        let mut buffer = vec![0; room(call, KeyType::Rsa)];
        let known = self.lock();
        let now = asking.now();
        let request = call.build(&mut buffer, || self.present(&known, now))?;
        self.gate(&known, asking, None, now).check(&request)
    }

    pub(crate) fn explain(&self, call: &(impl Build + ?Sized), asking: &Asking<'_>) -> Result<Vec<String>, Refusal> {
        let mut buffer = vec![0; room(call, KeyType::Rsa)];
        let known = self.lock();
        let now = asking.now();
        let request = call.build(&mut buffer, || self.present(&known, now))?;
        let mut lines = Vec::new();
        let gate = self.gate(&known, asking, None, now);
        match gate.explain(&request, &mut |step| lines.push(reasoning::line(&step))) {
            Err(refusal @ Refusal::Invalid(_)) => Err(refusal),
            _ => Ok(lines),
        }
    }

    /// Has the gate decide, and takes the step to the signature.
    fn in_a_buffer(
        &self,
        call: &(impl Build + ?Sized),
        asking: &Asking<'_>,
        key_type: Option<KeyType>,
        room: usize,
        step: impl Fn(Authorized<'_>) -> Result<SignedRequest, Refusal>,
    ) -> Result<SignedRequest, Refusal> {
        let attempt = |buffer: &mut [u8]| {
            let (authorized, reserved) = self.authorize(self, call, asking, key_type, buffer)?;
            let signed = step(authorized)?;
            reserved.spend();
            Ok(signed)
        };
        growing(room, |size| {
            if size <= USUAL_REQUEST { attempt(&mut [0; USUAL_REQUEST]) } else { attempt(&mut vec![0; size]) }
        })
    }

    /// Has the gate decide, and reserve what is counted; the lock is held no longer than that.
    fn authorize<'b, P: Borrow<Self>>(
        &self,
        holder: P,
        call: &(impl Build + ?Sized),
        asking: &Asking<'_>,
        key_type: Option<KeyType>,
        buffer: &'b mut [u8],
    ) -> Result<(Authorized<'b>, Reserved<P>), Refusal> {
        let known = self.lock();
        let now = asking.now();
        let request = call.build(buffer, || self.present(&known, now))?;
        let (authorized, ticket) = self.gate(&known, asking, key_type, now).authorize(request)?.detach();
        drop(known);
        Ok((authorized, Reserved { holder, ticket }))
    }

    /// The gate, with all that is known.
    fn gate<'k>(
        &'k self,
        known: &'k Known,
        asking: &Asking<'k>,
        key_type: Option<KeyType>,
        now: Option<u64>,
    ) -> Gate<'k, &'k State> {
        let mut gate = Gate::new(self.policy.policy()).state(&known.state);
        if let Some(approval) = asking.approval {
            gate = gate.approval(approval);
        }
        if let Some(now) = now {
            gate = gate.at(now);
        }
        if let Some(key_type) = known.key_type.or(key_type).or(asking.key_type) {
            gate = gate.key_type(key_type);
        }
        if let Some(info) = &known.key_info {
            gate = gate.key_info(info);
        }
        if let Some(app) = &known.app {
            gate = gate.app(app);
        }
        gate
    }

    /// The time that a call gets which asks for the present one: the exchange's, and as the policy has times follow
    /// each other.
    fn present(&self, known: &Known, now: Option<u64>) -> u64 {
        let (state, now) = (&known.state, now.unwrap_or_else(now_ms));
        let of_the_exchange = now.saturating_add_signed(state.offset_ms());
        match self.policy.policy().timestamps() {
            Timestamps::Rising => state.next_timestamp_ms(now),
            Timestamps::NotFalling => of_the_exchange.max(state.last_timestamp_us().unwrap_or(0).div_ceil(1000)),
            Timestamps::Any => of_the_exchange,
        }
    }
}

/// A buffer in which no key finds too little room: what is reserved for a request is not reserved twice.
fn room(call: &(impl Build + ?Sized), key_type: KeyType) -> usize {
    // Its name, its text with every character escaped, and once more as it is.
    let signature = match key_type {
        KeyType::Hmac => 96,
        KeyType::Ed25519 => 16 + 4 * 88,
        _ => 16 + 4 * 684,
    };
    call.most().saturating_add(signature)
}

/// What is reserved for a request; given back where it is not spent.
pub(crate) struct Reserved<P: Borrow<Policed>> {
    holder: P,
    ticket: Option<Ticket>,
}

impl<P: Borrow<Policed>> Reserved<P> {
    /// The request is signed.
    pub(crate) fn spend(mut self) {
        self.settle(true);
    }

    fn settle(&mut self, signed: bool) {
        if let Some(ticket) = self.ticket.take() {
            self.holder.borrow().lock().state.settle(ticket, signed);
        }
    }
}

impl<P: Borrow<Policed>> Drop for Reserved<P> {
    fn drop(&mut self) {
        self.settle(false);
    }
}
