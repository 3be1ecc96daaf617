//! A request of the WebSocket API while it is built: parameters sorted and raw, and at the end the message around them.
//!
//! In the buffer: `id method name=value&name=value message`; the third is what is signed.

use super::building::Request;
use super::draft::{Draft, Span};
use super::shape::Shape;
use super::sorted::settle;
use super::value::Value;
use crate::catalogue::{Family, lookup_ws};
use crate::json::is_compact_literal;
use crate::{Code, Error};

/// How many parameters one request takes; the longest method of the catalogue has 21.
pub(super) const MAX_PARAMETERS: u8 = 64;
/// The longest id taken, in bytes.
const MAX_ID: usize = 128;

/// What is known of a request of the WebSocket API beside what stands in its buffer.
pub(crate) struct WsApi {
    /// Where the id ends; the method goes on from there to the payload.
    id_end: usize,
    /// How many characters of the id JSON escapes.
    id_escapes: usize,
    /// A bit for each parameter in their order: whether it stands without quotes in JSON.
    literals: u64,
    count: u8,
    /// How long the parameters are in JSON, each with a comma.
    json: usize,
    /// Whether the connection is logged on: the request carries neither API key nor signature.
    pub(super) in_session: bool,
}

impl<'b> Request<'b> {
    /// Begins a request of the WebSocket API of a family (`spot`, `futures-um`, `futures-cm`): `method` is its name
    /// there (`order.place`), `id` what comes back with the answer, 1 to 128 bytes.
    ///
    /// The buffer takes the payload and the message; 1,024 bytes do for an order. Parameters are signed sorted and as
    /// they are, without encoding, with the API key among them.
    ///
    /// ```
    /// use binsign::catalogue::Family;
    /// use binsign::{Gate, Request, Signer};
    ///
    /// let signer = Signer::hmac("vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A",
    ///                           b"NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j")?;
    /// let mut buffer = [0; 1024];
    /// let mut request = Request::ws_api(&mut buffer, Family::Spot, "order.place", "4885f793-e5ad-4c3b-8f6c-55d891472b71")?;
    /// request.param("symbol", "BTCUSDT")?.param("side", "SELL")?.param("type", "LIMIT")?.param("timeInForce", "GTC")?;
    /// request.param("quantity", "0.01000000")?.param("price", "52000.00")?;
    /// request.recv_window(100)?.timestamp(1_645_423_376_532)?;
    /// let signed = Gate::documented_routes().authorize(request)?.sign(&signer)?;
    /// // Binance's example of a signed request.
    /// assert_eq!(signed.signature(), Some("aa1b5712c094bc4e57c05a1a5c1fd8d88dcd628338ea863fec7b88e59fe2db24"));
    /// assert!(signed.message().is_some_and(|message| message.contains(r#""timestamp":1645423376532,"type":"LIMIT""#)));
    /// # Ok::<(), binsign::Refusal>(())
    /// ```
    ///
    /// # Errors
    /// `ID_INVALID`.
    pub fn ws_api(buffer: &'b mut [u8], family: Family, method: &str, id: &str) -> Result<Self, Error> {
        let mut draft = Draft::new(buffer);
        let ws = WsApi::begin(&mut draft, id, method).map_err(|code| Error::about(code, 0, "id"))?;
        Ok(Self::begin(draft, Shape::WsApi(ws), lookup_ws(family, method), Some(family)))
    }

    /// The connection is logged on (`session.logon`): the request carries neither API key nor signature, and the
    /// timestamp that it must have all the same.
    ///
    /// # Errors
    /// `NOT_FOR_TRANSPORT` where this is no request of the WebSocket API, and for `session.logon` itself.
    pub fn in_session(&mut self) -> Result<&mut Self, Error> {
        self.step(|request| match &mut request.shape {
            Shape::WsApi(ws) if !ws.is_logon(&request.draft) => {
                ws.in_session = true;
                Ok(())
            }
            _ => Err(Error::new(Code::NotForTransport)),
        })
    }
}

impl WsApi {
    /// Begins with the id, which comes back with the answer, and the method.
    pub(super) fn begin(draft: &mut Draft<'_>, id: &str, method: &str) -> Result<Self, Code> {
        if id.is_empty() || id.len() > MAX_ID || id.chars().any(char::is_control) {
            return Err(Code::IdInvalid);
        }
        draft.push(id.as_bytes());
        let id_end = draft.needed();
        draft.push(method.as_bytes());
        draft.begin_payload();
        Ok(Self { id_end, id_escapes: escapes(id.as_bytes()), literals: 0, count: 0, json: 0, in_session: false })
    }

    /// Adds a parameter at its place.
    pub(super) fn put(&mut self, draft: &mut Draft<'_>, name: &[u8], value: Value<'_>) -> Result<(), Code> {
        if name == b"apiKey" {
            return Err(Code::ApiKeyGiven);
        }
        if value.is_ambiguous() {
            return Err(Code::ValueAmbiguous);
        }
        let quotes = match value {
            Value::Text(text) => escapes(text).saturating_add(2),
            Value::Literal(text) if is_compact_literal(text) => 0,
            Value::Literal(_) => return Err(Code::ValueType),
        };
        if self.count >= MAX_PARAMETERS {
            return Err(Code::TooManyParameters);
        }
        let pair = push_pair(draft, name, value.text());
        // Two quotes around the name, and a colon or comma for `=` and `&`.
        self.json =
            self.json.saturating_add(draft.needed().saturating_sub(pair)).saturating_add(quotes).saturating_add(2);
        self.count = self.count.saturating_add(1);
        if draft.fits() {
            let index = settle(draft, pair).ok_or(Code::ParameterTwice)?;
            let below = 1_u64.checked_shl(u32::try_from(index).unwrap_or(0)).unwrap_or(0).wrapping_sub(1);
            let own = if matches!(value, Value::Literal(_)) { below.wrapping_add(1) } else { 0 };
            self.literals = (self.literals & below) | own | ((self.literals & !below) << 1);
        }
        Ok(())
    }

