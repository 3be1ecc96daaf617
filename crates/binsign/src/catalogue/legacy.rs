//! Routes that are no longer there, so that a denial can say so. They are looked at only where no other is found.

use super::route::nibble;
use super::table::LEGACY;
use super::{Lookup, Paths};
use crate::Method;

/// The legacy routes with one prefix.
pub(super) struct LegacyTable {
    pub(super) prefix: &'static str,
    pub(super) paths: Paths,
    /// For each path four bits a method (GET lowest): 1 where the exchange has retired the route, 2 where only third
    /// parties know of it.
    pub(super) states: &'static [u16],
}

/// What is known of a route that the exchange does not document any more, or never did.
#[cold]
pub(super) fn lookup_legacy(method: Method, path: &str) -> Option<Lookup> {
    let (table, rest) = LEGACY.iter().find_map(|table| Some((table, path.strip_prefix(table.prefix)?)))?;
    let states = table.states.get(table.paths.find(rest.as_bytes())?)?;
    match nibble(*states, method) {
        1 => Some(Lookup::Retired),
        2 => Some(Lookup::Undocumented),
        _ => None,
    }
}
