//! `binsign.Finding`: something that is wrong with a key.

use binsign::Severity;
use pyo3::prelude::*;

/// Something that is wrong with a key, or between the key and what is needed.
#[pyclass(frozen, eq, module = "binsign")]
#[derive(PartialEq)]
pub(crate) struct Finding {
    finding: binsign::Finding,
}

impl From<binsign::Finding> for Finding {
    fn from(finding: binsign::Finding) -> Self {
        Self { finding }
    }
}

#[pymethods]
impl Finding {
    /// The stable name, such as `PERMISSION_UNNEEDED`.
    #[getter]
    fn name(&self) -> &'static str {
        self.finding.kind().name()
    }

    /// How much it weighs: `high`, `medium` or `low`.
    #[getter]
    fn severity(&self) -> &'static str {
        match self.finding.severity() {
            Severity::High => "high",
            Severity::Medium => "medium",
            Severity::Low => "low",
        }
    }

    /// The clause of Binance's API Service Terms behind it, as part and number (`E 11 d`).
    #[getter]
    fn clause(&self) -> &'static str {
        self.finding.clause()
    }

    /// The permission that it is about, as the exchange names it, where it is about one.
    #[getter]
    fn permission(&self) -> Option<&'static str> {
        self.finding.permission().map(binsign::Permissions::name)
    }

    /// What is wrong and what to do.
    #[getter]
    fn message(&self) -> String {
        self.finding.to_string()
    }

    fn __repr__(&self) -> String {
        format!("<Finding {} {}>", self.name(), self.severity())
    }

    fn __str__(&self) -> String {
        format!("{}: {}", self.name(), self.finding)
    }
}
