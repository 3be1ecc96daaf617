//! `binsign policy` as a user meets it: the ready-made policies with their cases, findings, steps, exit status.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

const READY: [&str; 5] = ["futures-grid", "hardware-signer", "read-only-monitor", "spot-maker", "treasury-withdrawals"];

/// 2026-07-01 12:00 UTC, as GNU date has it.
const NOW: &str = "1782907200000";

fn docs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs")
}

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_binsign")).arg("policy").args(arguments).output().unwrap()
}

fn out(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

fn err(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

fn ready(name: &str, kind: &str) -> String {
    docs().join("policies").join(format!("{name}{kind}")).to_str().unwrap().to_owned()
}

struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn path(&self, name: &str) -> String {
        self.0.path().join(name).to_str().unwrap().to_owned()
    }

    fn file(&self, name: &str, text: &str) -> String {
        fs::write(self.path(name), text).unwrap();
        self.path(name)
    }
}

const HEAD: &str = "policy = 'binsign 1'\nname = 'n'\nversion = 1\npurpose = 'p'\napp = 'a'\nvalid_until = 2027-01-01\n\
                    permissions = ['enableReading', 'enableSpotAndMarginTrading']\n\
                    [[limit]]\nname = 'l'\ncount = 'orders'\nmax = '1'\nper = '1m'\n";

#[test]
fn the_ready_made_policies_say_what_their_cases_state() {
    let mut found: Vec<_> = fs::read_dir(docs().join("policies"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| !name.ends_with(".cases.toml"))
        .collect();
    found.sort();
    assert_eq!(found, READY.map(|name| format!("{name}.toml")), "each has its cases");
    for name in READY {
        let output = run(&["test", &ready(name, ".toml"), &ready(name, ".cases.toml"), "--json"]);
        assert_eq!(output.status.code(), Some(0), "{name}: {}{}", out(&output), err(&output));
        let json: Value = serde_json::from_str(out(&output)).unwrap();
        let cases = json["cases"].as_array().unwrap();
        let denied = cases.iter().filter(|case| case["got"]["verdict"] == "deny").count();
        assert!(cases.len() >= 8 && (1..cases.len()).contains(&denied), "{name} has too few cases");
        let check = run(&["check", &ready(name, ".toml"), "--now", NOW]);
        assert_eq!(check.status.code(), Some(0), "{name}: {}", out(&check));
    }
}

#[test]
fn what_is_compiled_is_printed_and_compiled_to_the_same() {
    let folder = Folder::new();
    let (first, second, text) = (folder.path("1.bsp"), folder.path("2.bsp"), folder.path("again.toml"));
    for name in READY {
        let output = run(&["compile", &ready(name, ".toml"), "-o", &first]);
        let shown = out(&output).to_owned();
        assert!(shown.starts_with(&format!("{name} version 1\nsha256 ")), "{shown}");
        fs::write(&text, run(&["print", &first]).stdout).unwrap();
        assert_eq!(out(&run(&["compile", &text, "-o", &second])), shown);
        assert_eq!(fs::read(&first).unwrap(), fs::read(&second).unwrap());
        let cases = run(&["test", &first, &ready(name, ".cases.toml")]);
        assert_eq!(cases.status.code(), Some(0), "compiled, it says the same: {}", out(&cases));
    }
}

/// The key is that of RFC 8032, section 7.1, test 1; OpenSSL would verify the same bytes.
#[test]
fn the_owner_signs_what_he_has_compiled() {
    let folder = Folder::new();
    let pem = folder.file("owner.pem", OWNER);
    let (plain, signed) = (folder.path("plain.bsp"), folder.path("signed.bsp"));
    let text = ready("spot-maker", ".toml");
    run(&["compile", &text, "-o", &plain]);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;

        fs::set_permissions(&pem, fs::Permissions::from_mode(0o644)).unwrap();
        let output = run(&["compile", &text, "-o", &signed, "--sign-with", &pem]);
        assert!(err(&output).contains("KEY_FILE_EXPOSED (305)"), "{output:?}");
        fs::set_permissions(&pem, fs::Permissions::from_mode(0o600)).unwrap();
    }
    let output = run(&["compile", &text, "-o", &signed, "--sign-with", &pem, "--json"]);
    let json: Value = serde_json::from_str(out(&output)).unwrap();
    assert_eq!((&json["signed"], &json["name"]), (&true.into(), &"spot-maker".into()));
    let (plain, signed_bytes) = (fs::read(plain).unwrap(), fs::read(&signed).unwrap());
    assert_eq!(signed_bytes[..plain.len()], plain);
    let public = b"-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=\n-----END PUBLIC KEY-----\n";
    let owner = binsign::PublicKey::from_pem(public).unwrap();
    assert_eq!(binsign::policy::Policy::signed(&signed_bytes, &owner).unwrap().name(), "spot-maker");
    assert!(out(&run(&["print", &signed])).contains("name = \"spot-maker\""), "the signature is passed over");

    let seal = folder.file("seal.txt", "example-secret\n");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;

        fs::set_permissions(&seal, fs::Permissions::from_mode(0o600)).unwrap();
    }
    run(&["compile", &text, "-o", &signed, "--seal-with", &seal]);
    let key = binsign::HmacKey::new(b"example-secret").unwrap();
    assert!(binsign::policy::Policy::sealed(&fs::read(&signed).unwrap(), &key).is_ok());
}

