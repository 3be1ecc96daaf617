//! How many instructions a piece of work takes, under QEMU with `-icount shift=0`.

/// The instructions that `work` takes. On Arm the count comes in steps of 40, on RISC-V it is exact.
#[inline(never)]
pub fn instructions(work: &mut dyn FnMut()) -> u32 {
    let start = now();
    work();
    now().wrapping_sub(start)
}

/// With `-icount shift=0` an instruction takes 1 ns; `SysTick` counts a clock of 25 MHz on the MPS2 boards, downwards.
#[cfg(target_arch = "arm")]
fn now() -> u32 {
    use core::ptr::with_exposed_provenance_mut as register;

    const SYST_CSR: usize = 0xe000_e010;
    const SYST_RVR: usize = 0xe000_e014;
    const SYST_CVR: usize = 0xe000_e018;
    const ENABLE_ON_PROCESSOR_CLOCK: u32 = 0b101;
    const LARGEST: u32 = 0x00ff_ffff;
    const NS_A_TICK: u32 = 40;

    // SAFETY: the three are registers of every Cortex-M that QEMU models, and nothing else uses the timer.
    let left = unsafe {
        if register::<u32>(SYST_CSR).read_volatile() & 1 == 0 {
            register::<u32>(SYST_RVR).write_volatile(LARGEST);
            register::<u32>(SYST_CVR).write_volatile(0);
            register::<u32>(SYST_CSR).write_volatile(ENABLE_ON_PROCESSOR_CLOCK);
        }
        register::<u32>(SYST_CVR).read_volatile()
    };
    // The counter loads its largest value one tick after it starts at 0.
    let passed = if left == 0 { 0 } else { LARGEST.wrapping_sub(left) };
    passed.wrapping_mul(NS_A_TICK)
}

/// The low half of `minstret`.
#[cfg(target_arch = "riscv32")]
fn now() -> u32 {
    let count;
    // SAFETY: reading the counter changes nothing; the image runs in machine mode, which may read it.
    unsafe { core::arch::asm!("csrr {}, minstret", out(reg) count, options(nomem, nostack)) };
    count
}
