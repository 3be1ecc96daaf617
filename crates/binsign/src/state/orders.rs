//! Orders that are unknown: sent, and no answer that says what became of them.

use core::cell::Cell;

use super::{Sent, State};

/// How many can be told apart.
pub(super) const MAX_UNKNOWN: usize = 8;

pub(super) struct Orders {
    /// Hashes as [`order_hash`](super::order_hash) makes them; 0 where the place is free.
    pub(super) unknown: [Cell<u64>; MAX_UNKNOWN],
    /// There were more than have a place.
    pub(super) too_many: Cell<bool>,
}

impl Orders {
    pub(super) const fn new() -> Self {
        Self { unknown: [const { Cell::new(0) }; MAX_UNKNOWN], too_many: Cell::new(false) }
    }

    fn place(&self, hash: u64) -> Option<&Cell<u64>> {
        self.unknown.iter().find(|place| place.get() == hash)
    }
}

impl State {
    /// Whether any order is unknown: where none is, hashes need not be made.
    pub(crate) fn has_unknown_orders(&self) -> bool {
        self.orders.too_many.get() || self.orders.unknown.iter().any(|place| place.get() != 0)
    }

    /// Whether the order with that hash may be one that is unknown.
    pub(crate) fn is_order_unknown(&self, hash: u64) -> bool {
        self.orders.too_many.get() || self.orders.place(hash).is_some()
    }

    /// Notes the orders of a request whose fate is open.
    pub(super) fn note_unknown(&self, sent: &Sent) {
        for hash in sent.orders() {
            if self.orders.place(hash).is_some() {
                continue;
            }
            match self.orders.place(0) {
                Some(free) => free.set(hash),
                None => self.orders.too_many.set(true),
            }
        }
        if sent.has_more_orders() {
            self.orders.too_many.set(true);
        }
    }

    /// What became of the order is known now.
    pub(super) fn settle_order(&self, hash: u64) {
        if let Some(place) = self.orders.place(hash) {
            place.set(0);
            self.orders.too_many.set(false);
        }
    }
}
