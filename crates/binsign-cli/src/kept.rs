//! What changes a state without signing: answers of the exchange (`binsign observe`), and the owner's word on the key
//! (`binsign key suspend | clear | revoke | terminate`).

#![allow(clippy::doc_markdown, reason = "what stands here is shown on a terminal")]

use std::fmt::Write as _;
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use binsign::{Code, Meaning, Observed, Sent};
use binsign_host::policy::moment_text;
use binsign_host::{Guard, now_ms};
use clap::Args;
use serde_json::json;

use crate::guarded::{StateFile, owned};
use crate::policy::bytes;
use crate::sign::{Problem, failed};

/// No answer is longer; what is read beyond it is no answer.
const LONGEST: u64 = 1 << 20;

/// Which state, and under which policy it was made.
#[derive(Args)]
pub(crate) struct Kept {
    /// The policy under which the key signs (text or compiled)
    #[arg(long, value_name = "FILE")]
    policy: PathBuf,

    /// The policy must carry the signature of the one who has this public key (Ed25519, PEM)
    #[arg(long, value_name = "PEM")]
    policy_owner: Option<PathBuf>,

    /// The state, as `binsign sign --state` made it
    #[arg(long, value_name = "FILE")]
    state: PathBuf,

    /// Refuse a state with a lower sequence number than this (`state_sequence` of --json, kept elsewhere)
    #[arg(long, value_name = "NUMBER", default_value_t = 0)]
    state_at_least: u64,

    /// Print one JSON object
    #[arg(long)]
    json: bool,
}

/// An answer of the exchange.
#[derive(Args)]
pub(crate) struct Observe {
    /// The request that was answered: `sent` of `binsign sign … --json`
    #[arg(long, value_name = "SENT", value_parser = sent)]
    request: Sent,

    /// The status of HTTP; 0 for a message of the WebSocket API, and where no answer came
    #[arg(long, value_name = "NUMBER")]
    status: u16,

    /// A header of the answer, as `Retry-After: 30`; may be given several times
    #[arg(long, value_name = "NAME: VALUE", value_parser = header)]
    header: Vec<(String, String)>,

    /// The file with the body of the answer, or `-` for standard input
    #[arg(long, value_name = "FILE")]
    body: Option<PathBuf>,

    /// When the answer came, in ms since 1970; now, where left out
    #[arg(long, value_name = "MS")]
    now: Option<u64>,

    #[command(flatten)]
    kept: Kept,
}

/// What the owner does with a key.
#[derive(Clone, Copy)]
pub(crate) enum Deed {
    Suspend,
    Clear,
    Revoke,
    Terminate,
}

/// Learns from an answer.
pub(crate) fn observe(arguments: &Observe) -> ExitCode {
    let now = arguments.now.unwrap_or_else(now_ms);
    let change = |guard: &Guard| {
        let body = arguments.body.as_deref().map(body).transpose()?.unwrap_or_default();
        let headers = arguments.header.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        Ok(guard.observe(&arguments.request, arguments.status, headers, &body, Some(now)))
    };
    finish(&arguments.kept, change)
}

/// Does what the owner says.
pub(crate) fn deed(deed: Deed, kept: &Kept) -> ExitCode {
    finish(kept, |guard| {
        match deed {
            Deed::Suspend => guard.suspend(0),
            Deed::Clear => guard.clear(),
            Deed::Revoke => guard.revoke(),
            Deed::Terminate => guard.terminate(),
        }
        Ok(guard.observed(Some(now_ms())))
    })
}

/// Changes the state, keeps it, and shows what is known then.
fn finish(kept: &Kept, change: impl FnOnce(&Guard) -> Result<Option<Observed>, Problem>) -> ExitCode {
    match changed(kept, change) {
        Ok((observed, sequence)) => {
            let text = if kept.json { as_json(&observed, sequence) } else { as_text(&observed) };
            // A reader that has gone away is no reason to panic.
            io::stdout().lock().write_all(text.as_bytes()).map_or(ExitCode::FAILURE, |()| ExitCode::SUCCESS)
        }
        Err(Problem::Refusal(refusal)) => failed(refusal.code(), &refusal.to_string()),
        Err(Problem::Other(code, message)) => failed(code, &message),
        Err(Problem::File(message)) => {
            eprintln!("binsign: {message}");
            ExitCode::FAILURE
        }
    }
}

