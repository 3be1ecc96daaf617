//! What signatures open, against the catalogue read here once more and looked through row by row, and against the
//! totals that were computed from the same catalogue by another program, in another language, before this one was there.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::{Carried, Rule, Target, cure, members};
use crate::Permissions;
use crate::catalogue::{Family, Lookup, Needed, Route, Transport, lookup, lookup_ws};

const CSV: &str = include_str!("../catalogue/catalog.csv");

const RULES: [Rule; 3] = [Rule::Strict, Rule::Hybrid, Rule::Loose];

/// A signed route of the source; a signed stream travels like REST here: without `apiKey`.
#[allow(clippy::struct_excessive_bools, reason = "they are columns of the source")]
struct Row {
    family: &'static str,
    is_ws: bool,
    name: (&'static str, &'static str),
    permission: &'static str,
    mutating: bool,
    moves_funds: bool,
    manages_keys: bool,
    required: BTreeSet<&'static str>,
    groups: Vec<Vec<&'static str>>,
    all: BTreeSet<&'static str>,
}

fn signed() -> Vec<Row> {
    let rows = CSV.lines().skip(1).map(|line| line.split(',').collect::<Vec<_>>());
    rows.filter(|row| row[12] == "current" && row[1] != "fix" && row[16] == "1")
        .map(|row| {
            let is_ws = row[1] == "ws-api" && row[0] != "cms";
            let implied = is_ws.then_some("apiKey");
            let required: BTreeSet<_> = row[13].split_whitespace().chain(implied).collect();
            Row {
                family: row[0],
                is_ws,
                name: (row[2], row[3]),
                permission: row[5],
                mutating: row[7] == "1",
                moves_funds: row[8] == "1",
                manages_keys: row[9] == "1",
                groups: row[17].split_whitespace().map(|group| group.split('|').collect()).collect(),
                all: required.iter().copied().chain(row[14].split_whitespace()).collect(),
                required,
            }
        })
        .collect()
}

impl Row {
    fn is_logon(&self) -> bool {
        self.name.1 == "session.logon"
    }

    /// What changes something or logs on.
    fn is_target(&self) -> bool {
        self.mutating || self.is_logon()
    }

    fn has_all_it_needs(&self, names: &BTreeSet<&str>) -> bool {
        self.required.is_subset(names) && self.groups.iter().all(|group| group.iter().any(|name| names.contains(name)))
    }

    /// Each request with the required parameters and one of each group.
    fn least(&self) -> Vec<BTreeSet<&'static str>> {
        self.groups.iter().fold(vec![self.required.clone()], |requests, group| {
            let with = |request: &BTreeSet<&'static str>, name: &'static str| {
                request.iter().copied().chain([name]).collect::<BTreeSet<_>>()
            };
            requests.iter().flat_map(|request| group.iter().map(move |name| with(request, name))).collect()
        })
    }

    /// The request that most probably is one for `target` as well, if the route takes it.
    fn closest(&self, target: &Row, rule: Rule) -> Option<BTreeSet<&'static str>> {
        let request = if is_strict(target, rule) {
            self.all.intersection(&target.all).copied().collect()
        } else {
            self.all.clone()
        };
        self.has_all_it_needs(&request).then_some(request)
    }

    fn carried(&self, names: &BTreeSet<&str>) -> Carried {
        let mut carried = Carried::new(if self.is_ws { Transport::WsApi } else { Transport::Rest });
        for name in names {
            carried.add(name);
        }
        carried
    }

    fn route(&self) -> Route {
        let family = match self.family {
            "futures-um" => Family::FuturesUm,
            "futures-cm" => Family::FuturesCm,
            _ => Family::Spot,
        };
        match self.name {
            _ if self.family == "cms" => Route::SAPI_WSS,
            ("WS", method) => found(lookup_ws(family, method)),
            (method, path) => found(lookup(method.parse().unwrap(), path)),
        }
    }

    fn can_be_called(&self, granted: Option<Permissions>) -> bool {
        match self.permission {
            "unknown" => granted.is_none(),
            "none" => true,
            names => granted.is_none_or(|granted| {
                names.split('|').any(|name| granted.contains(Permissions::of_name(name).unwrap()))
            }),
        }
    }
}

