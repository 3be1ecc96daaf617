//! The keys of the tests, in DER and PEM, and what binsign makes of them.

use binsign::{Code, Ed25519Key, Error, KeyType, SecretKey, Signer};

/// The API key of Binance's documented example.
pub(crate) const API_KEY: &str = "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A";

/// The private key of RFC 8410, section 10.3.
pub(crate) const SEED: &str = "d4ee72dbf913584ad5b6d8f1f769f8ad3afe7c28cbf1d4fbe097a88f44755842";
/// Its public key, section 10.1.
pub(crate) const PUBLIC: &str = "19bf44096984cdfe8541bac167dc3b96c85086aa30b6b6cb0c5c38ad703166e1";
/// Both in PKCS#8 v1, section 10.3.
pub(crate) const V1: &str = "MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC";
/// In PKCS#8 v2, with an attribute, section 10.3.
pub(crate) const V2: &str = "MHICAQEwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhCoB8wHQYKKoZIhvcNAQkJFDEPDA1DdXJkbGUgQ2hhaXJzgSEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=";

/// The private key alone: version 1.
pub(crate) fn der_v1(seed: &str) -> Vec<u8> {
    unhex(&format!("302e020100300506032b657004220420{seed}"))
}

/// With a public key behind it: version 2 (RFC 5958, section 2).
pub(crate) fn der_v2(seed: &str, public: &str) -> Vec<u8> {
    unhex(&format!("3051020101300506032b657004220420{seed}812100{public}"))
}

/// A PEM text as OpenSSL writes it.
pub(crate) fn pem(label: &str, der: &[u8]) -> String {
    let body = base64(der);
    let lines: Vec<_> = body.as_bytes().chunks(64).map(|line| str::from_utf8(line).unwrap()).collect();
    format!("-----BEGIN {label}-----\n{}\n-----END {label}-----\n", lines.join("\n"))
}

/// The public key of what a PEM text was taken for, or "RSA", or why it was refused; nothing of the text is in the refusal.
pub(crate) fn take(text: &[u8]) -> Result<String, Code> {
    let key = Ed25519Key::from_pem(text);
    let signer = Signer::pem(API_KEY, text);
    match (key, signer) {
        (Ok(key), Ok(signer)) => {
            assert_eq!(signer.key_type(), KeyType::Ed25519);
            Ok(hex(&key.public()))
        }
        // A signer takes RSA keys too.
        (Err(key), signer) if key.code() == Code::KeyIsRsa => match signer {
            Ok(signer) => Ok(signer.key_type().as_str().to_owned()),
            Err(error) => {
                assert_says_nothing_of(&error, text);
                Err(error.code())
            }
        },
        (Err(key), Err(signer)) => {
            assert_eq!(key, signer);
            assert_says_nothing_of(&key, text);
            Err(key.code())
        }
        _ => panic!("the key and the signer disagree"),
    }
}

/// The same of a key in DER.
pub(crate) fn take_der(der: &[u8]) -> Result<String, Code> {
    match Ed25519Key::from_der(der) {
        Ok(key) => Ok(hex(&key.public())),
        Err(error) if matches!(error.code(), Code::KeyIsRsa | Code::KeyMalformed) => match SecretKey::from_der(der) {
            Ok(key) => Ok(key.key_type().as_str().to_owned()),
            Err(error) => Err(error.code()),
        },
        Err(error) => Err(error.code()),
    }
}

/// No eight characters of a key that stand together are in what is said of it.
fn assert_says_nothing_of(error: &Error, text: &[u8]) {
    let said = format!("{error} {error:?}");
    let text = String::from_utf8_lossy(text);
    for line in text.lines().filter(|line| !line.starts_with("-----")) {
        let letters: Vec<char> = line.chars().collect();
        for window in letters.windows(8) {
            assert!(!said.contains(&window.iter().collect::<String>()), "a piece of the key is in: {said}");
        }
    }
}

/// Standard base64 with padding (RFC 4648, section 4).
pub(crate) fn base64(bytes: &[u8]) -> String {
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

pub(crate) fn hex(bytes: &[u8]) -> String {
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits.filter_map(|digit| char::from_digit(digit.into(), 16)).collect()
}

pub(crate) fn unhex(text: &str) -> Vec<u8> {
    text.as_bytes().chunks(2).map(|two| u8::from_str_radix(str::from_utf8(two).unwrap(), 16).unwrap()).collect()
}

/// The text that another program prints.
///
/// # Panics
/// Where the program cannot be started or fails.
pub(crate) fn output(program: &str, arguments: &[&str]) -> Vec<u8> {
    let output = std::process::Command::new(program).args(arguments).output();
    let output = output.unwrap_or_else(|error| panic!("{program} is needed: {error}"));
    assert!(output.status.success(), "{program} {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

/// A place for a file of a test.
pub(crate) fn file(name: &str) -> String {
    format!("{}/{name}", env!("CARGO_TARGET_TMPDIR"))
}
