//! The records of a call: what is to be signed, and the signed request.

use std::fmt;

/// A parameter: its name, and its value as text, not encoded.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Display)]
pub struct Parameter {
    /// As Binance spells it (`timeInForce`).
    pub name: String,
    /// As it is meant; binsign percent-encodes it.
    pub value: String,
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

/// Where the parameter `timestamp` comes from.
#[derive(Clone, Debug, uniffi::Enum)]
pub enum Timestamp {
    /// The host's clock in ms, on a route that is signed and where no parameter has that name already.
    Now,
    /// This text, on every route.
    Given {
        /// ms since 1970 (or µs on Spot).
        text: String,
    },
    /// None is added.
    Omitted,
}

/// A REST call that is to be signed.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Display)]
pub struct Call {
    /// `GET`, `POST`, `PUT` or `DELETE`.
    pub method: String,
    /// `/api/v3/order`.
    pub path: String,
    /// Parameters of the query, in order.
    pub query: Vec<Parameter>,
    /// Parameters of the form body, in order.
    pub body: Vec<Parameter>,
    /// `recvWindow` in ms, added behind the other parameters (to the body where there is one).
    pub recv_window: Option<String>,
    /// `timestamp`, added behind `recvWindow`.
    pub timestamp: Timestamp,
}

/// Shows the route only.
impl fmt::Display for Call {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Call({} {})", self.method, self.path)
    }
}

impl fmt::Debug for Call {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// A header of HTTP.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Display)]
pub struct Header {
    /// `X-MBX-APIKEY` or `Content-Type`.
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

impl Header {
    fn new(name: &str, value: &str) -> Self {
        Self { name: name.to_owned(), value: value.to_owned() }
    }
}

/// A signed request, ready to send.
#[derive(Clone, uniffi::Record)]
#[uniffi::export(Display)]
pub struct SignedRequest {
    /// `GET`, `POST`, `PUT` or `DELETE`.
    pub method: String,
    /// Path and query as they stand in the request line.
    pub target: String,
    /// The query without its question mark.
    pub query: String,
    /// The form body; empty where there is none.
    pub body: String,
    /// What was signed; nothing where the route needs no signature.
    pub payload: Option<String>,
    /// The signature as Binance documents it; nothing where the route needs none.
    pub signature: Option<String>,
    /// The headers to send, in order.
    pub headers: Vec<Header>,
}

/// Shows the method only: whoever has the rest can send the request.
impl fmt::Display for SignedRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SignedRequest({})", self.method)
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
            method: signed.method.unwrap_or_default().to_owned(),
            target: signed.target,
            query: signed.query,
            body: signed.body,
            payload: signed.payload.map(|text| text.as_str().to_owned()),
            signature: signed.signature,
            headers: signed.headers.iter().map(|(name, value)| Header::new(name, value)).collect(),
        }
    }
}
