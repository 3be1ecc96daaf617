//! Encrypted private keys, as OpenSSL and other programs write them: what is decrypted and what is
//! refused.
#![cfg(unix)]

mod openssl;
mod published;
mod refused;

use binsign::{Code, Error, Signer};
use binsign_host::{Call, Guard, Signable, Timestamp, make_pem};

const PASSPHRASE: &str = "correct horse battery staple é";

/// Makes a signer, or says with which code it was refused; PASSPHRASE is in no refusal.
fn take(text: &str, passphrase: Option<&str>) -> Result<Box<Signer>, Code> {
    make_pem("apiKey", text.as_bytes(), passphrase.map(str::as_bytes)).map_err(|error: Error| {
        let said = format!("{error} {error:?}");
        assert!(PASSPHRASE.split(' ').all(|word| !said.contains(word)), "{said}");
        error.code()
    })
}

/// The signature of a request with these parameters.
fn signature(signer: &Signer, payload: &str) -> String {
    let query: Vec<_> = payload.split('&').map(|pair| pair.split_once('=').unwrap()).collect();
    let call =
        Call { method: "POST", path: "/api/v3/order", query: &query, timestamp: Timestamp::Omitted, ..Call::default() };
    let request = call.sign(&Guard::documented_routes(), signer).unwrap();
    assert_eq!(request.payload.as_ref().map(|text| text.as_str()), Some(payload));
    request.signature.unwrap()
}
