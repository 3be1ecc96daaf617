//! The signer: a handle on a key that can be wiped before the last reference to it is gone.

use std::fmt;
use std::sync::{PoisonError, RwLock};

use binsign::{Code, Error, Gate, KeyType};
use binsign_host::{Signable as _, make_hmac, make_pem};

use crate::{Call, Refusal, SignedRequest, Timestamp};

/// What signs: an API key together with its secret or private key, out of reach of Swift and Kotlin.
///
/// Signing from several threads at once is fine.
#[derive(uniffi::Object)]
#[uniffi::export(Debug, Display)]
pub struct Signer {
    gate: Gate,
    /// Known after the key is wiped, too.
    key_type: KeyType,
    /// Empty after [`wipe`](Signer::wipe).
    key: RwLock<Option<Box<binsign::Signer>>>,
}

#[uniffi::export]
impl Signer {
    /// Takes an API key and the HMAC secret that Binance showed with it.
    ///
    /// # Errors
    /// `API_KEY_MALFORMED`, `SECRET_MALFORMED`, `SECRET_IS_PRIVATE_KEY`.
    #[uniffi::constructor]
    pub fn hmac(api_key: &str, secret: &[u8]) -> Result<Self, Refusal> {
        Ok(make_hmac(api_key, secret)?.into())
    }

    /// Takes an API key and the private key, in PEM, whose public half was registered with it.
    ///
    /// # Errors
    /// `API_KEY_MALFORMED`, `KEY_MALFORMED`, `KEY_ENCRYPTED`, `KEY_MISMATCH`, and `KEY_IS_PUBLIC` and the like for what
    /// is no such key.
    #[uniffi::constructor]
    pub fn pem(api_key: &str, pem: &[u8]) -> Result<Self, Refusal> {
        Ok(make_pem(api_key, pem, None)?.into())
    }

    /// How the key signs: `HMAC` or `Ed25519`.
    #[must_use]
    pub fn key_type(&self) -> String {
        self.key_type.as_str().to_owned()
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
            time_unit: None,
        };
        Ok(call.sign(&self.gate, signer)?.into())
    }

    /// Wipes the key now; the handle signs nothing from here on. A second time does nothing.
    pub fn wipe(&self) {
        // Assigned and not taken out: the key is wiped where it lies.
        *self.key.write().unwrap_or_else(PoisonError::into_inner) = None;
    }
}

impl From<Box<binsign::Signer>> for Signer {
    fn from(key: Box<binsign::Signer>) -> Self {
        Self { gate: Gate::documented_routes(), key_type: key.key_type(), key: RwLock::new(Some(key)) }
    }
}

impl fmt::Display for Signer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Signer({})", self.key_type.as_str())
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

#[cfg(test)]
mod tests {
    use super::Signer;
    use crate::{Call, Parameter, Refusal, Timestamp, refuse};

    const API_KEY: &str = "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A";
    const SECRET: &str = "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j";

    fn account(timestamp: Timestamp) -> Call {
        let (method, path) = ("GET".to_owned(), "/api/v3/account".to_owned());
        Call { method, path, query: Vec::new(), body: Vec::new(), recv_window: None, timestamp }
    }

    #[test]
    fn nothing_prints_a_key_a_value_or_a_signature() {
        let signer = Signer::hmac(API_KEY, SECRET.as_bytes()).unwrap();
        let mut call = account(Timestamp::Now);
        call.query.push(Parameter { name: "newClientOrderId".into(), value: "hidden".into() });
        let request = signer.sign(call.clone()).unwrap();
        let prints = [
            format!("{signer:?} {signer}"),
            format!("{call:?} {call}"),
            format!("{:?} {}", call.query[0], call.query[0]),
            format!("{request:?} {request}"),
            format!("{:?} {}", request.headers[0], request.headers[0]),
        ];
        for print in prints {
            for hidden in [API_KEY, SECRET, "hidden", request.signature.as_deref().unwrap()] {
                assert!(!print.contains(hidden), "{print}");
            }
        }
    }

    #[test]
    fn an_ed25519_key_signs_and_is_wiped() {
        // The published key, payload and signature of the vector `java-ed25519`.
        let pem = b"-----BEGIN PRIVATE KEY-----\n\
                    MC4CAQAwBQYDK2VwBCIEILpXm6EtDzSzPJWHTbP904h5R3bzb0QsLjTf1tAt2OlB\n-----END PRIVATE KEY-----\n";
        let expected = "1KohSdsEYUHEO2qTbkkjbmFdufaUTF9dKat6oUwE2RHT+zThFX4i1MMeNC5nqH0Eya07jbRN9/Lq1HaTgjD2Aw==";
        let signer = Signer::pem("apiKey", pem).unwrap();
        let given = || account(Timestamp::Given { text: "1736393892000".into() });
        assert_eq!(signer.sign(given()).unwrap().signature.as_deref(), Some(expected));
        signer.wipe();
        assert!(matches!(signer.sign(given()), Err(Refusal::Invalid { number: 112, .. })));
        assert_eq!(
            (signer.key_type().as_str(), format!("{signer} {signer:?}").as_str()),
            ("Ed25519", "Signer(Ed25519) Signer(Ed25519)")
        );
        assert!(matches!(Signer::pem("apiKey", b"secret"), Err(Refusal::Invalid { number: 307, .. })));
    }

    #[test]
    fn a_wiped_signer_signs_nothing() {
        let signer = Signer::hmac(API_KEY, SECRET.as_bytes()).unwrap();
        // From Binance's signature examples.
        let expected = "d84e6641b1e328e7b418fff030caed655c266299c9355e36ce801ed14631eed4";
        let given = || account(Timestamp::Given { text: "1578963600000".into() });
        assert_eq!(signer.sign(given()).unwrap().signature.as_deref(), Some(expected));
        signer.wipe();
        signer.wipe();
        assert!(matches!(signer.sign(given()), Err(Refusal::Invalid { number: 112, .. })));
    }

    #[test]
    fn a_refusal_asked_for_has_the_words_of_the_core() {
        let Err(Refusal::Invalid { code, number, explanation, param }) = refuse(113, 2, "price") else { panic!() };
        assert_eq!((code.as_str(), number, param.as_deref()), ("VALUE_TYPE", 113, Some("price")));
        assert!(explanation.starts_with("parameter 2 `price` has a value of a type"));
        assert!(matches!(refuse(1, 0, ""), Err(Refusal::Invalid { number: 901, .. })));
    }
}
