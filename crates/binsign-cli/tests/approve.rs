//! `binsign policy approve` and `--approval`: one person approves, another signs.

use std::fs;
use std::io::Write as _;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

/// The public half of the first key of RFC 8032, section 7.1, approves what is over 0.1.
const POLICY: &str = "policy = 'binsign 1'\nname = 'payouts'\nversion = 7\npurpose = 'p'\napp = 'treasury'\n\
                      permissions = ['enableReading', 'enableWithdrawals']\n\
                      [[allow]]\nname = 'small'\nroutes = ['any:withdraw']\namount = { max = '0.1' }\n\
                      [[allow]]\nname = 'large'\nroutes = ['any:withdraw']\namount = { max = '5' }\n\
                      approval = '11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo='\n";
const APPROVER: &str = "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g\n-----END PRIVATE KEY-----\n";

/// The private key of RFC 8410, section 10.3.
const ANOTHER: &str = "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n-----END PRIVATE KEY-----\n";

/// A folder in which two persons work.
struct Desk(tempfile::TempDir);

impl Desk {
    fn new() -> Self {
        let desk = Self(tempfile::tempdir().unwrap());
        desk.file("payouts.toml", POLICY, 0o644);
        desk.file("approver.pem", APPROVER, 0o600);
        desk.file("another.pem", ANOTHER, 0o600);
        desk
    }

    #[cfg_attr(not(unix), allow(unused_variables))]
    fn file(&self, name: &str, text: &str, mode: u32) {
        let path = self.0.path().join(name);
        fs::write(&path, text).unwrap();
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;

            fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
        }
    }

    /// The words of a command; the API key is Binance's published example.
    fn run(&self, words: &str, input: &str) -> Output {
        let mut child = Command::new(env!("CARGO_BIN_EXE_binsign"))
            .args(words.split_whitespace())
            .current_dir(self.0.path())
            .env("BINSIGN_API_KEY", "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A")
            .env("BINSIGN_SECRET", "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j")
            .env_remove("BINSIGN_PASSPHRASE")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // A command that does not read its input may be gone already.
        let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
        child.wait_with_output().unwrap()
    }

    fn approve(&self, more: &str, amount: &str) -> Output {
        self.run(&format!("policy approve payouts.toml {more} {}", withdrawal(amount)), "")
    }

    fn sign(&self, more: &str, amount: &str) -> Output {
        self.run(&format!("sign {} --policy payouts.toml --app treasury --state state {more}", withdrawal(amount)), "")
    }
}

fn withdrawal(amount: &str) -> String {
    format!("POST /sapi/v1/capital/withdraw/apply coin=BTC address=1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa amount={amount}")
}

