//! What a gate with a policy was told, and the order in which it looks at it: `docs/policy.md`, section 6.

use super::{approval, known};
use crate::catalogue::{Action, Needed, Route, Transport, Trust};
use crate::policy::{API_KEY, Entries, Policy, RECV_WINDOW, Step, TIMESTAMP, Text, WantedKey, Watcher, decide};
use crate::request::View;
use crate::state::MAX_LIMITS;
use crate::{Authorized, Code, Counts, Denied, KeyInfo, KeyType, Permissions, Refusal, Request, State, Ticket};

/// What a state has to note of a request that is allowed.
pub(super) struct Allowed {
    now: u64,
    timestamp_us: Option<u64>,
    /// The moment of the approval that was used.
    approved: Option<u64>,
    counts: [u64; MAX_LIMITS],
}

impl Allowed {
    /// Notes it, and reserves what it counts.
    fn note(&self, state: &State) -> Ticket {
        state.see(self.now);
        if let Some(us) = self.timestamp_us {
            state.stamp(us);
        }
        if let Some(moment) = self.approved {
            state.use_approval(moment);
        }
        state.reserve(self.now, &self.counts)
    }
}

/// All that a decision rests on beside the request.
pub(super) struct Situation<'g> {
    pub(super) policy: Policy<'g>,
    pub(super) now: Option<u64>,
    pub(super) key_type: Option<KeyType>,
    pub(super) info: Option<KeyInfo>,
    pub(super) app: Option<&'g str>,
    pub(super) approval: Option<&'g [u8]>,
}

impl<'g> Situation<'g> {
    pub(super) const fn new(policy: Policy<'g>) -> Self {
        Self { policy, now: None, key_type: None, info: None, app: None, approval: None }
    }

    /// Decides, and makes the request ready to be signed.
    #[inline(never)]
    pub(super) fn authorize<'b, S: Counts>(
        &self,
        request: Request<'b>,
        route: Route,
        counts: &S,
    ) -> Result<Authorized<'b, S::Held>, Refusal> {
        let mut authorized = Authorized::new(request, route, counts.nothing())?;
        let allowed = self.decide(&authorized.view(), counts.state(), &mut ())?;
        let reserved = match counts.state() {
            Some(state) => counts.hold(allowed.note(state)),
            None => counts.nothing(),
        };
        authorized.hold(self.key_type, reserved);
        Ok(authorized)
    }

    /// The verdict on a request that is in order, whose route is documented.
    pub(super) fn decide(
        &self,
        view: &View<'_>,
        state: Option<&State>,
        watcher: &mut impl Watcher,
    ) -> Result<Allowed, Denied> {
        let policy = &self.policy;
        let route = view.named.route;
        if policy.is_stop() {
            return Err(stopped());
        }
        watcher.step(|| Step::Passed("stop"));
        if let Some(state) = state {
            self.known(view, state)?;
            watcher.step(|| Step::Passed("state"));
        }
        if !policy.is_for(self.app) {
            return Err(Denied::new(Code::AppOther, "E 11 a", "app"));
        }
        watcher.step(|| Step::Passed("app"));
        let now = self.clock(state)?;
        watcher.step(|| Step::Passed("time"));
        self.key(route, now)?;
        watcher.step(|| Step::Passed("key"));
        trust(policy, route)?;
        watcher.step(|| Step::Passed("trust"));
        let timestamp_us = self.times(view, state, now)?;
        watcher.step(|| Step::Passed("timestamp"));
        parameters(policy, view)?;
        watcher.step(|| Step::Passed("parameters"));
        let wants_approval = decide(policy, view.facts(), watcher)?;
        let approved = match wants_approval {
            Some(rule) => {
                let moment = approval::check(policy, &rule, self.approval, state, now, view)?;
                watcher.step(|| Step::Passed("approval"));
                Some(moment)
            }
            None => None,
        };
        if let Some(state) = state {
            known::orders(view, state)?;
        }
        self.caller(view, watcher)?;
        let counts = self.limits(view, state, now)?;
        watcher.step(|| Step::Passed("limits"));
        Ok(Allowed { now, timestamp_us, approved, counts })
    }

    /// The rule that wants an approval of the request, by what the policy alone says of it.
    #[cfg(feature = "ed25519")]
    pub(super) fn approval_wanted(&self, view: &View<'_>) -> Result<Option<crate::policy::Rule<'g>>, Denied> {
        if self.policy.is_stop() {
            return Err(stopped());
        }
        trust(&self.policy, view.named.route)?;
        parameters(&self.policy, view)?;
        decide(&self.policy, view.facts(), &mut ())
    }

    /// The key: its type, and what the exchange says of it.
    fn key(&self, route: Route, now: u64) -> Result<(), Denied> {
        let policy = &self.policy;
        let good = match policy.key_type() {
            WantedKey::Any => true,
            WantedKey::Asymmetric => matches!(self.key_type, Some(KeyType::Rsa | KeyType::Ed25519)),
            WantedKey::Ed25519 => self.key_type == Some(KeyType::Ed25519),
        };
        if !good {
            return Err(Denied::new(Code::KeyTypeBelow, "E 12", "key.type"));
        }
        let info = self.info.as_ref();
        if let Some(most) = policy.info_max_age_ms() {
            let age = |code| Denied::new(code, "D 9", "key.info_max_age");
            let info = info.ok_or_else(|| age(Code::KeyInfoNeeded))?;
            if info.age(now).is_some_and(|age| age > most) {
                return Err(age(Code::KeyInfoOld));
            }
        }
        if let (Some(wanted), Some(created)) = (policy.key_created(), info.and_then(KeyInfo::create_time))
            && wanted != created
        {
            return Err(Denied::new(Code::KeyOther, "D 6", "key.created"));
        }
        let expires = info.and_then(KeyInfo::trading_expires);
        if route.is_mutating() && expires.is_some_and(|expires| expires <= now) {
            return Err(Denied::new(Code::KeyExpired, "E 11 c", "key-state"));
        }
        if policy.wants_ip_restricted() && !is_reading(route) {
            let denied = |code| Err(Denied::new(code, "E 11 d", "key.ip_restricted"));
            match info {
                None => return denied(Code::KeyInfoNeeded),
                Some(info) if !info.is_ip_restricted() && may_more_than_read(info.permissions()) => {
                    return denied(Code::KeyUnrestricted);
                }
                Some(_) => {}
            }
        }
        let Needed::Any(needed) = route.permissions() else { return Ok(()) };
        if !needed.intersects(policy.permissions()) {
            return Err(Denied::new(Code::PermissionNotDeclared, "D 9", "permissions"));
        }
        if info.is_some_and(|info| !needed.intersects(info.permissions())) {
            return Err(Denied::new(Code::PermissionNotGranted, "D 9", "key-info"));
        }
        Ok(())
    }

    /// What the key can do, as far as that is known.
    pub(super) fn granted(&self) -> Permissions {
        self.info.as_ref().map_or(self.policy.permissions(), KeyInfo::permissions)
    }
}

