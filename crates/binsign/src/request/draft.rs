//! The caller's buffer while a request is built in it: what comes before the payload, the payload, what comes behind.
//!
//! A REST request is `path ? query body &signature=…`, side by side: query and body touch because the exchange signs
//! them with nothing between, so the payload is one slice. Other requests have a message behind their payload.
//! What does not fit is counted and not written; a buffer that was not signed is wiped.

use core::ops::Range;

use zeroize::Zeroize;

use super::MAX_REQUEST;
use super::encode::{UNRESERVED, classes, escape, is_unreserved};

use crate::{Code, Error};

/// A place in the buffer, from its first byte to behind its last.
pub(crate) type Span = Range<usize>;

/// A buffer and how much of it is used.
pub(crate) struct Draft<'b> {
    pub(super) buffer: &'b mut [u8],
    /// Bytes written, from the start of the buffer.
    pub(super) written: usize,
    /// Bytes the whole would take; more than `written` once something did not fit.
    pub(super) needed: usize,
    /// Where the query begins: behind path and `?`.
    pub(super) query_start: usize,
    /// Where the body begins, once there is one.
    body_start: Option<usize>,
    /// Where the request ends, once it has; what is written behind is for the caller only.
    end: Option<usize>,
    /// How many bytes at the end of the buffer are not as they were.
    spare_used: u32,
    /// Whether the bytes stay in the buffer when the draft goes.
    keep: bool,
}

/// Of equal lengths.
fn copy(room: &mut [u8], bytes: &[u8]) {
    for (slot, byte) in room.iter_mut().zip(bytes) {
        *slot = *byte;
    }
}

impl<'b> Draft<'b> {
    pub(crate) fn new(buffer: &'b mut [u8]) -> Self {
        Self { buffer, written: 0, needed: 0, query_start: 0, body_start: None, end: None, spare_used: 0, keep: false }
    }

    /// Appends bytes as they are.
    pub(crate) fn push(&mut self, bytes: &[u8]) {
        if self.fits()
            && let Some((_, free)) = self.buffer.split_at_mut_checked(self.written)
            && let Some((room, _)) = free.split_at_mut_checked(bytes.len())
        {
            copy(room, bytes);
            self.written = self.written.saturating_add(bytes.len());
        }
        self.needed = self.needed.saturating_add(bytes.len());
    }

    /// Appends bytes percent-encoded.
    pub(crate) fn push_encoded(&mut self, bytes: &[u8]) {
        // Most texts need no encoding.
        if classes(bytes) & UNRESERVED != 0 {
            return self.push(bytes);
        }
        let mut rest = bytes;
        while !rest.is_empty() {
            let plain = rest.iter().position(|byte| !is_unreserved(*byte)).unwrap_or(rest.len());
            let Some((run, tail)) = rest.split_at_checked(plain) else { return };
            self.push(run);
            let Some((byte, tail)) = tail.split_first() else { return };
            self.push(&escape(*byte));
            rest = tail;
        }
    }

    /// Appends `name=value`, both percent-encoded, behind a `&` where the part has something in it already; tells where
    /// the name stands. `plain` are names and values that are the same encoded.
    pub(crate) fn push_pair(&mut self, name: &[u8], value: &[u8], plain: bool) -> Span {
        let separator = usize::from(!self.part_is_empty());
        // No slice is so long that these sums could wrap.
        let whole = separator.wrapping_add(name.len()).wrapping_add(1).wrapping_add(value.len());
        if plain
            && self.fits()
            && let Some(free) = self.buffer.get_mut(self.written..)
            && let Some((before, free)) = free.split_at_mut_checked(separator)
            && let Some((name_room, free)) = free.split_at_mut_checked(name.len())
            && let Some((equals, free)) = free.split_first_mut()
            && let Some((value_room, _)) = free.split_at_mut_checked(value.len())
        {
            if let Some(first) = before.first_mut() {
                *first = b'&';
            }
            copy(name_room, name);
            *equals = b'=';
            copy(value_room, value);
            let start = self.written.wrapping_add(separator);
            self.written = self.written.wrapping_add(whole);
            self.needed = self.written;
            return start..start.wrapping_add(name.len());
        }
        self.push_pair_slowly(name, value)
    }

    /// [`push_pair`](Self::push_pair) where something is to be encoded or does not fit.
    #[cold]
    fn push_pair_slowly(&mut self, name: &[u8], value: &[u8]) -> Span {
        if !self.part_is_empty() {
            self.push(b"&");
        }
        let start = self.needed;
        self.push_encoded(name);
        let end = self.needed;
        self.push(b"=");
        self.push_encoded(value);
        start..end
    }

    /// What is written so far is the path; the query begins.
    pub(crate) fn begin_query(&mut self) {
        self.push(b"?");
        self.query_start = self.needed;
    }

