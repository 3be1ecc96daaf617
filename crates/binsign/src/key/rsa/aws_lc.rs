//! An RSA private key in AWS-LC: on hosts, several times as fast as the arithmetic of binsign's own.
//!
//! AWS-LC blinds on its own, verifies every signature before it gives it away, and wipes all memory that it frees
//! (`rsa_default_private_transform` and `OPENSSL_free`). Keys are read and checked here all the same.

use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::{KeyPairComponents, PublicKeyComponents};
use aws_lc_rs::signature::{RSA_PKCS1_SHA256, RsaKeyPair};
use base64ct::{Base64, Encoding as _};

use super::parse::malformed;
use super::{Checked, MAX_BITS};
use crate::{Code, Error};

/// An RSA private key, wiped on drop.
pub(crate) struct HostRsaKey {
    pair: RsaKeyPair,
}

impl HostRsaKey {
    /// Takes the numbers of a key that were checked.
    ///
    /// # Errors
    /// `KEY_MALFORMED` where the private exponent, which is of use for AWS-LC alone, is wrong.
    pub(in crate::key) fn new(checked: &Checked) -> Result<Self, Error> {
        let parts = checked.parts;
        let [p, q, dp, dq, q_inverse] = parts.numbers;
        let pair = RsaKeyPair::from_components(&KeyPairComponents {
            public_key: PublicKeyComponents { n: parts.modulus, e: parts.exponent },
            d: parts.private_exponent,
            p,
            q,
            dP: dp,
            dQ: dq,
            qInv: q_inverse,
        });
        Ok(Self { pair: pair.map_err(|_| malformed())? })
    }

    /// Bytes of a signature as base64.
    pub(in crate::key) fn signature_text_len(&self) -> usize {
        self.pair.public_modulus_len().div_ceil(3).saturating_mul(4)
    }

    /// Writes the signature of `payload` as base64 to the beginning of `text`, and gives its length.
    pub(in crate::key) fn sign(&self, payload: &[u8], text: &mut [u8]) -> Result<usize, Error> {
        let internal = || Error::new(Code::Internal);
        let mut signature = [0; MAX_BITS / 8];
        let signature = signature.get_mut(..self.pair.public_modulus_len()).ok_or_else(internal)?;
        let outcome = self.pair.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), payload, signature);
        outcome.map_err(|_| Error::new(Code::SigningFault))?;
        Ok(Base64::encode(signature, text).map_err(|_| internal())?.len())
    }

    /// The same: every signature is blinded, by randomness of AWS-LC's own.
    pub(in crate::key) fn sign_blinded(&self, payload: &[u8], _: &[u8; 32], text: &mut [u8]) -> Result<usize, Error> {
        self.sign(payload, text)
    }
}
