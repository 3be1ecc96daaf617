//! What the images that are tested and measured need of QEMU; no product links this.

#![no_std]
#![cfg(target_os = "none")]

mod console;
mod count;
mod semihosting;
mod stack;

pub use console::{Console, Line};
pub use count::instructions;
pub use semihosting::exit;
pub use stack::stack_used_by;
