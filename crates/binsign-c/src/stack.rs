//! Wiping the stack below a step that handled key material, and the vector registers it was moved through.
//!
//! Values that are returned or moved leave copies behind that no destructor sees.

use binsign::KeyType;
use zeroize::optimization_barrier;

/// More than taking a key leaves of it on the stack, in words of the processor; `bindings/c/tests/stack.c` looks.
/// Decrypting one reaches 38 KB deep on x86-64.
pub(crate) const TAKING_A_KEY: usize = if cfg!(feature = "encrypted-pem") {
    5120
} else if cfg!(any(feature = "ed25519", feature = "rsa")) {
    1024
} else {
    192
};

/// More than signing leaves there: the copy of HMAC's keyed states.
const SIGNING: usize = 320;

/// The same for RSA, whose numbers are larger.
const SIGNING_WITH_RSA: usize = 2048;

/// Takes the step in which a key signs, then wipes what it left.
pub(crate) fn wiped_after_signing<T>(key_type: KeyType, step: impl FnOnce() -> T) -> T {
    if key_type == KeyType::Rsa { wiped::<SIGNING_WITH_RSA, _>(step) } else { wiped::<SIGNING, _>(step) }
}

/// Takes the step, then wipes that many words of the stack on which it was taken. The outcome must not be a secret.
pub(crate) fn wiped<const WORDS: usize, T>(step: impl FnOnce() -> T) -> T {
    let outcome = deeper(step);
    wipe::<WORDS>();
    wipe_registers();
    outcome
}

/// Not inlined, so that all it needs lies below the frame of its caller.
#[inline(never)]
fn deeper<T>(step: impl FnOnce() -> T) -> T {
    step()
}

/// Not inlined, so that its words lie where the frames of `deeper` lay.
#[inline(never)]
fn wipe<const WORDS: usize>() {
    // A variable, since a constant would not be on the stack; and as long as somebody could look at it, it is written.
    let words = [0_usize; WORDS];
    optimization_barrier(&words);
}

/// Copies of 16 bytes and more go through vector registers, and whoever saves these next, be it the loader that looks
/// up a function, puts what is still in them into memory.
#[cfg(target_arch = "x86_64")]
fn wipe_registers() {
    use core::arch::asm;

    cpufeatures::new!(has_avx, "avx");
    cpufeatures::new!(has_avx512, "avx512f");

    if has_avx512::get() {
        // SAFETY: the processor has the instruction, as was just looked up. The compiler uses these registers nowhere
        // in this crate, which is built without AVX-512, and no caller keeps anything in them (System V and Windows
        // ABI).
        unsafe {
            asm!(
                "vpxorq zmm16, zmm16, zmm16",
                "vpxorq zmm17, zmm17, zmm17",
                "vpxorq zmm18, zmm18, zmm18",
                "vpxorq zmm19, zmm19, zmm19",
                "vpxorq zmm20, zmm20, zmm20",
                "vpxorq zmm21, zmm21, zmm21",
                "vpxorq zmm22, zmm22, zmm22",
                "vpxorq zmm23, zmm23, zmm23",
                "vpxorq zmm24, zmm24, zmm24",
                "vpxorq zmm25, zmm25, zmm25",
                "vpxorq zmm26, zmm26, zmm26",
                "vpxorq zmm27, zmm27, zmm27",
                "vpxorq zmm28, zmm28, zmm28",
                "vpxorq zmm29, zmm29, zmm29",
                "vpxorq zmm30, zmm30, zmm30",
                "vpxorq zmm31, zmm31, zmm31",
                options(nomem, nostack, preserves_flags)
            );
        }
    }
    if has_avx::get() {
        // SAFETY: the processor has the instruction, as was just looked up, and the compiler is told which registers
        // change. It clears them whole.
        unsafe {
            asm!(
                "vzeroall",
                out("xmm0") _, out("xmm1") _, out("xmm2") _, out("xmm3") _, out("xmm4") _, out("xmm5") _,
                out("xmm6") _, out("xmm7") _, out("xmm8") _, out("xmm9") _, out("xmm10") _, out("xmm11") _,
                out("xmm12") _, out("xmm13") _, out("xmm14") _, out("xmm15") _,
                options(nomem, nostack, preserves_flags)
            );
        }
    }
}

/// On other processors the compiler moves keys through ordinary registers, which the next steps use again.
#[cfg(not(target_arch = "x86_64"))]
fn wipe_registers() {}
