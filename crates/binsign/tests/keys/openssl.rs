//! 10,000 drawn requests of each key type: binsign signs them as OpenSSL does.

use std::fmt::Write as _;

use binsign::{Gate, Method, Request, Signer};

use crate::support::{API_KEY, der_v1, file, hex, output, pem, unhex};

/// Keys of each type, and requests of each key.
const KEYS: u64 = 100;
const REQUESTS: u64 = 100;

/// A key that both sides can take.
pub(crate) enum Key {
    Hmac(String),
    /// The seed in hexadecimal.
    Ed25519(String),
    /// PKCS#8 in hexadecimal.
    Rsa(String),
}

impl Key {
    pub(crate) fn signer(&self) -> Signer {
        match self {
            Self::Hmac(secret) => Signer::hmac(API_KEY, secret.as_bytes()).unwrap(),
            Self::Ed25519(seed) => Signer::pem(API_KEY, pem("PRIVATE KEY", &der_v1(seed)).as_bytes()).unwrap(),
            Self::Rsa(der) => Signer::pem(API_KEY, pem("PRIVATE KEY", &unhex(der)).as_bytes()).unwrap(),
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
            Key::Rsa(der) => ("rsa", der.clone()),
        };
        writeln!(lines, "{kind} {key} {}", hex(payload.as_bytes())).unwrap();
    }
    answers(name, &lines)
}

/// New RSA keys of these sizes, with these exponents; every other has its smaller prime first.
pub(crate) fn rsa_keys(name: &str, kinds: &[(usize, u32)]) -> Vec<Key> {
    let mut lines = String::new();
    for ((bits, exponent), order) in kinds.iter().zip(["as-made", "swapped"].into_iter().cycle()) {
        writeln!(lines, "make {bits} {exponent} {order}").unwrap();
    }
    answers(name, &lines).into_iter().map(Key::Rsa).collect()
}

/// What the script answers to these lines, one line to each.
fn answers(name: &str, lines: &str) -> Vec<String> {
    let path = file(name);
    std::fs::write(&path, lines).unwrap();
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/keys/openssl.py");
    let text = String::from_utf8(output("python3", &[script, &path])).unwrap();
    let answers: Vec<_> = text.lines().map(str::to_owned).collect();
    assert_eq!(answers.len(), lines.lines().count());
    answers
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

/// As many requests of each key; gives how many that were.
fn compare(name: &str, keys: &[Key], requests: u64) -> usize {
    let (mut jobs, mut ours) = (Vec::new(), Vec::new());
    for (number, key) in (0..).zip(keys) {
        let signer = key.signer();
        for request in 0..requests {
            let (payload, signature) = sign(&mut Drawn::new(1_000_000 + number * requests + request), &signer);
            jobs.push((key, payload));
            ours.push(signature);
        }
    }
    for ((ours, theirs), (_, payload)) in ours.iter().zip(signatures(name, &jobs)).zip(&jobs) {
        assert_eq!(*ours, theirs, "{payload}");
    }
    ours.len()
}

/// Keys that are drawn.
fn drawn(key: impl Fn(&mut Drawn) -> Key) -> Vec<Key> {
    (0..KEYS).map(|number| key(&mut Drawn::new(number))).collect()
}

#[test]
fn hmac_signatures_are_those_of_openssl() {
    assert_eq!(compare("openssl-hmac", &drawn(|drawn| Key::Hmac(drawn.secret())), REQUESTS), 10_000);
}

#[test]
fn ed25519_signatures_are_those_of_openssl() {
    assert_eq!(compare("openssl-ed25519", &drawn(|drawn| Key::Ed25519(drawn.seed())), REQUESTS), 10_000);
}

/// How often the requests of each RSA key are drawn: `BINSIGN_RSA_ROUNDS=10` makes 100,000 cases, in some minutes.
fn rounds() -> u64 {
    std::env::var("BINSIGN_RSA_ROUNDS").map_or(1, |rounds| rounds.parse().expect("BINSIGN_RSA_ROUNDS is a number"))
}

fn compare_rsa(name: &str, kinds: &[(usize, u32)], requests: u64) {
    let keys = rsa_keys(&format!("{name}-keys"), kinds);
    assert_eq!(compare(name, &keys, requests * rounds()) as u64, requests * rounds() * kinds.len() as u64);
}

#[test]
fn rsa_2048_signatures_are_those_of_openssl() {
    let exponents = [65_537, 65_537, 65_537, 65_537, 3, 17, 0x1234_5671, u32::MAX];
    compare_rsa("openssl-rsa-2048", &exponents.map(|exponent| (2048, exponent)), 1100);
}

/// Sizes at which a limb, a byte or a kind of scratch begins and ends.
#[test]
fn rsa_signatures_of_every_size_are_those_of_openssl() {
    let sizes = [2050, 2056, 2064, 2110, 2112, 2114, 2176, 2500, 3000, 3070, 3074, 3584, 4030, 4032, 4034, 4094];
    compare_rsa("openssl-rsa-sizes", &sizes.map(|bits| (bits, 65_537)), 50);
}

#[test]
fn rsa_3072_and_4096_signatures_are_those_of_openssl() {
    let sizes = [3072, 3072, 3072, 3072, 4096, 4096, 4096, 4096];
    compare_rsa("openssl-rsa-long", &sizes.map(|bits| (bits, 65_537)), 50);
}
