//! What is raised to the power: EMSA-PKCS1-v1_5 with SHA-256 (RFC 8017, section 9.2).

use core::cmp::Ordering;

use sha2::{Digest as _, Sha256};

use super::limb::{self, BYTES, Limb};

/// The last of the ones, so many that it is whole limbs; 0; `DigestInfo` of SHA-256 up to the hash itself (RFC 8017,
/// section 9.2, note 1).
const BEFORE_HASH: [u8; 24] =
    [0xFF, 0xFF, 0xFF, 0xFF, 0, 0x30, 0x31, 0x30, 0x0D, 6, 9, 0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 1, 5, 0, 4, 0x20];

/// Writes the encoded message, as a number of `length` bytes; those are over 62, as every key is long enough for.
pub(super) fn encode(payload: &[u8], length: usize, number: &mut [Limb]) {
    // 0 and 1, then ones.
    let mark = length.saturating_sub(2);
    let highest = Limb::wrapping_sub(2 << mark.wrapping_rem(BYTES).saturating_mul(8), 1);
    for (place, slot) in number.iter_mut().enumerate() {
        *slot = match place.cmp(&mark.wrapping_div(BYTES)) {
            Ordering::Less => Limb::MAX,
            Ordering::Equal => highest,
            Ordering::Greater => 0,
        };
    }
    let hash = Sha256::digest(payload);
    if let Some((low, above)) = number.split_at_mut_checked(hash.len().wrapping_div(BYTES)) {
        limb::from_bytes(low, &hash);
        limb::from_bytes(above.get_mut(..BEFORE_HASH.len().wrapping_div(BYTES)).unwrap_or_default(), &BEFORE_HASH);
    }
}
