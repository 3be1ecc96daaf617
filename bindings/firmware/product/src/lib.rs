//! The product: a signer from stored keys, and a Spot order signed into the caller's buffer.
//!
//! Everything that a device would not know when it is built goes through `black_box`, so that the compiler
//! cannot do the work beforehand.

#![no_std]
#![forbid(unsafe_code)]

#[cfg(feature = "policy")]
mod device;
#[cfg(feature = "policy")]
mod image;
#[cfg(feature = "policy")]
mod ram_flash;

use core::hint::black_box;

#[cfg(feature = "policy")]
pub use device::{Device, Order, Stop, policy};
#[cfg(feature = "policy")]
pub use ram_flash::{PAGE, Pages, RamFlash};

use binsign::{Error, Gate, Method, Refusal, Request, Signed, Signer};

/// Room for the order, its signature included, which of an RSA key stands there twice.
pub const REQUEST: usize = if cfg!(feature = "rsa") { 1024 } else { 512 };

/// The key that is signed with, and its API key; a device reads its own from protected storage.
///
/// # Errors
/// Those of [`Signer::hmac`] and [`Signer::pem`].
#[inline(never)]
pub fn signer() -> Result<Signer, Error> {
    let api_key = black_box("vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A");
    with_key(api_key)
}

/// With the secret of Binance's documented example.
#[cfg(not(any(feature = "ed25519", feature = "rsa")))]
fn with_key(api_key: &str) -> Result<Signer, Error> {
    Signer::hmac(api_key, black_box(b"NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j"))
}

/// With a published key: the first of RFC 8032, section 7.1.
#[cfg(feature = "ed25519")]
fn with_key(api_key: &str) -> Result<Signer, Error> {
    Signer::pem(api_key, black_box(include_bytes!("../keys/ed25519.pem")))
}

/// With a published key: that of Binance's signature examples.
#[cfg(feature = "rsa")]
fn with_key(api_key: &str) -> Result<Signer, Error> {
    Signer::pem(api_key, black_box(include_bytes!("../keys/rsa-2048.pem")))
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
