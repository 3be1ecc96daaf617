//! A signed request in memory of its own.

use binsign::catalogue::Route;
use binsign::{Method, Sent, Signed};
use zeroize::Zeroizing;

/// A signed request, ready to send.
#[derive(Clone, PartialEq, Eq)]
pub struct SignedRequest {
    /// The route that was allowed.
    pub route: Route,
    /// `GET`, `POST`, `PUT` or `DELETE`; nothing where the request is a message.
    pub method: Option<&'static str>,
    /// Path and query as they stand in the request line; empty where the request is a message.
    pub target: String,
    /// The query without its question mark.
    pub query: String,
    /// The form body; empty where there is none.
    pub body: String,
    /// The message to send: JSON of the WebSocket API or a FIX Logon. It has the API key in it, and is wiped on drop.
    pub message: Option<Zeroizing<String>>,
    /// What was signed; nothing where the request needs no signature. Wiped on drop, as it may have the API key in it.
    pub payload: Option<Zeroizing<String>>,
    /// The signature as Binance documents it; nothing where the request needs none.
    pub signature: Option<String>,
    /// The headers to send; their values are wiped on drop, since the API key is one (clause E 11).
    pub headers: Vec<(&'static str, Zeroizing<String>)>,
    /// What of it an answer is held against; there where a policy allowed it.
    pub sent: Option<Sent>,
}

impl SignedRequest {
    /// A request that a policy allowed.
    pub(crate) fn under_policy(signed: &Signed<'_, '_>) -> Self {
        Self { sent: Some(signed.sent()), ..Self::from(signed) }
    }
}

impl std::fmt::Debug for SignedRequest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SignedRequest").field("route", &self.route).finish_non_exhaustive()
    }
}

impl From<&Signed<'_, '_>> for SignedRequest {
    fn from(signed: &Signed<'_, '_>) -> Self {
        let wiped = |text: &str| Zeroizing::new(text.to_owned());
        Self {
            route: signed.route(),
            method: signed.method().map(Method::as_str),
            target: signed.target().to_owned(),
            query: signed.query().to_owned(),
            body: signed.body().to_owned(),
            message: signed.message().map(wiped),
            payload: signed.payload().map(wiped),
            signature: signed.signature().map(str::to_owned),
            headers: signed.headers().map(|(name, value)| (name, wiped(value))).collect(),
            sent: None,
        }
    }
}
