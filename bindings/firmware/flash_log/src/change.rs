//! What has changed between two states, as bytes: runs of a length to skip, a length, and the bytes that are new.

/// The most that a run skips, and the most that it brings.
const LONGEST: usize = 255;
/// The bytes a run takes beside what it brings. A gap that is no longer does not end a run.
const RUN: usize = 2;

/// Gives the change from `old` to `new`, byte by byte.
pub(crate) fn encode<const N: usize>(old: &[u8; N], new: &[u8; N], put: &mut dyn FnMut(u8)) {
    let mut at = 0_usize;
    while let Some(skipped) = first(old, new, at, true) {
        let mut skip = skipped.saturating_sub(at);
        while skip > LONGEST {
            put(u8::MAX);
            put(0);
            skip = skip.saturating_sub(LONGEST);
        }
        let end = end_of_run(old, new, skipped);
        put(u8::try_from(skip).unwrap_or(u8::MAX));
        put(u8::try_from(end.saturating_sub(skipped)).unwrap_or(u8::MAX));
        for byte in new.get(skipped..end).unwrap_or_default() {
            put(*byte);
        }
        at = end;
    }
}

/// Where, from `at` on, the states first differ (or are the same).
fn first<const N: usize>(old: &[u8; N], new: &[u8; N], at: usize, differ: bool) -> Option<usize> {
    let mut pairs = old.iter().zip(new).enumerate().skip(at);
    pairs.find(|(_, (old, new))| (old != new) == differ).map(|(place, _)| place)
}

fn end_of_run<const N: usize>(old: &[u8; N], new: &[u8; N], start: usize) -> usize {
    let most = start.saturating_add(LONGEST).min(N);
    let mut end = start;
    loop {
        end = first(old, new, end, false).unwrap_or(N);
        match first(old, new, end, true) {
            Some(next) if next < most && next.saturating_sub(end) <= RUN => end = next,
            _ => return end.min(most),
        }
    }
}

/// Takes a change byte by byte and makes it to a state.
pub(crate) struct Decoder {
    at: usize,
    expects: Expects,
}

enum Expects {
    Skip,
    Length,
    Bytes(usize),
}

impl Decoder {
    pub(crate) const fn new() -> Self {
        Self { at: 0, expects: Expects::Skip }
    }

    /// Takes a byte; false where the change is none of such a state.
    pub(crate) fn take(&mut self, byte: u8, state: &mut [u8]) -> bool {
        match self.expects {
            Expects::Skip => {
                self.at = self.at.saturating_add(usize::from(byte));
                self.expects = Expects::Length;
                true
            }
            Expects::Length => {
                self.expects = if byte == 0 { Expects::Skip } else { Expects::Bytes(usize::from(byte)) };
                true
            }
            Expects::Bytes(left) => {
                let Some(place) = state.get_mut(self.at) else { return false };
                *place = byte;
                self.at = self.at.saturating_add(1);
                let left = left.saturating_sub(1);
                self.expects = if left == 0 { Expects::Skip } else { Expects::Bytes(left) };
                true
            }
        }
    }

    /// Whether the change ended where a run does.
    pub(crate) const fn is_complete(&self) -> bool {
        matches!(self.expects, Expects::Skip)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::arithmetic_side_effects)]
mod tests {
    use super::{Decoder, encode};

    fn change<const N: usize>(old: &[u8; N], new: &[u8; N]) -> Vec<u8> {
        let mut bytes = Vec::new();
        encode(old, new, &mut |byte| bytes.push(byte));
        bytes
    }

    fn back<const N: usize>(old: &[u8; N], new: &[u8; N]) -> usize {
        let bytes = change(old, new);
        let (mut state, mut decoder) = (*old, Decoder::new());
        assert!(bytes.iter().all(|byte| decoder.take(*byte, &mut state)) && decoder.is_complete());
        assert_eq!(state, *new);
        bytes.len()
    }

    #[test]
    fn nothing_changed_is_nothing() {
        assert_eq!(back(&[7; 600], &[7; 600]), 0);
    }

    #[test]
    fn the_form_is_skip_length_bytes() {
        let (old, mut new) = ([0; 600], [0; 600]);
        (new[3], new[6], new[7], new[11]) = (1, 2, 3, 4);
        assert_eq!(change(&old, &new), [3, 5, 1, 0, 0, 2, 3, 3, 1, 4]);
        (new[3], new[6], new[7], new[11], new[599]) = (0, 0, 0, 0, 9);
        assert_eq!(change(&old, &new), [255, 0, 255, 0, 89, 1, 9]);
    }

    #[test]
    fn every_change_comes_back_and_is_hardly_longer_than_the_state() {
        let mut seed = 1_u64;
        for round in 0..3000_u64 {
            let (old, mut new) = ([0xa5; 700], [0xa5; 700]);
            for byte in &mut new {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                // From hardly any change to a change in every byte.
                if (seed >> 40) % 256 < round % 257 {
                    *byte = u8::try_from(seed >> 56).unwrap();
                }
            }
            assert!(back(&old, &new) <= 700 + 2 * 4);
        }
    }

    #[test]
    fn a_change_beyond_the_state_is_refused() {
        let (mut state, mut decoder) = ([0; 4], Decoder::new());
        let taken: Vec<bool> = [3, 2, 1, 1].iter().map(|byte| decoder.take(*byte, &mut state)).collect();
        assert_eq!(taken, [true, true, true, false]);
        let (mut state, mut decoder) = ([0; 4], Decoder::new());
        assert!(decoder.take(1, &mut state) && !decoder.is_complete());
    }
}
