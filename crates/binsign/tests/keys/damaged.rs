//! Keys that are damaged: cut off, with a byte or a character changed, with something behind them.

use binsign::Code;

use crate::support::{PUBLIC, SEED, V2, base64, der_v1, der_v2, pem, take, take_der, unhex};

const REFUSED: Result<String, Code> = Err(Code::KeyMalformed);

#[test]
fn a_key_cut_off_anywhere_is_refused() {
    for der in [der_v1(SEED), der_v2(SEED, PUBLIC)] {
        let text = pem("PRIVATE KEY", &der);
        for length in 0..der.len() {
            assert_eq!(take_der(&der[..length]), REFUSED, "{length} bytes");
            assert_eq!(take(pem("PRIVATE KEY", &der[..length]).as_bytes()), REFUSED, "{length} bytes");
        }
        // Without its final line end it is still whole.
        for length in 0..text.len() - 1 {
            assert_eq!(take(&text.as_bytes()[..length]), REFUSED, "{length} characters");
        }
        for start in 1..text.len() {
            assert_eq!(take(&text.as_bytes()[start..]), REFUSED, "from {start}");
        }
    }
}

#[test]
fn a_changed_byte_is_refused_or_gives_another_key() {
    for der in [der_v1(SEED), der_v2(SEED, PUBLIC)] {
        let with_public = der.len() > 48;
        for position in 0..der.len() {
            for flip in 1..=u8::MAX {
                let mut changed = der.clone();
                changed[position] ^= flip;
                let outcome = take_der(&changed);
                let in_seed = (16..48).contains(&position);
                let in_public = position >= 51;
                match outcome {
                    // Only a private key without its public one can be another without anybody noticing.
                    Ok(public) if public != PUBLIC => assert!(in_seed && !with_public, "byte {position} ^ {flip}"),
                    Ok(_) => assert!(!in_seed && !in_public, "byte {position} ^ {flip}"),
                    Err(Code::KeyMismatch) => assert!(with_public && (in_seed || in_public), "{position} ^ {flip}"),
                    Err(code) => {
                        let other = matches!(code, Code::KeyUnknown | Code::KeyIsX25519) && (9..12).contains(&position);
                        assert!(code == Code::KeyMalformed || other, "byte {position} ^ {flip}: {code:?}");
                    }
                }
            }
        }
    }
}

#[test]
fn something_behind_the_key_is_refused() {
    for der in [der_v1(SEED), der_v2(SEED, PUBLIC)] {
        for garbage in ["00", "0500", "ff", "30"] {
            let longer = [&der[..], &unhex(garbage)].concat();
            assert_eq!(take_der(&longer), REFUSED, "{garbage}");
            assert_eq!(take(pem("PRIVATE KEY", &longer).as_bytes()), REFUSED, "{garbage}");
        }
        assert_eq!(take_der(&[&der[..], &der[..]].concat()), REFUSED);
        let text = pem("PRIVATE KEY", &der);
        for garbage in ["x", "-", "\\", "-----", "\0", &text] {
            assert_eq!(take(format!("{text}{garbage}").as_bytes()), REFUSED, "{garbage:?}");
        }
    }
    // A seed in more or fewer bytes than 32, in lengths that are right.
    for size in (0..=64).filter(|size| *size != 32_u8) {
        let seed = "07".repeat(size.into());
        let (inner, outer, whole) = (size, size + 2, size + 14);
        let der = unhex(&format!("30{whole:02x}020100300506032b657004{outer:02x}04{inner:02x}{seed}"));
        assert_eq!(take_der(&der), REFUSED, "{size} bytes");
    }
    // Parameters of the algorithm, which must be absent (RFC 8410, section 3).
    assert_eq!(take_der(&unhex(&format!("3030020100300706032b6570050004220420{SEED}"))), REFUSED);
}

#[test]
fn a_character_that_is_no_base64_is_refused() {
    let body = base64(&der_v2(SEED, PUBLIC));
    let whole = |body: &str| take(format!("-----BEGIN PRIVATE KEY-----\n{body}\n-----END PRIVATE KEY-----").as_bytes());
    assert_eq!(whole(&body).as_deref(), Ok(PUBLIC));
    for position in 0..body.len() {
        let (before, rest) = body.split_at(position);
        for wrong in ["!", "-", "_", "\0", "\u{b}", "\u{fffd}", "\\", "\\t", "\\\\n", "\""] {
            assert_eq!(whole(&format!("{before}{wrong}{}", &rest[1..])), REFUSED, "{wrong:?} at {position}");
            assert_eq!(whole(&format!("{before}{wrong}{rest}")), REFUSED, "{wrong:?} before {position}");
        }
        // A character too many or too few.
        assert_eq!(whole(&format!("{before}A{rest}")), REFUSED, "at {position}");
        assert_eq!(whole(&format!("{before}{}", &rest[1..])), REFUSED, "without {position}");
        if !rest.starts_with('=') {
            assert_eq!(whole(&format!("{before}={}", &rest[1..])), REFUSED, "`=` at {position}");
        }
    }
    for wrong in ["", "=", "====", "A", "AA==", &V2[..V2.len() - 4]] {
        assert_eq!(whole(wrong), REFUSED, "{wrong}");
    }
}

#[test]
fn marks_that_are_damaged_are_refused() {
    let text = pem("PRIVATE KEY", &der_v1(SEED));
    for (from, to) in [
        ("-----BEGIN ", "----BEGIN "),
        ("-----BEGIN ", "-----Begin "),
        ("-----BEGIN ", "-----BEGIN  "),
        ("-----END ", "-----END"),
        ("-----END PRIVATE KEY-----", ""),
        ("-----END PRIVATE KEY-----", "-----END PRIVATE KEY----"),
        ("-----END PRIVATE KEY-----", "-----END PUBLIC KEY-----"),
        ("BEGIN PRIVATE KEY", "BEGIN private key"),
        ("BEGIN PRIVATE KEY", "BEGIN "),
        ("-----BEGIN", "KEY=-----BEGIN"),
        ("-----BEGIN", "\"-----BEGIN"),
        ("-----BEGIN", "\u{feff}-----BEGIN"),
    ] {
        let changed = text.replace(from, to);
        assert_ne!(changed, text);
        assert_eq!(take(changed.as_bytes()), REFUSED, "{changed:?}");
    }
    // Whatever is no key at all, of any length.
    for length in 0..600 {
        assert_eq!(take(&vec![b'A'; length]), REFUSED);
        assert_eq!(take_der(&vec![0x30; length]), REFUSED);
    }
}
