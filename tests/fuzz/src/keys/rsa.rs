//! RSA keys that are changed in places: only what nobody uses of a key may be another.

use std::ops::Range;
use std::sync::LazyLock;

use binsign::{ApiKey, Code, Gate, Method, Request, SecretKey, Signer};

use super::{assert_is_of_keys, base64, labelled, take};

/// The key of Binance's signature examples, in PKCS#8.
static PKCS8: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let file: serde_json::Value = serde_json::from_str(include_str!("../../../vectors/vectors.json")).unwrap();
    let vector = file["vectors"].as_array().unwrap().iter().find(|vector| vector["id"] == "sigex-rsa-order").unwrap();
    let pem = vector["private_key_pem"].as_str().unwrap();
    decode(&pem.lines().filter(|line| !line.starts_with('-')).collect::<String>())
});

/// What stands before PKCS#1 in PKCS#8: two heads of 4 bytes, the version and the algorithm.
const HEAD: usize = 26;

/// Where d stands in PKCS#1: behind the head, the version, n and e. In its place dP and dQ are used.
const PRIVATE_EXPONENT: Range<usize> = 4 + 3 + 261 + 5 + 4..4 + 3 + 261 + 5 + 4 + 256;

/// Changes bytes of the good key, in three bytes each: place, high and low, and value.
pub(super) fn changed(edits: &[u8], as_pkcs8: bool) {
    let skipped = if as_pkcs8 { 0 } else { HEAD };
    let good = &PKCS8[skipped..];
    let mut der = good.to_vec();
    for edit in edits.chunks_exact(3) {
        let place = usize::from(u16::from_be_bytes([edit[0], edit[1]])) % der.len();
        der[place] = edit[2];
    }
    let unused = PRIVATE_EXPONENT.start + HEAD - skipped..PRIVATE_EXPONENT.end + HEAD - skipped;
    let same = der[..unused.start] == good[..unused.start] && der[unused.end..] == good[unused.end..];
    match SecretKey::from_der(&der) {
        Ok(key) => {
            assert!(same, "a key that was changed was taken: {der:x?}");
            assert_eq!(sign(key), sign(SecretKey::from_der(good).unwrap()));
        }
        // A number has no leading zeros and is positive.
        Err(_) => assert!(der != good && !(same && matches!(der[unused.start], 1..=0x7F)), "{der:x?}"),
    }
    both_ways(&der);
}

/// DER as it is, and the same in PEM under the label that its form has, are one key.
pub(super) fn both_ways(der: &[u8]) {
    let taken = |key: Result<SecretKey, binsign::Error>| key.map(|key| key.key_type()).map_err(|error| error.code());
    let direct = taken(SecretKey::from_der(der));
    let [pkcs8, pkcs1] = ["PRIVATE KEY", "RSA PRIVATE KEY"].map(|label| {
        let text = labelled(label, &base64(der));
        _ = take(text.as_bytes());
        taken(SecretKey::from_pem(text.as_bytes()))
    });
    for code in [direct, pkcs8, pkcs1].into_iter().filter_map(Result::err) {
        assert_is_of_keys(code);
    }
    // What is longer than any key is not read to its end in PEM.
    if der.len() <= 3072 {
        let through_pem = if pkcs8 == Err(Code::KeyMalformed) { pkcs1 } else { pkcs8 };
        assert_eq!(direct, through_pem, "{der:x?}");
    }
}

fn sign(key: SecretKey) -> String {
    let mut buffer = [0; 1024];
    let mut request = Request::rest(&mut buffer, Method::Get, "/api/v3/account").unwrap();
    request.timestamp(1_499_827_319_559).unwrap();
    let signer = Signer::new(ApiKey::new("key").unwrap(), key);
    let signed = Gate::documented_routes().authorize(request).unwrap().sign(&signer).unwrap();
    signed.signature().unwrap().to_owned()
}

/// The bytes of base64.
fn decode(text: &str) -> Vec<u8> {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let value = |digit: &u8| DIGITS.iter().position(|known| known == digit).unwrap();
    let digits = text.trim_end_matches('=');
    let padded = text.replace('=', "A");
    let groups = padded.as_bytes().chunks(4).map(|group| group.iter().fold(0, |bits, digit| bits << 6 | value(digit)));
    let bytes = groups.flat_map(|bits| [bits >> 16, bits >> 8, bits].map(|byte| u8::try_from(byte & 255).unwrap()));
    bytes.take(digits.len() * 6 / 8).collect()
}

#[cfg(test)]
mod tests {
    use super::{PKCS8, PRIVATE_EXPONENT};

    /// The places that the model knows are those of this key: PKCS#1, its version, n, e, and d.
    #[test]
    fn the_parts_of_the_key_stand_where_the_model_has_them() {
        let pkcs1 = &PKCS8[super::HEAD..];
        assert_eq!(pkcs1[..9], [0x30, 0x82, 4, 0xA4, 2, 1, 0, 2, 0x82]);
        assert_eq!(pkcs1[268..PRIVATE_EXPONENT.start], [2, 3, 1, 0, 1, 2, 0x82, 1, 0]);
        assert_eq!(pkcs1[PRIVATE_EXPONENT.end..][..4], [2, 0x81, 0x81, 0]);
    }
}
