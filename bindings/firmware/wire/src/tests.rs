//! What the wire answers: the exchange's own examples, and lines that are none.

use binsign::MAX_REQUEST;

use super::{Sessions, answer, answer_too_long};

const API_KEY: &str = "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A";
const SECRET: &str = "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j";

fn hex(text: &str) -> String {
    text.bytes()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .map(|digit| char::from(b"0123456789abcdef"[usize::from(digit)]))
        .collect()
}

fn ask(line: &str) -> String {
    let mut result = Vec::new();
    answer(&mut line.as_bytes().to_vec(), &mut Sessions::new(), &mut vec![0; MAX_REQUEST], &mut |piece| {
        result.extend_from_slice(piece);
    });
    String::from_utf8(result).unwrap()
}

fn case(method: &str, path: &str, rest: &str) -> String {
    format!("m{} p{} a{} s{}{rest}", hex(method), hex(path), hex(API_KEY), hex(SECRET))
}

/// Binance's example of a request with query and body.
#[test]
fn the_documented_order_in_query_and_body() {
    let pair = |tag: char, name: &str, value: &str| format!(" {tag}{}={}", hex(name), hex(value));
    let query = pair('q', "symbol", "LTCBTC") + &pair('q', "side", "BUY") + &pair('q', "type", "LIMIT");
    let query = query + &pair('q', "timeInForce", "GTC");
    let body = pair('b', "quantity", "1") + &pair('b', "price", "0.1");
    let end = format!(" w{} t{}", hex("5000"), hex("1499827319559"));

    let query_text = "symbol=LTCBTC&side=BUY&type=LIMIT&timeInForce=GTC";
    let body_text = "quantity=1&price=0.1&recvWindow=5000&timestamp=1499827319559";
    let signature = "0fd168b8ddb4876a0358a8d14d0c9f3da0e9b20c5d52b2a00fcf7d1c602f9a77";
    let expected = [
        "allow".to_owned(),
        format!("t{}", hex(&format!("/api/v3/order?{query_text}"))),
        format!("q{}", hex(query_text)),
        format!("b{}", hex(&format!("{body_text}&signature={signature}"))),
        format!("P{}", hex(&format!("{query_text}{body_text}"))),
        format!("S{}", hex(signature)),
        format!("h{}={}", hex("X-MBX-APIKEY"), hex(API_KEY)),
        format!("h{}={}", hex("Content-Type"), hex("application/x-www-form-urlencoded")),
    ];
    assert_eq!(ask(&case("POST", "/api/v3/order", &(query + &body + &end))), expected.join(" "));
}

/// A test of Binance's Java connector (`Ed25519ApiTest`).
#[test]
fn a_private_key_in_the_place_of_the_secret() {
    let pem = "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEILpXm6EtDzSzPJWHTbP904h5R3bzb0QsLjTf1tAt2OlB\n\
               -----END PRIVATE KEY-----\n";
    let signature = "1KohSdsEYUHEO2qTbkkjbmFdufaUTF9dKat6oUwE2RHT+zThFX4i1MMeNC5nqH0Eya07jbRN9/Lq1HaTgjD2Aw==";
    let encoded = "1KohSdsEYUHEO2qTbkkjbmFdufaUTF9dKat6oUwE2RHT%2BzThFX4i1MMeNC5nqH0Eya07jbRN9%2FLq1HaTgjD2Aw%3D%3D";
    let query = format!("timestamp=1736393892000&signature={encoded}");
    let line = |tag: char| {
        let account = hex("/api/v3/account");
        format!("m{} p{account} a{} {tag}{} t{}", hex("GET"), hex("apiKey"), hex(pem), hex("1736393892000"))
    };
    let expected = [
        "allow".to_owned(),
        format!("t{}", hex(&format!("/api/v3/account?{query}"))),
        format!("q{}", hex(&query)),
        "b".to_owned(),
        format!("P{}", hex("timestamp=1736393892000")),
        format!("S{}", hex(signature)),
        format!("h{}={}", hex("X-MBX-APIKEY"), hex("apiKey")),
    ];
    assert_eq!(ask(&line('k')), expected.join(" "));
    assert!(ask(&line('s')).starts_with("error SECRET_IS_PRIVATE_KEY "));
    assert!(ask(&format!("{} k", line('s'))).starts_with("error CASE_NOT_UNDERSTOOD "));
}

#[test]
fn a_route_without_signature_has_none() {
    let target = format!("t{}", hex("/api/v3/time"));
    assert_eq!(ask(&case("GET", "/api/v3/time", "")), format!("allow {target} q b - -"));
}

