//! The verdict on a request alone: nothing is signed, reserved or used up.

use core::ffi::c_char;

use binsign::{Code, Error, Refusal};

use crate::gate::{binsign_gate, borrow};
use crate::refusal::BINSIGN_MESSAGE_SIZE;
use crate::request::binsign_request;
use crate::result::binsign_result;
use crate::stage::{self, Stage};

/// Room for the name of every route, `POST /api/v3/order`, and a NUL.
pub const BINSIGN_ROUTE_SIZE: usize = 128;

/// A verdict with its reasons. All texts are UTF-8 and end with NUL; they are empty where there is nothing to say.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct binsign_verdict {
    /// `BINSIGN_OK` where the request is allowed.
    pub result: binsign_result,
    /// The clause of the API Service Terms behind a denial, `F 13`.
    pub clause: [c_char; 12],
    /// The name of the rule that denied.
    pub rule: [c_char; 36],
    /// The parameter that decided, `batchOrders[2].price`.
    pub param: [c_char; 44],
    /// Of `BINSIGN_CONFUSABLE`: the route that the signature would open.
    pub opens: [c_char; BINSIGN_ROUTE_SIZE],
    /// What was wrong and what to do about it, for people.
    pub message: [c_char; BINSIGN_MESSAGE_SIZE],
}

impl binsign_verdict {
    const ALLOWED: Self = Self {
        result: binsign_result::OK,
        clause: [0; 12],
        rule: [0; 36],
        param: [0; 44],
        opens: [0; BINSIGN_ROUTE_SIZE],
        message: [0; BINSIGN_MESSAGE_SIZE],
    };

    fn of(refusal: &Refusal) -> Self {
        let mut verdict = Self { result: binsign_result::of(refusal.code()), ..Self::ALLOWED };
        match refusal {
            Refusal::Denied(denied) => {
                fill(&mut verdict.clause, |put| put(denied.clause()));
                fill(&mut verdict.rule, |put| put(denied.rule()));
                fill(&mut verdict.param, |put| put(denied.param().unwrap_or_default()));
                fill(&mut verdict.opens, |put| denied.opens(put));
            }
            Refusal::Invalid(error) => fill(&mut verdict.param, |put| put(error.param().unwrap_or_default())),
        }
        fill(&mut verdict.message, |put| refusal.message(put));
        verdict
    }
}

/// Puts text into an array that was zeros, with a NUL behind it.
fn fill(place: &mut [c_char], pieces: impl FnOnce(&mut dyn FnMut(&str))) {
    let room = place.len().saturating_sub(1);
    let mut free = place.iter_mut().take(room);
    pieces(&mut |piece| {
        for (byte, place) in piece.bytes().zip(&mut free) {
            *place = byte.cast_signed() as c_char;
        }
    });
}

/// Has the gate decide as `binsign_request_authorize_by` would, and changes nothing: more parameters can follow, nothing is
/// reserved, no approval is used up. The reasons of a refusal come in `verdict`, which is written in any case but that of
/// a NULL.
///
/// Returns the verdict's result: `BINSIGN_OK` where it is allowed, else what `binsign_request_authorize_by` returns;
/// `BINSIGN_HANDLE_USED_UP` where the gate is not ready or the request is authorised already.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn binsign_request_check(
    request: *const binsign_request,
    gate: *const binsign_gate,
    now_ms: u64,
    verdict: *mut binsign_verdict,
) -> binsign_result {
    if verdict.is_null() {
        return binsign_result::of(Code::NullPointer);
    }
    // SAFETY: the header asks for a valid request and a valid gate that nobody changes meanwhile, and for a valid output.
    unsafe {
        let outcome = match (borrow(gate), stage::borrow(request)) {
            (Ok(keeper), Ok(Stage::Building(request))) => keeper.check(request, now_ms),
            (Ok(_), Ok(Stage::Refused(refusal))) => Err(refusal.clone()),
            (Ok(_), Ok(_)) => Err(Error::new(Code::HandleUsedUp).into()),
            (Err(code), _) | (_, Err(code)) => Err(Error::new(code).into()),
        };
        let made = outcome.map_or_else(|refusal| binsign_verdict::of(&refusal), |()| binsign_verdict::ALLOWED);
        verdict.write(made);
        made.result
    }
}
