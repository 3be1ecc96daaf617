//! Saved states out of arbitrary bytes: refused, or taken up and written again as they were.
//!
//! An input is a row of fields, divided by the byte FF FF FF FF: the bytes of a state, then what happens to it. The bytes
//! are tried as they are, and again as a whole state of the policy here, with its checksum.

use binsign::policy::Policy;
use binsign::{Answer, Code, KeyState, Sent, State};

const DIVIDER: [u8; 4] = [0xFF; 4];
/// Where section 12 of `docs/policy.md` has them.
const SEQUENCE: usize = 8;
const ID: usize = 16;
const TOO_MANY: usize = 106;
const BODY: usize = State::SAVED - 8;

/// Restores, uses and saves.
///
/// # Panics
/// Where a state is taken that no state is, changes by being saved, or grants what it had taken.
pub fn run(input: &[u8]) {
    let image = image();
    let policy = Policy::new(&image).expect("the policy is as section 11 has it");
    let at = input.windows(4).position(|four| four == DIVIDER).unwrap_or(input.len());
    let (bytes, happens) = (&input[..at], input.get(at + 4..).unwrap_or_default());
    if let Ok(state) = State::restore(bytes, &policy, 0) {
        assert!(bytes.len() == State::SAVED && bytes[BODY..] == checksum(&bytes[..BODY]));
        written_again(&state, bytes, &policy);
    }

    let mut whole = [0; State::SAVED];
    State::new(&policy).save(&mut whole);
    for (place, byte) in whole[..BODY].iter_mut().zip(bytes) {
        *place = *byte;
    }
    whole[..4].copy_from_slice(b"BSS1");
    whole[ID..ID + 32].copy_from_slice(&policy.id());
    let sum = checksum(&whole[..BODY]);
    whole[BODY..].copy_from_slice(&sum);
    let version = u32::from_le_bytes([whole[4], whole[5], whole[6], whole[7]]);
    match State::restore(&whole, &policy, 0) {
        Ok(state) => {
            assert!(version <= policy.version());
            assert!(whole[104] <= 4 && whole[TOO_MANY] <= 1);
            written_again(&state, &whole, &policy);
            happen(&state, happens);
        }
        Err(error) if error.code() == Code::PolicyRolledBack => assert!(version > policy.version()),
        Err(error) => {
            assert_eq!(error.code(), Code::StateMalformed);
            let reason = u32::from_le_bytes([whole[108], whole[109], whole[110], whole[111]]);
            let impossible = whole[104] > 4 || (whole[104] != 1 && reason != 0);
            assert!(impossible || whole[TOO_MANY] > 1 || whole[TOO_MANY + 1] != 0);
        }
    }
}

/// Saved, it has the same bytes but for the policy's version, the sequence number and the checksum.
fn written_again(state: &State, bytes: &[u8], policy: &Policy<'_>) {
    if bytes[ID..ID + 32] != policy.id() {
        return;
    }
    let mut again = [0; State::SAVED];
    let sequence = state.save(&mut again);
    let before = u64::from_le_bytes(bytes[SEQUENCE..SEQUENCE + 8].try_into().expect("eight bytes"));
    assert_eq!(sequence, before.saturating_add(1));
    assert_eq!(bytes[ID..BODY], again[ID..BODY]);
    assert!(State::restore(&again, policy, sequence).is_ok());
    assert!(sequence == u64::MAX || State::restore(&again, policy, sequence + 1).is_err());
}

/// Answers, times and decisions of the owner, each with the moment it happens at.
fn happen(state: &State, mut rest: &[u8]) {
    while let Some((step, behind)) = rest.split_first_chunk::<9>() {
        let [what, moment @ ..] = *step;
        let (now, latest, key) = (u64::from_le_bytes(moment), state.latest_ms(), state.key_state());
        rest = behind;
        match what % 8 {
            0..=3 => {
                let (sent, behind) = rest.split_at_checked(Sent::BYTES).unwrap_or((rest, &[]));
                rest = behind;
                if let Some(sent) = Sent::from_bytes(sent) {
                    let code = i32::from(i8::from_le_bytes([what])) * 10 - 1000;
                    let body = format!(r#"{{"code":{code}}}"#);
                    let status = [0, 200, 400, 429, 503][usize::from(what) % 5];
                    let observed = state.observe(&sent, &Answer::read(status, [], body.as_bytes(), now), now);
                    assert_eq!(observed.key_state, state.key_state());
                }
            }
            4 => state.observe_time(now, now.saturating_add(what.into()), latest),
            5 => state.suspend(what.into()),
            6 => state.clear(),
            _ => state.revoke(),
        }
        assert!(state.latest_ms() >= latest);
        assert!(state.next_timestamp_ms(now) >= state.last_timestamp_us().unwrap_or(0) / 1000);
        if matches!(key, KeyState::Revoked | KeyState::Terminated) {
            assert_eq!(state.key_state() == KeyState::Terminated, key == KeyState::Terminated);
            assert!(matches!(state.key_state(), KeyState::Revoked | KeyState::Terminated));
        }
    }
}

fn checksum(body: &[u8]) -> [u8; 8] {
    let digest = hmac_sha256::Hash::hash(body);
    [digest[0], digest[1], digest[2], digest[3], digest[4], digest[5], digest[6], digest[7]]
}

/// A policy with two limits and no rule, by section 11 of `docs/policy.md`.
fn image() -> Vec<u8> {
    let text = |text: &str| [&[u8::try_from(text.len()).expect("short")], text.as_bytes()].concat();
    let mut image = [b"BSP1".as_slice(), &[0, 0], &[0, 0], &7_u32.to_le_bytes(), &[1, 0], &[0, 2], &[0; 24]].concat();
    image.extend([5000_u32.to_le_bytes(), 60_000_u32.to_le_bytes()].concat());
    image.extend([[0; 8].as_slice(), &[0; 4], &[3, 0], &[0, 0]].concat());
    for one in ["fuzz", "fuzzing", "", "", "", ""] {
        image.extend(text(one));
    }
    for (name, count, per_ms) in [("orders", 1, 60_000_u64), ("ratio", 6, 1_000)] {
        let limit = [
            text(name),
            text("D 9"),
            vec![count, 0, 0, 0],
            5_u64.to_le_bytes().to_vec(),
            vec![0],
            per_ms.to_le_bytes().to_vec(),
            vec![0; 5],
        ];
        let limit = limit.concat();
        image.extend(u16::try_from(limit.len()).expect("short").to_le_bytes());
        image.extend(limit);
    }
    let length = u16::try_from(image.len()).expect("short").to_le_bytes();
    image[4..6].copy_from_slice(&length);
    image
}
