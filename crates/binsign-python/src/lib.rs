//! The Python face: the compiled module `binsign._binsign` behind the package in `bindings/python`.
//!
//! It turns Python's values into text and binsign's refusals into exceptions, and decides nothing.

#![deny(unsafe_code)]

mod decimal;
mod json;
mod now;
mod parameters;
mod refusal;
mod signed_request;
mod signer;
mod value;

/// The compiled part of the package `binsign`.
#[pyo3::pymodule]
mod _binsign {
    #[pymodule_export]
    use crate::now::Now;
    #[pymodule_export]
    use crate::signed_request::SignedRequest;
    #[pymodule_export]
    use crate::signer::Signer;

    use pyo3::prelude::*;

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.add("NOW", Now)?;
        module.add("__version__", binsign::VERSION)
    }
}
