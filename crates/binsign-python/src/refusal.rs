//! Refusals as exceptions: the classes are Python's own (`binsign/_refusal.py`), code and message the core's.

use binsign::{Code, Denied, Error, Refusal};
use binsign_host::KeyFileError;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyType;

/// Why a function of this module ends early: binsign refused, or Python code that was called raised.
pub(crate) enum Refused {
    Refusal(Refusal),
    KeyFile(KeyFileError),
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

impl From<KeyFileError> for Refused {
    fn from(error: KeyFileError) -> Self {
        Self::KeyFile(error)
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
            Refused::Refusal(Refusal::Invalid(error)) => error_of(error.code(), &error.to_string()),
            Refused::Refusal(Refusal::Denied(denied)) => denied_of(&denied),
            Refused::KeyFile(error) => error_of(error.code(), &error.to_string()),
        }
    }
}

fn error_of(code: Code, message: &str) -> PyErr {
    static ERROR: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    Python::attach(|py| {
        let class = ERROR.import(py, "binsign._refusal", "Error")?;
        class.call1((code.name(), code.number(), message)).map(PyErr::from_value)
    })
    .unwrap_or_else(|raised| raised)
}

fn denied_of(denied: &Denied) -> PyErr {
    static DENIED: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    let (code, message) = (denied.code(), denied.to_string());
    let (clause, rule, param) = (denied.clause(), denied.rule(), denied.param());
    Python::attach(|py| {
        let class = DENIED.import(py, "binsign._refusal", "Denied")?;
        class.call1((code.name(), code.number(), message, clause, rule, param)).map(PyErr::from_value)
    })
    .unwrap_or_else(|raised| raised)
}
