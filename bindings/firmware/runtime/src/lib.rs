//! What every image stands on: the start-up crate of its processor, static buffers, and the panic handler.

#![cfg_attr(target_os = "none", no_std)]

mod buffer;
#[cfg(target_os = "none")]
mod panic;

pub use buffer::StaticBuffer;

/// The attribute that marks `main`.
#[cfg(target_arch = "arm")]
pub use cortex_m_rt::entry;
/// The attribute that marks `main`.
#[cfg(target_arch = "riscv32")]
pub use riscv_rt::entry;

/// Waits for an interrupt, for ever: what `main` does when its work is done.
#[cfg(target_os = "none")]
pub fn rest() -> ! {
    loop {
        // SAFETY: the instruction only waits; it touches no memory and no register.
        unsafe { core::arch::asm!("wfi", options(nomem, nostack, preserves_flags)) };
    }
}
