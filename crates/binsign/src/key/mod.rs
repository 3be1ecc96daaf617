//! The key of an application: the API key that names it and the secret that signs, opaque and wiped on drop.

#[cfg(any(feature = "ed25519", feature = "rsa"))]
mod algorithm;
mod api_key;
mod declassify;
#[cfg(any(feature = "ed25519", feature = "rsa"))]
mod der;
#[cfg(feature = "ed25519")]
mod ed25519;
mod external;
mod hmac;
#[cfg(any(feature = "ed25519", feature = "rsa"))]
mod pem;
#[cfg(any(feature = "ed25519", feature = "rsa"))]
mod private;
#[cfg(any(feature = "ed25519", feature = "rsa"))]
mod public;
// With AWS-LC only the checks of it are used, and its tests.
#[cfg(feature = "rsa")]
#[cfg_attr(feature = "aws-lc", allow(dead_code))]
mod rsa;
#[cfg(any(feature = "ed25519", feature = "rsa"))]
mod stack;

pub use api_key::ApiKey;
#[cfg(binsign_constant_time)]
pub use declassify::DECLASSIFY;
#[cfg(feature = "ed25519")]
pub use ed25519::Ed25519Key;
pub use external::ExternalKey;
pub use hmac::HmacKey;
#[cfg(any(feature = "ed25519", feature = "rsa"))]
pub use public::PublicKey;

pub(crate) use external::MAX_EXTERNAL_TEXT;
pub(crate) use hmac::HMAC_SIGNATURE;

use core::fmt;

#[cfg(feature = "rsa")]
use self::rsa::RsaSigningKey;
use crate::Error;

/// The longest signature as text, before any percent-encoding.
pub(crate) const MAX_SIGNATURE: usize = {
    #[cfg(feature = "rsa")]
    let longest = rsa::RSA_SIGNATURE;
    #[cfg(all(feature = "ed25519", not(feature = "rsa")))]
    let longest = ed25519::ED25519_SIGNATURE;
    #[cfg(not(any(feature = "ed25519", feature = "rsa")))]
    let longest = HMAC_SIGNATURE;
    longest
};

/// How a key signs.
///
/// ```
/// use binsign::KeyType;
///
/// assert_eq!(KeyType::Hmac.as_str(), "HMAC");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum KeyType {
    /// HMAC-SHA-256 with a secret that the exchange made.
    Hmac,
    /// Ed25519 with a key that the owner made.
    Ed25519,
    /// RSA (PKCS#1 v1.5, SHA-256) with a key that the owner made, 2048 to 4096 bits.
    Rsa,
}

impl KeyType {
    /// The name in the exchange's documentation.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Hmac => "HMAC",
            Self::Ed25519 => "Ed25519",
            Self::Rsa => "RSA",
        }
    }

    /// The longest text of a signature of that type.
    pub(crate) const fn text_len(self) -> usize {
        match self {
            Self::Hmac => HMAC_SIGNATURE,
            Self::Ed25519 => 88,
            Self::Rsa => MAX_EXTERNAL_TEXT,
        }
    }
}

/// A secret of some type: what a [`Signer`] signs with.
///
/// ```
/// use binsign::{HmacKey, KeyType, SecretKey};
///
/// let secret = SecretKey::from(HmacKey::new(b"NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j")?);
/// assert_eq!(secret.key_type(), KeyType::Hmac);
/// # Ok::<(), binsign::Error>(())
/// ```
pub struct SecretKey {
    kind: Kind,
}

/// Every kind is filled up with zeros to the size of the largest: bytes that belong to no field are never wiped, and
/// moving the key would leave a copy of it there.
enum Kind {
    Hmac {
        key: HmacKey,
        _rest: [u8; LARGEST - size_of::<HmacKey>()],
    },
    #[cfg(feature = "ed25519")]
    Ed25519 {
        key: Ed25519Key,
        _rest: [u8; LARGEST - size_of::<Ed25519Key>()],
    },
    #[cfg(feature = "rsa")]
    Rsa {
        key: RsaSigningKey,
        _rest: [u8; LARGEST - size_of::<RsaSigningKey>()],
    },
}

/// Bytes of the largest kind.
const LARGEST: usize = {
    let largest = size_of::<HmacKey>();
    #[cfg(feature = "ed25519")]
    let largest = larger(largest, size_of::<Ed25519Key>());
    #[cfg(feature = "rsa")]
    let largest = larger(largest, size_of::<RsaSigningKey>());
    largest
};

#[cfg(any(feature = "ed25519", feature = "rsa"))]
const fn larger(one: usize, other: usize) -> usize {
    if one > other { one } else { other }
}

