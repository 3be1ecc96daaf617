//! The control of the panic proof: an image in which a slice can be out of range, which must not link.

#![cfg_attr(target_os = "none", no_std, no_main)]

#[cfg(target_os = "none")]
#[runtime::entry]
fn main() -> ! {
    let place = core::hint::black_box(3_usize);
    core::hint::black_box([1_u8, 2][place]);
    runtime::rest()
}

/// On a host there is no image to make.
#[cfg(not(target_os = "none"))]
fn main() {}
