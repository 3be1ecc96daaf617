//! A REST call.

use binsign::catalogue::{Lookup, lookup};
use binsign::{Error, Method, Request, TimeUnit};

use crate::signable::{Build, most_encoded};
use crate::timestamp::{TIMES, Timestamp};

/// A REST call that is to be signed: the route, and text as it is meant, not encoded.
///
/// ```
/// use binsign::Signer;
/// use binsign_host::{Call, Guard, Signable, Timestamp};
///
/// let signer = Signer::hmac("vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A",
///                           b"NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j")?;
/// let timestamp = Timestamp::Given("1578963600000");
/// let call = Call { method: "GET", path: "/api/v3/account", timestamp, ..Call::default() };
/// let request = call.sign(&Guard::documented_routes(), &signer)?;
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
    /// In what unit the answer is to give its times (`/api` only).
    pub time_unit: Option<TimeUnit>,
}

impl Call<'_> {
    /// Whether the exchange wants a timestamp that the caller has not given.
    fn wants_timestamp(&self) -> bool {
        let given = self.query.iter().chain(self.body).any(|(name, _)| *name == "timestamp");
        let route = self.method.parse().ok().map(|method| lookup(method, self.path));
        let unsigned = matches!(route, Some(Lookup::Found(route)) if !route.needs_signature());
        !given && !unsigned
    }
}

impl Build for Call<'_> {
    fn build<'b>(&self, buffer: &'b mut [u8], present: impl FnOnce() -> u64) -> Result<Request<'b>, Error> {
        let mut request = Request::rest(buffer, self.method.parse::<Method>()?, self.path)?;
        if let Some(unit) = self.time_unit {
            request.time_unit(unit)?;
        }
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
        self.timestamp.add(&mut request, || self.wants_timestamp(), present)?;
        Ok(request)
    }

    fn most(&self) -> usize {
        let parameters = self.query.iter().chain(self.body).flat_map(|(name, value)| [*name, *value]);
        most_encoded(parameters.chain([self.path, self.recv_window.unwrap_or_default(), TIMES, self.timestamp.text()]))
    }
}

#[cfg(test)]
mod tests {
    use super::{Call, Timestamp};
    use crate::{Guard, Signable};
    use binsign::{Code, Signer};

    #[test]
    fn a_request_longer_than_usual_is_signed_all_the_same() {
        let signer = Signer::hmac("key", b"secret").unwrap();
        let value = "x".repeat(30_000);
        let query = [("symbols", value.as_str())];
        let timestamp = Timestamp::Omitted;
        let call = Call { method: "GET", path: "/api/v3/account", query: &query, timestamp, ..Call::default() };
        let request = call.sign(&Guard::documented_routes(), &signer).unwrap();
        assert_eq!(request.query.len(), "symbols=".len() + 30_000 + "&signature=".len() + 64);
        assert_eq!(request.payload.as_deref(), Some(&format!("symbols={value}")));
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
            let request = call.sign(&Guard::documented_routes(), &signer).unwrap();
            assert_eq!(request.payload.as_deref(), Some(&format!("symbols={value}")));
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
        let refusal = call.sign(&Guard::documented_routes(), &signer).unwrap_err();
        assert_eq!(refusal.code(), Code::RequestTooLong);
    }

    #[test]
    fn the_present_time_is_added_where_it_is_wanted_and_not_there() {
        let signer = Signer::hmac("key", b"secret").unwrap();
        let sign = |path, query: &[(&str, &str)]| {
            let call = Call { method: "GET", path, query, ..Call::default() };
            call.sign(&Guard::documented_routes(), &signer).unwrap().query
        };
        let now = sign("/api/v3/account", &[]);
        let (time, _) = now.strip_prefix("timestamp=").unwrap().split_once('&').unwrap();
        let elapsed = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap();
        assert!(elapsed.as_millis() - time.parse::<u128>().unwrap() < 60_000);

        assert!(sign("/api/v3/account", &[("timestamp", "1578963600000")]).starts_with("timestamp=1578963600000&sig"));
        assert_eq!(sign("/api/v3/time", &[]), "");
    }
}
