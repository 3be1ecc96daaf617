//! What can be said behind `binsign policy`.

#![allow(clippy::doc_markdown, reason = "what stands here is shown on a terminal")]

use std::path::PathBuf;

use binsign::Permissions;
use binsign_host::policy::moment_of;
use clap::{Args, Subcommand};

use crate::approval::ApprovalArgument;
use crate::arguments::ExternalType;
use crate::key_check::{age, permission};

#[derive(Subcommand)]
pub(crate) enum Policy {
    /// Look for mistakes in a policy, and for what is odd about it
    #[command(after_help = STATUS)]
    Check(Check),
    /// Compile a policy to the bytes that a gate reads
    Compile(Compile),
    /// Print a compiled policy as the document that it was compiled from
    Print(Print),
    /// Tell step by step what a policy says of a request
    #[command(after_help = REQUESTS)]
    Explain(Explain),
    /// Approve one request as the second person that a rule wants, and print the approval in base64
    #[command(after_help = APPROVAL)]
    Approve(Approve),
    /// Put the requests of a file to a policy and compare the verdicts with those stated there
    #[command(after_help = CASES)]
    Test(Test),
    /// Tell of each allowed route what else its signature opens
    Lint(Lint),
}

const STATUS: &str = "Exit status: 0 nothing that weighs much, 1 something does or the policy has a mistake, 2 usage.";

const REQUESTS: &str = "\
A request is a route as policies have it, and its parameters: NAME=VALUE, or NAME:=JSON on the WebSocket API. The present time
is added as `timestamp` where the route wants one; `timestamp=none` leaves it out.

Exit status: 0 allowed, 1 something is wrong, 2 usage, 3 denied.

Examples:
  binsign policy explain maker.toml POST /api/v3/order symbol=BTCUSDT side=BUY type=LIMIT_MAKER quantity=0.001 price=60000
  binsign policy explain maker.toml ws spot order.cancel symbol=BTCUSDT orderId:=1
  binsign policy explain maker.toml fix logon";

const APPROVAL: &str = "\
A request is written as for `binsign policy explain`. What is approved is said in words on standard error: route, parameters, until
when, rule and policy. The approval holds for exactly that request, with the parameters in that order, and once; the times of the
request (`timestamp`, `recvWindow`) are left open. It goes to whoever signs: `binsign sign … --approval @FILE`.

Exit status: 0 approved, 1 something is wrong, 2 usage, 3 the policy denies the request, approved or not.

Example:
  binsign policy approve treasury.toml --for 10m --key approver.pem POST /sapi/v1/capital/withdraw/apply coin=BTC … > approval.txt";

const CASES: &str = "\
A file of cases is TOML:

  now = 2026-07-01T12:00:00Z

  [[case]]
  name = \"a small order\"
  request = \"POST /api/v3/order symbol=BTCUSDT side=BUY type=LIMIT_MAKER quantity=0.001 price=60000\"
  expect = \"allow\"

  [[case]]
  name = \"no withdrawal\"
  request = \"POST /sapi/v1/capital/withdraw/apply coin=BTC address=x amount=1\"
  expect = \"PERMISSION_NOT_DECLARED\"
  rule = \"permissions\"

A case may state `rule`, `param` and `clause` of its denial, and with what the gate is asked: `now`, `app`, `key_type`, `key_info`
(a table of the fields of the answer), `key_info_at`; before the first case these are for all. Cases of one `session` share what a
policy counts. `approval` is that of a second person; `approved_by` its private key (a file of PEM, mode 600, or an example key itself), by
which the request is approved for `approved_for = \"10m\"`. With `repeat = 60` a request is put 60 times, and gets the verdict each time.

Exit status: 0 all as stated, 1 some are not or something is wrong, 2 usage.";

#[derive(Args)]
pub(crate) struct Check {
    /// The policy, as text or compiled
    pub(super) file: PathBuf,

    #[command(flatten)]
    pub(super) shown: Shown,
}

/// What all that look at a policy take.
#[derive(Args)]
pub(crate) struct Shown {
    /// What time it is, in ms since 1970; the clock's, where left out
    #[arg(long, value_name = "MS")]
    pub(super) now: Option<u64>,

