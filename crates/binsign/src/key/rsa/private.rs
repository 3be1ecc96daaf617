//! The private operation: the power by each prime, put together (RFC 8017, section 5.1.2, step 2.b), and verified.
//!
//! A fault in one of the two halves would give the primes away, so nothing goes out that does not verify.

use sha2::{Digest as _, Sha256};

use super::limb::{self, BYTES, Limb};
use super::montgomery::Modulus;
use super::scratch::Scratch;
#[cfg(test)]
use super::tests::faults::{Place, strike};
use super::{RsaKey, padding, power, public};

/// Bits of a blinding factor.
const FACTOR_BITS: usize = 64;
/// Limbs of a blinding factor.
const FACTOR: usize = FACTOR_BITS / 8 / BYTES;

/// How many numbers of the length of a prime [`signature`] takes from its scratch: four, 21 that may be a factor longer.
pub(super) const ROWS: usize = 4 + 21 + 2;

/// A prime, and what belongs to it.
struct Prime<'k> {
    limbs: &'k [Limb],
    bits: usize,
    exponent: &'k [Limb],
}

/// Two random numbers, odd and over 2^63, by which the primes are multiplied while calculating.
///
/// Every number on the way is then another one each time, although its remainder by the prime is the same: the base, the
/// table, the result. What a processor tells of its operands by time or by power is of no use. (M. Joye and M. Ciet,
/// (Virtually) Free Randomization Techniques for Elliptic Curve Cryptography, 2003, have the idea for other groups.)
pub(super) struct Blinding([[Limb; FACTOR]; 2]);

impl Blinding {
    /// From 32 bytes that nobody else knows; the payload goes in too, so that the same bytes do no harm.
    pub(super) fn new(entropy: &[u8; 32], payload: &[u8]) -> Self {
        let hash: [u8; 32] = Sha256::new().chain_update(entropy).chain_update(payload).finalize().into();
        let mut halves = [[0; FACTOR]; 2];
        for (half, bytes) in halves.iter_mut().zip(hash.chunks(FACTOR_BITS / 8)) {
            limb::from_bytes(half, bytes);
            if let Some(lowest) = half.first_mut() {
                *lowest |= 1;
            }
            if let Some(highest) = half.last_mut() {
                *highest |= 1 << (limb::BITS - 1);
            }
        }
        Self(halves)
    }
}

/// Calculates the signature of `payload` and verifies it; gives it, or nothing where it is wrong.
pub(super) fn signature<'s>(
    key: &RsaKey,
    payload: &[u8],
    blinding: Option<&Blinding>,
    scratch: &'s mut [Limb],
) -> Option<&'s [Limb]> {
    let half = key.half();
    let whole = half.saturating_mul(2);
    let mut scratch = Scratch::new(scratch);
    let signature = scratch.take(whole);
    padding::encode(payload, key.bits().div_ceil(8), signature);
    #[cfg(test)]
    strike(Place::Message, signature);
    raise(key, blinding, signature, scratch.rest());
    #[cfg(test)]
    strike(Place::Signature, signature);

    let modulus = scratch.take(whole);
    modulus.fill(0);
    limb::add_product(modulus, key.p(), key.q());
    #[cfg(test)]
    strike(Place::Modulus, modulus);
    public::opens(modulus, key.bits(), key.exponent(), signature, payload, scratch.rest()).then_some(signature)
}

/// `number = number^d`, by the primes and Garner's formula.
fn raise(key: &RsaKey, blinding: Option<&Blinding>, number: &mut [Limb], scratch: &mut [Limb]) {
    let half = key.half();
    let p = Prime { limbs: key.p(), bits: key.p_bits(), exponent: key.dp() };
    let q = Prime { limbs: key.q(), bits: key.q_bits(), exponent: key.dq() };
    let (blind_p, blind_q) = match blinding {
        Some(Blinding([p, q])) => (Some(p), Some(q)),
        None => (None, None),
    };
    let mut scratch = Scratch::new(scratch);
    let [by_p, by_q] = [(); 2].map(|()| scratch.take(half));
    // Both in Montgomery's form, each by its own prime.
    raise_by(&p, blind_p, number, by_p, scratch.rest());
    #[cfg(test)]
    strike(Place::ByP, by_p);
    raise_by(&q, blind_q, number, by_q, scratch.rest());
    #[cfg(test)]
    strike(Place::ByQ, by_q);
    let [spare, form, square] = [(); 3].map(|()| scratch.take(half));
    Modulus::new(q.limbs).leave(spare, by_q);
    limb::copy(by_q, spare);
    #[cfg(test)]
    strike(Place::PlainByQ, by_q);

    // by_q + q · ((by_p − by_q) / q by p)
    let modulus = Modulus::new(p.limbs);
    modulus.set_up(p.bits.saturating_sub(1), form, square, spare);
    modulus.multiply(form, by_q, square);
    modulus.subtract(by_p, form);
    #[cfg(test)]
    strike(Place::Difference, by_p);
    modulus.multiply(form, key.q_inverse(), by_p);
    #[cfg(test)]
    strike(Place::Coefficient, form);
    number.fill(0);
    limb::copy(number, by_q);
    limb::add_product(number, form, q.limbs);
}

/// `result = number^exponent` by one prime, in Montgomery's form.
fn raise_by(
    prime: &Prime,
    factor: Option<&[Limb; FACTOR]>,
    number: &[Limb],
    result: &mut [Limb],
    scratch: &mut [Limb],
) {
    let half = prime.limbs.len();
    let (longer, higher) = if factor.is_some() { (FACTOR, FACTOR_BITS.saturating_sub(1)) } else { (0, 0) };
    let len = half.saturating_add(longer);
    let mut scratch = Scratch::new(scratch);
    let [modulus, base, power, spare, chosen] = [(); 5].map(|()| scratch.take(len));
    let table = scratch.take(len.saturating_mul(power::TABLE));
    modulus.fill(0);
    match factor {
        Some(factor) => limb::add_product(modulus, factor, prime.limbs),
        None => limb::copy(modulus, prime.limbs),
    }
    #[cfg(test)]
    strike(Place::BlindedPrime, modulus);
    let modulus = Modulus::new(modulus);
    let one = table.get_mut(..len).unwrap_or_default();
    modulus.set_up(prime.bits.saturating_sub(1).saturating_add(higher), one, chosen, spare);
    modulus.enter(base, number, chosen, spare);
    #[cfg(test)]
    strike(Place::Base, base);
    power::secret(&modulus, power, base, prime.exponent, table, [spare, chosen]);
    #[cfg(test)]
    strike(Place::Power, power);
    if factor.is_none() {
        return limb::copy(result, power);
    }
    // The remainder by the prime alone.
    modulus.leave(base, power);
    #[cfg(test)]
    strike(Place::PlainPower, base);
    let mut scratch = Scratch::new(table);
    let [one, square, spare] = [(); 3].map(|()| scratch.take(half));
    let modulus = Modulus::new(prime.limbs);
    modulus.set_up(prime.bits.saturating_sub(1), one, square, spare);
    modulus.enter(result, base, square, spare);
}