fn changed(
    kept: &Kept,
    change: impl FnOnce(&Guard) -> Result<Option<Observed>, Problem>,
) -> Result<(Observed, u64), Problem> {
    let policy = owned(&kept.policy, kept.policy_owner.as_deref())?;
    // A key that is revoked in a file nobody looks at would go on signing.
    if !kept.state.exists() {
        return Err(Problem::File(format!(
            "{} is not there; give the state that the key signs with",
            kept.state.display()
        )));
    }
    let state = StateFile::of(&kept.state)?;
    let guard = state.guard(&policy, kept.state_at_least)?;
    let observed = change(&guard)?.ok_or(binsign::Error::new(Code::Internal))?;
    Ok((observed, state.save(&guard)?))
}

fn as_text(observed: &Observed) -> String {
    let mut text = format!("key {}", observed.key_state.as_str());
    if let Some(reason) = observed.key_state.reason().filter(|reason| *reason != 0) {
        let _ = write!(text, " ({reason})");
    }
    text.push('\n');
    if let Some(meaning) = &observed.meaning {
        let _ = writeln!(text, "answer: {}", in_words(meaning));
    }
    if let Some(until) = observed.wait_until_ms {
        let _ = writeln!(text, "nothing is signed before {}", moment_text(until));
    }
    if let Some(weight) = observed.used_weight {
        let _ = writeln!(text, "used weight {weight}");
    }
    let _ = writeln!(text, "offset of the clock {} ms", observed.offset_ms);
    text
}

const fn in_words(meaning: &Meaning) -> &'static str {
    match meaning {
        Meaning::Fine => "fine",
        Meaning::Wait { .. } => "too much was sent",
        Meaning::ClockOff => "the clock is off",
        Meaning::SignatureInvalid => "the signature is not valid",
        Meaning::KeyRejected { .. } => "the key is rejected",
        Meaning::Unknown => "unknown whether it took effect; ask for the order's status",
        Meaning::Refused { .. } => "refused",
    }
}

fn as_json(observed: &Observed, sequence: u64) -> String {
    let object = json!({
        "key_state": observed.key_state.as_str(),
        "reason": observed.key_state.reason(),
        "offset_ms": observed.offset_ms,
        "wait_until_ms": observed.wait_until_ms,
        "used_weight": observed.used_weight,
        "meaning": observed.meaning.as_ref().map(in_words),
        "state_sequence": sequence,
    });
    format!("{object}\n")
}

fn body(path: &Path) -> Result<Vec<u8>, Problem> {
    if path != Path::new("-") {
        return Ok(bytes(path)?);
    }
    let mut body = Vec::new();
    let read = io::stdin().lock().take(LONGEST).read_to_end(&mut body);
    read.map(|_| body).map_err(|error| Problem::File(format!("standard input: {error}")))
}

fn sent(text: &str) -> Result<Sent, String> {
    let bytes: Option<Vec<u8>> = text
        .as_bytes()
        .chunks(2)
        .map(|pair| {
            std::str::from_utf8(pair)
                .ok()
                .filter(|pair| pair.len() == 2)
                .and_then(|pair| u8::from_str_radix(pair, 16).ok())
        })
        .collect();
    let sent = bytes.and_then(|bytes| Sent::from_bytes(&bytes));
    sent.ok_or_else(|| "give the text that `binsign sign … --policy … --json` has as `sent`".into())
}

fn header(text: &str) -> Result<(String, String), String> {
    let (name, value) = text.split_once(':').ok_or("write it as `NAME: VALUE`")?;
    Ok((name.trim().to_owned(), value.trim().to_owned()))
}
