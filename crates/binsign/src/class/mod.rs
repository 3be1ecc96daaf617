//! What a signature could be used for: the routes that would accept the same signed bytes.
//!
//! A signature covers the parameters, and neither method nor path nor family nor the method of the WebSocket API. So it is
//! good for every route that takes these parameters, and what matters of those is whether one changes something, manages
//! keys or logs a session on. They are found in compact tables: each route stands under a name that it cannot do without,
//! and only the routes under the names of a request are looked at.
//!
//! Values are not looked at, only names: a route may be among those opened although it would refuse a value.

mod carried;
mod target;
#[rustfmt::skip]
pub(crate) mod table;
#[cfg(test)]
mod tests;

pub use carried::Carried;
pub use target::Target;

use crate::catalogue::{Action, NameId, Presence, Route, entry};
use table::{ALWAYS, BY_NAME, BY_VARIANT, COUNT, STARTS, VARIANT_ENDS};

/// Whether routes refuse parameters that they do not know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// All do. Documented for Spot alone; for comparison.
    Strict,
    /// Those of the group `spot` do, REST and WebSocket API, as documented; of the others nobody says so.
    Hybrid,
    /// None does. For comparison.
    Loose,
}

/// The routes that a signature over these parameters opens, the worst first: what manages keys, then withdrawals,
/// transfers, logging a session on, loans, funds, orders, amendments, settings and cancelling; of the same kind in the
/// order of the catalogue. They are there whatever families the build has: a key is not bound to a build.
///
/// ```
/// use binsign::catalogue::Transport;
/// use binsign::class::{Carried, Rule, members};
///
/// // GET /sapi/v1/margin/available-inventory takes `type`, and so does a forced liquidation.
/// let mut carried = Carried::new(Transport::Rest);
/// carried.add("type");
/// assert!(members(&carried, Rule::Strict).any(|target| target.path() == "/sapi/v1/margin/manual-liquidation"));
/// ```
#[must_use]
pub fn members(carried: &Carried, rule: Rule) -> Members {
    let mut members = Members { words: [0; COUNT.div_ceil(32)] };
    for variant in &ALWAYS {
        members.try_add(*variant, carried, rule);
    }
    for id in carried.ids() {
        for variant in under(id) {
            members.try_add(*variant, carried, rule);
        }
    }
    members
}

/// The variants that stand under a name.
fn under(id: NameId) -> &'static [u8] {
    let start = STARTS.get(id.index()).copied().unwrap_or(0);
    let end = STARTS.get(id.index().saturating_add(1)).copied().unwrap_or(0);
    BY_NAME.get(usize::from(start)..usize::from(end)).unwrap_or_default()
}

/// The routes that a signature opens, as [`members`] finds them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Members {
    /// One bit a target.
    words: [u32; COUNT.div_ceil(32)],
}

impl Members {
    /// Adds the targets of a variant, if they take what is carried. All do or none, unless those of them refuse parameters
    /// of which it is not documented.
    fn try_add(&mut self, variant: u8, carried: &Carried, rule: Rule) {
        let index = usize::from(variant);
        let start = index.checked_sub(1).and_then(|before| VARIANT_ENDS.get(before)).copied().unwrap_or(0);
        let end = VARIANT_ENDS.get(index).copied().unwrap_or(0);
        let Some(targets) = BY_VARIANT.get(usize::from(start)..usize::from(end)) else { return };
        let does_take = |number: u8| takes(Target::new(number), carried, rule);
        if rule != Rule::Strict && !targets.first().is_some_and(|first| does_take(*first)) {
            return;
        }
        for number in targets.iter().filter(|number| rule != Rule::Strict || does_take(**number)) {
            if let Some(word) = self.words.get_mut(usize::from(number >> 5)) {
                *word |= 1_u32.wrapping_shl(u32::from(number & 31));
            }
        }
    }
}

impl Iterator for Members {
    type Item = Target;

    fn next(&mut self) -> Option<Target> {
        let (word, first) = self.words.iter_mut().zip((0_u8..).step_by(32)).find(|(word, _)| **word != 0)?;
        let bit = u8::try_from(word.trailing_zeros()).ok()?;
        *word &= word.wrapping_sub(1);
        Some(Target::new(first.saturating_add(bit)))
    }
}

