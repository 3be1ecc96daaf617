//! The forms in which people have their keys: both versions, all line ends, one line, out of a `.env` file.

use binsign::Code;

use crate::support::{PUBLIC, SEED, V1, V2, base64, der_v1, der_v2, output, pem, take, take_der};

/// The right key has come out.
fn assert_taken(text: &str) {
    assert_eq!(take(text.as_bytes()).as_deref(), Ok(PUBLIC), "{text:?}");
}

#[test]
fn the_examples_of_rfc_8410_are_taken() {
    for body in [V1, V2] {
        assert_taken(&format!("-----BEGIN PRIVATE KEY-----\n{body}\n-----END PRIVATE KEY-----\n"));
    }
    assert_eq!(base64(&der_v1(SEED)), V1);
}

#[test]
fn the_public_key_of_version_2_must_be_that_of_the_private_one() {
    assert_eq!(take_der(&der_v1(SEED)).as_deref(), Ok(PUBLIC));
    assert_eq!(take_der(&der_v2(SEED, PUBLIC)).as_deref(), Ok(PUBLIC));
    for position in 0..PUBLIC.len() {
        let other = if &PUBLIC[position..=position] == "0" { "1" } else { "0" };
        let public = format!("{}{other}{}", &PUBLIC[..position], &PUBLIC[position + 1..]);
        let der = der_v2(SEED, &public);
        assert_eq!(take_der(&der), Err(Code::KeyMismatch), "{public}");
        assert_eq!(take(pem("PRIVATE KEY", &der).as_bytes()), Err(Code::KeyMismatch), "{public}");
    }
}

#[test]
fn line_ends_of_every_kind_are_taken() {
    for der in [der_v1(SEED), der_v2(SEED, PUBLIC)] {
        let text = pem("PRIVATE KEY", &der);
        for end in ["\n", "\r\n", "\r", "\n\n", " \n", "\t\r\n", " ", "\t", "  \t ", "\\n", "\\r\\n", "\\n\n", ""] {
            let text = text.replace('\n', end);
            assert_taken(&text);
            assert_taken(text.trim_end());
            assert_taken(text.trim_end_matches("\\n"));
            for before in ["\n", "\r\n\r\n", " ", "\t\n", "\\n"] {
                assert_taken(&format!("{before}{text}"));
                assert_taken(&format!("{before}{text}{before}"));
            }
        }
    }
}

#[test]
fn lines_may_have_any_length() {
    let body = base64(&der_v2(SEED, PUBLIC));
    for length in 1..=body.len() {
        let lines: Vec<_> = body.as_bytes().chunks(length).map(|line| str::from_utf8(line).unwrap()).collect();
        for end in ["\n", "\r\n", " ", "\\n"] {
            let text = lines.join(end);
            assert_taken(&format!("-----BEGIN PRIVATE KEY-----{end}{text}{end}-----END PRIVATE KEY-----"));
        }
    }
}

#[test]
fn a_key_that_openssl_makes_is_taken() {
    let text = output("openssl", &["genpkey", "-algorithm", "ED25519"]);
    let file = crate::support::file("made.pem");
    std::fs::write(&file, &text).unwrap();
    // The public key is the last 32 bytes of its SubjectPublicKeyInfo (RFC 8410, section 4).
    let public = output("openssl", &["pkey", "-in", &file, "-pubout", "-outform", "DER"]);
    assert_eq!(take(&text), Ok(crate::support::hex(&public[12..])));
    let der = output("openssl", &["pkey", "-in", &file, "-outform", "DER"]);
    assert_eq!(take_der(&der), take(&text));
}
