//! RSA (RFC 8017): RSASSA-PKCS1-v1_5 with SHA-256, keys of 2048 to 4096 bits, without a heap.
//!
//! In constant time with regard to the primes, the exponents, and all that is made of them: which instructions run and
//! which addresses they touch depends on lengths and on the public exponent alone. Where a processor multiplies in a time
//! that depends on the operands (Cortex-M3), that is not enough: blind there.

#[cfg(feature = "aws-lc")]
mod aws_lc;
mod check;
mod limb;
mod montgomery;
mod padding;
mod parse;
mod power;
mod private;
mod public;
mod scratch;
#[cfg(test)]
mod tests;

/// What an RSA key signs with.
#[cfg(not(feature = "aws-lc"))]
pub(super) use RsaKey as RsaSigningKey;
#[cfg(feature = "aws-lc")]
pub(super) use aws_lc::HostRsaKey as RsaSigningKey;
pub(super) use check::Checked;
pub(super) use parse::Pkcs1;
pub(crate) use public::RsaPublicKey;

use base64ct::{Base64, Encoding as _};
use zeroize::{Zeroize, ZeroizeOnDrop};

use self::limb::Limb;
use self::parse::Shape;
use self::private::Blinding;
use self::scratch::{MAX_HALF, with_scratch};
use super::declassify::declassify;
use crate::{Code, Error};

/// Bits of the shortest modulus that the exchange takes.
const MIN_BITS: usize = 2048;
/// Bits of the longest.
const MAX_BITS: usize = 4096;

/// Bytes of the longest signature as the exchange wants it: base64 of 512 bytes.
pub(super) const RSA_SIGNATURE: usize = 684;

/// Bytes of base64 that are made at once, and the bytes they are made of.
const CHUNK: (usize, usize) = (64, 48);

/// An RSA private key, wiped on drop. Its modulus is the product of its primes and not kept.
pub(crate) struct RsaKey {
    /// p, q, dP, dQ and qInv, each of as many limbs as the longer prime, one after the other; zero behind.
    numbers: [Limb; 5 * MAX_HALF],
    shape: Shape,
    /// No byte of a key belongs to nothing.
    _rest: u32,
}

impl RsaKey {
    /// Takes the numbers of a key that were checked.
    pub(super) fn new(checked: &Checked) -> Result<Self, Error> {
        let shape = checked.shape;
        let mut key = Self { numbers: [0; 5 * MAX_HALF], shape, _rest: 0 };
        let mut rest: &mut [Limb] = &mut key.numbers;
        for number in checked.parts.numbers {
            let (slots, behind) = rest.split_at_mut_checked(shape.half()).ok_or_else(parse::malformed)?;
            limb::from_bytes(slots, number);
            rest = behind;
        }
        Ok(key)
    }

    /// Bytes of a signature as base64.
    pub(super) fn signature_text_len(&self) -> usize {
        self.bits().div_ceil(8).div_ceil(3).saturating_mul(4)
    }

    /// Writes the signature of `payload` as base64 to the beginning of `text`, and gives its length; verifies it first: a
    /// fault while signing would give the key away.
    pub(super) fn sign(&self, payload: &[u8], text: &mut [u8]) -> Result<usize, Error> {
        self.write(payload, None, text)
    }

    /// The same, blinded by 32 bytes that nobody else knows: the same signature.
    pub(super) fn sign_blinded(&self, payload: &[u8], entropy: &[u8; 32], text: &mut [u8]) -> Result<usize, Error> {
        self.write(payload, Some(&Blinding::new(entropy, payload)), text)
    }

    fn write(&self, payload: &[u8], blinding: Option<&Blinding>, text: &mut [u8]) -> Result<usize, Error> {
        with_scratch::<{ private::ROWS }, _>(self.half(), |scratch| self.write_in(payload, blinding, text, scratch))
    }

    /// Not inlined, so that there is one of it for all sizes of scratch.
    #[inline(never)]
    fn write_in(
        &self,
        payload: &[u8],
        blinding: Option<&Blinding>,
        text: &mut [u8],
        scratch: &mut [Limb],
    ) -> Result<usize, Error> {
        let internal = || Error::new(Code::Internal);
        let length = self.signature_text_len();
        let text = text.get_mut(..length).ok_or_else(internal)?;
        let signature = private::signature(self, payload, blinding, scratch);
        let signature = signature.ok_or_else(|| Error::new(Code::SigningFault))?;
        let mut bytes = limb::to_bytes(signature, self.bits().div_ceil(8));
        for text in text.chunks_mut(CHUNK.0) {
            let mut chunk = [0; CHUNK.1];
            let mut count = 0_usize;
            for (slot, byte) in chunk.iter_mut().zip(&mut bytes) {
                *slot = byte;
                count = count.saturating_add(1);
            }
            declassify(&mut chunk);
            Base64::encode(chunk.get(..count).unwrap_or_default(), text).map_err(|_| internal())?;
        }
        Ok(length)
    }

    /// Bits of the modulus.
    fn bits(&self) -> usize {
        self.shape.bits()
    }

    fn p_bits(&self) -> usize {
        self.shape.p_bits()
    }

    fn q_bits(&self) -> usize {
        self.shape.q_bits()
    }

    /// Limbs of a prime.
    fn half(&self) -> usize {
        self.shape.half()
    }

    const fn exponent(&self) -> u32 {
        self.shape.exponent
    }

    fn p(&self) -> &[Limb] {
        self.number(0)
    }

    fn q(&self) -> &[Limb] {
        self.number(1)
    }

    fn dp(&self) -> &[Limb] {
        self.number(2)
    }

    fn dq(&self) -> &[Limb] {
        self.number(3)
    }

    fn q_inverse(&self) -> &[Limb] {
        self.number(4)
    }

    fn number(&self, index: usize) -> &[Limb] {
        let start = index.saturating_mul(self.half());
        self.numbers.get(start..start.saturating_add(self.half())).unwrap_or_default()
    }
}

impl Drop for RsaKey {
    fn drop(&mut self) {
        self.numbers.zeroize();
    }
}

impl ZeroizeOnDrop for RsaKey {}
