//! `binsign policy test`: a file of cases, each compared with what the policy says.

use std::fmt::Write as _;
use std::path::Path;

use binsign::policy::Policy;
use binsign_host::policy::{CaseResult, Cases};
use serde_json::json;

use super::arguments::Test;
use super::explain;
use super::files::{Trouble, image, text};
use super::{Outcome, now};

/// Runs the cases and tells which of them are not as stated.
pub(super) fn test(arguments: &Test) -> Outcome {
    let image = image(&arguments.file)?;
    let policy = Policy::new(&image)?;
    let folder = arguments.cases.parent().unwrap_or(Path::new(""));
    let cases = Cases::parse_beside(&text(&arguments.cases)?, folder)
        .map_err(|error| Trouble::in_text(&arguments.cases, &error))?;
    let results = cases.run(&policy, now(arguments.shown.now));
    let bad = results.iter().filter(|result| !result.differences().is_empty()).count();
    let shown = if arguments.shown.json { as_json(&results) } else { as_text(&results, bad) };
    Ok((shown, u8::from(bad > 0)))
}

fn as_text(results: &[CaseResult], bad: usize) -> String {
    let mut text = String::new();
    for result in results {
        let mark = if result.differences().is_empty() { "ok  " } else { "FAIL" };
        let _ = writeln!(text, "{mark}  {}", result.name());
        for difference in result.differences() {
            let _ = writeln!(text, "      {difference}");
        }
        if !result.differences().is_empty() {
            let _ = writeln!(text, "      {}", result.verdict());
        }
    }
    let _ = match bad {
        0 => writeln!(text, "{} cases, all as stated", results.len()),
        _ => writeln!(text, "{} cases, {bad} not as stated", results.len()),
    };
    text
}

fn as_json(results: &[CaseResult]) -> String {
    let cases: Vec<_> = results
        .iter()
        .map(|result| {
            json!({
                "name": result.name(),
                "ok": result.differences().is_empty(),
                "differences": result.differences(),
                "got": explain::json(result.verdict()),
            })
        })
        .collect();
    format!("{}\n", json!({ "cases": cases }))
}
