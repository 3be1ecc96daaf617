//! The fields of a line: which there are, in which order, and how one is decoded in its own memory.

/// The fields in the order in which they come; `q` and `l` may be mixed.
const ORDER: &[u8] = b"xfmpiaskyzYeguqlbwtFNPAjJnVcoHBdrvC";
/// Those that have a name and a text, and may come more than once.
const PAIRS: &[u8] = b"qlbFH";

/// Which fields a line has: a bit for each.
#[derive(Clone, Copy)]
pub(crate) struct Set(u64);

impl Set {
    /// The set of those fields.
    pub(crate) fn of(tags: &[u8]) -> Self {
        Self(tags.iter().fold(0, |set, tag| set | place(*tag).map_or(0, bit)))
    }

    /// Whether all of `required` are there, and beside them only such as `optional` has.
    pub(crate) const fn has(self, required: Self, optional: Self) -> bool {
        self.0 & required.0 == required.0 && self.0 & !(required.0 | optional.0) == 0
    }

    /// Those that are in both.
    pub(crate) const fn among(self, others: Self) -> Self {
        Self(self.0 & others.0)
    }
}

/// The fields of a line; nothing where they are not in order, or not in hexadecimal.
pub(crate) fn of_line(line: &[u8]) -> Option<Set> {
    let mut set = 0;
    let mut next = 0_usize;
    for field in line.split(|byte| *byte == b' ') {
        let (tag, hex) = field.split_first()?;
        // A place of its own each, but for the two that may be mixed.
        let place = place(if *tag == b'l' { b'q' } else { *tag })?;
        let well_formed = if PAIRS.contains(tag) {
            let mut parts = hex.splitn(2, |byte| *byte == b'=');
            parts.next().is_some_and(is_hex) && parts.next().is_some_and(is_hex)
        } else {
            is_hex(hex)
        };
        if place < next || !well_formed {
            return None;
        }
        next = place.saturating_add(usize::from(!PAIRS.contains(tag)));
        set |= Set::of(&[*tag]).0;
    }
    Some(Set(set))
}

fn place(tag: u8) -> Option<usize> {
    ORDER.iter().position(|known| *known == tag)
}

fn bit(place: usize) -> u64 {
    u32::try_from(place).ok().and_then(|place| 1_u64.checked_shl(place)).unwrap_or(0)
}

fn is_hex(text: &[u8]) -> bool {
    text.len().is_multiple_of(2) && text.iter().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// The fields of a well-formed line: of each its tag, and what follows the tag.
pub(crate) struct Fields<'l> {
    line: &'l mut [u8],
}

impl<'l> Fields<'l> {
    pub(crate) fn of(line: &'l mut [u8]) -> Self {
        Self { line }
    }

    /// Takes the next field, where it has that tag.
    pub(crate) fn next_if(&mut self, tag: u8) -> Option<&'l [u8]> {
        if self.line.first() != Some(&tag) {
            return None;
        }
        self.next().map(|(_, hex)| decoded(hex))
    }
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

/// Name and text of a well-formed pair.
pub(crate) fn pair(field: &mut [u8]) -> (&[u8], &[u8]) {
    let mut parts = field.splitn_mut(2, |byte| *byte == b'=');
    let name = parts.next().map(decoded).unwrap_or_default();
    let value = parts.next().map(decoded).unwrap_or_default();
    (name, value)
}

/// The bytes behind well-formed hexadecimal, in the front half of its memory.
pub(crate) fn decoded(hex: &mut [u8]) -> &[u8] {
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

/// A well-formed line in two: before the first field with one of those tags, and from there on.
pub(crate) fn split<'l>(line: &'l mut [u8], tags: &[u8]) -> (&'l mut [u8], &'l mut [u8]) {
    let mut start = 0_usize;
    for field in line.split(|byte| *byte == b' ') {
        if field.first().is_some_and(|tag| tags.contains(tag)) {
            break;
        }
        start = start.saturating_add(field.len()).saturating_add(1);
    }
    if start > line.len() {
        return (line, &mut []);
    }
    let (before, behind) = line.split_at_mut_checked(start).unwrap_or_default();
    // Without the blank between the two.
    (before.split_last_mut().map_or(&mut [], |(_, before)| before), behind)
}
