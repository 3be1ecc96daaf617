//! Saved and restored: nothing is lost, nothing damaged or older is taken.

use std::collections::HashSet;

use super::super::{Facts, KeyState, Most, Sent, State, order_hash};
use super::{counts, facts, reserve};
use crate::catalogue::Family;
use crate::{Answer, Code};

const NOW: u64 = 1_499_827_319_559;
/// The first 8 bytes of `printf 'BTCUSDT\0\0' | sha256sum`.
const HASH_OF_THE_FIRST_ORDER: [u8; 8] = [0x0e, 0x83, 0x5d, 0x61, 0xb3, 0x12, 0x7d, 0x2a];

fn policy() -> Facts {
    facts(&[(60_000, false), (1_000, true)])
}

fn saved(state: &State) -> ([u8; State::SAVED], u64) {
    let mut bytes = [0; State::SAVED];
    let sequence = state.save(&mut bytes);
    (bytes, sequence)
}

/// A state that has something everywhere.
fn full() -> State {
    let state = State::of(policy());
    state.settle(reserve(&state, NOW, &[3, 1], &[Most::Units(5), Most::Units(9)]).unwrap(), true);
    state.stamp(NOW * 1000);
    state.use_approval(NOW + 5);
    state.observe_time(NOW, NOW + 100, NOW - 1000);
    let mut sent = Sent::new(Family::FuturesUm, true, false);
    for id in 0..9_u8 {
        sent.add_order(order_hash(b"BTCUSDT".iter().copied(), [id].into_iter()));
    }
    state.observe(&sent, &Answer::read(503, [("X-MBX-USED-WEIGHT-1M", "77")], b"", NOW), NOW);
    state.observe(&sent, &Answer::read(429, [("Retry-After", "30")], b"", NOW), NOW);
    state.observe(&sent, &Answer::read(400, [], br#"{"code":-1022,"msg":""}"#, NOW), NOW);
    state.suspend(-2015);
    state
}

#[test]
fn all_comes_back() {
    let (bytes, sequence) = saved(&full());
    let state = State::restore_for(&bytes, policy(), sequence).unwrap();
    assert_eq!(state.key_state(), KeyState::Suspended(-2015));
    assert_eq!((state.latest_ms(), state.offset_ms()), (NOW + 100, -1050));
    assert_eq!((state.last_timestamp_us(), state.last_approval_ms()), (Some(NOW * 1000), NOW + 5));
    assert_eq!(state.wait_until_ms(), Some(NOW + 30_000));
    assert_eq!(state.used_weight(Family::FuturesUm, NOW), Some(77));
    assert_eq!(state.used_weight(Family::Spot, NOW), None);
    // Nine orders are unknown, one more than have a place: all are.
    assert!(state.is_order_unknown(order_hash(b"ETHUSDT".iter().copied(), b"other".iter().copied())));
    assert_eq!(state.has_room(NOW, &counts(&[3, 0]), [Most::Units(5), Most::Units(9)]), Err(0));
    assert_eq!(state.has_room(NOW, &counts(&[2, 0]), [Most::Units(5), Most::Units(9)]), Ok(()));
    state.clear();
    let invalid = Answer::read(400, [], br#"{"code":-1022,"msg":""}"#, NOW);
    let sent = Sent::new(Family::Spot, false, false);
    for _ in 0..2 {
        state.observe(&sent, &invalid, NOW);
        assert_eq!(state.key_state(), KeyState::Active, "clearing has begun the count of faults anew");
    }
    // Saved again it is the same but for the number; what is derived from it is compared as bytes.
    let again = saved(&State::restore_for(&bytes, policy(), sequence).unwrap());
    assert_eq!((&again.0[..8], &again.0[16..State::SAVED - 8]), (&bytes[..8], &bytes[16..State::SAVED - 8]));
    assert_eq!(again.1, sequence + 1);
}

/// The places of section 12 of `docs/policy.md`.
#[test]
fn the_bytes_stand_where_the_specification_has_them() {
    let (bytes, sequence) = saved(&full());
    let u64_at = |at: usize| u64::from_le_bytes(bytes[at..at + 8].try_into().unwrap());
    let u32_at = |at: usize| u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap());
    assert_eq!((bytes.len(), &bytes[..4], u32_at(4)), (816, b"BSS1".as_slice(), 3));
    assert_eq!((u64_at(8), &bytes[16..48]), (sequence, [7; 32].as_slice()));
    assert_eq!([u64_at(48), u64_at(56), u64_at(64), u64_at(72)], [NOW + 100, NOW * 1000 + 1, NOW + 5, NOW + 30_000]);
    assert_eq!((u64_at(80).cast_signed(), u64_at(88), u32_at(96)), (-1050, NOW + 100, 100));
    assert_eq!((u32_at(100), bytes[104], bytes[105], bytes[106], bytes[107]), (1, 1, 1, 1, 0));
    assert_eq!(u32_at(108).cast_signed(), -2015);
    let minute = u32::try_from(NOW / 60_000).unwrap();
    assert_eq!([u32_at(112), u32_at(116), u32_at(128), u32_at(132)], [0, 0, minute, 77], "futures-um is family 2");
    assert_eq!(bytes[160..168], HASH_OF_THE_FIRST_ORDER);
    assert_eq!(u64_at(224), NOW);
    let slice = usize::try_from(NOW / 7_500 % 9).unwrap();
    assert_eq!((u64_at(232 + 8 * slice), (232..304).step_by(8).map(u64_at).sum::<u64>()), (3, 3));
    let slice = usize::try_from(NOW / 125 % 9).unwrap();
    assert_eq!((u32_at(304 + 8 * slice), u32_at(308 + 8 * slice)), (1, 0));
    assert!(bytes[376..808].iter().all(|byte| *byte == 0), "there are two limits");
    let digest = hmac_sha256::Hash::hash(&bytes[..808]);
    assert_eq!(bytes[808..], digest[..8]);
}

#[test]
fn what_is_damaged_or_cut_off_is_refused() {
    let (bytes, _) = saved(&full());
    let refused = |bytes: &[u8]| State::restore_for(bytes, policy(), 0).err().map(|error| error.code());
    for length in 0..bytes.len() {
        assert_eq!(refused(&bytes[..length]), Some(Code::StateMalformed), "{length} bytes");
    }
    assert_eq!(refused(&[bytes.as_slice(), &[0]].concat()), Some(Code::StateMalformed));
    for at in 0..bytes.len() {
        for bit in 0..8 {
            let mut damaged = bytes;
            damaged[at] ^= 1 << bit;
            assert_eq!(refused(&damaged), Some(Code::StateMalformed), "bit {bit} of byte {at}");
        }
    }
    assert_eq!(refused(&bytes), None);
}

/// What has a good checksum is still refused where it says what no state says.
#[test]
fn what_no_state_says_is_refused() {
    let (bytes, _) = saved(&State::of(policy()));
    let refused = |at: usize, byte: u8| {
        let mut other = bytes;
        other[at] = byte;
        let digest = hmac_sha256::Hash::hash(&other[..808]);
        other[808..].copy_from_slice(&digest[..8]);
        State::restore_for(&other, policy(), 0).err().map(|error| error.code())
    };
    for (at, byte) in [(3, b'2'), (104, 5), (106, 2), (107, 1), (108, 1)] {
        assert_eq!(refused(at, byte), Some(Code::StateMalformed), "byte {at} is {byte}");
    }
    assert_eq!(refused(104, 4), None, "terminated");
}

#[test]
fn sequence_numbers_rise_and_the_older_copy_is_refused() {
    let state = State::of(policy());
    let copies: Vec<_> = (0..4).map(|_| saved(&state)).collect();
    assert_eq!(copies.iter().map(|copy| copy.1).collect::<HashSet<_>>().len(), 4);
    for pair in copies.windows(2) {
        assert!(pair[0].1 < pair[1].1);
        let older = State::restore_for(&pair[0].0, policy(), pair[1].1).err().map(|error| error.code());
        assert_eq!(older, Some(Code::StateRolledBack));
        assert!(State::restore_for(&pair[1].0, policy(), pair[1].1).is_ok());
    }
    let (bytes, sequence) = &copies[3];
    assert!(saved(&State::restore_for(bytes, policy(), 0).unwrap()).1 > *sequence);
}

#[test]
fn another_policy_begins_with_empty_windows_and_an_older_one_not_at_all() {
    let (bytes, sequence) = saved(&full());
    let restored = |id, version| {
        let mut facts = Facts::new([id; 32], version, 3);
        facts.add(60_000, false);
        State::restore_for(&bytes, facts, sequence)
    };
    assert_eq!(restored(8, 2).err().map(|error| error.code()), Some(Code::PolicyRolledBack));
    assert_eq!(restored(7, 2).err().map(|error| error.code()), Some(Code::PolicyRolledBack));
    // There and back again all would be granted anew.
    assert_eq!(restored(8, 3).err().map(|error| error.code()), Some(Code::PolicyRolledBack));
    let state = restored(8, 4).unwrap();
    assert_eq!(state.has_room(NOW, &counts(&[5]), [Most::Units(5)]), Ok(()));
    assert_eq!((state.key_state(), state.latest_ms()), (KeyState::Suspended(-2015), NOW + 100));
    assert_eq!(state.last_timestamp_us(), Some(NOW * 1000));
    // The new one has been seen from now on.
    let (bytes, _) = saved(&state);
    let old = State::restore_for(&bytes, policy(), 0);
    assert_eq!(old.err().map(|error| error.code()), Some(Code::PolicyRolledBack));
}

#[test]
fn a_ticket_from_before_the_power_cut_gives_nothing_back() {
    let state = State::of(policy());
    let most = [Most::Units(2), Most::Units(9)];
    let ticket = reserve(&state, NOW, &[1, 0], &most).unwrap();
    let (bytes, sequence) = saved(&state);
    let restored = State::restore_for(&bytes, policy(), sequence).unwrap();
    let other = reserve(&restored, NOW, &[1, 0], &most).unwrap();
    restored.settle(ticket, false);
    assert_eq!(reserve(&restored, NOW, &[1, 0], &most), Err(0));
    restored.settle(other, false);
    assert!(reserve(&restored, NOW, &[1, 0], &most).is_ok());
}
