//! A signer, its key and its API key cannot be copied, compared or hashed.

use binsign::{ApiKey, Ed25519Key, HmacKey, SecretKey, Signer};

fn clone<T: Clone>() {}
fn compare<T: PartialEq>() {}
fn hash<T: std::hash::Hash>() {}

fn main() {
    clone::<Signer>(); //~ E0277
    clone::<HmacKey>(); //~ E0277
    clone::<Ed25519Key>(); //~ E0277
    clone::<SecretKey>(); //~ E0277
    clone::<ApiKey>(); //~ E0277
    compare::<Signer>(); //~ E0277
    compare::<HmacKey>(); //~ E0277
    compare::<Ed25519Key>(); //~ E0277
    compare::<SecretKey>(); //~ E0277
    compare::<ApiKey>(); //~ E0277
    hash::<Signer>(); //~ E0277
}
