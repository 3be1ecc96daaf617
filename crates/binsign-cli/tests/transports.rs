//! The commands for what is no REST, and a key that is elsewhere, as a user meets them.

use std::process::{Command, Output, Stdio};

/// The exchange's documented HMAC key, and the key of its FIX example.
const API_KEY: &str = "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A";
const SECRET: &str = "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j";
const FIX_API_KEY: &str = "sBRXrJx2DsOraMXOaUovEhgVRcjOvCtQwnWj8VxkOh1xqboS02SPGfKi2h8spZJb";
const FIX_PEM: &str = "-----BEGIN PRIVATE KEY-----\n\
    MC4CAQAwBQYDK2VwBCIEIIJEYWtGBrhACmb9Dvy+qa8WEf0lQOl1s4CLIAB9m89u\n-----END PRIVATE KEY-----\n";
const FIX_SIGNATURE: &str = "4MHXelVVcpkdwuLbl6n73HQUXUf1dse2PCgT1DYqW9w8AVZ1RACFGM+5UdlGPrQHrgtS3CvsRURC1oj73j8gCA==";

fn binsign(variables: &[(&str, &str)], arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_binsign"));
    for name in ["BINSIGN_API_KEY", "BINSIGN_SECRET", "BINSIGN_PRIVATE_KEY", "BINSIGN_PASSPHRASE"] {
        command.env_remove(name);
    }
    command.args(arguments).envs(variables.iter().copied()).stdin(Stdio::null()).output().unwrap()
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

fn ok(output: &Output) -> &str {
    assert!(output.status.success(), "{}", text(&output.stderr));
    text(&output.stdout)
}

const HMAC: [(&str, &str); 2] = [("BINSIGN_API_KEY", API_KEY), ("BINSIGN_SECRET", SECRET)];
const ED25519: [(&str, &str); 2] = [("BINSIGN_API_KEY", FIX_API_KEY), ("BINSIGN_PRIVATE_KEY", FIX_PEM)];

#[test]
fn the_documented_websocket_order_is_signed_as_documented() {
    let arguments = [
        "sign-ws",
        "order.place",
        "symbol=BTCUSDT",
        "side=SELL",
        "type=LIMIT",
        "timeInForce=GTC",
        "quantity=0.01000000",
        "price=52000.00",
        "--recv-window",
        "100",
        "--timestamp",
        "1645423376532",
        "--id",
        "a1",
    ];
    let output = binsign(&HMAC, &arguments);
    let message: serde_json::Value = serde_json::from_str(ok(&output)).unwrap();
    assert_eq!((&message["id"], &message["method"]), (&"a1".into(), &"order.place".into()));
    assert_eq!(message["params"]["signature"], "aa1b5712c094bc4e57c05a1a5c1fd8d88dcd628338ea863fec7b88e59fe2db24");
    assert_eq!(message["params"]["timestamp"], 1_645_423_376_532_u64);
    assert_eq!(message["params"]["quantity"], "0.01000000");
}

#[test]
fn a_session_needs_no_key_and_literals_stay_numbers() {
    let output = binsign(&[], &["sign-ws", "order.status", "symbol=BTCUSDT", "orderId:=12569099453", "--in-session"]);
    let message: serde_json::Value = serde_json::from_str(ok(&output)).unwrap();
    assert_eq!(message["params"]["orderId"], 12_569_099_453_u64);
    assert!(message["params"]["timestamp"].is_u64());
    assert_eq!((message["params"].get("apiKey"), message["params"].get("signature")), (None, None));
    assert_eq!(ok(&binsign(&[], &["sign-ws", "ping"])), "{\"id\":\"1\",\"method\":\"ping\"}\n");
    let refused = binsign(&[], &["sign-ws", "order.status", "symbol=BTCUSDT"]);
    assert!(!refused.status.success() && text(&refused.stderr).contains("KEY_MISSING"), "{refused:?}");
}

#[test]
fn the_documented_logon_comes_out_byte_for_byte() {
    let arguments = ["sign-fix", "EXAMPLE", "--sending-time", "20240627-11:17:25.223"];
    let output = binsign(&ED25519, &arguments);
    let message = ok(&output).replace('\x01', "|");
    // The exchange's complete example: body length 247, checksum 227.
    let expected = format!(
        "8=FIX.4.4|9=247|35=A|34=1|49=EXAMPLE|52=20240627-11:17:25.223|56=SPOT|95=88|96={FIX_SIGNATURE}|98=0|108=30\
         |141=Y|553={FIX_API_KEY}|25035=2|10=227|"
    );
    assert_eq!(message, expected);
    let refused = binsign(&HMAC, &arguments);
    assert!(!refused.status.success() && text(&refused.stderr).contains("KEY_TYPE_UNSUITED"), "{refused:?}");
}

#[test]
fn a_stream_is_opened_with_sorted_parameters() {
    let arguments =
        ["sign-stream", "topic=a|b", "random=xyz", "--recv-window", "30000", "--timestamp", "1753244327210"];
    let output = binsign(&HMAC, &arguments);
    let expected = "GET /sapi/wss?random=xyz&recvWindow=30000&timestamp=1753244327210&topic=a%7Cb&signature=";
    assert!(ok(&output).starts_with(expected), "{output:?}");
    assert!(ok(&output).contains(&format!("\nX-MBX-APIKEY: {API_KEY}\n")));
}

/// The key never comes near binsign: OpenSSL signs.
#[test]
fn a_key_elsewhere_signs_by_a_command() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("key.pem");
    std::fs::write(&path, FIX_PEM).unwrap();
    let with = format!("cat > '{0}.in'; openssl pkeyutl -sign -rawin -inkey '{0}' -in '{0}.in'", path.display());
    let key = [("BINSIGN_API_KEY", FIX_API_KEY)];
    let logon = ["sign-fix", "EXAMPLE", "--sending-time", "20240627-11:17:25.223", "--sign-with", &with];
    assert!(ok(&binsign(&key, &logon)).contains(FIX_SIGNATURE));
    let order = ["sign", "GET", "/api/v3/account", "--timestamp", "1578963600000"];
    let elsewhere = binsign(&key, &[&order[..], &["--sign-with", &with]].concat());
    assert_eq!(ok(&elsewhere), ok(&binsign(&ED25519, &order)));
    for (command, code) in [("exit 3", "SIGNING_FAULT"), ("echo", "SIGNATURE_MALFORMED")] {
        let refused = binsign(&key, &[&order[..], &["--sign-with", command]].concat());
        assert!(!refused.status.success() && text(&refused.stderr).contains(code), "{refused:?}");
    }
}
