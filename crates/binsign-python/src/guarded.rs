//! What both kinds of signers share: the guard that decides, what is known of the key, the clock.

use std::sync::{Mutex, PoisonError};

use binsign::{Declared, KeyInfo, KeyState, KeyType, Permissions, findings};
use binsign_host::{Asking, Guard, Signable};
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::gc::{PyTraverseError, PyVisit};
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict, PyString};

use crate::call::{Argument, FixArguments, RestArguments, StreamArguments, Times, WsArguments};
use crate::finding::Finding;
use crate::observed::Observed;
use crate::policy::Policy;
use crate::refusal::Refused;
use crate::signed_message::SignedMessage;
use crate::signed_request::SignedRequest;
use crate::signer::text_or_bytes;
use crate::time::Given;
use crate::value::str_argument;

/// What both kinds of signers share.
#[pyclass(frozen, subclass, module = "binsign._binsign", name = "_Guarded")]
pub(crate) struct Guarded {
    guard: Guard,
    key_type: KeyType,
    /// What the exchange said of the key last.
    info: Mutex<Option<KeyInfo>>,
    /// Gives the time in ms, or None where there is none; the host's clock in its absence.
    clock: Option<Py<PyAny>>,
}

/// The arguments with which a signer is guarded.
pub(crate) struct Guarding<'a, 'py> {
    pub(crate) policy: Option<&'a Bound<'py, Policy>>,
    pub(crate) app: Argument<'a, 'py>,
    pub(crate) key_info: Argument<'a, 'py>,
    pub(crate) state: Option<&'a Bound<'py, PyBytes>>,
    pub(crate) state_sequence: Option<u64>,
    pub(crate) clock: Argument<'a, 'py>,
}

impl Guarding<'_, '_> {
    pub(crate) fn guarded(&self, py: Python<'_>, key_type: KeyType) -> PyResult<Guarded> {
        let guard = match (self.policy, self.state) {
            (None, None) if self.state_sequence.is_none() && self.app.is_none() => Guard::documented_routes(),
            (None, _) => return Err(PyTypeError::new_err("`app`, `state` and `state_sequence` go with `policy`")),
            (Some(policy), None) if self.state_sequence.is_none() => Guard::new(&policy.get().policy),
            (Some(policy), Some(saved)) => {
                let at_least = self.state_sequence.ok_or_else(|| {
                    PyTypeError::new_err(
                        "`state` goes with `state_sequence`, the number that `state()` gave last; an older state is refused",
                    )
                })?;
                Guard::restore(&policy.get().policy, saved.as_bytes(), at_least).map_err(Refused::from)?
            }
            (Some(_), None) => return Err(PyTypeError::new_err("`state_sequence` goes with `state`")),
        };
        if self.clock.is_some_and(|clock| !clock.is_callable()) {
            return Err(PyTypeError::new_err("`clock` must be callable and give the time in ms"));
        }
        guard.set_key_type(key_type);
        if let Some(app) = self.app {
            guard.set_app(str_argument(app, "app")?);
        }
        let clock = self.clock.map(|clock| clock.clone().unbind());
        let guarded = Guarded { guard, key_type, info: Mutex::new(None), clock };
        if let Some(info) = self.key_info {
            guarded.key_info(py, info, None)?;
        }
        Ok(guarded)
    }
}

/// What the clock says.
#[derive(Clone, Copy)]
enum Clock {
    Host,
    At(u64),
    None,
}

impl Clock {
    /// Where there is no time, none that anything is younger than.
    fn now(self) -> u64 {
        match self {
            Self::Host => binsign_host::now_ms(),
            Self::At(now) => now,
            Self::None => 0,
        }
    }

    fn known(self) -> Option<u64> {
        match self {
            Self::None => None,
            clock => Some(clock.now()),
        }
    }
}

