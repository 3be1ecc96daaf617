//! A case: what is asked of a face, understood and turned into text.

use binsign::catalogue::Family;
use binsign::{Code, KeyType};
use serde_json::{Map, Value};

use crate::fields::{Problem, family, flag, missing_key, not_for, not_understood, params, scalar, text};
use crate::{Ruled, Sessions, answered, elsewhere, logon};

/// A case that some face can answer.
#[derive(Clone, Debug)]
pub struct Case {
    /// Echoed as it came, if it came.
    pub id: Option<Value>,
    /// What is asked for, and how it travels.
    pub ask: Ask,
    /// The API key.
    pub api_key: String,
    /// What the request is signed with.
    pub key: Key,
    /// Parameters, of REST those of the query.
    pub params: Vec<Param>,
    /// recvWindow, as text.
    pub recv_window: Option<String>,
    /// timestamp, as text.
    pub timestamp: Option<String>,
    /// What the gate is told beside the request, where there is a policy.
    pub ruled: Option<Ruled>,
}

/// The kinds of requests.
#[derive(Clone, Debug)]
pub enum Ask {
    /// A REST request.
    Rest {
        /// The HTTP method.
        method: String,
        /// The path.
        path: String,
        /// `MILLISECOND` or `MICROSECOND`, where a unit of time is asked for.
        time_unit: Option<String>,
        /// Parameters of the form body.
        body: Vec<Param>,
    },
    /// A request of the WebSocket API.
    WsApi {
        /// The product family.
        family: Family,
        /// The method, as `order.place`.
        method: String,
        /// The id of the request.
        id: String,
        /// Whether the connection is logged on.
        in_session: bool,
    },
    /// The opening of a signed stream, `/sapi/wss`.
    SapiWss,
    /// The Logon of FIX: names and texts of its fields, in the order of the wire.
    Fix(Vec<(&'static str, String)>),
    /// No request: an answer of the exchange to the one that was signed last.
    Answer {
        /// The status of HTTP, or 0.
        status: u16,
        /// Names and values.
        headers: Vec<(String, String)>,
        /// The body.
        body: Vec<u8>,
    },
    /// No request: what the exchange's clock said, ms.
    ServerTime {
        /// When it was asked.
        sent: u64,
        /// When the answer came.
        received: u64,
        /// What it said.
        server: u64,
    },
    /// No request: something is done to the key or the state.
    Do(Deed),
}

/// What can be done to a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// The owner has looked at the key that was suspended.
    Clear,
    /// The key is given up for good.
    Revoke,
    /// The use of the key has ended for good.
    Terminate,
    /// The state is saved and restored.
    Restart,
}

/// A parameter.
#[derive(Clone, Debug)]
pub struct Param {
    /// Its name.
    pub name: String,
    /// Its text, or its JSON.
    pub text: String,
    /// Whether it stands in JSON without quotes.
    pub literal: bool,
}

/// What a request is signed with.
#[derive(Clone, Debug)]
pub enum Key {
    /// A key that the face gets.
    Here(Secret),
    /// A key that is elsewhere and has signed already.
    Elsewhere {
        /// Its type.
        key_type: KeyType,
        /// Its public key in PEM, where that is known.
        public: Option<String>,
        /// The bytes of the signature it makes; empty where none is asked for.
        signature: Vec<u8>,
    },
}

/// A key that the face gets.
#[derive(Clone)]
pub enum Secret {
    /// An HMAC secret.
    Hmac(String),
    /// A private key in PEM.
    Pem {
        /// Its text.
        pem: String,
        /// What it is encrypted with.
        passphrase: Option<String>,
    },
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret")
    }
}

/// A line that no face can answer, and why.
#[derive(Debug)]
pub struct Refused {
    /// Echoed as it came, if it came.
    pub id: Option<Value>,
    /// The stable code.
    pub code: Code,
    /// What to do about it.
    pub message: String,
}

/// Fields of the protocol that mean something to this version.
const UNDERSTOOD: [&str; 26] = [
    "id",
    "family",
    "transport",
    "method",
    "path",
    "params",
    "body_params",
    "api_key",
    "key",
    "timestamp",
    "recv_window",
    "time_unit",
    "now",
    "session",
    "in_session",
    "fix",
    "external",
    "policy",
    "policy_image",
    "app",
    "key_info",
    "key_info_at",
    "approval",
    "check",
    "observe",
    "do",
];

/// Which fields a transport does not have.
const REST_HAS_NOT: [&str; 2] = ["in_session", "fix"];
const WS_API_HAS_NOT: [&str; 4] = ["path", "body_params", "time_unit", "fix"];
const SAPI_WSS_HAS_NOT: [&str; 7] = ["family", "method", "path", "body_params", "time_unit", "in_session", "fix"];
const FIX_HAS_NOT: [&str; 8] =
    ["family", "path", "params", "body_params", "recv_window", "timestamp", "time_unit", "in_session"];