#[test]
fn a_denial_has_its_clause_and_its_rule() {
    let result = ask(&case("PUT", "/api/v3/order", ""));
    let message = hex("the catalogue has this path with GET, POST, DELETE only; use one of these");
    let expected = format!("deny ROUTE_UNKNOWN c{} r{} p m{message}", hex("F 13"), hex("documented-routes"));
    assert_eq!(result, expected);
}

#[test]
fn lines_that_are_no_case_get_an_error() {
    let good = case("GET", "/api/v3/account", "");
    assert!(ask(&good).starts_with("allow "));
    for bad in [
        String::new(),
        " ".to_owned(),
        "\r".to_owned(),
        good.replacen('p', "x", 1),
        good.replacen(" p", " m", 1),
        good.to_uppercase(),
        format!("{good} "),
        format!("{good}0"),
        format!("{good}\u{e9}"),
        format!("{good} q61"),
        format!("{good} q61=6"),
        format!("{good} q61=62=63"),
        format!("{good} qg1=62"),
        format!("{good} b61=62 q63=64"),
        format!("{good} t31 w31"),
        format!("{good} t31 t31"),
        format!("{good} w3=1"),
        good.split_once(' ').unwrap().1.to_owned(),
        good.rsplit_once(' ').unwrap().0.to_owned(),
    ] {
        assert!(ask(&bad).starts_with("error CASE_NOT_UNDERSTOOD m"), "{bad:?}: {}", ask(&bad));
    }
}

#[test]
fn text_that_is_no_utf8_is_named_by_its_position() {
    let result = ask(&case("GET", "/api/v3/account", " q61=62 q63=ff"));
    assert_eq!(result, format!("error INVALID_UTF8 m{}", hex("parameter 2 is not valid UTF-8; encode it as UTF-8")));
    assert!(ask("mff p a s").starts_with("error API_KEY_MALFORMED "));
}

#[test]
fn a_line_over_the_limit_is_a_request_over_the_limit() {
    let mut result = Vec::new();
    answer_too_long(&mut |piece| result.extend_from_slice(piece));
    assert!(result.starts_with(b"error REQUEST_TOO_LONG m"));
}

