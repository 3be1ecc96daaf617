//! One verdict, one signature: an authorised request is used up by signing.

use binsign::{Gate, Method, Request, Signer};

fn main() {
    let signer = Signer::hmac("key", b"secret").unwrap();
    let mut buffer = [0; 256];
    let request = Request::rest(&mut buffer, Method::Get, "/api/v3/account").unwrap();
    let authorized = Gate::documented_routes().authorize(request).unwrap();
    let _ = authorized.sign(&signer);
    let _ = authorized.sign(&signer); //~ E0382
}
