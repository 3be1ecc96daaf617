//! An RSA public key, and whether a signature is its own: RSASSA-PKCS1-v1_5 (RFC 8017, section 8.2.2).

use super::limb::{self, BITS, BYTES, Limb};
use super::montgomery::Modulus;
use super::scratch::{MAX_HALF, Scratch, with_scratch};
use super::{padding, parse, power};
use crate::Error;
use crate::key::declassify::declassify;

/// How many numbers of half the length of the modulus [`opens`] takes from its scratch.
const ROWS: usize = 10;

/// Whether `signature^exponent` is the encoding of `payload`: in constant time but for the exponent and lengths.
///
/// `modulus` is odd and has `bits` bits; `signature` has as many limbs.
pub(super) fn opens(
    modulus: &[Limb],
    bits: usize,
    exponent: u32,
    signature: &[Limb],
    payload: &[u8],
    scratch: &mut [Limb],
) -> bool {
    let len = modulus.len();
    let mut scratch = Scratch::new(scratch);
    let [one, square, spare, form, result] = [(); 5].map(|()| scratch.take(len));
    let number = Modulus::new(modulus);
    number.set_up(bits.saturating_sub(1), one, square, spare);
    number.multiply(form, signature, square);
    power::public(&number, result, form, exponent, spare);
    let (message, expected) = (one, spare);
    number.leave(message, result);
    padding::encode(payload, bits.div_ceil(8), expected);
    // A number that is not below the modulus is another form of a signature, and no signature.
    let wrong =
        limb::difference(message, expected) | (limb::less(signature, modulus) ^ 1) | other_length(modulus, bits);
    let mut wrong: [u8; BYTES] = wrong.to_le_bytes();
    declassify(&mut wrong);
    wrong == [0; BYTES]
}

/// Not 0 where the number has not that many bits: what is encoded for a modulus of another length is not the message.
fn other_length(number: &[Limb], bits: usize) -> Limb {
    let highest = bits.saturating_sub(1);
    match number.get(highest.wrapping_div(BITS)..).and_then(<[Limb]>::split_first) {
        Some((limb, above)) => above.iter().fold((limb >> highest.wrapping_rem(BITS)) ^ 1, |sum, limb| sum | limb),
        None => 1,
    }
}

/// An RSA public key.
pub(crate) struct RsaPublicKey {
    modulus: [Limb; 2 * MAX_HALF],
    exponent: u32,
    bits: u16,
}

impl RsaPublicKey {
    /// Takes a key as PKCS#1 has it (RFC 8017, appendix A.1.1); nothing where it is none.
    pub(in crate::key) fn take(der: &[u8]) -> Option<Result<Self, Error>> {
        let (modulus, exponent) = parse::public(der)?;
        let exponent = parse::exponent(exponent)?;
        Some(parse::modulus(modulus).map(|bits| {
            let mut limbs = [0; 2 * MAX_HALF];
            limb::from_bytes(&mut limbs, modulus);
            Self { modulus: limbs, exponent, bits }
        }))
    }

    /// Whether that is the signature of `payload`: bytes, the highest first, as many as the modulus has.
    pub(in crate::key) fn verify(&self, payload: &[u8], signature: &[u8]) -> bool {
        if signature.len() != self.bits().div_ceil(8) {
            return false;
        }
        let half = signature.len().div_ceil(2).div_ceil(BYTES);
        with_scratch::<{ ROWS + 2 }, _>(half, |scratch| self.verify_in(payload, signature, half, scratch))
    }

    /// Not inlined, so that there is one of it for all sizes of scratch.
    #[inline(never)]
    fn verify_in(&self, payload: &[u8], signature: &[u8], half: usize, scratch: &mut [Limb]) -> bool {
        let mut scratch = Scratch::new(scratch);
        let number = scratch.take(half.saturating_mul(2));
        limb::from_bytes(number, signature);
        let modulus = self.modulus.get(..number.len()).unwrap_or_default();
        opens(modulus, self.bits(), self.exponent, number, payload, scratch.rest())
    }

    fn bits(&self) -> usize {
        usize::from(self.bits)
    }
}
