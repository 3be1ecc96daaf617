//! What C passes as an enum: any number, of which some are choices.

use core::mem::MaybeUninit;

/// The choice that C passed, where it is one of `choices`.
///
/// # Safety
/// `T` is an enum of four bytes without fields, and `passed` is an argument or a field that C initialised.
pub(crate) unsafe fn chosen<T: Copy>(passed: MaybeUninit<T>, choices: &[T], number: impl Fn(T) -> u32) -> Option<T> {
    const { assert!(size_of::<T>() == size_of::<u32>()) };
    // SAFETY: it is initialised, has the size of a number, and every pattern of its bits is one.
    let passed = unsafe { passed.as_ptr().cast::<u32>().read() };
    choices.iter().copied().find(|choice| number(*choice) == passed)
}
