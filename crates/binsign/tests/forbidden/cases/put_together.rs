//! A gate, an authorised request and a signed one cannot be put together out of their parts.

use binsign::catalogue::{Lookup, lookup};
use binsign::{Authorized, Gate, Method, Signed};

fn main() {
    let Lookup::Found(route) = lookup(Method::Get, "/api/v3/account") else { return };
    let _ = Gate { _private: () }; //~ E0451
    let _ = Authorized { draft: todo!(), route }; //~ E0451
    let _ = Signed { draft: todo!(), route, payload_end: 0, signature_len: 0, api_key: "key" }; //~ E0451
}
