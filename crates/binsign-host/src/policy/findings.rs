//! What is odd about a policy that is well-formed: rules that do nothing, permissions that do not fit, dangerous mixtures.

use std::collections::BTreeSet;
use std::fmt;

use binsign::catalogue::{Action, Needed, Trust};
use binsign::policy::{Ask, Entries, Policy, Range, Rule, What};
use binsign::{Permissions, Severity};

use super::routes::{Known, known};
use super::value::{DAY_MS, printed_moment};

/// Something about a policy that its owner should know.
///
/// ```
/// use binsign::policy::Policy;
/// use binsign_host::policy::{compile, findings};
///
/// let image = compile(r#"
///     policy = "binsign 1"
///     name = "reader"
///     version = 1
///     purpose = "reads"
///     permissions = ["enableReading", "enableWithdrawals"]
///     [[allow]]
///     name = "look"
///     routes = ["reading"]
/// "#)?;
/// let found = findings(&Policy::new(&image).unwrap(), 1_767_225_600_000);
/// assert!(found.iter().any(|finding| finding.kind() == "PERMISSION_UNNEEDED"));
/// # Ok::<(), binsign_host::policy::PolicyTextError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyFinding {
    severity: Severity,
    kind: &'static str,
    rule: Option<String>,
    message: String,
}

impl PolicyFinding {
    /// The names of all there are.
    pub const KINDS: [&str; 20] = [
        "STOPPED",
        "NEVER_VALID",
        "EXPIRED",
        "ENDS_SOON",
        "NO_END",
        "NO_APP",
        "NO_ALLOW",
        "NO_ROUTES",
        "NEVER_HOLDS",
        "CONDITION_IDLE",
        "UNBOUNDED_BESIDE",
        "SHADOWED",
        "TRADES_AND_WITHDRAWS",
        "KEYS_BESIDE",
        "UNKNOWN_PARAMETERS",
        "UNKNOWN_ROUTES",
        "PERMISSION_UNDECLARED",
        "PERMISSION_UNNEEDED",
        "LIMIT_IDLE",
        "NO_LIMIT",
    ];

    /// How much it weighs.
    #[must_use]
    pub const fn severity(&self) -> Severity {
        self.severity
    }

    /// Its stable name.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        self.kind
    }

    /// The rule or limit that it is about.
    #[must_use]
    pub fn rule(&self) -> Option<&str> {
        self.rule.as_deref()
    }
}

impl fmt::Display for PolicyFinding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.rule {
            Some(rule) => write!(f, "`{rule}`: {}", self.message),
            None => f.write_str(&self.message),
        }
    }
}

/// Looks for what is odd about a policy, the worst first; `now_ms` is the present time.
#[must_use]
pub fn findings(policy: &Policy<'_>, now_ms: u64) -> Vec<PolicyFinding> {
    let known = known();
    let rules: Vec<_> = policy.rules().map(|rule| Reach::new(rule, &known)).collect();
    let mut found = Found(Vec::new());
    found.of_the_head(policy, now_ms);
    for rule in &rules {
        found.of_a_rule(rule, &known);
    }
    found.of_rules_together(&rules, &known);
    found.of_permissions(policy, &rules, &known);
    found.of_limits(policy, &rules, &known);
    // Stable: of one weight in the order in which they were found.
    found.0.sort_by_key(|finding| match finding.severity {
        Severity::High => 0,
        Severity::Medium => 1,
        Severity::Low => 2,
    });
    found.0
}

/// A rule, and the routes that it is about.
struct Reach<'p> {
    rule: Rule<'p>,
    is_bare: bool,
    routes: BTreeSet<usize>,
}

impl<'p> Reach<'p> {
    fn new(rule: Rule<'p>, known: &[Known]) -> Self {
        let is_about = |route: &Known| rule.selectors().any(|selector| route.is_of(selector));
        let routes = known.iter().enumerate().filter(|(_, route)| is_about(route)).map(|(index, _)| index).collect();
        Self { rule, is_bare: rule.conditions().next().is_none(), routes }
    }

    fn actions(&self, known: &[Known]) -> Vec<Action> {
        self.routes.iter().filter_map(|index| Some(known.get(*index)?.action)).collect()
    }
}

struct Found(Vec<PolicyFinding>);

impl Found {
    fn add(&mut self, severity: Severity, kind: &'static str, rule: Option<&str>, message: impl Into<String>) {
        debug_assert!(PolicyFinding::KINDS.contains(&kind), "{kind} is not among those there are");
        self.0.push(PolicyFinding { severity, kind, rule: rule.map(str::to_owned), message: message.into() });
    }

