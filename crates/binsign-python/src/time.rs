//! Times as Python gives them: the present one (`binsign.NOW`), whole numbers whose unit is the argument's, moments
//! with a time zone, and text.

use binsign::{Code, Error};
use binsign_host::Timestamp;
use pyo3::exceptions::PyValueError;
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyBool, PyInt, PyType};

use crate::refusal::Refused;
use crate::value::{Place, index, text};

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

/// An argument that is a time, the present one where nothing is given.
pub(crate) enum Given<'py> {
    Now,
    Value(Bound<'py, PyAny>),
}

impl<'py> FromPyObject<'_, 'py> for Given<'py> {
    type Error = PyErr;

    fn extract(value: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        Ok(if value.is_exact_instance_of::<Now>() { Self::Now } else { Self::Value(value.to_owned()) })
    }
}

/// A time, taken out of Python.
pub(crate) enum Time {
    Now,
    Omitted,
    Ms(u64),
    Us(u64),
    Text(String),
}

impl Time {
    /// The time in `timestamp` (ms) or `timestamp_us` (µs).
    pub(crate) fn stamp(ms: &Given<'_>, us: Option<&Bound<'_, PyAny>>) -> Result<Self, Refused> {
        let Some(us) = us.filter(|us| !us.is_none()) else { return Self::of(ms, "timestamp", Unit::Ms) };
        if let Given::Value(_) = ms {
            return Err(Place::argument("timestamp").error(Code::ParameterTwice));
        }
        let place = Place::argument("timestamp_us");
        if let Some(time) = moment(us, "timestamp_us", Unit::Us)? {
            return Ok(time);
        }
        if us.is_instance_of::<PyBool>() {
            return Err(place.error(Code::ValueType));
        }
        let number = index(us, place)?.extract().map_err(|_| place.error(Code::TimestampOutOfRange))?;
        Ok(Self::Us(number))
    }

    /// The time in `sending_time`: a moment keeps its µs.
    pub(crate) fn sending(given: &Given<'_>) -> Result<Self, Refused> {
        match Self::of(given, "sending_time", Unit::Us)? {
            Self::Omitted => Err(Error::about(Code::ValueType, 0, "sending_time").into()),
            time => Ok(time),
        }
    }

    fn of(given: &Given<'_>, name: &str, unit: Unit) -> Result<Self, Refused> {
        let Given::Value(value) = given else { return Ok(Self::Now) };
        if let Ok(number) = value.cast::<PyInt>()
            && !value.is_instance_of::<PyBool>()
            && let Ok(ms) = number.extract()
        {
            return Ok(Self::Ms(ms));
        }
        if let Some(time) = moment(value, name, unit)? {
            return Ok(time);
        }
        Ok(text(Some(value), name)?.map_or(Self::Omitted, |text| Self::Text(text.into_owned())))
    }

    /// What the host crate takes.
    pub(crate) fn timestamp(&self) -> Timestamp<'_> {
        match self {
            Self::Now => Timestamp::Now,
            Self::Omitted => Timestamp::Omitted,
            Self::Ms(ms) => Timestamp::Ms(*ms),
            Self::Us(us) => Timestamp::Us(*us),
            Self::Text(text) => Timestamp::Given(text),
        }
    }
}

/// In what a moment is counted.
#[derive(Clone, Copy)]
enum Unit {
    Ms,
    Us,
}

/// The time of a `datetime` with a time zone, rounded down; nothing where the value is no `datetime`.
fn moment(value: &Bound<'_, PyAny>, name: &str, unit: Unit) -> Result<Option<Time>, Refused> {
    static DATETIME: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    static EPOCH: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    static MICROSECOND: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    let py = value.py();
    let class = DATETIME.import(py, "datetime", "datetime")?;
    if !value.get_type().is_subclass(class)? {
        return Ok(None);
    }
    if value.call_method0(intern!(py, "utcoffset"))?.is_none() {
        let message =
            format!("`{name}` is a datetime without a time zone; give one with it, as datetime.now(timezone.utc)");
        return Err(Refused::Raised(PyValueError::new_err(message)));
    }
    let epoch = EPOCH.get_or_try_init(py, || {
        let utc = py.import("datetime")?.getattr("timezone")?.getattr("utc")?;
        class.call_method1("fromtimestamp", (0, utc)).map(Bound::unbind)
    })?;
    let microsecond = MICROSECOND
        .get_or_try_init(py, || py.import("datetime")?.getattr("timedelta")?.call1((0, 0, 1)).map(Bound::unbind))?;
    let us = value.sub(epoch)?.call_method1(intern!(py, "__floordiv__"), (microsecond,))?;
    // A moment before 1970 is none the exchange takes.
    let us: u64 = us.extract().map_err(|_| Place::argument(name).error(Code::TimestampOutOfRange))?;
    Ok(Some(match unit {
        Unit::Ms => Time::Ms(us / 1000),
        Unit::Us => Time::Us(us),
    }))
}
