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

/// The code in README.md, so that it is compiled.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;

use binsign::{ApiKey, Code, Error, ExternalKey, Gate, PublicKey, Refusal, Signer};

use case::Key;

/// Answers the case in `line`, signing it in `buffer`, which has [`MAX_REQUEST`](binsign::MAX_REQUEST) bytes; `put` gets the result, without the end of the line.
pub fn answer(line: &mut [u8], buffer: &mut [u8], put: &mut dyn FnMut(&[u8])) {
    match case::Case::take(line) {
        Some(case) => {
            if let Err(refusal) = sign(case, buffer, put) {
                result::refused(&refusal, put);
            }
        }
        None => result::refused(&not_understood().into(), put),
    }
}

/// Answers a line that is longer than any request can be.
pub fn answer_too_long(put: &mut dyn FnMut(&[u8])) {
    result::refused(&Error::new(Code::RequestTooLong).into(), put);
}

/// The way of a user of the crate `binsign`: key, request, verdict, signature.
fn sign(case: case::Case<'_>, buffer: &mut [u8], put: &mut dyn FnMut(&[u8])) -> Result<(), Refusal> {
    let api_key = text(case.api_key, 0)?;
    let signer = match case.key {
        Key::Secret(secret) => Signer::hmac(api_key, secret),
        Key::Pem(pem) => Signer::pem(api_key, pem),
        Key::Elsewhere(key_type, public, signature) => {
            let api_key = ApiKey::new(api_key)?;
            let key = match public {
                Some(public) => ExternalKey::with_public(api_key, PublicKey::from_pem(public)?),
                None => ExternalKey::new(api_key, key_type),
            };
            let pending = Gate::documented_routes().authorize(case.request(buffer)?)?.begin(&key)?;
            result::allowed(&pending.finish(signature)?, put);
            return Ok(());
        }
    }?;
    let authorized = Gate::documented_routes().authorize(case.request(buffer)?)?;
    result::allowed(&authorized.sign(&signer)?, put);
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
