//! What holds of every policy and every request: drawn ones have to show it.

use std::cell::Cell;
use std::collections::BTreeSet;

use binsign::policy::Policy;
use binsign::{Gate, KeyType, Refusal, Signer, State};
use proptest::collection::{btree_set, vec};
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::{TestCaseResult, TestRunner};

use crate::drawn::{Document, condition, document, line, rule};
use crate::support::{NOW, compile, request, say, verdict};

/// Draws and tests; of all cases at least so many, of a thousand, have to be of use: `test` counts them.
fn holds<S: Strategy>(cases: u32, useful: u32, strategy: &S, test: impl Fn(S::Value, &Cell<u32>) -> TestCaseResult) {
    let config = ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() };
    let count = Cell::new(0);
    TestRunner::new(config).run(strategy, |value| test(value, &count)).unwrap_or_else(|error| panic!("{error}"));
    assert!(count.get() >= useful, "only {} of {cases} cases are of use", count.get());
}

/// Whether a request passes; what is asked is a denial at most, never a request that is wrong by itself.
fn passes(image: &[u8], line: &str) -> bool {
    match verdict(image, line).as_str() {
        "ok" => true,
        denied => {
            assert!(denied.contains(' ') && !denied.starts_with("ROUTE_UNKNOWN"), "{line}: {denied}");
            false
        }
    }
}

/// Some requests, enough that some of them pass.
fn lines() -> impl Strategy<Value = Vec<String>> {
    vec(line(), 24)
}

/// Nothing passes under `after` that did not under `before`; counts where something no longer does.
fn not_more(before: &Document, after: &Document, lines: &[String], lost: &Cell<u32>) -> TestCaseResult {
    let (before, after) = (compile(&before.print()), compile(&after.print()));
    let mut has_lost = false;
    for line in lines {
        let (did, does) = (passes(&before, line), passes(&after, line));
        prop_assert!(did || !does, "{line} passes");
        has_lost |= did && !does;
    }
    lost.set(lost.get() + u32::from(has_lost));
    Ok(())
}

#[test]
fn a_forbid_more_never_allows_more() {
    holds(300, 30, &(document(0), rule(8), any::<Index>(), lines()), |(before, forbid, place, lines), lost| {
        let mut after = before.clone();
        after.rules.insert(place.index(before.rules.len() + 1), forbid);
        not_more(&before, &after, &lines, lost)
    });
}

#[test]
fn narrower_never_allows_more() {
    let change = (0_usize..5, condition(), any::<Index>());
    holds(600, 40, &(document(0), change, lines()), |(before, (which, with, place), lines), lost| {
        let mut after = before.clone();
        if !after.narrow(which, &with, place) {
            return Ok(());
        }
        not_more(&before, &after, &lines, lost)
    });
}

#[test]
fn the_order_of_rules_decides_nothing() {
    let documents = document(0).prop_flat_map(|one| {
        let rules = Just(one.rules.clone()).prop_shuffle();
        (Just(one), rules)
    });
    holds(300, 60, &(documents, lines()), |((one, rules), lines), passed| {
        let (image, other) = (compile(&one.print()), compile(&Document { rules, ..one }.print()));
        let mut some = false;
        for line in &lines {
            prop_assert_eq!(passes(&image, line), passes(&other, line), "{}", line);
            some |= passes(&image, line);
        }
        passed.set(passed.get() + u32::from(some));
        Ok(())
    });
}

#[test]
fn an_untrusted_caller_gets_nothing_that_a_trusted_one_does_not() {
    holds(300, 30, &(document(0), lines()), |(one, lines), lost| {
        let trusted = Document { is_untrusted: false, ..one };
        not_more(&trusted, &Document { is_untrusted: true, ..trusted.clone() }, &lines, lost)
    });
}

/// Binance's documented example: its key and its secret.
fn signer() -> Signer {
    let secret = b"NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j";
    Signer::hmac("vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A", secret).unwrap()
}

/// What becomes of a request at a moment.
#[derive(Clone, Copy, PartialEq)]
enum Then {
    Check,
    Drop,
    Sign,
}

fn ask(policy: &Policy<'_>, state: &State, line: &str, now: u64, then: Then) -> String {
    let mut buffer = [0; 2048];
    let request = request(&mut buffer, &format!("{line} timestamp={now}"));
    let gate = Gate::new(policy).at(now).key_type(KeyType::Hmac).state(state);
    let outcome = match then {
        Then::Check => gate.check(&request),
        Then::Drop => gate.authorize(request).map(drop),
        Then::Sign => gate.authorize(request).and_then(|one| one.sign(&signer()).map(drop).map_err(Refusal::from)),
    };
    say(&outcome)
}

/// What a state holds, without the number of the saving and what is computed of all.
fn held(state: &State) -> Vec<u8> {
    let mut bytes = [0; State::SAVED];
    state.save(&mut bytes);
    [&bytes[..8], &bytes[16..State::SAVED - 8]].concat()
}

