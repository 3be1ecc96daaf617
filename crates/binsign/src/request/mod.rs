//! From parameters to signed bytes: `Request -> Authorized -> Signed`, one buffer all the way.

mod authorized;
mod building;
mod draft;
mod encode;
#[cfg(feature = "fix")]
mod fix;
#[cfg(any(feature = "ws-api", feature = "fix"))]
mod message;
mod method;
mod names;
mod pending;
mod reserved;
#[cfg(feature = "ws-api")]
mod sapi_wss;
mod shape;
mod signed;
#[cfg(feature = "ws-api")]
mod sorted;
mod time;
mod value;
#[cfg(feature = "policy")]
mod view;
#[cfg(feature = "ws-api")]
mod ws;

pub use authorized::Authorized;
pub use building::Request;
#[cfg(feature = "fix")]
pub use fix::{FixLogon, MessageHandling, ResponseMode, SendingTime};
pub use method::Method;
pub use pending::Pending;
#[cfg(feature = "policy")]
pub use reserved::Reserved;
pub use reserved::{Counts, Holds};
pub use signed::Signed;
pub use time::TimeUnit;

pub(crate) use building::is_parameter_name;
pub(crate) use draft::Draft;
pub(crate) use names::hash as hash_of_name;
#[cfg(feature = "policy")]
pub(crate) use time::{recv_window_thousandths, timestamp_us};
#[cfg(feature = "policy")]
pub(crate) use view::View;

/// The longest request that is built, in bytes: path, query, body and signature together.
pub const MAX_REQUEST: usize = 65_535;
