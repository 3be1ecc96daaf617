//! Section 6: of several things that are wrong the first is said; and each step denies with its code, clause and rule.

use binsign::policy::{Policy, Step};
use binsign::{Gate, KeyInfo, KeyType, Method, Request, State};

use crate::support::{HEAD, NOW, allow, compile, request, say, verdict};

/// What each step finds wrong, in the order of the steps: a policy text, and the verdict while that is not mended.
fn steps() -> Vec<(&'static str, &'static str)> {
    vec![
        ("stop = true\n", "STOPPED H 17 stop"),
        ("app = \"other\"\n", "APP_OTHER E 11 a app"),
        ("valid_from = 2027-01-01\n", "POLICY_NOT_YET G 16 valid_from"),
        ("[time]\nhours = [\"mon 00:00-24:00\"]\n", "OUTSIDE_HOURS G 16 hours"),
        ("[key]\ntype = \"Ed25519\"\n", "KEY_TYPE_BELOW E 12 key.type"),
        ("info_max_age = \"1d\"\n", "KEY_INFO_NEEDED D 9 key.info_max_age"),
        ("[trust]\ninferred = \"deny\"\n", "ROUTE_TRUST F 13 trust.inferred"),
    ]
}

const ORDER: &str =
    "POST /api/v3/order symbol=BTCUSDT side=BUY type=MARKET quantity=1 recvWindow=6000 strange=1 -timestamp";

#[test]
fn of_several_things_the_first_is_said() {
    let mut rules = String::from("[[forbid]]\nname = \"no\"\nroutes = [\"any:order\"]\n");
    rules += "[[limit]]\nname = \"l\"\ncount = \"requests\"\nmax = \"0\"\nper = \"1m\"\n";
    let time = |max: &str| format!("[time]\nrecv_window_max = \"{max}\"\n");
    // Head, tables in their order, rules; each time one thing less is wrong.
    let text = |head: &str, tables: &str| format!("{head}{tables}{rules}");
    let steps = steps();
    let hours = format!("{}recv_window_max = \"5s\"\n", steps[3].0);
    let key = format!("{}{}", steps[4].0, steps[5].0);
    let trust = steps[6].0;
    let all_tables = format!("{hours}{key}{trust}");
    let say_of = |text: &str| {
        let image = compile(text);
        let policy = Policy::new(&image).unwrap();
        let state = State::new(&policy);
        let mut buffer = [0; 1024];
        say(&Gate::new(&policy).at(NOW).state(&state).check(&request(&mut buffer, ORDER)))
    };
    assert_eq!(say_of(&text(&format!("{}{}{}", steps[0].0, steps[1].0, steps[2].0), &all_tables)), steps[0].1);
    assert_eq!(say_of(&text(&format!("{}{}", steps[1].0, steps[2].0), &all_tables)), steps[1].1);
    assert_eq!(say_of(&text(steps[2].0, &all_tables)), steps[2].1);
    assert_eq!(say_of(&text("", &all_tables)), steps[3].1);
    assert_eq!(say_of(&text("", &format!("{}{key}{trust}", time("5s")))), steps[4].1);
    assert_eq!(say_of(&text("", &format!("{}[key]\n{}{trust}", time("5s"), steps[5].0))), steps[5].1);
    assert_eq!(say_of(&text("", &format!("{}{trust}", time("5s")))), steps[6].1);
    assert_eq!(say_of(&text("", &time("5s"))), "RECV_WINDOW_OVER_CAP D 8 time.recv_window_max recvWindow");
    assert_eq!(say_of(&text("", &time("6s"))), "TIMESTAMP_MISSING D 8 time.tolerance timestamp");
}

#[test]
fn behind_the_times_come_parameters_forbids_allows_and_limits() {
    let limit = "[[limit]]\nname = \"none\"\ncount = \"requests\"\nmax = \"0\"\nper = \"1m\"\n";
    let forbid = "[[forbid]]\nname = \"no\"\nclause = \"F 15 i\"\nroutes = [\"any:order\"]\nsymbols = [\"BTC*\"]\n";
    let line = "POST /api/v3/order symbol=BTCUSDT side=BUY type=MARKET quantity=1";
    let image = compile(&format!("{forbid}{limit}"));
    assert_eq!(verdict(&image, &format!("{line} strange=1")), "PARAMETER_UNKNOWN F 13 trust.parameters strange");
    assert_eq!(verdict(&image, line), "FORBIDDEN F 15 i no");
    assert_eq!(
        verdict(&image, "POST /api/v3/order side=BUY type=MARKET quantity=1"),
        "ARGUMENT_NEEDED F 15 i no symbol"
    );
    let image = compile(limit);
    assert_eq!(verdict(&image, line), "NOT_ALLOWED F 15 f default");
    let image = compile(&format!("{}{limit}", allow("\"spot:order\"", "")));
    assert_eq!(verdict(&image, line), "LIMIT_SPENT D 9 none");
}

