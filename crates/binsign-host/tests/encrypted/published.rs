//! The published examples whose keys are encrypted (`tests/vectors/vectors.json`).

use binsign::Code;
use serde_json::Value;

use crate::{signature, take};

#[test]
fn every_published_example_is_reproduced_or_refused_by_its_name() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/vectors/vectors.json");
    let file: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let mut seen = Vec::new();
    for vector in file["vectors"].as_array().unwrap() {
        let Some(passphrase) = vector["private_key_passphrase"].as_str() else { continue };
        let (id, text) = (vector["id"].as_str().unwrap(), vector["private_key_pem"].as_str().unwrap());
        assert_eq!(take(text, Some("not it")).err(), Some(wrong(id)), "{id}");
        match take(text, Some(passphrase)) {
            Ok(signer) => {
                let signature = signature(&signer, vector["payload"].as_str().unwrap());
                assert_eq!(Some(signature.as_str()), vector["expected_signature"].as_str(), "{id}");
                seen.push((id, None));
            }
            Err(code) => seen.push((id, Some(code))),
        }
    }
    assert_eq!(
        seen,
        [
            // PBES1 with MD5 and DES.
            ("sigex-rsa-encrypted-pem", Some(Code::KeyEncryptionOld)),
            ("java-rsa-pass", None),
            ("java-ed25519-pass", None),
            ("pybinance-rsa-encrypted", None),
        ],
    );
}

/// What a wrong passphrase gives: the way of encryption is looked at before it.
fn wrong(id: &str) -> Code {
    if id == "sigex-rsa-encrypted-pem" { Code::KeyEncryptionOld } else { Code::KeyPassphraseWrong }
}
