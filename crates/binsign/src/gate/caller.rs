//! Callers that only ask: what else a signature would open has to be allowed, too.

use super::situation::{Situation, may_more_than_read, trust};
use crate::catalogue::{Action, Needed, Transport};
use crate::class::{Carried, Rule, Target, cure, members};
use crate::policy::{Facts, NamedRoute, Step, Watcher, decide};
use crate::request::View;
use crate::{Code, Denied, KeyType, Permissions};

impl Situation<'_> {
    /// Whether all that the signature opens is allowed.
    pub(super) fn caller(&self, view: &View<'_>, watcher: &mut impl Watcher) -> Result<(), Denied> {
        let Some(carried) = self.class_of(view) else { return Ok(()) };
        let mut first = None;
        for target in self.members(view, &carried) {
            first = first.or(Some(target));
            watcher.step(|| Step::Opens(target));
            if !self.passes(view, target, watcher) {
                return Err(self.confusable(view, &carried, Some(target)));
            }
        }
        if carried.is_bare() && may_more_than_read(self.granted()) {
            return Err(self.confusable(view, &carried, first));
        }
        watcher.step(|| Step::Passed("caller"));
        Ok(())
    }

    /// The names that a signature covers, where it is one that an untrusted caller asks for.
    pub(super) fn class_of(&self, view: &View<'_>) -> Option<Carried> {
        let transport = view.named.route.transport();
        let signed = view.named.route.needs_signature() && !view.in_session && transport != Transport::Fix;
        if !self.policy.is_untrusted() || !signed {
            return None;
        }
        let mut carried = Carried::new(transport);
        for (name, _) in view.pairs.iter() {
            carried.add_bytes(name.raw());
        }
        Some(carried)
    }

    /// The routes that it opens and that the key can reach, without the request's own.
    pub(super) fn members(&self, view: &View<'_>, carried: &Carried) -> impl Iterator<Item = Target> {
        members(carried, Rule::Hybrid).filter(|target| self.is_member(view, *target))
    }

    fn is_member(&self, view: &View<'_>, target: Target) -> bool {
        !target.is_named(view.named.route, view.named.name) && is_reached(target, self.granted(), self.key_type)
    }

    /// Whether the policy allows a route that the signature opens, with these parameters.
    fn passes(&self, view: &View<'_>, target: Target, watcher: &mut impl Watcher) -> bool {
        let facts = as_for(view, target);
        trust(&self.policy, facts.named.route).is_ok()
            && decide(&self.policy, facts, watcher).is_ok_and(|rule| rule.is_none())
    }

    #[cold]
    fn confusable(&self, view: &View<'_>, carried: &Carried, target: Option<Target>) -> Denied {
        let denied = Denied::new(Code::Confusable, "D 9", "caller").with_target(target);
        let is_open = |target| self.is_member(view, target) && !self.passes(view, target, &mut ());
        match cure(view.named.route, carried, Rule::Hybrid, is_open) {
            Some(name) => denied.with_param([name]),
            None => denied,
        }
    }
}

/// A request as one to a route that its signature opens.
pub(super) fn as_for<'v>(view: &'v View<'_>, target: Target) -> Facts<'v> {
    let named = NamedRoute { route: target.route(), name: target.path().as_bytes() };
    Facts { named, pairs: &view.pairs }
}

/// Whether the key can do anything with a route.
fn is_reached(target: Target, granted: Permissions, key_type: Option<KeyType>) -> bool {
    if target.action() == Action::Session && key_type.is_some_and(|key_type| key_type != KeyType::Ed25519) {
        return false;
    }
    match target.permissions() {
        Needed::None => true,
        Needed::Any(needed) => needed.intersects(granted),
        Needed::Unknown => may_more_than_read(granted),
    }
}
