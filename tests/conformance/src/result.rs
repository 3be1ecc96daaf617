//! A result: what a face answered, and its line of JSON.

use binsign::Refusal;
use serde_json::{Map, Value, json};

/// What a face answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The request was allowed, and signed where it needs that.
    Allow {
        /// `METHOD path?query`.
        target: String,
        /// Ready to send; empty where there is none.
        query: String,
        /// Ready to send; empty where there is none.
        body: String,
        /// What was signed, where something was.
        payload: Option<String>,
        /// The signature, where there is one.
        signature: Option<String>,
        /// Names and values.
        headers: Vec<(String, String)>,
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
        Outcome::Allow { target, query, body, payload, signature, headers } => {
            put("verdict", "allow");
            if let Some(payload) = payload {
                put("payload", payload);
            }
            if let Some(signature) = signature {
                put("signature", signature);
            }
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
