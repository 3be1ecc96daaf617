//! The key of an application: the API key that names it and the secret that signs, opaque and wiped on drop.

mod api_key;
mod hmac;

pub use api_key::ApiKey;
pub use hmac::HmacKey;

pub(crate) use hmac::HMAC_SIGNATURE;

use core::fmt;

use crate::Error;

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
    pub(crate) api_key: ApiKey,
    pub(crate) key: HmacKey,
}

impl Signer {
    /// Takes an API key and the HMAC secret that Binance showed with it.
    ///
    /// # Errors
    /// `API_KEY_MALFORMED`, `SECRET_MALFORMED`, `SECRET_IS_PRIVATE_KEY`.
    pub fn hmac(api_key: &str, secret: &[u8]) -> Result<Self, Error> {
        Ok(Self { api_key: ApiKey::new(api_key)?, key: HmacKey::new(secret)? })
    }
}

impl fmt::Debug for Signer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Signer(HMAC)")
    }
}
