//! What every contestant in Rust needs: the order, the keys, and the protocol of `tests/bench/README.md`.

use std::io::{self, BufRead, Write};
use std::time::Instant;

/// Binance's documented example: its API key, its secret, its order.
pub const API_KEY: &str = "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A";
/// The secret of the documented example.
pub const SECRET: &str = "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j";
/// A key that the tests of the official client for Java publish.
pub const PEM: &str = "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEILpXm6EtDzSzPJWHTbP904h5R3bzb0QsLjTf1tAt2OlB\n-----END PRIVATE KEY-----\n";
/// The order without its two numbers.
pub const ORDER: [(&str, &str); 6] = [
    ("symbol", "LTCBTC"),
    ("side", "BUY"),
    ("type", "LIMIT"),
    ("timeInForce", "GTC"),
    ("quantity", "1"),
    ("price", "0.1"),
];
/// The order's time in ms.
pub const TIME: u64 = 1_499_827_319_559;
/// The order's window in ms.
pub const RECV_WINDOW: u32 = 5000;
/// The time of the published signatures over nothing but a time: HMAC and Ed25519.
pub const PUBLISHED_TIMES: [u64; 2] = [1_578_963_600_000, 1_736_393_892_000];

/// What can be asked of a contestant.
pub struct Contestant {
    /// How the driver names it.
    pub name: &'static str,
    /// Signs the published request: payload and signature.
    pub published: Box<dyn Fn() -> (String, String)>,
    /// Signs the order: payload and signature.
    pub order: Box<dyn Fn() -> (String, String)>,
    /// Does so many times what is timed, and tells the nanoseconds of it.
    pub repeat: Box<dyn FnMut(u64) -> u128>,
}

/// Times all of what is done so many times.
pub fn timed(mut step: impl FnMut() + 'static) -> Box<dyn FnMut(u64) -> u128> {
    Box::new(move |count| {
        let start = Instant::now();
        for _ in 0..count {
            step();
        }
        start.elapsed().as_nanos()
    })
}

/// Answers the driver until it hangs up.
///
/// # Errors
/// Those of standard input and output.
pub fn serve(contestants: &mut [Contestant]) -> io::Result<()> {
    let mut out = io::stdout();
    for line in io::stdin().lock().lines() {
        let line = line?;
        let words: Vec<&str> = line.split(' ').collect();
        let found = words.get(1).and_then(|name| contestants.iter_mut().find(|contestant| contestant.name == *name));
        let answer = match (words.as_slice(), found) {
            (["published", _], Some(contestant)) => pair((contestant.published)()),
            (["order", _], Some(contestant)) => pair((contestant.order)()),
            (["time", _, count], Some(contestant)) => {
                let count = count.parse().unwrap_or(1);
                (contestant.repeat)(count).to_string()
            }
            _ => "cannot".to_owned(),
        };
        writeln!(out, "{answer}")?;
        out.flush()?;
    }
    Ok(())
}

fn pair((payload, signature): (String, String)) -> String {
    format!("{payload} {signature}")
}
