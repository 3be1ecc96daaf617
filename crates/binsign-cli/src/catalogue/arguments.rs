//! What can be said behind `binsign catalogue`.

#![allow(clippy::doc_markdown, reason = "what stands here is shown on a terminal")]

use clap::{Args, Subcommand};

#[derive(Args)]
#[command(args_conflicts_with_subcommands = true, after_help = NAMES)]
pub(crate) struct Catalogue {
    #[command(subcommand)]
    pub(crate) command: Option<Command>,

    #[command(flatten)]
    pub(crate) list: List,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// List the routes, one a line (what happens without a command, too)
    #[command(after_help = NAMES)]
    List(List),
    /// Tell everything that is known of a route, and what else a signature for it opens
    Explain(Explain),
}

const NAMES: &str = "\
Families: spot, sapi, futures-um, futures-cm, options, portfolio-margin. Transports: rest, ws-api, sapi-wss, fix.
Groups: `binsign catalogue --groups`. Trust: documented, inferred, low, unknown.
Actions: public, read, stream, session, test, order, amend, cancel, settings, loan, funds, transfer, withdraw, keys.
Permissions as in the answer of apiRestrictions, or in another spelling of the exchange's; none; unknown.

Examples:
  binsign catalogue --action withdraw
  binsign catalogue --mutating --trust unknown
  binsign catalogue explain POST /api/v3/order
  binsign catalogue explain --ws spot order.place";

#[derive(Args)]
pub(crate) struct List {
    /// Only routes of this family
    #[arg(long, value_name = "FAMILY")]
    pub(crate) family: Option<String>,

    /// Only routes of this group
    #[arg(long, value_name = "GROUP")]
    pub(crate) group: Option<String>,

    /// Only routes that do this
    #[arg(long, value_name = "ACTION")]
    pub(crate) action: Option<String>,

    /// Only routes for which this permission will do
    #[arg(long, value_name = "PERMISSION")]
    pub(crate) permission: Option<String>,

    /// Only routes that change something
    #[arg(long)]
    pub(crate) mutating: bool,

    /// Only routes whose permission is so well known
    #[arg(long, value_name = "TRUST")]
    pub(crate) trust: Option<String>,

    /// Only routes of this transport
    #[arg(long, value_name = "TRANSPORT")]
    pub(crate) transport: Option<String>,

    /// Print the groups, with how many routes each has
    #[arg(long, conflicts_with = "json")]
    pub(crate) groups: bool,

    /// Print one JSON object a line
    #[arg(long)]
    pub(crate) json: bool,

    /// Only routes with this text in their path
    pub(crate) text: Option<String>,
}

#[derive(Args)]
pub(crate) struct Explain {
    /// GET, POST, PUT or DELETE; with --ws the family
    #[arg(value_name = "METHOD")]
    pub(crate) first: String,

    /// The path, as /api/v3/order; with --ws the method, as order.place
    #[arg(value_name = "PATH")]
    pub(crate) second: String,

    /// A method of the WebSocket API of a family
    #[arg(long)]
    pub(crate) ws: bool,

    /// Print one JSON object
    #[arg(long)]
    pub(crate) json: bool,
}
