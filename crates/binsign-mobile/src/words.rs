//! The exchange's words that are a choice of a few, as the core has them.

use binsign::catalogue::Family;
use binsign::{MessageHandling, ResponseMode, Severity, TimeUnit};

/// A family of Binance's interfaces.
#[uniffi::remote(Enum)]
pub enum Family {
    /// `spot`.
    Spot,
    /// `sapi`.
    Sapi,
    /// `futures-um`.
    FuturesUm,
    /// `futures-cm`.
    FuturesCm,
    /// `options`.
    Options,
    /// `portfolio-margin`.
    PortfolioMargin,
}

/// How a key signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum KeyType {
    /// HMAC-SHA-256 with the secret that Binance shows.
    Hmac,
    /// Ed25519.
    Ed25519,
    /// RSA, PKCS#1 v1.5 with SHA-256.
    Rsa,
}

impl From<KeyType> for binsign::KeyType {
    fn from(key_type: KeyType) -> Self {
        match key_type {
            KeyType::Hmac => Self::Hmac,
            KeyType::Ed25519 => Self::Ed25519,
            KeyType::Rsa => Self::Rsa,
        }
    }
}

impl From<binsign::KeyType> for KeyType {
    fn from(key_type: binsign::KeyType) -> Self {
        match key_type {
            binsign::KeyType::Hmac => Self::Hmac,
            binsign::KeyType::Ed25519 => Self::Ed25519,
            // The core knows no other, and what it learns is added here.
            _ => Self::Rsa,
        }
    }
}

/// In what unit the exchange gives the times of its answers (`X-MBX-TIME-UNIT`, `/api` only).
#[uniffi::remote(Enum)]
pub enum TimeUnit {
    /// ms, what the exchange gives when it is not asked.
    Millisecond,
    /// µs.
    Microsecond,
}

/// How the exchange may handle the messages of a FIX session (tag 25035).
#[uniffi::remote(Enum)]
pub enum MessageHandling {
    /// 1: messages may overtake each other.
    Unordered,
    /// 2: messages are processed one after the other.
    Sequential,
}

/// Which answers a FIX session gets (tag 25036).
#[uniffi::remote(Enum)]
pub enum ResponseMode {
    /// 1: everything.
    Everything,
    /// 2: acknowledgements only.
    OnlyAcks,
}

/// How much a finding weighs.
#[uniffi::remote(Enum)]
pub enum Severity {
    /// Worth knowing.
    Low,
    /// To be mended.
    Medium,
    /// Not to be used so.
    High,
}
