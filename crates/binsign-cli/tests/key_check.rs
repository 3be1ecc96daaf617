//! `binsign key check` as a user meets it: answers in, findings and exit status out.

use std::io::Write as _;
use std::process::{Command, Output, Stdio};

/// The sample of "Get API Key Permission" (Wallet), read on 2026-06-30.
const SAMPLE: &str = r#"{"ipRestrict":false,"createTime":1698645219000,"enableReading":true,"enableWithdrawals":false,
    "enableInternalTransfer":false,"enableMargin":false,"enableFutures":false,"permitsUniversalTransfer":false,
    "enableVanillaOptions":false,"enableFixApiTrade":false,"enableFixReadOnly":true,"enableSpotAndMarginTrading":false,
    "enablePortfolioMarginTrading":true}"#;

fn check(body: &str, arguments: &[&str]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_binsign"))
        .args(["key", "check", "-"])
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // Who is told nothing of use does not read.
    let _ = child.stdin.take().unwrap().write_all(body.as_bytes());
    child.wait_with_output().unwrap()
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

/// The names of what was found, in order, and the exit status.
fn found(body: &str, arguments: &[&str]) -> (Vec<String>, Option<i32>) {
    let output = check(body, arguments);
    let lines = text(&output.stdout).lines();
    let names = lines.filter(|line| !line.starts_with('-')).filter_map(|line| line.split_whitespace().nth(1));
    (names.map(str::to_owned).collect(), output.status.code())
}

#[test]
fn the_documented_key_is_found_wanting() {
    let output = check(SAMPLE, &["--needed", "enableReading"]);
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    let lines: Vec<_> = text(&output.stdout).lines().collect();
    assert!(lines[0].starts_with("high    UNRESTRICTED "), "{lines:?}");
    assert!(lines[1].starts_with("medium  PERMISSION_UNNEEDED ") && lines[1].contains("E 11 b"), "{lines:?}");
    assert!(lines[1].contains("enablePortfolioMarginTrading is granted and not needed; take it off the key"));
    assert!(lines[2].starts_with("low     PERMISSION_UNNEEDED ") && lines.len() == 3, "{lines:?}");
}

#[test]
fn a_key_that_fits_passes() {
    let body =
        r#"{"ipRestrict":true,"createTime":1698645219000,"enableReading":true,"enableSpotAndMarginTrading":true}"#;
    let arguments = [
        "--needed",
        "enableReading,canTrade",
        "--key-type",
        "ed25519",
        "--created",
        "1698645219000",
        "--ip",
        "8.8.8.8,1.1.1.1",
        "--max-age",
        "1d",
    ];
    let output = check(body, &arguments);
    assert_eq!((output.status.code(), text(&output.stdout)), (Some(0), "nothing was found\n"), "{output:?}");
    // What weighs less than high does not fail.
    assert_eq!(found(body, &["--key-type", "hmac"]), (vec!["HMAC_KEY".into()], Some(0)));
}

#[test]
fn what_the_owner_declares_is_compared() {
    let body = r#"{"ipRestrict":true,"createTime":1000,"enableReading":true,"enableFutures":true}"#;
    let cases: [(&[&str], &str); 6] = [
        (&["--created", "1001"], "KEY_OTHER"),
        (&["--futures-opened", "1001"], "KEY_BEFORE_FUTURES"),
        (&["--account-mode", "portfolio-margin"], "FUTURES_IN_PORTFOLIO_MARGIN"),
        (&["--needed", "enableReading,enableFutures,FIX_API"], "PERMISSION_MISSING"),
        (&["--ip", "0.0.0.0/0"], "ADDRESS_ANY"),
        (&["--observed-at", "1000", "--now", "91001", "--max-age", "90s"], "INFO_OLD"),
    ];
    for (arguments, name) in cases {
        assert_eq!(found(body, arguments), (vec![name.to_owned()], Some(1)), "{arguments:?}");
    }
    assert_eq!(found(body, &["--observed-at", "1000", "--now", "91000", "--max-age", "90s"]).1, Some(0));
    assert_eq!(found(body, &["--portfolio-margin-activated", "1001"]).1, Some(0), "it has no such permission");
    let long = vec!["8.8.8.8888888888"; 30].join(",");
    assert_eq!(found(body, &["--sub-account", "--ip", &long]).0[0], "ADDRESSES_TOO_MANY");
}

/// -2015 is one code for many causes.
#[test]
fn the_causes_of_2015_are_named() {
    let body = r#"{"ipRestrict":true,"enableReading":true}"#;
    let output = check(body, &["--rejected", "--needed", "enableFutures"]);
    let last = text(&output.stdout).lines().last().unwrap();
    assert!(last.starts_with("-2015 may come from: PERMISSION_MISSING; or the request came from an address"), "{last}");
    let output = check(body, &["--rejected"]);
    assert!(text(&output.stdout).contains("-2015 may come from: the request came from"), "{output:?}");
}

#[test]
fn json_has_what_was_read_and_what_was_found() {
    let output = check(SAMPLE, &["--json", "--label", "bot", "--needed", "READ", "--observed-at", "1700000000000"]);
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(
        json["permissions"],
        serde_json::json!(["enablePortfolioMarginTrading", "enableFixReadOnly", "enableReading"])
    );
    assert_eq!((&json["label"], &json["ip_restricted"]), (&"bot".into(), &false.into()));
    assert_eq!(
        (&json["create_time"], &json["observed_at"]),
        (&1_698_645_219_000_u64.into(), &1_700_000_000_000_u64.into())
    );
    assert_eq!(json["findings"].as_array().unwrap().len(), 2);
    let second = &json["findings"][1];
    assert_eq!((&second["kind"], &second["clause"]), (&"PERMISSION_UNNEEDED".into(), &"E 11 b".into()));
    assert_eq!((&second["severity"], &second["address"]), (&"medium".into(), &serde_json::Value::Null));
    assert_eq!(second["permission"], "enablePortfolioMarginTrading");
}

#[test]
fn what_is_no_answer_is_refused_with_its_code() {
    let error = r#"{"code":-2015,"msg":"Invalid API-key, IP, or permissions for action."}"#;
    for (body, code) in [
        (error, "KEY_INFO_IS_ERROR (328)"),
        ("<html>", "KEY_INFO_MALFORMED (327)"),
        (r#"{"enableReading":1}"#, "`enableReading`"),
    ] {
        let output = check(body, &[]);
        assert_eq!(output.status.code(), Some(1));
        assert!(text(&output.stderr).contains(code) && output.stdout.is_empty(), "{output:?}");
    }
    for bad in [["--needed", "enableEverything"], ["--max-age", "1w"], ["--max-age", "0d"], ["--max-age", "é"]] {
        assert_eq!(check(SAMPLE, &bad).status.code(), Some(2), "{bad:?}");
    }
}

#[test]
fn a_file_is_as_old_as_its_last_change() {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), SAMPLE).unwrap();
    let run = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_binsign"));
        let output = command.args(["key", "check"]).arg(file.path()).args(arguments).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    assert!(!run(&["--max-age", "1h"]).contains("INFO_OLD"));
    let week = std::time::SystemTime::now() - std::time::Duration::from_secs(7 * 24 * 60 * 60);
    file.as_file().set_modified(week).unwrap();
    assert!(run(&["--max-age", "1h"]).contains("INFO_OLD"));
    let output =
        Command::new(env!("CARGO_BIN_EXE_binsign")).args(["key", "check", "/does/not/exist"]).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("/does/not/exist"), "{output:?}");
}

/// The page for users has every finding with its clause.
#[test]
fn the_page_has_every_finding() {
    let page = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/key.md")).unwrap();
    let rows = page.lines().filter_map(|line| {
        let cells: Vec<_> = line.split('|').map(str::trim).collect();
        let name = cells.get(1)?.strip_prefix('`')?.strip_suffix('`')?;
        (cells.len() == 6 && name.chars().all(|sign| sign.is_ascii_uppercase() || "_0123456789".contains(sign)))
            .then(|| (name.to_owned(), cells[3].to_owned()))
    });
    let rows: Vec<_> = rows.collect();
    let kinds = binsign::FindingKind::ALL.map(|kind| (kind.name().to_owned(), kind.clause().to_owned()));
    assert_eq!(rows.len(), kinds.len());
    assert!(kinds.iter().all(|kind| rows.contains(kind)), "{rows:?}");
}
