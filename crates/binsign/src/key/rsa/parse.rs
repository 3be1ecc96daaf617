//! RSA keys as PKCS#1 writes them (RFC 8017, appendix A.1).

use super::limb::BYTES;
use super::scratch::MAX_HALF;
use super::{MAX_BITS, MIN_BITS};
use crate::key::der::{INTEGER, SEQUENCE, element};
use crate::{Code, Error};

/// An RSA private key, borrowed from its encoding: numbers without leading zeros.
pub(crate) struct Pkcs1<'a> {
    pub(super) modulus: &'a [u8],
    pub(super) exponent: &'a [u8],
    /// d, in whose place the numbers below are used.
    #[cfg_attr(not(feature = "aws-lc"), allow(dead_code))]
    pub(super) private_exponent: &'a [u8],
    /// p, q, dP, dQ and qInv.
    pub(super) numbers: [&'a [u8]; 5],
}

impl<'a> Pkcs1<'a> {
    /// Takes the whole of `der`, or nothing where it is no private key of two primes.
    pub(crate) fn take(der: &'a [u8]) -> Option<Self> {
        let mut rest = der;
        let mut key = element(&mut rest, SEQUENCE)?;
        // Version 1 is that of more primes than two.
        element(&mut key, INTEGER).filter(|version| *version == [0])?;
        let mut next = || number(&mut key);
        let (modulus, exponent) = (next()?, next()?);
        let private_exponent = next()?;
        let numbers = [next()?, next()?, next()?, next()?, next()?];
        (rest.is_empty() && key.is_empty()).then_some(Self { modulus, exponent, private_exponent, numbers })
    }

    /// Whether a public key, as PKCS#8 v2 puts it behind the private one, is that of this one.
    pub(crate) fn has_public(&self, der: &[u8]) -> bool {
        public(der).is_some_and(|public| public == (self.modulus, self.exponent))
    }
}

/// Modulus and exponent of a public key (RFC 8017, appendix A.1.1).
pub(super) fn public(der: &[u8]) -> Option<(&[u8], &[u8])> {
    let mut rest = der;
    let mut key = element(&mut rest, SEQUENCE)?;
    let numbers = (number(&mut key)?, number(&mut key)?);
    (rest.is_empty() && key.is_empty()).then_some(numbers)
}

/// Takes the next number, which is positive and has its shortest form (X.690, section 8.3.2).
fn number<'a>(rest: &mut &'a [u8]) -> Option<&'a [u8]> {
    let content = element(rest, INTEGER)?;
    match (content, content.strip_prefix(&[0])) {
        ([1..=0x7F, ..], _) => Some(content),
        (_, Some(number @ [0x80..=0xFF, ..])) => Some(number),
        _ => None,
    }
}

/// How many bits a number has.
pub(super) fn bits(number: &[u8]) -> usize {
    let unused = number.first().map_or(0, |byte| byte.leading_zeros());
    number.len().saturating_mul(8).saturating_sub(usize::try_from(unused).unwrap_or_default())
}

/// The public exponent: odd, from 3 to 2^32 − 1.
pub(super) fn exponent(number: &[u8]) -> Option<u32> {
    if number.len() > 4 {
        return None;
    }
    let exponent = number.iter().fold(0, |sum: u32, byte| sum << 8 | u32::from(*byte));
    (exponent >= 3 && exponent % 2 == 1).then_some(exponent)
}

/// Whether the exchange takes a modulus of that size, and it is odd.
pub(super) fn modulus(number: &[u8]) -> Result<u16, Error> {
    let bits = bits(number);
    match (bits, number.last()) {
        (..MIN_BITS, _) => Err(Error::new(Code::KeyTooShort)),
        (MIN_BITS..=MAX_BITS, Some(low)) if low % 2 == 1 => u16::try_from(bits).map_err(|_| malformed()),
        (MIN_BITS..=MAX_BITS, _) => Err(malformed()),
        _ => Err(Error::new(Code::KeyTooLong)),
    }
}

/// What is known of a key before its numbers are looked at.
#[derive(Clone, Copy)]
pub(super) struct Shape {
    pub(super) exponent: u32,
    /// Bits of the modulus, of p and of q.
    pub(super) bits: [u16; 3],
    /// Limbs of the longer prime.
    pub(super) half: u16,
}

impl Shape {
    /// No number is longer than the longer prime, and both primes are odd; nothing else is checked.
    pub(super) fn of(parts: &Pkcs1) -> Result<Self, Error> {
        let whole = modulus(parts.modulus)?;
        let exponent = exponent(parts.exponent).ok_or_else(malformed)?;
        let [p, q, ..] = parts.numbers;
        let [p_bits, q_bits] = [p, q].map(|prime| u16::try_from(bits(prime)).unwrap_or(u16::MAX));
        let half = p.len().max(q.len()).div_ceil(BYTES);
        let odd = [p, q].iter().all(|prime| prime.last().is_some_and(|low| low % 2 == 1));
        let room = half.saturating_mul(BYTES);
        if half > MAX_HALF || !odd || parts.numbers.iter().any(|number| number.len() > room) {
            return Err(malformed());
        }
        let half = u16::try_from(half).map_err(|_| malformed())?;
        Ok(Self { exponent, bits: [whole, p_bits, q_bits], half })
    }

    /// Bits of the modulus.
    pub(super) fn bits(self) -> usize {
        usize::from(self.bits[0])
    }

    pub(super) fn p_bits(self) -> usize {
        usize::from(self.bits[1])
    }

    pub(super) fn q_bits(self) -> usize {
        usize::from(self.bits[2])
    }

    /// Limbs of a prime.
    pub(super) fn half(self) -> usize {
        usize::from(self.half)
    }
}

pub(super) fn malformed() -> Error {
    Error::new(Code::KeyMalformed)
}
