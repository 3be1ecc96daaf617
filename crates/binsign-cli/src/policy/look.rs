//! `binsign policy check` and `lint`: what is odd about a policy, and what its signatures open.

use std::fmt::Write as _;

use binsign::policy::Policy;
use binsign::{Permissions, Severity};
use binsign_host::policy::{Opened, Other, PolicyFinding, findings, lint as opened};
use serde_json::{Value, json};

use super::arguments::{Check, Lint};
use super::files::image;
use super::{Outcome, now};

/// How many of the routes that a signature opens a line names.
const NAMED: usize = 3;

/// A line a finding.
pub(super) fn check(arguments: &Check) -> Outcome {
    let image = image(&arguments.file)?;
    let policy = Policy::new(&image)?;
    let found = findings(&policy, now(arguments.shown.now));
    let is_bad = found.iter().any(|finding| finding.severity() == Severity::High);
    let text = if arguments.shown.json {
        let found: Vec<_> = found.iter().map(finding).collect();
        format!("{}\n", json!({ "name": policy.name(), "version": policy.version(), "findings": found }))
    } else if found.is_empty() {
        "nothing was found\n".into()
    } else {
        found.iter().fold(String::new(), |mut text, finding| {
            let _ = writeln!(text, "{:6}  {:20}  {finding}", finding.severity().as_str(), finding.kind());
            text
        })
    };
    Ok((text, u8::from(is_bad)))
}

fn finding(finding: &PolicyFinding) -> Value {
    json!({
        "kind": finding.kind(),
        "severity": finding.severity().as_str(),
        "rule": finding.rule(),
        "message": finding.to_string(),
    })
}

/// A line a route.
pub(super) fn lint(arguments: &Lint) -> Outcome {
    let image = image(&arguments.file)?;
    let policy = Policy::new(&image)?;
    let given = arguments.permissions.as_ref();
    let permissions =
        given.map_or(policy.permissions(), |names| names.iter().fold(Permissions::NONE, |all, one| all | *one));
    let routes = opened(&policy, permissions);
    let text = if arguments.json {
        let routes: Vec<_> = routes.iter().map(object).collect();
        format!("{}\n", json!({ "untrusted": policy.is_untrusted(), "routes": routes }))
    } else {
        routes.iter().map(line).collect()
    };
    Ok((text, 0))
}

fn line(opened: &Opened) -> String {
    let other: Vec<_> = opened.opens().iter().filter(|other| !other.is_allowed).collect();
    let mut text = format!("{}: ", opened.route());
    let Some(worst) = other.first() else {
        let what = if opened.opens().is_empty() { "opens nothing else" } else { "opens nothing that is not allowed" };
        return text + what + "\n";
    };
    let names: Vec<_> = other.iter().take(NAMED).map(|other| format!("{} ({})", other.route, other.action)).collect();
    let count =
        if other.len() == 1 { "one route that is".to_owned() } else { format!("{} routes that are", other.len()) };
    let _ = write!(text, "opens {count} not allowed, the worst {}: {}", worst.action, names.join(", "));
    if other.len() > NAMED {
        text.push_str(" …");
    }
    match opened.cure() {
        Some(name) => writeln!(text, "; none of them with `{name}`"),
        None => writeln!(text),
    }
    .unwrap_or_default();
    text
}

fn object(opened: &Opened) -> Value {
    let other = |other: &Other| json!({ "route": other.route, "action": other.action, "allowed": other.is_allowed });
    json!({
        "route": opened.route(),
        "opens": opened.opens().iter().map(other).collect::<Vec<_>>(),
        "cure": opened.cure(),
    })
}
