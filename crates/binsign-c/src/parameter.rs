//! What is put into a request: parameters, times, and where they go.

use core::ffi::c_char;
use core::mem::MaybeUninit;

use binsign::{Code, Error, TimeUnit};

use crate::choice::chosen;
use crate::request::binsign_request;
use crate::result::binsign_result;
use crate::stage::step;
use crate::text;

/// In what unit the exchange gives the times of its answers.
#[repr(u32)]
#[derive(Clone, Copy)]
pub enum binsign_time_unit {
    /// ms, what the exchange gives when it is not asked.
    MILLISECOND = 1,
    /// Microseconds.
    MICROSECOND = 2,
}

/// Adds a parameter. In a REST request it goes to the query or, behind `binsign_request_body`, to the body.
///
/// The value is given as it is meant: it is percent-encoded here where the interface asks for that.
///
/// Returns `BINSIGN_PARAMETER_NAME_INVALID`, `BINSIGN_PARAMETER_TWICE`, `BINSIGN_SIGNATURE_GIVEN`,
/// `BINSIGN_NUL_IN_VALUE`, `BINSIGN_TIMESTAMP_OUT_OF_RANGE`, `BINSIGN_RECV_WINDOW_OUT_OF_RANGE`,
/// `BINSIGN_REQUEST_TOO_LONG`, `BINSIGN_INVALID_UTF8`, `BINSIGN_NULL_POINTER` or `BINSIGN_HANDLE_USED_UP`; on the
/// WebSocket API also `BINSIGN_API_KEY_GIVEN`, `BINSIGN_VALUE_AMBIGUOUS` and `BINSIGN_TOO_MANY_PARAMETERS`; for a FIX
/// Logon `BINSIGN_NOT_FOR_TRANSPORT`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn binsign_request_param(
    request: *mut binsign_request,
    name: *const c_char,
    name_len: usize,
    value: *const c_char,
    value_len: usize,
) -> binsign_result {
    // SAFETY: the header asks for valid texts, and for a valid request that nobody else uses.
    unsafe {
        step(request, |stage| {
            stage.build(|request| {
                let name = text::bytes(name, name_len)?;
                request.param_utf8(name, text::bytes(value, value_len)?).map(|_| ())
            })
        })
    }
}

/// Adds a parameter that is no text in JSON: a number, `true`, `false`, an array or an object, as JSON without blanks
/// and exponents. Only the WebSocket API makes a difference between `5` and `"5"`; elsewhere this is
/// `binsign_request_param`.
///
/// Returns what `binsign_request_param` returns, and `BINSIGN_VALUE_TYPE` on the WebSocket API for a text that is no
/// such value.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn binsign_request_literal(
    request: *mut binsign_request,
    name: *const c_char,
    name_len: usize,
    json: *const c_char,
    json_len: usize,
) -> binsign_result {
    // SAFETY: the header asks for valid texts, and for a valid request that nobody else uses.
    unsafe {
        step(request, |stage| {
            stage.build(|request| {
                let name = text::text(name, name_len, "")?;
                let json = text::text(json, json_len, name)?;
                request.literal(name, json).map(|_| ())
            })
        })
    }
}

/// Adds `recvWindow`, in ms: how long after `timestamp` the exchange may still take the request. Where the exchange
/// takes decimals, they go in as `binsign_request_literal` of `recvWindow`.
///
/// Returns `BINSIGN_RECV_WINDOW_OUT_OF_RANGE` over 60000 and for 0, `BINSIGN_PARAMETER_TWICE`,
/// `BINSIGN_NULL_POINTER` or `BINSIGN_HANDLE_USED_UP`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn binsign_request_recv_window(request: *mut binsign_request, ms: u32) -> binsign_result {
    // SAFETY: the header asks for a valid request that nobody else uses.
    unsafe { step(request, |stage| stage.build(|request| request.recv_window(ms).map(|_| ()))) }
}

