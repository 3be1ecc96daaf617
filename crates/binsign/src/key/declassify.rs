//! The one place where something made of a secret becomes public, told to the constant-time lane.
//!
//! That lane marks secrets as undefined memory under valgrind, builds with `--cfg binsign_constant_time`, and hangs a
//! function in here that takes the mark off what is public. Every other build compiles this to nothing.

#[cfg(binsign_constant_time)]
extern crate std;

/// What the constant-time lane has called for everything that becomes public.
#[cfg(binsign_constant_time)]
pub static DECLASSIFY: std::sync::OnceLock<fn(&mut [u8])> = std::sync::OnceLock::new();

/// From here on `bytes` are public.
#[cfg(binsign_constant_time)]
pub(super) fn declassify(bytes: &mut [u8]) {
    if let Some(tell) = DECLASSIFY.get() {
        tell(bytes);
    }
}

/// From here on `bytes` are public.
#[cfg(not(binsign_constant_time))]
pub(super) fn declassify(_: &mut [u8]) {}
