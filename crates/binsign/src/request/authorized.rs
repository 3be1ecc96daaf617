//! A request that the gate has allowed, and its one next step: the signature.

use core::fmt;

use super::encode::encoded_len;
use super::{Draft, MAX_REQUEST, Signed};
use crate::catalogue::Route;
use crate::key::{HMAC_SIGNATURE, MAX_SIGNATURE};
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
        let signature = if route.security().needs_signature() { signature_room(&draft, HMAC_SIGNATURE) } else { 0 };
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
    /// `BUFFER_TOO_SMALL` with the size needed; `REQUEST_TOO_LONG`; `SIGNING_FAULT`.
    pub fn sign<'k>(mut self, signer: &'k Signer) -> Result<Signed<'b, 'k>, Error> {
        let payload_end = self.draft.needed();
        let mut signature_len = 0;
        if self.route.security().needs_signature() {
            let mut place = [0; MAX_SIGNATURE];
            let place = place.get_mut(..signer.signature_text_len()).unwrap_or_default();
            signature_len = signer.sign(self.draft.payload(payload_end), place)?;
            let signature: &[u8] = place;
            let encoded = encoded_len(signature);
            // Where the text has to be encoded, it stands a second time, as it is, behind the request.
            let copy = if encoded > signature.len() { signature.len() } else { 0 };
            let room = signature_room(&self.draft, encoded).saturating_add(copy);
            let whole = payload_end.saturating_add(room);
            if whole > MAX_REQUEST {
                return Err(Error::new(Code::RequestTooLong));
            }
            if !self.draft.has_room(room) {
                return Err(Error::too_small(whole));
            }
            if !self.draft.part_is_empty() {
                self.draft.push(b"&");
            }
            self.draft.push(SIGNATURE_PARAMETER);
            self.draft.push_encoded(signature);
            self.draft.end_request();
            if copy > 0 {
                self.draft.push(signature);
            }
        }
        self.draft.release();
        Ok(Signed::new(self.draft, self.route, payload_end, signature_len, signer.api_key()))
    }
}

impl fmt::Debug for Authorized<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Authorized({:?})", self.route)
    }
}

/// How many bytes the parameter `signature` takes in the part that it ends, with a text of that length.
fn signature_room(draft: &Draft<'_>, text: usize) -> usize {
    let separator = usize::from(!draft.part_is_empty());
    separator.saturating_add(SIGNATURE_PARAMETER.len()).saturating_add(text)
}
