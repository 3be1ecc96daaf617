//! For the link test of `bindings/c` only: the rest of the core's API, and a panic to be found.

/// What of the core no C function reaches: the list of routes and the kinds of codes. Gives a number of both.
#[cfg(feature = "__panic-proof")]
#[unsafe(no_mangle)]
extern "C" fn binsign_proof_of_the_rest() -> usize {
    let texts = binsign::catalogue::routes().map(|(prefix, rest, route)| {
        let words = [prefix, rest, route.method().as_str(), route.family().as_str(), route.security().as_str()];
        words.iter().fold(0, |sum: usize, word| sum.saturating_add(word.len()))
    });
    let denials = binsign::Code::ALL.iter().filter(|code| code.is_denial()).count();
    texts.fold(denials, usize::saturating_add)
}

/// Panics for an index over 3: the test must see it.
#[cfg(feature = "__panic-control")]
#[allow(clippy::indexing_slicing)]
#[unsafe(no_mangle)]
extern "C" fn binsign_proof_control(index: usize) -> u32 {
    const NUMBERS: [u32; 4] = [2, 3, 5, 7];
    NUMBERS[index]
}
