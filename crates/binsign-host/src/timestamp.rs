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
    /// This text (ms; µs where the family takes them), on every route.
    Given(&'a str),
    /// None is added.
    Omitted,
}

impl Timestamp<'_> {
    /// Adds it to a request; `wanted` tells whether the present time is asked for.
    pub(crate) fn add(self, request: &mut Request<'_>, wanted: impl FnOnce() -> bool) -> Result<(), Error> {
        match self {
            Self::Given(text) => request.literal("timestamp", text).map(drop),
            Self::Now if wanted() => request.timestamp(now_ms()).map(drop),
            Self::Now | Self::Omitted => Ok(()),
        }
    }
}

/// The host's clock, in ms since 1970. A clock before 1970 gives 0, which no request takes.
pub(crate) fn now_ms() -> u64 {
    let elapsed = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    u64::try_from(elapsed.as_millis()).unwrap_or(u64::MAX)
}
