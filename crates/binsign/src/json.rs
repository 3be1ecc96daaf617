//! JSON (RFC 8259), as much of it as a request needs: whether a text is one compact value.

/// How deeply arrays and objects may stand in each other.
const MAX_DEPTH: u32 = 32;

/// Whether `text` is a number without exponent, `true`, `false`, an array or an object, with no blanks between its
/// parts.
pub(crate) fn is_compact_literal(text: &[u8]) -> bool {
    Scan { rest: text, depth: 0, objects: 0 }.whole().is_some()
}

/// What is still to be read, and in what it stands.
struct Scan<'a> {
    rest: &'a [u8],
    depth: u32,
    /// A bit for each level, the innermost lowest: whether it is an object.
    objects: u32,
}

impl Scan<'_> {
    /// Reads one value that is everything there is.
    fn whole(&mut self) -> Option<()> {
        if self.rest.first() == Some(&b'"') {
            return None;
        }
        loop {
            if !self.opens_or_takes()? {
                continue;
            }
            while self.depth > 0 {
                if self.takes(b",") {
                    if self.in_object() {
                        self.key()?;
                    }
                    break;
                }
                self.takes(if self.in_object() { b"}" } else { b"]" }).then_some(())?;
                self.close();
            }
            // A comma was read, and a value is to come; or all is closed.
            if self.depth == 0 {
                return self.rest.is_empty().then_some(());
            }
        }
    }

    /// Reads a value, or opens one: whether it is read to its end.
    fn opens_or_takes(&mut self) -> Option<bool> {
        if self.takes(b"{") {
            self.open(true)?;
            if self.takes(b"}") {
                self.close();
                return Some(true);
            }
            self.key()?;
            return Some(false);
        }
        if self.takes(b"[") {
            self.open(false)?;
            if self.takes(b"]") {
                self.close();
                return Some(true);
            }
            return Some(false);
        }
        if self.rest.first() == Some(&b'"') {
            self.string()?;
        } else {
            let word = self.takes(b"true") || self.takes(b"false") || (self.depth > 0 && self.takes(b"null"));
            if !word {
                self.number()?;
            }
        }
        Some(true)
    }

    fn open(&mut self, object: bool) -> Option<()> {
        self.depth = self.depth.checked_add(1).filter(|depth| *depth <= MAX_DEPTH)?;
        self.objects = (self.objects << 1) | u32::from(object);
        Some(())
    }

    fn close(&mut self) {
        self.depth = self.depth.saturating_sub(1);
        self.objects >>= 1;
    }

    const fn in_object(&self) -> bool {
        self.objects & 1 == 1
    }

    /// A name and the colon behind it.
    fn key(&mut self) -> Option<()> {
        self.string()?;
        self.takes(b":").then_some(())
    }

    fn string(&mut self) -> Option<()> {
        self.takes(b"\"").then_some(())?;
        loop {
            let (byte, tail) = self.rest.split_first()?;
            self.rest = tail;
            match byte {
                b'"' => return Some(()),
                b'\\' => self.escape()?,
                0..=0x1F => return None,
                _ => {}
            }
        }
    }

    /// What may stand behind a backslash.
    fn escape(&mut self) -> Option<()> {
        let (byte, tail) = self.rest.split_first()?;
        self.rest = tail;
        match byte {
            b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' => Some(()),
            b'u' => {
                let (digits, tail) = self.rest.split_at_checked(4)?;
                self.rest = tail;
                digits.iter().all(u8::is_ascii_hexdigit).then_some(())
            }
            _ => None,
        }
    }

    fn number(&mut self) -> Option<()> {
        self.takes(b"-");
        if !self.takes(b"0") {
            self.digits()?;
        }
        if self.takes(b".") {
            self.digits()?;
        }
        Some(())
    }

    /// One digit or more.
    fn digits(&mut self) -> Option<()> {
        let count = self.rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        self.rest = self.rest.get(count..)?;
        (count > 0).then_some(())
    }

    fn takes(&mut self, word: &[u8]) -> bool {
        let Some(tail) = self.rest.strip_prefix(word) else { return false };
        self.rest = tail;
        true
    }
}

#[cfg(test)]
mod tests {
    use super::is_compact_literal;

    /// What a JSON library says, and the three things that are asked beyond it: compact, no exponent, no text.
    #[test]
    fn literals_are_those_of_the_standard() {
        let good = [
            "0",
            "-0",
            "1",
            "-12",
            "100",
            "0.1",
            "-0.00000001",
            "12345678901234567890.1",
            "true",
            "false",
            "[]",
            "{}",
            "[1]",
            "[1,2]",
            "[[],{}]",
            r#"["A","B"]"#,
            r#"{"a":1,"b":[true,false,null],"c":{"d":"e"}}"#,
            r#"["\"\\\/\b\f\n\r\tA"]"#,
            r#"["１２３"]"#,
            r#"[{"a":[]},1]"#,
        ];
        for text in good {
            assert!(
                serde_json::from_str::<serde_json::Value>(text).is_ok() && is_compact_literal(text.as_bytes()),
                "{text}"
            );
        }
        let bad = [
            "",
            "null",
            "01",
            "1.",
            ".1",
            "+1",
            "1e5",
            "1E5",
            "0x1",
            "NaN",
            "tru",
            "truee",
            "[",
            "]",
            "[1",
            "[1,]",
            "[,1]",
            "{",
            "{1:2}",
            r#"{"a"}"#,
            r#"{"a":}"#,
            r#"{"a":1,}"#,
            "[1}",
            r#"{"a":1]"#,
            "1,2",
            "1 ",
            " 1",
            "[1, 2]",
            r#""text""#,
            r#"["\x"]"#,
            r#"["\u12g4"]"#,
            "[\"\n\"]",
            r#"["a]"#,
            "[]]",
            "--1",
            "1,\"side\":\"SELL\"",
        ];
        for text in bad {
            assert!(!is_compact_literal(text.as_bytes()), "{text}");
        }
    }

    #[test]
    fn depth_has_a_limit() {
        let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
        assert!(is_compact_literal(nested(32).as_bytes()));
        assert!(!is_compact_literal(nested(33).as_bytes()));
    }
}
