//! Messages out of arbitrary bytes: requests of the WebSocket API and FIX Logons, held against models that share no code
//! with the core.
//!
//! An input is a row of fields, divided by the byte FF. The first begins with `w` (then the method of the WebSocket API)
//! or `f`; the second is the size of the buffer in digits. `w`: the id, then a field a parameter, name and value divided
//! by FE, or by FD where the value is JSON. `f`: sender, time, window, and a digit each for heartbeat and flags.

use std::collections::BTreeMap;

use binsign::catalogue::{Family, Lookup, lookup_ws};
use binsign::{Code, FixLogon, Gate, MAX_REQUEST, MessageHandling, Refusal, Request, ResponseMode, Signer};
use serde_json::Value;

use crate::model::{API_KEY, SECRET, hmac};

const FIELD: u8 = 0xFF;
const TEXT: u8 = 0xFE;
const JSON: u8 = 0xFD;
/// What the buffer is filled with before: neither zero nor a byte that a request can have.
const MARKER: u8 = 0xA5;

/// The key of the exchange's FIX example.
const FIX_PEM: &[u8] = b"-----BEGIN PRIVATE KEY-----\n\
    MC4CAQAwBQYDK2VwBCIEIIJEYWtGBrhACmb9Dvy+qa8WEf0lQOl1s4CLIAB9m89u\n-----END PRIVATE KEY-----\n";

/// Builds and signs the message that the input describes.
///
/// # Panics
/// Where a message comes out that a model does not expect, or a refusal leaves anything behind.
pub fn run(input: &[u8]) {
    let fields: Vec<&[u8]> = input.split(|byte| *byte == FIELD).collect();
    let capacity = fields.get(1).and_then(|field| std::str::from_utf8(field).ok()?.parse::<u16>().ok()).unwrap_or(1024);
    let rest = fields.get(2..).unwrap_or_default();
    for capacity in [usize::from(capacity), MAX_REQUEST] {
        match fields[0].split_first() {
            Some((b'w', method)) => ws(&text(method), rest, capacity),
            Some((b'f', _)) => fix(rest, capacity),
            _ => {}
        }
    }
}

struct Param {
    name: String,
    value: String,
    literal: bool,
}

fn ws(method: &str, fields: &[&[u8]], capacity: usize) {
    let Some((id, fields)) = fields.split_first() else { return };
    let (id, params) = (text(id), fields.iter().map(|field| param(field)).collect::<Vec<_>>());
    let signer = Signer::hmac(API_KEY, SECRET.as_bytes()).unwrap();
    let mut buffer = vec![MARKER; capacity];
    let outcome = (|| {
        let mut request = Request::ws_api(&mut buffer, Family::Spot, method, &id)?;
        for param in &params {
            if param.literal {
                request.literal(&param.name, &param.value)?;
            } else {
                request.param(&param.name, &param.value)?;
            }
        }
        let signed = Gate::documented_routes().authorize(request)?.sign(&signer)?;
        let parts = (signed.message().map(str::to_owned), signed.payload().map(str::to_owned));
        Ok::<_, Refusal>((parts, signed.signature().map(str::to_owned)))
    })();
    let ((message, payload), signature) = match outcome {
        Ok(parts) => parts,
        Err(refusal) => {
            if capacity >= MAX_REQUEST {
                assert!(refuses(method, &id, &params, &refusal), "{refusal:?} for no reason");
            }
            return clean(&buffer);
        }
    };
    let Lookup::Found(route) = lookup_ws(Family::Spot, method) else { panic!("{method} is no method") };

    // The message is JSON whose members are what was given, with their types.
    let mut expected: BTreeMap<String, Value> = BTreeMap::new();
    let mut pairs: BTreeMap<&str, &str> = BTreeMap::new();
    for param in &params {
        let value =
            if param.literal { serde_json::from_str(&param.value).unwrap() } else { param.value.clone().into() };
        assert!(expected.insert(param.name.clone(), value).is_none(), "a parameter was taken twice");
        pairs.insert(&param.name, &param.value);
    }
    if route.needs_api_key() {
        expected.insert("apiKey".into(), API_KEY.into());
        pairs.insert("apiKey", API_KEY);
    }
    // The payload is sorted by the bytes of the names, as a BTreeMap is.
    let text = pairs.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("&");
    if route.needs_signature() {
        assert_eq!(payload.as_deref(), Some(&text[..]));
        assert_eq!(signature, Some(hmac(SECRET, &text)));
        expected.insert("signature".into(), signature.unwrap_or_default().into());
    } else {
        assert_eq!((payload, signature), (None, None));
    }
    let message: Value = serde_json::from_str(&message.unwrap()).unwrap();
    assert_eq!((&message["id"], &message["method"]), (&id.into(), &method.into()));
    match message.get("params") {
        Some(found) => assert_eq!(serde_json::to_value(&expected).unwrap(), *found),
        None => assert!(expected.is_empty()),
    }
}