#[test]
fn a_request_may_be_one_text_and_a_state_may_not_be_there_yet() {
    let folder = Folder::new();
    let text = folder.file("p.toml", &format!("{HEAD}[[allow]]\nname = 'r'\nroutes = ['spot:order']\n"));
    let order = "POST /api/v3/order symbol=BTCUSDT side=BUY type=MARKET quantity=1";
    let words: Vec<_> = order.split(' ').collect();
    let apart = run(&[&["explain", &text, "--now", NOW], words.as_slice()].concat());
    let state = folder.path("state");
    let whole = run(&["explain", &text, "--now", NOW, "--state", &state, order]);
    assert!(out(&whole).ends_with("\nallow\n") && !Path::new(&state).exists(), "{whole:?}");
    assert_eq!(out(&apart), out(&whole));
}

#[test]
fn a_mistake_is_told_with_file_line_and_column() {
    let folder = Folder::new();
    let text =
        folder.file("bad.toml", &format!("{HEAD}[[allow]]\nname = 'r'\nroutes = ['spot:trade']\nsymbol = ['X']\n"));
    let output = run(&["check", &text]);
    assert_eq!(output.status.code(), Some(1));
    let expected = format!(
        "binsign: POLICY_TEXT (352): {text}: line 16, column 1: an allow has no key `symbol`; write `symbols`\n"
    );
    assert_eq!(err(&output), expected);
    let cases = folder.file("cases.toml", "[[case]]\nname = 'c'\nrequest = 'PATCH /x'\nexpect = 'allow'\n");
    let output = run(&["test", &ready("spot-maker", ".toml"), &cases]);
    assert!(
        err(&output).contains("line 3, column 11: `request` is not understood: a request cannot begin with `PATCH`")
    );
    for (expect, what) in
        [("'allowed'", "write `allow`"), ("'allow'\nrule = 'r'", "no rule"), ("'NOT_ALOWED'", "`NOT_ALLOWED`")]
    {
        let cases = folder.file("cases.toml", &format!("[[case]]\nname = 'c'\nrequest = 'wss'\nexpect = {expect}\n"));
        let output = run(&["test", &ready("spot-maker", ".toml"), &cases]);
        assert!(err(&output).contains(what) && output.status.code() == Some(1), "{output:?}");
    }
    assert!(err(&run(&["check", "/does/not/exist"])).contains("/does/not/exist"));
    let damaged = folder.file("damaged.bsp", "BSP1");
    assert!(err(&run(&["print", &damaged])).contains("POLICY_MALFORMED (351)"));
}

