//! A gate, an authorised request and a signed one cannot be put together out of their parts.

use binsign::catalogue::{Lookup, lookup};
use binsign::{Authorized, Gate, Method, Signed};

fn main() {
    let Lookup::Found(route) = lookup(Method::Get, "/api/v3/account") else { return };
    let _ = Gate { situation: None, counts: (), _borrows: std::marker::PhantomData }; //~ E0451
    let _ = Authorized { draft: todo!(), shape: todo!(), route, time_unit: None, declared: None, reserved: () }; //~ E0451
    let _ = Signed { request: todo!(), payload: 0..0, message: None, signature: None, api_key: "key" }; //~ E0451
}
