//! A request that the gate has allowed, and its one next step: the signature.

use core::fmt;

use super::building::Request;
use super::pending::KeyFacts;
use super::reserved::Holds;
#[cfg(feature = "policy")]
use super::reserved::Reserved;
use super::shape::Shape;
use super::{Draft, MAX_REQUEST, Pending, Signed, TimeUnit};
use crate::catalogue::Route;
#[cfg(feature = "policy")]
use crate::catalogue::Transport;
use crate::key::{HMAC_SIGNATURE, MAX_SIGNATURE};
#[cfg(feature = "policy")]
use crate::state::Ticket;
use crate::{Code, Error, ExternalKey, KeyType, Signer};

/// How long the API key of an application usually is, for the size that is asked for before there is one.
#[cfg(any(feature = "ws-api", feature = "fix"))]
const USUAL_API_KEY: usize = 64;

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
/// assert!(authorized.needs_signature());
/// # Ok::<(), binsign::Refusal>(())
/// ```
#[must_use = "an authorised request is not signed yet"]
pub struct Authorized<'b, R = ()> {
    pub(super) draft: Draft<'b>,
    pub(super) shape: Shape,
    pub(super) route: Route,
    pub(super) time_unit: Option<TimeUnit>,
    /// The type of key that the gate was told of.
    #[cfg(feature = "policy")]
    pub(super) declared: Option<KeyType>,
    /// What is reserved for it.
    pub(super) reserved: R,
}

impl<'b, R: Holds> Authorized<'b, R> {
    /// For the gate alone: it has decided on exactly these bytes.
    #[inline]
    pub(crate) fn new(request: Request<'b>, route: Route, reserved: R) -> Result<Self, Error> {
        let mut authorized = Self {
            draft: request.draft,
            shape: request.shape,
            route,
            time_unit: request.time_unit,
            #[cfg(feature = "policy")]
            declared: None,
            reserved,
        };
        // The last byte may be taken back; where it did not fit the parameters before it are not in their order either.
        let fits = authorized.draft.fits();
        authorized.draft.drop_empty_body();
        #[cfg(feature = "ws-api")]
        if matches!(authorized.shape, Shape::SapiWss) && !authorized.draft.part_is_empty() {
            // The separator behind the last parameter.
            authorized.draft.pop();
        }
        has_room(&authorized.draft, &authorized.shape, route, authorized.draft.needed(), fits)?;
        Ok(authorized)
    }

    /// The same request with another reservation.
    #[inline]
    fn exchange<N>(self, reserved: N) -> (Authorized<'b, N>, R) {
        let request = Authorized {
            draft: self.draft,
            shape: self.shape,
            route: self.route,
            time_unit: self.time_unit,
            #[cfg(feature = "policy")]
            declared: self.declared,
            reserved,
        };
        (request, self.reserved)
    }

    /// For the gate alone: the key that signs has to be of that type, and that is reserved.
    #[cfg(feature = "policy")]
    pub(crate) fn hold(&mut self, declared: Option<KeyType>, reserved: R) {
        self.declared = declared;
        self.reserved = reserved;
    }

    /// The request was signed.
    #[inline]
    pub(super) fn spent(self) -> Authorized<'b> {
        let (request, reserved) = self.exchange(());
        reserved.spend();
        request
    }

    /// What of the signed text is known without the key: all of it (query and body with nothing between them), but for
    /// the API key on the WebSocket API.
    #[must_use]
    pub fn payload(&self) -> &[u8] {
        self.draft.span(&(self.draft.payload_start()..self.draft.needed()))
    }

    /// The route the verdict was about.
    #[must_use]
    pub const fn route(&self) -> Route {
        self.route
    }

    /// Whether the request will carry a signature.
    #[must_use]
    pub const fn needs_signature(&self) -> bool {
        self.route.needs_signature() && !self.shape.in_session()
    }

    /// Whether the request will carry the API key, as a header, a parameter or a field.
    #[must_use]
    pub const fn needs_api_key(&self) -> bool {
        self.route.needs_api_key() && !self.shape.in_session()
    }

    /// Signs: a REST request gets `signature` as its last parameter (of the body where there is one, else of the query),
    /// the others get their message.
    ///
    /// A route that needs no signature gets none; one that needs no API key gets no API key.
    ///
    /// # Errors
    /// `BUFFER_TOO_SMALL` with the size needed; `REQUEST_TOO_LONG`; `SIGNING_FAULT`; `KEY_TYPE_UNSUITED` for
    /// `session.logon` and FIX with another key than Ed25519.
    #[inline]
    pub fn sign<'k>(self, signer: &'k Signer) -> Result<Signed<'b, 'k>, Error> {
        self.sign_by(signer, |payload, text| signer.sign(payload, text))
    }

    /// As [`sign`](Self::sign), and with the same signature; an RSA key is blinded by `entropy`, 32 bytes that nobody
    /// else knows. For processors whose multiplication takes longer for some numbers than for others (Cortex-M3).
    ///
    /// # Errors
    /// Those of [`sign`](Self::sign).
    pub fn sign_blinded<'k>(self, signer: &'k Signer, entropy: &[u8; 32]) -> Result<Signed<'b, 'k>, Error> {
        self.sign_by(signer, |payload, text| signer.sign_blinded(payload, entropy, text))
    }

    #[inline]
    fn sign_by<'k>(
        mut self,
        signer: &'k Signer,
        make: impl FnOnce(&[u8], &mut [u8]) -> Result<usize, Error>,
    ) -> Result<Signed<'b, 'k>, Error> {
        let (api_key, text_len) = (signer.api_key(), signer.signature_text_len());
        let facts = KeyFacts { api_key, key_type: signer.key_type(), text_len };
        let payload = self.complete_payload(facts)?;
        let mut place = [0; MAX_SIGNATURE];
        let mut length = 0;
        if self.needs_signature() {
            let text = place.get_mut(..text_len).unwrap_or_default();
            length = make(self.draft.span(&payload), text)?;
        }
        let places = self.complete(&payload, facts, place.get(..length).unwrap_or_default())?;
        Ok(Signed::new(self.spent(), payload, places, api_key))
    }

    /// Begins to sign with a key that is elsewhere; [`Pending::finish`] takes the signature.
    ///
    /// # Errors
    /// `BUFFER_TOO_SMALL` where the longest signature of such a key would not fit; `REQUEST_TOO_LONG`;
    /// `KEY_TYPE_UNSUITED`.
    pub fn begin<'k>(self, key: &'k ExternalKey) -> Result<Pending<'b, 'k, R>, Error> {
        let (api_key, text_len) = (key.api_key(), key.signature_text_len());
        let pending = Pending::new(self, KeyFacts { api_key, key_type: key.key_type(), text_len })?;
        pending.has_room_for_any_signature()?;
        Ok(pending.of(key))
    }

    /// Makes a request ready that carries neither signature nor API key: a public route, or one of a session.
    ///
    /// # Errors
    /// `KEY_MISSING` where the exchange wants one; those of [`sign`](Self::sign).
    pub fn without_key(self) -> Result<Signed<'b, 'static>, Error> {
        if self.needs_api_key() || self.needs_signature() {
            return Err(Error::new(Code::KeyMissing));
        }
        Pending::new(self, KeyFacts { api_key: "", key_type: KeyType::Hmac, text_len: 0 })?.complete(&[])
    }

    /// How many bytes the parameter `signature` takes in the part that it ends, with a text of that length.
    pub(super) fn parameter_len(&self, text: usize) -> usize {
        parameter_len(&self.draft, text)
    }
}

