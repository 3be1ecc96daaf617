//! A key that changes in memory: whichever bit it is, only the right signature goes out, or none.

use std::panic::{AssertUnwindSafe, catch_unwind};

use binsign::{ApiKey, Code, Ed25519Key, Gate, Method, Request, SecretKey, Signer};

use crate::place::Place;
use crate::private::{prime, rsa};
use crate::wiped::find;

/// The first key of RFC 8032, section 7.1, in PKCS#8.
const DER: [u8; 48] = [
    0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20, 0x9d, 0x61, 0xb1,
    0x9d, 0xef, 0xfd, 0x5a, 0x60, 0xba, 0x84, 0x4a, 0xf4, 0x92, 0xec, 0x2c, 0xc4, 0x44, 0x49, 0xc5, 0x69, 0x7b, 0x32,
    0x69, 0x19, 0x70, 0x3b, 0xac, 0x03, 0x1c, 0xae, 0x7f, 0x60,
];

fn sign(signer: &Signer) -> Result<String, Code> {
    let mut buffer = [0; 2048];
    let mut request = Request::rest(&mut buffer, Method::Get, "/api/v3/account").unwrap();
    request.timestamp(1_499_827_319_559).unwrap();
    let signed = Gate::documented_routes().authorize(request).unwrap().sign(signer);
    signed.map(|signed| signed.signature().unwrap().to_owned()).map_err(|error| error.code())
}

fn signer(key: Ed25519Key) -> Signer {
    Signer::new(ApiKey::new("key").unwrap(), SecretKey::from(key))
}

/// A signature over the same payload with a changed public key would give the private one away, although it is a valid
/// one for the changed key; so each bit is flipped, of the private key, the public key and the point kept with it.
#[test]
fn no_flipped_bit_gives_another_signature() {
    let right = sign(&signer(Ed25519Key::from_der(&DER).unwrap())).unwrap();
    let mut withheld = 0;
    for bit in 0..size_of::<Ed25519Key>() * 8 {
        let mut place = Place::new(Ed25519Key::from_der(&DER).unwrap());
        place.flip(bit);
        // SAFETY: the value is read once and its place is forgotten, so that it is dropped once.
        let changed = unsafe { std::ptr::read(place.value()) };
        std::mem::forget(place);
        // Arithmetic on a point out of range may overflow; with overflow checks that is a panic, which gives nothing.
        let Ok(outcome) = catch_unwind(AssertUnwindSafe(|| sign(&signer(changed)))) else { continue };
        match outcome {
            Ok(signature) => assert_eq!(signature, right, "bit {bit}"),
            Err(code) => {
                assert_eq!(code, Code::SigningFault, "bit {bit}");
                withheld += 1;
            }
        }
    }
    // 32 bytes each of the private key, of the public key, and of its second copy; the rest is the point.
    assert!(withheld >= 3 * 256, "only {withheld} flips were noticed");
}

/// A signature made with one wrong number of an RSA key would give its primes away (the attack of Boneh, `DeMillo` and
/// Lipton, 1997).
#[test]
fn no_flipped_bit_of_an_rsa_key_gives_another_signature() {
    let der = rsa();
    let mut place = Place::new(Signer::new(ApiKey::new("key").unwrap(), SecretKey::from_der(&der).unwrap()));
    let right = sign(place.value()).unwrap();
    let bytes = place.bytes();
    let numbers = find(&bytes, &prime(&der)).expect("the prime is not where the test looks for it");
    let mut outcome = |bit: usize| {
        place.flip(bit);
        let outcome = sign(place.value());
        place.flip(bit);
        outcome
    };

    // p, q, dP, dQ and qInv; 7 and the bits of a limb have no divisor in common, so that each place of one has its turn.
    let used = numbers * 8..(numbers + 5 * 128) * 8;
    for bit in used.clone().step_by(7) {
        assert_eq!(outcome(bit), Err(Code::SigningFault), "bit {} of the numbers", bit - used.start);
    }
    // The room that a longer key would take.
    for bit in (used.end..used.end + 5 * 128 * 8).step_by(61) {
        assert_eq!(outcome(bit).as_ref(), Ok(&right), "bit {} of the room", bit - used.end);
    }
    // The public exponent; bits of the modulus and of the primes; limbs of a prime.
    let half = u16::try_from(128 / size_of::<usize>()).unwrap();
    let lengths = [2048, 1024, 1024, half].map(u16::to_le_bytes);
    let shape = [&65_537_u32.to_le_bytes(), lengths.as_flattened()].concat();
    let at = find(&bytes, &shape).expect("the shape is not where the test looks for it");
    for bit in 0..shape.len() * 8 {
        match outcome(at * 8 + bit) {
            // Less is known of a prime than could be: only slower.
            Ok(signature) => assert_eq!(signature, right, "bit {bit} of the shape"),
            Err(code) => {
                assert!(matches!(code, Code::SigningFault | Code::Internal | Code::BufferTooSmall), "{code:?}");
            }
        }
    }
    assert_eq!(outcome(used.end), Ok(right));
}
