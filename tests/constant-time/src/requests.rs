//! What the program asks of valgrind: to take bytes for secret, for public again, and how much it has reported.

use std::ffi::{c_int, c_uint, c_void};

unsafe extern "C" {
    fn binsign_under_valgrind() -> c_int;
    fn binsign_reports() -> c_uint;
    fn binsign_secret(at: *const c_void, length: usize);
    fn binsign_public(at: *const c_void, length: usize);
}

/// Whether valgrind runs the program.
pub(crate) fn under_valgrind() -> bool {
    // SAFETY: takes nothing and changes nothing.
    unsafe { binsign_under_valgrind() != 0 }
}

/// How many reports there were so far.
pub(crate) fn reports() -> u32 {
    // SAFETY: takes nothing and changes nothing.
    unsafe { binsign_reports() }
}

/// From here on every branch and every address made of `bytes` is reported.
pub(crate) fn secret(bytes: &mut [u8]) {
    // SAFETY: valgrind notes the range and leaves the bytes as they are.
    unsafe { binsign_secret(bytes.as_ptr().cast(), bytes.len()) }
}

/// From here on `bytes` may be looked at.
pub(crate) fn public(bytes: &mut [u8]) {
    // SAFETY: as above.
    unsafe { binsign_public(bytes.as_ptr().cast(), bytes.len()) }
}
