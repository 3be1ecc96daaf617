//! What a request has reserved in a gate until it is signed.

use core::ptr;

use crate::handle::Handle;
use crate::keeper::{Keeper, Ticket};

/// A reservation: spent once the request is signed, given back where it is dropped before.
pub(crate) struct Held {
    gate: *const Handle<Keeper>,
    ticket: Option<Ticket>,
}

impl Held {
    /// For a request that no policy decided on.
    pub(crate) const NOTHING: Self = Self { gate: ptr::null(), ticket: None };

    /// A ticket of the gate behind a pointer, where the header asks it to stay until the request is signed or ended.
    pub(crate) const fn new(gate: *const Handle<Keeper>, ticket: Option<Ticket>) -> Self {
        Self { gate, ticket }
    }

    /// The request was signed.
    pub(crate) fn spend(mut self) {
        self.settle(true);
    }

    fn settle(&mut self, signed: bool) {
        let Some(ticket) = self.ticket.take() else { return };
        // SAFETY: where there is a ticket there is a gate, which the header asks to stay where it is; one that was wiped in
        // spite of that is not ready.
        if let Some(keeper) = unsafe { Handle::get(self.gate) } {
            keeper.settle(ticket, signed);
        }
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        self.settle(false);
    }
}
