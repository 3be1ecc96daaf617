//! RSA keys from within: the arithmetic, the checks, faults, and signatures of others. How whole keys sign, `tests/keys`
//! compares with OpenSSL.

mod arithmetic;
mod checks;
pub(super) mod faults;
mod keys;
mod wycheproof;
