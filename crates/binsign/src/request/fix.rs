//! The Logon of the FIX API: its fields, what of them is signed, and the message (FIX 4.4, Spot only).

use heapless::String;

use super::building::Request;
use super::draft::{Draft, Span};
use super::shape::Shape;
use super::time::is_recv_window;
#[cfg(feature = "policy")]
use super::view::LogonTimes;
use crate::catalogue::{Family, Lookup, Route};
use crate::decimal::Digits;
#[cfg(feature = "policy")]
use crate::decimal::thousandths;
use crate::{Code, Error};

/// The separator between fields.
const SOH: &[u8] = b"\x01";
/// The longest text of `SenderCompID` and `TargetCompID`.
const MAX_COMP_ID: usize = 8;
/// Before the body: version and length of the body, which always has three digits.
const HEAD: &[u8] = b"8=FIX.4.4\x019=000\x01";
/// Where the digits of the length stand in it.
const LENGTH_AT: usize = 12;

/// How the exchange may handle the messages of a session (tag 25035).
///
/// ```
/// use binsign::MessageHandling;
///
/// assert_eq!(MessageHandling::of_number(2), Some(MessageHandling::Sequential));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MessageHandling {
    /// 1: messages may overtake each other.
    Unordered,
    /// 2: messages are processed one after the other.
    Sequential,
}

impl MessageHandling {
    /// The value behind a number of the exchange, 1 or 2.
    #[must_use]
    pub const fn of_number(number: u64) -> Option<Self> {
        match number {
            1 => Some(Self::Unordered),
            2 => Some(Self::Sequential),
            _ => None,
        }
    }
}

/// Which answers a session gets (tag 25036).
///
/// ```
/// use binsign::ResponseMode;
///
/// assert_eq!(ResponseMode::of_number(2), Some(ResponseMode::OnlyAcks));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ResponseMode {
    /// 1: everything.
    Everything,
    /// 2: acknowledgements only.
    OnlyAcks,
}

impl ResponseMode {
    /// The value behind a number of the exchange, 1 or 2.
    #[must_use]
    pub const fn of_number(number: u64) -> Option<Self> {
        match number {
            1 => Some(Self::Everything),
            2 => Some(Self::OnlyAcks),
            _ => None,
        }
    }
}

/// What a FIX session is opened with (Binance FIX API, `Logon<A>`); the key has to be Ed25519.
///
/// The API key goes into `Username`, the signature into `RawData`; `EncryptMethod` is 0 and `ResetSeqNumFlag` Y, as the
/// exchange asks.
///
/// ```
/// use binsign::{FixLogon, Gate, Request, Signer};
///
/// // The exchange's documented key and session; its value is in the last line.
/// let signer = Signer::pem("sBRXrJx2DsOraMXOaUovEhgVRcjOvCtQwnWj8VxkOh1xqboS02SPGfKi2h8spZJb",
///     b"-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIIJEYWtGBrhACmb9Dvy+qa8WEf0lQOl1s4CLIAB9m89u\n-----END PRIVATE KEY-----\n")?;
/// let mut buffer = [0; 400];
/// let request = Request::fix_logon(&mut buffer, &FixLogon::new("EXAMPLE", "20240627-11:17:25.223"))?;
/// let signed = Gate::documented_routes().authorize(request)?.sign(&signer)?;
/// assert_eq!(signed.payload(), Some("A\x01EXAMPLE\x01SPOT\x011\x0120240627-11:17:25.223"));
/// assert_eq!(signed.signature(), Some("4MHXelVVcpkdwuLbl6n73HQUXUf1dse2PCgT1DYqW9w8AVZ1RACFGM+5UdlGPrQHrgtS3CvsRURC1oj73j8gCA=="));
/// assert!(signed.message().is_some_and(|message| message.starts_with("8=FIX.4.4\x019=247\x01") && message.ends_with("\x0110=227\x01")));
/// # Ok::<(), binsign::Refusal>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct FixLogon<'a> {
    /// `SenderCompID` (49): 1 to 8 letters, digits, `-` and `_`, unique among the account's sessions.
    pub sender_comp_id: &'a str,
    /// `TargetCompID` (56): `SPOT`.
    pub target_comp_id: &'a str,
    /// `MsgSeqNum` (34): 1 for a new session.
    pub msg_seq_num: u64,
    /// `SendingTime` (52) in UTC, signed and sent as it is given: `YYYYMMDD-HH:MM:SS`, with `.` and 3 or 6 decimals or
    /// without. [`SendingTime`] makes one.
    pub sending_time: &'a str,
    /// `HeartBtInt` (108): 5 to 60 seconds.
    pub heart_bt_int: u32,
    /// `MessageHandling` (25035).
    pub message_handling: MessageHandling,
    /// `ResponseMode` (25036), where it is to be sent.
    pub response_mode: Option<ResponseMode>,
    /// `RecvWindow` (25000) in ms, up to 60000 with up to three decimals, where it is to be sent.
    pub recv_window: Option<&'a str>,
    /// `DropCopyFlag` (9406): Y for a drop copy session.
    pub drop_copy: bool,
    /// `SbeSchemaId` and `SbeSchemaVersion` (25050, 25051), for FIX requests with answers in SBE.
    pub sbe_schema: Option<(u16, u16)>,
    /// The message itself is sent in SBE: payload and signature are made, and no message.
    pub sbe: bool,
}

