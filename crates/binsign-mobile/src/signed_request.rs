//! What comes back: the signed request.

use std::fmt;

/// A header of HTTP.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Display)]
pub struct Header {
    /// `X-MBX-APIKEY`, `X-MBX-TIME-UNIT` or `Content-Type`.
    pub name: String,
    /// What to send.
    pub value: String,
}

/// Shows the name only: the API key is kept like a password (clause E 11).
impl fmt::Display for Header {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Header({})", self.name)
    }
}

impl fmt::Debug for Header {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// A signed request, ready to send.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Display)]
pub struct SignedRequest {
    /// `GET`, `POST`, `PUT` or `DELETE`; nothing where the request is a message.
    pub method: Option<String>,
    /// Path and query as they stand in the request line; empty where the request is a message.
    pub target: String,
    /// The query without its question mark.
    pub query: String,
    /// The form body; empty where there is none.
    pub body: String,
    /// The message to send: JSON of the WebSocket API or a FIX Logon.
    pub message: Option<String>,
    /// What was signed; nothing where the request needs no signature.
    pub payload: Option<String>,
    /// The signature as Binance documents it; nothing where the request needs none.
    pub signature: Option<String>,
    /// The headers to send, in order.
    pub headers: Vec<Header>,
    /// What the answer is to be compared with; there under a policy.
    pub sent: Option<Vec<u8>>,
}

/// Shows the method only: whoever has the rest can send the request.
impl fmt::Display for SignedRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SignedRequest({})", self.method.as_deref().unwrap_or("message"))
    }
}

impl fmt::Debug for SignedRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl From<binsign_host::SignedRequest> for SignedRequest {
    fn from(signed: binsign_host::SignedRequest) -> Self {
        Self {
            method: signed.method.map(str::to_owned),
            target: signed.target,
            query: signed.query,
            body: signed.body,
            message: signed.message.map(|message| message.to_string()),
            payload: signed.payload.map(|payload| payload.to_string()),
            signature: signed.signature,
            headers: signed
                .headers
                .iter()
                .map(|(name, value)| Header { name: (*name).into(), value: value.to_string() })
                .collect(),
            sent: signed.sent.map(|sent| sent.to_bytes().to_vec()),
        }
    }
}
