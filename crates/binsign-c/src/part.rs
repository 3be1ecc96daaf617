//! What a request is made of, as views of the caller's buffer or as copies.

use core::ffi::c_char;
use core::mem::MaybeUninit;
use core::ptr;

use binsign::catalogue::Route;
use binsign::{Code, Signed};

use crate::choice::chosen;
use crate::request::binsign_request;
use crate::result::binsign_result;
use crate::stage::{Stage, borrow};
use crate::text;

/// A part of a signed request.
#[repr(u32)]
#[derive(Clone, Copy)]
pub enum binsign_part {
    /// The HTTP method, `POST`; absent where the request is a message.
    METHOD = 1,
    /// Path and query as they stand in the request line, `/api/v3/order?symbol=...`; empty where the request is a
    /// message.
    TARGET = 2,
    /// The query without question mark; empty where there is none.
    QUERY = 3,
    /// The form body; empty where there is none.
    BODY = 4,
    /// What the signature covers; absent where the request needs no signature. Had from `binsign_request_begin` on, and
    /// from an authorised request as far as it is known without the key: on the WebSocket API without the API key.
    PAYLOAD = 5,
    /// The signature as the exchange documents it: 64 characters of lower-case hexadecimal for HMAC, base64 for the
    /// others, 88 characters for Ed25519 and 344 to 684 for RSA (percent-encoded in target, query and body only);
    /// absent where the request needs none.
    SIGNATURE = 6,
    /// The value of the header `X-MBX-APIKEY`; absent where there is no such header.
    API_KEY = 7,
    /// The value of the header `Content-Type`; absent where there is no body.
    CONTENT_TYPE = 8,
    /// The family of the route, `spot`, which decides the host. Had from `binsign_request_authorize` on.
    FAMILY = 9,
    /// The exchange's security type of the route, `TRADE`. Had from `binsign_request_authorize` on.
    SECURITY_TYPE = 10,
    /// The message to send: JSON for the WebSocket API, the whole Logon for FIX; absent where the request is HTTP, and
    /// for the Logon of FIX-SBE.
    MESSAGE = 11,
    /// How the request travels: `rest`, `ws-api`, `sapi-wss` or `fix`. Had from `binsign_request_authorize` on.
    TRANSPORT = 12,
}

impl binsign_part {
    /// All parts there are, in the order of their numbers.
    const ALL: [Self; 12] = [
        Self::METHOD,
        Self::TARGET,
        Self::QUERY,
        Self::BODY,
        Self::PAYLOAD,
        Self::SIGNATURE,
        Self::API_KEY,
        Self::CONTENT_TYPE,
        Self::FAMILY,
        Self::SECURITY_TYPE,
        Self::MESSAGE,
        Self::TRANSPORT,
    ];
}

/// Text that lies in the caller's buffer, in the signer or in the library. It is not ended by NUL.
///
/// `data` is NULL for a part that is absent; an empty part has `len` 0 and a `data` that is not NULL.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct binsign_view {
    /// The first byte.
    pub data: *const c_char,
    /// How many bytes there are.
    pub len: usize,
}

impl binsign_view {
    fn of(text: Option<&str>) -> Self {
        text.map_or(Self { data: ptr::null(), len: 0 }, |text| Self { data: text.as_ptr().cast(), len: text.len() })
    }
}

/// Shows a part of a signed request where it lies, without a copy.
///
/// The view holds as long as the buffer, and for `BINSIGN_PART_API_KEY` as long as the signer or external key.
///
/// Returns `BINSIGN_HANDLE_USED_UP` where the request does not have the part yet, `BINSIGN_UNSUPPORTED` for a part that
/// this version does not know, or `BINSIGN_NULL_POINTER`.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn binsign_request_view(
    request: *const binsign_request,
    part: MaybeUninit<binsign_part>,
    view: *mut binsign_view,
) -> binsign_result {
    // SAFETY: the header asks for a valid request that nobody changes meanwhile, and for a valid view.
    unsafe {
        match part_of(request, part) {
            Ok(_) if view.is_null() => binsign_result::of(Code::NullPointer),
            Ok(text) => {
                view.write(binsign_view::of(text));
                binsign_result::OK
            }
            Err(code) => binsign_result::of(code),
        }
    }
}

