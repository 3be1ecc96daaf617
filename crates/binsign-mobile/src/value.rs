//! A value of a parameter: from the types of Swift and Kotlin to the text that is sent, exactly or not at all.

use std::borrow::Cow;
use std::fmt::{self, Write as _};

use binsign::{Code, Error, MAX_REQUEST};
use binsign_host::{Param, plain_decimal};

use crate::Parameter;

/// 2^24: from here on not every whole number has a float of 32 bits of its own.
const WHOLE_NUMBERS_MERGE: f32 = 16_777_216.0;

/// A value of a parameter, by what it is in the other language.
///
/// Only the WebSocket API tells text from other values: there integers, truth values, lists and maps go as JSON, and
/// numbers with a fraction as text, as the exchange has its DECIMAL.
#[derive(Clone, uniffi::Enum)]
#[uniffi::export(Display)]
pub enum Value {
    /// Text as it is meant, not encoded.
    Text {
        /// The text.
        text: String,
    },
    /// A whole number, a truth value, or JSON that is taken as it stands.
    Json {
        /// The JSON.
        text: String,
    },
    /// A decimal number, its digits without exponent.
    Digits {
        /// The digits.
        text: String,
    },
    /// A float of 64 bits: its shortest decimal is sent.
    Binary64 {
        /// The number.
        number: f64,
    },
    /// A float of 32 bits: its shortest decimal is sent.
    Binary32 {
        /// The number.
        number: f32,
    },
    /// A list: compact JSON is sent.
    Items {
        /// Its members.
        items: Vec<Value>,
    },
    /// A map: compact JSON is sent.
    Members {
        /// Its members, in order.
        members: Vec<Parameter>,
    },
}

/// Where a value stands, for the error that names it.
#[derive(Clone, Copy)]
pub(crate) struct Place<'a> {
    /// From 1 over query and body together; 0 for what is no parameter.
    pub(crate) position: u16,
    pub(crate) name: &'a str,
}

/// A value ready for a request.
pub(crate) struct Sent<'a> {
    pub(crate) text: Cow<'a, str>,
    /// Whether it is JSON that is no string.
    pub(crate) is_literal: bool,
}

impl Sent<'_> {
    /// The value on the WebSocket API.
    pub(crate) fn as_param(&self) -> Param<'_> {
        if self.is_literal { Param::Literal(&self.text) } else { Param::Text(&self.text) }
    }
}

impl Value {
    /// What is sent of the value.
    pub(crate) fn sent(&self, place: Place<'_>) -> Result<Sent<'_>, Error> {
        let (text, is_literal) = match self {
            Self::Text { text } | Self::Digits { text } => (Cow::Borrowed(text.as_str()), false),
            Self::Json { text } => (Cow::Borrowed(text.as_str()), true),
            Self::Binary64 { number } => (Cow::Owned(plain_decimal(*number, place.position, place.name)?), false),
            Self::Binary32 { number } => (Cow::Owned(plain_single(*number, place)?), false),
            Self::Items { .. } | Self::Members { .. } => {
                let mut json = String::new();
                self.put_json(&mut json, place)?;
                (Cow::Owned(json), true)
            }
        };
        Ok(Sent { text, is_literal })
    }

    /// Puts the value as compact JSON behind others: text as raw UTF-8, numbers as numbers.
    fn put_json(&self, json: &mut String, place: Place<'_>) -> Result<(), Error> {
        if json.len() > MAX_REQUEST {
            return Err(Error::new(Code::RequestTooLong));
        }
        match self {
            Self::Text { text } => put_string(json, text),
            Self::Json { text } | Self::Digits { text } => json.push_str(text),
            Self::Binary64 { number } => json.push_str(&plain_decimal(*number, place.position, place.name)?),
            Self::Binary32 { number } => json.push_str(&plain_single(*number, place)?),
            Self::Items { items } => {
                json.push('[');
                for (index, item) in items.iter().enumerate() {
                    put_separator(json, index);
                    item.put_json(json, place)?;
                }
                json.push(']');
            }
            Self::Members { members } => {
                json.push('{');
                for (index, member) in members.iter().enumerate() {
                    put_separator(json, index);
                    put_string(json, &member.name);
                    json.push(':');
                    member.value.put_json(json, place)?;
                }
                json.push('}');
            }
        }
        Ok(())
    }
}

/// The shortest decimal of a float of 32 bits, under the same rules as [`plain_decimal`].
fn plain_single(number: f32, place: Place<'_>) -> Result<String, Error> {
    if number.abs() < WHOLE_NUMBERS_MERGE {
        // A negative zero plus zero is zero; every other number stays what it is.
        Ok((number + 0.0).to_string())
    } else {
        Err(Error::about(Code::ValueType, place.position, place.name))
    }
}

fn put_separator(json: &mut String, index: usize) {
    if index > 0 {
        json.push(',');
    }
}

/// A JSON string (RFC 8259, section 7) with only those escapes that must be.
fn put_string(json: &mut String, text: &str) {
    json.push('"');
    for character in text.chars() {
        match character {
            '"' => json.push_str("\\\""),
            '\\' => json.push_str("\\\\"),
            '\n' => json.push_str("\\n"),
            '\r' => json.push_str("\\r"),
            '\t' => json.push_str("\\t"),
            control if control < ' ' => {
                // Writing to a String cannot fail.
                let _ = write!(json, "\\u{:04x}", u32::from(control));
            }
            other => json.push(other),
        }
    }
    json.push('"');
}

/// Shows nothing of it: a value may be what nobody else should read.
impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Value")
    }
}

