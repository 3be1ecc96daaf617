//! What a gate remembers: saved and restored, learned from answers, and the owner's word on the key.

use core::ffi::c_char;

use binsign::{Answer, Code, Error};

use crate::call::binsign_param;
use crate::gate::{binsign_gate, told};
use crate::handle::Handle;
use crate::keeper::{Keeper, SAVED};
use crate::request::binsign_request;
use crate::result::binsign_result;
use crate::signer::{binsign_signer, binsign_signer_wipe};
use crate::stage::{self, Stage};
use crate::text;

/// The size of a saved state in bytes, on every platform.
pub const BINSIGN_STATE_SIZE: usize = 816;

const _: () = assert!(BINSIGN_STATE_SIZE == SAVED);

/// Whether a key is in use.
#[repr(u32)]
#[derive(Clone, Copy)]
pub enum binsign_key_state {
    /// In use.
    ACTIVE = 1,
    /// An answer of the exchange, or the owner, suspended it until `binsign_gate_clear`.
    SUSPENDED = 2,
    /// For good.
    REVOKED = 3,
    /// Until `binsign_gate_clear`.
    EXPIRED = 4,
    /// For good, and over revoked.
    TERMINATED = 5,
}

/// What an answer of the exchange means.
#[repr(u32)]
#[derive(Clone, Copy)]
pub enum binsign_meaning {
    /// No answer was read.
    NONE = 0,
    /// The exchange took the request.
    FINE = 1,
    /// It wants no request before `wait_until_ms`.
    WAIT = 2,
    /// The clock here is off, or the answer took too long.
    CLOCK_OFF = 3,
    /// The signature is not valid.
    SIGNATURE_INVALID = 4,
    /// The exchange does not take the key, or not for this, or not from here.
    KEY_REJECTED = 5,
    /// Whether the request took effect is unknown: ask for the status of its order.
    UNKNOWN = 6,
    /// The exchange refused the request, and for no other reason than the request.
    REFUSED = 7,
}

/// What is known behind an answer.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct binsign_observed {
    /// The state of the key.
    pub key_state: binsign_key_state,
    /// The code for which it is suspended, 0 where there was only the status.
    pub reason: i32,
    /// How far the exchange's clock is before the caller's, in ms.
    pub offset_ms: i64,
    /// Until when nothing is signed, in ms since 1970; 0 where that is past or there is nothing to wait for.
    pub wait_until_ms: u64,
    /// What the answer means.
    pub meaning: binsign_meaning,
    /// The code of the exchange, where it rejected the key or refused the request; else 0.
    pub code: i32,
    /// The weight used in this minute, as the answer has it; -1 where it does not.
    pub used_weight: i32,
    /// The orders of the account in ten seconds, as the answer has them; -1 where it does not.
    pub orders_10s: i32,
    /// The same in a minute.
    pub orders_1m: i32,
    /// The same in a day.
    pub orders_1d: i32,
}

/// What has to be kept of a signed request to understand its answer. It may be copied, and holds no parameter.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct binsign_sent {
    pub(crate) opaque: [u8; 72],
}

/// Keeps of a signed request what its answer is understood by.
///
/// Returns `BINSIGN_HANDLE_USED_UP` where the request is not signed, `BINSIGN_NULL_POINTER`, or `BINSIGN_UNSUPPORTED` where
/// the library was built without policies.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn binsign_request_sent(
    request: *const binsign_request,
    sent: *mut binsign_sent,
) -> binsign_result {
    // SAFETY: the header asks for a valid request that nobody changes meanwhile, and for a valid output.
    unsafe {
        match stage::borrow(request) {
            Err(code) => binsign_result::of(code),
            Ok(_) if sent.is_null() => binsign_result::of(Code::NullPointer),
            Ok(Stage::Signed(signed)) => {
                let kept = Keeper::sent(signed).map(|kept| sent.write(kept));
                binsign_result::from_outcome(kept.map_err(|error| error.code()))
            }
            Ok(_) => binsign_result::of(Code::HandleUsedUp),
        }
    }
}

