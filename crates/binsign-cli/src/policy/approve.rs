//! `binsign policy approve`: the second person says yes to one request.

use std::env;
use std::fmt::Write as _;

use binsign::Refusal;
use binsign::policy::Policy;
use binsign_host::policy::{Approval, NoApproval, Verdict, moment_text};
use serde_json::json;
use zeroize::Zeroizing;

use super::arguments::{Approve, Until};
use super::explain::{self, shown};
use super::files::{self, Trouble, image};
use super::{Outcome, hexadecimal, now, question};
use crate::sign::DENIED;

/// The approval on standard output, and what it is for in words on standard error.
pub(super) fn approve(arguments: &Approve) -> Outcome {
    let image = image(&arguments.file)?;
    let policy = Policy::new(&image)?;
    let question = question(&arguments.request)?;
    let now = now(arguments.shown.now);
    let until = match arguments.time {
        Until { until: Some(moment), .. } => moment,
        Until { until: None, length } => now.saturating_add(length.unwrap_or_default()),
    };
    let passphrase = env::var("BINSIGN_PASSPHRASE").ok().map(Zeroizing::new);
    let key = files::secret(&arguments.key)?;
    let passphrase = passphrase.as_deref().map(String::as_bytes);
    let approval = match Approval::make(&policy, &question, until, now, &key, passphrase) {
        Ok(approval) => approval,
        Err(NoApproval::Refusal(refusal @ Refusal::Denied(_))) => {
            let verdict = Verdict::of(&refusal);
            if arguments.shown.json {
                return Ok((format!("{}\n", explain::json(&verdict)), DENIED));
            }
            eprint!("{}", shown(&verdict));
            return Ok((String::new(), DENIED));
        }
        Err(error) => return Err(Trouble::Coded(error.code(), error.to_string())),
    };
    let (until, sha256) = (moment_text(until), hexadecimal(&policy.id()));
    let text = if arguments.shown.json {
        let parameters: serde_json::Map<_, _> =
            question.parameters().map(|(name, value)| (name.to_owned(), json!(value))).collect();
        let object = json!({
            "approval": approval.to_string(), "route": question.route(), "parameters": parameters, "until": until,
            "rule": approval.rule(), "policy": policy.name(), "version": policy.version(), "sha256": sha256,
        });
        format!("{object}\n")
    } else {
        let mut words = format!("approved: {}\n", question.route());
        for (name, value) in question.parameters() {
            let _ = writeln!(words, "  {name} = {}", value.escape_debug());
        }
        let rule = approval.rule();
        let _ = writeln!(words, "once, until {until}");
        let _ = writeln!(words, "by rule `{rule}` of {} version {}, sha256 {sha256}", policy.name(), policy.version());
        eprint!("{words}");
        format!("{approval}\n")
    };
    Ok((text, 0))
}
