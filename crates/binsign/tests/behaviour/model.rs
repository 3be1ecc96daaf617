//! The model: what must become of a request, by other crates' encoding and HMAC, with strings instead of a buffer.

use std::fmt;

use binsign::catalogue::{Lookup, Route, lookup};
use binsign::{Code, MAX_REQUEST, Method};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// The key of Binance's documented example.
pub(crate) const API_KEY: &str = "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A";
/// Its secret, as published.
pub(crate) const SECRET: &str = "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j";

/// Everything but the unreserved characters of RFC 3986, section 2.3.
const NOT_UNRESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// A parameter: name and value as they are meant.
pub(crate) type Pair = (String, String);

/// A request as a caller may ask for it, sensible or not.
#[derive(Clone)]
pub(crate) struct Plan {
    pub(crate) method: Method,
    pub(crate) path: String,
    pub(crate) query: Vec<Pair>,
    /// The parameters of the body, if `Request::body` is called at all.
    pub(crate) body: Option<Vec<Pair>>,
}

/// What a signed request must look like.
#[derive(Debug)]
pub(crate) struct Expected {
    pub(crate) route: Route,
    pub(crate) target: String,
    pub(crate) query: String,
    pub(crate) body: String,
    pub(crate) payload: String,
    /// Nothing where the route needs no signature.
    pub(crate) signature: Option<String>,
    /// The smallest buffer that does.
    pub(crate) needed: usize,
}

/// Percent-encodes by RFC 3986.
pub(crate) fn encode(text: &str) -> String {
    utf8_percent_encode(text, NOT_UNRESERVED).to_string()
}

/// HMAC-SHA-256 as Binance writes it.
pub(crate) fn hmac(secret: &str, message: &str) -> String {
    let mac = hmac_sha256::HMAC::mac(message.as_bytes(), secret.as_bytes());
    mac.iter().flat_map(|byte| [byte >> 4, byte & 15]).filter_map(|digit| char::from_digit(digit.into(), 16)).collect()
}

/// Long values are cut: a failed test prints its plan.
impl fmt::Debug for Plan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let cut = |pairs: &[Pair]| -> Vec<String> {
            let text = |text: &str| text.chars().take(80).collect::<String>();
            pairs.iter().map(|(name, value)| format!("{:?}={:?} ({})", text(name), text(value), value.len())).collect()
        };
        write!(f, "{} {:?}", self.method.as_str(), self.path)?;
        write!(f, " query {:?} body {:?}", cut(&self.query), self.body.as_deref().map(cut))
    }
}

impl Plan {
    /// A plan with a query only.
    pub(crate) fn query(method: Method, path: &str, query: &[(&str, &str)]) -> Self {
        Self { method, path: path.to_owned(), query: owned(query), body: None }
    }

    /// The same with a body.
    pub(crate) fn with_body(mut self, body: &[(&str, &str)]) -> Self {
        self.body = Some(owned(body));
        self
    }

    /// All parameters in the order in which they are given.
    pub(crate) fn pairs(&self) -> impl Iterator<Item = &Pair> {
        self.query.iter().chain(self.body.iter().flatten())
    }

    /// What must become of the plan in a buffer that is large enough.
    ///
    /// # Errors
    /// The code of the refusal.
    pub(crate) fn expected(&self) -> Result<Expected, Code> {
        self.expected_in(usize::MAX)
    }

