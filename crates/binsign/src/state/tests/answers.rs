//! What answers teach, row by row of the table in section 10 of `docs/policy.md`.

use super::super::{KeyState, Sent, State, order_hash};
use super::facts;
use crate::catalogue::Family;
use crate::{Answer, Meaning};

const NOW: u64 = 1_499_827_319_559;

fn state() -> State {
    State::of(facts(&[]))
}

fn error(status: u16, code: i32) -> Answer {
    Answer::read(status, [], format!(r#"{{"code":{code},"msg":"text"}}"#).as_bytes(), NOW)
}

fn hash(symbol: &str, id: &str) -> u64 {
    order_hash(symbol.bytes(), id.bytes())
}

fn order(id: &str) -> Sent {
    let mut sent = Sent::new(Family::Spot, true, false);
    sent.add_order(hash("BTCUSDT", id));
    sent
}

fn question(id: &str) -> Sent {
    Sent::new(Family::Spot, false, false).asks_for(hash("BTCUSDT", id))
}

fn fine() -> Answer {
    Answer::read(200, [], b"{}", NOW)
}

#[test]
fn waits_are_kept_and_only_grow() {
    let state = state();
    let observed = state.observe(&order("a"), &Answer::read(429, [("Retry-After", "30")], b"", NOW), NOW);
    assert_eq!(observed.wait_until_ms, Some(NOW + 30_000));
    assert_eq!(observed.meaning, Some(Meaning::Wait { until_ms: NOW + 30_000 }));
    state.observe(&order("a"), &Answer::read(418, [("Retry-After", "10")], b"", NOW), NOW);
    assert_eq!(state.wait_until_ms(), Some(NOW + 30_000), "a shorter one does not end it");
    state.observe(&order("a"), &Answer::read(418, [], b"", NOW), NOW);
    assert_eq!(state.wait_until_ms(), Some(NOW + 120_000), "two minutes where none is named");
    state.observe(&order("a"), &fine(), NOW);
    assert_eq!(state.wait_until_ms(), Some(NOW + 120_000), "a good answer does not end it");
    assert_eq!(state.observed(Some(NOW + 120_000)).wait_until_ms, None, "it is over");
    assert_eq!(state.observed(None).wait_until_ms, Some(NOW + 120_000), "without a clock it is not");
    assert!(!state.has_unknown_orders(), "a request that was turned away has placed nothing");
}

#[test]
fn signatures_that_are_not_valid_suspend_the_key_after_as_many_as_the_policy_says() {
    let state = state();
    state.observe(&order("a"), &error(400, -1022), NOW);
    state.observe(&order("a"), &error(400, -1022), NOW);
    state.observe(&order("a"), &fine(), NOW);
    state.observe(&order("a"), &error(400, -1022), NOW);
    state.observe(&order("a"), &error(400, -1013), NOW);
    state.observe(&order("a"), &error(400, -1022), NOW);
    assert_eq!(state.key_state(), KeyState::Active, "the good answer began the count anew");
    assert_eq!(state.observe(&order("a"), &error(400, -1022), NOW).key_state, KeyState::Suspended(-1022));
    state.observe(&order("a"), &fine(), NOW);
    assert_eq!(state.key_state(), KeyState::Suspended(-1022), "no answer clears it");
    state.clear();
    assert_eq!(state.key_state(), KeyState::Active);
}

#[test]
fn a_key_that_the_exchange_rejects_is_suspended_with_its_reason() {
    for (status, code) in [(401, -2015), (400, -2014), (400, -2008), (401, -2017)] {
        let state = state();
        assert_eq!(state.observe(&order("a"), &error(status, code), NOW).key_state, KeyState::Suspended(code));
        assert!(!state.has_unknown_orders());
    }
    let state = state();
    let logon = br#"{"id":null,"status":401,"error":{"code":-2014,"msg":"API-key format invalid."}}"#;
    state.observe(&order("a"), &Answer::read(0, [], logon, NOW), NOW);
    assert_eq!(state.key_state(), KeyState::Suspended(-2014));
    state.clear();
    state.observe(&order("a"), &Answer::read(401, [], b"", NOW), NOW);
    assert_eq!(state.key_state(), KeyState::Suspended(0), "the status alone");
}

#[test]
fn an_order_is_unknown_until_its_status_is_known() {
    let open = [Answer::read(503, [], b"", NOW), Answer::read(0, [], b"", NOW), error(400, -1006), error(200, -1007)];
    for answer in open {
        let state = state();
        state.observe(&order("a"), &answer, NOW);
        assert!(state.is_order_unknown(hash("BTCUSDT", "a")));
        for (symbol, id) in [("BTCUSDT", "b"), ("ETHUSDT", "a"), ("BTCUSD", "Ta")] {
            assert!(!state.is_order_unknown(hash(symbol, id)), "{symbol} {id}");
        }
        for useless in [Answer::read(503, [], b"", NOW), error(400, -1121), error(429, -1003)] {
            state.observe(&question("a"), &useless, NOW);
        }
        state.observe(&question("b"), &fine(), NOW);
        state.observe(&order("a"), &fine(), NOW);
        assert!(state.is_order_unknown(hash("BTCUSDT", "a")), "nothing of this tells");
        state.observe(&question("a"), &error(400, -2013), NOW);
        assert!(!state.has_unknown_orders(), "there is no such order");
    }
    let state = state();
    state.observe(&order("a"), &Answer::read(503, [], b"", NOW), NOW);
    state.observe(&question("a"), &fine(), NOW);
    assert!(!state.has_unknown_orders());
}

#[test]
fn what_changes_nothing_leaves_nothing_unknown() {
    let state = state();
    state.observe(&question("a"), &Answer::read(503, [], b"", NOW), NOW);
    assert!(!state.has_unknown_orders());
}

#[test]
fn a_cancel_replace_that_was_half_done_leaves_its_order_unknown() {
    for (is_cancel_replace, unknown) in [(true, true), (false, false)] {
        let state = state();
        let mut sent = Sent::new(Family::Spot, true, is_cancel_replace);
        sent.add_order(hash("BTCUSDT", "a"));
        state.observe(&sent, &error(409, -2021), NOW);
        assert_eq!(state.has_unknown_orders(), unknown);
    }
}

#[test]
fn with_more_unknown_orders_than_have_a_place_every_order_is_until_one_is_settled() {
    let state = state();
    for id in ["1", "2", "3", "4", "5", "6", "7", "8"] {
        state.observe(&order(id), &Answer::read(504, [], b"", NOW), NOW);
        state.observe(&order(id), &Answer::read(504, [], b"", NOW), NOW);
    }
    assert!(!state.is_order_unknown(hash("BTCUSDT", "9")));
    state.observe(&order("9"), &Answer::read(504, [], b"", NOW), NOW);
    assert!(state.is_order_unknown(hash("BTCUSDT", "9")) && state.is_order_unknown(hash("ETHUSDT", "x")));
    state.observe(&question("4"), &fine(), NOW);
    assert!(!state.is_order_unknown(hash("ETHUSDT", "x")) && state.is_order_unknown(hash("BTCUSDT", "3")));
}

/// A list of orders in one request that has more of them than have a place.
#[test]
fn of_a_long_list_none_is_forgotten() {
    let state = state();
    let mut sent = Sent::new(Family::Options, true, false);
    for id in 0..10_u8 {
        sent.add_order(order_hash(b"BTC-X".iter().copied(), [id].into_iter()));
        sent.add_order(order_hash(b"BTC-X".iter().copied(), [id].into_iter()));
    }
    let carried = Sent::from_bytes(&sent.to_bytes()).unwrap();
    state.observe(&carried, &Answer::read(500, [], b"", NOW), NOW);
    for id in 0..10_u8 {
        assert!(state.is_order_unknown(order_hash(b"BTC-X".iter().copied(), [id].into_iter())));
    }
}

#[test]
fn used_weight_is_that_of_the_family_and_the_minute() {
    let state = state();
    let observed = state.observe(&order("a"), &Answer::read(200, [("X-MBX-USED-WEIGHT-1M", "5999")], b"{}", NOW), NOW);
    assert_eq!((observed.used_weight, observed.meaning), (Some(5999), Some(Meaning::Fine)));
    state.observe(&order("a"), &fine(), NOW);
    assert_eq!(state.used_weight(Family::Spot, NOW), Some(5999), "an answer without it changes nothing");
    assert_eq!(state.used_weight(Family::FuturesUm, NOW), None);
    assert_eq!(state.used_weight(Family::Spot, NOW / 60_000 * 60_000 + 60_000), None, "the next minute");
}

#[test]
fn the_offset_is_taken_from_the_shortest_round_trip() {
    let state = state();
    state.observe_time(NOW, NOW + 10_001, NOW + 50_000);
    state.observe_time(NOW + 1, NOW, NOW + 50_000);
    assert_eq!(state.offset_ms(), 0, "too long, or before it was sent");
    state.observe_time(NOW, NOW + 400, NOW + 1_200);
    assert_eq!(state.offset_ms(), 1_000);
    state.observe_time(NOW, NOW + 401, NOW);
    assert_eq!(state.offset_ms(), 1_000, "a longer one is not taken");
    state.observe_time(NOW, NOW + 100, NOW);
    assert_eq!(state.offset_ms(), -50);
    state.observe_time(NOW + 600_000, NOW + 600_100, NOW + 600_051);
    assert_eq!(state.offset_ms(), 1, "one that is as long is");
    state.observe_time(NOW + 1_200_001, NOW + 1_200_201, NOW + 1_200_201);
    assert_eq!(state.offset_ms(), 100, "after more than ten minutes any is");
    assert_eq!(state.next_timestamp_ms(NOW), NOW + 100);
}

#[test]
fn timestamps_of_the_host_rise() {
    let state = state();
    assert_eq!(state.next_timestamp_ms(NOW), NOW);
    state.stamp(NOW * 1000 + 999);
    assert_eq!(state.next_timestamp_ms(NOW), NOW + 1, "later than the last, in whole ms");
    assert_eq!(state.next_timestamp_ms(NOW - 70_000), NOW + 1);
    assert_eq!(state.next_timestamp_ms(NOW + 9), NOW + 9);
    state.stamp(NOW);
    assert_eq!(state.last_timestamp_us(), Some(NOW * 1000 + 999), "an earlier one is not the last");
}

#[test]
fn the_latest_moment_never_falls() {
    let state = state();
    state.observe(&order("a"), &fine(), NOW);
    state.observe(&order("a"), &fine(), NOW - 1);
    state.observe_time(NOW - 9, NOW - 8, NOW);
    assert_eq!(state.latest_ms(), NOW);
}

/// Rows: from; columns: what suspend, clear, expire, revoke and terminate lead to.
#[test]
fn from_revoked_and_terminated_there_is_no_way_back() {
    use KeyState::{Active, Expired, Revoked, Suspended, Terminated};
    let table = [
        (Active, [Suspended(-1), Active, Expired, Revoked, Terminated]),
        (Suspended(-2), [Suspended(-1), Active, Expired, Revoked, Terminated]),
        (Expired, [Expired, Active, Expired, Revoked, Terminated]),
        (Revoked, [Revoked, Revoked, Revoked, Revoked, Terminated]),
        (Terminated, [Terminated; 5]),
    ];
    let does: [fn(&State); 5] =
        [|state| state.suspend(-1), State::clear, State::expire, State::revoke, State::terminate];
    for (from, to) in table {
        for (act, to) in does.iter().zip(to) {
            let state = state();
            match from {
                Active => {}
                Suspended(reason) => state.suspend(reason),
                Expired => state.expire(),
                Revoked => state.revoke(),
                Terminated => state.terminate(),
            }
            assert_eq!(state.key_state(), from);
            act(&state);
            assert_eq!(state.key_state(), to, "from {from:?}");
        }
    }
}

#[test]
fn bytes_that_no_request_has_are_refused() {
    let bytes = order("a").to_bytes();
    assert_eq!(Sent::from_bytes(&bytes), Some(order("a")));
    assert_eq!(Sent::from_bytes(&question("a").to_bytes()), Some(question("a")));
    assert_eq!(Sent::from_bytes(&bytes[1..]), None);
    assert_eq!(Sent::from_bytes(&[bytes.as_slice(), &[0]].concat()), None);
    for (at, byte) in [(0, 6), (1, 16)] {
        let mut other = bytes;
        other[at] = byte;
        assert_eq!(Sent::from_bytes(&other), None);
    }
}