    fn of_the_head(&mut self, policy: &Policy<'_>, now_ms: u64) {
        if policy.is_stop() {
            self.add(Severity::High, "STOPPED", None, "`stop` is true: nothing is signed");
        }
        match (policy.valid_from(), policy.valid_until()) {
            (Some(from), Some(until)) if until <= from => {
                self.add(
                    Severity::High,
                    "NEVER_VALID",
                    None,
                    "`valid_until` is not later than `valid_from`; correct one",
                );
            }
            (_, Some(until)) if until <= now_ms => {
                let message =
                    format!("it has not been valid since {}; give it a later `valid_until`", printed_moment(until));
                self.add(Severity::High, "EXPIRED", None, message);
            }
            (_, None) => {
                self.add(
                    Severity::Low,
                    "NO_END",
                    None,
                    "it has no `valid_until`; give it one, so that it is looked at again",
                );
            }
            (_, Some(until)) if until - now_ms < 14 * DAY_MS => {
                let message = format!("it ends at {}; write the next version in time", printed_moment(until));
                self.add(Severity::Low, "ENDS_SOON", None, message);
            }
            _ => {}
        }
        if policy.app().is_empty() {
            self.add(Severity::Low, "NO_APP", None, "it names no `app`: any application may use it (E 11 a)");
        }
        if policy.rules().all(|rule| rule.is_forbid()) {
            self.add(Severity::High, "NO_ALLOW", None, "it has no `[[allow]]`: nothing is signed");
        }
        if policy.takes_unknown_parameters() {
            let message = "`trust.parameters` is \"allow\": parameters that nobody has documented go out signed";
            self.add(Severity::Medium, "UNKNOWN_PARAMETERS", None, message);
        }
        if policy.entries(Trust::Unknown) == Entries::Allow {
            let message =
                "`trust.unknown` is \"allow\": routes of which nobody knows what permission they need are signed for";
            self.add(Severity::Medium, "UNKNOWN_ROUTES", None, message);
        }
    }

    /// What one rule cannot do.
    fn of_a_rule(&mut self, reach: &Reach<'_>, known: &[Known]) {
        let rule = &reach.rule;
        let name = Some(rule.name());
        if reach.routes.is_empty() {
            self.add(Severity::High, "NO_ROUTES", name, "no route fits; see `binsign catalogue`");
            return;
        }
        let actions = reach.actions(known);
        for condition in rule.conditions() {
            let key = condition.name();
            if !actions.iter().any(|action| applies(condition.number(), *action)) {
                let message = format!("`{key}` has no bearing on any of its routes, so it bounds nothing; take it out");
                self.add(Severity::High, "CONDITION_IDLE", name, message);
            }
            let never = match condition.what() {
                What::Range(range) => is_empty(range),
                What::Where(named) => named.iter().any(|(_, ask)| matches!(ask, Ask::Range(range) if is_empty(range))),
                // 1 symbols, 2 sides, 3 types, 4 time in force, 10 self-trade prevention.
                What::Texts(texts) if matches!(condition.number(), 1..=4 | 10) => {
                    texts.iter().all(|text| text.bytes().any(|byte| byte.is_ascii_lowercase()))
                }
                _ => false,
            };
            if never {
                let message = format!("`{key}` can never hold (a `min` over `max`, or small letters); correct it");
                self.add(Severity::High, "NEVER_HOLDS", name, message);
            }
        }
    }

