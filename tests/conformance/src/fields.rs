//! The fields of a case, one type each.

use binsign::Code;
use binsign::catalogue::Family;
use serde_json::{Map, Value};

use crate::{Param, plain};

/// Why a case cannot be answered by any face.
pub(crate) type Problem = (Code, String);

pub(crate) fn not_understood(message: impl Into<String>) -> Problem {
    (Code::CaseNotUnderstood, message.into())
}

pub(crate) fn missing_key(message: impl Into<String>) -> Problem {
    (Code::KeyMissing, message.into())
}

pub(crate) fn not_for(transport: &str, name: &str) -> Problem {
    (Code::NotForTransport, format!("`{name}` does not go with the transport {transport}; leave it out"))
}

pub(crate) fn text(fields: &Map<String, Value>, name: &str) -> Result<Option<String>, Problem> {
    match fields.get(name) {
        None => Ok(None),
        Some(Value::String(text)) => Ok(Some(text.clone())),
        Some(_) => Err(not_understood(format!("`{name}` must be a string"))),
    }
}

/// `true` or `false`; left out, `false`.
pub(crate) fn flag(fields: &Map<String, Value>, name: &str) -> Result<bool, Problem> {
    match fields.get(name) {
        None => Ok(false),
        Some(Value::Bool(flag)) => Ok(*flag),
        Some(_) => Err(not_understood(format!("`{name}` must be true or false"))),
    }
}

/// A whole number that is not negative.
pub(crate) fn whole(fields: &Map<String, Value>, name: &str) -> Result<Option<u64>, Problem> {
    match fields.get(name) {
        None => Ok(None),
        Some(value) => match value.as_u64() {
            Some(number) => Ok(Some(number)),
            None => Err(not_understood(format!("`{name}` must be a whole number, not negative"))),
        },
    }
}

/// A number or a string, as text.
pub(crate) fn scalar(fields: &Map<String, Value>, name: &str) -> Result<Option<String>, Problem> {
    match fields.get(name) {
        None => Ok(None),
        Some(value @ (Value::Number(_) | Value::String(_))) => {
            plain::text(value).map_err(|problem| (Code::ValueType, format!("`{name}`: {problem}")))
        }
        Some(_) => Err(not_understood(format!("`{name}` must be a number or a string"))),
    }
}

/// A family, which has to be that of the path where there is one.
pub(crate) fn family(fields: &Map<String, Value>, path: Option<&str>) -> Result<Option<Family>, Problem> {
    let Some(name) = text(fields, "family")? else { return Ok(None) };
    let Some(named) = Family::of_name(&name) else {
        return Err(not_understood("`family` must be spot, sapi, futures-um, futures-cm, options or portfolio-margin"));
    };
    match path.and_then(Family::of_path) {
        Some(family) if family != named => Err((
            Code::FamilyMismatch,
            format!("`family` says {name}, but the path belongs to {}; correct one of them", family.as_str()),
        )),
        _ => Ok(Some(named)),
    }
}

/// Pairs of name and value; those with `null` are left out.
pub(crate) fn params(fields: &Map<String, Value>, name: &str) -> Result<Vec<Param>, Problem> {
    let list = match fields.get(name) {
        None => return Ok(Vec::new()),
        Some(Value::Array(list)) => list,
        Some(_) => return Err(not_understood(format!("`{name}` must be an array of [name, value]"))),
    };
    let mut params = Vec::with_capacity(list.len());
    for (index, entry) in list.iter().enumerate() {
        let Some([Value::String(parameter), value]) = entry.as_array().map(Vec::as_slice) else {
            return Err(not_understood(format!("`{name}`, entry {}: must be [name, value]", index + 1)));
        };
        let text = plain::text(value)
            .map_err(|problem| (Code::ValueType, format!("`{name}`, entry {}: {problem}", index + 1)))?;
        if let Some(text) = text {
            params.push(Param { name: parameter.clone(), text, literal: !value.is_string() });
        }
    }
    Ok(params)
}
