//! A result, written piece by piece.

use binsign::catalogue::Transport;
use binsign::{Code, Observed, Refusal, Signed};

use crate::ruled::MISPLACED;

/// Writes `allow` and the request as it is sent.
pub(crate) fn allowed(signed: &Signed<'_, '_>, put: &mut dyn FnMut(&[u8])) {
    put(b"allow");
    for (tag, part) in [
        (b" t", Some(signed.target())),
        (b" q", Some(signed.query())),
        (b" b", Some(signed.body())),
        (b" P", signed.payload()),
        (b" S", signed.signature()),
    ] {
        match part {
            Some(part) => field(tag, part, put),
            None => put(b" -"),
        }
    }
    if matches!(signed.route().transport(), Transport::WsApi | Transport::Fix) {
        match signed.message() {
            Some(message) => field(b" M", message, put),
            None => put(b" -"),
        }
    }
    for (name, value) in signed.headers() {
        field(b" h", name, put);
        field(b"=", value, put);
    }
}

/// Writes `deny` or `error` and why.
pub(crate) fn refused(refusal: &Refusal, put: &mut dyn FnMut(&[u8])) {
    match refusal {
        Refusal::Denied(denied) => {
            put(b"deny ");
            put(denied.code().name().as_bytes());
            field(b" c", denied.clause(), put);
            field(b" r", denied.rule(), put);
            field(b" p", denied.param().unwrap_or_default(), put);
        }
        Refusal::Invalid(error) => {
            put(b"error ");
            put(error.code().name().as_bytes());
        }
    }
    put(b" m");
    refusal.message(&mut |piece| hexadecimal(piece, put));
    if let Refusal::Denied(denied) = refusal
        && denied.code() == Code::Confusable
    {
        put(b" o");
        denied.opens(&mut |piece| hexadecimal(piece, put));
    }
}

/// Writes the error of a session that is not where the case thinks it is.
pub(crate) fn misplaced(message: &str, put: &mut dyn FnMut(&[u8])) {
    put(b"error ");
    put(MISPLACED.name().as_bytes());
    field(b" m", message, put);
}

/// Writes `observed` and what is known.
pub(crate) fn observed(observed: &Observed, put: &mut dyn FnMut(&[u8])) {
    put(b"observed ");
    put(observed.key_state.as_str().as_bytes());
    number(observed.key_state.reason().map(i64::from), put);
    number(Some(observed.offset_ms), put);
    number(observed.wait_until_ms.and_then(|until| i64::try_from(until).ok()), put);
    let orders = observed.orders;
    for count in [observed.used_weight, orders.ten_seconds, orders.minute, orders.day] {
        number(count.map(i64::from), put);
    }
}

fn number(number: Option<i64>, put: &mut dyn FnMut(&[u8])) {
    put(b" ");
    let Some(number) = number else { return put(b"-") };
    if number < 0 {
        put(b"-");
    }
    digits(number.unsigned_abs(), put);
}

fn digits(number: u64, put: &mut dyn FnMut(&[u8])) {
    if number >= 10 {
        digits(number / 10, put);
    }
    put(&[b'0'.saturating_add(u8::try_from(number % 10).unwrap_or(0))]);
}

fn field(before: &[u8], text: &str, put: &mut dyn FnMut(&[u8])) {
    put(before);
    hexadecimal(text, put);
}

fn hexadecimal(text: &str, put: &mut dyn FnMut(&[u8])) {
    const fn digit(value: u8) -> u8 {
        if value < 10 { b'0'.wrapping_add(value) } else { b'a'.wrapping_sub(10).wrapping_add(value) }
    }
    for byte in text.bytes() {
        put(&[digit(byte >> 4), digit(byte & 15)]);
    }
}
