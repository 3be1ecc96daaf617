//! What the core promises, tested from outside against a model that shares no code with it.
//!
//! `model` says what must come out, `check` holds binsign against it; the fuzz target uses the same two.

mod check;
mod duplicates;
mod encoding;
mod model;
mod names;
mod properties;
mod sizes;
mod transports;
mod vectors;
