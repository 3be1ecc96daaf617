//! The parameters of a request as policies read them: where each stands, and its text without percent-encoding.

use super::selector::Named;

/// How many parameters are remembered; those behind are looked for again each time.
const REMEMBERED: usize = 20;

/// A route, and the parameters that are for it.
#[derive(Clone, Copy)]
pub(crate) struct Facts<'f> {
    pub(crate) named: Named<'f>,
    pub(crate) pairs: &'f Pairs<'f>,
}

/// The parameters of a request.
pub(crate) struct Pairs<'r> {
    payload: &'r [u8],
    /// Where the body begins; the query touches it.
    body: usize,
    encoded: bool,
    /// All are remembered, and no name is percent-encoded.
    is_whole: bool,
    count: u8,
    /// Of each name what [`Name`] makes of it.
    keys: [u64; REMEMBERED],
    /// Of each where its name begins, where that ends and where its value does.
    places: [[u16; 3]; REMEMBERED],
    /// Where what is not remembered begins.
    rest: usize,
}

/// A name that is looked for.
#[derive(Clone, Copy)]
pub(crate) struct Name<'n> {
    text: &'n [u8],
    key: u64,
    /// Its first eight bytes, or what there are.
    first: u64,
}

impl<'n> Name<'n> {
    /// A name, with a number that few other names have.
    pub(crate) const fn new(text: &'n [u8]) -> Self {
        if let (Some(first), Some(last)) = (text.first_chunk::<8>(), text.last_chunk::<8>()) {
            let first = u64::from_le_bytes(*first);
            return Self { text, key: mix(first, u64::from_le_bytes(*last)), first };
        }
        let (mut key, mut rest) = (0_u64, text);
        while let Some((last, before)) = rest.split_last() {
            key = (key << 8) | u64::from_le_bytes([*last, 0, 0, 0, 0, 0, 0, 0]);
            rest = before;
        }
        Self { text, key, first: key }
    }

    /// The number.
    pub(crate) const fn key(&self) -> u64 {
        self.key
    }

    /// Whether a text whose number is the same is this name.
    #[inline]
    pub(crate) fn is(&self, raw: &[u8]) -> bool {
        // Up to 16 bytes the number and the first eight bytes leave nothing open.
        raw.len() == self.text.len()
            && match raw.first_chunk::<8>() {
                None => true,
                Some(first) => u64::from_le_bytes(*first) == self.first && (raw.len() <= 16 || raw == self.text),
            }
    }
}

/// The number of a name, from its first and its last eight bytes.
const fn mix(first: u64, last: u64) -> u64 {
    first ^ last.rotate_left(7)
}

/// The texts of the two times that every signed request may have.
pub(crate) const TIMESTAMP: Name<'static> = Name::new(b"timestamp");
pub(crate) const API_KEY: Name<'static> = Name::new(b"apiKey");
pub(crate) const RECV_WINDOW: Name<'static> = Name::new(b"recvWindow");

/// The text of a parameter or of one of its members, as it stands in the request.
#[derive(Clone, Copy)]
pub(crate) struct Text<'r> {
    raw: &'r [u8],
    encoded: bool,
}

/// The bytes of a text without percent-encoding.
#[derive(Clone)]
pub(crate) struct Bytes<'r> {
    rest: &'r [u8],
    encoded: bool,
}

impl<'r> Pairs<'r> {
    /// No parameters.
    pub(crate) const NONE: Self = Self {
        payload: &[],
        body: 0,
        encoded: false,
        is_whole: true,
        count: 0,
        keys: [0; REMEMBERED],
        places: [[0; 3]; REMEMBERED],
        rest: 0,
    };

    /// The parameters in `payload`, `name=value` with `&` between, and nothing between query and body, which begins at
    /// `body`.
    pub(crate) fn new(payload: &'r [u8], body: usize, encoded: bool) -> Self {
        // Most requests have nothing in them that is encoded.
        let encoded = encoded && find(payload, b'%') < payload.len();
        let mut pairs = Self { payload, body, encoded, ..Self::NONE };
        let (mut at, mut count) = (0, 0_u8);
        for (slot, key) in pairs.places.iter_mut().zip(&mut pairs.keys) {
            let Some(place) = pair_at(payload, body, &mut at) else { break };
            *slot = place;
            *key = key_at(payload, place);
            count = count.wrapping_add(1);
        }
        pairs.is_whole = at >= payload.len();
        pairs.count = count;
        pairs.rest = at;
        if encoded {
            let encoded_name = pairs.names().any(|(name, _)| name.raw.contains(&b'%'));
            pairs.is_whole &= !encoded_name;
        }
        pairs
    }

    #[inline]
    fn pair(&self, [start, middle, end]: [u16; 3]) -> (Text<'r>, Text<'r>) {
        let name = self.text(start.into(), middle.into());
        let value = self.text(usize::from(middle).wrapping_add(1), end.into());
        (name, value)
    }

