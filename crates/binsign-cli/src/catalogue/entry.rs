//! One route with its name, and how it is shown.

use binsign::catalogue::{Needed, Presence, Route, Transport, routes, ws_methods};
use serde_json::{Map, Value, json};

/// A route of the catalogue.
pub(super) struct Entry {
    pub(super) route: Route,
    pub(super) path: String,
}

impl Entry {
    /// All that the build has.
    pub(super) fn all() -> impl Iterator<Item = Self> {
        let rest = routes().map(|(prefix, rest, route)| Self { route, path: format!("{prefix}{rest}") });
        let ws = ws_methods().map(|(method, route)| Self { route, path: method.to_owned() });
        rest.chain(ws).chain([
            Self { route: Route::SAPI_WSS, path: "/sapi/wss".into() },
            Self { route: Route::FIX_LOGON, path: "Logon".into() },
        ])
    }

    /// As `POST /api/v3/order`, `ws-api spot order.place`.
    pub(super) fn name(&self) -> String {
        match (self.route.transport(), self.route.method()) {
            (Transport::Rest, Some(method)) => format!("{} {}", method.as_str(), self.path),
            (Transport::WsApi, _) => format!("ws-api {} {}", self.route.family().as_str(), self.path),
            (transport, _) => format!("{} {}", transport.as_str(), self.path),
        }
    }

    /// The names of the parameters that are taken in one way.
    pub(super) fn parameters(&self, wanted: Presence) -> Vec<&'static str> {
        self.route.parameters().filter(|(_, presence)| *presence == wanted).map(|(name, _)| name).collect()
    }

    /// The groups of parameters of which one is needed.
    pub(super) fn groups(&self) -> Vec<Vec<&'static str>> {
        let groups = [0, 1].map(|number| self.parameters(Presence::OneOf(number)));
        groups.into_iter().filter(|group| !group.is_empty()).collect()
    }

    /// Everything as one object.
    pub(super) fn json(&self) -> Value {
        let route = self.route;
        let permissions = match route.permissions() {
            Needed::None => json!([]),
            Needed::Any(any) => any.iter().map(|permission| json!(permission.name())).collect(),
            Needed::Unknown => Value::Null,
        };
        let mut object = Map::new();
        object.insert("transport".into(), json!(route.transport().as_str()));
        object.insert("family".into(), json!(route.family().as_str()));
        object.insert("group".into(), json!(route.group().name()));
        if let Some(method) = route.method() {
            object.insert("method".into(), json!(method.as_str()));
        }
        for (name, value) in [
            ("path", json!(self.path)),
            ("action", json!(route.action().as_str())),
            ("security", json!(route.security().as_str())),
            ("permissions", permissions),
            ("trust", json!(route.trust().as_str())),
            ("mutating", json!(route.is_mutating())),
            ("moves_funds", json!(route.moves_funds())),
            ("manages_keys", json!(route.manages_keys())),
            ("api_key", json!(route.needs_api_key())),
            ("signed", json!(route.needs_signature())),
            ("recv_window", json!(route.takes_recv_window())),
            ("required", json!(self.parameters(Presence::Required))),
            ("one_of", json!(self.groups())),
            ("optional", json!(self.parameters(Presence::Optional))),
        ] {
            object.insert(name.into(), value);
        }
        Value::Object(object)
    }
}

/// The permissions that will do, as text.
pub(super) fn needed(needed: Needed) -> String {
    match needed {
        Needed::None => "none".into(),
        Needed::Any(any) => any.iter().map(binsign::Permissions::name).collect::<Vec<_>>().join(" or "),
        Needed::Unknown => "unknown".into(),
    }
}
