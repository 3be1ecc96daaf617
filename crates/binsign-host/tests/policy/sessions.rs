//! A gate with a state: what is spent, what comes back, what an answer teaches, and what outlives a restart.

use binsign::policy::Policy;
use binsign::{Answer, Code, Gate, KeyState, KeyType, Refusal, Sent, Signer, State};

use crate::support::{NOW, compile, request, say};

const MINUTE: u64 = 60_000;

const POLICY: &str = r#"
[[allow]]
name = "all"
routes = ["spot:reading", "spot:trade"]

[exchange]
weight_cap = 5000

[[limit]]
name = "two orders"
count = "orders"
max = "2"
per = "1m"

[[limit]]
name = "a hundred"
count = "notional"
max = "100.5"
per = "1h"

[[limit]]
name = "ratio"
count = "cancels-per-order"
max = "1"
from = 1
per = "1m"
"#;

/// Binance's documented example: its key and its secret.
fn signer() -> Signer {
    Signer::hmac(
        "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A",
        b"NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j",
    )
    .unwrap()
}

/// Signs a line at a moment; the timestamp is the moment.
fn sign(policy: &Policy<'_>, state: &State, line: &str, now: u64) -> Result<Sent, Refusal> {
    let mut buffer = [0; 1024];
    let request = request(&mut buffer, &format!("{line} timestamp={now}"));
    let gate = Gate::new(policy).at(now).key_type(KeyType::Hmac).state(state);
    Ok(gate.authorize(request)?.sign(&signer())?.sent())
}

fn verdict(policy: &Policy<'_>, state: &State, line: &str, now: u64) -> String {
    say(&sign(policy, state, line, now).map(|_| ()))
}

fn drop_unsigned(policy: &Policy<'_>, state: &State, line: &str, now: u64) -> Result<(), Refusal> {
    let mut buffer = [0; 1024];
    let request = request(&mut buffer, &format!("{line} timestamp={now}"));
    Gate::new(policy).at(now).key_type(KeyType::Hmac).state(state).authorize(request).map(drop)
}

fn order(id: &str, quantity: &str) -> String {
    format!(
        "POST /api/v3/order symbol=BTCUSDT side=BUY type=LIMIT timeInForce=GTC quantity={quantity} price=10 newClientOrderId={id}"
    )
}

fn restarted(state: &State, policy: &Policy<'_>) -> State {
    let mut bytes = [0; State::SAVED];
    let sequence = state.save(&mut bytes);
    State::restore(&bytes, policy, sequence).unwrap()
}

#[test]
fn what_is_signed_is_spent_and_what_is_dropped_comes_back() {
    let image = compile(POLICY);
    let policy = Policy::new(&image).unwrap();
    let state = State::new(&policy);
    for moment in 0..50 {
        drop_unsigned(&policy, &state, &order("a", "10"), NOW + moment).unwrap();
    }
    assert_eq!(verdict(&policy, &state, &order("a", "1"), NOW + 100), "ok");
    assert_eq!(verdict(&policy, &state, &order("b", "1"), NOW + 101), "ok");
    assert_eq!(verdict(&policy, &state, &order("c", "1"), NOW + 102), "LIMIT_SPENT D 9 two orders");
    assert_eq!(verdict(&policy, &state, "GET /api/v3/account", NOW + 103), "ok", "what counts nothing passes");
    // After the minute and an eighth of it both are back; the hour still counts 20 of 100.5.
    let later = NOW + MINUTE + MINUTE / 8 + 200;
    assert_eq!(verdict(&policy, &state, &order("d", "8.051"), later), "LIMIT_SPENT D 9 a hundred");
    assert_eq!(verdict(&policy, &state, &order("d", "8.05"), later), "ok", "exactly all of it");
}

#[test]
fn a_state_is_not_lent_to_another_policy_of_the_same_version() {
    let (image, other) = (compile(POLICY), compile(&POLICY.replace("a hundred", "some hundred")));
    let (policy, other) = (Policy::new(&image).unwrap(), Policy::new(&other).unwrap());
    assert_eq!((policy.version(), policy.limits().count()), (other.version(), other.limits().count()));
    let state = State::new(&policy);
    assert_eq!(verdict(&other, &state, &order("a", "1"), NOW), "STATE_NEEDED D 9 state");
    assert_eq!(verdict(&policy, &state, &order("a", "1"), NOW + 1), "ok");
    let mut bytes = [0; State::SAVED];
    let sequence = state.save(&mut bytes);
    assert_eq!(State::restore(&bytes, &other, sequence).err().map(|error| error.code()), Some(Code::PolicyRolledBack));
}

