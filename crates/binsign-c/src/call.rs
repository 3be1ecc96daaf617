//! A whole call in one step, for programs that have all parameters at hand.

use core::ffi::c_char;

use crate::parameter::{
    binsign_request_body, binsign_request_param, binsign_request_recv_window, binsign_request_timestamp,
};
use crate::request::{binsign_request, binsign_request_init};
use crate::result::binsign_result;
use crate::signer::binsign_signer;
use crate::signing::{binsign_request_authorize, binsign_request_sign};
use crate::stage::{Stage, put_refused, step};
use crate::text;

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
    // SAFETY: the header asks for valid texts and arrays, for a buffer, a request and an output that are valid and
    // nobody else's, and for a valid signer that outlives the request.
    unsafe {
        let Some(call) = call.as_ref() else { return put_refused(request) };
        // An error sticks to the request, so the last step's result is that of the first that failed.
        binsign_request_init(request, buffer, capacity, call.method, call.method_len, call.path, call.path_len);
        add(request, call.query, call.query_len);
        if call.body_len > 0 {
            binsign_request_body(request);
            add(request, call.body, call.body_len);
        }
        if call.recv_window > 0 {
            binsign_request_recv_window(request, call.recv_window);
        }
        if call.timestamp > 0 {
            binsign_request_timestamp(request, call.timestamp);
        }
        match binsign_request_authorize(request) {
            binsign_result::OK => binsign_request_sign(request, signer, written),
            refused => refused,
        }
    }
}

/// # Safety
/// `request` is NULL or valid and nobody else's, `params` is NULL or valid for reads of `count` parameters.
unsafe fn add(request: *mut binsign_request, params: *const binsign_param, count: usize) {
    // SAFETY: promised by the caller.
    unsafe {
        match text::items(params, count) {
            Ok(params) => {
                for param in params {
                    binsign_request_param(request, param.name, param.name_len, param.value, param.value_len);
                }
            }
            Err(error) => {
                step(request, |stage: &mut Stage| stage.fail(error));
            }
        }
    }
}
