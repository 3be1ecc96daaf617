//! The signer: a handle on a key that can be wiped before the last reference to it is gone.

use std::fmt;
use std::sync::{PoisonError, RwLock};

use binsign::{Code, Error, Gate};

use crate::{Call, Refusal, SignedRequest, Timestamp};

/// What signs: an API key together with its secret, out of reach of Swift and Kotlin.
///
/// Signing from several threads at once is fine.
#[derive(uniffi::Object)]
#[uniffi::export(Debug, Display)]
pub struct Signer {
    gate: Gate,
    /// Empty after [`wipe`](Signer::wipe).
    key: RwLock<Option<binsign::Signer>>,
}

#[uniffi::export]
impl Signer {
    /// Takes an API key and the HMAC secret that Binance showed with it.
    ///
    /// # Errors
    /// `API_KEY_MALFORMED`, `SECRET_MALFORMED`, `SECRET_IS_PRIVATE_KEY`.
    #[uniffi::constructor]
    pub fn hmac(api_key: &str, secret: &[u8]) -> Result<Self, Refusal> {
        let key = binsign::Signer::hmac(api_key, secret)?;
        Ok(Self { gate: Gate::documented_routes(), key: RwLock::new(Some(key)) })
    }

    /// Has the gate decide on the call, and signs it.
    ///
    /// # Errors
    /// Those of binsign's requests and of its gate; `HANDLE_USED_UP` after [`wipe`](Signer::wipe).
    pub fn sign(&self, call: Call) -> Result<SignedRequest, Refusal> {
        let held = self.key.read().unwrap_or_else(PoisonError::into_inner);
        let Some(signer) = held.as_ref() else { return Err(Error::new(Code::HandleUsedUp).into()) };
        let query = pairs(&call.query);
        let body = pairs(&call.body);
        let call = binsign_host::Call {
            method: &call.method,
            path: &call.path,
            query: &query,
            body: &body,
            recv_window: call.recv_window.as_deref(),
            timestamp: match &call.timestamp {
                Timestamp::Now => binsign_host::Timestamp::Now,
                Timestamp::Given { text } => binsign_host::Timestamp::Given(text),
                Timestamp::Omitted => binsign_host::Timestamp::Omitted,
            },
        };
        Ok(call.sign(&self.gate, signer)?.into())
    }

    /// Wipes the key now; the handle signs nothing from here on. A second time does nothing.
    pub fn wipe(&self) {
        // The key wipes itself when it is dropped.
        drop(self.key.write().unwrap_or_else(PoisonError::into_inner).take());
    }
}

impl fmt::Display for Signer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Signer(HMAC)")
    }
}

impl fmt::Debug for Signer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

fn pairs(parameters: &[crate::Parameter]) -> Vec<(&str, &str)> {
    parameters.iter().map(|parameter| (parameter.name.as_str(), parameter.value.as_str())).collect()
}
