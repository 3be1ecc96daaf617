//! `binsign sign` and its sisters: from the command line to a signed request.

use std::io::{self, Write as _};
use std::process::ExitCode;

use binsign::catalogue::Family;
use binsign::{Code, FixLogon, MessageHandling, Refusal, ResponseMode, TimeUnit};
use binsign_host::policy::Verdict;
use binsign_host::{Call, FixCall, Param, Signable, SignedRequest, StreamCall, Timestamp, WsCall};

use crate::arguments::{Common, Sign, SignFix, SignStream, SignWs, Unit};
use crate::elsewhere;
use crate::key::{self, KeyProblem};
use crate::output;
use crate::policy::verdict_json;

/// Exit status of a denial; 2 is clap's for a wrong command line.
pub(crate) const DENIED: u8 = 3;

/// Why nothing was signed.
pub(crate) enum Problem {
    /// The core refused or denied.
    Refusal(Refusal),
    /// Something else was wrong: the code, and what to do.
    Other(Code, String),
    /// Something about a file.
    File(String),
}

impl<T: Into<Refusal>> From<T> for Problem {
    fn from(refusal: T) -> Self {
        Self::Refusal(refusal.into())
    }
}

impl From<KeyProblem> for Problem {
    fn from(problem: KeyProblem) -> Self {
        match problem {
            KeyProblem::File(error) => Self::Other(error.code(), error.to_string()),
            KeyProblem::Missing => Self::Other(
                Code::KeyMissing,
                "there is no key, or more than one; set BINSIGN_API_KEY and either BINSIGN_SECRET or BINSIGN_PRIVATE_KEY, \
                 or give --key-file FILE"
                    .into(),
            ),
        }
    }
}

/// A REST request.
pub(crate) fn rest(arguments: &Sign) -> ExitCode {
    let (query, body) = (borrowed(&arguments.params), borrowed(&arguments.body));
    let call = Call {
        method: &arguments.method,
        path: &arguments.path,
        query: &query,
        body: &body,
        recv_window: arguments.time.recv_window.as_deref(),
        timestamp: timestamp(&arguments.time.timestamp),
        time_unit: arguments.time_unit.map(|unit| match unit {
            Unit::Ms => TimeUnit::Millisecond,
            Unit::Us => TimeUnit::Microsecond,
        }),
    };
    let base = arguments.base_url.as_deref().unwrap_or_else(|| output::base_url(&arguments.path));
    finish(signed(&call, &arguments.common), &arguments.common, base, |request| {
        if arguments.curl { output::curl(request, base) } else { output::http(request) }
    })
}

/// A request of the WebSocket API.
pub(crate) fn ws(arguments: &SignWs) -> ExitCode {
    let Some(family) = Family::of_name(&arguments.family) else {
        return finish(
            Err(Problem::Other(Code::FamilyMismatch, "the family is spot, futures-um or futures-cm".into())),
            &arguments.common,
            "",
            output::message,
        );
    };
    let params: Vec<_> = arguments
        .params
        .iter()
        .map(|pair| {
            let value = if pair.is_literal { Param::Literal(&pair.value) } else { Param::Text(&pair.value) };
            (pair.name.as_str(), value)
        })
        .collect();
    let call = WsCall {
        family,
        method: &arguments.method,
        id: &arguments.id,
        params: &params,
        recv_window: arguments.time.recv_window.as_deref(),
        timestamp: timestamp(&arguments.time.timestamp),
        in_session: arguments.in_session,
    };
    let outcome = if arguments.in_session {
        arguments.common.guarded.sign(|asking| Ok(call.without_key(asking)?))
    } else {
        signed(&call, &arguments.common)
    };
    finish(outcome, &arguments.common, "", output::message)
}

/// The opening of a signed stream.
pub(crate) fn stream(arguments: &SignStream) -> ExitCode {
    let params = borrowed(&arguments.params);
    let call = StreamCall {
        params: &params,
        recv_window: arguments.time.recv_window.as_deref(),
        timestamp: timestamp(&arguments.time.timestamp),
    };
    finish(signed(&call, &arguments.common), &arguments.common, output::STREAMS, output::http)
}

