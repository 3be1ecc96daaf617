//! `binsign.Observed`: what is known after an answer of the exchange.

use binsign::Meaning;
use pyo3::prelude::*;

/// What is known after an answer of the exchange, or without one.
#[pyclass(frozen, eq, module = "binsign")]
#[derive(PartialEq)]
pub(crate) struct Observed {
    observed: binsign::Observed,
}

impl From<binsign::Observed> for Observed {
    fn from(observed: binsign::Observed) -> Self {
        Self { observed }
    }
}

#[pymethods]
impl Observed {
    /// The state of the key: `active`, `suspended`, `revoked`, `expired` or `terminated`.
    #[getter]
    fn key_state(&self) -> &'static str {
        self.observed.key_state.as_str()
    }

    /// Why the key is suspended: the exchange's code, 0 where there was only the status; None where it is not.
    #[getter]
    fn reason(&self) -> Option<i32> {
        self.observed.key_state.reason()
    }

    /// How far the exchange's clock is before the one here, in ms.
    #[getter]
    fn offset_ms(&self) -> i64 {
        self.observed.offset_ms
    }

    /// Until when nothing is signed, in ms since 1970; None where there is nothing to wait for.
    #[getter]
    fn wait_until_ms(&self) -> Option<u64> {
        self.observed.wait_until_ms
    }

    /// The weight used in this minute, as the answer has it.
    #[getter]
    fn used_weight(&self) -> Option<u32> {
        self.observed.used_weight
    }

    /// The orders of the account in these ten seconds, as the answer has them.
    #[getter]
    fn orders_10s(&self) -> Option<u32> {
        self.observed.orders.ten_seconds
    }

    /// The orders of the account in this minute (futures), as the answer has them.
    #[getter]
    fn orders_1m(&self) -> Option<u32> {
        self.observed.orders.minute
    }

    /// The orders of the account on this day, as the answer has them.
    #[getter]
    fn orders_1d(&self) -> Option<u32> {
        self.observed.orders.day
    }

    /// What the answer means: `fine`, `wait`, `clock-off`, `signature-invalid`, `key-rejected`, `unknown` (whether the
    /// request took effect is not known: ask for its status) or `refused`; None where there was no answer.
    #[getter]
    fn meaning(&self) -> Option<&'static str> {
        self.observed.meaning.map(|meaning| match meaning {
            Meaning::Fine => "fine",
            Meaning::Wait { .. } => "wait",
            Meaning::ClockOff => "clock-off",
            Meaning::SignatureInvalid => "signature-invalid",
            Meaning::KeyRejected { .. } => "key-rejected",
            Meaning::Unknown => "unknown",
            Meaning::Refused { .. } => "refused",
        })
    }

    fn __repr__(&self) -> String {
        let meaning = self.meaning().map(|meaning| format!(" {meaning}")).unwrap_or_default();
        format!("<Observed {}{meaning}>", self.key_state())
    }
}
