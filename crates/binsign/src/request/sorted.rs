//! Parameters in the order of their names, as the WebSocket interfaces sign them: `name=value&` behind each other.

use super::draft::{Draft, Span};

/// Moves the pair that was pushed from `start` on to its place among the pairs before it, and gives its index there;
/// nothing where its name is there already.
///
/// All of it has to be in the buffer.
pub(super) fn settle(draft: &mut Draft<'_>, start: usize) -> Option<usize> {
    let mut at = draft.payload_start();
    let mut index = 0_usize;
    let new = name(draft.span(&(start..draft.needed())));
    while at < start {
        let rest = draft.span(&(at..start));
        match name(rest).cmp(new) {
            core::cmp::Ordering::Less => {}
            core::cmp::Ordering::Equal => return None,
            core::cmp::Ordering::Greater => {
                draft.move_to(at, start);
                break;
            }
        }
        at = at.saturating_add(pair_len(rest));
        index = index.saturating_add(1);
    }
    Some(index)
}

/// The name of the first pair.
fn name(pairs: &[u8]) -> &[u8] {
    pairs.split(|byte| *byte == b'=').next().unwrap_or_default()
}

/// How long the first pair is, with the `&` behind it.
fn pair_len(pairs: &[u8]) -> usize {
    pairs.iter().position(|byte| *byte == b'&').map_or(pairs.len(), |at| at.saturating_add(1))
}

impl Draft<'_> {
    /// Moves what was pushed from `from` on to `at`, before what stands there.
    pub(crate) fn move_to(&mut self, at: usize, from: usize) {
        // Turned as a whole and then in its two parts, it has changed places.
        for span in [at..self.written, at..at.saturating_add(self.written.saturating_sub(from))] {
            self.reverse(span);
        }
        self.reverse(at.saturating_add(self.written.saturating_sub(from))..self.written);
    }

    fn reverse(&mut self, span: Span) {
        if let Some(bytes) = self.buffer.get_mut(span) {
            bytes.reverse();
        }
    }

    /// Takes the last byte back.
    pub(crate) fn pop(&mut self) {
        let last = self.needed.saturating_sub(1);
        self.patch(last, &[0]);
        if self.fits() {
            self.written = last;
        }
        self.needed = last;
    }
}