#[test]
fn findings_are_named() {
    let allow = |more: &str| format!("[[allow]]\nname = 'r'\nroutes = ['spot:trade']\n{more}\n");
    let trade = allow("");
    let cases: &[(&str, String, &str, i32)] = &[
        ("", trade.clone(), "", 0),
        ("", String::new(), "NO_ALLOW", 1),
        ("stop = true\n", trade.clone(), "STOPPED", 1),
        ("valid_from = 2027-01-02\n", trade.clone(), "NEVER_VALID", 1),
        ("trust.parameters = 'allow'\n", trade.clone(), "UNKNOWN_PARAMETERS", 0),
        ("trust.unknown = 'allow'\n", trade.clone(), "UNKNOWN_ROUTES", 0),
        ("", trade.replace("spot:trade", "spot:withdraw"), "NO_ROUTES", 1),
        ("", allow("coins = ['BTC']"), "CONDITION_IDLE", 1),
        ("", allow("price = { min = '2', max = '1' }"), "NEVER_HOLDS", 1),
        ("", allow("symbols = ['btcusdt']"), "NEVER_HOLDS", 1),
        ("", trade.clone() + "[[forbid]]\nname = 'f'\nroutes = ['any:trade']\n", "SHADOWED", 1),
        ("", allow("symbols = ['X']") + "[[allow]]\nname = 'all'\nroutes = ['spot:any']\n", "UNBOUNDED_BESIDE", 1),
        ("", trade.clone() + "[[allow]]\nname = 'w'\nroutes = ['wallet:withdraw']\n", "TRADES_AND_WITHDRAWS", 1),
        ("", trade.replace("spot:trade", "futures:trade"), "PERMISSION_UNDECLARED", 1),
        ("", trade.replace("spot:trade", "spot:read"), "PERMISSION_UNNEEDED", 1),
        ("", trade.clone() + "[[limit]]\nname = 'm'\ncount = 'amount'\nmax = '1'\nper = '1d'\n", "LIMIT_IDLE", 0),
    ];
    let folder = Folder::new();
    for (head, rules, kind, status) in cases {
        let text = folder.file("p.toml", &format!("{head}{HEAD}{rules}"));
        let output = run(&["check", &text, "--now", NOW, "--json"]);
        let json: Value = serde_json::from_str(out(&output)).unwrap_or_else(|_| panic!("{rules}: {}", err(&output)));
        let kinds: Vec<_> =
            json["findings"].as_array().unwrap().iter().map(|one| one["kind"].as_str().unwrap()).collect();
        let expected = kind.is_empty() || kinds.contains(kind);
        assert!(expected, "{head}{rules}: {kinds:?} has no {kind}");
        assert!(!kind.is_empty() || kinds == ["PERMISSION_UNNEEDED"], "nothing but enableReading: {kinds:?}");
        // What is idle beside other things that are may weigh more.
        assert!(output.status.code() == Some(*status) || kinds.len() > 1, "{rules}: {kinds:?} {:?}", output.status);
    }
    let text = folder.file("p.toml", &format!("{HEAD}{trade}"));
    assert!(out(&run(&["check", &text, "--now", "1798761600000"])).contains("high    EXPIRED"), "2027-01-01");
    assert!(out(&run(&["check", &text, "--now", "1798761599999"])).contains("low     ENDS_SOON"));
}

#[test]
fn the_page_has_every_finding() {
    let page = fs::read_to_string(docs().join("policy-tutorial.md")).unwrap();
    let (_, table) = page.split_once("## What check finds").unwrap();
    let rows = table.lines().filter_map(|line| line.strip_prefix("| `")?.split_once('`'));
    let kinds: Vec<_> = rows.map(|(kind, _)| kind).collect();
    assert_eq!(kinds, binsign_host::policy::PolicyFinding::KINDS);
}

