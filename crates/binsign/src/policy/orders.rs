//! Orders by their client order ids: which a request is about, and which it asks for.

use super::decide::blamed;
use super::facts::{Facts, Name, Text};
use super::shape::{Leg, Reading, Role, legs};
use crate::catalogue::Action;
use crate::state::order_hash;
use crate::{Code, Denied, Sent};

/// The legs with a client order id, and the hashes of their orders.
pub(crate) fn client_order_ids(facts: Facts<'_>) -> impl Iterator<Item = (Leg<'_>, u64)> {
    legs(facts).filter_map(|leg| {
        let Reading::Said(id) = leg.text(Role::ClientId) else { return None };
        let symbol = match leg.text(Role::Symbol) {
            Reading::Said(symbol) => symbol,
            _ => Text::plain(&[]),
        };
        let hash = order_hash(symbol.bytes(), id.bytes());
        Some((leg, hash))
    })
}

/// The denial of an order whose client order id is that of one that is unknown.
#[cold]
pub(crate) fn order_unknown(leg: &Leg<'_>) -> Denied {
    blamed(Denied::new(Code::OrderUnknown, "J 19", "order-state"), leg, Role::ClientId)
}

/// What has to be known of a request when its answer comes.
pub(crate) fn sent(facts: Facts<'_>) -> Sent {
    let route = facts.named.route;
    let mut sent = Sent::new(route.family(), route.is_mutating(), facts.named.name.ends_with(b"cancelReplace"));
    if route.is_mutating() {
        for (_, hash) in client_order_ids(facts) {
            sent.add_order(hash);
        }
        return sent;
    }
    match facts.pairs.get(Name::new(b"origClientOrderId")).filter(|_| route.action() == Action::Read) {
        Some(id) => {
            let symbol = facts.pairs.get(Name::new(b"symbol")).unwrap_or(Text::plain(&[]));
            sent.asks_for(order_hash(symbol.bytes(), id.bytes()))
        }
        None => sent,
    }
}
