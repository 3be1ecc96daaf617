//! A REST request while parameters are put into it.

use core::fmt;

use super::encode::{IN_NAME, classes};
use super::time::{is_recv_window, is_timestamp};
use super::{Draft, MAX_REQUEST, Method};
use crate::catalogue::{Family, Lookup, lookup};
use crate::decimal::Digits;
use crate::{Code, Error};

/// The longest path taken; the longest of the catalogue has 70 characters.
const MAX_PATH: usize = 128;
/// The longest parameter name taken; the longest of the catalogue has 32 characters.
const MAX_NAME: usize = 64;

/// A REST request in the caller's buffer: a route, and parameters in the order in which they will be sent.
///
/// Parameters go into the query until [`body`](Request::body) is called, then into the form body. Names and values
/// are percent-encoded (RFC 3986, before signing, as Spot asks since 2026-01-15). Nothing can be taken out or
/// changed again. After an error the request stays refused with that error, so that a call whose result was lost
/// cannot lead to a signature over less than was meant.
///
/// ```
/// use binsign::{Gate, Method, Request, Signer};
///
/// let signer = Signer::hmac("vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A",
///                           b"NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j")?;
/// let mut buffer = [0; 300];
/// let mut request = Request::rest(&mut buffer, Method::Post, "/api/v3/order")?;
/// request.param("symbol", "LTCBTC")?.param("side", "BUY")?.param("type", "LIMIT")?.param("timeInForce", "GTC")?;
/// request.body()?.param("quantity", "1")?.param("price", "0.1")?;
/// request.recv_window(5000)?.timestamp(1_499_827_319_559)?;
/// let signed = Gate::documented_routes().authorize(request)?.sign(&signer)?;
/// // Binance's example of a request with query and body.
/// assert_eq!(signed.query(), "symbol=LTCBTC&side=BUY&type=LIMIT&timeInForce=GTC");
/// assert!(signed.body().ends_with("&signature=0fd168b8ddb4876a0358a8d14d0c9f3da0e9b20c5d52b2a00fcf7d1c602f9a77"));
/// # Ok::<(), binsign::Refusal>(())
/// ```
pub struct Request<'b> {
    pub(crate) draft: Draft<'b>,
    method: Method,
    route: Lookup,
    family: Option<Family>,
    names: NameFilter,
    count: u16,
    problem: Option<Error>,
}

