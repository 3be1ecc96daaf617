//! Signs with secrets that valgrind follows; one line a case, `ok` or `FAILED`.
//!
//! `sign` must be without reports. Each of the other modes must be reported, or the lane would see nothing: `branch` and
//! `address` depend on a secret; `hmac`, `ed25519` and `rsa` make a signature that is not taken for public,
//! and look at it.

mod keys;
mod published;
mod requests;

use binsign::{Authorized, DECLASSIFY, Error, Gate, Method, Request, Signed, Signer};

/// Binance's documented HMAC secret.
const SECRET: &str = "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j";
/// The Ed25519 key of Binance's Java connector's tests, in PKCS#8.
const ED25519: &str = "MC4CAQAwBQYDK2VwBCIEILpXm6EtDzSzPJWHTbP904h5R3bzb0QsLjTf1tAt2OlB";

/// A published example: method, path, payload, signature.
type Example = (Method, &'static str, &'static str, &'static str);

/// Binance's documented HMAC examples.
const HMAC_EXAMPLES: [Example; 2] = [
    (
        Method::Post,
        "/api/v3/order",
        "symbol=LTCBTC&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&price=0.1&recvWindow=5000&timestamp=1499827319559",
        "c8db56825ae71d6d79447849e617115f4a920fa2acdcab2b053c4b2838bd6b71",
    ),
    (
        Method::Get,
        "/api/v3/account",
        "timestamp=1578963600000",
        "d84e6641b1e328e7b418fff030caed655c266299c9355e36ce801ed14631eed4",
    ),
];

/// Published Ed25519 examples, with their keys.
const ED25519_EXAMPLES: [(&str, Example); 3] = [
    (
        ED25519,
        (
            Method::Get,
            "/api/v3/account",
            "timestamp=1736393892000",
            "1KohSdsEYUHEO2qTbkkjbmFdufaUTF9dKat6oUwE2RHT+zThFX4i1MMeNC5nqH0Eya07jbRN9/Lq1HaTgjD2Aw==",
        ),
    ),
    (
        "MC4CAQAwBQYDK2VwBCIEIE4rJ0goma1nbu1d8T1dp//0pe40jnf8tghwRhsSY4Bk",
        (
            Method::Get,
            "/sapi/v1/accountSnapshot",
            "type=SPOT&timestamp=1685686334211",
            "E4nWIl3yUJgJFL6LoWImsrEwNegMiN9SN1FWKw+P3xXkJ2T/MtSq3Cg7fVnOGFWxTBX6vrTJJNoZnVtAgs1CAQ==",
        ),
    ),
    (
        "MC4CAQAwBQYDK2VwBCIEIPQmzwVKJETqVd7L9E/DFbkvrOigy1tLL+9QF0mSn6dV",
        (
            Method::Post,
            "/api/v3/order",
            "price=50000&quantity=1&side=BUY&symbol=BTCUSDT&timestamp=1631234567890&type=LIMIT",
            "a4Pm3p02D2HXtNfo3DBaVCe9Ov7kledewgYtGjekotFmZ5wXa3mC5AtLB7CpAphyNjeyovIuDP+9fyjYmsojCw==",
        ),
    ),
];

/// The published RSA examples whose keys are not encrypted: the name of each in `tests/vectors`, and a request of its kind.
const RSA_EXAMPLES: [(&str, Method, &str); 3] = [
    ("java-rsa", Method::Get, "/api/v3/account"),
    ("sigex-rsa-timestamp", Method::Get, "/api/v3/account"),
    ("sigex-rsa-order", Method::Post, "/api/v3/order"),
];

/// Lengths of a value, so that the payload ends at every place of a block of SHA-256 and of SHA-512.
const LENGTHS: std::ops::RangeInclusive<usize> = 0..=260;

fn main() {
    assert!(requests::under_valgrind(), "run it under valgrind");
    match std::env::args().nth(1).as_deref() {
        Some("sign") => sign_all(),
        Some("branch") => {
            let mut byte = [7];
            requests::secret(&mut byte);
            println!("{}", if std::hint::black_box(byte[0]) > 5 { "large" } else { "small" });
        }
        Some("address") => {
            let (mut byte, table) = ([7], std::hint::black_box([1_u8; 256]));
            requests::secret(&mut byte);
            // The sum is not looked at, so that the address is all there is to report.
            std::hint::black_box(table[usize::from(std::hint::black_box(byte[0]))]);
        }
        Some("hmac") => look(&keys::hmac(SECRET)),
        Some("ed25519") => look(&keys::ed25519(ED25519)),
        Some("rsa") => look(&keys::rsa("java-rsa")),
        _ => panic!("sign, branch, address, hmac, ed25519 or rsa"),
    }
}

/// Signs, with nothing taken for public; putting the signature into the request looks at its characters.
fn look(signer: &Signer) {
    let length = sign(signer, Method::Get, "/api/v3/account", "timestamp=1578963600000").len();
    assert!(length > 0);
}

fn sign_all() {
    DECLASSIFY.set(requests::public).expect("set once");
    let signer = keys::hmac(SECRET);
    for (method, path, payload, signature) in HMAC_EXAMPLES {
        case("HMAC example", || sign(&signer, method, path, payload) == signature);
    }
    for length in LENGTHS {
        case("HMAC length", || long(&signer, length).len() == 64);
    }
    for (key, (method, path, payload, signature)) in ED25519_EXAMPLES {
        case("Ed25519 example", || sign(&keys::ed25519(key), method, path, payload) == signature);
    }
    let signer = keys::ed25519(ED25519);
    for length in LENGTHS.step_by(4) {
        case("Ed25519 length", || long(&signer, length).len() == 88);
    }
    for (id, method, path) in RSA_EXAMPLES {
        case("RSA example", || {
            sign(&keys::rsa(id), method, path, published::field(id, "payload"))
                == published::field(id, "expected_signature")
        });
    }
    let signer = keys::rsa("java-rsa");
    for length in [0, 1, 55, 56, 64] {
        case("RSA length", || long(&signer, length).len() == 344);
    }
    for bits in [3072, 4096] {
        case("RSA of another size", || long(&keys::made_rsa(bits), 9).len() == usize::div_ceil(bits / 8, 3) * 4);
    }
    // Blinded by bytes that are as secret as the key; the signatures are the published ones.
    for (id, method, path) in RSA_EXAMPLES {
        case("RSA example, blinded", || {
            let mut entropy = [0xA5; 32];
            requests::secret(&mut entropy);
            let key = keys::rsa(id);
            let payload = published::field(id, "payload");
            signature(method, path, payload, |authorized| authorized.sign_blinded(&key, &entropy))
                == published::field(id, "expected_signature")
        });
    }
}

/// Runs a case: it must give what is expected, and valgrind must have nothing to report.
fn case(name: &str, run: impl FnOnce() -> bool) {
    let before = requests::reports();
    let good = run();
    let reports = requests::reports() - before;
    println!("{} {name} ({reports} reports)", if good && reports == 0 { "ok" } else { "FAILED" });
}

fn long(signer: &Signer, length: usize) -> String {
    sign(signer, Method::Get, "/api/v3/account", &format!("v={}", "x".repeat(length)))
}

fn sign(signer: &Signer, method: Method, path: &str, payload: &str) -> String {
    signature(method, path, payload, |authorized| authorized.sign(signer))
}

fn signature<'k>(
    method: Method,
    path: &str,
    payload: &str,
    sign: impl for<'b> FnOnce(Authorized<'b>) -> Result<Signed<'b, 'k>, Error>,
) -> String {
    let mut buffer = [0; 2048];
    let mut request = Request::rest(&mut buffer, method, path).unwrap();
    for (name, value) in payload.split('&').filter_map(|pair| pair.split_once('=')) {
        request.param(name, value).unwrap();
    }
    let signed = sign(Gate::documented_routes().authorize(request).unwrap()).unwrap();
    signed.signature().unwrap().to_owned()
}
