//! Keys that are elsewhere: the payload goes out, the signature comes in.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use binsign::{ApiKey, Code, Error, PublicKey};

use crate::{Call, Circumstances, Guard, KeyType, Refusal, SignedRequest};

/// The API key and the type of a key whose secret is elsewhere: in Android's Keystore, in a Secure Enclave, in a service.
#[derive(uniffi::Object)]
#[uniffi::export(Debug, Display)]
pub struct ExternalKey {
    guard: Arc<Guard>,
    key: Arc<binsign::ExternalKey>,
}

#[uniffi::export]
impl ExternalKey {
    /// A key of which no more is known than its type: its signatures are taken as they come.
    ///
    /// # Errors
    /// `API_KEY_MALFORMED`.
    #[uniffi::constructor]
    pub fn new(api_key: &str, key_type: KeyType, guard: Arc<Guard>) -> Result<Self, Refusal> {
        Ok(Self::under(guard, binsign::ExternalKey::new(ApiKey::new(api_key)?, key_type.into())))
    }

    /// A key whose public half is known, in PEM: its signatures are verified before they go out.
    ///
    /// # Errors
    /// `API_KEY_MALFORMED`, `PUBLIC_KEY_MALFORMED`, and `KEY_IS_EC` and the like for what is no such key.
    #[uniffi::constructor]
    pub fn with_public_pem(api_key: &str, public_key: &[u8], guard: Arc<Guard>) -> Result<Self, Refusal> {
        let (api_key, public_key) = (ApiKey::new(api_key)?, PublicKey::from_pem(public_key)?);
        Ok(Self::under(guard, binsign::ExternalKey::with_public(api_key, public_key)))
    }

    /// The same for a public key in DER (`SubjectPublicKeyInfo`).
    ///
    /// # Errors
    /// Those of [`with_public_pem`](Self::with_public_pem).
    #[uniffi::constructor]
    pub fn with_public_der(api_key: &str, public_key: &[u8], guard: Arc<Guard>) -> Result<Self, Refusal> {
        let (api_key, public_key) = (ApiKey::new(api_key)?, PublicKey::from_der(public_key)?);
        Ok(Self::under(guard, binsign::ExternalKey::with_public(api_key, public_key)))
    }

    /// How the key signs.
    #[must_use]
    pub fn key_type(&self) -> KeyType {
        self.key.key_type().into()
    }

    /// Has the gate decide on the call, and begins to sign it.
    ///
    /// # Errors
    /// Those of binsign's requests and of its gate.
    pub fn begin(&self, call: Call, circumstances: Circumstances) -> Result<PendingRequest, Refusal> {
        let pending = call.begin(self.guard.asking(&circumstances), &self.key)?;
        Ok(PendingRequest { waiting: Mutex::new(Some(pending)) })
    }
}

impl ExternalKey {
    fn under(guard: Arc<Guard>, key: binsign::ExternalKey) -> Self {
        guard.inner().set_key_type(key.key_type());
        Self { guard, key: Arc::new(key) }
    }
}

impl fmt::Display for ExternalKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.key, f)
    }
}

impl fmt::Debug for ExternalKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// A request with a verdict that waits for its signature.
#[derive(uniffi::Object)]
#[uniffi::export(Debug, Display)]
pub struct PendingRequest {
    /// Taken out when the signature comes.
    waiting: Mutex<Option<binsign_host::PendingRequest>>,
}

#[uniffi::export]
impl PendingRequest {
    /// What is to be signed; nothing where the request needs no signature.
    ///
    /// # Errors
    /// `HANDLE_USED_UP` after [`finish`](Self::finish).
    pub fn payload(&self) -> Result<Option<Vec<u8>>, Refusal> {
        let waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        let pending = waiting.as_ref().ok_or_else(used_up)?;
        Ok(pending.needs_signature().then(|| pending.payload().to_vec()))
    }

    /// Takes the signature, as bytes and not as text: 32 of HMAC, 64 of Ed25519, as many as the modulus has of RSA;
    /// none where none is needed. The request is used up, whatever comes of it.
    ///
    /// # Errors
    /// `SIGNATURE_MALFORMED`, `SIGNING_FAULT`; `HANDLE_USED_UP` a second time.
    pub fn finish(&self, signature: &[u8]) -> Result<SignedRequest, Refusal> {
        let waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner).take();
        Ok(waiting.ok_or_else(used_up)?.finish(signature)?.into())
    }

    /// Gives the request up, and wipes it. A second time does nothing.
    pub fn drop_unsigned(&self) {
        *self.waiting.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}

fn used_up() -> Refusal {
    Error::new(Code::HandleUsedUp).into()
}

impl fmt::Display for PendingRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PendingRequest")
    }
}

impl fmt::Debug for PendingRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
