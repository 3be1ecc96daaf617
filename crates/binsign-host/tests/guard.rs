//! The guard of hosts: one policy, one state, many threads; reservations that leave the lock.

use std::sync::Arc;

use binsign::{ApiKey, Code, ExternalKey, KeyState, KeyType, Refusal, Signer};
use binsign_host::{Call, FixCall, Guard, OwnedPolicy, Param, Signable, Timestamp, WsCall, make_pem};

/// A moment in 2023.
const NOW: u64 = 1_700_000_000_000;

/// The key of RFC 8032, section 7.1, test 1, in the form of RFC 8410.
const ED25519: &[u8] = b"-----BEGIN PRIVATE KEY-----\n\
    MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g\n-----END PRIVATE KEY-----";

fn policy(more: &str) -> OwnedPolicy {
    let text = format!(
        r#"
        policy = "binsign 1"
        name = "maker"
        version = 3
        purpose = "quotes"
        permissions = ["enableReading", "enableSpotAndMarginTrading", "enableFixReadOnly"]
        {more}

        [[allow]]
        name = "look"
        routes = ["spot:reading", "any:session"]

        [[allow]]
        name = "quotes"
        routes = ["spot:trade"]
        symbols = ["BTCUSDT"]

        [[limit]]
        name = "orders"
        count = "orders"
        max = "20"
        per = "1h"
        "#
    );
    OwnedPolicy::from_toml(&text).unwrap()
}

fn signer() -> Signer {
    Signer::hmac("key", b"secret").unwrap()
}

const ORDER: [(&str, &str); 5] =
    [("symbol", "BTCUSDT"), ("side", "BUY"), ("type", "LIMIT_MAKER"), ("quantity", "1"), ("price", "9")];

fn order<'a>() -> Call<'a> {
    Call { method: "POST", path: "/api/v3/order", query: &ORDER, ..Call::default() }
}

fn code<T>(outcome: Result<T, Refusal>) -> Option<Code> {
    outcome.err().map(|refusal| refusal.code())
}

#[test]
fn of_many_threads_exactly_as_many_pass_as_the_limit_has() {
    let (guard, signer) = (Guard::new(&policy("")), signer());
    let passed: usize = std::thread::scope(|scope| {
        let attempt = || order().sign(&guard, &signer);
        let threads: Vec<_> = (0..8)
            .map(|_| {
                scope.spawn(move || {
                    let outcomes: Vec<_> = (0..10).map(|_| attempt()).collect();
                    let refused = |outcome| code(outcome).is_some_and(|code| code != Code::LimitSpent);
                    let passed = outcomes.iter().filter(|outcome| outcome.is_ok()).count();
                    assert!(!outcomes.into_iter().any(refused));
                    passed
                })
            })
            .collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).sum()
    });
    assert_eq!(passed, 20);
}

#[test]
fn what_is_dropped_unsigned_is_given_back() {
    let guard = Guard::new(&policy(""));
    let key = Arc::new(ExternalKey::new(ApiKey::new("key").unwrap(), KeyType::Hmac));
    let begin = || order().begin(&guard, &key);

    let pending: Vec<_> = (0..20).map(|_| begin().unwrap()).collect();
    assert_eq!(code(begin()), Some(Code::LimitSpent));
    drop(pending);
    // A signature of a wrong length signs nothing.
    assert_eq!(code(begin().unwrap().finish(&[0; 31])), Some(Code::SignatureMalformed));
    for _ in 0..20 {
        begin().unwrap().finish(&[0; 32]).unwrap();
    }
    assert_eq!(code(begin()), Some(Code::LimitSpent));
}

#[test]
fn looking_costs_nothing() {
    let guard = Guard::new(&policy(""));
    for _ in 0..50 {
        order().check(&guard).unwrap();
        assert_eq!(order().explain(&guard).unwrap().last().map(String::as_str), Some("allowed"));
    }
    let other =
        Call { query: &[("symbol", "LTCBTC"), ("side", "BUY"), ("type", "MARKET"), ("quantity", "1")], ..order() };
    let Err(Refusal::Denied(denied)) = other.check(&guard) else { panic!() };
    assert_eq!((denied.code(), denied.clause(), denied.rule()), (Code::ArgumentNotListed, "D 9", "quotes"));
    assert_eq!(denied.param(), Some("symbol"));
    let lines = other.explain(&guard).unwrap();
    assert!(lines.contains(&"rule `quotes`: symbols: false".to_owned()), "{lines:?}");
    assert!(lines.last().unwrap().starts_with("denied: ARGUMENT_NOT_LISTED (D 9): "), "{lines:?}");
}

/// The time that is asked for is the exchange's, and no two requests have the same.
#[test]
fn present_times_rise_and_follow_the_exchanges_clock() {
    let (guard, signer) = (Guard::new(&policy("")), signer());
    let stamp = || {
        let call = Call { method: "GET", path: "/api/v3/account", ..Call::default() };
        let query = call.sign(guard.asking().at(NOW), &signer).unwrap().query;
        let (text, _) = query.strip_prefix("timestamp=").unwrap().split_once('&').unwrap();
        text.parse::<u64>().unwrap()
    };
    assert_eq!([stamp(), stamp(), stamp()], [NOW, NOW + 1, NOW + 2]);
    // Asked for at 0, answered at 200: the exchange had 100 + 1500 in the middle.
    guard.observe_time(NOW, NOW + 200, NOW + 1600);
    assert_eq!([stamp(), stamp()], [NOW + 1500, NOW + 1501]);
}

