//! What `binsign key check` prints.

use std::fmt::Write as _;

use binsign::{Declared, Finding, FindingKind, KeyInfo, Permissions};
use serde_json::{Value, json};

/// What no answer shows, and may be behind -2015 all the same.
const NOT_SHOWN: &str = "the request came from an address that is not on the key's list, the key is of the other environment \
                         (testnet), or it was deleted";

/// A line a finding: severity, name, clause, sentence.
pub(super) fn text(found: &[Finding]) -> String {
    if found.is_empty() {
        return "nothing was found\n".into();
    }
    let mut text = String::new();
    for finding in found {
        let (severity, kind) = (finding.severity().as_str(), finding.kind().name());
        let _ = writeln!(text, "{severity:6}  {kind:27}  {:6}  {finding}", finding.clause());
    }
    text
}

/// What may be behind -2015, one code for many causes.
pub(super) fn why_rejected(found: &[Finding]) -> String {
    let mut names: Vec<_> =
        found.iter().map(Finding::kind).filter(|kind| kind.explains_rejection()).map(FindingKind::name).collect();
    names.dedup();
    let seen = if names.is_empty() { String::new() } else { format!("{}; or ", names.join(", ")) };
    format!("-2015 may come from: {seen}{NOT_SHOWN}\n")
}

/// One object: what the exchange says, and what was found.
pub(super) fn json(info: &KeyInfo, declared: &Declared<'_>, found: &[Finding]) -> String {
    let permissions: Vec<_> = info.permissions().iter().map(Permissions::name).collect();
    let object = json!({
        "label": declared.label,
        "permissions": permissions,
        "ip_restricted": info.is_ip_restricted(),
        "create_time": info.create_time(),
        "trading_expires": info.trading_expires(),
        "observed_at": info.observed_at(),
        "findings": found.iter().map(one).collect::<Vec<_>>(),
    });
    format!("{object}\n")
}

fn one(finding: &Finding) -> Value {
    json!({
        "kind": finding.kind().name(),
        "severity": finding.severity().as_str(),
        "clause": finding.clause(),
        "permission": finding.permission().map(Permissions::name),
        "address": finding.address(),
        "explains_rejection": finding.kind().explains_rejection(),
        "message": finding.to_string(),
    })
}
