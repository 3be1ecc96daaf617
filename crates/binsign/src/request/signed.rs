//! A signed request: views of the caller's buffer, ready to send.

use core::fmt;

use super::{Draft, Method};
use crate::catalogue::Route;

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
    draft: Draft<'b>,
    route: Route,
    payload_end: usize,
    signature_len: usize,
    api_key: &'k str,
}

impl<'b, 'k> Signed<'b, 'k> {
    pub(super) const fn new(
        draft: Draft<'b>,
        route: Route,
        payload_end: usize,
        signature_len: usize,
        api_key: &'k str,
    ) -> Self {
        Self { draft, route, payload_end, signature_len, api_key }
    }

    /// The HTTP method.
    #[must_use]
    pub const fn method(&self) -> Method {
        self.route.method()
    }

    /// The route that was allowed.
    #[must_use]
    pub const fn route(&self) -> Route {
        self.route
    }

    /// Path and query, as they stand in the request line.
    #[must_use]
    pub fn target(&self) -> &str {
        text(self.draft.target())
    }

    /// The query without question mark; empty where there is none.
    #[must_use]
    pub fn query(&self) -> &str {
        text(self.draft.query())
    }

    /// The body, a form (`application/x-www-form-urlencoded`); empty where there is none.
    #[must_use]
    pub fn body(&self) -> &str {
        text(self.draft.body())
    }

    /// What the signature covers, or nothing where the route needs no signature.
    #[must_use]
    pub fn payload(&self) -> Option<&str> {
        self.needs_signature().then(|| text(self.draft.payload(self.payload_end)))
    }

    /// The signature as Binance documents it (lower-case hexadecimal for HMAC, base64 for the
    /// others, not percent-encoded), or nothing where the route
    /// needs none.
    #[must_use]
    pub fn signature(&self) -> Option<&str> {
        let written = self.draft.needed();
        self.needs_signature().then(|| text(self.draft.tail(written.saturating_sub(self.signature_len))))
    }

    /// The headers to send, name and value: `X-MBX-APIKEY` where the route needs a key, and the type of the body
    /// where there is one.
    pub fn headers(&self) -> impl Iterator<Item = (&'static str, &'k str)> + use<'k> {
        let key = self.route.security().needs_api_key().then_some(("X-MBX-APIKEY", self.api_key));
        let form = (!self.body().is_empty()).then_some(("Content-Type", "application/x-www-form-urlencoded"));
        key.into_iter().chain(form)
    }

    fn needs_signature(&self) -> bool {
        self.route.security().needs_signature()
    }
}

impl fmt::Debug for Signed<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Signed({:?})", self.route)
    }
}

/// The draft holds ASCII only: paths and names are checked, everything else is percent-encoded.
fn text(ascii: &[u8]) -> &str {
    core::str::from_utf8(ascii).unwrap_or_default()
}
