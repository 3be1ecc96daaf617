//! Numbers as limbs, the lowest first: the steps that know how wide a limb is, and those that know no modulus.
//!
//! Nothing here looks at a value: which instructions run depends on lengths alone.

use core::hint::black_box;

/// What a processor multiplies at once, and the product.
#[cfg(target_pointer_width = "64")]
mod width {
    pub(crate) type Limb = u64;
    pub(super) type Wide = u128;
}

/// What a processor multiplies at once, and the product.
#[cfg(not(target_pointer_width = "64"))]
mod width {
    pub(crate) type Limb = u32;
    pub(super) type Wide = u64;
}

pub(crate) use width::Limb;
use width::Wide;

/// Bytes of a limb.
pub(crate) const BYTES: usize = size_of::<Limb>();
/// Bits of a limb.
pub(crate) const BITS: usize = BYTES.saturating_mul(8);

/// `a · b + c + d`, the low half and the high one: it never overflows.
#[inline]
pub(super) fn multiply_add(a: Limb, b: Limb, c: Limb, d: Limb) -> (Limb, Limb) {
    halves(Wide::from(a).wrapping_mul(Wide::from(b)).wrapping_add(Wide::from(c)).wrapping_add(Wide::from(d)))
}

/// `a + b + c`, where the third is a carry: the sum and the new carry.
#[inline]
pub(super) fn add(a: Limb, b: Limb, c: Limb) -> (Limb, Limb) {
    halves(Wide::from(a).wrapping_add(Wide::from(b)).wrapping_add(Wide::from(c)))
}

/// `a − b − c`, where the third is 0 or 1: the difference and the new borrow.
#[inline]
pub(super) fn subtract(a: Limb, b: Limb, c: Limb) -> (Limb, Limb) {
    let (low, high) = halves(Wide::from(a).wrapping_sub(Wide::from(b)).wrapping_sub(Wide::from(c)));
    (low, high & 1)
}

// Cutting off the high half is what is wanted.
#[allow(clippy::as_conversions, clippy::cast_possible_truncation)]
#[inline]
fn halves(wide: Wide) -> (Limb, Limb) {
    (wide as Limb, (wide >> BITS) as Limb)
}

/// All ones for 1, none for 0; the compiler is not told that there is no third case, or it might branch.
#[inline]
pub(super) fn mask(bit: Limb) -> Limb {
    black_box(bit.wrapping_neg())
}

/// 1 where the two are the same, else 0.
#[inline]
pub(super) fn same(a: Limb, b: Limb) -> Limb {
    let differing = a ^ b;
    ((differing | differing.wrapping_neg()) >> BITS.saturating_sub(1)) ^ 1
}

/// Copies as many limbs as both have. Not inlined, for flash.
#[inline(never)]
pub(super) fn copy(to: &mut [Limb], from: &[Limb]) {
    for (to, from) in to.iter_mut().zip(from) {
        *to = *from;
    }
}

/// `sum + a · b`, whose limbs above those of the first `b` must be zero: one row at a time.
pub(super) fn add_product(sum: &mut [Limb], a: &[Limb], b: &[Limb]) {
    for (row, a) in a.iter().enumerate() {
        let mut slots = sum.get_mut(row..).unwrap_or_default().iter_mut();
        let mut carry = 0;
        for (b, slot) in b.iter().zip(&mut slots) {
            (*slot, carry) = multiply_add(*a, *b, *slot, carry);
        }
        if let Some(slot) = slots.next() {
            *slot = carry;
        }
    }
}

/// `sum + number`, which must have room for it.
pub(super) fn add_small(sum: &mut [Limb], number: Limb) {
    let mut carry = number;
    for slot in sum {
        (*slot, carry) = add(*slot, carry, 0);
    }
}

/// Every bit in which two numbers of the same length differ, together; a different length differs too.
pub(super) fn difference(a: &[Limb], b: &[Limb]) -> Limb {
    let lengths = Limb::from(a.len() != b.len());
    a.iter().zip(b).fold(lengths, |sum, (a, b)| sum | (a ^ b))
}

/// 1 where `a < b`, two numbers of the same length.
pub(super) fn less(a: &[Limb], b: &[Limb]) -> Limb {
    a.iter().zip(b).fold(0, |borrow, (a, b)| subtract(*a, *b, borrow).1)
}

/// Reads a number, the highest byte first, that `to` has room for.
pub(super) fn from_bytes(to: &mut [Limb], bytes: &[u8]) {
    let mut chunks = bytes.rchunks(BYTES);
    for slot in to {
        let mut limb = [0; BYTES];
        for (to, from) in limb.iter_mut().rev().zip(chunks.next().unwrap_or_default().iter().rev()) {
            *to = *from;
        }
        *slot = Limb::from_be_bytes(limb);
    }
}

/// The bytes of a number, the highest first, that has at most `length`.
pub(super) fn to_bytes(from: &[Limb], length: usize) -> impl Iterator<Item = u8> {
    let have = from.len().saturating_mul(BYTES);
    from.iter().rev().flat_map(|limb| limb.to_be_bytes()).skip(have.saturating_sub(length))
}

#[cfg(test)]
mod tests {
    use super::{BYTES, Limb, add_product, from_bytes, less, same, subtract, to_bytes};

    #[test]
    fn bytes_go_in_and_come_out() {
        let bytes: Vec<u8> = (1..=29).collect();
        for length in 0..bytes.len() {
            let mut limbs = [Limb::MAX; 32 / BYTES];
            from_bytes(&mut limbs, &bytes[..length]);
            assert_eq!(to_bytes(&limbs, length).collect::<Vec<_>>(), bytes[..length]);
            assert!(to_bytes(&limbs, 32).take(32 - length).all(|byte| byte == 0));
        }
    }

    #[test]
    fn comparing_and_subtracting() {
        assert_eq!((same(0, 0), same(7, 7), same(0, 1), same(Limb::MAX, 0)), (1, 1, 0, 0));
        assert_eq!((less(&[5, 1], &[4, 2]), less(&[4, 2], &[5, 1]), less(&[4, 2], &[4, 2])), (1, 0, 0));
        assert_eq!(subtract(0, Limb::MAX, 1), (0, 1));
        assert_eq!(subtract(3, 2, 1), (0, 0));
    }

    /// (2^w − 1)² · ... the largest product there is: (W² − 1)² + (W² − 1), W the weight of a limb.
    #[test]
    fn the_largest_product() {
        let mut sum = [Limb::MAX, Limb::MAX, 0, 0];
        add_product(&mut sum, &[Limb::MAX; 2], &[Limb::MAX; 2]);
        // (W² − 1) · W²
        assert_eq!(sum, [0, 0, Limb::MAX, Limb::MAX]);
    }
}
