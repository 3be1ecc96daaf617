//! What is to be signed: a call of each kind, as it crosses.

use std::fmt;
use std::sync::Arc;

use binsign::catalogue::Family;
use binsign::{Error, ExternalKey, MessageHandling, ResponseMode, Signer, TimeUnit};
use binsign_host::{Asking, Param, PendingRequest, Signable as _, SignedRequest};

use crate::value::{Place, Sent, Value};

/// A parameter, or a member of a map.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Display)]
pub struct Parameter {
    /// As Binance spells it (`timeInForce`).
    pub name: String,
    /// As it is meant.
    pub value: Value,
}

/// Shows the name only: a value may be what nobody else should read.
impl fmt::Display for Parameter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Parameter({})", self.name)
    }
}

impl fmt::Debug for Parameter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Where the parameter `timestamp` comes from, or `SendingTime` of FIX.
#[derive(Clone, Debug, uniffi::Enum)]
pub enum Timestamp {
    /// The host's clock in ms, where the exchange wants a timestamp and no parameter has that name already.
    Now,
    /// This time, on every route.
    Ms {
        /// ms since 1970.
        ms: i64,
    },
    /// This time, on every route that takes µs.
    Us {
        /// µs since 1970.
        us: i64,
    },
    /// This text, on every route.
    Given {
        /// As it is sent.
        text: String,
    },
    /// None is added.
    Omitted,
}

impl Timestamp {
    fn of_host(&self) -> binsign_host::Timestamp<'_> {
        // A time before 1970 is none that the exchange takes, and neither is 0.
        let since_1970 = |time: &i64| u64::try_from(*time).unwrap_or_default();
        match self {
            Self::Now => binsign_host::Timestamp::Now,
            Self::Ms { ms } => binsign_host::Timestamp::Ms(since_1970(ms)),
            Self::Us { us } => binsign_host::Timestamp::Us(since_1970(us)),
            Self::Given { text } => binsign_host::Timestamp::Given(text),
            Self::Omitted => binsign_host::Timestamp::Omitted,
        }
    }
}

/// The definition of SBE messages that a FIX session asks for.
#[derive(Clone, Debug, uniffi::Record)]
pub struct SbeSchema {
    /// `SbeSchemaId` (25050).
    pub id: u16,
    /// `SbeSchemaVersion` (25051).
    pub version: u16,
}

/// A request that is to be signed.
#[derive(Clone, uniffi::Enum)]
#[uniffi::export(Display)]
pub enum Call {
    /// A REST request.
    Rest {
        /// `GET`, `POST`, `PUT` or `DELETE`.
        method: String,
        /// `/api/v3/order`.
        path: String,
        /// Parameters of the query, in order.
        query: Vec<Parameter>,
        /// Parameters of the form body, in order.
        body: Vec<Parameter>,
        /// `recvWindow` in ms, added behind the other parameters (to the body where there is one).
        recv_window: Option<Value>,
        /// `timestamp`, added behind `recvWindow`.
        timestamp: Timestamp,
        /// In what unit the answer is to give its times (`/api` only).
        time_unit: Option<TimeUnit>,
    },
    /// A request of the WebSocket API.
    Ws {
        /// Whose WebSocket API it is.
        family: Family,
        /// `order.place`.
        method: String,
        /// What comes back with the answer.
        id: String,
        /// Parameters, in any order.
        params: Vec<Parameter>,
        /// `recvWindow` in ms.
        recv_window: Option<Value>,
        /// `timestamp`.
        timestamp: Timestamp,
        /// The connection is logged on: the request carries neither API key nor signature.
        in_session: bool,
    },
    /// The opening of a signed stream, `wss://api.binance.com/sapi/wss`.
    Stream {
        /// `random` and `topic`.
        params: Vec<Parameter>,
        /// `recvWindow` in ms.
        recv_window: Option<Value>,
        /// `timestamp`.
        timestamp: Timestamp,
    },
    /// The Logon of a FIX session.
    FixLogon {
        /// `SenderCompID` (49).
        sender_comp_id: String,
        /// `TargetCompID` (56).
        target_comp_id: String,
        /// `MsgSeqNum` (34).
        msg_seq_num: u64,
        /// `SendingTime` (52).
        sending_time: Timestamp,
        /// `HeartBtInt` (108), in seconds.
        heart_bt_int: u32,
        /// `MessageHandling` (25035).
        message_handling: MessageHandling,
        /// `ResponseMode` (25036), where it is to be sent.
        response_mode: Option<ResponseMode>,
        /// `RecvWindow` (25000) in ms, where it is to be sent.
        recv_window: Option<Value>,
        /// `DropCopyFlag` (9406): Y for a drop copy session.
        drop_copy: bool,
        /// `SbeSchemaId` and `SbeSchemaVersion`, for FIX requests with answers in SBE.
        sbe_schema: Option<SbeSchema>,
        /// The message itself is sent in SBE: payload and signature are made, and no message.
        sbe: bool,
    },
}

