//! A signer has no text, and nothing gives its parts away.

use binsign::{ApiKey, Ed25519Key, HmacKey, SecretKey, Signer};

fn text<T: std::fmt::Display>() {}
fn bytes<T: AsRef<[u8]>>() {}

fn main() {
    text::<Signer>(); //~ E0277
    text::<HmacKey>(); //~ E0277
    text::<Ed25519Key>(); //~ E0277
    text::<SecretKey>(); //~ E0277
    text::<ApiKey>(); //~ E0277
    bytes::<Signer>(); //~ E0277
    bytes::<HmacKey>(); //~ E0277
    bytes::<Ed25519Key>(); //~ E0277
    bytes::<SecretKey>(); //~ E0277
    bytes::<ApiKey>(); //~ E0277
    let signer = Signer::hmac("key", b"secret").unwrap();
    let _ = signer.key; //~ E0616
    let _ = signer.api_key; //~ E0616
    let key = Ed25519Key::from_der(b"").unwrap();
    let _ = key.pair; //~ E0616
    let _ = key.sign(b"payload"); //~ E0624
    let _ = SecretKey::from(key).sign(b"payload"); //~ E0624
}