impl<'b> Request<'b> {
    /// Begins a request for `method` and `path` (`/api/v3/order`) in `buffer`.
    ///
    /// The buffer takes path, query, body and signature; 512 bytes do for an order. A buffer that proves too small
    /// is reported with the size needed, when the request is complete.
    ///
    /// # Errors
    /// `PATH_MALFORMED`.
    pub fn rest(buffer: &'b mut [u8], method: Method, path: &str) -> Result<Self, Error> {
        let known = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'_' | b'-' | b'.');
        if !path.starts_with('/') || path.len() > MAX_PATH || !path.bytes().all(known) {
            return Err(Error::new(Code::PathMalformed));
        }
        let mut draft = Draft::new(buffer);
        draft.push(path.as_bytes());
        draft.begin_query();
        Ok(Self {
            draft,
            method,
            route: lookup(method, path),
            family: Family::of_path(path),
            names: NameFilter::default(),
            count: 0,
            problem: None,
        })
    }

    /// Adds a parameter, the value as it is meant: it is percent-encoded here.
    ///
    /// `timestamp` and `recvWindow` are checked against what the family takes.
    ///
    /// # Errors
    /// `PARAMETER_NAME_INVALID`, `PARAMETER_TWICE`, `SIGNATURE_GIVEN`, `NUL_IN_VALUE`, `TIMESTAMP_OUT_OF_RANGE`,
    /// `RECV_WINDOW_OUT_OF_RANGE`, `REQUEST_TOO_LONG`.
    pub fn param(&mut self, name: &str, value: &str) -> Result<&mut Self, Error> {
        self.step(|request| request.try_param(name, value))
    }

    /// Adds `recvWindow`, in ms: how long after `timestamp` the exchange may still take the request.
    ///
    /// # Errors
    /// `RECV_WINDOW_OUT_OF_RANGE` over 60000 and for 0, `PARAMETER_TWICE`.
    pub fn recv_window(&mut self, ms: u32) -> Result<&mut Self, Error> {
        self.param("recvWindow", Digits::new(u64::from(ms)).as_str())
    }

    /// Adds `timestamp`, the caller's clock in ms since 1970 (in µs on Spot, where the exchange takes both).
    ///
    /// # Errors
    /// `TIMESTAMP_OUT_OF_RANGE` before 2017 and after 2099, `PARAMETER_TWICE`.
    pub fn timestamp(&mut self, time: u64) -> Result<&mut Self, Error> {
        self.param("timestamp", Digits::new(time).as_str())
    }

    /// From here on parameters go into the form body.
    ///
    /// # Errors
    /// `BODY_NOT_ALLOWED` for GET.
    pub fn body(&mut self) -> Result<&mut Self, Error> {
        self.step(|request| {
            if request.method == Method::Get {
                return Err(Error::new(Code::BodyNotAllowed));
            }
            request.draft.begin_body();
            Ok(())
        })
    }

    /// Keeps the first error: nothing that comes later is signed either.
    fn step(&mut self, act: impl FnOnce(&mut Self) -> Result<(), Error>) -> Result<&mut Self, Error> {
        if self.problem.is_none() {
            self.problem = act(self).err();
        }
        match &self.problem {
            None => Ok(self),
            Some(problem) => Err(problem.clone()),
        }
    }

    fn try_param(&mut self, name: &str, value: &str) -> Result<(), Error> {
        self.count = self.count.saturating_add(1);
        let position = self.count;
        if !is_parameter_name(name) {
            return Err(Error::at(Code::ParameterNameInvalid, position));
        }
        let wrong = |code| Err(Error::about(code, position, name));
        if value.as_bytes().contains(&0) {
            return wrong(Code::NulInValue);
        }
        match name {
            "signature" => return wrong(Code::SignatureGiven),
            "timestamp" if !is_timestamp(self.family, value.as_bytes()) => {
                return wrong(Code::TimestampOutOfRange);
            }
            "recvWindow" if !is_recv_window(self.family, value.as_bytes()) => {
                return wrong(Code::RecvWindowOutOfRange);
            }
            _ => {}
        }

        if !self.draft.part_is_empty() {
            self.draft.push(b"&");
        }
        let name_start = self.draft.needed();
        self.draft.push_encoded(name.as_bytes());
        let seen = self.names.insert(name.as_bytes());
        if seen && self.draft.fits() && self.draft.has_earlier(name_start) {
            return wrong(Code::ParameterTwice);
        }
        self.draft.push(b"=");
        self.draft.push_encoded(value.as_bytes());
        if self.draft.needed() > MAX_REQUEST {
            return Err(Error::new(Code::RequestTooLong));
        }
        Ok(())
    }

    /// What the catalogue says of the route.
    pub(crate) const fn route(&self) -> Lookup {
        self.route
    }

    /// The error that an earlier call found.
    pub(crate) fn problem(&self) -> Option<&Error> {
        self.problem.as_ref()
    }
}

impl fmt::Debug for Request<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Request({}, {} parameters)", self.method.as_str(), self.count)
    }
}

/// Whether a parameter can have this name.
pub(crate) fn is_parameter_name(name: &str) -> bool {
    !name.is_empty() && name.len() <= MAX_NAME && classes(name.as_bytes()) & IN_NAME != 0
}

/// Which names may have been there: exact when it says no, so that most names need no search of the buffer.
#[derive(Default)]
struct NameFilter {
    bits: [u32; 8],
}

impl NameFilter {
    /// Notes a name; whether it, or one that looks alike, was noted before.
    fn insert(&mut self, name: &[u8]) -> bool {
        // Four bytes a step; the product's upper bits depend on all of them.
        let mix = |hash: u32, word: u32| (hash.rotate_left(15) ^ word).wrapping_mul(0x9e37_79b1);
        let (words, rest) = name.as_chunks::<4>();
        let last = rest.iter().fold(0, |word: u32, byte| (word << 8) | u32::from(*byte));
        let hash = mix(words.iter().fold(0, |hash, word| mix(hash, u32::from_le_bytes(*word))), last);
        let mask = 1_u32 << ((hash >> 24) & 31);
        let word = usize::try_from(hash >> 29).ok().and_then(|index| self.bits.get_mut(index));
        let Some(word) = word else { return true };
        let seen = *word & mask != 0;
        *word |= mask;
        seen
    }
}
