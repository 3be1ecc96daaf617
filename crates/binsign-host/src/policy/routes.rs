//! All routes that a policy can be about, with what is known of each.

use binsign::Permissions;
use binsign::catalogue::{Action, Group, Needed, Route, routes, ws_methods};
use binsign::policy::Selector;

use super::selectors::printed;

/// A current route.
pub(super) struct Known {
    /// As selectors name it.
    pub(super) name: String,
    pub(super) group: Option<Group>,
    pub(super) action: Action,
    pub(super) needed: Needed,
    pub(super) is_signed: bool,
    /// What else the catalogue has; not of the signed streams and of FIX.
    pub(super) route: Option<Route>,
}

/// Every current route.
pub(super) fn known() -> Vec<Known> {
    let rest = routes().map(|(prefix, rest, route)| {
        let method = route.method().map_or("", binsign::Method::as_str);
        Known::of(format!("{method} {prefix}{rest}"), route)
    });
    let ws = ws_methods().map(|(method, route)| Known::of(format!("ws {} {method}", route.family().as_str()), route));
    let fix = Permissions::FIX_API_TRADE | Permissions::FIX_READ_ONLY;
    let others = [
        Known::other(Selector::SapiWss, "cms", Action::Stream, Permissions::READING),
        Known::other(Selector::FixLogon, "spot-fix", Action::Session, fix),
    ];
    rest.chain(ws).chain(others).collect()
}

impl Known {
    fn of(name: String, route: Route) -> Self {
        Self {
            name,
            group: Some(route.group()),
            action: route.action(),
            needed: route.permissions(),
            is_signed: route.needs_signature(),
            route: Some(route),
        }
    }

    fn other(selector: Selector<'_>, group: &str, action: Action, permissions: Permissions) -> Self {
        Self {
            name: printed(selector).unwrap_or_default(),
            group: Group::of_name(group),
            action,
            needed: Needed::Any(permissions),
            is_signed: true,
            route: None,
        }
    }

    /// Whether a selector is about it.
    pub(super) fn is_of(&self, selector: Selector<'_>) -> bool {
        match selector {
            Selector::Class { groups, actions } => {
                let group = self.group.is_some_and(|group| groups >> group.number() & 1 != 0);
                group && actions >> self.action.number() & 1 != 0
            }
            one => printed(one).is_some_and(|name| name == self.name),
        }
    }

    /// Whether a key with these permissions can use it, as section 8 of the specification says it.
    pub(super) fn is_reached_by(&self, permissions: Permissions) -> bool {
        reaches(permissions, self.needed)
    }
}

/// Whether permissions reach what needs that.
pub(super) fn reaches(permissions: Permissions, needed: Needed) -> bool {
    match needed {
        Needed::None => true,
        Needed::Any(any) => permissions.intersects(any),
        Needed::Unknown => !(Permissions::READING | Permissions::FIX_READ_ONLY).contains(permissions),
    }
}
