//! Parameters as Python gives them, a mapping or pairs, as names and texts in order.

use binsign::{Code, Error, MAX_REQUEST};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyDict, PyList, PyString, PyTuple, PyType};

use crate::refusal::Refused;
use crate::value::{Place, Sent, sent, str_text};

/// A name and its value, both still Python's.
pub(crate) type Member<'py> = (Bound<'py, PyAny>, Bound<'py, PyAny>);

/// The members of the argument `params` or `body`, taken out before any value is looked at: looking may run Python
/// code, which could change the collection.
pub(crate) fn collect<'py>(argument: Option<&Bound<'py, PyAny>>, name: &str) -> Result<Vec<Member<'py>>, Refused> {
    let Some(value) = argument.filter(|value| !value.is_none()) else { return Ok(Vec::new()) };
    if let Ok(dict) = value.cast::<PyDict>() {
        return members(dict);
    }
    let not_taken = || Place::argument(name).error(Code::ValueType);
    if value.is_instance_of::<PyString>() {
        return Err(not_taken());
    }
    let pairs = if let Ok(list) = value.cast::<PyList>() {
        list.to_tuple()
    } else if let Ok(tuple) = value.cast::<PyTuple>() {
        tuple.clone()
    } else if is_a(value, &MAPPING, "Mapping")? {
        listed(&value.call_method0("items")?)?
    } else if is_a(value, &SEQUENCE, "Sequence")? {
        listed(value)?
    } else {
        return Err(not_taken());
    };
    pairs
        .iter()
        .enumerate()
        .map(|(index, pair)| as_pair(&pair).ok_or_else(|| Place::parameter(index, "").error(Code::ValueType)))
        .collect()
}

static MAPPING: PyOnceLock<Py<PyType>> = PyOnceLock::new();
static SEQUENCE: PyOnceLock<Py<PyType>> = PyOnceLock::new();

/// Whether the value is of an abstract class of `collections.abc`. What the question raises comes through: a cast
/// would swallow it.
fn is_a(value: &Bound<'_, PyAny>, class: &PyOnceLock<Py<PyType>>, name: &str) -> PyResult<bool> {
    value.is_instance(class.import(value.py(), "collections.abc", name)?)
}

/// The items of an iterable, as long as they could fit into a request.
fn listed<'py>(iterable: &Bound<'py, PyAny>) -> Result<Bound<'py, PyTuple>, Refused> {
    let items = iterable.try_iter()?.take(MAX_REQUEST + 1).collect::<PyResult<Vec<_>>>()?;
    if items.len() > MAX_REQUEST {
        return Err(Error::new(Code::RequestTooLong).into());
    }
    Ok(PyTuple::new(iterable.py(), items)?)
}

/// The members of a dict in its own order, which a subclass may have changed.
pub(crate) fn members<'py>(dict: &Bound<'py, PyDict>) -> Result<Vec<Member<'py>>, Refused> {
    if dict.is_exact_instance_of::<PyDict>() {
        // No Python code runs in between, so the dict stays as it is.
        return Ok(dict.iter().collect());
    }
    let not_pairs = || Refused::Raised(PyTypeError::new_err("items() of a mapping must give pairs"));
    listed(&dict.call_method0("items")?)?.iter().map(|pair| as_pair(&pair).ok_or_else(not_pairs)).collect()
}

/// A tuple or list of two.
fn as_pair<'py>(pair: &Bound<'py, PyAny>) -> Option<Member<'py>> {
    match pair.cast::<PyTuple>() {
        Ok(tuple) => tuple.extract().ok(),
        Err(_) => pair.cast::<PyList>().ok()?.to_tuple().extract().ok(),
    }
}

/// Names and values of the members that are sent; `before` parameters come earlier in the request.
pub(crate) fn named<'a>(members: &'a [Member<'_>], before: usize) -> Result<Vec<(&'a str, Sent<'a>)>, Refused> {
    let mut named = Vec::with_capacity(members.len());
    for (name, value) in members {
        let here = before + named.len();
        let unnamed = Place::parameter(here, "");
        let name = str_text(name.cast::<PyString>().map_err(|_| unnamed.error(Code::ValueType))?, unnamed)?;
        if let Some(sent) = sent(value, Place::parameter(here, name))? {
            named.push((name, sent));
        }
    }
    Ok(named)
}

/// The same as names and texts, where the exchange makes no difference between values.
pub(crate) fn texts<'a>(named: &'a [(&'a str, Sent<'a>)]) -> Vec<(&'a str, &'a str)> {
    named.iter().map(|(name, sent)| (*name, sent.text.as_ref())).collect()
}
