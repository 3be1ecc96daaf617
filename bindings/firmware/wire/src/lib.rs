//! The conformance wire (`tests/conformance/WIRE.md`) over the core: a line in, a line out, without a heap.
//!
//! The case is taken apart inside the line's own memory and signed in the caller's buffer; the result is written
//! piece by piece, as it comes.

#![cfg_attr(not(test), no_std)]
#![forbid(unsafe_code)]

mod case;
mod fields;
mod logon;
mod result;
mod ruled;
mod session;

/// The code in README.md, so that it is compiled.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;

use binsign::{ApiKey, Authorized, Code, Error, ExternalKey, Gate, Holds, KeyType, PublicKey, Signed, Signer};

use case::{Case, Key, Whole};
use ruled::{Ruled, Stopped};
pub(crate) use session::SLOTS;
pub use session::Sessions;

/// Answers the case in `line`, signing it in `buffer`, which has [`MAX_REQUEST`](binsign::MAX_REQUEST) bytes; `put` gets the
/// result, without the end of the line.
pub fn answer(line: &mut [u8], sessions: &mut Sessions, buffer: &mut [u8], put: &mut dyn FnMut(&[u8])) {
    let outcome = match Whole::take(line) {
        Some(Whole { case, ruled: None }) => signed_by_all(case, buffer, put),
        Some(Whole { case, ruled: Some(ruled) }) => ruled_by(case, &ruled, sessions, buffer, put),
        None => Err(not_understood().into()),
    };
    match outcome {
        Ok(()) => {}
        Err(Stopped::Refused(refusal)) => result::refused(&refusal, put),
        Err(Stopped::Misplaced(message)) => result::misplaced(message, put),
    }
}

/// Answers a line that is longer than any request can be.
pub fn answer_too_long(put: &mut dyn FnMut(&[u8])) {
    result::refused(&Error::new(Code::RequestTooLong).into(), put);
}

/// What a case signs with.
// There is no heap to put the larger one on.
#[allow(clippy::large_enum_variant)]
enum Keys<'l> {
    Here(Signer),
    Elsewhere(ExternalKey, &'l [u8]),
}

impl<'l> Keys<'l> {
    fn of(case: &Case<'l>) -> Result<Self, Error> {
        let api_key = text(case.api_key, 0)?;
        Ok(match case.key {
            Key::Secret(secret) => Self::Here(Signer::hmac(api_key, secret)?),
            Key::Pem(pem) => Self::Here(Signer::pem(api_key, pem)?),
            Key::Elsewhere(key_type, public, signature) => {
                let api_key = ApiKey::new(api_key)?;
                let key = match public {
                    Some(public) => ExternalKey::with_public(api_key, PublicKey::from_pem(public)?),
                    None => ExternalKey::new(api_key, key_type),
                };
                Self::Elsewhere(key, signature)
            }
        })
    }

    fn key_type(&self) -> KeyType {
        match self {
            Self::Here(signer) => signer.key_type(),
            Self::Elsewhere(key, _) => key.key_type(),
        }
    }
}

/// Signs what was authorised.
fn sign<'b, 'k, R: Holds>(request: Authorized<'b, R>, keys: &'k Keys<'_>) -> Result<Signed<'b, 'k>, Error> {
    match keys {
        Keys::Here(signer) => request.sign(signer),
        Keys::Elsewhere(key, signature) => request.begin(key)?.finish(signature),
    }
}

/// The way of a user of the crate `binsign`: key, request, verdict, signature.
fn signed_by_all(case: Case<'_>, buffer: &mut [u8], put: &mut dyn FnMut(&[u8])) -> Result<(), Stopped> {
    let keys = Keys::of(&case)?;
    let authorized = Gate::documented_routes().authorize(case.request(buffer)?)?;
    result::allowed(&sign(authorized, &keys)?, put);
    Ok(())
}

/// The same with a policy, whose state is the session's.
fn ruled_by(
    case: Case<'_>,
    ruled: &Ruled<'_>,
    sessions: &mut Sessions,
    buffer: &mut [u8],
    put: &mut dyn FnMut(&[u8]),
) -> Result<(), Stopped> {
    let keys = Keys::of(&case)?;
    let session = sessions.of(ruled)?;
    if let Some(deed) = &ruled.deed {
        result::observed(&session.answer(deed, ruled.now)?, put);
        return Ok(());
    }
    session.learn(ruled)?;
    let request = case.request(buffer)?;
    if ruled.check {
        session.check(&request, ruled, keys.key_type())?;
        put(b"allow");
        return Ok(());
    }
    let signed = sign(session.authorize(request, ruled, keys.key_type())?, &keys)?;
    let sent = signed.sent();
    result::allowed(&signed, put);
    session.signed(sent);
    Ok(())
}

/// The error of a line that is no case.
fn not_understood() -> Error {
    Error::new(Code::CaseNotUnderstood)
}

/// Bytes as text; `position` is that of the parameter, from 1, or 0 where it is none.
fn text(bytes: &[u8], position: u16) -> Result<&str, Error> {
    core::str::from_utf8(bytes).map_err(|_| Error::at(Code::InvalidUtf8, position))
}

#[cfg(test)]
mod tests;
