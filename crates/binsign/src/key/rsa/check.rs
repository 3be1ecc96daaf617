//! Whether the numbers of a private key belong together (RFC 8017, section 3.2): exactly, not by trying.

use super::RsaKey;
use super::limb::{self, BYTES, Limb};
use super::montgomery::Modulus;
use super::parse::malformed;
use super::scratch::{Scratch, with_scratch};
use crate::key::declassify::declassify;
use crate::{Code, Error};

/// How many numbers of the length of a prime the checks take from their scratch.
const ROWS: usize = 8;

/// The modulus is p · q; dP and dQ undo the public exponent; qInv undoes q.
///
/// # Errors
/// `KEY_MISMATCH` where the public modulus is not that of the primes; `KEY_MALFORMED` where another number is wrong.
pub(super) fn consistent(key: &RsaKey, modulus: &[u8]) -> Result<(), Error> {
    with_scratch::<ROWS, _>(key.half(), |scratch| consistent_in(key, modulus, scratch))
}

/// Not inlined, so that there is one of it for all sizes of scratch.
#[inline(never)]
fn consistent_in(key: &RsaKey, modulus: &[u8], scratch: &mut [Limb]) -> Result<(), Error> {
    if !is_product(key, modulus, scratch) {
        return Err(Error::new(Code::KeyMismatch));
    }
    let wrong = exponent(key.p(), key.p_bits(), key.dp(), key.exponent(), scratch)
        | exponent(key.q(), key.q_bits(), key.dq(), key.exponent(), scratch)
        | inverse(key, scratch);
    if is_right(wrong) { Ok(()) } else { Err(malformed()) }
}

/// Whether the modulus is p · q.
fn is_product(key: &RsaKey, modulus: &[u8], scratch: &mut [Limb]) -> bool {
    let whole = key.half().saturating_mul(2);
    if modulus.len().div_ceil(BYTES) > whole {
        return false;
    }
    let mut scratch = Scratch::new(scratch);
    let [given, product] = [(); 2].map(|()| scratch.take(whole));
    limb::from_bytes(given, modulus);
    product.fill(0);
    limb::add_product(product, key.p(), key.q());
    is_right(limb::difference(given, product))
}

/// Not 0 where d · e is another number than 1 by p − 1, or d is not below p.
///
/// Where it is one, d · e = 1 + k · (p − 1) with a k below e. Then d · e − 1 is −k by p, which says which k it must be;
/// with that the equation is calculated as it stands.
fn exponent(p: &[Limb], bits: usize, d: &[Limb], e: u32, scratch: &mut [Limb]) -> Limb {
    let half = p.len();
    // Limbs of e, and of k.
    let long = half.saturating_add(EXPONENT);
    let mut scratch = Scratch::new(scratch);
    let [left, right] = [(); 2].map(|()| scratch.take(long));
    let [one, square, spare, form] = [(); 4].map(|()| scratch.take(half));
    let modulus = Modulus::new(p);
    modulus.set_up(bits.saturating_sub(1), one, square, spare);

    left.fill(0);
    limb::add_product(left, d, &[Limb::from(e)]);
    // k = 1 − d · e by p, in Montgomery's form and out of it.
    modulus.enter(form, left, square, spare);
    modulus.subtract(one, form);
    modulus.leave(form, one);
    let (low, high) = form.split_first().map_or((0, &[][..]), |(low, high)| (*low, high));
    let k = low & Limb::from(u32::MAX);
    let mut wrong = high.iter().fold(low ^ k, |sum, limb| sum | limb) | (limb::less(d, p) ^ 1);

    // d · e + k = 1 + k · p
    let mut carry = k;
    for slot in &mut *left {
        (*slot, carry) = limb::add(*slot, carry, 0);
    }
    right.fill(0);
    limb::add_product(right, p, &[k]);
    carry = 1;
    for slot in &mut *right {
        (*slot, carry) = limb::add(*slot, carry, 0);
    }
    wrong |= limb::difference(left, right);
    wrong
}

/// Limbs of a public exponent.
const EXPONENT: usize = 1;

/// Not 0 where qInv · q is another number than 1 by p, or qInv is not below p.
fn inverse(key: &RsaKey, scratch: &mut [Limb]) -> Limb {
    let half = key.half();
    let mut scratch = Scratch::new(scratch);
    let [one, square, spare, form] = [(); 4].map(|()| scratch.take(half));
    let modulus = Modulus::new(key.p());
    modulus.set_up(key.p_bits().saturating_sub(1), one, square, spare);
    modulus.enter(form, key.q(), square, spare);
    modulus.multiply(spare, key.q_inverse(), form);
    one.fill(0);
    if let Some(lowest) = one.first_mut() {
        *lowest = 1;
    }
    limb::difference(spare, one) | (limb::less(key.q_inverse(), key.p()) ^ 1)
}

/// Whether nothing is wrong, which becomes public.
fn is_right(wrong: Limb) -> bool {
    let mut wrong = wrong.to_le_bytes();
    declassify(&mut wrong);
    wrong == [0; BYTES]
}
