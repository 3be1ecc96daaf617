//! A request in words, as people write it to ask what a policy says of it.

use std::fmt;

use binsign::catalogue::{Family, Lookup, lookup, lookup_ws};
use binsign::{Error, FixLogon, MAX_REQUEST, Method, Refusal, Request, SendingTime};

use super::error::instead;

/// The parameters that `fix logon` takes.
const OF_LOGON: [&str; 2] = ["sendingTime", "recvWindow"];

/// The parameters that say when a request is made and how long it is good.
const TIMES: [&str; 3] = ["timestamp", "recvWindow", "sendingTime"];

/// A request in words: a route as selectors have it, and behind it parameters as `NAME=VALUE`, or `NAME:=JSON` for a number
/// on the WebSocket API.
///
/// `POST /api/v3/order symbol=BTCUSDT …`, `ws spot order.place symbol=BTCUSDT …`, `wss random=… topic=…`, `fix logon`. Where
/// the route is signed and no `timestamp` is given, the present time is added; `timestamp=none` leaves it out.
///
/// ```
/// use binsign::{Code, Gate};
/// use binsign_host::policy::Question;
///
/// let question = Question::parse("POST /api/v3/order symbol=BTCUSDT symbol=ETHUSDT")?;
/// let outcome = question.put(1_700_000_000_000, |request| Gate::documented_routes().authorize(request).map(drop));
/// assert_eq!(outcome.unwrap_err().code(), Code::ParameterTwice);
/// # Ok::<(), binsign_host::policy::NoQuestion>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    route: Asked,
    parameters: Vec<Parameter>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Asked {
    Rest(Method, String),
    WsApi(Family, String),
    Stream,
    Logon,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Parameter {
    name: String,
    value: String,
    is_literal: bool,
}

/// The words are no request: what is wrong, and what to do.
///
/// ```
/// let error = binsign_host::policy::Question::parse("POST").unwrap_err();
/// assert_eq!(error.to_string(), "the request has no path; write it as `GET /api/v3/account`");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoQuestion(String);

impl fmt::Display for NoQuestion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for NoQuestion {}

impl Question {
    /// Reads the words of a text, with blanks between.
    ///
    /// # Errors
    /// What is no request.
    pub fn parse(text: &str) -> Result<Self, NoQuestion> {
        Self::of_words(text.split_whitespace())
    }

    /// Reads words, which may have blanks in their values.
    ///
    /// # Errors
    /// What is no request.
    pub fn of_words<'w>(words: impl IntoIterator<Item = &'w str>) -> Result<Self, NoQuestion> {
        let mut words = words.into_iter();
        let route = Asked::read(&mut words).map_err(NoQuestion)?;
        let parameters: Result<Vec<_>, _> = words.map(Parameter::read).collect();
        let parameters = parameters.map_err(NoQuestion)?;
        let is_other = |one: &&Parameter| !OF_LOGON.contains(&one.name.as_str());
        match parameters.iter().find(is_other) {
            Some(one) if route == Asked::Logon => {
                Err(NoQuestion(format!("`fix logon` has no `{}`; {}", one.name, instead(&one.name, &OF_LOGON))))
            }
            _ => Ok(Self { route, parameters }),
        }
    }

    /// Builds the request and puts it to somebody.
    ///
    /// # Errors
    /// Those of [`Request`], and what `ask` gives.
    pub fn put<T>(&self, now_ms: u64, ask: impl FnOnce(Request<'_>) -> Result<T, Refusal>) -> Result<T, Refusal> {
        // Signature and message come behind the parameters.
        let mut buffer = vec![0; 2 * MAX_REQUEST];
        ask(self.build(&mut buffer, now_ms)?)
    }

    /// The route, as selectors have it.
    #[must_use]
    pub fn route(&self) -> String {
        match &self.route {
            Asked::Rest(method, path) => format!("{} {path}", method.as_str()),
            Asked::WsApi(family, method) => format!("ws {} {method}", family.as_str()),
            Asked::Stream => "wss".into(),
            Asked::Logon => "fix logon".into(),
        }
    }

    /// The parameters in their order, name and value, without the times.
    pub fn parameters(&self) -> impl Iterator<Item = (&str, &str)> {
        let timeless = |one: &&Parameter| !TIMES.contains(&one.name.as_str());
        self.parameters.iter().filter(timeless).map(|one| (one.name.as_str(), one.value.as_str()))
    }

    fn build<'b>(&self, buffer: &'b mut [u8], now_ms: u64) -> Result<Request<'b>, Error> {
        let (mut request, found) = match &self.route {
            Asked::Rest(method, path) => (Request::rest(buffer, *method, path)?, lookup(*method, path)),
            Asked::WsApi(family, method) => {
                (Request::ws_api(buffer, *family, method, "1")?, lookup_ws(*family, method))
            }
            Asked::Stream => (Request::sapi_wss(buffer), Lookup::NoPath),
            Asked::Logon => return self.logon(buffer, now_ms),
        };
        for Parameter { name, value, is_literal } in self.parameters.iter().filter(|one| !one.is_no_timestamp()) {
            if *is_literal {
                request.literal(name, value)?
            } else {
                request.param(name, value)?
            };
        }
        let is_signed = match found {
            Lookup::Found(route) => route.needs_signature(),
            _ => self.route == Asked::Stream,
        };
        if is_signed && self.value("timestamp").is_none() {
            request.timestamp(now_ms)?;
        }
        Ok(request)
    }

    fn logon<'b>(&self, buffer: &'b mut [u8], now_ms: u64) -> Result<Request<'b>, Error> {
        let present = SendingTime::ms(now_ms)?;
        let sending_time = self.value("sendingTime").unwrap_or(present.as_str());
        let logon = FixLogon { recv_window: self.value("recvWindow"), ..FixLogon::new("ASKED", sending_time) };
        Request::fix_logon(buffer, &logon)
    }

    fn value(&self, name: &str) -> Option<&str> {
        self.parameters.iter().find(|one| one.name == name).map(|one| one.value.as_str())
    }
}