    /// Whether the method begins a session, for which the exchange takes one type of key only.
    pub(super) fn is_logon(&self, draft: &Draft<'_>) -> bool {
        draft.span(&self.method(draft)) == b"session.logon"
    }

    /// How many bytes the whole takes, with an API key and a signature of that many characters where there are to be any.
    pub(super) fn whole(&self, draft: &Draft<'_>, api_key: Option<usize>, signature: Option<usize>) -> usize {
        let pair = |name: &str, text: Option<usize>, quotes: usize| {
            text.map_or(0, |text| name.len().saturating_add(text).saturating_add(quotes))
        };
        let pairs = draft.needed().saturating_sub(draft.payload_start()).saturating_add(pair("apiKey", api_key, 2));
        // The last `&` is taken back.
        let payload = pairs.saturating_sub(usize::from(pairs > 0));
        let quotes = r#""":"","#.len();
        let params = [self.json, pair("apiKey", api_key, quotes), pair("signature", signature, quotes)];
        let params = params.into_iter().fold(0, usize::saturating_add);
        // The last comma is none; without parameters there are no braces for them either.
        let params = if params == 0 { 0 } else { params.saturating_add(r#","params":{}"#.len()).saturating_sub(1) };
        let envelope = r#"{"id":"","method":""}"#.len().saturating_add(self.id_escapes);
        // Id and method stand before the payload and once more in the message.
        let names = draft.payload_start().saturating_mul(2);
        [names, payload, envelope, params].into_iter().fold(0, usize::saturating_add)
    }

    /// Ends the payload, with the API key in it where there is one to be, and tells where it stands.
    pub(super) fn end_payload(draft: &mut Draft<'_>, api_key: Option<&str>) -> Span {
        if let Some(key) = api_key {
            let pair = push_pair(draft, b"apiKey", key.as_bytes());
            // Nobody else takes the name.
            let _ = settle(draft, pair);
        }
        if draft.needed() > draft.payload_start() {
            draft.pop();
        }
        draft.payload_start()..draft.needed()
    }

    /// Pushes the message; tells where in it the signature stands.
    pub(super) fn push_message(&self, draft: &mut Draft<'_>, payload: &Span, signature: &[u8]) -> Option<Span> {
        draft.push(br#"{"id":""#);
        push_escaped(draft, 0..self.id_end);
        draft.push(br#"","method":""#);
        draft.push_again(self.method(draft));
        draft.push(b"\"");
        let mut opening: &[u8] = br#","params":{""#;
        let (mut at, mut literals) = (payload.start, self.literals);
        while at < payload.end {
            let (name, value) = pair_at(draft, at..payload.end);
            at = value.end.saturating_add(1);
            draft.push(opening);
            opening = b",\"";
            let ours = draft.span(&name) == b"apiKey";
            let literal = !ours && literals & 1 == 1;
            literals >>= u32::from(!ours);
            draft.push_again(name);
            draft.push(if literal { b"\":".as_slice() } else { b"\":\"" });
            if literal {
                draft.push_again(value);
            } else {
                push_escaped(draft, value);
                draft.push(b"\"");
            }
        }
        let place = (!signature.is_empty()).then(|| {
            draft.push(opening);
            opening = b",\"";
            draft.push(br#"signature":""#);
            let start = draft.needed();
            draft.push(signature);
            let end = draft.needed();
            draft.push(b"\"");
            start..end
        });
        draft.push(if opening.len() == 2 { b"}}".as_slice() } else { b"}" });
        place
    }

    pub(super) fn method(&self, draft: &Draft<'_>) -> Span {
        self.id_end..draft.payload_start()
    }
}

/// Pushes a pair and tells where it begins.
fn push_pair(draft: &mut Draft<'_>, name: &[u8], text: &[u8]) -> usize {
    let start = draft.needed();
    for piece in [name, b"=", text, b"&"] {
        draft.push(piece);
    }
    start
}

/// Where the name and the value of the first pair stand.
fn pair_at(draft: &Draft<'_>, pairs: Span) -> (Span, Span) {
    let bytes = draft.span(&pairs);
    let end = bytes.iter().position(|byte| *byte == b'&').unwrap_or(bytes.len());
    let equals = bytes.iter().position(|byte| *byte == b'=').unwrap_or(end);
    let at = |offset: usize| pairs.start.saturating_add(offset);
    (at(0)..at(equals), at(equals.saturating_add(1))..at(end))
}

/// Appends text once more, as it stands between quotes in JSON.
fn push_escaped(draft: &mut Draft<'_>, text: Span) {
    let mut rest = text;
    while !rest.is_empty() {
        let bytes = draft.span(&rest);
        let plain = bytes.iter().position(|byte| is_escaped(*byte)).unwrap_or(rest.end.saturating_sub(rest.start));
        let stop = rest.start.saturating_add(plain);
        draft.push_again(rest.start..stop);
        if stop < rest.end {
            draft.push(b"\\");
            draft.push_again(stop..stop.saturating_add(1));
        }
        rest.start = stop.saturating_add(1);
    }
}

/// How many characters of a text JSON escapes; there are no control characters in it.
fn escapes(text: &[u8]) -> usize {
    text.iter().filter(|byte| is_escaped(**byte)).count()
}

const fn is_escaped(byte: u8) -> bool {
    matches!(byte, b'"' | b'\\')
}
