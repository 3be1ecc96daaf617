//! What crosses into Swift and Kotlin: one object, a few records, one error.
//!
//! uniffi generates the other side from this crate (`cargo xtask gen`); the wrappers in `bindings/swift` and
//! `bindings/kotlin` give it the shape of their language. Calls are coarse, since each crossing has its price: a whole
//! request goes over as one [`Call`], and comes back signed. Nothing here decides anything.

mod call;
mod refusal;
mod signer;

pub use call::{Call, Header, Parameter, SignedRequest, Timestamp};
pub use refusal::{Refusal, refuse};
pub use signer::Signer;

uniffi::setup_scaffolding!("binsign");

/// The version of binsign.
#[uniffi::export]
#[must_use]
pub fn version() -> String {
    binsign::VERSION.to_owned()
}