    /// What rules do to each other.
    fn of_rules_together(&mut self, rules: &[Reach<'_>], known: &[Known]) {
        let (forbids, allows): (Vec<_>, Vec<_>) = rules.iter().partition(|reach| reach.rule.is_forbid());
        for allow in &allows {
            let name = Some(allow.rule.name());
            let bare = |reaches: &[&Reach<'_>]| -> BTreeSet<usize> {
                reaches.iter().filter(|other| other.is_bare).flat_map(|other| other.routes.iter().copied()).collect()
            };
            if !allow.routes.is_empty() && allow.routes.is_subset(&bare(&forbids)) {
                self.add(
                    Severity::High,
                    "SHADOWED",
                    name,
                    "forbids without conditions take all its routes away; take one out",
                );
            }
            let others: Vec<_> =
                allows.iter().copied().filter(|other| !std::ptr::eq(*other, *allow) && other.is_bare).collect();
            let covered: Vec<_> = allow.routes.intersection(&bare(&others)).copied().collect();
            if let (Some(first), false) = (covered.first().and_then(|index| known.get(*index)), allow.is_bare) {
                let message = format!(
                    "its conditions bound nothing on {} of its routes ({} …): another allow has them without conditions",
                    covered.len(),
                    first.name
                );
                self.add(Severity::High, "UNBOUNDED_BESIDE", name, message);
            }
        }
        let does = |action: Action| allows.iter().any(|allow| allow.actions(known).contains(&action));
        if does(Action::Withdraw) && does(Action::Order) {
            let message = "it both trades and withdraws; write two policies, for two keys (E 11 b)";
            self.add(Severity::High, "TRADES_AND_WITHDRAWS", None, message);
        }
        if does(Action::Keys) && allows.iter().any(|allow| allow.actions(known).iter().any(|one| *one != Action::Keys))
        {
            self.add(
                Severity::Medium,
                "KEYS_BESIDE",
                None,
                "it manages keys beside other things; write a policy of its own for that",
            );
        }
    }

    /// Permissions that are declared and not needed, or the other way round.
    fn of_permissions(&mut self, policy: &Policy<'_>, rules: &[Reach<'_>], known: &[Known]) {
        let declared = policy.permissions();
        let forbidden: BTreeSet<_> = rules
            .iter()
            .filter(|reach| reach.rule.is_forbid() && reach.is_bare)
            .flat_map(|reach| &reach.routes)
            .collect();
        let mut useful = Permissions::NONE;
        for allow in rules.iter().filter(|reach| !reach.rule.is_forbid()) {
            let routes =
                allow.routes.iter().filter(|index| !forbidden.contains(index)).filter_map(|index| known.get(*index));
            let (mut missing, mut example, mut count) = (Permissions::NONE, None, 0_usize);
            for route in routes {
                match route.needed {
                    Needed::Any(any) if declared.intersects(any) => useful = useful | any,
                    Needed::Any(any) => {
                        missing = missing | any;
                        example.get_or_insert(&route.name);
                        count += 1;
                    }
                    Needed::None | Needed::Unknown => {}
                }
            }
            if let Some(example) = example {
                let names: Vec<_> = missing.iter().map(Permissions::name).collect();
                let whole = count == allow.routes.len();
                let message = format!(
                    "{count} of its {} routes ({example} …) need {}, which `permissions` does not have: they are denied",
                    allow.routes.len(),
                    names.join(" or ")
                );
                let severity = if whole { Severity::High } else { Severity::Low };
                self.add(severity, "PERMISSION_UNDECLARED", Some(allow.rule.name()), message);
            }
        }
        for one in declared.minus(useful).iter() {
            let message =
                format!("`permissions` has {}, which no allowed route needs; take it out, and off the key", one.name());
            let severity = if one == Permissions::READING { Severity::Low } else { Severity::Medium };
            self.add(severity, "PERMISSION_UNNEEDED", None, message);
        }
    }

    /// Limits on what is never done, and what goes without any.
    fn of_limits(&mut self, policy: &Policy<'_>, rules: &[Reach<'_>], known: &[Known]) {
        use binsign::policy::Count;

        let actions: Vec<_> =
            rules.iter().filter(|reach| !reach.rule.is_forbid()).flat_map(|reach| reach.actions(known)).collect();
        let does = |wanted: &[Action]| actions.iter().any(|action| wanted.contains(action));
        let funds = [Action::Loan, Action::Funds, Action::Transfer, Action::Withdraw];
        for limit in policy.limits() {
            let counts = match limit.count() {
                Count::Orders => does(&[Action::Order]),
                Count::Cancels | Count::CancelsPerOrder => does(&[Action::Cancel, Action::Order]),
                Count::Notional => does(&[Action::Order, Action::Amend]),
                Count::Amount => does(&funds),
                Count::Requests | Count::Mutating => true,
            };
            if !counts {
                let message =
                    format!("it counts {}, and no allowed route does that; take it out", limit.count().as_str());
                self.add(Severity::Medium, "LIMIT_IDLE", Some(limit.name()), message);
            }
        }
        let bounded = |count: Count| policy.limits().any(|limit| limit.count() == count);
        if does(&[Action::Withdraw]) && !bounded(Count::Amount) {
            self.add(Severity::Medium, "NO_LIMIT", None, "it withdraws, and no limit counts `amount`; add one");
        }
        if does(&[Action::Order]) && !bounded(Count::Orders) && !bounded(Count::Notional) {
            self.add(
                Severity::Low,
                "NO_LIMIT",
                None,
                "it places orders, and no limit counts `orders` or `notional`; add one",
            );
        }
    }
}

fn is_empty(range: Range) -> bool {
    matches!((range.min(), range.max()), (Some(min), Some(max)) if min > max)
}

/// Whether the condition of that number is about routes of that action: the table of section 5.
fn applies(number: u8, action: Action) -> bool {
    let is_order = matches!(action, Action::Order | Action::Test);
    let moves = matches!(action, Action::Transfer | Action::Withdraw);
    match number {
        2 | 7..=9 => is_order || action == Action::Amend,
        3..=6 | 10 => is_order,
        11 => is_order || moves,
        12 | 13 => moves || matches!(action, Action::Loan | Action::Funds),
        14 => moves,
        _ => true,
    }
}
