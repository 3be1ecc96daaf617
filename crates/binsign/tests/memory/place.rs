//! A place in memory for one value, whose bytes can be looked at before, in and after its life.

use std::alloc::{Layout, alloc_zeroed, dealloc};
use std::ptr::NonNull;

/// Memory for a `T` that is all zero before the value is put in, so that its padding is too.
pub(crate) struct Place<T> {
    at: NonNull<T>,
    alive: bool,
}

impl<T> Place<T> {
    /// Puts a value into a new place.
    pub(crate) fn new(value: T) -> Self {
        // SAFETY: the layout of the types that are tested has a size.
        let at = NonNull::new(unsafe { alloc_zeroed(Layout::new::<T>()) }.cast::<T>()).expect("no memory");
        // SAFETY: the memory is new and has the layout of T.
        unsafe { at.write(value) };
        Self { at, alive: true }
    }

    /// The value, while it lives.
    #[cfg(not(feature = "aws-lc"))]
    pub(crate) fn value(&self) -> &T {
        assert!(self.alive);
        // SAFETY: a value was put in and has not been dropped.
        unsafe { self.at.as_ref() }
    }

    /// The bytes as they are now; volatile, so that the compiler cannot leave out writes before.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let start = self.at.cast::<u8>();
        // SAFETY: all bytes lie in the allocation, which was zeroed, so that none is undefined but padding, which the
        // test only compares.
        (0..size_of::<T>()).map(|offset| unsafe { start.add(offset).read_volatile() }).collect()
    }

    /// Changes one bit of the value's memory.
    #[cfg(not(feature = "aws-lc"))]
    pub(crate) fn flip(&mut self, bit: usize) {
        assert!(bit / 8 < size_of::<T>());
        let start = self.at.cast::<u8>();
        // SAFETY: the byte lies in the allocation; the types that are changed take every value of their bytes.
        unsafe {
            let byte = start.add(bit / 8);
            byte.write_volatile(byte.read_volatile() ^ (1 << (bit % 8)));
        }
    }

    /// Ends the value's life, as leaving a scope does; its memory stays.
    pub(crate) fn end(&mut self) {
        assert!(self.alive);
        self.alive = false;
        // SAFETY: a value was put in and has not been dropped.
        unsafe { self.at.drop_in_place() };
    }
}

impl<T> Drop for Place<T> {
    fn drop(&mut self) {
        if self.alive {
            self.end();
        }
        // SAFETY: allocated in `new` with this layout.
        unsafe { dealloc(self.at.as_ptr().cast(), Layout::new::<T>()) };
    }
}
