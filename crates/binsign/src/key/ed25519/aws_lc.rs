//! A pair of Ed25519 keys in AWS-LC: on hosts, twice as fast as the pure one with its check, and not verified.
//!
//! The key lies on the heap of AWS-LC, which wipes all memory that it frees (`OPENSSL_free`).

use aws_lc_rs::encoding::AsDer as _;
use aws_lc_rs::signature::{Ed25519KeyPair, KeyPair as _};
use ed25519_dalek::SIGNATURE_LENGTH;

use super::fault;
use crate::{Code, Error};

/// A private key with its public one; wiped on drop.
pub(super) struct Pair {
    pair: Ed25519KeyPair,
    /// The public key once more, to notice when one of the two changes in memory.
    public: [u8; 32],
}

impl Pair {
    /// The pair of a seed.
    pub(super) fn of(seed: &[u8; 32]) -> Result<Self, Error> {
        let internal = || Error::new(Code::Internal);
        let pair = Ed25519KeyPair::from_seed_unchecked(seed).map_err(|_| internal())?;
        let public = pair.public_key().as_ref().try_into().map_err(|_| internal())?;
        Ok(Self { pair, public })
    }

    pub(super) const fn public(&self) -> [u8; 32] {
        self.public
    }

    /// Signs without verifying, which would take three times as long as signing.
    ///
    /// A public key that has changed in memory is noticed: hashed into a signature, it would give the private one away.
    /// Other faults of the machine are not.
    pub(super) fn sign(&self, payload: &[u8]) -> Result<[u8; SIGNATURE_LENGTH], Error> {
        let signature = self.pair.try_sign(payload).map_err(|_| fault())?;
        // Written out of the memory that signing has read, other than the copy that `as_ref` gives.
        let public = self.pair.public_key().as_der().map_err(|_| fault())?;
        if !public.as_ref().ends_with(&self.public) {
            return Err(fault());
        }
        signature.as_ref().try_into().map_err(|_| fault())
    }
}

#[cfg(test)]
mod tests {
    use super::Pair;
    use crate::Code;

    #[test]
    fn a_changed_public_key_gives_no_signature() {
        for bit in 0..256 {
            let mut pair = Pair::of(&[7; 32]).unwrap();
            assert!(pair.sign(b"payload").is_ok());
            pair.public[bit / 8] ^= 1 << (bit % 8);
            assert_eq!(pair.sign(b"payload").unwrap_err().code(), Code::SigningFault, "bit {bit}");
        }
    }
}
