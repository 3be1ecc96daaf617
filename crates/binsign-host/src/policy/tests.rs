//! The compiled form byte by byte, each key both ways, and where errors are.

mod drawn;

use std::fmt::Write as _;

use binsign::Code;
use binsign::policy::Policy;

use super::{compile, print};

/// The smallest head; what a test adds comes behind it.
const HEAD: &str =
    "policy = \"binsign 1\"\nname = \"n\"\nversion = 1\npurpose = \"p\"\npermissions = [\"enableReading\"]\n";

/// A rule that takes what is said behind it.
const RULE: &str = "[[allow]]\nname = \"r\"\nroutes = [\"spot:order\"]\n";

#[allow(clippy::too_many_lines, reason = "a whole policy, and its bytes")]
/// Written by hand from section 11 of docs/policy.md, before there was a compiler.
#[test]
fn the_compiled_form_is_that_of_the_specification() {
    let text = r#"
        policy = "binsign 1"
        name = "maker"
        version = 3
        purpose = "quotes"
        app = "bot"
        author = "a"
        reason = "r"
        terms = "2025-01-22"
        valid_from = 2025-01-01
        valid_until = 2027-06-30T02:00:00+02:00
        permissions = ["enableReading", "canTrade"]
        caller = "untrusted"

        [key]
        type = "asymmetric"
        created = 1698645219000
        info_max_age = "1d"
        ip_restricted = true

        [time]
        tolerance = "2s"
        recv_window_max = "5s"
        timestamps = "not-falling"
        hours = ["mon-tue 09:00-17:30", "sun 00:00-24:00"]

        [trust]
        low = "read"
        unknown = "deny"
        parameters = "allow"

        [exchange]
        weight_cap = 1000
        signature_faults = 5

        [[forbid]]
        name = "out"
        routes = ["any:withdraw", "POST /api/v3/order", "ws spot order.place", "wss", "fix logon"]
        clause = "F 14"

        [[allow]]
        name = "q"
        routes = ["spot:trade", "futures:reading"]
        symbols = ["BTC*"]
        reduce_only = true
        close_position = false
        notional = { max = "500.50" }
        price = { min = "0.10", max = "2" }
        to = [{ coin = "BTC", address = "x" }, { coin = "XRP", network = "XRP", address = "y", tag = "7" }]
        where = { side = ["BUY"], icebergQty = { min = "1" } }
        approval = "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="

        [[limit]]
        name = "o"
        count = "notional"
        max = "50000"
        per = "1m"
        routes = ["spot:order"]
        symbols = ["BTCUSDT"]

        [[limit]]
        name = "c"
        count = "cancels-per-order"
        max = "10"
        per = "1d"
        from = 100
        clause = "F 13"
    "#;
    let expected = "
        42535031 ae01
        # untrusted 1, not falling 4, parameters 10, ip_restricted 20, asymmetric 40, low read 400, unknown deny 2000, age 4000
        7564 03000000 0300 02 02
        007c291f94010000 0084846da6010000 b816257f8b010000
        d0070000 88130000 005c260500000000 e8030000 05 03 0000
        05 6d616b6572  06 71756f746573  03 626f74  01 61  01 72  0a 323032352d30312d3232
        1c02 1a04  bc07 ba09  c021 6027
        # the forbid
        3f00 01 03 6f7574 04 46203134 05
        01 ffffffff 0010
        02 00 01 00 0d 2f6170692f76332f6f72646572
        02 01 ff 00 0b 6f726465722e706c616365
        02 02 ff 01 00
        02 03 ff 00 00
        00
        # the allow: groups spot is 22, futures-cm 9, futures-um 10; actions order, amend, cancel 5 to 7; public, read, stream 0 to 2
        ab00 00 01 71 03 442039 02
        01 00004000 e000
        01 00060000 0700
        08
        01 0600 01 04 4254432a
        05 0100 01
        06 0100 00
        08 1300 03 0100000000000000 01 0200000000000000 00
        09 0a00 02 8d13000000000000 01
        0e 1500 02 03 425443 ff 01 78 ff 03 585250 03 585250 01 79 01 37
        0f 2200 02 04 73696465 00 01 03 425559 0a 6963656265726751 7479 01 01 0100000000000000 00
        10 2000 d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a
        # the limits
        2f00 01 6f 03 442039 04 01 01 00004000 2000 01 07 42544355534454 00
        50c3000000000000 00 60ea000000000000 00000000 08
        2100 01 63 04 46203133 06 00 00 00 0a00000000000000 00 005c260500000000 64000000 00
    ";
    let image = compile(text).unwrap();
    let bytes: String = expected.lines().filter(|line| !line.trim().starts_with('#')).collect();
    let bytes: Vec<char> = bytes.chars().filter(|one| !one.is_whitespace()).collect();
    let mut hex = String::new();
    for byte in &image {
        write!(hex, "{byte:02x}").unwrap();
    }
    assert_eq!(hex, bytes.iter().collect::<String>());
    assert_eq!(compile(&print(&image).unwrap()).unwrap(), image);
    assert!(Policy::new(&image).is_ok());
}

