//! JSON values as the text of a parameter: numbers plain and digit for digit, arrays and objects compact.

use serde_json::Value;

/// No exponent in use is near this; it keeps a case from asking for gigabytes of zeros.
const MAX_EXPONENT: i64 = 400;

/// The text a value is sent as; `None` where it is `null`, an error where it has no exact text.
pub(crate) fn text(value: &Value) -> Result<Option<String>, &'static str> {
    Ok(match value {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        other => {
            let mut text = String::new();
            write(other, &mut text)?;
            Some(text)
        }
    })
}

/// Compact JSON, with plain numbers.
fn write(value: &Value, out: &mut String) -> Result<(), &'static str> {
    match value {
        Value::Null => out.push_str("null"),
        Value::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
        Value::Number(number) => out.push_str(&number_text(&number.to_string())?),
        Value::String(text) => out.push_str(&Value::String(text.clone()).to_string()),
        Value::Array(items) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    out.push(',');
                }
                write(item, out)?;
            }
            out.push(']');
        }
        Value::Object(members) => {
            out.push('{');
            for (index, (name, member)) in members.iter().enumerate() {
                if index > 0 {
                    out.push(',');
                }
                out.push_str(&Value::String(name.clone()).to_string());
                out.push(':');
                write(member, out)?;
            }
            out.push('}');
        }
    }
    Ok(())
}

/// A JSON number without exponent; without one already, it stays digit for digit.
fn number_text(number: &str) -> Result<String, &'static str> {
    let Some((mantissa, exponent)) = number.split_once(['e', 'E']) else { return Ok(number.to_owned()) };
    let exponent: i64 = exponent.parse().map_err(|_| "a number's exponent is out of range")?;
    if exponent.abs() > MAX_EXPONENT {
        return Err("a number's exponent is out of range");
    }
    let (sign, mantissa) = mantissa.strip_prefix('-').map_or(("", mantissa), |rest| ("-", rest));
    let (units, places) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = format!("{units}{places}");
    // Where the point stands in `digits`, which may be before or behind them.
    let point = i64::try_from(units.len()).unwrap_or(0) + exponent;
    let (whole, fraction) = if point <= 0 {
        let zeros = usize::try_from(-point).unwrap_or(0);
        (String::from("0"), format!("{}{digits}", "0".repeat(zeros)))
    } else {
        let point = usize::try_from(point).unwrap_or(0);
        if point >= digits.len() {
            (format!("{digits}{}", "0".repeat(point - digits.len())), String::new())
        } else {
            (digits[..point].to_owned(), digits[point..].to_owned())
        }
    };
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    Ok(if fraction.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{fraction}") })
}

#[cfg(test)]
mod tests {
    use super::{number_text, text};

    #[test]
    fn numbers_are_plain_and_keep_their_digits() {
        for (given, plain) in [
            ("1", "1"),
            ("0.10", "0.10"),
            ("-0.50", "-0.50"),
            ("12345678901234567890123", "12345678901234567890123"),
            ("1e-05", "0.00001"),
            ("1.5E-7", "0.00000015"),
            ("1.50e1", "15.0"),
            ("1.5e3", "1500"),
            ("-2E+2", "-200"),
            ("0e5", "0"),
            ("123.456e-1", "12.3456"),
            ("0.001e2", "0.1"),
        ] {
            assert_eq!(number_text(given).as_deref(), Ok(plain), "{given}");
        }
        assert!(number_text("1e999").is_err());
    }

    #[test]
    fn arrays_and_objects_are_compact_and_in_order() {
        let value = serde_json::from_str(r#"{"b": [1.0, 1e-2, true, null, "é\u00e9\n"], "a": {}}"#).unwrap();
        let expected = r#"{"b":[1.0,0.01,true,null,"éé\n"],"a":{}}"#;
        assert_eq!(text(&value), Ok(Some(expected.to_owned())));
    }
}
