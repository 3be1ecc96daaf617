//! Answers as the exchange's pages have them, and what is no answer.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::KeyInfo;
use crate::{Code, Permissions};

const NOW: u64 = 1_700_000_000_000;

/// The sample of "Get API Key Permission" (Wallet), read on 2026-06-30, without its comments.
const ENGLISH: &str = r#"
    {
        "ipRestrict": false,
        "createTime": 1698645219000,
        "enableReading": true,
        "enableWithdrawals": false,
        "enableInternalTransfer": false,
        "enableMargin": false,
        "enableFutures": false,
        "permitsUniversalTransfer": false,
        "enableVanillaOptions": false,
        "enableFixApiTrade": false,
        "enableFixReadOnly": true,
        "enableSpotAndMarginTrading": false,
        "enablePortfolioMarginTrading": true
    }
"#;

/// The sample of the same page in Chinese, which is another one.
const CHINESE: &str = r#"{
    "ipRestrict": false,
    "createTime": 1623840271000,
    "enableReading": true,
    "enableWithdrawals": false,
    "enableInternalTransfer": true,
    "enableMargin": false,
    "enableFutures": false,
    "permitsUniversalTransfer": true,
    "enableVanillaOptions": false,
    "enableFixApiTrade": false,
    "enableFixReadOnly": true,
    "enableSpotAndMarginTrading": false,
    "enablePortfolioMarginTrading": true
}"#;

/// The sample of the page as it was in 2021: ten fields, two of which have changed since.
const OLD: &str = r#"{
   "ipRestrict": false,
   "createTime": 1623840271000,
   "enableWithdrawals": false,
   "enableInternalTransfer": true,
   "permitsUniversalTransfer": true,
   "enableVanillaOptions": false,
   "enableReading": true,
   "enableFutures": false,
   "enableMargin": false,
   "enableSpotAndMarginTrading": false,
   "tradingAuthorityExpirationTime": 1628985600000
}"#;

fn refused(body: &[u8]) -> (Code, Option<String>) {
    let error = KeyInfo::from_json(body, NOW).unwrap_err();
    (error.code(), error.param().map(str::to_owned))
}

#[test]
fn the_documented_answers_are_read() {
    use Permissions as P;
    let info = KeyInfo::from_json(ENGLISH.as_bytes(), NOW).unwrap();
    assert_eq!(info.permissions(), P::READING | P::FIX_READ_ONLY | P::PORTFOLIO_MARGIN_TRADING);
    assert_eq!((info.is_ip_restricted(), info.create_time()), (false, Some(1_698_645_219_000)));
    assert_eq!((info.trading_expires(), info.observed_at(), info.has_unknown_grant()), (None, NOW, false));

    let info = KeyInfo::from_json(CHINESE.as_bytes(), NOW).unwrap();
    let transfers = P::INTERNAL_TRANSFER | P::UNIVERSAL_TRANSFER;
    assert_eq!(info.permissions(), P::READING | P::FIX_READ_ONLY | P::PORTFOLIO_MARGIN_TRADING | transfers);

    let info = KeyInfo::from_json(OLD.as_bytes(), NOW).unwrap();
    assert_eq!(info.permissions(), P::READING | transfers);
    assert_eq!(info.trading_expires(), Some(1_628_985_600_000));
}

