//! `binsign.ExternalSigner`: signs with a key that is elsewhere, in an HSM, a key service, another process.

use std::sync::Arc;

use binsign::{ApiKey, ExternalKey, KeyType, PublicKey};
use binsign_host::{PendingRequest, Signable};
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::gc::{PyTraverseError, PyVisit};
use pyo3::prelude::*;
use pyo3::types::PyBytes;

use crate::call::{FixArguments, RestArguments, StreamArguments, Times, WsArguments};
use crate::guarded::{Guarded, Guarding};
use crate::pending::{Kind, Pending, signature_bytes};
use crate::policy::Policy;
use crate::refusal::Refused;
use crate::signed_message::SignedMessage;
use crate::signed_request::SignedRequest;
use crate::signer::text_or_bytes;
use crate::time::Given;
use crate::value::str_argument;
use crate::word::word;

const KEY_TYPES: [(&str, KeyType); 3] = [("HMAC", KeyType::Hmac), ("Ed25519", KeyType::Ed25519), ("RSA", KeyType::Rsa)];

/// An API key whose secret or private key is elsewhere: signs as a Signer does, with signatures made there.
///
/// Threads may share a signer, as far as what makes the signatures can be shared.
#[pyclass(frozen, extends = Guarded, module = "binsign")]
pub(crate) struct ExternalSigner {
    key: Arc<ExternalKey>,
    /// Makes the signatures, where they need not be waited for.
    make: Option<Py<PyAny>>,
}