/// What the core reads of a head with one key more than the smallest.
fn read(more: &str) -> Policy<'static> {
    let image = compile(&format!("{HEAD}{more}")).unwrap_or_else(|error| panic!("{more}: {error}"));
    let text = print(&image).unwrap_or_else(|error| panic!("{more}: {error}"));
    assert_eq!(compile(&text).as_ref(), Ok(&image), "{text}");
    Policy::new(image.leak()).unwrap()
}

#[test]
fn each_key_of_the_head_reaches_the_core() {
    use binsign::catalogue::Trust;
    use binsign::policy::{Entries, Timestamps, WantedKey};

    assert_eq!(read("app = \"bot\"").app(), "bot");
    assert_eq!(read("author = \"\\\"A\\\\\"").author(), "\"A\\");
    assert_eq!(read("reason = 'ü'").reason(), "ü");
    assert_eq!(read("terms = '2025-01-22'").terms(), "2025-01-22");
    assert_eq!(read("valid_from = 1970-01-02").valid_from(), Some(86_400_000));
    assert_eq!(read("valid_until = 1970-01-01T00:00:00.5Z").valid_until(), Some(500));
    assert!(read("caller = 'untrusted'").is_untrusted() && !read("caller = 'trusted'").is_untrusted());
    assert!(read("stop = true").is_stop() && !read("stop = false").is_stop());
    assert_eq!(read("[key]\ntype = 'any'").key_type(), WantedKey::Any);
    assert_eq!(read("[key]\ntype = 'asymmetric'").key_type(), WantedKey::Asymmetric);
    assert_eq!(read("[key]\ntype = 'Ed25519'").key_type(), WantedKey::Ed25519);
    assert_eq!(read("key.created = 1698645219000").key_created(), Some(1_698_645_219_000));
    assert_eq!(read("key.info_max_age = '90m'").info_max_age_ms(), Some(5_400_000));
    assert_eq!(read("key.info_max_age = '0s'").info_max_age_ms(), Some(0));
    assert!(read("key.ip_restricted = true").wants_ip_restricted());
    assert_eq!(read("time.tolerance = '1ms'").tolerance_ms(), 1);
    assert_eq!(read("time.recv_window_max = '1m'").recv_window_max_ms(), 60_000);
    assert_eq!(read("time.timestamps = 'any'").timestamps(), Timestamps::Any);
    let hours = "time.hours = ['mon-sun 00:00-01:00', 'sat-sun 01:00-24:00', 'mon 01:00-02:00']";
    assert_eq!(read(hours).hours().count(), 10);
    for (word, entries) in [("allow", Entries::Allow), ("read", Entries::Read), ("deny", Entries::Deny)] {
        for level in [Trust::Inferred, Trust::Low, Trust::Unknown] {
            let text = format!("trust.{} = '{word}'", level.as_str());
            assert_eq!(read(&text).entries(level), entries, "{text}");
        }
    }
    assert!(read("trust.parameters = 'allow'").takes_unknown_parameters());
    assert_eq!(read("exchange.weight_cap = 0xff").weight_cap(), Some(255));
    assert_eq!(read("exchange.signature_faults = 255").signature_faults(), 255);

    // What stands where nothing is said: the third column of section 2.
    let policy = read("");
    assert_eq!((policy.valid_from(), policy.valid_until(), policy.key_created()), (None, None, None));
    assert_eq!((policy.tolerance_ms(), policy.recv_window_max_ms(), policy.signature_faults()), (5000, 60_000, 3));
    assert_eq!((policy.key_type(), policy.timestamps()), (WantedKey::Any, Timestamps::Rising));
    assert_eq!((policy.info_max_age_ms(), policy.weight_cap(), policy.app()), (None, None, ""));
    let entries = [Trust::Inferred, Trust::Low, Trust::Unknown].map(|level| policy.entries(level));
    assert_eq!(entries, [Entries::Allow, Entries::Allow, Entries::Read]);
    assert!(!policy.is_untrusted() && !policy.is_stop() && !policy.wants_ip_restricted());
    assert!(!policy.takes_unknown_parameters());
}