#[pymethods]
impl Guarded {
    /// How the key signs: HMAC, Ed25519 or RSA.
    #[getter]
    pub(crate) fn key_type(&self) -> &'static str {
        self.key_type.as_str()
    }

    /// The policy; None where every documented route is allowed.
    #[getter]
    fn policy(&self) -> Option<Policy> {
        self.guard.policy().map(|policy| Policy { policy: policy.clone() })
    }

    /// The state of the key: `active`, `suspended`, `revoked`, `expired` or `terminated`.
    #[getter]
    fn key_state(&self) -> &'static str {
        self.guard.key_state().as_str()
    }

    /// What the guard would decide on a REST request, without signing it: raises Denied where it would not be signed.
    ///
    /// Arguments as of `sign`. Nothing is reserved, and nothing used up.
    #[pyo3(
        signature = (method, path, params=None, body=None, *, recv_window=None, timestamp=Given::Now, timestamp_us=None, time_unit=None, approval=None),
        text_signature = "($self, method, path, params=None, body=None, *, recv_window=None, timestamp=..., timestamp_us=None, time_unit=None, approval=None)"
    )]
    #[expect(clippy::too_many_arguments, reason = "Python gives them by name")]
    fn check<'py>(
        &self,
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
    ) -> PyResult<()> {
        let times = Times { recv_window, timestamp, timestamp_us };
        let arguments = RestArguments { method, path, params, body, times, time_unit };
        Ok(arguments.call(|call| self.checked(py, call, approval))?)
    }

    /// What the guard would decide on a request of the WebSocket API, without signing it; arguments as of `sign_ws`, and
    /// whether it goes over a connection that is logged on.
    #[pyo3(
        signature = (method, params=None, *, id, family=None, recv_window=None, timestamp=Given::Now, timestamp_us=None, approval=None, in_session=false),
        text_signature = "($self, method, params=None, *, id, family='spot', recv_window=None, timestamp=..., timestamp_us=None, approval=None, in_session=False)"
    )]
    #[expect(clippy::too_many_arguments, reason = "Python gives them by name")]
    fn check_ws<'py>(
        &self,
        py: Python<'py>,
        method: &Bound<'py, PyAny>,
        params: Option<&Bound<'py, PyAny>>,
        id: &Bound<'py, PyAny>,
        family: Option<&Bound<'py, PyAny>>,
        recv_window: Option<&Bound<'py, PyAny>>,
        timestamp: Given<'py>,
        timestamp_us: Option<&Bound<'py, PyAny>>,
        approval: Option<&Bound<'py, PyBytes>>,
        in_session: bool,
    ) -> PyResult<()> {
        let times = Times { recv_window, timestamp, timestamp_us };
        let arguments = WsArguments { method, params, id, family, times, in_session };
        Ok(arguments.call(|call| self.checked(py, call, approval))?)
    }

    /// What the guard would decide on the opening of a signed stream, without signing it; arguments as of `sign_stream`.
    #[pyo3(
        signature = (params, *, recv_window=None, timestamp=Given::Now, timestamp_us=None, approval=None),
        text_signature = "($self, params, *, recv_window=None, timestamp=..., timestamp_us=None, approval=None)"
    )]
    fn check_stream<'py>(
        &self,
        py: Python<'py>,
        params: Option<&Bound<'py, PyAny>>,
        recv_window: Option<&Bound<'py, PyAny>>,
        timestamp: Given<'py>,
        timestamp_us: Option<&Bound<'py, PyAny>>,
        approval: Option<&Bound<'py, PyBytes>>,
    ) -> PyResult<()> {
        let times = Times { recv_window, timestamp, timestamp_us };
        let arguments = StreamArguments { params, times };
        Ok(arguments.call(|call| self.checked(py, call, approval))?)
    }

    /// What the guard would decide on the Logon of a FIX session, without signing it; arguments as of `sign_fix_logon`.
    #[pyo3(
        signature = (sender_comp_id, *, target_comp_id=None, msg_seq_num=None, sending_time=Given::Now, heart_bt_int=None, message_handling=None, response_mode=None, recv_window=None, drop_copy=false, sbe_schema=None, sbe=false, approval=None),
        text_signature = "($self, sender_comp_id, *, target_comp_id='SPOT', msg_seq_num=1, sending_time=..., heart_bt_int=30, message_handling='SEQUENTIAL', response_mode=None, recv_window=None, drop_copy=False, sbe_schema=None, sbe=False, approval=None)"
    )]
    #[expect(clippy::too_many_arguments, reason = "Python gives them by name")]
    fn check_fix_logon<'py>(
        &self,
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
    ) -> PyResult<()> {
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
        Ok(arguments.call(|call| self.checked(py, call, approval))?)
    }

    /// Why the guard would decide as it would on a REST request: a line for each step, the last the verdict.
    ///
    /// Arguments as of `sign`. Raises Error where the request is not well-formed.
    #[pyo3(
        signature = (method, path, params=None, body=None, *, recv_window=None, timestamp=Given::Now, timestamp_us=None, time_unit=None, approval=None),
        text_signature = "($self, method, path, params=None, body=None, *, recv_window=None, timestamp=..., timestamp_us=None, time_unit=None, approval=None)"
    )]
    #[expect(clippy::too_many_arguments, reason = "Python gives them by name")]
    fn explain<'py>(
        &self,
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
    ) -> PyResult<Vec<String>> {
        let times = Times { recv_window, timestamp, timestamp_us };
        let arguments = RestArguments { method, path, params, body, times, time_unit };
        Ok(arguments.call(|call| self.asked(py, approval, |asking| Ok(call.explain(asking)?)))?)
    }

    /// Why the guard would decide as it would on a request of the WebSocket API; arguments as of `check_ws`.
    #[pyo3(
        signature = (method, params=None, *, id, family=None, recv_window=None, timestamp=Given::Now, timestamp_us=None, approval=None, in_session=false),
        text_signature = "($self, method, params=None, *, id, family='spot', recv_window=None, timestamp=..., timestamp_us=None, approval=None, in_session=False)"
    )]
    #[expect(clippy::too_many_arguments, reason = "Python gives them by name")]
    fn explain_ws<'py>(
        &self,
        py: Python<'py>,
        method: &Bound<'py, PyAny>,
        params: Option<&Bound<'py, PyAny>>,
        id: &Bound<'py, PyAny>,
        family: Option<&Bound<'py, PyAny>>,
        recv_window: Option<&Bound<'py, PyAny>>,
        timestamp: Given<'py>,
        timestamp_us: Option<&Bound<'py, PyAny>>,
        approval: Option<&Bound<'py, PyBytes>>,
        in_session: bool,
    ) -> PyResult<Vec<String>> {
        let times = Times { recv_window, timestamp, timestamp_us };
        let arguments = WsArguments { method, params, id, family, times, in_session };
        Ok(arguments.call(|call| self.asked(py, approval, |asking| Ok(call.explain(asking)?)))?)
    }

    /// Has the guard decide on a request of the WebSocket API over a connection that is logged on: it carries neither
    /// API key nor signature, and counts as any other.
    ///
    /// Arguments as of `sign_ws`. Raises Error or Denied.
    #[pyo3(
        signature = (method, params=None, *, id, family=None, recv_window=None, timestamp=Given::Now, timestamp_us=None, approval=None),
        text_signature = "($self, method, params=None, *, id, family='spot', recv_window=None, timestamp=..., timestamp_us=None, approval=None)"
    )]
    #[expect(clippy::too_many_arguments, reason = "Python gives them by name")]
    fn in_session_ws<'py>(
        &self,
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
        let arguments = WsArguments { method, params, id, family, times, in_session: true };
        let request = arguments.call(|call| self.asked(py, approval, |asking| Ok(call.without_key(asking)?)))?;
        Ok(request.into())
    }

    /// Takes what the exchange says of the key: the answer of `GET /sapi/v1/account/apiRestrictions`, as text, bytes or
    /// what was read of it, and when it came, in ms since 1970 (by default now). Raises Error.
    #[pyo3(signature = (answer, *, observed_at=None))]
    fn key_info(&self, py: Python<'_>, answer: &Bound<'_, PyAny>, observed_at: Option<u64>) -> PyResult<()> {
        let text;
        let answer = if answer.is_instance_of::<PyDict>() {
            text = py.import("json")?.call_method1("dumps", (answer,))?;
            &text
        } else {
            answer
        };
        let at = observed_at.map_or_else(|| self.clock(py).map(Clock::now), Ok)?;
        let info = KeyInfo::from_json(text_or_bytes(answer, "answer")?, at).map_err(Refused::from)?;
        *self.info.lock().unwrap_or_else(PoisonError::into_inner) = Some(info);
        self.guard.set_key_info(info);
        Ok(())
    }

    /// What is wrong with the key, the worst first, by what `key_info` was told; `needed` are the permissions that are
    /// needed, by default those of the policy, and `addresses` the trusted ones as they stand at the exchange.
    #[pyo3(signature = (needed=None, *, addresses=None))]
    fn findings(
        &self,
        py: Python<'_>,
        needed: Option<Vec<String>>,
        addresses: Option<Vec<String>>,
    ) -> PyResult<Vec<Finding>> {
        let info = *self.info.lock().unwrap_or_else(PoisonError::into_inner);
        let info =
            info.ok_or_else(|| PyTypeError::new_err("nothing is known of the key yet; call `key_info` first"))?;
        let policy = self.guard.policy().map(binsign_host::OwnedPolicy::policy);
        let needed = match (needed, policy) {
            (Some(names), _) => names.iter().try_fold(Permissions::NONE, |set, name| {
                let one = Permissions::of_name(name);
                one.map(|one| set.union(one)).ok_or_else(|| {
                    PyValueError::new_err("`needed` has a name that is no permission; write them as `enableReading`")
                })
            })?,
            (None, Some(policy)) => policy.permissions(),
            (None, None) => info.permissions(),
        };
        let addresses: Option<Vec<&str>> =
            addresses.as_ref().map(|addresses| addresses.iter().map(String::as_str).collect());
        let declared = Declared {
            key_type: Some(self.key_type),
            addresses: addresses.as_deref(),
            created: policy.and_then(binsign::policy::Policy::key_created),
            ..Declared::default()
        };
        let max_age = policy.and_then(binsign::policy::Policy::info_max_age_ms);
        let now = self.clock(py)?.now();
        Ok(findings(&info, &declared, needed, now, max_age).map(Finding::from).collect())
    }

    /// Learns from the exchange's answer to a request: the status (0 for a message of the WebSocket API, and where none
    /// came), the headers as a mapping or as pairs, the body. Gives what is known then.
    #[pyo3(signature = (request, status, headers=None, body=None))]
    fn observe(
        &self,
        py: Python<'_>,
        request: &Bound<'_, PyAny>,
        status: u16,
        headers: Option<&Bound<'_, PyAny>>,
        body: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Observed> {
        let now = self.clock(py)?.now();
        let headers = headers.map(header_pairs).transpose()?.unwrap_or_default();
        let headers = headers.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        let body = body.map(|body| text_or_bytes(body, "body")).transpose()?.unwrap_or_default();
        let sent = if let Ok(request) = request.cast::<SignedRequest>() {
            request.get().request.sent
        } else if let Ok(message) = request.cast::<SignedMessage>() {
            message.get().request.sent
        } else {
            return Err(PyTypeError::new_err("`request` must be the SignedRequest or SignedMessage that was sent"));
        };
        self.needs_policy("observe")?;
        let sent = sent.ok_or_else(|| PyTypeError::new_err("this request was not signed under a policy"))?;
        let observed = self.guard.observe(&sent, status, headers, body, Some(now));
        observed.map(Observed::from).ok_or_else(|| without_policy("observe"))
    }

    /// Learns how far the exchange's clock is off: when its time was asked for, when the answer came, and what it said
    /// (`serverTime`), all in ms since 1970. Gives what is known then.
    fn observe_time(&self, py: Python<'_>, sent: u64, received: u64, server: u64) -> PyResult<Observed> {
        self.needs_policy("observe_time")?;
        self.guard.observe_time(sent, received, server);
        self.observed(py)
    }

    /// What is known without an answer.
    fn observed(&self, py: Python<'_>) -> PyResult<Observed> {
        let now = self.clock(py)?.known();
        let observed = self.guard.observed(now);
        observed.map(Observed::from).ok_or_else(|| without_policy("observed"))
    }

    /// What was spent, learnt and decided, as bytes to restore it from after a restart, and its sequence number. Keep
    /// the number apart from the bytes: an older state would grant again what is spent.
    fn state<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyBytes>, u64)> {
        let (saved, sequence) = self.guard.save().ok_or_else(|| without_policy("state"))?;
        Ok((PyBytes::new(py, &saved), sequence))
    }

    /// Nothing is signed until `clear`; `reason` is a number of the caller's.
    #[pyo3(signature = (reason=0))]
    fn suspend(&self, reason: i32) -> PyResult<()> {
        self.needs_policy("suspend")?;
        self.guard.suspend(reason);
        Ok(())
    }

    /// Takes the key into use again, after its owner has looked at why it was suspended; one that is revoked stays so.
    fn clear(&self) -> PyResult<()> {
        self.needs_policy("clear")?;
        self.guard.clear();
        Ok(())
    }

    fn __traverse__(&self, visit: PyVisit<'_>) -> Result<(), PyTraverseError> {
        visit.call(&self.clock)
    }
}

