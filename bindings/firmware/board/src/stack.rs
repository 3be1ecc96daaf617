//! How deep a piece of work goes into the stack: the free stack is painted, and looked at afterwards.

use core::ptr::{addr_of, with_exposed_provenance, with_exposed_provenance_mut};

const PAINT: u32 = 0x5a5a_a5a5;

unsafe extern "C" {
    /// The end of the static variables (a symbol of both start-up crates' linker scripts); the stack grows down to it.
    static __ebss: u32;
}

/// The bytes of stack that `work` and everything it calls take.
#[inline(never)]
pub fn stack_used_by(work: &mut dyn FnMut()) -> usize {
    // Only the address counts, no byte of it is read.
    let bottom = addr_of!(__ebss).addr().next_multiple_of(4);
    let top = stack_pointer();
    for word in (bottom..top).step_by(4) {
        // SAFETY: between the static variables and the stack pointer there is nothing but free stack.
        unsafe { with_exposed_provenance_mut::<u32>(word).write_volatile(PAINT) };
    }
    work();
    let touched = (bottom..top).step_by(4).find(|word| {
        // SAFETY: as above, and the words were written before.
        unsafe { with_exposed_provenance::<u32>(*word).read_volatile() != PAINT }
    });
    touched.map_or(0, |lowest| top.wrapping_sub(lowest))
}

fn stack_pointer() -> usize {
    let pointer;
    // SAFETY: copies a register.
    unsafe {
        #[cfg(target_arch = "arm")]
        core::arch::asm!("mov {}, sp", out(reg) pointer, options(nomem, nostack, preserves_flags));
        #[cfg(target_arch = "riscv32")]
        core::arch::asm!("mv {}, sp", out(reg) pointer, options(nomem, nostack, preserves_flags));
    }
    pointer
}
