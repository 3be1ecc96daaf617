//! The owner's signature or seal behind a compiled policy, by which a gate knows that nobody else wrote it.

use base64ct::{Base64, Encoding as _};
use binsign::{Code, Error, HmacKey, KeyType, SecretKey};
use binsign_decrypt::decrypted;

/// What a signature and a seal cover before the compiled form.
const HEADING: &[u8] = b"binsign policy 1\n";

/// A compiled policy with the signature of its owner behind it, who has an Ed25519 key for that (PEM, with the
/// passphrase where it is encrypted).
///
/// ```
/// use binsign::{PublicKey, policy::Policy};
/// use binsign_host::policy::{compile, sign_policy};
///
/// // The first key of RFC 8032, section 7.1, in the form of RFC 8410.
/// let private = b"-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g\n-----END PRIVATE KEY-----";
/// let public = b"-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=\n-----END PUBLIC KEY-----";
///
/// let image = compile("policy = 'binsign 1'\nname = 'monitor'\nversion = 1\npurpose = 'reads'\npermissions = ['READ']")?;
/// let signed = sign_policy(&image, private, None).unwrap();
/// let policy = Policy::signed(&signed, &PublicKey::from_pem(public).unwrap()).unwrap();
/// assert_eq!(policy.image(), image);
/// # Ok::<(), binsign_host::policy::PolicyTextError>(())
/// ```
///
/// # Errors
/// Those of a private key that cannot be had from the text; [`Code::KeyIsRsa`]; [`Code::PolicyMalformed`].
pub fn sign_policy(image: &[u8], pem: &[u8], passphrase: Option<&[u8]>) -> Result<Vec<u8>, Error> {
    endorsed(image, &private_key(pem, passphrase)?)
}

/// A private key in PEM, encrypted or not.
pub(super) fn private_key(pem: &[u8], passphrase: Option<&[u8]>) -> Result<SecretKey, Error> {
    match SecretKey::from_pem(pem) {
        Err(error) if error.code() == Code::KeyEncrypted => SecretKey::from_der(&decrypted(pem, passphrase)?),
        key => key,
    }
}

/// A compiled policy with a seal of its owner behind it, the HMAC-SHA-256 under a secret that owner and gate share.
///
/// ```
/// use binsign::{HmacKey, policy::Policy};
/// use binsign_host::policy::{compile, seal};
///
/// let image = compile("policy = 'binsign 1'\nname = 'monitor'\nversion = 1\npurpose = 'reads'\npermissions = ['READ']")?;
/// let sealed = seal(&image, b"example-secret").unwrap();
/// assert!(Policy::sealed(&sealed, &HmacKey::new(b"example-secret").unwrap()).is_ok());
/// assert!(Policy::sealed(&sealed, &HmacKey::new(b"another").unwrap()).is_err());
/// # Ok::<(), binsign_host::policy::PolicyTextError>(())
/// ```
///
/// # Errors
/// Those of [`HmacKey::new`]; [`Code::PolicyMalformed`].
pub fn seal(image: &[u8], secret: &[u8]) -> Result<Vec<u8>, Error> {
    endorsed(image, &SecretKey::from(HmacKey::new(secret)?))
}

fn endorsed(image: &[u8], key: &SecretKey) -> Result<Vec<u8>, Error> {
    let mut text = [0; 88];
    let length = key.sign_policy(&[HEADING, image].concat(), &mut text)?;
    let text = text.get(..length).and_then(|text| std::str::from_utf8(text).ok()).unwrap_or_default();
    let signature = match key.key_type() {
        KeyType::Hmac => {
            (0..text.len() / 2).map_while(|at| u8::from_str_radix(text.get(2 * at..2 * at + 2)?, 16).ok()).collect()
        }
        _ => Base64::decode_vec(text).map_err(|_| Error::new(Code::Internal))?,
    };
    Ok([image, &signature].concat())
}
