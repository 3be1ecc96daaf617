//! What is raised to the power: EMSA-PKCS1-v1_5 with SHA-256 (RFC 8017, section 9.2).

use core::iter::repeat_n;

use sha2::{Digest as _, Sha256};

use super::limb::{BYTES, Limb};

/// `DigestInfo` of SHA-256 up to the hash itself (RFC 8017, section 9.2, note 1).
const DIGEST_INFO: [u8; 19] = [0x30, 0x31, 0x30, 0x0D, 6, 9, 0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 1, 5, 0, 4, 0x20];

/// The bytes around the row of ones: 0 and 1 before, 0 behind.
const MARKS: usize = 3;

/// Writes the encoded message, as a number of `length` bytes; those are over 62, as every key is long enough for.
pub(super) fn encode(payload: &[u8], length: usize, number: &mut [Limb]) {
    let hash = Sha256::digest(payload);
    let ones = length.saturating_sub(MARKS).saturating_sub(DIGEST_INFO.len()).saturating_sub(hash.len());
    // The lowest byte first.
    let info = hash.iter().rev().chain(DIGEST_INFO.iter().rev()).copied();
    let mut bytes = info.chain([0]).chain(repeat_n(0xFF, ones)).chain([1]);
    for slot in number {
        let mut limb = [0; BYTES];
        for byte in &mut limb {
            *byte = bytes.next().unwrap_or_default();
        }
        *slot = Limb::from_le_bytes(limb);
    }
}
