//! A signed request: views of the caller's buffer, ready to send.

use core::fmt;

use super::draft::Span;
use super::pending::Places;
use super::{Authorized, Method};
use crate::catalogue::{Route, Transport};

/// A request that can be sent as it stands; whoever sends it must not encode or reorder anything again.
///
/// The bytes stay in the caller's buffer when this is dropped.
///
/// ```
/// use binsign::{Gate, Method, Request, Signer};
///
/// let signer = Signer::hmac("vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A",
///                           b"NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j")?;
/// let mut buffer = [0; 256];
/// let mut request = Request::rest(&mut buffer, Method::Get, "/api/v3/account")?;
/// request.timestamp(1_578_963_600_000)?;
/// let signed = Gate::documented_routes().authorize(request)?.sign(&signer)?;
/// // The value is from Binance's signature examples.
/// assert_eq!(signed.signature(), Some("d84e6641b1e328e7b418fff030caed655c266299c9355e36ce801ed14631eed4"));
/// assert_eq!(signed.body(), "");
/// # Ok::<(), binsign::Refusal>(())
/// ```
pub struct Signed<'b, 'k> {
    request: Authorized<'b>,
    payload: Span,
    message: Option<Span>,
    signature: Option<Span>,
    api_key: &'k str,
}

impl<'b, 'k> Signed<'b, 'k> {
    pub(super) const fn new(
        request: Authorized<'b>,
        payload: Span,
        (message, signature): Places,
        api_key: &'k str,
    ) -> Self {
        Self { request, payload, message, signature, api_key }
    }

    /// The HTTP method; nothing where the request is a message.
    #[must_use]
    pub const fn method(&self) -> Option<Method> {
        self.request.route.method()
    }

    /// The route that was allowed.
    #[must_use]
    pub const fn route(&self) -> Route {
        self.request.route
    }

    /// The message to send: JSON for the WebSocket API, the whole Logon for FIX; nothing where the request is HTTP, and
    /// for the Logon of FIX-SBE.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        self.message.as_ref().map(|span| text(self.request.draft.span(span)))
    }

    /// Path and query, as they stand in the request line; empty where the request is a message.
    #[must_use]
    pub fn target(&self) -> &str {
        if self.is_http() { text(self.request.draft.target()) } else { "" }
    }

    /// The query without question mark; empty where there is none.
    #[must_use]
    pub fn query(&self) -> &str {
        if self.is_http() { text(self.request.draft.query()) } else { "" }
    }

    /// The body, a form (`application/x-www-form-urlencoded`); empty where there is none.
    #[must_use]
    pub fn body(&self) -> &str {
        if self.is_http() { text(self.request.draft.body()) } else { "" }
    }

    /// How many bytes are to be sent: of the buffer, from its start, or of the message by itself.
    #[must_use]
    pub fn sent_len(&self) -> usize {
        let draft = &self.request.draft;
        match &self.message {
            Some(message) => message.len(),
            None if !self.is_http() => 0,
            None if draft.body().is_empty() => draft.target().len(),
            None => draft.request_end(),
        }
    }

    /// What the signature covers, or nothing where the request needs no signature.
    #[must_use]
    pub fn payload(&self) -> Option<&str> {
        self.signature.as_ref().map(|_| text(self.request.draft.span(&self.payload)))
    }

    /// The signature as Binance documents it (lower-case hexadecimal for HMAC, base64 for the others, not
    /// percent-encoded), or nothing where the request needs none.
    #[must_use]
    pub fn signature(&self) -> Option<&str> {
        self.signature.as_ref().map(|span| text(self.request.draft.span(span)))
    }

    /// The headers to send, name and value: `X-MBX-APIKEY` where the route needs a key, the type of the body where there
    /// is one, and the unit of time where one was asked for. Messages have none.
    pub fn headers(&self) -> impl Iterator<Item = (&'static str, &'k str)> + use<'k> {
        let key = (self.is_http() && self.request.needs_api_key()).then_some(("X-MBX-APIKEY", self.api_key));
        let form = (!self.body().is_empty()).then_some(("Content-Type", "application/x-www-form-urlencoded"));
        let unit = self.request.time_unit.map(|unit| ("X-MBX-TIME-UNIT", unit.as_str()));
        key.into_iter().chain(form).chain(unit)
    }

    /// What has to be known of it when its answer comes, for [`State::observe`](crate::State::observe).
    #[cfg(feature = "policy")]
    #[must_use]
    pub fn sent(&self) -> crate::Sent {
        crate::policy::sent(self.request.view_of(&self.payload).facts())
    }

    fn is_http(&self) -> bool {
        matches!(self.request.shape.transport(), Transport::Rest | Transport::SapiWss)
    }
}

impl fmt::Debug for Signed<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Signed({:?})", self.route())
    }
}

/// What stands in the draft came in as text or was made here.
fn text(bytes: &[u8]) -> &str {
    core::str::from_utf8(bytes).unwrap_or_default()
}
