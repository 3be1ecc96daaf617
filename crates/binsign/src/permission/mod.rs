//! What the exchange lets a key do: its permissions, the answer that tells them, and what is wrong with them.

mod address;
mod declared;
mod finding;
mod key_info;
mod kind;
mod set;

pub use declared::{AccountMode, Declared};
pub use finding::{Finding, Severity, findings};
pub use key_info::KeyInfo;
pub use kind::FindingKind;
pub use set::Permissions;
