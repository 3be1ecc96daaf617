//! `binsign.Signer`: holds the key, gives signatures, shows nothing.

use std::path::PathBuf;
use std::sync::{PoisonError, RwLock};

use binsign::{Code, Error, KeyType};
use binsign_host::{Credentials, Signable, make_hmac, make_pem};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyTuple, PyType};

use crate::call::{FixArguments, RestArguments, StreamArguments, Times, WsArguments};
use crate::guarded::{Guarded, Guarding};
use crate::policy::Policy;
use crate::refusal::Refused;
use crate::signed_message::SignedMessage;
use crate::signed_request::SignedRequest;
use crate::time::Given;
use crate::value::str_argument;

/// An API key with its secret: signs requests that the gate allows, and shows nothing of either.
///
/// Threads may share a signer. `close`, or the end of a `with` block, wipes the key.
#[pyclass(frozen, extends = Guarded, module = "binsign")]
pub(crate) struct Signer {
    /// Empty once it is closed.
    key: RwLock<Option<Box<binsign::Signer>>>,
}

#[pymethods]
impl Signer {
    /// Takes the API key, and the HMAC secret that Binance showed with it or the private key (Ed25519 or RSA, PKCS#8 in PEM)
    /// whose public half was registered with it, with the passphrase of an encrypted one; no text of them is kept.
    ///
    /// With a policy it signs what that allows, for the application `app`. `key_info` is as of the method of that name,
    /// `state` and `state_sequence` are what `state()` gave last, and `clock` gives the time in ms since 1970, or None
    /// where there is none, in place of the host's.
    #[new]
    #[pyo3(signature = (api_key, secret=None, *, private_key=None, passphrase=None, policy=None, app=None, key_info=None, state=None, state_sequence=None, clock=None))]
    #[expect(clippy::too_many_arguments, reason = "Python gives them by name")]
    fn new(
        py: Python<'_>,
        api_key: &Bound<'_, PyAny>,
        secret: Option<&Bound<'_, PyAny>>,
        private_key: Option<&Bound<'_, PyAny>>,
        passphrase: Option<&Bound<'_, PyAny>>,
        policy: Option<&Bound<'_, Policy>>,
        app: Option<&Bound<'_, PyAny>>,
        key_info: Option<&Bound<'_, PyAny>>,
        state: Option<&Bound<'_, PyBytes>>,
        state_sequence: Option<u64>,
        clock: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<PyClassInitializer<Self>> {
        let api_key = str_argument(api_key, "api_key")?;
        let passphrase = passphrase.map(|text| text_or_bytes(text, "passphrase")).transpose()?;
        let key = match (secret, private_key) {
            (Some(secret), None) if passphrase.is_none() => make_hmac(api_key, text_or_bytes(secret, "secret")?),
            (None, Some(pem)) => {
                let text = text_or_bytes(pem, "private_key")?;
                // Decrypting can take a second, in which other threads may run.
                py.detach(|| make_pem(api_key, text, passphrase))
            }
            (Some(_), None) => {
                return Err(PyTypeError::new_err("`passphrase` goes with `private_key`, not with `secret`"));
            }
            _ => return Err(PyTypeError::new_err("give either `secret` or `private_key`")),
        };
        let key = key.map_err(Refused::from)?;
        let guarding = Guarding { policy, app, key_info, state, state_sequence, clock };
        Self::guarded(py, key, &guarding)
    }

    /// Takes the key from a file that its owner alone may read: `api_key = …`, and `secret = …` or a private key in PEM (or
    /// `private_key = FILE`), with `passphrase = …` or `passphrase_file = FILE` where it is encrypted; the rest as of the class.
    #[classmethod]
    #[pyo3(signature = (path, *, policy=None, app=None, key_info=None, state=None, state_sequence=None, clock=None))]
    #[expect(clippy::too_many_arguments, reason = "Python gives them by name")]
    fn from_file(
        class: &Bound<'_, PyType>,
        path: PathBuf,
        policy: Option<&Bound<'_, Policy>>,
        app: Option<&Bound<'_, PyAny>>,
        key_info: Option<&Bound<'_, PyAny>>,
        state: Option<&Bound<'_, PyBytes>>,
        state_sequence: Option<u64>,
        clock: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Py<Self>> {
        let py = class.py();
        let key = Credentials::read(&path).and_then(|credentials| credentials.signer()).map_err(Refused::from)?;
        let guarding = Guarding { policy, app, key_info, state, state_sequence, clock };
        Py::new(py, Self::guarded(py, key, &guarding)?)
    }

    /// Has the gate decide on a REST request, and signs it.
    ///
    /// Values: str as it is, int, bool, float and decimal.Decimal without exponent, members of an Enum of str, list, tuple
    /// and dict as compact JSON; None leaves the parameter out. recvWindow (ms) and the timestamp are added behind the
    /// others: `timestamp` in ms (an int or a datetime with a time zone; by default the present time, where the route is
    /// signed and no parameter has that name) or `timestamp_us` in µs (`/api` only). `time_unit` is in what the answer gives
    /// its times (`/api` only). Raises Error or Denied.
    #[pyo3(
        signature = (method, path, params=None, body=None, *, recv_window=None, timestamp=Given::Now, timestamp_us=None, time_unit=None, approval=None),
        text_signature = "($self, method, path, params=None, body=None, *, recv_window=None, timestamp=..., timestamp_us=None, time_unit=None, approval=None)"
    )]
    #[expect(clippy::too_many_arguments, reason = "Python gives them by name")]
    fn sign<'py>(
        slf: &Bound<'py, Self>,
        method: &Bound<'py, PyAny>,
        path: &Bound<'py, PyAny>,
        params: Option<&Bound<'py, PyAny>>,
        body: Option<&Bound<'py, PyAny>>,
        recv_window: Option<&Bound<'py, PyAny>>,
        timestamp: Given<'py>,
        timestamp_us: Option<&Bound<'py, PyAny>>,
        time_unit: Option<&Bound<'py, PyAny>>,
        approval: Option<&Bound<'py, PyBytes>>,
    ) -> PyResult<SignedRequest> {
        let times = Times { recv_window, timestamp, timestamp_us };
        let arguments = RestArguments { method, path, params, body, times, time_unit };
        let request = arguments.call(|call| Self::signed(slf, call, approval))?;
        Ok(request.into())
    }

    /// Has the gate decide on a request of the WebSocket API, and signs it.
    ///
    /// Parameters come in any order and values as in `sign`: str, float and Decimal become JSON strings (the exchange has
    /// its decimals as strings), int and bool what they are in JSON. The API key is added. `id` comes back with the answer;
    /// `family` is `spot`, `futures-um` or `futures-cm`. Raises Error or Denied.
    #[pyo3(
        signature = (method, params=None, *, id, family=None, recv_window=None, timestamp=Given::Now, timestamp_us=None, approval=None),
        text_signature = "($self, method, params=None, *, id, family='spot', recv_window=None, timestamp=..., timestamp_us=None, approval=None)"
    )]
    #[expect(clippy::too_many_arguments, reason = "Python gives them by name")]
    fn sign_ws<'py>(
        slf: &Bound<'py, Self>,
        method: &Bound<'py, PyAny>,
        params: Option<&Bound<'py, PyAny>>,
        id: &Bound<'py, PyAny>,
        family: Option<&Bound<'py, PyAny>>,
        recv_window: Option<&Bound<'py, PyAny>>,
        timestamp: Given<'py>,
        timestamp_us: Option<&Bound<'py, PyAny>>,
        approval: Option<&Bound<'py, PyBytes>>,
    ) -> PyResult<SignedMessage> {
        let times = Times { recv_window, timestamp, timestamp_us };
        let arguments = WsArguments { method, params, id, family, times, in_session: false };
        let request = arguments.call(|call| Self::signed(slf, call, approval))?;
        Ok(request.into())
    }

    /// Has the gate decide on the opening of a signed stream (`wss://api.binance.com/sapi/wss`), and signs it.
    ///
    /// Parameters are `random` and `topic`, in any order. Raises Error or Denied.
    #[pyo3(
        signature = (params, *, recv_window=None, timestamp=Given::Now, timestamp_us=None, approval=None),
        text_signature = "($self, params, *, recv_window=None, timestamp=..., timestamp_us=None, approval=None)"
    )]
    fn sign_stream<'py>(
        slf: &Bound<'py, Self>,
        params: Option<&Bound<'py, PyAny>>,
        recv_window: Option<&Bound<'py, PyAny>>,
        timestamp: Given<'py>,
        timestamp_us: Option<&Bound<'py, PyAny>>,
        approval: Option<&Bound<'py, PyBytes>>,
    ) -> PyResult<SignedRequest> {
        let times = Times { recv_window, timestamp, timestamp_us };
        let arguments = StreamArguments { params, times };
        let request = arguments.call(|call| Self::signed(slf, call, approval))?;
        Ok(request.into())
    }

    /// Has the gate decide on the Logon of a FIX session, and signs it; the key has to be Ed25519.
    ///
    /// `sending_time` is a text of UTC (`20240627-11:17:25.223`), a datetime with a time zone (sent in µs), an int of ms, or
    /// the present time. `sbe_schema` is the pair of `SbeSchemaId` and `SbeSchemaVersion`; with `sbe` payload and signature are
    /// made and no message. Raises Error or Denied.
    #[pyo3(
        signature = (sender_comp_id, *, target_comp_id=None, msg_seq_num=None, sending_time=Given::Now, heart_bt_int=None, message_handling=None, response_mode=None, recv_window=None, drop_copy=false, sbe_schema=None, sbe=false, approval=None),
        text_signature = "($self, sender_comp_id, *, target_comp_id='SPOT', msg_seq_num=1, sending_time=..., heart_bt_int=30, message_handling='SEQUENTIAL', response_mode=None, recv_window=None, drop_copy=False, sbe_schema=None, sbe=False, approval=None)"
    )]
    #[expect(clippy::too_many_arguments, reason = "Python gives them by name")]
    fn sign_fix_logon<'py>(
        slf: &Bound<'py, Self>,
        sender_comp_id: &Bound<'py, PyAny>,
        target_comp_id: Option<&Bound<'py, PyAny>>,
        msg_seq_num: Option<&Bound<'py, PyAny>>,
        sending_time: Given<'py>,
        heart_bt_int: Option<&Bound<'py, PyAny>>,
        message_handling: Option<&Bound<'py, PyAny>>,
        response_mode: Option<&Bound<'py, PyAny>>,
        recv_window: Option<&Bound<'py, PyAny>>,
        drop_copy: bool,
        sbe_schema: Option<&Bound<'py, PyAny>>,
        sbe: bool,
        approval: Option<&Bound<'py, PyBytes>>,
    ) -> PyResult<SignedMessage> {
        let arguments = FixArguments {
            sender_comp_id,
            target_comp_id,
            msg_seq_num,
            sending_time,
            heart_bt_int,
            message_handling,
            response_mode,
            recv_window,
            drop_copy,
            sbe_schema,
            sbe,
        };
        let request = arguments.call(|call| Self::signed(slf, call, approval))?;
        Ok(request.into())
    }

    /// Never signs again, and wipes the key; under a policy signing afterwards raises `KEY_REVOKED`.
    fn revoke(slf: &Bound<'_, Self>) {
        slf.as_super().get().guard().revoke();
        slf.get().close();
    }

    /// Never signs again, and wipes the key, since the agreement with Binance has ended; under a policy signing
    /// afterwards raises `KEY_TERMINATED`.
    fn terminate(slf: &Bound<'_, Self>) {
        slf.as_super().get().guard().terminate();
        slf.get().close();
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

    fn __repr__(slf: &Bound<'_, Self>) -> String {
        format!("<Signer {}>", slf.as_super().get().key_type())
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
    /// A signer, and what guards it.
    fn guarded(
        py: Python<'_>,
        key: Box<binsign::Signer>,
        guarding: &Guarding<'_, '_>,
    ) -> PyResult<PyClassInitializer<Self>> {
        let guarded = guarding.guarded(py, key.key_type())?;
        // A key that was revoked before a restart is not held at all.
        let key = Some(key).filter(|_| !guarded.is_over());
        Ok(PyClassInitializer::from(guarded).add_subclass(Self { key: RwLock::new(key) }))
    }

    fn signed(
        slf: &Bound<'_, Self>,
        call: &(impl Signable + Sync),
        approval: Option<&Bound<'_, PyBytes>>,
    ) -> Result<binsign_host::SignedRequest, Refused> {
        let (py, guarded) = (slf.py(), slf.as_super().get());
        let signer = slf.get();
        guarded.asked(py, approval, |asking| {
            let sign = || {
                let key = signer.key.read().unwrap_or_else(PoisonError::into_inner);
                match key.as_ref() {
                    Some(key) => Ok(call.sign(asking, key)?),
                    // Where the key was revoked, the guard says so.
                    None => call.check(asking).and(Err(Error::new(Code::HandleUsedUp).into())).map_err(Refused::from),
                }
            };
            match guarded.type_of_key() {
                // Takes milliseconds, in which other threads may run.
                KeyType::Rsa => py.detach(sign),
                _ => sign(),
            }
        })
    }

    /// Lends the key, if it has not been wiped. No Python code runs meanwhile, so nobody waits for it in vain.
    fn with_key<T>(&self, act: impl FnOnce(&binsign::Signer) -> Result<T, Refused>) -> Result<T, Refused> {
        let key = self.key.read().unwrap_or_else(PoisonError::into_inner);
        act(key.as_ref().ok_or_else(|| Error::new(Code::HandleUsedUp))?)
    }
}

/// The bytes of an argument that is `str` or `bytes`, where they lie: no copy is made.
pub(crate) fn text_or_bytes<'a>(value: &'a Bound<'_, PyAny>, name: &str) -> PyResult<&'a [u8]> {
    Ok(match value.cast::<PyBytes>() {
        Ok(bytes) => bytes.as_bytes(),
        Err(_) => str_argument(value, name)?.as_bytes(),
    })
}
