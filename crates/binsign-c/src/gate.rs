//! The gate of a policy, in memory of the caller: made of compiled bytes, and told what the policy asks about.

use core::ffi::c_char;
use core::mem::MaybeUninit;

use binsign::{Authorized, Code, Error, Refusal, Request};
use zeroize::Zeroize;

use crate::handle::{Content, Handle, assert_holds};
use crate::held::Held;
use crate::keeper::Keeper;
use crate::result::binsign_result;
use crate::signer::{binsign_key_type, key_type_of};
use crate::text;

/// Words of 8 bytes that a gate takes.
#[cfg(not(target_os = "none"))]
pub const BINSIGN_GATE_WORDS: usize = 576;
/// Words of 8 bytes that a gate takes.
#[cfg(target_os = "none")]
pub const BINSIGN_GATE_WORDS: usize = 192;

/// The size of a `binsign_gate` in bytes.
pub const BINSIGN_GATE_SIZE: usize = 8 * BINSIGN_GATE_WORDS;

/// A policy, what was told of the key, and what is remembered between requests: spent limits, the state of the key, the
/// clock. Opaque; the memory is the caller's.
///
/// A request that was authorised by it refers to it until it is signed, refused or discarded: so long the gate must not be
/// moved, initialised anew, restored or wiped. It belongs to one thread at a time, and so do the steps of its requests.
#[repr(C)]
pub struct binsign_gate {
    opaque: [u64; BINSIGN_GATE_WORDS],
}

const _: () = {
    assert!(size_of::<binsign_gate>() == BINSIGN_GATE_SIZE);
    assert_holds::<binsign_gate, Keeper>();
};

impl Content for Keeper {
    const TAG: u64 = 0x6269_6e73_6761_7465;
}

/// Takes a compiled policy (`binsign policy compile`), which is read in place: the bytes have to stay as they are as long
/// as the gate is used. The state is that of a key that was never used; where there was one before,
/// `binsign_gate_restore` it.
///
/// `gate` may be memory that was never initialised. On failure the gate is not ready.
///
/// Returns `BINSIGN_POLICY_MALFORMED`, `BINSIGN_NULL_POINTER`, or `BINSIGN_UNSUPPORTED` where the library was built without
/// policies.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn binsign_gate_init(
    gate: *mut binsign_gate,
    policy: *const u8,
    policy_len: usize,
) -> binsign_result {
    // SAFETY: the header asks for valid bytes that outlive the gate, and for a valid and aligned gate.
    unsafe { init(gate, || Keeper::of_image(text::bytes(policy.cast(), policy_len)?)) }
}

/// Takes a compiled policy with the signature of its owner behind it (`binsign policy sign`), and the owner's public key in
/// PEM, Ed25519. Else as `binsign_gate_init`.
///
/// Returns what `binsign_gate_init` returns, `BINSIGN_POLICY_SIGNATURE` where the owner has not signed that, what
/// `binsign_external_key_init_public` returns of a public key, and `BINSIGN_UNSUPPORTED` where the library was built without
/// Ed25519.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn binsign_gate_init_signed(
    gate: *mut binsign_gate,
    policy: *const u8,
    policy_len: usize,
    owner_pem: *const c_char,
    owner_pem_len: usize,
) -> binsign_result {
    // SAFETY: the header asks for valid bytes that outlive the gate, a valid text, and a valid and aligned gate.
    unsafe {
        init(gate, || {
            Keeper::of_signed(text::bytes(policy.cast(), policy_len)?, text::bytes(owner_pem, owner_pem_len)?)
        })
    }
}

/// Takes a compiled policy with a seal of its owner behind it (HMAC-SHA-256), and the key of the seal: for devices that
/// have no Ed25519. Else as `binsign_gate_init`.
///
/// Returns what `binsign_gate_init` returns, `BINSIGN_POLICY_SIGNATURE` where it is not sealed with that key, and
/// `BINSIGN_SECRET_MALFORMED` or `BINSIGN_SECRET_IS_PRIVATE_KEY` of a key that is none.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn binsign_gate_init_sealed(
    gate: *mut binsign_gate,
    policy: *const u8,
    policy_len: usize,
    owner_key: *const c_char,
    owner_key_len: usize,
) -> binsign_result {
    // SAFETY: the header asks for valid bytes that outlive the gate, a valid text, and a valid and aligned gate.
    unsafe {
        init(gate, || {
            Keeper::of_sealed(text::bytes(policy.cast(), policy_len)?, text::bytes(owner_key, owner_key_len)?)
        })
    }
}

/// # Safety
/// `gate` is NULL or valid for writes and aligned.
unsafe fn init(gate: *mut binsign_gate, make: impl FnOnce() -> Result<Keeper, Error>) -> binsign_result {
    if gate.is_null() {
        return binsign_result::of(Code::NullPointer);
    }
    let handle = gate.cast::<Handle<Keeper>>();
    // SAFETY: promised by the caller; the handle fits into the gate, as asserted above.
    unsafe {
        Handle::put_nothing(handle);
        let made = make().map(|made| Handle::put(handle, made));
        binsign_result::from_outcome(made.map_err(|error| error.code()))
    }
}