/// A policy with limits, and requests at moments that are up to ten seconds apart.
fn session() -> impl Strategy<Value = (Document, Vec<(String, u64)>)> {
    let steps = vec((line(), 1_u64..10_000), 1..40).prop_map(|steps| {
        let mut now = NOW;
        let later = |(line, wait): (String, u64)| {
            now += wait;
            (line, now)
        };
        steps.into_iter().map(later).collect()
    });
    (document(3), steps)
}

#[test]
fn a_check_says_what_authorizing_says_and_changes_nothing() {
    holds(150, 40, &session(), |(document, steps), passed| {
        let image = compile(&document.print());
        let policy = Policy::new(&image).unwrap();
        let state = State::new(&policy);
        for (line, now) in &steps {
            let before = held(&state);
            let said = ask(&policy, &state, line, *now, Then::Check);
            prop_assert_eq!(&before, &held(&state), "{}", line);
            prop_assert_eq!(&said, &ask(&policy, &state, line, *now, Then::Sign), "{}", line);
            prop_assert_eq!(said == "ok", before != held(&state), "what is allowed leaves a mark, what is not none");
            passed.set(passed.get() + u32::from(said == "ok"));
        }
        Ok(())
    });
}

#[test]
fn what_is_dropped_changes_no_later_verdict() {
    let spent = "LIMIT_SPENT";
    holds(150, 20, &(session(), vec(line(), 40)), |((document, steps), dropped), denied| {
        let image = compile(&document.print());
        let policy = Policy::new(&image).unwrap();
        let (one, other) = (State::new(&policy), State::new(&policy));
        for ((line, now), more) in steps.iter().zip(&dropped) {
            // A moment earlier, so that the timestamps rise.
            ask(&policy, &other, more, now - 1, Then::Drop);
            let said = ask(&policy, &one, line, *now + 1, Then::Sign);
            prop_assert_eq!(&said, &ask(&policy, &other, line, *now + 1, Then::Sign), "{}", line);
            denied.set(denied.get() + u32::from(said.starts_with(spent)));
        }
        Ok(())
    });
}

#[test]
fn a_higher_limit_never_denies_what_passed() {
    holds(150, 100, &(session(), vec(0_u32..50, 3)), |((document, steps), more), passed| {
        let mut higher = document.clone();
        for (limit, more) in higher.limits.iter_mut().zip(more) {
            limit.max += more;
        }
        let (image, other_image) = (compile(&document.print()), compile(&higher.print()));
        let (policy, other) = (Policy::new(&image).unwrap(), Policy::new(&other_image).unwrap());
        let (state, other_state) = (State::new(&policy), State::new(&other));
        // Only what passed is asked of the other, so that both have spent the same.
        for (line, now) in &steps {
            if ask(&policy, &state, line, *now, Then::Sign) == "ok" {
                prop_assert_eq!(ask(&other, &other_state, line, *now, Then::Sign), "ok", "{}", line);
                passed.set(passed.get() + u32::from(!document.limits.is_empty()));
            }
        }
        Ok(())
    });
}

#[test]
fn a_restart_at_any_point_changes_nothing() {
    let points = btree_set(0_usize..40, 0..6);
    holds(150, 20, &(session(), points), |((document, steps), points): (_, BTreeSet<usize>), denied| {
        let image = compile(&document.print());
        let policy = Policy::new(&image).unwrap();
        let (one, mut other) = (State::new(&policy), State::new(&policy));
        for (step, (line, now)) in steps.iter().enumerate() {
            if points.contains(&step) {
                let mut bytes = [0; State::SAVED];
                let sequence = other.save(&mut bytes);
                other = State::restore(&bytes, &policy, sequence).unwrap();
            }
            let said = ask(&policy, &one, line, *now, Then::Sign);
            prop_assert_eq!(&said, &ask(&policy, &other, line, *now, Then::Sign), "{}", line);
            denied.set(denied.get() + u32::from(said.starts_with("LIMIT_SPENT")));
        }
        Ok(())
    });
}

#[test]
fn any_bytes_are_a_policy_or_are_refused() {
    holds(3_000, 0, &(any::<bool>(), vec(any::<u8>(), 0..400)), |(with_head, mut bytes), _| {
        let length = u16::try_from(bytes.len()).unwrap().to_le_bytes();
        if let (true, Some(head)) = (with_head, bytes.get_mut(..6)) {
            head.copy_from_slice(&[b'B', b'S', b'P', b'1', length[0], length[1]]);
        }
        if let Ok(policy) = Policy::new(&bytes) {
            prop_assert_eq!(policy.image(), &bytes[..]);
        }
        Ok(())
    });
}

#[test]
fn a_policy_with_one_byte_changed_is_refused_or_evaluated() {
    let change = (any::<Index>(), 1_u8..=255);
    holds(400, 100, &(document(3), vec(change, 40), lines()), |(document, changes, lines), taken| {
        let image = compile(&document.print());
        for ((place, bits), line) in changes.iter().zip(lines.iter().cycle()) {
            let mut image = image.clone();
            *place.get_mut(&mut image) ^= bits;
            if Policy::new(&image).is_ok() {
                // Any verdict is one; what must not happen is a panic.
                prop_assert!(!verdict(&image, line).is_empty());
                taken.set(taken.get() + 1);
            }
        }
        Ok(())
    });
}
