//! The signer: a handle on a key that can be wiped before the last reference to it is gone.

use std::fmt;
use std::sync::{Arc, PoisonError, RwLock};

use binsign::{Code, Error, KeyState};
use binsign_host::{make_hmac, make_pem};

use crate::{Call, Circumstances, Guard, KeyType, Refusal, SignedRequest};

/// What signs: an API key together with its secret or private key, out of reach of Swift and Kotlin.
///
/// Signing from several threads at once is fine.
#[derive(uniffi::Object)]
#[uniffi::export(Debug, Display)]
pub struct Signer {
    guard: Arc<Guard>,
    /// Known after the key is wiped, too.
    key_type: binsign::KeyType,
    /// Empty after [`wipe`](Signer::wipe), and where the key is out of use for good.
    key: RwLock<Option<Box<binsign::Signer>>>,
}

#[uniffi::export]
impl Signer {
    /// Takes an API key and the HMAC secret that Binance showed with it.
    ///
    /// # Errors
    /// `API_KEY_MALFORMED`, `SECRET_MALFORMED`, `SECRET_IS_PRIVATE_KEY`.
    #[uniffi::constructor]
    pub fn hmac(api_key: &str, secret: &[u8], guard: Arc<Guard>) -> Result<Self, Refusal> {
        Ok(Self::under(guard, make_hmac(api_key, secret)?))
    }

    /// Takes an API key and the private key, in PEM, whose public half was registered with it.
    ///
    /// # Errors
    /// `API_KEY_MALFORMED`, `KEY_MALFORMED`, `KEY_MISMATCH`, `KEY_PASSPHRASE_MISSING`, and `KEY_IS_PUBLIC` and the like
    /// for what is no such key.
    #[uniffi::constructor]
    pub fn pem(api_key: &str, pem: &[u8], guard: Arc<Guard>) -> Result<Self, Refusal> {
        Ok(Self::under(guard, make_pem(api_key, pem, None)?))
    }

    /// The same for a private key that is encrypted; for one that is not, the passphrase is not looked at.
    ///
    /// # Errors
    /// Those of [`pem`](Self::pem); `KEY_PASSPHRASE_WRONG`, `KEY_ENCRYPTION_OLD`, `KEY_ENCRYPTION_COSTLY`.
    #[uniffi::constructor]
    pub fn encrypted_pem(api_key: &str, pem: &[u8], passphrase: &[u8], guard: Arc<Guard>) -> Result<Self, Refusal> {
        Ok(Self::under(guard, make_pem(api_key, pem, Some(passphrase))?))
    }

    /// How the key signs.
    #[must_use]
    pub fn key_type(&self) -> KeyType {
        self.key_type.into()
    }

    /// Has the gate decide on the call, and signs it.
    ///
    /// # Errors
    /// Those of binsign's requests and of its gate; `HANDLE_USED_UP` after [`wipe`](Signer::wipe).
    pub fn sign(&self, call: Call, circumstances: Circumstances) -> Result<SignedRequest, Refusal> {
        let asking = self.guard.asking(&circumstances);
        let held = self.key.read().unwrap_or_else(PoisonError::into_inner);
        let Some(signer) = held.as_ref() else {
            // The gate tells why, where the key was erased for its sake.
            if self.is_out_of_use() {
                call.check(asking)?;
            }
            return Err(Error::new(Code::HandleUsedUp).into());
        };
        Ok(call.sign(asking, signer)?.into())
    }

    /// Takes the key out of use for good, and wipes it.
    pub fn revoke(&self) {
        self.guard.inner().revoke();
        self.wipe();
    }

    /// The agreement has ended: the key is out of use for good, and wiped.
    pub fn terminate(&self) {
        self.guard.inner().terminate();
        self.wipe();
    }

    /// Wipes the key now; the handle signs nothing from here on. A second time does nothing.
    pub fn wipe(&self) {
        // Assigned and not taken out: the key is wiped where it lies.
        *self.key.write().unwrap_or_else(PoisonError::into_inner) = None;
    }
}

