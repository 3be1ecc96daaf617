//! The command as a user meets it: arguments in, text and exit status out.

use std::io::Write as _;
use std::process::{Command, Output, Stdio};

const API_KEY: &str = "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A";
const SECRET: &str = "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j";

/// Binance's documented order.
const ORDER: [&str; 11] = [
    "sign",
    "POST",
    "/api/v3/order",
    "symbol=LTCBTC",
    "side=BUY",
    "type=LIMIT",
    "timeInForce=GTC",
    "quantity=1",
    "price=0.1",
    "recvWindow=5000",
    "timestamp=1499827319559",
];
/// Its documented signature.
const ORDER_SIGNATURE: &str = "c8db56825ae71d6d79447849e617115f4a920fa2acdcab2b053c4b2838bd6b71";

fn binsign(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_binsign"));
    command.args(arguments).env_remove("BINSIGN_API_KEY").env_remove("BINSIGN_SECRET");
    command.env_remove("BINSIGN_PRIVATE_KEY").env_remove("BINSIGN_PASSPHRASE");
    command.stdin(Stdio::null());
    command
}

fn with_key(arguments: &[&str]) -> Output {
    binsign(arguments).env("BINSIGN_API_KEY", API_KEY).env("BINSIGN_SECRET", SECRET).output().unwrap()
}

fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

fn stderr(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

#[test]
fn the_documented_order_is_signed_as_documented() {
    let output = with_key(&ORDER);
    assert!(output.status.success(), "{}", stderr(&output));
    let lines: Vec<_> = stdout(&output).lines().collect();
    assert_eq!(
        lines,
        [
            &format!(
                "POST /api/v3/order?symbol=LTCBTC&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&price=0.1\
                 &recvWindow=5000&timestamp=1499827319559&signature={ORDER_SIGNATURE}"
            ),
            &format!("X-MBX-APIKEY: {API_KEY}"),
        ]
    );
}

#[test]
fn json_has_everything_to_send() {
    let output = with_key(&[&ORDER[..], &["--json"]].concat());
    let json: serde_json::Value = serde_json::from_str(stdout(&output)).unwrap();
    assert_eq!(json["signature"], ORDER_SIGNATURE);
    assert_eq!(json["headers"]["X-MBX-APIKEY"], API_KEY);
    assert_eq!(json["url"], format!("https://api.binance.com{}", json["target"].as_str().unwrap()));
    assert_eq!(json.get("body"), None);
}

#[test]
fn the_time_is_added_unless_told_otherwise() {
    let output = with_key(&["sign", "GET", "/api/v3/account"]);
    assert!(stdout(&output).starts_with("GET /api/v3/account?timestamp="), "{output:?}");
    let output = with_key(&["sign", "GET", "/api/v3/account", "--timestamp", "1578963600000"]);
    // The signature is from Binance's signature examples.
    let signature = "d84e6641b1e328e7b418fff030caed655c266299c9355e36ce801ed14631eed4";
    assert!(stdout(&output).contains(&format!("?timestamp=1578963600000&signature={signature}\n")));
    let output = with_key(&["sign", "GET", "/api/v3/time"]);
    assert_eq!(stdout(&output), "GET /api/v3/time\n");
}

#[test]
fn the_key_comes_from_a_file_or_from_standard_input() {
    let text = format!("api_key = {API_KEY}\nsecret = {SECRET}\n");
    // A temporary file is its owner's alone.
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), &text).unwrap();
    let path = file.path().to_str().unwrap();
    let output = binsign(&[&ORDER[..], &["--key-file", path]].concat()).output().unwrap();
    assert!(stdout(&output).contains(ORDER_SIGNATURE), "{output:?}");

    let mut child = binsign(&[&ORDER[..], &["--key-file", "-"]].concat())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(stdout(&output).contains(ORDER_SIGNATURE), "{output:?}");
}

