//! Parameters in the order of their names, as the WebSocket interfaces sign them: `name=value&` behind each other.

use super::draft::Draft;

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
