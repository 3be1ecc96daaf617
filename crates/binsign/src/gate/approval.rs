//! The approval of a second person: 72 bytes that hold for one request, until a moment.

#[cfg(feature = "ed25519")]
use super::limits::state_needed;
#[cfg(feature = "ed25519")]
use crate::catalogue::Transport;
use crate::policy::{Policy, Rule};
use crate::request::View;
use crate::{Code, Denied, State};
#[cfg(feature = "ed25519")]
use crate::{Error, Refusal, SecretKey};

/// How far ahead the moment of an approval may be, in ms.
#[cfg(feature = "ed25519")]
const LONGEST_MS: u64 = 86_400_000;

/// The moment of the approval of a request by the approver of a rule.
pub(super) fn check(
    policy: &Policy<'_>,
    rule: &Rule<'_>,
    approval: Option<&[u8]>,
    state: Option<&State>,
    now: u64,
    view: &View<'_>,
) -> Result<u64, Denied> {
    let approval = approval.ok_or_else(|| denied(Code::ApprovalNeeded, rule))?;
    #[cfg(not(feature = "ed25519"))]
    {
        let _ = (policy, approval, state, now, view);
        Err(denied(Code::ApprovalNeeded, rule))
    }
    #[cfg(feature = "ed25519")]
    {
        let state = state.ok_or_else(state_needed)?;
        let good = parts(approval).filter(|(moment, signature)| {
            *moment > state.last_approval_ms() && is_good(policy, rule, (*moment, signature), now, view)
        });
        good.map(|(moment, _)| moment).ok_or_else(|| denied(Code::ApprovalInvalid, rule))
    }
}

/// The approval of a request by the approver of a rule, whose private key that has to be. The text that is signed is put
/// together in `room`.
#[cfg(feature = "ed25519")]
pub(super) fn make(
    policy: &Policy<'_>,
    rule: &Rule<'_>,
    moment: u64,
    now: u64,
    view: &View<'_>,
    key: &SecretKey,
    room: &mut [u8],
) -> Result<[u8; 72], Refusal> {
    let invalid = || denied(Code::ApprovalInvalid, rule);
    let approver = rule.approver().filter(|_| is_in_time(moment, now)).ok_or_else(invalid)?;
    let mut length = 0_usize;
    text(policy, moment, view, &mut |piece| {
        let end = length.saturating_add(piece.len());
        if let Some(place) = room.get_mut(length..end) {
            place.copy_from_slice(piece);
        }
        length = end;
    });
    let whole = room.get(..length).ok_or(Error::too_small(length))?;
    let signature = key.sign_approval(whole, approver).ok_or_else(invalid)??;
    let mut approval = [0; 72];
    let (first, rest) = approval.split_at_mut(8);
    first.copy_from_slice(&moment.to_le_bytes());
    rest.copy_from_slice(&signature);
    Ok(approval)
}

fn denied(code: Code, rule: &Rule<'_>) -> Denied {
    Denied::new(code, "D 10", rule.name())
}

/// The moment of an approval, and the signature.
#[cfg(feature = "ed25519")]
fn parts(approval: &[u8]) -> Option<(u64, &[u8; 64])> {
    let (moment, signature) = approval.split_first_chunk::<8>()?;
    Some((u64::from_le_bytes(*moment), signature.try_into().ok()?))
}

/// Whether the moment is neither past nor too far ahead.
#[cfg(feature = "ed25519")]
fn is_in_time(moment: u64, now: u64) -> bool {
    moment.checked_sub(now).is_some_and(|ahead| ahead <= LONGEST_MS)
}

#[cfg(feature = "ed25519")]
fn is_good(
    policy: &Policy<'_>,
    rule: &Rule<'_>,
    (moment, signature): (u64, &[u8; 64]),
    now: u64,
    view: &View<'_>,
) -> bool {
    let Some(key) = rule.approver().and_then(crate::PublicKey::of_ed25519) else { return false };
    is_in_time(moment, now) && key.has_signed(&|put| text(policy, moment, view, put), signature)
}

/// What an approver signs, in pieces: the policy, the moment, the route, and the parameters but for the times.
#[cfg(feature = "ed25519")]
fn text(policy: &Policy<'_>, moment: u64, view: &View<'_>, put: &mut dyn FnMut(&[u8])) {
    let route = view.named.route;
    put(b"binsign approval 1\n");
    put(&policy.id());
    put(&moment.to_le_bytes());
    put(route.transport().as_str().as_bytes());
    put(b" ");
    match (route.method(), route.transport()) {
        (Some(method), _) => {
            put(method.as_str().as_bytes());
            put(b" ");
            put(view.named.name);
        }
        (None, Transport::Fix) => put(b"Logon Logon"),
        (None, _) => {
            for piece in [b"WS ", route.family().as_str().as_bytes(), b"/", view.named.name] {
                put(piece);
            }
        }
    }
    put(b"\n");
    let mut between: &[u8] = b"";
    for (name, text) in view.pairs.iter() {
        if matches!(name.raw(), b"timestamp" | b"recvWindow") {
            continue;
        }
        for piece in [between, name.raw(), b"=", text.raw()] {
            put(piece);
        }
        between = b"&";
    }
}