/// Adds `timestamp`, the caller's clock in ms since 1970.
///
/// Returns `BINSIGN_TIMESTAMP_OUT_OF_RANGE` before 2017 and after 2099, `BINSIGN_PARAMETER_TWICE`,
/// `BINSIGN_NULL_POINTER` or `BINSIGN_HANDLE_USED_UP`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn binsign_request_timestamp(request: *mut binsign_request, ms: u64) -> binsign_result {
    // SAFETY: the header asks for a valid request that nobody else uses.
    unsafe { step(request, |stage| stage.build(|request| request.timestamp(ms).map(|_| ()))) }
}

/// Adds `timestamp`, the caller's clock in microseconds since 1970, which Spot takes (`/api` and its WebSocket API).
///
/// Returns `BINSIGN_TIMESTAMP_OUT_OF_RANGE` before 2017, after 2099 and on every other family,
/// `BINSIGN_PARAMETER_TWICE`, `BINSIGN_NULL_POINTER` or `BINSIGN_HANDLE_USED_UP`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn binsign_request_timestamp_us(request: *mut binsign_request, us: u64) -> binsign_result {
    // SAFETY: the header asks for a valid request that nobody else uses.
    unsafe { step(request, |stage| stage.build(|request| request.timestamp_us(us).map(|_| ()))) }
}

/// Has the answer's times in ms or microseconds: the header `X-MBX-TIME-UNIT`, which `/api` takes.
///
/// Returns `BINSIGN_NOT_FOR_TRANSPORT` elsewhere, `BINSIGN_UNSUPPORTED` for a unit that this version does not have,
/// `BINSIGN_NULL_POINTER` or `BINSIGN_HANDLE_USED_UP`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn binsign_request_time_unit(
    request: *mut binsign_request,
    unit: MaybeUninit<binsign_time_unit>,
) -> binsign_result {
    const UNITS: [binsign_time_unit; 2] = [binsign_time_unit::MILLISECOND, binsign_time_unit::MICROSECOND];
    // SAFETY: the header asks for a valid request that nobody else uses; the unit is an argument.
    unsafe {
        step(request, |stage| {
            stage.build(|request| {
                let unit = chosen(unit, &UNITS, |unit| unit as u32).ok_or(Error::new(Code::Unsupported))?;
                request.time_unit(match unit {
                    binsign_time_unit::MILLISECOND => TimeUnit::Millisecond,
                    binsign_time_unit::MICROSECOND => TimeUnit::Microsecond,
                })?;
                Ok(())
            })
        })
    }
}

/// From here on parameters go into the form body.
///
/// Returns `BINSIGN_BODY_NOT_ALLOWED` for GET, `BINSIGN_NOT_FOR_TRANSPORT` where the request is not REST,
/// `BINSIGN_NULL_POINTER` or `BINSIGN_HANDLE_USED_UP`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn binsign_request_body(request: *mut binsign_request) -> binsign_result {
    // SAFETY: the header asks for a valid request that nobody else uses.
    unsafe { step(request, |stage| stage.build(|request| request.body().map(|_| ()))) }
}

/// The connection is logged on (`session.logon`): the request carries neither API key nor signature, and the timestamp
/// that it must have all the same.
///
/// Returns `BINSIGN_NOT_FOR_TRANSPORT` where this is no request of the WebSocket API, and for `session.logon` itself,
/// `BINSIGN_NULL_POINTER` or `BINSIGN_HANDLE_USED_UP`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn binsign_request_in_session(request: *mut binsign_request) -> binsign_result {
    // SAFETY: the header asks for a valid request that nobody else uses.
    unsafe {
        step(request, |stage| {
            stage.build(|request| {
                #[cfg(feature = "ws-api")]
                let outcome = request.in_session().map(|_| ());
                #[cfg(not(feature = "ws-api"))]
                let outcome = {
                    let _ = request;
                    Err(Error::new(Code::NotForTransport))
                };
                outcome
            })
        })
    }
}
