//! `binsign catalogue` as a user meets it, against the catalogue's source.

use std::process::{Command, Output};

use serde_json::Value;

const CSV: &str = include_str!("../../binsign/src/catalogue/catalog.csv");

fn catalogue(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_binsign")).arg("catalogue").args(arguments).output().unwrap()
}

fn stdout(arguments: &[&str]) -> String {
    let output = catalogue(arguments);
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// The current rows of the source; of FIX the core knows one message, the Logon.
fn rows() -> impl Iterator<Item = Vec<&'static str>> {
    let rows = CSV.lines().skip(1).map(|line| line.split(',').collect::<Vec<_>>());
    rows.filter(|row| row[12] == "current" && row[1] != "fix")
}

fn count(is_wanted: impl Fn(&[&str]) -> bool) -> usize {
    rows().filter(|row| is_wanted(row)).count()
}

fn listed(arguments: &[&str]) -> Vec<Value> {
    let text = stdout(&[arguments, &["--json"]].concat());
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn everything_is_listed_one_route_a_line() {
    let all = stdout(&[]);
    assert_eq!(all, stdout(&["list"]));
    // 853 of the source, and the Logon of FIX; then a line with their number and the date.
    assert_eq!((count(|_| true), all.lines().count()), (853, 855));
    assert_eq!(all.lines().last(), Some("854 routes, catalogue of 2026-11-22"));
    for row in rows().filter(|row| row[1] == "rest") {
        assert!(all.contains(&format!("{} {} ", row[2], row[3])), "{row:?}");
    }
}

#[test]
fn filters_leave_what_the_source_says() {
    assert_eq!(listed(&["--group", "wallet"]).len(), count(|row| row[0] == "wallet"));
    assert_eq!(listed(&["--mutating"]).len(), count(|row| row[7] == "1"));
    assert_eq!(listed(&["--trust", "unknown"]).len(), count(|row| row[6] == "unknown"));
    assert_eq!(listed(&["--permission", "unknown"]).len(), count(|row| row[5] == "unknown"));
    assert_eq!(listed(&["--permission", "none"]).len(), count(|row| row[5] == "none"));
    assert_eq!(
        listed(&["--permission", "enableFutures"]).len(),
        count(|row| row[5].split('|').any(|name| name == "enableFutures"))
    );
    // Another spelling of the same.
    assert_eq!(listed(&["--permission", "canFuturesTrade"]), listed(&["--permission", "enableFutures"]));
    assert_eq!(listed(&["--family", "options"]).len(), count(|row| row[3].starts_with("/eapi/")));
    assert_eq!(listed(&["--transport", "ws-api"]).len(), count(|row| row[1] == "ws-api" && row[0] != "cms"));
    assert_eq!(listed(&["isolated/account"]).len(), count(|row| row[3].contains("isolated/account")));
    assert_eq!(
        listed(&["--group", "staking", "--mutating", "redeem"]).len(),
        count(|row| row[0] == "staking" && row[7] == "1" && row[3].contains("redeem"))
    );
    let withdrawals = listed(&["--action", "withdraw", "--permission", "enableWithdrawals"]);
    assert_eq!(withdrawals.len(), count(|row| row[5] == "enableWithdrawals"));
}

#[test]
fn a_route_as_json_has_what_its_row_has() {
    let row = rows().find(|row| (row[2], row[3]) == ("DELETE", "/api/v3/order")).unwrap();
    let routes = listed(&["--group", "spot", "/api/v3/order"]);
    let route = routes.iter().find(|route| route["method"] == "DELETE" && route["path"] == row[3]).unwrap();
    assert_eq!(route["permissions"], serde_json::json!([row[5]]));
    assert_eq!(route["trust"], row[6]);
    assert_eq!(route["security"], row[4]);
    assert_eq!(route["required"], serde_json::json!(row[13].split(' ').collect::<Vec<_>>()));
    let group: Vec<_> = row[17].split('|').collect();
    assert_eq!(route["one_of"], serde_json::json!([group]));
    let others: Vec<_> = row[14].split(' ').filter(|name| !group.contains(name)).collect();
    assert_eq!(route["optional"], serde_json::json!(others));
    assert_eq!(route["action"], "cancel");
    let unknown = listed(&["--permission", "unknown"]);
    assert!(unknown.iter().all(|route| route["permissions"].is_null()));
}

#[test]
fn a_filter_that_nobody_knows_is_refused() {
    for arguments in [["--group", "spots"], ["--action", "steal"], ["--permission", "enableAll"], ["--trust", "high"]] {
        let output = catalogue(&arguments);
        assert_eq!(output.status.code(), Some(1), "{output:?}");
        assert!(String::from_utf8(output.stderr).unwrap().contains(&format!("`{}`", arguments[1])));
    }
}

/// A read with `type` is a forced liquidation as well, and a status on the WebSocket API a logon.
#[test]
fn explain_tells_what_else_a_signature_opens() {
    let text = stdout(&["explain", "GET", "/sapi/v1/margin/available-inventory"]);
    assert!(text.contains("read (changes nothing)") && text.contains("enableReading"), "{text}");
    assert!(text.contains("POST /sapi/v1/margin/manual-liquidation"), "{text}");
    assert!(!text.contains("capital/withdraw"), "{text}");

    let text = stdout(&["explain", "--ws", "spot", "account.status"]);
    assert!(text.contains("ws-api spot session.logon"), "{text}");
    assert!(text.contains("`omitZeroBalances`"), "{text}");

    let json: Value = serde_json::from_str(&stdout(&["explain", "GET", "/api/v3/openOrders", "--json"])).unwrap();
    assert_eq!(json["catalogue"], "2026-11-22");
    let opens = json["opens"].as_array().unwrap();
    assert!(
        opens.iter().any(|target| target["route"] == "POST /sapi/v1/account/enableFastWithdrawSwitch"),
        "{opens:?}"
    );
    // What is not signed opens nothing.
    let json: Value = serde_json::from_str(&stdout(&["explain", "GET", "/api/v3/time", "--json"])).unwrap();
    assert_eq!(json.get("opens"), None);
}

#[test]
fn explain_knows_what_is_no_longer_there() {
    assert!(stdout(&["explain", "POST", "/sapi/v1/blvt/subscribe"]).contains("ROUTE_RETIRED"));
    assert!(stdout(&["explain", "POST", "/sapi/v1/broker/subAccount/blvt"]).contains("ROUTE_UNDOCUMENTED"));
    for (arguments, reason) in [
        (["explain", "GET", "/api/v3/nothing"], "no route"),
        (["explain", "PUT", "/api/v3/order"], "GET, POST, DELETE only"),
        (["explain", "FETCH", "/api/v3/order"], "method"),
    ] {
        let output = catalogue(&arguments);
        assert_eq!(output.status.code(), Some(1), "{output:?}");
        assert!(String::from_utf8(output.stderr).unwrap().contains(reason), "{reason}");
    }
}

#[test]
fn the_groups_are_those_of_the_source() {
    let text = stdout(&["--groups"]);
    for line in text.lines().filter(|line| !line.starts_with("spot-fix")) {
        let (group, number) = line.split_once(' ').unwrap();
        assert_eq!(number.trim().parse(), Ok(count(|row| row[0] == group)), "{line}");
    }
    assert_eq!(text.lines().count(), 29);
}
