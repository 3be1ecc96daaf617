//! Why a request was refused, in words.

use core::ffi::c_char;

use binsign::{Code, Error, KeyInfo, Refusal};

use crate::request::binsign_request;
use crate::result::binsign_result;
use crate::stage::{Stage, borrow};
use crate::text::{self, copy_out};

/// Room for every message, clause, rule and parameter name of this version.
pub const BINSIGN_MESSAGE_SIZE: usize = 512;

/// What was wrong with the request and what to do about it, for people. Without secrets, not ended by NUL; empty
/// where the request is not refused.
///
/// Returns `BINSIGN_BUFFER_TOO_SMALL` (`BINSIGN_MESSAGE_SIZE` always does), `BINSIGN_NULL_POINTER`, or
/// `BINSIGN_HANDLE_USED_UP` where the request was never initialised.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn binsign_request_message(
    request: *const binsign_request,
    out: *mut c_char,
    capacity: usize,
    written: *mut usize,
) -> binsign_result {
    // SAFETY: the header asks for a valid request that nobody changes meanwhile, and for valid outputs elsewhere.
    unsafe { copy(request, out, capacity, written, Refusal::message) }
}

/// The clause of the API Service Terms behind a denial, `F 13`; empty where the request is not denied.
///
/// Returns as `binsign_request_message`.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn binsign_request_clause(
    request: *const binsign_request,
    out: *mut c_char,
    capacity: usize,
    written: *mut usize,
) -> binsign_result {
    // SAFETY: as for `binsign_request_message`.
    unsafe {
        copy(request, out, capacity, written, |refusal, put| {
            if let Refusal::Denied(denied) = refusal {
                put(denied.clause());
            }
        })
    }
}

/// The name of the rule that denied, `documented-routes`; empty where the request is not denied.
///
/// Returns as `binsign_request_message`.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn binsign_request_rule(
    request: *const binsign_request,
    out: *mut c_char,
    capacity: usize,
    written: *mut usize,
) -> binsign_result {
    // SAFETY: as for `binsign_request_message`.
    unsafe {
        copy(request, out, capacity, written, |refusal, put| {
            if let Refusal::Denied(denied) = refusal {
                put(denied.rule());
            }
        })
    }
}

/// The name of the parameter that decided, where there is one that can be shown; else empty.
///
/// Returns as `binsign_request_message`.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn binsign_request_param_name(
    request: *const binsign_request,
    out: *mut c_char,
    capacity: usize,
    written: *mut usize,
) -> binsign_result {
    // SAFETY: as for `binsign_request_message`.
    unsafe {
        copy(request, out, capacity, written, |refusal, put| {
            let name = match refusal {
                Refusal::Denied(denied) => denied.param(),
                Refusal::Invalid(error) => error.param(),
            };
            put(name.unwrap_or_default());
        })
    }
}

/// The route that the signature would open as well, of a denial with `BINSIGN_CONFUSABLE`: `POST /api/v3/order`, or
/// `ws spot order.place`; else empty.
///
/// Returns as `binsign_request_message`.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn binsign_request_opens(
    request: *const binsign_request,
    out: *mut c_char,
    capacity: usize,
    written: *mut usize,
) -> binsign_result {
    // SAFETY: as for `binsign_request_message`.
    unsafe {
        copy(request, out, capacity, written, |refusal, put| {
            if let Refusal::Denied(denied) = refusal {
                denied.opens(put);
            }
        })
    }
}

/// How many bytes the buffer of a request that was refused with `BINSIGN_BUFFER_TOO_SMALL` must have; 0 for every
/// other request.
///
/// `binsign_request_sign` tells the exact size. `binsign_request_authorize` does not know the key and counts an HMAC
/// signature, so with an Ed25519 key the second try may be refused as well, and the third is not.
///
/// Returns `BINSIGN_NULL_POINTER`, or `BINSIGN_HANDLE_USED_UP` where the request was never initialised.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn binsign_request_needed(request: *const binsign_request, needed: *mut usize) -> binsign_result {
    if needed.is_null() {
        return binsign_result::of(Code::NullPointer);
    }
    // SAFETY: the header asks for a valid request that nobody changes meanwhile, and for a valid output.
    unsafe {
        binsign_result::from_outcome(refusal_of(request).map(|refusal| {
            let size = match refusal {
                Some(Refusal::Invalid(error)) => error.needed(),
                _ => None,
            };
            needed.write(size.unwrap_or(0));
        }))
    }
}

