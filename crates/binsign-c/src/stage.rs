//! How far a request has come, and what a step of the caller does to it.

use core::mem;

use binsign::{Authorized, Code, Error, ExternalKey, Gate, Pending, Refusal, Request, Signed, Signer};

use crate::gate::{self, binsign_gate};
use crate::handle::{Content, Handle};
use crate::held::Held;
use crate::request::binsign_request;
use crate::result::binsign_result;

/// How far a request has come. The lifetimes are the header's promise that buffer and key outlive the request.
pub(crate) enum Stage {
    /// Parameters are put in.
    Building(Request<'static>),
    /// The gate has allowed it.
    Authorized(Authorized<'static>, Held),
    /// The signature is made elsewhere.
    Pending(Pending<'static, 'static>, Held),
    /// Ready to send.
    Signed(Signed<'static, 'static>),
    /// It will never be signed, for the first reason there was.
    Refused(Refusal),
}

impl Content for Stage {
    const TAG: u64 = 0x6269_6e73_7265_7175;
}

impl Stage {
    /// Refused for good; what was built is wiped.
    pub(crate) fn refuse(&mut self, refusal: Refusal) -> binsign_result {
        let code = refusal.code();
        *self = Self::Refused(refusal);
        binsign_result::of(code)
    }

    /// A call that this stage does not take.
    pub(crate) fn misplaced(&mut self) -> binsign_result {
        match self {
            Self::Refused(refusal) => binsign_result::of(refusal.code()),
            // The bytes are the caller's already, and stay as they were signed.
            Self::Signed(_) => binsign_result::of(Code::HandleUsedUp),
            Self::Building(_) | Self::Authorized(..) | Self::Pending(..) => {
                self.refuse(Error::new(Code::HandleUsedUp).into())
            }
        }
    }

    /// A step while parameters are put in.
    pub(crate) fn build(&mut self, act: impl FnOnce(&mut Request<'static>) -> Result<(), Error>) -> binsign_result {
        let Self::Building(request) = self else { return self.misplaced() };
        match act(request) {
            Ok(()) => binsign_result::OK,
            Err(error) => self.refuse(error.into()),
        }
    }

    /// A step to the next stage.
    fn advance(&mut self, act: impl FnOnce(Self) -> Result<Self, Refusal>) -> binsign_result {
        // The placeholder is never seen: `act` gives a stage or a refusal.
        let stage = mem::replace(self, Self::Refused(Error::new(Code::Internal).into()));
        match act(stage) {
            Ok(next) => {
                *self = next;
                binsign_result::OK
            }
            Err(refusal) => self.refuse(refusal),
        }
    }

    pub(crate) fn authorize(&mut self) -> binsign_result {
        if !matches!(self, Self::Building(_)) {
            return self.misplaced();
        }
        self.advance(|stage| match stage {
            Self::Building(request) => {
                let authorized = Gate::documented_routes().authorize(request)?;
                Ok(Self::Authorized(authorized, Held::NOTHING))
            }
            other => Ok(other),
        })
    }

    /// Has the gate of a policy decide.
    ///
    /// # Safety
    /// `gate` is NULL or valid and aligned, and stays where it is until the request is signed or ended.
    pub(crate) unsafe fn authorize_by(&mut self, gate: *const binsign_gate, now_ms: u64) -> binsign_result {
        if !matches!(self, Self::Building(_)) {
            return self.misplaced();
        }
        self.advance(|stage| match stage {
            Self::Building(request) => {
                // SAFETY: promised by the caller.
                let (authorized, held) = unsafe { gate::authorize(gate, request, now_ms)? };
                Ok(Self::Authorized(authorized, held))
            }
            other => Ok(other),
        })
    }

    pub(crate) fn sign(&mut self, signer: &'static Signer) -> binsign_result {
        self.leave_authorized(|authorized, held| {
            let signed = authorized.sign(signer)?;
            held.spend();
            Ok(Self::Signed(signed))
        })
    }

    pub(crate) fn without_key(&mut self) -> binsign_result {
        self.leave_authorized(|authorized, held| {
            let signed = authorized.without_key()?;
            held.spend();
            Ok(Self::Signed(signed))
        })
    }

    pub(crate) fn begin(&mut self, key: &'static ExternalKey) -> binsign_result {
        self.leave_authorized(|authorized, held| Ok(Self::Pending(authorized.begin(key)?, held)))
    }

    fn leave_authorized(
        &mut self,
        act: impl FnOnce(Authorized<'static>, Held) -> Result<Self, Error>,
    ) -> binsign_result {
        if !matches!(self, Self::Authorized(..)) {
            return self.misplaced();
        }
        self.advance(|stage| match stage {
            Self::Authorized(authorized, held) => Ok(act(authorized, held)?),
            other => Ok(other),
        })
    }

    pub(crate) fn finish(&mut self, signature: &[u8]) -> binsign_result {
        if !matches!(self, Self::Pending(..)) {
            return self.misplaced();
        }
        self.advance(|stage| match stage {
            Self::Pending(pending, held) => {
                let signed = pending.finish(signature)?;
                held.spend();
                Ok(Self::Signed(signed))
            }
            other => Ok(other),
        })
    }

    /// How many bytes a signed request takes: of the buffer, from its start, or of a message by itself.
    pub(crate) fn len(&self) -> usize {
        let Self::Signed(signed) = self else { return 0 };
        signed.sent_len()
    }
}

/// Makes a request that was refused for a NULL from memory that may never have been initialised.
///
/// # Safety
/// `request` is NULL or valid for writes and aligned.
pub(crate) unsafe fn put_refused(request: *mut binsign_request) -> binsign_result {
    // SAFETY: promised by the caller.
    unsafe { put(request, Err(Error::new(Code::NullPointer))) }
}

/// Makes a request from memory that may never have been initialised: one that is begun, or one that is refused.
///
/// # Safety
/// `request` is NULL or valid for writes and aligned.
pub(crate) unsafe fn put(request: *mut binsign_request, begun: Result<Request<'static>, Error>) -> binsign_result {
    if request.is_null() {
        return binsign_result::of(Code::NullPointer);
    }
    let (stage, result) = match begun {
        Ok(begun) => (Stage::Building(begun), binsign_result::OK),
        Err(error) => {
            let code = error.code();
            (Stage::Refused(error.into()), binsign_result::of(code))
        }
    };
    // SAFETY: promised by the caller; not NULL.
    unsafe { Handle::put(request.cast(), stage) };
    result
}

/// A step of the request behind a pointer of the caller.
///
/// # Safety
/// `request` is NULL or valid and aligned, and nobody else uses it.
pub(crate) unsafe fn step(
    request: *mut binsign_request,
    act: impl FnOnce(&mut Stage) -> binsign_result,
) -> binsign_result {
    if request.is_null() {
        return binsign_result::of(Code::NullPointer);
    }
    // SAFETY: promised by the caller.
    unsafe { Handle::get_mut(request.cast::<Handle<Stage>>()) }.map_or(binsign_result::of(Code::HandleUsedUp), act)
}

/// The stage of the request behind a pointer of the caller.
///
/// # Safety
/// `request` is NULL or valid and aligned, and nobody writes to it during `'a`.
pub(crate) unsafe fn borrow<'a>(request: *const binsign_request) -> Result<&'a Stage, Code> {
    if request.is_null() {
        return Err(Code::NullPointer);
    }
    // SAFETY: promised by the caller.
    unsafe { Handle::get(request.cast::<Handle<Stage>>()) }.ok_or(Code::HandleUsedUp)
}
