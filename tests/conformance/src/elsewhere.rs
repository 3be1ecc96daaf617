//! A key that is elsewhere: the driver takes its place and signs, so that a face gets a signature and no key.

use base64ct::{Base64, Encoding};
use binsign::KeyType;

use crate::fields::Problem;
use crate::{Case, InCore, Key, Outcome, rust};

/// The case with a key that has signed already.
///
/// What the core refuses to sign, and what needs no signature, has none; a key that is none is refused here.
pub(crate) fn sign(case: Case, public: Option<String>) -> Result<Case, Problem> {
    let Key::Here(secret) = &case.key else { return Ok(case) };
    let key_type = match rust::signer(&case.api_key, secret) {
        Ok(signer) => signer.key_type(),
        Err(error) => return Err((error.code(), error.to_string())),
    };
    // What the policy says of it is for the face to find out.
    let unruled = Case { ruled: None, ..case.clone() };
    let text = match InCore::default().answer(&unruled) {
        Outcome::Allow { signature, .. } => signature.unwrap_or_default(),
        _ => String::new(),
    };
    let signature = match key_type {
        KeyType::Hmac => base16ct::lower::decode_vec(&text).unwrap_or_default(),
        _ => Base64::decode_vec(&text).unwrap_or_default(),
    };
    Ok(Case { key: Key::Elsewhere { key_type, public, signature }, ..case })
}