fn found(lookup: Lookup) -> Route {
    let Lookup::Found(route) = lookup else { panic!("{lookup:?}") };
    route
}

fn is_strict(target: &Row, rule: Rule) -> bool {
    rule == Rule::Strict || rule == Rule::Hybrid && target.family == "spot"
}

/// The same as [`members`], by looking at all rows.
fn takes(target: &Row, names: &BTreeSet<&str>, rule: Rule) -> bool {
    target.has_all_it_needs(names) && (!is_strict(target, rule) || names.is_subset(&target.all))
}

/// The row of each target.
fn rows_of_targets(rows: &[Row]) -> HashMap<Target, usize> {
    let everything: BTreeSet<_> = rows.iter().flat_map(|row| row.all.iter().copied()).collect();
    let all = members(&rows.iter().find(|row| row.is_ws).unwrap().carried(&everything), Rule::Loose);
    let place = |target: Target| {
        let mut name = String::new();
        target.name(&mut |piece| name.push_str(piece));
        let is_it = |row: &Row| {
            let full = if row.is_ws { row.name.1.to_owned() } else { format!("{} {}", row.name.0, row.name.1) };
            full == name && row.family == target.group().name()
        };
        rows.iter().position(is_it).unwrap_or_else(|| panic!("{name}"))
    };
    all.map(|target| (target, place(target))).collect()
}

/// All pairs of rows of which the first can be taken for the second, found by [`members`].
fn pairs(rows: &[Row], rule: Rule, any: bool, is_source: impl Fn(&Row) -> bool) -> Vec<(&Row, &Row)> {
    let place = rows_of_targets(rows);
    let mut pairs = Vec::new();
    for (number, source) in rows.iter().enumerate().filter(|(_, row)| is_source(row)) {
        let mut opened: HashSet<usize> = HashSet::new();
        let open = |names: &BTreeSet<&str>| -> HashSet<usize> {
            members(&source.carried(names), rule).map(|target| place[&target]).collect()
        };
        if any {
            for (index, target) in rows.iter().enumerate().filter(|(_, row)| row.is_target()) {
                if source.closest(target, rule).is_some_and(|names| open(&names).contains(&index)) {
                    opened.insert(index);
                }
            }
        } else {
            for names in source.least() {
                opened.extend(open(&names));
            }
        }
        opened.remove(&number);
        pairs.extend(opened.into_iter().map(|index| (source, &rows[index])));
    }
    pairs
}

/// Strict, hybrid and loose, each with the least parameters and with any.
fn totals(rows: &[Row], count: impl Fn(&[(&Row, &Row)]) -> usize) -> Vec<usize> {
    let ways = RULES.iter().flat_map(|rule| [(rule, false), (rule, true)]);
    ways.map(|(rule, any)| count(&pairs(rows, *rule, any, |row| !row.is_target()))).collect()
}

#[test]
fn every_target_is_a_row_and_has_what_the_row_says() {
    let rows = signed();
    let place = rows_of_targets(&rows);
    let expected = rows.iter().filter(|row| row.is_target()).count();
    // 213 of REST and 24 of the WebSocket API.
    assert_eq!((place.len(), expected), (237, 237));
    for (target, index) in place {
        let (row, route) = (&rows[index], rows[index].route());
        let name = row.name;
        assert_eq!(target.family(), route.family(), "{name:?}");
        assert_eq!(target.transport(), route.transport(), "{name:?}");
        assert_eq!(target.method(), route.method(), "{name:?}");
        assert_eq!((target.group(), target.action()), (route.group(), route.action()), "{name:?}");
        assert_eq!((target.permissions(), target.trust()), (route.permissions(), route.trust()), "{name:?}");
        assert_eq!(target.is_mutating(), row.mutating, "{name:?}");
        assert!(target.is(route, name.1) && !target.is(route, "/api/v3/account"), "{name:?}");
        let same = target.route();
        assert_eq!((same.security(), same.shape()), (route.security(), route.shape()), "{name:?}");
        assert_eq!((same.method(), same.transport()), (route.method(), route.transport()), "{name:?}");
        assert_eq!(same.permissions(), route.permissions(), "{name:?}");
        let flags = |route: Route| [route.is_mutating(), route.moves_funds(), route.manages_keys()];
        assert_eq!(flags(same), flags(route), "{name:?}");
        assert!(same.parameters().eq(route.parameters()), "{name:?}");
        assert!(same.needs_signature() && same.takes_recv_window() == route.takes_recv_window(), "{name:?}");
    }
}

