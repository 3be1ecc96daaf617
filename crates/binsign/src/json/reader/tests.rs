//! The reader against a JSON library that shares no code with it, and its rules of use.

use proptest::prelude::*;
use serde_json::{Map, Value as Library};

use super::{MAX_DEPTH, Malformed, Reader, Value};

type Bytes<'a> = std::iter::Copied<std::slice::Iter<'a, u8>>;

fn reader(text: &str) -> Reader<Bytes<'_>> {
    Reader::new(text.as_bytes().iter().copied())
}

/// The whole text, through the reader, as the library holds it; numbers as they are written.
fn whole(text: &str) -> Result<Library, Malformed> {
    let mut reader = reader(text);
    let value = tree(&mut reader)?;
    reader.end().map(|()| value)
}

fn tree(reader: &mut Reader<Bytes<'_>>) -> Result<Library, Malformed> {
    Ok(match reader.value()? {
        Value::Object => {
            let mut object = Map::new();
            while let Some(name) = reader.member()? {
                // Texts are decoded by the library: what counts is that they are the right bytes.
                let key = decoded(name.raw());
                assert!(name.is(&key) || !key.is_ascii());
                assert_eq!(name.plain().is_none(), name.raw().any(|byte| byte == b'\\'));
                object.insert(key, tree(reader)?);
            }
            Library::Object(object)
        }
        Value::Array => {
            let mut array = Vec::new();
            while reader.item()? {
                array.push(tree(reader)?);
            }
            Library::Array(array)
        }
        Value::Text(text) => Library::String(decoded(text.raw())),
        Value::Number(number) => {
            let written = String::from_utf8(number.raw().collect()).unwrap();
            assert_eq!(number.integer(), written.parse().ok());
            // The library refuses what its floats do not hold.
            serde_json::from_str(&written).unwrap_or_default()
        }
        Value::Bool(value) => Library::Bool(value),
        Value::Null => Library::Null,
    })
}

fn decoded(raw: impl Iterator<Item = u8>) -> String {
    let quoted: Vec<u8> = std::iter::once(b'"').chain(raw).chain(std::iter::once(b'"')).collect();
    // A surrogate by itself is good JSON and no text.
    serde_json::from_slice(&quoted).unwrap_or_default()
}

/// Every value the library can hold, some levels deep.
fn any_value() -> impl Strategy<Value = Library> {
    let leaf = prop_oneof![
        Just(Library::Null),
        any::<bool>().prop_map(Library::from),
        any::<i64>().prop_map(Library::from),
        (-1e9..1e9_f64).prop_map(Library::from),
        any::<String>().prop_map(Library::from),
    ];
    leaf.prop_recursive(4, 40, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Library::Array),
            prop::collection::btree_map(any::<String>(), inner, 0..6)
                .prop_map(|members| Library::Object(members.into_iter().collect())),
        ]
    })
}

