//! The arguments of a call, taken out of Python before anything is decided: REST, WebSocket API, stream, FIX.

use binsign::catalogue::Family;
use binsign::{Code, Error, FixLogon, MessageHandling, ResponseMode, TimeUnit};
use binsign_host::{Call, FixCall, Param, StreamCall, WsCall};
use pyo3::prelude::*;
use pyo3::types::PyInt;

use crate::parameters::{collect, named, texts};
use crate::refusal::Refused;
use crate::time::{Given, Time};
use crate::value::{Place, str_argument, text};
use crate::word::{optional_word, word};

/// An argument that may be left out.
pub(crate) type Argument<'a, 'py> = Option<&'a Bound<'py, PyAny>>;

/// When the request is made, and how long the exchange may still take it.
pub(crate) struct Times<'a, 'py> {
    pub(crate) recv_window: Argument<'a, 'py>,
    pub(crate) timestamp: Given<'py>,
    pub(crate) timestamp_us: Argument<'a, 'py>,
}

impl Times<'_, '_> {
    /// The times of a request that has none of the caller's.
    pub(crate) const fn usual() -> Self {
        Self { recv_window: None, timestamp: Given::Now, timestamp_us: None }
    }
}

/// The arguments of a REST call.
pub(crate) struct RestArguments<'a, 'py> {
    pub(crate) method: &'a Bound<'py, PyAny>,
    pub(crate) path: &'a Bound<'py, PyAny>,
    pub(crate) params: Argument<'a, 'py>,
    pub(crate) body: Argument<'a, 'py>,
    pub(crate) times: Times<'a, 'py>,
    pub(crate) time_unit: Argument<'a, 'py>,
}