/// Whether there is a reason to refuse a request that has room.
fn refuses(method: &str, id: &str, params: &[Param], refusal: &Refusal) -> bool {
    let ambiguous = |value: &str| value.chars().any(|sign| matches!(sign, '&' | '=') || sign.is_control());
    let named = |name: &str| params.iter().filter(|param| param.name == name).count();
    let long =
        params.iter().map(|param| param.name.len() + 2 * param.value.len() + 64).sum::<usize>() > MAX_REQUEST / 4;
    match refusal.code() {
        Code::RouteUnknown => matches!(lookup_ws(Family::Spot, method), Lookup::NoPath),
        Code::IdInvalid => id.is_empty() || id.len() > 128 || id.chars().any(char::is_control),
        Code::KeyTypeUnsuited => method == "session.logon",
        Code::ValueAmbiguous => params.iter().any(|param| ambiguous(&param.value)),
        Code::NulInValue => params.iter().any(|param| param.value.contains('\0')),
        Code::ParameterTwice => params.iter().any(|param| named(&param.name) > 1),
        Code::TooManyParameters => params.len() > 64,
        Code::ApiKeyGiven => named("apiKey") > 0,
        Code::SignatureGiven => named("signature") > 0,
        Code::TimestampOutOfRange => named("timestamp") > 0,
        Code::RecvWindowOutOfRange => named("recvWindow") > 0,
        Code::ValueType => params.iter().any(|param| param.literal && !is_plainly_literal(&param.value)),
        Code::ParameterNameInvalid => params.iter().any(|param| {
            let known = |byte: u8| byte.is_ascii_alphanumeric() || b"-._[]".contains(&byte);
            param.name.is_empty() || param.name.len() > 64 || !param.name.bytes().all(known)
        }),
        Code::RequestTooLong | Code::BufferTooSmall => long,
        _ => false,
    }
}

/// JSON that nobody could refuse: what a JSON library writes itself, not too deep, no text and no exponent.
fn is_plainly_literal(text: &str) -> bool {
    let value = serde_json::from_str::<Value>(text);
    value.is_ok_and(|value| {
        let nested = text.bytes().filter(|byte| b"[{".contains(byte)).count();
        let own = value.is_number() || value.is_boolean() || value.is_array() || value.is_object();
        own && nested <= 32 && !text.contains(['e', 'E']) && value.to_string() == text
    })
}

fn fix(fields: &[&[u8]], capacity: usize) {
    let field = |index: usize| fields.get(index).map(|field| text(field)).unwrap_or_default();
    let digit = |index: usize| u32::from(fields.get(index).and_then(|field| field.first()).copied().unwrap_or(b'1'));
    let (sender, time, window) = (field(0), field(1), field(2));
    let flags = digit(4);
    let logon = FixLogon {
        msg_seq_num: u64::from(digit(3)) * 977,
        heart_bt_int: digit(3) & 63,
        message_handling: if flags & 1 == 0 { MessageHandling::Unordered } else { MessageHandling::Sequential },
        response_mode: (flags & 2 != 0).then_some(ResponseMode::OnlyAcks),
        recv_window: (flags & 4 != 0).then_some(&window),
        drop_copy: flags & 8 != 0,
        sbe_schema: (flags & 16 != 0).then_some((1, 0)),
        ..FixLogon::new(&sender, &time)
    };
    let signer = Signer::pem("key", FIX_PEM).unwrap();
    let mut buffer = vec![MARKER; capacity];
    let outcome = (|| {
        let request = Request::fix_logon(&mut buffer, &logon)?;
        let signed = Gate::documented_routes().authorize(request)?.sign(&signer)?;
        Ok::<_, Refusal>((signed.message().map(str::to_owned), signed.payload().map(str::to_owned)))
    })();
    let Ok((message, payload)) = outcome else {
        let needed = outcome.err().and_then(|refusal| match refusal {
            Refusal::Invalid(error) => error.needed(),
            Refusal::Denied(_) => None,
        });
        assert!(needed.is_none_or(|needed| needed > capacity && needed < 1000));
        return clean(&buffer);
    };
    let message = message.unwrap();
    let expected = format!("A\x01{sender}\x01SPOT\x01{}\x01{time}", logon.msg_seq_num);
    assert_eq!(payload, Some(expected));

    // What a FIX engine checks: the body's length, the sum of all bytes, one value a tag, no field that is empty.
    let (head, trailer) = message.split_at(message.len() - 7);
    let sum = head.bytes().map(u32::from).sum::<u32>() % 256;
    assert_eq!(trailer, format!("10={sum:03}\x01"));
    let body = head.splitn(3, '\x01').nth(2).unwrap();
    assert!(head.starts_with(&format!("8=FIX.4.4\x019={}\x0135=A\x01", body.len())), "{head:?}");
    let mut tags = BTreeMap::new();
    for pair in head.trim_end_matches('\x01').split('\x01') {
        let (tag, value) = pair.split_once('=').unwrap();
        assert!(!value.is_empty() && tags.insert(tag, value).is_none(), "{head:?}");
    }
    assert_eq!((tags["49"], tags["52"], tags["553"]), (&sender[..], &time[..], "key"));
    assert_eq!(tags["95"], tags["96"].len().to_string());
    assert_eq!(tags.get("25000").copied(), logon.recv_window);
}

fn clean(buffer: &[u8]) {
    assert!(buffer.iter().all(|byte| matches!(*byte, 0 | MARKER)), "something was left behind");
}

fn param(field: &[u8]) -> Param {
    let at = field.iter().position(|byte| matches!(*byte, TEXT | JSON)).unwrap_or(field.len());
    let literal = field.get(at) == Some(&JSON);
    Param { name: text(&field[..at]), value: text(field.get(at + 1..).unwrap_or_default()), literal }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