impl Signer {
    fn under(guard: Arc<Guard>, key: Box<binsign::Signer>) -> Self {
        let key_type = key.key_type();
        guard.inner().set_key_type(key_type);
        let signer = Self { guard, key_type, key: RwLock::new(Some(key)) };
        if signer.is_out_of_use() {
            signer.wipe();
        }
        signer
    }

    fn is_out_of_use(&self) -> bool {
        matches!(self.guard.inner().key_state(), KeyState::Revoked | KeyState::Terminated)
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

/// Makes a call ready that needs no key: a public route, or a request of a session that is logged on.
///
/// # Errors
/// `KEY_MISSING` where the exchange wants a key; those of binsign's requests and of its gate.
#[uniffi::export]
pub fn without_key(call: Call) -> Result<SignedRequest, Refusal> {
    Ok(call.without_key((&binsign_host::Guard::documented_routes()).into())?.into())
}

#[cfg(test)]
mod tests {
    use super::Signer;
    use std::sync::Arc;

    use crate::{
        Call, Circumstances, Clock, ExternalKey, Guard, KeyType, Parameter, Policy, Refusal, Timestamp, Value, refuse,
        without_key,
    };

    const API_KEY: &str = "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A";
    const SECRET: &str = "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j";

    const USUAL: Circumstances = Circumstances { clock: Clock::Host, approval: None };

    /// The documented routes.
    fn guard() -> Arc<Guard> {
        Arc::new(Guard::new(None, None, None).unwrap())
    }

    fn account(timestamp: Timestamp) -> Call {
        rest("/api/v3/account", Vec::new(), timestamp)
    }

    fn rest(path: &str, query: Vec<Parameter>, timestamp: Timestamp) -> Call {
        let (method, path) = ("GET".to_owned(), path.to_owned());
        Call::Rest { method, path, query, body: Vec::new(), recv_window: None, timestamp, time_unit: None }
    }

    #[test]
    fn nothing_prints_a_key_a_value_or_a_signature() {
        let signer = Signer::hmac(API_KEY, SECRET.as_bytes(), guard()).unwrap();
        let parameter = Parameter { name: "newClientOrderId".into(), value: Value::Text { text: "hidden".into() } };
        let call = rest("/api/v3/account", vec![parameter.clone()], Timestamp::Now);
        let request = signer.sign(call.clone(), USUAL).unwrap();
        let prints = [
            format!("{signer:?} {signer}"),
            format!("{call:?} {call}"),
            format!("{parameter:?} {parameter} {:?} {}", parameter.value, parameter.value),
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
        let signer = Signer::pem("apiKey", pem, guard()).unwrap();
        let given = || account(Timestamp::Ms { ms: 1_736_393_892_000 });
        assert_eq!(signer.sign(given(), USUAL).unwrap().signature.as_deref(), Some(expected));
        signer.wipe();
        assert!(matches!(signer.sign(given(), USUAL), Err(Refusal::Invalid { number: 112, .. })));
        assert_eq!(signer.key_type(), KeyType::Ed25519);
        assert_eq!(format!("{signer} {signer:?}"), "Signer(Ed25519) Signer(Ed25519)");
        assert!(matches!(Signer::pem("apiKey", b"secret", guard()), Err(Refusal::Invalid { number: 307, .. })));
    }

    #[test]
    fn a_wiped_signer_signs_nothing() {
        let signer = Signer::hmac(API_KEY, SECRET.as_bytes(), guard()).unwrap();
        // From Binance's signature examples.
        let expected = "d84e6641b1e328e7b418fff030caed655c266299c9355e36ce801ed14631eed4";
        let given = || account(Timestamp::Given { text: "1578963600000".into() });
        assert_eq!(signer.sign(given(), USUAL).unwrap().signature.as_deref(), Some(expected));
        signer.wipe();
        signer.wipe();
        assert!(matches!(signer.sign(given(), USUAL), Err(Refusal::Invalid { number: 112, .. })));
    }

    #[test]
    fn a_request_begun_is_finished_once() {
        let key = ExternalKey::new(API_KEY, KeyType::Hmac, guard()).unwrap();
        let begin = || key.begin(account(Timestamp::Ms { ms: 1_578_963_600_000 }), USUAL).unwrap();
        let pending = begin();
        assert_eq!(pending.payload().unwrap().as_deref(), Some(&b"timestamp=1578963600000"[..]));
        let signed = pending.finish(&[0xd8; 32]).unwrap();
        assert_eq!(signed.signature, Some("d8".repeat(32)));
        assert!(matches!(pending.finish(&[0xd8; 32]), Err(Refusal::Invalid { number: 112, .. })));
        assert!(matches!(pending.payload(), Err(Refusal::Invalid { number: 112, .. })));
        let pending = begin();
        pending.drop_unsigned();
        assert!(matches!(pending.finish(&[0xd8; 32]), Err(Refusal::Invalid { number: 112, .. })));
        assert!(matches!(begin().finish(&[0xd8; 31]), Err(Refusal::Invalid { number: 502, .. })));
        let public = key.begin(rest("/api/v3/time", Vec::new(), Timestamp::Now), USUAL).unwrap();
        assert_eq!(public.payload().unwrap(), None);
        assert_eq!(public.finish(&[]).unwrap().signature, None);
        assert_eq!(format!("{key} {key:?} {public}"), "ExternalKey(HMAC) ExternalKey(HMAC) PendingRequest");
    }

    #[test]
    fn only_what_needs_no_key_is_made_without_one() {
        let time = without_key(rest("/api/v3/time", Vec::new(), Timestamp::Now)).unwrap();
        assert_eq!((time.target.as_str(), time.headers.len()), ("/api/v3/time", 0));
        assert!(matches!(without_key(account(Timestamp::Now)), Err(Refusal::Invalid { number: 304, .. })));
    }

    /// The unit is what the caller says, whatever the number looks like.
    #[test]
    fn a_time_in_the_wrong_unit_is_refused() {
        let signer = Signer::hmac(API_KEY, SECRET.as_bytes(), guard()).unwrap();
        let payload = |timestamp| signer.sign(account(timestamp), USUAL).map(|signed| signed.payload.unwrap());
        assert_eq!(payload(Timestamp::Us { us: 1_578_963_600_000_001 }).unwrap(), "timestamp=1578963600000001");
        for wrong in [
            Timestamp::Ms { ms: 1_578_963_600_000_001 },
            Timestamp::Us { us: 1_578_963_600_000 },
            Timestamp::Ms { ms: -1 },
        ] {
            assert!(matches!(payload(wrong), Err(Refusal::Invalid { number: 109, .. })));
        }
    }

    #[test]
    fn a_refusal_asked_for_has_the_words_of_the_core() {
        let Err(Refusal::Invalid { code, number, explanation, param, .. }) = refuse(113, 2, "price") else { panic!() };
        assert_eq!((code.as_str(), number, param.as_deref()), ("VALUE_TYPE", 113, Some("price")));
        assert!(explanation.starts_with("parameter 2 `price` has a value of a type"));
        assert!(matches!(refuse(1, 0, ""), Err(Refusal::Invalid { number: 901, .. })));
    }

    const READER: &str = r#"
        policy = "binsign 1"
        name = "reader"
        version = 1
        purpose = "reads the account"
        app = "desk"
        permissions = ["enableReading"]

        [[allow]]
        name = "look"
        routes = ["spot:reading"]

        [[limit]]
        name = "twice a minute"
        count = "requests"
        max = "2"
        per = "1m"
    "#;

    fn reader(app: Option<&str>) -> Arc<Guard> {
        let policy = Arc::new(Policy::from_toml(READER).unwrap());
        Arc::new(Guard::new(Some(policy), app.map(Into::into), None).unwrap())
    }

    fn denial(refusal: Refusal) -> (String, String, String) {
        let Refusal::Denied { code, clause, rule, .. } = refusal else { panic!("{refusal:?}") };
        (code, clause, rule)
    }

    /// Clauses and rules as docs/policy.md has them in sections 6 and 7.
    #[test]
    fn a_policy_is_asked_and_says_why_not() {
        let stranger = Signer::hmac(API_KEY, SECRET.as_bytes(), reader(None)).unwrap();
        let refused = stranger.sign(account(Timestamp::Now), USUAL).unwrap_err();
        assert_eq!(denial(refused), ("APP_OTHER".into(), "E 11 a".into(), "app".into()));

        let guard = reader(Some("desk"));
        let signer = Signer::hmac(API_KEY, SECRET.as_bytes(), Arc::clone(&guard)).unwrap();
        let order = Call::Rest {
            method: "DELETE".into(),
            path: "/api/v3/openOrders".into(),
            query: vec![Parameter { name: "symbol".into(), value: Value::Text { text: "BTCUSDT".into() } }],
            body: Vec::new(),
            recv_window: None,
            timestamp: Timestamp::Now,
            time_unit: None,
        };
        let refused = signer.sign(order.clone(), USUAL).unwrap_err();
        assert_eq!(denial(refused), ("PERMISSION_NOT_DECLARED".into(), "D 9".into(), "permissions".into()));
        assert!(guard.check(order, USUAL).is_err());

        // The verdict alone counts nothing.
        for _ in 0..3 {
            guard.check(account(Timestamp::Now), USUAL).unwrap();
        }
        assert!(!guard.explain(account(Timestamp::Now), USUAL).unwrap().is_empty());
        for _ in 0..2 {
            signer.sign(account(Timestamp::Now), USUAL).unwrap();
        }
        let refused = signer.sign(account(Timestamp::Now), USUAL).unwrap_err();
        assert_eq!(denial(refused), ("LIMIT_SPENT".into(), "D 9".into(), "twice a minute".into()));
    }

    #[test]
    fn a_request_given_up_is_given_back() {
        let key = ExternalKey::new(API_KEY, KeyType::Hmac, reader(Some("desk"))).unwrap();
        let begin = || key.begin(account(Timestamp::Now), USUAL);
        let (first, second) = (begin().unwrap(), begin().unwrap());
        assert_eq!(denial(begin().unwrap_err()).0, "LIMIT_SPENT");
        first.drop_unsigned();
        second.finish(&[0; 32]).unwrap();
        let third = begin().unwrap();
        assert_eq!(denial(begin().unwrap_err()).0, "LIMIT_SPENT");
        drop(third);
    }

    #[test]
    fn a_revoked_key_is_gone_and_stays_so() {
        let guard = reader(Some("desk"));
        let signer = Signer::hmac(API_KEY, SECRET.as_bytes(), Arc::clone(&guard)).unwrap();
        signer.revoke();
        assert!(signer.key.read().unwrap().is_none());
        let refused = signer.sign(account(Timestamp::Now), USUAL).unwrap_err();
        assert_eq!(denial(refused), ("KEY_REVOKED".into(), "H 17".into(), "key-state".into()));

        let policy = Arc::new(Policy::from_toml(READER).unwrap());
        let restored = Guard::new(Some(policy), Some("desk".into()), guard.save()).unwrap();
        let again = Signer::hmac(API_KEY, SECRET.as_bytes(), Arc::new(restored)).unwrap();
        assert!(again.key.read().unwrap().is_none());
        assert_eq!(denial(again.sign(account(Timestamp::Now), USUAL).unwrap_err()).0, "KEY_REVOKED");
    }

    #[test]
    fn what_is_wrong_with_a_policy_has_its_place() {
        let Err(Refusal::Invalid { code, place, .. }) = Policy::from_toml("policy = \"binsign 1\"\nnam = \"maker\"\n")
        else {
            panic!()
        };
        assert_eq!((code.as_str(), place.map(|place| (place.line, place.column))), ("POLICY_TEXT", Some((2, 1))));
    }
}
