//! `binsign.SignedMessage`: a request that is a message, of the WebSocket API or of FIX, ready to send.

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;

/// A request of the WebSocket API or a FIX Logon, ready to send: the message must go out as it stands.
///
/// Its repr shows how it travels only.
#[pyclass(frozen, module = "binsign")]
pub(crate) struct SignedMessage {
    pub(crate) request: binsign_host::SignedRequest,
}

impl From<binsign_host::SignedRequest> for SignedMessage {
    fn from(request: binsign_host::SignedRequest) -> Self {
        Self { request }
    }
}

#[pymethods]
impl SignedMessage {
    /// JSON for the WebSocket API, the whole Logon for FIX; empty for the Logon of FIX-SBE, whose message is binary.
    #[getter]
    fn message(&self) -> &str {
        self.request.message.as_ref().map_or("", |message| message)
    }

    /// What the signature covers; None where the message needs no signature.
    #[getter]
    fn payload(&self) -> Option<&str> {
        self.request.payload.as_ref().map(|payload| payload.as_str())
    }

    /// The signature, lower-case hexadecimal (HMAC) or base64 (Ed25519, RSA); None where the message needs none.
    #[getter]
    fn signature(&self) -> Option<&str> {
        self.request.signature.as_deref()
    }

    fn __repr__(&self) -> String {
        format!("<SignedMessage {}>", self.request.route.transport().as_str())
    }

    #[expect(clippy::unused_self, reason = "Python calls it with the object")]
    fn __reduce__(&self) -> PyResult<()> {
        Err(PyTypeError::new_err("a SignedMessage can be neither copied nor pickled; hand on its message"))
    }

    /// What pickle and copy ask first.
    fn __reduce_ex__(&self, _protocol: &Bound<'_, PyAny>) -> PyResult<()> {
        self.__reduce__()
    }
}
