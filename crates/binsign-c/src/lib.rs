//! # The C face of binsign
//!
//! The C ABI over the core, `include/binsign.h`: without `std` and without a global state, for hosts and for bare metal
//! alike; without heap but for decrypting private keys. It converts types and errors and decides nothing.
//!
//! ## How to build what C links
//!
//! On a host, `bindings/c/build` makes `libbinsign.a` and `libbinsign.so`, and `bindings/c/install` puts them with
//! the header, the `CMake` package and the pkg-config file under a prefix. By hand:
//!
//! ```text
//! cargo rustc -p binsign-c --profile ship --crate-type staticlib
//! ```
//!
//! For a microcontroller, with a compiler that has the library's source beside it (`-Zbuild-std` needs either a
//! nightly toolchain or `RUSTC_BOOTSTRAP=1`), and only the families that are used:
//!
//! ```text
//! RUSTFLAGS='--cfg sha2_backend="soft" --cfg sha2_backend_soft="compact"' \
//! cargo rustc -p binsign-c --profile ship --crate-type staticlib --no-default-features --features spot \
//!     --target thumbv7em-none-eabi -Zbuild-std=core
//! arm-none-eabi-gcc -mcpu=cortex-m4 -mthumb -DBINSIGN_WITHOUT_RSA -Iinclude main.c target/thumbv7em-none-eabi/ship/libbinsign_c.a \
//!     -Wl,--gc-sections
//! ```
//!
//! `thumbv6m`, `thumbv7m`, `thumbv8m` and `riscv32imac` go the same way. Of the C library `memcpy`, `memmove`,
//! `memset`, `memcmp` and `bcmp` are used; where it has none, those that the archive holds for bare metal are taken.
//! The crate brings its own panic handler as soon as panics abort (profile `ship`), see `panic.rs`.

#![cfg_attr(not(test), no_std)]
// The names are those of the C header.
#![allow(non_camel_case_types)]
// The safety rules are the same for all functions and stand once, at the top of the header.
#![allow(clippy::missing_safety_doc)]
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::arithmetic_side_effects
    )
)]

#[cfg(target_os = "none")]
mod bare_metal;
mod call;
mod choice;
mod external;
mod fix;
mod gate;
mod handle;
mod held;
#[cfg(feature = "policy")]
mod keeper;
#[cfg(not(feature = "policy"))]
#[path = "keeper_without.rs"]
mod keeper;
#[cfg(all(feature = "encrypted-pem", not(feature = "aws-lc"), not(test)))]
mod memory;
mod observed;
#[cfg(all(panic = "abort", not(feature = "aws-lc"), not(test)))]
mod panic;
mod parameter;
mod part;
#[cfg(any(feature = "__panic-rest", feature = "__panic-control"))]
mod proof;
mod refusal;
mod request;
mod result;
mod signer;
mod signing;
mod stack;
mod stage;
mod text;
mod verdict;
#[cfg(not(feature = "rsa"))]
mod without_rsa;

pub use call::{binsign_call, binsign_param, binsign_sign, binsign_sign_by};
pub use external::{
    BINSIGN_EXTERNAL_KEY_SIZE, binsign_external_key, binsign_external_key_init, binsign_external_key_init_public,
    binsign_external_key_size,
};
pub use fix::{binsign_fix_logon, binsign_request_init_fix_logon, binsign_sending_time_ms, binsign_sending_time_us};
pub use gate::{
    BINSIGN_GATE_SIZE, BINSIGN_GATE_WORDS, binsign_gate, binsign_gate_app, binsign_gate_approval, binsign_gate_init,
    binsign_gate_init_sealed, binsign_gate_init_signed, binsign_gate_key_info, binsign_gate_key_type,
    binsign_gate_size, binsign_gate_wipe,
};
pub use observed::{
    BINSIGN_STATE_SIZE, binsign_gate_clear, binsign_gate_key_state, binsign_gate_observe, binsign_gate_observe_time,
    binsign_gate_observed, binsign_gate_restore, binsign_gate_revoke, binsign_gate_save, binsign_gate_suspend,
    binsign_gate_terminate, binsign_key_state, binsign_meaning, binsign_observed, binsign_request_sent, binsign_sent,
};
pub use parameter::{
    binsign_request_body, binsign_request_in_session, binsign_request_literal, binsign_request_param,
    binsign_request_recv_window, binsign_request_time_unit, binsign_request_timestamp, binsign_request_timestamp_us,
    binsign_time_unit,
};
pub use part::{binsign_part, binsign_request_copy, binsign_request_header, binsign_request_view, binsign_view};
pub use refusal::{
    BINSIGN_MESSAGE_SIZE, binsign_key_info_message, binsign_request_clause, binsign_request_message,
    binsign_request_needed, binsign_request_opens, binsign_request_param_name, binsign_request_rule,
    binsign_result_message,
};
pub use request::{
    BINSIGN_MAX_REQUEST, BINSIGN_REQUEST_SIZE, binsign_request, binsign_request_discard, binsign_request_init,
    binsign_request_init_sapi_wss, binsign_request_init_ws_api, binsign_request_size,
};
pub use result::{binsign_result, binsign_result_name, binsign_version};
pub use signer::{
    BINSIGN_SIGNER_SIZE, BINSIGN_SIGNER_WORDS, binsign_key_type, binsign_signer, binsign_signer_init,
    binsign_signer_init_pem, binsign_signer_init_pem_encrypted, binsign_signer_key_type, binsign_signer_size,
    binsign_signer_wipe,
};
pub use signing::{
    binsign_request_authorize, binsign_request_authorize_by, binsign_request_begin, binsign_request_finish,
    binsign_request_sign, binsign_request_without_key,
};
pub use verdict::{BINSIGN_ROUTE_SIZE, binsign_request_check, binsign_verdict};
