//! # binsign: no signature without a verdict
//!
//! The signing and permission core for Binance API keys. A request becomes signed bytes in three steps, and there
//! is no way past the middle one:
//!
//! ```text
//! Request ── Gate::authorize ──► Authorized ── sign ──► Signed
//!    │              │ Denied                              │
//!    └ your buffer, which no step lets go ────────────────┘ target, body, headers
//! ```
//!
//! No heap, no clock, no network, no global state: the same code runs on a Cortex-M0+ and on a server.
//!
//! ```
//! use binsign::{Gate, Method, Request, Signer};
//!
//! // Binance's documented example: its key, its secret, its order, its signature.
//! let signer = Signer::hmac(
//!     "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A",
//!     b"NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j",
//! )?;
//!
//! let mut buffer = [0; 256];
//! let mut request = Request::rest(&mut buffer, Method::Post, "/api/v3/order")?;
//! request
//!     .param("symbol", "LTCBTC")?
//!     .param("side", "BUY")?
//!     .param("type", "LIMIT")?
//!     .param("timeInForce", "GTC")?
//!     .param("quantity", "1")?
//!     .param("price", "0.1")?
//!     .recv_window(5000)?
//!     .timestamp(1_499_827_319_559)?;
//! let signed = Gate::documented_routes().authorize(request)?.sign(&signer)?;
//!
//! assert_eq!(
//!     signed.target(),
//!     "/api/v3/order?symbol=LTCBTC&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&price=0.1\
//!      &recvWindow=5000&timestamp=1499827319559\
//!      &signature=c8db56825ae71d6d79447849e617115f4a920fa2acdcab2b053c4b2838bd6b71",
//! );
//! assert_eq!(signed.headers().next().map(|header| header.0), Some("X-MBX-APIKEY"));
//! # Ok::<(), binsign::Refusal>(())
//! ```
//!
//! ## Map
//!
//! | to | use |
//! |---|---|
//! | build a request in your own buffer | [`Request`] (REST, WebSocket API, signed streams, FIX), [`Method`], [`FixLogon`] |
//! | hold a key | [`Signer`], [`ApiKey`], [`SecretKey`], [`HmacKey`], [`Ed25519Key`] |
//! | sign with a key that is elsewhere | [`ExternalKey`], [`Pending`], [`PublicKey`] |
//! | ask for the verdict | [`Gate`], [`Authorized`], [`Denied`] |
//! | say what an application may do | [`policy`], [`Decimal`] |
//! | send the result | [`Signed`] |
//! | look a route up | [`catalogue`] |
//! | know what a key may do, and what is wrong with it | [`KeyInfo`], [`Permissions`], [`Declared`], [`findings`] |
//! | see what else a signature opens | [`class`] |
//! | learn from an answer of the exchange | [`Answer`], [`Meaning`] |
//! | remember between requests what was spent and learnt | [`State`], [`Sent`], [`Observed`], [`KeyState`] |
//! | tell what went wrong | [`Error`], [`Refusal`], [`Code`] |
//!
//! ## The fast backend of hosts
//!
//! With the feature `aws-lc` the operation with a private key runs in AWS-LC (crate `aws-lc-rs`) and gives the same
//! signatures, byte for byte. It is off by default here, and on in the command and in the faces for Python, Swift and
//! Kotlin. Texts of keys are read and checked by this crate all the same; HMAC stays in Rust, which is as fast.
//!
//! `cargo xtask bench` times both beside OpenSSL, whole path and all (`tests/bench/README.md`): some four times OpenSSL's
//! speed for Ed25519, the same for RSA with 2048 bits, twice for 4096. The other candidate, `graviola`, takes no C compiler,
//! but runs on x86-64 and 64-bit ARM alone and is well behind OpenSSL for RSA with 2048 bits. What AWS-LC costs: a C
//! compiler, half a minute of building, megabytes in the program, the standard library and a heap.
//!
//! What is different with it: an RSA signature is verified by AWS-LC before it gives it away and blinded with randomness of
//! its own. An Ed25519 signature is **not** verified, which would take longer than signing; only a public key
//! that has changed in memory is noticed. Who fears faults of the machine builds without the feature. A key lies on the
//! heap of AWS-LC, which wipes all memory that it frees.

// The crate's own tests use the standard library; nothing else does.
#![cfg_attr(not(test), no_std)]
#![forbid(unsafe_code)]
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::arithmetic_side_effects,
        clippy::as_conversions
    )
)]

mod amount;
pub mod catalogue;
pub mod class;
mod code;
mod decimal;
mod denied;
mod error;
mod gate;
mod json;
mod key;
mod message;
mod observe;
mod permission;
#[cfg(feature = "policy")]
pub mod policy;
mod request;
#[cfg(feature = "policy")]
mod state;

pub use amount::{Decimal, NoDecimal};
pub use code::Code;
pub use denied::Denied;
pub use error::{Error, Refusal};
pub use gate::Gate;
#[cfg(binsign_constant_time)]
#[doc(hidden)]
pub use key::DECLASSIFY;
#[cfg(feature = "ed25519")]
pub use key::Ed25519Key;
#[cfg(any(feature = "ed25519", feature = "rsa"))]
pub use key::PublicKey;
pub use key::{ApiKey, ExternalKey, HmacKey, KeyType, SecretKey, Signer};
pub use observe::{Answer, Meaning, OrderCounts};
pub use permission::{AccountMode, Declared, Finding, FindingKind, KeyInfo, Permissions, Severity, findings};
#[cfg(feature = "policy")]
pub use request::Reserved;
pub use request::{Authorized, Counts, Holds, MAX_REQUEST, Method, Pending, Request, Signed, TimeUnit};
#[cfg(feature = "fix")]
pub use request::{FixLogon, MessageHandling, ResponseMode, SendingTime};

#[cfg(feature = "policy")]
pub use state::{KeyState, Observed, Sent, State, Ticket};

/// The version of this crate, which every face reports.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
