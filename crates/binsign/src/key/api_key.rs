//! The API key: the public half in name only, since the Terms want it kept like a password (clause E 11).

use core::fmt;

use heapless::String;
use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::{Code, Error};

/// The longest API key taken, in bytes; every key of the exchange seen so far has 64.
const MAX_API_KEY: usize = 128;

/// An API key, sent as `X-MBX-APIKEY`: letters and digits only, so that it cannot break a header.
///
/// ```
/// use binsign::ApiKey;
///
/// assert!(ApiKey::new("vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A").is_ok());
/// assert!(ApiKey::new("\"pasted with quotes\"").is_err());
/// ```
pub struct ApiKey {
    text: String<MAX_API_KEY, u8>,
}

impl ApiKey {
    /// Takes an API key as the exchange shows it: 1 to 128 letters and digits.
    ///
    /// # Errors
    /// `API_KEY_MALFORMED`: the exchange would answer -2014.
    pub fn new(text: &str) -> Result<Self, Error> {
        let malformed = || Error::new(Code::ApiKeyMalformed);
        if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return Err(malformed());
        }
        let mut key = Self { text: String::new() };
        // What lies behind the text goes with it wherever it is moved, so it is not to be what lay on the stack before.
        while key.text.push('\0').is_ok() {}
        key.text.clear();
        key.text.push_str(text).map_err(|_| malformed())?;
        Ok(key)
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }
}

impl fmt::Debug for ApiKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ApiKey")
    }
}

impl Drop for ApiKey {
    fn drop(&mut self) {
        self.text.zeroize();
    }
}

impl ZeroizeOnDrop for ApiKey {}
