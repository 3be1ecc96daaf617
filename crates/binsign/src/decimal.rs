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
            let (hundreds, two) = by_hundred(rest);
            *pair = [b'0'.wrapping_add(two / 10), b'0'.wrapping_add(two % 10)];
            rest = hundreds;
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

/// A number divided by a hundred, and what is over.
#[cfg(target_pointer_width = "64")]
fn by_hundred(number: u64) -> (u64, u8) {
    // Below a hundred, so it always fits.
    (number / 100, u8::try_from(number % 100).unwrap_or(0))
}

/// A number divided by a hundred, and what is over: in steps of 32 bits, since a division of 64 bits would cost a small
/// processor 500 bytes of flash.
#[cfg(any(test, not(target_pointer_width = "64")))]
fn by_hundred_in_steps(number: u64) -> (u64, u8) {
    let mut over = 0_u32;
    let mut bytes = number.to_be_bytes();
    for two in bytes.as_chunks_mut().0 {
        let value = (over << 16) | u32::from(u16::from_be_bytes(*two));
        // Both always fit: what is over is below a hundred.
        *two = u16::try_from(value / 100).unwrap_or(0).to_be_bytes();
        over = value % 100;
    }
    (u64::from_be_bytes(bytes), u8::try_from(over).unwrap_or(0))
}

#[cfg(not(target_pointer_width = "64"))]
use by_hundred_in_steps as by_hundred;

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

/// Reads a decimal of up to five digits, with up to three places behind them (`6000.346`), as thousandths.
pub(crate) fn thousandths(text: &[u8]) -> Option<u32> {
    let point = text.iter().position(|byte| *byte == b'.').unwrap_or(text.len());
    let (units, fraction) = text.split_at_checked(point)?;
    let mut value = u32::try_from(whole(units, 5)?).ok()?;
    let places = fraction.get(1..).unwrap_or_default();
    if places.len() > 3 || fraction.len() == 1 {
        return None;
    }
    for index in 0..3 {
        let digit = places.get(index).unwrap_or(&b'0').checked_sub(b'0').filter(|digit| *digit < 10)?;
        value = value.checked_mul(10)?.checked_add(digit.into())?;
    }
    Some(value)
}

#[cfg(test)]
mod tests {
    use super::{Digits, by_hundred_in_steps, thousandths, whole};

    #[test]
    fn steps_divide_as_the_processor_does() {
        for number in [0, 1, 99, 100, 6_553_599, 6_553_600, 1_499_827_319_559_123, u64::MAX - 1, u64::MAX] {
            assert_eq!(by_hundred_in_steps(number), (number / 100, u8::try_from(number % 100).unwrap()), "{number}");
        }
    }

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
        assert_eq!(thousandths(b"6000.346"), Some(6_000_346));
        assert_eq!(thousandths(b"0.5"), Some(500));
        assert_eq!(thousandths(b"0.05"), Some(50));
        assert_eq!(thousandths(b"7"), Some(7_000));
        assert_eq!(thousandths(b"99999.999"), Some(99_999_999));
        for bad in ["", ".", "1.", ".5", "1.2345", "123456", "01.5", "1.2.3", "1,5", "1.5e1", "1. 5", "-0.5"] {
            assert_eq!(thousandths(bad.as_bytes()), None, "{bad:?}");
        }
    }
}