#[test]
fn the_reasoning_is_told_step_by_step() {
    let policy = ready("hardware-signer", ".toml");
    let order = ["symbol=BTCUSDT", "side=BUY", "type=LIMIT", "timeInForce=GTC", "quantity=0.002"];
    let ask = |route: &[&str], more: &[&str]| {
        let arguments = [&["explain", &policy, "--now", NOW], route, &order, more].concat();
        run(&arguments)
    };
    let output = ask(&["POST", "/fapi/v1/order"], &["price=60000"]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    for line in [
        "  time: passed",
        "  rule `small orders`: notional: true",
        "  the signature would open POST /dapi/v1/order, too",
    ] {
        assert!(out(&output).lines().any(|one| one == line), "{line}: {}", out(&output));
    }
    assert!(out(&output).ends_with("\nallow\n"));

    let output = ask(&["POST", "/fapi/v1/order"], &["price=600000"]);
    assert_eq!(output.status.code(), Some(3));
    assert!(out(&output).contains("  rule `small orders`: price: false\n"), "{}", out(&output));
    assert!(out(&output).contains("deny ARGUMENT_TOO_LARGE (455): "));
    assert!(out(&output).ends_with("  clause D 9\n  rule small orders\n  parameter price\n"), "{}", out(&output));

    let output = ask(&["POST", "/fapi/v1/order"], &["price=600000", "--json"]);
    let json: Value = serde_json::from_str(out(&output)).unwrap();
    assert_eq!(
        (&json["verdict"], &json["code"], &json["param"]),
        (&"deny".into(), &"ARGUMENT_TOO_LARGE".into(), &"price".into())
    );
    assert!(json["steps"].as_array().unwrap().len() > 8);

    assert_eq!(ask(&["POST", "/fapi/v1/order"], &["symbol=X"]).status.code(), Some(1), "no denial, but an error");
    assert!(out(&ask(&["POST", "/fapi/v1/order"], &["price=60000", "--app", "x"])).contains("APP_OTHER"));
    assert!(out(&ask(&["POST", "/fapi/v1/order"], &["price=60000", "--key-type", "hmac"])).contains("KEY_TYPE_BELOW"));
    let folder = Folder::new();
    let info = folder.file("info.json", r#"{"ipRestrict":true,"enableReading":true}"#);
    let output = ask(&["POST", "/fapi/v1/order"], &["price=60000", "--key-info", &info]);
    assert!(out(&output).contains("PERMISSION_NOT_GRANTED"), "{output:?}");
}

#[test]
fn a_case_that_is_not_as_stated_is_shown_with_the_difference() {
    let folder = Folder::new();
    let cases = folder.file(
        "cases.toml",
        "now = 2026-07-01\n\
         [[case]]\nname = 'good'\nrequest = ['GET', '/api/v3/time']\nexpect = 'allow'\n\
         [[case]]\nname = 'bad'\nrequest = 'GET /api/v3/tim'\nexpect = 'NOT_ALLOWED'\nrule = 'default'\nclause = 'F 13'\n",
    );
    let output = run(&["test", &ready("spot-maker", ".toml"), &cases]);
    assert_eq!(output.status.code(), Some(1));
    let lines: Vec<_> = out(&output).lines().collect();
    assert_eq!(
        lines[..4],
        [
            "ok    good",
            "FAIL  bad",
            "      verdict: expected NOT_ALLOWED, got ROUTE_UNKNOWN",
            "      rule: expected default, got documented-routes"
        ]
    );
    assert_eq!(lines.last(), Some(&"2 cases, 1 not as stated"));
}

/// What a signature opens is taken from the exchange's documents (the catalogue), not from the command.
#[test]
fn lint_tells_what_signatures_open() {
    let folder = Folder::new();
    let text = folder.file("p.toml", &format!("{HEAD}[[allow]]\nname = 'r'\nroutes = ['GET /api/v3/openOrders']\n"));
    let json = |arguments: &[&str]| -> Value {
        serde_json::from_str(out(&run(&[&["lint", &text, "--json"], arguments].concat()))).unwrap()
    };
    // A bare signature: `DELETE /sapi/v1/portfolio/margin-call-level` takes no parameter at all.
    let opens = |json: &Value| {
        json["routes"][0]["opens"].as_array().unwrap().iter().map(|one| one["route"].clone()).collect::<Vec<_>>()
    };
    assert!(opens(&json(&[])).contains(&"DELETE /sapi/v1/portfolio/margin-call-level".into()));
    assert!(opens(&json(&["--permissions", "enableReading"])).is_empty(), "a key that reads changes nothing");
    let line = run(&["lint", &text]);
    assert!(out(&line).starts_with("GET /api/v3/openOrders: opens "), "{}", out(&line));
}

/// Signing under a policy. Key and API key are published examples: RFC 8032, section 7.1, test 1, and Binance's documents.
struct Desk {
    folder: Folder,
    policy: String,
}

impl Desk {
    fn new(more: &str) -> Self {
        let folder = Folder::new();
        let text = format!(
            "policy = 'binsign 1'\nname = 'desk'\nversion = 1\npurpose = 'tests'\napp = 'desk'\n\
             permissions = ['enableReading', 'enableSpotAndMarginTrading']\n{more}\
             [[allow]]\nname = 'small'\nroutes = ['spot:trade']\nsymbols = ['BTCUSDT']\nnotional = {{ max = '100' }}\n"
        );
        let policy = folder.file("desk.toml", &text);
        Self { folder, policy }
    }

    fn sign(&self, price: &str, arguments: &[&str]) -> Output {
        let price = format!("price={price}");
        let order = ["symbol=BTCUSDT", "side=BUY", "type=LIMIT", "timeInForce=GTC", "quantity=1", &price];
        Command::new(env!("CARGO_BIN_EXE_binsign"))
            .args(["sign", "POST", "/api/v3/order", "--policy", &self.policy])
            .args(order)
            .args(arguments)
            .env("BINSIGN_API_KEY", "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A")
            .env("BINSIGN_PRIVATE_KEY", OWNER)
            .output()
            .unwrap()
    }
}

const OWNER: &str = "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g\n-----END PRIVATE KEY-----\n";
const ORDERS: &str = "[[limit]]\nname = 'two an hour'\ncount = 'orders'\nmax = '2'\nper = '1h'\n";

#[test]
fn under_a_policy_only_what_it_allows_is_signed() {
    let desk = Desk::new("");
    let output = desk.sign("100", &["--app", "desk"]);
    assert!(output.status.success() && out(&output).contains("signature="), "{output:?}");

    let output = desk.sign("100.01", &["--app", "desk"]);
    assert_eq!((output.status.code(), out(&output)), (Some(3), ""));
    let text = err(&output);
    assert!(
        text.starts_with("binsign: denied, ARGUMENT_TOO_LARGE (455): ") && text.contains("give at most 100;"),
        "{text}"
    );
    assert!(text.ends_with("clause D 9 of the API Service Terms, rule small, parameter price\n"), "{text}");

    let output = desk.sign("100.01", &["--app", "desk", "--json"]);
    let json: Value = serde_json::from_str(out(&output)).unwrap();
    assert_eq!(
        (&json["verdict"], &json["code"], &json["rule"]),
        (&"deny".into(), &"ARGUMENT_TOO_LARGE".into(), &"small".into())
    );
    assert!(json.get("signature").is_none() && output.status.code() == Some(3));

    assert!(err(&desk.sign("1", &[])).contains("APP_OTHER (425)"), "the application has to say who it is");
    let info = desk.folder.file("info.json", r#"{"ipRestrict":true,"enableReading":true}"#);
    assert!(err(&desk.sign("1", &["--app", "desk", "--key-info", &info])).contains("PERMISSION_NOT_GRANTED (434)"));
    assert_eq!(
        desk.sign("1", &["--sign-with", "true", "--app", "x"]).status.code(),
        Some(3),
        "denied before the key is asked"
    );
}

#[test]
fn what_is_counted_is_kept_from_one_command_to_the_next() {
    let desk = Desk::new(ORDERS);
    let state = desk.folder.path("state");
    let sign = |more: &[&str]| desk.sign("1", &[&["--app", "desk"], more].concat());
    let output = sign(&[]);
    assert!(err(&output).contains("STATE_NEEDED (481)") && output.status.code() == Some(3), "{output:?}");
    let sequence = |output: &Output| -> u64 {
        let json: Value = serde_json::from_str(out(output)).unwrap_or_else(|_| panic!("{output:?}"));
        json["state_sequence"].as_u64().unwrap()
    };
    let first = sequence(&sign(&["--state", &state, "--json"]));
    let old = fs::read(&state).unwrap();
    assert!(desk.sign("101", &["--app", "desk", "--state", &state]).status.code() == Some(3));
    assert_eq!(fs::read(&state).unwrap(), old, "a denial changes nothing");
    let second = sequence(&sign(&["--state", &state, "--json"]));
    assert!(second > first);
    let output = sign(&["--state", &state]);
    assert!(err(&output).contains("LIMIT_SPENT (480)") && err(&output).contains("rule two an hour"), "{output:?}");

    // The old copy would grant one order more.
    fs::write(&state, old).unwrap();
    let at_least = second.to_string();
    let output = sign(&["--state", &state, "--state-at-least", &at_least]);
    assert!(err(&output).contains("STATE_ROLLED_BACK (362)") && out(&output).is_empty(), "{output:?}");
    fs::remove_file(&state).unwrap();
    assert!(err(&sign(&["--state", &state, "--state-at-least", &at_least])).contains("STATE_ROLLED_BACK"));
    fs::write(&state, "x").unwrap();
    assert!(err(&sign(&["--state", &state])).contains("STATE_MALFORMED (361)"));
}

/// Ten commands at once, and two of them sign: the state is one command's at a time.
#[test]
fn commands_at_the_same_time_do_not_count_past_each_other() {
    let desk = Desk::new(ORDERS);
    let state = desk.folder.path("state");
    let signed = std::thread::scope(|scope| {
        let commands: Vec<_> = (0..10)
            .map(|_| scope.spawn(|| desk.sign("1", &["--app", "desk", "--state", &state]).status.success()))
            .collect();
        commands.into_iter().filter_map(|command| command.join().ok()).filter(|signed| *signed).count()
    });
    assert_eq!(signed, 2);
    assert!(!Path::new(&format!("{state}.lock")).exists());
}

#[test]
fn a_policy_that_its_owner_has_not_signed_is_refused() {
    let mut desk = Desk::new("");
    let private = desk.folder.file("owner.pem", OWNER);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;

        fs::set_permissions(&private, fs::Permissions::from_mode(0o600)).unwrap();
    }
    let public = desk.folder.file(
        "owner.pub",
        "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=\n-----END PUBLIC KEY-----\n",
    );
    let signed = desk.folder.path("desk.bsp");
    run(&["compile", &desk.policy, "-o", &signed, "--sign-with", &private]);
    let arguments = ["--app", "desk", "--policy-owner", &public];
    assert!(err(&desk.sign("1", &arguments)).contains("POLICY_SIGNATURE (353)"), "the text is nobody's");
    desk.policy.clone_from(&signed);
    assert!(desk.sign("1", &arguments).status.success());
    let mut bytes = fs::read(&signed).unwrap();
    bytes[100] ^= 1;
    fs::write(&signed, bytes).unwrap();
    assert!(err(&desk.sign("1", &arguments)).contains("POLICY_SIGNATURE (353)"));
}
