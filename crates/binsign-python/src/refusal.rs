//! Refusals as exceptions: the classes are Python's own (`binsign/_refusal.py`), code and message the core's.

use binsign::{Denied, Error, Refusal};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyType;

/// Why a function of this module ends early: binsign refused, or Python code that was called raised.
pub(crate) enum Refused {
    Refusal(Refusal),
    Raised(PyErr),
}

impl From<Error> for Refused {
    fn from(error: Error) -> Self {
        Self::Refusal(error.into())
    }
}

impl From<Refusal> for Refused {
    fn from(refusal: Refusal) -> Self {
        Self::Refusal(refusal)
    }
}

impl From<PyErr> for Refused {
    fn from(raised: PyErr) -> Self {
        Self::Raised(raised)
    }
}

impl From<Refused> for PyErr {
    fn from(refused: Refused) -> Self {
        match refused {
            Refused::Raised(raised) => raised,
            Refused::Refusal(refusal) => Python::attach(|py| exception(py, &refusal).unwrap_or_else(|raised| raised)),
        }
    }
}

fn exception(py: Python<'_>, refusal: &Refusal) -> PyResult<PyErr> {
    static ERROR: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    static DENIED: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    let code = refusal.code();
    let (name, number, message) = (code.name(), code.number(), refusal.to_string());
    let value = match refusal {
        Refusal::Invalid(_) => ERROR.import(py, "binsign._refusal", "Error")?.call1((name, number, message))?,
        Refusal::Denied(denied) => {
            let (clause, rule, param) = ground(denied);
            let class = DENIED.import(py, "binsign._refusal", "Denied")?;
            class.call1((name, number, message, clause, rule, param))?
        }
    };
    Ok(PyErr::from_value(value))
}

/// Clause, rule and parameter of a denial.
fn ground(denied: &Denied) -> (&'static str, &'static str, Option<&str>) {
    (denied.clause(), denied.rule(), denied.param())
}