    #[inline]
    fn text(&self, start: usize, end: usize) -> Text<'r> {
        Text { raw: self.payload.get(start..end).unwrap_or_default(), encoded: self.encoded }
    }

    /// Names and texts, in their order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (Text<'r>, Text<'r>)> {
        let remembered = self.places.iter().take(self.count.into()).map(|place| self.pair(*place));
        let mut at = self.rest;
        remembered
            .chain(core::iter::from_fn(move || pair_at(self.payload, self.body, &mut at).map(|place| self.pair(place))))
    }

    /// The names with their numbers, in their order.
    pub(crate) fn names(&self) -> impl Iterator<Item = (Text<'r>, u64)> {
        let remembered = self.places.iter().take(self.count.into()).map(|place| self.pair(*place).0);
        let mut at = self.rest;
        let behind = core::iter::from_fn(move || {
            let name = self.pair(pair_at(self.payload, self.body, &mut at)?).0;
            Some((name, Name::new(name.raw).key))
        });
        remembered.zip(self.keys).chain(behind)
    }

    /// The text of the parameter of that name.
    pub(crate) fn get(&self, name: Name<'_>) -> Option<Text<'r>> {
        match self.number_of(&name) {
            Some(number) => self.at(number),
            None if self.is_whole => None,
            None => self.get_slowly(name),
        }
    }

    /// The number of the parameter of that name, among those that are remembered.
    #[inline]
    pub(crate) fn number_of(&self, name: &Name<'_>) -> Option<u8> {
        let (keys, _) = self.keys.split_at_checked(self.count.into())?;
        let mut number = 0_u8;
        for key in keys {
            if *key == name.key {
                let place = self.places.get(usize::from(number))?;
                if name.is(self.payload.get(place[0].into()..place[1].into()).unwrap_or_default()) {
                    return Some(number);
                }
            }
            number = number.wrapping_add(1);
        }
        None
    }

    /// Whether no parameter is but those that are remembered, by names that stand as they are meant.
    pub(crate) const fn is_whole(&self) -> bool {
        self.is_whole
    }

    /// The text of the parameter of that number.
    #[inline]
    pub(crate) fn at(&self, number: u8) -> Option<Text<'r>> {
        self.places.get(usize::from(number)).map(|place| self.pair(*place).1)
    }

    #[cold]
    #[inline(never)]
    fn get_slowly(&self, name: Name<'_>) -> Option<Text<'r>> {
        self.iter().find(|(other, _)| other.is(name.text)).map(|(_, text)| text)
    }
}

/// The number of the name that stands at a place.
#[inline]
fn key_at(payload: &[u8], [start, end, _]: [u16; 3]) -> u64 {
    let (start, length) = (usize::from(start), end.wrapping_sub(start));
    if let Some(first) = payload.get(start..).and_then(|text| text.first_chunk::<8>()) {
        let first = u64::from_le_bytes(*first);
        // A short name is the beginning of eight bytes, of which those behind it do not count.
        if length < 8 {
            return first & !(u64::MAX << (u32::from(length) << 3));
        }
        let last = payload.get(..usize::from(end)).and_then(|text| text.last_chunk::<8>());
        return last.map_or(0, |last| mix(first, u64::from_le_bytes(*last)));
    }
    Name::new(payload.get(start..end.into()).unwrap_or_default()).key
}

/// The pair that begins at a place, which goes on to the next: where its name begins, where that ends and where its
/// value does.
#[inline]
fn pair_at(payload: &[u8], body: usize, at: &mut usize) -> Option<[u16; 3]> {
    let start = *at;
    let part = payload.get(start..if start < body { body } else { payload.len() })?;
    if part.is_empty() {
        return None;
    }
    let name = find(part, b'=');
    let end = name.wrapping_add(find(part.get(name..).unwrap_or_default(), b'&'));
    // A `&` goes with the pair before it; there is none where the body begins.
    let separator = usize::from(end < part.len());
    *at = start.wrapping_add(end).wrapping_add(separator);
    let place = |offset: usize| u16::try_from(start.wrapping_add(offset)).unwrap_or(u16::MAX);
    Some([place(0), place(name), place(end)])
}

/// Where a byte is first, or how long the text is.
#[cfg(target_pointer_width = "64")]
#[inline]
fn find(text: &[u8], byte: u8) -> usize {
    const ONES: u64 = 0x0101_0101_0101_0101;
    let pattern = ONES.wrapping_mul(byte.into());
    let (words, rest) = text.as_chunks::<8>();
    let mut before = 0_usize;
    for word in words {
        // A byte that is 0 in this was the one.
        let other = u64::from_le_bytes(*word) ^ pattern;
        let zeros = other.wrapping_sub(ONES) & !other & (ONES << 7);
        if zeros != 0 {
            return before.wrapping_add(usize::try_from(zeros.trailing_zeros() / 8).unwrap_or(0));
        }
        before = before.wrapping_add(8);
    }
    rest.iter().position(|other| *other == byte).map_or(text.len(), |place| before.wrapping_add(place))
}

