//! Where the time of a call comes from.

use std::time::{SystemTime, UNIX_EPOCH};

use binsign::{Error, Request};

/// Where the parameter `timestamp` of a call comes from.
///
/// ```
/// use binsign_host::Timestamp;
///
/// assert_eq!(Timestamp::default(), Timestamp::Now);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Timestamp<'a> {
    /// The host's clock in ms, where the request is signed or goes through a session, and no parameter has that name
    /// already.
    #[default]
    Now,
    /// These ms since 1970, on every route.
    Ms(u64),
    /// These µs since 1970, on every route; Spot alone takes them.
    Us(u64),
    /// This text (ms; µs where the family takes them), on every route.
    Given(&'a str),
    /// None is added.
    Omitted,
}

impl Timestamp<'_> {
    /// The text that was given, if one was.
    pub(crate) fn text(&self) -> &str {
        if let Self::Given(text) = self { text } else { "" }
    }

    /// Adds it to a request; `wanted` tells whether the present time is asked for, `present` what it is.
    pub(crate) fn add(
        self,
        request: &mut Request<'_>,
        wanted: impl FnOnce() -> bool,
        present: impl FnOnce() -> u64,
    ) -> Result<(), Error> {
        match self {
            Self::Ms(ms) => request.timestamp(ms).map(drop),
            Self::Us(us) => request.timestamp_us(us).map(drop),
            Self::Given(text) => request.literal("timestamp", text).map(drop),
            Self::Now if wanted() => request.timestamp(present()).map(drop),
            Self::Now | Self::Omitted => Ok(()),
        }
    }
}

/// As much as the names of both times and a time that was not given as text.
pub(crate) const TIMES: &str = "recvWindow=&timestamp=0123456789012345";

/// The host's clock, in ms since 1970. A clock before 1970 gives 0, which no request takes.
///
/// ```
/// // Since September 2001 they have 13 digits.
/// assert!(binsign_host::now_ms() > 1_000_000_000_000);
/// ```
#[must_use]
pub fn now_ms() -> u64 {
    let elapsed = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    u64::try_from(elapsed.as_millis()).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::Timestamp;
    use crate::{Call, FixCall, Guard, Signable as _};
    use binsign::{Code, FixLogon, Signer};

    /// A number of µs is never taken for one of ms, nor the other way round: the unit is the type.
    #[test]
    fn the_unit_of_a_number_is_its_type() {
        let signer = Signer::hmac("key", b"secret").unwrap();
        let sign = |path, timestamp| {
            let call = Call { method: "GET", path, timestamp, ..Call::default() };
            call.sign(&Guard::documented_routes(), &signer)
        };
        let payload = |timestamp| sign("/api/v3/account", timestamp).unwrap().payload.unwrap().to_string();
        assert_eq!(payload(Timestamp::Ms(1_499_827_319_559)), "timestamp=1499827319559");
        assert_eq!(payload(Timestamp::Us(1_499_827_319_559_123)), "timestamp=1499827319559123");
        for (path, timestamp) in [
            ("/api/v3/account", Timestamp::Ms(1_499_827_319_559_123)),
            ("/api/v3/account", Timestamp::Us(1_499_827_319_559)),
            ("/fapi/v3/account", Timestamp::Us(1_499_827_319_559_123)),
        ] {
            assert_eq!(sign(path, timestamp).unwrap_err().code(), Code::TimestampOutOfRange);
        }
    }

    /// The texts are what `date --utc --date=@1719487045` says, with the fractions.
    #[test]
    fn a_fix_session_takes_both_units() {
        // The key of RFC 8032, section 7.1, test 1, in the form of RFC 8410.
        let pem = b"-----BEGIN PRIVATE KEY-----\n\
                    MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g\n-----END PRIVATE KEY-----";
        let signer = crate::make_pem("key", pem, None).unwrap();
        for (sending_time, text) in [
            (Timestamp::Ms(1_719_487_045_223), "20240627-11:17:25.223"),
            (Timestamp::Us(1_719_487_045_223_001), "20240627-11:17:25.223001"),
        ] {
            let call = FixCall { logon: FixLogon::new("EXAMPLE", ""), sending_time };
            let request = call.sign(&Guard::documented_routes(), &signer).unwrap();
            assert!(request.payload.unwrap().ends_with(&format!("\u{1}{text}")));
        }
    }
}
