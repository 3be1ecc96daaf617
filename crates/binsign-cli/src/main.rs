//! The `binsign` command.

mod answer;
mod approval;
mod arguments;
mod catalogue;
mod elsewhere;
mod guarded;
mod kept;
mod key;
mod key_check;
mod output;
mod policy;
mod sign;

use std::io::{self, BufWriter};
use std::process::ExitCode;

use clap::Parser as _;

use arguments::{Arguments, Command};

fn main() -> ExitCode {
    match Arguments::parse().command {
        Command::Sign(arguments) => sign::rest(&arguments),
        Command::SignWs(arguments) => sign::ws(&arguments),
        Command::SignStream(arguments) => sign::stream(&arguments),
        Command::SignFix(arguments) => sign::fix(&arguments),
        Command::Catalogue(arguments) => catalogue::run(&arguments),
        Command::Key(key) => key_check::run(&key),
        Command::Policy(policy) => policy::run(&policy),
        Command::Observe(arguments) => kept::observe(&arguments),
        Command::Conformance => answer_cases(),
    }
}

/// The `cli` face of the conformance protocol.
fn answer_cases() -> ExitCode {
    let mut desk = answer::Desk::default();
    let output = BufWriter::new(io::stdout().lock());
    let answered = binsign_conformance::run(io::stdin().lock(), output, |case| desk.answer(case));
    match answered {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("binsign: {error}");
            ExitCode::FAILURE
        }
    }
}
