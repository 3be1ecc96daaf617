//! A log in two pages of flash that keeps the newest of many states.
//!
//! Each state is appended as a record: the first of a page whole, the others as what has changed since the one before,
//! a few dozen bytes. A page is erased only when the other one is full, so ten thousand signatures erase some hundred
//! times. Power may go at any moment, in the middle of a word and in the middle of an erasure: the newest record that
//! was finished is found again, or the one that was being written, and nothing older.
//!
//! A gate's state is saved in it between verdict and signature: what was reserved counts as spent when it is restored, so
//! no cut of power gives new budget.
//!
//! ```
//! use flash_log::{Fault, Flash, FlashLog};
//!
//! /// Two pages of RAM, erased.
//! struct Ram([u8; 512]);
//!
//! impl Flash for Ram {
//!     const PAGE: usize = 256;
//!     const WORD: usize = 8;
//!
//!     fn read(&mut self, at: usize, into: &mut [u8]) -> Result<(), Fault> {
//!         into.copy_from_slice(self.0.get(at..at + into.len()).ok_or(Fault::Driver)?);
//!         Ok(())
//!     }
//!
//!     fn write(&mut self, at: usize, word: &[u8]) -> Result<(), Fault> {
//!         self.0.get_mut(at..at + word.len()).ok_or(Fault::Driver)?.copy_from_slice(word);
//!         Ok(())
//!     }
//!
//!     fn erase(&mut self, page: usize) -> Result<(), Fault> {
//!         self.0.get_mut(page * 256..(page + 1) * 256).ok_or(Fault::Driver)?.fill(0xff);
//!         Ok(())
//!     }
//! }
//!
//! let mut log = FlashLog::<Ram, 16>::open(Ram([0xff; 512]))?;
//! assert_eq!(log.newest(), None);
//! log.append(b"the first state.")?;
//! log.append(b"the other state.")?;
//!
//! let log = FlashLog::<Ram, 16>::open(log.into_flash())?;
//! assert_eq!(log.newest(), Some(b"the other state."));
//! # Ok::<(), Fault>(())
//! ```

#![cfg_attr(not(test), no_std)]
#![forbid(unsafe_code)]
#![deny(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects
)]

mod change;
mod driver;
mod log;
mod record;

pub use driver::{Fault, Flash};
pub use log::FlashLog;