proptest! {
    /// What the library writes is read as what it meant, compact or with blanks.
    #[test]
    fn what_the_library_writes_is_read(value in any_value()) {
        for text in [value.to_string(), serde_json::to_string_pretty(&value).unwrap()] {
            prop_assert_eq!(whole(&text), Ok(serde_json::from_str(&text).unwrap()), "{}", text);
            let mut skipped = reader(&text);
            prop_assert_eq!(skipped.skip(), Ok(()));
            prop_assert_eq!(skipped.end(), Ok(()));
        }
    }

    /// A byte that is changed, put in or taken out makes the text bad for both or for neither.
    #[test]
    fn damaged_texts_are_refused_as_the_library_does(value in any_value(), at in any::<usize>(), byte in 0_u8..128, edit in 0..3) {
        let mut text = value.to_string().into_bytes();
        let at = at % text.len();
        match edit {
            0 => text[at] = byte,
            1 => text.insert(at, byte),
            _ => _ = text.remove(at),
        }
        if let Ok(text) = String::from_utf8(text) {
            // The library reads surrogates strictly and numbers into its own range, which is not the grammar's.
            let apart = text.contains("\\u") || text.contains(['e', 'E']);
            prop_assert!(apart || whole(&text).is_ok() == serde_json::from_str::<Library>(&text).is_ok(), "{}", text);
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let mut reader = Reader::new(bytes.iter().copied());
        if reader.skip().is_ok() && reader.end().is_ok() {
            prop_assert!(serde_json::from_slice::<Library>(&bytes).is_ok() || std::str::from_utf8(&bytes).is_err());
        }
    }
}

/// Cases of the grammar (RFC 8259), section by section.
#[test]
fn the_grammar_is_kept() {
    let good = [
        " \t\n\r{ } \n",
        "[ ]",
        "-0",
        "-0.0e-0",
        "1E+400",
        "1e5",
        "123456789012345678901234567890",
        r#""""#,
        r#""\ud834\udd1e \/ \u0000""#,
        r#""\ud834""#,
        "\"\u{7f}é\"",
        r#"{"a":1,"a":2}"#,
        "null",
        "[[],[[]],{\"\":{}}]",
    ];
    for text in good {
        assert!(whole(text).is_ok(), "{text}");
    }
    let bad = [
        "",
        " ",
        "\u{feff}1",
        "[1,]",
        "[,1]",
        "[1 2]",
        "[1,,2]",
        "{\"a\":1,}",
        "{,\"a\":1}",
        "{\"a\" 1}",
        "{\"a\"}",
        "{\"a\":}",
        "{a:1}",
        "{'a':1}",
        "{\"a\":1 \"b\":2}",
        "[1}",
        "{\"a\":1]",
        "[",
        "{",
        "{\"a\":",
        "]",
        "}",
        "1 2",
        "[] []",
        "01",
        "-",
        "-a",
        "+1",
        "1.",
        ".5",
        "1.e1",
        "1e",
        "1e+",
        "0x10",
        "Infinity",
        "tru",
        "truefalse",
        "nul",
        "\"a",
        "\"\\",
        "\"\\x\"",
        "\"\\u12\"",
        "\"\\u12g4\"",
        "\"\n\"",
        "\"\u{1f}\"",
        "/**/1",
        "\u{a0}1",
        "\u{b}1",
    ];
    for text in bad {
        assert!(whole(text).is_err(), "{text:?}");
    }
}

#[test]
fn depth_has_a_limit() {
    let nested = |depth: u32| "[".repeat(depth as usize) + &"]".repeat(depth as usize);
    assert!(whole(&nested(MAX_DEPTH)).is_ok());
    assert!(whole(&nested(MAX_DEPTH + 1)).is_err());
}

#[test]
fn names_are_compared_by_what_they_mean() {
    let mut reader = reader(r#"{"\u0063ode":1,"c\u006fde\u0000":2,"\t\b\f\n\r\/\\\"":3,"cod\u00e9":4,"codé":5}"#);
    assert!(matches!(reader.value(), Ok(Value::Object)));
    let mut expect = |meant: &str, not: &str| {
        let name = reader.member().unwrap().unwrap();
        assert!(name.is(meant) || !meant.is_ascii(), "{meant:?}");
        assert!(!name.is(not), "{not:?}");
        reader.skip().unwrap();
    };
    expect("code", "codes");
    expect("code\0", "code");
    expect("\t\u{8}\u{c}\n\r/\\\"", "");
    expect("codé", "code");
    expect("codé", "code");
    assert!(reader.member().unwrap().is_none());
    assert_eq!(reader.end(), Ok(()));
}

#[test]
fn whole_numbers_have_64_bits() {
    let integer = |text: &str| match reader(text).value() {
        Ok(Value::Number(number)) => number.integer(),
        _ => panic!("{text} is no number"),
    };
    assert_eq!(integer("-9223372036854775808"), Some(i64::MIN));
    assert_eq!(integer("9223372036854775807"), Some(i64::MAX));
    assert_eq!(integer("-2015"), Some(-2015));
    for text in ["9223372036854775808", "-9223372036854775809", "1.0", "1e3", "123456789012345678901"] {
        assert_eq!(integer(text), None, "{text}");
    }
}

/// A number that is cut off is another number.
#[test]
fn numbers_at_a_break_are_refused() {
    let mut cut = reader("[-10");
    assert!(matches!(cut.value(), Ok(Value::Array)));
    assert_eq!(cut.item(), Ok(true));
    assert!(cut.value().is_err());
    assert!(reader("-10").value().is_ok(), "nothing says that this is a break");
}

/// Asking out of turn gives nothing, whatever stands there.
#[test]
fn asking_out_of_turn_is_refused() {
    let mut twice = reader("[1,2]");
    assert!(matches!(twice.value(), Ok(Value::Array)));
    assert!(twice.clone().value().is_err(), "a value without an item");
    assert!(twice.clone().member().is_err(), "a member in an array");
    assert_eq!(twice.item(), Ok(true));
    assert_eq!(twice.clone().item(), Err(Malformed), "an item that was not read");
    assert!(twice.clone().end().is_err(), "the end in the middle");
    assert!(twice.value().is_ok());
    assert_eq!(twice.leave_to(0), Ok(()));
    assert_eq!((twice.depth(), twice.clone().item()), (0, Err(Malformed)));
    assert_eq!(twice.end(), Ok(()));
    assert_eq!(reader("1").end(), Err(Malformed), "nothing was read");
    let mut object = reader("{}");
    assert!(object.value().is_ok());
    assert_eq!(object.item(), Err(Malformed), "an item in an object");
}

/// The bytes may come from anywhere: here percent-encoded, as a parameter of a request.
#[test]
fn bytes_are_decoded_on_the_way() {
    let encoded = "%5B%7B%22symbol%22%3A%22BTCUSDT%22%7D%5D";
    let mut reader = Reader::new(percent_encoding::percent_decode_str(encoded));
    assert!(matches!(reader.value(), Ok(Value::Array)));
    assert_eq!(reader.item(), Ok(true));
    assert!(matches!(reader.value(), Ok(Value::Object)));
    assert!(reader.member().unwrap().unwrap().is("symbol"));
    let Ok(Value::Text(symbol)) = reader.value() else { panic!("no text") };
    assert!(symbol.plain().unwrap().eq(*b"BTCUSDT"));
    assert_eq!(reader.leave_to(0), Ok(()));
    assert_eq!(reader.end(), Ok(()));
}