/// Binance's example of a signed request of the WebSocket API; its parameters come in another order.
#[test]
fn the_documented_order_over_the_websocket_api() {
    let pairs = [
        ("symbol", "BTCUSDT"),
        ("side", "SELL"),
        ("type", "LIMIT"),
        ("timeInForce", "GTC"),
        ("quantity", "0.01000000"),
        ("price", "52000.00"),
    ];
    let pairs = pairs.map(|(name, text)| format!(" q{}={}", hex(name), hex(text))).concat();
    let times = format!(" w{} t{}", hex("100"), hex("1645423376532"));
    let head = format!("x{} f{} m{} i{}", hex("ws-api"), hex("spot"), hex("order.place"), hex("7"));
    let payload = format!(
        "apiKey={API_KEY}&price=52000.00&quantity=0.01000000&recvWindow=100&side=SELL&symbol=BTCUSDT&timeInForce=GTC\
         &timestamp=1645423376532&type=LIMIT"
    );
    let signature = "aa1b5712c094bc4e57c05a1a5c1fd8d88dcd628338ea863fec7b88e59fe2db24";
    let message = [
        r#"{"id":"7","method":"order.place","params":{"apiKey":""#,
        API_KEY,
        r#"","price":"52000.00","quantity":"0.01000000","recvWindow":100,"side":"SELL","symbol":"BTCUSDT","#,
        r#""timeInForce":"GTC","timestamp":1645423376532,"type":"LIMIT","signature":""#,
        signature,
        r#""}}"#,
    ];
    let message = message.concat();
    let (payload, message) = (hex(&payload), hex(&message));
    let expected = format!("allow t q b P{payload} S{} M{message}", hex(signature));
    assert_eq!(ask(&format!("{head} a{} s{}{pairs}{times}", hex(API_KEY), hex(SECRET))), expected);
    // A session that is logged on needs neither key nor signature.
    let in_session = ask(&format!("{head} a{} s{} g t{}", hex(API_KEY), hex(SECRET), hex("1645423376532")));
    let message = hex(r#"{"id":"7","method":"order.place","params":{"timestamp":1645423376532}}"#);
    assert_eq!(in_session, format!("allow t q b - - M{message}"));
}

/// Binance's example of a Logon: its key, its session, its signature and its `CheckSum`.
#[test]
fn the_documented_logon() {
    let pem = "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIIJEYWtGBrhACmb9Dvy+qa8WEf0lQOl1s4CLIAB9m89u\n\
               -----END PRIVATE KEY-----\n";
    let api_key = "sBRXrJx2DsOraMXOaUovEhgVRcjOvCtQwnWj8VxkOh1xqboS02SPGfKi2h8spZJb";
    let fields = [
        ("sender_comp_id", "EXAMPLE"),
        ("sending_time", "20240627-11:17:25.223"),
        ("heart_bt_int", "30"),
        ("message_handling", "2"),
    ];
    let fields = fields.map(|(name, text)| format!(" F{}={}", hex(name), hex(text))).concat();
    let head = format!("x{} a{} k{}", hex("fix"), hex(api_key), hex(pem));
    let answer = ask(&format!("{head}{fields}"));
    let payload = hex("A\x01EXAMPLE\x01SPOT\x011\x0120240627-11:17:25.223");
    let signature = hex("4MHXelVVcpkdwuLbl6n73HQUXUf1dse2PCgT1DYqW9w8AVZ1RACFGM+5UdlGPrQHrgtS3CvsRURC1oj73j8gCA==");
    let begin = format!("allow t q b P{payload} S{signature} M{}", hex("8=FIX.4.4\x019=247\x01"));
    assert!(answer.starts_with(&begin) && answer.ends_with(&hex("\x0110=227\x01")), "{answer}");
    // The same as the payload of the binary encoding, without a message.
    let answer = ask(&format!("{head}{fields} F{}={}", hex("sbe"), hex("Y")));
    assert_eq!(answer, format!("allow t q b P{payload} S{signature} -"));
    for wrong in ["unknown", "heart_bt_int"] {
        let answer = ask(&format!("{head}{fields} F{}={}", hex(wrong), hex("x")));
        assert!(answer.starts_with("error CASE_NOT_UNDERSTOOD m"), "{wrong}: {answer}");
    }
}

/// Binance's signature example, with the signature made elsewhere.
#[test]
fn a_signature_from_elsewhere() {
    let signature = "d84e6641b1e328e7b418fff030caed655c266299c9355e36ce801ed14631eed4";
    let ask_with = |bytes: &str| {
        let head = format!("m{} p{} a{}", hex("GET"), hex("/api/v3/account"), hex(API_KEY));
        ask(&format!("{head} y{} e{bytes} t{}", hex("HMAC"), hex("1578963600000")))
    };
    let query = format!("timestamp=1578963600000&signature={signature}");
    let expected = format!(
        "allow t{} q{} b P{} S{} h{}={}",
        hex(&format!("/api/v3/account?{query}")),
        hex(&query),
        hex("timestamp=1578963600000"),
        hex(signature),
        hex("X-MBX-APIKEY"),
        hex(API_KEY),
    );
    assert_eq!(ask_with(signature), expected);
    assert!(ask_with("").starts_with("error SIGNATURE_MALFORMED m"));
}

#[test]
fn a_field_belongs_to_its_transport_and_its_key() {
    let head = format!("a{} s{}", hex(API_KEY), hex(SECRET));
    let (rest, ws) = ("m474554 p2f6170692f76332f61", format!("x{} f{} m61 i61", hex("ws-api"), hex("spot")));
    let url = format!("x{} {head}", hex("sapi-wss"));
    for good in [format!("{rest} {head}"), format!("{ws} {head}"), url.clone(), format!("{url} q61=62")] {
        assert!(!ask(&good).starts_with("error CASE_NOT_UNDERSTOOD"), "{good}");
    }
    for bad in [
        format!("{rest} {head} g"),
        format!("{rest} {head} l61=31"),
        format!("{rest} {head} F61=31"),
        format!("{ws} {head} u4d"),
        format!("{ws} {head} b61=62"),
        format!("{ws} p2f {head}"),
        format!("{url} g"),
        format!("{url} b61=62"),
        format!("x{} {head}", hex("fix")),
        format!("x{} {head}", hex("rest")),
        format!("x{} {head}", hex("ftp")),
        format!("x{} f{} m61 i61 {head}", hex("ws-api"), hex("spots")),
        format!("{rest} {head} k61"),
        format!("{rest} {head} z61"),
        format!("{rest} {head} e61"),
        format!("{rest} {head} u{}", hex("SECOND")),
        format!("{rest} a61 y{}", hex("HMAC")),
        format!("{rest} a61 y{} e61", hex("DSA")),
        format!("{rest} a61"),
    ] {
        assert!(ask(&bad).starts_with("error CASE_NOT_UNDERSTOOD m"), "{bad}: {}", ask(&bad));
    }
}
