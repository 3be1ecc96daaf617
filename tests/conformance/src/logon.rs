//! The fields of a FIX Logon: from a case to the wire, and from there to the core.

use binsign::{FixLogon, MessageHandling, ResponseMode};
use serde_json::{Map, Value};

use crate::fields::{Problem, flag, not_understood, scalar, text};

/// The fields in the order of the wire.
const NAMES: [&str; 12] = [
    "sender_comp_id",
    "target_comp_id",
    "msg_seq_num",
    "sending_time",
    "heart_bt_int",
    "message_handling",
    "response_mode",
    "recv_window",
    "drop_copy",
    "sbe_schema_id",
    "sbe_schema_version",
    "sbe",
];
/// The fields that every case has.
const ALWAYS: [&str; 4] = ["sender_comp_id", "sending_time", "heart_bt_int", "message_handling"];

/// The fields of a case that are given, as text.
pub(crate) fn fields(fix: Option<&Value>) -> Result<Vec<(&'static str, String)>, Problem> {
    let Some(Value::Object(fix)) = fix else { return Err(not_understood("`fix` must be an object")) };
    if let Some(name) = fix.keys().find(|name| !NAMES.contains(&name.as_str())) {
        return Err(not_understood(format!("`fix` has no field `{name}`")));
    }
    if let Some(name) = ALWAYS.iter().find(|name| !fix.contains_key(**name)) {
        return Err(not_understood(format!("`fix` has no `{name}`")));
    }
    if fix.contains_key("sbe_schema_id") != fix.contains_key("sbe_schema_version") {
        return Err(not_understood("`sbe_schema_id` and `sbe_schema_version` go together"));
    }
    let mut found = Vec::new();
    for name in NAMES {
        let text = match name {
            "msg_seq_num" => number(fix, name, u64::MAX)?,
            "heart_bt_int" => number(fix, name, u32::MAX.into())?,
            "sbe_schema_id" | "sbe_schema_version" => number(fix, name, u16::MAX.into())?,
            "message_handling" | "response_mode" => {
                let mode = number(fix, name, 2)?;
                if mode.as_deref() == Some("0") {
                    return Err(not_understood(format!("`{name}` must be 1 or 2")));
                }
                mode
            }
            "drop_copy" | "sbe" => flag(fix, name)?.then(|| "Y".into()),
            "recv_window" => scalar(fix, name)?,
            _ => text(fix, name)?,
        };
        found.extend(text.map(|text| (name, text)));
    }
    Ok(found)
}

fn number(fix: &Map<String, Value>, name: &str, most: u64) -> Result<Option<String>, Problem> {
    match fix.get(name) {
        None => Ok(None),
        Some(value) => match value.as_u64().filter(|number| *number <= most) {
            Some(number) => Ok(Some(number.to_string())),
            None => Err(not_understood(format!("`{name}` must be a whole number up to {most}"))),
        },
    }
}

/// The fields of [`Ask::Fix`](crate::Ask::Fix) as the core takes them; one that is left out has its usual value.
#[must_use]
pub fn logon<'a>(fields: &'a [(&'static str, String)]) -> FixLogon<'a> {
    let get = |name: &str| fields.iter().find(|field| field.0 == name).map(|field| field.1.as_str());
    let digits = |name: &str| get(name).and_then(|text| text.parse::<u64>().ok());
    let short = |name: &str| digits(name).and_then(|number| u16::try_from(number).ok());
    let mut logon = FixLogon::new(get("sender_comp_id").unwrap_or_default(), get("sending_time").unwrap_or_default());
    logon.target_comp_id = get("target_comp_id").unwrap_or(logon.target_comp_id);
    logon.msg_seq_num = digits("msg_seq_num").unwrap_or(logon.msg_seq_num);
    logon.heart_bt_int =
        digits("heart_bt_int").and_then(|seconds| u32::try_from(seconds).ok()).unwrap_or(logon.heart_bt_int);
    logon.message_handling =
        digits("message_handling").and_then(MessageHandling::of_number).unwrap_or(logon.message_handling);
    logon.response_mode = digits("response_mode").and_then(ResponseMode::of_number);
    logon.recv_window = get("recv_window");
    logon.drop_copy = get("drop_copy").is_some();
    logon.sbe_schema = short("sbe_schema_id").zip(short("sbe_schema_version"));
    logon.sbe = get("sbe").is_some();
    logon
}