#[test]
fn a_signer_that_cannot_sign_gives_back_what_was_reserved() {
    let image = compile(POLICY);
    let policy = Policy::new(&image).unwrap();
    let state = State::new(&policy);
    for moment in 0..5 {
        let mut buffer = [0; 1024];
        let request = request(&mut buffer, &format!("{} timestamp={}", order("a", "1"), NOW + moment));
        let gate = Gate::new(&policy).at(NOW + moment).key_type(KeyType::Ed25519).state(&state);
        let error = gate.authorize(request).unwrap().sign(&signer()).unwrap_err();
        assert_eq!(error.code(), Code::KeyNotAsDeclared);
    }
    assert_eq!(verdict(&policy, &state, &order("a", "1"), NOW + 9), "ok");
}

#[test]
fn cancels_go_by_orders() {
    let image = compile(POLICY);
    let policy = Policy::new(&image).unwrap();
    let state = State::new(&policy);
    let cancel = "DELETE /api/v3/order symbol=BTCUSDT orderId=1";
    assert_eq!(verdict(&policy, &state, cancel, NOW), "ok", "one is free");
    assert_eq!(verdict(&policy, &state, cancel, NOW + 1), "LIMIT_SPENT D 9 ratio");
    assert_eq!(verdict(&policy, &state, &order("a", "1"), NOW + 2), "ok");
    assert_eq!(verdict(&policy, &state, &order("b", "1"), NOW + 3), "ok");
    assert_eq!(verdict(&policy, &state, cancel, NOW + 4), "ok");
    assert_eq!(verdict(&policy, &state, cancel, NOW + 5), "LIMIT_SPENT D 9 ratio");
}

#[test]
fn a_restart_at_any_point_changes_nothing() {
    let image = compile(POLICY);
    let policy = Policy::new(&image).unwrap();
    let session: Vec<(String, u64)> = (0..40_u64)
        .map(|step| {
            let line = match step % 5 {
                0 | 1 => order(&format!("id-{step}"), "2.4"),
                2 => "DELETE /api/v3/order symbol=BTCUSDT orderId=1".to_owned(),
                3 => "GET /api/v3/account".to_owned(),
                _ => order("same", "0.4"),
            };
            // Six seconds a step, but for a clock that is put back and a timestamp that is repeated.
            let now = NOW + 6_000 * step;
            (
                line,
                match step {
                    19 => now - 12_000,
                    24 => now - 6_000,
                    _ => now,
                },
            )
        })
        .collect();
    let run = |restart: &dyn Fn(usize) -> bool| -> Vec<String> {
        let mut state = State::new(&policy);
        let mut verdicts = Vec::new();
        for (step, (line, now)) in session.iter().enumerate() {
            if restart(step) {
                state = restarted(&state, &policy);
            }
            verdicts.push(verdict(&policy, &state, line, *now));
        }
        verdicts
    };
    let without = run(&|_| false);
    for code in [
        "ok",
        "LIMIT_SPENT D 9 two orders",
        "LIMIT_SPENT D 9 ratio",
        "LIMIT_SPENT D 9 a hundred",
        "CLOCK_BACK G 16 time",
        "TIMESTAMP_REPEATED D 8 time.timestamps timestamp",
    ] {
        assert!(without.iter().any(|verdict| verdict == code), "{code} does not come up: {without:#?}");
    }
    for point in 0..session.len() {
        assert_eq!(run(&|step| step == point), without, "restarted before step {point}");
    }
    assert_eq!(run(&|_| true), without);
}

#[test]
fn what_was_under_way_at_a_power_cut_counts_as_signed() {
    let image = compile(POLICY);
    let policy = Policy::new(&image).unwrap();
    let state = State::new(&policy);
    let mut buffer = [0; 1024];
    let under_way = request(&mut buffer, &format!("{} timestamp={NOW}", order("a", "1")));
    let gate = Gate::new(&policy).at(NOW).key_type(KeyType::Hmac).state(&state);
    let authorized = gate.authorize(under_way).unwrap();
    let restored = restarted(&state, &policy);
    drop(authorized);
    assert_eq!(verdict(&policy, &restored, &order("b", "1"), NOW + 1), "ok");
    assert_eq!(verdict(&policy, &restored, &order("c", "1"), NOW + 2), "LIMIT_SPENT D 9 two orders");
    assert_eq!(verdict(&policy, &state, &order("b", "1"), NOW + 1), "ok");
    assert_eq!(verdict(&policy, &state, &order("c", "1"), NOW + 2), "ok", "without the cut it came back");
}

