//! A request while parameters are put into it, of whichever kind it is.

use core::fmt;

use super::encode::{IN_NAME, IN_PATH, UNRESERVED, classes};
use super::names::{Names, hash};
use super::shape::Shape;
use super::time::{is_recv_window, is_recv_window_ms, is_timestamp, is_timestamp_text, is_timestamp_us};
use super::value::Value;
use super::{Draft, MAX_REQUEST, Method, TimeUnit};
use crate::catalogue::{Family, Lookup, lookup_with_family};
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
    names: Names,
    count: u16,
    problem: Option<Error>,
}

impl<'b> Request<'b> {
    /// Begins a REST request for `method` and `path` (`/api/v3/order`) in `buffer`.
    ///
    /// The buffer takes path, query, body and signature; 512 bytes do for an order. A buffer that proves too small
    /// is reported with the size needed, when the request is complete. With 8 bytes more for each parameter a request
    /// of hundreds is built in a time linear in their number; that room is cleared at the end.
    ///
    /// # Errors
    /// `PATH_MALFORMED`.
    pub fn rest(buffer: &'b mut [u8], method: Method, path: &str) -> Result<Self, Error> {
        if !path.starts_with('/') || path.len() > MAX_PATH || classes(path.as_bytes()) & IN_PATH == 0 {
            return Err(Error::new(Code::PathMalformed));
        }
        let mut draft = Draft::new(buffer);
        draft.push(path.as_bytes());
        draft.begin_query();
        let (family, route) = lookup_with_family(method, path);
        Ok(Self::begin(draft, Shape::Rest(method), route, family))
    }

    pub(super) fn begin(draft: Draft<'b>, shape: Shape, route: Lookup, family: Option<Family>) -> Self {
        let names = Names::default();
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
        self.add(name.as_bytes(), Value::Text(value.as_bytes()))
    }

    /// Adds a parameter that is no text in JSON: a number, `true`, `false`, an array or an object, as JSON without
    /// blanks and exponents. Only the WebSocket API makes a difference between `5` and `"5"`; elsewhere this is
    /// [`param`](Self::param).
    ///
    /// # Errors
    /// Those of [`param`](Self::param); `VALUE_TYPE` on the WebSocket API for a text that is no such value.
    pub fn literal(&mut self, name: &str, json: &str) -> Result<&mut Self, Error> {
        self.add(name.as_bytes(), Value::Literal(json.as_bytes()))
    }

    /// [`param`](Self::param) for text that comes as bytes.
    ///
    /// ```
    /// use binsign::{Code, Method, Request};
    ///
    /// let mut buffer = [0; 128];
    /// let mut request = Request::rest(&mut buffer, Method::Get, "/api/v3/account")?;
    /// request.param_utf8(b"omitZeroBalances", b"true")?;
    /// assert_eq!(request.param_utf8(b"note", b"\xff").unwrap_err().code(), Code::InvalidUtf8);
    /// # Ok::<(), binsign::Error>(())
    /// ```
    ///
    /// # Errors
    /// Those of [`param`](Self::param), and `INVALID_UTF8`.
    pub fn param_utf8(&mut self, name: &[u8], value: &[u8]) -> Result<&mut Self, Error> {
        self.add(name, Value::Text(value))
    }

    /// Adds `recvWindow`, in ms: how long after `timestamp` the exchange may still take the request.
    ///
    /// # Errors
    /// `RECV_WINDOW_OUT_OF_RANGE` over 60000 and for 0, `PARAMETER_TWICE`.
    pub fn recv_window(&mut self, ms: u32) -> Result<&mut Self, Error> {
        self.add_number(b"recvWindow", ms.into(), is_recv_window_ms(ms), Code::RecvWindowOutOfRange)
    }

    /// Adds `timestamp`, the caller's clock in ms since 1970.
    ///
    /// # Errors
    /// `TIMESTAMP_OUT_OF_RANGE` before 2017 and after 2099, `PARAMETER_TWICE`.
    pub fn timestamp(&mut self, ms: u64) -> Result<&mut Self, Error> {
        self.add_number(b"timestamp", ms, is_timestamp(ms), Code::TimestampOutOfRange)
    }

    /// Adds `timestamp`, the caller's clock in µs since 1970, which Spot takes (`/api` and its WebSocket API).
    ///
    /// # Errors
    /// `TIMESTAMP_OUT_OF_RANGE` before 2017, after 2099 and on every other family, `PARAMETER_TWICE`.
    pub fn timestamp_us(&mut self, us: u64) -> Result<&mut Self, Error> {
        self.add_number(b"timestamp", us, is_timestamp_us(self.family, us), Code::TimestampOutOfRange)
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
        self.or_problem()
    }