/// What a result means in general, for people, where no request can tell more. Not ended by NUL; empty for
/// `BINSIGN_OK` and for a number that is no result.
///
/// Returns `BINSIGN_BUFFER_TOO_SMALL` (`BINSIGN_MESSAGE_SIZE` always does) or `BINSIGN_NULL_POINTER`.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn binsign_result_message(
    result: binsign_result,
    out: *mut c_char,
    capacity: usize,
    written: *mut usize,
) -> binsign_result {
    let error = result.code().map(Error::new);
    // SAFETY: the header asks for valid outputs.
    binsign_result::from_outcome(unsafe {
        copy_out(out, capacity, written, |put| {
            if let Some(error) = &error {
                error.message(put);
            }
        })
    })
}

/// What is wrong with an answer about the permissions of a key, which `binsign_gate_key_info` has not taken, for people:
/// `binsign_result_message`, and the field that is to blame where one is. Not ended by NUL; empty where nothing is wrong.
///
/// Returns `BINSIGN_BUFFER_TOO_SMALL` (`BINSIGN_MESSAGE_SIZE` always does) or `BINSIGN_NULL_POINTER`.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn binsign_key_info_message(
    json: *const c_char,
    json_len: usize,
    out: *mut c_char,
    capacity: usize,
    written: *mut usize,
) -> binsign_result {
    // SAFETY: the header asks for a valid text and for valid outputs elsewhere.
    binsign_result::from_outcome(unsafe {
        text::bytes(json, json_len).map_err(|error| error.code()).and_then(|json| {
            let error = KeyInfo::from_json(json, 0).err();
            copy_out(out, capacity, written, |put| {
                if let Some(error) = &error {
                    error.message(put);
                }
            })
        })
    })
}

/// # Safety
/// `request` is NULL or valid, and nobody writes to it during `'a`.
unsafe fn refusal_of<'a>(request: *const binsign_request) -> Result<Option<&'a Refusal>, Code> {
    // SAFETY: promised by the caller.
    unsafe { borrow(request) }.map(|stage| match stage {
        Stage::Refused(refusal) => Some(refusal),
        _ => None,
    })
}

/// Copies what `say` says of the refusal; nothing where the request is not refused.
///
/// # Safety
/// As for [`refusal_of`] and [`copy_out`].
unsafe fn copy(
    request: *const binsign_request,
    out: *mut c_char,
    capacity: usize,
    written: *mut usize,
    say: impl Fn(&Refusal, &mut dyn FnMut(&str)),
) -> binsign_result {
    // SAFETY: promised by the caller.
    unsafe {
        binsign_result::from_outcome(refusal_of(request).and_then(|refusal| {
            copy_out(out, capacity, written, |put| {
                if let Some(refusal) = refusal {
                    say(refusal, put);
                }
            })
        }))
    }
}

#[cfg(test)]
mod tests {
    use binsign::{Code, Error};

    use super::BINSIGN_MESSAGE_SIZE;
    use crate::verdict::BINSIGN_ROUTE_SIZE;

    #[test]
    fn every_message_has_room() {
        // The most that can be added to the sentence: of an error a position of five digits and a name of 32 characters, of a
        // denial the names of rule and parameter, and a bound or the route that would be opened.
        let of_error = " 65535 ``".len() + 32;
        let of_denial = "rule ``: the notional with `` ; with `` it would not".len() + 32 + 40 + BINSIGN_ROUTE_SIZE;
        for code in Code::ALL {
            let mut len = 0;
            Error::new(*code).message(&mut |piece| len += piece.len());
            let most = if code.is_denial() { of_denial } else { of_error };
            assert!(len > 0 && len + most <= BINSIGN_MESSAGE_SIZE, "{code:?} has {len} bytes");
        }
    }

    #[test]
    fn every_route_has_room() {
        use binsign::catalogue::routes;

        // With the longest method, a blank, and the NUL.
        let longest = routes().map(|(prefix, rest, _)| "DELETE ".len() + prefix.len() + rest.len() + 1).max();
        assert!(longest.is_some_and(|longest| longest > 40 && longest <= BINSIGN_ROUTE_SIZE), "{longest:?}");
    }
}
