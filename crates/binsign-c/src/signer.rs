//! The signer: an API key and its secret in memory of the caller.

use core::ffi::c_char;
use core::mem::MaybeUninit;

use binsign::{Code, Error, KeyType, Signer};
use zeroize::Zeroize;

use crate::choice::chosen;
use crate::handle::{Content, Handle, assert_holds};
use crate::result::binsign_result;
use crate::{stack, text};

/// Words of 8 bytes that a signer takes.
#[cfg(feature = "rsa")]
pub const BINSIGN_SIGNER_WORDS: usize = 192;
/// Words of 8 bytes that a signer takes.
#[cfg(not(feature = "rsa"))]
pub const BINSIGN_SIGNER_WORDS: usize = 64;

/// The size of a `binsign_signer` in bytes, on every platform.
pub const BINSIGN_SIGNER_SIZE: usize = 8 * BINSIGN_SIGNER_WORDS;

/// What signs: an API key together with its secret. Opaque; the memory is the caller's.
///
/// Once initialised it is not changed by signing, so several threads may sign with it at the same time. Wipe it with
/// `binsign_signer_wipe` when it is no longer needed.
#[repr(C)]
pub struct binsign_signer {
    opaque: [u64; BINSIGN_SIGNER_WORDS],
}

const _: () = {
    assert!(size_of::<binsign_signer>() == BINSIGN_SIGNER_SIZE);
    assert_holds::<binsign_signer, Signer>();
};

impl Content for Signer {
    const TAG: u64 = 0x6269_6e73_7369_676e;
}

/// How a key signs.
#[repr(u32)]
#[derive(Clone, Copy)]
pub enum binsign_key_type {
    /// HMAC-SHA-256 with a secret that the exchange made.
    HMAC = 1,
    /// Ed25519 with a key that the owner made.
    ED25519 = 2,
    /// RSA (PKCS#1 v1.5, SHA-256) with a key that the owner made.
    RSA = 3,
}

impl binsign_key_type {
    /// All types there are, in the order of their numbers.
    const ALL: [Self; 3] = [Self::HMAC, Self::ED25519, Self::RSA];
}

/// The type that C passed.
///
/// # Safety
/// It is an argument or a field that C initialised.
pub(crate) unsafe fn key_type_of(passed: MaybeUninit<binsign_key_type>) -> Result<KeyType, Error> {
    // SAFETY: promised by the caller; the enum has four bytes.
    let chosen = unsafe { chosen(passed, &binsign_key_type::ALL, |key_type| key_type as u32) };
    Ok(match chosen.ok_or(Error::new(Code::Unsupported))? {
        binsign_key_type::HMAC => KeyType::Hmac,
        binsign_key_type::ED25519 => KeyType::Ed25519,
        binsign_key_type::RSA => KeyType::Rsa,
    })
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
    // SAFETY: the header asks for valid texts, and for a valid and aligned signer.
    unsafe { init(signer, api_key, api_key_len, secret, secret_len, Signer::hmac) }
}

/// Takes an API key and the private key, in PEM, whose public half was registered with it: an Ed25519 key in PKCS#8,
/// version 1 or 2, or an RSA key of 2048 to 4096 bits in PKCS#8 or PKCS#1.
///
/// The text is not encrypted; its line ends may be LF, CRLF, blanks or the two characters `\n`, or missing. Of the
/// memory that was used on the way, only `signer` still holds the key afterwards: overwrite your own copy of the text.
/// Else as `binsign_signer_init`.
///
/// Returns `BINSIGN_API_KEY_MALFORMED`, `BINSIGN_KEY_MALFORMED`, `BINSIGN_KEY_ENCRYPTED`, `BINSIGN_KEY_MISMATCH`,
/// `BINSIGN_KEY_TOO_SHORT`, `BINSIGN_KEY_TOO_LONG`, another `BINSIGN_KEY_` that says what the text is instead,
/// `BINSIGN_INVALID_UTF8`, `BINSIGN_NULL_POINTER`, or `BINSIGN_UNSUPPORTED` where the library was built without private
/// keys.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn binsign_signer_init_pem(
    signer: *mut binsign_signer,
    api_key: *const c_char,
    api_key_len: usize,
    pem: *const c_char,
    pem_len: usize,
) -> binsign_result {
    // SAFETY: the header asks for valid texts, and for a valid and aligned signer.
    unsafe { init(signer, api_key, api_key_len, pem, pem_len, signer_of_pem) }
}

#[cfg(any(feature = "ed25519", feature = "rsa"))]
fn signer_of_pem(api_key: &str, pem: &[u8]) -> Result<Signer, Error> {
    Signer::pem(api_key, pem)
}

