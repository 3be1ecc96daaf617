//! A request whose payload is complete and whose signature is still to come, from this core's key or from elsewhere.

use core::fmt;

use signature::SignatureEncoding;

use super::authorized::SIGNATURE;
use super::draft::Span;
use super::encode::encoded_len;
use super::reserved::Holds;
#[cfg(any(feature = "ws-api", feature = "fix"))]
use super::shape::Shape;
use super::{Authorized, Signed};
use crate::catalogue::{Route, Transport};
use crate::key::MAX_EXTERNAL_TEXT;
use crate::{Code, Error, ExternalKey, KeyType};

/// A request with a verdict that waits for the signature of a key elsewhere: in a secure element, an HSM, a service, or
/// behind an await.
///
/// Dropped unsigned, it wipes the caller's buffer.
///
/// ```
/// use binsign::{ApiKey, ExternalKey, Gate, KeyType, Method, Request};
///
/// let key = ExternalKey::new(
///     ApiKey::new("vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A")?, KeyType::Hmac);
/// let mut buffer = [0; 256];
/// let mut request = Request::rest(&mut buffer, Method::Get, "/api/v3/account")?;
/// request.timestamp(1_578_963_600_000)?;
/// let pending = Gate::documented_routes().authorize(request)?.begin(&key)?;
/// assert_eq!(pending.payload(), b"timestamp=1578963600000");
/// // Elsewhere: 32 bytes, those of the exchange's signature example.
/// let made_elsewhere = [
///     0xd8, 0x4e, 0x66, 0x41, 0xb1, 0xe3, 0x28, 0xe7, 0xb4, 0x18, 0xff, 0xf0, 0x30, 0xca, 0xed, 0x65,
///     0x5c, 0x26, 0x62, 0x99, 0xc9, 0x35, 0x5e, 0x36, 0xce, 0x80, 0x1e, 0xd1, 0x46, 0x31, 0xee, 0xd4,
/// ];
/// let signed = pending.finish(&made_elsewhere)?;
/// assert_eq!(signed.query(), "timestamp=1578963600000&signature=d84e6641b1e328e7b418fff030caed655c266299c9355e36ce801ed14631eed4");
/// # Ok::<(), binsign::Refusal>(())
/// ```
#[must_use = "a pending request is not signed yet"]
pub struct Pending<'b, 'k, R = ()> {
    request: Authorized<'b, R>,
    payload: Span,
    facts: KeyFacts<'k>,
    key: Option<&'k ExternalKey>,
}

/// What has to be known of a key before it signs.
#[derive(Clone, Copy)]
pub(super) struct KeyFacts<'k> {
    pub(super) api_key: &'k str,
    pub(super) key_type: KeyType,
    /// How long the text of a signature is at most.
    pub(super) text_len: usize,
}

impl<'b, 'k, R: Holds> Pending<'b, 'k, R> {
    /// Completes the payload, for a key of which that is known.
    pub(super) fn new(mut request: Authorized<'b, R>, facts: KeyFacts<'k>) -> Result<Self, Error> {
        let payload = request.complete_payload(facts)?;
        Ok(Self { request, payload, facts, key: None })
    }

    pub(super) fn of(self, key: &'k ExternalKey) -> Self {
        Self { key: Some(key), ..self }
    }

    /// What is to be signed; empty where the request needs no signature.
    #[must_use]
    pub fn payload(&self) -> &[u8] {
        if self.request.needs_signature() { self.request.draft.span(&self.payload) } else { &[] }
    }

    /// The route the verdict was about.
    #[must_use]
    pub const fn route(&self) -> Route {
        self.request.route
    }

    /// Whether a signature is to be made at all.
    #[must_use]
    pub const fn needs_signature(&self) -> bool {
        self.request.needs_signature()
    }

    /// Takes the signature, as bytes and not as text: 32 of HMAC, 64 of Ed25519, as many as the modulus has of RSA.
    /// Where the public key is known the signature is verified.
    ///
    /// # Errors
    /// `SIGNATURE_MALFORMED` for another length; `SIGNING_FAULT` where it does not verify.
    pub fn finish(self, signature: &[u8]) -> Result<Signed<'b, 'k>, Error> {
        let Some(key) = self.key.filter(|_| self.needs_signature()) else { return self.complete(&[]) };
        let mut place = [0; MAX_EXTERNAL_TEXT];
        let text = key.text_of(self.payload(), signature, &mut place)?;
        self.complete(text)
    }

