//! What has to be known of a request to understand its answer.

use sha2::{Digest as _, Sha256};

use crate::catalogue::Family;

/// As many as a state can hold unknown; of more it is known that there are more.
const MAX_ORDERS: usize = super::orders::MAX_UNKNOWN;

const CHANGES: u8 = 1;
const CANCEL_REPLACE: u8 = 2;
const ASKS: u8 = 4;
const MORE: u8 = 8;

/// What is kept of a request that was sent, for [`State::observe`](crate::State::observe): its family, whether it changes
/// something, and its orders as short hashes of symbol and client order id. It holds no parameter.
///
/// ```
/// use binsign::Sent;
///
/// assert_eq!(Sent::from_bytes(&[0; 3]), None);
/// let nothing_known = [0; Sent::BYTES];
/// let sent = Sent::from_bytes(&nothing_known).unwrap();
/// assert!(!sent.changes_something());
/// assert_eq!(sent.to_bytes(), nothing_known);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sent {
    family: Family,
    flags: u8,
    /// 0 where there is none; those that are come first.
    orders: [u64; MAX_ORDERS],
}

impl Sent {
    /// How many bytes it has to be carried in.
    pub const BYTES: usize = 2 + 8 * MAX_ORDERS;

    pub(crate) const fn new(family: Family, changes_something: bool, is_cancel_replace: bool) -> Self {
        let changes = if changes_something { CHANGES } else { 0 };
        let replace = if is_cancel_replace { CANCEL_REPLACE } else { 0 };
        Self { family, flags: changes | replace, orders: [0; MAX_ORDERS] }
    }

    /// One more order that the request places, changes or cancels.
    pub(crate) fn add_order(&mut self, hash: u64) {
        if self.orders.contains(&hash) {
            return;
        }
        match self.orders.iter_mut().find(|place| **place == 0) {
            Some(place) => *place = hash,
            None => self.flags |= MORE,
        }
    }

    /// The request asks what became of that order.
    pub(crate) const fn asks_for(mut self, hash: u64) -> Self {
        let [first, ..] = &mut self.orders;
        *first = hash;
        self.flags |= ASKS;
        self
    }

    /// The family it went to.
    #[must_use]
    pub const fn family(&self) -> Family {
        self.family
    }

    /// Whether the request changes something.
    #[must_use]
    pub const fn changes_something(&self) -> bool {
        self.flags & CHANGES != 0
    }

    pub(super) const fn is_cancel_replace(&self) -> bool {
        self.flags & CANCEL_REPLACE != 0
    }

    pub(super) const fn has_more_orders(&self) -> bool {
        self.flags & MORE != 0
    }

    pub(super) fn orders(&self) -> impl Iterator<Item = u64> {
        let places = if self.flags & ASKS == 0 { self.orders.as_slice() } else { &[] };
        places.iter().copied().take_while(|hash| *hash != 0)
    }

    /// The order that it asks for.
    pub(super) fn asked(&self) -> Option<u64> {
        let [first, ..] = self.orders;
        (self.flags & ASKS != 0 && first != 0).then_some(first)
    }

    /// As bytes, for faces that carry it.
    #[must_use]
    pub fn to_bytes(&self) -> [u8; Self::BYTES] {
        let mut bytes = [0; Self::BYTES];
        let family = Family::ALL.iter().position(|family| *family == self.family).unwrap_or(0);
        let [first, second, hashes @ ..] = &mut bytes;
        *first = u8::try_from(family).unwrap_or(0);
        *second = self.flags;
        for (place, hash) in hashes.as_chunks_mut().0.iter_mut().zip(self.orders) {
            *place = hash.to_le_bytes();
        }
        bytes
    }

    /// Of the bytes that [`to_bytes`](Self::to_bytes) gave; nothing where they are others.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let [family, flags, hashes @ ..] = bytes else { return None };
        let family = *Family::ALL.get(usize::from(*family))?;
        if hashes.len() != 8 * MAX_ORDERS || flags & !(CHANGES | CANCEL_REPLACE | ASKS | MORE) != 0 {
            return None;
        }
        let mut orders = [0; MAX_ORDERS];
        for (place, hash) in orders.iter_mut().zip(hashes.as_chunks().0) {
            *place = u64::from_le_bytes(*hash);
        }
        Some(Self { family, flags: *flags, orders })
    }
}

/// A short hash of an order, never 0: the first 8 bytes of the SHA-256 of symbol, 0x00 and client order id.
pub(crate) fn order_hash(symbol: impl Iterator<Item = u8>, id: impl Iterator<Item = u8>) -> u64 {
    let mut hash = Sha256::new();
    for byte in symbol.chain([0]).chain(id) {
        hash.update([byte]);
    }
    let bytes: [u8; 32] = hash.finalize().into();
    let first = bytes.first_chunk().copied().unwrap_or_default();
    u64::from_le_bytes(first).max(1)
}
