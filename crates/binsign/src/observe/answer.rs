//! An answer of the exchange, as far as it tells of the key, the clock and the limits.

use core::fmt;

use crate::decimal::whole;

/// The longest wait that an answer can ask for: bans go from two minutes to three days.
const LONGEST_WAIT_MS: u64 = 3 * 24 * 60 * 60 * 1000;

/// How much is read of an answer of HTTP without an error, in bytes: more than several orders sent together have.
const LONGEST_SUCCESS: usize = 16 * 1024;

/// What was understood of an answer; the rest is left aside, however broken it is.
///
/// ```
/// use binsign::catalogue::Family;
/// use binsign::{Answer, Meaning};
///
/// let headers = [("x-mbx-used-weight-1m", "2410"), ("Retry-After", "30")];
/// let body = br#"{"code":-1003,"msg":"Too much request weight used."}"#;
/// let answer = Answer::read(429, headers, body, 1_700_000_000_000);
/// assert_eq!((answer.status(), answer.code(), answer.used_weight()), (429, Some(-1003), Some(2410)));
/// assert_eq!(answer.meaning(Family::Spot, false), Meaning::Wait { until_ms: 1_700_000_030_000 });
/// ```
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub struct Answer {
    status: u16,
    received_at: u64,
    pub(super) ws_status: Option<u16>,
    pub(super) code: Option<i32>,
    pub(super) server_time: Option<u64>,
    /// How long to wait from now, in ms.
    retry_after: Option<u64>,
    /// Until when to wait, by the exchange's clock.
    pub(super) retry_at: Option<u64>,
    /// The same, as it stands in the text of an error.
    pub(super) banned_until: Option<u64>,
    pub(super) used_weight: Option<u32>,
    sapi_ip_weight: Option<u32>,
    sapi_uid_weight: Option<u32>,
    pub(super) orders: OrderCounts,
}

/// How many orders the exchange counts for the account, over all its keys.
///
/// ```
/// let answer = binsign::Answer::read(200, [("X-MBX-ORDER-COUNT-10S", "12")], b"{}", 0);
/// assert_eq!((answer.orders().ten_seconds, answer.orders().day), (Some(12), None));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OrderCounts {
    /// In the present ten seconds.
    pub ten_seconds: Option<u32>,
    /// In the present minute (futures).
    pub minute: Option<u32>,
    /// In the present day.
    pub day: Option<u32>,
}