    /// Has the signature made by a key that knows the traits of the `signature` crate.
    ///
    /// ```
    /// use binsign::{ApiKey, ExternalKey, Gate, KeyType, Method, Request};
    ///
    /// // The first key of RFC 8032, section 7.1; it could be in another process as well.
    /// let elsewhere = ed25519_dalek::SigningKey::from_bytes(&[
    ///     0x9d, 0x61, 0xb1, 0x9d, 0xef, 0xfd, 0x5a, 0x60, 0xba, 0x84, 0x4a, 0xf4, 0x92, 0xec, 0x2c, 0xc4,
    ///     0x44, 0x49, 0xc5, 0x69, 0x7b, 0x32, 0x69, 0x19, 0x70, 0x3b, 0xac, 0x03, 0x1c, 0xae, 0x7f, 0x60,
    /// ]);
    /// let key = ExternalKey::new(ApiKey::new("key")?, KeyType::Ed25519);
    /// let mut buffer = [0; 512];
    /// let mut request = Request::rest(&mut buffer, Method::Get, "/api/v3/account")?;
    /// request.timestamp(1_578_963_600_000)?;
    /// let signed = Gate::documented_routes().authorize(request)?.begin(&key)?.sign_with(&elsewhere)?;
    /// assert_eq!(signed.signature().map(str::len), Some(88));
    /// # Ok::<(), binsign::Refusal>(())
    /// ```
    ///
    /// # Errors
    /// `SIGNING_FAULT` where the key gives none; those of [`finish`](Self::finish).
    pub fn sign_with<S: SignatureEncoding>(self, key: &impl signature::Signer<S>) -> Result<Signed<'b, 'k>, Error> {
        if !self.needs_signature() {
            return self.complete(&[]);
        }
        let signature = key.try_sign(self.payload()).map_err(|_| Error::new(Code::SigningFault))?;
        self.finish(signature.to_bytes().as_ref())
    }

    /// [`sign_with`](Self::sign_with) for a key that has to be waited for, in whatever runtime.
    ///
    /// # Errors
    /// Those of [`sign_with`](Self::sign_with).
    pub async fn sign_with_async<S: SignatureEncoding>(
        self,
        key: &impl signature::AsyncSigner<S>,
    ) -> Result<Signed<'b, 'k>, Error> {
        if !self.needs_signature() {
            return self.complete(&[]);
        }
        let signature = key.sign_async(self.payload()).await.map_err(|_| Error::new(Code::SigningFault))?;
        self.finish(signature.to_bytes().as_ref())
    }

    /// Whether whatever the text of the signature will be, it has room.
    pub(super) fn has_room_for_any_signature(&self) -> Result<(), Error> {
        if !self.needs_signature() || !matches!(self.request.shape.transport(), Transport::Rest | Transport::SapiWss) {
            return Ok(());
        }
        // At worst every character of base64 is escaped, and the text stands once more behind the request.
        let text_len = self.facts.text_len;
        let text = if self.facts.key_type == KeyType::Hmac { text_len } else { text_len.saturating_mul(4) };
        self.request.draft.require(self.payload.end.saturating_add(self.request.parameter_len(text)))
    }

    /// Puts the text of the signature where it belongs; it is empty where none is needed.
    pub(super) fn complete(mut self, signature: &[u8]) -> Result<Signed<'b, 'k>, Error> {
        let places = self.request.complete(&self.payload, self.facts, signature)?;
        Ok(Signed::new(self.request.spent(), self.payload, places, self.facts.api_key))
    }
}

/// Where the message of a request stands, if it is one, and where the text of its signature does.
pub(super) type Places = (Option<Span>, Option<Span>);