    /// The query is complete; the body begins. Asked twice, the first time counts.
    pub(crate) fn begin_body(&mut self) {
        if self.body_start.is_none() {
            self.body_start = Some(self.needed);
        }
    }

    /// A body with nothing in it is no body.
    pub(crate) fn drop_empty_body(&mut self) {
        self.body_start = self.body_start.filter(|start| *start < self.needed);
    }

    /// Whether the part that is being written, query or body, has nothing in it yet.
    pub(crate) fn part_is_empty(&self) -> bool {
        self.needed == self.body_start.unwrap_or(self.query_start)
    }

    /// Whether everything pushed so far is in the buffer.
    pub(crate) const fn fits(&self) -> bool {
        self.written == self.needed
    }

    /// Bytes the whole takes so far.
    pub(crate) const fn needed(&self) -> usize {
        self.needed
    }

    /// Whether a request of `whole` bytes can be, and fits.
    pub(crate) fn require(&self, whole: usize) -> Result<(), Error> {
        // Before the buffer is spoken of: a size that is asked for must be one that does.
        if whole > MAX_REQUEST {
            return Err(Error::new(Code::RequestTooLong));
        }
        if !self.fits() || whole > self.buffer.len() {
            return Err(Error::too_small(whole));
        }
        Ok(())
    }

    /// Whether all of that was written.
    pub(crate) const fn has_written(&self, span: &Span) -> bool {
        span.end <= self.written
    }

    /// Query and body, as far as they go before `end`.
    pub(crate) fn parts(&self, end: usize) -> [Span; 2] {
        let between = self.body_start.unwrap_or(end);
        [self.query_start..between, between..end]
    }

    /// Whether a pair was written before with the name that stands, encoded, at `name`.
    #[cold]
    #[inline(never)]
    pub(crate) fn has_earlier(&self, name: &Span) -> bool {
        self.parts(name.start).iter().any(|part| {
            self.span(part)
                .split(|byte| *byte == b'&')
                .any(|pair| pair.strip_prefix(self.span(name)).is_some_and(|rest| rest.first() == Some(&b'=')))
        })
    }

    /// What is written, and the last bytes of the buffer, where so many of them are free. They are cleared at the end.
    pub(crate) fn text_and_spare(&mut self, bytes: u32) -> Option<(&[u8], &mut [u8])> {
        let start =
            self.buffer.len().checked_sub(usize::try_from(bytes).ok()?).filter(|start| self.written <= *start)?;
        self.spare_used = self.spare_used.max(bytes);
        let (text, spare) = self.buffer.split_at_mut_checked(start)?;
        Some((text, spare))
    }

    fn clear_spare(&mut self) {
        let used = usize::try_from(self.spare_used).unwrap_or(0);
        let start = self.buffer.len().saturating_sub(used).max(self.written);
        if let Some(spare) = self.buffer.get_mut(start..) {
            spare.fill(0);
        }
    }

    /// The request is complete.
    pub(crate) fn end_request(&mut self) {
        self.end = Some(self.written);
    }

    /// From now on the bytes are the caller's: they stay when the draft goes.
    pub(crate) fn release(&mut self) {
        self.clear_spare();
        self.keep = true;
    }

    /// The path and, where there is one, the query: what stands in the request line.
    pub(crate) fn target(&self) -> &[u8] {
        let end = self.body_start.unwrap_or(self.request_end());
        if end == self.query_start {
            // An empty query has no question mark either.
            return self.slice(0, self.query_start.saturating_sub(1));
        }
        self.slice(0, end)
    }

    /// The query without its question mark.
    pub(crate) fn query(&self) -> &[u8] {
        self.slice(self.query_start, self.body_start.unwrap_or(self.request_end()))
    }

    /// The form body.
    pub(crate) fn body(&self) -> &[u8] {
        self.slice(self.body_start.unwrap_or(self.request_end()), self.request_end())
    }

    /// What stands between two places, as far as it is written.
    pub(crate) fn span(&self, span: &Span) -> &[u8] {
        self.slice(span.start, span.end)
    }

    /// Where the payload begins.
    pub(crate) const fn payload_start(&self) -> usize {
        self.query_start
    }

    /// Where the request ends.
    pub(crate) fn request_end(&self) -> usize {
        self.end.unwrap_or(self.written)
    }

    fn slice(&self, start: usize, end: usize) -> &[u8] {
        self.buffer.get(start..end.min(self.written)).unwrap_or_default()
    }
}

impl Drop for Draft<'_> {
    fn drop(&mut self) {
        if self.keep {
            return;
        }
        self.clear_spare();
        if let Some(used) = self.buffer.get_mut(..self.written) {
            used.zeroize();
        }
    }
}
