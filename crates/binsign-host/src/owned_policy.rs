//! A compiled policy in memory of its own.

use std::fmt;
use std::sync::Arc;

use binsign::policy::Policy;
use binsign::{Error, HmacKey, PublicKey};
use self_cell::self_cell;

use crate::policy::{PolicyTextError, compile};

self_cell!(
    struct Cell {
        owner: Box<[u8]>,

        #[covariant]
        dependent: Policy,
    }
);

/// A compiled policy and the bytes it is a view of. A clone shares them.
///
/// ```
/// use binsign_host::OwnedPolicy;
///
/// let damaged = OwnedPolicy::new(b"BSP1".as_slice()).unwrap_err();
/// assert_eq!(damaged.code().name(), "POLICY_MALFORMED");
/// ```
#[derive(Clone)]
pub struct OwnedPolicy {
    cell: Arc<Cell>,
}

impl OwnedPolicy {
    /// Takes a compiled policy as the compiler made it.
    ///
    /// # Errors
    /// Those of [`Policy::new`].
    pub fn new(image: impl Into<Box<[u8]>>) -> Result<Self, Error> {
        Self::of(image.into(), |bytes| Policy::new(bytes))
    }

    /// Takes the text of a policy.
    ///
    /// # Errors
    /// [`PolicyTextError`] with line and column.
    pub fn from_toml(text: &str) -> Result<Self, PolicyTextError> {
        let image = compile(text)?;
        Self::new(image).map_err(PolicyTextError::from)
    }

    /// Takes a compiled policy with the signature of its owner behind it.
    ///
    /// # Errors
    /// Those of [`Policy::signed`].
    pub fn signed(bytes: impl Into<Box<[u8]>>, owner: &PublicKey) -> Result<Self, Error> {
        Self::of(bytes.into(), |bytes| Policy::signed(bytes, owner))
    }

    /// Takes a compiled policy with the seal of its owner (HMAC-SHA-256) behind it.
    ///
    /// # Errors
    /// Those of [`Policy::sealed`].
    pub fn sealed(bytes: impl Into<Box<[u8]>>, owner: &HmacKey) -> Result<Self, Error> {
        Self::of(bytes.into(), |bytes| Policy::sealed(bytes, owner))
    }

    fn of(bytes: Box<[u8]>, read: impl for<'p> FnOnce(&'p [u8]) -> Result<Policy<'p>, Error>) -> Result<Self, Error> {
        Ok(Self { cell: Arc::new(Cell::try_new(bytes, |bytes| read(bytes))?) })
    }

    /// The policy.
    #[must_use]
    pub fn policy(&self) -> &Policy<'_> {
        self.cell.borrow_dependent()
    }
}

impl fmt::Debug for OwnedPolicy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let policy = self.policy();
        write!(f, "OwnedPolicy({:?} {})", policy.name(), policy.version())
    }
}
