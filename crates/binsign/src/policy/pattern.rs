//! Patterns: `*` stands for any run of bytes, `?` for any one.

use super::facts::{Bytes, Text};

/// Whether a text fits a pattern. The time is at most that of the one length times the other: a `*` that was passed is
/// never looked at again.
pub(crate) fn fits(pattern: &[u8], text: Text<'_>) -> bool {
    // Most patterns differ from most texts in their first byte.
    if let (Some(wanted), Some(first)) = (pattern.first(), text.raw().first())
        && wanted != first
        && !matches!(wanted, b'*' | b'?')
        && *first != b'%'
    {
        return false;
    }
    if !pattern.iter().any(|byte| matches!(byte, b'*' | b'?')) {
        return text.is(pattern);
    }
    let (mut pattern, mut text) = (pattern, text.bytes());
    // Behind the last `*`: what has to follow, and where in the text that was tried.
    let mut retry: Option<(&[u8], Bytes<'_>)> = None;
    loop {
        let mut ahead = text.clone();
        let next = ahead.next();
        match (pattern.split_first(), next) {
            (Some((b'*', rest)), _) => {
                pattern = rest;
                retry = Some((rest, text.clone()));
            }
            (Some((b'?', rest)), Some(_)) => (pattern, text) = (rest, ahead),
            (Some((byte, rest)), Some(other)) if *byte == other => (pattern, text) = (rest, ahead),
            (None, None) => return true,
            (Some(_), None) => return false,
            _ => {
                let Some((rest, from)) = &mut retry else { return false };
                if from.next().is_none() {
                    return false;
                }
                (pattern, text) = (rest, from.clone());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::fits;
    use crate::policy::facts::Text;

    /// The same by recursion, which is plain and slow.
    fn plainly(pattern: &[u8], text: &[u8]) -> bool {
        match pattern {
            [] => text.is_empty(),
            [b'*', rest @ ..] => (0..=text.len()).any(|skipped| plainly(rest, &text[skipped..])),
            [b'?', rest @ ..] => !text.is_empty() && plainly(rest, &text[1..]),
            [byte, rest @ ..] => text.first() == Some(byte) && plainly(rest, &text[1..]),
        }
    }

    proptest! {
        #[test]
        fn as_by_recursion(pattern in "[ab?*]{0,7}", text in "[ab]{0,9}") {
            prop_assert_eq!(
                fits(pattern.as_bytes(), Text::plain(text.as_bytes())),
                plainly(pattern.as_bytes(), text.as_bytes())
            );
        }
    }

    #[test]
    fn many_stars_take_no_time() {
        let text = vec![b'a'; 20_000];
        assert!(!fits(b"*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b", Text::plain(&text)));
        assert!(fits(b"*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*", Text::plain(&text)));
    }
}
