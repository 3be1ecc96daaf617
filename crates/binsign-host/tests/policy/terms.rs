//! The API Service Terms that a gate can enforce by itself: a test a clause, named after it.
//!
//! Elsewhere: what keys are and how they are kept (D 6, E 11) in the core's `tests/keys` and `tests/memory`; key files
//! (D 8) in `src/key_file.rs`; what a key may do and need not (D 9, E 11 b, c, d, E 12) in the core's
//! `permission/finding/tests.rs`; approvals by a second person (D 10) in `approvals.rs`.
//!
//! Open, because a gate does not see what they take:
//!
//! - D 6, the weakest key that will do: several keys would have to be known.
//! - D 8, a report of misuse, and D 10, orders that were never signed here: a journal, and the account's history.
//! - E 11 a, one process a key: a lease in a file.
//! - E 11 c, a key that is not used: the time of its last use outlives no process without a journal.
//! - E 11 d, the address that requests leave from: the network.
//! - E 11 e, keys in repositories, and E 11 f, keys in folders that are synchronized: files.
//! - E 11 g, third parties: several keys, and what the owner says of them.
//! - F 15 e, who a caller is: a list of persons; an answer that speaks of compliance does not stop a key yet.
//! - F 15 i, an order that would meet an own one, and how long orders live: the orders that are open, and a journal.
//! - H 17, ending sessions and listen keys: the network.

use binsign::policy::Policy;
use binsign::{Answer, Code, Error, Gate, KeyInfo, KeyType, Refusal, Sent, Signer, State};

use crate::support::{HEAD, NOW, allow, compile, request, say, verdict};

const ORDER: &str = "POST /api/v3/order symbol=BTCUSDT side=BUY type=MARKET quantity=1 newClientOrderId=a";
const WITHDRAW: &str = "POST /sapi/v1/capital/withdraw/apply coin=BTC address=a amount=1";

/// What a gate with everything allowed on Spot says while the state is like that.
fn with_state(change: impl FnOnce(&State)) -> String {
    let image = compile(&allow("\"spot:any\"", ""));
    let policy = Policy::new(&image).unwrap();
    let state = State::new(&policy);
    change(&state);
    let mut buffer = [0; 512];
    say(&Gate::new(&policy).at(NOW).state(&state).check(&request(&mut buffer, ORDER)))
}

#[test]
fn clause_d_6_another_key_is_not_taken_for_the_policys() {
    let image = compile(&format!("[key]\ncreated = 1698645219000\n{}", allow("\"spot:any\"", "")));
    let policy = Policy::new(&image).unwrap();
    let body = br#"{"createTime":1698645219001,"enableSpotAndMarginTrading":true}"#;
    let info = KeyInfo::from_json(body, NOW).unwrap();
    let mut buffer = [0; 512];
    let outcome = Gate::new(&policy).at(NOW).key_info(&info).check(&request(&mut buffer, ORDER));
    assert_eq!(say(&outcome), "KEY_OTHER D 6 key.created");
    let body = br#"{"createTime":1698645219000,"enableSpotAndMarginTrading":true}"#;
    let info = KeyInfo::from_json(body, NOW).unwrap();
    let outcome = Gate::new(&policy).at(NOW).key_info(&info).check(&request(&mut [0; 512], ORDER));
    assert_eq!(say(&outcome), "ok");
}

#[test]
fn clause_d_8_a_signature_is_good_for_a_short_time_only() {
    let image = compile(&format!("[time]\nrecv_window_max = \"5s\"\n{}", allow("\"spot:any\"", "")));
    assert_eq!(verdict(&image, &format!("{ORDER} recvWindow=5000")), "ok");
    assert_eq!(
        verdict(&image, &format!("{ORDER} recvWindow=5000.001")),
        "RECV_WINDOW_OVER_CAP D 8 time.recv_window_max recvWindow"
    );
    let at = |ms: u64| verdict(&image, &format!("{ORDER} timestamp={ms}"));
    assert_eq!((at(NOW + 5000), at(NOW - 5000)), ("ok".to_owned(), "ok".to_owned()));
    for far in [NOW + 5001, NOW - 5001] {
        assert_eq!(at(far), "TIMESTAMP_OFF D 8 time.tolerance timestamp");
    }
}

