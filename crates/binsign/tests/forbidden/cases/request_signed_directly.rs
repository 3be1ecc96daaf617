//! A request cannot be signed without a verdict, nor can plain bytes.

use binsign::{HmacKey, Method, Request, Signer};

fn main() {
    let signer = Signer::hmac("key", b"secret").unwrap();
    let key = HmacKey::new(b"secret").unwrap();
    let mut buffer = [0; 256];
    let request = Request::rest(&mut buffer, Method::Get, "/api/v3/account").unwrap();
    let _ = request.sign(&signer); //~ E0599
    let _ = signer.sign(b"timestamp=1499827319559"); //~ E0624
    let _ = key.sign(b"timestamp=1499827319559"); //~ E0624
}