impl fmt::Debug for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::{Place, Value};
    use crate::Parameter;
    use binsign::Code;

    fn sent(value: &Value) -> Result<(String, bool), Code> {
        let sent = value.sent(Place { position: 2, name: "price" }).map_err(|error| {
            assert_eq!(error.param(), Some("price"));
            error.code()
        })?;
        Ok((sent.text.into_owned(), sent.is_literal))
    }

    /// The digits of 32 bits are those of Java's `Float.toString`.
    #[test]
    fn floats_are_their_shortest_decimal_or_refused() {
        for (number, text) in
            [(0.1_f32, "0.1"), (1e-8, "0.00000001"), (16_777_215.0, "16777215"), (-0.0, "0"), (1.0 / 3.0, "0.33333334")]
        {
            assert_eq!(sent(&Value::Binary32 { number }), Ok((text.into(), false)));
        }
        assert_eq!(sent(&Value::Binary64 { number: 1e-5 }), Ok(("0.00001".into(), false)));
        for number in [f32::NAN, f32::INFINITY, f32::NEG_INFINITY, 16_777_216.0, -16_777_216.0] {
            assert_eq!(sent(&Value::Binary32 { number }), Err(Code::ValueType));
            assert_eq!(sent(&Value::Items { items: vec![Value::Binary32 { number }] }), Err(Code::ValueType));
        }
        for number in [f64::NAN, f64::INFINITY, 9_007_199_254_740_992.0] {
            assert_eq!(sent(&Value::Binary64 { number }), Err(Code::ValueType));
            assert_eq!(sent(&Value::Items { items: vec![Value::Binary64 { number }] }), Err(Code::ValueType));
        }
    }

    /// The text is that of Python: `json.dumps(value, separators=(",", ":"), ensure_ascii=False)`.
    #[test]
    fn lists_and_maps_are_compact_json() {
        let text = |text: &str| Value::Text { text: text.into() };
        let members = vec![
            Parameter { name: "a\"\\".into(), value: text("é\n\t\r\u{1}\u{7f}/") },
            Parameter { name: "n".into(), value: Value::Digits { text: "0.10".into() } },
            Parameter { name: "e".into(), value: Value::Members { members: Vec::new() } },
        ];
        let items = vec![Value::Json { text: "5".into() }, Value::Binary64 { number: 0.5 }, Value::Members { members }];
        let expected = "[5,0.5,{\"a\\\"\\\\\":\"é\\n\\t\\r\\u0001\u{7f}/\",\"n\":0.10,\"e\":{}}]";
        assert_eq!(sent(&Value::Items { items }), Ok((expected.into(), true)));
        assert_eq!(sent(&Value::Items { items: Vec::new() }), Ok(("[]".into(), true)));
    }

    #[test]
    fn only_what_is_no_text_in_json_is_a_literal() {
        assert_eq!(sent(&Value::Json { text: "5".into() }), Ok(("5".into(), true)));
        assert_eq!(sent(&Value::Digits { text: "0.10".into() }), Ok(("0.10".into(), false)));
        assert_eq!(sent(&Value::Text { text: "true".into() }), Ok(("true".into(), false)));
        assert_eq!(
            format!("{} {:?}", Value::Text { text: "x".into() }, Value::Json { text: "1".into() }),
            "Value Value"
        );
    }
}
