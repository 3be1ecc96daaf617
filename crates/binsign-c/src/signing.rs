//! From the verdict to what can be sent: with a signer, with a key elsewhere, or without any.

use core::ffi::c_char;

use binsign::{Code, Error};

use crate::external::{self, binsign_external_key};
use crate::gate::binsign_gate;
use crate::request::binsign_request;
use crate::result::binsign_result;
use crate::signer::{self, binsign_signer};
use crate::stage::{Stage, step};
use crate::{stack, text};

/// Has the gate decide: only a documented route is allowed. From here on no byte of the request changes any more.
///
/// Returns `BINSIGN_ROUTE_UNKNOWN`, a denial, for which `binsign_request_clause`, `binsign_request_rule` and
/// `binsign_request_message` say why; `BINSIGN_BUFFER_TOO_SMALL`, the first error of the request,
/// `BINSIGN_NULL_POINTER` or `BINSIGN_HANDLE_USED_UP`. After each of them the buffer holds nothing of the request.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn binsign_request_authorize(request: *mut binsign_request) -> binsign_result {
    // SAFETY: the header asks for a valid request that nobody else uses.
    unsafe { step(request, Stage::authorize) }
}

/// Has the gate of a policy decide, at `now_ms` (ms since 1970; 0 where there is no clock, with which most policies deny).
/// What is allowed is reserved in the gate, spent once it is signed, and given back where the request is refused or
/// discarded before that. Until then the gate must stay where it is.
///
/// Returns what `binsign_request_authorize` returns, and every other denial (4xx) of the policy, for which also
/// `binsign_request_param_name` and `binsign_request_opens` say why; `BINSIGN_HANDLE_USED_UP` also where the gate is not
/// ready.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn binsign_request_authorize_by(
    request: *mut binsign_request,
    gate: *mut binsign_gate,
    now_ms: u64,
) -> binsign_result {
    // SAFETY: the header asks for a valid request that nobody else uses, and for a valid gate that stays.
    unsafe { step(request, |stage| stage.authorize_by(gate, now_ms)) }
}

/// Signs an authorised request: a REST request gets `signature` as its last parameter, the others get their message.
///
/// A route that needs no signature gets none, and one that needs no API key gets no API key. `written` is how many bytes
/// of the buffer the request takes from its start, or how many the message has; the parts are had with
/// `binsign_request_view` and `binsign_request_copy`.
///
/// Returns `BINSIGN_BUFFER_TOO_SMALL`, `BINSIGN_REQUEST_TOO_LONG`, `BINSIGN_KEY_TYPE_UNSUITED` for `session.logon` and
/// FIX with another key than Ed25519, `BINSIGN_KEY_NOT_AS_DECLARED` where the gate was told of another type of key,
/// `BINSIGN_SIGNING_FAULT`, the first error of the request, `BINSIGN_NULL_POINTER`,
/// or `BINSIGN_HANDLE_USED_UP` where request or signer is not ready for this.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn binsign_request_sign(
    request: *mut binsign_request,
    signer: *const binsign_signer,
    written: *mut usize,
) -> binsign_result {
    // SAFETY: the header asks for a valid request that nobody else uses, and for a valid signer that outlives it.
    unsafe {
        last_step(request, written, |stage| match signer::borrow(signer) {
            Ok(signer) => stack::wiped_after_signing(signer.key_type(), || stage.sign(signer)),
            Err(code) => stage.refuse(Error::new(code).into()),
        })
    }
}

/// Begins to sign an authorised request with a key that is elsewhere: in a secure element, an HSM, a service.
///
/// What is to be signed is then `BINSIGN_PART_PAYLOAD`, absent where the request needs no signature;
/// `binsign_request_finish` takes the signature, whenever there is one.
///
/// Returns `BINSIGN_BUFFER_TOO_SMALL` where the longest signature of such a key would not fit,
/// `BINSIGN_REQUEST_TOO_LONG`, `BINSIGN_KEY_TYPE_UNSUITED`, `BINSIGN_KEY_NOT_AS_DECLARED`, the first error of the request, `BINSIGN_NULL_POINTER`, or
/// `BINSIGN_HANDLE_USED_UP` where request or key is not ready for this.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn binsign_request_begin(
    request: *mut binsign_request,
    key: *const binsign_external_key,
) -> binsign_result {
    // SAFETY: the header asks for a valid request that nobody else uses, and for a valid key that outlives it.
    unsafe {
        step(request, |stage| match stage {
            Stage::Authorized(..) => match external::borrow(key) {
                Ok(key) => stage.begin(key),
                Err(code) => stage.refuse(Error::new(code).into()),
            },
            _ => stage.misplaced(),
        })
    }
}

/// Takes the signature of a request that was begun with `binsign_request_begin`, as bytes and not as text: 32 of HMAC,
/// 64 of Ed25519, as many as the modulus has of RSA; none where the request needs none. Where the public key is known
/// the signature is verified. `written` is as for `binsign_request_sign`.
///
/// Returns `BINSIGN_SIGNATURE_MALFORMED` for another length, `BINSIGN_SIGNING_FAULT` where the signature does not
/// verify, the first error of the request, `BINSIGN_NULL_POINTER`, or `BINSIGN_HANDLE_USED_UP` where the request is not
/// ready for this. After each of them the buffer holds nothing of the request.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn binsign_request_finish(
    request: *mut binsign_request,
    signature: *const u8,
    signature_len: usize,
    written: *mut usize,
) -> binsign_result {
    // SAFETY: the header asks for a valid request that nobody else uses, and for valid bytes.
    unsafe {
        last_step(request, written, |stage| match text::bytes(signature.cast::<c_char>(), signature_len) {
            Ok(signature) => stage.finish(signature),
            Err(error) => stage.refuse(error.into()),
        })
    }
}

/// Makes an authorised request ready that carries neither signature nor API key: a public route, or a request of a
/// session that is logged on. `written` is as for `binsign_request_sign`.
///
/// Returns `BINSIGN_KEY_MISSING` where the exchange wants a key, and what `binsign_request_sign` returns.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn binsign_request_without_key(
    request: *mut binsign_request,
    written: *mut usize,
) -> binsign_result {
    // SAFETY: the header asks for a valid request that nobody else uses.
    unsafe { last_step(request, written, Stage::without_key) }
}

/// A step after which the request is ready to send, and its length is known.
///
/// # Safety
/// `request` is NULL or valid and aligned, and nobody else uses it; `written` is NULL or valid for a write.
unsafe fn last_step(
    request: *mut binsign_request,
    written: *mut usize,
    act: impl FnOnce(&mut Stage) -> binsign_result,
) -> binsign_result {
    // SAFETY: promised by the caller.
    unsafe {
        step(request, |stage| {
            if !matches!(stage, Stage::Authorized(..) | Stage::Pending(..)) {
                return stage.misplaced();
            }
            if written.is_null() {
                return stage.refuse(Error::new(Code::NullPointer).into());
            }
            let result = act(stage);
            if result == binsign_result::OK {
                written.write(stage.len());
            }
            result
        })
    }
}