impl SecretKey {
    /// Takes a private key in PEM: an Ed25519 key in PKCS#8, version 1 or 2, or an RSA key of 2048 to 4096 bits in
    /// PKCS#8 or PKCS#1; not encrypted. What it is, its algorithm identifier says. Line ends may be LF, CRLF, blanks or
    /// the two characters `\n`, or missing.
    ///
    /// # Errors
    /// `KEY_MALFORMED`, also where the numbers of an RSA key do not belong together; `KEY_TOO_SHORT` and `KEY_TOO_LONG`
    /// for RSA; `KEY_ENCRYPTED`, `KEY_IS_PUBLIC` and the like for what is no such key; `KEY_MISMATCH` where the text has
    /// a public key that is not that of the private one.
    #[cfg(any(feature = "ed25519", feature = "rsa"))]
    pub fn from_pem(text: &[u8]) -> Result<Self, Error> {
        stack::wiped_after_making(text, || private::from_pem(text))
    }

    /// Takes a private key in DER: PKCS#8, or PKCS#1 for RSA.
    ///
    /// # Errors
    /// Those of [`from_pem`](Self::from_pem).
    #[cfg(any(feature = "ed25519", feature = "rsa"))]
    pub fn from_der(der: &[u8]) -> Result<Self, Error> {
        stack::wiped_after_making(&[], || private::from_der(der))
    }

    /// Decodes what an encrypted private key in PEM holds, for a host that decrypts it: the DER of an
    /// `EncryptedPrivateKeyInfo` (RFC 5958), at the beginning of `buffer`.
    ///
    /// The text may have any form that [`from_pem`](Self::from_pem) takes. Decrypting needs more memory than a
    /// microcontroller has; the crate `binsign-host` does it.
    ///
    /// ```
    /// use binsign::{Code, SecretKey};
    ///
    /// let text = b"-----BEGIN ENCRYPTED PRIVATE KEY-----\\nMAMC\\nAQA=\\n-----END ENCRYPTED PRIVATE KEY-----";
    /// assert_eq!(SecretKey::encrypted_der(text, &mut [0; 128])?, [0x30, 3, 2, 1, 0]);
    /// assert_eq!(SecretKey::from_pem(text).unwrap_err().code(), Code::KeyEncrypted);
    /// # Ok::<(), binsign::Error>(())
    /// ```
    ///
    /// # Errors
    /// `KEY_ENCRYPTION_OLD` for a text with the header `Proc-Type: 4,ENCRYPTED`; `KEY_MALFORMED` for one that is no
    /// encrypted private key; `BUFFER_TOO_SMALL` where the buffer is shorter than the text.
    #[cfg(any(feature = "ed25519", feature = "rsa"))]
    pub fn encrypted_der<'b>(text: &[u8], buffer: &'b mut [u8]) -> Result<&'b [u8], Error> {
        pem::encrypted_der(text, buffer)
    }

    /// How the key signs.
    #[must_use]
    pub const fn key_type(&self) -> KeyType {
        match self.kind {
            Kind::Hmac { .. } => KeyType::Hmac,
            #[cfg(feature = "ed25519")]
            Kind::Ed25519 { .. } => KeyType::Ed25519,
            #[cfg(feature = "rsa")]
            Kind::Rsa { .. } => KeyType::Rsa,
        }
    }

    /// Bytes of a signature as text.
    fn signature_text_len(&self) -> usize {
        match &self.kind {
            Kind::Hmac { .. } => HMAC_SIGNATURE,
            #[cfg(feature = "ed25519")]
            Kind::Ed25519 { .. } => ed25519::ED25519_SIGNATURE,
            #[cfg(feature = "rsa")]
            Kind::Rsa { key, .. } => key.signature_text_len(),
        }
    }

    fn sign(&self, payload: &[u8], text: &mut [u8]) -> Result<usize, Error> {
        match &self.kind {
            Kind::Hmac { key, .. } => key.sign(payload, text),
            #[cfg(feature = "ed25519")]
            Kind::Ed25519 { key, .. } => key.sign(payload, text),
            #[cfg(feature = "rsa")]
            Kind::Rsa { key, .. } => key.sign(payload, text),
        }
    }

    /// Signs a compiled policy as its owner, who is to have a key of his own for that. `headed` is the line
    /// `binsign policy 1` and the compiled form behind it; nothing else is signed. Writes base64 (Ed25519) or hexadecimal
    /// (HMAC) to the beginning of `text` and gives its length.
    ///
    /// ```
    /// use binsign::{Code, SecretKey};
    ///
    /// let owner = SecretKey::from(binsign::HmacKey::new(b"example")?);
    /// let refused = owner.sign_policy(b"symbol=BTCUSDT", &mut [0; 88]).unwrap_err();
    /// assert_eq!(refused.code(), Code::PolicyMalformed);
    /// # Ok::<(), binsign::Error>(())
    /// ```
    ///
    /// # Errors
    /// `POLICY_MALFORMED` where it is no policy under its heading, `KEY_IS_RSA`.
    #[cfg(feature = "policy")]
    pub fn sign_policy(&self, headed: &[u8], text: &mut [u8; 88]) -> Result<usize, Error> {
        let image = headed.strip_prefix(crate::policy::HEADING).ok_or(Error::new(crate::Code::PolicyMalformed))?;
        crate::policy::Policy::new(image)?;
        match &self.kind {
            #[cfg(feature = "rsa")]
            Kind::Rsa { .. } => Err(Error::new(crate::Code::KeyIsRsa)),
            _ => self.sign(headed, text),
        }
    }

    /// Signs the text of an approval, which the gate alone composes, where this is the private key of `approver`.
    #[cfg(all(feature = "policy", feature = "ed25519"))]
    pub(crate) fn sign_approval(&self, text: &[u8], approver: &[u8; 32]) -> Option<Result<[u8; 64], Error>> {
        match &self.kind {
            Kind::Ed25519 { key, .. } if key.public() == *approver => Some(key.signature(text)),
            _ => None,
        }
    }

    /// The same for a key that can be blinded (RSA); others sign as ever.
    #[cfg_attr(not(feature = "rsa"), allow(unused_variables))]
    fn sign_blinded(&self, payload: &[u8], entropy: &[u8; 32], text: &mut [u8]) -> Result<usize, Error> {
        match &self.kind {
            #[cfg(feature = "rsa")]
            Kind::Rsa { key, .. } => key.sign_blinded(payload, entropy, text),
            _ => self.sign(payload, text),
        }
    }
}

