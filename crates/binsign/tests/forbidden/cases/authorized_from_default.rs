//! An authorised request has no default and is not converted from a request.

use binsign::{Authorized, Method, Request};

fn main() {
    let mut buffer = [0; 256];
    let request = Request::rest(&mut buffer, Method::Get, "/api/v3/account").unwrap();
    let _ = Authorized::default(); //~ E0599
    let _: Authorized<'_> = request.into(); //~ E0277
}
