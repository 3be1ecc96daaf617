//! Memory for decrypting a private key, the one thing that takes any: from the C library.

use core::alloc::{GlobalAlloc, Layout};
use core::ffi::c_void;

unsafe extern "C" {
    fn malloc(size: usize) -> *mut c_void;
    fn free(memory: *mut c_void);
}

/// What `malloc` aligns to at least: two pointers.
const ALIGNED: usize = 2 * size_of::<usize>();

struct Malloc;

// SAFETY: `malloc` gives memory of that size, aligned to `ALIGNED`, or NULL; `free` takes what it gave.
unsafe impl GlobalAlloc for Malloc {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        if layout.align() > ALIGNED {
            return core::ptr::null_mut();
        }
        // SAFETY: `malloc` takes any size.
        unsafe { malloc(layout.size()).cast() }
    }

    unsafe fn dealloc(&self, memory: *mut u8, _: Layout) {
        // SAFETY: the caller promises that it is from `alloc`.
        unsafe { free(memory.cast()) }
    }
}

#[global_allocator]
static MALLOC: Malloc = Malloc;
