//! Instructions of the hot paths, under callgrind, and their budgets.
//!
//! A count is the difference between two runs, divided by the calls between them, so that start-up is left out.
//! Callgrind's processor has no SHA extensions: the counts are those of SHA-256 in software.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};

use crate::root;

/// The paths, as the program has them, and how many calls are counted.
const PATHS: [(&str, u64); 5] =
    [("verdict", 100), ("authorize-20", 100), ("hmac", 100), ("ed25519", 10), ("parameters-50", 20)];

/// By how many per cent a budget may be passed.
const TOLERANCE: u64 = 2;

const BUDGETS: &str = "tests/bench/instructions.toml";

type Counts = BTreeMap<String, u64>;

/// Counts and prints; fails where a budget is passed.
pub(crate) fn check() -> Result<()> {
    let counts = count()?;
    let text = fs::read_to_string(root().join(BUDGETS)).with_context(|| format!("cannot read {BUDGETS}"))?;
    let budgets: Counts = toml::from_str(&text).with_context(|| format!("cannot understand {BUDGETS}"))?;
    print!("{}", render(&counts)?);
    let passed = over(&counts, &budgets)?;
    ensure!(
        passed.is_empty(),
        "over the budget of {BUDGETS}:\n  {}\nsay why and run `cargo xtask bench --instructions --write`",
        passed.join("\n  ")
    );
    println!("{} passed, 0 failed", counts.len());
    Ok(())
}

/// Counts, and takes the counts as the budgets.
pub(crate) fn write() -> Result<()> {
    let counts = count()?;
    let head = "\
# Instructions a call of the documented order under callgrind: up to the verdict, with HMAC, with Ed25519; and of a request
# with 50 parameters. `cargo xtask bench --instructions --check` fails where one is passed by more than 2 %. Made by
# `cargo xtask bench --instructions --write`.

";
    let text = render(&counts)?;
    fs::write(root().join(BUDGETS), format!("{head}{text}"))?;
    print!("{text}");
    Ok(())
}

fn count() -> Result<Counts> {
    let target = root().join("target/instructions");
    let status = Command::new("cargo")
        .args(["build", "--quiet", "--locked", "--release", "--package", "binsign-bench", "--manifest-path"])
        .arg(root().join("tests/bench/rust/Cargo.toml"))
        .env("CARGO_TARGET_DIR", &target)
        .status()
        .context("cannot run cargo")?;
    ensure!(status.success(), "binsign-bench does not build");
    let program = target.join("release/binsign-bench");
    PATHS
        .into_iter()
        .map(|(path, calls)| {
            // The first call may set up what later calls find.
            let (few, many) = (instructions(&program, path, 1)?, instructions(&program, path, 1 + calls)?);
            Ok((path.to_owned(), many.saturating_sub(few) / calls))
        })
        .collect()
}

/// How many instructions the program takes for so many calls, start-up included.
fn instructions(program: &Path, path: &str, calls: u64) -> Result<u64> {
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(program)
        .args(["count", path, &calls.to_string()])
        .output()
        .context("cannot run valgrind")?;
    let text = String::from_utf8_lossy(&output.stderr);
    let count = text.lines().find_map(|line| line.split_once("Collected : ")?.1.trim().parse().ok());
    match count {
        Some(count) if output.status.success() => Ok(count),
        _ => bail!("valgrind, {path}: {}\n{text}", output.status),
    }
}

fn render(counts: &Counts) -> Result<String> {
    Ok(toml::to_string(counts)?)
}

/// What passes its budget; a count without budget, or the other way round, is an error.
fn over(counts: &Counts, budgets: &Counts) -> Result<Vec<String>> {
    ensure!(counts.keys().eq(budgets.keys()), "{BUDGETS} has other paths than are counted");
    let passed =
        counts.iter().zip(budgets.values()).filter(|((_, count), budget)| **count * 100 > **budget * (100 + TOLERANCE));
    Ok(passed.map(|((path, count), budget)| format!("{path}: {count}, budget {budget}")).collect())
}

#[cfg(test)]
mod tests {
    use super::{Counts, over};

    fn counts(hmac: u64) -> Counts {
        [("hmac".to_owned(), hmac), ("verdict".to_owned(), 500)].into()
    }

    #[test]
    fn two_per_cent_pass_and_more_do_not() {
        assert!(over(&counts(1020), &counts(1000)).unwrap().is_empty());
        assert_eq!(over(&counts(1021), &counts(1000)).unwrap(), ["hmac: 1021, budget 1000"]);
    }

    #[test]
    fn every_path_has_a_budget() {
        assert!(over(&counts(1), &Counts::new()).is_err());
    }
}