/// Takes a saved state up again. `at_least` is the lowest sequence number that is acceptable: the highest that
/// `binsign_gate_save` ever gave. No request of the gate may be unsigned.
///
/// With a higher version of the policy than it was saved with nothing is spent yet; all else is kept.
///
/// Returns `BINSIGN_STATE_MALFORMED`, `BINSIGN_STATE_ROLLED_BACK` for an older one, `BINSIGN_POLICY_ROLLED_BACK` where the
/// state has seen a higher version of the policy or another one of the same version, `BINSIGN_NULL_POINTER`, or
/// `BINSIGN_HANDLE_USED_UP` where the gate is not ready. After each of them the gate has the state that it had.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn binsign_gate_restore(
    gate: *mut binsign_gate,
    saved: *const u8,
    saved_len: usize,
    at_least: u64,
) -> binsign_result {
    if gate.is_null() {
        return binsign_result::of(Code::NullPointer);
    }
    // SAFETY: the header asks for a valid gate that nobody else uses, and for valid bytes.
    unsafe {
        let Some(keeper) = Handle::get_mut(gate.cast::<Handle<Keeper>>()) else {
            return binsign_result::of(Code::HandleUsedUp);
        };
        let restored = text::bytes(saved.cast(), saved_len).and_then(|saved| keeper.restore(saved, at_least));
        binsign_result::from_outcome(restored.map_err(|error| error.code()))
    }
}

/// Saves the state, `BINSIGN_STATE_SIZE` bytes, and gives its sequence number, one more at each time. Save it after a request
/// is signed and before it is sent; keep the highest number where nobody puts it back.
///
/// Returns `BINSIGN_BUFFER_TOO_SMALL`, `BINSIGN_NULL_POINTER`, or `BINSIGN_HANDLE_USED_UP` where the gate is not ready.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn binsign_gate_save(
    gate: *mut binsign_gate,
    out: *mut u8,
    capacity: usize,
    written: *mut usize,
    sequence: *mut u64,
) -> binsign_result {
    // SAFETY: the header asks for a valid gate, and for valid outputs.
    unsafe {
        told(gate, |keeper| {
            if out.is_null() || written.is_null() || sequence.is_null() {
                return Err(Error::new(Code::NullPointer));
            }
            if capacity < SAVED {
                return Err(Error::new(Code::BufferTooSmall));
            }
            let bytes = out.cast::<[u8; SAVED]>();
            bytes.write([0; SAVED]);
            sequence.write(keeper.save(&mut *bytes));
            written.write(SAVED);
            Ok(())
        })
    }
}

/// Learns from the answer to a request: the status of HTTP, its headers in any order, its body. For a message of the
/// WebSocket API the status is 0 and there are no headers; for an answer that never came the body is empty, too. It takes
/// anything.
///
/// `now_ms` is when the answer came, in ms since 1970. `observed` may be NULL.
///
/// Returns `BINSIGN_NULL_POINTER`, or `BINSIGN_HANDLE_USED_UP` where the gate is not ready or `sent` was never filled.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn binsign_gate_observe(
    gate: *mut binsign_gate,
    sent: *const binsign_sent,
    status: u16,
    headers: *const binsign_param,
    headers_len: usize,
    body: *const c_char,
    body_len: usize,
    now_ms: u64,
    observed: *mut binsign_observed,
) -> binsign_result {
    // SAFETY: the header asks for a valid gate, for valid texts and arrays, and for an output that is valid or NULL.
    unsafe {
        told(gate, |keeper| {
            let sent = sent.as_ref().ok_or(Error::new(Code::NullPointer))?;
            let headers = text::items(headers, headers_len)?;
            let pairs = headers.iter().filter_map(|header| {
                let name = text::text(header.name, header.name_len, "").ok()?;
                Some((name, text::text(header.value, header.value_len, "").ok()?))
            });
            let answer = Answer::read(status, pairs, text::bytes(body, body_len)?, now_ms);
            let learned = keeper.observe(sent, &answer, now_ms)?;
            if !observed.is_null() {
                observed.write(learned);
            }
            Ok(())
        })
    }
}

