//! binsign's whole path: from parameters to a request that is allowed, signed and ready to send.

use std::hint::black_box;

use binsign::{Gate, Method, Request, Signer};
use binsign_bench::{ORDER, RECV_WINDOW, TIME};

/// Signs the order in the buffer, and gives the length of what is sent.
pub fn order(buffer: &mut [u8], signer: &Signer) -> usize {
    let mut request = Request::rest(buffer, Method::Post, black_box("/api/v3/order")).expect("a path");
    add(&mut request, black_box(&ORDER));
    request.recv_window(black_box(RECV_WINDOW)).expect("a window").timestamp(black_box(TIME)).expect("a time");
    let ready = Gate::documented_routes().authorize(request).expect("a route").sign(signer).expect("a signature");
    black_box(ready.target()).len()
}

/// The same order up to the verdict; what it costs apart from the signature.
pub fn verdict(buffer: &mut [u8]) -> usize {
    let mut request = Request::rest(buffer, Method::Post, black_box("/api/v3/order")).expect("a path");
    add(&mut request, black_box(&ORDER));
    request.recv_window(black_box(RECV_WINDOW)).expect("a window").timestamp(black_box(TIME)).expect("a time");
    let authorized = Gate::documented_routes().authorize(request).expect("a route");
    black_box(authorized.payload()).len()
}

/// Signs a request with these parameters and a time: payload and signature.
pub fn sign(
    signer: &Signer,
    method: Method,
    path: &str,
    parameters: &[(&str, &str)],
    window: bool,
    time: u64,
) -> (String, String) {
    let mut buffer = [0; 2048];
    let mut request = Request::rest(&mut buffer, method, path).expect("a path");
    add(&mut request, parameters);
    if window {
        request.recv_window(RECV_WINDOW).expect("a window");
    }
    request.timestamp(time).expect("a time");
    let ready = Gate::documented_routes().authorize(request).expect("a route").sign(signer).expect("a signature");
    (ready.payload().unwrap_or_default().to_owned(), ready.signature().unwrap_or_default().to_owned())
}

/// Signs a request with as many parameters as there are names, and a time.
pub fn many(buffer: &mut [u8], signer: &Signer, names: &[String]) -> usize {
    let mut request = Request::rest(buffer, Method::Get, "/api/v3/account").expect("a path");
    for name in names {
        request.param(name, "123.456").expect("a parameter");
    }
    request.timestamp(black_box(TIME)).expect("a time");
    let ready = Gate::documented_routes().authorize(request).expect("a route").sign(signer).expect("a signature");
    black_box(ready.target()).len()
}

fn add(request: &mut Request<'_>, parameters: &[(&str, &str)]) {
    for (name, value) in parameters {
        request.param(name, value).expect("a parameter");
    }
}