#[cfg(not(any(feature = "ed25519", feature = "rsa")))]
fn signer_of_pem(_: &str, _: &[u8]) -> Result<Signer, Error> {
    Err(Error::new(Code::Unsupported))
}

/// Takes an API key and a private key in PEM that may be encrypted: PBES2 (RFC 8018) with PBKDF2 or scrypt, and AES, which
/// is what `openssl genpkey` and `openssl pkcs8 -topk8` write. NULL stands for no passphrase; one for a key that is not
/// encrypted is not looked at.
///
/// The one function that allocates memory: a few times the text, and for scrypt up to 256 MiB; a program that the C
/// library has none for is aborted. Else as `binsign_signer_init_pem`, which is for programs that never have a
/// passphrase.
///
/// Returns what `binsign_signer_init_pem` returns, but for an encrypted key `BINSIGN_KEY_PASSPHRASE_MISSING`,
/// `BINSIGN_KEY_PASSPHRASE_WRONG`, `BINSIGN_KEY_ENCRYPTION_COSTLY` where it asks for more work than is done, and
/// `BINSIGN_KEY_ENCRYPTION_OLD` where it is encrypted in any other way; `BINSIGN_UNSUPPORTED` where the library was
/// built without this.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn binsign_signer_init_pem_encrypted(
    signer: *mut binsign_signer,
    api_key: *const c_char,
    api_key_len: usize,
    pem: *const c_char,
    pem_len: usize,
    passphrase: *const c_char,
    passphrase_len: usize,
) -> binsign_result {
    // SAFETY: the header asks for valid texts, and for a valid and aligned signer.
    unsafe {
        init(signer, api_key, api_key_len, pem, pem_len, |api_key, pem| {
            let given = !passphrase.is_null();
            let passphrase = text::bytes(passphrase, passphrase_len)?;
            signer_of_encrypted(api_key, pem, given.then_some(passphrase))
        })
    }
}

#[cfg(feature = "encrypted-pem")]
fn signer_of_encrypted(api_key: &str, pem: &[u8], passphrase: Option<&[u8]>) -> Result<Signer, Error> {
    use binsign::{ApiKey, SecretKey};

    match Signer::pem(api_key, pem) {
        Err(error) if error.code() == Code::KeyEncrypted => {
            let der = binsign_decrypt::decrypted(pem, passphrase)?;
            Ok(Signer::new(ApiKey::new(api_key)?, SecretKey::from_der(&der)?))
        }
        outcome => outcome,
    }
}

#[cfg(not(feature = "encrypted-pem"))]
fn signer_of_encrypted(_: &str, _: &[u8], _: Option<&[u8]>) -> Result<Signer, Error> {
    Err(Error::new(Code::Unsupported))
}

/// # Safety
/// `signer` is NULL or valid for writes and aligned; both texts are NULL or valid for reads of their length.
unsafe fn init(
    signer: *mut binsign_signer,
    api_key: *const c_char,
    api_key_len: usize,
    secret: *const c_char,
    secret_len: usize,
    make: impl FnOnce(&str, &[u8]) -> Result<Signer, Error>,
) -> binsign_result {
    if signer.is_null() {
        return binsign_result::of(Code::NullPointer);
    }
    let handle = signer.cast::<Handle<Signer>>();
    // SAFETY: promised by the caller; the handle fits into the signer, as asserted above.
    let made = unsafe {
        Handle::put_nothing(handle);
        stack::wiped::<{ stack::TAKING_A_KEY }, _>(|| {
            let api_key = text::text(api_key, api_key_len, "api_key")?;
            let secret = text::bytes(secret, secret_len)?;
            Handle::put(handle, make(api_key, secret)?);
            Ok(())
        })
    };
    binsign_result::from_outcome(made.map_err(|error: Error| error.code()))
}

/// Says how a signer signs.
///
/// Returns `BINSIGN_HANDLE_USED_UP` where the signer is not ready, or `BINSIGN_NULL_POINTER`.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn binsign_signer_key_type(
    signer: *const binsign_signer,
    key_type: *mut binsign_key_type,
) -> binsign_result {
    if key_type.is_null() {
        return binsign_result::of(Code::NullPointer);
    }
    // SAFETY: the header asks for a valid signer that nobody changes meanwhile, and for a valid output.
    unsafe {
        binsign_result::from_outcome(borrow(signer).and_then(|signer| {
            key_type.write(match signer.key_type() {
                KeyType::Hmac => binsign_key_type::HMAC,
                KeyType::Ed25519 => binsign_key_type::ED25519,
                KeyType::Rsa => binsign_key_type::RSA,
                // A type that this version of the header has no number for.
                _ => return Err(Code::Unsupported),
            });
            Ok(())
        }))
    }
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
