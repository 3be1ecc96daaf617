//! What a parameter can be: text, or a value that stands in JSON without quotes.

#[cfg(feature = "ws-api")]
use super::encode::{UNRESERVED, classes};

/// The value of a parameter, which decides how it stands in the JSON of the WebSocket API; everywhere else both are
/// the same text.
#[derive(Clone, Copy)]
pub(super) enum Value<'a> {
    /// A string.
    Text(&'a [u8]),
    /// A number, `true`, `false`, an array or an object, as JSON without blanks.
    #[cfg_attr(not(feature = "ws-api"), allow(dead_code, reason = "only the WebSocket API tells them apart"))]
    Literal(&'a [u8]),
}

impl<'a> Value<'a> {
    /// As it stands in what is signed, before any percent-encoding.
    pub(super) const fn text(self) -> &'a [u8] {
        match self {
            Self::Text(text) | Self::Literal(text) => text,
        }
    }

    /// Whether the text could be taken for more than one parameter where nothing is encoded: it has `&`, `=` or a
    /// control character in it.
    #[cfg(feature = "ws-api")]
    pub(super) fn is_ambiguous(self) -> bool {
        let text = self.text();
        // Most texts need no second look.
        classes(text) & UNRESERVED == 0
            && core::str::from_utf8(text)
                .unwrap_or_default()
                .chars()
                .any(|sign| matches!(sign, '&' | '=') || sign.is_control())
    }
}