impl<'a> FixLogon<'a> {
    /// The fields that have no usual value; the others are `SPOT`, 1, 30 seconds, sequential (as in the exchange's example).
    #[must_use]
    pub const fn new(sender_comp_id: &'a str, sending_time: &'a str) -> Self {
        Self {
            sender_comp_id,
            target_comp_id: "SPOT",
            msg_seq_num: 1,
            sending_time,
            heart_bt_int: 30,
            message_handling: MessageHandling::Sequential,
            response_mode: None,
            recv_window: None,
            drop_copy: false,
            sbe_schema: None,
            sbe: false,
        }
    }
}

impl<'b> Request<'b> {
    /// Begins the Logon of a FIX session; the buffer takes payload and message, 512 bytes do.
    ///
    /// # Errors
    /// `FIX_SENDER_COMP_ID`, `FIX_SENDING_TIME`, `FIX_HEART_BT_INT`, `RECV_WINDOW_OUT_OF_RANGE`, and `FIX_FIELD` for the
    /// others, each with the name of the field.
    pub fn fix_logon(buffer: &'b mut [u8], fields: &FixLogon<'_>) -> Result<Self, Error> {
        let mut draft = Draft::new(buffer);
        let logon = Logon::begin(&mut draft, fields)?;
        let route = if cfg!(feature = "spot") { Lookup::Found(Route::FIX_LOGON) } else { Lookup::NoPath };
        Ok(Self::begin(draft, Shape::Fix(logon), route, Some(Family::Spot)))
    }
}

/// A clock's time as FIX writes it: `20240627-11:17:25.223`.
///
/// ```
/// use binsign::SendingTime;
///
/// // Both are what `date --utc --date=@1719487045` says, with the fractions.
/// assert_eq!(SendingTime::ms(1_719_487_045_223)?.as_str(), "20240627-11:17:25.223");
/// assert_eq!(SendingTime::us(1_719_487_045_223_001)?.as_str(), "20240627-11:17:25.223001");
/// # Ok::<(), binsign::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SendingTime {
    text: String<24, u8>,
}

impl SendingTime {
    /// Of ms since 1970.
    ///
    /// # Errors
    /// `FIX_SENDING_TIME` before 2017 and after 2099.
    pub fn ms(ms: u64) -> Result<Self, Error> {
        Self::of(ms / 1000, ms % 1000, 3)
    }

