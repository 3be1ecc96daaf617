//! What an answer means for the key, the clock and the order it answers; codes differ between the families.

use super::Answer;
use crate::catalogue::Family;

/// How long to wait where the exchange does not say it: a minute, and two where the address is banned, which is the
/// shortest ban.
const WAIT_MS: u64 = 60_000;
const BAN_MS: u64 = 120_000;

/// What follows from an answer.
///
/// ```
/// use binsign::catalogue::Family;
/// use binsign::{Answer, Meaning};
///
/// let locked = br#"{"code":-2015,"msg":"Invalid API-key, IP, or permissions for action."}"#;
/// let answer = Answer::read(401, [], locked, 0);
/// assert_eq!(answer.meaning(Family::Spot, false), Meaning::KeyRejected { code: -2015 });
/// assert_eq!(Answer::read(502, [], b"", 0).meaning(Family::Spot, false), Meaning::Unknown);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// The exchange took the request.
    Fine,
    /// The exchange wants no request before this moment (ms since 1970, by the caller's clock): 418, 429, -1003.
    Wait {
        /// The moment.
        until_ms: u64,
    },
    /// The clock here is off, or the answer took too long: -1021, and what the futures have for it.
    ClockOff,
    /// The signature is not valid: -1022. The fault is in the signer; sending the same again cannot help.
    SignatureInvalid,
    /// The exchange does not take the key, or not for this, or not from here: -2008, -2014, -2015, -2017, HTTP 401.
    KeyRejected {
        /// Which of them, 0 where there was only the status.
        code: i32,
    },
    /// Whether the request took effect is unknown: 5XX, -1006, -1007, a cancel-replace that was done in part.
    Unknown,
    /// The exchange refused the request, and for no other reason than the request.
    Refused {
        /// The exchange's code, 0 where there was none.
        code: i32,
    },
}

impl Answer {
    /// What the answer means, where the request went to `family`; the status 409 says of a cancel-replace that half of
    /// it was done.
    #[must_use]
    pub fn meaning(&self, family: Family, is_cancel_replace: bool) -> Meaning {
        let (status, code) = (self.status(), self.code().unwrap_or(0));
        match (status, code) {
            (418 | 429, _) | (_, -1003) => Meaning::Wait { until_ms: self.until(status) },
            (_, -1021) => Meaning::ClockOff,
            (_, -5028) if matches!(family, Family::FuturesUm | Family::PortfolioMargin) => Meaning::ClockOff,
            (_, -4188) if matches!(family, Family::FuturesCm | Family::PortfolioMargin) => Meaning::ClockOff,
            (_, -1022) => Meaning::SignatureInvalid,
            (_, -2008 | -2014 | -2015 | -2017) | (401, _) => Meaning::KeyRejected { code },
            (0 | 500.., _) => Meaning::Unknown,
            (409, _) if is_cancel_replace => Meaning::Unknown,
            (_, code) if leaves_unknown(code) => Meaning::Unknown,
            (..=399, 0..) => Meaning::Fine,
            _ => Meaning::Refused { code },
        }
    }

    fn until(&self, status: u16) -> u64 {
        let usual = if status == 418 { BAN_MS } else { WAIT_MS };
        self.wait_until().unwrap_or(self.received_at().saturating_add(usual))
    }
}

/// Whether an error leaves open if the request took effect: `UNEXPECTED_RESP` and `TIMEOUT`.
pub(super) const fn leaves_unknown(code: i32) -> bool {
    matches!(code, -1006 | -1007)
}
