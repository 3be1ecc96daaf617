//! What can be said on the command line. Keys cannot: other users of the machine can read arguments.

#![allow(clippy::doc_markdown, reason = "what stands here is shown on a terminal")]

use std::path::PathBuf;

use binsign::KeyType;
use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::guarded::Guarded;
use crate::kept::Observe;
use crate::key_check::Key;
use crate::policy::Policy;

/// Signs requests to Binance after a permission check.
#[derive(Parser)]
#[command(name = "binsign", version, disable_help_subcommand = true)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Sign one REST request and print what to send
    #[command(after_help = KEYS)]
    Sign(Sign),
    /// Sign one request of the WebSocket API and print its message
    #[command(after_help = KEYS)]
    SignWs(SignWs),
    /// Sign the opening of a stream, wss://api.binance.com/sapi/wss, and print what to send
    #[command(after_help = KEYS)]
    SignStream(SignStream),
    /// Sign the Logon of a FIX session and print its message
    #[command(after_help = KEYS)]
    SignFix(SignFix),
    /// Look at what a key may do
    #[command(subcommand)]
    Key(Key),
    /// Show what is known of the exchange's routes
    Catalogue(crate::catalogue::Catalogue),
    /// Write, look at and test policies: what one application may do with one key
    #[command(subcommand)]
    Policy(Policy),
    /// Teach a state what the exchange answered: a wait, the used weight, a rejected key, an order that is unknown
    #[command(after_help = OBSERVE)]
    Observe(Observe),
    /// Answer conformance cases: one JSON case a line in, one JSON result a line out
    Conformance,
}

const OBSERVE: &str = "\
What an answer means is in docs/policy.md, section 10. The next `binsign sign` with the same state goes by it.

Exit status: 0 learned, 1 something is wrong, 2 usage.

Example:
  binsign sign … --policy maker.bsp --state maker.state --json > request.json
  binsign observe --policy maker.bsp --state maker.state --request SENT --status 429 --header 'Retry-After: 30' --body answer.json";

const KEYS: &str = "\
The key comes from --key-file, or from the variables BINSIGN_API_KEY and BINSIGN_SECRET (HMAC) or BINSIGN_PRIVATE_KEY
(the text of a private key in PEM), never from an argument. A key file has a line `api_key = …`, and a line `secret = …`
or the private key in PEM; only its owner may read it (chmod 600). The passphrase of an encrypted private key stands there
too (`passphrase = …`, or `passphrase_file = FILE` for a file of its own), or in the variable BINSIGN_PASSPHRASE.
A key that is elsewhere signs by --sign-with COMMAND; the API key is then in BINSIGN_API_KEY.

With --policy only what the policy allows is signed; with --json a denial is an object, too. What a policy counts it counts
in the file of --state, which is written before anything is shown.

Exit status: 0 signed, 1 something is wrong, 2 usage, 3 denied.

Examples:
  binsign sign POST /api/v3/order symbol=LTCBTC side=BUY type=LIMIT timeInForce=GTC quantity=1 price=0.1
  binsign sign-ws order.status symbol=BTCUSDT orderId:=12569099453
  binsign sign-stream topic=com_announcement_en random=56724ac693184379ae23ffe5e910063c
  binsign sign-fix EXAMPLE --heart-bt-int 30
  binsign sign GET /api/v3/account --sign-with 'ssh signer@vault sign-ed25519'";

/// Which key signs, and how the result is shown: the same for all kinds of requests.
#[derive(Args)]
pub(crate) struct Common {
    /// Read the key from this file (mode 600), or from standard input with `-`
    #[arg(long, value_name = "FILE")]
    pub(crate) key_file: Option<PathBuf>,

    /// Sign with a key that is elsewhere: the shell runs COMMAND, which reads the payload and writes the signature's bytes
    #[arg(long, value_name = "COMMAND", conflicts_with = "key_file")]
    pub(crate) sign_with: Option<String>,

    /// How that key signs
    #[arg(long, value_name = "TYPE", default_value = "ed25519", ignore_case = true, requires = "sign_with")]
    pub(crate) key_type: ExternalType,

    #[command(flatten)]
    pub(crate) guarded: Guarded,

    /// Print one JSON object
    #[arg(long)]
    pub(crate) json: bool,
}

/// How a key that is elsewhere signs.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum ExternalType {
    /// HMAC-SHA-256
    Hmac,
    /// Ed25519
    Ed25519,
    /// RSA, PKCS#1 v1.5 with SHA-256
    Rsa,
}

impl From<ExternalType> for KeyType {
    fn from(external: ExternalType) -> Self {
        match external {
            ExternalType::Hmac => Self::Hmac,
            ExternalType::Ed25519 => Self::Ed25519,
            ExternalType::Rsa => Self::Rsa,
        }
    }
}

