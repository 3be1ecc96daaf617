//! Wiping the stack below a step that handled key material.
//!
//! Values that are returned or moved leave copies behind that no destructor sees.

use zeroize::Zeroize as _;

/// More than taking a key leaves of it on the stack, in words of the processor; `bindings/c/tests/stack.c` looks.
pub(crate) const TAKING_A_KEY: usize = if cfg!(feature = "ed25519") { 1024 } else { 192 };

/// More than signing leaves there: the copy of HMAC's keyed states. Ed25519 leaves what is public.
pub(crate) const SIGNING: usize = 320;

/// Takes the step, then wipes that many words of the stack on which it was taken. The outcome must not be a secret.
pub(crate) fn wiped<const WORDS: usize, T>(step: impl FnOnce() -> T) -> T {
    let outcome = deeper(step);
    wipe::<WORDS>();
    outcome
}

/// Not inlined, so that all it needs lies below the frame of its caller.
#[inline(never)]
fn deeper<T>(step: impl FnOnce() -> T) -> T {
    step()
}

/// Not inlined, so that its words lie where the frames of `deeper` lay.
#[inline(never)]
fn wipe<const WORDS: usize>() {
    [0_usize; WORDS].zeroize();
}
