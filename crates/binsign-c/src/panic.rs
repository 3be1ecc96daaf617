//! The handler that a library without `std` must bring, although no panic can be reached.
//!
//! It is there whenever panics abort (profile `ship`). While the workspace is checked and tested, panics unwind and
//! the standard library's handler is used; so it is with the feature `aws-lc`, which brings that library in.

use core::panic::PanicInfo;

/// Never runs: the proof of `bindings/c` shows that nothing reaches it, or says for each place why not. The exception is
/// a host without memory for decrypting a private key.
#[panic_handler]
fn panic(_: &PanicInfo<'_>) -> ! {
    #[cfg(feature = "__panic-proof")]
    {
        unsafe extern "C" {
            /// Defined nowhere: where a panic can be reached, linking fails.
            fn binsign_a_panic_can_be_reached() -> !;
        }
        // SAFETY: there is no such function, so no program that was linked calls it.
        unsafe { binsign_a_panic_can_be_reached() }
    }
    #[cfg(all(feature = "encrypted-pem", not(feature = "__panic-proof")))]
    {
        unsafe extern "C" {
            fn abort() -> !;
        }
        // SAFETY: the C library's, which may be called from anywhere.
        unsafe { abort() }
    }
    #[cfg(not(any(feature = "encrypted-pem", feature = "__panic-proof")))]
    loop {
        core::hint::spin_loop();
    }
}
