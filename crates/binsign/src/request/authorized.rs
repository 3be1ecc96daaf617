//! A request that the gate has allowed, and its one next step: the signature.

use core::fmt;

use super::{Draft, MAX_REQUEST, Signed};
use crate::catalogue::Route;
use crate::key::HMAC_SIGNATURE;
use crate::{Code, Error, Signer};

const SIGNATURE_PARAMETER: &[u8] = b"signature=";

/// A request with a verdict, ready to be signed; only [`Gate::authorize`](crate::Gate::authorize) makes one.
///
/// No byte of it can change any more. Dropped unsigned, it wipes the caller's buffer.
///
/// ```
/// use binsign::{Gate, Method, Request};
///
/// let mut buffer = [0; 256];
/// let mut request = Request::rest(&mut buffer, Method::Get, "/api/v3/account")?;
/// request.timestamp(1_499_827_319_559)?;
/// let authorized = Gate::documented_routes().authorize(request)?;
/// assert_eq!(authorized.payload(), b"timestamp=1499827319559");
/// assert!(authorized.route().security().needs_signature());
/// # Ok::<(), binsign::Refusal>(())
/// ```
#[must_use = "an authorised request is not signed yet"]
pub struct Authorized<'b> {
    draft: Draft<'b>,
    route: Route,
}

impl<'b> Authorized<'b> {
    /// For the gate alone: it has decided on exactly these bytes.
    pub(crate) fn new(mut draft: Draft<'b>, route: Route) -> Result<Self, Error> {
        draft.drop_empty_body();
        let signature = if route.security().needs_signature() { signature_room(&draft) } else { 0 };
        let whole = draft.needed().saturating_add(signature);
        // Before the buffer is spoken of: a size that is asked for must be one that does.
        if whole > MAX_REQUEST {
            return Err(Error::new(Code::RequestTooLong));
        }
        if !draft.fits() {
            return Err(Error::too_small(whole));
        }
        Ok(Self { draft, route })
    }

    /// What the signature will cover: query and body with nothing between them.
    #[must_use]
    pub fn payload(&self) -> &[u8] {
        self.draft.payload(self.draft.needed())
    }

    /// The route the verdict was about.
    #[must_use]
    pub const fn route(&self) -> Route {
        self.route
    }

    /// Signs, and appends `signature` as the last parameter: of the body where there is one, else of the query.
    ///
    /// A route that needs no signature gets none; one that needs no API key gets no header.
    ///
    /// # Errors
    /// `BUFFER_TOO_SMALL` with the size needed.
    pub fn sign<'k>(mut self, signer: &'k Signer) -> Result<Signed<'b, 'k>, Error> {
        let payload_end = self.draft.needed();
        if self.route.security().needs_signature() {
            let room = signature_room(&self.draft);
            if !self.draft.has_room(room) {
                return Err(Error::too_small(payload_end.saturating_add(room)));
            }
            let mut signature = [0; HMAC_SIGNATURE];
            signer.key.sign(self.draft.payload(payload_end), &mut signature)?;
            if !self.draft.part_is_empty() {
                self.draft.push(b"&");
            }
            self.draft.push(SIGNATURE_PARAMETER);
            self.draft.push(&signature);
        }
        self.draft.release();
        Ok(Signed::new(self.draft, self.route, payload_end, signer.api_key.as_str()))
    }
}

impl fmt::Debug for Authorized<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Authorized({:?})", self.route)
    }
}

/// How many bytes the parameter `signature` takes in the part that it ends.
fn signature_room(draft: &Draft<'_>) -> usize {
    let separator = usize::from(!draft.part_is_empty());
    separator.saturating_add(SIGNATURE_PARAMETER.len()).saturating_add(HMAC_SIGNATURE)
}
