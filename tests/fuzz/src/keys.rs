//! Private keys out of arbitrary bytes. The first byte of an input says what the rest is.
//!
//! `0` a PEM text; `1` a key in DER; `2` separators to put between the characters of a good PEM text; `3` pairs of place
//! and value, bytes to change in a good Ed25519 key of PKCS#8 v2; `4` the same in v1; `5` the same in a good RSA key of
//! PKCS#8, with places of two bytes; `6` the same in PKCS#1.

mod rsa;

use binsign::{Code, Ed25519Key, KeyType, Signer};

/// The private key of RFC 8410, section 10.3, in PKCS#8 v2 and v1; and its public key.
const V2: &str = "3051020101300506032b657004220420d4ee72dbf913584ad5b6d8f1f769f8ad3afe7c28cbf1d4fbe097a88f4475584281210019bf44096984cdfe8541bac167dc3b96c85086aa30b6b6cb0c5c38ad703166e1";
const V1: &str = "302e020100300506032b657004220420d4ee72dbf913584ad5b6d8f1f769f8ad3afe7c28cbf1d4fbe097a88f44755842";
const PUBLIC: &str = "19bf44096984cdfe8541bac167dc3b96c85086aa30b6b6cb0c5c38ad703166e1";

/// What may stand between the characters of a key.
const SEPARATORS: [&str; 8] = ["", "\n", "\r\n", "\r", " ", "\t", "\\n", "\\r\\n"];

/// Places of the private key's bytes in both versions.
const SEED: std::ops::Range<usize> = 16..48;

/// Reads the key that the input describes.
///
/// # Panics
/// Where binsign takes what is no key, refuses what is one, or takes one for another.
pub fn run(input: &[u8]) {
    let Some((kind, rest)) = input.split_first() else { return };
    match kind {
        b'0' => _ = take(rest),
        b'1' => both_ways(rest),
        b'2' => separated(rest),
        b'3' => changed(unhex(V2), rest, true),
        b'4' => changed(unhex(V1), rest, false),
        b'5' => rsa::changed(rest, true),
        b'6' => rsa::changed(rest, false),
        _ => {}
    }
}

/// The public key of what a PEM text was taken for, or the refusal; a signer says the same as a key, but for RSA keys.
fn take(text: &[u8]) -> Result<[u8; 32], Code> {
    let key = Ed25519Key::from_pem(text).map(|key| key.public()).map_err(|error| error.code());
    let signer = Signer::pem("key", text).map(|signer| signer.key_type()).map_err(|error| error.code());
    match (key, signer) {
        (Err(Code::KeyIsRsa), Ok(taken)) => assert_eq!(taken, KeyType::Rsa),
        (Err(Code::KeyIsRsa), Err(code)) => assert_is_of_keys(code),
        (key, signer) => assert_eq!(key.map(|_| KeyType::Ed25519), signer),
    }
    if let Err(code) = key {
        assert_is_of_keys(code);
    }
    key
}

fn assert_is_of_keys(code: Code) {
    assert_eq!(code.number() / 100, 3, "{code:?} is no code of keys");
}

fn take_der(der: &[u8]) -> Result<[u8; 32], Code> {
    Ed25519Key::from_der(der).map(|key| key.public()).map_err(|error| error.code())
}

/// DER as it is and the same in PEM are one key.
fn both_ways(der: &[u8]) {
    let direct = take_der(der);
    let text = pem(&base64(der));
    let through_pem = take(text.as_bytes());
    // What is longer than any key is not read to its end in PEM.
    if der.len() <= 3072 {
        assert_eq!(direct, through_pem, "{text}");
    } else {
        assert!(through_pem.is_err(), "{text}");
    }
    rsa::both_ways(der);
}

/// Blanks and line ends change nothing, wherever they stand.
fn separated(separators: &[u8]) {
    let mut separators = separators.iter().map(|byte| SEPARATORS[usize::from(byte % 8)]);
    let mut body = String::new();
    for digit in base64(&unhex(V2)).chars() {
        body.push_str(separators.next().unwrap_or_default());
        body.push(digit);
    }
    let text = pem(&body);
    assert_eq!(take(text.as_bytes()).unwrap()[..], unhex(PUBLIC), "{text:?}");
}

/// A changed key is refused, is the same, or is another one where nothing in it could tell.
fn changed(good: Vec<u8>, edits: &[u8], with_public: bool) {
    let mut der = good.clone();
    for edit in edits.chunks_exact(2) {
        let place = usize::from(edit[0]) % der.len();
        der[place] = edit[1];
    }
    if let Ok(public) = take_der(&der)
        && with_public
        && der[..SEED.start] == good[..SEED.start]
        && der[SEED.end..51] == good[SEED.end..51]
    {
        // Both keys of the pair came out of the text; the second vouches for the first.
        assert_eq!(public[..], der[51..]);
        assert!(der == good || der[SEED] != good[SEED], "another public key was taken: {der:x?}");
    }
    both_ways(&der);
}

fn pem(body: &str) -> String {
    labelled("PRIVATE KEY", body)
}

fn labelled(label: &str, body: &str) -> String {
    format!("-----BEGIN {label}-----\n{body}\n-----END {label}-----\n")
}

/// Standard base64 with padding (RFC 4648, section 4).
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for group in bytes.chunks(3) {
        let bits = group.iter().fold(0, |bits, byte| bits << 8 | usize::from(*byte)) << (8 * (3 - group.len()));
        for place in 0..4 {
            let digit = DIGITS[bits >> (18 - 6 * place) & 63];
            text.push(if place <= group.len() { char::from(digit) } else { '=' });
        }
    }
    text
}

fn unhex(text: &str) -> Vec<u8> {
    text.as_bytes().chunks(2).map(|two| u8::from_str_radix(str::from_utf8(two).unwrap(), 16).unwrap()).collect()
}
