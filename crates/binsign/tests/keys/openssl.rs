//! 10,000 drawn requests of each key type: binsign signs them as OpenSSL does.

use std::fmt::Write as _;

use binsign::{Gate, Method, Request, Signer};

use crate::support::{API_KEY, der_v1, file, hex, output, pem};

/// Keys of each type, and requests of each key.
const KEYS: u64 = 100;
const REQUESTS: u64 = 100;

/// A key that both sides can take.
pub(crate) enum Key {
    Hmac(String),
    /// The seed in hexadecimal.
    Ed25519(String),
}

impl Key {
    pub(crate) fn signer(&self) -> Signer {
        match self {
            Self::Hmac(secret) => Signer::hmac(API_KEY, secret.as_bytes()).unwrap(),
            Self::Ed25519(seed) => Signer::pem(API_KEY, pem("PRIVATE KEY", &der_v1(seed)).as_bytes()).unwrap(),
        }
    }
}

/// What OpenSSL makes of these, in order; `name` is that of a file to write them to.
pub(crate) fn signatures(name: &str, jobs: &[(&Key, String)]) -> Vec<String> {
    let mut lines = String::new();
    for (key, payload) in jobs {
        let (kind, key) = match key {
            Key::Hmac(secret) => ("hmac", hex(secret.as_bytes())),
            Key::Ed25519(seed) => ("ed25519", seed.clone()),
        };
        writeln!(lines, "{kind} {key} {}", hex(payload.as_bytes())).unwrap();
    }
    let path = file(name);
    std::fs::write(&path, lines).unwrap();
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/keys/openssl.py");
    let text = String::from_utf8(output("python3", &[script, &path])).unwrap();
    let signatures: Vec<_> = text.lines().map(str::to_owned).collect();
    assert_eq!(signatures.len(), jobs.len());
    signatures
}

/// Bytes that look drawn and are the same in every run.
struct Drawn {
    seed: u64,
    block: u64,
    rest: Vec<u8>,
}

impl Drawn {
    fn new(seed: u64) -> Self {
        Self { seed, block: 0, rest: Vec::new() }
    }

    fn byte(&mut self) -> u8 {
        if self.rest.is_empty() {
            let input = [self.seed.to_be_bytes(), self.block.to_be_bytes()].concat();
            self.rest = hmac_sha256::Hash::hash(&input).to_vec();
            self.block += 1;
        }
        self.rest.pop().unwrap()
    }

    fn below(&mut self, limit: usize) -> usize {
        (usize::from(self.byte()) << 8 | usize::from(self.byte())) % limit
    }

    /// Text with letters that are encoded and letters that are not.
    fn text(&mut self, longest: usize) -> String {
        const LETTERS: [char; 16] =
            ['a', 'B', '7', '-', '.', '_', '~', ' ', '+', '&', '=', '%', '/', '\u{e9}', '\u{4e00}', '\u{1f680}'];
        let length = self.below(longest + 1);
        (0..length).map(|_| LETTERS[self.below(LETTERS.len())]).collect()
    }

    fn secret(&mut self) -> String {
        let length = 1 + self.below(256);
        (0..length).map(|_| char::from(b'!' + self.byte() % 94)).collect()
    }

    fn seed(&mut self) -> String {
        hex(&[(); 32].map(|()| self.byte()))
    }
}

/// Signs a drawn request, and gives its payload and signature.
fn sign(drawn: &mut Drawn, signer: &Signer) -> (String, String) {
    let mut buffer = vec![0; 32_000];
    let mut request = Request::rest(&mut buffer, Method::Post, "/api/v3/order").unwrap();
    let (count, body_from) = (drawn.below(6), drawn.below(9));
    for number in 0..count {
        if number == body_from {
            request.body().unwrap();
        }
        let longest = if drawn.below(4) == 0 { 400 } else { 20 };
        request.param(&format!("p{number}"), &drawn.text(longest)).unwrap();
    }
    let signed = Gate::documented_routes().authorize(request).unwrap().sign(signer).unwrap();
    (signed.payload().unwrap().to_owned(), signed.signature().unwrap().to_owned())
}

fn compare(name: &str, key: impl Fn(&mut Drawn) -> Key) {
    let keys: Vec<_> = (0..KEYS).map(|number| key(&mut Drawn::new(number))).collect();
    let (mut jobs, mut ours) = (Vec::new(), Vec::new());
    for (number, key) in (0..).zip(&keys) {
        let signer = key.signer();
        for request in 0..REQUESTS {
            let (payload, signature) = sign(&mut Drawn::new(1_000_000 + number * REQUESTS + request), &signer);
            jobs.push((key, payload));
            ours.push(signature);
        }
    }
    assert_eq!(ours.len(), 10_000);
    for ((ours, theirs), (_, payload)) in ours.iter().zip(signatures(name, &jobs)).zip(&jobs) {
        assert_eq!(*ours, theirs, "{payload}");
    }
}

#[test]
fn hmac_signatures_are_those_of_openssl() {
    compare("openssl-hmac", |drawn| Key::Hmac(drawn.secret()));
}

#[test]
fn ed25519_signatures_are_those_of_openssl() {
    compare("openssl-ed25519", |drawn| Key::Ed25519(drawn.seed()));
}
