//! A result: what a face answered, and its line of JSON.

use base64ct::{Base64, Encoding};
use binsign::Refusal;
use serde_json::{Map, Value, json};

/// What a face answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The request was allowed, and signed where it needs that.
    Allow {
        /// What was signed, where something was.
        payload: Option<String>,
        /// The signature, where there is one.
        signature: Option<String>,
        /// What is to be sent.
        ready: Ready,
    },
    /// The gate said no.
    Deny {
        /// The code's name.
        code: String,
        /// The clause of the Terms.
        clause: String,
        /// The rule's name.
        rule: String,
        /// The parameter that decided, where one did.
        param: Option<String>,
        /// What would make it pass.
        message: String,
    },
    /// Something was wrong.
    Error {
        /// The code's name.
        code: String,
        /// What to do about it.
        message: String,
    },
}

/// What is to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ready {
    /// A request of HTTP.
    Http {
        /// `METHOD path?query`.
        target: String,
        /// Empty where there is none.
        query: String,
        /// Empty where there is none.
        body: String,
        /// Names and values.
        headers: Vec<(String, String)>,
    },
    /// A message of the WebSocket API, JSON.
    WsApi(String),
    /// A message of FIX; nothing where it is to be made in SBE.
    Fix(Option<String>),
}

impl From<Refusal> for Outcome {
    fn from(refusal: Refusal) -> Self {
        let (code, message) = (refusal.code().name().into(), refusal.to_string());
        match refusal {
            Refusal::Invalid(_) => Self::Error { code, message },
            Refusal::Denied(denied) => Self::Deny {
                code,
                clause: denied.clause().into(),
                rule: denied.rule().into(),
                param: denied.param().map(str::to_owned),
                message,
            },
        }
    }
}

/// The line for a result; fields that do not apply are left out.
#[must_use]
pub fn render(id: Option<&Value>, outcome: &Outcome) -> String {
    let mut line = Map::new();
    line.insert("id".into(), id.cloned().unwrap_or(Value::Null));
    let mut put = |name: &str, text: &str| line.insert(name.into(), Value::String(text.into()));
    match outcome {
        Outcome::Allow { payload, signature, ready } => {
            put("verdict", "allow");
            if let Some(payload) = payload {
                put("payload", payload);
            }
            if let Some(signature) = signature {
                put("signature", signature);
            }
            match ready {
                Ready::Http { target, query, body, headers } => {
                    if !query.is_empty() {
                        put("query", query);
                    }
                    if !body.is_empty() {
                        put("body", body);
                    }
                    let headers: Map<_, _> = headers.iter().map(|(name, value)| (name.clone(), json!(value))).collect();
                    line.insert("headers".into(), Value::Object(headers));
                    line.insert("target".into(), Value::String(target.clone()));
                }
                Ready::WsApi(message) => {
                    put("message", message);
                }
                Ready::Fix(Some(message)) => {
                    put("message", &Base64::encode_string(message.as_bytes()));
                }
                Ready::Fix(None) => {}
            }
        }
        Outcome::Deny { code, clause, rule, param, message } => {
            put("verdict", "deny");
            put("code", code);
            put("clause", clause);
            put("rule", rule);
            if let Some(param) = param {
                put("param", param);
            }
            put("message", message);
        }
        Outcome::Error { code, message } => {
            line.insert("error".into(), json!({"code": code, "message": message}));
        }
    }
    Value::Object(line).to_string()
}
