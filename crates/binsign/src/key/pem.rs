//! Private keys as people have them: PEM with any line ends, pasted on one line or out of a `.env` file, and DER.
//!
//! What a key is, its algorithm identifier says (RFC 5958, RFC 8410), never its length. Everything that is no key to
//! sign with is refused by its name.

use base64ct::{Base64, Encoding as _};
use zeroize::Zeroize;

use super::der::PrivateKeyInfo;
use crate::{Code, Error};

/// Room for the longest key taken, in characters of base64: whole groups of four.
const MAX_BASE64: usize = 256;

const BEGIN: &[u8] = b"-----BEGIN ";
const END: &[u8] = b"-----END ";
const DASHES: &[u8] = b"-----";

/// The label of a private key in PKCS#8 that is encrypted.
const ENCRYPTED: &[u8] = b"ENCRYPTED PRIVATE KEY";

/// What the label of a PEM text says of it, where it is no `PRIVATE KEY`.
const OTHER_LABELS: [(&[u8], Code); 8] = [
    (ENCRYPTED, Code::KeyEncrypted),
    (b"RSA PRIVATE KEY", Code::KeyIsRsa),
    (b"EC PRIVATE KEY", Code::KeyIsEc),
    (b"OPENSSH PRIVATE KEY", Code::KeyIsOpenSsh),
    (b"PUBLIC KEY", Code::KeyIsPublic),
    (b"RSA PUBLIC KEY", Code::KeyIsPublic),
    (b"CERTIFICATE", Code::KeyIsCertificate),
    (b"DSA PRIVATE KEY", Code::KeyUnknown),
];

/// 1.3.101.112 (RFC 8410).
const ED25519: &[u8] = &[0x2B, 0x65, 0x70];

/// What an algorithm identifier says of a key, where it is not Ed25519.
const OTHER_ALGORITHMS: [(&[u8], Code); 5] = [
    // 1.3.101.110, X25519, and 1.3.101.113, Ed448 (RFC 8410).
    (&[0x2B, 0x65, 0x6E], Code::KeyIsX25519),
    (&[0x2B, 0x65, 0x71], Code::KeyUnknown),
    // 1.2.840.10045.2.1, any elliptic curve (RFC 5480).
    (&[0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01], Code::KeyIsEc),
    // 1.2.840.113549.1.1.1, RSA, and .10, RSA for PSS alone (RFC 8017).
    (&[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01], Code::KeyIsRsa),
    (&[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x0A], Code::KeyIsRsa),
];

/// A parsed private key, still borrowed from its text.
pub(super) struct Ed25519Parts<'a> {
    pub(super) seed: &'a [u8; 32],
    /// The public key, where the text has one (PKCS#8 v2).
    pub(super) public: Option<&'a [u8]>,
}

/// Decodes a PEM text and hands the DER in it to `take`; every copy is wiped.
pub(super) fn with_der<T>(pem: &[u8], take: impl FnOnce(&[u8]) -> Result<T, Error>) -> Result<T, Error> {
    let mut base64 = [0; MAX_BASE64];
    let outcome = body(pem).and_then(|body| {
        let (length, whole) = compact(body, &mut base64);
        let text = base64.get_mut(..length).unwrap_or_default();
        let der = Base64::decode_in_place(text).map_err(|_| malformed())?;
        if whole { take(der) } else { Err(too_long(der)) }
    });
    base64.zeroize();
    outcome
}

/// Reads PKCS#8, version 1 or 2.
pub(super) fn ed25519(der: &[u8]) -> Result<Ed25519Parts<'_>, Error> {
    let info = PrivateKeyInfo::take(der).ok_or_else(malformed)?;
    if info.algorithm != ED25519 {
        return Err(other_algorithm(info.algorithm));
    }
    // RFC 8410, section 7: no parameters, and the seed is an OCTET STRING inside the OCTET STRING.
    let seed = info.key.strip_prefix(&[0x04, 0x20]).and_then(|seed| seed.try_into().ok());
    let seed = seed.filter(|_| info.parameters.is_empty()).ok_or_else(malformed)?;
    Ok(Ed25519Parts { seed, public: info.public })
}

fn malformed() -> Error {
    Error::new(Code::KeyMalformed)
}

