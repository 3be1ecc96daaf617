//! What is printed: the request as HTTP has it, as JSON, or as a curl command.

use std::fmt::Write as _;

use crate::policy::hexadecimal;
use binsign::catalogue::{Family, Transport};
use binsign_host::SignedRequest;
use serde_json::{Map, Value, json};

/// The documented host of the family a path belongs to.
pub(crate) fn base_url(path: &str) -> &'static str {
    match Family::of_path(path) {
        Some(Family::FuturesUm) => "https://fapi.binance.com",
        Some(Family::FuturesCm) => "https://dapi.binance.com",
        Some(Family::Options) => "https://eapi.binance.com",
        Some(Family::PortfolioMargin) => "https://papi.binance.com",
        Some(Family::Sapi) if path.starts_with("/bapi/") => "https://www.binance.com",
        Some(Family::Spot | Family::Sapi) | None => "https://api.binance.com",
    }
}

/// The documented host of the signed streams.
pub(crate) const STREAMS: &str = "wss://api.binance.com";

/// The message to send; a Logon has no line end.
pub(crate) fn message(request: &SignedRequest) -> String {
    let message = request.message.as_ref().map(|text| text.as_str()).unwrap_or_default();
    if request.route.transport() == Transport::Fix { message.to_owned() } else { format!("{message}\n") }
}

/// Request line, headers, a blank line and the body, as they go over the wire.
pub(crate) fn http(request: &SignedRequest) -> String {
    let mut text = format!("{} {}\n", request.method.unwrap_or_default(), request.target);
    for (name, value) in &request.headers {
        let _ = writeln!(text, "{name}: {}", value.as_str());
    }
    if !request.body.is_empty() {
        let _ = writeln!(text, "\n{}", request.body);
    }
    text
}

/// One object; fields that do not apply are left out.
pub(crate) fn json(request: &SignedRequest, base: &str, state_sequence: Option<u64>) -> String {
    let headers: Map<_, _> =
        request.headers.iter().map(|(name, value)| ((*name).to_owned(), json!(value.as_str()))).collect();
    let mut object = Map::new();
    if let Some(method) = request.method {
        object.insert("method".into(), json!(method));
        object.insert("url".into(), json!(format!("{base}{}", request.target)));
        object.insert("target".into(), json!(request.target));
        object.insert("headers".into(), Value::Object(headers));
    }
    if let Some(message) = &request.message {
        object.insert("message".into(), json!(message.as_str()));
    }
    for (name, text) in [("query", &request.query), ("body", &request.body)] {
        if !text.is_empty() {
            object.insert(name.into(), json!(text));
        }
    }
    let payload = request.payload.as_ref().map(|text| text.as_str());
    for (name, text) in [("payload", payload), ("signature", request.signature.as_deref())] {
        if let Some(text) = text {
            object.insert(name.into(), json!(text));
        }
    }
    if let (Some(sent), Some(_)) = (&request.sent, state_sequence) {
        object.insert("sent".into(), json!(hexadecimal(&sent.to_bytes())));
    }
    if let Some(sequence) = state_sequence {
        object.insert("state_sequence".into(), json!(sequence));
    }
    format!("{}\n", Value::Object(object))
}

/// A command for the shell. Key and signature go to curl over standard input, so that no other user of the machine
/// sees them among the arguments of a process.
pub(crate) fn curl(request: &SignedRequest, base: &str) -> String {
    // Everything in the request is checked or percent-encoded, so nothing here needs quoting.
    let mut text = format!(
        "curl --config - <<'END'\nrequest = \"{}\"\nurl = \"{base}{}\"\n",
        request.method.unwrap_or_default(),
        request.target
    );
    for (name, value) in &request.headers {
        let _ = writeln!(text, "header = \"{name}: {}\"", value.as_str());
    }
    if !request.body.is_empty() {
        let _ = writeln!(text, "data-raw = \"{}\"", request.body);
    }
    text.push_str("END\n");
    text
}