impl Guarded {
    pub(crate) const fn type_of_key(&self) -> KeyType {
        self.key_type
    }

    pub(crate) const fn guard(&self) -> &Guard {
        &self.guard
    }

    /// Whether the key may never be used again, for the guard says so.
    pub(crate) fn is_over(&self) -> bool {
        matches!(self.guard.key_state(), KeyState::Revoked | KeyState::Terminated)
    }

    /// What the clock says, which may be Python code.
    fn clock(&self, py: Python<'_>) -> PyResult<Clock> {
        let Some(clock) = &self.clock else { return Ok(Clock::Host) };
        let now = clock.bind(py).call0()?;
        if now.is_none() {
            return Ok(Clock::None);
        }
        let not_ms = |_| PyTypeError::new_err("`clock` must give a whole number of ms since 1970, or None");
        Ok(Clock::At(now.extract().map_err(not_ms)?))
    }

    /// Asks the guard, at the time that the clock says, with an approval where there is one.
    #[inline]
    pub(crate) fn asked<T>(
        &self,
        py: Python<'_>,
        approval: Option<&Bound<'_, PyBytes>>,
        ask: impl FnOnce(Asking<'_>) -> Result<T, Refused>,
    ) -> Result<T, Refused> {
        let mut asking = self.guard.asking();
        match self.clock(py)? {
            Clock::Host => {}
            Clock::At(now) => asking = asking.at(now),
            Clock::None => asking = asking.without_clock(),
        }
        if let Some(approval) = approval {
            asking = asking.approval(approval.as_bytes());
        }
        ask(asking)
    }

    fn checked(
        &self,
        py: Python<'_>,
        call: &impl Signable,
        approval: Option<&Bound<'_, PyBytes>>,
    ) -> Result<(), Refused> {
        self.asked(py, approval, |asking| Ok(call.check(asking)?))
    }

    pub(crate) fn needs_policy(&self, name: &str) -> PyResult<()> {
        self.guard.policy().map(drop).ok_or_else(|| without_policy(name))
    }
}

fn without_policy(name: &str) -> PyErr {
    PyTypeError::new_err(format!("this signer has no policy, which `{name}` needs; give it one as `policy`"))
}

/// Headers as a client has them: a mapping, or pairs, of str or bytes.
fn header_pairs(headers: &Bound<'_, PyAny>) -> PyResult<Vec<(String, String)>> {
    let py = headers.py();
    let items = match headers.getattr_opt(intern!(py, "items"))? {
        Some(items) => items.call0()?,
        None => headers.clone(),
    };
    let text = |value: &Bound<'_, PyAny>| match value.cast::<PyString>() {
        // What is no text is no header that is read.
        Ok(text) => Ok(text.to_string_lossy().into_owned()),
        Err(_) => value
            .cast::<PyBytes>()
            .map(|bytes| String::from_utf8_lossy(bytes.as_bytes()).into_owned())
            .map_err(|_| PyTypeError::new_err("`headers` must be a mapping or pairs of str or bytes")),
    };
    items
        .try_iter()?
        .map(|pair| {
            let (name, value): (Bound<'_, PyAny>, Bound<'_, PyAny>) = pair?.extract()?;
            Ok((text(&name)?, text(&value)?))
        })
        .collect()
}
