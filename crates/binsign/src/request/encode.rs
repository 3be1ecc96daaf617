//! RFC 3986 percent-encoding: unreserved bytes as they are, every other byte as upper-case `%XX`.

/// Whether RFC 3986, section 2.3 calls the byte unreserved: `A-Z a-z 0-9 - . _ ~`.
pub(super) const fn is_unreserved(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~')
}

/// How many bytes the encoded form has.
pub(super) fn encoded_len(bytes: &[u8]) -> usize {
    let escaped = bytes.iter().filter(|byte| !is_unreserved(**byte)).count();
    bytes.len().saturating_add(escaped.saturating_mul(2))
}

/// The three characters that stand for a byte.
pub(super) const fn escape(byte: u8) -> [u8; 3] {
    const fn digit(value: u8) -> u8 {
        // `value` is below 16, so neither addition can overflow.
        if value < 10 { b'0'.wrapping_add(value) } else { b'A'.wrapping_sub(10).wrapping_add(value) }
    }
    [b'%', digit(byte >> 4), digit(byte & 15)]
}
