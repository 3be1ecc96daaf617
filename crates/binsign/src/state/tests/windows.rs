//! Windows and reservations, by the words of section 7 of `docs/policy.md`.

use super::super::reservation::UNDER_WAY;
use super::super::{Most, State, pair};
use super::{facts, reserve};

const MINUTE: u64 = 60_000;
/// An eighth of it.
const SLICE: u64 = 7_500;
const START: u64 = 1_499_827_319_559 / SLICE * SLICE;

#[test]
fn what_is_spent_comes_back_an_eighth_late_and_never_early() {
    let state = State::of(facts(&[(MINUTE, false)]));
    let most = [Most::Units(3)];
    for _ in 0..3 {
        let ticket = reserve(&state, START, &[1], &most).unwrap();
        state.settle(ticket, true);
    }
    for later in [0, 1, SLICE, MINUTE - 1, MINUTE, MINUTE + SLICE - 1] {
        assert_eq!(reserve(&state, START + later, &[1], &most), Err(0), "{later} ms later");
    }
    assert!(reserve(&state, START + MINUTE + SLICE, &[3], &most).is_ok());
}

#[test]
fn a_clock_that_jumps_back_refills_nothing() {
    let state = State::of(facts(&[(MINUTE, false)]));
    let most = [Most::Units(1)];
    state.settle(reserve(&state, START, &[1], &most).unwrap(), true);
    for earlier in [1, MINUTE, 100 * MINUTE, START] {
        assert_eq!(reserve(&state, START - earlier, &[1], &most), Err(0), "{earlier} ms earlier");
    }
    assert_eq!(reserve(&state, START + 1, &[1], &most), Err(0));
}

#[test]
fn all_limits_take_a_request_or_none() {
    let state = State::of(facts(&[(MINUTE, false), (1000, false)]));
    let most = [Most::Units(10), Most::Units(1)];
    state.settle(reserve(&state, START, &[1, 1], &most).unwrap(), true);
    for _ in 0..20 {
        assert_eq!(reserve(&state, START, &[1, 1], &most), Err(1), "the second is spent");
    }
    assert!(reserve(&state, START, &[9, 0], &most).is_ok(), "what was denied has cost the first nothing");
    assert_eq!(reserve(&state, START, &[1, 1], &most), Err(0), "the first that is spent is said");
}

#[test]
fn what_is_dropped_comes_back_to_where_it_was_taken() {
    let state = State::of(facts(&[(MINUTE, false)]));
    let most = [Most::Units(2)];
    let early = reserve(&state, START, &[2], &most).unwrap();
    state.settle(early, false);
    let early = reserve(&state, START, &[1], &most).unwrap();
    let late = reserve(&state, START + MINUTE, &[1], &most).unwrap();
    state.settle(late, true);
    state.settle(early, false);
    assert!(reserve(&state, START + MINUTE, &[1], &most).is_ok());
    assert_eq!(reserve(&state, START + MINUTE + SLICE, &[1], &most), Err(0), "only the early one came back");
}

#[test]
fn what_left_the_window_gives_nothing_back() {
    let state = State::of(facts(&[(MINUTE, false)]));
    let most = [Most::Units(1)];
    let early = reserve(&state, START, &[1], &most).unwrap();
    // Nine slices on, the new one lies where the early one lay.
    let late = reserve(&state, START + 9 * SLICE, &[1], &most).unwrap();
    state.settle(early, false);
    assert_eq!(reserve(&state, START + 9 * SLICE, &[1], &most), Err(0));
    state.settle(late, false);
    assert!(reserve(&state, START + 9 * SLICE, &[1], &most).is_ok());
}

#[test]
fn of_too_many_under_way_the_oldest_counts_as_signed() {
    let state = State::of(facts(&[(MINUTE, false)]));
    let room = u64::try_from(UNDER_WAY).unwrap() + 1;
    let most = [Most::Units(room)];
    let tickets: Vec<_> = (0..room).map(|_| reserve(&state, START, &[1], &most).unwrap()).collect();
    for ticket in tickets {
        state.settle(ticket, false);
    }
    assert!(reserve(&state, START, &[room], &most).is_err());
    assert!(reserve(&state, START, &[room - 1], &most).is_ok());
}

#[test]
fn cancels_are_free_up_to_a_number_and_then_go_by_orders() {
    let state = State::of(facts(&[(MINUTE, true)]));
    // Five cancels for two orders, the first four are free.
    let most = [Most::PerOrder { digits: 25, tens: 10, free: 4 }];
    for _ in 0..4 {
        assert!(reserve(&state, START, &[pair(0, 1)], &most).is_ok());
    }
    assert_eq!(reserve(&state, START, &[pair(0, 1)], &most), Err(0));
    assert_eq!(reserve(&state, START, &[pair(1, 1)], &most), Err(0), "five cancels, one order");
    assert!(reserve(&state, START, &[pair(1, 0)], &most).is_ok(), "what has no cancel passes");
    assert!(reserve(&state, START, &[pair(1, 1)], &most).is_ok(), "five cancels, two orders");
    assert_eq!(reserve(&state, START, &[pair(0, 1)], &most), Err(0));
}

#[test]
fn counts_stop_at_their_end_and_do_not_start_anew() {
    let state = State::of(facts(&[(MINUTE, false), (MINUTE, true)]));
    let most = [Most::Units(u64::MAX), Most::PerOrder { digits: 1, tens: 1, free: 0 }];
    for _ in 0..3 {
        assert!(reserve(&state, START, &[u64::MAX, pair(u32::MAX, 1)], &most).is_ok());
    }
    let less = [Most::Units(u64::MAX - 1), Most::PerOrder { digits: 1, tens: 1, free: 0 }];
    assert_eq!(reserve(&state, START, &[0, 0], &less), Err(0));
}
