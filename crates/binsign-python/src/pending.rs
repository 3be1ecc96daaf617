//! `binsign.Pending`: a request that was allowed and waits for the signature of a key elsewhere.

use std::sync::{Mutex, PoisonError};

use binsign::{Code, Error};
use binsign_host::PendingRequest;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyByteArray, PyBytes};

use crate::refusal::Refused;
use crate::signed_message::SignedMessage;
use crate::signed_request::SignedRequest;
use crate::value::Place;

/// A request that was allowed and waits for the signature of a key elsewhere.
///
/// Its repr shows nothing of it. What has been finished is used up.
#[pyclass(frozen, generic, module = "binsign")]
pub(crate) struct Pending {
    request: Mutex<Option<PendingRequest>>,
    ends_as: Kind,
}

/// What becomes of a pending request.
#[derive(Clone, Copy)]
pub(crate) enum Kind {
    Request,
    Message,
}

impl Pending {
    pub(crate) const fn new(request: PendingRequest, ends_as: Kind) -> Self {
        Self { request: Mutex::new(Some(request)), ends_as }
    }

    fn look<T>(&self, look: impl FnOnce(&PendingRequest) -> T) -> Result<T, Refused> {
        let request = self.request.lock().unwrap_or_else(PoisonError::into_inner);
        request.as_ref().map(look).ok_or_else(|| Error::new(Code::HandleUsedUp).into())
    }
}

#[pymethods]
impl Pending {
    /// The bytes to sign; empty where the request needs no signature.
    #[getter]
    fn payload<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyBytes>> {
        Ok(self.look(|request| PyBytes::new(py, request.payload()))?)
    }

    /// Whether a signature is to be made at all.
    #[getter]
    fn needs_signature(&self) -> PyResult<bool> {
        Ok(self.look(PendingRequest::needs_signature)?)
    }

    /// Takes the signature, as bytes and not as text (32 of HMAC, 64 of Ed25519, as many as the modulus has of RSA), and
    /// verifies it where the public key is known; gives what `sign` gives. Without a signature where none is needed.
    #[pyo3(signature = (signature=None))]
    fn finish<'py>(&self, py: Python<'py>, signature: Option<&Bound<'py, PyAny>>) -> PyResult<Bound<'py, PyAny>> {
        let signature = signature.map(signature_bytes).transpose()?.unwrap_or_default();
        let request = self.request.lock().unwrap_or_else(PoisonError::into_inner).take();
        let request = request.ok_or_else(|| Refused::from(Error::new(Code::HandleUsedUp)))?;
        let signed = request.finish(&signature).map_err(Refused::from)?;
        Ok(match self.ends_as {
            Kind::Request => Bound::new(py, SignedRequest::from(signed))?.into_any(),
            Kind::Message => Bound::new(py, SignedMessage::from(signed))?.into_any(),
        })
    }

    #[expect(clippy::unused_self, reason = "Python calls it with the object")]
    fn __repr__(&self) -> &'static str {
        "<Pending>"
    }

    #[expect(clippy::unused_self, reason = "Python calls it with the object")]
    fn __reduce__(&self) -> PyResult<()> {
        Err(PyTypeError::new_err("a Pending can be neither copied nor pickled; hand on its payload"))
    }

    /// What pickle and copy ask first.
    fn __reduce_ex__(&self, _protocol: &Bound<'_, PyAny>) -> PyResult<()> {
        self.__reduce__()
    }
}

/// The bytes of a signature.
pub(crate) fn signature_bytes(value: &Bound<'_, PyAny>) -> Result<Vec<u8>, Refused> {
    if let Ok(bytes) = value.cast::<PyBytes>() {
        return Ok(bytes.as_bytes().to_vec());
    }
    value.cast::<PyByteArray>().map(PyByteArrayMethods::to_vec).map_err(|_| {
        let place = Place::argument("signature");
        if value.hasattr("__await__").unwrap_or(false) {
            let message = "the signature has to be waited for: use `begin`, await it, and give it to `finish`";
            return Refused::Raised(PyTypeError::new_err(message));
        }
        place.error(Code::ValueType)
    })
}
