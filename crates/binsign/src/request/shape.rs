//! What a request is sent as, and what its kind has to know until then.

use super::Method;
#[cfg(feature = "fix")]
use super::fix::Logon;
#[cfg(feature = "ws-api")]
use super::ws::WsApi;
use crate::catalogue::Transport;

/// The kinds of requests.
pub(crate) enum Shape {
    /// A line of HTTP, with or without a form.
    Rest(Method),
    /// The opening of the stream `/sapi/wss`: a query, sorted.
    #[cfg(feature = "ws-api")]
    SapiWss,
    /// A message of the WebSocket API.
    #[cfg(feature = "ws-api")]
    WsApi(WsApi),
    /// The Logon of a FIX session.
    #[cfg(feature = "fix")]
    Fix(Logon),
}

impl Shape {
    /// Whether its connection is logged on already.
    pub(crate) const fn in_session(&self) -> bool {
        match self {
            #[cfg(feature = "ws-api")]
            Self::WsApi(ws) => ws.in_session,
            _ => false,
        }
    }

    /// How it travels.
    pub(crate) const fn transport(&self) -> Transport {
        match self {
            Self::Rest(_) => Transport::Rest,
            #[cfg(feature = "ws-api")]
            Self::SapiWss => Transport::SapiWss,
            #[cfg(feature = "ws-api")]
            Self::WsApi(_) => Transport::WsApi,
            #[cfg(feature = "fix")]
            Self::Fix(_) => Transport::Fix,
        }
    }
}
