//! Any sequence of requests, dropped and signed, with saving and power cuts between, against a list of what was counted.

use proptest::prelude::*;

use super::super::reservation::UNDER_WAY;
use super::super::{Facts, MAX_LIMITS, Most, State, Ticket, pair};
use super::{facts, reserve};

/// One step of a session.
#[derive(Clone, Debug)]
enum Step {
    /// A request with these counts; the clock moved so far, forward or back.
    Request { moved_ms: i64, own: [u64; 3] },
    /// One of the requests under way is signed or dropped.
    Settle { which: usize, signed: bool },
    /// Saved and restored: what was under way counts as signed.
    PowerCut,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let moved = prop_oneof![0..300_i64, 0..5_000_i64, -20_000..0_i64, Just(7_500), 50_000..200_000_i64];
    let own = (0..3_u64, 0..200_u64, 0..3_u32, 0..3_u32);
    let request =
        (moved, own).prop_map(|(moved_ms, own)| Step::Request { moved_ms, own: [own.0, own.1, pair(own.2, own.3)] });
    let settle = (any::<usize>(), any::<bool>()).prop_map(|(which, signed)| Step::Settle { which, signed });
    proptest::collection::vec(prop_oneof![6 => request, 3 => settle, 1 => Just(Step::PowerCut)], 1..120)
}

/// Three limits: requests in a second, units in a minute, cancels per order in 81 s.
const PER_MS: [u64; 3] = [1_000, 60_000, 81_000];

fn policy() -> Facts {
    facts(&[(PER_MS[0], false), (PER_MS[1], false), (PER_MS[2], true)])
}

/// Every request that counts, with its moment, in a list that only grows.
#[derive(Default)]
struct Model {
    latest: u64,
    counted: Vec<(u64, [u64; 3])>,
    /// Places in the list of what is under way, in the order of the requests.
    under_way: Vec<usize>,
}

impl Model {
    /// What the limit has in the present slice and the eight before.
    fn spent(&self, limit: usize, now: u64) -> impl Iterator<Item = u64> {
        let slice = PER_MS[limit].div_ceil(8);
        let present = now / slice;
        self.counted
            .iter()
            .filter(move |(at, _)| (present.saturating_sub(8)..=present).contains(&(at / slice)))
            .map(move |(_, own)| own[limit])
    }

    fn first_spent(&self, now: u64, own: [u64; 3], most: (u64, u64, u64, u64)) -> Option<usize> {
        let over = |limit: usize, most: u64| self.spent(limit, now).sum::<u64>() + own[limit] > most;
        if over(0, most.0) {
            return Some(0);
        }
        if over(1, most.1) {
            return Some(1);
        }
        let (mut orders, mut cancels) = (0, 0);
        for both in self.spent(2, now).chain([own[2]]) {
            orders += both & 0xFFFF_FFFF;
            cancels += both >> 32;
        }
        // `most.2` tenths of a cancel for each order.
        (own[2] >> 32 > 0 && cancels > most.3 && 10 * cancels > most.2 * orders).then_some(2)
    }

    fn request(&mut self, now: u64, own: [u64; 3], most: (u64, u64, u64, u64)) -> Result<bool, usize> {
        let now = self.latest.max(now);
        if let Some(limit) = self.first_spent(now, own, most) {
            return Err(limit);
        }
        let counts = own != [0; 3];
        if counts {
            self.latest = now;
            self.under_way.push(self.counted.len());
            self.counted.push((now, own));
            if self.under_way.len() > UNDER_WAY {
                self.under_way.remove(0);
            }
        }
        Ok(counts)
    }
}

fn power_cut(state: &State) -> State {
    let mut bytes = [0; State::SAVED];
    let sequence = state.save(&mut bytes);
    State::restore_for(&bytes, policy(), sequence).unwrap()
}

proptest! {
    #[test]
    fn limits_count_as_a_list_does(
        steps in steps(),
        most in (1..6_u64, 1..2_000_u64, 0..30_u64, 0..4_u64),
        power_cuts in any::<bool>(),
    ) {
        let limits = [
            Most::Units(most.0),
            Most::Units(most.1),
            Most::PerOrder { digits: most.2, tens: 10, free: u32::try_from(most.3).unwrap() },
        ];
        let (mut state, mut model) = (State::of(policy()), Model::default());
        let mut tickets: Vec<Ticket> = Vec::new();
        let mut lost: Vec<Ticket> = Vec::new();
        let mut now = 1_499_827_319_559_u64;
        for step in steps {
            match step {
                Step::Request { moved_ms, own } => {
                    now = now.checked_add_signed(moved_ms).unwrap();
                    let got = reserve(&state, now, &own, &limits);
                    match (got, model.request(now, own, most)) {
                        (Ok(ticket), Ok(counts)) => if counts { tickets.push(ticket) },
                        (Err(got), Err(wanted)) => prop_assert_eq!(got, wanted),
                        (got, wanted) => prop_assert!(false, "{:?} instead of {:?}", got, wanted),
                    }
                    if tickets.len() > UNDER_WAY {
                        lost.push(tickets.remove(0));
                    }
                }
                Step::Settle { which, signed } if !tickets.is_empty() => {
                    let which = which % tickets.len();
                    state.settle(tickets.remove(which), signed);
                    let place = model.under_way.remove(which);
                    if !signed {
                        model.counted[place].1 = [0; 3];
                    }
                }
                Step::Settle { signed, .. } => {
                    // What counts as signed already gives nothing back.
                    if let Some(ticket) = lost.pop() {
                        state.settle(ticket, signed);
                    }
                }
                Step::PowerCut if power_cuts => {
                    state = power_cut(&state);
                    model.under_way.clear();
                    lost.append(&mut tickets);
                }
                // Saved, with the same state going on.
                Step::PowerCut => drop(power_cut(&state)),
            }
        }
    }

    /// What a smaller limit lets pass, a larger one does as well, after the same history.
    #[test]
    fn a_larger_limit_denies_nothing_more(
        history in proptest::collection::vec((0..3_000_u64, 0..3_u64, 0..3_u32, 0..3_u32), 0..40),
        own in (0..4_u64, 0..4_u32, 0..4_u32),
        most in (0..20_u64, 0..20_u64, 0..5_u32),
        more in (0..5_u64, 0..5_u64, 0..3_u32),
    ) {
        let state = State::of(facts(&[(5_000, false), (5_000, true)]));
        let mut now = 1_499_827_319_559_u64;
        for (later, requests, orders, cancels) in history {
            now += later;
            let mut counts = [0; MAX_LIMITS];
            counts[..2].copy_from_slice(&[requests, pair(orders, cancels)]);
            state.settle(state.reserve(now, &counts), true);
        }
        let limits = |units, digits, free| [Most::Units(units), Most::PerOrder { digits, tens: 10, free }];
        let mut counts = [0; MAX_LIMITS];
        counts[..2].copy_from_slice(&[own.0, pair(own.1, own.2)]);
        let before = state.has_room(now, &counts, limits(most.0, most.1, most.2));
        let after = state.has_room(now, &counts, limits(most.0 + more.0, most.1 + more.1, most.2 + more.2));
        prop_assert!(before.is_err() || after.is_ok());
    }
}
