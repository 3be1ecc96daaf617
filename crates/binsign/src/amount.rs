//! Exact decimals: what requests say in text and policies in bytes, and their products, compared without rounding.

use core::cmp::Ordering;
use core::fmt;
use core::str::FromStr;

use crate::decimal::Digits;

/// The most digits of a decimal, and the most of them behind the point.
const MOST: u8 = 18;

/// The powers of ten that a decimal can be scaled by in one step.
const POWERS: [u64; 19] = {
    let mut powers = [1_u64; 19];
    let mut rest: &mut [u64] = &mut powers;
    let mut power = 1_u64;
    while let Some((first, others)) = rest.split_first_mut() {
        *first = power;
        power = power.wrapping_mul(10);
        rest = others;
    }
    powers
};

/// A decimal that is not negative, exact: at most 18 digits, at most 18 of them behind the point.
///
/// Text is digits, or digits, a point and digits; zeros at the beginning do not count as digits. There is neither a sign
/// nor an exponent. Equal numbers are equal, however they are written.
///
/// ```
/// use binsign::Decimal;
///
/// let price: Decimal = "0.10".parse()?;
/// assert_eq!(price, "0.1".parse()?);
/// assert!(price < "0.11".parse()?);
/// assert_eq!(price.to_string(), "0.1");
/// for bad in ["", ".5", "5.", "1e3", "-1", "+1", "1,5", "0.1234567890123456789"] {
///     assert!(bad.parse::<Decimal>().is_err(), "{bad}");
/// }
/// # Ok::<(), binsign::NoDecimal>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Decimal {
    digits: u64,
    /// How many of the digits stand behind the point; the last of these is no zero.
    scale: u8,
}

/// The text is no decimal, or has too many digits.
///
/// ```
/// assert_eq!("1e3".parse::<binsign::Decimal>().unwrap_err().to_string(),
///            "no decimal of at most 18 digits, at most 18 of them behind the point");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoDecimal;

impl fmt::Display for NoDecimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no decimal of at most 18 digits, at most 18 of them behind the point")
    }
}

impl core::error::Error for NoDecimal {}

impl Decimal {
    /// So many units, each of ten to the power of minus `scale`; nothing where that is over 18 digits or places.
    ///
    /// ```
    /// use binsign::Decimal;
    ///
    /// assert_eq!(Decimal::new(1050, 2), "10.5".parse().ok());
    /// assert_eq!(Decimal::new(1, 19), None);
    /// ```
    #[must_use]
    pub fn new(digits: u64, scale: u8) -> Option<Self> {
        if scale > MOST || digits >= 1_000_000_000_000_000_000 {
            return None;
        }
        let mut text = Digits::new(digits).as_bytes().iter().rev().take_while(|digit| **digit == b'0').count();
        let (mut digits, mut scale) = (digits, if digits == 0 { 0 } else { scale });
        while scale > 0 && text > 0 {
            digits /= 10;
            scale = scale.saturating_sub(1);
            text = text.saturating_sub(1);
        }
        Some(Self { digits, scale })
    }

    /// A decimal of a compiled policy, which is written in one way only.
    #[cfg(feature = "policy")]
    pub(crate) fn canonical(digits: u64, scale: u8) -> Option<Self> {
        Self::new(digits, scale).filter(|decimal| decimal.digits == digits && decimal.scale == scale)
    }

    /// A decimal of a policy that was looked at before.
    #[cfg(feature = "policy")]
    pub(crate) const fn known(digits: u64, scale: u8) -> Self {
        Self { digits, scale }
    }

