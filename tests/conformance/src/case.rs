//! A case: what is asked of a face, understood and turned into text.

use binsign::Code;
use binsign::catalogue::Family;
use serde_json::{Map, Value};

use crate::plain;

/// A case that some face can answer.
#[derive(Clone, Debug)]
pub struct Case {
    /// Echoed as it came, if it came.
    pub id: Option<Value>,
    /// The HTTP method.
    pub method: String,
    /// The path.
    pub path: String,
    /// The API key.
    pub api_key: String,
    /// What the request is signed with.
    pub key: Key,
    /// Parameters of the query.
    pub query: Vec<(String, String)>,
    /// Parameters of the form body.
    pub body: Vec<(String, String)>,
    /// recvWindow, as text.
    pub recv_window: Option<String>,
    /// timestamp, as text.
    pub timestamp: Option<String>,
}

/// What a request is signed with.
#[derive(Clone)]
pub enum Key {
    /// An HMAC secret.
    Hmac(String),
    /// A private key in PEM.
    Pem(String),
}

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Key")
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
const UNDERSTOOD: [&str; 12] = [
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
    "now",
];

/// Fields of the protocol that this version must not pass over: they would restrict or change what is signed.
const LATER: [&str; 5] = ["fix", "key_info", "policy", "observe", "external"];

type Problem = (Code, String);

impl Case {
    /// Understands one line.
    ///
    /// # Errors
    /// `CASE_NOT_UNDERSTOOD`, `UNSUPPORTED`, `FAMILY_MISMATCH`, `KEY_MISSING`, `VALUE_TYPE`, each with the field.
    pub fn parse(line: &[u8]) -> Result<Self, Refused> {
        let value: Value = serde_json::from_slice(line).map_err(|error| Refused {
            id: None,
            code: Code::CaseNotUnderstood,
            message: format!("the line is not JSON in UTF-8: {error}"),
        })?;
        let Value::Object(fields) = value else {
            return Err(Refused {
                id: None,
                code: Code::CaseNotUnderstood,
                message: "the line is not a JSON object".into(),
            });
        };
        let id = fields.get("id").cloned();
        Self::understand(&fields).map_err(|(code, message)| Refused { id, code, message })
    }

    fn understand(fields: &Map<String, Value>) -> Result<Self, Problem> {
        for name in fields.keys() {
            if LATER.contains(&name.as_str()) {
                return Err((Code::Unsupported, format!("this version of binsign cannot take the field `{name}`")));
            }
            if !UNDERSTOOD.contains(&name.as_str()) && name != "session" {
                return Err(not_understood(format!("there is no field `{name}`")));
            }
        }
        if !matches!(fields.get("id"), Some(Value::String(_))) {
            return Err(not_understood("`id` must be a string"));
        }
        if !matches!(fields.get("session"), None | Some(Value::String(_))) {
            return Err(not_understood("`session` must be a string"));
        }
        if !matches!(fields.get("now"), None | Some(Value::Number(_))) {
            return Err(not_understood("`now` must be a number"));
        }
        match text_field(fields, "transport")?.as_deref() {
            None | Some("rest") => {}
            Some("ws-api" | "fix" | "sapi-wss") => {
                return Err((Code::Unsupported, "this version of binsign signs the transport `rest` only".into()));
            }
            Some(_) => return Err(not_understood("`transport` must be rest, ws-api, fix or sapi-wss")),
        }
        let method = text_field(fields, "method")?.ok_or_else(|| not_understood("`method` is missing"))?;
        let path = text_field(fields, "path")?.ok_or_else(|| not_understood("`path` is missing"))?;
        check_family(fields, &path)?;
        Ok(Self {
            id: fields.get("id").cloned(),
            method,
            path,
            api_key: text_field(fields, "api_key")?.ok_or_else(|| key_missing("`api_key` is missing"))?,
            key: key(fields)?,
            query: pairs(fields, "params")?,
            body: pairs(fields, "body_params")?,
            recv_window: scalar_field(fields, "recv_window")?,
            timestamp: scalar_field(fields, "timestamp")?,
        })
    }
}