impl RestArguments<'_, '_> {
    const UNITS: [(&'static str, TimeUnit); 2] =
        [("MILLISECOND", TimeUnit::Millisecond), ("MICROSECOND", TimeUnit::Microsecond)];

    /// Lends the call.
    pub(crate) fn call<T>(&self, act: impl FnOnce(&Call<'_>) -> Result<T, Refused>) -> Result<T, Refused> {
        let method = str_argument(self.method, "method")?;
        let path = str_argument(self.path, "path")?;
        let time_unit = optional_word(self.time_unit, "time_unit", &Self::UNITS)?;
        let (params, body) = (collect(self.params, "params")?, collect(self.body, "body")?);
        let query = named(&params, 0)?;
        let form = named(&body, query.len())?;
        let recv_window = text(self.times.recv_window, "recv_window")?;
        let time = Time::stamp(&self.times.timestamp, self.times.timestamp_us)?;
        act(&Call {
            method,
            path,
            query: &texts(&query),
            body: &texts(&form),
            recv_window: recv_window.as_deref(),
            timestamp: time.timestamp(),
            time_unit,
        })
    }
}

/// The arguments of a request of the WebSocket API.
pub(crate) struct WsArguments<'a, 'py> {
    pub(crate) method: &'a Bound<'py, PyAny>,
    pub(crate) params: Argument<'a, 'py>,
    pub(crate) id: &'a Bound<'py, PyAny>,
    /// `spot` where it is left out.
    pub(crate) family: Argument<'a, 'py>,
    pub(crate) times: Times<'a, 'py>,
    pub(crate) in_session: bool,
}

impl WsArguments<'_, '_> {
    /// Lends the call.
    pub(crate) fn call<T>(&self, act: impl FnOnce(&WsCall<'_>) -> Result<T, Refused>) -> Result<T, Refused> {
        let method = str_argument(self.method, "method")?;
        let id = str_argument(self.id, "id")?;
        let family = optional_word(self.family, "family", &Family::ALL.map(|family| (family.as_str(), family)))?;
        let params = collect(self.params, "params")?;
        let params = named(&params, 0)?;
        let params: Vec<_> = params
            .iter()
            .map(|(name, sent)| {
                (*name, if sent.literal { Param::Literal(&sent.text) } else { Param::Text(&sent.text) })
            })
            .collect();
        let recv_window = text(self.times.recv_window, "recv_window")?;
        let time = Time::stamp(&self.times.timestamp, self.times.timestamp_us)?;
        act(&WsCall {
            family: family.unwrap_or(Family::Spot),
            method,
            id,
            params: &params,
            recv_window: recv_window.as_deref(),
            timestamp: time.timestamp(),
            in_session: self.in_session,
        })
    }
}

/// The arguments of the opening of a signed stream.
pub(crate) struct StreamArguments<'a, 'py> {
    pub(crate) params: Argument<'a, 'py>,
    pub(crate) times: Times<'a, 'py>,
}

impl StreamArguments<'_, '_> {
    /// Lends the call.
    pub(crate) fn call<T>(&self, act: impl FnOnce(&StreamCall<'_>) -> Result<T, Refused>) -> Result<T, Refused> {
        let params = collect(self.params, "params")?;
        let params = named(&params, 0)?;
        let recv_window = text(self.times.recv_window, "recv_window")?;
        let time = Time::stamp(&self.times.timestamp, self.times.timestamp_us)?;
        act(&StreamCall { params: &texts(&params), recv_window: recv_window.as_deref(), timestamp: time.timestamp() })
    }
}

/// The arguments of a FIX Logon; what is left out is as usual.
pub(crate) struct FixArguments<'a, 'py> {
    pub(crate) sender_comp_id: &'a Bound<'py, PyAny>,
    pub(crate) target_comp_id: Argument<'a, 'py>,
    pub(crate) msg_seq_num: Argument<'a, 'py>,
    pub(crate) sending_time: Given<'py>,
    pub(crate) heart_bt_int: Argument<'a, 'py>,
    pub(crate) message_handling: Argument<'a, 'py>,
    pub(crate) response_mode: Argument<'a, 'py>,
    pub(crate) recv_window: Argument<'a, 'py>,
    pub(crate) drop_copy: bool,
    pub(crate) sbe_schema: Argument<'a, 'py>,
    pub(crate) sbe: bool,
}

impl FixArguments<'_, '_> {
    const HANDLINGS: [(&'static str, MessageHandling); 2] =
        [("UNORDERED", MessageHandling::Unordered), ("SEQUENTIAL", MessageHandling::Sequential)];
    const MODES: [(&'static str, ResponseMode); 2] =
        [("EVERYTHING", ResponseMode::Everything), ("ONLY_ACKS", ResponseMode::OnlyAcks)];

    /// Lends the call.
    pub(crate) fn call<T>(&self, act: impl FnOnce(&FixCall<'_>) -> Result<T, Refused>) -> Result<T, Refused> {
        let time = Time::sending(&self.sending_time)?;
        let recv_window = text(self.recv_window, "recv_window")?;
        // The call fills the time in.
        let mut logon = FixLogon::new(str_argument(self.sender_comp_id, "sender_comp_id")?, "");
        if let Some(target) = given(self.target_comp_id) {
            logon.target_comp_id = str_argument(target, "target_comp_id")?;
        }
        if let Some(number) = given(self.msg_seq_num) {
            logon.msg_seq_num = whole(number, "msg_seq_num", Code::FixField)?;
        }
        if let Some(seconds) = given(self.heart_bt_int) {
            logon.heart_bt_int = whole(seconds, "heart_bt_int", Code::FixHeartBtInt)?;
        }
        if let Some(handling) = given(self.message_handling) {
            logon.message_handling = word(handling, "message_handling", &Self::HANDLINGS)?;
        }
        logon.response_mode = optional_word(self.response_mode, "response_mode", &Self::MODES)?;
        logon.recv_window = recv_window.as_deref();
        logon.drop_copy = self.drop_copy;
        if let Some(schema) = given(self.sbe_schema) {
            let not_a_pair = || Place::argument("sbe_schema").error(Code::ValueType);
            let (id, version): (Bound<'_, PyAny>, Bound<'_, PyAny>) = schema.extract().map_err(|_| not_a_pair())?;
            let number = |value: &_| whole(value, "sbe_schema", Code::FixField);
            logon.sbe_schema = Some((number(&id)?, number(&version)?));
        }
        logon.sbe = self.sbe;
        act(&FixCall { logon, sending_time: time.timestamp() })
    }
}

/// The argument, where it is given and not None.
fn given<'a, 'py>(argument: Argument<'a, 'py>) -> Argument<'a, 'py> {
    argument.filter(|value| !value.is_none())
}

/// A whole number that fits; `code` says that it does not.
fn whole<'py, T: for<'a> FromPyObject<'a, 'py>>(
    value: &Bound<'py, PyAny>,
    name: &str,
    code: Code,
) -> Result<T, Refused> {
    let number = value.cast::<PyInt>().map_err(|_| Place::argument(name).error(Code::ValueType))?;
    number.extract().map_err(|_| Error::about(code, 0, name).into())
}
