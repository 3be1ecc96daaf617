//! Private keys out of PEM and DER: PKCS#8 for every type, PKCS#1 for RSA.

use super::SecretKey;
use super::algorithm::Algorithm;
use super::der::PrivateKeyInfo;
#[cfg(feature = "ed25519")]
use super::ed25519::Ed25519Key;
use super::pem::{self, Der, Label};
#[cfg(feature = "rsa")]
use super::rsa::{Checked, Pkcs1, RsaSigningKey};
use crate::{Code, Error};

/// `NULL`, the parameters of RSA (RFC 8017, appendix A.1).
#[cfg(feature = "rsa")]
pub(super) const NULL: &[u8] = &[5, 0];

/// Takes a private key in PEM.
pub(super) fn from_pem(text: &[u8]) -> Result<SecretKey, Error> {
    pem::with_der(text, wanted, from_decoded)
}

/// Not inlined with RSA, so that there is one of it for all sizes of memory.
#[cfg_attr(feature = "rsa", inline(never))]
fn from_decoded(label: Label, der: Der<'_>) -> Result<SecretKey, Error> {
    match (label, der.whole) {
        (Label::RsaPrivate, true) => pkcs1(der.bytes),
        (Label::RsaPrivate, false) => Err(Error::new(Code::KeyTooLong)),
        _ => pkcs8(&private_key_info(&der)?),
    }
}

/// Takes a private key in DER: PKCS#8, or PKCS#1 for RSA.
pub(super) fn from_der(der: &[u8]) -> Result<SecretKey, Error> {
    match PrivateKeyInfo::take(der) {
        Some(info) => pkcs8(&info),
        None => pkcs1(der),
    }
}

/// Whether a text with that label can hold a private key of the types that the build has.
pub(super) fn wanted(label: Label) -> Result<(), Error> {
    match label {
        Label::Public => Err(Error::new(Code::KeyIsPublic)),
        Label::RsaPrivate if !cfg!(feature = "rsa") => Err(Error::new(Code::KeyIsRsa)),
        _ => Ok(()),
    }
}

/// A private key of any type; of one that is too long for every type, its name.
pub(super) fn private_key_info<'a>(der: &Der<'a>) -> Result<PrivateKeyInfo<'a>, Error> {
    if der.whole {
        return PrivateKeyInfo::take(der.bytes).ok_or_else(malformed);
    }
    let beginning = PrivateKeyInfo::algorithm_of_beginning(der.bytes).ok_or_else(malformed)?;
    Err(match Algorithm::of(beginning)? {
        Algorithm::Rsa if cfg!(feature = "rsa") => Error::new(Code::KeyTooLong),
        Algorithm::Rsa => Algorithm::Rsa.refusal(),
        Algorithm::Ed25519 => malformed(),
    })
}

fn malformed() -> Error {
    Error::new(Code::KeyMalformed)
}

fn pkcs8(info: &PrivateKeyInfo) -> Result<SecretKey, Error> {
    match Algorithm::of(info.algorithm)? {
        #[cfg(feature = "ed25519")]
        Algorithm::Ed25519 => Ed25519Key::from_info(info).map(SecretKey::from),
        #[cfg(feature = "rsa")]
        Algorithm::Rsa => {
            let parts = Pkcs1::take(info.key).filter(|_| info.parameters == NULL).ok_or_else(malformed)?;
            if info.public.is_some_and(|public| !parts.has_public(public)) {
                return Err(Error::new(Code::KeyMismatch));
            }
            rsa(&parts)
        }
        #[cfg(not(all(feature = "ed25519", feature = "rsa")))]
        other => Err(other.refusal()),
    }
}

#[cfg(feature = "rsa")]
fn pkcs1(der: &[u8]) -> Result<SecretKey, Error> {
    rsa(&Pkcs1::take(der).ok_or_else(malformed)?)
}

#[cfg(feature = "rsa")]
fn rsa(parts: &Pkcs1) -> Result<SecretKey, Error> {
    made(&Checked::new(parts)?)
}

/// Not inlined, so that no place for the key is on the stack while its numbers are checked.
#[cfg(feature = "rsa")]
#[inline(never)]
fn made(checked: &Checked) -> Result<SecretKey, Error> {
    RsaSigningKey::new(checked).map(SecretKey::from)
}

#[cfg(not(feature = "rsa"))]
fn pkcs1(_: &[u8]) -> Result<SecretKey, Error> {
    Err(malformed())
}
