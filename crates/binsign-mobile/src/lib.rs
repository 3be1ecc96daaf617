//! What crosses into Swift and Kotlin: a few objects and records, one error.
//!
//! uniffi generates the other side from this crate (`cargo xtask gen`); the wrappers in `bindings/swift` and
//! `bindings/kotlin` give it the shape of their language. Calls are coarse, since each crossing has its price: a whole
//! request goes over as one [`Call`], and comes back signed. Nothing here decides anything.

// A refusal crosses as it is, field by field, once for a request that is not signed.
#![allow(clippy::result_large_err)]

mod call;
mod external;
mod guard;
mod key_info;
mod observed;
mod policy;
mod refusal;
mod signed_request;
mod signer;
mod value;
mod words;

pub use call::{Call, Parameter, SbeSchema, Timestamp};
pub use external::{ExternalKey, PendingRequest};
pub use guard::{Circumstances, Clock, Guard};
pub use key_info::{Declared, Finding, KeyInfo};
pub use observed::{KeyState, Meaning, Observed, SavedState};
pub use policy::Policy;
pub use refusal::{Refusal, TextPlace, refuse};
pub use signed_request::{Header, SignedRequest};
pub use signer::{Signer, without_key};
pub use value::Value;
pub use words::KeyType;

uniffi::setup_scaffolding!("binsign");

/// The version of binsign.
#[uniffi::export]
#[must_use]
pub fn version() -> String {
    binsign::VERSION.to_owned()
}
