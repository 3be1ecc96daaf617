//! What is left of a private key that stands in the signer itself: nothing.

use binsign::{ApiKey, Ed25519Key, SecretKey, Signer};

use crate::place::Place;
use crate::wiped::{API_KEY, find};

/// A key of 32 bytes in PKCS#8 (RFC 8410, section 7).
fn der(seed: &[u8; 32]) -> Vec<u8> {
    let head = [0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20];
    [&head[..], seed].concat()
}

/// The RSA key of Binance's signature examples.
pub(crate) fn rsa() -> Vec<u8> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/vectors/vectors.json");
    let file: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let vector = file["vectors"].as_array().unwrap().iter().find(|vector| vector["id"] == "sigex-rsa-order").unwrap();
    let pem = vector["private_key_pem"].as_str().unwrap();
    let body: String = pem.lines().filter(|line| !line.starts_with('-')).collect();
    decode(&body)
}

/// The first prime of an RSA key of 2048 bits as limbs, the lowest byte first.
pub(crate) fn prime(der: &[u8]) -> Vec<u8> {
    // The length is that of 1024 bits with a zero before.
    let mark = [0x02, 0x81, 0x81, 0x00];
    let at = find(der, &mark).expect("no prime in the key") + mark.len();
    der[at..at + 128].iter().rev().copied().collect()
}

/// The bytes of base64.
fn decode(text: &str) -> Vec<u8> {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let (mut bytes, mut bits, mut held) = (Vec::new(), 0_u32, 0);
    for value in text.bytes().filter_map(|digit| DIGITS.iter().position(|known| *known == digit)) {
        bits = bits << 6 | u32::try_from(value).unwrap();
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push(u8::try_from(bits >> held & 255).unwrap());
        }
    }
    bytes
}

#[test]
fn nothing_is_left_of_an_ed25519_signer() {
    // No byte twice, so that every piece of the seed can be told.
    let seed: [u8; 32] = std::array::from_fn(|index| 0x51 + u8::try_from(index).unwrap());
    let key = Ed25519Key::from_der(&der(&seed)).unwrap();
    let mut place = Place::new(Signer::new(ApiKey::new(API_KEY).unwrap(), SecretKey::from(key)));
    assert!(find(&place.bytes(), &seed).is_some(), "the seed is not where the test looks for it");
    place.end();
    for piece in seed.windows(4) {
        assert_eq!(find(&place.bytes(), piece), None, "a piece of the seed is left behind");
    }
}

#[test]
fn nothing_is_left_of_an_rsa_signer() {
    let der = rsa();
    let mut place = Place::new(Signer::new(ApiKey::new(API_KEY).unwrap(), SecretKey::from_der(&der).unwrap()));
    let start = find(&place.bytes(), &prime(&der)).expect("the prime is not where the test looks for it");
    place.end();
    // p, q, dP, dQ and qInv, and the room that a longer key would take.
    assert_eq!(place.bytes()[start..start + 5 * 256], [0; 5 * 256]);
}
