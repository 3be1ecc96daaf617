//! The size that an Ed25519 signature needs is told exactly, although it is known only when it is made.

use binsign::{Code, Gate, MAX_REQUEST, Method, Refusal, Request, Signer};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use crate::openssl::{Key, signatures};
use crate::support::SEED;

/// What the buffer is filled with before: neither zero nor a byte that a request can have.
const MARKER: u8 = 0xA5;

const PATH: &str = "/api/v3/order";

/// A query and a body, as pairs that need no encoding.
type Shape = (&'static str, &'static str);

const SHAPES: [Shape; 4] = [
    ("", ""),
    ("timestamp=1499827319559", ""),
    ("symbol=BTCUSDT", "side=BUY&timestamp=1499827319559"),
    ("", "timestamp=1499827319559"),
];

/// Signs in a buffer of that size; a refusal leaves it clean.
fn sign(shape: Shape, signer: &Signer, capacity: usize) -> Result<(String, String, String), Refusal> {
    let mut buffer = vec![MARKER; capacity];
    let outcome = (|| {
        let mut request = Request::rest(&mut buffer, Method::Post, PATH)?;
        for (part, is_body) in [(shape.0, false), (shape.1, true)] {
            if is_body {
                request.body()?;
            }
            for (name, value) in part.split('&').filter_map(|pair| pair.split_once('=')) {
                request.param(name, value)?;
            }
        }
        let signed = Gate::documented_routes().authorize(request)?.sign(signer)?;
        let signature = signed.signature().unwrap().to_owned();
        Ok((signed.target().to_owned(), signed.body().to_owned(), signature))
    })();
    if outcome.is_err() {
        assert!(buffer.iter().all(|byte| matches!(*byte, 0 | MARKER)), "something is left behind");
    }
    outcome
}

/// The size that a refusal asks for.
fn needed(outcome: Result<(String, String, String), Refusal>) -> usize {
    match outcome {
        Err(Refusal::Invalid(error)) => error.needed().expect("another error than the size"),
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_size_is_exact_for_every_buffer() {
    let key = Key::Ed25519(SEED.to_owned());
    let signer = key.signer();
    let jobs: Vec<_> = SHAPES.iter().map(|(query, body)| (&key, format!("{query}{body}"))).collect();
    for (shape, signature) in SHAPES.into_iter().zip(signatures("sizes", &jobs)) {
        let encoded = utf8_percent_encode(&signature, NON_ALPHANUMERIC).to_string();
        let (mut query, mut body) = (shape.0.to_owned(), shape.1.to_owned());
        let before = PATH.len() + 1 + query.len() + body.len();
        let last = if body.is_empty() { &mut query } else { &mut body };
        let separator = if last.is_empty() { "" } else { "&" };
        *last = format!("{last}{separator}signature={encoded}");
        let whole = PATH.len() + 1 + query.len() + body.len() + signature.len();
        // Before the key is known, room for an HMAC signature is asked for.
        let asked_first = before + separator.len() + "signature=".len() + 64;

        for capacity in 0..before {
            assert_eq!(needed(sign(shape, &signer, capacity)), asked_first, "{capacity} bytes");
        }
        for capacity in before..whole {
            assert_eq!(needed(sign(shape, &signer, capacity)), whole, "{capacity} bytes");
        }
        for capacity in whole..whole + 3 {
            let signed = sign(shape, &signer, capacity).unwrap();
            assert_eq!(
                signed,
                (format!("{PATH}?{query}").trim_end_matches('?').to_owned(), body.clone(), signature.clone())
            );
        }
    }
}

/// Whoever gives what is asked for is through at the third try.
#[test]
fn two_retries_are_enough() {
    let signer = Key::Ed25519(SEED.to_owned()).signer();
    for shape in SHAPES {
        let second = needed(sign(shape, &signer, 0));
        let third = needed(sign(shape, &signer, second));
        assert!(third > second && sign(shape, &signer, third).is_ok());
    }
}

/// Where the request with its longer signature is over the limit, no size is asked for.
#[test]
fn over_the_limit_no_size_helps() {
    let signer = Key::Ed25519(SEED.to_owned()).signer();
    let sign = |value: usize, capacity: usize| {
        let mut buffer = vec![MARKER; capacity];
        let mut request = Request::rest(&mut buffer, Method::Post, PATH).unwrap();
        request.param("v", &"x".repeat(value)).unwrap();
        let outcome = Gate::documented_routes().authorize(request).unwrap().sign(&signer);
        let outcome = outcome.map(|signed| signed.target().len() + 88);
        let outcome = outcome.map_err(|error| (error.code(), error.needed()));
        if outcome.is_err() {
            assert!(buffer.iter().all(|byte| matches!(*byte, 0 | MARKER)), "something is left behind");
        }
        outcome
    };
    let room = MAX_REQUEST - PATH.len() - "?v=".len();
    let (mut signed, mut refused) = (0, 0);
    // The signature takes 11 + 88 + 88 bytes, and two for each of its `+`, `/` and `=`.
    for value in room - 240..room - 180 {
        match sign(value, 2 * MAX_REQUEST) {
            Ok(length) => {
                assert!(length <= MAX_REQUEST);
                signed += 1;
            }
            Err(refusal) => {
                assert_eq!(refusal, (Code::RequestTooLong, None));
                assert_eq!(sign(value, MAX_REQUEST), Err(refusal));
                refused += 1;
            }
        }
    }
    assert!(signed > 10 && refused > 5, "{signed} signed, {refused} refused");
}
