//! A request that waits for the signature of a key elsewhere, in memory of its own.

use std::sync::Arc;

use binsign::{Authorized, Code, Error, ExternalKey, Pending, Refusal};
use self_cell::{MutBorrow, self_cell};
use zeroize::Zeroizing;

use crate::guard::{Policed, Reserved};
use crate::signed_request::SignedRequest;

/// What a pending request borrows.
struct Owner {
    buffer: MutBorrow<Zeroizing<Vec<u8>>>,
    key: Arc<ExternalKey>,
}

/// Taken out when the signature comes.
type Waiting<'o> = Option<Pending<'o, 'o>>;

/// What is reserved for the request under a policy.
type Kept = Option<Reserved<Arc<Policed>>>;

self_cell!(
    struct Cell {
        owner: Owner,

        #[not_covariant]
        dependent: Waiting,
    }
);

/// A request with a verdict that waits for its signature.
///
/// ```
/// use std::sync::Arc;
/// use binsign::{ApiKey, ExternalKey, KeyType};
/// use binsign_host::{Call, Guard, Signable, Timestamp};
///
/// let key = ApiKey::new("vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A")?;
/// let key = Arc::new(ExternalKey::new(key, KeyType::Ed25519));
/// let timestamp = Timestamp::Given("1578963600000");
/// let call = Call { method: "GET", path: "/api/v3/account", timestamp, ..Call::default() };
/// let pending = call.begin(&Guard::documented_routes(), &key)?;
/// assert_eq!(pending.payload(), b"timestamp=1578963600000");
/// # Ok::<(), binsign::Refusal>(())
/// ```
pub struct PendingRequest {
    cell: Cell,
    /// Given back where the request is dropped.
    reserved: Kept,
}

impl PendingRequest {
    pub(crate) fn begin(
        size: usize,
        key: Arc<ExternalKey>,
        authorize: impl for<'b> FnOnce(&'b mut [u8]) -> Result<(Authorized<'b>, Kept), Refusal>,
    ) -> Result<Self, Refusal> {
        let owner = Owner { buffer: MutBorrow::new(Zeroizing::new(vec![0; size])), key };
        let mut reserved = None;
        let cell = Cell::try_new(owner, |owner| {
            let (authorized, kept) = authorize(owner.buffer.borrow_mut().as_mut_slice())?;
            reserved = kept;
            Ok::<_, Refusal>(Some(authorized.begin(&owner.key)?))
        })?;
        Ok(Self { cell, reserved })
    }

    /// What is to be signed; empty where the request needs no signature.
    #[must_use]
    pub fn payload(&self) -> &[u8] {
        self.cell.with_dependent(|_, waiting| waiting.as_ref().map(Pending::payload).unwrap_or_default())
    }

    /// Whether a signature is to be made at all.
    #[must_use]
    pub fn needs_signature(&self) -> bool {
        self.cell.with_dependent(|_, waiting| waiting.as_ref().is_some_and(Pending::needs_signature))
    }

    /// Takes the signature, as bytes and not as text.
    ///
    /// # Errors
    /// Those of [`Pending::finish`].
    pub fn finish(mut self, signature: &[u8]) -> Result<SignedRequest, Refusal> {
        let reserved = self.reserved.take();
        self.cell.with_dependent_mut(|_, waiting| {
            let pending = waiting.take().ok_or_else(|| Error::new(Code::HandleUsedUp))?;
            let signed = pending.finish(signature)?;
            let Some(reserved) = reserved else { return Ok(SignedRequest::from(&signed)) };
            reserved.spend();
            Ok(SignedRequest::under_policy(&signed))
        })
    }
}

impl std::fmt::Debug for PendingRequest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PendingRequest")
    }
}
