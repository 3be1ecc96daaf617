//! A case: its fields, decoded inside the memory of the line.

use binsign::{Error, Method, Request};

use crate::text;

/// The fields in the order in which they come; `k` may stand for `s`, `q` and `b` may come more than once.
const ORDER: &[u8] = b"mpasqbwt";
/// How many of them are always there.
const ALWAYS: usize = 4;

/// What the request is signed with.
pub(crate) enum Key<'l> {
    /// An HMAC secret.
    Secret(&'l [u8]),
    /// A private key in PEM.
    Pem(&'l [u8]),
}

/// A case whose line has been found to be well-formed.
pub(crate) struct Case<'l> {
    method: &'l [u8],
    path: &'l [u8],
    pub(crate) api_key: &'l [u8],
    pub(crate) key: Key<'l>,
    /// The fields behind these, still in hexadecimal.
    rest: Fields<'l>,
}

impl<'l> Case<'l> {
    /// Takes a line apart, or nothing where it is no case.
    pub(crate) fn take(line: &'l mut [u8]) -> Option<Self> {
        if !is_case(line) {
            return None;
        }
        let mut rest = Fields { line };
        let mut next = || rest.next().map(|(tag, hex)| (tag, decoded(hex)));
        let ((_, method), (_, path), (_, api_key), (tag, key)) = (next()?, next()?, next()?, next()?);
        let key = if tag == b'k' { Key::Pem(key) } else { Key::Secret(key) };
        Some(Self { method, path, api_key, key, rest })
    }

    /// Builds the request in `buffer`.
    pub(crate) fn request(self, buffer: &mut [u8]) -> Result<Request<'_>, Error> {
        let method = text(self.method, 0)?.parse::<Method>()?;
        let mut request = Request::rest(buffer, method, text(self.path, 0)?)?;
        let mut in_body = false;
        let mut position = 0_u16;
        for (tag, field) in self.rest {
            if tag == b'b' && !in_body {
                request.body()?;
                in_body = true;
            }
            position = position.saturating_add(1);
            let (name, value) = match tag {
                b'w' => (&b"recvWindow"[..], decoded(field)),
                b't' => (&b"timestamp"[..], decoded(field)),
                _ => pair(field),
            };
            request.param(text(name, position)?, text(value, position)?)?;
        }
        Ok(request)
    }
}

/// Whether the fields are there, in order, and in hexadecimal.
fn is_case(line: &[u8]) -> bool {
    let mut count = 0_usize;
    let mut last = 0_usize;
    for field in line.split(|byte| *byte == b' ') {
        let Some((tag, hex)) = field.split_first() else { return false };
        let known_as = if *tag == b'k' { b's' } else { *tag };
        let Some(place) = ORDER.iter().position(|known| *known == known_as) else { return false };
        let in_order = if count < ALWAYS { place == count } else { place > last || (place == last && is_pair(*tag)) };
        let well_formed = if is_pair(*tag) {
            let mut parts = hex.splitn(2, |byte| *byte == b'=');
            parts.next().is_some_and(is_hex) && parts.next().is_some_and(is_hex)
        } else {
            is_hex(hex)
        };
        if !in_order || !well_formed {
            return false;
        }
        last = place;
        count = count.saturating_add(1);
    }
    count >= ALWAYS
}

const fn is_pair(tag: u8) -> bool {
    matches!(tag, b'q' | b'b')
}

fn is_hex(text: &[u8]) -> bool {
    text.len().is_multiple_of(2) && text.iter().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// The fields of a well-formed line: of each its tag, and what follows the tag.
struct Fields<'l> {
    line: &'l mut [u8],
}

impl<'l> Iterator for Fields<'l> {
    type Item = (u8, &'l mut [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let line = core::mem::take(&mut self.line);
        let end = line.iter().position(|byte| *byte == b' ').unwrap_or(line.len());
        let (field, tail) = line.split_at_mut_checked(end)?;
        self.line = tail.split_first_mut().map_or(&mut [], |(_, behind_blank)| behind_blank);
        let (tag, hex) = field.split_first_mut()?;
        Some((*tag, hex))
    }
}

/// Name and value of a well-formed pair.
fn pair(field: &mut [u8]) -> (&[u8], &[u8]) {
    let mut parts = field.splitn_mut(2, |byte| *byte == b'=');
    let name = parts.next().map(decoded).unwrap_or_default();
    let value = parts.next().map(decoded).unwrap_or_default();
    (name, value)
}

/// The bytes behind well-formed hexadecimal, in the front half of its memory.
fn decoded(hex: &mut [u8]) -> &[u8] {
    let count = hex.len() / 2;
    for index in 0..count {
        let at = index.saturating_mul(2);
        let (Some(high), Some(low)) = (hex.get(at).copied(), hex.get(at.saturating_add(1)).copied()) else { break };
        if let Some(slot) = hex.get_mut(index) {
            *slot = (digit(high) << 4) | digit(low);
        }
    }
    hex.get(..count).unwrap_or_default()
}

const fn digit(hex: u8) -> u8 {
    if hex.is_ascii_digit() { hex.wrapping_sub(b'0') } else { hex.wrapping_sub(b'a').wrapping_add(10) }
}
