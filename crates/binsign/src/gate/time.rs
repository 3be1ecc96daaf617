//! Time: the clock, the validity and the hours of a policy, timestamps and recvWindow.

use super::situation::Situation;
use crate::policy::{Policy, RECV_WINDOW, TIMESTAMP, Timestamps};
use crate::request::{View, recv_window_thousandths, timestamp_us};
use crate::{Code, Denied, State};

/// The recvWindow of the exchange where a request gives none, in ms.
const USUAL_WINDOW_MS: u32 = 5000;

const MINUTES_A_DAY: u64 = 1440;
const MINUTES_A_WEEK: u64 = 7 * MINUTES_A_DAY;

impl Situation<'_> {
    /// The present time, at which the policy holds.
    pub(super) fn clock(&self, state: Option<&State>) -> Result<u64, Denied> {
        let denied = |code, rule| Err(Denied::new(code, "G 16", rule));
        let Some(now) = self.now else { return denied(Code::TimeNeeded, "time") };
        let tolerance = self.policy.tolerance_ms().into();
        if state.is_some_and(|state| state.latest_ms().saturating_sub(now) > tolerance) {
            return denied(Code::ClockBack, "time");
        }
        if self.policy.valid_from().is_some_and(|first| now < first) {
            return denied(Code::PolicyNotYet, "valid_from");
        }
        if self.policy.valid_until().is_some_and(|end| now >= end) {
            return denied(Code::PolicyExpired, "valid_until");
        }
        if !within_hours(&self.policy, now) {
            return denied(Code::OutsideHours, "hours");
        }
        Ok(now)
    }

    /// The times in a request: gives the one that it is signed with, in µs.
    pub(super) fn times(&self, view: &View<'_>, state: Option<&State>, now: u64) -> Result<Option<u64>, Denied> {
        if !view.named.route.needs_signature() {
            return Ok(None);
        }
        let policy = &self.policy;
        let denied = |code, rule, param| Err(Denied::new(code, "D 8", rule).with_param([param]));
        let window = match &view.logon {
            Some(logon) => logon.recv_window,
            None => view.pairs.get(RECV_WINDOW).and_then(|text| recv_window_thousandths(text.raw())),
        };
        let window = window.unwrap_or(USUAL_WINDOW_MS.saturating_mul(1000));
        if window > policy.recv_window_max_ms().saturating_mul(1000) {
            return denied(Code::RecvWindowOverCap, "time.recv_window_max", "recvWindow");
        }
        if view.in_session {
            return Ok(None);
        }
        let (param, time) = match &view.logon {
            Some(logon) => ("sendingTime", Some(logon.sending_time_us)),
            None => ("timestamp", view.pairs.get(TIMESTAMP).and_then(|text| timestamp_us(text.raw()))),
        };
        let Some(us) = time else { return denied(Code::TimestampMissing, "time.tolerance", param) };
        let theirs = now.saturating_add_signed(state.map_or(0, State::offset_ms));
        if (us / 1000).abs_diff(theirs) > policy.tolerance_ms().into() {
            return denied(Code::TimestampOff, "time.tolerance", param);
        }
        let repeats = state.and_then(State::last_timestamp_us).is_some_and(|last| match policy.timestamps() {
            Timestamps::Rising => us <= last,
            Timestamps::NotFalling => us < last,
            Timestamps::Any => false,
        });
        if repeats {
            return denied(Code::TimestampRepeated, "time.timestamps", param);
        }
        Ok(Some(us))
    }
}

/// Whether a policy holds at that time of the week.
fn within_hours(policy: &Policy<'_>, now: u64) -> bool {
    let mut hours = policy.hours().peekable();
    if hours.peek().is_none() {
        return true;
    }
    // 1970 began on a Thursday.
    let minute = (now / 60_000).wrapping_add(MINUTES_A_DAY.wrapping_mul(3)) % MINUTES_A_WEEK;
    hours.any(|(from, until)| u64::from(from) <= minute && minute < u64::from(until))
}
