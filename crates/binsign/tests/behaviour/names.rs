//! Parameter names: which are taken, which are refused, and that a refusal is for good.

use binsign::{Code, Gate, Method, Refusal, Request, Signer};

use crate::check::check;
use crate::model::Plan;

/// The characters a name may have, written out: `[A-Za-z0-9_.\[\]-]`.
const ALLOWED: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.[]-";

#[test]
fn every_character_outside_the_set_is_refused_wherever_it_stands() {
    let samples = ['\u{100}', '\u{7FF}', '\u{FF11}', '\u{20AC}', '\u{1F680}'];
    for letter in (0..=255_u8).map(char::from).chain(samples) {
        for name in [format!("{letter}"), format!("{letter}b"), format!("a{letter}"), format!("a{letter}b")] {
            let mut buffer = [0; 256];
            let mut request = Request::rest(&mut buffer, Method::Get, "/api/v3/account").unwrap();
            let outcome = request.param(&name, "1").map(|_| ()).map_err(|error| (error.code(), error.to_string()));
            if ALLOWED.contains(letter) {
                assert_eq!(outcome, Ok(()), "{name:?}");
            } else {
                let (code, text) = outcome.unwrap_err();
                assert_eq!(code, Code::ParameterNameInvalid, "{name:?}");
                // What was refused may hold anything, so it is not repeated.
                assert!(text.starts_with("parameter 1 has a name"), "{text}");
            }
            check(&Plan::query(Method::Get, "/api/v3/account", &[(&name, "1")]), 256);
        }
    }
}

#[test]
fn names_have_1_to_64_characters() {
    for (length, good) in [(0, false), (1, true), (64, true), (65, false), (1000, false)] {
        let name = "n".repeat(length);
        let plan = Plan::query(Method::Get, "/api/v3/account", &[(&name, "1")]);
        assert_eq!(plan.expected().is_ok(), good, "{length}");
        check(&plan, 4096);
    }
}

#[test]
fn the_first_error_is_the_answer_to_everything_that_follows() {
    let long = "v".repeat(70_000);
    for (bad, value, code) in [
        ("a b", "1", Code::ParameterNameInvalid),
        ("a", "1\0", Code::NulInValue),
        ("signature", "1", Code::SignatureGiven),
        ("timestamp", "now", Code::TimestampOutOfRange),
        ("recvWindow", "60001", Code::RecvWindowOutOfRange),
        ("first", "2", Code::ParameterTwice),
        ("a", &long, Code::RequestTooLong),
    ] {
        let mut buffer = [0xA5; 512];
        let mut request = Request::rest(&mut buffer, Method::Post, "/api/v3/order").unwrap();
        request.param("first", "1").unwrap();
        let error = request.param(bad, value).unwrap_err();
        assert_eq!(error.code(), code);
        assert_eq!(request.param("good", "1").unwrap_err(), error);
        assert_eq!(request.recv_window(5000).unwrap_err(), error);
        assert_eq!(request.body().unwrap_err(), error);
        assert_eq!(request.timestamp(1_499_827_319_559).unwrap_err(), error);
        let refusal = Gate::documented_routes().authorize(request).unwrap_err();
        assert_eq!(refusal, Refusal::Invalid(error));
        assert!(buffer.iter().all(|byte| matches!(byte, 0 | 0xA5)), "{code:?} left something behind");
    }
}

#[test]
fn a_body_is_refused_for_get_and_stays_refused() {
    let plan = Plan::query(Method::Get, "/api/v3/account", &[("a", "1")]);
    assert_eq!(plan.clone().with_body(&[]).expected().unwrap_err(), Code::BodyNotAllowed);
    check(&plan.clone().with_body(&[]), 512);
    check(&plan.with_body(&[("b", "2")]), 512);
}

/// The two numbers go through methods of their own, so their whole range is tried at its edges.
#[test]
fn times_and_windows_as_numbers_are_checked_like_text() {
    for (time, as_ms, as_us) in [
        (0, false, false),
        (1_483_228_799_999, false, false),
        (1_483_228_800_000, true, false),
        (4_102_444_800_000, true, false),
        (4_102_444_800_001, false, false),
        (1_483_228_799_999_999, false, false),
        (1_483_228_800_000_000, false, true),
        (4_102_444_800_000_999, false, true),
        (4_102_444_800_001_000, false, false),
        (u64::MAX, false, false),
    ] {
        for (path, takes_us) in [("/api/v3/account", true), ("/fapi/v2/account", false)] {
            let mut buffer = [0; 256];
            let mut request = Request::rest(&mut buffer, Method::Get, path).unwrap();
            assert_eq!(request.timestamp(time).is_ok(), as_ms, "{time} ms on {path}");
            let mut buffer = [0; 256];
            let mut request = Request::rest(&mut buffer, Method::Get, path).unwrap();
            assert_eq!(request.timestamp_us(time).is_ok(), as_us && takes_us, "{time} us on {path}");
            check(&Plan::query(Method::Get, path, &[("timestamp", &time.to_string())]), 256);
        }
    }
    for (window, good) in [(0, false), (1, true), (60_000, true), (60_001, false), (u32::MAX, false)] {
        let mut buffer = [0; 256];
        let mut request = Request::rest(&mut buffer, Method::Get, "/api/v3/account").unwrap();
        assert_eq!(request.recv_window(window).is_ok(), good, "{window}");
        check(&Plan::query(Method::Get, "/api/v3/account", &[("recvWindow", &window.to_string())]), 256);
    }
}

/// No secret, key or value is in what is printed of any state.
#[test]
fn no_state_prints_what_it_holds() {
    let signer = Signer::hmac(crate::model::API_KEY, crate::model::SECRET.as_bytes()).unwrap();
    let mut buffer = [0; 512];
    let mut request = Request::rest(&mut buffer, Method::Post, "/api/v3/order").unwrap();
    request.param("symbol", "LTCBTC").unwrap();
    let mut printed = vec![format!("{signer:?}"), format!("{request:?}")];
    let authorized = Gate::documented_routes().authorize(request).unwrap();
    printed.push(format!("{authorized:?}"));
    let signed = authorized.sign(&signer).unwrap();
    printed.push(format!("{signed:?}"));
    let signature = signed.signature().unwrap();
    for text in printed {
        for hidden in [crate::model::API_KEY, crate::model::SECRET, "LTCBTC", signature] {
            assert!(!text.contains(hidden), "{text}");
        }
    }
}
