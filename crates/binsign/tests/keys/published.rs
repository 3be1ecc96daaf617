//! Every published Ed25519 and RSA example of the REST interfaces whose key is not encrypted.

use binsign::{Code, Gate, Method, Request, Signer};
use serde_json::Value;

#[test]
fn every_published_example_is_reproduced() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/vectors/vectors.json");
    let file: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let ours = |vector: &&Value| {
        ["ed25519", "rsa"].iter().any(|kind| vector["key_type"] == *kind) && vector["transport"] == "rest"
    };
    let (mut reproduced, mut encrypted) = (0, 0);
    for vector in file["vectors"].as_array().unwrap().iter().filter(ours) {
        let id = vector["id"].as_str().unwrap();
        // One library's test has an API key that the exchange could not have given; one has none.
        let api_key = vector["api_key"].as_str().unwrap_or("none").replace('_', "");
        let signer = Signer::pem(&api_key, vector["private_key_pem"].as_str().unwrap().as_bytes());
        if vector["private_key_passphrase"].is_string() {
            assert_eq!(signer.unwrap_err().code(), Code::KeyEncrypted, "{id}");
            encrypted += 1;
            continue;
        }
        let signer = signer.unwrap();
        // An example without a route is an order's.
        let endpoint = vector["endpoint"].as_str().unwrap_or("POST /api/v3/order");
        let (method, path) = endpoint.split_once(' ').unwrap();
        let method = Method::ALL.into_iter().find(|known| known.as_str() == method).unwrap();
        let payload = vector["payload"].as_str().unwrap();

        let mut buffer = [0; 2048];
        let mut request = Request::rest(&mut buffer, method, path).unwrap();
        for pair in payload.split('&') {
            let (name, value) = pair.split_once('=').unwrap();
            request.param(name, value).unwrap();
        }
        let signed = Gate::documented_routes().authorize(request).unwrap().sign(&signer).unwrap();
        assert_eq!(signed.payload(), Some(payload), "{id}");
        assert_eq!(signed.signature(), vector["expected_signature"].as_str(), "{id}");
        if let Some(on_the_wire) = vector["signature_on_the_wire"].as_str() {
            assert_eq!(signed.query(), format!("{payload}&signature={on_the_wire}"), "{id}");
        }
        reproduced += 1;
    }
    assert_eq!((reproduced, encrypted), (6, 4));
}
