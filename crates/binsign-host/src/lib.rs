//! What the core leaves to a host: memory of its own for a request, and keys from files.
//!
//! The Python, Swift, Kotlin and command-line faces stand on this crate; it decides nothing that the core decides.

#![forbid(unsafe_code)]

mod call;
mod key_file;

pub use call::{Call, SignedRequest, Timestamp};
pub use key_file::{Credentials, KeyFileError};
