//! `binsign observe` and the owner's commands: what a state learns holds for the next command that signs with it.

use std::fs;
use std::io::Write as _;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

const POLICY: &str = "policy = 'binsign 1'\nname = 'desk'\nversion = 1\npurpose = 'p'\n\
                      permissions = ['enableReading', 'enableSpotAndMarginTrading']\n\
                      [[allow]]\nname = 'all'\nroutes = ['spot:any']\n";
const ORDER: &str =
    "POST /api/v3/order symbol=BTCUSDT side=BUY type=LIMIT timeInForce=GTC quantity=1 price=1 newClientOrderId=a";
const STATUS: &str = "GET /api/v3/order symbol=BTCUSDT origClientOrderId=a";

struct Desk(tempfile::TempDir);

impl Desk {
    fn new() -> Self {
        let desk = Self(tempfile::tempdir().unwrap());
        fs::write(desk.0.path().join("p.toml"), POLICY).unwrap();
        desk
    }

    /// The key is Binance's published example.
    fn run(&self, arguments: &[&str], input: &str) -> Output {
        let mut child = Command::new(env!("CARGO_BIN_EXE_binsign"))
            .args(arguments)
            .args(["--policy", "p.toml", "--state", "state", "--json"])
            .current_dir(self.0.path())
            .env("BINSIGN_API_KEY", "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A")
            .env("BINSIGN_SECRET", "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // A command that does not read its input may be gone already.
        let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
        child.wait_with_output().unwrap()
    }

    /// What was signed, or the code of the denial.
    fn sign(&self, request: &str) -> Result<Value, String> {
        let output = self.run(&[&["sign"], request.split(' ').collect::<Vec<_>>().as_slice()].concat(), "");
        let json: Value = serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{output:?}"));
        match json["code"].as_str() {
            Some(code) => Err(code.to_owned()),
            None => Ok(json),
        }
    }

    fn observe(&self, sent: &Value, more: &[&str], body: &str) -> Value {
        let sent = sent["sent"].as_str().unwrap();
        let output = self.run(&[&["observe", "--request", sent, "--body", "-"], more].concat(), body);
        serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{output:?}"))
    }

    fn key(&self, deed: &str) -> Value {
        let output = self.run(&["key", deed], "");
        serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{output:?}"))
    }
}

/// The bodies are those of the exchange's documentation of errors.
#[test]
fn what_the_exchange_answers_holds_for_the_next_command() {
    let desk = Desk::new();
    let sent = desk.sign(ORDER).unwrap();
    let seen = desk.observe(&sent, &["--status", "200", "--header", "X-MBX-USED-WEIGHT-1M: 17"], "{}");
    assert_eq!((&seen["key_state"], &seen["used_weight"]), (&"active".into(), &17.into()));
    assert!(seen["state_sequence"].as_u64() > sent["state_sequence"].as_u64());

    desk.observe(&sent, &["--status", "503"], "");
    let again = ORDER.replace("quantity=1", "quantity=2");
    assert_eq!(desk.sign(&again).unwrap_err(), "ORDER_UNKNOWN");
    let asked = desk.sign(STATUS).unwrap();
    desk.observe(&asked, &["--status", "400"], r#"{"code":-2013,"msg":"Order does not exist."}"#);
    desk.sign(&again).unwrap();

    let limited = r#"{"code":-1003,"msg":"Too many requests."}"#;
    let seen = desk.observe(&sent, &["--status", "429", "--header", "Retry-After: 30"], limited);
    assert!(seen["wait_until_ms"].is_u64());
    assert_eq!(desk.sign(STATUS).unwrap_err(), "EXCHANGE_WAIT");
}

#[test]
fn a_rejected_key_is_suspended_until_the_owner_clears_it() {
    let desk = Desk::new();
    let sent = desk.sign(ORDER).unwrap();
    let rejected = r#"{"code":-2015,"msg":"Invalid API-key, IP, or permissions for action."}"#;
    let seen = desk.observe(&sent, &["--status", "401"], rejected);
    assert_eq!((&seen["key_state"], &seen["reason"]), (&"suspended".into(), &(-2015).into()));
    assert_eq!(desk.sign(STATUS).unwrap_err(), "KEY_SUSPENDED");
    assert_eq!(desk.key("clear")["key_state"], "active");
    desk.sign(STATUS).unwrap();
    desk.key("suspend");
    assert_eq!(desk.sign(STATUS).unwrap_err(), "KEY_SUSPENDED");
    desk.key("revoke");
    assert_eq!(desk.key("clear")["key_state"], "revoked", "for good");
    assert_eq!(desk.sign(STATUS).unwrap_err(), "KEY_REVOKED");
    desk.key("terminate");
    assert_eq!(desk.sign(STATUS).unwrap_err(), "KEY_TERMINATED");
}

#[test]
fn a_state_that_is_not_there_is_not_made() {
    let desk = Desk::new();
    let output = desk.run(&["key", "revoke"], "");
    assert!(!output.status.success() && String::from_utf8_lossy(&output.stderr).contains("is not there"), "{output:?}");
    assert!(!desk.0.path().join("state").exists());
    for sent in ["", "00", "zz", "é0"] {
        let output = desk.run(&["observe", "--request", sent, "--status", "200"], "");
        assert_eq!(output.status.code(), Some(2), "{sent}");
    }
}