/// A published example with its Ed25519 key: `rust-ed25519` in tests/vectors/vectors.json.
#[test]
fn private_keys_come_from_the_environment_or_a_file() {
    const BODY: &str = "MC4CAQAwBQYDK2VwBCIEIE4rJ0goma1nbu1d8T1dp//0pe40jnf8tghwRhsSY4Bk";
    const SIGNATURE: &str = "E4nWIl3yUJgJFL6LoWImsrEwNegMiN9SN1FWKw+P3xXkJ2T/MtSq3Cg7fVnOGFWxTBX6vrTJJNoZnVtAgs1CAQ==";
    let request = ["sign", "GET", "/sapi/v1/accountSnapshot", "type=SPOT", "timestamp=1685686334211", "--json"];
    let signature = |output: &Output| {
        let json: serde_json::Value = serde_json::from_str(stdout(output)).unwrap();
        json["signature"].as_str().unwrap().to_owned()
    };

    // As a line of a .env file has it.
    let pem = format!("-----BEGIN PRIVATE KEY-----\\n{BODY}\\n-----END PRIVATE KEY-----\\n");
    let output = binsign(&request).env("BINSIGN_API_KEY", API_KEY).env("BINSIGN_PRIVATE_KEY", &pem).output().unwrap();
    assert_eq!(signature(&output), SIGNATURE);

    let file = tempfile::NamedTempFile::new().unwrap();
    let pem = pem.replace("\\n", "\n");
    std::fs::write(file.path(), format!("api_key = {API_KEY}\n{pem}")).unwrap();
    let path = file.path().to_str().unwrap();
    let output = binsign(&[&request[..], &["--key-file", path]].concat()).output().unwrap();
    assert_eq!(signature(&output), SIGNATURE);

    // A secret beside it leaves open which is meant.
    let both = binsign(&request)
        .env("BINSIGN_API_KEY", API_KEY)
        .env("BINSIGN_SECRET", SECRET)
        .env("BINSIGN_PRIVATE_KEY", pem)
        .output()
        .unwrap();
    assert!(stderr(&both).contains("KEY_MISSING (304)"), "{}", stderr(&both));
}

/// A published example with its encrypted key: `java-ed25519-pass` in tests/vectors/vectors.json.
#[cfg(unix)]
#[test]
fn the_passphrase_stands_with_the_key_in_a_file_or_in_the_environment() {
    use std::os::unix::fs::PermissionsExt as _;
    const PEM: &str = "-----BEGIN ENCRYPTED PRIVATE KEY-----\n\
        MIGjMF8GCSqGSIb3DQEFDTBSMDEGCSqGSIb3DQEFDDAkBBBlYhnjnkypriNPf007\nOTExAgIIADAMBggqhkiG9w0CCQUAMB0GCWCGSAFlAwQBKgQ\
        QQWqxMnW6Y9N+GMoG\nTb+tvARA/4zAVMN8vStz6kORV1BTxqLsGGm6LafPUOyJTeAYfOWb0w+kNu3ZyJzi\nLfC/BCSwjpxqdfVg041XDD8NXZCipA==\n\
        -----END ENCRYPTED PRIVATE KEY-----\n";
    const SIGNATURE: &str = "1bVUk5CQDr3yqpmiIUmV6lXeIoC6PLDNnc8bca4RFR7SChr2RJi5AtgppEfEPyBxO25lm9iapCiINN9+rhJ1AQ==";
    let request = ["sign", "GET", "/api/v3/account", "timestamp=1736393892000", "--json"];
    let directory = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| {
        let path = directory.path().join(name);
        std::fs::write(&path, text).unwrap();
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let with_file = |path: &str| binsign(&[&request[..], &["--key-file", path]].concat());
    let alone = write("alone.key", &format!("api_key = apiKey\n{PEM}"));
    let beside = write("beside.key", &format!("passphrase = test123\napi_key = apiKey\n{PEM}"));
    let elsewhere = write("elsewhere.key", &format!("{PEM}api_key = apiKey\npassphrase_file = passphrase\n"));
    write("passphrase", "test123\n");
    for command in [
        with_file(&alone).env("BINSIGN_PASSPHRASE", "test123"),
        &mut with_file(&beside),
        &mut with_file(&elsewhere),
        // What stands with the key goes first.
        with_file(&beside).env("BINSIGN_PASSPHRASE", "of another key"),
        binsign(&request)
            .envs([("BINSIGN_API_KEY", "apiKey"), ("BINSIGN_PRIVATE_KEY", PEM)])
            .env("BINSIGN_PASSPHRASE", "test123"),
    ] {
        let output = command.output().unwrap();
        assert!(stdout(&output).contains(SIGNATURE), "{output:?}");
    }
    let missing = with_file(&alone).output().unwrap();
    assert!(stderr(&missing).contains("KEY_PASSPHRASE_MISSING (321)"), "{}", stderr(&missing));
    let wrong = with_file(&alone).env("BINSIGN_PASSPHRASE", "test124").output().unwrap();
    assert!(stderr(&wrong).contains("KEY_PASSPHRASE_WRONG (320)"), "{}", stderr(&wrong));
    assert!(!stderr(&wrong).contains("test124"));
    std::fs::set_permissions(directory.path().join("passphrase"), std::fs::Permissions::from_mode(0o640)).unwrap();
    let exposed = with_file(&elsewhere).output().unwrap();
    assert!(stderr(&exposed).contains("KEY_FILE_EXPOSED (305)"), "{}", stderr(&exposed));
}

#[cfg(unix)]
#[test]
fn a_key_file_that_others_may_read_is_refused_with_the_command_to_run() {
    use std::os::unix::fs::PermissionsExt as _;
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), format!("api_key = {API_KEY}\nsecret = {SECRET}\n")).unwrap();
    std::fs::set_permissions(file.path(), std::fs::Permissions::from_mode(0o644)).unwrap();
    let path = file.path().to_str().unwrap();
    let output = binsign(&[&ORDER[..], &["--key-file", path]].concat()).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("KEY_FILE_EXPOSED (305)"), "{}", stderr(&output));
    assert!(stderr(&output).contains(&format!("run: chmod 600 '{path}'")), "{}", stderr(&output));
}

