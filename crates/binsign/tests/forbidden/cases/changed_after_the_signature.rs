//! The bytes that were signed cannot be changed while the signed request is in use.

use binsign::{Gate, Method, Request, Signer};

fn main() {
    let signer = Signer::hmac("key", b"secret").unwrap();
    let mut buffer = [0; 256];
    let request = Request::rest(&mut buffer, Method::Get, "/api/v3/account").unwrap();
    let signed = Gate::documented_routes().authorize(request).unwrap().sign(&signer).unwrap();
    buffer[20] = b'0'; //~ E0506
    println!("{}", signed.target());
}