#[test]
fn each_condition_and_selector_comes_back_as_it_was_written() {
    for line in [
        r#"symbols = ["BTCUSDT", "ETH*", "?"]"#,
        r#"sides = ["BUY"]"#,
        r#"types = ["LIMIT"]"#,
        r#"time_in_force = ["GTC"]"#,
        "reduce_only = true",
        "close_position = true",
        r#"quantity = { min = "0.000000000000000001" }"#,
        r#"price = { max = "999999999999999999" }"#,
        r#"notional = { min = "1", max = "500.5" }"#,
        r#"stp = ["EXPIRE_MAKER"]"#,
        r#"client_order_id = ["maker-*"]"#,
        r#"coins = ["BTC"]"#,
        r#"amount = { max = "0" }"#,
        r#"where = { "isIsolated" = ["TRUE"], "a" = { max = "1" } }"#,
        r#"approval = "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=""#,
        r#"clause = "F 15 i""#,
    ] {
        let image = compile(&format!("{HEAD}{RULE}{line}")).unwrap_or_else(|error| panic!("{line}: {error}"));
        let text = print(&image).unwrap();
        assert!(text.lines().any(|printed| printed == line), "{line} became {text}");
    }
    for selector in [
        "any:any",
        "spot:any",
        "any:reading",
        "futures:trade",
        "sapi:transfer",
        "sub-account:keys",
        "GET /api/v3/account",
        "DELETE /fapi/v1/order",
        "ws futures-um order.place",
        "ws spot session.logon",
        "wss",
        "fix logon",
    ] {
        let image = compile(&format!("{HEAD}[[forbid]]\nname = 'r'\nroutes = ['{selector}']")).unwrap();
        assert!(print(&image).unwrap().contains(&format!("routes = [\"{selector}\"]")), "{selector}");
    }
}

/// Rules of both kinds stand in the order of the text, and so do names under `where`.
#[test]
fn the_order_of_the_text_is_kept() {
    let rule = |kind: &str, name: &str| format!("[[{kind}]]\nname = '{name}'\nroutes = ['reading']\n");
    let text = format!("{HEAD}{}{}{}", rule("allow", "z"), rule("forbid", "m"), rule("allow", "a"));
    let image = compile(&text).unwrap();
    let names =
        |image: &[u8]| Policy::new(image).unwrap().rules().map(|rule| rule.name().to_owned()).collect::<Vec<_>>();
    assert_eq!(names(&image), ["z", "m", "a"]);
    assert_eq!(compile(&print(&image).unwrap()).unwrap(), image);
}