#[pymethods]
impl ExternalSigner {
    /// Takes the API key, how the key signs (`HMAC`, `Ed25519` or `RSA`), and what makes its signatures: called with the
    /// payload, as bytes, it gives the signature, as bytes and not as text. Without it there are `begin` and `finish`.
    /// With the public key, in PEM, a signature goes out only where it verifies. With a policy as a Signer.
    #[new]
    #[pyo3(signature = (api_key, key_type, sign=None, *, public_key=None, policy=None, app=None, key_info=None, state=None, state_sequence=None, clock=None))]
    #[expect(clippy::too_many_arguments, reason = "Python gives them by name")]
    fn new(
        py: Python<'_>,
        api_key: &Bound<'_, PyAny>,
        key_type: &Bound<'_, PyAny>,
        sign: Option<Bound<'_, PyAny>>,
        public_key: Option<&Bound<'_, PyAny>>,
        policy: Option<&Bound<'_, Policy>>,
        app: Option<&Bound<'_, PyAny>>,
        key_info: Option<&Bound<'_, PyAny>>,
        state: Option<&Bound<'_, PyBytes>>,
        state_sequence: Option<u64>,
        clock: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<PyClassInitializer<Self>> {
        let api_key = ApiKey::new(str_argument(api_key, "api_key")?).map_err(Refused::from)?;
        let key_type = word(key_type, "key_type", &KEY_TYPES)?;
        if sign.as_ref().is_some_and(|make| !make.is_callable()) {
            return Err(PyTypeError::new_err("`sign` must be callable with the payload"));
        }
        let key = match public_key {
            None => ExternalKey::new(api_key, key_type),
            Some(pem) => {
                let public = PublicKey::from_pem(text_or_bytes(pem, "public_key")?).map_err(Refused::from)?;
                if public.key_type() != key_type {
                    let found = public.key_type().as_str();
                    let message = format!("`public_key` is one of {found}, which `key_type` does not say; correct one");
                    return Err(PyValueError::new_err(message));
                }
                ExternalKey::with_public(api_key, public)
            }
        };
        let guarding = Guarding { policy, app, key_info, state, state_sequence, clock };
        let guarded = guarding.guarded(py, key_type)?;
        let signer = Self { key: Arc::new(key), make: sign.map(Bound::unbind) };
        Ok(PyClassInitializer::from(guarded).add_subclass(signer))
    }

    /// Signs as `Signer.sign` does, with the key elsewhere.
    #[pyo3(
        signature = (method, path, params=None, body=None, *, recv_window=None, timestamp=Given::Now, timestamp_us=None, time_unit=None, approval=None),
        text_signature = "($self, method, path, params=None, body=None, *, recv_window=None, timestamp=..., timestamp_us=None, time_unit=None, approval=None)"
    )]
    #[expect(clippy::too_many_arguments, reason = "Python gives them by name")]
    fn sign<'py>(
        slf: &Bound<'py, Self>,
        py: Python<'py>,
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
        let pending = arguments.call(|call| Self::begun(slf, call, approval))?;
        Ok(slf.get().finished(py, pending)?.into())
    }

    /// Signs as `Signer.sign_ws` does, with the key elsewhere.
    #[pyo3(
        signature = (method, params=None, *, id, family=None, recv_window=None, timestamp=Given::Now, timestamp_us=None, approval=None),
        text_signature = "($self, method, params=None, *, id, family='spot', recv_window=None, timestamp=..., timestamp_us=None, approval=None)"
    )]
    #[expect(clippy::too_many_arguments, reason = "Python gives them by name")]
    fn sign_ws<'py>(
        slf: &Bound<'py, Self>,
        py: Python<'py>,
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
        let pending = arguments.call(|call| Self::begun(slf, call, approval))?;
        Ok(slf.get().finished(py, pending)?.into())
    }

    /// Signs as `Signer.sign_stream` does, with the key elsewhere.
    #[pyo3(
        signature = (params, *, recv_window=None, timestamp=Given::Now, timestamp_us=None, approval=None),
        text_signature = "($self, params, *, recv_window=None, timestamp=..., timestamp_us=None, approval=None)"
    )]
    fn sign_stream<'py>(
        slf: &Bound<'py, Self>,
        py: Python<'py>,
        params: Option<&Bound<'py, PyAny>>,
        recv_window: Option<&Bound<'py, PyAny>>,
        timestamp: Given<'py>,
        timestamp_us: Option<&Bound<'py, PyAny>>,
        approval: Option<&Bound<'py, PyBytes>>,
    ) -> PyResult<SignedRequest> {
        let times = Times { recv_window, timestamp, timestamp_us };
        let arguments = StreamArguments { params, times };
        let pending = arguments.call(|call| Self::begun(slf, call, approval))?;
        Ok(slf.get().finished(py, pending)?.into())
    }

    /// Signs as `Signer.sign_fix_logon` does, with the key elsewhere.
    #[pyo3(
        signature = (sender_comp_id, *, target_comp_id=None, msg_seq_num=None, sending_time=Given::Now, heart_bt_int=None, message_handling=None, response_mode=None, recv_window=None, drop_copy=false, sbe_schema=None, sbe=false, approval=None),
        text_signature = "($self, sender_comp_id, *, target_comp_id='SPOT', msg_seq_num=1, sending_time=..., heart_bt_int=30, message_handling='SEQUENTIAL', response_mode=None, recv_window=None, drop_copy=False, sbe_schema=None, sbe=False, approval=None)"
    )]
    #[expect(clippy::too_many_arguments, reason = "Python gives them by name")]
    fn sign_fix_logon<'py>(
        slf: &Bound<'py, Self>,
        py: Python<'py>,
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
        let pending = arguments.call(|call| Self::begun(slf, call, approval))?;
        Ok(slf.get().finished(py, pending)?.into())
    }

    /// Has the gate decide on a REST request, and gives what is to be signed elsewhere; arguments as of `sign`.
    #[pyo3(
        signature = (method, path, params=None, body=None, *, recv_window=None, timestamp=Given::Now, timestamp_us=None, time_unit=None, approval=None),
        text_signature = "($self, method, path, params=None, body=None, *, recv_window=None, timestamp=..., timestamp_us=None, time_unit=None, approval=None)"
    )]
    #[expect(clippy::too_many_arguments, reason = "Python gives them by name")]
    fn begin<'py>(
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
    ) -> PyResult<Pending> {
        let times = Times { recv_window, timestamp, timestamp_us };
        let arguments = RestArguments { method, path, params, body, times, time_unit };
        let pending = arguments.call(|call| Self::begun(slf, call, approval))?;
        Ok(Pending::new(pending, Kind::Request))
    }

    /// Has the gate decide on a request of the WebSocket API, and gives what is to be signed elsewhere.
    ///
    /// Arguments as of `sign_ws`.
    #[pyo3(
        signature = (method, params=None, *, id, family=None, recv_window=None, timestamp=Given::Now, timestamp_us=None, approval=None),
        text_signature = "($self, method, params=None, *, id, family='spot', recv_window=None, timestamp=..., timestamp_us=None, approval=None)"
    )]
    #[expect(clippy::too_many_arguments, reason = "Python gives them by name")]
    fn begin_ws<'py>(
        slf: &Bound<'py, Self>,
        method: &Bound<'py, PyAny>,
        params: Option<&Bound<'py, PyAny>>,
        id: &Bound<'py, PyAny>,
        family: Option<&Bound<'py, PyAny>>,
        recv_window: Option<&Bound<'py, PyAny>>,
        timestamp: Given<'py>,
        timestamp_us: Option<&Bound<'py, PyAny>>,
        approval: Option<&Bound<'py, PyBytes>>,
    ) -> PyResult<Pending> {
        let times = Times { recv_window, timestamp, timestamp_us };
        let arguments = WsArguments { method, params, id, family, times, in_session: false };
        let pending = arguments.call(|call| Self::begun(slf, call, approval))?;
        Ok(Pending::new(pending, Kind::Message))
    }

    /// Has the gate decide on the opening of a signed stream, and gives what is to be signed elsewhere.
    ///
    /// Arguments as of `sign_stream`.
    #[pyo3(
        signature = (params, *, recv_window=None, timestamp=Given::Now, timestamp_us=None, approval=None),
        text_signature = "($self, params, *, recv_window=None, timestamp=..., timestamp_us=None, approval=None)"
    )]
    fn begin_stream<'py>(
        slf: &Bound<'py, Self>,
        params: Option<&Bound<'py, PyAny>>,
        recv_window: Option<&Bound<'py, PyAny>>,
        timestamp: Given<'py>,
        timestamp_us: Option<&Bound<'py, PyAny>>,
        approval: Option<&Bound<'py, PyBytes>>,
    ) -> PyResult<Pending> {
        let times = Times { recv_window, timestamp, timestamp_us };
        let arguments = StreamArguments { params, times };
        let pending = arguments.call(|call| Self::begun(slf, call, approval))?;
        Ok(Pending::new(pending, Kind::Request))
    }

    /// Has the gate decide on the Logon of a FIX session, and gives what is to be signed elsewhere.
    ///
    /// Arguments as of `sign_fix_logon`.
    #[pyo3(
        signature = (sender_comp_id, *, target_comp_id=None, msg_seq_num=None, sending_time=Given::Now, heart_bt_int=None, message_handling=None, response_mode=None, recv_window=None, drop_copy=false, sbe_schema=None, sbe=false, approval=None),
        text_signature = "($self, sender_comp_id, *, target_comp_id='SPOT', msg_seq_num=1, sending_time=..., heart_bt_int=30, message_handling='SEQUENTIAL', response_mode=None, recv_window=None, drop_copy=False, sbe_schema=None, sbe=False, approval=None)"
    )]
    #[expect(clippy::too_many_arguments, reason = "Python gives them by name")]
    fn begin_fix_logon<'py>(
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
    ) -> PyResult<Pending> {
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
        let pending = arguments.call(|call| Self::begun(slf, call, approval))?;
        Ok(Pending::new(pending, Kind::Message))
    }

    /// Never signs again; the key itself is elsewhere. Under a policy signing afterwards raises `KEY_REVOKED`.
    fn revoke(slf: &Bound<'_, Self>) -> PyResult<()> {
        let guarded = slf.as_super().get();
        guarded.needs_policy("revoke")?;
        guarded.guard().revoke();
        Ok(())
    }

    /// Never signs again, since the agreement with Binance has ended; the key itself is elsewhere.
    fn terminate(slf: &Bound<'_, Self>) -> PyResult<()> {
        let guarded = slf.as_super().get();
        guarded.needs_policy("terminate")?;
        guarded.guard().terminate();
        Ok(())
    }

    fn __repr__(slf: &Bound<'_, Self>) -> String {
        format!("<ExternalSigner {}>", slf.as_super().get().key_type())
    }

    #[expect(clippy::unused_self, reason = "Python calls it with the object")]
    fn __reduce__(&self) -> PyResult<()> {
        Err(PyTypeError::new_err("an ExternalSigner can be neither copied nor pickled"))
    }

    /// What pickle and copy ask first.
    fn __reduce_ex__(&self, _protocol: &Bound<'_, PyAny>) -> PyResult<()> {
        self.__reduce__()
    }

    fn __traverse__(&self, visit: PyVisit<'_>) -> Result<(), PyTraverseError> {
        visit.call(&self.make)
    }
}

impl ExternalSigner {
    fn begun(
        slf: &Bound<'_, Self>,
        call: &impl Signable,
        approval: Option<&Bound<'_, PyBytes>>,
    ) -> Result<PendingRequest, Refused> {
        let key = &slf.get().key;
        slf.as_super().get().asked(slf.py(), approval, |asking| Ok(call.begin(asking, key)?))
    }

    /// Has the signature made, where one is needed.
    fn finished(&self, py: Python<'_>, pending: PendingRequest) -> Result<binsign_host::SignedRequest, Refused> {
        let signature = if pending.needs_signature() {
            let make = self.make.as_ref().ok_or_else(|| {
                PyTypeError::new_err("this ExternalSigner has no `sign`: give it one, or use `begin` and `finish`")
            })?;
            signature_bytes(&make.bind(py).call1((PyBytes::new(py, pending.payload()),))?)?
        } else {
            Vec::new()
        };
        Ok(pending.finish(&signature)?)
    }
}
