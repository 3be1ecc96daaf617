//! A result: what a face answered, and its line of JSON.

use base64ct::{Base64, Encoding};
use binsign::{Denied, Refusal};
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
    /// The gate said yes, and more was not asked for.
    Passed,
    /// What a session knows now.
    Observed(Observed),
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
        /// The route that the signature would open, where that is why.
        opens: Option<String>,
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

/// What a session knows, each as text; nothing of what there is not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Observed {
    /// The state of the key.
    pub key_state: String,
    /// The exchange's code, where the key is suspended.
    pub reason: Option<String>,
    /// How far the clock of the exchange is ahead, ms.
    pub offset: Option<String>,
    /// Until when to wait, ms.
    pub wait_until: Option<String>,
    /// The used weight that this answer told of.
    pub used_weight: Option<String>,
    /// The orders that it told of: of ten seconds, of the minute, of the day.
    pub orders: [Option<String>; 3],
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
                opens: opened(&denied),
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
        Outcome::Passed => {
            put("verdict", "allow");
        }
        Outcome::Observed(observed) => {
            line.insert("observed".into(), Value::Object(members(observed)));
        }
        Outcome::Deny { code, clause, rule, param, opens, message } => {
            put("verdict", "deny");
            put("code", code);
            put("clause", clause);
            put("rule", rule);
            if let Some(param) = param {
                put("param", param);
            }
            if let Some(opens) = opens {
                put("opens", opens);
            }
            put("message", message);
        }
        Outcome::Error { code, message } => {
            line.insert("error".into(), json!({"code": code, "message": message}));
        }
    }
    Value::Object(line).to_string()
}

/// The route that a denial says would be opened.
fn opened(denied: &Denied) -> Option<String> {
    let mut text = String::new();
    denied.opens(&mut |part| text.push_str(part));
    Some(text).filter(|text| !text.is_empty())
}

fn members(observed: &Observed) -> Map<String, Value> {
    let [ten_seconds, minute, day] = &observed.orders;
    let mut members = Map::from_iter([("key_state".to_owned(), json!(observed.key_state))]);
    for (name, text) in [
        ("reason", &observed.reason),
        ("clock_offset_ms", &observed.offset),
        ("wait_until_ms", &observed.wait_until),
        ("used_weight", &observed.used_weight),
        ("orders_10s", ten_seconds),
        ("orders_1m", minute),
        ("orders_1d", day),
    ] {
        if let Some(text) = text {
            // All of them are whole numbers; what is none is shown as it came.
            members.insert(name.into(), text.parse::<i64>().map_or_else(|_| json!(text), |number| json!(number)));
        }
    }
    members
}