fn stopped() -> Denied {
    Denied::new(Code::Stopped, "H 17", "stop")
}

/// Whether a route is looked at and no more.
fn is_reading(route: Route) -> bool {
    matches!(route.action(), Action::Public | Action::Read | Action::Stream)
}

/// Whether a key with these permissions can do more than read.
pub(super) fn may_more_than_read(permissions: Permissions) -> bool {
    !permissions.minus(Permissions::READING | Permissions::FIX_READ_ONLY).is_empty()
}

/// Whether the policy takes what the catalogue knows of a route.
pub(super) fn trust(policy: &Policy<'_>, route: Route) -> Result<(), Denied> {
    let trust = route.trust();
    let rule = match trust {
        Trust::Documented => return Ok(()),
        Trust::Inferred => "trust.inferred",
        Trust::Low => "trust.low",
        Trust::Unknown => "trust.unknown",
    };
    match policy.entries(trust) {
        Entries::Allow => Ok(()),
        Entries::Read if !route.is_mutating() => Ok(()),
        Entries::Read | Entries::Deny => Err(Denied::new(Code::RouteTrust, "F 13", rule)),
    }
}

/// Whether the route takes all parameters.
fn parameters(policy: &Policy<'_>, view: &View<'_>) -> Result<(), Denied> {
    let route = view.named.route;
    let all = route.is_mutating() && !policy.takes_unknown_parameters();
    let rest = route.transport() == Transport::Rest;
    if !all && !rest {
        return Ok(());
    }
    if !all {
        let api_key = view.pairs.get(API_KEY).filter(|_| !is_among(b"apiKey", API_KEY.key(), route.entries()));
        return match api_key {
            Some(_) => Err(unknown_parameter(Text::plain(b"apiKey"))),
            None => Ok(()),
        };
    }
    let entries = route.entries();
    for (name, key) in view.pairs.names() {
        let is_time = [TIMESTAMP, RECV_WINDOW].iter().any(|time| time.key() == key && time.is(name.raw()));
        if !is_time && !is_among(name.raw(), key, entries) {
            return Err(unknown_parameter(name));
        }
    }
    Ok(())
}

/// Whether a name is in a set of parameters of the catalogue.
#[cfg(target_pointer_width = "64")]
fn is_among(name: &[u8], key: u64, entries: &[u16]) -> bool {
    use crate::policy::Name;

    static NAMES: [Name<'static>; crate::catalogue::NAME_COUNT] = {
        let mut names = [Name::new(b""); crate::catalogue::NAME_COUNT];
        let mut rest: &mut [Name<'static>] = &mut names;
        let mut number = 0;
        while let Some((first, others)) = rest.split_first_mut() {
            *first = Name::new(crate::catalogue::name_bytes(number));
            number = number.wrapping_add(1);
            rest = others;
        }
        names
    };
    entries.iter().any(|entry| {
        // The mask is that of the place, so that no number is out of it.
        let other = NAMES.get(usize::from(entry & 0xfff));
        other.is_some_and(|other| other.key() == key && other.is(name))
    })
}

/// Whether a name is in a set of parameters of the catalogue, by its hash: on a small processor texts have no place.
#[cfg(not(target_pointer_width = "64"))]
fn is_among(name: &[u8], _: u64, entries: &[u16]) -> bool {
    crate::catalogue::NameId::of_hash(name)
        .is_some_and(|id| id.is_among(entries) && (cfg!(target_os = "none") || id.name().as_bytes() == name))
}

#[cold]
fn unknown_parameter(name: Text<'_>) -> Denied {
    let denied = Denied::new(Code::ParameterUnknown, "F 13", "trust.parameters");
    name.with_str(|name| denied.with_param([name]))
}

impl core::fmt::Debug for Situation<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{:?}", self.policy)
    }
}