fn not_understood(message: impl Into<String>) -> Problem {
    (Code::CaseNotUnderstood, message.into())
}

fn key_missing(message: impl Into<String>) -> Problem {
    (Code::KeyMissing, message.into())
}

fn text_field(fields: &Map<String, Value>, name: &str) -> Result<Option<String>, Problem> {
    match fields.get(name) {
        None => Ok(None),
        Some(Value::String(text)) => Ok(Some(text.clone())),
        Some(_) => Err(not_understood(format!("`{name}` must be a string"))),
    }
}

/// A number or a string, as text.
fn scalar_field(fields: &Map<String, Value>, name: &str) -> Result<Option<String>, Problem> {
    match fields.get(name) {
        None => Ok(None),
        Some(value @ (Value::Number(_) | Value::String(_))) => {
            plain::text(value).map_err(|problem| (Code::ValueType, format!("`{name}`: {problem}")))
        }
        Some(_) => Err(not_understood(format!("`{name}` must be a number or a string"))),
    }
}

fn check_family(fields: &Map<String, Value>, path: &str) -> Result<(), Problem> {
    let Some(name) = text_field(fields, "family")? else { return Ok(()) };
    if !Family::ALL.iter().any(|family| family.as_str() == name) {
        return Err(not_understood("`family` must be spot, sapi, futures-um, futures-cm, options or portfolio-margin"));
    }
    match Family::of_path(path) {
        Some(family) if family.as_str() != name => Err((
            Code::FamilyMismatch,
            format!("`family` says {name}, but the path belongs to {}; correct one of them", family.as_str()),
        )),
        _ => Ok(()),
    }
}

fn key(fields: &Map<String, Value>) -> Result<Key, Problem> {
    let key = match fields.get("key") {
        None => return Err(key_missing("`key` is missing")),
        Some(Value::Object(key)) => key,
        Some(_) => return Err(not_understood("`key` must be an object with `hmac` or `pem`")),
    };
    if let Some(name) = key.keys().find(|name| !["hmac", "pem", "passphrase"].contains(&name.as_str())) {
        return Err(not_understood(format!("`key` has no field `{name}`")));
    }
    match key.get("passphrase") {
        None | Some(Value::Null) => {}
        Some(Value::String(_)) => {
            return Err((Code::Unsupported, "this version of binsign takes no encrypted keys".into()));
        }
        Some(_) => return Err(not_understood("`passphrase` must be a string or null")),
    }
    match (text_field(key, "hmac")?, text_field(key, "pem")?) {
        (Some(secret), None) => Ok(Key::Hmac(secret)),
        (None, Some(pem)) => Ok(Key::Pem(pem)),
        (None, None) => Err(key_missing("`key` has neither `hmac` nor `pem`")),
        (Some(_), Some(_)) => Err(not_understood("`key` has both `hmac` and `pem`")),
    }
}

fn pairs(fields: &Map<String, Value>, name: &str) -> Result<Vec<(String, String)>, Problem> {
    let list = match fields.get(name) {
        None => return Ok(Vec::new()),
        Some(Value::Array(list)) => list,
        Some(_) => return Err(not_understood(format!("`{name}` must be an array of [name, value]"))),
    };
    let mut pairs = Vec::with_capacity(list.len());
    for (index, entry) in list.iter().enumerate() {
        let Some([Value::String(parameter), value]) = entry.as_array().map(Vec::as_slice) else {
            return Err(not_understood(format!("`{name}`, entry {}: must be [name, value]", index + 1)));
        };
        let text = plain::text(value)
            .map_err(|problem| (Code::ValueType, format!("`{name}`, entry {}: {problem}", index + 1)))?;
        if let Some(text) = text {
            pairs.push((parameter.clone(), text));
        }
    }
    Ok(pairs)
}
