//! What the verdict costs: the route looked up, and the gate's decision under policies of 1 to 200 rules.
//!
//! Requests are built before the clock runs, a batch at a time: what is timed is `Gate::authorize`, and that an allowed
//! request is dropped again, which wipes it and gives back what was reserved.

use std::hint::black_box;
use std::time::Instant;

use binsign::catalogue::lookup;
use binsign::policy::Policy;
use binsign::{Gate, KeyType, Method, Request, State};
use binsign_bench::{ORDER, RECV_WINDOW, TIME, timed};

/// How many requests are built at a time.
const BATCH: usize = 64;

/// The name, and what is timed.
type Timed = (&'static str, Box<dyn FnMut(u64) -> u128>);

pub fn contestants() -> Vec<Timed> {
    vec![
        ("lookup", look_up()),
        ("authorize-without", without_policy()),
        ("authorize-1", with_policy(1, "trusted", false)),
        ("authorize-20", with_policy(20, "trusted", false)),
        ("authorize-20-limits", with_policy(20, "trusted", true)),
        
        ("authorize-200", with_policy(200, "trusted", false)),
    ]
}

fn look_up() -> Box<dyn FnMut(u64) -> u128> {
    timed(|| {
        black_box(lookup(Method::Post, black_box("/api/v3/order")));
    })
}

/// A policy as a maker on some pairs has it, with so many rules. The one that allows the order is the last but one; the
/// others are for other routes, other symbols, or forbid.
fn policy(rules: usize, caller: &str, limits: bool) -> Vec<u8> {
    let mut text = format!(
        "policy = \"binsign 1\"\nname = \"maker\"\nversion = 1\npurpose = \"measured\"\n\
         permissions = [\"enableReading\", \"enableSpotAndMarginTrading\"]\ncaller = \"{caller}\"\n"
    );
    let other = |number: usize| match number % 4 {
        0 => format!("[[allow]]\nname = \"pair {number}\"\nroutes = [\"spot:trade\"]\nsymbols = [\"COIN{number}BTC\"]\n"),
        1 => format!("[[forbid]]\nname = \"no {number}\"\nroutes = [\"any:withdraw\", \"any:keys\"]\n"),
        2 => format!("[[forbid]]\nname = \"not {number}\"\nroutes = [\"spot:trade\"]\nsymbols = [\"X{number}*\"]\n"),
        _ => format!("[[allow]]\nname = \"futures {number}\"\nroutes = [\"futures:trade\"]\nsides = [\"BUY\"]\n"),
    };
    for number in 2..rules {
        text += &other(number);
    }
    text += "[[allow]]\nname = \"quotes\"\nroutes = [\"spot:trade\", \"margin:trade\"]\nsymbols = [\"BTCUSDT\", \"LTCBTC\"]\n\
             sides = [\"BUY\", \"SELL\"]\ntypes = [\"LIMIT\", \"LIMIT_MAKER\"]\nquantity = { max = \"10\" }\n\
             notional = { max = \"1\" }\n";
    if rules > 1 {
        text += &other(400);
    }
    if limits {
        text += "[[limit]]\nname = \"orders\"\ncount = \"orders\"\nmax = \"4000000000\"\nper = \"1m\"\n\
                 [[limit]]\nname = \"volume\"\ncount = \"notional\"\nmax = \"100000000\"\nper = \"1d\"\n";
    }
    binsign_host::policy::compile(&text).expect("a policy")
}

fn build(buffer: &mut [u8], time: u64) -> Request<'_> {
    let mut request = Request::rest(buffer, Method::Post, "/api/v3/order").expect("a path");
    for (name, value) in ORDER {
        request.param(name, value).expect("a parameter");
    }
    request.recv_window(RECV_WINDOW).expect("a window").timestamp(time).expect("a time");
    request
}

fn without_policy() -> Box<dyn FnMut(u64) -> u128> {
    let mut buffers = vec![[0; 512]; BATCH];
    Box::new(move |count| {
        let gate = Gate::documented_routes();
        in_batches(count, &mut buffers, || TIME, |_, request| drop(black_box(gate.authorize(request).expect("allowed"))))
    })
}

fn with_policy(rules: usize, caller: &str, limits: bool) -> Box<dyn FnMut(u64) -> u128> {
    let image = policy(rules, caller, limits);
    let mut buffers = vec![[0; 512]; BATCH];
    let mut time = TIME;
    Box::new(move |count| {
        let policy = Policy::new(&image).expect("compiled");
        let state = State::new(&policy);
        let next = || {
            time += 1;
            time
        };
        in_batches(count, &mut buffers, next, |now, request| {
            let gate = Gate::new(&policy).at(now).key_type(KeyType::Hmac).state(&state);
            drop(black_box(gate.authorize(request).expect("allowed")));
        })
    })
}

/// Builds so many requests, a batch at a time, and times the verdicts.
fn in_batches(
    count: u64,
    buffers: &mut [[u8; 512]],
    mut time: impl FnMut() -> u64,
    mut authorize: impl FnMut(u64, Request<'_>),
) -> u128 {
    let mut left = usize::try_from(count).unwrap_or(usize::MAX);
    let mut spent = 0;
    while left > 0 {
        let batch = left.min(BATCH);
        let mut requests: Vec<(u64, Request<'_>)> = Vec::with_capacity(batch);
        for buffer in &mut buffers[..batch] {
            let now = time();
            requests.push((now, build(buffer, now)));
        }
        let start = Instant::now();
        for (now, request) in requests {
            authorize(black_box(now), request);
        }
        spent += start.elapsed().as_nanos();
        left -= batch;
    }
    spent
}