/// Shows the route only.
impl fmt::Display for Call {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Rest { method, path, .. } => write!(f, "Call({method} {path})"),
            Self::Ws { method, .. } => write!(f, "Call({method})"),
            Self::Stream { .. } => f.write_str("Call(/sapi/wss)"),
            Self::FixLogon { .. } => f.write_str("Call(FIX Logon)"),
        }
    }
}

impl fmt::Debug for Call {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Gives the host's form of a call, of whichever kind it is, to an expression.
macro_rules! with_host_call {
    ($call:expr, $host:ident => $outcome:expr) => {
        match $call {
            Call::Rest { method, path, query, body, recv_window, timestamp, time_unit } => {
                let (query, body) = (Sents::of(query, 0)?, Sents::of(body, query.len())?);
                let (query, body, window) = (query.texts(), body.texts(), recv_window_text(recv_window.as_ref())?);
                let $host = binsign_host::Call {
                    method,
                    path,
                    query: &query,
                    body: &body,
                    recv_window: window.as_deref(),
                    timestamp: timestamp.of_host(),
                    time_unit: *time_unit,
                };
                $outcome
            }
            Call::Ws { family, method, id, params, recv_window, timestamp, in_session } => {
                let params = Sents::of(params, 0)?;
                let (params, window) = (params.params(), recv_window_text(recv_window.as_ref())?);
                let $host = binsign_host::WsCall {
                    family: *family,
                    method,
                    id,
                    params: &params,
                    recv_window: window.as_deref(),
                    timestamp: timestamp.of_host(),
                    in_session: *in_session,
                };
                $outcome
            }
            Call::Stream { params, recv_window, timestamp } => {
                let params = Sents::of(params, 0)?;
                let (params, window) = (params.texts(), recv_window_text(recv_window.as_ref())?);
                let timestamp = timestamp.of_host();
                let $host = binsign_host::StreamCall { params: &params, recv_window: window.as_deref(), timestamp };
                $outcome
            }
            Call::FixLogon {
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
            } => {
                let window = recv_window_text(recv_window.as_ref())?;
                let logon = binsign::FixLogon {
                    sender_comp_id,
                    target_comp_id,
                    msg_seq_num: *msg_seq_num,
                    // In its place comes that of the call.
                    sending_time: "",
                    heart_bt_int: *heart_bt_int,
                    message_handling: *message_handling,
                    response_mode: *response_mode,
                    recv_window: window.as_deref(),
                    drop_copy: *drop_copy,
                    sbe_schema: sbe_schema.as_ref().map(|schema| (schema.id, schema.version)),
                    sbe: *sbe,
                };
                let $host = binsign_host::FixCall { logon, sending_time: sending_time.of_host() };
                $outcome
            }
        }
    };
}

impl Call {
    /// Has the gate decide on the call, and signs it.
    pub(crate) fn sign(&self, asking: Asking<'_>, signer: &Signer) -> Result<SignedRequest, binsign::Refusal> {
        with_host_call!(self, call => call.sign(asking, signer))
    }

    /// Has the gate decide on the call, and begins to sign it with a key that is elsewhere.
    pub(crate) fn begin(&self, asking: Asking<'_>, key: &Arc<ExternalKey>) -> Result<PendingRequest, binsign::Refusal> {
        with_host_call!(self, call => call.begin(asking, key))
    }

    /// Has the gate decide on a call that needs no key.
    pub(crate) fn without_key(&self, asking: Asking<'_>) -> Result<SignedRequest, binsign::Refusal> {
        with_host_call!(self, call => call.without_key(asking))
    }

    /// Asks the gate for its verdict alone.
    pub(crate) fn check(&self, asking: Asking<'_>) -> Result<(), binsign::Refusal> {
        with_host_call!(self, call => call.check(asking))
    }

    /// Asks the gate why it would decide as it would.
    pub(crate) fn explain(&self, asking: Asking<'_>) -> Result<Vec<String>, binsign::Refusal> {
        with_host_call!(self, call => call.explain(asking))
    }
}

fn recv_window_text(window: Option<&Value>) -> Result<Option<String>, Error> {
    let place = Place { position: 0, name: "recvWindow" };
    window.map(|window| Ok(window.sent(place)?.text.into_owned())).transpose()
}

/// Parameters with what is sent of their values.
struct Sents<'a> {
    list: Vec<(&'a str, Sent<'a>)>,
}

impl<'a> Sents<'a> {
    /// `before` others come earlier.
    fn of(parameters: &'a [Parameter], before: usize) -> Result<Self, Error> {
        let sent = parameters.iter().zip(before + 1..).map(|(Parameter { name, value }, position)| {
            let place = Place { position: u16::try_from(position).unwrap_or(u16::MAX), name };
            Ok((name.as_str(), value.sent(place)?))
        });
        Ok(Self { list: sent.collect::<Result<_, Error>>()? })
    }

    fn texts(&self) -> Vec<(&str, &str)> {
        self.list.iter().map(|(name, sent)| (*name, &*sent.text)).collect()
    }

    fn params(&self) -> Vec<(&str, Param<'_>)> {
        self.list.iter().map(|(name, sent)| (*name, sent.as_param())).collect()
    }
}