/// Copies a part of a signed request to `out`, without a NUL behind it. Of an absent part nothing is copied.
///
/// Returns `BINSIGN_BUFFER_TOO_SMALL`, and copies nothing, where `capacity` is below the length of the part (which
/// `binsign_request_view` tells); else as `binsign_request_view`.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn binsign_request_copy(
    request: *const binsign_request,
    part: MaybeUninit<binsign_part>,
    out: *mut c_char,
    capacity: usize,
    written: *mut usize,
) -> binsign_result {
    // SAFETY: the header asks for a valid request that nobody changes meanwhile, and for valid outputs elsewhere.
    unsafe {
        binsign_result::from_outcome(
            part_of(request, part)
                .and_then(|text| text::copy_out(out, capacity, written, |put| put(text.unwrap_or_default()))),
        )
    }
}

/// Shows the header at `index` (from 0) of a signed request: its name and its value, which is sent as it is.
///
/// Behind the last header both views are absent (`data` is NULL).
///
/// Returns `BINSIGN_HANDLE_USED_UP` where the request is not signed, or `BINSIGN_NULL_POINTER`.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn binsign_request_header(
    request: *const binsign_request,
    index: usize,
    name: *mut binsign_view,
    value: *mut binsign_view,
) -> binsign_result {
    if name.is_null() || value.is_null() {
        return binsign_result::of(Code::NullPointer);
    }
    // SAFETY: the header asks for a valid request that nobody changes meanwhile, and for valid views.
    unsafe {
        match borrow(request) {
            Ok(Stage::Signed(signed)) => {
                let header = signed.headers().nth(index);
                name.write(binsign_view::of(header.map(|header| header.0)));
                value.write(binsign_view::of(header.map(|header| header.1)));
                binsign_result::OK
            }
            Ok(_) => binsign_result::of(Code::HandleUsedUp),
            Err(code) => binsign_result::of(code),
        }
    }
}

/// # Safety
/// `request` is NULL or valid, and nobody writes to it during `'a`.
unsafe fn part_of<'a>(
    request: *const binsign_request,
    part: MaybeUninit<binsign_part>,
) -> Result<Option<&'a str>, Code> {
    // SAFETY: promised by the caller; the part is an argument.
    let (stage, part) = unsafe { (borrow(request)?, chosen(part, &binsign_part::ALL, |part| part as u32)) };
    let part = part.ok_or(Code::Unsupported)?;
    match stage {
        Stage::Signed(signed) => Ok(part_of_signed(signed, part)),
        Stage::Pending(pending, _) => {
            let payload = pending.needs_signature().then(|| pending.payload());
            part_of_unsigned(pending.route(), payload, part)
        }
        Stage::Authorized(authorized, _) => {
            let payload = authorized.needs_signature().then(|| authorized.payload());
            part_of_unsigned(authorized.route(), payload, part)
        }
        Stage::Building(_) | Stage::Refused(_) => Err(Code::HandleUsedUp),
    }
}

fn part_of_unsigned(route: Route, payload: Option<&[u8]>, part: binsign_part) -> Result<Option<&str>, Code> {
    match part {
        // Made of texts.
        binsign_part::PAYLOAD => payload.map(core::str::from_utf8).transpose().map_err(|_| Code::Internal),
        binsign_part::FAMILY => Ok(Some(route.family().as_str())),
        binsign_part::SECURITY_TYPE => Ok(Some(route.security().as_str())),
        binsign_part::TRANSPORT => Ok(Some(route.transport().as_str())),
        _ => Err(Code::HandleUsedUp),
    }
}

fn part_of_signed<'a>(signed: &'a Signed<'static, 'static>, part: binsign_part) -> Option<&'a str> {
    let header = |name| signed.headers().find(|header| header.0 == name).map(|header| header.1);
    match part {
        binsign_part::METHOD => signed.method().map(binsign::Method::as_str),
        binsign_part::TARGET => Some(signed.target()),
        binsign_part::QUERY => Some(signed.query()),
        binsign_part::BODY => Some(signed.body()),
        binsign_part::PAYLOAD => signed.payload(),
        binsign_part::SIGNATURE => signed.signature(),
        binsign_part::API_KEY => header("X-MBX-APIKEY"),
        binsign_part::CONTENT_TYPE => header("Content-Type"),
        binsign_part::FAMILY => Some(signed.route().family().as_str()),
        binsign_part::SECURITY_TYPE => Some(signed.route().security().as_str()),
        binsign_part::MESSAGE => signed.message(),
        binsign_part::TRANSPORT => Some(signed.route().transport().as_str()),
    }
}