    /// Print one JSON object
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Args)]
pub(crate) struct Compile {
    /// The policy, as text
    pub(super) file: PathBuf,

    /// Where to write the compiled form
    #[arg(short, long, value_name = "FILE")]
    pub(super) output: PathBuf,

    /// Put the owner's signature behind it, with the Ed25519 private key in this file (PEM, mode 600; the passphrase of an
    /// encrypted one in the variable BINSIGN_PASSPHRASE)
    #[arg(long, value_name = "PEM")]
    pub(super) sign_with: Option<PathBuf>,

    /// Put the owner's seal behind it (HMAC-SHA-256), with the secret in this file (mode 600)
    #[arg(long, value_name = "FILE", conflicts_with = "sign_with")]
    pub(super) seal_with: Option<PathBuf>,

    /// Print one JSON object
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Args)]
pub(crate) struct Print {
    /// The compiled policy, with or without a signature behind it
    pub(super) file: PathBuf,

    /// Print one JSON object
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Args)]
pub(crate) struct Explain {
    /// The policy, as text or compiled
    pub(super) file: PathBuf,

    /// The request, as below
    #[arg(required = true, num_args = 1..)]
    pub(super) request: Vec<String>,

    /// The exchange's answer about the key's permissions
    #[arg(long, value_name = "FILE")]
    pub(super) key_info: Option<PathBuf>,

    /// How the key signs
    #[arg(long, value_name = "TYPE", default_value = "ed25519", ignore_case = true)]
    pub(super) key_type: ExternalType,

    /// The application that asks; the policy's, where left out
    #[arg(long, value_name = "NAME")]
    pub(super) app: Option<String>,

    /// The approval of a second person, in base64, or `@` and the file that has it
    #[arg(long, value_name = "BASE64|@FILE")]
    pub(super) approval: Option<ApprovalArgument>,

    /// What was counted so far; nothing, where left out or not there
    #[arg(long, value_name = "FILE")]
    pub(super) state: Option<PathBuf>,

    #[command(flatten)]
    pub(super) shown: Shown,
}

#[derive(Args)]
pub(crate) struct Approve {
    /// The policy, as text or compiled
    pub(super) file: PathBuf,

    /// The request
    #[arg(required = true, num_args = 1..)]
    pub(super) request: Vec<String>,

    #[command(flatten)]
    pub(super) time: Until,

    /// The approver's Ed25519 private key in this file (PEM, mode 600), or on standard input with `-`; the passphrase of an
    /// encrypted one in the variable BINSIGN_PASSPHRASE
    #[arg(long, value_name = "PEM")]
    pub(super) key: PathBuf,

    #[command(flatten)]
    pub(super) shown: Shown,
}

/// How long an approval holds.
#[derive(Args)]
#[group(required = true, multiple = false)]
pub(crate) struct Until {
    /// The last moment at which it holds, as 2026-07-01T12:00:00Z, at most a day ahead
    #[arg(long, value_name = "TIME", value_parser = moment)]
    pub(super) until: Option<u64>,

    /// How long it holds, as 90s, 10m or 12h
    #[arg(long = "for", value_name = "LENGTH", value_parser = age)]
    pub(super) length: Option<u64>,
}

fn moment(text: &str) -> Result<u64, String> {
    moment_of(text).ok_or_else(|| "write date and time with an offset or Z, as 2026-07-01T12:00:00Z".into())
}

#[derive(Args)]
pub(crate) struct Test {
    /// The policy, as text or compiled
    pub(super) file: PathBuf,

    /// The cases
    pub(super) cases: PathBuf,

    #[command(flatten)]
    pub(super) shown: Shown,
}

#[derive(Args)]
pub(crate) struct Lint {
    /// The policy, as text or compiled
    pub(super) file: PathBuf,

    /// The permissions of the key, with commas between; the policy's, where left out
    #[arg(long, value_name = "NAMES", value_delimiter = ',', value_parser = permission)]
    pub(super) permissions: Option<Vec<Permissions>>,

    /// Print one JSON object
    #[arg(long)]
    pub(super) json: bool,
}
