//! What is inside an opaque handle: a tag that tells whether it is ready, and the value.
//!
//! The memory is the caller's. Zeroed memory is a handle that is not ready; so is one that was wiped.

use core::mem::MaybeUninit;

/// What can be behind a handle, and the tag that marks it.
pub(crate) trait Content {
    /// Differs from kind to kind, is not 0, and is unlikely in memory that was never initialised.
    const TAG: u64;
}

/// A handle's memory. It is looked at through pointers, since there are contents that a build cannot have, of which the
/// standard library would check that there is none. The value is there exactly when the tag is `T::TAG`.
#[repr(C)]
pub(crate) struct Handle<T> {
    tag: u64,
    value: MaybeUninit<T>,
}

impl<T: Content> Handle<T> {
    /// Makes the handle ready, whatever was in the memory before.
    ///
    /// # Safety
    /// `handle` is valid for writes and aligned.
    pub(crate) unsafe fn put(handle: *mut Self, value: T) {
        // SAFETY: promised by the caller.
        unsafe { handle.write(Self { tag: T::TAG, value: MaybeUninit::new(value) }) };
    }

    /// Marks the memory as not ready, whatever was in it before.
    ///
    /// # Safety
    /// `handle` is valid for writes and aligned.
    pub(crate) unsafe fn put_nothing(handle: *mut Self) {
        // SAFETY: promised by the caller; the tag lies inside the handle.
        unsafe { (&raw mut (*handle).tag).write(0) };
    }

    /// The value, or nothing where the handle is not ready.
    ///
    /// # Safety
    /// `handle` is valid for reads and aligned; nobody writes to it during `'a`.
    pub(crate) unsafe fn get<'a>(handle: *const Self) -> Option<&'a T> {
        // SAFETY: promised by the caller; the value is there when the tag says so.
        unsafe { (*handle).is_ready().then(|| &*(*handle).value.as_ptr()) }
    }

    /// The value to change, or nothing where the handle is not ready.
    ///
    /// # Safety
    /// `handle` is valid for reads and writes and aligned; nobody else uses it during `'a`.
    pub(crate) unsafe fn get_mut<'a>(handle: *mut Self) -> Option<&'a mut T> {
        // SAFETY: promised by the caller; the value is there when the tag says so.
        unsafe { (*handle).is_ready().then(|| &mut *(*handle).value.as_mut_ptr()) }
    }

    /// Drops the value, where there is one, and marks the memory as not ready.
    ///
    /// # Safety
    /// `handle` is valid for reads and writes and aligned, and nobody else uses it.
    pub(crate) unsafe fn take_down(handle: *mut Self) {
        // SAFETY: promised by the caller; the value is there when the tag says so, and is not used again.
        unsafe {
            if (*handle).is_ready() {
                (*handle).tag = 0;
                (*handle).value.assume_init_drop();
            }
        }
    }

    const fn is_ready(&self) -> bool {
        self.tag == T::TAG
    }
}

/// Fails to compile where the opaque type of the header is too small or less aligned than what it must hold.
pub(crate) const fn assert_holds<Opaque, T>() {
    assert!(size_of::<Handle<T>>() <= size_of::<Opaque>());
    assert!(align_of::<Handle<T>>() <= align_of::<Opaque>());
}
