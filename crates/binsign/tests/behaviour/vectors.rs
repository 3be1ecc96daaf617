//! Every published HMAC example of the REST interfaces, through the core's own API.

use std::collections::BTreeMap;

use binsign::catalogue::{Lookup, lookup};
use binsign::{Code, Gate, Method, Refusal, Request, Signer};
use percent_encoding::percent_decode_str;
use serde_json::Value;

use crate::model::Pair;

/// The examples that binsign does not reproduce, and why that is right.
const SPECIAL: &[(&str, Special)] = &[
    // The routes were taken out of the documentation: what is not documented is denied.
    ("java-hmac-crypto-loan-getCryptoLoansIncomeHistoryTest", Special::Denied),
    ("java-hmac-crypto-loan-getLoanBorrowHistoryTest", Special::Denied),
    // Signed with a stray blank before the time; the exchange would not take it either.
    ("um-rest-hmac-mixed-as-documented", Special::BadTimestamp),
    ("cm-rest-hmac-mixed-as-documented", Special::BadTimestamp),
    // A blank as `+`, as forms have it; binsign writes `%20`.
    (
        "java-hmac-prediction-marketSearchTest",
        Special::OtherEncoding("query=BTC%20price&topK=20&timestamp=1736393892000"),
    ),
    // `*` as it is, as forms have it; binsign writes `%2A`.
    (
        "java-hmac-fiat-getOrderDetailTest",
        Special::OtherEncoding("orderNo=036752%2A678&recvWindow=5000&timestamp=1736393892000"),
    ),
];

#[derive(Clone, Copy, Debug)]
enum Special {
    Denied,
    BadTimestamp,
    /// Signed over another text, which is this one.
    OtherEncoding(&'static str),
}

struct Vector {
    id: String,
    path: String,
    api_key: String,
    secret: String,
    payload: String,
    signature: String,
}

fn vectors() -> Vec<Vector> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/vectors/vectors.json");
    let file: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let text = |vector: &Value, field: &str| vector[field].as_str().map(str::to_owned);
    let hmac_rest = |vector: &&Value| vector["transport"] == "rest" && vector["key_type"] == "hmac";
    let vectors = file["vectors"].as_array().unwrap().iter().filter(hmac_rest).map(|vector| {
        // `POST /api/v3/order`, only the path, or nothing: then the family decides.
        let endpoint = text(vector, "endpoint").unwrap_or_default();
        let path = endpoint.split(' ').next_back().filter(|path| !path.is_empty()).map(str::to_owned);
        let any = || match vector["family"].as_str().unwrap() {
            "spot" => "/api/v3/order".to_owned(),
            "futures-cm" => "/dapi/v1/order".to_owned(),
            "options" => "/eapi/v1/order".to_owned(),
            other => panic!("no route for {other}"),
        };
        Vector {
            id: text(vector, "id").unwrap(),
            path: path.unwrap_or_else(any),
            api_key: text(vector, "api_key").unwrap_or_else(|| "none".to_owned()),
            secret: text(vector, "secret").unwrap(),
            payload: text(vector, "payload").unwrap_or_default(),
            signature: text(vector, "expected_signature").unwrap(),
        }
    });
    vectors.collect()
}

/// Query and body touch in a payload: the body begins behind the connector tests' fixed time, or as documented.
fn split(payload: &str) -> (&str, &str) {
    for end in ["timestamp=1736393892000", "timeInForce=GTC"] {
        if let Some(at) = payload.find(end).map(|at| at + end.len())
            && payload[at..].starts_with(|next: char| next != '&')
        {
            return payload.split_at(at);
        }
    }
    (payload, "")
}

/// Names and values as they were meant; `+` stands for a blank only in the one form-style example.
fn decode(form: &str) -> Vec<Pair> {
    let text = |part: &str| percent_decode_str(&part.replace('+', "%20")).decode_utf8().unwrap().into_owned();
    let pairs = form.split('&').filter(|pair| !pair.is_empty());
    pairs.map(|pair| pair.split_once('=').map(|(name, value)| (text(name), text(value))).unwrap()).collect()
}

/// The signature does not cover the method, and most examples name none: any that is signed and takes the body.
fn method(path: &str, with_body: bool) -> Method {
    let fits = |method: &Method| {
        let signed = matches!(lookup(*method, path), Lookup::Found(route) if route.needs_signature());
        signed && !(with_body && *method == Method::Get)
    };
    Method::ALL.into_iter().find(fits).unwrap_or(Method::Post)
}

/// Payload and signature.
fn sign(vector: &Vector) -> Result<(String, String), Refusal> {
    let (query, body) = split(&vector.payload);
    let signer = Signer::hmac(&vector.api_key, vector.secret.as_bytes())?;
    let mut buffer = [0; 2048];
    let mut request = Request::rest(&mut buffer, method(&vector.path, !body.is_empty()), &vector.path)?;
    for (name, value) in decode(query) {
        request.param(&name, &value)?;
    }
    if !body.is_empty() {
        request.body()?;
        for (name, value) in decode(body) {
            request.param(&name, &value)?;
        }
    }
    let signed = Gate::documented_routes().authorize(request)?.sign(&signer)?;
    Ok((signed.payload().unwrap().to_owned(), signed.signature().unwrap().to_owned()))
}

#[test]
fn every_published_example_is_reproduced_or_differs_for_a_known_reason() {
    let mut special: BTreeMap<_, _> = SPECIAL.iter().copied().collect();
    let (mut reproduced, mut mixed, mut empty) = (0, 0, 0);
    for vector in vectors() {
        let outcome = sign(&vector);
        let id = vector.id.as_str();
        match special.remove(id) {
            None => {
                let (payload, signature) = outcome.unwrap_or_else(|refusal| panic!("{id}: {refusal}"));
                assert_eq!(payload, vector.payload, "{id}");
                assert_eq!(signature, vector.signature, "{id}");
                reproduced += 1;
                mixed += usize::from(!split(&vector.payload).1.is_empty());
                empty += usize::from(vector.payload.is_empty());
            }
            Some(Special::Denied) => assert_eq!(outcome.unwrap_err().code(), Code::RouteUnknown, "{id}"),
            Some(Special::BadTimestamp) => assert_eq!(outcome.unwrap_err().code(), Code::TimestampOutOfRange, "{id}"),
            Some(Special::OtherEncoding(text)) => {
                let (payload, signature) = outcome.unwrap_or_else(|refusal| panic!("{id}: {refusal}"));
                assert_eq!(payload, text, "{id}");
                assert_ne!(signature, vector.signature, "{id}");
                // The published value is right for the published text, so only the encoding differs.
                assert_eq!(crate::model::hmac(&vector.secret, &vector.payload), vector.signature, "{id}");
            }
        }
    }
    assert!(special.is_empty(), "not in the file: {special:?}");
    // 229 examples but for the six above; the one with the empty payload is COIN-M's.
    assert_eq!((reproduced, empty), (223, 1));
    assert!(mixed > 50, "only {mixed} with query and body");
}
