//! Keys as people have them: PEM with any line ends, pasted on one line or out of a `.env` file.
//!
//! Everything that is not what is needed is refused by its name.

use base64ct::{Base64, Encoding as _};
use zeroize::Zeroize;

use crate::{Code, Error};

/// Room for the longest key taken: an RSA key of 4096 bits in PKCS#8 v2, or an Ed25519 key with attributes.
const MAX_DER: usize = if cfg!(feature = "rsa") { 3072 } else { 192 };

/// Bytes of the longest text that is decoded in less memory: an RSA key of 2048 bits in PKCS#8 has 1,704 with its line
/// ends.
const SHORT: usize = 2048;
/// Room for what a short text holds.
const SHORT_DER: usize = SHORT / 4 * 3;

/// Whether a text is decoded in less memory than the longest key needs.
pub(super) const fn is_short(text: &[u8]) -> bool {
    text.len() <= SHORT
}

const BEGIN: &[u8] = b"-----BEGIN ";
const END: &[u8] = b"-----END ";
const DASHES: &[u8] = b"-----";

/// What the label of a PEM text says of it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Label {
    /// A private key of any algorithm, PKCS#8.
    Private,
    /// An RSA private key, PKCS#1.
    RsaPrivate,
    /// A public key of any algorithm.
    Public,
    /// Something else, which has a name.
    Other(Code),
}

const LABELS: [(&[u8], Label); 9] = [
    (b"PRIVATE KEY", Label::Private),
    (b"RSA PRIVATE KEY", Label::RsaPrivate),
    (b"PUBLIC KEY", Label::Public),
    (b"ENCRYPTED PRIVATE KEY", Label::Other(Code::KeyEncrypted)),
    (b"EC PRIVATE KEY", Label::Other(Code::KeyIsEc)),
    (b"OPENSSH PRIVATE KEY", Label::Other(Code::KeyIsOpenSsh)),
    (b"RSA PUBLIC KEY", Label::Other(Code::KeyIsPublic)),
    (b"CERTIFICATE", Label::Other(Code::KeyIsCertificate)),
    (b"DSA PRIVATE KEY", Label::Other(Code::KeyUnknown)),
];

/// What a PEM text holds.
pub(super) struct Der<'a> {
    pub(super) bytes: &'a [u8],
    /// Whether that is all of it, or it is longer than any key that is taken.
    pub(super) whole: bool,
}

/// Decodes a PEM text and hands what it holds to `take`, whose refusals of a label come before those of the content;
/// every copy is wiped.
///
/// # Errors
/// `KEY_MALFORMED`, and those of `wanted` and `take`.
pub(super) fn with_der<T>(
    pem: &[u8],
    wanted: impl FnOnce(Label) -> Result<(), Error>,
    take: impl FnOnce(Label, Der<'_>) -> Result<T, Error>,
) -> Result<T, Error> {
    let (label, body) = body(pem, wanted)?;
    if SHORT_DER < MAX_DER && is_short(pem) {
        decoded::<SHORT_DER, T>(label, body, take)
    } else {
        decoded::<MAX_DER, T>(label, body, take)
    }
}

/// Not inlined where there are two, so that a short text does not pay for the memory of a long one.
#[cfg_attr(feature = "rsa", inline(never))]
fn decoded<const ROOM: usize, T>(
    label: Label,
    body: &[u8],
    take: impl FnOnce(Label, Der<'_>) -> Result<T, Error>,
) -> Result<T, Error> {
    let mut der = [0; ROOM];
    let outcome = decode(body, &mut der).and_then(|(length, whole)| {
        let bytes = der.get(..length).unwrap_or_default();
        take(label, Der { bytes, whole })
    });
    der.zeroize();
    outcome
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
    if label != Label::Other(Code::KeyEncrypted) || !skip_blanks(end).is_empty() {
        return Err(malformed());
    }
    if buffer.len() < pem.len() {
        return Err(Error::too_small(pem.len()));
    }
    let (length, _) = decode(body, buffer)?;
    Ok(buffer.get(..length).unwrap_or_default())
}

/// A PEM text in its parts.
struct Marked<'a> {
    label: Label,
    body: &'a [u8],
    /// What stands behind the second mark.
    end: &'a [u8],
}

/// Takes a PEM text apart at its two marks, which must have the same label.
fn marked(pem: &[u8]) -> Result<Marked<'_>, Error> {
    let text = skip_blanks(pem).strip_prefix(BEGIN).ok_or_else(malformed)?;
    let (name, rest) = split_at(text, DASHES).ok_or_else(malformed)?;
    let (body, end) = split_at(rest, END).ok_or_else(malformed)?;
    let end = end.strip_prefix(name).and_then(|end| end.strip_prefix(DASHES)).ok_or_else(malformed)?;
    let (_, label) = LABELS.iter().find(|(known, _)| *known == name).ok_or_else(malformed)?;
    Ok(Marked { label: *label, body, end })
}

/// Whether a text is an RSA key encrypted as OpenSSL did it before PKCS#8 (RFC 1421, section 4.6.1.1).
fn is_encrypted_pkcs1(label: Label, body: &[u8]) -> bool {
    label == Label::RsaPrivate && skip_blanks(body).starts_with(b"Proc-Type: 4,ENCRYPTED")
}

/// What stands between the two marks of a PEM text whose label is wanted.
fn body(pem: &[u8], wanted: impl FnOnce(Label) -> Result<(), Error>) -> Result<(Label, &[u8]), Error> {
    let Marked { label, body, end } = marked(pem)?;
    if is_encrypted_pkcs1(label, body) {
        return Err(Error::new(Code::KeyEncrypted));
    }
    if let Label::Other(code) = label {
        return Err(Error::new(code));
    }
    wanted(label)?;
    if !skip_blanks(end).is_empty() {
        return Err(malformed());
    }
    Ok((label, body))
}

/// Decodes base64 without what line ends, blanks and literal `\n` put between; gives its length, and whether it is all.
fn decode(body: &[u8], der: &mut [u8]) -> Result<(usize, bool), Error> {
    let mut slots = der.iter_mut();
    let mut length = 0_usize;
    let mut rest = skip_blanks(body);
    while !rest.is_empty() {
        let mut group = [0; 4];
        for slot in &mut group {
            let (byte, tail) = rest.split_first().ok_or_else(malformed)?;
            *slot = *byte;
            rest = skip_blanks(tail);
        }
        let mut three = [0; 3];
        let bytes = Base64::decode(group, &mut three).map_err(|_| malformed())?;
        // Padding ends the text.
        if bytes.len() < 3 && !rest.is_empty() {
            return Err(malformed());
        }
        for byte in bytes {
            let Some(slot) = slots.next() else { return Ok((length, false)) };
            *slot = *byte;
            length = length.saturating_add(1);
        }
        group.zeroize();
        three.zeroize();
    }
    Ok((length, true))
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
