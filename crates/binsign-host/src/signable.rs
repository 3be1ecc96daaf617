//! What every kind of call can do: be looked at, be signed here, or begin to be signed elsewhere.

use std::sync::Arc;

use binsign::{Authorized, Error, ExternalKey, Gate, Refusal, Request, Signer};

use crate::guard::Asking;
use crate::make::wiped_after_signing;
use crate::pending::PendingRequest;
use crate::signed_request::SignedRequest;
use crate::timestamp::now_ms;

/// Enough for nearly every request; a longer one is built again, in a buffer of the size it needs.
pub(crate) const USUAL_REQUEST: usize = 1024;

/// Room for a signature: the gate asks for a buffer before it is known how long the key's signatures are.
const LONG_SIGNATURE: usize = 256;

/// How a kind of call becomes a request; for this crate alone.
pub trait Build {
    /// Builds the request in a buffer; `present` gives the time that the call asks for, in ms.
    ///
    /// # Errors
    /// Those of [`Request`].
    fn build<'b>(&self, buffer: &'b mut [u8], present: impl FnOnce() -> u64) -> Result<Request<'b>, Error>;
}

/// A call that can be signed: [`Call`](crate::Call), [`WsCall`](crate::WsCall), [`StreamCall`](crate::StreamCall),
/// [`FixCall`](crate::FixCall).
pub trait Signable: Build {
    /// Has the guard decide on the call, and signs it.
    ///
    /// # Errors
    /// Those of [`Request`], [`Gate::authorize`] and [`Authorized::sign`], but for `BUFFER_TOO_SMALL`.
    fn sign<'g>(&self, guard: impl Into<Asking<'g>>, signer: &Signer) -> Result<SignedRequest, Refusal> {
        let _: Asking<'_> = guard.into();
        wiped_after_signing(signer.key_type(), || {
            self.in_a_buffer(|authorized| Ok(SignedRequest::from(&authorized.sign(signer)?)))
        })
    }

    /// Has the guard decide on a call that needs no key: a public route, or a request in a session.
    ///
    /// # Errors
    /// `KEY_MISSING`, and those of [`sign`](Self::sign).
    fn without_key<'g>(&self, guard: impl Into<Asking<'g>>) -> Result<SignedRequest, Refusal> {
        let _: Asking<'_> = guard.into();
        self.in_a_buffer(|authorized| Ok(SignedRequest::from(&authorized.without_key()?)))
    }

    /// Has the guard decide on the call, and begins to sign it with a key that is elsewhere.
    ///
    /// # Errors
    /// Those of [`Request`], [`Gate::authorize`] and [`Authorized::begin`], but for `BUFFER_TOO_SMALL`.
    fn begin<'g>(&self, guard: impl Into<Asking<'g>>, key: &Arc<ExternalKey>) -> Result<PendingRequest, Refusal> {
        let _: Asking<'_> = guard.into();
        growing(USUAL_REQUEST, |size| {
            PendingRequest::begin(size, Arc::clone(key), |buffer| {
                Gate::documented_routes().authorize(self.build(buffer, now_ms)?)
            })
        })
    }

    /// What the guard would decide on the call; nothing is signed, reserved or used up.
    ///
    /// # Errors
    /// Those of [`Request`] and [`Gate::authorize`], but for `BUFFER_TOO_SMALL`.
    fn check<'g>(&self, guard: impl Into<Asking<'g>>) -> Result<(), Refusal> {
        let _: Asking<'_> = guard.into();
        growing(USUAL_REQUEST, |size| {
            Gate::documented_routes().authorize(self.build(&mut vec![0; size], now_ms)?).map(drop)
        })
    }

    #[doc(hidden)]
    fn in_a_buffer(
        &self,
        step: impl Fn(Authorized<'_>) -> Result<SignedRequest, Refusal>,
    ) -> Result<SignedRequest, Refusal> {
        let attempt = |buffer: &mut [u8]| step(Gate::documented_routes().authorize(self.build(buffer, now_ms)?)?);
        growing(USUAL_REQUEST, |size| {
            if size == USUAL_REQUEST { attempt(&mut [0; USUAL_REQUEST]) } else { attempt(&mut vec![0; size]) }
        })
    }
}

impl<T: Build> Signable for T {}

/// Tries with larger and larger buffers: the gate may ask for more, and then the key; each time more than there was, up
/// to the limit of a request.
pub(crate) fn growing<T>(mut size: usize, mut attempt: impl FnMut(usize) -> Result<T, Refusal>) -> Result<T, Refusal> {
    let mut outcome = attempt(size);
    while let Some(needed) = outcome.as_ref().err().and_then(needed).filter(|needed| *needed > size) {
        size = needed.saturating_add(LONG_SIGNATURE);
        outcome = attempt(size);
    }
    outcome
}

/// The size of the buffer that a refusal asks for.
fn needed(refusal: &Refusal) -> Option<usize> {
    match refusal {
        Refusal::Invalid(error) => error.needed(),
        Refusal::Denied(_) => None,
    }
}
