//! The face `cli` of the conformance protocol under policies: sessions, answers, what the owner does, as CASES.md has them.

use std::io::Write as _;
use std::process::{Command, Stdio};

use serde_json::{Value, json};

const POLICY: &str = "policy = 'binsign 1'\nname = 'desk'\nversion = 1\npurpose = 'tests'\napp = 'desk'\n\
                      permissions = ['enableReading', 'enableSpotAndMarginTrading']\n\
                      [[allow]]\nname = 'small'\nroutes = ['spot:trade']\nnotional = { max = '100' }\n\
                      [[limit]]\nname = 'two an hour'\ncount = 'orders'\nmax = '2'\nper = '1h'\n";
const NOW: u64 = 1_782_907_200_000;

fn answers(cases: &[Value]) -> Vec<Value> {
    let mut child = Command::new(env!("CARGO_BIN_EXE_binsign"))
        .arg("conformance")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = child.stdin.take().unwrap();
    for case in cases {
        writeln!(lines, "{case}").unwrap();
    }
    drop(lines);
    let output = child.wait_with_output().unwrap();
    String::from_utf8(output.stdout).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// An order of the session `s`; the key is Binance's published example.
fn order(price: &str, later: u64, more: &[(&str, Value)]) -> Value {
    let params = [
        ["symbol", "BTCUSDT"],
        ["side", "BUY"],
        ["type", "LIMIT"],
        ["timeInForce", "GTC"],
        ["quantity", "1"],
        ["price", price],
    ];
    let mut case = json!({
        "id": "1", "session": "s", "method": "POST", "path": "/api/v3/order", "params": params, "timestamp": NOW + later, "now": NOW + later,
        "api_key": "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A",
        "key": { "hmac": "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j" },
    });
    for (name, value) in more {
        case[*name] = value.clone();
    }
    case
}

#[test]
fn a_session_counts_learns_and_obeys_its_owner() {
    let begin = [("policy", POLICY.into()), ("app", "desk".into())];
    let observe = |status: u16, body: &str| json!({ "id": "1", "session": "s", "now": NOW + 10, "observe": { "status": status, "body": body } });
    let deed = |deed: &str| json!({ "id": "1", "session": "s", "now": NOW + 10, "do": deed });
    let cases = [
        order("1", 0, &begin),
        order("101", 1, &[]),
        order("1", 2, &[("check", true.into())]),
        order("1", 0, &[]),
        observe(400, r#"{"code":-2015,"msg":"Invalid API-key, IP, or permissions for action."}"#),
        order("1", 11, &[]),
        deed("clear"),
        order("1", 12, &[]),
        deed("restart"),
        order("1", 13, &[]),
        deed("revoke"),
        order("1", 14, &[]),
    ];
    let answers = answers(&cases);
    let said: Vec<_> = answers
        .iter()
        .map(|answer| {
            let what = [&answer["code"], &answer["observed"]["key_state"], &answer["verdict"]];
            what.into_iter().find_map(Value::as_str).unwrap_or("error").to_owned()
        })
        .collect();
    let expected = [
        "allow",
        "ARGUMENT_TOO_LARGE",
        "allow",
        "TIMESTAMP_REPEATED",
        "suspended",
        "KEY_SUSPENDED",
        "active",
        "allow",
        "active",
        "LIMIT_SPENT",
        "revoked",
        "KEY_REVOKED",
    ];
    assert_eq!(said, expected, "{answers:#?}");
    assert!(answers[0]["signature"].is_string() && answers[2].get("signature").is_none());
    assert_eq!(answers[4]["observed"]["reason"], -2015);
}

#[test]
fn what_belongs_to_no_session_is_told() {
    let observe = json!({ "id": "1", "session": "none", "now": NOW, "observe": { "status": 200 } });
    let cases =
        [observe, order("1", 0, &[("policy", "policy = 1".into())]), order("1", 1, &[("policy", POLICY.into())])];
    let answers = answers(&cases);
    assert_eq!(answers[0]["error"]["code"], "CASE_NOT_UNDERSTOOD");
    assert_eq!(answers[1]["error"]["code"], "POLICY_TEXT");
    assert_eq!((&answers[2]["code"], &answers[2]["clause"]), (&"APP_OTHER".into(), &"E 11 a".into()));
}