#[test]
fn clause_d_9_a_permission_not_granted_is_denied() {
    let image = compile(&allow("\"spot:any\", \"wallet:any\"", ""));
    let policy = Policy::new(&image).unwrap();
    let info = KeyInfo::from_json(br#"{"enableReading":true,"enableSpotAndMarginTrading":true}"#, NOW).unwrap();
    let mut buffer = [0; 512];
    let outcome = Gate::new(&policy).at(NOW).key_info(&info).check(&request(&mut buffer, WITHDRAW));
    assert_eq!(say(&outcome), "PERMISSION_NOT_GRANTED D 9 key-info");
    let outcome = Gate::new(&policy).at(NOW).key_info(&info).check(&request(&mut [0; 512], ORDER));
    assert_eq!(say(&outcome), "ok");
}

#[test]
fn clause_d_9_a_permission_not_declared_is_denied() {
    let text = HEAD.replace(", \"enableWithdrawals\"", "") + &allow("\"wallet:any\"", "");
    let image = binsign_host::policy::compile(&text).unwrap();
    assert_eq!(verdict(&image, WITHDRAW), "PERMISSION_NOT_DECLARED D 9 permissions");
    assert_eq!(verdict(&compile(&allow("\"wallet:any\"", "")), WITHDRAW), "ok");
}

#[test]
fn clause_d_9_what_the_key_may_do_was_asked_of_late() {
    let image = compile(&format!("[key]\ninfo_max_age = \"1d\"\n{}", allow("\"spot:any\"", "")));
    let policy = Policy::new(&image).unwrap();
    let of = |age: u64| {
        let info = KeyInfo::from_json(br#"{"enableSpotAndMarginTrading":true}"#, NOW - age).unwrap();
        say(&Gate::new(&policy).at(NOW).key_info(&info).check(&request(&mut [0; 512], ORDER)))
    };
    assert_eq!(verdict(&image, ORDER), "KEY_INFO_NEEDED D 9 key.info_max_age");
    assert_eq!(of(86_400_001), "KEY_INFO_OLD D 9 key.info_max_age");
    assert_eq!(of(86_400_000), "ok");
}

#[test]
fn clause_d_9_what_a_signature_opens_has_to_be_allowed_too() {
    let rules = allow("\"spot:reading\"", "");
    let bare = "GET /api/v3/account";
    assert_eq!(verdict(&compile(&rules), bare), "ok", "a trusted caller sends what it asked for");
    let untrusted = compile(&format!("caller = \"untrusted\"\n{rules}"));
    assert!(verdict(&untrusted, bare).starts_with("CONFUSABLE D 9 caller"));
    let text = HEAD.lines().filter(|line| !line.starts_with("permissions")).collect::<Vec<_>>().join("\n");
    let text = format!("{text}\npermissions = [\"enableReading\"]\ncaller = \"untrusted\"\n{rules}");
    let monitor = binsign_host::policy::compile(&text).unwrap();
    assert_eq!(verdict(&monitor, bare), "ok", "a key that only reads opens nothing");
}

#[test]
fn clause_d_10_a_key_that_the_exchange_rejects_is_suspended() {
    for code in ["-2015", "-2014", "-2008", "-2017"] {
        let answer = Answer::read(400, [], format!("{{\"code\":{code},\"msg\":\"\"}}").as_bytes(), NOW);
        let sent = Sent::from_bytes(&[0; Sent::BYTES]).unwrap();
        assert_eq!(
            with_state(|state| _ = state.observe(&sent, &answer, NOW)),
            "KEY_SUSPENDED D 10 key-state",
            "{code}"
        );
    }
    assert_eq!(with_state(|state| (state.suspend(-2015), state.clear()).0), "ok");
}

/// The key that approves is that of RFC 8032, section 7.1, test 1; here it is enough that nobody has approved.
#[test]
fn clause_d_10_a_second_person_is_asked() {
    let approver = "approval = \"11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=\"";
    let image = compile(&allow("\"wallet:withdraw\"", approver));
    assert_eq!(verdict(&image, WITHDRAW), "APPROVAL_NEEDED D 10 rule");
    assert_eq!(verdict(&compile(&allow("\"wallet:withdraw\"", "")), WITHDRAW), "ok");
}

#[test]
fn clause_e_11_a_a_policy_is_for_one_application() {
    let image = compile(&format!("app = \"maker\"\n{}", allow("\"spot:any\"", "")));
    let policy = Policy::new(&image).unwrap();
    let of = |app: Option<&str>| {
        let gate = Gate::new(&policy).at(NOW);
        let gate = if let Some(app) = app { gate.app(app) } else { gate };
        say(&gate.check(&request(&mut [0; 512], ORDER)))
    };
    assert_eq!(of(Some("maker")), "ok");
    for other in [Some("Maker"), Some("makers"), Some(""), None] {
        assert_eq!(of(other), "APP_OTHER E 11 a app");
    }
}

#[test]
fn clause_e_11_c_a_key_that_has_expired_signs_nothing() {
    assert_eq!(with_state(State::expire), "KEY_EXPIRED E 11 c key-state");
    assert_eq!(with_state(|_| {}), "ok");
}

#[test]
fn clause_e_11_d_a_key_without_trusted_addresses_only_reads() {
    let image = compile(&format!("[key]\nip_restricted = true\n{}", allow("\"spot:any\"", "")));
    let policy = Policy::new(&image).unwrap();
    let of = |restricted: bool, line: &str| {
        let body =
            format!("{{\"ipRestrict\":{restricted},\"enableReading\":true,\"enableSpotAndMarginTrading\":true}}");
        let info = KeyInfo::from_json(body.as_bytes(), NOW).unwrap();
        say(&Gate::new(&policy).at(NOW).key_info(&info).check(&request(&mut [0; 512], line)))
    };
    assert_eq!(of(false, ORDER), "KEY_UNRESTRICTED E 11 d key.ip_restricted");
    assert_eq!(of(false, "GET /api/v3/account"), "ok");
    assert_eq!(of(true, ORDER), "ok");
    assert_eq!(verdict(&image, ORDER), "KEY_INFO_NEEDED E 11 d key.ip_restricted", "nothing is known of the key");
}

#[test]
fn clause_e_12_a_secret_that_both_sides_know_is_below_an_asymmetric_key() {
    let image = compile(&format!("[key]\ntype = \"asymmetric\"\n{}", allow("\"spot:any\"", "")));
    let policy = Policy::new(&image).unwrap();
    let of = |key_type| say(&Gate::new(&policy).at(NOW).key_type(key_type).check(&request(&mut [0; 512], ORDER)));
    assert_eq!(of(KeyType::Hmac), "KEY_TYPE_BELOW E 12 key.type");
    assert_eq!((of(KeyType::Rsa), of(KeyType::Ed25519)), ("ok".to_owned(), "ok".to_owned()));
}

/// What was said of the key's type before the verdict is held to when it signs.
#[test]
fn clause_e_12_the_key_that_signs_is_the_one_that_was_told() {
    let image = compile(&format!("[key]\ntype = \"asymmetric\"\n{}", allow("\"spot:any\"", "")));
    let policy = Policy::new(&image).unwrap();
    let secret = b"NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j";
    let signer = Signer::hmac("vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A", secret).unwrap();
    let mut buffer = [0; 512];
    let authorized =
        Gate::new(&policy).at(NOW).key_type(KeyType::Ed25519).authorize(request(&mut buffer, ORDER)).unwrap();
    assert_eq!(authorized.sign(&signer).err().map(|error: Error| error.code()), Some(Code::KeyNotAsDeclared));
}

#[test]
fn clause_f_13_interfaces_are_used_as_documented() {
    let image = compile(&allow("\"any:any\"", ""));
    let of = |line: &str| verdict(&image, line);
    assert_eq!(of("GET /api/v3/nonsense"), "ROUTE_UNKNOWN F 13 documented-routes");
    assert_eq!(of("POST /api/v3/userDataStream"), "ROUTE_RETIRED F 13 documented-routes");
    assert_eq!(of(&format!("{ORDER} nonsense=1")), "PARAMETER_UNKNOWN F 13 trust.parameters nonsense");
    assert_eq!(of("POST /sapi/v1/bnbBurn spotBNBBurn=true"), "ROUTE_TRUST F 13 trust.unknown");
    let asked_to_wait = |state: &State| {
        let answer = Answer::read(429, [("Retry-After", "7")], b"", NOW);
        state.observe(&Sent::from_bytes(&[0; Sent::BYTES]).unwrap(), &answer, NOW);
    };
    assert_eq!(with_state(asked_to_wait), "EXCHANGE_WAIT F 13 exchange");
}

/// Orders between persons and accounts that are managed for others have data of others in their answers.
#[test]
fn clause_f_15_c_personal_data_of_others_is_granted_by_name_only() {
    let forbid = "[[forbid]]\nname = \"personal data\"\nclause = \"F 15 c\"\n\
                  routes = [\"c2c:any\", \"GET /sapi/v1/managed-subaccount/info\"]\n";
    let reading = allow("\"reading\"", "");
    let (without, with) = (compile(&format!("{reading}{forbid}")), compile(&reading));
    for line in ["GET /sapi/v1/c2c/orderMatch/listUserOrderHistory", "GET /sapi/v1/managed-subaccount/info"] {
        assert_eq!(verdict(&without, line), "FORBIDDEN F 15 c personal data");
        assert_eq!(verdict(&with, line), "ok");
        assert_eq!(verdict(&compile(&allow("\"spot:reading\"", "")), line), "NOT_ALLOWED F 15 f default");
    }
    assert_eq!(verdict(&without, "GET /api/v3/account"), "ok");
}

#[test]
fn clause_f_15_f_what_nobody_allows_is_denied() {
    let image = compile(&allow("\"spot:read\"", ""));
    assert_eq!(verdict(&image, ORDER), "NOT_ALLOWED F 15 f default");
    assert_eq!(verdict(&image, "GET /api/v3/account"), "ok");
}

#[test]
fn clause_f_15_i_no_order_without_self_trade_prevention() {
    let image = compile(&allow("\"spot:order\"", "stp = [\"EXPIRE_BOTH\"]"));
    assert_eq!(verdict(&image, ORDER), "ARGUMENT_NEEDED F 15 i rule selfTradePreventionMode");
    assert_eq!(verdict(&image, &format!("{ORDER} selfTradePreventionMode=EXPIRE_BOTH")), "ok");
    assert_eq!(
        verdict(&image, &format!("{ORDER} selfTradePreventionMode=NONE")),
        "ARGUMENT_NOT_LISTED F 15 i rule selfTradePreventionMode"
    );
}

/// Orders that are placed to be cancelled, and more messages than a market needs.
#[test]
fn clause_f_15_i_cancels_and_messages_stay_within_what_was_set() {
    let limit = |count: &str| {
        format!("[[limit]]\nname = \"few\"\nclause = \"F 15 i\"\ncount = \"{count}\"\nmax = \"1\"\nper = \"1m\"\n")
    };
    let secret = b"NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j";
    let signer = Signer::hmac("vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A", secret).unwrap();
    let session = |count: &str, lines: &[&str]| -> Vec<String> {
        let image = compile(&format!("{}{}", allow("\"spot:any\"", ""), limit(count)));
        let policy = Policy::new(&image).unwrap();
        let state = State::new(&policy);
        let sign = |(at, line): (u64, &&str)| {
            let mut buffer = [0; 512];
            let gate = Gate::new(&policy).at(at).key_type(KeyType::Hmac).state(&state);
            let authorized = gate.authorize(request(&mut buffer, &format!("{line} timestamp={at}")));
            say(&authorized.and_then(|one| one.sign(&signer).map(drop).map_err(Refusal::from)))
        };
        (NOW..).zip(lines).map(sign).collect()
    };
    let cancel = "DELETE /api/v3/order symbol=BTCUSDT orderId=1";
    assert_eq!(session("cancels-per-order", &[ORDER, cancel, cancel]), ["ok", "ok", "LIMIT_SPENT F 15 i few"]);
    assert_eq!(session("mutating", &[ORDER, cancel]), ["ok", "LIMIT_SPENT F 15 i few"]);
    assert_eq!(session("mutating", &[ORDER, "GET /api/v3/account"]), ["ok", "ok"]);
}

#[test]
fn clause_g_16_a_policy_holds_for_its_time_only() {
    let of = |bound: &str| verdict(&compile(&format!("{bound}\n{}", allow("\"spot:any\"", ""))), ORDER);
    assert_eq!(of("valid_from = 2026-06-17T12:00:00Z"), "ok");
    assert_eq!(of("valid_from = 2026-06-17T12:00:00.001Z"), "POLICY_NOT_YET G 16 valid_from");
    assert_eq!(of("valid_until = 2026-06-17T12:00:00.001Z"), "ok");
    assert_eq!(of("valid_until = 2026-06-17T12:00:00Z"), "POLICY_EXPIRED G 16 valid_until");
}

#[test]
fn clause_g_16_what_holds_for_a_time_needs_a_clock_that_does_not_go_back() {
    let image = compile(&format!("[time]\nhours = [\"wed 12:00-13:00\"]\n{}", allow("\"spot:any\"", "")));
    let policy = Policy::new(&image).unwrap();
    assert_eq!(say(&Gate::new(&policy).check(&request(&mut [0; 512], ORDER))), "TIME_NEEDED G 16 time");
    let state = State::new(&policy);
    let of = |at: u64| {
        let mut buffer = [0; 512];
        let request = request(&mut buffer, &format!("{ORDER} timestamp={at}"));
        say(&Gate::new(&policy).at(at).state(&state).authorize(request).map(drop))
    };
    assert_eq!(of(NOW + 3_600_000), "OUTSIDE_HOURS G 16 hours");
    assert_eq!(of(NOW + 6_000), "ok");
    assert_eq!(of(NOW + 999), "CLOCK_BACK G 16 time");
    assert_eq!(of(NOW + 6_001), "ok");
}

#[test]
fn clause_h_17_the_kill_switch_stops_everything() {
    let image = compile(&format!("stop = true\n{}", allow("\"any:any\"", "")));
    let going = compile(&allow("\"any:any\"", ""));
    for line in [ORDER, WITHDRAW, "GET /api/v3/account"] {
        assert_eq!(verdict(&image, line), "STOPPED H 17 stop");
        assert_eq!(verdict(&going, line), "ok");
    }
}

#[test]
fn clause_h_17_a_revoked_key_signs_nothing_ever_again() {
    assert_eq!(with_state(|state| (state.revoke(), state.clear()).0), "KEY_REVOKED H 17 key-state");
}

#[test]
fn clause_i_18_after_termination_nothing_is_signed_ever_again() {
    assert_eq!(
        with_state(|state| (state.terminate(), state.clear(), state.revoke()).0),
        "KEY_TERMINATED I 18 key-state"
    );
}

#[test]
fn clause_j_19_an_order_whose_fate_is_unknown_is_not_sent_again() {
    let image = compile(&allow("\"spot:any\"", ""));
    let policy = Policy::new(&image).unwrap();
    let state = State::new(&policy);
    let secret = b"NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j";
    let signer = Signer::hmac("vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A", secret).unwrap();
    // Signs at a moment, and takes what the exchange answers.
    let send = |at: u64, line: &str, status: u16, body: &str| -> Result<(), Refusal> {
        let mut buffer = [0; 512];
        let gate = Gate::new(&policy).at(NOW + at).key_type(KeyType::Hmac).state(&state);
        let line = format!("{line} timestamp={}", NOW + at);
        let signed = gate.authorize(request(&mut buffer, &line))?.sign(&signer)?;
        let answer = Answer::read(status, [], body.as_bytes(), NOW + at);
        state.observe(&signed.sent(), &answer, NOW + at);
        Ok(())
    };
    let unknown = "{\"code\":-1007,\"msg\":\"Timeout waiting for response from backend server.\"}";
    assert_eq!(say(&send(0, ORDER, 504, unknown)), "ok");
    assert_eq!(say(&send(1, ORDER, 200, "{}")), "ORDER_UNKNOWN J 19 order-state newClientOrderId");
    assert_eq!(say(&send(2, &ORDER.replace("Id=a", "Id=b"), 200, "{}")), "ok");
    let status = "GET /api/v3/order symbol=BTCUSDT origClientOrderId=a";
    assert_eq!(say(&send(3, status, 400, "{\"code\":-2013,\"msg\":\"Order does not exist.\"}")), "ok");
    assert_eq!(say(&send(4, ORDER, 200, "{}")), "ok");
}
