//! Keys whose secret bytes valgrind takes for undefined.

use std::slice;

use binsign::{ApiKey, Ed25519Key, HmacKey, Signer};

use crate::requests::{public, secret};

/// The API key of Binance's documented example.
const API_KEY: &str = "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A";

/// The memory of a key.
fn bytes_of<T>(key: &mut T) -> &mut [u8] {
    // SAFETY: the range is that of the value; the keys have no padding, and take every value of the bytes that are only
    // marked here, not written.
    unsafe { slice::from_raw_parts_mut(std::ptr::from_mut(key).cast(), size_of::<T>()) }
}

/// An HMAC key, secret wherever keys of other secrets have other bytes.
pub(crate) fn hmac(text: &str) -> Signer {
    let mut key = HmacKey::new(text.as_bytes()).unwrap();
    // What the block buffer holds before its first use is undefined already, and of no interest.
    let others: [Vec<u8>; 16] = std::array::from_fn(|number| {
        let mut other = HmacKey::new(number.to_string().as_bytes()).unwrap();
        public(bytes_of(&mut other));
        bytes_of(&mut other).to_vec()
    });
    let bytes = bytes_of(&mut key);
    public(bytes);
    let mut marked = 0;
    for (offset, byte) in bytes.iter_mut().enumerate() {
        if others.iter().any(|other| other[offset] != others[0][offset]) {
            secret(slice::from_mut(byte));
            marked += 1;
        }
    }
    assert!(marked >= 64, "the two states have 64 bytes, but {marked} differ");
    Signer::new(ApiKey::new(API_KEY).unwrap(), key.into())
}

/// An Ed25519 key that is made of a secret seed: of it all is public but the seed.
pub(crate) fn ed25519(pem_body: &str) -> Signer {
    let mut der = decode(pem_body);
    let mut twin = Ed25519Key::from_der(&der).unwrap();
    let seed = der.split_at(16).1.to_vec();
    let at = bytes_of(&mut twin).windows(32).position(|window| window == seed).expect("the key holds its seed");

    secret(&mut der[16..]);
    let mut key = Ed25519Key::from_der(&der).unwrap();
    let bytes = bytes_of(&mut key);
    public(&mut bytes[..at]);
    public(&mut bytes[at + 32..]);
    Signer::new(ApiKey::new(API_KEY).unwrap(), key.into())
}

/// Base64 of a key of 48 bytes, which needs no padding.
fn decode(text: &str) -> Vec<u8> {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let value = |digit: &u8| DIGITS.iter().position(|known| known == digit).unwrap();
    let groups = text.as_bytes().chunks(4).map(|group| group.iter().fold(0, |bits, digit| bits << 6 | value(digit)));
    groups.flat_map(|bits| [bits >> 16, bits >> 8, bits].map(|byte| u8::try_from(byte & 255).unwrap())).collect()
}
