//! `cargo xtask bench`: binsign beside its peers, in one run on one machine; and the instructions of its hot paths.
//!
//! No time is asserted. What each contestant is, how it is asked, and what came out stands in `tests/bench/README.md`.

mod contestant;
mod instructions;
mod table;

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail, ensure};

use contestant::Program;
pub(crate) use instructions::{check as check_instructions, write as write_instructions};

/// A row of a table: its group, what it is called, the program that has it, and its name there.
struct Entry {
    group: &'static str,
    title: &'static str,
    program: &'static str,
    name: &'static str,
}

const fn entry(group: &'static str, title: &'static str, program: &'static str, name: &'static str) -> Entry {
    Entry { group, title, program, name }
}

/// The first entry of a group is what the others are compared with.
const ENTRIES: [Entry; 36] = [
    entry("HMAC", "floor: encoder + `hmac` + hex in Rust, nothing checked", "rust", "floor"),
    entry("HMAC", "**binsign**, Rust", "rust", "hmac"),
    entry("HMAC", "**binsign**, C", "c", "hmac"),
    entry("HMAC", "OpenSSL from C, `EVP_MAC` keyed once", "openssl", "hmac"),
    entry("HMAC", "**binsign**, Python", "python", "hmac"),
    entry("HMAC", "`binance-sdk` (official, Rust)", "binance-sdk", "hmac"),
    entry("HMAC", "`@binance/common` (official, node)", "binance-js", "hmac"),
    entry("HMAC", "`python-binance`", "python-binance", "hmac"),
    entry("HMAC", "`ccxt`, Python", "ccxt", "hmac"),
    entry("HMAC", "`binance-common` (official, Python)", "binance-common", "hmac"),
    entry("Ed25519", "OpenSSL from C, `EVP_DigestSign`", "openssl", "ed25519"),
    entry("Ed25519", "**binsign**, Rust, with tables", "rust", "ed25519"),
    entry("Ed25519", "**binsign**, Rust, on AWS-LC", "rust-aws-lc", "ed25519"),
    entry("Ed25519", "**binsign**, C", "c", "ed25519"),
    entry("Ed25519", "**binsign**, Python", "python", "ed25519"),
    entry("Ed25519", "`binance-sdk` (official, Rust)", "binance-sdk", "ed25519"),
    entry("Ed25519", "`@binance/common` (official, node)", "binance-js", "ed25519"),
    entry("Ed25519", "`ccxt`, Python", "ccxt", "ed25519"),
    entry("Ed25519", "`python-binance`", "python-binance", "ed25519"),
    entry("Ed25519", "`binance-common` (official, Python)", "binance-common", "ed25519"),
    entry("RSA-2048", "OpenSSL from C, `EVP_DigestSign`", "openssl", "rsa-2048"),
    entry("RSA-2048", "**binsign**, Rust", "rust", "rsa-2048"),
    entry("RSA-2048", "**binsign**, Rust, on AWS-LC", "rust-aws-lc", "rsa-2048"),
    entry("RSA-4096", "OpenSSL from C, `EVP_DigestSign`", "openssl", "rsa-4096"),
    entry("RSA-4096", "**binsign**, Rust", "rust", "rsa-4096"),
    entry("RSA-4096", "**binsign**, Rust, on AWS-LC", "rust-aws-lc", "rsa-4096"),
    entry("Policy", "floor: the order signed, nothing checked", "rust", "floor"),
    entry("Policy", "the route looked up", "rust", "lookup"),
    entry("Policy", "authorize, every documented route", "rust", "authorize-without"),
    entry("Policy", "authorize, 1 rule", "rust", "authorize-1"),
    entry("Policy", "authorize, 20 rules", "rust", "authorize-20"),
    entry("Policy", "authorize, 20 rules and 2 limits", "rust", "authorize-20-limits"),
    entry("Policy", "authorize, 200 rules", "rust", "authorize-200"),
    entry("Parameters", "5", "rust", "parameters-5"),
    entry("Parameters", "50", "rust", "parameters-50"),
    entry("Parameters", "500", "rust", "parameters-500"),
];

/// What a row is to come to: at most so many times the time of another row of its group, or so many nanoseconds.
struct Bar {
    group: &'static str,
    title: &'static str,
    /// What the other row's title begins with; empty where nanoseconds are meant.
    against: &'static str,
    at_most: f64,
    /// Whether times are compared per parameter.
    per_parameter: bool,
    text: &'static str,
}