/// Whether a route would take these parameters.
fn takes(target: Target, carried: &Carried, rule: Rule) -> bool {
    let is_strict = match rule {
        Rule::Strict => true,
        Rule::Hybrid => target.is_spot(),
        Rule::Loose => false,
    };
    if is_strict && carried.has_other() {
        return false;
    }
    let mut known = 0_u16;
    if target.is_ws() {
        if !carried.contains(NameId::API_KEY) {
            return false;
        }
        known = 1;
    }
    let entries = target.entries();
    if is_strict && entries.len().saturating_add(known.into()) < carried.count().into() {
        return false;
    }
    // One bit a group: those that are there, and those of which something is carried.
    let (mut groups, mut met) = (0_u8, 0_u8);
    for number in entries {
        let (id, presence) = entry(*number);
        let is_carried = carried.contains(id);
        known = known.saturating_add(u16::from(is_carried));
        match presence {
            Presence::Required if !is_carried => return false,
            Presence::OneOf(group) => {
                let bit = 1_u8.wrapping_shl(u32::from(group));
                groups |= bit;
                met |= if is_carried { bit } else { 0 };
            }
            // Those that may be left out stand last.
            Presence::Optional if !is_strict => break,
            Presence::Required | Presence::Optional => {}
        }
    }
    groups == met && (!is_strict || known == carried.count())
}

/// Parameters that restate a default: the harmless ones first.
const CURES: [&str; 12] = [
    "startTime",
    "limit",
    "omitZeroBalances",
    "computeCommissionRates",
    "endTime",
    "current",
    "size",
    "page",
    "pageSize",
    "offset",
    "fromId",
    "isIsolated",
];

/// A parameter that the route takes and that, added to those that are there, leaves no member of the class that `denied`
/// is true of; nothing where there is none.
///
/// ```
/// use binsign::Method;
/// use binsign::catalogue::{Lookup, Transport, lookup};
/// use binsign::class::{Carried, Rule, cure};
///
/// // With `symbol` alone the signature cancels all orders on it; no cancelling takes `startTime`.
/// let Lookup::Found(orders) = lookup(Method::Get, "/api/v3/allOrders") else { panic!() };
/// let mut carried = Carried::new(Transport::Rest);
/// carried.add("symbol");
/// assert_eq!(cure(orders, &carried, Rule::Hybrid, |target| target.group().name() == "spot"), Some("startTime"));
/// // Outside Spot nobody says that a parameter too many is refused.
/// assert_eq!(cure(orders, &carried, Rule::Hybrid, |_| true), None);
/// ```
pub fn cure(
    route: Route,
    carried: &Carried,
    rule: Rule,
    mut denied: impl FnMut(Target) -> bool,
) -> Option<&'static str> {
    let mut helps = |id: NameId| !carried.contains(id) && !members(&carried.with(id), rule).any(&mut denied);
    // Of a group one is there already, and a second may contradict it.
    let may_be_added = |id: NameId| route.entries().iter().any(|number| entry(*number) == (id, Presence::Optional));
    let first = CURES.iter().filter_map(|name| NameId::of_hash(name.as_bytes()));
    // Only a read may be asked for something else; an order with one parameter more is another order.
    let may_differ = matches!(route.action(), Action::Read | Action::Stream);
    let others = route.entries().iter().filter(|_| may_differ).map(|number| entry(*number).0);
    first.chain(others).find(|id| may_be_added(*id) && helps(*id)).map(NameId::name)
}

impl Carried {
    /// What a request to a route carries at least: its required parameters, and the first of each group.
    ///
    /// ```
    /// use binsign::Method;
    /// use binsign::catalogue::{Lookup, lookup};
    /// use binsign::class::Carried;
    ///
    /// let Lookup::Found(route) = lookup(Method::Get, "/api/v3/account") else { panic!() };
    /// assert!(Carried::least(route).is_bare());
    /// ```
    #[must_use]
    pub fn least(route: Route) -> Self {
        let mut carried = Self::new(route.transport());
        let mut next_group = 0;
        for number in route.entries() {
            match entry(*number) {
                (id, Presence::Required) => carried = carried.with(id),
                (id, Presence::OneOf(group)) if group == next_group => {
                    carried = carried.with(id);
                    next_group = next_group.saturating_add(1);
                }
                _ => {}
            }
        }
        carried
    }
}
