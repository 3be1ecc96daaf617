//! `cargo xtask test`: every lane of the tests, with what each needs, its count and its time.
//!
//! A lane is a folder with two scripts. `setup` installs what is missing, or prints one line that says what to install
//! and exits 3; `test` builds, runs, and ends with the line `N passed, N failed`. Set-ups run one after the other beside
//! the lanes that are ready.

use std::collections::HashMap;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};

use crate::root;

/// A lane: its name and the folder of its scripts. The order is that of the run.
struct Lane {
    name: &'static str,
    folder: &'static str,
}

const LANES: [Lane; 15] = [
    Lane { name: "lint", folder: "crates/xtask/lanes/lint" },
    Lane { name: "deny", folder: "tests/deny" },
    Lane { name: "rust", folder: "crates/xtask/lanes/rust" },
    Lane { name: "c", folder: "bindings/c" },
    Lane { name: "python", folder: "bindings/python" },
    Lane { name: "firmware", folder: "bindings/firmware" },
    Lane { name: "kotlin", folder: "bindings/kotlin" },
    Lane { name: "swift", folder: "bindings/swift" },
    Lane { name: "generated", folder: "crates/xtask/lanes/generated" },
    Lane { name: "exchange", folder: "tests/exchange" },
    Lane { name: "instructions", folder: "tests/bench" },
    Lane { name: "conformance", folder: "tests/conformance" },
    Lane { name: "policy", folder: "tests/policy" },
    Lane { name: "constant-time", folder: "tests/constant-time" },
    Lane { name: "fuzz", folder: "tests/fuzz" },
];

/// Exit status of a `setup` that cannot install what the lane needs.
const CANNOT: i32 = 3;

enum Ready {
    Yes,
    No(String),
}

enum State {
    Ran { passed: u64, failed: u64, succeeded: bool },
    Skipped(String),
}

/// Runs the lanes named, or all of them.
pub(crate) fn run(names: &[&str]) -> Result<()> {
    for name in names {
        ensure!(LANES.iter().any(|lane| lane.name == *name), "no such lane: {name}; there are {}", list());
    }
    let chosen: Vec<&'static Lane> =
        LANES.iter().filter(|lane| names.is_empty() || names.contains(&lane.name)).collect();
    let logs = root().join("target/lanes");
    std::fs::create_dir_all(&logs)?;

    let set_up = set_up_in_background(&chosen, &logs);
    let mut ready = HashMap::new();
    let mut rows = Vec::new();
    for lane in &chosen {
        while !ready.contains_key(lane.name) {
            let (name, outcome) = set_up.recv().context("the set-ups ended early")?;
            ready.insert(name, outcome?);
        }
        let start = Instant::now();
        let state = match ready.remove(lane.name) {
            Some(Ready::No(reason)) => State::Skipped(reason),
            _ => run_lane(lane, &logs)?,
        };
        println!("{}", row(lane.name, &state, start.elapsed()));
        rows.push((lane.name, state, start.elapsed()));
    }
    report(&rows)
}

/// The names of all lanes.
pub(crate) fn list() -> String {
    LANES.map(|lane| lane.name).join(", ")
}

fn set_up_in_background(lanes: &[&'static Lane], logs: &Path) -> Receiver<(&'static str, Result<Ready>)> {
    let (sender, receiver) = mpsc::channel();
    let (lanes, logs) = (lanes.to_vec(), logs.to_path_buf());
    std::thread::spawn(move || {
        for lane in lanes {
            if sender.send((lane.name, set_up(lane, &logs))).is_err() {
                break;
            }
        }
    });
    receiver
}

fn set_up(lane: &Lane, logs: &Path) -> Result<Ready> {
    let script = root().join(lane.folder).join("setup");
    if !script.exists() {
        return Ok(Ready::Yes);
    }
    let log = logs.join(format!("{}.setup.log", lane.name));
    let status = logged(&script, &log)?;
    let text = std::fs::read_to_string(&log).unwrap_or_default();
    match status {
        Some(0) => Ok(Ready::Yes),
        Some(CANNOT) => Ok(Ready::No(text.lines().last().unwrap_or("cannot be set up").to_owned())),
        _ => bail!("{}: the set-up failed\n{}", lane.name, tail(&text)),
    }
}

fn run_lane(lane: &Lane, logs: &Path) -> Result<State> {
    let log = logs.join(format!("{}.log", lane.name));
    let status = logged(&root().join(lane.folder).join("test"), &log)?;
    let text = String::from_utf8_lossy(&std::fs::read(&log)?).into_owned();
    let counts = text.lines().rev().find_map(counts);
    let succeeded = status == Some(0) && counts.is_some_and(|(passed, failed)| passed > 0 && failed == 0);
    if !succeeded {
        println!("---- {} ----\n{}", lane.name, tail(&text));
    }
    let (passed, failed) = counts.unwrap_or((0, 0));
    Ok(State::Ran { passed, failed, succeeded })
}

/// Runs a script with all it prints going to a file.
fn logged(script: &Path, log: &PathBuf) -> Result<Option<i32>> {
    let out = File::create(log).with_context(|| format!("cannot write {}", log.display()))?;
    let errors = out.try_clone()?;
    let status = Command::new(script)
        .current_dir(root())
        .stdin(Stdio::null())
        .stdout(out)
        .stderr(errors)
        .status()
        .with_context(|| format!("cannot run {}", script.display()))?;
    Ok(status.code())
}

/// The numbers of the line `N passed, N failed`.
fn counts(line: &str) -> Option<(u64, u64)> {
    let (passed, rest) = line.trim().split_once(" passed, ")?;
    let failed = rest.strip_suffix(" failed")?;
    Some((passed.parse().ok()?, failed.parse().ok()?))
}

fn tail(text: &str) -> String {
    let lines: Vec<_> = text.lines().collect();
    lines[lines.len().saturating_sub(80)..].join("\n")
}

fn row(name: &str, state: &State, time: Duration) -> String {
    let (verdict, detail) = match state {
        State::Ran { passed, failed, succeeded } => {
            (if *succeeded { "ok" } else { "FAILED" }, format!("{passed} passed, {failed} failed"))
        }
        State::Skipped(reason) => ("skipped", reason.clone()),
    };
    format!("{name:<13} {verdict:<8} {:>6.0} s  {detail}", time.as_secs_f64())
}

/// Prints the table and the closing line; fails where a lane failed, and in CI where one did not run.
fn report(rows: &[(&str, State, Duration)]) -> Result<()> {
    let in_ci = std::env::var("CI").is_ok_and(|value| value == "true");
    let (mut all_passed, mut all_failed) = (0, 0);
    println!("\nlane          state      time  tests");
    for (name, state, time) in rows {
        println!("{}", row(name, state, *time));
        match state {
            State::Ran { passed, failed, succeeded } => {
                all_passed += passed;
                // A lane that fails without counting is one failure.
                all_failed += if *succeeded { *failed } else { (*failed).max(1) };
            }
            State::Skipped(_) => all_failed += u64::from(in_ci),
        }
    }
    println!("\n{all_passed} passed, {all_failed} failed");
    ensure!(all_failed == 0, "not all lanes passed; what each printed lies in target/lanes");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::counts;

    #[test]
    fn only_the_closing_line_counts() {
        assert_eq!(counts("12 passed, 0 failed"), Some((12, 0)));
        for line in ["12 passed", "12 passed, 0 failed, 1 skipped", "x passed, 0 failed", "= 3 passed, 0 failed in 1s"]
        {
            assert_eq!(counts(line), None, "{line}");
        }
    }
}