    /// The same in a buffer of `capacity` bytes; what is too large for it is still `Ok`, with the size needed.
    ///
    /// A name given twice can only be found where it fits, so that a request with one may be refused for its size
    /// first.
    ///
    /// # Errors
    /// The code of the refusal.
    pub(crate) fn expected_in(&self, capacity: usize) -> Result<Expected, Code> {
        self.check_path()?;
        let mut length = self.path.len() + 1;
        let mut seen: Vec<&str> = Vec::new();
        let body_from = self.query.len();
        for (index, (name, value)) in self.pairs().enumerate() {
            if index == body_from {
                self.check_body()?;
            }
            self.check_pair(name, value)?;
            length += usize::from(index != 0 && index != body_from) + encode(name).len();
            if seen.contains(&name.as_str()) && length <= capacity {
                return Err(Code::ParameterTwice);
            }
            seen.push(name);
            length += 1 + encode(value).len();
            if length > MAX_REQUEST {
                return Err(Code::RequestTooLong);
            }
        }
        self.check_body()?;
        let route = match lookup(self.method, &self.path) {
            Lookup::Found(route) => route,
            Lookup::Retired => return Err(Code::RouteRetired),
            Lookup::Undocumented => return Err(Code::RouteUndocumented),
            Lookup::OtherMethods(_) | Lookup::NoPath => return Err(Code::RouteUnknown),
        };

        let mut query = join(&self.query);
        let mut body = join(self.body.as_deref().unwrap_or_default());
        let payload = format!("{query}{body}");
        let signature = route.needs_signature().then(|| hmac(SECRET, &payload));
        if let Some(signature) = &signature {
            let last = if body.is_empty() { &mut query } else { &mut body };
            let separator = if last.is_empty() { "" } else { "&" };
            *last = format!("{last}{separator}signature={signature}");
        }
        let needed = self.path.len() + 1 + query.len() + body.len();
        if needed > MAX_REQUEST {
            return Err(Code::RequestTooLong);
        }
        let mark = if query.is_empty() { "" } else { "?" };
        Ok(Expected { route, target: format!("{}{mark}{query}", self.path), query, body, payload, signature, needed })
    }

    fn check_path(&self) -> Result<(), Code> {
        let known = |letter: char| letter.is_ascii_alphanumeric() || "/_-.".contains(letter);
        let good = self.path.starts_with('/') && self.path.len() <= 128 && self.path.chars().all(known);
        if good { Ok(()) } else { Err(Code::PathMalformed) }
    }

    fn check_body(&self) -> Result<(), Code> {
        if self.body.is_some() && self.method == Method::Get { Err(Code::BodyNotAllowed) } else { Ok(()) }
    }

    fn check_pair(&self, name: &str, value: &str) -> Result<(), Code> {
        let known = |letter: char| letter.is_ascii_alphanumeric() || "_.-[]".contains(letter);
        let on_spot = self.path.split('/').nth(1) == Some("api");
        if name.is_empty() || name.len() > 64 || !name.chars().all(known) {
            Err(Code::ParameterNameInvalid)
        } else if value.contains('\0') {
            Err(Code::NulInValue)
        } else if name == "signature" {
            Err(Code::SignatureGiven)
        } else if name == "timestamp" && !is_time(value, on_spot) {
            Err(Code::TimestampOutOfRange)
        } else if name == "recvWindow" && !is_window(value, on_spot) {
            Err(Code::RecvWindowOutOfRange)
        } else {
            Ok(())
        }
    }
}

fn owned(pairs: &[(&str, &str)]) -> Vec<Pair> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

fn join(pairs: &[Pair]) -> String {
    let pairs: Vec<_> = pairs.iter().map(|(name, value)| format!("{}={}", encode(name), encode(value))).collect();
    pairs.join("&")
}

/// A whole number in the one way of writing it.
fn whole(text: &str) -> Option<u64> {
    text.parse().ok().filter(|number: &u64| number.to_string() == text)
}

/// From 2017 to the end of 2099, in ms; on Spot in µs too.
fn is_time(text: &str, on_spot: bool) -> bool {
    let range = 1_483_228_800_000..=4_102_444_800_000;
    whole(text).is_some_and(|time| range.contains(&time) || (on_spot && range.contains(&(time / 1000))))
}

/// Over 0 and up to 60000 ms; on Spot with up to three decimals.
fn is_window(text: &str, on_spot: bool) -> bool {
    let (units, places) = text.split_once('.').unwrap_or((text, "0"));
    let decimal = text.contains('.');
    let digits = (1..=3).contains(&places.len()) && places.bytes().all(|byte| byte.is_ascii_digit());
    if !digits || (decimal && !on_spot) {
        return false;
    }
    let Ok(thousandths) = format!("{places:0<3}").parse::<u64>() else { return false };
    whole(units).is_some_and(|ms| ms <= 60_000 && (1..=60_000_000).contains(&(ms * 1000 + thousandths)))
}
