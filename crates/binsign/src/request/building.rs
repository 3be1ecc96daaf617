//! A request while parameters are put into it, of whichever kind it is.

use core::fmt;

use super::encode::{IN_NAME, classes};
use super::shape::Shape;
use super::time::{is_recv_window, is_timestamp, is_timestamp_text, is_timestamp_us};
use super::value::Value;
use super::{Draft, MAX_REQUEST, Method, TimeUnit};
use crate::catalogue::{Family, Lookup, lookup};
use crate::decimal::Digits;
use crate::{Code, Error};

/// The longest path taken; the longest of the catalogue has 70 characters.
const MAX_PATH: usize = 128;
/// The longest parameter name taken; the longest of the catalogue has 32 characters.
const MAX_NAME: usize = 64;

/// A request in the caller's buffer: a route, and parameters.
///
/// Of a REST request the parameters stay in the order in which they are given; they go into the query until
/// [`body`](Request::body) is called, then into the form body. Names and values are percent-encoded (RFC 3986, before
/// signing, as Spot asks since 2026-01-15). The WebSocket interfaces want them sorted, which is done here.
/// Nothing can be taken out or changed again. After an error the request stays refused with that error, so that a call
/// whose result was lost cannot lead to a signature over less than was meant.
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
    pub(crate) shape: Shape,
    route: Lookup,
    /// Whose rules for time count.
    family: Option<Family>,
    pub(crate) time_unit: Option<TimeUnit>,
    names: NameFilter,
    count: u16,
    problem: Option<Error>,
}

