//! Cases that ask for no request: answers of the exchange, its clock, and what the owner does.

use serde_json::{Map, Value};

use crate::fields::{Problem, not_understood, text, whole};
use crate::ruled::document;
use crate::{Ask, Deed, Ruled};

/// What stands in such a case; a session's own fields may be repeated.
const HAS: [&str; 10] = ["id", "session", "now", "observe", "do", "policy", "policy_image", "app", "api_key", "key"];

/// What a case without a request asks for; nothing where it has one.
pub(crate) fn ask(fields: &Map<String, Value>, ruled: Option<&Ruled>) -> Result<Option<Ask>, Problem> {
    let (observe, deed) = (fields.get("observe"), text(fields, "do")?);
    if observe.is_none() && deed.is_none() {
        return Ok(None);
    }
    let Some(Ruled { slot: Some(_), policy: None, now, .. }) = ruled else {
        return Err(not_understood("`observe` and `do` are for sessions that have begun"));
    };
    if let Some(name) = fields.keys().find(|name| !HAS.contains(&name.as_str())) {
        return Err(not_understood(format!("`{name}` does not go with `observe` and `do`")));
    }
    match (observe, deed) {
        (Some(_), Some(_)) => Err(not_understood("there are both `observe` and `do`")),
        (Some(Value::Object(answer)), None) if now.is_some() => observed(answer).map(Some),
        (Some(_), None) => Err(not_understood("`observe` must be an object, and `now` be there")),
        (None, deed) => Ok(Some(Ask::Do(match deed.as_deref() {
            Some("clear") => Deed::Clear,
            Some("revoke") => Deed::Revoke,
            Some("terminate") => Deed::Terminate,
            Some("restart") => Deed::Restart,
            _ => return Err(not_understood("`do` must be clear, revoke, terminate or restart")),
        }))),
    }
}

fn observed(answer: &Map<String, Value>) -> Result<Ask, Problem> {
    let takes = |names: &[&str]| answer.keys().all(|name| names.contains(&name.as_str()));
    let needed = |name| whole(answer, name)?.ok_or_else(|| not_understood(format!("`{name}` is missing in `observe`")));
    if answer.contains_key("server") && takes(&["sent", "received", "server"]) {
        return Ok(Ask::ServerTime { sent: needed("sent")?, received: needed("received")?, server: needed("server")? });
    }
    if !takes(&["status", "headers", "body"]) {
        return Err(not_understood("`observe` has `status`, `headers` and `body`, or `sent`, `received` and `server`"));
    }
    let status = u16::try_from(needed("status")?).map_err(|_| not_understood("`status` must be 0 to 65535"))?;
    let headers = match answer.get("headers") {
        None => Vec::new(),
        Some(Value::Object(headers)) => headers.iter().map(header).collect::<Result<_, _>>()?,
        Some(_) => return Err(not_understood("`headers` must be an object")),
    };
    Ok(Ask::Answer { status, headers, body: document(answer, "body")?.unwrap_or_default() })
}

fn header((name, value): (&String, &Value)) -> Result<(String, String), Problem> {
    match value {
        Value::String(value) => Ok((name.clone(), value.clone())),
        _ => Err(not_understood("the values of `headers` must be strings")),
    }
}