#[test]
fn timestamps_rise_over_a_restart_and_the_clock_may_not_fall() {
    let image = compile(POLICY);
    let policy = Policy::new(&image).unwrap();
    let state = State::new(&policy);
    let line = "GET /api/v3/account";
    assert_eq!(verdict(&policy, &state, line, NOW), "ok");
    let state = restarted(&state, &policy);
    assert_eq!(verdict(&policy, &state, line, NOW), "TIMESTAMP_REPEATED D 8 time.timestamps timestamp");
    assert_eq!(verdict(&policy, &state, line, NOW - 1), "TIMESTAMP_REPEATED D 8 time.timestamps timestamp");
    assert_eq!(verdict(&policy, &state, line, NOW - 5_001), "CLOCK_BACK G 16 time");
    assert_eq!(verdict(&policy, &state, line, state.next_timestamp_ms(NOW)), "ok");
}

#[test]
fn limits_need_a_state_of_the_same_policy() {
    let image = compile(POLICY);
    let policy = Policy::new(&image).unwrap();
    let mut buffer = [0; 1024];
    let order = request(&mut buffer, &format!("{} timestamp={NOW}", order("a", "1")));
    let without = Gate::new(&policy).at(NOW).key_type(KeyType::Hmac).check(&order);
    assert_eq!(say(&without), "STATE_NEEDED D 9 state");
    let other_image = compile("[[allow]]\nname = \"all\"\nroutes = [\"spot:any\"]\n");
    let other = State::new(&Policy::new(&other_image).unwrap());
    let with_other = Gate::new(&policy).at(NOW).key_type(KeyType::Hmac).state(&other).check(&order);
    assert_eq!(say(&with_other), "STATE_NEEDED D 9 state");
}

#[test]
fn a_verdict_alone_changes_nothing() {
    let image = compile(POLICY);
    let policy = Policy::new(&image).unwrap();
    let state = State::new(&policy);
    for _ in 0..10 {
        let mut buffer = [0; 1024];
        let order = request(&mut buffer, &format!("{} timestamp={NOW}", order("a", "1")));
        let gate = Gate::new(&policy).at(NOW).key_type(KeyType::Hmac).state(&state);
        assert_eq!(say(&gate.check(&order)), "ok");
    }
    assert_eq!((state.latest_ms(), state.last_timestamp_us()), (0, None));
}

#[test]
fn what_answers_teach_binds_the_gate() {
    let image = compile(POLICY);
    let policy = Policy::new(&image).unwrap();
    let state = State::new(&policy);
    let account = "GET /api/v3/account";
    let reading = sign(&policy, &state, account, NOW).unwrap();

    state.observe(&reading, &Answer::read(429, [("Retry-After", "2")], b"", NOW), NOW);
    assert_eq!(verdict(&policy, &state, account, NOW + 1_999), "EXCHANGE_WAIT F 13 exchange");
    assert_eq!(verdict(&policy, &state, account, NOW + 2_000), "ok");

    let heavy = [("X-MBX-USED-WEIGHT-1M", "5000")];
    state.observe(&reading, &Answer::read(200, heavy, b"{}", NOW + 2_000), NOW + 2_000);
    assert_eq!(verdict(&policy, &state, account, NOW + 2_001), "WEIGHT_SPENT F 13 weight_cap");
    assert_eq!(verdict(&policy, &state, account, NOW + MINUTE), "ok", "the next minute");

    let now = NOW + 2 * MINUTE;
    let sent = sign(&policy, &state, &order("a", "1"), now).unwrap();
    state.observe(&sent, &Answer::read(503, [], b"", now), now);
    let again = verdict(&policy, &state, &order("a", "1"), now + 1);
    assert_eq!(again, "ORDER_UNKNOWN J 19 order-state newClientOrderId");
    assert_eq!(verdict(&policy, &restarted(&state, &policy), &order("a", "1"), now + 1), again);
    let question = "GET /api/v3/order symbol=BTCUSDT origClientOrderId=a";
    let question = sign(&policy, &state, question, now + 2).unwrap();
    let body = br#"{"code":-2013,"msg":"Order does not exist."}"#;
    state.observe(&question, &Answer::read(400, [], body, now + 2), now + 2);
    assert_eq!(verdict(&policy, &state, &order("a", "1"), now + 3), "ok");

    let body = br#"{"code":-2015,"msg":"Invalid API-key, IP, or permissions for action."}"#;
    let observed = state.observe(&sent, &Answer::read(401, [], body, now + 4), now + 4);
    assert_eq!(observed.key_state, KeyState::Suspended(-2015));
    assert_eq!(verdict(&policy, &state, account, now + 5), "KEY_SUSPENDED D 10 key-state");
    state.clear();
    assert_eq!(verdict(&policy, &state, account, now + 6), "ok");
    state.revoke();
    state.clear();
    assert_eq!(verdict(&policy, &restarted(&state, &policy), account, now + 7), "KEY_REVOKED H 17 key-state");
    state.terminate();
    assert_eq!(verdict(&policy, &state, account, now + 8), "KEY_TERMINATED I 18 key-state");
}
