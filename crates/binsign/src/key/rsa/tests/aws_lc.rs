//! Keys in AWS-LC: the same signatures as ours, and the same keys refused.

use super::keys::{binance, key, pkcs1, wycheproof};
use crate::Code;
use crate::key::rsa::aws_lc::HostRsaKey;
use crate::key::rsa::{Checked, Pkcs1};

#[test]
fn both_make_the_same_signatures() {
    for der in binance().into_iter().chain([2048, 3072, 4096].map(wycheproof)) {
        let ours = key(&der);
        let host = HostRsaKey::new(&Checked::new(&Pkcs1::take(pkcs1(&der)).unwrap()).unwrap()).unwrap();
        assert_eq!(host.signature_text_len(), ours.signature_text_len());
        for payload in [&b""[..], b"timestamp=1499827319559", &[b'x'; 5000]] {
            let (mut one, mut other) = ([0; 684], [0; 684]);
            let length = ours.sign(payload, &mut one).unwrap();
            assert_eq!(host.sign(payload, &mut other).unwrap(), length);
            assert_eq!(one, other);
            other.fill(0);
            assert_eq!(host.sign_blinded(payload, &[7; 32], &mut other).unwrap(), length);
            assert_eq!(one, other);
        }
    }
}

#[test]
fn a_place_too_short_gets_nothing() {
    let host = HostRsaKey::new(&Checked::new(&Pkcs1::take(pkcs1(&binance()[0])).unwrap()).unwrap()).unwrap();
    let mut text = [0xA5; 343];
    assert_eq!(host.sign(b"timestamp=1", &mut text).unwrap_err().code(), Code::Internal);
    assert_eq!(text, [0xA5; 343]);
}

/// Our own signing has no use for the private exponent, so that only AWS-LC notices a wrong one.
#[test]
fn a_wrong_private_exponent_is_refused() {
    let der = binance()[0].clone();
    let mut parts = Pkcs1::take(pkcs1(&der)).unwrap();
    let mut wrong = parts.private_exponent.to_vec();
    wrong[100] ^= 1;
    parts.private_exponent = &wrong;
    assert_eq!(
        HostRsaKey::new(&Checked::new(&parts).unwrap()).err().map(|error| error.code()),
        Some(Code::KeyMalformed)
    );
}
