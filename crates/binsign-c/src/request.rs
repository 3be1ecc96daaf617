//! The request, in memory of the caller: its beginnings, and its end.

use core::ffi::c_char;

use binsign::{Code, Error, Method, Request};

use crate::handle::{Handle, assert_holds};
use crate::result::binsign_result;
use crate::stage::{Stage, put};
use crate::text;

/// The size of a `binsign_request` in bytes, on every platform.
pub const BINSIGN_REQUEST_SIZE: usize = 320;

/// The longest request in bytes: path, query, body and signature together, or payload and message. No buffer needs to
/// be larger.
pub const BINSIGN_MAX_REQUEST: usize = 65_535;

/// A request on its way from parameters to a signature. Opaque; the memory is the caller's.
///
/// It borrows the buffer from its `_init` on, and the signer or external key from `binsign_request_sign` or
/// `binsign_request_begin` on: they must stay where they are as long as the request is used. After the first error the
/// request stays refused with that error, so the results of single steps may be ignored as long as that of the last one
/// is looked at.
#[repr(C)]
pub struct binsign_request {
    opaque: [u64; 40],
}

const _: () = {
    assert!(size_of::<binsign_request>() == BINSIGN_REQUEST_SIZE);
    assert_holds::<binsign_request, Stage>();
    assert!(BINSIGN_MAX_REQUEST == binsign::MAX_REQUEST);
};

/// Begins a REST request for `method` (`POST`) and `path` (`/api/v3/order`) in `buffer`.
///
/// `request` may be memory that was never initialised. The buffer takes path, query, body and signature, and for
/// Ed25519 and RSA the signature a second time, not percent-encoded, behind the request; 512 bytes do for an order with
/// an HMAC or Ed25519 key, 2048 with an RSA key, `BINSIGN_MAX_REQUEST` for everything. A buffer that proves too small is
/// reported by `binsign_request_authorize`, or at the latest by `binsign_request_sign` or `binsign_request_begin`;
/// `binsign_request_needed` then tells the size. From here on the buffer must not be written to by anyone else, and no
/// text that is passed may lie in it.
///
/// Returns `BINSIGN_METHOD_UNKNOWN`, `BINSIGN_PATH_MALFORMED`, `BINSIGN_INVALID_UTF8` or `BINSIGN_NULL_POINTER`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn binsign_request_init(
    request: *mut binsign_request,
    buffer: *mut c_char,
    capacity: usize,
    method: *const c_char,
    method_len: usize,
    path: *const c_char,
    path_len: usize,
) -> binsign_result {
    // SAFETY: the header asks for valid texts, and for a buffer and a request that are valid and nobody else's.
    unsafe {
        let begin = || {
            let method = text::text(method, method_len, "method")?;
            let path = text::text(path, path_len, "path")?;
            Request::rest(memory(buffer, capacity)?, method.parse::<Method>()?, path)
        };
        put(request, begin())
    }
}

/// Begins a request of the WebSocket API of a family (`spot`, `futures-um`, `futures-cm`): `method` is its name there
/// (`order.place`), `id` what comes back with the answer, 1 to 128 bytes.
///
/// Parameters are signed sorted and as they are, without encoding, with the API key among them; what is sent is the
/// JSON of `BINSIGN_PART_MESSAGE`. The buffer takes the payload and the message; 1024 bytes do for an order. Else as
/// `binsign_request_init`.
///
/// Returns `BINSIGN_ID_INVALID`, `BINSIGN_INVALID_UTF8`, `BINSIGN_NULL_POINTER`, `BINSIGN_FAMILY_MISMATCH` for a name that
/// is no family's, or `BINSIGN_UNSUPPORTED` where the library was built without the WebSocket API.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn binsign_request_init_ws_api(
    request: *mut binsign_request,
    buffer: *mut c_char,
    capacity: usize,
    family: *const c_char,
    family_len: usize,
    method: *const c_char,
    method_len: usize,
    id: *const c_char,
    id_len: usize,
) -> binsign_result {
    // SAFETY: the header asks for valid texts, and for a buffer and a request that are valid and nobody else's.
    unsafe {
        let begin = || {
            let family = text::text(family, family_len, "family")?;
            let method = text::text(method, method_len, "method")?;
            let id = text::text(id, id_len, "id")?;
            ws_api(memory(buffer, capacity)?, family, method, id)
        };
        put(request, begin())
    }
}

#[cfg(feature = "ws-api")]
fn ws_api(buffer: &'static mut [u8], family: &str, method: &str, id: &str) -> Result<Request<'static>, Error> {
    use binsign::catalogue::Family;

    let known = Family::of_name(family);
    Request::ws_api(buffer, known.ok_or(Error::new(Code::FamilyMismatch))?, method, id)
}

#[cfg(not(feature = "ws-api"))]
fn ws_api(_: &'static mut [u8], _: &str, _: &str, _: &str) -> Result<Request<'static>, Error> {
    Err(Error::new(Code::Unsupported))
}

/// Begins the opening of a signed stream, `wss://api.binance.com/sapi/wss?...`: its parameters are `random`, `topic`,
/// `recvWindow` and `timestamp`, and come out sorted by name, percent-encoded, in `BINSIGN_PART_TARGET`.
///
/// Else as `binsign_request_init`.
///
/// Returns `BINSIGN_NULL_POINTER`, or `BINSIGN_UNSUPPORTED` where the library was built without the WebSocket API.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn binsign_request_init_sapi_wss(
    request: *mut binsign_request,
    buffer: *mut c_char,
    capacity: usize,
) -> binsign_result {
    // SAFETY: the header asks for a buffer and a request that are valid and nobody else's.
    unsafe { put(request, memory(buffer, capacity).and_then(sapi_wss)) }
}

#[cfg(feature = "ws-api")]
#[allow(clippy::unnecessary_wraps, reason = "the other build refuses")]
fn sapi_wss(buffer: &'static mut [u8]) -> Result<Request<'static>, Error> {
    Ok(Request::sapi_wss(buffer))
}

#[cfg(not(feature = "ws-api"))]
fn sapi_wss(_: &'static mut [u8]) -> Result<Request<'static>, Error> {
    Err(Error::new(Code::Unsupported))
}

/// The buffer of a request.
///
/// # Safety
/// The buffer is NULL or valid for reads and writes of `capacity` bytes as long as the request is used, and nobody else
/// uses it.
pub(crate) unsafe fn memory(buffer: *mut c_char, capacity: usize) -> Result<&'static mut [u8], Error> {
    if capacity == 0 {
        return Ok(&mut []);
    }
    if buffer.is_null() {
        return Err(Error::new(Code::NullPointer));
    }
    // No more is ever used, and a slice must not be longer than an object can be.
    // SAFETY: promised by the caller; not NULL.
    Ok(unsafe { core::slice::from_raw_parts_mut(buffer.cast(), capacity.min(BINSIGN_MAX_REQUEST)) })
}

/// Ends a request. What was not signed is wiped from the buffer, what was signed stays there. NULL is fine.
///
/// There is nothing to free: a signed request need not be discarded.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn binsign_request_discard(request: *mut binsign_request) {
    if !request.is_null() {
        // SAFETY: the header asks for a valid request that nobody else uses.
        unsafe { Handle::<Stage>::take_down(request.cast()) };
    }
}

/// `BINSIGN_REQUEST_SIZE` of the library, for callers that do not compile the header.
#[unsafe(no_mangle)]
pub extern "C" fn binsign_request_size() -> usize {
    BINSIGN_REQUEST_SIZE
}
