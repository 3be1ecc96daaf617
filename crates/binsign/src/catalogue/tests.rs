//! The tables against their sources, which are read here once more and otherwise.

use std::collections::HashMap;

use super::parameters::NameId;
use super::{Action, Family, Group, Lookup, Needed, Presence, Route, Trust, lookup, lookup_ws, routes};
use crate::{Code, Gate, Method, Permissions, Refusal, Request};

/// The source of the table, read independently of the generator.
const CSV: &str = include_str!("catalog.csv");
const ACTIONS: &str = include_str!("actions.csv");
const SHAPES: &str = include_str!("../policy/shapes.csv");

fn rows() -> impl Iterator<Item = Vec<&'static str>> {
    CSV.lines().skip(1).map(|line| line.split(',').collect())
}

/// The route of a current row.
fn found(row: &[&str]) -> Route {
    let family = |group: &str| match group {
        "futures-um" => Family::FuturesUm,
        "futures-cm" => Family::FuturesCm,
        _ => Family::Spot,
    };
    let found = match row[1] {
        "rest" => lookup(row[2].parse().unwrap(), row[3]),
        _ if row[0] == "cms" => return Route::SAPI_WSS,
        _ => lookup_ws(family(row[0]), row[3]),
    };
    let Lookup::Found(route) = found else { panic!("{row:?}") };
    route
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
    use super::ws_methods;

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

/// Of each legacy route whether it was there once or is known to third parties alone; beside it another method of the same
/// path may be current.
#[test]
fn legacy_routes_are_refused_by_name() {
    let (mut retired, mut undocumented) = (0, 0);
    for row in rows().filter(|row| row[1] == "rest" && row[12] == "legacy") {
        let found = lookup(row[2].parse().unwrap(), row[3]);
        let expected = if row[4] == "UNKNOWN" { &mut undocumented } else { &mut retired };
        let by_name = if row[4] == "UNKNOWN" { Lookup::Undocumented } else { Lookup::Retired };
        assert_eq!(found, by_name, "{} {}", row[2], row[3]);
        *expected += 1;
    }
    // All 218 of the catalogue's own description.
    assert_eq!(retired + undocumented, 218);
    assert!(retired > 0 && undocumented > 0);
    // A method that a retired path never had.
    assert_eq!(lookup(Method::Post, "/sapi/v1/blvt/subscribe"), Lookup::Retired);
    assert_eq!(lookup(Method::Get, "/sapi/v1/blvt/subscribe"), Lookup::NoPath);
}

/// Everything else that the source says of a route, and what `actions.csv` decides.
#[test]
fn every_attribute_is_that_of_the_source() {
    let actions: HashMap<_, _> = ACTIONS
        .lines()
        .skip(1)
        .map(|line| line.split(',').collect::<Vec<_>>())
        .map(|row| ([row[0], row[1], row[2], row[3]], (row[4], row[5])))
        .collect();
    let mut shapes: Vec<&str> = Vec::new();
    for name in SHAPES.lines().skip(1).filter_map(|line| line.split(',').next()) {
        if !shapes.contains(&name) {
            shapes.push(name);
        }
    }
    let mut count = 0;
    for row in rows().filter(|row| row[12] == "current" && row[1] != "fix") {
        let route = found(&row);
        let key = [row[0], row[1], row[2], row[3]];
        let (action, shape) = actions[&key];
        assert_eq!(route.group().name(), row[0], "{key:?}");
        assert_eq!(route.action().as_str(), action, "{key:?}");
        assert_eq!(shapes[usize::from(route.shape())], shape, "{key:?}");
        assert_eq!(route.trust().as_str(), row[6], "{key:?}");
        let flags = [route.is_mutating(), route.moves_funds(), route.manages_keys(), route.takes_recv_window()];
        assert_eq!(flags.map(u8::from), [7, 8, 9, 15].map(|column| u8::from(row[column] == "1")), "{key:?}");
        let needed = match row[5] {
            "none" => Needed::None,
            "unknown" => Needed::Unknown,
            names => Needed::Any(
                names
                    .split('|')
                    .map(|name| Permissions::of_name(name).unwrap())
                    .fold(Permissions::NONE, |all, permission| all | permission),
            ),
        };
        assert_eq!(route.permissions(), needed, "{key:?}");

        let groups: Vec<Vec<_>> = row[17].split(' ').map(|group| group.split('|').collect()).collect();
        let place = |name: &str| groups.iter().position(|group| group.contains(&name));
        let required = row[13].split_whitespace().map(|name| (name, Presence::Required));
        let optional = row[14].split_whitespace().map(|name| {
            (name, place(name).map_or(Presence::Optional, |group| Presence::OneOf(u8::try_from(group).unwrap())))
        });
        let mut expected: Vec<_> = required.chain(optional).collect();
        // Groups stand before what may be left out.
        expected.sort_by_key(|(_, presence)| match presence {
            Presence::Required => 0,
            Presence::OneOf(group) => 1 + group,
            Presence::Optional => 3,
        });
        assert_eq!(route.parameters().collect::<Vec<_>>(), expected, "{key:?}");
        assert!(expected.iter().all(|(name, _)| route.accepts(name)), "{key:?}");
        count += 1;
    }
    assert_eq!((count, actions.len()), (853, 853));
}

/// What the columns of the source demand of the action, whoever wrote it down.
#[test]
fn no_action_is_milder_than_the_source() {
    for row in rows().filter(|row| row[12] == "current" && row[1] != "fix") {
        let action = found(&row).action();
        let changes_nothing =
            matches!(action, Action::Public | Action::Read | Action::Stream | Action::Session | Action::Test);
        let moves = matches!(action, Action::Loan | Action::Funds | Action::Transfer | Action::Withdraw);
        assert_eq!(changes_nothing, row[7] == "0" && row[9] == "0", "{row:?}");
        assert!(moves || action == Action::Order || row[8] == "0", "{row:?}");
        assert_eq!(action == Action::Keys, row[9] == "1", "{row:?}");
        assert!(action == Action::Withdraw || row[5] != "enableWithdrawals", "{row:?}");
        assert!(action != Action::Public || row[16] == "0", "{row:?}");
    }
}

/// Names, numbers and order of groups and actions are fixed: compiled policies hold them.
#[test]
fn groups_and_actions_keep_their_numbers() {
    let mut families: Vec<_> = rows().filter(|row| row[12] == "current").map(|row| row[0]).collect();
    families.sort_unstable();
    families.dedup();
    assert_eq!(Group::all().map(Group::name).collect::<Vec<_>>(), families);
    for (number, group) in Group::all().enumerate() {
        assert_eq!((usize::from(group.number()), Group::of_name(group.name())), (number, Some(group)));
    }
    for (number, action) in Action::ALL.into_iter().enumerate() {
        assert_eq!((usize::from(action.number()), Action::of_name(action.as_str())), (number, Some(action)));
    }
}

/// The Logon of FIX and the opening of a signed stream are routes as well.
#[cfg(all(feature = "fix", feature = "ws-api"))]
#[test]
fn sessions_of_fix_and_signed_streams_have_attributes() {
    let logon = Route::FIX_LOGON;
    assert_eq!((logon.group().name(), logon.action(), logon.trust()), ("spot-fix", Action::Session, Trust::Documented));
    let fix = Permissions::FIX_API_TRADE | Permissions::FIX_READ_ONLY;
    assert_eq!(logon.permissions(), Needed::Any(fix));
    assert_eq!(logon.parameters().count(), 0);
    let stream = Route::SAPI_WSS;
    assert_eq!((stream.group().name(), stream.action()), ("cms", Action::Stream));
    assert_eq!(
        stream.parameters().collect::<Vec<_>>(),
        [("random", Presence::Required), ("topic", Presence::Optional)]
    );
}

#[test]
fn a_name_that_no_route_has_has_no_number() {
    // Made up; their hashes may be those of names of the catalogue.
    let made_up = (0..100_000).map(|number| format!("made{number}up"));
    let same_hash = made_up.filter(|name| NameId::of_hash(name.as_bytes()).is_some()).inspect(|name| {
        assert_eq!(NameId::of_name(name), None, "{name}");
    });
    // Of 65,536 hashes some 400 are taken.
    let count = same_hash.count();
    assert!((300..1_000).contains(&count), "{count}");
}

#[test]
fn near_misses_are_not_found() {
    for path in ["", "/", "/api", "/api/", "/api/v3/order/", "/api/v3/Order", "/API/v3/order", "/xapi/v3/order"] {
        assert_eq!(lookup(Method::Get, path), Lookup::NoPath, "{path}");
    }
    let Lookup::OtherMethods(methods) = lookup(Method::Put, "/api/v3/order") else { panic!() };
    assert_eq!(methods.iter().collect::<Vec<_>>(), [Method::Get, Method::Post, Method::Delete]);
}

/// Clause F 13: interfaces are used in the intended manner only.
#[test]
fn f_13_the_gate_refuses_legacy_routes_by_name() {
    for (method, path, code) in [
        (Method::Post, "/sapi/v1/blvt/subscribe", Code::RouteRetired),
        (Method::Post, "/sapi/v1/broker/subAccount/blvt", Code::RouteUndocumented),
        (Method::Post, "/sapi/v1/broker/nothing", Code::RouteUnknown),
    ] {
        let mut buffer = [0; 256];
        let request = Request::rest(&mut buffer, method, path).unwrap();
        let Err(Refusal::Denied(denied)) = Gate::documented_routes().authorize(request) else { panic!("{path}") };
        assert_eq!((denied.code(), denied.clause()), (code, "F 13"));
    }
}
