//! Everything about one route, and what a signature for it opens besides.

use std::fmt::Write as _;

use binsign::Method;
use binsign::catalogue::{DATE, Family, Lookup, MethodSet, Presence, Transport, lookup, lookup_ws};
use binsign::class::{Carried, Rule, Target, cure, members};
use serde_json::{Value, json};

use super::arguments::Explain;
use super::entry::{Entry, needed};

pub(super) fn explain(arguments: &Explain) -> Result<String, String> {
    let found = if arguments.ws {
        let family =
            Family::of_name(&arguments.first).ok_or_else(|| format!("there is no family `{}`", arguments.first))?;
        lookup_ws(family, &arguments.second)
    } else {
        let method: Method = arguments.first.parse().map_err(|error: binsign::Error| error.to_string())?;
        lookup(method, &arguments.second)
    };
    let name = format!("{} {}", arguments.first, arguments.second);
    let legacy = |code: &str, reason: &str| {
        if arguments.json {
            format!("{}\n", json!({ "route": name, "refused": code, "catalogue": DATE }))
        } else {
            format!("{name}: {code}, {reason}; no gate allows it (F 13). Catalogue of {DATE}\n")
        }
    };
    match found {
        Lookup::Found(route) => {
            let entry = Entry { route, path: arguments.second.clone() };
            Ok(if arguments.json { as_json(&entry) } else { as_text(&entry) })
        }
        Lookup::Retired => Ok(legacy("ROUTE_RETIRED", "the exchange has retired or replaced it")),
        Lookup::Undocumented => Ok(legacy("ROUTE_UNDOCUMENTED", "only third parties know of it")),
        Lookup::OtherMethods(methods) => {
            Err(format!("the catalogue has {} with {} only", arguments.second, list(methods)))
        }
        Lookup::NoPath => Err(format!("the catalogue of {DATE} has no route {name}")),
    }
}

fn list(methods: MethodSet) -> String {
    methods.iter().map(Method::as_str).collect::<Vec<_>>().join(", ")
}

/// What a signature with the least parameters opens besides, and the parameter that would leave nothing of it; nothing
/// at all for what is not signed, and for FIX.
fn opened(entry: &Entry) -> Option<(Vec<Target>, Option<&'static str>)> {
    let route = entry.route;
    if !route.needs_signature() || route.transport() == Transport::Fix {
        return None;
    }
    let carried = Carried::least(route);
    let itself = |target: &Target| target.is(route, &entry.path);
    let others = members(&carried, Rule::Hybrid).filter(|target| !itself(target)).collect();
    // Elsewhere nobody says that unread parameters are refused, and none helps.
    Some((others, cure(route, &carried, Rule::Hybrid, |target| target.family() == Family::Spot && !itself(&target))))
}

fn name_of(target: Target) -> String {
    let mut name = String::new();
    if target.transport() == Transport::WsApi {
        let _ = write!(name, "ws-api {} ", target.family().as_str());
    }
    target.name(&mut |piece| name.push_str(piece));
    name
}

fn as_json(entry: &Entry) -> String {
    let mut object = entry.json();
    object["catalogue"] = json!(DATE);
    if let Some((others, cure)) = opened(entry) {
        let target = |target: &Target| {
            json!({ "route": name_of(*target), "group": target.group().name(), "action": target.action().as_str(),
                "permission": needed(target.permissions()) })
        };
        object["opens"] = others.iter().map(target).collect::<Value>();
        if others.iter().any(|target| target.family() == Family::Spot) {
            object["cure_on_spot"] = json!(cure);
        }
    }
    format!("{object}\n")
}

fn as_text(entry: &Entry) -> String {
    let route = entry.route;
    let mut text = format!("{}\n", entry.name());
    let mut line = |what: &str, value: &str| {
        let _ = writeln!(text, "  {what:<12} {value}");
    };
    line("family", &format!("{}, {}", route.family().as_str(), route.transport().as_str()));
    line("group", route.group().name());
    let flags = [
        (route.is_mutating(), "changes something"),
        (route.moves_funds(), "moves funds"),
        (route.manages_keys(), "is about keys"),
    ];
    let flags: Vec<&str> = flags.into_iter().filter(|(is_set, _)| *is_set).map(|(_, text)| text).collect();
    let flags = if flags.is_empty() { "changes nothing".into() } else { flags.join(", ") };
    line("action", &format!("{} ({flags})", route.action().as_str()));
    let sent = match (route.needs_api_key(), route.needs_signature()) {
        (_, true) => "API key and signature",
        (true, false) => "API key",
        (false, false) => "neither API key nor signature",
    };
    line("security", &format!("{}: {sent}", route.security().as_str()));
    line("permission", &format!("{} ({})", needed(route.permissions()), route.trust().as_str()));
    line("recvWindow", if route.takes_recv_window() { "yes" } else { "no" });
    line("required", &or_none(&entry.parameters(Presence::Required)));
    for group in entry.groups() {
        line("one of", &group.join(" "));
    }
    line("optional", &or_none(&entry.parameters(Presence::Optional)));
    line("catalogue", DATE);
    if let Some((others, cure)) = opened(entry) {
        if others.is_empty() {
            line("also opens", "nothing that changes anything, with its least parameters");
            return text;
        }
        line(
            "also opens",
            &format!("{} routes, with its least parameters (by names; values may be refused):", others.len()),
        );
        for target in &others {
            let (group, action) = (target.group().name(), target.action().as_str());
            let _ =
                writeln!(text, "    {:<58} {group:<20} {action:<9} {}", name_of(*target), needed(target.permissions()));
        }
        if others.iter().any(|target| target.family() == Family::Spot) {
            let _ = match cure {
                Some(name) => {
                    writeln!(text, "  A parameter `{name}` shuts those of Spot, which refuses what it does not know.")
                }
                None => writeln!(text, "  No parameter shuts those of Spot."),
            };
        }
    }
    text
}

fn or_none(names: &[&str]) -> String {
    if names.is_empty() { "none".into() } else { names.join(" ") }
}