/// Decodes the DER of an encrypted private key (RFC 5958, `EncryptedPrivateKeyInfo`) into `buffer`, which is as long as
/// the text or longer.
pub(super) fn encrypted_der<'b>(pem: &[u8], buffer: &'b mut [u8]) -> Result<&'b [u8], Error> {
    let Marked { label, body, end } = marked(pem)?;
    if is_encrypted_pkcs1(label, body) {
        return Err(Error::new(Code::KeyEncryptionOld));
    }
    if label != ENCRYPTED || !skip_blanks(end).is_empty() {
        return Err(malformed());
    }
    if buffer.len() < pem.len() {
        return Err(Error::too_small(pem.len()));
    }
    let (length, _) = compact(body, buffer);
    Base64::decode_in_place(buffer.get_mut(..length).unwrap_or_default()).map_err(|_| malformed())
}

/// A PEM text in its parts.
struct Marked<'a> {
    label: &'a [u8],
    body: &'a [u8],
    /// What stands behind the second mark.
    end: &'a [u8],
}

/// Takes a PEM text apart at its two marks, which must have the same label.
fn marked(pem: &[u8]) -> Result<Marked<'_>, Error> {
    let text = skip_blanks(pem).strip_prefix(BEGIN).ok_or_else(malformed)?;
    let (label, rest) = split_at(text, DASHES).ok_or_else(malformed)?;
    let (body, end) = split_at(rest, END).ok_or_else(malformed)?;
    let end = end.strip_prefix(label).and_then(|end| end.strip_prefix(DASHES)).ok_or_else(malformed)?;
    Ok(Marked { label, body, end })
}

/// Whether a text is an RSA key encrypted as OpenSSL did it before PKCS#8 (RFC 1421, section 4.6.1.1).
fn is_encrypted_pkcs1(label: &[u8], body: &[u8]) -> bool {
    label == b"RSA PRIVATE KEY" && skip_blanks(body).starts_with(b"Proc-Type: 4,ENCRYPTED")
}

/// What stands between the two marks of a PEM text that says `PRIVATE KEY`.
fn body(pem: &[u8]) -> Result<&[u8], Error> {
    let Marked { label, body, end } = marked(pem)?;
    if is_encrypted_pkcs1(label, body) {
        return Err(Error::new(Code::KeyEncrypted));
    }
    if let Some((_, code)) = OTHER_LABELS.iter().find(|(other, _)| *other == label) {
        return Err(Error::new(*code));
    }
    if label != b"PRIVATE KEY" || !skip_blanks(end).is_empty() {
        return Err(malformed());
    }
    Ok(body)
}

/// Copies base64 without what line ends, blanks and literal `\n` put between; gives its length, and whether it is all.
fn compact(body: &[u8], base64: &mut [u8]) -> (usize, bool) {
    let mut slots = base64.iter_mut();
    let mut length = 0_usize;
    let mut rest = skip_blanks(body);
    while let Some((byte, tail)) = rest.split_first() {
        let Some(slot) = slots.next() else { return (length, false) };
        *slot = *byte;
        length = length.saturating_add(1);
        rest = skip_blanks(tail);
    }
    (length, true)
}

/// What a key is that is too long for Ed25519, from the beginning of its DER: version and algorithm (RFC 5958).
fn too_long(der: &[u8]) -> Error {
    PrivateKeyInfo::algorithm_of_beginning(der).map_or_else(malformed, other_algorithm)
}

/// A key of another algorithm than Ed25519, by its name.
fn other_algorithm(identifier: &[u8]) -> Error {
    if identifier == ED25519 {
        return malformed();
    }
    let named = OTHER_ALGORITHMS.iter().find(|(other, _)| *other == identifier);
    Error::new(named.map_or(Code::KeyUnknown, |(_, code)| *code))
}

/// Leaves out blanks, line ends, and line ends written as two characters.
fn skip_blanks(text: &[u8]) -> &[u8] {
    let mut rest = text;
    loop {
        rest = match rest {
            [b'\\', b'n' | b'r', tail @ ..] => tail,
            [byte, tail @ ..] if byte.is_ascii_whitespace() => tail,
            _ => return rest,
        };
    }
}

/// The parts before and behind the first `mark`.
fn split_at<'a>(text: &'a [u8], mark: &[u8]) -> Option<(&'a [u8], &'a [u8])> {
    let at = text.windows(mark.len()).position(|window| window == mark)?;
    let (before, rest) = text.split_at_checked(at)?;
    Some((before, rest.strip_prefix(mark)?))
}
