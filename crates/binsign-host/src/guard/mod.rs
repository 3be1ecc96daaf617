//! The one door of hosts: what a policy, its state and what is known of the key say about each call.

mod asking;

use std::fmt;

pub use asking::Asking;

/// Decides on calls: by a policy with its state, or, where there is none, by the catalogue of documented routes alone.
///
/// Threads may share it; a clone is the same guard. Without a policy it has no lock and costs nothing.
///
/// ```
/// use binsign_host::{Call, Guard, Signable};
///
/// let guard = Guard::documented_routes();
/// let call = Call { method: "POST", path: "/api/v3/userDataStream", ..Call::default() };
/// assert_eq!(call.check(&guard).unwrap_err().code().name(), "ROUTE_RETIRED");
/// ```
#[derive(Clone)]
pub struct Guard {
    _private: (),
}

impl Guard {
    /// A guard that allows every documented route.
    #[must_use]
    pub const fn documented_routes() -> Self {
        Self { _private: () }
    }

    /// The guard, for a question with more to say than the call.
    #[must_use]
    pub fn asking(&self) -> Asking<'_> {
        self.into()
    }
}

impl fmt::Debug for Guard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Guard")
    }
}
