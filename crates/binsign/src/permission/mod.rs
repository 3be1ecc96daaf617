//! What the exchange lets a key do: its permissions.

mod set;

pub use set::Permissions;
