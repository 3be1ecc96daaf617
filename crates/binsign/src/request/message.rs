//! What a buffer can do where a message stands behind the payload.

use super::draft::{Draft, Span};

impl Draft<'_> {
    /// What is pushed next is the payload; nothing of it is query or body.
    pub(crate) fn begin_payload(&mut self) {
        self.query_start = self.needed;
    }

    /// Appends once more what stands between two places.
    pub(crate) fn push_again(&mut self, span: Span) {
        let length = span.len();
        if self.fits()
            && let Some((done, free)) = self.buffer.split_at_mut_checked(self.written)
            && let Some(source) = done.get(span)
            && free.len() >= length
        {
            for (slot, byte) in free.iter_mut().zip(source) {
                *slot = *byte;
            }
            self.written = self.written.saturating_add(length);
        }
        self.needed = self.needed.saturating_add(length);
    }

    /// Overwrites what stands at `at`.
    pub(crate) fn patch(&mut self, at: usize, bytes: &[u8]) {
        if self.fits()
            && let Some(room) = self.buffer.get_mut(at..at.saturating_add(bytes.len()))
        {
            for (slot, byte) in room.iter_mut().zip(bytes) {
                *slot = *byte;
            }
        }
    }
}
