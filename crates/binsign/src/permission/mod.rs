//! What the exchange lets a key do: its permissions, and the answer that tells them.

mod key_info;
mod set;

pub use key_info::KeyInfo;
pub use set::Permissions;
