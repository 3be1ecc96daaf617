//! What can be said on the command line. Keys cannot: other users of the machine can read arguments.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

/// Signs requests to Binance after a permission check.
#[derive(Parser)]
#[command(name = "binsign", version, disable_help_subcommand = true)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Sign one request and print what to send
    #[command(after_help = KEYS)]
    Sign(Sign),
    /// Answer conformance cases: one JSON case a line in, one JSON result a line out
    Conformance,
}

const KEYS: &str = "\
The key comes from --key-file, or from the variables BINSIGN_API_KEY and BINSIGN_SECRET (HMAC) or BINSIGN_PRIVATE_KEY
(the text of an Ed25519 key in PEM), never from an argument. A key file has a line `api_key = …`, and a line `secret = …`
or the private key in PEM; only its owner may read it (chmod 600). The passphrase of an encrypted private key stands there
too (`passphrase = …`, or `passphrase_file = FILE` for a file of its own), or in the variable BINSIGN_PASSPHRASE.

Exit status: 0 signed, 1 something is wrong, 2 usage, 3 denied.

Example:
  binsign sign POST /api/v3/order symbol=LTCBTC side=BUY type=LIMIT timeInForce=GTC quantity=1 price=0.1";

#[derive(Args)]
pub(crate) struct Sign {
    /// GET, POST, PUT or DELETE
    pub(crate) method: String,

    /// The path of the route, as /api/v3/order
    pub(crate) path: String,

    /// Parameters of the query, in order; values as they are meant, not encoded
    #[arg(value_name = "NAME=VALUE", value_parser = pair)]
    pub(crate) params: Vec<(String, String)>,

    /// A parameter of the form body; may be given several times
    #[arg(long, value_name = "NAME=VALUE", value_parser = pair)]
    pub(crate) body: Vec<(String, String)>,

    /// How long after the timestamp the exchange may still take the request, in ms (at most 60000)
    #[arg(long, value_name = "MS")]
    pub(crate) recv_window: Option<String>,

    /// A time in ms, `now`, or `none`; `now` adds it only on signed routes without a parameter of that name
    #[arg(long, value_name = "MS", default_value = "now")]
    pub(crate) timestamp: String,

    /// Read the key from this file (mode 600), or from standard input with `-`
    #[arg(long, value_name = "FILE")]
    pub(crate) key_file: Option<PathBuf>,

    /// Print one JSON object
    #[arg(long, conflicts_with = "curl")]
    pub(crate) json: bool,

    /// Print a curl command that sends exactly the signed bytes
    #[arg(long)]
    pub(crate) curl: bool,

    /// Where to send to; the family's documented host when left out
    #[arg(long, value_name = "URL", value_parser = base_url)]
    pub(crate) base_url: Option<String>,
}

fn pair(text: &str) -> Result<(String, String), String> {
    let (name, value) = text.split_once('=').ok_or("write it as NAME=VALUE")?;
    Ok((name.to_owned(), value.to_owned()))
}

/// Scheme and host only, in characters that need no quoting anywhere.
fn base_url(text: &str) -> Result<String, String> {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let host = host.ok_or("it must begin with https:// or http://")?;
    let known = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b':' | b'[' | b']');
    if host.is_empty() || !host.bytes().all(known) {
        return Err("it must be a scheme and a host, with a port where needed, and nothing behind".into());
    }
    Ok(text.to_owned())
}
