//! Whether a text is one compact JSON value, as the WebSocket API takes it in a request.

use super::{Reader, Value};

/// Whether `text` is a number without exponent, `true`, `false`, an array or an object, with no blanks between its
/// parts.
pub(crate) fn is_compact_literal(text: &[u8]) -> bool {
    let mut reader = Reader::compact(text.iter().copied());
    match reader.value() {
        Ok(Value::Text(_) | Value::Null) | Err(_) => false,
        Ok(_) => reader.leave_to(0).is_ok() && reader.end().is_ok(),
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
