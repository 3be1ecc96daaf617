//! The catalogue: which routes the exchange documents, and what each asks for.
//!
//! The tables are generated (`cargo xtask gen`) from two files beside this one: `catalog.csv`, which is collected from the
//! exchange's own packages and pages, and `actions.csv`, where what a route does and the shape of its parameters are decided
//! by hand. A cargo feature a family decides what of it is in a build. Paths are looked up by binary search in one text,
//! without hashing and without pointers.

mod attributes;
mod legacy;
#[rustfmt::skip]
mod names;
mod parameters;
mod route;
#[rustfmt::skip]
mod table;
#[cfg(test)]
mod tests;

pub(crate) use attributes::Attributes;
pub use attributes::{Action, Group, Needed, Trust};
pub(crate) use names::COUNT as NAME_COUNT;
pub use parameters::Presence;
#[cfg(all(feature = "policy", target_pointer_width = "64"))]
pub(crate) use parameters::name_bytes;
pub(crate) use parameters::{NameId, Sets, entry};
pub use route::{Family, MethodSet, Route, SecurityType, Transport};
pub use table::DATE;

use core::cmp::Ordering;
use core::ops::Range;

use crate::Method;
use route::Details;
use table::TABLES;
#[cfg(feature = "ws-api")]
use table::WS_TABLES;

/// A part of the catalogue: all routes whose paths begin alike.
struct Table {
    family: Family,
    /// What all paths begin with, and what `paths` leaves out.
    prefix: &'static str,
    paths: Paths,
    /// For each path four bits a method (GET lowest): 0 for none, else the security type. For a method of the WebSocket
    /// API the number of [`Route::ws_api`].
    numbers: &'static [u16],
    /// For each path the number of its first route; the routes of a path stand in the order of the methods.
    first: &'static [u16],
    /// For each route what [`attributes::Attributes`] takes apart.
    attributes: &'static [u32],
    /// For each route the number of its set of parameters.
    sets: &'static [u16],
}

/// Paths without their prefix, to be found by binary search.
struct Paths {
    /// One behind the other: short ones first, those of one length in byte order.
    text: &'static str,
    /// Where in `text` each ends.
    ends: &'static [u16],
}

/// What the catalogue knows of a method and a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lookup {
    /// The route.
    Found(Route),
    /// The path is there, with these methods only.
    OtherMethods(MethodSet),
    /// The exchange has retired the route, or replaced it.
    Retired,
    /// The exchange does not document the route; only third parties know of it.
    Undocumented,
    /// There is no such path, or the build has no such family.
    NoPath,
}

/// Looks a route up.
///
/// ```
/// use binsign::Method;
/// use binsign::catalogue::{Family, Lookup, SecurityType, lookup};
///
/// let Lookup::Found(route) = lookup(Method::Post, "/api/v3/order") else { panic!() };
/// assert_eq!((route.family(), route.security()), (Family::Spot, SecurityType::Trade));
/// assert_eq!(lookup(Method::Post, "/api/v3/orders"), Lookup::NoPath);
/// assert_eq!(lookup(Method::Post, "/api/v3/userDataStream"), Lookup::Retired);
/// ```
#[must_use]
pub fn lookup(method: Method, path: &str) -> Lookup {
    lookup_with_family(method, path).1
}

/// Looks a route up, and the family that the path belongs to, whether or not there is such a route.
pub(crate) fn lookup_with_family(method: Method, path: &str) -> (Option<Family>, Lookup) {
    let table = TABLES.iter().find_map(|table| Some((table, path.strip_prefix(table.prefix)?)));
    // A family that the build has not has no table.
    let Some((table, rest)) = table else { return (Family::of_path(path), Lookup::NoPath) };
    let Some(index) = table.paths.find(rest.as_bytes()) else {
        return (Some(table.family), legacy::lookup_legacy(method, path).unwrap_or(Lookup::NoPath));
    };
    let methods = MethodSet(table.numbers.get(index).copied().unwrap_or_default());
    let route = match table.rest(index, methods, method) {
        Some(route) => Lookup::Found(route),
        None => legacy::lookup_legacy(method, path).unwrap_or(Lookup::OtherMethods(methods)),
    };
    (Some(table.family), route)
}

