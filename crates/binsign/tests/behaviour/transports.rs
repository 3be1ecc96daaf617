//! The requests that are no REST: messages of the WebSocket API, signed streams, FIX Logons; and keys elsewhere.

use binsign::catalogue::Family;
use binsign::{
    ApiKey, Authorized, Code, Error, ExternalKey, FixLogon, Gate, KeyType, Method, Refusal, Request, SendingTime,
    Signer, TimeUnit,
};
use serde_json::{Value, json};

use crate::model::{API_KEY, SECRET};

/// What the buffer is filled with before: neither zero nor a byte that a request can have.
const MARKER: u8 = 0xA5;

/// The key of the exchange's FIX example.
const FIX_API_KEY: &str = "sBRXrJx2DsOraMXOaUovEhgVRcjOvCtQwnWj8VxkOh1xqboS02SPGfKi2h8spZJb";
const FIX_PEM: &[u8] = b"-----BEGIN PRIVATE KEY-----\n\
    MC4CAQAwBQYDK2VwBCIEIIJEYWtGBrhACmb9Dvy+qa8WEf0lQOl1s4CLIAB9m89u\n-----END PRIVATE KEY-----\n";

fn signer() -> Signer {
    Signer::hmac(API_KEY, SECRET.as_bytes()).unwrap()
}

fn authorize(request: Request<'_>) -> Result<Authorized<'_>, Refusal> {
    Gate::documented_routes().authorize(request)
}

fn ws<'b>(buffer: &'b mut [u8], method: &str) -> Request<'b> {
    Request::ws_api(buffer, Family::Spot, method, "an \"id\" \\").unwrap()
}

/// An order with a value that JSON escapes, and one that no map would leave in place.
fn order(buffer: &mut [u8]) -> Result<Request<'_>, Error> {
    let mut request = ws(buffer, "order.place");
    request.param("symbol", "１２３")?.param("symbolStatus", "a\\\"b")?.literal("strategyId", "37463720")?;
    request.literal("flags", r#"["x",true]"#)?.param("Type", "LIMIT")?.recv_window(100)?;
    request.timestamp(1_645_423_376_532)?;
    Ok(request)
}

#[test]
fn a_message_is_json_with_sorted_parameters_and_the_signature() {
    let mut buffer = [0; 1024];
    let signed = authorize(order(&mut buffer).unwrap()).unwrap().sign(&signer()).map(|signed| {
        let message: Value = serde_json::from_str(signed.message().unwrap()).unwrap();
        let signature = signed.signature().unwrap();
        let expected = json!({
            "id": "an \"id\" \\", "method": "order.place",
            "params": {
                "symbol": "１２３", "symbolStatus": "a\\\"b", "strategyId": 37_463_720, "flags": ["x", true],
                "Type": "LIMIT", "recvWindow": 100, "timestamp": 1_645_423_376_532_u64, "apiKey": API_KEY,
                "signature": signature,
            },
        });
        assert_eq!(message, expected);
        assert_eq!((signed.target(), signed.query(), signed.body(), signed.headers().count()), ("", "", "", 0));
        // Byte order: capitals first, and `symbol` before `symbolStatus`.
        let payload = format!(
            "Type=LIMIT&apiKey={API_KEY}&flags=[\"x\",true]&recvWindow=100&strategyId=37463720&symbol=１２３\
             &symbolStatus=a\\\"b&timestamp=1645423376532"
        );
        assert_eq!(signed.payload(), Some(&payload[..]));
        assert_eq!(signature, crate::model::hmac(SECRET, &payload));
    });
    assert!(signed.is_ok());
}

/// Signs something in a buffer of any size.
type Attempt<'a> = &'a dyn Fn(&mut [u8]) -> Result<usize, Refusal>;

