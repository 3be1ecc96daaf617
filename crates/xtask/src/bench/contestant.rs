//! The programs of the contestants: each answers one line with one line, and lives as long as the run.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use anyhow::{Context, Result, ensure};

use crate::root;

/// A program that runs, or why it does not.
pub(super) struct Program {
    pub(super) left_out: Option<String>,
    running: Option<Running>,
}

struct Running {
    child: Child,
    requests: Option<ChildStdin>,
    answers: BufReader<ChildStdout>,
}

/// Builds and starts all programs.
pub(super) fn prepare() -> Result<BTreeMap<String, Program>> {
    let script = root().join("tests/bench/prepare");
    let output = Command::new(&script)
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| format!("cannot run {}", script.display()))?;
    ensure!(output.status.success(), "{}: {}", script.display(), output.status);
    let mut programs = BTreeMap::new();
    for line in String::from_utf8(output.stdout)?.lines() {
        let words: Vec<&str> = line.split('\t').collect();
        let (name, program) = match words.as_slice() {
            [name, "!", reason] => (name, Program { left_out: Some((*reason).to_owned()), running: None }),
            [name, command, arguments @ ..] => {
                (name, Program { left_out: None, running: Some(start(command, arguments)?) })
            }
            _ => continue,
        };
        programs.insert((*name).to_owned(), program);
    }
    Ok(programs)
}

fn start(command: &str, arguments: &[&str]) -> Result<Running> {
    let mut child = Command::new(command)
        .args(arguments)
        .env("BINSIGN_BENCH_KEYS", root().join("target/bench"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot run {command}"))?;
    let requests = child.stdin.take();
    let answers = BufReader::new(child.stdout.take().context("standard output is piped")?);
    Ok(Running { child, requests, answers })
}

impl Program {
    /// Sends a line and waits for the answer.
    pub(super) fn ask(&mut self, line: &str) -> Result<String> {
        let running = self.running.as_mut().context("not running")?;
        let requests = running.requests.as_mut().context("hung up")?;
        writeln!(requests, "{line}")?;
        requests.flush()?;
        let mut answer = String::new();
        let length = running.answers.read_line(&mut answer)?;
        ensure!(length > 0, "a contestant ended at `{line}`");
        Ok(answer.trim_end().to_owned())
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // Without input a contestant ends by itself.
        self.requests = None;
        let _ = self.child.wait();
    }
}

/// What the table says about the peers and the machine.
pub(super) fn versions(programs: &mut BTreeMap<String, Program>) -> String {
    let mut facts = vec![processor(), first_line("rustc", &["--version"]), first_line("cc", &["--version"])];
    for (name, title) in [
        ("openssl", "OpenSSL"),
        ("binance-common", "binance-common"),
        ("python-binance", "python-binance"),
        ("ccxt", "ccxt"),
        ("binance-js", "@binance/common"),
    ] {
        if let Some(version) = programs.get_mut(name).and_then(|program| program.ask("version").ok()) {
            facts.push(format!("{title} {version}"));
        }
    }
    facts.push("binance-sdk 77.2.0".to_owned());
    facts.retain(|fact| !fact.is_empty());
    facts.join("; ")
}

fn processor() -> String {
    let text = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = text.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    let sha = if text.contains(" sha_ni") { " with SHA-NI" } else { "" };
    model.map_or_else(String::new, |(_, model)| format!("{model}{sha}"))
}

fn first_line(command: &str, arguments: &[&str]) -> String {
    let output = Command::new(command).args(arguments).output().ok();
    let text = output.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default();
    text.lines().next().unwrap_or_default().to_owned()
}
