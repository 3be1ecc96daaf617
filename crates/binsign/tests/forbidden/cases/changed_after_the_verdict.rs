//! Nothing can be added after the verdict: the request is gone, and the buffer is not the caller's.

use binsign::{Gate, Method, Request, Signer};

fn main() {
    let signer = Signer::hmac("key", b"secret").unwrap();
    let mut buffer = [0; 256];
    let mut request = Request::rest(&mut buffer, Method::Get, "/api/v3/account").unwrap();
    let authorized = Gate::documented_routes().authorize(request).unwrap();
    let _ = request.param("symbol", "LTCBTC"); //~ E0382
    buffer[20] = b'0'; //~ E0506
    let _ = authorized.sign(&signer);
}
