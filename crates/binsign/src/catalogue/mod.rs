//! The catalogue: which routes the exchange documents, and what each asks for.
//!
//! The table is generated from `catalog.csv` beside this file (`cargo xtask gen`); a cargo feature a family decides
//! what is in it. Paths are looked up by binary search in one text, without hashing and without pointers.

mod route;
mod table;

pub use route::{Family, MethodSet, Route, SecurityType, Transport};

use core::cmp::Ordering;
use core::ops::Range;

use crate::Method;
use table::TABLES;
#[cfg(feature = "ws-api")]
use table::WS_TABLES;

/// A part of the catalogue: all routes whose paths begin alike.
struct Table {
    family: Family,
    /// What all paths begin with, and what `paths` leaves out.
    prefix: &'static str,
    /// The rest of each path, one behind the other: short ones first, those of one length in byte order.
    paths: &'static str,
    /// For each path where it ends in `paths`, and its methods.
    entries: &'static [Entry],
}

/// One path: where its text ends, and four bits a method (GET lowest): 0 for none, else the security type. For a method
/// of the WebSocket API the second number is that of [`Route::ws_api`].
struct Entry(u16, u16);

/// What the catalogue knows of a method and a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lookup {
    /// The route.
    Found(Route),
    /// The path is there, with these methods only.
    OtherMethods(MethodSet),
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
    let route = match table.find(rest.as_bytes()).map(MethodSet) {
        None => Lookup::NoPath,
        Some(methods) => match methods.security(method) {
            Some(security) => Lookup::Found(Route::rest(table.family, method, security)),
            None => Lookup::OtherMethods(methods),
        },
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
    let found = WS_TABLES.iter().filter(|table| table.family == family).find_map(|table| table.find(method.as_bytes()));
    found.and_then(|number| Route::ws_api(family, number)).map_or(Lookup::NoPath, Lookup::Found)
}

/// All methods of the WebSocket API of this build.
///
/// ```
/// assert!(binsign::catalogue::ws_methods().any(|(method, _)| method == "session.logon"));
/// ```
#[cfg(feature = "ws-api")]
pub fn ws_methods() -> impl Iterator<Item = (&'static str, Route)> {
    WS_TABLES.iter().flat_map(|table| {
        (0..table.entries.len()).filter_map(|index| {
            let (method, number) = table.entry(index)?;
            Some((method, Route::ws_api(table.family, number)?))
        })
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
        (0..table.entries.len()).filter_map(|index| table.entry(index)).flat_map(move |(rest, number)| {
            let methods = MethodSet(number);
            methods.iter().filter_map(move |method| {
                let security = methods.security(method)?;
                Some((table.prefix, rest, Route::rest(table.family, method, security)))
            })
        })
    })
}

impl Table {
    /// The path at `index`, without prefix, and its number.
    fn entry(&self, index: usize) -> Option<(&'static str, u16)> {
        let (span, number) = self.span(index)?;
        Some((self.paths.get(span)?, number))
    }

    /// Where in `paths` the path at `index` stands, and its number.
    fn span(&self, index: usize) -> Option<(Range<usize>, u16)> {
        let Entry(end, number) = self.entries.get(index)?;
        let start = match index.checked_sub(1) {
            Some(before) => self.entries.get(before)?.0,
            None => 0,
        };
        Some((usize::from(start)..usize::from(*end), *number))
    }

    /// The number of a path, by binary search; most steps look at the length alone.
    fn find(&self, path: &[u8]) -> Option<u16> {
        let (mut low, mut high) = (0, self.entries.len());
        while low < high {
            let middle = low.midpoint(high);
            let (span, number) = self.span(middle)?;
            let here = self.paths.as_bytes().get(span)?;
            match path.len().cmp(&here.len()).then_with(|| path.cmp(here)) {
                Ordering::Equal => return Some(number),
                Ordering::Less => high = middle,
                Ordering::Greater => low = middle.saturating_add(1),
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::{Family, Lookup, lookup, routes};
    use crate::Method;

    /// The source of the table, read independently of the generator.
    const CSV: &str = include_str!("catalog.csv");

    fn rows() -> impl Iterator<Item = Vec<&'static str>> {
        CSV.lines().skip(1).map(|line| line.split(',').collect())
    }

    #[test]
    fn every_current_rest_route_is_found_with_its_security_type() {
        let mut current = 0;
        for row in rows().filter(|row| row[1] == "rest" && row[12] == "current") {
            let Lookup::Found(route) = lookup(row[2].parse().unwrap(), row[3]) else {
                panic!("{} {} is missing", row[2], row[3]);
            };
            assert_eq!(route.security().as_str(), row[4], "{} {}", row[2], row[3]);
            assert_eq!(route.needs_signature(), row[16] == "1", "{} {}", row[2], row[3]);
            assert_eq!(Family::of_path(row[3]), Some(route.family()), "{}", row[3]);
            current += 1;
        }
        assert_eq!(routes().count(), current);
        // The figure of the catalogue's own description.
        assert_eq!(current, 762);
    }

    /// The methods of the three WebSocket APIs, with what each asks for. The API key alone is a matter of the futures'
    /// listen keys: on Spot a subscription takes it from the session, or has a token.
    #[cfg(feature = "ws-api")]
    #[test]
    fn every_current_method_of_the_websocket_api_is_found() {
        use super::{lookup_ws, ws_methods};

        let mut current = 0;
        for row in rows().filter(|row| row[1] == "ws-api" && row[12] == "current" && row[0] != "cms") {
            let family = match row[0] {
                "spot" | "margin" => Family::Spot,
                "futures-um" => Family::FuturesUm,
                "futures-cm" => Family::FuturesCm,
                other => panic!("{other}"),
            };
            let Lookup::Found(route) = lookup_ws(family, row[3]) else { panic!("{} is missing", row[3]) };
            assert_eq!((route.family(), route.method()), (family, None));
            assert_eq!(route.security().as_str(), row[4], "{}", row[3]);
            assert_eq!(route.needs_signature(), row[16] == "1", "{}", row[3]);
            let listen_key = row[0].starts_with("futures") && row[4] == "USER_STREAM";
            assert_eq!(route.needs_api_key(), row[16] == "1" || listen_key, "{}", row[3]);
            current += 1;
        }
        assert_eq!((ws_methods().count(), current), (90, 90));
        assert_eq!(lookup_ws(Family::Spot, "order.plac"), Lookup::NoPath);
    }

    #[test]
    fn legacy_routes_are_not_there() {
        let current: Vec<_> = rows().filter(|row| row[12] == "current").map(|row| (row[2], row[3])).collect();
        for row in rows().filter(|row| row[1] == "rest" && row[12] == "legacy") {
            if current.contains(&(row[2], row[3])) {
                continue;
            }
            let found = lookup(row[2].parse().unwrap(), row[3]);
            assert!(!matches!(found, Lookup::Found(_)), "{} {}", row[2], row[3]);
        }
    }

    #[test]
    fn near_misses_are_not_found() {
        for path in ["", "/", "/api", "/api/", "/api/v3/order/", "/api/v3/Order", "/API/v3/order", "/xapi/v3/order"] {
            assert_eq!(lookup(Method::Get, path), Lookup::NoPath, "{path}");
        }
        let Lookup::OtherMethods(methods) = lookup(Method::Put, "/api/v3/order") else { panic!() };
        assert_eq!(methods.iter().collect::<Vec<_>>(), [Method::Get, Method::Post, Method::Delete]);
    }
}
