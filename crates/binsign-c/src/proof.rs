//! For the link test of `bindings/c` only: the rest of the core's API, and a panic to be found.

/// What of the core no C function reaches: the list of routes, the kinds of codes, and every value as text. Gives a
/// number made of them all.
///
/// Left out is `Debug` of errors and denials alone: it escapes text, and the standard library's escaping can panic.
#[cfg(feature = "__panic-rest")]
#[unsafe(no_mangle)]
unsafe extern "C" fn binsign_proof_of_the_rest(
    request: *mut crate::binsign_request,
    signer: *const crate::binsign_signer,
) -> usize {
    use core::fmt::Write as _;

    use binsign::catalogue::{Family, SecurityType, lookup, routes};
    use binsign::{ApiKey, Code, Gate, HmacKey, Method, Refusal};

    use crate::stage::Stage;

    let mut length = Length(0);
    for (prefix, rest, route) in routes() {
        let words = [
            prefix,
            rest,
            route.method().map_or("", Method::as_str),
            route.family().as_str(),
            route.security().as_str(),
        ];
        for word in words {
            let _ = write!(
                length,
                "{word}{:?}{:?}",
                route.method().map(|method| lookup(method, word)),
                Family::of_path(word)
            );
        }
        let _ = write!(length, "{route:?}");
    }
    for code in Code::ALL {
        let _ = write!(length, "{code:?}{}", code.is_denial());
    }
    let _ = write!(length, "{:?}{:?}{:?}", Family::ALL, SecurityType::Trade, Gate::documented_routes());
    let _ =
        write!(length, "{:?}{:?}", ApiKey::new(binsign::VERSION).ok(), HmacKey::new(binsign::VERSION.as_bytes()).ok());
    #[cfg(any(feature = "ed25519", feature = "rsa"))]
    {
        let text = binsign::VERSION.as_bytes();
        let _ = write!(length, "{:?}", binsign::SecretKey::from_pem(text).ok());
        let _ = write!(
            length,
            "{:?}{:?}",
            binsign::SecretKey::from_der(text).ok(),
            binsign::PublicKey::from_pem(text).ok()
        );
        let _ = write!(length, "{}", binsign::SecretKey::encrypted_der(text, &mut [0; 16]).map_or(0, <[u8]>::len));
    }
    #[cfg(feature = "ed25519")]
    {
        let key = binsign::Ed25519Key::from_der(binsign::VERSION.as_bytes());
        let _ = write!(length, "{:?}{:?}", key.as_ref().ok(), key.as_ref().map(binsign::Ed25519Key::public).ok());
    }
    #[cfg(feature = "ws-api")]
    {
        let _ = write!(length, "{:?}", binsign::catalogue::lookup_ws(Family::Spot, binsign::VERSION));
    }
    // SAFETY: nobody calls this; it is there to be linked.
    if let (Ok(stage), Ok(signer)) = unsafe { (crate::stage::borrow(request), crate::signer::borrow(signer)) } {
        let _ = match stage {
            Stage::Building(request) => write!(length, "{request:?}{signer:?}"),
            Stage::Authorized(authorized) => write!(length, "{authorized:?}"),
            Stage::Pending(pending) => write!(length, "{pending:?}"),
            Stage::Signed(signed) => write!(length, "{signed:?}"),
            Stage::Refused(Refusal::Invalid(error)) => write!(length, "{error}"),
            Stage::Refused(refusal) => write!(length, "{refusal}"),
        };
    }
    length.0
}

/// Counts what is written.
#[cfg(feature = "__panic-rest")]
struct Length(usize);

#[cfg(feature = "__panic-rest")]
impl core::fmt::Write for Length {
    fn write_str(&mut self, text: &str) -> core::fmt::Result {
        self.0 = self.0.saturating_add(text.len());
        Ok(())
    }
}

/// Panics for an index over 3: the test must see it.
#[cfg(feature = "__panic-control")]
#[allow(clippy::indexing_slicing)]
#[unsafe(no_mangle)]
extern "C" fn binsign_proof_control(index: usize) -> u32 {
    const NUMBERS: [u32; 4] = [2, 3, 5, 7];
    NUMBERS[index]
}
