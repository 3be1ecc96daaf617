//! The proof that no image can panic: its panic handler does not link.

use core::panic::PanicInfo;

unsafe extern "C" {
    /// Defined nowhere: an image in which a panic can be reached does not link.
    safe fn binsign_panic_must_not_link() -> !;
}

#[panic_handler]
fn panic(_: &PanicInfo<'_>) -> ! {
    binsign_panic_must_not_link()
}
