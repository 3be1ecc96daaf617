//! `binsign sign`, and the same for a conformance case.

use std::io::{self, Write as _};
use std::process::ExitCode;

use binsign::{Code, Gate, Refusal};
use binsign_conformance::{Ask, Case, Key, Outcome, Param, Ready, Secret, answer_in_core};
use binsign_host::{Call, Signable as _, SignedRequest, Timestamp, make_hmac, make_pem};

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

/// Answers a conformance case by the same way as the command line; what that has no words for, as the core does.
pub(crate) fn answer(case: &Case) -> Outcome {
    let (Ask::Rest { method, path, time_unit: None, body }, Key::Here(secret)) = (&case.ask, &case.key) else {
        return answer_in_core(case);
    };
    let (query, body) = (texts(&case.params), texts(body));
    let call = Call {
        method,
        path,
        query: &query,
        body: &body,
        recv_window: case.recv_window.as_deref(),
        timestamp: case.timestamp.as_deref().map_or(Timestamp::Omitted, Timestamp::Given),
        time_unit: None,
    };
    let signer = match secret {
        Secret::Hmac(secret) => make_hmac(&case.api_key, secret.as_bytes()),
        Secret::Pem { pem, passphrase } => {
            make_pem(&case.api_key, pem.as_bytes(), passphrase.as_deref().map(str::as_bytes))
        }
    };
    let signed = signer.map_err(Refusal::from).and_then(|signer| call.sign(&Gate::documented_routes(), &signer));
    match signed {
        Ok(request) => Outcome::Allow {
            payload: request.payload.map(|text| text.to_string()),
            signature: request.signature,
            ready: Ready::Http {
                target: format!("{} {}", request.method.unwrap_or_default(), request.target),
                query: request.query,
                body: request.body,
                headers: request.headers.into_iter().map(|(name, value)| (name.into(), value.to_string())).collect(),
            },
        },
        Err(refusal) => refusal.into(),
    }
}

fn texts(params: &[Param]) -> Vec<(&str, &str)> {
    params.iter().map(|param| (param.name.as_str(), param.text.as_str())).collect()
}

fn borrowed(pairs: &[(String, String)]) -> Vec<(&str, &str)> {
    pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}
