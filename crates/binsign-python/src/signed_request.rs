//! `binsign.SignedRequest`: what `Signer.sign` and `sign_stream` give, ready to send and unchangeable.

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::PyDict;

use crate::value::str_argument;

/// A signed request, ready to send: method, target, body and headers must go out as they stand.
///
/// Its repr shows method and path only.
#[pyclass(frozen, module = "binsign")]
pub(crate) struct SignedRequest {
    pub(crate) request: binsign_host::SignedRequest,
}

impl From<binsign_host::SignedRequest> for SignedRequest {
    fn from(request: binsign_host::SignedRequest) -> Self {
        Self { request }
    }
}

#[pymethods]
impl SignedRequest {
    /// GET, POST, PUT or DELETE.
    #[getter]
    fn method(&self) -> Option<&'static str> {
        self.request.method
    }

    /// Path and query, as they stand in the request line.
    #[getter]
    fn target(&self) -> &str {
        &self.request.target
    }

    /// The query without question mark; empty where there is none.
    #[getter]
    fn query(&self) -> &str {
        &self.request.query
    }

    /// The form body; empty where there is none.
    #[getter]
    fn body(&self) -> &str {
        &self.request.body
    }

    /// What the signature covers; None where the route needs no signature.
    #[getter]
    fn payload(&self) -> Option<&str> {
        self.request.payload.as_ref().map(|text| text.as_str())
    }

    /// The signature, lower-case hexadecimal (HMAC) or base64 (Ed25519, RSA); None where the route needs none.
    #[getter]
    fn signature(&self) -> Option<&str> {
        self.request.signature.as_deref()
    }

    /// The headers to send, as a new dict.
    #[getter]
    fn headers<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let headers = PyDict::new(py);
        for (name, value) in &self.request.headers {
            headers.set_item(name, value.as_str())?;
        }
        Ok(headers)
    }

    /// The whole URL: base (`https://api.binance.com`, for a stream `wss://api.binance.com`), path and query.
    ///
    /// Hand it to the HTTP client as it is: a client that encodes or sorts again breaks the signature.
    fn url(&self, base: &Bound<'_, PyAny>) -> PyResult<String> {
        let base = str_argument(base, "base")?;
        Ok(format!("{}{}", base.trim_end_matches('/'), self.request.target))
    }

    fn __repr__(&self) -> String {
        let path = self.request.target.split('?').next().unwrap_or_default();
        format!("<SignedRequest {} {path}>", self.request.method.unwrap_or_default())
    }

    #[expect(clippy::unused_self, reason = "Python calls it with the object")]
    fn __reduce__(&self) -> PyResult<()> {
        Err(PyTypeError::new_err("a SignedRequest can be neither copied nor pickled; hand on what is to be sent"))
    }

    /// What pickle and copy ask first.
    fn __reduce_ex__(&self, _protocol: &Bound<'_, PyAny>) -> PyResult<()> {
        self.__reduce__()
    }
}
