//! The stack below a step that handled a key: wiped, since what is moved or spilled there no destructor sees.

use zeroize::Zeroize;

/// Words of 8 bytes that making a key can take of the stack: on bare metal 5 KB of Ed25519 and 11.5 KB of RSA, measured
/// with the firmware's images; on hosts 20 KB where the compiler does not optimise.
const MAKING: usize = match (cfg!(target_os = "none"), cfg!(feature = "rsa")) {
    (true, false) => 640,
    (true, true) => 1472,
    (false, _) => 4096,
};

/// Makes a key, then wipes the stack on which that was done; what is made goes to its place without a copy.
pub(super) fn wiped_after_making<T>(make: impl FnOnce() -> T) -> T {
    let made = apart(make);
    wipe::<MAKING>();
    made
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
