//! Decrypting a private key: PBES2 (RFC 8018) with PBKDF2 or scrypt, and AES.
//!
//! What a file asks for is bounded before any work is done, so that no file can keep a program busy for ever. A crate
//! of its own because it needs memory but no standard library, which the C face does not have.

#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

use alloc::vec;
use alloc::vec::Vec;

use binsign::{Code, Error, SecretKey};
use pkcs5::der::asn1::OctetStringRef;
use pkcs5::der::{AnyRef, Decode as _, Reader as _, SliceReader};
use pkcs5::pbes2::{Kdf, PBES2_OID, Parameters};
use pkcs5::{AlgorithmIdentifierRef, EncryptionScheme};
use zeroize::Zeroizing;

/// The most rounds of PBKDF2: what RFC 8018, section 4.2, calls fit for the most critical keys; some seconds.
const MOST_ROUNDS: u32 = 10_000_000;

/// The most that scrypt's `N`, `r` and `p` may multiply to: 256 MiB of memory, and about a second. OpenSSL writes and
/// reads an eighth of that at most, unless it is told to take more.
const MOST_SCRYPT: u64 = 1 << 21;

/// Decrypts the private key in a PEM text; gives its DER, wiped on drop. A passphrase is asked for last of all.
///
/// PBKDF2 may have 10,000,000 rounds, scrypt's `N`, `r` and `p` may be 2^21 when multiplied (256 MiB).
///
/// ```
/// use binsign::Code;
///
/// let nothing = b"-----BEGIN ENCRYPTED PRIVATE KEY-----\nMAA=\n-----END ENCRYPTED PRIVATE KEY-----";
/// assert_eq!(binsign_decrypt::decrypted(nothing, Some(b"passphrase")).unwrap_err().code(), Code::KeyMalformed);
/// ```
///
/// # Errors
/// `KEY_MALFORMED`, `KEY_ENCRYPTION_OLD`, `KEY_ENCRYPTION_COSTLY`, `KEY_PASSPHRASE_MISSING`, `KEY_PASSPHRASE_WRONG`.
pub fn decrypted(text: &[u8], passphrase: Option<&[u8]>) -> Result<Zeroizing<Vec<u8>>, Error> {
    let mut buffer = vec![0; text.len()];
    let der = SecretKey::encrypted_der(text, &mut buffer)?;
    let (algorithm, ciphertext) = parts(der).ok_or_else(malformed)?;
    let parameters = parameters(algorithm)?;
    check_work(&parameters.kdf)?;
    let passphrase = passphrase.ok_or_else(|| Error::new(Code::KeyPassphraseMissing))?;

    let mut plain = Zeroizing::new(ciphertext.to_vec());
    let length = parameters.decrypt_in_place(passphrase, &mut plain).map_err(|_| wrong())?.len();
    plain.truncate(length);
    // The padding alone is right by chance for one wrong passphrase in 256.
    AnyRef::from_der(&plain).map_err(|_| wrong())?;
    Ok(plain)
}

fn malformed() -> Error {
    Error::new(Code::KeyMalformed)
}

fn wrong() -> Error {
    Error::new(Code::KeyPassphraseWrong)
}

/// Algorithm and ciphertext of an `EncryptedPrivateKeyInfo` (RFC 5958, section 3).
fn parts(der: &[u8]) -> Option<(AlgorithmIdentifierRef<'_>, &[u8])> {
    let mut reader = SliceReader::new(der).ok()?;
    let parts = reader.sequence::<_, _, pkcs5::der::Error>(|reader| {
        Ok((AlgorithmIdentifierRef::decode(reader)?, <&OctetStringRef>::decode(reader)?.as_bytes()))
    });
    parts.ok().filter(|_| reader.is_finished())
}

/// Takes PBES2 with functions and a cipher that are known; anything else is of old, or of a future that OpenSSL knows.
fn parameters(algorithm: AlgorithmIdentifierRef<'_>) -> Result<Parameters, Error> {
    match EncryptionScheme::try_from(algorithm) {
        Ok(EncryptionScheme::Pbes2(parameters)) if algorithm.oid == PBES2_OID => Ok(parameters),
        _ => Err(Error::new(Code::KeyEncryptionOld)),
    }
}

/// Refuses what would take too long, and what is no number of rounds at all.
fn check_work(kdf: &Kdf) -> Result<(), Error> {
    let (work, most) = match kdf {
        Kdf::Pbkdf2(pbkdf2) => (u64::from(pbkdf2.iteration_count), u64::from(MOST_ROUNDS)),
        Kdf::Scrypt(scrypt) if scrypt.cost_parameter < 2 || !scrypt.cost_parameter.is_power_of_two() => {
            return Err(malformed());
        }
        Kdf::Scrypt(scrypt) => {
            let blocks = u64::from(scrypt.block_size).saturating_mul(u64::from(scrypt.parallelization));
            (scrypt.cost_parameter.saturating_mul(blocks), MOST_SCRYPT)
        }
        _ => return Err(Error::new(Code::KeyEncryptionOld)),
    };
    match work {
        0 => Err(malformed()),
        _ if work > most => Err(Error::new(Code::KeyEncryptionCostly)),
        _ => Ok(()),
    }
}