    /// Reads a decimal from its characters.
    pub(crate) fn read(text: impl Iterator<Item = u8>) -> Option<Self> {
        // What is over 18 digits is refused before it could overflow.
        let (mut digits, mut count) = (0_u64, 0_u8);
        let (mut scale, mut zeros) = (None, 0_u8);
        let (mut before, mut behind) = (false, 0_u8);
        for byte in text {
            if byte == b'.' && before && scale.is_none() {
                scale = Some(0_u8);
                continue;
            }
            let digit = byte.wrapping_sub(b'0');
            if digit > 9 {
                return None;
            }
            if count > 0 || digit > 0 {
                count = count.checked_add(1).filter(|count| *count <= MOST)?;
            }
            match &mut scale {
                None => {
                    before = true;
                    digits = digits.wrapping_mul(10).wrapping_add(digit.into());
                }
                Some(scale) => {
                    behind = behind.checked_add(1).filter(|behind| *behind <= MOST)?;
                    // Zeros count once another digit follows.
                    zeros = zeros.wrapping_add(1);
                    if digit > 0 {
                        let power = *POWERS.get(usize::from(zeros))?;
                        digits = digits.wrapping_mul(power).wrapping_add(digit.into());
                        *scale = behind;
                        zeros = 0;
                    }
                }
            }
        }
        (before && (scale.is_none() || behind > 0)).then_some(Self { digits, scale: scale.unwrap_or(0) })
    }

    /// How many units of ten to the power of minus [`scale`](Self::scale).
    #[must_use]
    pub const fn digits(self) -> u64 {
        self.digits
    }

    /// How many digits stand behind the point.
    #[must_use]
    pub const fn scale(self) -> u8 {
        self.scale
    }

    /// Ten to the power of [`scale`](Self::scale).
    #[cfg(feature = "policy")]
    pub(crate) fn power_of_scale(self) -> u64 {
        POWERS.get(usize::from(self.scale)).copied().unwrap_or(1)
    }

