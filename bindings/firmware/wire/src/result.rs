//! A result, written piece by piece.

use binsign::catalogue::Transport;
use binsign::{Refusal, Signed};

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