impl From<HmacKey> for SecretKey {
    fn from(key: HmacKey) -> Self {
        Self { kind: Kind::Hmac { key, _rest: [0; LARGEST - size_of::<HmacKey>()] } }
    }
}

#[cfg(feature = "ed25519")]
impl From<Ed25519Key> for SecretKey {
    fn from(key: Ed25519Key) -> Self {
        Self { kind: Kind::Ed25519 { key, _rest: [0; LARGEST - size_of::<Ed25519Key>()] } }
    }
}

#[cfg(feature = "rsa")]
impl From<RsaSigningKey> for SecretKey {
    fn from(key: RsaSigningKey) -> Self {
        Self { kind: Kind::Rsa { key, _rest: [0; LARGEST - size_of::<RsaSigningKey>()] } }
    }
}

impl fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SecretKey({})", self.key_type().as_str())
    }
}

/// What signs: an API key together with its secret.
///
/// Cannot be cloned, compared or printed; both parts are wiped when it is dropped.
///
/// ```
/// use binsign::Signer;
///
/// let signer = Signer::hmac("vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A",
///                           b"NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j")?;
/// assert_eq!(format!("{signer:?}"), "Signer(HMAC)");
/// # Ok::<(), binsign::Error>(())
/// ```
pub struct Signer {
    api_key: ApiKey,
    key: SecretKey,
}

impl Signer {
    /// Puts an API key and its secret together.
    #[must_use]
    pub const fn new(api_key: ApiKey, key: SecretKey) -> Self {
        Self { api_key, key }
    }

    /// Takes an API key and the HMAC secret that Binance showed with it.
    ///
    /// # Errors
    /// `API_KEY_MALFORMED`, `SECRET_MALFORMED`, `SECRET_IS_PRIVATE_KEY`.
    pub fn hmac(api_key: &str, secret: &[u8]) -> Result<Self, Error> {
        Ok(Self::new(ApiKey::new(api_key)?, HmacKey::new(secret)?.into()))
    }

    /// Takes an API key and the private key, in PEM, whose public half was registered with it.
    ///
    /// # Errors
    /// `API_KEY_MALFORMED`, and those of [`SecretKey::from_pem`].
    #[cfg(any(feature = "ed25519", feature = "rsa"))]
    pub fn pem(api_key: &str, text: &[u8]) -> Result<Self, Error> {
        stack::wiped_after_making(text, || Ok(Self::new(ApiKey::new(api_key)?, private::from_pem(text)?)))
    }

    /// How the key signs.
    #[must_use]
    pub const fn key_type(&self) -> KeyType {
        self.key.key_type()
    }

    pub(crate) fn api_key(&self) -> &str {
        self.api_key.as_str()
    }

    /// Bytes of a signature as Binance documents it, before any percent-encoding: hexadecimal or base64.
    pub(crate) fn signature_text_len(&self) -> usize {
        self.key.signature_text_len()
    }

    /// Writes a signature as text to the beginning of `text`, and gives its length; a place too short for
    /// [`signature_text_len`](Self::signature_text_len) gets nothing.
    ///
    /// For [`Authorized`](crate::Authorized) alone: nothing else is signed.
    pub(crate) fn sign(&self, payload: &[u8], text: &mut [u8]) -> Result<usize, Error> {
        self.key.sign(payload, text)
    }

    /// As [`sign`](Self::sign), with the same signature; an RSA key is blinded by `entropy`, 32 bytes that nobody else
    /// knows.
    pub(crate) fn sign_blinded(&self, payload: &[u8], entropy: &[u8; 32], text: &mut [u8]) -> Result<usize, Error> {
        self.key.sign_blinded(payload, entropy, text)
    }
}

impl fmt::Debug for Signer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Signer({})", self.key_type().as_str())
    }
}