#[test]
fn what_is_wrong_is_said_with_its_code_and_without_the_secret() {
    for (arguments, code, status) in [
        (&["sign", "POST", "/api/v3/order", "symbol=A", "symbol=B"][..], "PARAMETER_TWICE (106)", 1),
        (&["sign", "POST", "/api/v3/order", "signature=00"][..], "SIGNATURE_GIVEN (107)", 1),
        (&["sign", "POST", "/api/v3/order", "--recv-window", "60001"][..], "RECV_WINDOW_OUT_OF_RANGE (110)", 1),
        (&["sign", "POST", "/api/v3/order", "--timestamp", "5"][..], "TIMESTAMP_OUT_OF_RANGE (109)", 1),
        (&["sign", "GET", "/api/v3/account", "--body", "a=b"][..], "BODY_NOT_ALLOWED (111)", 1),
        (&["sign", "PATCH", "/api/v3/order"][..], "METHOD_UNKNOWN (103)", 1),
        (&["sign", "GET", "/api/v3/nonsense"][..], "denied, ROUTE_UNKNOWN (401)", 3),
        (&["sign", "PUT", "/api/v3/order"][..], "with GET, POST, DELETE only", 3),
        (&["sign", "GET", "/api/v3/account", "no-equals-sign"][..], "NAME=VALUE", 2),
    ] {
        let output = with_key(arguments);
        assert_eq!(output.status.code(), Some(status), "{arguments:?}: {}", stderr(&output));
        assert!(stderr(&output).contains(code), "{arguments:?}: {}", stderr(&output));
        assert!(stdout(&output).is_empty());
        assert!(!stderr(&output).contains(SECRET) && !stderr(&output).contains(API_KEY));
    }
}

#[test]
fn bad_keys_are_named_and_not_shown() {
    for (api_key, secret, code) in [
        ("", SECRET, "API_KEY_MALFORMED (301)"),
        ("\"quoted\"", SECRET, "API_KEY_MALFORMED (301)"),
        (API_KEY, "", "SECRET_MALFORMED (302)"),
        (API_KEY, "two words", "SECRET_MALFORMED (302)"),
        (API_KEY, "-----BEGIN PRIVATE KEY-----", "SECRET_IS_PRIVATE_KEY (303)"),
    ] {
        let output = binsign(&ORDER).env("BINSIGN_API_KEY", api_key).env("BINSIGN_SECRET", secret).output().unwrap();
        assert_eq!(output.status.code(), Some(1));
        assert!(stderr(&output).contains(code), "{}", stderr(&output));
        assert!(!stderr(&output).contains("two words") && !stderr(&output).contains("quoted\""));
    }
    let output = binsign(&ORDER).output().unwrap();
    assert!(stderr(&output).contains("KEY_MISSING (304)"), "{}", stderr(&output));
    let output = binsign(&[&ORDER[..], &["--key-file", "/does/not/exist"]].concat()).output().unwrap();
    assert!(stderr(&output).contains("KEY_FILE_UNREADABLE (306)"), "{}", stderr(&output));
}
