//! The runtime alone: start-up, vector table, and a `main` that rests.

#![cfg_attr(target_os = "none", no_std, no_main)]

#[cfg(target_os = "none")]
#[runtime::entry]
fn main() -> ! {
    runtime::rest()
}

/// On a host there is no image to make.
#[cfg(not(target_os = "none"))]
fn main() {}
