//! Semihosting (Arm's specification, version 2.0, which RISC-V shares): files of the host, and the end of the run.

use core::arch::asm;
use core::ffi::CStr;

const SYS_OPEN: usize = 0x01;
const SYS_WRITE: usize = 0x05;
const SYS_READ: usize = 0x06;
const SYS_EXIT_EXTENDED: usize = 0x20;

/// The reason `SYS_EXIT_EXTENDED` wants for an orderly end.
const APPLICATION_EXIT: usize = 0x2_0026;

/// An open file of the host.
#[derive(Clone, Copy)]
pub(crate) struct File {
    handle: usize,
}

/// How a file is opened: the numbers stand for the modes of C's `fopen`.
#[derive(Clone, Copy)]
pub(crate) enum Mode {
    /// `rb`
    Read = 1,
    /// `ab`, which leaves alone what a redirection has put there before.
    Append = 9,
}

impl File {
    pub(crate) fn open(name: &CStr, mode: Mode) -> Self {
        let block = [name.as_ptr().addr(), mode as usize, name.count_bytes()];
        Self { handle: call(SYS_OPEN, &block) }
    }

    /// Reads some bytes; 0 of them at the end of the file.
    pub(crate) fn read(self, bytes: &mut [u8]) -> usize {
        let block = [self.handle, bytes.as_mut_ptr().expose_provenance(), bytes.len()];
        // The call answers how many bytes are still missing.
        bytes.len().saturating_sub(call(SYS_READ, &block))
    }

    /// Writes all bytes, or ends the run.
    pub(crate) fn write(self, bytes: &[u8]) {
        let mut rest = bytes;
        while !rest.is_empty() {
            let block = [self.handle, rest.as_ptr().expose_provenance(), rest.len()];
            let missing = call(SYS_WRITE, &block);
            match rest.len().checked_sub(missing).and_then(|written| rest.split_at_checked(written)) {
                Some((written, unwritten)) if !written.is_empty() => rest = unwritten,
                _ => exit(74),
            }
        }
    }
}

/// Ends the run; `code` becomes the exit status of QEMU.
pub fn exit(code: u8) -> ! {
    loop {
        call(SYS_EXIT_EXTENDED, &[APPLICATION_EXIT, usize::from(code)]);
    }
}

/// Asks the host for operation `number` with the arguments in `block`.
fn call(number: usize, block: &[usize]) -> usize {
    let answer;
    // SAFETY: the host reads `block`, and reads or writes the memory the block names, which its callers own.
    #[cfg(target_arch = "arm")]
    unsafe {
        asm!("bkpt 0xab", inout("r0") number => answer, in("r1") block.as_ptr(), options(nostack));
    }
    // SAFETY: as above; the three instructions must be 32 bits wide and share a page, whence the alignment.
    #[cfg(target_arch = "riscv32")]
    unsafe {
        asm!(
            ".balign 16",
            ".option push",
            ".option norvc",
            "slli x0, x0, 0x1f",
            "ebreak",
            "srai x0, x0, 7",
            ".option pop",
            inout("a0") number => answer, in("a1") block.as_ptr(), options(nostack),
        );
    }
    answer
}
