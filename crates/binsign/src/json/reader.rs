//! A pull reader of JSON that needs no memory: it takes bytes from any iterator and keeps to the grammar of RFC 8259.

use super::value::{Number, Text, Value};

/// How deeply arrays and objects may stand in each other.
pub(super) const MAX_DEPTH: u32 = 32;

/// What was read is no JSON, is cut off, is too deep, or has something behind its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Malformed;

/// Reads one JSON text from `I`: the bytes of a slice, or bytes that are decoded on the way.
///
/// Whoever reads asks for what comes next: [`value`](Self::value) once at the beginning, and once after each name that
/// [`member`](Self::member) gives and each `true` of [`item`](Self::item). What nobody wants is left with
/// [`skip`](Self::skip) in place of `value`, or with [`leave_to`](Self::leave_to) when it is half read.
/// [`end`](Self::end) says whether that was all. Asking out of turn is refused like a text that is malformed.
///
/// ```ignore
/// let mut reader = Reader::new(body.iter().copied());
/// let Value::Object = reader.value()? else { return Err(Malformed) };
/// while let Some(name) = reader.member()? {
///     if name.is("code") {
///         if let Value::Number(number) = reader.value()? { code = number.integer() }
///     } else {
///         reader.skip()?;
///     }
/// }
/// reader.end()
/// ```
///
/// It does not look whether texts are UTF-8 and whether names are there twice: that is for whoever reads.
#[derive(Clone)]
pub(crate) struct Reader<I> {
    rest: I,
    depth: u32,
    /// A bit for each level, the innermost lowest: whether it is an object.
    objects: u32,
    /// What is asked for next is a value.
    wants_value: bool,
    /// Nothing of the innermost array or object has been read.
    fresh: bool,
    /// Neither blanks nor exponents are taken.
    compact: bool,
}

impl<I: Iterator<Item = u8> + Clone> Reader<I> {
    /// Reads JSON with blanks anywhere, as answers have it.
    pub(crate) const fn new(bytes: I) -> Self {
        Self { rest: bytes, depth: 0, objects: 0, wants_value: true, fresh: false, compact: false }
    }

    /// Reads JSON without blanks and exponents, as it stands in requests.
    #[cfg(feature = "ws-api")]
    pub(super) fn compact(bytes: I) -> Self {
        Self { compact: true, ..Self::new(bytes) }
    }

    /// Reads a value; an object or an array is only begun.
    pub(crate) fn value(&mut self) -> Result<Value<I>, Malformed> {
        check(self.wants_value)?;
        self.wants_value = false;
        match self.next_visible().ok_or(Malformed)? {
            b'{' => {
                self.open(true)?;
                Ok(Value::Object)
            }
            b'[' => {
                self.open(false)?;
                Ok(Value::Array)
            }
            b'"' => self.text().map(Value::Text),
            b't' => self.word("true", Value::Bool(true)),
            b'f' => self.word("false", Value::Bool(false)),
            b'n' => self.word("null", Value::Null),
            _ => self.number().map(Value::Number),
        }
    }

    /// Reads the name of the next member of an object; none at the object's end, which is then left.
    pub(crate) fn member(&mut self) -> Result<Option<Text<I>>, Malformed> {
        check(self.in_object())?;
        if !self.goes_on(b'}')? {
            return Ok(None);
        }
        check(self.next_visible() == Some(b'"'))?;
        let name = self.text()?;
        check(self.next_visible() == Some(b':'))?;
        self.rest.next();
        Ok(Some(name))
    }

    /// Whether an array has one more item; where it has none it is left.
    pub(crate) fn item(&mut self) -> Result<bool, Malformed> {
        check(!self.in_object())?;
        self.goes_on(b']')
    }

    /// Reads a value, whole, that nobody wants.
    // Policies do.
    #[allow(dead_code)]
    pub(crate) fn skip(&mut self) -> Result<(), Malformed> {
        let depth = self.depth;
        self.value()?;
        self.leave_to(depth)
    }

    /// In how many arrays and objects the reader is.
    pub(crate) const fn depth(&self) -> u32 {
        self.depth
    }

    /// Reads on until the reader is in no more than `depth` arrays and objects.
    pub(crate) fn leave_to(&mut self, depth: u32) -> Result<(), Malformed> {
        while self.depth > depth {
            if self.goes_on_anywhere()? {
                self.value()?;
            }
        }
        Ok(())
    }

    /// Whether the array or the object that the reader is in has one more value, with a name or without.
    pub(crate) fn goes_on_anywhere(&mut self) -> Result<bool, Malformed> {
        if self.in_object() { self.member().map(|name| name.is_some()) } else { self.item() }
    }