impl<R: Holds> Authorized<'_, R> {
    /// Completes the payload; tells where it stands.
    #[inline]
    pub(super) fn complete_payload(&mut self, facts: KeyFacts<'_>) -> Result<Span, Error> {
        self.check_key(facts.key_type)?;
        #[cfg(any(feature = "ws-api", feature = "fix"))]
        self.check_room(facts)?;
        #[cfg(feature = "ws-api")]
        if matches!(self.shape, Shape::WsApi(_)) {
            // There the API key is among what is signed.
            let api_key = self.needs_api_key().then_some(facts.api_key);
            return Ok(super::ws::WsApi::end_payload(&mut self.draft, api_key));
        }
        Ok(self.draft.payload_start()..self.draft.needed())
    }

    /// The exchange takes Ed25519 alone for what opens a session; and the key is the one that the gate was told of.
    fn check_key(&self, key_type: KeyType) -> Result<(), Error> {
        #[cfg(feature = "policy")]
        if self.needs_signature() && self.declared.is_some_and(|declared| declared != key_type) {
            return Err(Error::new(Code::KeyNotAsDeclared));
        }
        let opens_session = match &self.shape {
            #[cfg(feature = "ws-api")]
            Shape::WsApi(ws) => ws.is_logon(&self.draft),
            #[cfg(feature = "fix")]
            Shape::Fix(_) => true,
            _ => false,
        };
        if opens_session && key_type != KeyType::Ed25519 {
            return Err(Error::new(Code::KeyTypeUnsuited));
        }
        Ok(())
    }

    /// Whether payload and message will fit, whose size is known before they are made.
    #[cfg(any(feature = "ws-api", feature = "fix"))]
    fn check_room(&self, facts: KeyFacts<'_>) -> Result<(), Error> {
        let draft = &self.draft;
        let whole = match &self.shape {
            #[cfg(feature = "ws-api")]
            Shape::WsApi(ws) => {
                let api_key = self.needs_api_key().then_some(facts.api_key.len());
                ws.whole(draft, api_key, self.needs_signature().then_some(facts.text_len))
            }
            #[cfg(feature = "fix")]
            Shape::Fix(logon) => logon.whole(draft, facts.api_key.len(), facts.text_len),
            _ => return Ok(()),
        };
        draft.require(whole)
    }

    /// Puts the text of the signature where it belongs; it is empty where none is needed. The bytes are the caller's then.
    #[inline]
    pub(super) fn complete(&mut self, payload: &Span, facts: KeyFacts<'_>, signature: &[u8]) -> Result<Places, Error> {
        let places = match self.message(payload, facts.api_key, signature) {
            Some(places) => places,
            None if signature.is_empty() => (None, None),
            None => (None, Some(self.append(signature, facts.key_type)?)),
        };
        self.draft.release();
        Ok(places)
    }

    /// Makes the message, where the request is one: where it stands, and where in it the signature stands.
    #[allow(unused_variables, clippy::unused_self, reason = "a build without these kinds has no message")]
    fn message(&mut self, payload: &Span, api_key: &str, signature: &[u8]) -> Option<Places> {
        let draft = &mut self.draft;
        let start = draft.needed();
        match &self.shape {
            #[cfg(feature = "ws-api")]
            Shape::WsApi(ws) => {
                let place = ws.push_message(draft, payload, signature);
                Some((Some(start..draft.needed()), place))
            }
            #[cfg(feature = "fix")]
            Shape::Fix(logon) if logon.sbe => {
                draft.push(signature);
                Some((None, Some(start..draft.needed())))
            }
            #[cfg(feature = "fix")]
            Shape::Fix(logon) => {
                let place = logon.push_message(draft, payload, api_key, signature);
                Some((Some(start..draft.needed()), Some(place)))
            }
            _ => None,
        }
    }

    /// Ends query or body with the signature; tells where it stands as it is.
    fn append(&mut self, signature: &[u8], key_type: KeyType) -> Result<Span, Error> {
        // Hexadecimal stays as it is. Base64 does not always, and then stands a second time, as it is, behind the request.
        let encoded = if key_type == KeyType::Hmac { signature.len() } else { encoded_len(signature) };
        let plain = encoded == signature.len();
        let copy = if plain { 0 } else { signature.len() };
        let whole = self.draft.needed().saturating_add(self.parameter_len(encoded)).saturating_add(copy);
        self.draft.require(whole)?;
        self.draft.push_pair(SIGNATURE, signature, plain);
        self.draft.end_request();
        if copy > 0 {
            self.draft.push(signature);
        }
        Ok(whole.saturating_sub(signature.len())..whole)
    }
}

impl<R> fmt::Debug for Pending<'_, '_, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Pending({:?})", self.request.route)
    }
}