/// In a buffer of every size: refused with the size that does, and clean; signed from there on.
#[test]
fn messages_ask_for_the_size_that_does() {
    let hmac = signer();
    let ed25519 = Signer::pem(FIX_API_KEY, FIX_PEM).unwrap();
    let external = ExternalKey::new(ApiKey::new(FIX_API_KEY).unwrap(), KeyType::Ed25519);
    let fix = FixLogon { recv_window: Some("5000.5"), drop_copy: true, ..FixLogon::new("A", "20240627-11:17:25") };
    let sbe = FixLogon { sbe: true, ..fix };
    let kinds: [(Attempt<'_>, bool); 7] = [
        (&|buffer| Ok(end(&authorize(order(buffer)?)?.sign(&hmac)?)), true),
        (&|buffer| Ok(end(&authorize(order(buffer)?)?.sign(&ed25519)?)), false),
        (&|buffer| Ok(end(&authorize(order(buffer)?)?.begin(&external)?.finish(&[7; 64])?)), false),
        (&|buffer| Ok(end(&authorize(ws(buffer, "ping"))?.without_key()?)), true),
        (&|buffer| Ok(end(&authorize(Request::fix_logon(buffer, &fix)?)?.sign(&ed25519)?)), true),
        (
            &|buffer| Ok(authorize(Request::fix_logon(buffer, &sbe)?)?.sign(&ed25519)?.signature().map_or(0, str::len)),
            true,
        ),
        (
            &|buffer| {
                let mut request = Request::sapi_wss(buffer);
                request.param("topic", "a b")?.param("random", "x")?.timestamp(1_645_423_376_532)?;
                Ok(authorize(request)?.sign(&hmac)?.target().len())
            },
            true,
        ),
    ];
    for (number, (attempt, known_at_once)) in kinds.into_iter().enumerate() {
        let whole =
            (0..3).fold(0, |size, _| attempt(&mut vec![0; size]).map_or_else(|refusal| asked(&refusal), |_| size));
        assert!(attempt(&mut vec![0; whole]).is_ok(), "{number}");
        for capacity in 0..whole {
            let mut buffer = vec![MARKER; capacity];
            let refusal = attempt(&mut buffer).unwrap_err();
            assert!(buffer.iter().all(|byte| matches!(*byte, 0 | MARKER)), "{number}: something is left behind");
            let asked = asked(&refusal);
            assert!(
                asked == whole || (!known_at_once && asked < whole && asked > capacity),
                "{number}: {capacity} {asked}"
            );
        }
        let mut buffer = vec![MARKER; whole + 9];
        attempt(&mut buffer).unwrap();
        assert_eq!(buffer[whole..], [MARKER; 9], "{number}");
    }
}

/// The length of the last thing in the buffer, which the caller sends.
fn end(signed: &binsign::Signed<'_, '_>) -> usize {
    signed.message().unwrap().len()
}

fn asked(refusal: &Refusal) -> usize {
    match refusal {
        Refusal::Invalid(error) => error.needed().unwrap_or_else(|| panic!("{error}")),
        Refusal::Denied(denied) => panic!("{denied}"),
    }
}

/// Facts of the exchange: a subscription takes the session's key, listen keys of the futures the API key alone.
#[test]
fn a_message_carries_what_its_method_needs_and_no_more() {
    let message = |family, method: &str, in_session: bool| {
        let mut buffer = [0; 600];
        let mut request = Request::ws_api(&mut buffer, family, method, "1").unwrap();
        if method.starts_with("account") {
            request.timestamp(1_645_423_376_532).unwrap();
        }
        if in_session {
            request.in_session().unwrap();
        }
        let signed = authorize(request).unwrap().sign(&signer()).unwrap().message().unwrap().to_owned();
        signed.replace(API_KEY, "KEY")
    };
    assert_eq!(message(Family::Spot, "ping", false), r#"{"id":"1","method":"ping"}"#);
    assert_eq!(
        message(Family::Spot, "userDataStream.subscribe", false),
        r#"{"id":"1","method":"userDataStream.subscribe"}"#
    );
    assert_eq!(
        message(Family::FuturesUm, "userDataStream.start", false),
        r#"{"id":"1","method":"userDataStream.start","params":{"apiKey":"KEY"}}"#
    );
    assert_eq!(
        message(Family::Spot, "account.status", true),
        r#"{"id":"1","method":"account.status","params":{"timestamp":1645423376532}}"#
    );
    let signed = message(Family::Spot, "userDataStream.subscribe.signature", false);
    assert!(signed.starts_with(
        r#"{"id":"1","method":"userDataStream.subscribe.signature","params":{"apiKey":"KEY","signature":""#
    ));
}

#[test]
fn what_the_websocket_api_would_misunderstand_is_refused() {
    let code = |act: &dyn Fn(&mut Request<'_>) -> Result<(), Error>| {
        let mut buffer = [0; 8192];
        let mut request = ws(&mut buffer, "order.place");
        let code = act(&mut request).unwrap_err().code();
        assert_eq!(authorize(request).unwrap_err().code(), code, "the gate forgot");
        code
    };
    for value in ["1&amount=999", "a=b", "a\nb", "a\u{7f}b", "a\u{85}b"] {
        assert_eq!(code(&|request| request.param("x", value).map(drop)), Code::ValueAmbiguous, "{value:?}");
    }
    assert_eq!(code(&|request| request.literal("x", r#"["a&b"]"#).map(drop)), Code::ValueAmbiguous);
    for json in ["1,\"side\":\"SELL\"", "1e-5", "\"text\"", "null", "[1, 2]", "", "NaN"] {
        assert_eq!(code(&|request| request.literal("x", json).map(drop)), Code::ValueType, "{json}");
    }
    assert_eq!(code(&|request| request.param("apiKey", "x").map(drop)), Code::ApiKeyGiven);
    assert_eq!(
        code(&|request| request.param("a", "1")?.param("b", "2")?.param("a", "3").map(drop)),
        Code::ParameterTwice
    );
    assert_eq!(code(&|request| request.body().map(drop)), Code::NotForTransport);
    assert_eq!(code(&|request| request.time_unit(TimeUnit::Microsecond).map(drop)), Code::NotForTransport);
    let many = |count: usize| {
        move |request: &mut Request<'_>| {
            (0..count).try_for_each(|number| request.literal(&format!("p{number}"), "1").map(drop))
        }
    };
    assert_eq!(code(&many(65)), Code::TooManyParameters);
    let mut buffer = [0; 4096];
    let mut request = ws(&mut buffer, "order.place");
    many(64)(&mut request).unwrap();
    let signed = authorize(request).unwrap().sign(&signer()).unwrap().message().map(str::to_owned);
    let message: Value = serde_json::from_str(&signed.unwrap()).unwrap();
    assert!((0..64).all(|number| message["params"][format!("p{number}")] == 1), "{message}");

    let mut buffer = [0; 300];
    for id in ["", "a\nb", &"x".repeat(129)] {
        let error = Request::ws_api(&mut buffer, Family::Spot, "ping", id).unwrap_err();
        assert_eq!(error.code(), Code::IdInvalid);
    }
    for (family, method) in [(Family::Spot, "order.plac"), (Family::Sapi, "order.place"), (Family::FuturesCm, "depth")]
    {
        let request = Request::ws_api(&mut buffer, family, method, "1").unwrap();
        assert_eq!(authorize(request).unwrap_err().code(), Code::RouteUnknown);
    }
}

/// `session.logon` and FIX are for Ed25519 alone, a session is for the WebSocket API alone.
#[test]
fn sessions_are_opened_with_ed25519_only() {
    let (hmac, ed25519) = (signer(), Signer::pem(FIX_API_KEY, FIX_PEM).unwrap());
    for family in [Family::Spot, Family::FuturesUm, Family::FuturesCm] {
        let logon = |signer: &Signer, in_session: bool| {
            let mut buffer = [0; 900];
            let mut request = Request::ws_api(&mut buffer, family, "session.logon", "1").unwrap();
            request.timestamp(1_649_729_878_532).unwrap();
            if in_session {
                request.in_session().map_err(|error| error.code())?;
            }
            authorize(request).unwrap().sign(signer).map(drop).map_err(|error| error.code())
        };
        assert_eq!(logon(&hmac, false), Err(Code::KeyTypeUnsuited));
        assert_eq!(logon(&ed25519, true), Err(Code::NotForTransport));
        assert_eq!(logon(&ed25519, false), Ok(()));
    }
    let mut buffer = [0; 900];
    let fields = FixLogon::new("EXAMPLE", "20240627-11:17:25.223");
    let request = Request::fix_logon(&mut buffer, &fields).unwrap();
    assert_eq!(authorize(request).unwrap().sign(&hmac).unwrap_err().code(), Code::KeyTypeUnsuited);
    let mut buffer = [0; 900];
    let mut request = Request::fix_logon(&mut buffer, &fields).unwrap();
    assert_eq!(request.param("a", "b").unwrap_err().code(), Code::NotForTransport);
    let mut buffer = [0; 900];
    let mut request = Request::rest(&mut buffer, Method::Get, "/api/v3/account").unwrap();
    assert_eq!(request.in_session().unwrap_err().code(), Code::NotForTransport);
}

/// The rules of the exchange's FIX page, each field at both its edges.
#[test]
fn fields_of_a_logon_are_checked() {
    let right = FixLogon::new("EXAMPLE", "20240627-11:17:25.223");
    let code = |fields: FixLogon<'_>| Request::fix_logon(&mut [0; 500], &fields).err().map(|error| error.code());
    for (sender_comp_id, good) in [
        ("a", true),
        ("A-b_1234", true),
        ("", false),
        ("123456789", false),
        ("a b", false),
        ("a\x01b", false),
        ("é", false),
    ] {
        let expected = (!good).then_some(Code::FixSenderCompId);
        assert_eq!(code(FixLogon { sender_comp_id, ..right }), expected, "{sender_comp_id:?}");
    }
    for (sending_time, good) in [
        ("20240627-11:17:25", true),
        ("20240229-00:00:00.000000", true),
        ("20230229-00:00:00.000", false),
        ("20241231-23:59:59.999", true),
        ("20241331-23:59:59.999", false),
        ("20240631-23:59:59.999", false),
        ("20240600-23:59:59.999", false),
        ("20240627-24:00:00.000", false),
        ("20240627-23:60:00.000", false),
        ("20240627-23:00:60.000", false),
        ("20240627-11:17:25.", false),
        ("20240627-11:17:25.22", false),
        ("20240627-11:17:25.2234", false),
        ("20240627-11:17:25.22a", false),
        ("20240627 11:17:25.223", false),
        ("2024-06-27T11:17:25", false),
        ("20160627-11:17:25", false),
        ("", false),
    ] {
        assert_eq!(code(FixLogon { sending_time, ..right }), (!good).then_some(Code::FixSendingTime), "{sending_time}");
    }
    for (heart_bt_int, good) in [(4, false), (5, true), (60, true), (61, false)] {
        assert_eq!(code(FixLogon { heart_bt_int, ..right }), (!good).then_some(Code::FixHeartBtInt), "{heart_bt_int}");
    }
    for (window, good) in [("60000", true), ("6000.346", true), ("60000.001", false), ("0", false), ("5e3", false)] {
        let fields = FixLogon { recv_window: Some(window), ..right };
        assert_eq!(code(fields), (!good).then_some(Code::RecvWindowOutOfRange), "{window}");
    }
    assert_eq!(code(FixLogon { target_comp_id: "SPOT\x01", ..right }), Some(Code::FixField));
    assert_eq!(code(FixLogon { msg_seq_num: 0, ..right }), Some(Code::FixField));
    assert!(SendingTime::ms(1_483_228_799_999).is_err() && SendingTime::ms(4_102_444_800_000).is_err());
    // GNU date: date --utc --date=@1709251199 +%Y%m%d-%T
    assert_eq!(SendingTime::ms(1_709_251_199_001).unwrap().as_str(), "20240229-23:59:59.001");
    assert_eq!(SendingTime::us(1_483_228_800_000_000).unwrap().as_str(), "20170101-00:00:00.000000");
}

#[test]
fn a_signature_from_elsewhere_has_the_length_of_its_type() {
    for (key_type, lengths) in [(KeyType::Hmac, 32..=32), (KeyType::Ed25519, 64..=64), (KeyType::Rsa, 256..=512)] {
        let key = ExternalKey::new(ApiKey::new(API_KEY).unwrap(), key_type);
        for length in [0, 31, 32, 33, 63, 64, 65, 255, 256, 384, 512, 513] {
            let mut buffer = [MARKER; 4096];
            let mut request = Request::rest(&mut buffer, Method::Get, "/api/v3/account").unwrap();
            request.timestamp(1_578_963_600_000).unwrap();
            let pending = authorize(request).unwrap().begin(&key).unwrap();
            assert_eq!(pending.payload(), b"timestamp=1578963600000");
            let code =
                pending.finish(&[9; 512][..length.min(512)].repeat(1 + length / 513)).err().map(|error| error.code());
            assert_eq!(code, (!lengths.contains(&length)).then_some(Code::SignatureMalformed), "{key_type:?} {length}");
            assert_eq!(code.is_some(), buffer.iter().all(|byte| matches!(*byte, 0 | MARKER)), "{key_type:?} {length}");
        }
    }
}

/// Blinding changes how an RSA key calculates, and nothing that comes out; other keys sign as ever. That the signature
/// is right, the published examples say.
#[cfg(feature = "rsa")]
#[test]
fn blinded_signatures_are_the_same() {
    let rsa = include_str!("../../../../tests/vectors/vectors.json");
    let vectors: Value = serde_json::from_str(rsa).unwrap();
    let vector =
        vectors["vectors"].as_array().unwrap().iter().find(|vector| vector["id"] == "sigex-rsa-order").unwrap();
    let pem = vector["private_key_pem"].as_str().unwrap();
    let published = vector["expected_signature"].as_str().unwrap();
    let rsa = Signer::pem(API_KEY, pem.as_bytes()).unwrap();
    let sign = |signer: &Signer, entropy: &[u8; 32]| {
        let mut buffer = [0; 2048];
        let mut request = Request::rest(&mut buffer, Method::Post, "/api/v3/order").unwrap();
        for pair in vector["payload"].as_str().unwrap().split('&') {
            let (name, value) = pair.split_once('=').unwrap();
            request.param(name, value).unwrap();
        }
        let signed = authorize(request).unwrap().sign_blinded(signer, entropy).unwrap();
        signed.signature().unwrap().to_owned()
    };
    for entropy in [[0; 32], [7; 32], [255; 32]] {
        assert_eq!(sign(&rsa, &entropy), published);
        assert_eq!(sign(&signer(), &entropy), "c8db56825ae71d6d79447849e617115f4a920fa2acdcab2b053c4b2838bd6b71");
    }
}
