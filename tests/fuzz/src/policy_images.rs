//! Compiled policies out of arbitrary bytes: refused, or read whole and put to requests without a panic.
//!
//! The bytes are a policy; and, three by three (place, low and high, and value), changes of one that the compiler made.

use binsign::policy::Policy;
use binsign::{Gate, KeyType, Method, Request, State};

/// The ready-made policies.
const READY: [&str; 5] = [
    include_str!("../../../docs/policies/futures-grid.toml"),
    include_str!("../../../docs/policies/hardware-signer.toml"),
    include_str!("../../../docs/policies/read-only-monitor.toml"),
    include_str!("../../../docs/policies/spot-maker.toml"),
    include_str!("../../../docs/policies/treasury-withdrawals.toml"),
];

/// Requests of several shapes.
const REQUESTS: [(Method, &str, &[(&str, &str)]); 4] = [
    (Method::Get, "/api/v3/account", &[]),
    (
        Method::Post,
        "/api/v3/order",
        &[("symbol", "BTCUSDT"), ("side", "BUY"), ("type", "LIMIT"), ("quantity", "1"), ("price", "9.5")],
    ),
    (Method::Post, "/fapi/v1/batchOrders", &[("batchOrders", r#"[{"symbol":"BTCUSDT","price":"1"},{"quantity":2}]"#)]),
    (Method::Post, "/sapi/v1/capital/withdraw/apply", &[("coin", "BTC"), ("address", "a b"), ("amount", "0.5")]),
];

const NOW: u64 = 1_781_697_600_000;

/// Takes the bytes as they are, and as changes of what was compiled.
///
/// # Panics
/// Where a policy that is taken is not what its bytes say it is.
pub fn run(input: &[u8]) {
    put(input);
    let (first, changes) = input.split_first().unwrap_or((&0, &[]));
    let mut image = binsign_host::policy::compile(READY[usize::from(*first) % READY.len()]).expect("a policy");
    put(&image);
    for [low, high, value] in changes.as_chunks::<3>().0 {
        let place = usize::from(u16::from_le_bytes([*low, *high])) % image.len();
        image[place] ^= value;
    }
    put(&image);
}

fn put(image: &[u8]) {
    let Ok(policy) = Policy::new(image) else { return };
    assert_eq!(policy.image(), image);
    assert!(policy.rules().all(|rule| rule.selectors().count() > 0 && !rule.name().is_empty()));
    assert!(policy.rules().all(|rule| rule.conditions().all(|condition| !condition.name().is_empty())));
    assert!(policy.limits().all(|limit| limit.per_ms() >= 1000));
    let state = State::new(&policy);
    for (method, path, pairs) in REQUESTS {
        let mut buffer = [0; 512];
        let mut request = Request::rest(&mut buffer, method, path).expect("a path");
        for (name, value) in pairs {
            request.param(name, value).expect("a parameter");
        }
        request.timestamp(NOW).expect("a time");
        let gate = Gate::new(&policy).at(NOW).key_type(KeyType::Ed25519).app(policy.app()).state(&state);
        let mut steps = 0;
        let explained = gate.explain(&request, &mut |_| steps += 1);
        assert_eq!(gate.check(&request), explained);
        assert!(steps > 0);
        let alone = gate.check(&request).map_err(|refusal| refusal.code());
        assert_eq!(gate.authorize(request).map(drop).map_err(|refusal| refusal.code()), alone);
    }
}
