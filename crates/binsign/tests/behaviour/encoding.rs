//! Percent-encoding: every byte that text can have, against a table that Python's `urllib.parse.quote` has made.

use std::collections::BTreeSet;

use binsign::Method;

use crate::check::check;
use crate::model::{Plan, encode};

/// Code point and encoded form, a line each: U+0001 to U+00FF, and letters around every length and lead byte of UTF-8.
///
/// ```text
/// python3 -c '
/// from urllib.parse import quote
/// points = [*range(1, 256), *range(0x100, 0x800, 0x40), 0x7FF, *range(0x800, 0xD800, 0x1000), 0xD7FF,
///           *range(0xE000, 0x10000, 0x1000), 0xFF11, 0xFFFF, *range(0x10000, 0x110000, 0x40000), 0x1F680, 0x10FFFF]
/// print(*(f"{point:X} {quote(chr(point), safe=str())}" for point in points), sep="\n")' > encoded.txt
/// ```
const ENCODED: &str = include_str!("encoded.txt");

fn table() -> impl Iterator<Item = (char, &'static str)> {
    ENCODED.lines().map(|line| {
        let (point, encoded) = line.split_once(' ').unwrap();
        (char::from_u32(u32::from_str_radix(point, 16).unwrap()).unwrap(), encoded)
    })
}

/// The query that binsign makes of one parameter, on a route that is not signed.
fn query_with(value: &str) -> String {
    let mut buffer = [0; 128];
    let mut request = binsign::Request::rest(&mut buffer, Method::Get, "/api/v3/time").unwrap();
    request.param("v", value).unwrap();
    let signer = binsign::Signer::hmac("key", b"secret").unwrap();
    let signed = binsign::Gate::documented_routes().authorize(request).unwrap().sign(&signer).unwrap();
    signed.query().to_owned()
}

#[test]
fn every_letter_is_encoded_as_python_does() {
    for (letter, encoded) in table() {
        let value = letter.to_string();
        assert_eq!(query_with(&value), format!("v={encoded}"), "U+{:04X}", u32::from(letter));
        // Between others, where a run of plain bytes begins and ends.
        assert_eq!(query_with(&format!("a{value}{value}~")), format!("v=a{encoded}{encoded}~"));
        // The model, on which the other tests rest, agrees.
        assert_eq!(encode(&value), encoded);
    }
}

#[test]
fn the_table_has_every_byte_that_utf_8_can_have() {
    let there: BTreeSet<u8> = table().flat_map(|(letter, _)| letter.to_string().into_bytes()).collect();
    // NUL is refused; C0, C1 and F5 to FF occur in no UTF-8 text (RFC 3629, section 1).
    let missing = (0..=255).filter(|byte| !there.contains(byte));
    assert_eq!(missing.collect::<Vec<u8>>(), [&[0, 0xC0, 0xC1][..], &(0xF5..=0xFF).collect::<Vec<u8>>()].concat());
}

#[test]
fn awkward_values_are_encoded_in_query_and_body() {
    for value in [
        "",
        " ",
        "a b",
        "+",
        "&x=1",
        "=",
        "%41",
        "%",
        "a/b?c#d",
        "@",
        "*~'()[]{}\"<>\\^`|",
        "[\"BTCUSDT\",\"BNBUSDT\"]",
        "someone+tag@example.com",
        "１２３４５６",
        "e\u{301}\u{1F680}",
        "\u{1}\t\r\n\u{7F}",
    ] {
        let plan = Plan::query(Method::Post, "/api/v3/order", &[("q", value), ("r", value)]);
        check(&plan, 4096);
        check(&plan.with_body(&[("b", value), ("c", value)]), 4096);
    }
}
