//! RFC 3986 percent-encoding: unreserved bytes as they are, every other byte as upper-case `%XX`.

/// The class of bytes that RFC 3986, section 2.3 calls unreserved: `A-Z a-z 0-9 - . _ ~`.
pub(super) const UNRESERVED: u8 = 1;
/// The class of bytes that the names of parameters are made of: `A-Z a-z 0-9 - . _ [ ]`.
pub(super) const IN_NAME: u8 = 2;
/// The class of bytes that paths are made of: `A-Z a-z 0-9 - . _ /`.
pub(super) const IN_PATH: u8 = 4;
/// All classes.
const ALL: u8 = UNRESERVED | IN_NAME | IN_PATH;

/// The classes of each byte: one load, and no comparison, in the innermost loop of all.
static CLASSES: [u8; 256] = {
    let (mut classes, mut byte) = ([0; 256], 0_u8);
    while byte < 128 {
        let all = byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_');
        let unreserved = if all || byte == b'~' { UNRESERVED } else { 0 };
        let in_name = if all || matches!(byte, b'[' | b']') { IN_NAME } else { 0 };
        let in_path = if all || byte == b'/' { IN_PATH } else { 0 };
        #[allow(
            clippy::indexing_slicing,
            clippy::as_conversions,
            clippy::arithmetic_side_effects,
            reason = "while compiling"
        )]
        {
            classes[byte as usize] = unreserved | in_name | in_path;
            byte += 1;
        }
    }
    classes
};

fn class(byte: u8) -> u8 {
    CLASSES.get(usize::from(byte)).copied().unwrap_or(0)
}

/// The classes that every one of the bytes belongs to.
pub(super) fn classes(bytes: &[u8]) -> u8 {
    bytes.iter().fold(ALL, |common, byte| common & class(*byte))
}

/// Whether the byte stays as it is.
pub(super) fn is_unreserved(byte: u8) -> bool {
    class(byte) & UNRESERVED != 0
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

#[cfg(test)]
mod tests {
    use super::{ALL, IN_NAME, IN_PATH, UNRESERVED, classes, is_unreserved};

    const COMMON: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._";

    #[test]
    fn a_byte_has_the_classes_of_its_lists() {
        for byte in 0..=u8::MAX {
            let common = COMMON.as_bytes().contains(&byte);
            assert_eq!(is_unreserved(byte), common || byte == b'~', "{byte}");
            assert_eq!(classes(&[byte]) & IN_NAME != 0, common || b"[]".contains(&byte), "{byte}");
            assert_eq!(classes(&[byte]) & IN_PATH != 0, common || byte == b'/', "{byte}");
        }
    }

    #[test]
    fn one_byte_of_another_class_is_enough() {
        assert_eq!(classes(COMMON.as_bytes()), ALL);
        assert_eq!(classes(b"list[0]"), IN_NAME);
        assert_eq!(classes(b"a~b"), UNRESERVED);
        assert_eq!(classes(b"a b"), 0);
    }
}