impl Bar {
    /// How many times as many parameters the row has as the one it is compared with.
    fn parameters(&self, title: &str) -> f64 {
        let number = |title: &str| title.parse().unwrap_or(f64::NAN);
        number(title) / number(self.against)
    }
}

const fn bar(group: &'static str, title: &'static str, against: &'static str, at_most: f64, text: &'static str) -> Bar {
    Bar { group, title, against, at_most, per_parameter: false, text }
}

/// The bars; "so many times as fast" is the inverse in time.
const BARS: [Bar; 13] = [
    bar("HMAC", "**binsign**, Rust", "floor", 1.5, "1.5 times the floor"),
    bar("HMAC", "**binsign**, Rust", "`binance-sdk`", 1.0 / 3.0, "3 times as fast as `binance-sdk`"),
    bar("HMAC", "**binsign**, C", "floor", 1.7, "1.7 times the floor"),
    bar("HMAC", "**binsign**, Python", "`binance-common`", 1.0 / 15.0, "15 times as fast as `binance-common`"),
    bar("HMAC", "**binsign**, Python", "`python-binance`", 1.0 / 4.0, "4 times as fast as `python-binance`"),
    bar("HMAC", "**binsign**, Python", "", 2500.0, "2.5 µs"),
    bar("Ed25519", "**binsign**, Rust, on AWS-LC", "OpenSSL", 1.0 / 3.5, "3.5 times as fast as EVP"),
    bar("RSA-2048", "**binsign**, Rust, on AWS-LC", "OpenSSL", 1.0 / 0.95, "0.95 times as fast as EVP"),
    bar("RSA-4096", "**binsign**, Rust, on AWS-LC", "OpenSSL", 1.0 / 2.0, "twice as fast as EVP"),
    bar("Policy", "the route looked up", "floor", 0.25, "0.25 times the floor"),
    bar("Policy", "authorize, 20 rules", "floor", 1.1, "1.1 times the floor"),
    Bar { per_parameter: true, ..bar("Parameters", "50", "5", 1.1, "at most 1.1 times the time of 5, per parameter") },
    Bar { per_parameter: true, ..bar("Parameters", "500", "5", 1.1, "at most 1.1 times the time of 5, per parameter") },
];

/// The groups: each is a table.
const GROUPS: [&str; 6] = ["HMAC", "Ed25519", "RSA-2048", "RSA-4096", "Policy", "Parameters"];

/// Signatures that Binance or its clients publish, over a time and nothing else.
const PUBLISHED: [(&str, &str, &str); 2] = [
    ("hmac", "timestamp=1578963600000", "d84e6641b1e328e7b418fff030caed655c266299c9355e36ce801ed14631eed4"),
    (
        "ed25519",
        "timestamp=1736393892000",
        "1KohSdsEYUHEO2qTbkkjbmFdufaUTF9dKat6oUwE2RHT+zThFX4i1MMeNC5nqH0Eya07jbRN9/Lq1HaTgjD2Aw==",
    ),
];
/// The documented order, and its published HMAC signature.
const ORDER: (&str, &str) = (
    "symbol=LTCBTC&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&price=0.1&recvWindow=5000&timestamp=1499827319559",
    "c8db56825ae71d6d79447849e617115f4a920fa2acdcab2b053c4b2838bd6b71",
);

/// How many rounds the medians are over.
const ROUNDS: usize = 61;
/// How long a batch of calls takes, about.
const BATCH_NS: u64 = 4_000_000;
/// How long a contestant runs before it is measured: what compiles while it runs needs some time.
const WARM_NS: u64 = 400_000_000;

/// What was measured of an entry.
struct Measured {
    group: &'static str,
    title: &'static str,
    /// Nanoseconds a call, by round; or why it was left out.
    rounds: std::result::Result<Vec<f64>, String>,
}