/// Learns from an answer with the server's time: when the question was sent, when the answer came, and what the server
/// said, in ms since 1970. The best of the last ten minutes counts.
///
/// Returns `BINSIGN_NULL_POINTER`, or `BINSIGN_HANDLE_USED_UP` where the gate is not ready.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn binsign_gate_observe_time(
    gate: *mut binsign_gate,
    sent_ms: u64,
    received_ms: u64,
    server_ms: u64,
) -> binsign_result {
    // SAFETY: the header asks for a valid gate.
    unsafe {
        told(gate, |keeper| {
            keeper.observe_time(sent_ms, received_ms, server_ms);
            Ok(())
        })
    }
}

/// Says what is known at `now_ms` without a new answer; 0 where there is no clock.
///
/// Returns `BINSIGN_NULL_POINTER`, or `BINSIGN_HANDLE_USED_UP` where the gate is not ready.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn binsign_gate_observed(
    gate: *const binsign_gate,
    now_ms: u64,
    observed: *mut binsign_observed,
) -> binsign_result {
    // SAFETY: the header asks for a valid gate and a valid output.
    unsafe {
        told(gate, |keeper| {
            if observed.is_null() {
                return Err(Error::new(Code::NullPointer));
            }
            observed.write(keeper.observed(now_ms));
            Ok(())
        })
    }
}

/// Says whether the key is in use.
///
/// Returns `BINSIGN_NULL_POINTER`, or `BINSIGN_HANDLE_USED_UP` where the gate is not ready.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn binsign_gate_key_state(
    gate: *const binsign_gate,
    key_state: *mut binsign_key_state,
) -> binsign_result {
    // SAFETY: the header asks for a valid gate and a valid output.
    unsafe {
        told(gate, |keeper| {
            if key_state.is_null() {
                return Err(Error::new(Code::NullPointer));
            }
            key_state.write(keeper.key_state());
            Ok(())
        })
    }
}

/// Suspends a key that is in use until `binsign_gate_clear`; the reason is a code of the exchange or the owner's own.
///
/// Returns `BINSIGN_NULL_POINTER`, or `BINSIGN_HANDLE_USED_UP` where the gate is not ready.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn binsign_gate_suspend(gate: *mut binsign_gate, reason: i32) -> binsign_result {
    // SAFETY: the header asks for a valid gate.
    unsafe {
        told(gate, |keeper| {
            keeper.suspend(reason);
            Ok(())
        })
    }
}

/// Takes a key that was suspended or has expired into use again: the owner's decision, never an answer's. What is revoked or
/// terminated stays so.
///
/// Returns `BINSIGN_NULL_POINTER`, or `BINSIGN_HANDLE_USED_UP` where the gate is not ready.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn binsign_gate_clear(gate: *mut binsign_gate) -> binsign_result {
    // SAFETY: the header asks for a valid gate.
    unsafe {
        told(gate, |keeper| {
            keeper.clear();
            Ok(())
        })
    }
}

/// Takes the key out of use for good, and wipes its signer (`binsign_signer_wipe`; NULL where the key is elsewhere), even
/// where the gate is not ready.
///
/// Returns `BINSIGN_NULL_POINTER`, or `BINSIGN_HANDLE_USED_UP` where the gate is not ready.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn binsign_gate_revoke(gate: *mut binsign_gate, signer: *mut binsign_signer) -> binsign_result {
    // SAFETY: the header asks for a valid gate, and for a signer that is NULL or valid and nobody else's.
    unsafe {
        binsign_signer_wipe(signer);
        told(gate, |keeper| {
            keeper.revoke();
            Ok(())
        })
    }
}

/// Ends the use of the key for good (clause I 18). Else as `binsign_gate_revoke`.
///
/// Returns as `binsign_gate_revoke`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn binsign_gate_terminate(
    gate: *mut binsign_gate,
    signer: *mut binsign_signer,
) -> binsign_result {
    // SAFETY: as for `binsign_gate_revoke`.
    unsafe {
        binsign_signer_wipe(signer);
        told(gate, |keeper| {
            keeper.terminate();
            Ok(())
        })
    }
}