fn out(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

fn err(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

#[test]
fn what_one_approves_another_signs_once() {
    let desk = Desk::new();
    let output = desk.sign("", "1");
    assert!(err(&output).contains("APPROVAL_NEEDED (457)") && output.status.code() == Some(3), "{output:?}");

    let approved = desk.approve("--for 10m --key approver.pem", "1");
    assert!(approved.status.success(), "{approved:?}");
    let approval = out(&approved).trim_end();
    assert_eq!(approval.len(), 96, "72 bytes in base64, and nothing else on standard output");
    for words in ["POST /sapi/v1/capital/withdraw/apply", "  amount = 1\n", "`large` of payouts version 7"] {
        assert!(err(&approved).contains(words), "{approved:?}");
    }
    let output = desk.sign(&format!("--approval {approval}"), "1.5");
    assert!(err(&output).contains("APPROVAL_INVALID (458)") && out(&output).is_empty(), "{output:?}");
    desk.file("approval.txt", out(&approved), 0o644);
    let explain = desk.run(&format!("policy explain payouts.toml {} --approval @approval.txt", withdrawal("1")), "");
    assert!(out(&explain).contains("approval: passed") && explain.status.success(), "{explain:?}");
    let output = desk.sign("--approval @approval.txt", "1");
    assert!(out(&output).contains("&signature=") && output.status.success(), "{output:?}");
    let output = desk.sign("--approval @approval.txt", "1");
    assert!(err(&output).contains("APPROVAL_INVALID (458)"), "it serves once: {output:?}");
    assert!(desk.sign("", "0.1").status.success(), "small ones need none");
}

#[test]
fn an_approval_says_what_it_is_for_in_json_too() {
    let desk = Desk::new();
    let now = 1_782_907_200_000_u64; // 2026-07-01 12:00 UTC, as GNU date has it.
    let output = desk.approve(&format!("--until 2026-07-01T14:05:00+02:00 --now {now} --key approver.pem --json"), "2");
    let json: Value = serde_json::from_str(out(&output)).unwrap();
    assert_eq!(
        (&json["until"], &json["rule"], &json["parameters"]["amount"], &json["version"]),
        (&"2026-07-01T12:05:00Z".into(), &"large".into(), &"2".into(), &7.into())
    );
    let again =
        desk.run(&format!("policy approve payouts.toml --for 5m --now {now} --key - {}", withdrawal("2")), APPROVER);
    assert_eq!(out(&again).trim_end(), json["approval"], "the key came over standard input");
}

#[test]
fn what_is_not_approved_is_told_with_the_reason() {
    let desk = Desk::new();
    for (more, amount, status, words) in [
        ("--for 10m --key another.pem", "1", 1, "is 11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="),
        ("--for 25h --key approver.pem", "1", 1, "for a day at most"),
        ("--until 2020-01-01 --key approver.pem", "1", 1, "is past"),
        ("--for 10m --key approver.pem", "0.1", 1, "wants no approval"),
        ("--for 10m --key approver.pem", "5.1", 3, "ARGUMENT_TOO_LARGE (455)"),
        ("--key approver.pem", "1", 2, "--until"),
        ("--until soon --key approver.pem", "1", 2, "2026-07-01T12:00:00Z"),
    ] {
        let output = desk.approve(more, amount);
        assert!(err(&output).contains(words) && out(&output).is_empty(), "{more}: {output:?}");
        assert_eq!(output.status.code(), Some(status), "{more}");
    }
    #[cfg(unix)]
    {
        desk.file("approver.pem", APPROVER, 0o640);
        assert!(err(&desk.approve("--for 10m --key approver.pem", "1")).contains("KEY_FILE_EXPOSED (305)"));
    }
    assert_eq!(desk.sign("--approval AAAA", "1").status.code(), Some(2));
    let without_state =
        desk.run(&format!("sign {} --policy payouts.toml --approval {}", withdrawal("1"), "A".repeat(96)), "");
    assert!(err(&without_state).contains("--state"), "{without_state:?}");
}

#[test]
fn cases_find_the_key_beside_them() {
    let desk = Desk::new();
    let case = |by: &str, expect: &str| {
        format!("[[case]]\nname = 'c'\nrequest = '{}'\napproved_by = '{by}'\nexpect = '{expect}'\n", withdrawal("1"))
    };
    fs::create_dir(desk.0.path().join("cases")).unwrap();
    desk.file("cases/approver.pem", APPROVER, 0o600);
    let text = case("approver.pem", "allow") + &case("../another.pem", "APPROVAL_INVALID");
    desk.file("cases/cases.toml", &text, 0o644);
    let output = desk.run("policy test payouts.toml cases/cases.toml", "");
    assert!(output.status.success(), "{output:?}");
    #[cfg(unix)]
    {
        desk.file("cases/approver.pem", APPROVER, 0o604);
        let output = desk.run("policy test payouts.toml cases/cases.toml", "");
        assert!(err(&output).contains("chmod 600") && output.status.code() == Some(1), "{output:?}");
    }
}

/// The words of policies for types of keys are those of the command, too.
#[test]
fn types_of_keys_are_taken_in_any_case() {
    let desk = Desk::new();
    for word in ["Ed25519", "HMAC", "rsa", "RSA"] {
        let output = desk.run(&format!("policy explain payouts.toml {} --key-type {word}", withdrawal("0.1")), "");
        assert_eq!(output.status.code(), Some(0), "{word}: {output:?}");
    }
}