    /// Gives the text piece by piece.
    pub fn pieces(self, put: &mut dyn FnMut(&str)) {
        let digits = Digits::new(self.digits);
        let text = digits.as_str();
        let scale = usize::from(self.scale);
        match text.len().checked_sub(scale).and_then(|units| text.split_at_checked(units)) {
            Some((units, "")) => put(units),
            Some((units, places)) => {
                put(if units.is_empty() { "0" } else { units });
                put(".");
                put(places);
            }
            None => {
                put("0.");
                for _ in text.len()..scale {
                    put("0");
                }
                put(text);
            }
        }
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        Amount::from(*self).compare((*other).into())
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl FromStr for Decimal {
    type Err = NoDecimal;

    fn from_str(text: &str) -> Result<Self, NoDecimal> {
        Self::read(text.bytes()).ok_or(NoDecimal)
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut outcome = Ok(());
        self.pieces(&mut |piece| outcome = outcome.and_then(|()| f.write_str(piece)));
        outcome
    }
}

/// A decimal, or the product of two: less than 10^36 units of ten to the power of minus at most 36.
#[derive(Clone, Copy, Debug)]
#[cfg_attr(not(feature = "policy"), allow(dead_code, reason = "policies multiply"))]
pub(crate) struct Amount {
    digits: u128,
    scale: u8,
}

impl From<Decimal> for Amount {
    fn from(decimal: Decimal) -> Self {
        Self { digits: decimal.digits.into(), scale: decimal.scale }
    }
}

#[cfg_attr(not(feature = "policy"), allow(dead_code, reason = "policies multiply"))]
impl Amount {
    /// The product, exactly.
    pub(crate) fn product(one: Decimal, other: Decimal) -> Self {
        // Neither has more than 18 digits.
        let digits = u128::from(one.digits).wrapping_mul(u128::from(other.digits));
        Self { digits, scale: one.scale.wrapping_add(other.scale) }
    }

    pub(crate) fn compare(self, other: Self) -> Ordering {
        let places = self.scale.max(other.scale);
        match (self.at(places), other.at(places)) {
            (Some(one), Some(two)) => one.cmp(&two),
            // What is over 128 bits is over the other, of which no more than one can be so: one of the two stays as it is.
            (None, _) => Ordering::Greater,
            (_, None) => Ordering::Less,
        }
    }

    /// The digits with so many places, at least as many as it has.
    fn at(self, places: u8) -> Option<u128> {
        let mut digits = self.digits;
        let mut more = places.saturating_sub(self.scale);
        while more > 0 {
            let step = more.min(MOST);
            digits = digits.checked_mul((*POWERS.get(usize::from(step))?).into())?;
            more = more.saturating_sub(step);
        }
        Some(digits)
    }

    /// Whether that is less than so many units of ten to the power of minus `places`.
    pub(crate) fn is_below(self, units: u64, places: u8) -> bool {
        self.compare(Self { digits: units.into(), scale: places }).is_lt()
    }

    /// How many units of ten to the power of minus `places` that is, rounded up; as many as can be where it is more.
    pub(crate) fn units(self, places: u8) -> u64 {
        let mut total = Total::new(places);
        total.add(self);
        total.units()
    }
}

/// The most places of a product.
const MOST_PLACES: u8 = 36;

/// A sum in units of ten to the power of minus `places`, exact until it is rounded up in the end.
#[cfg_attr(not(feature = "policy"), allow(dead_code, reason = "policies add"))]
pub(crate) struct Total {
    places: u8,
    units: u64,
    /// What is over, with 36 places: of a hundred amounts less than 10^38.
    rest: u128,
}

#[cfg_attr(not(feature = "policy"), allow(dead_code, reason = "policies add"))]
impl Total {
    pub(crate) const fn new(places: u8) -> Self {
        Self { places, units: 0, rest: 0 }
    }

    pub(crate) fn add(&mut self, amount: Amount) {
        let whole = match amount.scale.checked_sub(self.places) {
            None | Some(0) => amount.at(self.places),
            Some(over) => {
                let whole = without(amount.digits, over);
                let back = Amount { digits: whole, scale: 0 }.at(over).unwrap_or(amount.digits);
                let rest = Amount { digits: amount.digits.saturating_sub(back), scale: amount.scale };
                self.rest = self.rest.saturating_add(rest.at(MOST_PLACES).unwrap_or(u128::MAX));
                Some(whole)
            }
        };
        let units = whole.and_then(|whole| u64::try_from(whole).ok()).unwrap_or(u64::MAX);
        self.units = self.units.saturating_add(units);
    }

    /// The units, rounded up; as many as can be where it is more.
    pub(crate) fn units(&self) -> u64 {
        let over = MOST_PLACES.saturating_sub(self.places);
        let whole = without(self.rest, over);
        let is_exact = Amount { digits: whole, scale: 0 }.at(over) == Some(self.rest);
        let more = u64::try_from(whole).unwrap_or(u64::MAX).saturating_add(u64::from(!is_exact));
        self.units.saturating_add(more)
    }
}

/// A number without its last `count` digits.
#[cfg(target_pointer_width = "64")]
fn without(number: u128, count: u8) -> u128 {
    let mut number = number;
    let mut left = count;
    while left > 0 && number > 0 {
        let step = left.min(MOST);
        // No power is 0.
        number = number.checked_div(POWERS.get(usize::from(step)).copied().unwrap_or(1).into()).unwrap_or(0);
        left = left.saturating_sub(step);
    }
    number
}

#[cfg(not(target_pointer_width = "64"))]
use without_in_steps as without;

/// A number without its last `count` digits: in steps of 16 bits, since a division of 128 bits would cost a small
/// processor more flash than time.
#[cfg(any(test, not(target_pointer_width = "64")))]
#[cfg_attr(not(feature = "policy"), allow(dead_code, reason = "policies round"))]
fn without_in_steps(number: u128, count: u8) -> u128 {
    let mut bytes = number.to_be_bytes();
    for _ in 0..count {
        let mut over = 0_u32;
        for two in bytes.as_chunks_mut::<2>().0 {
            let value = (over << 16) | u32::from(u16::from_be_bytes(*two));
            // Below 2^16: what is over is below ten.
            *two = u16::try_from(value / 10).unwrap_or(0).to_be_bytes();
            over = value % 10;
        }
    }
    u128::from_be_bytes(bytes)
}

#[cfg(test)]
mod tests {
    use core::cmp::Ordering;

    use num_bigint::BigUint;
    use proptest::prelude::*;

    use super::{Amount, Decimal, Total, without, without_in_steps};

    /// Digits and places of a text by rules of the test's own.
    fn parts(text: &str) -> (BigUint, u32) {
        let (units, places) = text.split_once('.').unwrap_or((text, ""));
        (format!("{units}{places}").parse().unwrap(), places.len().try_into().unwrap())
    }

    fn compare(one: &str, other: &str) -> Ordering {
        let ((one, places), (two, others)) = (parts(one), parts(other));
        (one * BigUint::from(10_u8).pow(others)).cmp(&(two * BigUint::from(10_u8).pow(places)))
    }

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap_or_else(|_| panic!("{text}"))
    }

    fn texts() -> impl Strategy<Value = String> {
        prop_oneof!["0{0,3}[0-9]{1,9}", "[0-9]{1,9}\\.[0-9]{1,9}", "0\\.0{0,9}[0-9]{1,9}", "[0-9]{18}"]
    }

    proptest! {
        #[test]
        fn the_order_is_that_of_long_numbers(one in texts(), other in texts()) {
            prop_assert_eq!(decimal(&one).cmp(&decimal(&other)), compare(&one, &other));
            prop_assert_eq!(decimal(&one) == decimal(&other), compare(&one, &other).is_eq());
        }

        #[test]
        fn products_are_those_of_long_numbers(one in texts(), other in texts(), bound in texts(), places in 0_u8..=8) {
            let product = Amount::product(decimal(&one), decimal(&other));
            let ((a, m), (b, n)) = (parts(&one), parts(&other));
            let (c, o) = parts(&bound);
            let ten = |power: u32| BigUint::from(10_u8).pow(power);
            let expected = (&a * &b * ten(o)).cmp(&(c * ten(m + n)));
            prop_assert_eq!(product.compare(decimal(&bound).into()), expected);
            let whole = &a * &b * ten(u32::from(places));
            let units = (&whole + ten(m + n) - 1_u8) / ten(m + n);
            prop_assert_eq!(product.units(places), u64::try_from(units).unwrap_or(u64::MAX));
        }

        #[test]
        fn sums_are_those_of_long_numbers(pairs in proptest::collection::vec((texts(), texts()), 0..6), places in 0_u8..=8) {
            let mut total = Total::new(places);
            let ten = |power: u32| BigUint::from(10_u8).pow(power);
            let mut sum = BigUint::from(0_u8);
            for (one, other) in &pairs {
                total.add(Amount::product(decimal(one), decimal(other)));
                let ((a, m), (b, n)) = (parts(one), parts(other));
                sum += a * b * ten(40 - m - n);
            }
            let units = (sum * ten(u32::from(places)) + ten(40) - 1_u8) / ten(40);
            prop_assert_eq!(total.units(), u64::try_from(units).unwrap_or(u64::MAX));
        }

        #[test]
        fn steps_divide_as_the_processor_does(number: u128, count in 0_u8..40) {
            prop_assert_eq!(without(number, count), without_in_steps(number, count));
        }

        #[test]
        fn what_is_printed_is_read_again(text in texts()) {
            let printed = decimal(&text).to_string();
            prop_assert_eq!(decimal(&printed), decimal(&text));
            prop_assert!(compare(&printed, &text).is_eq());
            prop_assert!(!printed.contains('.') || !printed.ends_with('0'));
        }
    }

    #[test]
    fn eighteen_digits_and_places_are_the_most() {
        for good in ["000000000000000000000001", "999999999999999999", "0.000000000000000001", "1.00000000000000000"] {
            assert!(good.parse::<Decimal>().is_ok(), "{good}");
        }
        for bad in [
            "1000000000000000000",
            "1.000000000000000000",
            "0.0000000000000000010",
            "0.0000000000000000000",
            "1..2",
            "1.2.3",
            " 1",
            "1 ",
            "٣",
            "NaN",
            "0x1",
            "1_000",
            ".",
        ] {
            assert!(bad.parse::<Decimal>().is_err(), "{bad}");
        }
    }

    #[test]
    fn a_compiled_decimal_has_one_form() {
        assert_eq!(Decimal::canonical(105, 1), Some(decimal("10.5")));
        for (digits, scale) in [(1050, 2), (0, 1), (1, 19), (1_000_000_000_000_000_000, 0)] {
            assert_eq!(Decimal::canonical(digits, scale), None, "{digits} {scale}");
        }
        assert_eq!(Decimal::canonical(1050, 0), Some(decimal("1050")));
    }
}
