//! The request: from its route to its signature, in memory of the caller.

use core::ffi::c_char;
use core::mem;

use binsign::{Authorized, Code, Error, Gate, Method, Refusal, Request, Signed};

use crate::handle::{Content, Handle, assert_holds};
use crate::result::binsign_result;
use crate::signer::{self, binsign_signer};
use crate::{stack, text};

/// The size of a `binsign_request` in bytes, on every platform.
pub const BINSIGN_REQUEST_SIZE: usize = 256;

/// The longest request in bytes: path, query, body and signature together. No buffer needs to be larger.
pub const BINSIGN_MAX_REQUEST: usize = 65_535;

/// A request on its way from parameters to a signature. Opaque; the memory is the caller's.
///
/// It borrows the buffer from `binsign_request_init` on, and the signer from `binsign_request_sign` on: both must stay
/// where they are as long as the request is used. After the first error the request stays refused with that error,
/// so the results of single steps may be ignored as long as that of the last one is looked at.
#[repr(C)]
pub struct binsign_request {
    opaque: [u64; 32],
}

const _: () = {
    assert!(size_of::<binsign_request>() == BINSIGN_REQUEST_SIZE);
    assert_holds::<binsign_request, Stage>();
    assert!(BINSIGN_MAX_REQUEST == binsign::MAX_REQUEST);
};

