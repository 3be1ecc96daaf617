//! `binsign key check`: what is wrong with a key, from the exchange's answer and what its owner declares.

mod arguments;
mod output;

use std::fs;
use std::io::{self, Read as _, Write as _};
use std::path::Path;
use std::process::ExitCode;
use std::time::SystemTime;

use binsign::{AccountMode, Declared, Finding, KeyInfo, KeyType, Severity, findings};

use arguments::{Check, Mode};
pub(crate) use arguments::{Key, age, permission};

use crate::guarded::in_ms;
use crate::kept::{self, Deed};
use crate::sign::failed;

/// No answer is longer; what is read beyond it is no answer.
const LONGEST: u64 = 1 << 20;

/// Looks at the key and says what was found.
pub(crate) fn run(key: &Key) -> ExitCode {
    let arguments = match key {
        Key::Check(arguments) => arguments,
        Key::Suspend(kept) => return kept::deed(Deed::Suspend, kept),
        Key::Clear(kept) => return kept::deed(Deed::Clear, kept),
        Key::Revoke(kept) => return kept::deed(Deed::Revoke, kept),
        Key::Terminate(kept) => return kept::deed(Deed::Terminate, kept),
    };
    let now = arguments.now.unwrap_or_else(|| in_ms(SystemTime::now()));
    let (body, changed) = match read(&arguments.info) {
        Ok(read) => read,
        Err(error) => {
            eprintln!("binsign: {}: {error}; check the name of the file", arguments.info.display());
            return ExitCode::FAILURE;
        }
    };
    let observed = arguments.observed_at.or(changed).unwrap_or(now);
    match KeyInfo::from_json(&body, observed) {
        Ok(info) => look(arguments, &info, now),
        Err(error) => failed(error.code(), &error.to_string()),
    }
}

fn look(arguments: &Check, info: &KeyInfo, now: u64) -> ExitCode {
    let addresses: Option<Vec<&str>> = arguments.ip.as_ref().map(|list| list.iter().map(String::as_str).collect());
    let declared = Declared {
        key_type: arguments.key_type.map(KeyType::from),
        label: arguments.label.as_deref(),
        addresses: addresses.as_deref(),
        is_of_sub_account: arguments.sub_account,
        account_mode: arguments.account_mode.map(|mode| match mode {
            Mode::Classic => AccountMode::Classic,
            Mode::PortfolioMargin => AccountMode::PortfolioMargin,
        }),
        futures_opened: arguments.futures_opened,
        portfolio_margin_activated: arguments.portfolio_margin_activated,
        created: arguments.created,
    };
    let needed = arguments.needed.as_ref().map_or(info.permissions(), |names| arguments::union(names));
    let found: Vec<Finding> = findings(info, &declared, needed, now, arguments.max_age).collect();
    let text = match arguments {
        Check { json: true, .. } => output::json(info, &declared, &found),
        Check { rejected: true, .. } => output::text(&found) + &output::why_rejected(&found),
        _ => output::text(&found),
    };
    let is_bad = found.iter().any(|finding| finding.severity() == Severity::High);
    // A reader that has gone away is no reason to panic.
    if io::stdout().lock().write_all(text.as_bytes()).is_err() || is_bad {
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

/// The answer, and when the file was last changed.
fn read(path: &Path) -> io::Result<(Vec<u8>, Option<u64>)> {
    let mut body = Vec::new();
    if path == Path::new("-") {
        io::stdin().lock().take(LONGEST).read_to_end(&mut body)?;
        return Ok((body, None));
    }
    let file = fs::File::open(path)?;
    let changed = file.metadata()?.modified().ok().map(in_ms);
    file.take(LONGEST).read_to_end(&mut body)?;
    Ok((body, changed))
}