    /// Of µs since 1970.
    ///
    /// # Errors
    /// `FIX_SENDING_TIME` before 2017 and after 2099.
    pub fn us(us: u64) -> Result<Self, Error> {
        Self::of(us / 1_000_000, us % 1_000_000, 6)
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    fn of(seconds: u64, fraction: u64, places: usize) -> Result<Self, Error> {
        Self::write(seconds, fraction, places).ok_or_else(|| Error::about(Code::FixSendingTime, 0, "sending_time"))
    }

    fn write(seconds: u64, fraction: u64, places: usize) -> Option<Self> {
        let (year, month, day) = date(u32::try_from(seconds / 86_400).ok()?)?;
        let second = u32::try_from(seconds % 86_400).ok()?;
        let mut text = String::new();
        let parts = [
            (year, 4, ""),
            (month, 2, ""),
            (day, 2, "-"),
            (second / 3600, 2, ":"),
            (second / 60 % 60, 2, ":"),
            (second % 60, 2, "."),
            (u32::try_from(fraction).ok()?, places, ""),
        ];
        for (number, width, behind) in parts {
            let digits = Digits::new(u64::from(number));
            for _ in digits.as_str().len()..width {
                text.push('0').ok()?;
            }
            text.push_str(digits.as_str()).ok()?;
            text.push_str(behind).ok()?;
        }
        Some(Self { text })
    }
}

/// Year, month and day of a day since 1970-01-01 (Gregorian), from 2017 to 2099.
fn date(days_since_1970: u32) -> Option<(u32, u32, u32)> {
    let mut days = days_since_1970;
    let mut year = 1970;
    while let Some(rest) = days.checked_sub(if is_leap(year) { 366 } else { 365 }) {
        days = rest;
        year = u32::checked_add(year, 1).filter(|year| *year <= 2099)?;
    }
    let mut month = 1;
    while let Some(rest) = days.checked_sub(days_of(year, month)) {
        days = rest;
        month = u32::checked_add(month, 1)?;
    }
    (year >= 2017).then_some((year, month, days.checked_add(1)?))
}

/// Between 1970 and 2099 every fourth year is one.
const fn is_leap(year: u32) -> bool {
    year.trailing_zeros() >= 2
}

/// How many days a month has.
const fn days_of(year: u32, month: u32) -> u32 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// What is known of a Logon beside its payload, which stands in the buffer.
pub(crate) struct Logon {
    /// Where the values behind `A` end in the payload; the time goes on to its end.
    sender_end: usize,
    target_end: usize,
    seq_num_end: usize,
    heart_bt_int: u32,
    message_handling: MessageHandling,
    response_mode: Option<ResponseMode>,
    recv_window: String<9, u8>,
    drop_copy: bool,
    sbe_schema: Option<(u16, u16)>,
    pub(super) sbe: bool,
}

impl Logon {
    /// Checks the fields and writes the payload: 35, 49, 56, 34 and 52, with SOH between.
    pub(super) fn begin(draft: &mut Draft<'_>, fields: &FixLogon<'_>) -> Result<Self, Error> {
        let wrong = |code, field| Err(Error::about(code, 0, field));
        if !is_comp_id(fields.sender_comp_id) {
            return wrong(Code::FixSenderCompId, "sender_comp_id");
        }
        if !is_comp_id(fields.target_comp_id) {
            return wrong(Code::FixField, "target_comp_id");
        }
        if fields.msg_seq_num == 0 {
            return wrong(Code::FixField, "msg_seq_num");
        }
        if !is_sending_time(fields.sending_time.as_bytes()) {
            return wrong(Code::FixSendingTime, "sending_time");
        }
        if !(5..=60).contains(&fields.heart_bt_int) {
            return wrong(Code::FixHeartBtInt, "heart_bt_int");
        }
        let window = fields.recv_window.unwrap_or("1");
        if !is_recv_window(Some(Family::Spot), window.as_bytes()) {
            return wrong(Code::RecvWindowOutOfRange, "recv_window");
        }
        draft.begin_payload();
        draft.push(b"A\x01");
        draft.push(fields.sender_comp_id.as_bytes());
        let sender_end = draft.needed();
        draft.push(SOH);
        draft.push(fields.target_comp_id.as_bytes());
        let target_end = draft.needed();
        draft.push(SOH);
        draft.push(Digits::new(fields.msg_seq_num).as_str().as_bytes());
        let seq_num_end = draft.needed();
        draft.push(SOH);
        draft.push(fields.sending_time.as_bytes());
        Ok(Self {
            sender_end,
            target_end,
            seq_num_end,
            heart_bt_int: fields.heart_bt_int,
            message_handling: fields.message_handling,
            response_mode: fields.response_mode,
            recv_window: String::try_from(fields.recv_window.unwrap_or_default()).unwrap_or_default(),
            drop_copy: fields.drop_copy,
            sbe_schema: fields.sbe_schema,
            sbe: fields.sbe,
        })
    }