    /// Whether the value was read to its end and is all there is.
    pub(crate) fn end(mut self) -> Result<(), Malformed> {
        check(self.depth == 0 && !self.wants_value && self.next_visible().is_none())
    }

    fn open(&mut self, object: bool) -> Result<(), Malformed> {
        self.depth = self.depth.checked_add(1).filter(|depth| *depth <= MAX_DEPTH).ok_or(Malformed)?;
        self.objects = (self.objects << 1) | u32::from(object);
        self.fresh = true;
        self.rest.next();
        Ok(())
    }

    const fn in_object(&self) -> bool {
        self.objects & 1 == 1
    }

    /// Reads what stands between two values of an array or object: whether there is a second one.
    fn goes_on(&mut self, closing: u8) -> Result<bool, Malformed> {
        check(self.depth > 0 && !self.wants_value)?;
        let next = self.next_visible();
        let fresh = core::mem::replace(&mut self.fresh, false);
        if next == Some(closing) {
            self.rest.next();
            self.depth = self.depth.saturating_sub(1);
            self.objects >>= 1;
            return Ok(false);
        }
        if !fresh {
            check(next == Some(b','))?;
            self.rest.next();
        }
        self.wants_value = true;
        Ok(true)
    }

    /// Reads a text; the quote before it is next.
    fn text(&mut self) -> Result<Text<I>, Malformed> {
        self.rest.next();
        let place = self.rest.clone();
        let (mut length, mut has_escapes) = (0_usize, false);
        loop {
            match self.rest.next().ok_or(Malformed)? {
                b'"' => return Ok(Text::new(place, length, has_escapes)),
                b'\\' => {
                    has_escapes = true;
                    length = length.saturating_add(self.escape()?);
                }
                0..=0x1F => return Err(Malformed),
                _ => {}
            }
            length = length.saturating_add(1);
        }
    }

    /// Reads what stands behind a backslash, and says how many bytes that is.
    fn escape(&mut self) -> Result<usize, Malformed> {
        match self.rest.next() {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => Ok(1),
            Some(b'u') => {
                for _ in 0..4 {
                    check(self.rest.next().is_some_and(|digit| digit.is_ascii_hexdigit()))?;
                }
                Ok(5)
            }
            _ => Err(Malformed),
        }
    }

    fn number(&mut self) -> Result<Number<I>, Malformed> {
        let place = self.rest.clone();
        let mut length = self.takes(|byte| byte == b'-');
        let zero = self.takes(|byte| byte == b'0');
        length = length.saturating_add(if zero == 0 { self.digits()? } else { zero });
        let point = self.takes(|byte| byte == b'.');
        if point > 0 {
            length = length.saturating_add(point).saturating_add(self.digits()?);
        }
        if !self.compact {
            let exponent = self.takes(|byte| matches!(byte, b'e' | b'E'));
            if exponent > 0 {
                let sign = self.takes(|byte| matches!(byte, b'+' | b'-'));
                length = length.saturating_add(exponent).saturating_add(sign).saturating_add(self.digits()?);
            }
        }
        // At the end of a text that is cut off, more digits may be missing.
        check(self.depth == 0 || self.peek().is_some())?;
        Ok(Number::new(place, length))
    }

    /// Reads one digit or more, and says how many.
    fn digits(&mut self) -> Result<usize, Malformed> {
        let mut count = 0_usize;
        while self.takes(|byte| byte.is_ascii_digit()) > 0 {
            count = count.saturating_add(1);
        }
        check(count > 0)?;
        Ok(count)
    }

    /// Reads a byte where it is such a one: 1, or 0 where it is not.
    fn takes(&mut self, is_such: impl Fn(u8) -> bool) -> usize {
        let such = self.peek().is_some_and(is_such);
        if such {
            self.rest.next();
        }
        such.into()
    }

    fn word(&mut self, word: &str, value: Value<I>) -> Result<Value<I>, Malformed> {
        for byte in word.bytes() {
            check(self.rest.next() == Some(byte))?;
        }
        Ok(value)
    }

    fn peek(&self) -> Option<u8> {
        self.rest.clone().next()
    }

    /// The next byte that is no blank; it is left where it is.
    fn next_visible(&mut self) -> Option<u8> {
        loop {
            let byte = self.peek()?;
            if self.compact || !matches!(byte, b' ' | b'\t' | b'\n' | b'\r') {
                return Some(byte);
            }
            self.rest.next();
        }
    }
}

const fn check(is_good: bool) -> Result<(), Malformed> {
    if is_good { Ok(()) } else { Err(Malformed) }
}

#[cfg(test)]
mod tests;