/// The Logon of a FIX session.
pub(crate) fn fix(arguments: &SignFix) -> ExitCode {
    let usual = FixLogon::new(&arguments.sender_comp_id, "");
    let logon = FixLogon {
        msg_seq_num: arguments.msg_seq_num,
        heart_bt_int: arguments.heart_bt_int,
        message_handling: MessageHandling::of_number(arguments.message_handling).unwrap_or(usual.message_handling),
        response_mode: arguments.response_mode.and_then(ResponseMode::of_number),
        recv_window: arguments.recv_window.as_deref(),
        drop_copy: arguments.drop_copy,
        sbe_schema: arguments.sbe_schema,
        ..usual
    };
    let call = FixCall { logon, sending_time: timestamp(&arguments.sending_time) };
    finish(signed(&call, &arguments.common), &arguments.common, "", output::message)
}

/// Signs with the key that the command line names, here or elsewhere; gives the sequence number of the state, too.
fn signed(call: &impl Signable, common: &Common) -> Result<(SignedRequest, Option<u64>), Problem> {
    common.guarded.sign(|asking| match &common.sign_with {
        Some(command) => elsewhere::sign(call, asking, common.key_type, command),
        None => match key::signer(common.key_file.as_deref()) {
            Ok(signer) => Ok(call.sign(asking, &signer)?),
            // A public route needs none; what is wrong with the request is told before what is wrong with the key.
            Err(KeyProblem::Missing) => match call.without_key(asking) {
                Err(Refusal::Invalid(error)) if error.code() == Code::KeyMissing => Err(KeyProblem::Missing.into()),
                outcome => Ok(outcome?),
            },
            Err(problem) => Err(problem.into()),
        },
    })
}

/// Shows what was signed, or says why nothing was.
fn finish(
    outcome: Result<(SignedRequest, Option<u64>), Problem>,
    common: &Common,
    base: &str,
    show: impl FnOnce(&SignedRequest) -> String,
) -> ExitCode {
    match outcome {
        Ok((request, sequence)) => {
            let text = if common.json { output::json(&request, base, sequence) } else { show(&request) };
            // A reader that has gone away is no reason to panic.
            match io::stdout().lock().write_all(text.as_bytes()) {
                Ok(()) => ExitCode::SUCCESS,
                Err(_) => ExitCode::FAILURE,
            }
        }
        Err(Problem::File(message)) => {
            eprintln!("binsign: {message}");
            ExitCode::FAILURE
        }
        Err(Problem::Other(code, message)) => {
            failed(code, &message);
            if code.is_denial() { ExitCode::from(DENIED) } else { ExitCode::FAILURE }
        }
        Err(Problem::Refusal(Refusal::Invalid(error))) => failed(error.code(), &error.to_string()),
        Err(Problem::Refusal(refusal @ Refusal::Denied(_))) => {
            let verdict = Verdict::of(&refusal);
            if common.json {
                let _ = writeln!(io::stdout().lock(), "{}", verdict_json(&verdict));
            }
            denied(refusal.code(), &verdict);
            ExitCode::from(DENIED)
        }
    }
}

/// Says which rule denied, by which clause, because of which parameter.
fn denied(code: Code, verdict: &Verdict) {
    let Verdict { clause, rule, param, opens, message, .. } = verdict;
    let of =
        |what: &str, text: &Option<String>| text.as_ref().map(|text| format!(", {what} {text}")).unwrap_or_default();
    eprintln!(
        "binsign: denied, {} ({}): {message}; clause {clause} of the API Service Terms, rule {rule}{}{}",
        code.name(),
        code.number(),
        of("parameter", param),
        of("opens", opens),
    );
}

pub(crate) fn failed(code: Code, message: &str) -> ExitCode {
    eprintln!("binsign: {} ({}): {message}", code.name(), code.number());
    ExitCode::FAILURE
}

fn timestamp(text: &str) -> Timestamp<'_> {
    match text {
        "now" => Timestamp::Now,
        "none" => Timestamp::Omitted,
        text => Timestamp::Given(text),
    }
}

fn borrowed(pairs: &[(String, String)]) -> Vec<(&str, &str)> {
    pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}