/// Builds, proves and times all contestants; prints the tables, and with `write` takes them into the README.
pub(crate) fn run(write: bool) -> Result<()> {
    let mut programs = contestant::prepare()?;
    let proofs: Vec<std::result::Result<(), String>> =
        ENTRIES.iter().map(|entry| prove(entry, &mut programs)).collect::<Result<_>>()?;

    let mut runners: Vec<(usize, u64)> = Vec::new();
    for (index, entry) in ENTRIES.iter().enumerate() {
        if proofs[index].is_ok() {
            runners.push((index, batch(entry, &mut programs)?));
        }
    }
    let mut rounds = vec![Vec::with_capacity(ROUNDS); ENTRIES.len()];
    for round in 0..ROUNDS {
        // Forwards and backwards in turn, so that nobody always runs behind the same neighbour.
        if round > 0 {
            runners.reverse();
        }
        for (index, count) in &runners {
            rounds[*index].push(per_call(&ENTRIES[*index], *count, &mut programs)?);
        }
    }
    let measured: Vec<Measured> = ENTRIES
        .iter()
        .zip(proofs)
        .zip(rounds)
        .map(|((entry, proof), rounds)| Measured {
            group: entry.group,
            title: entry.title,
            rounds: proof.map(|()| rounds),
        })
        .collect();
    let text = table::render(&measured, &contestant::versions(&mut programs));
    print!("{text}");
    if write {
        table::write(&text)?;
    }
    Ok(())
}

/// Has a contestant sign what is published and the order. One that cannot is left out; one that signs wrongly, too.
fn prove(entry: &Entry, programs: &mut BTreeMap<String, Program>) -> Result<std::result::Result<(), String>> {
    let Some(program) = programs.get_mut(entry.program) else { bail!("{} was not prepared", entry.program) };
    if let Some(reason) = &program.left_out {
        return Ok(Err(reason.clone()));
    }
    let method = if matches!(entry.group, "HMAC" | "Parameters" | "Policy") { "hmac" } else { entry.name };
    // RSA keys are made for the run, so OpenSSL alone says what is right.
    if let Some((_, payload, signature)) = PUBLISHED.iter().find(|published| published.0 == method) {
        let published = program.ask(&format!("published {}", entry.name))?;
        if published.starts_with("cannot") {
            return Ok(Err("cannot sign with such a key".to_owned()));
        }
        if published != format!("{payload} {signature}") {
            return Ok(Err("does not make the published signature".to_owned()));
        }
    }

    let answer = program.ask(&format!("order {}", entry.name))?;
    let (payload, signature) = answer.split_once(' ').with_context(|| format!("{}: {answer}", entry.title))?;
    // Some peers sort the parameters, or put some of their own among them.
    let sent: Vec<&str> = payload.split('&').collect();
    if let Some(missing) = ORDER.0.split('&').find(|pair| !sent.contains(pair)) {
        return Ok(Err(format!("leaves {missing} out")));
    }
    if method == "hmac" && payload == ORDER.0 && signature != ORDER.1 {
        return Ok(Err("does not make the published signature of the order".to_owned()));
    }
    let judge = programs.get_mut("openssl").context("openssl was not prepared")?;
    ensure!(judge.left_out.is_none(), "OpenSSL judges the signatures: {}", judge.left_out.as_deref().unwrap_or(""));
    if judge.ask(&format!("sign {method} {payload}"))? != signature {
        return Ok(Err("signs otherwise than OpenSSL".to_owned()));
    }
    Ok(Ok(()))
}

/// How many calls make a batch; the contestant is warm then.
fn batch(entry: &Entry, programs: &mut BTreeMap<String, Program>) -> Result<u64> {
    let (mut count, mut spent) = (1, 0);
    loop {
        let time = time(entry, count, programs)?;
        spent += time;
        if time >= BATCH_NS && spent >= WARM_NS {
            return Ok((count * BATCH_NS / time).max(1));
        }
        if time < BATCH_NS {
            count *= 2;
        }
    }
}

fn per_call(entry: &Entry, count: u64, programs: &mut BTreeMap<String, Program>) -> Result<f64> {
    let time = time(entry, count, programs)?;
    #[expect(clippy::cast_precision_loss, reason = "batches are short")]
    Ok(time as f64 / count as f64)
}

fn time(entry: &Entry, count: u64, programs: &mut BTreeMap<String, Program>) -> Result<u64> {
    let program = programs.get_mut(entry.program).context("prepared above")?;
    let answer = program.ask(&format!("time {} {count}", entry.name))?;
    answer.parse().with_context(|| format!("{}: {answer}", entry.title))
}
