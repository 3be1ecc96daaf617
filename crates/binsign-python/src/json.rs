//! A list, tuple or dict as compact JSON: members in their order, text as raw UTF-8, decimals and floats plain; and
//! `binsign.Json`, JSON that the caller has written.

use std::fmt::Write as _;

use binsign::{Code, MAX_REQUEST};
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyDict, PyInt, PyList, PyString, PyTuple};

use crate::parameters::members;
use crate::refusal::Refused;
use crate::value::{Place, decimal, enumerated, index, str_argument, str_text, whole_number};

/// A value that stands in JSON as it is written: a decimal that is a number and no string, an array made elsewhere.
///
/// Without blanks and exponents. Only the WebSocket API makes a difference between this and its text.
#[pyclass(frozen, eq, hash, module = "binsign")]
#[derive(PartialEq, Eq, Hash)]
pub(crate) struct Json {
    pub(crate) text: String,
}

#[pymethods]
impl Json {
    /// Takes the JSON of a number, a truth, an array or an object.
    #[new]
    fn new(text: &Bound<'_, PyAny>) -> PyResult<Self> {
        Ok(Self { text: str_argument(text, "text")?.to_owned() })
    }

    /// The JSON.
    #[getter]
    fn text(&self) -> &str {
        &self.text
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Ok(format!("binsign.Json({})", PyString::new(py, &self.text).repr()?))
    }

    /// With what `copy` and `pickle` make it anew.
    fn __getnewargs__(&self) -> (&str,) {
        (&self.text,)
    }
}

/// Deeper lists end in no request; a list that holds itself would never end.
const DEEPEST: usize = 64;

/// The JSON text of `value`, where it is a list, a tuple or a dict.
pub(crate) fn compact(value: &Bound<'_, PyAny>, place: Place<'_>) -> Result<Option<String>, Refused> {
    if !(value.is_instance_of::<PyList>() || value.is_instance_of::<PyTuple>() || value.is_instance_of::<PyDict>()) {
        return Ok(None);
    }
    let mut json = String::new();
    put(&mut json, value, place, 0)?;
    Ok(Some(json))
}

fn put(json: &mut String, value: &Bound<'_, PyAny>, place: Place<'_>, depth: usize) -> Result<(), Refused> {
    if json.len() > MAX_REQUEST {
        return Err(binsign::Error::new(Code::RequestTooLong).into());
    }
    if depth > DEEPEST {
        return Err(place.error(Code::ValueType));
    }
    if let Ok(text) = value.cast::<PyString>() {
        put_text(json, str_text(text, place)?);
    } else if value.is_none() {
        json.push_str("null");
    } else if let Ok(truth) = value.cast::<PyBool>() {
        json.push_str(if truth.is_true() { "true" } else { "false" });
    } else if let Ok(number) = value.cast::<PyInt>() {
        json.push_str(&whole_number(number, place)?);
    } else if let Ok(list) = value.cast::<PyList>() {
        put_list(json, &list.to_tuple(), place, depth)?;
    } else if let Ok(tuple) = value.cast::<PyTuple>() {
        put_list(json, tuple, place, depth)?;
    } else if let Ok(dict) = value.cast::<PyDict>() {
        json.push('{');
        for (index, (name, member)) in members(dict)?.into_iter().enumerate() {
            if index > 0 {
                json.push(',');
            }
            let name = name.cast::<PyString>().map_err(|_| place.error(Code::ValueType))?;
            put_text(json, str_text(name, place)?);
            json.push(':');
            put(json, &member, place, depth + 1)?;
        }
        json.push('}');
    } else if let Some(decimal) = decimal(value, place)? {
        json.push_str(&decimal);
    } else if let Some(member) = enumerated(value)? {
        put_text(json, str_text(&member, place)?);
    } else {
        json.push_str(&whole_number(&index(value, place)?, place)?);
    }
    Ok(())
}

fn put_list(json: &mut String, list: &Bound<'_, PyTuple>, place: Place<'_>, depth: usize) -> Result<(), Refused> {
    json.push('[');
    for (index, member) in list.iter().enumerate() {
        if index > 0 {
            json.push(',');
        }
        put(json, &member, place, depth + 1)?;
    }
    json.push(']');
    Ok(())
}

/// A JSON string (RFC 8259, section 7) with only those escapes that must be.
fn put_text(json: &mut String, text: &str) {
    json.push('"');
    for character in text.chars() {
        match character {
            '"' => json.push_str("\\\""),
            '\\' => json.push_str("\\\\"),
            '\n' => json.push_str("\\n"),
            '\r' => json.push_str("\\r"),
            '\t' => json.push_str("\\t"),
            '\u{8}' => json.push_str("\\b"),
            '\u{c}' => json.push_str("\\f"),
            control if control < ' ' => {
                // Writing to a String cannot fail.
                let _ = write!(json, "\\u{:04x}", u32::from(control));
            }
            other => json.push(other),
        }
    }
    json.push('"');
}
