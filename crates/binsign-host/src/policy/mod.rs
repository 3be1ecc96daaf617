//! Policies as text: a TOML document in, the compiled form out, and the other way round; the owner's signature behind it.
//!
//! `docs/policy.md` has the language.

mod approve;
mod approved;
mod cases;
mod document;
mod encode;
mod error;
mod findings;
mod head;
mod lint;
mod owner;
mod print;
mod question;
mod routes;
mod rules;
mod selectors;
#[cfg(test)]
mod tests;
mod value;

use std::collections::HashSet;

use toml::de::DeTable;

pub use approve::{Approval, NoApproval};
pub use cases::{CaseResult, Cases, Verdict};
use document::Table;
use encode::{Image, TooLong};
use error::Fault;
pub use error::PolicyTextError;
pub use findings::{PolicyFinding, findings};
pub use lint::{Opened, Other, lint};
pub use owner::{seal, sign_policy};
pub use print::print;
pub use question::{NoQuestion, Question};
pub use value::{moment_of, moment_text};

const MOST_RULES: usize = 200;
const MOST_LIMITS: usize = 8;

/// Compiles a policy: TOML in, the bytes that the core reads in place out.
///
/// ```
/// use binsign::policy::Policy;
///
/// let image = binsign_host::policy::compile(r#"
///     policy = "binsign 1"
///     name = "monitor"
///     version = 1
///     purpose = "reads balances"
///     permissions = ["enableReading"]
///
///     [[allow]]
///     name = "look"
///     routes = ["reading"]
/// "#)?;
/// assert_eq!(Policy::new(&image).unwrap().name(), "monitor");
/// # Ok::<(), binsign_host::policy::PolicyTextError>(())
/// ```
///
/// # Errors
/// The first thing that is not as `docs/policy.md` has it, with line and column.
pub fn compile(text: &str) -> Result<Vec<u8>, PolicyTextError> {
    compiled(text).map_err(|fault| fault.in_text(text))
}

fn compiled(text: &str) -> Result<Vec<u8>, Fault> {
    let tree = DeTable::parse(text).map_err(|error| Fault::of_toml(&error))?;
    let keys = [head::KEYS.as_slice(), &head::MORE_KEYS].concat();
    let document = Table::new("a policy", 0, tree.get_ref(), &keys)?;
    let (rules, limits) = (rules::of_document(&document)?, rules::limits(&document)?);
    most("rules", MOST_RULES, rules.iter().map(|rule| rule.table().at()))?;
    most("limits", MOST_LIMITS, limits.iter().map(Table::at))?;

    let mut image = Image::default();
    head::write(&document, rules.len(), limits.len(), &mut image)?;
    for rule in &rules {
        rule.write(&mut image)?;
    }
    for limit in &limits {
        rules::write_limit(limit, &mut image)?;
    }
    names_differ(rules.iter().map(rules::Rule::table).chain(&limits))?;
    image.finish().map_err(|TooLong| Fault::new(0, "the policy is over 65535 bytes compiled; write shorter lists"))
}

fn most(what: &str, most: usize, mut places: impl Iterator<Item = usize>) -> Result<(), Fault> {
    match places.nth(most) {
        Some(at) => Err(Fault::new(at, format!("there are over {most} {what}; write fewer"))),
        None => Ok(()),
    }
}

fn names_differ<'a, 'd: 'a>(tables: impl Iterator<Item = &'a Table<'d>>) -> Result<(), Fault> {
    let mut seen = HashSet::new();
    for table in tables {
        let name = table.needed("name")?;
        let text = name.text(head::LONGEST_NAME)?;
        if !seen.insert(text) {
            return Err(name.fault(format!("`{text}` is there already; give each rule and limit its own")));
        }
    }
    Ok(())
}
