//! What can be said to `binsign key`.

#![allow(clippy::doc_markdown, reason = "what stands here is shown on a terminal")]

use std::path::PathBuf;

use binsign::Permissions;
use clap::{Args, Subcommand, ValueEnum};

use crate::arguments::ExternalType;
use crate::kept::Kept;

#[derive(Subcommand)]
pub(crate) enum Key {
    /// Say what is wrong with a key, the worst first
    #[command(after_help = HELP)]
    Check(Box<Check>),
    /// Suspend a key: nothing is signed with this state until it is cleared
    Suspend(Kept),
    /// Lift a suspension, after its cause was looked at
    Clear(Kept),
    /// Put a key out of use for good: nothing is ever signed with this state again
    Revoke(Kept),
    /// The agreement with the exchange has ended: nothing is ever signed with this state again
    Terminate(Kept),
}

const HELP: &str = "\
The answer is the body of GET /sapi/v1/account/apiRestrictions. What it does not tell can be declared.

Exit status: 0 nothing of high severity, 1 something of high severity or no answer, 2 usage.

Examples:
  binsign key check info.json --needed enableReading,canTrade --key-type ed25519 --ip 8.8.8.8
  binsign sign GET /sapi/v1/account/apiRestrictions --key-file key.txt --curl | sh | binsign key check -";

#[derive(Args)]
pub(crate) struct Check {
    /// The file with the exchange's answer, or `-` for standard input
    #[arg(value_name = "INFO")]
    pub(super) info: PathBuf,

    /// The permissions that are needed, in any of the exchange's spellings; any others are too many
    #[arg(long, value_name = "NAME,…", value_delimiter = ',', value_parser = permission)]
    pub(super) needed: Option<Vec<Permissions>>,

    /// How the key signs
    #[arg(long, value_name = "TYPE", ignore_case = true)]
    pub(super) key_type: Option<ExternalType>,

    /// What the key is called at the exchange
    #[arg(long, value_name = "TEXT")]
    pub(super) label: Option<String>,

    /// createTime of an earlier answer, in ms: another one is another key
    #[arg(long, value_name = "MS")]
    pub(super) created: Option<u64>,

    /// The trusted addresses, as they stand at the exchange
    #[arg(long, value_name = "ADDRESS,…", value_delimiter = ',')]
    pub(super) ip: Option<Vec<String>>,

    /// The key belongs to a sub-account
    #[arg(long)]
    pub(super) sub_account: bool,

    /// Whether the account has portfolio margin
    #[arg(long, value_name = "MODE")]
    pub(super) account_mode: Option<Mode>,

    /// When the futures account was opened, in ms since 1970
    #[arg(long, value_name = "MS")]
    pub(super) futures_opened: Option<u64>,

    /// When portfolio margin was activated, in ms since 1970
    #[arg(long, value_name = "MS")]
    pub(super) portfolio_margin_activated: Option<u64>,

    /// When the answer was received, in ms since 1970; when the file was last changed, where left out
    #[arg(long, value_name = "MS")]
    pub(super) observed_at: Option<u64>,

    /// How old the answer may be, as 90s, 15m, 12h or 7d
    #[arg(long, value_name = "AGE", value_parser = age)]
    pub(super) max_age: Option<u64>,

    /// What time it is, in ms since 1970; the clock's, where left out
    #[arg(long, value_name = "MS")]
    pub(super) now: Option<u64>,

    /// The exchange answers -2015: say what may be behind it
    #[arg(long, conflicts_with = "json")]
    pub(super) rejected: bool,

    /// Print one JSON object
    #[arg(long)]
    pub(super) json: bool,
}

/// In which mode an account is.
#[derive(Clone, Copy, ValueEnum)]
pub(super) enum Mode {
    /// Each product has its own margin
    Classic,
    /// Portfolio margin
    PortfolioMargin,
}

pub(super) fn union(names: &[Permissions]) -> Permissions {
    names.iter().fold(Permissions::NONE, |all, one| all | *one)
}

pub(crate) fn permission(name: &str) -> Result<Permissions, String> {
    Permissions::of_name(name).ok_or_else(|| {
        let names: Vec<_> = Permissions::ALL.iter().map(Permissions::name).collect();
        format!("the permissions are {}", names.join(", "))
    })
}

/// A duration, in ms.
pub(crate) fn age(text: &str) -> Result<u64, String> {
    let unit = match text.chars().last() {
        Some('s') => 1000,
        Some('m') => 60 * 1000,
        Some('h') => 60 * 60 * 1000,
        Some('d') => 24 * 60 * 60 * 1000,
        _ => 0,
    };
    let number = text.get(..text.len().saturating_sub(1)).filter(|number| number.bytes().all(|b| b.is_ascii_digit()));
    let number = number.and_then(|number| number.parse::<u64>().ok());
    number
        .and_then(|number| number.checked_mul(unit))
        .filter(|age| *age > 0)
        .ok_or("write it as 90s, 15m, 12h or 7d".into())
}
