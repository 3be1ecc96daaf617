//! Findings about the keys of the exchange's samples and about keys that are made up; each test is named after the
//! clause of the Terms that it stands for.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use proptest::prelude::*;

use super::{Finding, Severity, findings};
use crate::{AccountMode, Declared, FindingKind as Kind, KeyInfo, KeyType, Permissions as P};

const NOW: u64 = 1_700_000_000_000;
const DAY: u64 = 24 * 60 * 60 * 1000;

/// The sample of "Get API Key Permission" (Wallet), read on 2026-06-30.
const SAMPLE: &str = r#"{"ipRestrict":false,"createTime":1698645219000,"enableReading":true,"enableWithdrawals":false,
    "enableInternalTransfer":false,"enableMargin":false,"enableFutures":false,"permitsUniversalTransfer":false,
    "enableVanillaOptions":false,"enableFixApiTrade":false,"enableFixReadOnly":true,"enableSpotAndMarginTrading":false,
    "enablePortfolioMarginTrading":true}"#;

/// That of 2021.
const OLD: &str = r#"{"ipRestrict":false,"createTime":1623840271000,"enableWithdrawals":false,"enableInternalTransfer":true,
    "permitsUniversalTransfer":true,"enableVanillaOptions":false,"enableReading":true,"enableFutures":false,
    "enableMargin":false,"enableSpotAndMarginTrading":false,"tradingAuthorityExpirationTime":1628985600000}"#;

/// A key that may do what is granted, and is restricted to addresses unless told otherwise.
fn key(granted: P, more: &str) -> KeyInfo {
    let mut body = format!("{{\"enableReading\":{}", granted.contains(P::READING));
    for permission in granted.minus(P::READING).iter() {
        write!(body, ",\"{}\":true", permission.name()).unwrap();
    }
    if !more.contains("ipRestrict") {
        body += ",\"ipRestrict\":true";
    }
    KeyInfo::from_json(format!("{body}{more}}}").as_bytes(), NOW).unwrap()
}

fn look(info: &KeyInfo, declared: &Declared<'_>, needed: P) -> Vec<(&'static str, Severity, &'static str)> {
    let found = findings(info, declared, needed, NOW, None);
    found.map(|f| (f.kind().name(), f.severity(), f.permission().map_or("", P::name))).collect()
}

fn kinds(info: &KeyInfo, declared: &Declared<'_>, needed: P) -> Vec<Kind> {
    findings(info, declared, needed, NOW, None).map(|finding| finding.kind()).collect()
}

#[test]
fn e_11_b_what_is_not_needed_is_told_worst_first() {
    let info = KeyInfo::from_json(SAMPLE.as_bytes(), NOW).unwrap();
    let expected = [
        ("UNRESTRICTED", Severity::High, ""),
        ("PERMISSION_UNNEEDED", Severity::Medium, "enablePortfolioMarginTrading"),
        ("PERMISSION_UNNEEDED", Severity::Low, "enableFixReadOnly"),
    ];
    assert_eq!(look(&info, &Declared::default(), P::READING), expected);
    let info = KeyInfo::from_json(OLD.as_bytes(), NOW).unwrap();
    let expected = [
        ("UNRESTRICTED", Severity::High, ""),
        ("PERMISSION_UNNEEDED", Severity::High, "permitsUniversalTransfer"),
        ("PERMISSION_UNNEEDED", Severity::High, "enableInternalTransfer"),
    ];
    assert_eq!(look(&info, &Declared::default(), P::NONE), expected, "reading is never too much");

    let told: Vec<_> = findings(&key(P::ALL, ""), &Declared::default(), P::NONE, NOW, None).collect();
    assert_eq!(told.len(), 10);
    assert_eq!(told[0].permission(), Some(P::WITHDRAWALS));
    assert!(told.iter().all(|finding| finding.clause() == "E 11 b"));
    // What the answer grants under a name that is new is not needed either.
    let new = key(P::READING, ",\"enablePredictionTrading\":true");
    assert_eq!(kinds(&new, &Declared::default(), P::READING), [Kind::PermissionUnknown]);
}

