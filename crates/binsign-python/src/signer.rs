//! `binsign.Signer`: holds the key, gives signatures, shows nothing.

use std::borrow::Cow;
use std::sync::{PoisonError, RwLock};

use binsign::{Code, Error, Gate, KeyType};
use binsign_host::{Call, Signable as _, make_hmac, make_pem};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyTuple, PyType};

use crate::now::Time;
use crate::parameters::{collect, texts};
use crate::refusal::Refused;
use crate::signed_request::SignedRequest;
use crate::value::{Place, str_argument, text};

/// An API key with its secret: signs requests that the gate allows, and shows nothing of either.
///
/// Threads may share a signer. `close`, or the end of a `with` block, wipes the key.
#[pyclass(frozen, module = "binsign")]
pub(crate) struct Signer {
    /// Known after the key is wiped, too.
    key_type: KeyType,
    /// Empty once it is closed.
    key: RwLock<Option<Box<binsign::Signer>>>,
}

#[pymethods]
impl Signer {
    /// Takes the API key and the HMAC secret that Binance showed with it; the text of the secret is not kept.
    #[new]
    fn new(api_key: &Bound<'_, PyAny>, secret: &Bound<'_, PyAny>) -> PyResult<Self> {
        let api_key = str_argument(api_key, "api_key")?;
        let key = make_hmac(api_key, text_or_bytes(secret, "secret")?).map_err(Refused::from)?;
        Ok(key.into())
    }

    /// Takes the API key and the private key (Ed25519, PKCS#8 in PEM) whose public half was registered with it; the
    /// text of the private key is not kept.
    #[classmethod]
    fn from_pem(_class: &Bound<'_, PyType>, api_key: &Bound<'_, PyAny>, pem: &Bound<'_, PyAny>) -> PyResult<Self> {
        let api_key = str_argument(api_key, "api_key")?;
        let key = make_pem(api_key, text_or_bytes(pem, "pem")?, None).map_err(Refused::from)?;
        Ok(key.into())
    }

    /// How the key signs: HMAC or Ed25519.
    #[getter]
    fn key_type(&self) -> &'static str {
        self.key_type.as_str()
    }

    /// Has the gate decide on a request, and signs it.
    ///
    /// Values: str as it is, int, bool, decimal.Decimal, list, tuple and dict as compact JSON; None leaves the
    /// parameter out. recvWindow (ms) and timestamp (ms; by default the present time, where the route is signed and
    /// no parameter has that name) are added behind the others. Raises Error or Denied.
    #[pyo3(
        signature = (method, path, params=None, body=None, *, recv_window=None, timestamp=Time::Now),
        text_signature = "($self, method, path, params=None, body=None, *, recv_window=None, timestamp=...)"
    )]
    fn sign(
        &self,
        method: &Bound<'_, PyAny>,
        path: &Bound<'_, PyAny>,
        params: Option<&Bound<'_, PyAny>>,
        body: Option<&Bound<'_, PyAny>>,
        recv_window: Option<&Bound<'_, PyAny>>,
        timestamp: Time<'_>,
    ) -> PyResult<SignedRequest> {
        let method = str_argument(method, "method")?;
        let path = str_argument(path, "path")?;
        let (params, body) = (collect(params, "params")?, collect(body, "body")?);
        let query = texts(&params, 0)?;
        let form = texts(&body, query.len())?;
        let recv_window = match recv_window {
            Some(value) => text(value, Place::argument("recv_window"))?,
            None => None,
        };
        let time = timestamp.text()?;
        let call = Call {
            method,
            path,
            query: &borrowed(&query),
            body: &borrowed(&form),
            recv_window: recv_window.as_deref(),
            timestamp: timestamp.timestamp(time.as_deref()),
            time_unit: None,
        };
        let request = self.with_key(|key| Ok(call.sign(&Gate::documented_routes(), key)?))?;
        Ok(request.into())
    }

    /// Wipes the key; signing afterwards raises `HANDLE_USED_UP`.
    fn close(&self) {
        // Assigned and not taken out: the key is wiped where it lies.
        *self.key.write().unwrap_or_else(PoisonError::into_inner) = None;
    }

    fn __enter__(slf: Bound<'_, Self>) -> PyResult<Bound<'_, Self>> {
        slf.get().with_key(|_| Ok(()))?;
        Ok(slf)
    }

    #[pyo3(signature = (*_raised))]
    fn __exit__(&self, _raised: &Bound<'_, PyTuple>) {
        self.close();
    }

    fn __repr__(&self) -> String {
        format!("<Signer {}>", self.key_type())
    }

    #[expect(clippy::unused_self, reason = "Python calls it with the object")]
    fn __reduce__(&self) -> PyResult<()> {
        Err(PyTypeError::new_err("a Signer holds a key and can be neither copied nor pickled"))
    }

    /// What pickle and copy ask first.
    fn __reduce_ex__(&self, _protocol: &Bound<'_, PyAny>) -> PyResult<()> {
        self.__reduce__()
    }
}

impl Signer {
    /// Lends the key, if it has not been wiped. No Python code runs meanwhile, so nobody waits for it in vain.
    fn with_key<T>(&self, act: impl FnOnce(&binsign::Signer) -> Result<T, Refused>) -> Result<T, Refused> {
        let key = self.key.read().unwrap_or_else(PoisonError::into_inner);
        act(key.as_ref().ok_or_else(|| Error::new(Code::HandleUsedUp))?)
    }
}

impl From<Box<binsign::Signer>> for Signer {
    fn from(key: Box<binsign::Signer>) -> Self {
        Self { key_type: key.key_type(), key: RwLock::new(Some(key)) }
    }
}

/// The bytes of an argument that is `str` or `bytes`, where they lie: no copy is made.
fn text_or_bytes<'a>(value: &'a Bound<'_, PyAny>, name: &str) -> PyResult<&'a [u8]> {
    Ok(match value.cast::<PyBytes>() {
        Ok(bytes) => bytes.as_bytes(),
        Err(_) => str_argument(value, name)?.as_bytes(),
    })
}

fn borrowed<'a>(texts: &'a [(&'a str, Cow<'a, str>)]) -> Vec<(&'a str, &'a str)> {
    texts.iter().map(|(name, text)| (*name, text.as_ref())).collect()
}
