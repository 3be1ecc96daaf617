//! Calls of the WebSocket interfaces: messages of the WebSocket API, and the opening of a signed stream.

use binsign::catalogue::{Family, Lookup, lookup_ws};
use binsign::{Error, Request};

use crate::signable::{Build, most_encoded, most_in_message};
use crate::timestamp::{TIMES, Timestamp};

/// What stands around the parameters of a message.
const ENVELOPE: &str = r#"{"id":"","method":"","params":{"apiKey":"","signature":""}}"#;

/// A value on the WebSocket API, which tells text from what stands in JSON without quotes.
///
/// ```
/// use binsign_host::Param;
///
/// assert_ne!(Param::Text("5"), Param::Literal("5"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Param<'a> {
    /// A string; decimals are strings there.
    Text(&'a str),
    /// A number, `true`, `false`, an array or an object, as JSON without blanks.
    Literal(&'a str),
}

/// A request of the WebSocket API that is to be signed.
///
/// ```
/// use binsign::catalogue::Family;
/// use binsign::Signer;
/// use binsign_host::{Guard, Param, Signable, Timestamp, WsCall};
///
/// let signer = Signer::hmac("vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A",
///                           b"NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j")?;
/// let text = |name, value| (name, Param::Text(value));
/// let params = [
///     text("symbol", "BTCUSDT"), text("side", "SELL"), text("type", "LIMIT"), text("timeInForce", "GTC"),
///     text("quantity", "0.01000000"), text("price", "52000.00"),
/// ];
/// let call = WsCall {
///     params: &params,
///     recv_window: Some("100"),
///     timestamp: Timestamp::Given("1645423376532"),
///     ..WsCall::new(Family::Spot, "order.place", "1")
/// };
/// let request = call.sign(&Guard::documented_routes(), &signer)?;
/// // Binance's example of a signed request.
/// assert_eq!(request.signature.as_deref(), Some("aa1b5712c094bc4e57c05a1a5c1fd8d88dcd628338ea863fec7b88e59fe2db24"));
/// # Ok::<(), binsign::Refusal>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct WsCall<'a> {
    /// Whose WebSocket API it is: `spot`, `futures-um` or `futures-cm`.
    pub family: Family,
    /// `order.place`.
    pub method: &'a str,
    /// What comes back with the answer.
    pub id: &'a str,
    /// Parameters, in any order.
    pub params: &'a [(&'a str, Param<'a>)],
    /// `recvWindow` in ms.
    pub recv_window: Option<&'a str>,
    /// `timestamp`.
    pub timestamp: Timestamp<'a>,
    /// The connection is logged on: the request carries neither API key nor signature.
    pub in_session: bool,
}

impl<'a> WsCall<'a> {
    /// A request without parameters.
    #[must_use]
    pub const fn new(family: Family, method: &'a str, id: &'a str) -> Self {
        Self { family, method, id, params: &[], recv_window: None, timestamp: Timestamp::Now, in_session: false }
    }

    fn wants_timestamp(&self) -> bool {
        let given = self.params.iter().any(|(name, _)| *name == "timestamp");
        let route = lookup_ws(self.family, self.method);
        !given && !matches!(route, Lookup::Found(route) if !route.needs_signature())
    }
}

impl Build for WsCall<'_> {
    fn build<'b>(&self, buffer: &'b mut [u8], present: impl FnOnce() -> u64) -> Result<Request<'b>, Error> {
        let mut request = Request::ws_api(buffer, self.family, self.method, self.id)?;
        if self.in_session {
            request.in_session()?;
        }
        for (name, value) in self.params {
            match value {
                Param::Text(text) => request.param(name, text)?,
                Param::Literal(json) => request.literal(name, json)?,
            };
        }
        if let Some(window) = self.recv_window {
            request.literal("recvWindow", window)?;
        }
        self.timestamp.add(&mut request, || self.wants_timestamp(), present)?;
        Ok(request)
    }

    fn most(&self) -> usize {
        let parameters = self.params.iter().flat_map(|(name, value)| {
            let (Param::Text(text) | Param::Literal(text)) = value;
            [*name, *text]
        });
        let ends = [self.id, self.method, self.recv_window.unwrap_or_default(), TIMES, self.timestamp.text(), ENVELOPE];
        most_in_message(parameters.chain(ends))
    }
}

/// The opening of a signed stream, `wss://api.binance.com/sapi/wss`, that is to be signed.
///
/// ```
/// use binsign::Signer;
/// use binsign_host::{Guard, Signable, StreamCall, Timestamp};
///
/// let signer = Signer::hmac("vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A",
///                           b"NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j")?;
/// let params = [("topic", "com_announcement_en"), ("random", "56724ac693184379ae23ffe5e910063c")];
/// let call = StreamCall { params: &params, recv_window: Some("30000"), timestamp: Timestamp::Given("1753244327210") };
/// let request = call.sign(&Guard::documented_routes(), &signer)?;
/// assert!(request.target.starts_with("/sapi/wss?random=56724ac693184379ae23ffe5e910063c&recvWindow=30000&timestamp="));
/// # Ok::<(), binsign::Refusal>(())
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct StreamCall<'a> {
    /// `random` and `topic`.
    pub params: &'a [(&'a str, &'a str)],
    /// `recvWindow` in ms.
    pub recv_window: Option<&'a str>,
    /// `timestamp`.
    pub timestamp: Timestamp<'a>,
}

impl Build for StreamCall<'_> {
    fn build<'b>(&self, buffer: &'b mut [u8], present: impl FnOnce() -> u64) -> Result<Request<'b>, Error> {
        let mut request = Request::sapi_wss(buffer);
        for (name, value) in self.params {
            request.param(name, value)?;
        }
        if let Some(window) = self.recv_window {
            request.param("recvWindow", window)?;
        }
        self.timestamp.add(&mut request, || self.params.iter().all(|(name, _)| *name != "timestamp"), present)?;
        Ok(request)
    }

    fn most(&self) -> usize {
        let parameters = self.params.iter().flat_map(|(name, value)| [*name, *value]);
        most_encoded(parameters.chain([
            "/sapi/wss",
            self.recv_window.unwrap_or_default(),
            TIMES,
            self.timestamp.text(),
        ]))
    }
}