/// Where a byte is first, or how long the text is.
#[cfg(not(target_pointer_width = "64"))]
fn find(text: &[u8], byte: u8) -> usize {
    text.iter().position(|other| *other == byte).unwrap_or(text.len())
}

impl<'r> Text<'r> {
    /// A text that is not in the request.
    pub(crate) const fn plain(raw: &'r [u8]) -> Self {
        Self { raw, encoded: false }
    }

    /// As it stands in the request.
    pub(crate) const fn raw(self) -> &'r [u8] {
        self.raw
    }

    #[inline]
    pub(crate) fn bytes(self) -> Bytes<'r> {
        Bytes { rest: self.raw, encoded: self.encoded }
    }

    /// Whether it is that.
    #[inline]
    pub(crate) fn is(self, text: &[u8]) -> bool {
        // No `%` stands in what is not encoded, and what is encoded is longer.
        self.raw == text || (self.encoded && self.raw.len() > text.len() && self.bytes().eq(text.iter().copied()))
    }

    pub(crate) const fn is_empty(self) -> bool {
        self.raw.is_empty()
    }

    /// Gives a short text, as a name is.
    pub(crate) fn with_str<T>(self, give: impl FnOnce(&str) -> T) -> T {
        let mut place = [0; 64];
        let mut length = 0_usize;
        for (slot, byte) in place.iter_mut().zip(self.bytes()) {
            *slot = byte;
            length = length.saturating_add(1);
        }
        give(core::str::from_utf8(place.get(..length).unwrap_or_default()).unwrap_or_default())
    }
}

impl<'r> Bytes<'r> {
    /// The next `count` bytes, as a text of its own.
    pub(crate) fn text(&self, count: usize) -> Text<'r> {
        let mut behind = self.clone();
        behind.by_ref().take(count).for_each(drop);
        let length = self.rest.len().saturating_sub(behind.rest.len());
        Text { raw: self.rest.get(..length).unwrap_or_default(), encoded: self.encoded }
    }
}

impl Iterator for Bytes<'_> {
    type Item = u8;

    #[inline]
    fn next(&mut self) -> Option<u8> {
        let (first, rest) = self.rest.split_first()?;
        if self.encoded
            && *first == b'%'
            && let Some(([high, low], rest)) = rest.split_first_chunk()
        {
            self.rest = rest;
            return Some((hexadecimal(*high) << 4) | hexadecimal(*low));
        }
        self.rest = rest;
        Some(*first)
    }
}

/// The value of a digit that binsign wrote.
const fn hexadecimal(digit: u8) -> u8 {
    let value = if digit.is_ascii_digit() { digit } else { digit.wrapping_add(9) };
    value & 0x0F
}

#[cfg(test)]
mod tests {
    use super::{Name, Pairs, Text};

    fn texts(pairs: &Pairs<'_>) -> Vec<(String, String)> {
        let text = |text: Text<'_>| String::from_utf8(text.bytes().collect()).unwrap();
        pairs.iter().map(|(name, value)| (text(name), text(value))).collect()
    }

    /// Against another implementation of percent-encoding, for every split between query and body, and for more
    /// parameters than are remembered.
    #[test]
    fn every_parameter_is_found_decoded() {
        use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

        for count in [0, 1, 2, 23, 24, 25, 60] {
            let wanted: Vec<_> = (0..count)
                .map(|number| {
                    (format!("list[{number}].name"), ["", "1&=%", "ü\u{1F980}", "plain"][number % 4].to_owned())
                })
                .collect();
            for split in [0, count / 2, count] {
                let part = |pairs: &[(String, String)]| {
                    let encode = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
                    pairs.iter().map(|(name, text)| encode(name) + "=" + &encode(text)).collect::<Vec<_>>().join("&")
                };
                let (query, body) = (part(&wanted[..split]), part(&wanted[split..]));
                let payload = query.clone() + &body;
                let pairs = Pairs::new(payload.as_bytes(), query.len(), true);
                assert_eq!(texts(&pairs), wanted, "{count} {split}");
                for (name, text) in &wanted {
                    let found = pairs.get(Name::new(name.as_bytes())).unwrap();
                    assert!(found.is(text.as_bytes()) && !found.is(b"other"), "{name}");
                }
                assert!(pairs.get(Name::new(b"list[")).is_none());
            }
        }
    }

    #[test]
    fn texts_that_are_not_encoded_are_taken_as_they_are() {
        let pairs = Pairs::new(b"a=%41=x&b=&c=1&", 15, false);
        let wanted = [("a", "%41=x"), ("b", ""), ("c", "1")].map(|(name, text)| (name.to_owned(), text.to_owned()));
        assert_eq!(texts(&pairs), wanted);
        assert!(Text::plain(b"%41").bytes().eq(*b"%41"));
    }
}
