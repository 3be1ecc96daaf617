//! What is left of a key in the memory where it was: nothing that tells two keys apart, but what is public.

use binsign::{HmacKey, Signer};

use crate::place::Place;

pub(crate) const API_KEY: &str = "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A";

/// Where `needle` stands in `bytes`.
pub(crate) fn find(bytes: &[u8], needle: &[u8]) -> Option<usize> {
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
