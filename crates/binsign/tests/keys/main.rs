//! Private keys: in which forms they are taken, what is refused and how, and that they sign as OpenSSL does.
//!
//! Needs `openssl` for keys of other types, and `python3`, which calls OpenSSL's library.

mod damaged;
mod forms;
mod openssl;
mod published;
mod refused;
mod rsa;
mod sizes;
mod support;
