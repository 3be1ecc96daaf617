//! From parameters to signed bytes: `Request -> Authorized -> Signed`, one buffer all the way.

mod authorized;
mod draft;
mod encode;
mod method;
mod rest;
mod signed;
mod time;

pub use authorized::Authorized;
pub use method::Method;
pub use rest::Request;
pub use signed::Signed;

pub(crate) use draft::Draft;
pub(crate) use rest::is_parameter_name;

/// The longest request that is built, in bytes: path, query, body and signature together.
pub const MAX_REQUEST: usize = 65_535;
