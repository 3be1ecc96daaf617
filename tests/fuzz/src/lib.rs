//! Requests out of arbitrary bytes, for the fuzz target and for the replay of its corpus.
//!
//! An input is a row of fields, divided by the byte FF, which UTF-8 does not have: the method as a digit (its place in
//! `Method::ALL`) and the path; the size of the buffer in digits; then a field a parameter, name and value divided by
//! the byte FE. A field that is the byte FC begins the body. The byte FD and the one behind it, at the end of a value,
//! repeat the value.

// The model and what compares with it are those of the core's tests, which use more of them.
#[allow(dead_code)]
#[path = "../../../crates/binsign/tests/behaviour/check.rs"]
mod check;
#[allow(dead_code)]
#[path = "../../../crates/binsign/tests/behaviour/model.rs"]
mod model;

pub mod answers;
pub mod key_infos;
pub mod keys;
pub mod messages;
pub mod policy_images;
pub mod policy_texts;
pub mod states;

use binsign::{MAX_REQUEST, Method};

use model::{Pair, Plan};

const FIELD: u8 = 0xFF;
const VALUE: u8 = 0xFE;
const REPEAT: u8 = 0xFD;
const BODY: &[u8] = &[0xFC];

/// The most times a value is repeated for a unit of its repeat byte: enough for a request over the limit.
const REPEAT_UNIT: usize = 512;

/// Builds, signs and drops the request that the input describes.
///
/// # Panics
/// Where binsign does anything but what the model says, or leaves anything behind.
pub fn run(input: &[u8]) {
    let (plan, capacity) = plan(input);
    check::check(&plan, capacity);
    check::check_dropped(&plan, capacity);
    // In a buffer that is large enough, and in two around the size that is needed.
    check::check(&plan, MAX_REQUEST);
    if let Ok(expected) = plan.expected() {
        check::check(&plan, expected.needed.saturating_sub(1));
        check::check(&plan, expected.needed);
    }
}

fn plan(input: &[u8]) -> (Plan, usize) {
    let mut fields = input.split(|byte| *byte == FIELD);
    let (digit, path) = fields.next().and_then(<[u8]>::split_first).unwrap_or((&b'0', b"/api/v3/account"));
    let method = Method::ALL.get(usize::from(digit.wrapping_sub(b'0'))).copied();
    let capacity = text(fields.next().unwrap_or_default()).parse::<u16>().unwrap_or(512);

    let (mut query, mut body) = (Vec::new(), None);
    for field in fields {
        if field == BODY {
            body.get_or_insert_with(Vec::new);
        } else {
            body.as_mut().unwrap_or(&mut query).push(pair(field));
        }
    }
    let plan = Plan { method: method.unwrap_or(Method::Post), path: text(path), query, body };
    (plan, usize::from(capacity))
}

fn pair(field: &[u8]) -> Pair {
    let at = field.iter().position(|byte| *byte == VALUE).unwrap_or(field.len());
    let value = field.get(at + 1..).unwrap_or_default();
    let value = match value {
        [once @ .., REPEAT, times] => text(once).repeat(usize::from(*times) * REPEAT_UNIT / once.len().max(1)),
        whole => text(whole),
    };
    (text(&field[..at]), value)
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
