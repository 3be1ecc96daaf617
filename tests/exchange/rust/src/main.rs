//! Signs one request and sends it with reqwest: `MODE BASE METHOD PATH TIMESTAMP [q|b NAME VALUE]…`.
//!
//! Prints status and answer. `as-signed` sends the bytes that were signed; `recoded` lets reqwest encode the parameters
//! itself, which is wrong and must be refused. The key is in `BINSIGN_API_KEY` and `BINSIGN_SECRET`.

use std::env;
use std::error::Error;

use binsign::Signer;
use binsign_host::{Call, Guard, Signable as _, Timestamp};
use reqwest::Method;
use reqwest::blocking::Client;

fn main() -> Result<(), Box<dyn Error>> {
    let words: Vec<String> = env::args().skip(1).collect();
    let [mode, base, method, path, timestamp, pairs @ ..] = words.as_slice() else {
        return Err("MODE BASE METHOD PATH TIMESTAMP [q|b NAME VALUE]…".into());
    };
    let part = |wanted: &str| -> Vec<(&str, &str)> {
        let (triples, _) = pairs.as_chunks::<3>();
        let chosen = triples.iter().filter(|[part, _, _]| part == wanted);
        chosen.map(|[_, name, value]| (name.as_str(), value.as_str())).collect()
    };
    let (query, body) = (part("q"), part("b"));

    let signer = Signer::hmac(&env::var("BINSIGN_API_KEY")?, env::var("BINSIGN_SECRET")?.as_bytes())?;
    let call =
        Call { method, path, query: &query, body: &body, timestamp: Timestamp::Given(timestamp), ..Call::default() };
    let ready = call.sign(&Guard::documented_routes(), &signer)?;

    let client = Client::builder().no_proxy().build()?;
    let method = Method::from_bytes(ready.method.unwrap_or_default().as_bytes())?;
    let mut request = if mode == "recoded" {
        let last = [("timestamp", timestamp.as_str()), ("signature", ready.signature.as_deref().unwrap_or_default())];
        client.request(method, format!("{base}{path}")).query(&query).query(&last)
    } else {
        client.request(method, format!("{base}{}", ready.target))
    };
    for (name, value) in &ready.headers {
        request = request.header(*name, value.as_str());
    }
    if !ready.body.is_empty() {
        request = request.body(ready.body);
    }
    let answer = request.send()?;
    println!("{} {}", answer.status().as_u16(), answer.text()?);
    Ok(())
}
