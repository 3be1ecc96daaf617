//! A signer has no text, and nothing gives its parts away.

use binsign::{ApiKey, HmacKey, Signer};

fn text<T: std::fmt::Display>() {}
fn bytes<T: AsRef<[u8]>>() {}

fn main() {
    text::<Signer>(); //~ E0277
    text::<HmacKey>(); //~ E0277
    text::<ApiKey>(); //~ E0277
    bytes::<Signer>(); //~ E0277
    bytes::<HmacKey>(); //~ E0277
    bytes::<ApiKey>(); //~ E0277
    let signer = Signer::hmac("key", b"secret").unwrap();
    let _ = signer.key; //~ E0616
    let _ = signer.api_key; //~ E0616
}
