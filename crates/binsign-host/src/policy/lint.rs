//! What else the signatures open that a policy allows.

use binsign::Permissions;
use binsign::catalogue::Transport;
use binsign::class::{Carried, Rule as Strictness, Target, cure, members};
use binsign::policy::{Policy, Rule};

use super::routes::{Known, known, reaches};

/// An allowed route, and what else its signature opens when the request has the least that it needs.
///
/// ```
/// use binsign::policy::Policy;
/// use binsign_host::policy::{compile, lint};
///
/// let image = compile(r#"
///     policy = "binsign 1"
///     name = "look"
///     version = 1
///     purpose = "reads open orders"
///     permissions = ["enableReading", "enableSpotAndMarginTrading"]
///     [[allow]]
///     name = "look"
///     routes = ["GET /api/v3/openOrders"]
/// "#)?;
/// let policy = Policy::new(&image).unwrap();
/// let opened = lint(&policy, policy.permissions());
/// // A bare signature for the list of open orders is good for what takes no parameter at all.
/// assert_eq!((opened[0].route(), opened[0].opens().is_empty()), ("GET /api/v3/openOrders", false));
/// # Ok::<(), binsign_host::policy::PolicyTextError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    route: String,
    opens: Vec<Other>,
    cure: Option<&'static str>,
}

/// A route that a signature opens.
///
/// ```
/// fn shown(other: &binsign_host::policy::Other) -> String {
///     format!("{} {}", other.action, other.route)
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Other {
    /// As selectors name it.
    pub route: String,
    /// What it does.
    pub action: &'static str,
    /// Whether the policy has a rule that allows this route too, whatever its conditions are.
    pub is_allowed: bool,
}

impl Opened {
    /// The allowed route.
    #[must_use]
    pub fn route(&self) -> &str {
        &self.route
    }

    /// What its signature opens besides, the worst first.
    #[must_use]
    pub fn opens(&self) -> &[Other] {
        &self.opens
    }

    /// The parameter with which it would open nothing that is not allowed.
    #[must_use]
    pub const fn cure(&self) -> Option<&'static str> {
        self.cure
    }
}

/// For each allowed route that is signed, what else its signature opens to a key with these permissions.
#[must_use]
pub fn lint(policy: &Policy<'_>, permissions: Permissions) -> Vec<Opened> {
    let known = known();
    let is_allowed = |route: &Known| {
        let fits = |rule: Rule<'_>| rule.selectors().any(|selector| route.is_of(selector));
        let is_forbidden =
            policy.rules().any(|rule| rule.is_forbid() && rule.conditions().next().is_none() && fits(rule));
        !is_forbidden && policy.rules().any(|rule| !rule.is_forbid() && fits(rule))
    };
    let is_open = |target: &Target, own: &str| reaches(permissions, target.permissions()) && name(*target) != own;
    let target_is_allowed = |target: Target| {
        let name = name(target);
        known.iter().find(|route| route.name == name).is_some_and(is_allowed)
    };
    let signed = known.iter().filter(|route| route.is_signed && route.is_reached_by(permissions) && is_allowed(route));
    let opened = signed.filter_map(|known| {
        let route = known.route?;
        let carried = Carried::least(route);
        let opens: Vec<_> = members(&carried, Strictness::Hybrid)
            .filter(|target| is_open(target, &known.name))
            .map(|target| Other {
                route: name(target),
                action: target.action().as_str(),
                is_allowed: target_is_allowed(target),
            })
            .collect();
        let is_dangerous = |target: Target| is_open(&target, &known.name) && !target_is_allowed(target);
        let cure = opens
            .iter()
            .any(|other| !other.is_allowed)
            .then(|| cure(route, &carried, Strictness::Hybrid, is_dangerous))
            .flatten();
        Some(Opened { route: known.name.clone(), opens, cure })
    });
    opened.collect()
}

/// As selectors name it.
fn name(target: Target) -> String {
    match (target.transport(), target.method()) {
        (Transport::Rest, Some(method)) => format!("{} {}", method.as_str(), target.path()),
        _ => format!("ws {} {}", target.family().as_str(), target.path()),
    }
}
