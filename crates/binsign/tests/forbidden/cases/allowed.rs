//! The way that is allowed, for comparison: it must compile.

use binsign::{Gate, Method, Refusal, Request, Signer};

fn main() -> Result<(), Refusal> {
    let signer = Signer::hmac("key", b"secret")?;
    let mut buffer = [0; 256];
    let request = Request::rest(&mut buffer, Method::Get, "/api/v3/account")?;
    let signed = Gate::documented_routes().authorize(request)?.sign(&signer)?;
    println!("{}", signed.target());
    Ok(())
}