/// Looks a method of the WebSocket API up.
///
/// ```
/// use binsign::catalogue::{Family, Lookup, SecurityType, lookup_ws};
///
/// let Lookup::Found(route) = lookup_ws(Family::Spot, "order.place") else { panic!() };
/// assert_eq!(route.security(), SecurityType::Trade);
/// assert_eq!(lookup_ws(Family::Options, "order.place"), Lookup::NoPath);
/// ```
#[cfg(feature = "ws-api")]
#[must_use]
pub fn lookup_ws(family: Family, method: &str) -> Lookup {
    let found = WS_TABLES
        .iter()
        .filter(|table| table.family == family)
        .find_map(|table| table.ws_api(table.paths.find(method.as_bytes())?));
    found.map_or(Lookup::NoPath, Lookup::Found)
}

/// All methods of the WebSocket API of this build.
///
/// ```
/// assert!(binsign::catalogue::ws_methods().any(|(method, _)| method == "session.logon"));
/// ```
#[cfg(feature = "ws-api")]
pub fn ws_methods() -> impl Iterator<Item = (&'static str, Route)> {
    WS_TABLES.iter().flat_map(|table| {
        (0..table.numbers.len()).filter_map(|index| Some((table.paths.get(index)?, table.ws_api(index)?)))
    })
}

/// All REST routes of this build, with their paths in two pieces (prefix, rest).
///
/// ```
/// let orders = binsign::catalogue::routes().filter(|(prefix, rest, _)| (*prefix, *rest) == ("/api/", "v3/order"));
/// assert_eq!(orders.count(), 3);
/// ```
pub fn routes() -> impl Iterator<Item = (&'static str, &'static str, Route)> {
    TABLES.iter().flat_map(|table| {
        (0..table.numbers.len()).flat_map(move |index| {
            let methods = MethodSet(table.numbers.get(index).copied().unwrap_or_default());
            methods.iter().filter_map(move |method| {
                Some((table.prefix, table.paths.get(index)?, table.rest(index, methods, method)?))
            })
        })
    })
}

impl Table {
    /// The route of a path and a method.
    fn rest(&self, index: usize, methods: MethodSet, method: Method) -> Option<Route> {
        let security = methods.security(method)?;
        let route = self.first.get(index)?.checked_add(methods.before(method))?;
        Some(Route::rest(self.family, method, security, self.details(route.into())?))
    }

    /// A method of the WebSocket API.
    #[cfg(feature = "ws-api")]
    fn ws_api(&self, index: usize) -> Option<Route> {
        Route::ws_api(self.family, *self.numbers.get(index)?, self.details(index)?)
    }

    fn details(&self, route: usize) -> Option<Details> {
        Some(Details { attributes: *self.attributes.get(route)?, set: *self.sets.get(route)? })
    }
}

impl Paths {
    /// The path at `index`.
    fn get(&self, index: usize) -> Option<&'static str> {
        self.text.get(self.span(index)?)
    }

    /// Where in the text the path at `index` stands.
    fn span(&self, index: usize) -> Option<Range<usize>> {
        let end = self.ends.get(index)?;
        let start = match index.checked_sub(1) {
            Some(before) => *self.ends.get(before)?,
            None => 0,
        };
        Some(usize::from(start)..usize::from(*end))
    }

    /// The place of a path, by binary search; most steps look at the length alone.
    fn find(&self, path: &[u8]) -> Option<usize> {
        let (mut low, mut high) = (0, self.ends.len());
        while low < high {
            let middle = low.midpoint(high);
            let here = self.text.as_bytes().get(self.span(middle)?)?;
            match path.len().cmp(&here.len()).then_with(|| path.cmp(here)) {
                Ordering::Equal => return Some(middle),
                Ordering::Less => high = middle,
                Ordering::Greater => low = middle.saturating_add(1),
            }
        }
        None
    }
}