#[test]
fn the_worst_comes_first() {
    let rows = signed();
    let place = rows_of_targets(&rows);
    let mut targets: Vec<_> = place.iter().collect();
    targets.sort();
    let danger = ["keys", "withdraw", "transfer", "session", "loan", "funds", "order", "amend", "settings", "cancel"];
    let order = |(target, index): &(&Target, &usize)| {
        (danger.iter().position(|name| *name == target.action().as_str()).unwrap(), **index)
    };
    assert!(targets.is_sorted_by_key(order));
}

/// Whatever a request carries: all sets of parameters that a route may have at least, at most, and drawn ones.
#[test]
fn no_target_is_missed_and_none_is_made_up() {
    let rows = signed();
    let place = rows_of_targets(&rows);
    let names: Vec<_> = rows.iter().flat_map(|row| row.all.iter().copied()).collect();
    let mut state = 1_u64;
    let mut draw = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % below
    };
    let mut compared = 0;
    for row in &rows {
        let mut requests = row.least();
        requests.push(row.all.clone());
        for _ in 0..30 {
            let mut request = requests[draw(requests.len())].clone();
            for _ in 0..draw(4) {
                request.insert(names[draw(names.len())]);
            }
            request.insert(*row.all.iter().nth(draw(row.all.len().max(1))).unwrap_or(&"symbol"));
            requests.push(request);
        }
        for request in requests {
            for rule in RULES {
                let found: HashSet<_> = members(&row.carried(&request), rule).map(|target| place[&target]).collect();
                let mut request = request.clone();
                if row.is_ws {
                    request.insert("apiKey");
                }
                let expected: HashSet<_> =
                    place.values().copied().filter(|index| takes(&rows[*index], &request, rule)).collect();
                assert_eq!(found, expected, "{:?} {request:?} {rule:?}", row.name);
                compared += 1;
            }
        }
    }
    assert!(compared > 60_000, "{compared}");
}

/// A name that the catalogue does not have: strict routes refuse it, others may not look at it.
#[test]
fn a_name_that_nobody_has_shuts_strict_routes_alone() {
    let mut carried = Carried::new(Transport::Rest);
    carried.add("symbol");
    let spot =
        |carried: &Carried| members(carried, Rule::Hybrid).filter(|target| target.family() == Family::Spot).count();
    let others =
        |carried: &Carried| members(carried, Rule::Hybrid).filter(|target| target.family() != Family::Spot).count();
    let before = (spot(&carried), others(&carried));
    carried.add("nobodyHasThis");
    assert_eq!((spot(&carried), others(&carried)), (0, before.1));
    // DELETE /api/v3/openOrders.
    assert_eq!(before.0, 1);
}