impl<'b> Request<'b> {
    /// Begins a REST request for `method` and `path` (`/api/v3/order`) in `buffer`.
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
        Ok(Self::begin(draft, Shape::Rest(method), lookup(method, path), Family::of_path(path)))
    }

    pub(super) fn begin(draft: Draft<'b>, shape: Shape, route: Lookup, family: Option<Family>) -> Self {
        let names = NameFilter::default();
        Self { draft, shape, route, family, time_unit: None, names, count: 0, problem: None }
    }

    /// Adds a parameter, the value as it is meant: it is percent-encoded here where the interface asks for that.
    ///
    /// `timestamp` and `recvWindow` are checked against what the family takes.
    ///
    /// # Errors
    /// `PARAMETER_NAME_INVALID`, `PARAMETER_TWICE`, `SIGNATURE_GIVEN`, `NUL_IN_VALUE`, `TIMESTAMP_OUT_OF_RANGE`,
    /// `RECV_WINDOW_OUT_OF_RANGE`, `REQUEST_TOO_LONG`; on the WebSocket API also `API_KEY_GIVEN`, `VALUE_AMBIGUOUS` for
    /// `&`, `=` and control characters, since nothing is encoded there, and `TOO_MANY_PARAMETERS`; `NOT_FOR_TRANSPORT`
    /// on a FIX Logon.
    pub fn param(&mut self, name: &str, value: &str) -> Result<&mut Self, Error> {
        self.step(|request| request.try_param(name, Value::Text(value)))
    }

    /// Adds a parameter that is no text in JSON: a number, `true`, `false`, an array or an object, as JSON without
    /// blanks and exponents. Only the WebSocket API makes a difference between `5` and `"5"`; elsewhere this is
    /// [`param`](Self::param).
    ///
    /// # Errors
    /// Those of [`param`](Self::param); `VALUE_TYPE` on the WebSocket API for a text that is no such value.
    pub fn literal(&mut self, name: &str, json: &str) -> Result<&mut Self, Error> {
        self.step(|request| request.try_param(name, Value::Literal(json)))
    }

    /// Adds `recvWindow`, in ms: how long after `timestamp` the exchange may still take the request.
    ///
    /// # Errors
    /// `RECV_WINDOW_OUT_OF_RANGE` over 60000 and for 0, `PARAMETER_TWICE`.
    pub fn recv_window(&mut self, ms: u32) -> Result<&mut Self, Error> {
        self.literal("recvWindow", Digits::new(u64::from(ms)).as_str())
    }

    /// Adds `timestamp`, the caller's clock in ms since 1970.
    ///
    /// # Errors
    /// `TIMESTAMP_OUT_OF_RANGE` before 2017 and after 2099, `PARAMETER_TWICE`.
    pub fn timestamp(&mut self, ms: u64) -> Result<&mut Self, Error> {
        self.step(|request| request.time(ms, is_timestamp(ms)))
    }

    /// Adds `timestamp`, the caller's clock in µs since 1970, which Spot takes (`/api` and its WebSocket API).
    ///
    /// # Errors
    /// `TIMESTAMP_OUT_OF_RANGE` before 2017, after 2099 and on every other family, `PARAMETER_TWICE`.
    pub fn timestamp_us(&mut self, us: u64) -> Result<&mut Self, Error> {
        self.step(|request| request.time(us, is_timestamp_us(request.family, us)))
    }

    /// Has the answer's times in ms or µs: the header `X-MBX-TIME-UNIT`, which `/api` takes.
    ///
    /// # Errors
    /// `NOT_FOR_TRANSPORT` elsewhere.
    pub fn time_unit(&mut self, unit: TimeUnit) -> Result<&mut Self, Error> {
        self.step(|request| {
            if !matches!(request.shape, Shape::Rest(_)) || request.family != Some(Family::Spot) {
                return Err(Error::new(Code::NotForTransport));
            }
            request.time_unit = Some(unit);
            Ok(())
        })
    }

    /// From here on parameters go into the form body.
    ///
    /// # Errors
    /// `BODY_NOT_ALLOWED` for GET, `NOT_FOR_TRANSPORT` where the request is not REST.
    pub fn body(&mut self) -> Result<&mut Self, Error> {
        self.step(|request| match request.shape {
            Shape::Rest(Method::Get) => Err(Error::new(Code::BodyNotAllowed)),
            Shape::Rest(_) => {
                request.draft.begin_body();
                Ok(())
            }
            #[cfg(any(feature = "ws-api", feature = "fix"))]
            _ => Err(Error::new(Code::NotForTransport)),
        })
    }

    /// Keeps the first error: nothing that comes later is signed either.
    pub(super) fn step(&mut self, act: impl FnOnce(&mut Self) -> Result<(), Error>) -> Result<&mut Self, Error> {
        if self.problem.is_none() {
            self.problem = act(self).err();
        }
        match &self.problem {
            None => Ok(self),
            Some(problem) => Err(problem.clone()),
        }
    }

    /// Adds a timestamp whose number is in range or not.
    fn time(&mut self, time: u64, is_right: bool) -> Result<(), Error> {
        if !is_right {
            return Err(Error::about(Code::TimestampOutOfRange, self.count.saturating_add(1), "timestamp"));
        }
        self.try_param("timestamp", Value::Literal(Digits::new(time).as_str()))
    }

    fn try_param(&mut self, name: &str, value: Value<'_>) -> Result<(), Error> {
        self.count = self.count.saturating_add(1);
        let position = self.count;
        if !is_parameter_name(name) {
            return Err(Error::at(Code::ParameterNameInvalid, position));
        }
        let wrong = |code| Err(Error::about(code, position, name));
        let text = value.text().as_bytes();
        if text.contains(&0) {
            return wrong(Code::NulInValue);
        }
        match name {
            "signature" => return wrong(Code::SignatureGiven),
            "timestamp" if !is_timestamp_text(self.family, text) => return wrong(Code::TimestampOutOfRange),
            "recvWindow" if !is_recv_window(self.family, text) => return wrong(Code::RecvWindowOutOfRange),
            _ => {}
        }
        let put = match &mut self.shape {
            Shape::Rest(_) => put_in_order(&mut self.draft, &mut self.names, name, text),
            #[cfg(feature = "ws-api")]
            Shape::SapiWss => super::sapi_wss::put(&mut self.draft, name, text),
            #[cfg(feature = "ws-api")]
            Shape::WsApi(ws) => ws.put(&mut self.draft, name, value),
            #[cfg(feature = "fix")]
            Shape::Fix(_) => Err(Code::NotForTransport),
        };
        if let Err(code) = put {
            return wrong(code);
        }
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
        write!(f, "Request({}, {} parameters)", self.shape.transport().as_str(), self.count)
    }
}

/// Adds a parameter behind the others, percent-encoded.
fn put_in_order(draft: &mut Draft<'_>, names: &mut NameFilter, name: &str, text: &[u8]) -> Result<(), Code> {
    if !draft.part_is_empty() {
        draft.push(b"&");
    }
    let start = draft.needed();
    draft.push_encoded(name.as_bytes());
    let seen = names.insert(name.as_bytes());
    if seen && draft.fits() && draft.has_earlier(start) {
        return Err(Code::ParameterTwice);
    }
    draft.push(b"=");
    draft.push_encoded(text);
    Ok(())
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