#[cfg(feature = "policy")]
impl<'b> Authorized<'b, Reserved<'_>> {
    /// The request apart from what is reserved for it, for a state that is behind a lock: the ticket is settled there,
    /// once the request was signed or dropped ([`State::settle`](crate::State::settle)).
    ///
    /// ```
    /// use binsign::{Authorized, Reserved, State};
    ///
    /// fn give_up(authorized: Authorized<'_, Reserved<'_>>, state: &State) {
    ///     let (request, ticket) = authorized.detach();
    ///     drop(request);
    ///     if let Some(ticket) = ticket {
    ///         state.settle(ticket, false);
    ///     }
    /// }
    /// ```
    pub fn detach(self) -> (Authorized<'b>, Option<Ticket>) {
        let (request, reserved) = self.exchange(());
        (request, reserved.into_ticket())
    }
}

#[cfg(feature = "policy")]
impl Request<'_> {
    /// Whether the request is one that can be signed, as [`Authorized::new`] would say.
    pub(crate) fn is_whole(&self, route: Route) -> Result<(), Error> {
        let pending = matches!(self.shape.transport(), Transport::SapiWss) && !self.draft.part_is_empty();
        let needed = self.draft.needed().saturating_sub(pending.into());
        has_room(&self.draft, &self.shape, route, needed, self.draft.fits())
    }
}

/// Whether a request of which so many bytes are needed can be, with an HMAC signature, and whether it fits.
fn has_room(draft: &Draft<'_>, shape: &Shape, route: Route, needed: usize, fits: bool) -> Result<(), Error> {
    let whole = usual_whole(draft, shape, route, needed);
    // Before the buffer is spoken of: a size that is asked for must be one that does.
    if whole > MAX_REQUEST {
        return Err(Error::new(Code::RequestTooLong));
    }
    if !fits {
        return Err(Error::too_small(whole));
    }
    Ok(())
}

/// How many bytes the whole takes with an HMAC signature.
fn usual_whole(draft: &Draft<'_>, shape: &Shape, route: Route, needed: usize) -> usize {
    let signed = route.needs_signature() && !shape.in_session();
    match shape {
        #[cfg(feature = "ws-api")]
        Shape::WsApi(ws) => {
            let api_key = (route.needs_api_key() && !shape.in_session()).then_some(USUAL_API_KEY);
            ws.whole(draft, api_key, signed.then_some(HMAC_SIGNATURE))
        }
        #[cfg(feature = "fix")]
        Shape::Fix(logon) => logon.whole(draft, USUAL_API_KEY, KeyType::Ed25519.text_len()),
        _ => needed.saturating_add(if signed { parameter_len(draft, HMAC_SIGNATURE) } else { 0 }),
    }
}

/// How many bytes the parameter `signature` takes, with a text of that length.
fn parameter_len(draft: &Draft<'_>, text: usize) -> usize {
    let separator = usize::from(!draft.part_is_empty());
    separator.saturating_add(SIGNATURE.len()).saturating_add(1).saturating_add(text)
}

/// The parameter that is made here.
pub(super) const SIGNATURE: &[u8] = b"signature";

impl<R> fmt::Debug for Authorized<'_, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Authorized({:?})", self.route)
    }
}
