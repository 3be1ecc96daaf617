//! Refusals as exceptions: the classes are Python's own (`binsign/_refusal.py`), code and message the core's.

use binsign::{Code, Denied, Error, Refusal};
use binsign_host::KeyFileError;
use binsign_host::policy::PolicyTextError;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyType;

/// Why a function of this module ends early: binsign refused, or Python code that was called raised.
pub(crate) enum Refused {
    Refusal(Refusal),
    KeyFile(KeyFileError),
    PolicyText(PolicyTextError),
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

impl From<PolicyTextError> for Refused {
    fn from(error: PolicyTextError) -> Self {
        Self::PolicyText(error)
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
            Refused::PolicyText(error) => policy_error_of(&error),
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

fn policy_error_of(error: &PolicyTextError) -> PyErr {
    static POLICY_ERROR: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    let code = error.code();
    Python::attach(|py| {
        let class = POLICY_ERROR.import(py, "binsign._refusal", "PolicyError")?;
        let arguments = (code.name(), code.number(), error.to_string(), error.line(), error.column());
        class.call1(arguments).map(PyErr::from_value)
    })
    .unwrap_or_else(|raised| raised)
}

fn denied_of(denied: &Denied) -> PyErr {
    static DENIED: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    let (code, message) = (denied.code(), denied.to_string());
    let (clause, rule, param) = (denied.clause(), denied.rule(), denied.param());
    let mut opens = String::new();
    denied.opens(&mut |piece| opens.push_str(piece));
    let opens = Some(opens).filter(|opens| !opens.is_empty());
    Python::attach(|py| {
        let class = DENIED.import(py, "binsign._refusal", "Denied")?;
        class.call1((code.name(), code.number(), message, clause, rule, param, opens)).map(PyErr::from_value)
    })
    .unwrap_or_else(|raised| raised)
}
