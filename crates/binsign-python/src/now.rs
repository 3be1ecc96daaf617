//! `binsign.NOW`: the default of `timestamp`, apart from every value a caller could mean.

use std::borrow::Cow;

use binsign_host::Timestamp;
use pyo3::prelude::*;

use crate::refusal::Refused;
use crate::value::{Place, text};

/// The type of `binsign.NOW`; there is one object of it.
#[pyclass(frozen, module = "binsign", name = "_Now")]
pub(crate) struct Now;

#[pymethods]
impl Now {
    #[expect(clippy::unused_self, reason = "Python calls it with the object")]
    fn __repr__(&self) -> &'static str {
        "binsign.NOW"
    }

    /// The name under which `copy` and `pickle` find the one object again.
    #[expect(clippy::unused_self, reason = "Python calls it with the object")]
    fn __reduce__(&self) -> &'static str {
        "NOW"
    }
}

/// The argument `timestamp` of `Signer.sign`.
pub(crate) enum Time<'py> {
    Now,
    Given(Bound<'py, PyAny>),
}

impl<'py> FromPyObject<'_, 'py> for Time<'py> {
    type Error = PyErr;

    fn extract(value: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        Ok(if value.is_exact_instance_of::<Now>() { Self::Now } else { Self::Given(value.to_owned()) })
    }
}

impl Time<'_> {
    /// The text of the given time; nothing for None.
    pub(crate) fn text(&self) -> Result<Option<Cow<'_, str>>, Refused> {
        match self {
            Self::Now => Ok(None),
            Self::Given(value) => text(value, Place::argument("timestamp")),
        }
    }

    /// What the host crate takes, from the text of the given time.
    pub(crate) fn timestamp<'a>(&self, text: Option<&'a str>) -> Timestamp<'a> {
        match (self, text) {
            (Self::Now, _) => Timestamp::Now,
            (Self::Given(_), Some(text)) => Timestamp::Given(text),
            (Self::Given(_), None) => Timestamp::Omitted,
        }
    }
}
