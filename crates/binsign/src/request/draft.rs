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
    /// Whether the bytes stay in the buffer when the draft goes.
    keep: bool,
}

impl<'b> Draft<'b> {
    pub(crate) fn new(buffer: &'b mut [u8]) -> Self {
        Self { buffer, written: 0, needed: 0, query_start: 0, body_start: None, end: None, keep: false }
    }

    /// Appends bytes as they are.
    pub(crate) fn push(&mut self, bytes: &[u8]) {
        if self.fits()
            && let Some((_, free)) = self.buffer.split_at_mut_checked(self.written)
            && let Some((room, _)) = free.split_at_mut_checked(bytes.len())
        {
            for (slot, byte) in room.iter_mut().zip(bytes) {
                *slot = *byte;
            }
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

    /// Whether a pair with this name, encoded as it stands in the buffer from `name_start`, was written before.
    pub(crate) fn has_earlier(&self, name_start: usize) -> bool {
        let body_start = self.body_start.unwrap_or(name_start);
        let name = self.slice(name_start, self.written);
        let names = |part: &[u8]| {
            part.split(|byte| *byte == b'&')
                .any(|pair| pair.strip_prefix(name).is_some_and(|rest| rest.first() == Some(&b'=')))
        };
        names(self.slice(self.query_start, body_start)) || names(self.slice(body_start, name_start))
    }

    /// The request is complete.
    pub(crate) fn end_request(&mut self) {
        self.end = Some(self.written);
    }

    /// From now on the bytes are the caller's: they stay when the draft goes.
    pub(crate) fn release(&mut self) {
        self.keep = true;
    }

    /// The path and, where there is one, the query: what stands in the request line.
    pub(crate) fn target(&self) -> &[u8] {
        let end = self.body_start.unwrap_or(self.end());
        if end == self.query_start {
            // An empty query has no question mark either.
            return self.slice(0, self.query_start.saturating_sub(1));
        }
        self.slice(0, end)
    }

    /// The query without its question mark.
    pub(crate) fn query(&self) -> &[u8] {
        self.slice(self.query_start, self.body_start.unwrap_or(self.end()))
    }

    /// The form body.
    pub(crate) fn body(&self) -> &[u8] {
        self.slice(self.body_start.unwrap_or(self.end()), self.end())
    }

    /// Query and body up to `end`, with nothing between them: what is signed.
    pub(crate) fn payload(&self, end: usize) -> &[u8] {
        self.slice(self.query_start, end)
    }

    /// What stands between two places, as far as it is written.
    pub(crate) fn span(&self, span: &Span) -> &[u8] {
        self.slice(span.start, span.end)
    }

    /// Where the payload begins.
    pub(crate) const fn payload_start(&self) -> usize {
        self.query_start
    }

    fn end(&self) -> usize {
        self.end.unwrap_or(self.written)
    }

    fn slice(&self, start: usize, end: usize) -> &[u8] {
        self.buffer.get(start..end.min(self.written)).unwrap_or_default()
    }
}

impl Drop for Draft<'_> {
    fn drop(&mut self) {
        if !self.keep
            && let Some(used) = self.buffer.get_mut(..self.written)
        {
            used.zeroize();
        }
    }
}
