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

    /// At most how many bytes the request takes, without signature and API key.
    fn most(&self) -> usize;
}

/// At most how many bytes texts take in query or body, each name and each value with what stands behind it.
pub(crate) fn most_encoded<'a>(texts: impl IntoIterator<Item = &'a str>) -> usize {
    most(texts, 3, 1)
}

/// At most how many bytes texts take in the payload and once more in the message, each with what stands around it.
pub(crate) fn most_in_message<'a>(texts: impl IntoIterator<Item = &'a str>) -> usize {
    // In JSON a character is at most `\u0000`. An API key has at most 128 bytes.
    most(texts, 7, 8).saturating_add(2 * 128)
}

fn most<'a>(texts: impl IntoIterator<Item = &'a str>, times: usize, around: usize) -> usize {
    texts
        .into_iter()
        .fold(0, |sum: usize, text| sum.saturating_add(text.len().saturating_mul(times)).saturating_add(around))
}

/// A call that can be signed: [`Call`](crate::Call), [`WsCall`](crate::WsCall), [`StreamCall`](crate::StreamCall),
/// [`FixCall`](crate::FixCall).
pub trait Signable: Build {
    /// Has the guard decide on the call, and signs it.
    ///
    /// # Errors
    /// Those of [`Request`], [`Gate::authorize`] and [`Authorized::sign`], but for `BUFFER_TOO_SMALL`.
    fn sign<'g>(&self, guard: impl Into<Asking<'g>>, signer: &Signer) -> Result<SignedRequest, Refusal> {
        let asking = guard.into();
        wiped_after_signing(signer.key_type(), || match asking.guard.policed() {
            None => self.in_a_buffer(|authorized| Ok(SignedRequest::from(&authorized.sign(signer)?))),
            Some(policed) => policed.sign(self, &asking, signer),
        })
    }

    /// Has the guard decide on a call that needs no key: a public route, or a request in a session.
    ///
    /// # Errors
    /// `KEY_MISSING`, and those of [`sign`](Self::sign).
    fn without_key<'g>(&self, guard: impl Into<Asking<'g>>) -> Result<SignedRequest, Refusal> {
        let asking = guard.into();
        match asking.guard.policed() {
            None => self.in_a_buffer(|authorized| Ok(SignedRequest::from(&authorized.without_key()?))),
            Some(policed) => policed.without_key(self, &asking),
        }
    }

    /// Has the guard decide on the call, and begins to sign it with a key that is elsewhere.
    ///
    /// # Errors
    /// Those of [`Request`], [`Gate::authorize`] and [`Authorized::begin`], but for `BUFFER_TOO_SMALL`.
    fn begin<'g>(&self, guard: impl Into<Asking<'g>>, key: &Arc<ExternalKey>) -> Result<PendingRequest, Refusal> {
        let asking = guard.into();
        match asking.guard.policed() {
            None => growing(USUAL_REQUEST, |size| {
                PendingRequest::begin(size, Arc::clone(key), |buffer| {
                    Ok((Gate::documented_routes().authorize(self.build(buffer, now_ms)?)?, None))
                })
            }),
            Some(policed) => policed.begin(self, &asking, key),
        }
    }

    /// What the guard would decide on the call; nothing is signed, reserved or used up.
    ///
    /// # Errors
    /// Those of [`Request`] and [`Gate::authorize`], but for `BUFFER_TOO_SMALL`.
    fn check<'g>(&self, guard: impl Into<Asking<'g>>) -> Result<(), Refusal> {
        let asking = guard.into();
        match asking.guard.policed() {
            None => growing(USUAL_REQUEST, |size| {
                Gate::documented_routes().authorize(self.build(&mut vec![0; size], now_ms)?).map(drop)
            }),
            Some(policed) => policed.check(self, &asking),
        }
    }

    /// Why the guard would decide as it would, a line for each step; nothing is signed, reserved or used up.
    ///
    /// # Errors
    /// Those of [`Request`], where there is nothing yet to decide on.
    fn explain<'g>(&self, guard: impl Into<Asking<'g>>) -> Result<Vec<String>, Refusal> {
        let asking = guard.into();
        match asking.guard.policed() {
            None => self.check(asking).map(|()| vec!["the route is documented: allowed".to_owned()]),
            Some(policed) => policed.explain(self, &asking),
        }
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
