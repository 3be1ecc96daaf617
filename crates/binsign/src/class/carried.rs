//! The names of a request's parameters as a set, which is what a signature is good for beside the values.

use crate::catalogue::{NameId, Transport};

/// How many words of bits the numbers of all names take.
const WORDS: usize = crate::catalogue::NAME_COUNT.div_ceil(32);

/// The parameters that a signature covers, by their names; `timestamp`, `recvWindow` and `signature`, which every signed
/// request may have, are not counted.
///
/// ```
/// use binsign::catalogue::Transport;
/// use binsign::class::Carried;
///
/// let mut carried = Carried::new(Transport::Rest);
/// assert!(carried.is_bare());
/// carried.add("timestamp");
/// assert!(carried.is_bare());
/// carried.add("symbol");
/// assert!(!carried.is_bare());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Carried {
    words: [u32; WORDS],
    count: u16,
    /// Whether a name is there that the catalogue does not have.
    has_other: bool,
    is_bare: bool,
}

impl Carried {
    /// What a request carries that has no parameters yet: on the WebSocket API, `apiKey`.
    #[must_use]
    pub fn new(transport: Transport) -> Self {
        let mut carried = Self { words: [0; WORDS], count: 0, has_other: false, is_bare: true };
        if transport == Transport::WsApi {
            carried.add("apiKey");
            carried.is_bare = true;
        }
        carried
    }

    /// Adds a parameter, by its name.
    pub fn add(&mut self, name: &str) {
        self.add_bytes(name.as_bytes());
    }

    /// Adds a parameter, by its name as it is signed. A name that is not the catalogue's, but has the hash of one that is,
    /// passes for that one: then routes count as opened that would refuse it, never the other way round.
    pub(crate) fn add_bytes(&mut self, name: &[u8]) {
        match NameId::of_hash(name) {
            Some(id) => self.insert(id),
            None if matches!(name, b"timestamp" | b"recvWindow" | b"signature") => {}
            None => (self.has_other, self.is_bare) = (true, false),
        }
    }

    fn insert(&mut self, id: NameId) {
        let Some(word) = self.words.get_mut(id.word()) else { return };
        if *word & id.bit() == 0 {
            *word |= id.bit();
            self.count = self.count.saturating_add(1);
            self.is_bare = false;
        }
    }

    /// The same and one name more.
    pub(super) fn with(mut self, id: NameId) -> Self {
        self.insert(id);
        self
    }

    pub(super) fn contains(&self, id: NameId) -> bool {
        self.words.get(id.word()).is_some_and(|word| word & id.bit() != 0)
    }

    /// How many names of the catalogue there are.
    pub(super) const fn count(&self) -> u16 {
        self.count
    }

    pub(super) const fn has_other(&self) -> bool {
        self.has_other
    }

    /// Whether there is no parameter but those that every signed request may have.
    #[must_use]
    pub const fn is_bare(&self) -> bool {
        self.is_bare
    }

    /// The numbers of the names.
    pub(super) fn ids(&self) -> impl Iterator<Item = NameId> {
        self.words.iter().zip(0_u16..).flat_map(|(word, index)| {
            let mut rest = *word;
            core::iter::from_fn(move || {
                let bit = u16::try_from(rest.trailing_zeros()).ok().filter(|_| rest != 0)?;
                rest &= rest.wrapping_sub(1);
                Some(NameId::at(index, bit))
            })
        })
    }
}
