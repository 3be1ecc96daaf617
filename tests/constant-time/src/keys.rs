//! Keys whose secret bytes valgrind takes for undefined.

use std::slice;

use binsign::{ApiKey, Ed25519Key, HmacKey, SecretKey, Signer};

use crate::published;
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

/// The RSA key of a published example, of which all is secret that PKCS#1 keeps secret, but for the ends of each number:
/// how long it is, and that it is odd.
pub(crate) fn rsa(id: &str) -> Signer {
    let pem = published::field(id, "private_key_pem");
    let body: String = pem.split("\\n").filter(|line| !line.starts_with('-')).collect();
    rsa_of(decode(&body))
}

/// The same of a new key of that many bits.
pub(crate) fn made_rsa(bits: usize) -> Signer {
    let size = format!("rsa_keygen_bits:{bits}");
    let arguments = ["genpkey", "-algorithm", "RSA", "-pkeyopt", &size, "-outform", "DER"];
    let output = std::process::Command::new("openssl").args(arguments).output().expect("openssl is needed");
    assert!(output.status.success());
    rsa_of(output.stdout)
}

/// A key in PKCS#1, or in PKCS#8, where it stands at the end.
fn rsa_of(mut der: Vec<u8>) -> Signer {
    const NUMBERS: usize = 9;
    const LONG_SEQUENCE: [u8; 2] = [0x30, 0x82];
    // In PKCS#8 there is a second one inside the first.
    let inner = der[4..].windows(2).take(40).position(|window| window == LONG_SEQUENCE);
    let mut at = inner.map_or(4, |inner| 4 + inner + 4);
    let mut marked = 0;
    for number in 0..NUMBERS {
        let (head, length) = match der[at + 1] {
            0x82 => (4, usize::from(der[at + 2]) << 8 | usize::from(der[at + 3])),
            0x81 => (3, usize::from(der[at + 2])),
            length => (2, usize::from(length)),
        };
        // Behind version, modulus and public exponent.
        if number >= 3 {
            // A zero may stand before the first byte that counts.
            secret(&mut der[at + head + 2..at + head + length - 1]);
            marked += length;
        }
        at += head + length;
    }
    assert_eq!(at, der.len());
    assert!(marked > 256 * 3);
    Signer::new(ApiKey::new(API_KEY).unwrap(), SecretKey::from_der(&der).unwrap())
}

/// The bytes of base64.
fn decode(text: &str) -> Vec<u8> {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let value = |digit: &u8| DIGITS.iter().position(|known| known == digit).unwrap();
    let digits = text.trim_end_matches('=');
    let groups = text.replace('=', "A");
    let groups = groups.as_bytes().chunks(4).map(|group| group.iter().fold(0, |bits, digit| bits << 6 | value(digit)));
    let bytes = groups.flat_map(|bits| [bits >> 16, bits >> 8, bits].map(|byte| u8::try_from(byte & 255).unwrap()));
    bytes.take(digits.len() * 6 / 8).collect()
}
