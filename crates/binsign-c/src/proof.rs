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
        what_is_known_of(route, core::hint::black_box(rest), &mut length);
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
    keys_and_answers(core::hint::black_box(binsign::VERSION), &mut length);
    // SAFETY: nobody calls this; it is there to be linked.
    if let (Ok(stage), Ok(signer)) = unsafe { (crate::stage::borrow(request), crate::signer::borrow(signer)) } {
        let _ = match stage {
            Stage::Building(request) => write!(length, "{request:?}{signer:?}"),
            Stage::Authorized(authorized, _) => write!(length, "{authorized:?}"),
            Stage::Pending(pending, _) => write!(length, "{pending:?}"),
            Stage::Signed(signed) => write!(length, "{signed:?}"),
            Stage::Refused(Refusal::Invalid(error)) => write!(length, "{error}"),
            Stage::Refused(refusal) => write!(length, "{refusal}"),
        };
    }
    length.0
}

/// What the catalogue says of a route, and what else a signature for it opens.
#[cfg(feature = "__panic-rest")]
fn what_is_known_of(route: binsign::catalogue::Route, text: &str, length: &mut Length) {
    use core::fmt::Write as _;

    use binsign::catalogue::{Action, Group, Trust};
    use binsign::class::{Carried, Rule, cure, members};

    let _ = write!(length, "{}{:?}", route.group().name(), Group::of_name(text).map(Group::number));
    let _ = write!(length, "{}{:?}", route.action().as_str(), Action::of_name(text).map(Action::number));
    let _ = write!(length, "{}{:?}", route.trust().as_str(), Trust::of_name(text));
    let _ = write!(length, "{:?}{}", route.permissions(), route.accepts(text));
    for (name, presence) in route.parameters() {
        let _ = write!(length, "{name}{presence:?}");
    }
    let mut carried = Carried::least(route);
    carried.add(text);
    for target in members(&carried, Rule::Hybrid) {
        target.name(&mut |piece| length.0 = length.0.saturating_add(piece.len()));
        let _ = write!(length, "{target:?}{:?}{}", target.route(), target.is(route, text));
    }
    let cured = cure(route, &carried, Rule::Strict, binsign::class::Target::is_mutating);
    let _ = write!(length, "{carried:?}{}", cured.unwrap_or_default());
}

/// What is read of answers about keys and of all other answers, and what is found, with names and sentences.
#[cfg(feature = "__panic-rest")]
fn keys_and_answers(text: &str, length: &mut Length) {
    use core::fmt::Write as _;

    use binsign::catalogue::Family;
    use binsign::{AccountMode, Answer, Declared, KeyInfo, Permissions, findings};

    let number = u64::try_from(length.0).unwrap_or(0);
    let answer = Answer::read(401, [(text, text)], text.as_bytes(), number);
    let _ = write!(length, "{answer:?}{:?}{:?}", answer.meaning(Family::Spot, text.is_empty()), answer.wait_until());
    let needed = Permissions::of_name(text).unwrap_or_default();
    let Ok(info) = KeyInfo::from_json(text.as_bytes(), number) else { return };
    let info = KeyInfo::from_bytes(&info.to_bytes()).unwrap_or(info);
    let _ = write!(length, "{info:?}{:?}{:?}", info.permissions_at(number), info.age(number));
    let addresses = [text, text];
    let declared = Declared {
        addresses: Some(&addresses),
        account_mode: AccountMode::of_name(text),
        created: Some(number),
        ..Declared::default()
    };
    for finding in findings(&info, &declared, needed, number, Some(number)) {
        let _ = write!(length, "{finding}{finding:?}{}{}", finding.kind().name(), finding.clause());
    }
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
