//! Selectors in text, to the bytes of the compiled form and back.

use std::collections::HashSet;

use binsign::Method;
use binsign::catalogue::{Action, Family, Group, Lookup, lookup, lookup_ws, routes, ws_methods};
use binsign::policy::Selector;

use super::document::Value;
use super::encode::Image;
use super::error::{Fault, instead};

/// The longest selector: a method, a blank, and the longest path.
const LONGEST: usize = 160;

const ANY: &str = "any";
const FIX_LOGON: &str = "fix logon";
const STREAMS: &str = "wss";

/// What a selector is made of, as the compiled form has it.
const CLASS: u8 = 1;
const ROUTE: u8 = 2;
const NO_METHOD: u8 = 255;

const READING: [Action; 3] = [Action::Public, Action::Read, Action::Stream];
const TRADE: [Action; 3] = [Action::Order, Action::Amend, Action::Cancel];

/// Writes the selectors of a list behind their number.
pub(super) fn write(list: Value<'_>, image: &mut Image) -> Result<(), Fault> {
    let texts = list.texts(LONGEST)?;
    image.count(texts.len());
    let mut seen = HashSet::new();
    for (entry, text) in texts {
        let selector = parse(text).map_err(|message| entry.fault(message))?;
        if !seen.insert(encoded(selector)) {
            return Err(entry.fault(format!("has `{text}` and the same in other words; take one out")));
        }
        image.bytes(&encoded(selector));
    }
    Ok(())
}

fn encoded(selector: Selector<'_>) -> Vec<u8> {
    let route = |transport, method, family, name: &str| {
        // A path has at most 128 bytes.
        let length = u8::try_from(name.len()).unwrap_or(u8::MAX);
        [&[ROUTE, transport, method, family, length], name.as_bytes()].concat()
    };
    match selector {
        Selector::Class { groups, actions } => {
            [&[CLASS], groups.to_le_bytes().as_slice(), &actions.to_le_bytes()].concat()
        }
        Selector::Rest { method, path } => {
            route(0, place(&Method::ALL, method), family_number(Family::of_path(path).unwrap_or(Family::Spot)), path)
        }
        Selector::WsApi { family, method } => route(1, NO_METHOD, family_number(family), method),
        Selector::SapiWss => route(2, NO_METHOD, family_number(Family::Sapi), ""),
        Selector::FixLogon => route(3, NO_METHOD, family_number(Family::Spot), ""),
    }
}

fn family_number(family: Family) -> u8 {
    place(&Family::ALL, family)
}

fn place<T: PartialEq>(all: &[T], one: T) -> u8 {
    all.iter().position(|other| *other == one).and_then(|place| u8::try_from(place).ok()).unwrap_or(0)
}

/// Reads a selector; the error goes on behind `routes`.
fn parse(text: &str) -> Result<Selector<'_>, String> {
    let words: Vec<_> = text.split(' ').collect();
    match words.as_slice() {
        _ if text == FIX_LOGON => Ok(Selector::FixLogon),
        [STREAMS] => Ok(Selector::SapiWss),
        ["reading"] => class(ANY, "reading"),
        [class_text] => match class_text.split_once(':') {
            Some((who, what)) => class(who, what),
            None => Err(format!(
                "has `{text}`, which selects nothing; write WHO:WHAT as `spot:trade`, a route as `GET /api/v3/account`, \
                 `ws spot order.place`, `reading`, `{STREAMS}` or `{FIX_LOGON}`"
            )),
        },
        ["ws", family, method] => ws_api(family, method),
        [method, path] if path.starts_with('/') => rest(method, path),
        _ => Err(format!("has `{text}`, which is no route; write `GET /api/v3/account` or `ws spot order.place`")),
    }
}