    /// The times that a policy looks at.
    #[cfg(feature = "policy")]
    pub(super) fn times(&self, draft: &Draft<'_>, payload_end: usize) -> LogonTimes {
        LogonTimes {
            recv_window: thousandths(self.recv_window.as_bytes()),
            sending_time_us: micros(draft.span(&(self.seq_num_end.saturating_add(1)..payload_end))),
        }
    }

    /// How many bytes payload and message take, with an API key and a signature of that many characters.
    pub(super) fn whole(&self, draft: &Draft<'_>, api_key: usize, signature: usize) -> usize {
        let payload = draft.needed();
        if self.sbe {
            return payload.saturating_add(signature);
        }
        let mut count = Draft::new(&mut []);
        self.push_message(&mut count, &(draft.payload_start()..payload), "", &[]);
        let digits = Digits::new(u64::try_from(signature).unwrap_or_default()).as_str().len().saturating_sub(1);
        [payload, count.needed(), digits, api_key, signature].into_iter().fold(0, usize::saturating_add)
    }

    /// Pushes the message behind the payload; tells where in it the signature stands.
    pub(super) fn push_message(&self, draft: &mut Draft<'_>, payload: &Span, api_key: &str, signature: &[u8]) -> Span {
        let start = draft.needed();
        draft.push(HEAD);
        let body = draft.needed();
        draft.push(b"35=A\x0134=");
        draft.push_again(self.target_end.saturating_add(1)..self.seq_num_end);
        draft.push(b"\x0149=");
        draft.push_again(payload.start.saturating_add(2)..self.sender_end);
        draft.push(b"\x0152=");
        draft.push_again(self.seq_num_end.saturating_add(1)..payload.end);
        draft.push(b"\x0156=");
        draft.push_again(self.sender_end.saturating_add(1)..self.target_end);
        if !self.recv_window.is_empty() {
            draft.push(b"\x0125000=");
            draft.push(self.recv_window.as_bytes());
        }
        draft.push(b"\x0195=");
        push_number(draft, signature.len());
        draft.push(b"\x0196=");
        let place = draft.needed();
        draft.push(signature);
        let place = place..draft.needed();
        draft.push(b"\x0198=0\x01108=");
        push_number(draft, self.heart_bt_int);
        draft.push(b"\x01141=Y\x01553=");
        draft.push(api_key.as_bytes());
        if self.drop_copy {
            draft.push(b"\x019406=Y");
        }
        draft.push(match self.message_handling {
            MessageHandling::Unordered => b"\x0125035=1",
            MessageHandling::Sequential => b"\x0125035=2",
        });
        draft.push(match self.response_mode {
            None => b"",
            Some(ResponseMode::Everything) => b"\x0125036=1",
            Some(ResponseMode::OnlyAcks) => b"\x0125036=2",
        });
        if let Some((id, version)) = self.sbe_schema {
            draft.push(b"\x0125050=");
            push_number(draft, id);
            draft.push(b"\x0125051=");
            push_number(draft, version);
        }
        draft.push(SOH);
        let length = draft.needed().saturating_sub(body);
        draft.patch(start.saturating_add(LENGTH_AT), &three_digits(length));
        let sum = draft.span(&(start..draft.needed())).iter().fold(0_u8, |sum, byte| sum.wrapping_add(*byte));
        draft.push(b"10=");
        draft.push(&three_digits(usize::from(sum)));
        draft.push(SOH);
        place
    }
}

/// A time that was taken before, in µs since 1970.
#[cfg(feature = "policy")]
fn micros(text: &[u8]) -> u64 {
    let number = |from: usize, to: usize| -> u32 {
        let digits = text.get(from..to).unwrap_or_default();
        digits.iter().fold(0, |value: u32, digit| value.wrapping_mul(10).wrapping_add(digit.wrapping_sub(b'0').into()))
    };
    let (year, month) = (number(0, 4), number(4, 6));
    let years = year.wrapping_sub(1970).wrapping_mul(365).wrapping_add(year.wrapping_sub(1969) / 4);
    let months = (1..month).map(|month| days_of(year, month)).fold(0, u32::wrapping_add);
    let days = years.wrapping_add(months).wrapping_add(number(6, 8)).wrapping_sub(1);
    let second = number(9, 11).wrapping_mul(3600).wrapping_add(number(12, 14).wrapping_mul(60));
    let seconds = u64::from(days).wrapping_mul(86_400).wrapping_add(second.wrapping_add(number(15, 17)).into());
    let fraction = match text.len() {
        24 => number(18, 24),
        21 => number(18, 21).wrapping_mul(1000),
        _ => 0,
    };
    seconds.wrapping_mul(1_000_000).wrapping_add(fraction.into())
}

fn push_number(draft: &mut Draft<'_>, number: impl TryInto<u64>) {
    draft.push(Digits::new(number.try_into().unwrap_or_default()).as_str().as_bytes());
}

/// A number below 1000 with leading zeros.
fn three_digits(number: usize) -> [u8; 3] {
    [number / 100, number / 10, number].map(|digit| b'0'.wrapping_add(u8::try_from(digit % 10).unwrap_or(0)))
}

fn is_comp_id(text: &str) -> bool {
    let known = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    !text.is_empty() && text.len() <= MAX_COMP_ID && text.bytes().all(known)
}

/// Whether `text` is `YYYYMMDD-HH:MM:SS` with no, 3 or 6 decimals, and such a time there is.
fn is_sending_time(text: &[u8]) -> bool {
    let Some((date_and_time, fraction)) = text.split_at_checked(17) else { return false };
    let (fraction_is_right, digits) = match fraction {
        [] => (true, fraction),
        [b'.', digits @ ..] => (matches!(digits.len(), 3 | 6), digits),
        _ => (false, fraction),
    };
    let number = |from: usize, to: usize| {
        let digits = date_and_time.get(from..to).filter(|digits| digits.iter().all(u8::is_ascii_digit))?;
        digits
            .iter()
            .try_fold(0_u32, |value, digit| value.checked_mul(10)?.checked_add(u32::from(digit.wrapping_sub(b'0'))))
    };
    let marks = [(8, b'-'), (11, b':'), (14, b':')];
    let within = |found: Option<u32>, low: u32, high: u32| found.is_some_and(|value| (low..=high).contains(&value));
    let (year, month) = (number(0, 4), number(4, 6));
    let days = days_of(year.unwrap_or_default(), month.unwrap_or_default());
    fraction_is_right
        && digits.iter().all(u8::is_ascii_digit)
        && marks.into_iter().all(|(at, mark)| date_and_time.get(at) == Some(&mark))
        && within(year, 2017, 2099)
        && within(month, 1, 12)
        && within(number(6, 8), 1, days)
        && within(number(9, 11), 0, 23)
        && within(number(12, 14), 0, 59)
        && within(number(15, 17), 0, 59)
}

#[cfg(all(test, feature = "policy"))]
mod tests {
    use super::{SendingTime, micros};

    /// The two lines that `date --utc --date=@…` gives are in the example of `SendingTime`; here every day there is.
    #[test]
    fn what_is_written_is_read_again() {
        for day in (17_167_u64..47_482).map(|day| day * 86_400_000_000) {
            for us in [day, day + 86_399_999_999, day + 40_645_223_001] {
                assert_eq!(micros(SendingTime::us(us).unwrap().as_str().as_bytes()), us);
                assert_eq!(micros(SendingTime::ms(us / 1000).unwrap().as_str().as_bytes()), us / 1000 * 1000);
            }
        }
        assert_eq!(micros(b"20240627-11:17:25"), 1_719_487_045_000_000);
    }
}
