//! Keys that the command `openssl` makes and encrypts.

use std::io::Write as _;
use std::process::{Command, Stdio};

use binsign::Code;

use crate::{PASSPHRASE, signature, take};

/// What the command gives for this input.
pub(crate) fn openssl(arguments: &str, input: &str) -> String {
    let mut child = Command::new("openssl")
        .args(arguments.split_ascii_whitespace())
        .env("PASSPHRASE", PASSPHRASE)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("openssl is needed for this test");
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "openssl {arguments}");
    String::from_utf8(output.stdout).unwrap()
}

/// A key, encrypted with these options.
pub(crate) fn encrypted(plain: &str, options: &str) -> String {
    let text = openssl(&format!("pkcs8 -topk8 -passout env:PASSPHRASE {options}"), plain);
    assert!(text.starts_with("-----BEGIN ENCRYPTED PRIVATE KEY-----\n"), "{options}");
    text
}

#[test]
fn every_cipher_and_every_derivation_that_openssl_recommends() {
    let plain = openssl("genpkey -algorithm ed25519", "");
    let expected = signature(&take(&plain, None).unwrap(), "symbol=LTCBTC");
    for options in [
        "",
        "-v2 aes-128-cbc",
        "-v2 aes-192-cbc -v2prf hmacWithSHA512",
        "-v2 aes-256-cbc -v2prf hmacWithSHA256 -iter 1",
        "-v2 aes-256-cbc -v2prf hmacWithSHA1 -iter 10000",
        "-v2 aes-128-cbc -v2prf hmacWithSHA224",
        "-v2 aes-256-cbc -v2prf hmacWithSHA384",
        "-scrypt",
        "-scrypt -scrypt_N 1024 -scrypt_r 1 -scrypt_p 16 -v2 aes-128-cbc",
    ] {
        let text = encrypted(&plain, options);
        let signer = take(&text, Some(PASSPHRASE)).expect(options);
        assert_eq!(signature(&signer, "symbol=LTCBTC"), expected, "{options}");
        assert_eq!(take(&text, None).unwrap_err(), Code::KeyPassphraseMissing, "{options}");
        for wrong in ["", "correct horse battery staple", "correct horse battery staple é "] {
            assert_eq!(take(&text, Some(wrong)).unwrap_err(), Code::KeyPassphraseWrong, "{options}");
        }
    }
}

/// A wrong passphrase leaves right padding once in 256 times, and is still found out.
#[test]
fn a_thousand_wrong_passphrases() {
    let text = encrypted(&openssl("genpkey -algorithm ed25519", ""), "-iter 1");
    for number in 0..1000 {
        assert_eq!(take(&text, Some(&number.to_string())).unwrap_err(), Code::KeyPassphraseWrong, "{number}");
    }
}

#[test]
fn an_encrypted_key_has_any_form_that_a_plain_one_has() {
    let plain = openssl("genpkey -algorithm ed25519", "");
    let expected = signature(&take(&plain, None).unwrap(), "symbol=LTCBTC");
    let text = encrypted(&plain, "-iter 1");
    for form in [
        text.trim_end().to_owned(),
        format!("\n\n  {text}\n"),
        text.replace('\n', "\r\n"),
        text.replace('\n', "\\n"),
        text.replace('\n', "\\r\\n"),
        text.replace('\n', " "),
    ] {
        assert_eq!(signature(&take(&form, Some(PASSPHRASE)).unwrap(), "symbol=LTCBTC"), expected, "{form:?}");
    }
}

#[test]
fn a_passphrase_for_a_plain_key_is_passed_over() {
    let plain = openssl("genpkey -algorithm ed25519", "");
    assert_eq!(
        signature(&take(&plain, Some(PASSPHRASE)).unwrap(), "symbol=LTCBTC"),
        signature(&take(&plain, None).unwrap(), "symbol=LTCBTC"),
    );
}

/// What is wrong with the key inside is said as for a plain key.
#[test]
fn a_key_that_cannot_sign_is_refused_by_its_name() {
    for (arguments, code) in [
        ("genpkey -algorithm x25519", Code::KeyIsX25519),
        ("genpkey -algorithm ec -pkeyopt ec_paramgen_curve:P-256", Code::KeyIsEc),
        ("genpkey -algorithm ed448", Code::KeyUnknown),
    ] {
        let text = encrypted(&openssl(arguments, ""), "-iter 1");
        assert_eq!(take(&text, Some(PASSPHRASE)).unwrap_err(), code, "{arguments}");
    }
}
