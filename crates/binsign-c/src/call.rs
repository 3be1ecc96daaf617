//! A whole call in one step, for programs that have all parameters at hand.

use core::ffi::c_char;

use binsign::{Authorized, Code, Error, Gate, Method, Refusal, Request, Signed};

use crate::gate::{self, binsign_gate};
use crate::handle::Handle;
use crate::held::Held;
use crate::request::{binsign_request, memory};
use crate::result::binsign_result;
use crate::signer::{self, binsign_signer};
use crate::stage::{Stage, put_refused};
use crate::{stack, text};

/// A parameter: name and value as they are meant, not encoded.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct binsign_param {
    /// `symbol`.
    pub name: *const c_char,
    /// Its length in bytes.
    pub name_len: usize,
    /// `LTCBTC`.
    pub value: *const c_char,
    /// Its length in bytes.
    pub value_len: usize,
}

/// A REST call that is to be signed. What is zeroed is not there.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct binsign_call {
    /// `GET`, `POST`, `PUT` or `DELETE`.
    pub method: *const c_char,
    /// Its length in bytes.
    pub method_len: usize,
    /// `/api/v3/order`.
    pub path: *const c_char,
    /// Its length in bytes.
    pub path_len: usize,
    /// Parameters of the query, in order.
    pub query: *const binsign_param,
    /// How many there are.
    pub query_len: usize,
    /// Parameters of the form body, in order.
    pub body: *const binsign_param,
    /// How many there are.
    pub body_len: usize,
    /// `timestamp` in ms, the last parameter; 0 adds none.
    pub timestamp: u64,
    /// `recvWindow` in ms, before `timestamp`; 0 adds none.
    pub recv_window: u32,
}

/// Builds a request in `buffer`, has the gate decide and signs it, all in one.
///
/// `recvWindow` and `timestamp` go to the body where there is one, else to the query. The result is read from
/// `request` as after `binsign_request_sign`, a refusal as after any other step.
///
/// Returns what `binsign_request_init` and the steps behind it return.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn binsign_sign(
    request: *mut binsign_request,
    buffer: *mut c_char,
    capacity: usize,
    call: *const binsign_call,
    signer: *const binsign_signer,
    written: *mut usize,
) -> binsign_result {
    let decide = |request| Ok((Gate::documented_routes().authorize(request)?, Held::NOTHING));
    // SAFETY: the header asks for valid texts and arrays, for a buffer, a request and an output that are valid and
    // nobody else's, and for a valid signer that outlives the request.
    unsafe { sign_and_put(request, buffer, capacity, call, decide, signer, written) }
}

/// As `binsign_sign`, with the gate of a policy, at `now_ms`: see `binsign_request_authorize_by`.
///
/// Returns what `binsign_request_init` and the steps behind it return.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn binsign_sign_by(
    request: *mut binsign_request,
    buffer: *mut c_char,
    capacity: usize,
    call: *const binsign_call,
    gate: *mut binsign_gate,
    now_ms: u64,
    signer: *const binsign_signer,
    written: *mut usize,
) -> binsign_result {
    // SAFETY: as for `binsign_sign`, and for a valid gate.
    unsafe {
        let decide = |request| gate::authorize(gate, request, now_ms);
        sign_and_put(request, buffer, capacity, call, decide, signer, written)
    }
}

/// # Safety
/// As for [`sign`]; the request is NULL or valid and nobody else's.
unsafe fn sign_and_put(
    request: *mut binsign_request,
    buffer: *mut c_char,
    capacity: usize,
    call: *const binsign_call,
    decide: impl FnOnce(Request<'static>) -> Result<(Authorized<'static>, Held), Refusal>,
    signer: *const binsign_signer,
    written: *mut usize,
) -> binsign_result {
    if request.is_null() {
        return binsign_result::of(Code::NullPointer);
    }
    // SAFETY: promised by the caller.
    unsafe {
        let Some(call) = call.as_ref() else { return put_refused(request) };
        let (stage, result) = match sign(buffer, capacity, call, decide, signer, written) {
            Ok(signed) => (Stage::Signed(signed), binsign_result::OK),
            Err(refusal) => {
                let code = refusal.code();
                (Stage::Refused(refusal), binsign_result::of(code))
            }
        };
        Handle::put(request.cast(), stage);
        result
    }
}

/// The steps of a request one after the other, without a handle between them.
///
/// # Safety
/// The texts and arrays of the call are NULL or valid, the buffer and the output are NULL or valid and nobody else's,
/// and the signer is NULL or valid, as long as the request is used.
unsafe fn sign(
    buffer: *mut c_char,
    capacity: usize,
    call: &binsign_call,
    decide: impl FnOnce(Request<'static>) -> Result<(Authorized<'static>, Held), Refusal>,
    signer: *const binsign_signer,
    written: *mut usize,
) -> Result<Signed<'static, 'static>, Refusal> {
    // SAFETY: promised by the caller.
    unsafe {
        let method = text::text(call.method, call.method_len, "method")?;
        let path = text::text(call.path, call.path_len, "path")?;
        let mut request = Request::rest(memory(buffer, capacity)?, method.parse::<Method>()?, path)?;
        add(&mut request, call.query, call.query_len)?;
        if call.body_len > 0 {
            request.body()?;
            add(&mut request, call.body, call.body_len)?;
        }
        if call.recv_window > 0 {
            request.recv_window(call.recv_window)?;
        }
        if call.timestamp > 0 {
            request.timestamp(call.timestamp)?;
        }
        let (authorized, held) = decide(request)?;
        if written.is_null() {
            return Err(Error::new(Code::NullPointer).into());
        }
        let signer = signer::borrow(signer).map_err(Error::new)?;
        let signed = stack::wiped_after_signing(signer.key_type(), || authorized.sign(signer))?;
        held.spend();
        written.write(signed.sent_len());
        Ok(signed)
    }
}

/// # Safety
/// `params` is NULL or valid for reads of `count` parameters, whose texts are NULL or valid.
unsafe fn add(request: &mut Request<'_>, params: *const binsign_param, count: usize) -> Result<(), Error> {
    // SAFETY: promised by the caller.
    unsafe {
        for param in text::items(params, count)? {
            let name = text::bytes(param.name, param.name_len)?;
            request.param_utf8(name, text::bytes(param.value, param.value_len)?)?;
        }
    }
    Ok(())
}