/// How far a request has come. The lifetimes are the header's promise that buffer and signer outlive the request.
pub(crate) enum Stage {
    /// Parameters are put in.
    Building(Request<'static>),
    /// The gate has allowed it.
    Authorized(Authorized<'static>),
    /// Ready to send.
    Signed(Signed<'static, 'static>),
    /// It will never be signed, for the first reason there was.
    Refused(Refusal),
}

impl Content for Stage {
    const TAG: u64 = 0x6269_6e73_7265_7175;
}

impl Stage {
    /// Refused for good; what was built is wiped.
    fn refuse(&mut self, refusal: Refusal) -> binsign_result {
        let code = refusal.code();
        *self = Self::Refused(refusal);
        binsign_result::of(code)
    }

    /// A call that this stage does not take.
    fn misplaced(&mut self) -> binsign_result {
        match self {
            Self::Refused(refusal) => binsign_result::of(refusal.code()),
            // The bytes are the caller's already, and stay as they were signed.
            Self::Signed(_) => binsign_result::of(Code::HandleUsedUp),
            Self::Building(_) | Self::Authorized(_) => self.refuse(Error::new(Code::HandleUsedUp).into()),
        }
    }

    /// A step while parameters are put in.
    fn build(&mut self, act: impl FnOnce(&mut Request<'static>) -> Result<(), Error>) -> binsign_result {
        let Self::Building(request) = self else { return self.misplaced() };
        match act(request) {
            Ok(()) => binsign_result::OK,
            Err(error) => self.refuse(error.into()),
        }
    }

    /// An argument of a step was wrong.
    pub(crate) fn fail(&mut self, error: Error) -> binsign_result {
        self.build(|_| Err(error))
    }

    /// A step to the next stage.
    fn advance(&mut self, act: impl FnOnce(Self) -> Result<Self, Refusal>) -> binsign_result {
        // The placeholder is never seen: `act` gives a stage or a refusal.
        let stage = mem::replace(self, Self::Refused(Error::new(Code::Internal).into()));
        match act(stage) {
            Ok(next) => {
                *self = next;
                binsign_result::OK
            }
            Err(refusal) => self.refuse(refusal),
        }
    }

    fn authorize(&mut self) -> binsign_result {
        if !matches!(self, Self::Building(_)) {
            return self.misplaced();
        }
        self.advance(|stage| match stage {
            Self::Building(request) => Gate::documented_routes().authorize(request).map(Self::Authorized),
            other => Ok(other),
        })
    }

    fn sign(&mut self, signer: &'static binsign::Signer) -> binsign_result {
        if !matches!(self, Self::Authorized(_)) {
            return self.misplaced();
        }
        self.advance(|stage| match stage {
            Self::Authorized(authorized) => Ok(authorized.sign(signer).map(Self::Signed)?),
            other => Ok(other),
        })
    }

    /// How many bytes of the buffer, from its start, a signed request takes.
    pub(crate) fn len(&self) -> usize {
        let Self::Signed(signed) = self else { return 0 };
        let last = if signed.body().is_empty() { signed.target() } else { signed.body() };
        last.as_bytes().as_ptr_range().end.addr().saturating_sub(signed.target().as_ptr().addr())
    }
}

/// Begins a request for `method` (`POST`) and `path` (`/api/v3/order`) in `buffer`.
///
/// `request` may be memory that was never initialised. The buffer takes path, query, body and signature, and for
/// Ed25519 the signature a second time, not percent-encoded, behind the request; 512 bytes do for an order,
/// `BINSIGN_MAX_REQUEST` for everything. A buffer that proves too small is reported by `binsign_request_authorize`,
/// or at the latest by `binsign_request_sign`; `binsign_request_needed` then tells the size. From here on the buffer
/// must not be written to by anyone else, and no text that is passed may lie in it.
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
    if request.is_null() {
        return binsign_result::of(Code::NullPointer);
    }
    // SAFETY: the header asks for valid texts, and for a buffer and a request that are valid and nobody else's.
    unsafe {
        let begun = begin(buffer, capacity, method, method_len, path, path_len);
        let (stage, result) = match begun {
            Ok(begun) => (Stage::Building(begun), binsign_result::OK),
            Err(error) => {
                let code = error.code();
                (Stage::Refused(error.into()), binsign_result::of(code))
            }
        };
        Handle::put(request.cast(), stage);
        result
    }
}

/// # Safety
/// The texts are NULL or valid for reads of their length, the buffer is NULL or valid for reads and writes of
/// `capacity` bytes as long as the request is used, and nobody else uses it.
unsafe fn begin(
    buffer: *mut c_char,
    capacity: usize,
    method: *const c_char,
    method_len: usize,
    path: *const c_char,
    path_len: usize,
) -> Result<Request<'static>, Error> {
    // SAFETY: promised by the caller.
    let (method, path) = unsafe { (text::text(method, method_len, "method")?, text::text(path, path_len, "path")?) };
    let buffer: &mut [u8] = if capacity == 0 {
        &mut []
    } else if buffer.is_null() {
        return Err(Error::new(Code::NullPointer));
    } else {
        // No more is ever used, and a slice must not be longer than an object can be.
        // SAFETY: promised by the caller; not NULL.
        unsafe { core::slice::from_raw_parts_mut(buffer.cast(), capacity.min(BINSIGN_MAX_REQUEST)) }
    };
    Request::rest(buffer, method.parse::<Method>()?, path)
}

/// Adds a parameter, to the query or, behind `binsign_request_body`, to the body.
///
/// The value is given as it is meant: it is percent-encoded here.
///
/// Returns `BINSIGN_PARAMETER_NAME_INVALID`, `BINSIGN_PARAMETER_TWICE`, `BINSIGN_SIGNATURE_GIVEN`,
/// `BINSIGN_NUL_IN_VALUE`, `BINSIGN_TIMESTAMP_OUT_OF_RANGE`, `BINSIGN_RECV_WINDOW_OUT_OF_RANGE`,
/// `BINSIGN_REQUEST_TOO_LONG`, `BINSIGN_INVALID_UTF8`, `BINSIGN_NULL_POINTER` or `BINSIGN_HANDLE_USED_UP`.
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
                let name = text::text(name, name_len, "")?;
                let value = text::text(value, value_len, name)?;
                request.param(name, value).map(|_| ())
            })
        })
    }
}

/// Adds `recvWindow`, in ms: how long after `timestamp` the exchange may still take the request.
///
/// Returns `BINSIGN_RECV_WINDOW_OUT_OF_RANGE` over 60000 and for 0, `BINSIGN_PARAMETER_TWICE`,
/// `BINSIGN_NULL_POINTER` or `BINSIGN_HANDLE_USED_UP`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn binsign_request_recv_window(request: *mut binsign_request, ms: u32) -> binsign_result {
    // SAFETY: the header asks for a valid request that nobody else uses.
    unsafe { step(request, |stage| stage.build(|request| request.recv_window(ms).map(|_| ()))) }
}

