//! The conformance protocol: one JSON case a line in, one JSON result a line out.
//!
//! [`Case::parse`] understands a line, [`InCore`] is the `rust` face, [`wire`] is how all other faces are asked.

#![forbid(unsafe_code)]

mod answered;
mod case;
mod elsewhere;
mod fields;
mod logon;
mod plain;
mod result;
mod ruled;
mod rust;
mod sessions;
pub mod wire;

use std::io::{self, BufRead, Write};

pub use case::{Ask, Case, Deed, Key, Param, Refused, Secret};
pub use logon::logon;
pub use result::{Observed, Outcome, Ready, render};
pub use ruled::Ruled;
pub use rust::{InCore, external_key, observed};
pub use sessions::{SLOTS, Sessions};

/// Answers every line of `input`, in order, by `answer`; no line stops the run.
///
/// # Errors
/// Those of reading and writing.
pub fn run(input: impl BufRead, mut output: impl Write, mut answer: impl FnMut(&Case) -> Outcome) -> io::Result<()> {
    let mut sessions = Sessions::default();
    for line in input.split(b'\n') {
        let line = line?;
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        let (id, outcome) = match Case::parse(&line, &mut sessions) {
            Ok(case) => (case.id.clone(), answer(&case)),
            Err(refused) => (refused.id, Outcome::Error { code: refused.code.name().into(), message: refused.message }),
        };
        writeln!(output, "{}", render(id.as_ref(), &outcome))?;
    }
    output.flush()
}
