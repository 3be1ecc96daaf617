//! Keys whose numbers do not belong together are refused before they sign anything.

use super::keys::{binance, key, pkcs1, refusal, wycheproof};
use crate::Code;

/// Where each number of PKCS#1 begins and how long it is.
fn numbers(pkcs1: &[u8]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut at = 4;
    while at < pkcs1.len() {
        assert_eq!(pkcs1[at], 2);
        let (head, length) = match pkcs1[at + 1] {
            0x82 => (4, usize::from(pkcs1[at + 2]) << 8 | usize::from(pkcs1[at + 3])),
            0x81 => (3, usize::from(pkcs1[at + 2])),
            length => (2, usize::from(length)),
        };
        found.push((at + head, length));
        at += head + length;
    }
    found
}

/// What a flipped bit in each number gives; d is not used and not looked at.
const EXPECTED: [(&str, Option<Code>); 9] = [
    ("version", Some(Code::KeyMalformed)),
    ("n", Some(Code::KeyMismatch)),
    ("e", Some(Code::KeyMalformed)),
    // Of use for AWS-LC alone.
    ("d", if cfg!(feature = "aws-lc") { Some(Code::KeyMalformed) } else { None }),
    ("p", Some(Code::KeyMismatch)),
    ("q", Some(Code::KeyMismatch)),
    ("dP", Some(Code::KeyMalformed)),
    ("dQ", Some(Code::KeyMalformed)),
    ("qInv", Some(Code::KeyMalformed)),
];

#[test]
fn a_changed_number_is_refused() {
    for der in binance().into_iter().chain([2048, 3072, 4096].map(wycheproof)) {
        let whole = pkcs1(&der);
        assert_eq!(refusal(whole), None);
        let places = numbers(whole);
        assert_eq!(places.len(), EXPECTED.len());
        for ((start, length), (name, expected)) in places.into_iter().zip(EXPECTED) {
            for position in (start..start + length).step_by(length.div_ceil(16)).chain([start + length - 1]) {
                for bit in [0, 1, 4, 7] {
                    let mut changed = whole.to_vec();
                    changed[position] ^= 1 << bit;
                    // A changed beginning or end can be against the form of a number, too, or against oddness.
                    let edge = position <= start + 1 || position == start + length - 1;
                    let outcome = refusal(&changed);
                    let right = match expected {
                        _ if edge && name != "d" => outcome.is_some(),
                        None => edge || outcome.is_none(),
                        code => outcome == code,
                    };
                    assert!(right, "{name}, byte {} of {length}, bit {bit}: {outcome:?}", position - start);
                }
            }
        }
    }
}

/// Each number put in the place of each other one of its length.
#[test]
fn exchanged_numbers_are_refused() {
    let der = &binance()[1];
    let whole = pkcs1(der);
    let places = numbers(whole);
    let mut exchanged = 0;
    for one in 4..9 {
        for other in one + 1..9 {
            let ((a, length), (b, other_length)) = (places[one], places[other]);
            if length != other_length {
                continue;
            }
            let mut changed = whole.to_vec();
            let (low, high) = changed.split_at_mut(b);
            low[a..a + length].swap_with_slice(&mut high[..length]);
            assert!(matches!(refusal(&changed), Some(Code::KeyMalformed | Code::KeyMismatch)), "{one} and {other}");
            exchanged += 1;
        }
    }
    assert!(exchanged >= 3, "{exchanged}");
}

#[test]
fn a_key_cut_off_or_with_something_behind_is_refused() {
    let der = &binance()[0];
    for whole in [&der[..], pkcs1(der)] {
        assert_eq!(refusal(whole), None);
        for length in 0..whole.len() {
            assert_eq!(refusal(&whole[..length]), Some(Code::KeyMalformed), "{length}");
        }
        assert_eq!(refusal(&[whole, &[0]].concat()), Some(Code::KeyMalformed));
    }
}

/// Version 1 of PKCS#1 is a key of more primes than two (RFC 8017, appendix A.1.2).
#[test]
fn more_primes_than_two_are_refused() {
    let mut der = pkcs1(&binance()[0]).to_vec();
    der[6] = 1;
    assert_eq!(refusal(&der), Some(Code::KeyMalformed));
}

#[test]
fn the_length_of_a_signature_is_known_before() {
    for (bits, length) in [(2048, 344), (3072, 512), (4096, 684)] {
        assert_eq!(key(&wycheproof(bits)).signature_text_len(), length);
    }
}
