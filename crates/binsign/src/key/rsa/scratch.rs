//! Memory to calculate in: on the stack, no more than the size of the key needs, wiped afterwards.

use zeroize::Zeroize;

use super::limb::{BYTES, Limb};

/// Limbs of the longest prime taken, 2048 bits.
pub(super) const MAX_HALF: usize = 256 / BYTES;

/// Gives `work` memory for `ROWS` numbers of the length of a prime, `half` limbs, and wipes it.
pub(super) fn with_scratch<const ROWS: usize, T>(half: usize, work: impl FnOnce(&mut [Limb]) -> T) -> T {
    match half.saturating_mul(BYTES) {
        0..=128 => sized::<{ 128 / BYTES }, ROWS, T>(work),
        129..=192 => sized::<{ 192 / BYTES }, ROWS, T>(work),
        _ => sized::<{ MAX_HALF }, ROWS, T>(work),
    }
}

/// Not inlined, so that a key of 2048 bits does not pay for the memory of one of 4096.
#[inline(never)]
fn sized<const LIMBS: usize, const ROWS: usize, T>(work: impl FnOnce(&mut [Limb]) -> T) -> T {
    let mut memory = [[0; LIMBS]; ROWS];
    let outcome = work(memory.as_flattened_mut());
    memory.zeroize();
    outcome
}

/// Memory that numbers are taken from, one after the other.
pub(super) struct Scratch<'s>(&'s mut [Limb]);

impl<'s> Scratch<'s> {
    pub(super) const fn new(memory: &'s mut [Limb]) -> Self {
        Self(memory)
    }

    /// The next limbs; where there are too few, none, and no signature will verify.
    ///
    /// Not inlined: it is called often enough to count in flash.
    #[inline(never)]
    pub(super) fn take(&mut self, limbs: usize) -> &'s mut [Limb] {
        let (taken, rest) = core::mem::take(&mut self.0).split_at_mut_checked(limbs).unwrap_or_default();
        self.0 = rest;
        taken
    }

    /// What is not taken, for use on the way.
    pub(super) const fn rest(&mut self) -> &mut [Limb] {
        self.0
    }
}