impl Case {
    /// Understands one line; `sessions` are those of the lines before it.
    ///
    /// # Errors
    /// `CASE_NOT_UNDERSTOOD`, `UNSUPPORTED`, `POLICY_TEXT`, `FAMILY_MISMATCH`, `KEY_MISSING`, `VALUE_TYPE`, `NOT_FOR_TRANSPORT`, each
    /// with the field; with `external` also the errors of the key.
    pub fn parse(line: &[u8], sessions: &mut Sessions) -> Result<Self, Refused> {
        let refused = |message| Refused { id: None, code: Code::CaseNotUnderstood, message };
        let value: Value =
            serde_json::from_slice(line).map_err(|error| refused(format!("the line is not JSON in UTF-8: {error}")))?;
        let Value::Object(mut fields) = value else { return Err(refused("the line is not a JSON object".into())) };
        let id = fields.get("id").cloned();
        Self::understand(&mut fields, sessions).map_err(|(code, message)| Refused { id, code, message })
    }

    fn understand(fields: &mut Map<String, Value>, sessions: &mut Sessions) -> Result<Self, Problem> {
        for name in fields.keys() {
            if !UNDERSTOOD.contains(&name.as_str()) {
                return Err(not_understood(format!("there is no field `{name}`")));
            }
        }
        let id = text(fields, "id")?.ok_or_else(|| not_understood("`id` is missing"))?;
        let ruled = sessions.understand(fields)?;
        let fields = &*fields;
        let ask = match answered::ask(fields, ruled.as_ref())? {
            Some(ask) => ask,
            None => ask(fields, id)?,
        };
        let case = Self {
            id: fields.get("id").cloned(),
            ask,
            api_key: text(fields, "api_key")?.ok_or_else(|| missing_key("`api_key` is missing"))?,
            key: Key::Here(secret(fields)?),
            params: params(fields, "params")?,
            recv_window: scalar(fields, "recv_window")?,
            timestamp: scalar(fields, "timestamp")?,
            ruled,
        };
        if flag(fields, "external")? { elsewhere::sign(case, public(fields)?) } else { Ok(case) }
    }
}

fn ask(fields: &Map<String, Value>, id: String) -> Result<Ask, Problem> {
    let transport = text(fields, "transport")?;
    let transport = transport.as_deref().unwrap_or("rest");
    let has_not: &[&str] = match transport {
        "rest" => &REST_HAS_NOT,
        "ws-api" => &WS_API_HAS_NOT,
        "sapi-wss" => &SAPI_WSS_HAS_NOT,
        "fix" => &FIX_HAS_NOT,
        _ => return Err(not_understood("`transport` must be rest, ws-api, fix or sapi-wss")),
    };
    if let Some(name) = has_not.iter().find(|name| fields.contains_key(**name)) {
        return Err(not_for(transport, name));
    }
    let method = || text(fields, "method")?.ok_or_else(|| not_understood("`method` is missing"));
    Ok(match transport {
        "rest" => {
            let path = text(fields, "path")?.ok_or_else(|| not_understood("`path` is missing"))?;
            family(fields, Some(&path))?;
            Ask::Rest { method: method()?, path, time_unit: time_unit(fields)?, body: params(fields, "body_params")? }
        }
        "ws-api" => Ask::WsApi {
            family: family(fields, None)?.ok_or_else(|| not_understood("`family` is missing"))?,
            method: method()?,
            id,
            in_session: flag(fields, "in_session")?,
        },
        "sapi-wss" => Ask::SapiWss,
        _ => {
            if method()? != "Logon" {
                return Err((Code::Unsupported, "of the messages of FIX, binsign makes the Logon only".into()));
            }
            Ask::Fix(logon::fields(fields.get("fix"))?)
        }
    })
}

fn time_unit(fields: &Map<String, Value>) -> Result<Option<String>, Problem> {
    let unit = text(fields, "time_unit")?;
    match unit.as_deref() {
        None | Some("MILLISECOND" | "MICROSECOND") => Ok(unit),
        Some(_) => Err(not_understood("`time_unit` must be MILLISECOND or MICROSECOND")),
    }
}

fn key_object(fields: &Map<String, Value>) -> Result<&Map<String, Value>, Problem> {
    match fields.get("key") {
        None => Err(missing_key("`key` is missing")),
        Some(Value::Object(key)) => Ok(key),
        Some(_) => Err(not_understood("`key` must be an object with `hmac` or `pem`")),
    }
}

fn secret(fields: &Map<String, Value>) -> Result<Secret, Problem> {
    let key = key_object(fields)?;
    if let Some(name) = key.keys().find(|name| !["hmac", "pem", "passphrase", "public"].contains(&name.as_str())) {
        return Err(not_understood(format!("`key` has no field `{name}`")));
    }
    let passphrase = match key.get("passphrase") {
        None | Some(Value::Null) => None,
        Some(Value::String(passphrase)) => Some(passphrase.clone()),
        Some(_) => return Err(not_understood("`passphrase` must be a string or null")),
    };
    if key.contains_key("public") && !flag(fields, "external")? {
        return Err(not_understood("`public` goes with `external` only"));
    }
    match (text(key, "hmac")?, text(key, "pem")?) {
        (Some(_), None) if passphrase.is_some() => Err(not_understood("`passphrase` goes with `pem` only")),
        (Some(secret), None) => Ok(Secret::Hmac(secret)),
        (None, Some(pem)) => Ok(Secret::Pem { pem, passphrase }),
        (None, None) => Err(missing_key("`key` has neither `hmac` nor `pem`")),
        (Some(_), Some(_)) => Err(not_understood("`key` has both `hmac` and `pem`")),
    }
}

/// The public key that goes with a key elsewhere.
fn public(fields: &Map<String, Value>) -> Result<Option<String>, Problem> {
    text(key_object(fields)?, "public")
}
