//! `binsign.Policy`: what one application may do with one key, as its owner wrote it down.

use std::path::PathBuf;

use binsign::{HmacKey, PublicKey};
use binsign_host::OwnedPolicy;
use binsign_host::policy::print;
use pyo3::basic::CompareOp;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyTuple, PyType};

use crate::refusal::Refused;
use crate::signer::text_or_bytes;
use crate::value::str_argument;

/// What one application may do with one key: read from TOML, or from the bytes that `binsign policy compile` makes.
///
/// A policy does not change; one with other content is another policy.
#[pyclass(frozen, module = "binsign")]
pub(crate) struct Policy {
    pub(crate) policy: OwnedPolicy,
}

#[pymethods]
impl Policy {
    /// Takes the text of a policy. Raises `PolicyError`, with line and column of what is not as the language has it.
    #[classmethod]
    fn from_toml(_class: &Bound<'_, PyType>, text: &Bound<'_, PyAny>) -> PyResult<Self> {
        let policy = OwnedPolicy::from_toml(str_argument(text, "text")?).map_err(Refused::from)?;
        Ok(Self { policy })
    }

    /// Takes the text of a policy from a file. Raises `PolicyError`, and `OSError` where the file cannot be read.
    #[classmethod]
    fn from_file(_class: &Bound<'_, PyType>, path: PathBuf) -> PyResult<Self> {
        let text = std::fs::read_to_string(path)?;
        let policy = OwnedPolicy::from_toml(&text).map_err(Refused::from)?;
        Ok(Self { policy })
    }

    /// Takes a compiled policy. With the owner's public key (Ed25519, PEM) it has to have the owner's signature behind
    /// it, with the key of a seal that seal. Raises Error.
    #[classmethod]
    #[pyo3(signature = (image, *, owner_key=None, mac=None))]
    fn from_bytes(
        _class: &Bound<'_, PyType>,
        image: &Bound<'_, PyBytes>,
        owner_key: Option<&Bound<'_, PyAny>>,
        mac: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Self> {
        let image = image.as_bytes();
        let policy = match (owner_key, mac) {
            (None, None) => OwnedPolicy::new(image),
            (Some(pem), None) => PublicKey::from_pem(text_or_bytes(pem, "owner_key")?)
                .and_then(|owner| OwnedPolicy::signed(image, &owner)),
            (None, Some(secret)) => {
                HmacKey::new(text_or_bytes(secret, "mac")?).and_then(|owner| OwnedPolicy::sealed(image, &owner))
            }
            _ => return Err(PyTypeError::new_err("give either `owner_key` or `mac`")),
        };
        Ok(Self { policy: policy.map_err(Refused::from)? })
    }

    /// Its name.
    #[getter]
    fn name(&self) -> &str {
        self.policy.policy().name()
    }

    /// Its version, which rises with every change.
    #[getter]
    fn version(&self) -> u32 {
        self.policy.policy().version()
    }

    /// What it is for.
    #[getter]
    fn purpose(&self) -> &str {
        self.policy.policy().purpose()
    }

    /// The application it is for; None where it is for any.
    #[getter]
    fn app(&self) -> Option<&str> {
        Some(self.policy.policy().app()).filter(|app| !app.is_empty())
    }

    /// What of the key's permissions it needs, as the exchange names them.
    #[getter]
    fn permissions<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let names: Vec<&str> = self.policy.policy().permissions().iter().map(binsign::Permissions::name).collect();
        PyTuple::new(py, names)
    }

    /// The SHA-256 of its compiled form, by which it is known, in lower-case hexadecimal.
    #[getter]
    fn sha256(&self) -> String {
        const DIGITS: [char; 16] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
        let halves = self.policy.policy().id().into_iter().flat_map(|byte| [byte >> 4, byte & 15]);
        halves.map(|half| DIGITS[usize::from(half)]).collect()
    }

    /// Its text, made of its compiled form: what is read here is what is in force.
    fn to_toml(&self) -> PyResult<String> {
        Ok(print(self.policy.policy().image()).map_err(Refused::from)?)
    }

    fn __bytes__<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {
        PyBytes::new(py, self.image())
    }

    fn __richcmp__(&self, other: &Self, compare: CompareOp) -> Option<bool> {
        match compare {
            CompareOp::Eq => Some(self.image() == other.image()),
            CompareOp::Ne => Some(self.image() != other.image()),
            _ => None,
        }
    }

    fn __hash__(&self) -> u64 {
        let id = self.policy.policy().id();
        id.first_chunk().map_or(0, |first| u64::from_le_bytes(*first))
    }

    fn __repr__(&self) -> String {
        format!("<Policy {} {}>", self.name(), self.version())
    }

    /// A policy is no secret: it is pickled as its compiled form.
    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, (Bound<'py, PyBytes>,))> {
        Ok((py.get_type::<Self>().getattr("from_bytes")?, (self.__bytes__(py),)))
    }
}

impl Policy {
    fn image(&self) -> &[u8] {
        self.policy.policy().image()
    }
}
