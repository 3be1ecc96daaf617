//! Answers the driver, or with `count NAME N` signs N times and ends, for callgrind.

mod core;
mod floor;
mod policy;

use std::hint::black_box;
use std::io;
use std::time::Instant;

use binsign::{Method, Signer};
use binsign_bench::{API_KEY, Contestant, ORDER, PEM, PUBLISHED_TIMES, SECRET, TIME, serve, timed};
use floor::Floor;

fn main() -> io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        [] => serve(&mut contestants()),
        ["count", name, count] => {
            let count = count.parse().map_err(io::Error::other)?;
            let mut all = contestants();
            let found = all.iter_mut().find(|contestant| contestant.name == *name);
            (found.ok_or_else(|| io::Error::other("no such contestant"))?.repeat)(count);
            Ok(())
        }
        _ => Err(io::Error::other("nothing, or count NAME N")),
    }
}

fn hmac() -> Signer {
    Signer::hmac(API_KEY, SECRET.as_bytes()).expect("the documented key")
}

fn ed25519() -> Signer {
    Signer::pem(API_KEY, PEM.as_bytes()).expect("the published key")
}

fn contestants() -> Vec<Contestant> {
    let mut all =
        vec![floor(), ours("hmac", hmac, PUBLISHED_TIMES[0]), ours("ed25519", ed25519, PUBLISHED_TIMES[1]), verdict()];
    // Their keys are made for a run beside others.
    all.extend(["rsa-2048", "rsa-4096"].into_iter().filter_map(rsa));
    all.extend(policy::contestants().into_iter().map(|(name, repeat)| Contestant {
        name,
        repeat,
        ..ours("hmac", hmac, PUBLISHED_TIMES[0])
    }));
    all.extend([("parameters-5", 5), ("parameters-50", 50), ("parameters-500", 500)].map(many));
    all
}

/// An RSA key that was made for the run; where there is one.
fn rsa(name: &'static str) -> Option<Contestant> {
    let folder = std::env::var_os("BINSIGN_BENCH_KEYS")?;
    let pem = std::fs::read(std::path::Path::new(&folder).join(format!("{name}.pem"))).ok()?;
    let signer = || Signer::pem(API_KEY, &pem).expect("a key of OpenSSL");
    Some(ours_with([signer(), signer(), signer()], name, PUBLISHED_TIMES[0]))
}

/// The order's eight parameters as text.
fn texts(order: &str) -> Vec<(&str, &str)> {
    let mut parameters = ORDER.to_vec();
    parameters.extend([("recvWindow", "5000"), ("timestamp", order)]);
    parameters
}

fn floor() -> Contestant {
    let split = |target: &[u8]| {
        let text = String::from_utf8_lossy(target).into_owned();
        let (_, query) = text.split_once('?').expect("a query");
        let (payload, signature) = query.split_once("&signature=").expect("a signature");
        (payload.to_owned(), signature.to_owned())
    };
    let published = PUBLISHED_TIMES[0].to_string();
    let time = TIME.to_string();
    let mut floor = Floor::new(SECRET.as_bytes());
    let order_time = time.clone();
    Contestant {
        name: "floor",
        published: Box::new(move || {
            split(Floor::new(SECRET.as_bytes()).sign("/api/v3/account", &[("timestamp", &published)]))
        }),
        order: Box::new(move || split(Floor::new(SECRET.as_bytes()).sign("/api/v3/order", &texts(&order_time)))),
        repeat: Box::new(move |count| {
            let parameters = texts(&time);
            let start = Instant::now();
            for _ in 0..count {
                black_box(floor.sign(black_box("/api/v3/order"), black_box(&parameters)));
            }
            start.elapsed().as_nanos()
        }),
    }
}

fn ours(name: &'static str, signer: fn() -> Signer, published: u64) -> Contestant {
    ours_with([signer(), signer(), signer()], name, published)
}

fn ours_with([first, second, third]: [Signer; 3], name: &'static str, published: u64) -> Contestant {
    let mut buffer = [0; 2048];
    Contestant {
        name,
        published: Box::new(move || core::sign(&first, Method::Get, "/api/v3/account", &[], false, published)),
        order: Box::new(move || core::sign(&second, Method::Post, "/api/v3/order", &ORDER, true, TIME)),
        repeat: timed(move || {
            black_box(core::order(&mut buffer, black_box(&third)));
        }),
    }
}

/// The order up to the verdict: counted, not compared.
fn verdict() -> Contestant {
    let mut buffer = [0; 512];
    Contestant {
        repeat: timed(move || {
            black_box(core::verdict(&mut buffer));
        }),
        name: "verdict",
        ..ours("hmac", hmac, PUBLISHED_TIMES[0])
    }
}

/// A request with so many parameters.
fn many((name, count): (&'static str, usize)) -> Contestant {
    let names: Vec<String> = (1..count).map(|number| format!("parameter{number}")).collect();
    let signer = hmac();
    let mut buffer = vec![0; 32_768];
    Contestant {
        name,
        repeat: timed(move || {
            black_box(core::many(&mut buffer, &signer, black_box(&names)));
        }),
        ..ours("hmac", hmac, PUBLISHED_TIMES[0])
    }
}
