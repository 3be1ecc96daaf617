//! What is not decrypted: old ways of encryption, too much work, and damaged texts.

use std::time::{Duration, Instant};

use base64ct::{Base64, Encoding as _};
use binsign::Code;

use crate::openssl::{encrypted, openssl};
use crate::{PASSPHRASE, signature, take};

const LEGACY: &str = "-provider legacy -provider default";

#[test]
fn old_ways_of_encryption_are_refused_with_the_line_that_converts_them() {
    let plain = openssl("genpkey -algorithm ed25519", "");
    let texts = [
        encrypted(&plain, &format!("-v1 PBE-MD5-DES {LEGACY}")),
        encrypted(&plain, "-v1 PBE-SHA1-3DES"),
        encrypted(&plain, "-v2 des3"),
        encrypted(&plain, &format!("-v2 rc2-cbc {LEGACY}")),
        encrypted(&plain, "-v2 camellia-256-cbc"),
    ];
    for text in &texts {
        for passphrase in [Some(PASSPHRASE), None] {
            assert_eq!(take(text, passphrase).unwrap_err(), Code::KeyEncryptionOld);
        }
        // The line that the error gives, with what it asks for by hand.
        let said = binsign_host::make_pem("apiKey", text.as_bytes(), None).unwrap_err().to_string();
        let (_, line) = said.split_once("openssl ").unwrap();
        let (line, _) = line.split_once(" (").unwrap();
        let line = line.replace("-in OLD -out NEW", "-passin env:PASSPHRASE -passout env:PASSPHRASE");
        let converted = take(&openssl(&line, text), Some(PASSPHRASE)).unwrap();
        assert_eq!(signature(&converted, "symbol=LTCBTC"), signature(&take(&plain, None).unwrap(), "symbol=LTCBTC"));
    }
    let traditional = openssl("genrsa -traditional -aes256 -passout env:PASSPHRASE 2048", "");
    assert!(traditional.contains("Proc-Type: 4,ENCRYPTED"));
    for text in [&traditional, &traditional.replace('\n', "\\n"), &traditional.replace('\n', "\r\n")] {
        assert_eq!(take(text, Some(PASSPHRASE)).unwrap_err(), Code::KeyEncryptionOld);
    }
}

/// The bounds hold before any work is done: the first of these files would keep a machine busy for minutes.
#[test]
fn a_hostile_file_keeps_nobody_busy() {
    // RFC 5958: algorithm and ciphertext; RFC 8018, A.4: PBES2 with a function and aes256-CBC with its IV.
    let element = |tag: u8, content: &[u8]| [&[tag, u8::try_from(content.len()).unwrap()], content].concat();
    let integer = |value: u64| {
        let bytes = value.to_be_bytes();
        let start = bytes.iter().position(|byte| *byte != 0).unwrap_or(7);
        let sign: &[u8] = if bytes[start] > 0x7F { &[0] } else { &[] };
        element(2, &[sign, &bytes[start..]].concat())
    };
    let text = |function: &[u8], parameters: Vec<u8>| {
        let derivation = element(0x30, &[element(6, function), element(0x30, &parameters)].concat());
        let aes = [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x01, 0x2A];
        let cipher = element(0x30, &[element(6, &aes), element(4, &[7; 16])].concat());
        let pbes2 = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x05, 0x0D];
        let algorithm = element(0x30, &[element(6, &pbes2), element(0x30, &[derivation, cipher].concat())].concat());
        let der = element(0x30, &[algorithm, element(4, &[9; 16])].concat());
        let body = Base64::encode_string(&der);
        format!("-----BEGIN ENCRYPTED PRIVATE KEY-----\n{body}\n-----END ENCRYPTED PRIVATE KEY-----\n")
    };
    let pbkdf2 = |rounds| {
        text(&[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x05, 0x0C], [element(4, b"salt"), integer(rounds)].concat())
    };
    let scrypt = |n, r, p| {
        let parameters = [element(4, b"salt"), integer(n), integer(r), integer(p)].concat();
        text(&[0x2B, 0x06, 0x01, 0x04, 0x01, 0xDA, 0x47, 0x04, 0x0B], parameters)
    };
    let begin = Instant::now();
    for (text, code) in [
        (pbkdf2(10_000_001), Code::KeyEncryptionCostly),
        (pbkdf2(0xFFFF_FFFF), Code::KeyEncryptionCostly),
        (pbkdf2(0), Code::KeyMalformed),
        (pbkdf2(1), Code::KeyPassphraseWrong),
        (scrypt(1 << 20, 8, 1), Code::KeyEncryptionCostly),
        (scrypt(1 << 14, 8, 17), Code::KeyEncryptionCostly),
        (scrypt(2, 0xFFFF, 0xFFFF), Code::KeyEncryptionCostly),
        (scrypt(1 << 63, 8, 1), Code::KeyEncryptionCostly),
        (scrypt(0, 8, 1), Code::KeyMalformed),
        (scrypt(1, 8, 1), Code::KeyMalformed),
        (scrypt(1024, 0, 1), Code::KeyMalformed),
        (scrypt(1024, 8, 0), Code::KeyMalformed),
        (scrypt(1023, 8, 1), Code::KeyMalformed),
        (scrypt(1024, 1, 1), Code::KeyPassphraseWrong),
    ] {
        assert_eq!(take(&text, Some("x")).unwrap_err(), code, "{text}");
    }
    assert!(begin.elapsed() < Duration::from_secs(10), "{:?}", begin.elapsed());
}

#[test]
fn a_damaged_text_is_refused() {
    let text = encrypted(&openssl("genpkey -algorithm ed25519", ""), "-iter 1");
    let body: String = text.lines().filter(|line| !line.starts_with('-')).collect();
    let marked =
        |body: &str| format!("-----BEGIN ENCRYPTED PRIVATE KEY-----\n{body}\n-----END ENCRYPTED PRIVATE KEY-----\n");
    assert!(take(&marked(&body), Some(PASSPHRASE)).is_ok());
    // Cut anywhere, and with something behind.
    for length in 0..body.len() {
        assert_eq!(take(&marked(&body[..length]), Some(PASSPHRASE)).unwrap_err(), Code::KeyMalformed, "{length}");
    }
    for bad in [marked(&format!("{body}AAAA")), marked(&body.replace('M', "*")), format!("{text}{text}")] {
        assert_eq!(take(&bad, Some(PASSPHRASE)).unwrap_err(), Code::KeyMalformed);
    }
    // A plain key under this label.
    let plain = openssl("genpkey -algorithm ed25519", "");
    let mislabelled = plain.replace("PRIVATE KEY", "ENCRYPTED PRIVATE KEY");
    assert_eq!(take(&mislabelled, Some(PASSPHRASE)).unwrap_err(), Code::KeyMalformed);
}