impl Asked {
    fn read<'w>(words: &mut impl Iterator<Item = &'w str>) -> Result<Self, String> {
        const FIRST: [&str; 7] = ["GET", "POST", "PUT", "DELETE", "ws", "wss", "fix"];
        match words.next() {
            Some("ws") => {
                let names = Family::ALL.map(Family::as_str);
                let (Some(family), Some(method)) = (words.next(), words.next()) else {
                    return Err("the request has no family or no method; write it as `ws spot order.place`".into());
                };
                let known = Family::of_name(family);
                let family =
                    known.ok_or_else(|| format!("there is no family `{family}`; {}", instead(family, &names)))?;
                Ok(Self::WsApi(family, method.into()))
            }
            Some("wss") => Ok(Self::Stream),
            Some("fix") if words.next() == Some("logon") => Ok(Self::Logon),
            Some(method) => match (method.parse(), words.next()) {
                (Ok(method), Some(path)) => Ok(Self::Rest(method, path.into())),
                (Ok(_), None) => Err("the request has no path; write it as `GET /api/v3/account`".into()),
                (Err(_), _) => Err(format!("a request cannot begin with `{method}`; {}", instead(method, &FIRST))),
            },
            None => Err("there is no request; write it as `GET /api/v3/account`".into()),
        }
    }
}

impl Parameter {
    fn read(word: &str) -> Result<Self, String> {
        let (name, value) =
            word.split_once('=').ok_or_else(|| format!("`{word}` is no parameter; write it as NAME=VALUE"))?;
        let (name, is_literal) = name.strip_suffix(':').map_or((name, false), |name| (name, true));
        Ok(Self { name: name.into(), value: value.into(), is_literal })
    }

    /// `timestamp=none`: there is to be none.
    fn is_no_timestamp(&self) -> bool {
        self.name == "timestamp" && self.value == "none"
    }
}

#[cfg(test)]
mod tests {
    use binsign::{Code, Gate};

    use super::Question;

    fn code(words: &str) -> Option<Code> {
        let question = Question::parse(words).unwrap();
        let outcome = question.put(1_700_000_000_000, |request| Gate::documented_routes().authorize(request).map(drop));
        outcome.err().map(|refusal| refusal.code())
    }

    #[test]
    fn every_kind_of_request_can_be_asked_about() {
        for words in [
            "GET /api/v3/time",
            "POST /api/v3/order symbol=BTCUSDT",
            "GET /api/v3/account timestamp=1700000000000",
            "GET /api/v3/account timestamp=none",
            "ws spot order.place symbol=BTCUSDT quantity:=1",
            "ws futures-um v2/account.status",
            "wss random=56724ac693184379ae23ffe5e910063c topic=topic",
            "fix logon",
            "fix logon recvWindow=5000 sendingTime=20240627-11:17:25.223",
        ] {
            assert_eq!(code(words), None, "{words}");
        }
        assert_eq!(code("POST /api/v3/orderr"), Some(Code::RouteUnknown));
        assert_eq!(code("fix logon recvWindow=70000"), Some(Code::RecvWindowOutOfRange));
        assert_eq!(code("ws spot order.place quantity:=x"), Some(Code::ValueType));
    }

    #[test]
    fn what_is_no_request_is_told_with_what_to_do() {
        for (words, what) in [
            ("", "there is no request"),
            ("GET", "has no path"),
            ("PATCH /api", "cannot begin with `PATCH`"),
            ("ws spot", "no family or no method"),
            ("ws spotty order.place", "write `spot`"),
            ("fix order", "cannot begin with `fix`"),
            ("fix logon recvwindow=1", "write `recvWindow`"),
            ("GET /api/v3/account symbol", "NAME=VALUE"),
        ] {
            let error = Question::parse(words).expect_err(words);
            assert!(error.to_string().contains(what), "{words}: {error}");
        }
    }
}
