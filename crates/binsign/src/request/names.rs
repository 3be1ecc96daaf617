//! Which names are there already: no parameter may come twice, and to see that costs the same for each of many.
//!
//! The first names are noted in a filter that is exact when it says no. From then on there is an index at the end of the
//! caller's buffer, as long as nothing else needs that place: a table, by hash, of where names begin. Without room for it
//! the text is searched.

use super::draft::{Draft, Span};

/// Whether there is to be an index: not on a microcontroller, whose requests are short and whose flash is.
const INDEX: bool = cfg!(not(target_os = "none"));

/// How many names the filter is for.
const FEW: u16 = 32;

/// The names that were noted.
#[derive(Default)]
pub(super) struct Names {
    seen: [u32; 8],
    count: u16,
    /// How many slots the index has: a power of two, or 0 while there is none.
    slots: u32,
}

impl Names {
    /// Notes the name that stands in the draft at `name`, and tells whether it is there already. `hash` is that of what
    /// stands there.
    pub(super) fn is_there(&mut self, draft: &mut Draft<'_>, name: &Span, hash: u32) -> bool {
        if !draft.fits() {
            // Nothing more will fit, and what follows is not looked at.
            return draft.has_written(name) && draft.has_earlier(name);
        }
        self.count = self.count.saturating_add(1);
        if INDEX && self.count > FEW {
            return self.is_among_many(draft, name, hash);
        }
        let mask = 1_u32 << ((hash >> 24) & 31);
        let word = usize::try_from(hash >> 29).ok().and_then(|index| self.seen.get_mut(index));
        let Some(word) = word else { return true };
        let seen = *word & mask != 0;
        *word |= mask;
        seen && draft.has_earlier(name)
    }

    #[cold]
    #[inline(never)]
    fn is_among_many(&mut self, draft: &mut Draft<'_>, name: &Span, hash: u32) -> bool {
        let wanted = u32::from(self.count).saturating_mul(2);
        if self.slots < wanted {
            self.slots = wanted.next_power_of_two();
            let parts = draft.parts(name.start);
            if let Some((text, index)) = draft.text_and_spare(self.bytes()) {
                index.fill(0);
                for part in parts {
                    note_all(index, text, part);
                }
            }
        }
        match draft.text_and_spare(self.bytes()) {
            Some((text, index)) => !note(index, text, name, hash),
            // Once there is no room there never is again: what is written only grows.
            None => draft.has_earlier(name),
        }
    }

    /// How many bytes the index has.
    fn bytes(&self) -> u32 {
        self.slots.saturating_mul(2)
    }
}

/// Notes the names of all pairs in a part of the text.
fn note_all(index: &mut [u8], text: &[u8], part: Span) {
    let mut start = part.start;
    while let Some(rest) = text.get(start..part.end).filter(|rest| !rest.is_empty()) {
        let mut bytes = rest.iter();
        let name_len = bytes.position(|byte| *byte == b'=').unwrap_or(rest.len());
        let name = start..start.saturating_add(name_len);
        note(index, text, &name, hash(text.get(name.clone()).unwrap_or_default()));
        let value_len = bytes.position(|byte| *byte == b'&').unwrap_or(rest.len());
        start = name.end.saturating_add(value_len).saturating_add(2);
    }
}

/// Notes a name; not where it is noted already.
fn note(index: &mut [u8], text: &[u8], name: &Span, hash: u32) -> bool {
    // Of each, where a name begins, or 0.
    let (slots, _) = index.as_chunks_mut::<2>();
    let wrap = slots.len().wrapping_sub(1);
    let text_of = |start: usize| text.get(start..start.saturating_add(name.len()).saturating_add(1));
    // The upper half is the better one.
    let mut place = usize::try_from(hash.rotate_left(16)).unwrap_or(0);
    while let Some(slot) = slots.get_mut(place & wrap) {
        match usize::from(u16::from_le_bytes(*slot)) {
            0 => {
                // What begins behind that is refused for its length.
                *slot = u16::try_from(name.start).unwrap_or(0).to_le_bytes();
                return true;
            }
            start if text_of(start) == text_of(name.start) => return false,
            _ => place = place.wrapping_add(1),
        }
    }
    true
}

/// Four bytes a step; the upper bits depend on all of them.
pub(crate) fn hash(name: &[u8]) -> u32 {
    let mix = |hash: u32, word: u32| (hash.rotate_left(15) ^ word).wrapping_mul(0x9e37_79b1);
    let (words, rest) = name.as_chunks::<4>();
    let last = rest.iter().fold(0, |word: u32, byte| (word << 8) | u32::from(*byte));
    mix(words.iter().fold(0, |hash, word| mix(hash, u32::from_le_bytes(*word))), last)
}

#[cfg(test)]
mod tests {
    use crate::{Code, Error, Gate, HmacKey, Method, Request, Signer};

    /// Adds so many parameters and then one again, in a buffer with so much room behind the text.
    fn twice(count: usize, again: usize, room: usize, body_from: usize) -> Result<(), Error> {
        // The first name begins all others, and some names differ in one byte in their middle.
        let name = |number: usize| format!("list[{}-{number}].value", "1".repeat(number % 7));
        let pair = |number: usize| name(number) + "=%26";
        let length: usize = (0..count).map(|number| pair(number).replace(['[', ']'], "%5B").len() + 1).sum();
        let mut buffer = vec![0xee; "/api/v3/order?".len() + length + pair(again).len() + 5 + room];
        let mut request = Request::rest(&mut buffer, Method::Post, "/api/v3/order")?;
        for number in 0..count {
            if number == body_from {
                request.body()?;
            }
            request.param(&name(number), "&")?;
        }
        request.param(&name(again), "&").map(|_| ())
    }

    #[test]
    fn every_name_is_found_again_among_few_and_many_with_and_without_room() {
        for count in [1, 2, 31, 32, 33, 34, 64, 65, 200, 600] {
            for room in [0, 20, 600, 3_000, 20_000] {
                for again in [0, count / 3, count / 2, count - 1] {
                    for body_from in [0, count / 2, count] {
                        let error = twice(count, again, room, body_from).unwrap_err();
                        assert_eq!(error.code(), Code::ParameterTwice, "{count} {again} {room} {body_from}");
                        assert!(error.to_string().starts_with(&format!("parameter {} ", count + 1)), "{error}");
                    }
                }
                twice(count, count, room, count / 2).unwrap();
            }
        }
    }

    #[test]
    fn the_index_leaves_nothing_in_the_buffer() {
        let signer = Signer::new(crate::ApiKey::new("key").unwrap(), HmacKey::new(b"secret").unwrap().into());
        for sign in [true, false] {
            let mut buffer = vec![0; 16_384];
            let mut request = Request::rest(&mut buffer, Method::Get, "/api/v3/account").unwrap();
            for number in 0..300 {
                request.param(&format!("name{number}"), "1").unwrap();
            }
            let authorized = Gate::documented_routes().authorize(request).unwrap();
            let end = if sign {
                authorized.sign(&signer).unwrap().target().len()
            } else {
                drop(authorized);
                0
            };
            assert!(buffer[end..].iter().all(|byte| *byte == 0));
        }
    }
}
