//! What a case tells the gate beside the request: a policy, the clock, what the key may do, an approval.

use base64ct::{Base64, Encoding};
use binsign::Code;
use serde_json::{Map, Value};

use crate::fields::{Problem, flag, not_understood, text, whole};

/// What the gate is told beside the request.
#[derive(Clone, Debug, Default)]
pub struct Ruled {
    /// The slot of the session, where the case has one.
    pub slot: Option<u8>,
    /// The compiled policy, where the session begins here or the case has none.
    pub policy: Option<Vec<u8>>,
    /// The application, where the policy is.
    pub app: Option<String>,
    /// An answer about the key's permissions, and when it came (ms).
    pub key_info: Option<(Vec<u8>, u64)>,
    /// What the clock says (ms).
    pub now: Option<u64>,
    /// An approval.
    pub approval: Option<Vec<u8>>,
    /// Whether only the verdict is asked for.
    pub check: bool,
}

/// What goes with a policy only.
const WITH_POLICY: [&str; 5] = ["app", "key_info", "key_info_at", "approval", "check"];

/// The policy of a case, compiled.
pub(crate) fn policy(fields: &Map<String, Value>) -> Result<Option<Vec<u8>>, Problem> {
    match (text(fields, "policy")?, bytes(fields, "policy_image")?) {
        (Some(_), Some(_)) => Err(not_understood("there are both `policy` and `policy_image`")),
        (Some(text), None) => match binsign_host::policy::compile(&text) {
            Ok(image) => Ok(Some(image)),
            Err(error) => Err((Code::PolicyText, error.to_string())),
        },
        (None, image) => Ok(image),
    }
}

/// What a case with a policy tells the gate; nothing of a case without.
pub(crate) fn understand(
    fields: &Map<String, Value>,
    slot: Option<u8>,
    policy: Option<Vec<u8>>,
) -> Result<Option<Ruled>, Problem> {
    let now = whole(fields, "now")?;
    if slot.is_none() && policy.is_none() {
        return match WITH_POLICY.iter().find(|name| fields.contains_key(**name)) {
            Some(name) => Err(not_understood(format!("`{name}` goes with a policy only"))),
            None => Ok(None),
        };
    }
    let observed_at = whole(fields, "key_info_at")?.or(now).unwrap_or(0);
    Ok(Some(Ruled {
        slot,
        app: if policy.is_some() { text(fields, "app")? } else { None },
        policy,
        key_info: document(fields, "key_info")?.map(|body| (body, observed_at)),
        now,
        approval: bytes(fields, "approval")?,
        check: flag(fields, "check")?,
    }))
}

/// An object as its JSON, or a text as it is.
pub(crate) fn document(fields: &Map<String, Value>, name: &str) -> Result<Option<Vec<u8>>, Problem> {
    match fields.get(name) {
        None => Ok(None),
        Some(Value::String(text)) => Ok(Some(text.clone().into_bytes())),
        Some(object @ (Value::Object(_) | Value::Array(_))) => Ok(Some(object.to_string().into_bytes())),
        Some(_) => Err(not_understood(format!("`{name}` must be an object or a string"))),
    }
}

fn bytes(fields: &Map<String, Value>, name: &str) -> Result<Option<Vec<u8>>, Problem> {
    let Some(text) = text(fields, name)? else { return Ok(None) };
    match Base64::decode_vec(&text) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(_) => Err(not_understood(format!("`{name}` must be base64"))),
    }
}
