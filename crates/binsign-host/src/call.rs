//! A REST call in one step: from borrowed parameters to a request in memory of its own.

use std::time::{SystemTime, UNIX_EPOCH};

use binsign::catalogue::{Lookup, lookup};
use binsign::{Error, Gate, Method, Refusal, Request, Signed, Signer};
use zeroize::Zeroizing;

use crate::make::wiped_after_signing;

/// Enough for nearly every request; a longer one is built again, in a buffer of the size it needs.
const USUAL_REQUEST: usize = 1024;

/// Room for any signature: the gate asks for a buffer before it is known how long the key's signatures are.
const LONGEST_SIGNATURE: usize = 256;

/// A REST call that is to be signed: the route, and text as it is meant, not encoded.
///
/// ```
/// use binsign::{Gate, Signer};
/// use binsign_host::{Call, Timestamp};
///
/// let signer = Signer::hmac("vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A",
///                           b"NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j")?;
/// let timestamp = Timestamp::Given("1578963600000");
/// let call = Call { method: "GET", path: "/api/v3/account", timestamp, ..Call::default() };
/// let request = call.sign(&Gate::documented_routes(), &signer)?;
/// // The signature is from Binance's signature examples.
/// assert_eq!(
///     request.target,
///     "/api/v3/account?timestamp=1578963600000\
///      &signature=d84e6641b1e328e7b418fff030caed655c266299c9355e36ce801ed14631eed4",
/// );
/// # Ok::<(), binsign::Refusal>(())
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct Call<'a> {
    /// `GET`, `POST`, `PUT` or `DELETE`.
    pub method: &'a str,
    /// `/api/v3/order`.
    pub path: &'a str,
    /// Parameters of the query, in order.
    pub query: &'a [(&'a str, &'a str)],
    /// Parameters of the form body, in order.
    pub body: &'a [(&'a str, &'a str)],
    /// `recvWindow` in ms, added behind the other parameters (to the body where there is one).
    pub recv_window: Option<&'a str>,
    /// `timestamp`, added behind `recvWindow`.
    pub timestamp: Timestamp<'a>,
}

/// Where the parameter `timestamp` of a call comes from.
///
/// ```
/// use binsign_host::Timestamp;
///
/// assert_eq!(Timestamp::default(), Timestamp::Now);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Timestamp<'a> {
    /// The host's clock in ms, on a route that is signed and where no parameter has that name already.
    #[default]
    Now,
    /// This text, on every route.
    Given(&'a str),
    /// None is added.
    Omitted,
}

/// A signed request in memory of its own, ready to send.
#[derive(Clone, PartialEq, Eq)]
pub struct SignedRequest {
    /// `GET`, `POST`, `PUT` or `DELETE`.
    pub method: &'static str,
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
    /// The headers to send; their values are wiped on drop, since the API key is one (clause E 11).
    pub headers: Vec<(&'static str, Zeroizing<String>)>,
}

impl std::fmt::Debug for SignedRequest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SignedRequest").field("method", &self.method).finish_non_exhaustive()
    }
}

impl Call<'_> {
    /// Has the gate decide on the call, and signs it.
    ///
    /// # Errors
    /// Those of [`Request`], [`Gate::authorize`] and [`Authorized::sign`](binsign::Authorized::sign), but for
    /// `BUFFER_TOO_SMALL`.
    pub fn sign(&self, gate: &Gate, signer: &Signer) -> Result<SignedRequest, Refusal> {
        wiped_after_signing(signer.key_type(), || self.sign_somewhere(gate, signer))
    }

    fn sign_somewhere(&self, gate: &Gate, signer: &Signer) -> Result<SignedRequest, Refusal> {
        let mut outcome = self.sign_in(&mut [0; USUAL_REQUEST], gate, signer);
        let mut size = USUAL_REQUEST;
        // The gate may ask for more, and then the key; each time more than there was, up to the limit of a request.
        while let Some(needed) = outcome.as_ref().err().and_then(needed).filter(|needed| *needed > size) {
            size = needed.saturating_add(LONGEST_SIGNATURE);
            outcome = self.sign_in(&mut vec![0; size], gate, signer);
        }
        outcome
    }

    fn sign_in(&self, buffer: &mut [u8], gate: &Gate, signer: &Signer) -> Result<SignedRequest, Refusal> {
        let request = self.build(buffer)?;
        let signed = gate.authorize(request)?.sign(signer)?;
        Ok(SignedRequest::from(&signed))
    }

    fn build<'b>(&self, buffer: &'b mut [u8]) -> Result<Request<'b>, Error> {
        let mut request = Request::rest(buffer, self.method.parse::<Method>()?, self.path)?;
        for (name, value) in self.query {
            request.param(name, value)?;
        }
        if !self.body.is_empty() {
            request.body()?;
        }
        for (name, value) in self.body {
            request.param(name, value)?;
        }
        if let Some(window) = self.recv_window {
            request.param("recvWindow", window)?;
        }
        match self.timestamp {
            Timestamp::Given(text) => {
                request.param("timestamp", text)?;
            }
            Timestamp::Now if self.wants_timestamp() => {
                request.timestamp(now_ms())?;
            }
            Timestamp::Now | Timestamp::Omitted => {}
        }
        Ok(request)
    }

    /// Whether the exchange wants a timestamp that the caller has not given.
    fn wants_timestamp(&self) -> bool {
        let given = self.query.iter().chain(self.body).any(|(name, _)| *name == "timestamp");
        let route = self.method.parse().ok().map(|method| lookup(method, self.path));
        let unsigned = matches!(route, Some(Lookup::Found(route)) if !route.needs_signature());
        !given && !unsigned
    }
}

