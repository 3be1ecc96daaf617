//! What the core leaves to a host: memory of its own for a request, signers at a place of their own, keys from files,
//! floating-point numbers as plain decimals.
//!
//! The Python, Swift, Kotlin and command-line faces stand on this crate; it decides nothing that the core decides.

#![forbid(unsafe_code)]

mod call;
mod encrypted;
mod key_file;
mod make;
mod plain_decimal;

pub use call::{Call, SignedRequest, Timestamp};
pub use key_file::{Credentials, KeyFileError};
pub use make::{make_hmac, make_pem};
pub use plain_decimal::plain_decimal;
