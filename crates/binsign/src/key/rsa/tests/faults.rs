//! Faults of the machine while signing: whichever number a bit is flipped in, no signature goes out.

use std::cell::Cell;

use super::keys::{binance, key, wycheproof};
use crate::Code;
use crate::key::rsa::limb::{BITS, Limb};

/// Every number on the way to a signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::key::rsa) enum Place {
    Message,
    BlindedPrime,
    Base,
    Power,
    PlainPower,
    ByP,
    ByQ,
    PlainByQ,
    Difference,
    Coefficient,
    Signature,
    Modulus,
}

impl Place {
    const ALL: [Self; 12] = [
        Self::Message,
        Self::BlindedPrime,
        Self::Base,
        Self::Power,
        Self::PlainPower,
        Self::ByP,
        Self::ByQ,
        Self::PlainByQ,
        Self::Difference,
        Self::Coefficient,
        Self::Signature,
        Self::Modulus,
    ];

    /// How often it is come by: what is done by each prime, twice.
    fn times(self, blinded: bool) -> usize {
        match self {
            Self::BlindedPrime | Self::Base | Self::Power => 2,
            Self::PlainPower => 2 * usize::from(blinded),
            _ => 1,
        }
    }
}

/// Where, at which time and in which bit the next fault is.
#[derive(Clone, Copy)]
struct Fault {
    place: Place,
    time: usize,
    bit: usize,
}

thread_local! {
    static FAULT: Cell<Option<Fault>> = const { Cell::new(None) };
}

/// Flips the bit, where the fault is to be here and now.
pub(in crate::key::rsa) fn strike(place: Place, number: &mut [Limb]) {
    let Some(fault) = FAULT.get().filter(|fault| fault.place == place) else { return };
    if fault.time > 0 {
        return FAULT.set(Some(Fault { time: fault.time - 1, ..fault }));
    }
    FAULT.set(None);
    let bit = fault.bit % (number.len() * BITS);
    number[bit / BITS] ^= 1 << (bit % BITS);
}

/// Bits at both ends of a number and of its limbs, and some between.
fn bits() -> impl Iterator<Item = usize> {
    [0, 1, 31, 32, 63, 64, 1022, 1023].into_iter().chain((0..2048).step_by(97))
}

#[test]
fn no_signature_goes_out_after_a_fault() {
    let der = &binance()[0];
    let key = key(der);
    let mut text = [0xA5; 400];
    for blinded in [false, true] {
        let mut sign = |fault| {
            FAULT.set(fault);
            text.fill(0xA5);
            let outcome = if blinded {
                key.sign_blinded(b"timestamp=1", &[7; 32], &mut text)
            } else {
                key.sign(b"timestamp=1", &mut text)
            };
            if outcome.is_err() {
                assert!(text.iter().all(|byte| *byte == 0xA5), "something is left behind");
            }
            outcome.map_err(|error| error.code())
        };
        for place in Place::ALL {
            for time in 0..place.times(blinded) {
                for bit in bits() {
                    let outcome = sign(Some(Fault { place, time, bit }));
                    assert_eq!(outcome, Err(Code::SigningFault), "{place:?}, {time}, bit {bit}, blinded: {blinded}");
                    assert!(FAULT.get().is_none(), "{place:?} was not come by {} times", time + 1);
                }
            }
        }
        assert_eq!(sign(None), Ok(344));
    }
}

/// The request goes with it: nothing but zeros where it was.
#[cfg(not(feature = "aws-lc"))]
#[test]
fn after_a_fault_the_buffer_is_wiped() {
    use crate::{ApiKey, Gate, Method, Request, Signer};

    let signer = Signer::new(ApiKey::new("key").unwrap(), key(&binance()[0]).into());
    let sign = |buffer: &mut [u8]| {
        let mut request = Request::rest(buffer, Method::Get, "/api/v3/account").unwrap();
        request.timestamp(1_499_827_319_559).unwrap();
        let authorized = Gate::documented_routes().authorize(request).unwrap();
        authorized.sign(&signer).map(|_| ()).map_err(|error| error.code())
    };
    let mut buffer = [0xA5; 1000];
    for place in Place::ALL.into_iter().filter(|place| place.times(false) > 0) {
        FAULT.set(Some(Fault { place, time: 0, bit: 5 }));
        assert_eq!(sign(&mut buffer), Err(Code::SigningFault), "{place:?}");
        assert!(buffer.iter().all(|byte| matches!(byte, 0 | 0xA5)), "something is left behind");
    }
    assert_eq!(sign(&mut buffer), Ok(()));
}

/// Blinding changes every number on the way and nothing of the signature.
#[test]
fn blinded_signatures_are_the_same() {
    for der in binance().into_iter().chain([2048, 3072, 4096].map(wycheproof)) {
        let key = key(&der);
        let mut plain = [0; 684];
        let length = key.sign(b"timestamp=1499827319559", &mut plain).unwrap();
        for entropy in [[0; 32], [0xFF; 32], std::array::from_fn(|index| u8::try_from(index).unwrap())] {
            let mut blinded = [0; 684];
            assert_eq!(key.sign_blinded(b"timestamp=1499827319559", &entropy, &mut blinded).unwrap(), length);
            assert_eq!(blinded, plain);
        }
    }
}
