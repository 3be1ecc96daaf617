//! RSA keys from within: the arithmetic, the checks, faults, and signatures of others. How whole keys sign, `tests/keys`
//! compares with OpenSSL.

mod arithmetic;
#[cfg(feature = "aws-lc")]
mod aws_lc;
mod checks;
pub(super) mod faults;
mod keys;
mod wycheproof;
