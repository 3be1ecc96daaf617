//! The values that the reader of JSON hands out: texts and numbers are the places where they stand.

use core::iter::Take;

/// One value.
#[derive(Clone)]
pub(crate) enum Value<I> {
    /// An object begins: its members come next.
    Object,
    /// An array begins: its items come next.
    Array,
    Text(Text<I>),
    Number(Number<I>),
    Bool(bool),
    Null,
}

/// A text between its quotes, checked and not decoded.
#[derive(Clone)]
pub(crate) struct Text<I> {
    place: I,
    length: usize,
    has_escapes: bool,
}

impl<I: Iterator<Item = u8> + Clone> Text<I> {
    /// The `length` bytes where `place` is.
    pub(super) fn new(place: I, length: usize, has_escapes: bool) -> Self {
        Self { place, length, has_escapes }
    }

    /// The bytes between the quotes, escapes as they stand.
    pub(crate) fn raw(&self) -> Take<I> {
        self.place.clone().take(self.length)
    }

    /// The bytes that the text means; none where there are escapes in it.
    // Policies read it.
    #[allow(dead_code)]
    pub(crate) fn plain(&self) -> Option<Take<I>> {
        (!self.has_escapes).then(|| self.raw())
    }

    /// Where the text stands, and how many bytes it has; none where there are escapes in it.
    #[cfg(feature = "policy")]
    pub(crate) fn place(&self) -> Option<(&I, usize)> {
        (!self.has_escapes).then_some((&self.place, self.length))
    }

    /// Whether the text means `ascii`, with escapes or without.
    pub(crate) fn is(&self, ascii: &str) -> bool {
        if self.has_escapes {
            return self.units().eq(ascii.bytes().map(u16::from));
        }
        self.raw().eq(ascii.bytes())
    }

    /// The characters that the text means, as far as they are ASCII; what is not gives numbers over that.
    fn units(&self) -> impl Iterator<Item = u16> {
        let mut bytes = self.raw();
        core::iter::from_fn(move || {
            Some(match bytes.next()? {
                b'\\' => match bytes.next()? {
                    b'b' => 0x08,
                    b'f' => 0x0C,
                    b'n' => 0x0A,
                    b'r' => 0x0D,
                    b't' => 0x09,
                    b'u' => bytes.by_ref().take(4).fold(0, |unit, digit| (unit << 4) | hexadecimal(digit)),
                    other => other.into(),
                },
                byte if byte.is_ascii() => byte.into(),
                _ => u16::MAX,
            })
        })
    }
}

/// The value of a digit, which the reader has checked.
fn hexadecimal(digit: u8) -> u16 {
    let value = if digit.is_ascii_digit() { digit } else { digit.wrapping_add(9) };
    u16::from(value & 0x0F)
}

/// A number as it is written.
#[derive(Clone)]
pub(crate) struct Number<I> {
    place: I,
    length: usize,
}

impl<I: Iterator<Item = u8> + Clone> Number<I> {
    /// The `length` bytes where `place` is.
    pub(super) fn new(place: I, length: usize) -> Self {
        Self { place, length }
    }

    /// The characters of the number.
    #[cfg(test)]
    pub(super) fn raw(&self) -> Take<I> {
        self.place.clone().take(self.length)
    }

    /// Where the number stands, and how many characters it has.
    #[cfg(feature = "policy")]
    pub(crate) const fn place(&self) -> (&I, usize) {
        (&self.place, self.length)
    }

    /// The number where it is a whole one, written without point and exponent, that 64 bits hold.
    pub(crate) fn integer(&self) -> Option<i64> {
        let mut bytes = self.place.clone().take(self.length).peekable();
        let negative = bytes.next_if_eq(&b'-').is_some();
        // Downwards: the lowest number has no opposite.
        let value = bytes.try_fold(0_i64, |value, byte| {
            let digit = byte.checked_sub(b'0').filter(|digit| *digit < 10)?;
            value.checked_mul(10)?.checked_sub(digit.into())
        })?;
        if negative { Some(value) } else { value.checked_neg() }
    }
}
