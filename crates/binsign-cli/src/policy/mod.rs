//! `binsign policy`: policies looked at, compiled, printed, asked and tested.

mod approve;
mod arguments;
mod compile;
mod explain;
mod files;
mod look;
mod test;

use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::process::ExitCode;
use std::time::SystemTime;

use binsign::Code;
use binsign_host::policy::Question;

pub(crate) use arguments::Policy;
pub(crate) use explain::json as verdict_json;
pub(crate) use files::{Trouble, bytes, image, key_info};

use crate::guarded::in_ms;
use crate::sign::failed;

/// Does what the command line says.
pub(crate) fn run(policy: &Policy) -> ExitCode {
    let outcome = match policy {
        Policy::Check(arguments) => look::check(arguments),
        Policy::Compile(arguments) => compile::compile(arguments),
        Policy::Print(arguments) => compile::print(arguments),
        Policy::Explain(arguments) => explain::explain(arguments),
        Policy::Approve(arguments) => approve::approve(arguments),
        Policy::Test(arguments) => test::test(arguments),
        Policy::Lint(arguments) => look::lint(arguments),
    };
    match outcome {
        // A reader that has gone away is no reason to panic.
        Ok((text, status)) => match io::stdout().lock().write_all(text.as_bytes()) {
            Ok(()) => ExitCode::from(status),
            Err(_) => ExitCode::FAILURE,
        },
        Err(Trouble::Coded(code, message)) => failed(code, &message),
        Err(Trouble::File(message)) => {
            eprintln!("binsign: {message}");
            ExitCode::FAILURE
        }
    }
}

/// What a command prints, and its exit status.
type Outcome = Result<(String, u8), Trouble>;

/// The request of the command line: in words, or in one text with blanks between.
fn question(words: &[String]) -> Result<Question, Trouble> {
    let question = match words {
        [text] => Question::parse(text),
        words => Question::of_words(words.iter().map(String::as_str)),
    };
    question.map_err(|error| Trouble::File(error.to_string()))
}

/// The time on the command line, or the clock's, in ms.
fn now(given: Option<u64>) -> u64 {
    given.unwrap_or_else(|| in_ms(SystemTime::now()))
}

/// Bytes as people compare them.
pub(crate) fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// The code as text and number, as errors have it.
fn coded(code: Code) -> String {
    format!("{} ({})", code.name(), code.number())
}
