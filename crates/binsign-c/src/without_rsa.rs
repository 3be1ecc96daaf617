//! In a library without RSA: the functions that fill a signer, under names that no other library has.
//!
//! A program that was compiled for small signers (`BINSIGN_WITHOUT_RSA`) is linked with such a library only.

use core::ffi::c_char;

use crate::result::binsign_result;
use crate::signer::{binsign_signer, binsign_signer_init, binsign_signer_init_pem, binsign_signer_init_pem_encrypted};

#[unsafe(no_mangle)]
unsafe extern "C" fn binsign_signer_init_without_rsa(
    signer: *mut binsign_signer,
    api_key: *const c_char,
    api_key_len: usize,
    secret: *const c_char,
    secret_len: usize,
) -> binsign_result {
    // SAFETY: the same promises.
    unsafe { binsign_signer_init(signer, api_key, api_key_len, secret, secret_len) }
}

#[unsafe(no_mangle)]
unsafe extern "C" fn binsign_signer_init_pem_without_rsa(
    signer: *mut binsign_signer,
    api_key: *const c_char,
    api_key_len: usize,
    pem: *const c_char,
    pem_len: usize,
) -> binsign_result {
    // SAFETY: the same promises.
    unsafe { binsign_signer_init_pem(signer, api_key, api_key_len, pem, pem_len) }
}

#[unsafe(no_mangle)]
unsafe extern "C" fn binsign_signer_init_pem_encrypted_without_rsa(
    signer: *mut binsign_signer,
    api_key: *const c_char,
    api_key_len: usize,
    pem: *const c_char,
    pem_len: usize,
    passphrase: *const c_char,
    passphrase_len: usize,
) -> binsign_result {
    // SAFETY: the same promises.
    unsafe { binsign_signer_init_pem_encrypted(signer, api_key, api_key_len, pem, pem_len, passphrase, passphrase_len) }
}
