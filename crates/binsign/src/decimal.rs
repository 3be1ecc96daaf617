//! Decimal text: writing whole numbers without a formatter, and reading the two that binsign must check.

/// The decimal digits of a number, at most 20 of them.
pub(crate) struct Digits {
    /// The digits stand at the end.
    text: [u8; 20],
    start: usize,
}

impl Digits {
    pub(crate) fn new(number: u64) -> Self {
        let mut text = [b'0'; 20];
        let mut start = text.len();
        let mut rest = number;
        for slot in text.iter_mut().rev() {
            // The remainder is below ten, so it always fits.
            *slot = b'0'.wrapping_add(u8::try_from(rest % 10).unwrap_or(0));
            rest /= 10;
            start = start.saturating_sub(1);
            if rest == 0 {
                break;
            }
        }
        Self { text, start }
    }

    pub(crate) fn as_str(&self) -> &str {
        self.text.get(self.start..).and_then(|digits| core::str::from_utf8(digits).ok()).unwrap_or_default()
    }
}

/// Reads 1 to `max_digits` decimal digits without sign and without leading zeros; `max_digits` is at most 19.
pub(crate) fn whole(text: &[u8], max_digits: usize) -> Option<u64> {
    let leading_zero = text.first() == Some(&b'0') && text.len() > 1;
    if text.is_empty() || text.len() > max_digits || leading_zero {
        return None;
    }
    text.iter().try_fold(0_u64, |value, byte| {
        let digit = byte.checked_sub(b'0').filter(|digit| *digit < 10)?;
        value.checked_mul(10)?.checked_add(u64::from(digit))
    })
}

/// Reads a decimal with up to three places (`6000.346`) as thousandths.
pub(crate) fn thousandths(text: &[u8], max_digits: usize) -> Option<u64> {
    let mut parts = text.splitn(2, |byte| *byte == b'.');
    let units = whole(parts.next()?, max_digits)?.checked_mul(1000)?;
    let Some(places) = parts.next() else { return Some(units) };
    let missing = u32::try_from(3_usize.checked_sub(places.len()).filter(|missing| *missing < 3)?).ok()?;
    let fraction = places.iter().try_fold(0_u64, |value, byte| {
        let digit = byte.checked_sub(b'0').filter(|digit| *digit < 10)?;
        value.checked_mul(10)?.checked_add(u64::from(digit))
    })?;
    units.checked_add(fraction.checked_mul(10_u64.checked_pow(missing)?)?)
}

#[cfg(test)]
mod tests {
    use super::{Digits, thousandths, whole};

    #[test]
    fn digits_are_those_of_the_standard_library() {
        for number in [0, 1, 9, 10, 19, 100, 65_535, 1_499_827_319_559, u64::MAX] {
            assert_eq!(Digits::new(number).as_str(), number.to_string());
        }
    }

    #[test]
    fn whole_numbers_take_digits_only() {
        assert_eq!(whole(b"0", 5), Some(0));
        assert_eq!(whole(b"60000", 5), Some(60_000));
        for bad in ["", "05", "+5", "-5", " 5", "5 ", "5.0", "1e3", "123456", "٥"] {
            assert_eq!(whole(bad.as_bytes(), 5), None, "{bad:?}");
        }
    }

    #[test]
    fn thousandths_take_up_to_three_places() {
        assert_eq!(thousandths(b"6000.346", 5), Some(6_000_346));
        assert_eq!(thousandths(b"0.5", 5), Some(500));
        assert_eq!(thousandths(b"0.05", 5), Some(50));
        assert_eq!(thousandths(b"7", 5), Some(7_000));
        for bad in ["1.", ".5", "1.2345", "1.2.3", "1,5", "1.5e1", "1. 5", "-0.5"] {
            assert_eq!(thousandths(bad.as_bytes(), 5), None, "{bad:?}");
        }
    }
}
