//! The Python face: the compiled module `binsign._binsign` behind the package in `bindings/python`.
//!
//! It turns Python's values into text and binsign's refusals into exceptions, and decides nothing.

#![deny(unsafe_code)]

mod call;
mod decimal;
mod external;
mod finding;
mod guarded;
mod json;
mod keyless;
mod observed;
mod parameters;
mod pending;
mod policy;
mod refusal;
mod signed_message;
mod signed_request;
mod signer;
mod time;
mod value;
mod word;

/// The compiled part of the package `binsign`.
#[pyo3::pymodule]
mod _binsign {
    #[pymodule_export]
    use crate::external::ExternalSigner;
    #[pymodule_export]
    use crate::finding::Finding;
    #[pymodule_export]
    use crate::guarded::Guarded;
    #[pymodule_export]
    use crate::json::Json;
    #[pymodule_export]
    use crate::keyless::{in_session_ws, public, public_ws};
    #[pymodule_export]
    use crate::observed::Observed;
    #[pymodule_export]
    use crate::pending::Pending;
    #[pymodule_export]
    use crate::policy::Policy;
    #[pymodule_export]
    use crate::signed_message::SignedMessage;
    #[pymodule_export]
    use crate::signed_request::SignedRequest;
    #[pymodule_export]
    use crate::signer::Signer;
    #[pymodule_export]
    use crate::time::Now;

    use pyo3::prelude::*;

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.add("NOW", Now)?;
        module.add("__version__", binsign::VERSION)
    }
}
