//! Keys in memory, looked at from outside: nothing is left of a dropped one, and a changed one gives nothing away.
//!
//! Each key stands in a place of its own, whose bytes are read and changed behind the type's back. A key in AWS-LC is not
//! there: its place has pointers in it, and must not be changed. `binsign-host` looks for its traces in the whole process.

#[cfg(not(feature = "aws-lc"))]
mod faults;
mod place;
#[cfg(not(feature = "aws-lc"))]
mod private;
mod wiped;