#[test]
fn present_times_follow_each_other_as_the_policy_has_it() {
    for (order, expected) in [("rising", [NOW + 5, NOW + 6, NOW + 9]), ("not-falling", [NOW + 5, NOW + 5, NOW + 9])] {
        let guard = Guard::new(&policy(&format!("[time]\ntimestamps = '{order}'")));
        let stamp = |now| {
            let call = Call { method: "GET", path: "/api/v3/account", ..Call::default() };
            let query = call.sign(guard.asking().at(now), &signer()).unwrap().query;
            query.strip_prefix("timestamp=").unwrap()[..13].parse::<u64>().unwrap()
        };
        assert_eq!([NOW + 5, NOW + 2, NOW + 9].map(stamp), expected, "{order}");
    }
    let guard = Guard::new(&policy("[time]\ntimestamps = 'any'"));
    for now in [NOW + 5, NOW + 2] {
        let call = Call { method: "GET", path: "/api/v3/account", ..Call::default() };
        let query = call.sign(guard.asking().at(now), &signer()).unwrap().query;
        assert!(query.starts_with(&format!("timestamp={now}&")));
    }
}

/// A request is decided on once, whatever its length and its key: a second time its timestamp would be used up.
#[test]
fn a_timestamp_serves_a_request_of_any_length() {
    let guard = Guard::new(&policy("[trust]\nparameters = 'allow'"));
    let signers = [signer(), Signer::pem("key", ED25519).unwrap()];
    let mut now = NOW;
    for length in (0..40).chain(300..420).chain(880..1030).chain([5_000, 9_000]) {
        for escaped in ["x", "é"] {
            let value = escaped.repeat(length);
            let query = [("symbol", "BTCUSDT"), ("listClientOrderId", value.as_str())];
            let params = query.map(|(name, value)| (name, Param::Text(value)));
            for signer in &signers {
                now += 2;
                let text = now.to_string();
                let timestamp = Timestamp::Given(&text);
                let call =
                    Call { method: "GET", path: "/api/v3/orderList", query: &query, timestamp, ..Call::default() };
                call.sign(guard.asking().at(now), signer).unwrap();
                now += 1;
                let text = now.to_string();
                let spot = binsign::catalogue::Family::Spot;
                let ws = WsCall {
                    params: &params,
                    timestamp: Timestamp::Given(&text),
                    ..WsCall::new(spot, "orderList.status", "7")
                };
                ws.sign(guard.asking().at(now), signer).unwrap();
            }
        }
    }
    let logon = binsign::FixLogon { target_comp_id: "SPOT", ..binsign::FixLogon::new("EXAMPLE", "") };
    FixCall { logon, sending_time: Timestamp::Now }.sign(guard.asking().at(now), &signers[1]).unwrap();
}

#[test]
fn a_state_comes_back_and_an_older_one_does_not() {
    let (policy, signer) = (policy(""), signer());
    let guard = Guard::new(&policy);
    let (older, _) = guard.save().unwrap();
    for _ in 0..20 {
        order().sign(&guard, &signer).unwrap();
    }
    let (saved, sequence) = guard.save().unwrap();
    let restored = Guard::restore(&policy, &saved, sequence).unwrap();
    assert_eq!(code(order().sign(&restored, &signer)), Some(Code::LimitSpent));
    assert_eq!(Guard::restore(&policy, &older, sequence).unwrap_err().code(), Code::StateRolledBack);
}

#[test]
fn answers_and_the_owner_stop_the_key() {
    let (guard, signer) = (Guard::new(&policy("")), signer());
    let sent = order().sign(guard.asking().at(NOW), &signer).unwrap().sent.unwrap();
    let observe = |status, headers: &[(&'static str, &'static str)], body: &[u8]| {
        guard.observe(&sent, status, headers.iter().copied(), body, Some(NOW)).unwrap()
    };
    let at = |now| code(order().check(guard.asking().at(now)));

    assert_eq!(observe(429, &[("Retry-After", "30")], b"").wait_until_ms, Some(NOW + 30_000));
    assert_eq!((at(NOW + 29_999), at(NOW + 30_000)), (Some(Code::ExchangeWait), None));
    let observed = observe(401, &[], br#"{"code":-2015,"msg":"Invalid API-key, IP, or permissions for action."}"#);
    assert_eq!(observed.key_state, KeyState::Suspended(-2015));
    assert_eq!(at(NOW + 40_000), Some(Code::KeySuspended));
    guard.clear();
    assert_eq!(at(NOW + 40_000), None);
    guard.revoke();
    guard.clear();
    assert_eq!(at(NOW + 40_000), Some(Code::KeyRevoked));
    guard.terminate();
    assert_eq!(at(NOW + 40_000), Some(Code::KeyTerminated));
}

#[test]
fn the_guard_says_what_it_was_told() {
    let guard = Guard::new(&policy("app = 'maker'\n[key]\ntype = 'asymmetric'"));
    assert_eq!(code(order().check(&guard)), Some(Code::AppOther));
    guard.set_app("maker");
    assert_eq!(code(order().check(&guard)), Some(Code::KeyTypeBelow));
    assert_eq!(code(order().check(guard.asking().key_type(KeyType::Ed25519))), None);
    assert_eq!(code(order().check(guard.asking().key_type(KeyType::Ed25519).without_clock())), Some(Code::TimeNeeded));
    guard.set_key_type(KeyType::Ed25519);
    assert_eq!(code(order().check(&guard)), None);
    // What signs is not what the guard was told.
    assert_eq!(code(order().sign(&guard, &signer())), Some(Code::KeyNotAsDeclared));
    assert!(order().sign(&guard, &make_pem("key", ED25519, None).unwrap()).is_ok());
}

#[test]
fn without_a_policy_there_is_nothing_to_keep() {
    let guard = Guard::documented_routes();
    assert!(order().sign(&guard, &signer()).unwrap().sent.is_none());
    guard.revoke();
    assert_eq!((guard.save(), guard.key_state()), (None, KeyState::Active));
}