    /// A step that adds a parameter.
    fn add(&mut self, name: &[u8], value: Value<'_>) -> Result<&mut Self, Error> {
        if self.problem.is_some() {
            return self.or_problem();
        }
        self.count = self.count.saturating_add(1);
        let outcome = self.check(name, value.text()).and_then(|plain| self.put(name, value, plain));
        match outcome {
            Ok(()) => Ok(self),
            Err(code) => self.refuse(code, name),
        }
    }

    /// A step that adds a parameter whose value is a number, in range or not.
    fn add_number(&mut self, name: &[u8], number: u64, in_range: bool, otherwise: Code) -> Result<&mut Self, Error> {
        if self.problem.is_some() {
            return self.or_problem();
        }
        self.count = self.count.saturating_add(1);
        let outcome = if in_range {
            self.put(name, Value::Literal(Digits::new(number).as_bytes()), true)
        } else {
            Err(otherwise)
        };
        match outcome {
            Ok(()) => Ok(self),
            Err(code) => self.refuse(code, name),
        }
    }

    /// Refused for a parameter, the last that was counted.
    #[cold]
    fn refuse(&mut self, code: Code, name: &[u8]) -> Result<&mut Self, Error> {
        let name = core::str::from_utf8(name).unwrap_or_default();
        self.problem = Some(match code {
            Code::RequestTooLong => Error::new(code),
            // Such text has no place among the parameters.
            Code::InvalidUtf8 => Error::about(code, 0, name),
            _ => Error::about(code, self.count, name),
        });
        self.or_problem()
    }

    #[cold]
    fn or_problem(&mut self) -> Result<&mut Self, Error> {
        match &self.problem {
            None => Ok(self),
            Some(problem) => Err(problem.clone()),
        }
    }

    /// Whether a parameter can be; and whether both its texts are the same percent-encoded.
    fn check(&self, name: &[u8], text: &[u8]) -> Result<bool, Code> {
        let in_name = classes_of_name(name);
        if in_name & IN_NAME == 0 {
            let is_text = core::str::from_utf8(name).is_ok();
            return Err(if is_text { Code::ParameterNameInvalid } else { Code::InvalidUtf8 });
        }
        let in_text = classes(text);
        if in_text & UNRESERVED == 0 {
            if core::str::from_utf8(text).is_err() {
                return Err(Code::InvalidUtf8);
            }
            // No search of the library, which costs a small processor flash.
            if text.iter().min() == Some(&0) {
                return Err(Code::NulInValue);
            }
        }
        match name {
            b"signature" => Err(Code::SignatureGiven),
            b"timestamp" if !is_timestamp_text(self.family, text) => Err(Code::TimestampOutOfRange),
            b"recvWindow" if !is_recv_window(self.family, text) => Err(Code::RecvWindowOutOfRange),
            _ => Ok(in_name & in_text & UNRESERVED != 0),
        }
    }

    /// Puts a parameter where its kind of request has it.
    fn put(&mut self, name: &[u8], value: Value<'_>, plain: bool) -> Result<(), Code> {
        match &mut self.shape {
            Shape::Rest(_) => {
                let place = self.draft.push_pair(name, value.text(), plain);
                // What was written a moment ago takes the processor longer to read.
                let hash = if plain { hash(name) } else { hash(self.draft.span(&place)) };
                if self.names.is_there(&mut self.draft, &place, hash) {
                    return Err(Code::ParameterTwice);
                }
            }
            #[cfg(feature = "ws-api")]
            Shape::SapiWss => super::sapi_wss::put(&mut self.draft, name, value.text())?,
            #[cfg(feature = "ws-api")]
            Shape::WsApi(ws) => ws.put(&mut self.draft, name, value)?,
            #[cfg(feature = "fix")]
            Shape::Fix(_) => return Err(Code::NotForTransport),
        }
        if self.draft.needed() > MAX_REQUEST { Err(Code::RequestTooLong) } else { Ok(()) }
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

/// Whether a parameter can have this name.
pub(crate) fn is_parameter_name(name: &str) -> bool {
    classes_of_name(name.as_bytes()) & IN_NAME != 0
}

/// The classes that all bytes of a name belong to; none where it is empty or too long.
fn classes_of_name(name: &[u8]) -> u8 {
    if name.is_empty() || name.len() > MAX_NAME { 0 } else { classes(name) }
}
