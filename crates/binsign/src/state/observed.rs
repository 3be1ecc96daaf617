//! Learning from answers.

use super::clock::raise;
use super::{KeyState, Sent, State};
use crate::{Answer, Meaning, OrderCounts};

/// The code of an order that does not exist.
const NO_SUCH_ORDER: i32 = -2013;
const SIGNATURE_INVALID: i32 = -1022;

/// What a face shows after an answer.
///
/// ```
/// # fn show(observed: binsign::Observed) {
/// if let Some(until) = observed.wait_until_ms {
///     println!("{}: nothing is signed before {until}", observed.key_state.as_str());
/// }
/// # }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Observed {
    /// The state of the key.
    pub key_state: KeyState,
    /// How far the exchange's clock is before the caller's, in ms.
    pub offset_ms: i64,
    /// Until when nothing is signed, in ms since 1970; nothing where that is past.
    pub wait_until_ms: Option<u64>,
    /// The weight used in this minute, as the answer has it.
    pub used_weight: Option<u32>,
    /// The orders of the account, as the answer has them.
    pub orders: OrderCounts,
    /// What the answer means; nothing where none was read.
    pub meaning: Option<Meaning>,
}

impl State {
    /// Learns from the answer to a request that came at `now_ms` (ms since 1970): `docs/policy.md`, section 10.
    ///
    /// A request that got no answer is answered with the status 0 and an empty body.
    pub fn observe(&self, sent: &Sent, answer: &Answer, now_ms: u64) -> Observed {
        self.see(now_ms);
        let status = answer.status();
        if (1..400).contains(&status) {
            self.key.faults.set(0);
        }
        let meaning = answer.meaning(sent.family(), sent.is_cancel_replace());
        match meaning {
            Meaning::Wait { until_ms } => raise(&self.clock.wait_until, until_ms),
            Meaning::SignatureInvalid => self.signature_fault(SIGNATURE_INVALID),
            Meaning::KeyRejected { code } => self.suspend(code),
            Meaning::Unknown if sent.changes_something() => self.note_unknown(sent),
            _ => {}
        }
        if let Some(order) = sent.asked()
            && ((200..300).contains(&status) || answer.code() == Some(NO_SUCH_ORDER))
        {
            self.settle_order(order);
        }
        if let Some(weight) = answer.used_weight() {
            self.note_weight(sent.family(), weight, now_ms);
        }
        let (used_weight, orders) = (answer.used_weight(), answer.orders());
        Observed { used_weight, orders, meaning: Some(meaning), ..self.observed(Some(now_ms)) }
    }

    /// What is known without an answer, at `now_ms` where there is a clock.
    #[must_use]
    pub fn observed(&self, now_ms: Option<u64>) -> Observed {
        Observed {
            key_state: self.key_state(),
            offset_ms: self.offset_ms(),
            wait_until_ms: self.wait_until_ms().filter(|until| now_ms.is_none_or(|now| now < *until)),
            used_weight: None,
            orders: OrderCounts::default(),
            meaning: None,
        }
    }
}
