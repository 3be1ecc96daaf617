//! Arithmetic with regard to an odd modulus in Montgomery's form, where x stands for x · R: R is what one more limb would
//! weigh. (P. L. Montgomery, Modular multiplication without trial division, 1985.)
//!
//! One code for every length. What runs depends on lengths alone, not on a value, and not on the modulus either.

use core::cell::Cell;

use super::limb::{self, BITS, Limb, mask, multiply_add};

/// An odd modulus.
pub(super) struct Modulus<'m> {
    limbs: &'m [Limb],
    /// −1 / modulus, with regard to what a limb weighs.
    inverse: Limb,
}

impl<'m> Modulus<'m> {
    /// Not inlined, for flash.
    #[inline(never)]
    pub(super) fn new(limbs: &'m [Limb]) -> Self {
        let low = limbs.first().copied().unwrap_or_default();
        // Newton: right in the lowest 3 bits to begin with, and in twice as many after each round.
        let mut inverse = low;
        for _ in 0..5 {
            inverse = inverse.wrapping_mul(Limb::wrapping_sub(2, low.wrapping_mul(inverse)));
        }
        Self { limbs, inverse: inverse.wrapping_neg() }
    }

    /// Limbs of the modulus, and of every number here that is not said to be longer.
    pub(super) const fn len(&self) -> usize {
        self.limbs.len()
    }

    /// `product = a · b / R`, for any `a` below R, which may have fewer limbs, and a `b` below the modulus.
    pub(super) fn multiply(&self, product: &mut [Limb], a: &[Limb], b: &[Limb]) {
        product.fill(0);
        let mut top = 0;
        {
            // A row writes each limb one place lower than it reads it.
            let cells = Cell::from_mut(&mut *product).as_slice_of_cells();
            let (Some((b0, b)), Some((n0, n)), Some((first, above)), Some(last)) =
                (b.split_first(), self.limbs.split_first(), cells.split_first(), cells.last())
            else {
                return;
            };
            for row in 0..self.len() {
                let a = a.get(row).copied().unwrap_or_default();
                let (sum, mut carry) = multiply_add(a, *b0, first.get(), 0);
                let factor = sum.wrapping_mul(self.inverse);
                let (_, mut reduction) = multiply_add(factor, *n0, sum, 0);
                for (((b, n), above), below) in b.iter().zip(n).zip(above).zip(cells) {
                    let sum;
                    (sum, carry) = multiply_add(a, *b, above.get(), carry);
                    let (sum, next) = multiply_add(factor, *n, sum, reduction);
                    below.set(sum);
                    reduction = next;
                }
                let (sum, carry) = limb::add(carry, reduction, top);
                last.set(sum);
                top = carry;
            }
        }
        self.reduce_once(product, top);
    }

    /// `sum = sum + other`, both below the modulus.
    pub(super) fn add(&self, sum: &mut [Limb], other: &[Limb]) {
        let mut carry = 0;
        for (slot, other) in sum.iter_mut().zip(other) {
            (*slot, carry) = limb::add(*slot, *other, carry);
        }
        self.reduce_once(sum, carry);
    }

    /// `difference = difference − other`, both below the modulus.
    pub(super) fn subtract(&self, difference: &mut [Limb], other: &[Limb]) {
        let mut borrow = 0;
        for (slot, other) in difference.iter_mut().zip(other) {
            (*slot, borrow) = limb::subtract(*slot, *other, borrow);
        }
        let added = mask(borrow);
        let mut carry = 0;
        for (slot, limb) in difference.iter_mut().zip(self.limbs) {
            (*slot, carry) = limb::add(*slot, *limb & added, carry);
        }
    }

    /// `one` = R and `square` = R², where the modulus is over 2^`floor`; `spare` is for use on the way.
    pub(super) fn set_up(&self, floor: usize, one: &mut [Limb], square: &mut [Limb], spare: &mut [Limb]) {
        one.fill(0);
        if let Some(limb) = one.get_mut(floor.wrapping_div(BITS)) {
            *limb = 1 << floor.wrapping_rem(BITS);
        }
        let bits = self.len().saturating_mul(BITS);
        for _ in floor..bits {
            self.double(one);
        }
        // R is what 1 stands as; 2 to the number of its bits, R itself, stands as R².
        limb::copy(square, one);
        for place in (0..usize::BITS.saturating_sub(bits.leading_zeros())).rev() {
            self.multiply(spare, square, square);
            limb::copy(square, spare);
            if bits >> place & 1 == 1 {
                self.double(square);
            }
        }
    }

    /// Takes a number of up to twice as many limbs into Montgomery's form; `square` is R², `spare` for use on the way.
    pub(super) fn enter(&self, form: &mut [Limb], number: &[Limb], square: &[Limb], spare: &mut [Limb]) {
        let (low, high) = number.split_at_checked(self.len()).unwrap_or((number, &[]));
        self.multiply(form, high, square);
        self.multiply(spare, form, square);
        self.multiply(form, low, square);
        self.add(form, spare);
    }

    /// Takes a number out of Montgomery's form.
    pub(super) fn leave(&self, number: &mut [Limb], form: &[Limb]) {
        self.multiply(number, &[1], form);
    }

    fn double(&self, number: &mut [Limb]) {
        let mut carry = 0;
        for slot in &mut *number {
            (*slot, carry) = (*slot << 1 | carry, *slot >> BITS.saturating_sub(1));
        }
        self.reduce_once(number, carry);
    }

    /// Takes the modulus off a number that has a limb more, `top`, and is below twice the modulus, where it is not less.
    fn reduce_once(&self, number: &mut [Limb], top: Limb) {
        let taken = mask(top | (limb::less(number, self.limbs) ^ 1));
        let mut borrow = 0;
        for (slot, limb) in number.iter_mut().zip(self.limbs) {
            (*slot, borrow) = limb::subtract(*slot, *limb & taken, borrow);
        }
    }
}
