//! RSA keys in every form that people have them in, and public keys of both types.

use binsign::{Code, KeyType, PublicKey, SecretKey};

use crate::openssl::{Key, rsa_keys};
use crate::support::{PUBLIC, base64, file, output, pem, take, take_der, unhex};

/// A new key of that many bits, in PKCS#8.
fn made(bits: usize) -> Vec<u8> {
    match rsa_keys(&format!("forms-{bits}"), &[(bits, 65_537)]).remove(0) {
        Key::Rsa(der) => unhex(&der),
        _ => unreachable!("an RSA key was asked for"),
    }
}

/// The octet string at the end of PKCS#8: head of 4 bytes, version of 3, algorithm of 15, head of 4.
fn pkcs1(pkcs8: &[u8]) -> &[u8] {
    &pkcs8[26..]
}

fn assert_taken(text: &str) {
    assert_eq!(take(text.as_bytes()).as_deref(), Ok("RSA"), "{text:?}");
}

#[test]
fn line_ends_of_every_kind_are_taken() {
    for bits in [2048, 4096] {
        let der = made(bits);
        for (label, der) in [("PRIVATE KEY", &der[..]), ("RSA PRIVATE KEY", pkcs1(&der))] {
            assert_eq!(take_der(der).as_deref(), Ok("RSA"));
            let text = pem(label, der);
            for end in ["\n", "\r\n", "\r", " \n", " ", "\\n", "\\r\\n", ""] {
                let text = text.replace('\n', end);
                assert_taken(&text);
                assert_taken(&format!("\n \r\n{}", text.trim_end_matches("\\n").trim_end()));
            }
        }
    }
}

#[test]
fn keys_as_openssl_writes_them_are_taken() {
    let path = file("rsa-forms.pem");
    std::fs::write(&path, pem("PRIVATE KEY", &made(2048))).unwrap();
    for arguments in [&["pkey"][..], &["rsa", "-traditional"], &["pkcs8", "-topk8", "-nocrypt"]] {
        let text = output("openssl", &[arguments, &["-in", &path]].concat());
        assert_eq!(take(&text).as_deref(), Ok("RSA"), "{arguments:?}");
        let der = output("openssl", &[arguments, &["-in", &path, "-outform", "DER"]].concat());
        assert_eq!(take_der(&der).as_deref(), Ok("RSA"), "{arguments:?}");
    }
}

/// PKCS#8, version 2, has the public key behind the private one (RFC 5958, section 2): it must be its own.
#[test]
fn the_public_key_of_version_2_must_be_that_of_the_private_one() {
    let long = |length: usize| u16::try_from(length).unwrap().to_be_bytes();
    let sequence = |content: &[u8]| [&[0x30, 0x82], &long(content.len())[..], content].concat();
    let [own, other] = [made(2048), made(2048)];
    let public = |der: &[u8]| {
        let path = file("rsa-version-2.der");
        std::fs::write(&path, der).unwrap();
        output("openssl", &["rsa", "-inform", "DER", "-in", &path, "-RSAPublicKey_out", "-outform", "DER"])
    };
    for (public, expected) in [(public(&own), Ok("RSA")), (public(&other), Err(Code::KeyMismatch))] {
        let length = long(public.len() + 1);
        let mut content = [&own[4..], &[0x81, 0x82], &length, &[0], &public].concat();
        content[2] = 1;
        assert_eq!(take_der(&sequence(&content)).as_deref().map_err(|code| *code), expected);
    }
}

/// Parameters other than NULL are against RFC 8017, appendix A.1.
#[test]
fn parameters_must_be_null() {
    let mut der = made(2048);
    assert_eq!(der[20..22], [5, 0]);
    der[20] = 4;
    assert_eq!(take_der(&der), Err(Code::KeyMalformed));
}

#[test]
fn a_character_that_is_no_base64_is_refused() {
    let body = base64(&made(2048));
    let whole = |body: &str| take(format!("-----BEGIN PRIVATE KEY-----\n{body}\n-----END PRIVATE KEY-----").as_bytes());
    assert_eq!(whole(&body).as_deref(), Ok("RSA"));
    for position in (0..body.len()).step_by(7) {
        let (before, rest) = body.split_at(position);
        for wrong in ["!", "-", "\0", "="] {
            assert_eq!(whole(&format!("{before}{wrong}{}", &rest[1..])), Err(Code::KeyMalformed), "{position}");
        }
        assert_eq!(whole(&format!("{before}A{rest}")), Err(Code::KeyMalformed), "{position}");
    }
}

#[test]
fn public_keys_are_taken_and_private_ones_refused() {
    let path = file("rsa-public.pem");
    for (bits, expected) in [
        (2048, Ok(KeyType::Rsa)),
        (4096, Ok(KeyType::Rsa)),
        (1024, Err(Code::KeyTooShort)),
        (4224, Err(Code::KeyTooLong)),
    ] {
        std::fs::write(&path, pem("PRIVATE KEY", &made(bits))).unwrap();
        let text = output("openssl", &["pkey", "-in", &path, "-pubout"]);
        let der = output("openssl", &["pkey", "-in", &path, "-pubout", "-outform", "DER"]);
        for key in [PublicKey::from_pem(&text), PublicKey::from_der(&der)] {
            assert_eq!(key.map(|key| key.key_type()).map_err(|error| error.code()), expected, "{bits} bits");
        }
    }
    // The head of RFC 8410, section 10.1, and its key.
    let ed25519 = unhex(&format!("302a300506032b6570032100{PUBLIC}"));
    assert_eq!(PublicKey::from_der(&ed25519).unwrap().key_type(), KeyType::Ed25519);
    assert_eq!(format!("{:?}", PublicKey::from_der(&ed25519).unwrap()), "PublicKey(Ed25519)");
    for length in 0..ed25519.len() {
        assert_eq!(PublicKey::from_der(&ed25519[..length]).unwrap_err().code(), Code::PublicKeyMalformed);
    }
    let private = pem("PRIVATE KEY", &made(2048));
    assert_eq!(PublicKey::from_pem(private.as_bytes()).unwrap_err().code(), Code::PublicKeyMalformed);
}

/// What a key shows of itself is its type.
#[test]
fn a_key_prints_nothing_of_itself() {
    assert_eq!(format!("{:?}", SecretKey::from_der(&made(2048)).unwrap()), "SecretKey(RSA)");
}
