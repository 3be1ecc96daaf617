//! In a library for bare metal: the functions that fill a gate, under names that no other library has.
//!
//! A program that was compiled for small gates (`BINSIGN_BARE_METAL`) is linked with such a library only.

use core::ffi::c_char;

use crate::gate::{binsign_gate, binsign_gate_init, binsign_gate_init_sealed, binsign_gate_init_signed};
use crate::result::binsign_result;

#[unsafe(no_mangle)]
unsafe extern "C" fn binsign_gate_init_bare_metal(
    gate: *mut binsign_gate,
    policy: *const u8,
    policy_len: usize,
) -> binsign_result {
    // SAFETY: the same promises.
    unsafe { binsign_gate_init(gate, policy, policy_len) }
}

#[unsafe(no_mangle)]
unsafe extern "C" fn binsign_gate_init_signed_bare_metal(
    gate: *mut binsign_gate,
    policy: *const u8,
    policy_len: usize,
    owner_pem: *const c_char,
    owner_pem_len: usize,
) -> binsign_result {
    // SAFETY: the same promises.
    unsafe { binsign_gate_init_signed(gate, policy, policy_len, owner_pem, owner_pem_len) }
}

#[unsafe(no_mangle)]
unsafe extern "C" fn binsign_gate_init_sealed_bare_metal(
    gate: *mut binsign_gate,
    policy: *const u8,
    policy_len: usize,
    owner_key: *const c_char,
    owner_key_len: usize,
) -> binsign_result {
    // SAFETY: the same promises.
    unsafe { binsign_gate_init_sealed(gate, policy, policy_len, owner_key, owner_key_len) }
}
