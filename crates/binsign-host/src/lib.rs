//! What the core leaves to a host: memory of its own for a request, signers at a place of their own, keys from files,
//! floating-point numbers as plain decimals, policies in text.
//!
//! The Python, Swift, Kotlin and command-line faces stand on this crate; it decides nothing that the core decides.

#![forbid(unsafe_code)]

mod call;
mod fix_call;
mod guard;
mod key_file;
mod make;
mod owned_policy;
mod pending;
mod plain_decimal;
pub mod policy;
mod reasoning;
mod signable;
mod signed_request;
mod timestamp;
mod ws_call;

pub use call::Call;
pub use fix_call::FixCall;
pub use guard::{Asking, Guard};
pub use key_file::{Credentials, KeyFileError};
pub use make::{make_hmac, make_pem};
pub use owned_policy::OwnedPolicy;
pub use pending::PendingRequest;
pub use plain_decimal::plain_decimal;
pub use reasoning::line as reasoning;
pub use signable::Signable;
pub use signed_request::SignedRequest;
pub use timestamp::{Timestamp, now_ms};
pub use ws_call::{Param, StreamCall, WsCall};
