//! The official client's way to sign: a `BTreeMap` of JSON values, its `SignatureGenerator`, and the URL that its
//! `send_request` builds with the signature at the end. Nothing is sent.

use std::collections::BTreeMap;
use std::hint::black_box;
use std::io;

use binance_sdk::common::utils::{SignatureGenerator, build_query_string};
use binance_sdk::config::PrivateKey;
use binsign_bench::{Contestant, ORDER, PEM, PUBLISHED_TIMES, RECV_WINDOW, SECRET, TIME, serve, timed};
use serde_json::{Value, json};
use url::Url;

fn main() -> io::Result<()> {
    serve(&mut [contestant("hmac", hmac, PUBLISHED_TIMES[0]), contestant("ed25519", ed25519, PUBLISHED_TIMES[1])])
}

fn hmac() -> SignatureGenerator {
    SignatureGenerator::new(Some(SECRET.to_owned()), None, None)
}

fn ed25519() -> SignatureGenerator {
    SignatureGenerator::new(None, Some(PrivateKey::Raw(PEM.as_bytes().to_vec())), None)
}

fn contestant(name: &'static str, generator: fn() -> SignatureGenerator, published: u64) -> Contestant {
    let (first, second, third) = (generator(), generator(), generator());
    Contestant {
        name,
        published: Box::new(move || {
            let parameters = BTreeMap::from([("timestamp".to_owned(), json!(published))]);
            (build_query_string(&parameters).expect("a query"), first.get_signature(&parameters, None).expect("signed"))
        }),
        order: Box::new(move || {
            let parameters = order();
            let signature = second.get_signature(&parameters, None).expect("signed");
            (build_query_string(&parameters).expect("a query"), signature)
        }),
        repeat: timed(move || {
            let parameters = order();
            let signature = third.get_signature(&parameters, None).expect("signed");
            black_box(url(&parameters, &signature));
        }),
    }
}

fn order() -> BTreeMap<String, Value> {
    let mut parameters = BTreeMap::new();
    for (name, value) in black_box(&ORDER) {
        parameters.insert((*name).to_owned(), json!(value));
    }
    parameters.insert("recvWindow".to_owned(), json!(black_box(RECV_WINDOW)));
    parameters.insert("timestamp".to_owned(), json!(black_box(TIME)));
    parameters
}

fn url(parameters: &BTreeMap<String, Value>, signature: &str) -> Url {
    let mut url = Url::parse("https://api.binance.com/api/v3/order").expect("a URL");
    let mut pairs = url.query_pairs_mut();
    for (name, value) in parameters {
        match value {
            Value::String(text) => pairs.append_pair(name, text),
            other => pairs.append_pair(name, &other.to_string()),
        };
    }
    pairs.append_pair("signature", signature);
    drop(pairs);
    url
}
