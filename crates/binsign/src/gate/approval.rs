//! The approval of a second person: 72 bytes that hold for one request, until a moment.

#[cfg(feature = "ed25519")]
use super::limits::state_needed;
#[cfg(feature = "ed25519")]
use crate::catalogue::Transport;
use crate::policy::{Policy, Rule};
use crate::request::View;
use crate::{Code, Denied, State};

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
    let denied = |code| Denied::new(code, "D 10", rule.name());
    let approval = approval.ok_or_else(|| denied(Code::ApprovalNeeded))?;
    #[cfg(not(feature = "ed25519"))]
    {
        let _ = (policy, approval, state, now, view);
        Err(denied(Code::ApprovalNeeded))
    }
    #[cfg(feature = "ed25519")]
    {
        let state = state.ok_or_else(state_needed)?;
        let good = parts(approval).filter(|(moment, signature)| {
            *moment > state.last_approval_ms() && is_good(policy, rule, (*moment, signature), now, view)
        });
        good.map(|(moment, _)| moment).ok_or_else(|| denied(Code::ApprovalInvalid))
    }
}

/// The moment of an approval, and the signature.
#[cfg(feature = "ed25519")]
fn parts(approval: &[u8]) -> Option<(u64, &[u8; 64])> {
    let (moment, signature) = approval.split_first_chunk::<8>()?;
    Some((u64::from_le_bytes(*moment), signature.try_into().ok()?))
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
    if moment.checked_sub(now).is_none_or(|ahead| ahead > LONGEST_MS) {
        return false;
    }
    let id = policy.id();
    let route = view.named.route;
    let message = |put: &mut dyn FnMut(&[u8])| {
        put(b"binsign approval 1\n");
        put(&id);
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
    };
    key.has_signed(&message, signature)
}