impl Answer {
    /// Reads an answer that came at `now_ms` (ms since 1970, by the caller's clock): the status of HTTP, the headers in
    /// any order and any case, the body. For a message of the WebSocket API the status is 0 and there are no headers.
    /// An answer that never came has the status 0 and an empty body.
    ///
    /// It takes anything. Where the body is cut off or broken, what stands before the break counts. A long body of an
    /// answer without an error, such as a list of symbols, is read at its beginning only.
    #[must_use]
    pub fn read<'a>(
        status: u16,
        headers: impl IntoIterator<Item = (&'a str, &'a str)>,
        body: &[u8],
        now_ms: u64,
    ) -> Self {
        let mut answer = Self { status, received_at: now_ms, ..Self::default() };
        let mut weight_of_any_interval = None;
        for (name, value) in headers {
            answer.header(name, value, &mut weight_of_any_interval);
        }
        answer.used_weight = answer.used_weight.or(weight_of_any_interval);
        // Of what went well over HTTP the beginning says it all; errors are short, and messages end with the limits.
        let most = if answer.is_message() || status >= 400 { body.len() } else { LONGEST_SUCCESS };
        // What was read before a break is kept.
        let _ = answer.body(body.get(..most).unwrap_or(body));
        answer
    }

    fn header(&mut self, name: &str, value: &str, weight: &mut Option<u32>) {
        let number = whole(value.trim_ascii().as_bytes(), 9).and_then(|number| u32::try_from(number).ok());
        let place = match name.len() {
            11 if name.eq_ignore_ascii_case("Retry-After") => {
                let wait = number.map(|seconds| u64::from(seconds).saturating_mul(1000));
                self.retry_after = self.retry_after.or(wait);
                return;
            }
            17 if name.eq_ignore_ascii_case("X-MBX-USED-WEIGHT") => weight,
            20 if name.eq_ignore_ascii_case("X-MBX-USED-WEIGHT-1M") => &mut self.used_weight,
            20 if name.eq_ignore_ascii_case("X-MBX-ORDER-COUNT-1M") => &mut self.orders.minute,
            20 if name.eq_ignore_ascii_case("X-MBX-ORDER-COUNT-1D") => &mut self.orders.day,
            21 if name.eq_ignore_ascii_case("X-MBX-ORDER-COUNT-10S") => &mut self.orders.ten_seconds,
            24 if name.eq_ignore_ascii_case("X-SAPI-USED-IP-WEIGHT-1M") => &mut self.sapi_ip_weight,
            25 if name.eq_ignore_ascii_case("X-SAPI-USED-UID-WEIGHT-1M") => &mut self.sapi_uid_weight,
            _ => return,
        };
        *place = place.or(number);
    }

    /// The status: that of HTTP, or that in the message of the WebSocket API; 0 where there is none.
    #[must_use]
    pub fn status(&self) -> u16 {
        if self.is_message() { self.ws_status.unwrap_or(0) } else { self.status }
    }

    /// Whether this is a message of the WebSocket API and no answer of HTTP.
    pub(super) const fn is_message(&self) -> bool {
        self.status == 0
    }

    /// The exchange's code: negative in an error; some answers without an error have one too, as 200.
    #[must_use]
    pub const fn code(&self) -> Option<i32> {
        self.code
    }

    /// The exchange's clock when it answered, in ms since 1970.
    #[must_use]
    pub const fn server_time(&self) -> Option<u64> {
        self.server_time
    }

    /// The weight used by this address in the present minute, in the family that was asked.
    #[must_use]
    pub const fn used_weight(&self) -> Option<u32> {
        self.used_weight
    }

    /// The weight used by this address in the present minute, at this one route of `/sapi`.
    #[must_use]
    pub const fn sapi_ip_weight(&self) -> Option<u32> {
        self.sapi_ip_weight
    }

    /// The weight used by this account in the present minute, at this one route of `/sapi`.
    #[must_use]
    pub const fn sapi_uid_weight(&self) -> Option<u32> {
        self.sapi_uid_weight
    }

    /// The orders that the exchange counts for the account.
    #[must_use]
    pub const fn orders(&self) -> OrderCounts {
        self.orders
    }

    /// Until when the exchange asks to wait, in ms since 1970 by the caller's clock, at most three days; nothing where
    /// it names no time, or one that is past.
    #[must_use]
    pub fn wait_until(&self) -> Option<u64> {
        let now = self.received_at;
        let until_in = |wait: u64| now.saturating_add(wait.min(LONGEST_WAIT_MS));
        // Where the exchange says what time it has, its time is not measured by the clock here.
        let at = self.retry_at.map(|at| at.saturating_sub(self.server_time.unwrap_or(now)));
        let banned = self.banned_until.map(|until| until.saturating_sub(self.server_time.unwrap_or(now)));
        let waits = [self.retry_after, at.filter(|wait| *wait > 0), banned.filter(|wait| *wait > 0)];
        waits.into_iter().flatten().max().map(until_in)
    }

    /// When the answer came, in ms since 1970.
    pub(super) const fn received_at(&self) -> u64 {
        self.received_at
    }
}

// A derived one would hold a check that can panic.
impl fmt::Debug for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Answer")
            .field("status", &self.status())
            .field("code", &self.code)
            .field("server_time", &self.server_time)
            .field("wait_until", &self.wait_until())
            .field("used_weight", &self.used_weight)
            .field("sapi_ip_weight", &self.sapi_ip_weight)
            .field("sapi_uid_weight", &self.sapi_uid_weight)
            .field("orders", &self.orders)
            .finish_non_exhaustive()
    }
}
