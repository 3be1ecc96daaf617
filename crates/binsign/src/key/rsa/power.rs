//! Powers: with a secret exponent, four bits at a time out of a table that is read whole each time; with a public one.

use super::limb::{self, BITS, Limb, mask, same};
use super::montgomery::Modulus;

/// Bits of the exponent that are taken at once; an even number that divides a limb.
const WINDOW: usize = 4;
/// How many powers the table has.
pub(super) const TABLE: usize = 1 << WINDOW;
/// The largest number that a window shows.
const LAST: Limb = (1 << WINDOW) - 1;

/// `result = base^exponent` in Montgomery's form, in constant time; `table` has room for [`TABLE`] numbers, and has one
/// in its first.
pub(super) fn secret(
    modulus: &Modulus,
    result: &mut [Limb],
    base: &[Limb],
    exponent: &[Limb],
    table: &mut [Limb],
    [mut spare, chosen]: [&mut [Limb]; 2],
) {
    let mut result = result;
    fill(modulus, base, table);
    choose(result, table, 0);
    for limb in exponent.iter().rev() {
        for place in 1..=BITS.wrapping_div(WINDOW) {
            for _ in 0..WINDOW {
                modulus.multiply(spare, result, result);
                core::mem::swap(&mut result, &mut spare);
            }
            let digit = *limb >> BITS.saturating_sub(place.saturating_mul(WINDOW)) & LAST;
            choose(chosen, table, digit);
            modulus.multiply(spare, result, chosen);
            limb::copy(result, spare);
        }
    }
}

/// `result = base^exponent` in Montgomery's form, for an exponent that is public and not 0.
pub(super) fn public(modulus: &Modulus, result: &mut [Limb], base: &[Limb], exponent: u32, spare: &mut [Limb]) {
    limb::copy(result, base);
    let bits = u32::BITS.saturating_sub(exponent.leading_zeros());
    for place in (0..bits.saturating_sub(1)).rev() {
        modulus.multiply(spare, result, result);
        limb::copy(result, spare);
        if exponent >> place & 1 == 1 {
            modulus.multiply(spare, result, base);
            limb::copy(result, spare);
        }
    }
}

/// The powers of `base` behind the first.
fn fill(modulus: &Modulus, base: &[Limb], table: &mut [Limb]) {
    let Some((mut previous, mut rest)) = table.split_at_mut_checked(modulus.len()) else { return };
    for _ in 1..TABLE {
        let Some((next, behind)) = rest.split_at_mut_checked(modulus.len()) else { return };
        modulus.multiply(next, previous, base);
        (previous, rest) = (next, behind);
    }
}

/// Reads every power, and keeps the one whose number that is.
fn choose(chosen: &mut [Limb], table: &[Limb], number: Limb) {
    chosen.fill(0);
    let mut rest = table;
    for index in 0..=LAST {
        let (power, behind) = rest.split_at_checked(chosen.len()).unwrap_or_default();
        let kept = mask(same(index, number));
        for (slot, limb) in chosen.iter_mut().zip(power) {
            *slot |= *limb & kept;
        }
        rest = behind;
    }
}
