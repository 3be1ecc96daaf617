//! `binsign sign`.

use std::io::{self, Write as _};
use std::process::ExitCode;

use binsign::{Code, Gate, Refusal};
use binsign_host::{Call, Signable as _, SignedRequest, Timestamp};

use crate::arguments::Sign;
use crate::key::{self, KeyProblem};
use crate::output;

/// Exit status of a denial; 2 is clap's for a wrong command line.
const DENIED: u8 = 3;

/// Signs what the command line says and prints it.
pub(crate) fn run(arguments: &Sign) -> ExitCode {
    let signer = match key::signer(arguments.key_file.as_deref()) {
        Ok(signer) => signer,
        Err(KeyProblem::File(error)) => return failed(error.code(), &error.to_string()),
        Err(KeyProblem::Missing) => {
            return failed(
                Code::KeyMissing,
                "there is no key, or more than one; set BINSIGN_API_KEY and either BINSIGN_SECRET or BINSIGN_PRIVATE_KEY, \
                 or give --key-file FILE",
            );
        }
    };
    let timestamp = match arguments.timestamp.as_str() {
        "now" => Timestamp::Now,
        "none" => Timestamp::Omitted,
        text => Timestamp::Given(text),
    };
    let query = borrowed(&arguments.params);
    let body = borrowed(&arguments.body);
    let call = Call {
        method: &arguments.method,
        path: &arguments.path,
        query: &query,
        body: &body,
        recv_window: arguments.recv_window.as_deref(),
        timestamp,
        time_unit: None,
    };
    match call.sign(&Gate::documented_routes(), &signer) {
        Ok(request) => print(arguments, &request),
        Err(Refusal::Invalid(error)) => failed(error.code(), &error.to_string()),
        Err(Refusal::Denied(denied)) => {
            let code = denied.code();
            eprintln!(
                "binsign: denied, {} ({}): {}; clause {} of the API Service Terms, rule {}",
                code.name(),
                code.number(),
                denied,
                denied.clause(),
                denied.rule()
            );
            ExitCode::from(DENIED)
        }
    }
}

fn print(arguments: &Sign, request: &SignedRequest) -> ExitCode {
    let base = arguments.base_url.as_deref().unwrap_or_else(|| output::base_url(&arguments.path));
    let text = if arguments.json {
        output::json(request, base)
    } else if arguments.curl {
        output::curl(request, base)
    } else {
        output::http(request)
    };
    // A reader that has gone away is no reason to panic.
    match io::stdout().lock().write_all(text.as_bytes()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

fn failed(code: Code, message: &str) -> ExitCode {
    eprintln!("binsign: {} ({}): {message}", code.name(), code.number());
    ExitCode::FAILURE
}

fn borrowed(pairs: &[(String, String)]) -> Vec<(&str, &str)> {
    pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}
