//! The signer: an API key and its secret in memory of the caller.

use core::ffi::c_char;

use binsign::{Code, Error, Signer};
use zeroize::Zeroize;

use crate::handle::{Content, Handle, assert_holds};
use crate::result::binsign_result;
use crate::text;

/// The size of a `binsign_signer` in bytes, on every platform.
pub const BINSIGN_SIGNER_SIZE: usize = 512;

/// What signs: an API key together with its secret. Opaque; the memory is the caller's.
///
/// Once initialised it is not changed by signing, so several threads may sign with it at the same time. Wipe it with
/// `binsign_signer_wipe` when it is no longer needed.
#[repr(C)]
pub struct binsign_signer {
    opaque: [u64; 64],
}

const _: () = {
    assert!(size_of::<binsign_signer>() == BINSIGN_SIGNER_SIZE);
    assert_holds::<binsign_signer, Signer>();
};

impl Content for Signer {
    const TAG: u64 = 0x6269_6e73_7369_676e;
}

/// Takes an API key and the HMAC secret that Binance showed with it.
///
/// `signer` may be memory that was never initialised; if it holds a signer, wipe that first. The secret is absorbed
/// and not kept as text: overwrite your own copy of it. On failure the signer is not ready.
///
/// Returns `BINSIGN_API_KEY_MALFORMED`, `BINSIGN_SECRET_MALFORMED`, `BINSIGN_SECRET_IS_PRIVATE_KEY`,
/// `BINSIGN_INVALID_UTF8` or `BINSIGN_NULL_POINTER`.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn binsign_signer_init(
    signer: *mut binsign_signer,
    api_key: *const c_char,
    api_key_len: usize,
    secret: *const c_char,
    secret_len: usize,
) -> binsign_result {
    if signer.is_null() {
        return binsign_result::of(Code::NullPointer);
    }
    let handle = signer.cast::<Handle<Signer>>();
    // SAFETY: the header asks for valid texts, and for a valid and aligned signer; its size is asserted above.
    unsafe {
        Handle::put_nothing(handle);
        match signer_of(api_key, api_key_len, secret, secret_len) {
            Ok(value) => {
                Handle::put(handle, value);
                binsign_result::OK
            }
            Err(error) => binsign_result::of(error.code()),
        }
    }
}

/// # Safety
/// Both texts are NULL or valid for reads of their length.
unsafe fn signer_of(
    api_key: *const c_char,
    api_key_len: usize,
    secret: *const c_char,
    secret_len: usize,
) -> Result<Signer, Error> {
    // SAFETY: promised by the caller.
    let (api_key, secret) = unsafe { (text::text(api_key, api_key_len, "api_key")?, text::bytes(secret, secret_len)?) };
    Signer::hmac(api_key, secret)
}

/// Wipes a signer: every byte of it is 0 afterwards. NULL and a signer that is not ready are fine.
///
/// Requests that were signed with it can no longer give their API key.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn binsign_signer_wipe(signer: *mut binsign_signer) {
    if signer.is_null() {
        return;
    }
    // SAFETY: the header asks for a valid and aligned signer that nobody else uses.
    unsafe {
        Handle::<Signer>::take_down(signer.cast());
        (*signer).opaque.zeroize();
    }
}

/// `BINSIGN_SIGNER_SIZE` of the library, for callers that do not compile the header.
#[unsafe(no_mangle)]
pub extern "C" fn binsign_signer_size() -> usize {
    BINSIGN_SIGNER_SIZE
}

/// The signer behind a pointer of the caller.
///
/// # Safety
/// `signer` is NULL or valid and aligned, and nobody writes to it during `'a`.
pub(crate) unsafe fn borrow<'a>(signer: *const binsign_signer) -> Result<&'a Signer, Code> {
    if signer.is_null() {
        return Err(Code::NullPointer);
    }
    // SAFETY: promised by the caller.
    unsafe { Handle::get(signer.cast::<Handle<Signer>>()) }.ok_or(Code::HandleUsedUp)
}