/// The time of a request: the same for all kinds but FIX.
#[derive(Args)]
pub(crate) struct Time {
    /// How long after the timestamp the exchange may still take the request, in ms (at most 60000)
    #[arg(long, value_name = "MS")]
    pub(crate) recv_window: Option<String>,

    /// A time in ms, `now`, or `none`; `now` adds it only where the request wants one and has none
    #[arg(long, value_name = "MS", default_value = "now")]
    pub(crate) timestamp: String,
}

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

    #[command(flatten)]
    pub(crate) time: Time,

    /// Have the answer's times in this unit: ms or us (/api only)
    #[arg(long, value_name = "UNIT")]
    pub(crate) time_unit: Option<Unit>,

    #[command(flatten)]
    pub(crate) common: Common,

    /// Print a curl command that sends exactly the signed bytes
    #[arg(long, conflicts_with = "json")]
    pub(crate) curl: bool,

    /// Where to send to; the family's documented host when left out
    #[arg(long, value_name = "URL", value_parser = base_url)]
    pub(crate) base_url: Option<String>,
}

/// In what unit an answer has its times.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Unit {
    /// Milliseconds
    Ms,
    /// Microseconds
    Us,
}

#[derive(Args)]
pub(crate) struct SignWs {
    /// The method, as order.place
    pub(crate) method: String,

    /// Parameters: NAME=VALUE is text, NAME:=JSON a number, true, false, an array or an object
    #[arg(value_name = "NAME=VALUE", value_parser = typed_pair)]
    pub(crate) params: Vec<TypedPair>,

    /// Whose WebSocket API it is: spot, futures-um or futures-cm
    #[arg(long, value_name = "FAMILY", default_value = "spot")]
    pub(crate) family: String,

    /// What comes back with the answer
    #[arg(long, default_value = "1")]
    pub(crate) id: String,

    /// The connection is logged on: sign nothing, leave the API key out, need no key
    #[arg(long)]
    pub(crate) in_session: bool,

    #[command(flatten)]
    pub(crate) time: Time,

    #[command(flatten)]
    pub(crate) common: Common,
}

#[derive(Args)]
pub(crate) struct SignStream {
    /// Parameters: random and topic
    #[arg(value_name = "NAME=VALUE", value_parser = pair)]
    pub(crate) params: Vec<(String, String)>,

    #[command(flatten)]
    pub(crate) time: Time,

    #[command(flatten)]
    pub(crate) common: Common,
}

#[derive(Args)]
pub(crate) struct SignFix {
    /// SenderCompID: 1 to 8 letters, digits, - and _
    pub(crate) sender_comp_id: String,

    /// HeartBtInt: 5 to 60 seconds
    #[arg(long, value_name = "SECONDS", default_value_t = 30)]
    pub(crate) heart_bt_int: u32,

    /// MsgSeqNum
    #[arg(long, value_name = "NUMBER", default_value_t = 1)]
    pub(crate) msg_seq_num: u64,

    /// SendingTime, as 20240627-11:17:25.223, or `now`
    #[arg(long, value_name = "TIME", default_value = "now")]
    pub(crate) sending_time: String,

    /// MessageHandling: 1 (unordered) or 2 (sequential)
    #[arg(long, value_name = "NUMBER", default_value_t = 2, value_parser = clap::value_parser!(u64).range(1..=2))]
    pub(crate) message_handling: u64,

    /// ResponseMode: 1 (everything) or 2 (acknowledgements only)
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u64).range(1..=2))]
    pub(crate) response_mode: Option<u64>,

    /// RecvWindow in ms
    #[arg(long, value_name = "MS")]
    pub(crate) recv_window: Option<String>,

    /// DropCopyFlag
    #[arg(long)]
    pub(crate) drop_copy: bool,

    /// SbeSchemaId and SbeSchemaVersion, for answers in SBE, as 1:1
    #[arg(long, value_name = "ID:VERSION", value_parser = schema)]
    pub(crate) sbe_schema: Option<(u16, u16)>,

    #[command(flatten)]
    pub(crate) common: Common,
}

/// A parameter of the WebSocket API.
#[derive(Clone)]
pub(crate) struct TypedPair {
    pub(crate) name: String,
    pub(crate) value: String,
    pub(crate) is_literal: bool,
}

fn typed_pair(text: &str) -> Result<TypedPair, String> {
    let (name, value) = pair(text)?;
    Ok(match name.strip_suffix(':') {
        Some(name) => TypedPair { name: name.to_owned(), value, is_literal: true },
        None => TypedPair { name, value, is_literal: false },
    })
}

fn schema(text: &str) -> Result<(u16, u16), String> {
    let numbers = text.split_once(':').and_then(|(id, version)| Some((id.parse().ok()?, version.parse().ok()?)));
    numbers.ok_or_else(|| "write it as ID:VERSION".into())
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