#[test]
fn e_11_d_without_addresses_a_key_may_only_read() {
    let unrestricted = |granted: P, more: &str| {
        let info = key(granted, &format!(",\"ipRestrict\":false{more}"));
        let found = look(&info, &Declared::default(), info.permissions());
        assert!(findings(&info, &Declared::default(), P::NONE, NOW, None).next().unwrap().clause() == "E 11 d");
        found.into_iter().map(|(name, severity, _)| (name, severity)).collect::<Vec<_>>()
    };
    for permission in P::ALL.minus(P::READING | P::FIX_READ_ONLY | P::WITHDRAWALS).iter() {
        assert_eq!(unrestricted(P::READING | permission, ""), [("UNRESTRICTED", Severity::High)]);
        let withdraws = P::READING | P::WITHDRAWALS | permission;
        assert_eq!(unrestricted(withdraws, ""), [("WITHDRAWALS_UNRESTRICTED", Severity::High)]);
    }
    let reading = P::READING | P::FIX_READ_ONLY;
    assert_eq!(unrestricted(reading, ""), [("UNRESTRICTED_READING", Severity::Low)]);
    assert_eq!(unrestricted(reading, ",\"enableNew\":true")[0], ("UNRESTRICTED", Severity::High));
    // What the answer does not say is no restriction.
    let silent = KeyInfo::from_json(br#"{"enableFutures":true}"#, NOW).unwrap();
    assert_eq!(kinds(&silent, &Declared::default(), P::FUTURES), [Kind::Unrestricted]);
    assert_eq!(kinds(&key(P::ALL, ""), &Declared::default(), P::ALL), []);
}

#[test]
fn e_11_d_the_list_is_looked_at() {
    let list = ["8.8.8.8", "10.0.0.1", "8.8.8.8", "8.8.8.8 ", "0.0.0.0/0"];
    let declared = Declared { addresses: Some(&list), ..Declared::default() };
    let found: Vec<_> = findings(&key(P::READING, ""), &declared, P::READING, NOW, None).collect();
    let told: Vec<_> = found.iter().map(|f| (f.kind().name(), f.severity().as_str(), f.address())).collect();
    let expected = [
        ("ADDRESS_ANY", "high", Some(5)),
        ("ADDRESS_PRIVATE", "medium", Some(2)),
        ("ADDRESS_MALFORMED", "medium", Some(4)),
        ("ADDRESS_TWICE", "low", Some(3)),
    ];
    assert_eq!(told, expected);
    assert!(found[1].to_string().starts_with("address 2 of the list does not occur on the Internet"));
    // A list that the exchange knows nothing of protects nothing.
    let info = key(P::READING, ",\"ipRestrict\":false");
    let declared = Declared { addresses: Some(&["8.8.8.8"]), ..Declared::default() };
    assert_eq!(kinds(&info, &declared, P::READING), [Kind::AddressesNotInForce, Kind::UnrestrictedReading]);
    let declared = Declared { addresses: Some(&["8.8.8.8"; 31]), ..Declared::default() };
    assert_eq!(kinds(&key(P::READING, ""), &declared, P::READING)[0], Kind::AddressesTooMany);
}

/// -2015 is one code for many causes, and these can be told before anything is sent.
#[test]
fn d_9_what_the_exchange_would_answer_with_2015_is_told() {
    let opened = Declared { futures_opened: Some(NOW), portfolio_margin_activated: Some(NOW), ..Declared::default() };
    let classic = Declared { account_mode: Some(AccountMode::Classic), ..Declared::default() };
    let portfolio = Declared { account_mode: Some(AccountMode::PortfolioMargin), ..Declared::default() };
    let before = format!(",\"createTime\":{}", NOW - 1);
    let cases = [
        (key(P::READING, ""), Declared::default(), P::FUTURES, Kind::PermissionMissing),
        (key(P::FUTURES, &before), opened, P::FUTURES, Kind::KeyBeforeFutures),
        (
            key(P::PORTFOLIO_MARGIN_TRADING, &before),
            opened,
            P::PORTFOLIO_MARGIN_TRADING,
            Kind::KeyBeforePortfolioMargin,
        ),
        (key(P::FUTURES, ""), portfolio, P::FUTURES, Kind::FuturesInPortfolioMargin),
        (key(P::PORTFOLIO_MARGIN_TRADING, ""), classic, P::PORTFOLIO_MARGIN_TRADING, Kind::PortfolioMarginInClassic),
    ];
    for (info, declared, needed, kind) in cases {
        let found: Vec<_> = findings(&info, &declared, needed, NOW, None).collect();
        let [finding] = found[..] else { panic!("{kind:?}: {found:?}") };
        assert_eq!((finding.kind(), finding.severity(), finding.clause()), (kind, Severity::High, "D 9"));
        assert_eq!(finding.permission(), Some(needed));
        assert!(kind.explains_rejection() && finding.to_string().contains("-2015"), "{finding}");
    }
    // What is granted and not needed weighs less, what is neither is none.
    let info = key(P::FUTURES, &before);
    assert_eq!(look(&info, &opened, P::NONE).last(), Some(&("KEY_BEFORE_FUTURES", Severity::Medium, "enableFutures")));
    assert_eq!(kinds(&key(P::READING, &before), &opened, P::READING), []);
    let same = key(P::FUTURES, &format!(",\"createTime\":{NOW}"));
    assert_eq!(kinds(&same, &opened, P::FUTURES), [], "as old as the account is not older");
    // Where the exchange does not tell when the key was created, its owner does.
    let declared = Declared { created: Some(NOW - 1), ..opened };
    assert_eq!(kinds(&key(P::FUTURES, ""), &declared, P::FUTURES), [Kind::KeyBeforeFutures]);
    assert_eq!(kinds(&key(P::FUTURES, ""), &opened, P::FUTURES), []);
}

#[test]
fn d_9_an_answer_grows_old() {
    let info = key(P::READING, "");
    let old = |now: u64, most: Option<u64>| findings(&info, &Declared::default(), P::READING, now, most).next();
    assert_eq!(old(NOW + DAY, Some(DAY)), None);
    assert_eq!(old(NOW + DAY + 1, Some(DAY)).unwrap().kind(), Kind::InfoOld);
    assert_eq!(old(NOW - 1, Some(DAY)).unwrap().severity(), Severity::High, "from a time to come");
    assert_eq!(old(NOW + 1000 * DAY, None), None);
}

#[test]
fn d_6_another_time_of_creation_is_another_key() {
    let info = KeyInfo::from_json(SAMPLE.as_bytes(), NOW).unwrap();
    let declared = |created| Declared { created: Some(created), ..Declared::default() };
    assert!(!kinds(&info, &declared(1_698_645_219_000), P::ALL).contains(&Kind::KeyOther));
    let found = findings(&info, &declared(1_698_645_219_001), P::ALL, NOW, None);
    let other = found.into_iter().find(|finding| finding.kind() == Kind::KeyOther).unwrap();
    assert_eq!((other.clause(), other.severity()), ("D 6", Severity::High));
    assert_eq!(kinds(&key(P::READING, ""), &declared(1), P::READING), [], "an answer that does not tell");
}

#[test]
fn e_11_c_trading_expires() {
    let trading = P::SPOT_AND_MARGIN_TRADING;
    let kinds = |expires: u64, granted: P, needed: P| {
        look(&key(granted, &format!(",\"tradingAuthorityExpirationTime\":{expires}")), &Declared::default(), needed)
    };
    let name = "enableSpotAndMarginTrading";
    assert_eq!(kinds(NOW, trading, trading), [("TRADING_EXPIRED", Severity::High, name)]);
    assert_eq!(kinds(NOW - 1, trading, P::NONE)[1], ("TRADING_EXPIRED", Severity::Medium, name));
    assert_eq!(kinds(NOW + 1, trading, trading), [("TRADING_EXPIRES_SOON", Severity::Medium, name)]);
    assert_eq!(kinds(NOW + 7 * DAY, trading, trading), [("TRADING_EXPIRES_SOON", Severity::Medium, name)]);
    assert_eq!(kinds(NOW + 7 * DAY + 1, trading, trading), []);
    assert_eq!(kinds(NOW - 1, P::READING, P::READING), [], "nothing was granted that could expire");
}

#[test]
fn e_12_the_exchange_should_not_know_the_secret() {
    let of = |key_type| Declared { key_type: Some(key_type), ..Declared::default() };
    assert_eq!(look(&key(P::READING, ""), &of(KeyType::Hmac), P::READING), [("HMAC_KEY", Severity::Medium, "")]);
    assert_eq!(Kind::HmacKey.clause(), "E 12");
    for key_type in [KeyType::Rsa, KeyType::Ed25519] {
        assert_eq!(kinds(&key(P::READING, ""), &of(key_type), P::READING), [], "both satisfy the Terms");
    }
    // FIX takes Ed25519 keys only; reading by FIX is shown on keys that nobody gave it to.
    let fix = |granted: P, needed: P, key_type| {
        let found = look(&key(granted, ""), &of(key_type), needed);
        found.into_iter().find(|(name, ..)| *name == "FIX_NEEDS_ED25519")
    };
    let finding = |severity, permission: P| Some(("FIX_NEEDS_ED25519", severity, permission.name()));
    assert_eq!(fix(P::FIX_API_TRADE, P::FIX_API_TRADE, KeyType::Rsa), finding(Severity::High, P::FIX_API_TRADE));
    assert_eq!(fix(P::FIX_API_TRADE, P::NONE, KeyType::Hmac), finding(Severity::Medium, P::FIX_API_TRADE));
    assert_eq!(fix(P::READING, P::FIX_READ_ONLY, KeyType::Rsa), finding(Severity::High, P::FIX_READ_ONLY));
    assert_eq!(fix(P::FIX_READ_ONLY, P::READING, KeyType::Hmac), None);
    assert_eq!(fix(P::FIX_API_TRADE, P::FIX_API_TRADE, KeyType::Ed25519), None);
}

#[test]
fn names_and_sentences_are_given_out_once() {
    let names: BTreeSet<_> = Kind::ALL.iter().map(|kind| kind.name()).collect();
    let sentences: BTreeSet<_> = Kind::ALL.iter().map(|kind| kind.sentence()).collect();
    assert_eq!((names.len(), sentences.len()), (Kind::ALL.len(), Kind::ALL.len()));
    let is_capital = |name: &&str| name.bytes().all(|byte| byte.is_ascii_uppercase() || b"_0123456789".contains(&byte));
    assert!(names.iter().all(is_capital), "{names:?}");
}

proptest! {
    /// Whatever key there is: heavier findings come first, no sentence keeps its gap, nothing is told twice, and a
    /// finding is about what is granted or needed.
    #[test]
    fn findings_are_in_order(
        granted in 0_u16..1 << 11, needed in 0_u16..1 << 11, restricted in any::<bool>(), mode in 0_usize..3,
        key_type in 0_usize..4, created in prop::option::of(0_u64..4), declared in prop::option::of(0_u64..4),
        opened in prop::option::of(0_u64..4), list in prop::collection::vec("[0-9./:a]{0,9}", 0..4),
    ) {
        let (granted, needed) = (P::from_bits(granted).unwrap(), P::from_bits(needed).unwrap());
        let created = created.map(|time| format!(",\"createTime\":{time}")).unwrap_or_default();
        let info = key(granted, &format!(",\"ipRestrict\":{restricted}{created}"));
        let list: Vec<_> = list.iter().map(String::as_str).collect();
        let declared = Declared {
            key_type: [None, Some(KeyType::Hmac), Some(KeyType::Ed25519), Some(KeyType::Rsa)][key_type],
            addresses: Some(&list),
            account_mode: [None, Some(AccountMode::Classic), Some(AccountMode::PortfolioMargin)][mode],
            futures_opened: opened,
            portfolio_margin_activated: opened,
            created: declared,
            ..Declared::default()
        };
        let found: Vec<Finding> = findings(&info, &declared, needed, NOW, None).collect();
        prop_assert!(found.is_sorted_by(|one, other| one.severity() >= other.severity()));
        for (index, finding) in found.iter().enumerate() {
            let text = finding.to_string();
            prop_assert!(!text.contains("{}") && text.contains("; "), "{}", text);
            prop_assert!(!found[..index].contains(finding), "{finding:?}");
            prop_assert!(finding.permission().is_none_or(|permission| granted.union(needed).contains(permission)));
            prop_assert!(finding.address().is_none_or(|place| place <= list.len()));
        }
    }
}
