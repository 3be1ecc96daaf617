//! JSON (RFC 8259) without memory: a reader that hands out one value after the other, and what is made of it.

#[cfg(feature = "ws-api")]
mod literal;
mod reader;
mod value;

#[cfg(feature = "ws-api")]
pub(crate) use literal::is_compact_literal;
pub(crate) use reader::{Malformed, Reader};
pub(crate) use value::{Number, Text, Value};
