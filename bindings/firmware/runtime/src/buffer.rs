//! A buffer in static memory that is handed out once.

use core::cell::UnsafeCell;
use core::sync::atomic::{AtomicBool, Ordering};

/// `N` bytes of static memory; the first who asks for them owns them.
pub struct StaticBuffer<const N: usize> {
    taken: AtomicBool,
    bytes: UnsafeCell<[u8; N]>,
}

// SAFETY: the images run one thread and install no interrupt handler, so nothing can come between the two accesses
// of `taken`, and `take` gives the bytes to one owner only.
unsafe impl<const N: usize> Sync for StaticBuffer<N> {}

impl<const N: usize> StaticBuffer<N> {
    /// A buffer of zeros, which takes no flash.
    #[must_use]
    pub const fn new() -> Self {
        Self { taken: AtomicBool::new(false), bytes: UnsafeCell::new([0; N]) }
    }

    /// The bytes at the first call, nothing at every later one.
    // From a shared buffer to an exclusive borrow: `taken` sees to it that there is one only.
    #[allow(clippy::mut_from_ref)]
    pub fn take(&'static self) -> Option<&'static mut [u8; N]> {
        // Load and store instead of a swap: ARMv6-M has no atomic read-modify-write.
        if self.taken.load(Ordering::Relaxed) {
            return None;
        }
        self.taken.store(true, Ordering::Relaxed);
        // SAFETY: `taken` was clear, so this is the only reference there will ever be.
        Some(unsafe { &mut *self.bytes.get() })
    }
}

impl<const N: usize> Default for StaticBuffer<N> {
    fn default() -> Self {
        Self::new()
    }
}
