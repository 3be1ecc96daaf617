//! Making a key so that its one copy lies where it will be wiped.

use binsign::{Error, Signer};
use zeroize::Zeroize as _;

/// More than making a key takes of the stack, in words of 8 bytes.
const STACK_USED: usize = 1024;

/// Makes a signer at a place of its own, and wipes the stack on which it was made: values that are returned and
/// moved leave copies behind that no destructor sees.
pub(crate) fn make(api_key: &str, secret: &[u8]) -> Result<Box<Signer>, Error> {
    let signer = make_in_place(api_key, secret);
    wipe_stack();
    signer
}

/// Not inlined, so that all it needs lies below the frame of its caller.
#[inline(never)]
fn make_in_place(api_key: &str, secret: &[u8]) -> Result<Box<Signer>, Error> {
    Signer::hmac(api_key, secret).map(Box::new)
}

/// Not inlined, so that its words lie where the frames of `make_in_place` lay.
#[inline(never)]
fn wipe_stack() {
    [0_u64; STACK_USED].zeroize();
}