/// The totals over all pairs of a route that changes nothing and one that does.
#[test]
fn the_totals_are_those_of_the_first_computation() {
    let rows = signed();
    let sources = rows.iter().filter(|row| !row.is_target());
    assert_eq!((sources.clone().filter(|row| !row.is_ws).count(), sources.count()), (412, 440));

    assert_eq!(totals(&rows, |pairs| pairs.len()), [4202, 5195, 7958, 9156, 8023, 9236]);
    let crossing = |from: bool, to: bool| {
        totals(&rows, |pairs| {
            pairs.iter().filter(|(source, target)| (source.is_ws, target.is_ws) == (from, to)).count()
        })
    };
    assert_eq!(crossing(false, false), [4106, 5086, 7203, 8319, 7227, 8350]);
    assert_eq!(crossing(true, true), [73, 85, 99, 111, 119, 132]);
    assert_eq!(crossing(true, false), [20, 20, 653, 722, 674, 750]);
    assert_eq!(crossing(false, true), [3, 4, 3, 4, 3, 4]);
    let of_kind =
        |is_it: fn(&(&Row, &Row)) -> bool| totals(&rows, |pairs| pairs.iter().filter(|pair| is_it(pair)).count());
    assert_eq!(of_kind(|(source, target)| source.family == target.family), [464, 682, 732, 968, 770, 1013]);
    assert_eq!(of_kind(|(_, target)| target.moves_funds), [1430, 1609, 2721, 2933, 2721, 2933]);
    assert_eq!(of_kind(|(_, target)| target.manages_keys), [254, 256, 471, 473, 471, 473]);
    assert_eq!(of_kind(|(_, target)| target.is_logon()), [48, 48, 74, 74, 87, 87]);
    let sources = totals(&rows, |pairs| {
        pairs.iter().map(|(source, _)| (source.family, source.name)).collect::<HashSet<_>>().len()
    });
    assert_eq!(sources, [345, 347, 440, 440, 440, 440]);
}

/// The same by what the key may do; where the permission of a route is unknown it is left out.
#[test]
fn the_totals_by_permission_are_those_of_the_first_computation() {
    let rows = signed();
    let all: Vec<_> = RULES
        .iter()
        .flat_map(|rule| [false, true].map(|any| pairs(&rows, *rule, any, |row| !row.is_target())))
        .collect();
    let read = Permissions::READING;
    let spot = read | Permissions::SPOT_AND_MARGIN_TRADING;
    let both = spot | Permissions::FUTURES;
    for (granted, expected) in [
        (read, [48, 48, 70, 70, 81, 81]),
        (spot, [2480, 2813, 4574, 4993, 4637, 5070]),
        (read | Permissions::FUTURES, [409, 592, 717, 933, 728, 944]),
        (both, [2870, 3393, 5295, 5938, 5359, 6017]),
        (both | Permissions::MARGIN | Permissions::UNIVERSAL_TRANSFER, [2870, 3393, 5295, 5938, 5359, 6017]),
        (read | Permissions::PORTFOLIO_MARGIN_TRADING, [913, 1259, 1649, 2050, 1660, 2061]),
        (read | Permissions::VANILLA_OPTIONS, [321, 392, 563, 645, 574, 656]),
        (read | Permissions::WITHDRAWALS, [48, 48, 70, 70, 81, 81]),
        (Permissions::ALL, [4074, 5029, 7554, 8708, 7619, 8788]),
    ] {
        let counted: Vec<_> = all
            .iter()
            .map(|pairs| {
                let both = |(source, target): &&(&Row, &Row)| {
                    source.can_be_called(Some(granted)) && target.can_be_called(Some(granted))
                };
                pairs.iter().filter(both).count()
            })
            .collect();
        assert_eq!(counted, expected, "{granted:?}");
    }
}

/// Calls that change something turn into each other too; sessions are logged on by both sides of the pair here.
#[test]
fn the_totals_between_mutating_calls_are_those_of_the_first_computation() {
    let rows = signed();
    let mut counted = Vec::new();
    for rule in RULES {
        let pairs = pairs(&rows, rule, true, Row::is_target);
        let moves = pairs.iter().filter(|(_, target)| target.moves_funds).count();
        let gains = pairs.iter().filter(|(source, target)| target.moves_funds && !source.moves_funds).count();
        let keys = pairs.iter().filter(|(source, target)| target.manages_keys && !source.manages_keys).count();
        counted.push([pairs.len(), moves, gains, keys]);
    }
    assert_eq!(counted, [[784, 224, 54, 18], [5915, 1932, 1034, 251], [6128, 1932, 1034, 251]]);
}

