//! The `binsign` command.

mod answer;
mod arguments;
mod key;
mod output;
mod sign;

use std::io::{self, BufWriter};
use std::process::ExitCode;

use clap::Parser as _;

use arguments::{Arguments, Command};

fn main() -> ExitCode {
    match Arguments::parse().command {
        Command::Sign(arguments) => sign::run(&arguments),
        Command::Conformance => conformance(),
    }
}

/// The `cli` face of the conformance protocol.
fn conformance() -> ExitCode {
    let answered = binsign_conformance::run(io::stdin().lock(), BufWriter::new(io::stdout().lock()), answer::answer);
    match answered {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("binsign: {error}");
            ExitCode::FAILURE
        }
    }
}
