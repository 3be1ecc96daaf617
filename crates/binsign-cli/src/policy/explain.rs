//! `binsign policy explain`: the reasoning about one request, step by step.

use std::fmt::Write as _;

use binsign::policy::Policy;
use binsign::{Gate, KeyType, Refusal, State};
use binsign_host::policy::Verdict;
use binsign_host::reasoning;
use serde_json::{Value, json};

use super::arguments::Explain;
use super::files::{self, image};
use super::{Outcome, coded, now, question};
use crate::sign::DENIED;

/// Every step, and the verdict.
pub(super) fn explain(arguments: &Explain) -> Outcome {
    let image = image(&arguments.file)?;
    let policy = Policy::new(&image)?;
    let question = question(&arguments.request)?;
    let now = now(arguments.shown.now);
    let app = arguments.app.as_deref().unwrap_or(policy.app());
    let mut gate = Gate::new(&policy).at(now).key_type(KeyType::from(arguments.key_type)).app(app);
    if let Some(path) = &arguments.key_info {
        gate = gate.key_info(&files::key_info(path, arguments.shown.now)?);
    }
    if let Some(approval) = &arguments.approval {
        gate = gate.approval(approval.bytes());
    }
    let state = match &arguments.state {
        // `binsign sign` makes it then.
        Some(path) if !path.exists() => State::new(&policy),
        Some(path) => State::restore(&files::bytes(path)?, &policy, 0)?,
        None => State::new(&policy),
    };
    let gate = gate.state(&state);
    let mut steps = Vec::new();
    let outcome = question
        .put(state.next_timestamp_ms(now), |request| gate.explain(&request, &mut |step| steps.push(reasoning(&step))));
    if outcome.is_ok() || matches!(outcome, Err(Refusal::Denied(_))) {
        // The last step is the verdict, which is shown with more.
        steps.pop();
    }
    let (verdict, status) = match &outcome {
        Ok(()) => (Verdict::default(), 0),
        Err(refusal @ Refusal::Denied(_)) => (Verdict::of(refusal), DENIED),
        Err(refusal) => (Verdict::of(refusal), 1),
    };
    let text = if arguments.shown.json {
        let mut object = json(&verdict);
        object["steps"] = steps.into();
        format!("{object}\n")
    } else {
        steps.iter().fold(String::new(), |text, step| text + "  " + step + "\n") + &shown(&verdict)
    };
    Ok((text, status))
}

/// A verdict for people.
pub(super) fn shown(verdict: &Verdict) -> String {
    let Some(code) = verdict.code else { return "allow\n".into() };
    let mut text = format!("deny {}: {}\n", coded(code), verdict.message);
    let param = verdict.param.as_deref().unwrap_or_default();
    let opens = verdict.opens.as_deref().unwrap_or_default();
    for (what, value) in
        [("clause", verdict.clause.as_str()), ("rule", &verdict.rule), ("parameter", param), ("opens", opens)]
    {
        if !value.is_empty() {
            let _ = writeln!(text, "  {what} {value}");
        }
    }
    text
}

/// A verdict for programs.
pub(crate) fn json(verdict: &Verdict) -> Value {
    match verdict.code {
        None => json!({ "verdict": "allow" }),
        Some(code) => json!({
            "verdict": if code.is_denial() { "deny" } else { "error" },
            "code": code.name(),
            "number": code.number(),
            "clause": verdict.clause,
            "rule": verdict.rule,
            "param": verdict.param,
            "opens": verdict.opens,
            "message": verdict.message,
        }),
    }
}