/// What nobody needs to fear: no read becomes a withdrawal, a transfer between accounts, or a loan.
#[test]
fn no_read_becomes_a_withdrawal() {
    let rows = signed();
    for rule in RULES {
        for (source, target) in pairs(&rows, rule, true, |row| !row.is_target()) {
            for path in
                ["/capital/withdraw/apply", "/localentity/withdraw/apply", "/asset/transfer", "/universalTransfer"]
            {
                assert!(!target.name.1.ends_with(path), "{:?} {:?}", source.name, target.name);
            }
            assert!(!target.name.1.contains("borrow") && !target.name.1.contains("giftcard"), "{:?}", source.name);
        }
    }
}

/// The table of cures for Spot, where unread parameters are refused: what to add, or nothing where nothing helps.
#[test]
fn cures_are_those_that_were_worked_out() {
    let in_spot = |target: Target| target.family() == Family::Spot;
    for (row, names, expected) in [
        ("account.status", "", Some("omitZeroBalances")),
        ("/api/v3/allOrders", "symbol", Some("startTime")),
        ("/api/v3/myTrades", "symbol", Some("startTime")),
        ("/api/v3/order/amendments", "symbol orderId", Some("limit")),
        ("allOrderLists", "", Some("startTime")),
        ("/api/v3/openOrders", "symbol", None),
        ("openOrders.status", "symbol", None),
        ("/api/v3/account/commission", "symbol", None),
        ("openOrderLists.status", "", None),
        ("userDataStream.subscribe.signature", "", None),
        ("/api/v3/order/test", "symbol side type quantity", Some("computeCommissionRates")),
        ("order.test", "symbol side type quantity", Some("computeCommissionRates")),
    ] {
        let rows = signed();
        let row = rows.iter().find(|other| other.name.1 == row && !other.mutating && other.family == "spot").unwrap();
        let carried = row.carried(&names.split_whitespace().collect());
        assert!(members(&carried, Rule::Hybrid).any(in_spot), "{:?}", row.name);
        assert_eq!(cure(row.route(), &carried, Rule::Hybrid, in_spot), expected, "{:?}", row.name);
    }
    // A test order of the futures and the order itself take the same parameters, and nothing is refused there.
    let rows = signed();
    let test = rows.iter().find(|row| row.name.1 == "/fapi/v1/order/test").unwrap();
    let carried = test.carried(&test.required);
    assert_eq!(cure(test.route(), &carried, Rule::Strict, |target| target.path() == "/fapi/v1/order"), None);
}

/// The names that a request carries at least, from the route itself.
#[test]
fn the_least_of_a_route_is_that_of_its_row() {
    for row in signed() {
        let carried = Carried::least(row.route());
        let least = row.least();
        assert!(least.iter().any(|names| row.carried(names) == carried), "{:?}", row.name);
        let is_bare = least.iter().any(|names| names.iter().all(|name| row.is_ws && *name == "apiKey"));
        assert_eq!(carried.is_bare(), is_bare, "{:?}", row.name);
    }
}

#[test]
fn a_target_of_unknown_permission_stays_unknown() {
    let mut carried = Carried::new(Transport::Rest);
    carried.add("asset");
    let convert = members(&carried, Rule::Strict).find(|target| target.path().ends_with("dust-convert/convert"));
    assert_eq!(convert.map(Target::permissions), Some(Needed::Unknown));
}

/// Under the strict rule everywhere: how many reads need no cure, how many have one.
#[test]
fn as_many_reads_can_be_cured_as_were_counted() {
    let rows = signed();
    let (mut safe, mut cured) = (0, 0);
    for row in rows.iter().filter(|row| !row.is_target()) {
        let requests: Vec<_> = row.least().iter().map(|names| row.carried(names)).collect();
        if requests.iter().any(|carried| members(carried, Rule::Strict).next().is_none()) {
            safe += 1;
        } else if requests.iter().any(|carried| cure(row.route(), carried, Rule::Strict, |_| true).is_some()) {
            cured += 1;
        }
    }
    // Counted were 172: two reads of a conversion's state, by `orderId` or `quoteId`, would be cured by giving both.
    assert_eq!((safe, cured), (102, 170));
}
