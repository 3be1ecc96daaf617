//! Policies: what one application may do with one key, as its owner wrote it down.
//!
//! `docs/policy.md` has the language. A policy is compiled on a host and read here in place.

mod array;
mod condition;
mod count;
mod cursor;
mod decide;
mod explain;
mod facts;
mod image;
mod limit;
mod orders;
mod pattern;
mod reading;
mod rule;
mod selector;
mod shape;
#[rustfmt::skip]
mod shapes;
mod validate;

pub use condition::Truth;
pub use explain::Step;
pub(crate) use image::HEADING;
pub use image::{Entries, Policy, Timestamps, WantedKey};
pub use limit::{Count, Limit};
pub use rule::{Ask, Condition, Destinations, Named, Range, Rule, Texts, What};
pub use selector::Selector;

pub(crate) use decide::decide;
pub(crate) use explain::{Onlooker, Watcher};
#[cfg(target_pointer_width = "64")]
pub(crate) use facts::Name;
pub(crate) use facts::{API_KEY, Facts, Pairs, RECV_WINDOW, TIMESTAMP, Text};
pub(crate) use orders::{client_order_ids, order_unknown, sent};
pub(crate) use selector::Named as NamedRoute;
