//! With what a guard is asked.

use super::Guard;

/// A guard, and what is true of one request alone; a plain `&Guard` stands for the usual.
///
/// ```
/// use binsign_host::{Call, Guard, Signable};
///
/// let call = Call { method: "GET", path: "/api/v3/account", ..Call::default() };
/// assert!(call.check(Guard::documented_routes().asking()).is_ok());
/// ```
#[derive(Clone, Copy)]
pub struct Asking<'g> {
    _guard: &'g Guard,
}

impl<'g> From<&'g Guard> for Asking<'g> {
    fn from(guard: &'g Guard) -> Self {
        Self { _guard: guard }
    }
}
