//! A key that is elsewhere: its API key and its type, in memory of the caller.

use core::ffi::c_char;
use core::mem::MaybeUninit;

use binsign::{ApiKey, Code, Error, ExternalKey};

use crate::handle::{Content, Handle, assert_holds};
use crate::result::binsign_result;
use crate::signer::{binsign_key_type, key_type_of};
use crate::text;

/// The size of a `binsign_external_key` in bytes, on every platform.
pub const BINSIGN_EXTERNAL_KEY_SIZE: usize = 768;

/// The API key and the type of a key whose secret is elsewhere: in a secure element, an HSM, a service. Opaque; the
/// memory is the caller's. It holds no secret, and nothing has to be wiped or freed.
///
/// Once initialised it is not changed by signing, so several threads may use it at the same time.
#[repr(C)]
pub struct binsign_external_key {
    opaque: [u64; 96],
}

const _: () = {
    assert!(size_of::<binsign_external_key>() == BINSIGN_EXTERNAL_KEY_SIZE);
    assert_holds::<binsign_external_key, ExternalKey>();
};

impl Content for ExternalKey {
    const TAG: u64 = 0x6269_6e73_6578_746b;
}

/// Takes an API key and the type of its key, whose signatures are then taken as they come.
///
/// `key` may be memory that was never initialised. On failure the key is not ready.
///
/// Returns `BINSIGN_API_KEY_MALFORMED`, `BINSIGN_UNSUPPORTED` for a type that this version does not have,
/// `BINSIGN_INVALID_UTF8` or `BINSIGN_NULL_POINTER`.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn binsign_external_key_init(
    key: *mut binsign_external_key,
    api_key: *const c_char,
    api_key_len: usize,
    key_type: MaybeUninit<binsign_key_type>,
) -> binsign_result {
    // SAFETY: the header asks for a valid text, and for a valid and aligned key; the type is an argument.
    unsafe {
        init(key, || {
            let api_key = ApiKey::new(text::text(api_key, api_key_len, "api_key")?)?;
            Ok(ExternalKey::new(api_key, key_type_of(key_type)?))
        })
    }
}

/// Takes an API key and the public key, in PEM, that was registered with it: Ed25519 or RSA. A signature then goes out
/// only where it verifies.
///
/// `key` may be memory that was never initialised. On failure the key is not ready.
///
/// Returns `BINSIGN_API_KEY_MALFORMED`, `BINSIGN_PUBLIC_KEY_MALFORMED`, also for a private key,
/// `BINSIGN_KEY_TOO_SHORT`, `BINSIGN_KEY_TOO_LONG`, another `BINSIGN_KEY_` that says what the text is instead,
/// `BINSIGN_INVALID_UTF8`, `BINSIGN_NULL_POINTER`, or `BINSIGN_UNSUPPORTED` where the library was built without private
/// keys.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn binsign_external_key_init_public(
    key: *mut binsign_external_key,
    api_key: *const c_char,
    api_key_len: usize,
    pem: *const c_char,
    pem_len: usize,
) -> binsign_result {
    // SAFETY: the header asks for valid texts, and for a valid and aligned key.
    unsafe {
        init(key, || {
            let api_key = ApiKey::new(text::text(api_key, api_key_len, "api_key")?)?;
            with_public(api_key, text::bytes(pem, pem_len)?)
        })
    }
}

#[cfg(any(feature = "ed25519", feature = "rsa"))]
fn with_public(api_key: ApiKey, pem: &[u8]) -> Result<ExternalKey, Error> {
    binsign::PublicKey::from_pem(pem).map(|public| ExternalKey::with_public(api_key, public))
}

#[cfg(not(any(feature = "ed25519", feature = "rsa")))]
fn with_public(_: ApiKey, _: &[u8]) -> Result<ExternalKey, Error> {
    Err(Error::new(Code::Unsupported))
}

/// # Safety
/// `key` is NULL or valid for writes and aligned.
unsafe fn init(key: *mut binsign_external_key, make: impl FnOnce() -> Result<ExternalKey, Error>) -> binsign_result {
    if key.is_null() {
        return binsign_result::of(Code::NullPointer);
    }
    let handle = key.cast::<Handle<ExternalKey>>();
    // SAFETY: promised by the caller; the handle fits into the key, as asserted above.
    unsafe {
        Handle::put_nothing(handle);
        let made = make().map(|made| Handle::put(handle, made));
        binsign_result::from_outcome(made.map_err(|error| error.code()))
    }
}

/// `BINSIGN_EXTERNAL_KEY_SIZE` of the library, for callers that do not compile the header.
#[unsafe(no_mangle)]
pub extern "C" fn binsign_external_key_size() -> usize {
    BINSIGN_EXTERNAL_KEY_SIZE
}

/// The key behind a pointer of the caller.
///
/// # Safety
/// `key` is NULL or valid and aligned, and nobody writes to it during `'a`.
pub(crate) unsafe fn borrow<'a>(key: *const binsign_external_key) -> Result<&'a ExternalKey, Code> {
    if key.is_null() {
        return Err(Code::NullPointer);
    }
    // SAFETY: promised by the caller.
    unsafe { Handle::get(key.cast::<Handle<ExternalKey>>()) }.ok_or(Code::HandleUsedUp)
}
