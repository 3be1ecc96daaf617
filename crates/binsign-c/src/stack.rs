//! Wiping the stack below a step that handled key material.
//!
//! Values that are returned or moved leave copies behind that no destructor sees.

use zeroize::Zeroize as _;

/// More than such a step takes of the stack, in words of 8 bytes: measured by `bindings/c/tests/stack.c`.
const DEPTH: usize = if cfg!(feature = "ed25519") { 768 } else { 192 };

/// Takes the step, then wipes the stack on which it was taken. The outcome must not be a secret.
pub(crate) fn wiped<T>(step: impl FnOnce() -> T) -> T {
    let outcome = deeper(step);
    wipe();
    outcome
}

/// Not inlined, so that all it needs lies below the frame of its caller.
#[inline(never)]
fn deeper<T>(step: impl FnOnce() -> T) -> T {
    step()
}

/// Not inlined, so that its words lie where the frames of `deeper` lay.
#[inline(never)]
fn wipe() {
    [0_u64; DEPTH].zeroize();
}
