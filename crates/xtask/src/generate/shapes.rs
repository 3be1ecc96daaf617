//! The shapes of requests, from `shapes.csv`: which parameter has which role.

use std::fmt::Write as _;

use anyhow::{Context, Result, ensure};

use super::Generated;
use crate::root;

const SOURCE: &str = "crates/binsign/src/policy/shapes.csv";
const TARGET: &str = "crates/binsign/src/policy/shapes.rs";

/// The columns before the roles, and how many roles there are.
const BEFORE: usize = 3;
const ROLES: usize = 16;

pub(super) fn generate() -> Result<Generated> {
    let text = std::fs::read_to_string(root().join(SOURCE)).context(SOURCE)?;
    let mut rows = text.lines().map(|line| line.split(',').collect::<Vec<_>>());
    let heading = rows.next().context("no heading")?;
    ensure!(heading.len() == BEFORE + ROLES + 1 && heading[BEFORE] == "symbol", "other columns than expected");
    let mut shapes: Vec<(&str, Vec<Vec<&str>>)> = Vec::new();
    for row in rows {
        ensure!(row.len() == heading.len(), "{row:?}");
        match shapes.last_mut() {
            Some((name, legs)) if *name == row[0] => legs.push(row),
            _ => shapes.push((row[0], vec![row])),
        }
    }
    let mut names = vec![""];
    let (mut table, mut legs, mut count) = (String::new(), String::new(), 0);
    for (name, rows) in &shapes {
        let array = number(&mut names, rows[0][2])?;
        writeln!(
            table,
            "    // {name}\n    Shape {{ first: {count}, legs: {}, array: {array}, priced: Priced::{} }},",
            rows.len(),
            match rows[0][BEFORE + ROLES] {
                "" => "Never",
                "always" => "Always",
                "spot" => "Spot",
                "futures" => "Futures",
                other => anyhow::bail!("{other}"),
            }
        )?;
        for (index, row) in rows.iter().enumerate() {
            ensure!(row[BEFORE + ROLES] == rows[0][BEFORE + ROLES], "{name}: legs that are priced differently");
            let roles = &row[BEFORE..BEFORE + ROLES];
            let shared = |role: &str| {
                rows.iter().enumerate().any(|(other, row)| other != index && row[BEFORE..].contains(&role))
            };
            let own: u32 = roles
                .iter()
                .enumerate()
                .filter(|(_, role)| !role.is_empty() && !shared(role))
                .map(|(place, _)| 1 << place)
                .sum();
            let numbers = roles.iter().map(|role| number(&mut names, role)).collect::<Result<Vec<_>>>()?;
            let numbers: Vec<_> = numbers.iter().map(u8::to_string).collect();
            writeln!(
                legs,
                "    // {name} {}\n    Roles {{ own: {own:#06x}, names: [{}] }},",
                row[1],
                numbers.join(", ")
            )?;
            count += 1;
        }
    }
    let (shape_count, name_count) = (shapes.len(), names.len());
    let names = names.iter().fold(String::new(), |text, name| text + "    \"" + name + "\",\n");
    let text = format!(
        "//! The shapes of requests, from `shapes.csv`. Made by `cargo xtask gen`; do not edit.\n\n\
         use super::shape::{{Priced, Roles, Shape}};\n\n\
         /// The shapes, by number.\npub(super) static SHAPES: [Shape; {shape_count}] = [\n{table}];\n\n\
         /// The legs of all shapes.\npub(super) static LEGS: [Roles; {count}] = [\n{legs}];\n\n\
         /// The names of parameters; the first is none.\npub(super) static NAMES: [&str; {name_count}] = [\n{names}];\n"
    );
    Ok(Generated { path: TARGET, text })
}

/// The number of a name, a new one where it is not there yet.
fn number<'a>(names: &mut Vec<&'a str>, name: &'a str) -> Result<u8> {
    let place = names.iter().position(|other| *other == name).unwrap_or_else(|| {
        names.push(name);
        names.len() - 1
    });
    u8::try_from(place).context("too many names")
}
