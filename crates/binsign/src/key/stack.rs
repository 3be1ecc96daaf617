//! The stack below a step that handled a key: wiped, since what is moved or spilled there no destructor sees.

use zeroize::Zeroize;

use super::pem::is_short;

/// Words of 8 bytes that making a key out of a short text, or out of no text, can take of the stack: on bare metal as
/// measured with the firmware's images; on hosts 20 KB where the compiler does not optimise.
const MAKING: usize = match (cfg!(target_os = "none"), cfg!(feature = "rsa")) {
    (true, false) => 640,
    (true, true) => 768,
    (false, _) => 4096,
};

/// The same out of a longer text, which is decoded in more memory.
const MAKING_LONG: usize = if cfg!(feature = "rsa") { MAKING + 192 } else { MAKING };

/// The same of checking an RSA key's numbers, below the memory of the calculation.
#[cfg(feature = "rsa")]
const CHECKING: usize = if cfg!(target_os = "none") { 80 } else { 512 };

/// Makes a key out of `text`, then wipes the stack on which that was done; what is made goes to its place without a copy.
pub(super) fn wiped_after_making<T>(text: &[u8], make: impl FnOnce() -> T) -> T {
    let made = apart(make);
    if is_short(text) {
        wipe::<MAKING>();
    } else {
        wipe::<MAKING_LONG>();
    }
    made
}

/// Checks a key's numbers, then wipes the stack on which that was done.
#[cfg(feature = "rsa")]
pub(super) fn wiped_after_checking<T>(check: impl FnOnce() -> T) -> T {
    let outcome = apart(check);
    wipe::<CHECKING>();
    outcome
}

/// Not inlined, so that all that `step` needs lies below the frame of the caller.
#[inline(never)]
fn apart<T>(step: impl FnOnce() -> T) -> T {
    step()
}

/// Not inlined, so that its words lie where the frames of [`apart`] lay.
#[inline(never)]
fn wipe<const WORDS: usize>() {
    [0_u64; WORDS].zeroize();
}
