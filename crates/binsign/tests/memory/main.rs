//! Keys in memory, looked at from outside: nothing is left of a dropped one, and a changed one gives nothing away.
//!
//! Each key stands in a place of its own, whose bytes are read and changed behind the type's back.

mod faults;
mod place;
mod wiped;
