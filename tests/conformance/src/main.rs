//! `conformance FACE`: cases on standard input, results on standard output, answered by one face.
//!
//! `rust` is answered here; every other face by the program `faces/FACE`, which is built by its script and asked
//! over the wire.

use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};
use std::sync::mpsc;

use binsign_conformance::{Ask, Case, InCore, Outcome, Sessions, render, run, wire};
use serde_json::Value;

/// What is known of a line before the face has answered.
enum Line {
    Asked { id: Option<Value>, ask: Ask, checks: bool },
    Answered(String),
}

fn main() -> ExitCode {
    let Some(face) = std::env::args().nth(1) else {
        eprintln!("usage: conformance FACE < cases.ndjson > results.ndjson");
        return ExitCode::from(2);
    };
    let outcome = if face == "rust" {
        let mut core = InCore::default();
        run(io::stdin().lock(), BufWriter::new(io::stdout().lock()), |case| core.answer(case))
    } else {
        ask(&face)
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("conformance: {face}: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Has the program of a face answer standard input.
fn ask(face: &str) -> io::Result<()> {
    let program = Path::new(env!("CARGO_MANIFEST_DIR")).join("faces").join(face);
    let mut child = Command::new(&program).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
    let missing = || io::Error::other("no pipe to the face");
    let questions = child.stdin.take().ok_or_else(missing)?;
    let answers = BufReader::new(child.stdout.take().ok_or_else(missing)?);
    let (to_writer, lines) = mpsc::channel();
    let feeder = std::thread::spawn(move || feed(BufWriter::new(questions), &to_writer));
    let written = write_results(&lines, answers);
    let fed = feeder.join().map_err(|_| io::Error::other("the feeding thread failed"))?;
    let status = child.wait()?;
    written.and(fed)?;
    if status.success() { Ok(()) } else { Err(io::Error::other(format!("the face ended with {status}"))) }
}

/// Understands the cases and asks the face what is to be asked.
fn feed(mut questions: impl Write, to_writer: &mpsc::Sender<Line>) -> io::Result<()> {
    let mut sessions = Sessions::default();
    for line in io::stdin().lock().split(b'\n') {
        let line = line?;
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        let noted = match Case::parse(&line, &mut sessions) {
            Ok(case) => {
                writeln!(questions, "{}", wire::encode(&case))?;
                Line::Asked { checks: case.ruled.is_some_and(|ruled| ruled.check), id: case.id, ask: case.ask }
            }
            Err(refused) => {
                let outcome = Outcome::Error { code: refused.code.name().into(), message: refused.message };
                Line::Answered(render(refused.id.as_ref(), &outcome))
            }
        };
        if to_writer.send(noted).is_err() {
            break;
        }
    }
    questions.flush()
}

/// Writes the results in the order of the cases.
fn write_results(lines: &mpsc::Receiver<Line>, mut answers: impl BufRead) -> io::Result<()> {
    let mut output = BufWriter::new(io::stdout().lock());
    for line in lines {
        match line {
            Line::Answered(result) => writeln!(output, "{result}")?,
            Line::Asked { id, ask, checks } => {
                let mut answer = String::new();
                answers.read_line(&mut answer)?;
                let answer = answer.trim_end_matches(['\n', '\r']);
                let outcome = wire::decode(answer, &ask, checks).ok_or_else(|| {
                    let case = id.clone().unwrap_or_default();
                    io::Error::other(format!("the answer to case {case} is none: {answer:.200}"))
                })?;
                writeln!(output, "{}", render(id.as_ref(), &outcome))?;
            }
        }
    }
    output.flush()
}