#[test]
fn errors_say_where_and_what_to_do() {
    let rule = |line: &str| format!("{HEAD}{RULE}{line}");
    let limit = |line: &str| format!("{HEAD}[[limit]]\nname = 'l'\ncount = 'orders'\nper = '1m'\n{line}");
    let head = |line: &str| format!("{HEAD}{line}");
    let cases: &[(String, (usize, usize), &str)] = &[
        (String::new(), (1, 1), "needs `policy`"),
        ("policy = 'binsign 2'".into(), (1, 10), "write `binsign 1`"),
        ("policy = ".into(), (1, 10), "no TOML"),
        (head("name = 'again'"), (6, 1), "duplicate key"),
        (head("ünder = 1"), (6, 1), "no TOML"),
        (head("\"ü\" = 1"), (6, 1), "no key `ü`"),
        (head("caler = 'trusted'"), (6, 1), "write `caller`"),
        (head("app = ''"), (6, 7), "0 bytes"),
        (head(&format!("app = '{}'", "x".repeat(65))), (6, 7), "65 bytes"),
        (head("app = \"a\\tb\""), (6, 7), "control character"),
        (head("app = 7"), (6, 7), "a whole number"),
        (head("terms = 2025-01-22"), (6, 9), "in quotes"),
        (head("terms = '2025-02-30'"), (6, 9), "no date"),
        (head("valid_from = '2025-01-22'"), (6, 14), "without quotes"),
        (head("valid_from = 2025-01-22T00:00:00"), (6, 14), "an offset or `Z`"),
        (head("valid_from = 1970-01-01"), (6, 14), "after 1970"),
        (head("caller = 'nobody'"), (6, 10), "`trusted`, `untrusted`"),
        (head("stop = 'true'"), (6, 8), "true or false"),
        (head("key = 1"), (6, 7), "a table"),
        (head("key.typ = 'any'"), (6, 5), "write `type`"),
        (head("key.created = -1"), (6, 15), "out of its range"),
        (head("key.created = 0"), (6, 15), "out of its range"),
        (head("key.info_max_age = '1w'"), (6, 20), "no duration"),
        (head("key.info_max_age = 'd'"), (6, 20), "no duration"),
        (head("key.info_max_age = '999999999999999d'"), (6, 20), "out of its range"),
        (head("time.tolerance = '61s'"), (6, 18), "write 1ms to 1m"),
        (head("time.tolerance = 5"), (6, 18), "a duration in quotes"),
        (head("time.hours = []"), (6, 14), "empty list"),
        (head("time.hours = ['fri-mon 09:00-10:00']"), (6, 15), "mon-fri 09:00-17:00"),
        (head("time.hours = ['mon 10:00-10:00']"), (6, 15), "mon-fri 09:00-17:00"),
        (head("time.hours = ['mon 10:00-24:01']"), (6, 15), "mon-fri 09:00-17:00"),
        (head("time.hours = ['mon 9:00-10:00']"), (6, 15), "mon-fri 09:00-17:00"),
        (head("time.hours = ['mon 09:00-10:00', 'mon-tue 09:00-10:00']"), (6, 34), "twice"),
        (head("trust.documented = 'deny'"), (6, 7), "no key `documented`"),
        (head("exchange.weight_cap = 4294967296"), (6, 23), "out of its range"),
        (head("exchange.signature_faults = 256"), (6, 29), "write 1 to 255"),
        (head("allow = []"), (6, 9), "empty list"),
        (head("allow = 'all'"), (6, 9), "[[allow]]"),
        (head("[[allow]]\nname = 'r'"), (6, 1), "needs `routes`"),
        (head("[[forbid]]\nname = 'r'\nroutes = ['reading']\napproval = 'x'"), (9, 1), "no key `approval`"),
        (rule("name = 'r'"), (9, 1), "duplicate key"),
        (rule("[[allow]]\nname = 'r'\nroutes = ['reading']"), (10, 8), "is there already"),
        (rule("clause = 'F 15 iiii'"), (9, 10), "9 bytes"),
        (rule("symbols = 'BTCUSDT'"), (9, 11), "a list"),
        (rule("symbols = ['BTCUSDT',\n  'BTCUSDT']"), (10, 3), "twice"),
        (rule("reduce_only = false"), (9, 15), "can only be true"),
        (rule("price = {}"), (9, 9), "no bound"),
        (rule("price = { max = 0.5 }"), (9, 17), "a floating-point number"),
        (rule("price = { max = '1e3' }"), (9, 17), "no decimal"),
        (rule("price = { max = '1234567890123456789' }"), (9, 17), "no decimal"),
        (rule("price = { maximum = '1' }"), (9, 11), "no key `maximum`"),
        (rule("to = [{ coin = 'BTC' }]"), (9, 7), "needs `address`"),
        (rule("to = [{ coin = 'B', address = 'a' }, { coin = 'B', address = 'a' }]"), (9, 38), "twice"),
        (rule("where = {}"), (9, 9), "0 names"),
        (rule("where = { side = 'BUY' }"), (9, 18), "a table"),
        (rule("approval = '11qYAYKxCrfVS'"), (9, 12), "44 characters"),
        (limit("max = '1.5'"), (10, 7), "a whole number"),
        (limit("max = '4294967296'"), (10, 7), "at most 4294967295"),
        (limit("max = '1'\nfrom = 1"), (11, 8), "cancels-per-order"),
        (limit(""), (6, 1), "needs `max`"),
        (limit("max = '1'\nroutes = []"), (11, 10), "empty list"),
    ];
    for (text, place, what) in cases {
        let error = compile(text).expect_err(text);
        assert_eq!((error.line(), error.column()), *place, "{text}\n{error}");
        assert!(error.to_string().contains(what), "{text}\n{error}");
        assert_eq!(error.code(), Code::PolicyText);
    }
}

