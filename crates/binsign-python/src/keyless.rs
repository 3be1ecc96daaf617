//! Requests without a key: those of public routes, and those of a session that is logged on.

use binsign_host::{Guard, Signable as _};
use pyo3::prelude::*;

use crate::call::{RestArguments, Times, WsArguments};
use crate::signed_message::SignedMessage;
use crate::signed_request::SignedRequest;
use crate::time::Given;

/// Has the gate decide on a REST request of a public route, which carries neither API key nor signature.
///
/// Raises Error (`KEY_MISSING` where the exchange wants a key) or Denied.
#[pyfunction]
#[pyo3(signature = (method, path, params=None, *, time_unit=None))]
pub(crate) fn public<'py>(
    method: &Bound<'py, PyAny>,
    path: &Bound<'py, PyAny>,
    params: Option<&Bound<'py, PyAny>>,
    time_unit: Option<&Bound<'py, PyAny>>,
) -> PyResult<SignedRequest> {
    let arguments = RestArguments { method, path, params, body: None, times: Times::usual(), time_unit };
    let request = arguments.call(|call| Ok(call.without_key(&Guard::documented_routes())?))?;
    Ok(request.into())
}

/// Has the gate decide on a public request of the WebSocket API, which carries neither API key nor signature.
///
/// Raises Error (`KEY_MISSING` where the exchange wants a key) or Denied.
#[pyfunction]
#[pyo3(signature = (method, params=None, *, id, family=None), text_signature = "(method, params=None, *, id, family='spot')")]
pub(crate) fn public_ws<'py>(
    method: &Bound<'py, PyAny>,
    params: Option<&Bound<'py, PyAny>>,
    id: &Bound<'py, PyAny>,
    family: Option<&Bound<'py, PyAny>>,
) -> PyResult<SignedMessage> {
    let arguments = WsArguments { method, params, id, family, times: Times::usual(), in_session: false };
    let request = arguments.call(|call| Ok(call.without_key(&Guard::documented_routes())?))?;
    Ok(request.into())
}

/// Has the gate decide on a request of the WebSocket API over a connection that is logged on (`session.logon`): it
/// carries neither API key nor signature, and the timestamp that it must have all the same.
///
/// Arguments as of `Signer.sign_ws`. Raises Error or Denied.
#[pyfunction]
#[pyo3(
    signature = (method, params=None, *, id, family=None, recv_window=None, timestamp=Given::Now, timestamp_us=None),
    text_signature = "(method, params=None, *, id, family='spot', recv_window=None, timestamp=..., timestamp_us=None)"
)]
pub(crate) fn in_session_ws<'py>(
    method: &Bound<'py, PyAny>,
    params: Option<&Bound<'py, PyAny>>,
    id: &Bound<'py, PyAny>,
    family: Option<&Bound<'py, PyAny>>,
    recv_window: Option<&Bound<'py, PyAny>>,
    timestamp: Given<'py>,
    timestamp_us: Option<&Bound<'py, PyAny>>,
) -> PyResult<SignedMessage> {
    let times = Times { recv_window, timestamp, timestamp_us };
    let arguments = WsArguments { method, params, id, family, times, in_session: true };
    let request = arguments.call(|call| Ok(call.without_key(&Guard::documented_routes())?))?;
    Ok(request.into())
}
