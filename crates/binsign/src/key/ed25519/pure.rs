//! A pair of Ed25519 keys on dalek: everywhere, without heap, and verified before a signature goes out.

use ed25519_dalek::{SIGNATURE_LENGTH, SigningKey};
use signature::Signer as _;

use super::super::declassify::declassify;
use super::{fault, verify};
use crate::Error;

/// A private key with its public one; wiped on drop.
pub(super) struct Pair {
    signing: SigningKey,
    /// The public key once more, to notice when one of the two changes in memory.
    public: [u8; 32],
}

impl Pair {
    /// The pair of a seed.
    // The other backend can fail.
    #[allow(clippy::unnecessary_wraps)]
    pub(super) fn of(seed: &[u8; 32]) -> Result<Self, Error> {
        let signing = SigningKey::from_bytes(seed);
        let public = signing.verifying_key().to_bytes();
        Ok(Self { signing, public })
    }

    pub(super) const fn public(&self) -> [u8; 32] {
        self.public
    }

    /// Signs, and verifies before the signature goes out: a fault while signing would give the key away.
    pub(super) fn sign(&self, payload: &[u8]) -> Result<[u8; SIGNATURE_LENGTH], Error> {
        let mut signature = self.signing.try_sign(payload).map_err(|_| fault())?.to_bytes();
        #[cfg(test)]
        tests::disturb(&mut signature);
        declassify(&mut signature);
        // A public key that has changed in memory would enter the signature and the check alike.
        if self.signing.verifying_key().as_bytes() != &self.public {
            return Err(fault());
        }
        verify(&self.signing.verifying_key(), &|put| put(payload), &signature)?;
        Ok(signature)
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::super::Ed25519Key;
    use super::{Pair, SIGNATURE_LENGTH};
    use crate::{ApiKey, Code, Gate, Method, Request, Signer};

    thread_local! {
        /// The bit of the next signatures that a fault of the machine flips.
        static FAULT: Cell<Option<usize>> = const { Cell::new(None) };
    }

    pub(super) fn disturb(signature: &mut [u8; SIGNATURE_LENGTH]) {
        if let Some(bit) = FAULT.get() {
            signature[bit / 8] ^= 1 << (bit % 8);
        }
    }

    /// Whatever bit of a signature a fault flips, the signature does not go out, and the buffer is wiped.
    #[test]
    fn a_fault_gives_no_signature() {
        let signer = Signer::new(ApiKey::new("key").unwrap(), Ed25519Key { pair: Pair::of(&[7; 32]).unwrap() }.into());
        let sign = |buffer: &mut [u8]| {
            let mut request = Request::rest(buffer, Method::Get, "/api/v3/account").unwrap();
            request.timestamp(1_499_827_319_559).unwrap();
            let authorized = Gate::documented_routes().authorize(request).unwrap();
            authorized.sign(&signer).map(|_| ()).map_err(|error| error.code())
        };
        let mut buffer = [0xA5; 300];
        for bit in 0..SIGNATURE_LENGTH * 8 {
            FAULT.set(Some(bit));
            assert_eq!(sign(&mut buffer), Err(Code::SigningFault), "bit {bit}");
            assert!(buffer.iter().all(|byte| matches!(byte, 0 | 0xA5)), "something is left behind");
        }
        FAULT.set(None);
        assert_eq!(sign(&mut buffer), Ok(()));
    }
}