/// D 9: what is not said is not granted.
#[test]
fn fields_may_be_missing_and_may_be_new() {
    let info = KeyInfo::from_json(br#"{"enableReading":true}"#, NOW).unwrap();
    assert_eq!((info.permissions(), info.is_ip_restricted(), info.create_time()), (Permissions::READING, false, None));
    let body = br#"{"new":[{"enableWithdrawals":true}],"enableReading":true,"more":{"ipRestrict":true},"n":null}"#;
    assert_eq!(KeyInfo::from_json(body, NOW), Ok(info), "what stands deeper is another thing");
    let info = KeyInfo::from_json(br#"{"enableReading":false,"enablePredictionTrading":true}"#, NOW).unwrap();
    assert!(info.has_unknown_grant() && info.permissions().is_empty());
    for body in [r#"{"enableReading":true,"enableNew":false}"#, r#"{"enableReading":true,"new":true}"#] {
        assert!(!KeyInfo::from_json(body.as_bytes(), NOW).unwrap().has_unknown_grant(), "{body}");
    }
}

#[test]
fn each_flag_is_read_by_itself() {
    for permission in Permissions::ALL.iter() {
        for spelling in [permission.name().to_owned(), permission.name().replace('e', "\\u0065")] {
            let body = format!("{{\"ipRestrict\":true,\"{spelling}\":true}}");
            let info = KeyInfo::from_json(body.as_bytes(), NOW).unwrap();
            assert_eq!((info.permissions(), info.is_ip_restricted()), (permission, true), "{body}");
            let twice = format!("{{\"{spelling}\":false,\"ipRestrict\":true,\"{}\":true}}", permission.name());
            assert_eq!(refused(twice.as_bytes()), (Code::KeyInfoMalformed, Some(permission.name().into())));
        }
    }
}

#[test]
fn wrong_types_are_refused_by_name() {
    let fields = Permissions::ALL.iter().map(Permissions::name);
    for field in fields.chain(["ipRestrict", "createTime", "tradingAuthorityExpirationTime"]) {
        for value in
            [json!("true"), json!("1698645219000"), json!(1.5), json!(-1), Value::Null, json!([true]), json!({})]
        {
            let body = json!({ "enableReading2": true, field: value }).to_string();
            assert_eq!(refused(body.as_bytes()), (Code::KeyInfoMalformed, Some(field.into())), "{body}");
        }
        let other = if field.ends_with("Time") { json!(true) } else { json!(1) };
        let body = json!({ field: other }).to_string();
        assert_eq!(refused(body.as_bytes()), (Code::KeyInfoMalformed, Some(field.into())), "{body}");
    }
    let huge = br#"{"createTime":9223372036854775808}"#;
    assert_eq!(refused(huge), (Code::KeyInfoMalformed, Some("createTime".into())));
}

#[test]
fn what_is_no_answer_is_refused() {
    let deep = format!("{{\"enableReading\":true,\"new\":{}1{}}}", "[".repeat(40), "]".repeat(40));
    let bodies: [&[u8]; 14] = [
        b"",
        b"null",
        b"true",
        b"[]",
        b"{}",
        br#"[{"enableReading":true}]"#,
        br#"{"data":{"enableReading":true}}"#,
        br#"{"enableReading":true}x"#,
        br#"{"enableReading":true}{}"#,
        br#"{"enableReading":true,}"#,
        br"{enableReading:true}",
        b"{\"enableReading\":true,\"new\":\"\xFF\"}",
        b"\xEF\xBB\xBF{\"enableReading\":true}",
        deep.as_bytes(),
    ];
    for body in bodies {
        assert_eq!(refused(body), (Code::KeyInfoMalformed, None), "{}", String::from_utf8_lossy(body));
    }
    let page = b"<html>\r\n<head><title>403 Forbidden</title></head></html>";
    assert_eq!(refused(page), (Code::KeyInfoMalformed, None));
}

/// The error of the exchange's page on error codes.
#[test]
fn an_error_is_no_answer() {
    let error = br#"{"code":-2015,"msg":"Invalid API-key, IP, or permissions for action."}"#;
    assert_eq!(refused(error), (Code::KeyInfoIsError, None));
    assert_eq!(refused(br#"{"code":"-2015"}"#), (Code::KeyInfoMalformed, None));
    assert_eq!(refused(br#"{"code":-2015,"#), (Code::KeyInfoMalformed, None));
}

#[test]
fn messages_name_the_field_and_no_value() {
    let error = KeyInfo::from_json(br#"{"createTime":"secret"}"#, NOW).unwrap_err();
    let text = error.to_string();
    assert!(text.contains("`createTime`") && text.contains("/sapi/v1/account/apiRestrictions"), "{text}");
    assert!(!text.contains("secret"));
}

#[test]
fn ages_know_a_clock_that_went_back() {
    let info = KeyInfo::from_json(ENGLISH.as_bytes(), NOW).unwrap();
    assert_eq!((info.age(NOW), info.age(NOW + 5), info.age(NOW - 1)), (Some(0), Some(5), None));
}

#[test]
fn the_compact_form_is_fixed() {
    let info = KeyInfo::from_json(OLD.as_bytes(), NOW).unwrap();
    // By hand: version, flags, permissions (reading, internal and universal transfer), four zeros; then three times.
    let mut expected = vec![1, 0b1100, 0b0100_1001, 0, 0, 0, 0, 0];
    for time in [1_623_840_271_000_u64, 1_628_985_600_000, NOW] {
        expected.extend(time.to_le_bytes());
    }
    assert_eq!(info.to_bytes()[..], expected);
    let good = info.to_bytes();
    let changes = [(0, 2), (0, 0), (1, 0b1000), (1, 0b1_1100), (3, 0b1000), (4, 1), (7, 1)];
    for (place, value) in changes {
        let mut bad = good;
        bad[place] = value;
        assert!(KeyInfo::from_bytes(&bad).is_err(), "{place} {value}");
    }
}

proptest! {
    /// Against a JSON library and a few lines that are obviously right.
    #[test]
    fn flags_are_what_a_library_reads(
        bits in 0_u16..1 << 11, present in 0_u16..1 << 11, ip in any::<Option<bool>>(),
        created in prop::option::of(0_i64..),
    ) {
        let mut object = serde_json::Map::new();
        let mut expected = 0;
        for bit in 0..11 {
            if present >> bit & 1 == 1 {
                let granted = bits >> bit & 1 == 1;
                object.insert(Permissions::from_bits(1 << bit).unwrap().name().into(), granted.into());
                expected |= u16::from(granted) << bit;
            }
        }
        ip.map(|ip| object.insert("ipRestrict".into(), ip.into()));
        created.map(|created| object.insert("createTime".into(), created.into()));
        let text = Value::Object(object.clone()).to_string();
        let info = KeyInfo::from_json(text.as_bytes(), NOW);
        if object.is_empty() {
            prop_assert!(info.is_err());
        } else {
            let info = info.unwrap();
            prop_assert_eq!(info.permissions().bits(), expected);
            prop_assert_eq!(info.is_ip_restricted(), ip.unwrap_or(false));
            prop_assert_eq!(info.create_time(), created.map(|created| u64::try_from(created).unwrap()));
            prop_assert_eq!(KeyInfo::from_bytes(&info.to_bytes()), Ok(info));
        }
    }

    #[test]
    fn cut_off_answers_are_refused(length in 0..OLD.len()) {
        prop_assert_eq!(refused(&OLD.as_bytes()[..length]).0, Code::KeyInfoMalformed);
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..100), form in any::<[u8; 32]>()) {
        let _ = KeyInfo::from_json(&bytes, NOW);
        if let Ok(info) = KeyInfo::from_bytes(&form) {
            prop_assert_eq!(info.to_bytes(), form);
        }
    }
}
