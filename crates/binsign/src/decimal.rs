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
        for pair in text.as_chunks_mut::<2>().0.iter_mut().rev() {
            // Below a hundred, so it always fits.
            let two = u8::try_from(rest % 100).unwrap_or(0);
            *pair = [b'0'.wrapping_add(two / 10), b'0'.wrapping_add(two % 10)];
            rest /= 100;
            start = start.saturating_sub(if rest == 0 && two < 10 { 1 } else { 2 });
            if rest == 0 {
                break;
            }
        }
        Self { text, start }
    }

    pub(crate) fn as_bytes(&self) -> &[u8] {
        self.text.get(self.start..).unwrap_or_default()
    }

    pub(crate) fn as_str(&self) -> &str {
        core::str::from_utf8(self.as_bytes()).unwrap_or_default()
    }
}

/// Reads 1 to `max_digits` decimal digits without sign and without leading zeros; `max_digits` is at most 19.
pub(crate) fn whole(text: &[u8], max_digits: usize) -> Option<u64> {
    let leading_zero = text.first() == Some(&b'0') && text.len() > 1;
    if text.is_empty() || text.len() > max_digits || leading_zero {
        return None;
    }
    digits(text)
}

/// Reads at most 19 digits, which do not overflow.
fn digits(text: &[u8]) -> Option<u64> {
    text.iter().try_fold(0_u64, |value, byte| {
        let digit = byte.wrapping_sub(b'0');
        (digit < 10).then(|| value.wrapping_mul(10).wrapping_add(digit.into()))
    })
}

/// Reads a decimal with up to three places (`6000.346`) as thousandths.
pub(crate) fn thousandths(text: &[u8], max_digits: usize) -> Option<u64> {
    let mut parts = text.splitn(2, |byte| *byte == b'.');
    let units = whole(parts.next()?, max_digits)?.checked_mul(1000)?;
    let Some(places) = parts.next() else { return Some(units) };
    let missing = u32::try_from(3_usize.checked_sub(places.len()).filter(|missing| *missing < 3)?).ok()?;
    let fraction = digits(places)?;
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
