//! The conformance protocol: one JSON case a line in, one JSON result a line out.
//!
//! [`Case::parse`] understands a line, [`answer_in_core`] is the `rust` face, [`wire`] is how all other faces are asked.

#![forbid(unsafe_code)]

mod case;
mod elsewhere;
mod fields;
mod logon;
mod plain;
mod result;
mod rust;
pub mod wire;

use std::io::{self, BufRead, Write};

pub use case::{Ask, Case, Key, Param, Refused, Secret};
pub use logon::logon;
pub use result::{Outcome, Ready, render};
pub use rust::{answer_in_core, external_key};

/// Answers every line of `input`, in order, by `answer`; no line stops the run.
///
/// # Errors
/// Those of reading and writing.
pub fn run(input: impl BufRead, mut output: impl Write, answer: impl Fn(&Case) -> Outcome) -> io::Result<()> {
    for line in input.split(b'\n') {
        let line = line?;
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        let (id, outcome) = match Case::parse(&line) {
            Ok(case) => (case.id.clone(), answer(&case)),
            Err(refused) => (refused.id, Outcome::Error { code: refused.code.name().into(), message: refused.message }),
        };
        writeln!(output, "{}", render(id.as_ref(), &outcome))?;
    }
    output.flush()
}
