//! A Python value as the text that is sent, exactly or not at all.

use std::borrow::Cow;

use binsign::{Code, Error, MAX_REQUEST};
use binsign_host::plain_decimal;
use pyo3::exceptions::PyTypeError;
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyBool, PyFloat, PyInt, PyString, PyType};

use crate::decimal::{Plain, plain};
use crate::json::{self, Json};
use crate::refusal::Refused;

/// Where a value stands, for the error that names it.
#[derive(Clone, Copy)]
pub(crate) struct Place<'a> {
    /// From 1 over query and body together; 0 for an argument of a function.
    position: u16,
    name: &'a str,
}

impl<'a> Place<'a> {
    /// An argument of a function.
    pub(crate) const fn argument(name: &'a str) -> Self {
        Self { position: 0, name }
    }

    /// A parameter of the request; `before` others come earlier. Its name may not be known.
    pub(crate) fn parameter(before: usize, name: &'a str) -> Self {
        Self { position: u16::try_from(before + 1).unwrap_or(u16::MAX), name }
    }

    pub(crate) fn error(self, code: Code) -> Refused {
        Error::about(code, self.position, self.name).into()
    }
}

/// What is sent of a value.
pub(crate) struct Sent<'a> {
    pub(crate) text: Cow<'a, str>,
    /// Whether it stands without quotes in JSON. A Decimal and a float do not: the exchange has its decimals as text.
    pub(crate) literal: bool,
}

impl<'a> Sent<'a> {
    const fn text(text: Cow<'a, str>) -> Self {
        Self { text, literal: false }
    }

    const fn literal(text: Cow<'a, str>) -> Self {
        Self { text, literal: true }
    }
}

/// What is sent of a value; nothing for `None`, which leaves the parameter out.
pub(crate) fn sent<'a>(value: &'a Bound<'_, PyAny>, place: Place<'_>) -> Result<Option<Sent<'a>>, Refused> {
    if let Ok(text) = value.cast::<PyString>() {
        return Ok(Some(Sent::text(Cow::Borrowed(str_text(text, place)?))));
    }
    if value.is_none() {
        return Ok(None);
    }
    Ok(Some(if let Ok(truth) = value.cast::<PyBool>() {
        Sent::literal(Cow::Borrowed(if truth.is_true() { "true" } else { "false" }))
    } else if let Ok(number) = value.cast::<PyInt>() {
        Sent::literal(Cow::Owned(whole_number(number, place)?))
    } else if let Some(decimal) = decimal(value, place)? {
        Sent::text(Cow::Owned(decimal))
    } else if let Some(json) = json::compact(value, place)? {
        Sent::literal(Cow::Owned(json))
    } else if let Ok(json) = value.cast::<Json>() {
        Sent::literal(Cow::Borrowed(json.get().text.as_str()))
    } else if let Some(member) = enumerated(value)? {
        Sent::text(Cow::Owned(str_text(&member, place)?.to_owned()))
    } else {
        Sent::literal(Cow::Owned(whole_number(&index(value, place)?, place)?))
    }))
}

/// The text of an argument; nothing for `None`.
pub(crate) fn text<'a>(value: Option<&'a Bound<'_, PyAny>>, name: &str) -> Result<Option<Cow<'a, str>>, Refused> {
    Ok(match value {
        Some(value) => sent(value, Place::argument(name))?.map(|sent| sent.text),
        None => None,
    })
}

/// The plain digits of a float or a Decimal; nothing where the value is neither.
pub(crate) fn decimal(value: &Bound<'_, PyAny>, place: Place<'_>) -> Result<Option<String>, Refused> {
    Ok(if let Ok(float) = value.cast::<PyFloat>() {
        Some(plain_decimal(float.value(), place.position, place.name)?)
    } else if is_a(value, decimal_type(value.py())?)? {
        Some(decimal_text(value, place)?)
    } else {
        None
    })
}

/// The text of a member of an enumeration of text.
pub(crate) fn enumerated<'py>(value: &Bound<'py, PyAny>) -> PyResult<Option<Bound<'py, PyString>>> {
    static ENUM: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    let py = value.py();
    if !is_a(value, ENUM.import(py, "enum", "Enum")?)? {
        return Ok(None);
    }
    Ok(value.getattr(intern!(py, "value"))?.cast_into().ok())
}

/// A whole number of another package (`numpy.int64`), by way of `__index__`, which is exact.
pub(crate) fn index<'py>(value: &Bound<'py, PyAny>, place: Place<'_>) -> Result<Bound<'py, PyInt>, Refused> {
    static INDEX: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    let py = value.py();
    let number = INDEX.import(py, "operator", "index")?.call1((value,)).map_err(|raised| {
        // What Python says of a value that is no whole number.
        if raised.is_instance_of::<PyTypeError>(py) { place.error(Code::ValueType) } else { raised.into() }
    })?;
    number.cast_into().map_err(|_| place.error(Code::ValueType))
}

/// Whether the value really is of a class, whatever its `__class__` says.
fn is_a(value: &Bound<'_, PyAny>, class: &Bound<'_, PyType>) -> PyResult<bool> {
    value.get_type().is_subclass(class)
}

/// A str as UTF-8, lent by the object itself; a lone surrogate has none.
pub(crate) fn str_text<'a>(text: &'a Bound<'_, PyString>, place: Place<'_>) -> Result<&'a str, Refused> {
    text.to_str().map_err(|_| place.error(Code::InvalidUtf8))
}

/// An argument that must be a str.
pub(crate) fn str_argument<'a>(value: &'a Bound<'_, PyAny>, name: &str) -> Result<&'a str, Refused> {
    let place = Place::argument(name);
    str_text(value.cast::<PyString>().map_err(|_| place.error(Code::ValueType))?, place)
}

/// The digits of an int of any size.
pub(crate) fn whole_number(number: &Bound<'_, PyInt>, place: Place<'_>) -> Result<String, Refused> {
    static BIT_LENGTH: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    if let Ok(small) = number.extract::<i64>() {
        return Ok(small.to_string());
    }
    let py = number.py();
    // The int type's own method: a subclass may have put another in its place.
    let bit_length =
        BIT_LENGTH.get_or_try_init(py, || py.get_type::<PyInt>().getattr("bit_length").map(Bound::unbind))?;
    let bits: usize = bit_length.bind(py).call1((number,))?.extract()?;
    if bits > 4 * MAX_REQUEST {
        return Err(Error::new(Code::RequestTooLong).into());
    }
    // By way of Decimal, which is exact and has no limit of 4300 digits as int has.
    decimal_text(&decimal_type(py)?.call1((number,))?, place)
}

/// The digits of a Decimal, without exponent.
fn decimal_text(value: &Bound<'_, PyAny>, place: Place<'_>) -> Result<String, Refused> {
    static TEXT: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    let py = value.py();
    let decimal_str = TEXT.get_or_try_init(py, || decimal_type(py)?.getattr("__str__").map(Bound::unbind))?;
    let scientific = decimal_str.bind(py).call1((value,))?;
    match plain(scientific.cast::<PyString>().map_err(PyErr::from)?.to_str()?) {
        Plain::Number(digits) => Ok(digits),
        Plain::NoNumber => Err(place.error(Code::ValueType)),
        Plain::TooLong => Err(Error::new(Code::RequestTooLong).into()),
    }
}

fn decimal_type(py: Python<'_>) -> PyResult<&Bound<'_, PyType>> {
    static DECIMAL: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    DECIMAL.import(py, "decimal", "Decimal")
}