fn class<'t>(who: &str, what: &str) -> Result<Selector<'t>, String> {
    let groups = match who {
        ANY => Some(u32::MAX),
        "futures" => Some(futures()),
        "sapi" => Some(under_sapi()),
        name => Group::of_name(name).map(bit),
    };
    let groups = groups.ok_or_else(|| {
        let mut known = vec![ANY, "futures", "sapi"];
        known.extend(Group::all().map(Group::name));
        format!("has no group `{who}`; {}", instead(who, &known))
    })?;
    let actions = match what {
        ANY => Some(actions(&Action::ALL)),
        "reading" => Some(actions(&READING)),
        "trade" => Some(actions(&TRADE)),
        name => Action::of_name(name).map(|action| actions(&[action])),
    };
    let actions = actions.ok_or_else(|| {
        let mut known = vec![ANY, "reading", "trade"];
        known.extend(Action::ALL.map(Action::as_str));
        format!("has no action `{what}`; {}", instead(what, &known))
    })?;
    Ok(Selector::Class { groups, actions })
}

fn bit(group: Group) -> u32 {
    1 << group.number()
}

fn actions(actions: &[Action]) -> u16 {
    actions.iter().fold(0, |bits, action| bits | 1 << action.number())
}

fn futures() -> u32 {
    ["futures-um", "futures-cm"].into_iter().filter_map(Group::of_name).fold(0, |bits, group| bits | bit(group))
}

/// The groups whose paths are under /sapi, and that of the signed streams.
fn under_sapi() -> u32 {
    let streams = Group::of_name("cms").map_or(0, bit);
    let paths = routes()
        .filter(|(prefix, rest, _)| prefix.starts_with("/sapi/") || [*prefix, *rest].concat().starts_with("/sapi/"));
    paths.fold(streams, |bits, (_, _, route)| bits | bit(route.group()))
}

fn rest<'t>(method: &str, path: &'t str) -> Result<Selector<'t>, String> {
    let names = Method::ALL.map(Method::as_str);
    let method: Method =
        method.parse().map_err(|_| format!("has no method `{method}`; {}", instead(method, &names)))?;
    let why = match lookup(method, path) {
        Lookup::Found(_) => return Ok(Selector::Rest { method, path }),
        Lookup::OtherMethods(methods) => {
            let names: Vec<_> = methods.iter().map(Method::as_str).collect();
            return Err(format!(
                "has {} {path}, which the catalogue has with {} only; write one of these",
                method.as_str(),
                names.join(", ")
            ));
        }
        Lookup::Retired => "which the exchange has retired; write the route that took its place",
        Lookup::Undocumented => "which the exchange does not document; take it out",
        Lookup::NoPath => "which the catalogue does not have; `binsign catalogue` lists what it has",
    };
    Err(format!("has {} {path}, {why}", method.as_str()))
}

fn ws_api<'t>(family: &str, method: &'t str) -> Result<Selector<'t>, String> {
    let names = Family::ALL.map(Family::as_str);
    let family =
        Family::of_name(family).ok_or_else(|| format!("has no family `{family}`; {}", instead(family, &names)))?;
    if matches!(lookup_ws(family, method), Lookup::Found(_)) {
        return Ok(Selector::WsApi { family, method });
    }
    let known: Vec<_> = ws_methods().filter(|(_, route)| route.family() == family).map(|(name, _)| name).collect();
    let instead = if known.is_empty() { "that family has no WebSocket API".into() } else { instead(method, &known) };
    Err(format!("has ws {} {method}, which the catalogue does not have; {instead}", family.as_str()))
}

/// A selector as a document has it; nothing for a class that no document can name.
pub(super) fn printed(selector: Selector<'_>) -> Option<String> {
    Some(match selector {
        Selector::Class { groups, actions: bits } => {
            let who = match groups {
                u32::MAX => ANY,
                bits if bits == futures() => "futures",
                bits if bits == under_sapi() => "sapi",
                bits => Group::all().find(|group| bit(*group) == bits)?.name(),
            };
            let what = match bits {
                bits if bits == actions(&Action::ALL) => ANY,
                bits if bits == actions(&READING) => "reading",
                bits if bits == actions(&TRADE) => "trade",
                bits => Action::ALL.into_iter().find(|action| actions(&[*action]) == bits)?.as_str(),
            };
            format!("{who}:{what}")
        }
        Selector::Rest { method, path } => format!("{} {path}", method.as_str()),
        Selector::WsApi { family, method } => format!("ws {} {method}", family.as_str()),
        Selector::SapiWss => STREAMS.into(),
        Selector::FixLogon => FIX_LOGON.into(),
    })
}
