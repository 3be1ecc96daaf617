//! What is left of a key in the memory where it was: nothing that tells two keys apart, but what is public.

#[cfg(not(feature = "aws-lc"))]
use binsign::{ApiKey, Ed25519Key, SecretKey};
use binsign::{HmacKey, Signer};

use crate::place::Place;

const API_KEY: &str = "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A";

/// A key of 32 bytes in PKCS#8 (RFC 8410, section 7).
#[cfg(not(feature = "aws-lc"))]
fn der(seed: &[u8; 32]) -> Vec<u8> {
    let head = [0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20];
    [&head[..], seed].concat()
}

/// The RSA key of Binance's signature examples.
fn rsa() -> Vec<u8> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/vectors/vectors.json");
    let file: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let vector = file["vectors"].as_array().unwrap().iter().find(|vector| vector["id"] == "sigex-rsa-order").unwrap();
    let pem = vector["private_key_pem"].as_str().unwrap();
    let body: String = pem.lines().filter(|line| !line.starts_with('-')).collect();
    decode(&body)
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

/// Where `needle` stands in `bytes`.
fn find(bytes: &[u8], needle: &[u8]) -> Option<usize> {
    bytes.windows(needle.len()).position(|window| window == needle)
}

/// The offsets at which two keys of the same type differ while they live, and what stands there when both are dropped.
fn before_and_after<T>(one: T, other: T) -> (usize, Vec<u8>) {
    let mut places = [Place::new(one), Place::new(other)];
    let alive = places.each_ref().map(Place::bytes);
    places.iter_mut().for_each(Place::end);
    let dropped = places.each_ref().map(Place::bytes);
    let differing: Vec<_> = (0..alive[0].len()).filter(|offset| alive[0][*offset] != alive[1][*offset]).collect();
    let left = dropped.iter().flat_map(|bytes| differing.iter().map(|offset| bytes[*offset])).collect();
    (differing.len(), left)
}

/// What an HMAC key keeps of its secret is the two SHA-256 states of 32 bytes.
#[test]
fn nothing_is_left_of_an_hmac_key() {
    let [one, other] = ["one-secret", "two-secret"].map(|secret| HmacKey::new(secret.as_bytes()).unwrap());
    let (differing, left) = before_and_after(one, other);
    assert!(differing >= 56, "{differing} bytes tell two keys apart");
    assert!(left.iter().all(|byte| *byte == 0), "left behind: {left:x?}");
}

#[test]
fn nothing_is_left_of_an_hmac_signer() {
    let signer = |secret: &str| Signer::hmac(API_KEY, secret.as_bytes()).unwrap();
    let (differing, left) = before_and_after(signer("one-secret"), signer("two-secret"));
    assert!(differing >= 56, "{differing} bytes tell two signers apart");
    assert!(left.iter().all(|byte| *byte == 0), "left behind: {left:x?}");

    // The secret itself is not there even while the signer lives.
    let secret = "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j";
    let place = Place::new(signer(secret));
    assert_eq!(find(&place.bytes(), &secret.as_bytes()[..8]), None);
}

#[cfg(not(feature = "aws-lc"))]
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
    // The first prime as limbs, the lowest byte first; its length is that of 1024 bits with a zero before.
    let mark = [0x02, 0x81, 0x81, 0x00];
    let at = find(&der, &mark).expect("no prime in the key") + mark.len();
    let prime: Vec<u8> = der[at..at + 128].iter().rev().copied().collect();
    let start = find(&place.bytes(), &prime).expect("the prime is not where the test looks for it");
    place.end();
    // p, q, dP, dQ and qInv, and the room that a longer key would take.
    assert_eq!(place.bytes()[start..start + 5 * 256], [0; 5 * 256]);
}

#[test]
fn nothing_is_left_of_the_api_key() {
    let mut place = Place::new(Signer::hmac(API_KEY, b"secret").unwrap());
    assert!(find(&place.bytes(), API_KEY.as_bytes()).is_some(), "the API key is not where the test looks for it");
    place.end();
    for piece in API_KEY.as_bytes().windows(4) {
        assert_eq!(find(&place.bytes(), piece), None, "a piece of the API key is left behind");
    }
}

/// The test would see what is left: a value without wiping leaves its bytes.
#[test]
fn what_is_not_wiped_is_seen() {
    let mut place = Place::new(Box::new(7_u64));
    let alive = place.bytes();
    place.end();
    assert_eq!(place.bytes(), alive);
}
