//! Which parameters a route takes. Every name of the catalogue has a number, found by a hash of 16 bits, so that a
//! microcontroller needs no texts; a route has the number of a set of names.

use super::names::{API_KEY, ENDS, FACTOR, HASHES, STARTS, TEXT};
use crate::request::hash_of_name;

/// The number of a name: its place among the hashes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NameId(u16);

impl NameId {
    /// That of `apiKey`, which every signed message of the WebSocket API carries.
    pub(crate) const API_KEY: Self = Self(API_KEY);

    /// The number of a name, by its hash alone: another name may have the hash of one of the catalogue, and passes for
    /// that one.
    pub(crate) fn of_hash(name: &[u8]) -> Option<Self> {
        let hash = hash_of_name(name).wrapping_mul(FACTOR).wrapping_shr(16);
        let part = usize::try_from(hash.wrapping_shr(9)).ok()?;
        let (start, end) = (*STARTS.get(part)?, *STARTS.get(part.checked_add(1)?)?);
        let hashes = HASHES.get(usize::from(start)..usize::from(end))?;
        let place = hashes.iter().position(|other| u32::from(*other) == hash)?;
        Some(Self(start.checked_add(u16::try_from(place).ok()?)?))
    }

    /// The number of a name. Where texts have no place, on bare metal, the hash decides.
    pub(crate) fn of_name(name: &str) -> Option<Self> {
        Self::of_hash(name.as_bytes()).filter(|id| cfg!(target_os = "none") || id.name() == name)
    }

    /// The number that stands at a bit of a word of 32.
    pub(crate) const fn at(word: u16, bit: u16) -> Self {
        Self((word << 5) | bit)
    }

    /// The place of the name in a table with one entry a name.
    pub(crate) fn index(self) -> usize {
        usize::from(self.0)
    }

    /// In which word of 32 bits its bit is.
    pub(crate) fn word(self) -> usize {
        usize::from(self.0 >> 5)
    }

    /// Its bit in that word.
    pub(crate) fn bit(self) -> u32 {
        1_u32.wrapping_shl(u32::from(self.0 & 31))
    }

    /// Whether it is in a set of parameters.
    #[cfg(all(feature = "policy", not(target_pointer_width = "64")))]
    pub(crate) fn is_among(self, entries: &[u16]) -> bool {
        // All of them, which a processor does many at a time.
        entries.iter().fold(false, |found, entry| found | (entry & 0xfff == self.0))
    }

    /// The name.
    pub(crate) fn name(self) -> &'static str {
        let index = usize::from(self.0);
        let start = index.checked_sub(1).and_then(|before| ENDS.get(before)).copied().unwrap_or(0);
        let end = ENDS.get(index).copied().unwrap_or(0);
        TEXT.get(usize::from(start)..usize::from(end)).unwrap_or_default()
    }
}

/// The bytes of the name of that number.
#[cfg(all(feature = "policy", target_pointer_width = "64"))]
pub(crate) const fn name_bytes(number: u16) -> &'static [u8] {
    let Some((before, rest)) = ENDS.as_slice().split_at_checked(widen(number)) else { return &[] };
    let Some(end) = rest.first() else { return &[] };
    let start = match before.last() {
        Some(end) => widen(*end),
        None => 0,
    };
    match TEXT.as_bytes().split_at_checked(widen(*end)) {
        Some((text, _)) => match text.split_at_checked(start) {
            Some((_, name)) => name,
            None => &[],
        },
        None => &[],
    }
}

#[cfg(all(feature = "policy", target_pointer_width = "64"))]
const fn widen(number: u16) -> usize {
    let [low, high] = number.to_le_bytes();
    usize::from_le_bytes([low, high, 0, 0, 0, 0, 0, 0])
}

/// How a route takes a parameter.
///
/// ```
/// use binsign::catalogue::{Lookup, Presence, lookup};
///
/// let Lookup::Found(route) = lookup(binsign::Method::Delete, "/api/v3/order") else { panic!() };
/// let of = |wanted: &str| route.parameters().find(|(name, _)| *name == wanted).map(|(_, presence)| presence);
/// assert_eq!(of("symbol"), Some(Presence::Required));
/// assert_eq!(of("orderId"), Some(Presence::OneOf(0)));
/// assert_eq!(of("origClientOrderId"), Some(Presence::OneOf(0)));
/// assert_eq!(of("newClientOrderId"), Some(Presence::Optional));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Presence {
    /// It may be left out.
    Optional,
    /// It has to be there.
    Required,
    /// One of those with the same number has to be there.
    OneOf(u8),
}

/// The sets of parameters of some routes: each entry is the number of a name and, from bit 12 on, its presence.
pub(crate) struct Sets {
    /// Where in `entries` each set ends.
    pub(crate) ends: &'static [u16],
    pub(crate) entries: &'static [u16],
}

impl Sets {
    /// A set by its number; nothing where there is none.
    pub(crate) fn get(&self, number: u16) -> &'static [u16] {
        let number = usize::from(number);
        let start = number.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let end = self.ends.get(number).copied().unwrap_or(0);
        self.entries.get(usize::from(start)..usize::from(end)).unwrap_or_default()
    }
}

/// What an entry of a set says.
pub(crate) const fn entry(entry: u16) -> (NameId, Presence) {
    let presence = match entry >> 12 {
        0 => Presence::Optional,
        1 => Presence::Required,
        2 => Presence::OneOf(0),
        _ => Presence::OneOf(1),
    };
    (NameId(entry & 0xfff), presence)
}
