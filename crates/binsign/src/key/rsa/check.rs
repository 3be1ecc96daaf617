//! Whether the numbers of a private key belong together (RFC 8017, section 3.2): exactly, not by trying.

use super::limb::{self, BYTES, Limb};
use super::montgomery::Modulus;
use super::parse::{Pkcs1, Shape, malformed};
use super::scratch::{Scratch, with_scratch};
use crate::key::declassify::declassify;
use crate::key::stack;
use crate::{Code, Error};

/// How many numbers of the length of a prime the checks take from their scratch: the key's own, and six on the way, of
/// which two may be a limb longer.
const ROWS: usize = 5 + 7;

/// A key whose numbers belong together, borrowed from its encoding.
pub(in crate::key) struct Checked<'a> {
    pub(super) parts: &'a Pkcs1<'a>,
    pub(super) shape: Shape,
}

impl<'a> Checked<'a> {
    /// Checks that the modulus is p · q, that dP and dQ undo the public exponent, and that qInv undoes q.
    ///
    /// Not inlined, so that whoever makes a key has no more than that on the stack meanwhile.
    ///
    /// # Errors
    /// `KEY_MISMATCH` where the public modulus is not that of the primes; `KEY_MALFORMED` where another number is wrong;
    /// `KEY_TOO_SHORT` and `KEY_TOO_LONG`.
    #[inline(never)]
    pub(in crate::key) fn new(parts: &'a Pkcs1<'a>) -> Result<Self, Error> {
        let shape = Shape::of(parts)?;
        with_scratch::<ROWS, _>(shape.half(), |scratch| {
            stack::wiped_after_checking(|| consistent_in(parts, shape, scratch))
        })?;
        Ok(Self { parts, shape })
    }
}

/// Not inlined, so that there is one of it for all sizes of scratch.
#[inline(never)]
fn consistent_in(parts: &Pkcs1, shape: Shape, scratch: &mut [Limb]) -> Result<(), Error> {
    let mut scratch = Scratch::new(scratch);
    let [p, q, dp, dq, q_inverse] = parts.numbers.map(|number| {
        let limbs = scratch.take(shape.half());
        limb::from_bytes(limbs, number);
        &*limbs
    });
    let scratch = scratch.rest();
    if !is_product(parts.modulus, p, q, scratch) {
        return Err(Error::new(Code::KeyMismatch));
    }
    let wrong = exponent(p, shape.p_bits(), dp, shape.exponent, scratch)
        | exponent(q, shape.q_bits(), dq, shape.exponent, scratch)
        | inverse(p, shape.p_bits(), q, q_inverse, scratch);
    if is_right(wrong) { Ok(()) } else { Err(malformed()) }
}

/// Whether the modulus is p · q.
fn is_product(modulus: &[u8], p: &[Limb], q: &[Limb], scratch: &mut [Limb]) -> bool {
    let whole = p.len().saturating_mul(2);
    if modulus.len().div_ceil(BYTES) > whole {
        return false;
    }
    let mut scratch = Scratch::new(scratch);
    let [given, product] = [(); 2].map(|()| scratch.take(whole));
    limb::from_bytes(given, modulus);
    product.fill(0);
    limb::add_product(product, p, q);
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
    limb::add_small(left, k);
    right.fill(0);
    limb::add_product(right, p, &[k]);
    limb::add_small(right, 1);
    wrong |= limb::difference(left, right);
    wrong
}

/// Limbs of a public exponent.
const EXPONENT: usize = 1;

/// Not 0 where qInv · q is another number than 1 by p, or qInv is not below p.
fn inverse(p: &[Limb], bits: usize, q: &[Limb], q_inverse: &[Limb], scratch: &mut [Limb]) -> Limb {
    let mut scratch = Scratch::new(scratch);
    let [one, square, spare, form] = [(); 4].map(|()| scratch.take(p.len()));
    let modulus = Modulus::new(p);
    modulus.set_up(bits.saturating_sub(1), one, square, spare);
    modulus.enter(form, q, square, spare);
    modulus.multiply(spare, q_inverse, form);
    one.fill(0);
    if let Some(lowest) = one.first_mut() {
        *lowest = 1;
    }
    limb::difference(spare, one) | (limb::less(q_inverse, p) ^ 1)
}

/// Whether nothing is wrong, which becomes public.
fn is_right(wrong: Limb) -> bool {
    let mut wrong = wrong.to_le_bytes();
    declassify(&mut wrong);
    wrong == [0; BYTES]
}
