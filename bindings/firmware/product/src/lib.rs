//! The product: a signer from stored keys, and a Spot order signed into the caller's buffer.
//!
//! Everything that a device would not know when it is built goes through `black_box`, so that the compiler
//! cannot do the work beforehand.

#![no_std]
#![forbid(unsafe_code)]

use core::hint::black_box;

use binsign::{Error, Gate, Method, Refusal, Request, Signed, Signer};

/// Room for the order, its signature included.
pub const REQUEST: usize = 512;

/// The key of Binance's documented example; a device reads its own from protected storage.
///
/// # Errors
/// Those of [`Signer::hmac`].
#[inline(never)]
pub fn signer() -> Result<Signer, Error> {
    let api_key = black_box("vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A");
    let secret = black_box(b"NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j");
    Signer::hmac(api_key, secret)
}

/// Signs the order of Binance's documented example: 1 LTC at 0.1 BTC.
///
/// # Errors
/// Those of [`Request`], [`Gate::authorize`] and [`binsign::Authorized::sign`].
#[inline(never)]
pub fn order<'b, 'k>(buffer: &'b mut [u8], signer: &'k Signer) -> Result<Signed<'b, 'k>, Refusal> {
    let mut request = Request::rest(buffer, Method::Post, "/api/v3/order")?;
    request
        .param("symbol", black_box("LTCBTC"))?
        .param("side", black_box("BUY"))?
        .param("type", "LIMIT")?
        .param("timeInForce", "GTC")?
        .param("quantity", black_box("1"))?
        .param("price", black_box("0.1"))?
        .recv_window(5000)?
        .timestamp(black_box(1_499_827_319_559))?;
    Ok(Gate::documented_routes().authorize(request)?.sign(signer)?)
}

/// Sends a request: here, has the compiler believe that it is sent.
pub fn send(signed: &Signed<'_, '_>) {
    black_box(signed.method().map(Method::as_str));
    black_box(signed.target());
    for header in signed.headers() {
        black_box(header);
    }
}
