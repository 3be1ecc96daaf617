//! Making signers so that the one copy of the key lies where it will be wiped.
//!
//! Values that are returned or moved leave copies behind that no destructor sees: so a signer is made below the frame
//! of its caller and moved to the heap at once, and the stack below is wiped afterwards.

use binsign::{ApiKey, Code, Error, KeyType, SecretKey, Signer};
use binsign_decrypt::decrypted;
use zeroize::Zeroize as _;

/// More than making a key takes of the stack, in words of 8 bytes: 10.5 KB with decrypting where the compiler optimises
/// for x86-64, 20 KB where it does not.
const DEEPEST: usize = 4096;

/// More than signing with an Ed25519 key takes: 13 KB where the compiler optimises for x86-64.
const DEEP: usize = 2048;

/// More than signing with an HMAC key takes, with the buffer of a usual request: 7.2 KB measured likewise.
const SHALLOW: usize = 1280;

/// Makes a signer of an API key and the HMAC secret that Binance showed with it.
///
/// ```
/// let signer = binsign_host::make_hmac("vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A",
///                                      b"NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j")?;
/// assert_eq!(format!("{signer:?}"), "Signer(HMAC)");
/// # Ok::<(), binsign::Error>(())
/// ```
///
/// # Errors
/// Those of [`Signer::hmac`].
pub fn make_hmac(api_key: &str, secret: &[u8]) -> Result<Box<Signer>, Error> {
    wiped(|| Signer::hmac(api_key, secret).map(Box::new))
}

/// Makes a signer of an API key and a private key in PEM, with the passphrase where the key is encrypted.
///
/// Decrypts PBES2 with PBKDF2 (of 10,000,000 rounds at most) or scrypt (`N`, `r` and `p` of 2^21 at most when multiplied:
/// 256 MiB) and AES. A passphrase for a key that is not encrypted is not looked at, as with OpenSSL.
///
/// ```
/// // The first key of RFC 8032, section 7.1, in the form of RFC 8410.
/// let pem = b"-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g\n-----END PRIVATE KEY-----\n";
/// let signer = binsign_host::make_pem("apiKey", pem, None)?;
/// assert_eq!(format!("{signer:?}"), "Signer(Ed25519)");
/// # Ok::<(), binsign::Error>(())
/// ```
///
/// # Errors
/// Those of [`Signer::pem`], where an encrypted key gives `KEY_PASSPHRASE_MISSING`, `KEY_PASSPHRASE_WRONG`,
/// `KEY_ENCRYPTION_COSTLY` where it asks for more work than is done, and `KEY_ENCRYPTION_OLD` where it is encrypted in
/// any other way.
pub fn make_pem(api_key: &str, text: &[u8], passphrase: Option<&[u8]>) -> Result<Box<Signer>, Error> {
    match wiped(|| Signer::pem(api_key, text).map(Box::new)) {
        Err(error) if error.code() == Code::KeyEncrypted => {
            wiped(|| decrypted(text, passphrase).and_then(|der| make_der(api_key, &der)))
        }
        outcome => outcome,
    }
}

fn make_der(api_key: &str, der: &[u8]) -> Result<Box<Signer>, Error> {
    Ok(Box::new(Signer::new(ApiKey::new(api_key)?, SecretKey::from_der(der)?)))
}

/// Takes the step in which a key signs, then wipes the stack on which it was taken.
pub(crate) fn wiped_after_signing<T>(key_type: KeyType, step: impl FnOnce() -> T) -> T {
    let outcome = deeper(step);
    match key_type {
        KeyType::Hmac => wipe_stack::<SHALLOW>(),
        _ => wipe_stack::<DEEP>(),
    }
    outcome
}

/// Takes a step in which a key is made, then wipes the stack on which it was taken. The outcome must hold no secret.
fn wiped<T>(step: impl FnOnce() -> T) -> T {
    let outcome = deeper(step);
    wipe_stack::<DEEPEST>();
    outcome
}

/// Not inlined, so that all it needs lies below the frame of its caller.
#[inline(never)]
fn deeper<T>(step: impl FnOnce() -> T) -> T {
    step()
}

/// Not inlined, so that its words lie where the frames of `deeper` lay.
#[inline(never)]
fn wipe_stack<const WORDS: usize>() {
    [0_u64; WORDS].zeroize();
}
