//! Answers of the exchange out of arbitrary bytes, held against a JSON library.
//!
//! An input is a row of fields, divided by the byte FF: the status in digits, a field a header (name and value divided by
//! FE), and last the body.

use binsign::catalogue::Family;
use binsign::{Answer, Meaning};
use serde_json::Value;

const FIELD: u8 = 0xFF;
const VALUE: u8 = 0xFE;
const NOW: u64 = 1_700_000_000_000;
const THREE_DAYS: u64 = 259_200_000;

/// Reads the answer, whole and cut off.
///
/// # Panics
/// Where binsign reads another thing than the library, or something new out of an answer that is cut off.
pub fn run(input: &[u8]) {
    let mut fields: Vec<&[u8]> = input.split(|byte| *byte == FIELD).collect();
    let body = fields.pop().unwrap_or_default();
    let texts: Vec<String> =
        fields.iter().map(|field| String::from_utf8_lossy(&replaced(field)).into_owned()).collect();
    let (status, headers) =
        texts.split_first().map_or((0, &[][..]), |(first, rest)| (first.parse().unwrap_or(0), rest));
    let headers = || headers.iter().filter_map(|header| header.split_once('\0'));

    let answer = Answer::read(status, headers(), body, NOW);
    assert!(answer.wait_until().is_none_or(|until| (NOW..=NOW + THREE_DAYS).contains(&until)));
    for family in Family::ALL {
        for is_cancel_replace in [false, true] {
            check_meaning(&answer, answer.meaning(family, is_cancel_replace));
        }
    }
    // Longer ones may be read at their beginning only.
    if body.len() <= 16 * 1024
        && let Ok(Value::Object(object)) = serde_json::from_slice(body)
    {
        // Of a name that is there twice the library keeps the last one.
        let text = String::from_utf8_lossy(body);
        let once = |name: &str| text.matches(name).count() == 1;
        let code =
            if status == 0 { object.get("error").and_then(|error| error.get("code")) } else { object.get("code") };
        if once("\"code\"") && once_or_none(&text, "\"error\"") && !text.contains("\\u") && depth(&text) <= 32 {
            let code = code.and_then(Value::as_i64).and_then(|code| i32::try_from(code).ok());
            assert_eq!(answer.code(), code, "{text}");
        }
    }
    // What is cut off says less, or the same.
    let cut = Answer::read(status, headers(), &body[..body.len() / 2], NOW);
    assert!(cut.code().is_none() || cut.code() == answer.code());
    assert!(cut.server_time().is_none() || cut.server_time() == answer.server_time());
    assert!(cut.used_weight().is_none() || cut.used_weight() == answer.used_weight());
    assert!(cut.status() == 0 || cut.status() == answer.status());
}

fn check_meaning(answer: &Answer, meaning: Meaning) {
    match meaning {
        Meaning::Wait { until_ms } => assert!((NOW..=NOW + THREE_DAYS).contains(&until_ms)),
        Meaning::Fine => assert!((1..400).contains(&answer.status()) && answer.code().is_none_or(|code| code >= 0)),
        Meaning::KeyRejected { code } | Meaning::Refused { code } => assert_eq!(code, answer.code().unwrap_or(0)),
        Meaning::ClockOff | Meaning::SignatureInvalid => assert!(answer.code().is_some_and(|code| code < 0)),
        Meaning::Unknown => {}
    }
}

fn once_or_none(text: &str, name: &str) -> bool {
    text.matches(name).count() <= 1
}

fn depth(text: &str) -> usize {
    text.bytes().filter(|byte| b"[{".contains(byte)).count()
}

/// The divider of name and value as one that UTF-8 can have.
fn replaced(field: &[u8]) -> Vec<u8> {
    field.iter().map(|byte| if *byte == VALUE { 0 } else { *byte }).collect()
}