/// `2026-06-17T12:00Z` is a Wednesday: `date --utc --date=@1781697600 +%A`.
#[test]
fn hours_are_minutes_of_the_week_in_utc() {
    for (hours, at, open) in [
        ("wed 12:00-12:01", NOW, true),
        ("wed 12:00-12:01", NOW + 59_999, true),
        ("wed 12:00-12:01", NOW + 60_000, false),
        ("wed 12:00-12:01", NOW - 1, false),
        ("mon-fri 00:00-24:00", NOW, true),
        ("thu 00:00-24:00", NOW, false),
        ("thu 00:00-24:00", NOW + 12 * 3_600_000, true),
        ("sun 23:00-24:00", NOW + (4 * 24 + 11) * 3_600_000, true),
        ("mon 00:00-01:00", NOW + (4 * 24 + 12) * 3_600_000, true),
    ] {
        let image = compile(&format!("[time]\nhours = [\"{hours}\"]\n{}", allow("\"spot:read\"", "")));
        let policy = Policy::new(&image).unwrap();
        let mut buffer = [0; 256];
        let mut request = Request::rest(&mut buffer, Method::Get, "/api/v3/account").unwrap();
        request.timestamp(at).unwrap();
        let outcome = say(&Gate::new(&policy).at(at).check(&request));
        assert_eq!(outcome, if open { "ok" } else { "OUTSIDE_HOURS G 16 hours" }, "{hours} {at}");
    }
}

#[test]
fn what_the_exchange_says_of_the_key_is_held_against_the_policy() {
    let image = compile(&format!(
        "[key]\ncreated = 1698645219000\ninfo_max_age = \"1h\"\nip_restricted = true\n{}",
        allow("\"spot:any\", \"wallet:any\"", "")
    ));
    let policy = Policy::new(&image).unwrap();
    let granted = r#""enableReading":true,"enableSpotAndMarginTrading":true"#;
    let say_of = |body: &str, at: u64, line: &str| {
        let info = KeyInfo::from_json(body.as_bytes(), at).unwrap();
        let mut buffer = [0; 512];
        say(&Gate::new(&policy).at(NOW).key_info(&info).check(&request(&mut buffer, line)))
    };
    let (order, read) = ("POST /api/v3/order symbol=BTCUSDT", "GET /api/v3/account");
    let with = |more: &str| format!("{{{more}{granted}}}");
    let good = with("\"ipRestrict\":true,\"createTime\":1698645219000,");
    assert_eq!(say_of(&good, NOW, order), "ok");
    assert_eq!(say_of(&good, NOW - 3_600_000, order), "ok");
    assert_eq!(say_of(&good, NOW - 3_600_001, order), "KEY_INFO_OLD D 9 key.info_max_age");
    assert_eq!(
        say_of(&with("\"ipRestrict\":true,\"createTime\":1698645219001,"), NOW, order),
        "KEY_OTHER D 6 key.created"
    );
    assert_eq!(say_of(&with("\"ipRestrict\":false,"), NOW, order), "KEY_UNRESTRICTED E 11 d key.ip_restricted");
    assert_eq!(say_of(&with("\"ipRestrict\":false,"), NOW, read), "ok");
    let expired = with(&format!("\"ipRestrict\":true,\"tradingAuthorityExpirationTime\":{NOW},"));
    assert_eq!(say_of(&expired, NOW, order), "KEY_EXPIRED E 11 c key-state");
    assert_eq!(say_of(&expired, NOW, read), "ok");
    let withdraw = "POST /sapi/v1/capital/withdraw/apply coin=BTC address=a amount=1";
    assert_eq!(say_of(&good, NOW, withdraw), "PERMISSION_NOT_GRANTED D 9 key-info");
}

#[test]
fn what_the_policy_does_not_declare_is_not_signed() {
    let text = HEAD.replace(", \"enableWithdrawals\"", "") + &allow("\"wallet:withdraw\"", "");
    let image = binsign_host::policy::compile(&text).unwrap();
    let line = "POST /sapi/v1/capital/withdraw/apply coin=BTC address=a amount=1";
    assert_eq!(verdict(&image, line), "PERMISSION_NOT_DECLARED D 9 permissions");
}

/// Explaining takes the same way as deciding, and ends with the same verdict.
#[test]
fn the_reasoning_ends_with_the_verdict() {
    let image = compile(&allow("\"spot:order\"", "sides = [\"BUY\"]\ntypes = [\"LIMIT\"]"));
    let policy = Policy::new(&image).unwrap();
    let gate = Gate::new(&policy).at(NOW).key_type(KeyType::Ed25519);
    for line in [
        "POST /api/v3/order symbol=A side=BUY type=LIMIT",
        "POST /api/v3/order symbol=A side=BUY type=MARKET",
        "GET /api/v3/account",
    ] {
        let mut buffer = [0; 512];
        let request = request(&mut buffer, line);
        let (mut conditions, mut last) = (0, String::new());
        let outcome = gate.explain(&request, &mut |step| match step {
            Step::Condition { .. } => conditions += 1,
            Step::Allowed => last = "ok".to_owned(),
            Step::Denied(denied) => last = say(&Err(denied.clone().into())),
            _ => {}
        });
        assert_eq!(say(&outcome), last, "{line}");
        assert_eq!(say(&gate.check(&request)), last, "{line}");
        assert_eq!(conditions, if line.starts_with("GET") { 0 } else { 2 }, "{line}");
    }
}