/// Tells the application that asks, by its name in the policy. The text has to stay as it is as long as the gate is used.
///
/// Returns `BINSIGN_INVALID_UTF8`, `BINSIGN_NULL_POINTER`, or `BINSIGN_HANDLE_USED_UP` where the gate is not ready.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn binsign_gate_app(
    gate: *mut binsign_gate,
    app: *const c_char,
    app_len: usize,
) -> binsign_result {
    // SAFETY: the header asks for a valid gate, and for a valid text that outlives it.
    unsafe {
        told(gate, |keeper| {
            keeper.app(text::text(app, app_len, "app")?);
            Ok(())
        })
    }
}

/// Tells the type of the key that will sign; a key of another type is then refused with `BINSIGN_KEY_NOT_AS_DECLARED`.
///
/// Returns `BINSIGN_UNSUPPORTED` for a type that this version does not have, `BINSIGN_NULL_POINTER`, or
/// `BINSIGN_HANDLE_USED_UP` where the gate is not ready.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn binsign_gate_key_type(
    gate: *mut binsign_gate,
    key_type: MaybeUninit<binsign_key_type>,
) -> binsign_result {
    // SAFETY: the header asks for a valid gate; the type is an argument.
    unsafe {
        told(gate, |keeper| {
            keeper.key_type(key_type_of(key_type)?);
            Ok(())
        })
    }
}

/// Tells what the exchange says of the key: the body of `GET /sapi/v1/account/apiRestrictions`, and when it was received,
/// in ms since 1970.
///
/// Returns `BINSIGN_KEY_INFO_MALFORMED`, `BINSIGN_KEY_INFO_IS_ERROR`, `BINSIGN_NULL_POINTER`, or
/// `BINSIGN_HANDLE_USED_UP` where the gate is not ready. What was told before then holds on.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn binsign_gate_key_info(
    gate: *mut binsign_gate,
    json: *const c_char,
    json_len: usize,
    observed_at_ms: u64,
) -> binsign_result {
    // SAFETY: the header asks for a valid gate and a valid text.
    unsafe { told(gate, |keeper| keeper.key_info(text::bytes(json, json_len)?, observed_at_ms)) }
}

/// Gives the approval of a second person, 72 bytes, for the requests that follow; NULL takes it away. The bytes have to
/// stay as they are until then.
///
/// Returns `BINSIGN_NULL_POINTER`, or `BINSIGN_HANDLE_USED_UP` where the gate is not ready.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn binsign_gate_approval(
    gate: *mut binsign_gate,
    approval: *const u8,
    approval_len: usize,
) -> binsign_result {
    // SAFETY: the header asks for a valid gate, and for valid bytes that stay.
    unsafe {
        told(gate, |keeper| {
            let bytes = text::bytes(approval.cast(), approval_len)?;
            keeper.approval((!approval.is_null()).then_some(bytes));
            Ok(())
        })
    }
}

/// Ends a gate: every byte of it is 0 afterwards. NULL and a gate that is not ready are fine. What its state had to say is
/// lost where it was not saved.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn binsign_gate_wipe(gate: *mut binsign_gate) {
    if gate.is_null() {
        return;
    }
    // SAFETY: the header asks for a valid and aligned gate that nobody else uses.
    unsafe {
        Handle::<Keeper>::take_down(gate.cast());
        (*gate).opaque.zeroize();
    }
}

/// `BINSIGN_GATE_SIZE` of the library, for callers that do not compile the header.
#[unsafe(no_mangle)]
pub extern "C" fn binsign_gate_size() -> usize {
    BINSIGN_GATE_SIZE
}

/// Does something with the gate behind a pointer of the caller.
///
/// # Safety
/// `gate` is NULL or valid and aligned.
pub(crate) unsafe fn told(gate: *const binsign_gate, act: impl FnOnce(&Keeper) -> Result<(), Error>) -> binsign_result {
    // SAFETY: promised by the caller.
    let outcome = unsafe { borrow(gate) }.and_then(|keeper| act(keeper).map_err(|error| error.code()));
    binsign_result::from_outcome(outcome)
}

/// The verdict on a request that was built, with what was reserved for it.
///
/// # Safety
/// `gate` is NULL or valid and aligned, and stays where it is as long as what is held.
pub(crate) unsafe fn authorize(
    gate: *const binsign_gate,
    request: Request<'static>,
    now_ms: u64,
) -> Result<(Authorized<'static>, Held), Refusal> {
    // SAFETY: promised by the caller.
    let keeper = unsafe { borrow(gate) }.map_err(Error::new)?;
    let (authorized, ticket) = keeper.authorize(request, now_ms)?;
    Ok((authorized, Held::new(gate.cast(), ticket)))
}

/// The gate behind a pointer of the caller.
///
/// # Safety
/// `gate` is NULL or valid and aligned, and nobody takes it exclusively during `'a`.
pub(crate) unsafe fn borrow<'a>(gate: *const binsign_gate) -> Result<&'a Keeper, Code> {
    if gate.is_null() {
        return Err(Code::NullPointer);
    }
    // SAFETY: promised by the caller.
    unsafe { Handle::get(gate.cast::<Handle<Keeper>>()) }.ok_or(Code::HandleUsedUp)
}
