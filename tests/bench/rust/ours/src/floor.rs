//! The floor: what signing an order cannot do without. Nothing is checked, nothing is decided.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// A buffer that is used again, and a key that is prepared.
pub struct Floor {
    buffer: Vec<u8>,
    keyed: Hmac<Sha256>,
}

impl Floor {
    /// Absorbs the secret.
    pub fn new(secret: &[u8]) -> Self {
        Self { buffer: Vec::with_capacity(512), keyed: Hmac::new_from_slice(secret).expect("any length will do") }
    }

    /// Writes the target of a request: path, parameters, signature.
    pub fn sign(&mut self, path: &str, parameters: &[(&str, &str)]) -> &[u8] {
        self.buffer.clear();
        self.buffer.extend_from_slice(path.as_bytes());
        self.buffer.push(b'?');
        let start = self.buffer.len();
        for (name, value) in parameters {
            if self.buffer.len() > start {
                self.buffer.push(b'&');
            }
            self.encode(name.as_bytes());
            self.buffer.push(b'=');
            self.encode(value.as_bytes());
        }
        let mac = self.keyed.clone().chain_update(&self.buffer[start..]).finalize().into_bytes();
        let mut hex = [0; 64];
        base16ct::lower::encode(&mac, &mut hex).expect("64 are twice 32");
        self.buffer.extend_from_slice(b"&signature=");
        self.buffer.extend_from_slice(&hex);
        &self.buffer
    }

    fn encode(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
                self.buffer.push(byte);
            } else {
                let digits = b"0123456789ABCDEF";
                self.buffer.extend([b'%', digits[usize::from(byte >> 4)], digits[usize::from(byte & 15)]]);
            }
        }
    }
}
