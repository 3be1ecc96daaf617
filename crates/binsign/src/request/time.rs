//! `timestamp` and `recvWindow`: what the exchange's families take, checked before anything is signed.

use crate::catalogue::Family;
use crate::decimal::{thousandths, whole};

/// 2017-01-01 in ms: the exchange refuses earlier times (Spot change log, 2024-12-09).
const EARLIEST_MS: u64 = 1_483_228_800_000;
/// 2100-01-01 in ms: a later time is a mistaken unit.
const LATEST_MS: u64 = 4_102_444_800_000;
/// The longest recvWindow of every family, in thousandths of a ms.
const LONGEST_WINDOW: u32 = 60_000_000;

/// In what unit the exchange gives the times of its answers (`X-MBX-TIME-UNIT`, REST interface of Spot).
///
/// ```
/// use binsign::{Gate, Method, Request, TimeUnit};
///
/// let mut buffer = [0; 64];
/// let mut request = Request::rest(&mut buffer, Method::Get, "/api/v3/time")?;
/// request.time_unit(TimeUnit::Microsecond)?;
/// let ready = Gate::documented_routes().authorize(request)?.without_key()?;
/// assert_eq!(ready.headers().next(), Some(("X-MBX-TIME-UNIT", "MICROSECOND")));
/// # Ok::<(), binsign::Refusal>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TimeUnit {
    /// ms, what the exchange gives when it is not asked.
    Millisecond,
    /// µs.
    Microsecond,
}

impl TimeUnit {
    /// The value of the header.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Millisecond => "MILLISECOND",
            Self::Microsecond => "MICROSECOND",
        }
    }
}

/// Whether a number is a time in ms that the exchange takes.
pub(super) const fn is_timestamp(ms: u64) -> bool {
    EARLIEST_MS <= ms && ms <= LATEST_MS
}

/// Whether a number is a time in µs that the family takes.
pub(super) fn is_timestamp_us(family: Option<Family>, us: u64) -> bool {
    let (earliest, latest) = (EARLIEST_MS.saturating_mul(1000), LATEST_MS.saturating_mul(1000));
    family == Some(Family::Spot) && earliest <= us && us < latest.saturating_add(1000)
}

/// Whether `text` is a time the family takes: whole ms, or whole µs on Spot.
pub(super) fn is_timestamp_text(family: Option<Family>, text: &[u8]) -> bool {
    whole(text, 16).is_some_and(|time| is_timestamp(time) || is_timestamp_us(family, time))
}

/// Whether a number of ms is a window that every family takes.
pub(super) fn is_recv_window_ms(ms: u32) -> bool {
    (1..=60_000).contains(&ms)
}

/// Whether `text` is a window the family takes: over 0 and up to 60000 ms, with up to three decimals on Spot.
pub(super) fn is_recv_window(family: Option<Family>, text: &[u8]) -> bool {
    let may_be = family == Some(Family::Spot) || text.iter().all(u8::is_ascii_digit);
    may_be && thousandths(text).is_some_and(|window| (1..=LONGEST_WINDOW).contains(&window))
}

/// A timestamp that was taken before, in µs.
#[cfg(feature = "policy")]
pub(crate) fn timestamp_us(text: &[u8]) -> Option<u64> {
    let time = whole(text, 16)?;
    Some(if is_timestamp(time) { time.saturating_mul(1000) } else { time })
}

/// A window that was taken before, in thousandths of a ms.
#[cfg(feature = "policy")]
pub(crate) fn recv_window_thousandths(text: &[u8]) -> Option<u32> {
    thousandths(text)
}

#[cfg(test)]
mod tests {
    use super::{is_recv_window, is_timestamp_text};
    use crate::catalogue::Family;

    #[test]
    fn timestamps_are_ms_everywhere_and_us_on_spot() {
        for (text, on_spot, elsewhere) in [
            ("1499827319559", true, true),
            ("1499827319559000", true, false),
            ("1483228800000", true, true),
            ("1483228799999", false, false),
            ("1483228799999999", false, false),
            ("1499827319", false, false),
            ("4102444800001", false, false),
            ("1499827319559.0", false, false),
            ("01499827319559", false, false),
            (" 1591702613943", false, false),
            ("", false, false),
        ] {
            assert_eq!(is_timestamp_text(Some(Family::Spot), text.as_bytes()), on_spot, "{text}");
            assert_eq!(is_timestamp_text(Some(Family::FuturesUm), text.as_bytes()), elsewhere, "{text}");
        }
    }

    #[test]
    fn windows_have_decimals_on_spot_only() {
        for (text, on_spot, elsewhere) in [
            ("5000", true, true),
            ("60000", true, true),
            ("60000.000", true, false),
            ("60000.001", false, false),
            ("6000.346", true, false),
            ("0.001", true, false),
            ("0", false, false),
            ("0.000", false, false),
            ("60001", false, false),
            ("-1", false, false),
            ("5e3", false, false),
            ("", false, false),
        ] {
            assert_eq!(is_recv_window(Some(Family::Spot), text.as_bytes()), on_spot, "{text}");
            assert_eq!(is_recv_window(Some(Family::Sapi), text.as_bytes()), elsewhere, "{text}");
        }
    }
}
