//! A Python value as the text that is sent, exactly or not at all.

use std::borrow::Cow;

use binsign::{Code, Error, MAX_REQUEST};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyBool, PyInt, PyString, PyType};

use crate::decimal::{Plain, plain};
use crate::json;
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

/// The text of a value; nothing for `None`, which leaves the parameter out.
pub(crate) fn text<'a>(value: &'a Bound<'_, PyAny>, place: Place<'_>) -> Result<Option<Cow<'a, str>>, Refused> {
    if let Ok(text) = value.cast::<PyString>() {
        return Ok(Some(Cow::Borrowed(str_text(text, place)?)));
    }
    if value.is_none() {
        return Ok(None);
    }
    let text = if let Ok(truth) = value.cast::<PyBool>() {
        Cow::Borrowed(if truth.is_true() { "true" } else { "false" })
    } else if let Ok(number) = value.cast::<PyInt>() {
        Cow::Owned(whole_number(number, place)?)
    } else if is_decimal(value)? {
        Cow::Owned(decimal_text(value, place)?)
    } else if let Some(json) = json::compact(value, place)? {
        Cow::Owned(json)
    } else {
        return Err(place.error(Code::ValueType));
    };
    Ok(Some(text))
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

/// Whether the value really is a `decimal.Decimal`, whatever its `__class__` says.
pub(crate) fn is_decimal(value: &Bound<'_, PyAny>) -> PyResult<bool> {
    value.get_type().is_subclass(decimal_type(value.py())?)
}

/// The digits of a Decimal, without exponent.
pub(crate) fn decimal_text(value: &Bound<'_, PyAny>, place: Place<'_>) -> Result<String, Refused> {
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