/// Adds `timestamp`, the caller's clock in ms since 1970 (in microseconds on `/api`, where the exchange takes both).
///
/// Returns `BINSIGN_TIMESTAMP_OUT_OF_RANGE` before 2017 and after 2099, `BINSIGN_PARAMETER_TWICE`,
/// `BINSIGN_NULL_POINTER` or `BINSIGN_HANDLE_USED_UP`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn binsign_request_timestamp(request: *mut binsign_request, time: u64) -> binsign_result {
    // SAFETY: the header asks for a valid request that nobody else uses.
    unsafe { step(request, |stage| stage.build(|request| request.timestamp(time).map(|_| ()))) }
}

/// From here on parameters go into the form body.
///
/// Returns `BINSIGN_BODY_NOT_ALLOWED` for GET, `BINSIGN_NULL_POINTER` or `BINSIGN_HANDLE_USED_UP`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn binsign_request_body(request: *mut binsign_request) -> binsign_result {
    // SAFETY: the header asks for a valid request that nobody else uses.
    unsafe { step(request, |stage| stage.build(|request| request.body().map(|_| ()))) }
}

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

/// Signs an authorised request and appends `signature` as its last parameter.
///
/// A route that needs no signature gets none. `written` is how many bytes of the buffer the request takes from its
/// start; its parts are had with `binsign_request_view` and `binsign_request_copy`.
///
/// Returns `BINSIGN_BUFFER_TOO_SMALL`, `BINSIGN_REQUEST_TOO_LONG`, `BINSIGN_SIGNING_FAULT`, the first error of the
/// request, `BINSIGN_NULL_POINTER`, or `BINSIGN_HANDLE_USED_UP` where request or signer is not ready for this.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn binsign_request_sign(
    request: *mut binsign_request,
    signer: *const binsign_signer,
    written: *mut usize,
) -> binsign_result {
    // SAFETY: the header asks for a valid request that nobody else uses, and for a valid signer that outlives it.
    unsafe {
        step(request, |stage| {
            if let Stage::Refused(_) | Stage::Signed(_) = stage {
                return stage.misplaced();
            }
            let signer = match signer::borrow(signer) {
                Ok(signer) if !written.is_null() => signer,
                Ok(_) => return stage.refuse(Error::new(Code::NullPointer).into()),
                Err(code) => return stage.refuse(Error::new(code).into()),
            };
            let result = stack::wiped::<{ stack::SIGNING }, _>(|| stage.sign(signer));
            if result == binsign_result::OK {
                written.write(stage.len());
            }
            result
        })
    }
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

/// Makes a request that was refused for a NULL from memory that may never have been initialised.
///
/// # Safety
/// `request` is NULL or valid for writes and aligned.
pub(crate) unsafe fn put_refused(request: *mut binsign_request) -> binsign_result {
    if !request.is_null() {
        // SAFETY: promised by the caller.
        unsafe { Handle::put(request.cast(), Stage::Refused(Error::new(Code::NullPointer).into())) };
    }
    binsign_result::of(Code::NullPointer)
}

/// A step of the request behind a pointer of the caller.
///
/// # Safety
/// `request` is NULL or valid and aligned, and nobody else uses it.
pub(crate) unsafe fn step(
    request: *mut binsign_request,
    act: impl FnOnce(&mut Stage) -> binsign_result,
) -> binsign_result {
    if request.is_null() {
        return binsign_result::of(Code::NullPointer);
    }
    // SAFETY: promised by the caller.
    unsafe { Handle::get_mut(request.cast::<Handle<Stage>>()) }.map_or(binsign_result::of(Code::HandleUsedUp), act)
}

/// The stage of the request behind a pointer of the caller.
///
/// # Safety
/// `request` is NULL or valid and aligned, and nobody writes to it during `'a`.
pub(crate) unsafe fn borrow<'a>(request: *const binsign_request) -> Result<&'a Stage, Code> {
    if request.is_null() {
        return Err(Code::NullPointer);
    }
    // SAFETY: promised by the caller.
    unsafe { Handle::get(request.cast::<Handle<Stage>>()) }.ok_or(Code::HandleUsedUp)
}