/// The size of the buffer that a refusal asks for.
fn needed(refusal: &Refusal) -> Option<usize> {
    match refusal {
        Refusal::Invalid(error) => error.needed(),
        Refusal::Denied(_) => None,
    }
}

/// The host's clock, in ms since 1970. A clock before 1970 gives 0, which no request takes.
fn now_ms() -> u64 {
    let elapsed = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    u64::try_from(elapsed.as_millis()).unwrap_or(u64::MAX)
}

impl From<&Signed<'_, '_>> for SignedRequest {
    fn from(signed: &Signed<'_, '_>) -> Self {
        Self {
            method: signed.method().map_or("", Method::as_str),
            target: signed.target().to_owned(),
            query: signed.query().to_owned(),
            body: signed.body().to_owned(),
            payload: signed.payload().map(str::to_owned),
            signature: signed.signature().map(str::to_owned),
            headers: signed.headers().map(|(name, value)| (name, Zeroizing::new(value.to_owned()))).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Call, Timestamp};
    use binsign::{Code, Gate, Signer};

    #[test]
    fn a_request_longer_than_usual_is_signed_all_the_same() {
        let signer = Signer::hmac("key", b"secret").unwrap();
        let value = "x".repeat(30_000);
        let query = [("symbols", value.as_str())];
        let timestamp = Timestamp::Omitted;
        let call = Call { method: "GET", path: "/api/v3/account", query: &query, timestamp, ..Call::default() };
        let request = call.sign(&Gate::documented_routes(), &signer).unwrap();
        assert_eq!(request.query.len(), "symbols=".len() + 30_000 + "&signature=".len() + 64);
        assert_eq!(request.payload, Some(format!("symbols={value}")));
    }

    /// The signature of a request at the seam of each buffer; the key is that of RFC 8032, section 7.1, test 1.
    #[test]
    fn an_ed25519_request_is_signed_whatever_its_length() {
        let pem = b"-----BEGIN PRIVATE KEY-----\n\
                    MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g\n-----END PRIVATE KEY-----";
        let signer = crate::make_pem("key", pem, None).unwrap();
        for length in (700..1100).chain([30_000, 65_200]) {
            let value = "x".repeat(length);
            let query = [("symbols", value.as_str())];
            let timestamp = Timestamp::Omitted;
            let call = Call { method: "GET", path: "/api/v3/account", query: &query, timestamp, ..Call::default() };
            let request = call.sign(&Gate::documented_routes(), &signer).unwrap();
            assert_eq!(request.payload, Some(format!("symbols={value}")));
            let signature = request.signature.unwrap();
            assert_eq!(signature.len(), 88);
            let encoded = signature.replace('+', "%2B").replace('/', "%2F").replace('=', "%3D");
            assert_eq!(request.query, format!("symbols={value}&signature={encoded}"));
        }
    }

    #[test]
    fn a_request_longer_than_the_limit_is_refused() {
        let signer = Signer::hmac("key", b"secret").unwrap();
        let value = "x".repeat(70_000);
        let query = [("symbols", value.as_str())];
        let call = Call { method: "GET", path: "/api/v3/account", query: &query, ..Call::default() };
        let refusal = call.sign(&Gate::documented_routes(), &signer).unwrap_err();
        assert_eq!(refusal.code(), Code::RequestTooLong);
    }

    #[test]
    fn the_present_time_is_added_where_it_is_wanted_and_not_there() {
        let signer = Signer::hmac("key", b"secret").unwrap();
        let sign = |path, query: &[(&str, &str)]| {
            let call = Call { method: "GET", path, query, ..Call::default() };
            call.sign(&Gate::documented_routes(), &signer).unwrap().query
        };
        let now = sign("/api/v3/account", &[]);
        let (time, _) = now.strip_prefix("timestamp=").unwrap().split_once('&').unwrap();
        let elapsed = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap();
        assert!(elapsed.as_millis() - time.parse::<u128>().unwrap() < 60_000);

        assert!(sign("/api/v3/account", &[("timestamp", "1578963600000")]).starts_with("timestamp=1578963600000&sig"));
        assert_eq!(sign("/api/v3/time", &[]), "");
    }
}