#[test]
fn selectors_that_select_nothing_are_named() {
    for (selector, what) in [
        ("spot", "WHO:WHAT"),
        ("spott:order", "write `spot`"),
        ("spot:orders", "write `order`"),
        ("POST /api/v3/orderr", "the catalogue does not have"),
        ("PUT /api/v3/order", "GET, POST, DELETE only"),
        ("PATCH /api/v3/order", "no method `PATCH`"),
        ("POST /api/v3/userDataStream", "retired"),
        ("ws spot order.plac", "write `order.place`"),
        ("ws options order.place", "no WebSocket API"),
        ("ws coins order.place", "no family `coins`"),
        ("fix order", "no route"),
    ] {
        let text = format!("{HEAD}[[allow]]\nname = 'r'\nroutes = ['reading', '{selector}']");
        let error = compile(&text).expect_err(selector);
        assert_eq!((error.line(), error.column()), (8, 22), "{selector}: {error}");
        assert!(error.to_string().contains(what), "{selector}: {error}");
    }
    let twice = format!("{HEAD}[[allow]]\nname = 'r'\nroutes = ['reading', 'any:reading']");
    assert!(compile(&twice).unwrap_err().to_string().contains("in other words"));
}

#[test]
fn what_is_too_much_is_refused() {
    let rules = |count: usize| {
        (0..count).fold(HEAD.to_owned(), |text, n| text + &format!("[[allow]]\nname = '{n}'\nroutes = ['reading']\n"))
    };
    assert!(compile(&rules(200)).is_ok());
    let error = compile(&rules(201)).unwrap_err();
    assert_eq!((error.line(), error.message()), (6 + 3 * 200, "there are over 200 rules; write fewer"));
    let limits = |count: usize| {
        let limit = |n| format!("[[limit]]\nname = '{n}'\ncount = 'orders'\nmax = '1'\nper = '1s'\n");
        (0..count).fold(HEAD.to_owned(), |text, n| text + &limit(n))
    };
    assert!(compile(&limits(8)).is_ok() && compile(&limits(9)).unwrap_err().to_string().contains("over 8 limits"));
    let symbols = |count: usize| {
        let list: Vec<_> = (0..count).map(|n| format!("'{n:064}'")).collect();
        format!("symbols = [{}]", list.join(","))
    };
    assert!(compile(&format!("{HEAD}{RULE}{}", symbols(255))).is_ok());
    assert!(compile(&format!("{HEAD}{RULE}{}", symbols(256))).unwrap_err().to_string().contains("256 entries"));
    let large =
        (0..4).fold(HEAD.to_owned(), |text, n| text + &RULE.replace("\"r\"", &format!("'{n}'")) + &symbols(255) + "\n");
    assert!(compile(&large).unwrap_err().to_string().contains("65535 bytes"));
}

/// s is the largest number up to 8 for which max x 10^s < 10^17.
#[test]
fn notional_is_counted_in_units_that_fit() {
    for (max, places) in [
        ("0", 8),
        ("999999999.99999999", 8),
        ("1000000000", 7),
        ("9999999999.99999999", 7),
        ("10000000000", 6),
        ("99999999999999999", 0),
        ("9999999999999999.9", 1),
    ] {
        let text = format!("{HEAD}[[limit]]\nname = 'l'\ncount = 'notional'\nmax = '{max}'\nper = '31d'");
        let image = compile(&text).unwrap();
        assert_eq!(Policy::new(&image).unwrap().limits().next().unwrap().places(), places, "{max}");
    }
    let text = format!("{HEAD}[[limit]]\nname = 'l'\ncount = 'amount'\nmax = '100000000000000000'\nper = '1s'");
    assert!(compile(&text).unwrap_err().to_string().contains("10^17"));
}

#[test]
fn what_is_no_image_is_not_printed() {
    assert_eq!(print(b"BSP1").unwrap_err().code(), Code::PolicyMalformed);
    let image = compile(HEAD).unwrap();
    assert!(print(&image[..image.len() - 1]).is_err());
}
