//! The steps of a decision as lines of text.

use binsign::policy::{Step, Truth};

/// A step as a line, without its end.
///
/// ```
/// use binsign::policy::Step;
///
/// assert_eq!(binsign_host::reasoning(&Step::Passed("time")), "time: passed");
/// ```
#[must_use]
pub fn line(step: &Step<'_>) -> String {
    match step {
        Step::Passed(what) => format!("{what}: passed"),
        Step::Condition { rule, condition, truth } => {
            format!("rule `{}`: {}: {}", rule.name(), condition.name(), truth_as_text(*truth))
        }
        Step::Rule { rule, holds } => {
            let what = match (rule.is_forbid(), holds) {
                (true, true) => "forbids",
                (true, false) => "does not forbid",
                (false, true) => "allows",
                (false, false) => "does not allow",
            };
            format!("rule `{}`: {what}", rule.name())
        }
        Step::Opens(target) => {
            let mut route = String::new();
            target.name(&mut |piece| route.push_str(piece));
            format!("the signature would open {route}, too")
        }
        Step::Allowed => "allowed".to_owned(),
        Step::Denied(denied) => format!("denied: {} ({}): {denied}", denied.code().name(), denied.clause()),
        _ => String::new(),
    }
}

const fn truth_as_text(truth: Truth) -> &'static str {
    match truth {
        Truth::True => "true",
        Truth::False => "false",
        Truth::NotTold => "not to be told",
        Truth::DoesNotApply => "does not apply",
    }
}
