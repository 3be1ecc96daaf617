//! What the exchange says of a key: the answer of `GET /sapi/v1/account/apiRestrictions`, and when it was given.

use core::fmt;

use super::Permissions;
use crate::json::{Malformed, Reader, Text, Value};
use crate::{Code, Error};

/// What the exchange says a key may do, at one time. Everything it does not say is not granted, and a key that is not
/// said to be bound to addresses is bound to none.
///
/// The answer names neither the addresses, nor the symbols, nor the type of the key: those its owner declares
/// ([`Declared`](crate::Declared)).
///
/// ```
/// use binsign::{KeyInfo, Permissions};
///
/// let body = br#"{"ipRestrict":false,"createTime":1698645219000,"enableReading":true,"enableFixReadOnly":true}"#;
/// let info = KeyInfo::from_json(body, 1_700_000_000_000)?;
/// assert_eq!(info.permissions(), Permissions::READING | Permissions::FIX_READ_ONLY);
/// assert!(!info.is_ip_restricted());
/// assert_eq!(info.create_time(), Some(1_698_645_219_000));
/// # Ok::<(), binsign::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct KeyInfo {
    permissions: Permissions,
    ip_restricted: bool,
    has_unknown_grant: bool,
    create_time: Option<u64>,
    trading_expires: Option<u64>,
    observed_at: u64,
}

const IP_RESTRICT: &str = "ipRestrict";
const CREATE_TIME: &str = "createTime";
const TRADING_EXPIRES: &str = "tradingAuthorityExpirationTime";

/// The bits of the fields in the set of those seen, beside those of the permissions.
const SEEN_IP_RESTRICT: u16 = 1 << 13;
const SEEN_CREATE_TIME: u16 = 1 << 14;
const SEEN_TRADING_EXPIRES: u16 = 1 << 15;

/// The version of the compact form.
const VERSION: u8 = 1;
const FLAG_IP_RESTRICTED: u8 = 1;
const FLAG_UNKNOWN_GRANT: u8 = 1 << 1;
const FLAG_CREATE_TIME: u8 = 1 << 2;
const FLAG_TRADING_EXPIRES: u8 = 1 << 3;

impl KeyInfo {
    /// Reads the body of an answer that was received at `observed_at_ms` (ms since 1970, by the caller's clock).
    ///
    /// Fields that binsign does not know are left aside, all fields may be missing.
    ///
    /// # Errors
    /// [`Code::KeyInfoMalformed`] where the body is no JSON object, is cut off, has none of the fields, has one twice
    /// or with a value of another type; the error names the field where one is at fault. [`Code::KeyInfoIsError`] where
    /// the exchange answered with an error.
    pub fn from_json(body: &[u8], observed_at_ms: u64) -> Result<Self, Error> {
        let read = core::str::from_utf8(body).map_err(|_| Fault::Text).and_then(|body| Reading::new(body.as_bytes()));
        match read {
            Ok(reading) if reading.seen > 0 => Ok(Self { observed_at: observed_at_ms, ..reading.info }),
            Ok(reading) if reading.has_code => Err(Error::new(Code::KeyInfoIsError)),
            Ok(_) | Err(Fault::Text) => Err(Error::new(Code::KeyInfoMalformed)),
            Err(Fault::Field(name)) => Err(Error::about(Code::KeyInfoMalformed, 0, name)),
        }
    }

    /// What is granted.
    #[must_use]
    pub const fn permissions(&self) -> Permissions {
        self.permissions
    }

    /// What is granted at `now_ms` (ms since 1970): trading on Spot and margin may have expired.
    ///
    /// ```
    /// use binsign::{KeyInfo, Permissions};
    ///
    /// let body = br#"{"enableSpotAndMarginTrading":true,"tradingAuthorityExpirationTime":1628985600000}"#;
    /// let info = KeyInfo::from_json(body, 1_628_000_000_000)?;
    /// assert_eq!(info.permissions_at(1_628_985_599_999), Permissions::SPOT_AND_MARGIN_TRADING);
    /// assert_eq!(info.permissions_at(1_628_985_600_000), Permissions::NONE);
    /// # Ok::<(), binsign::Error>(())
    /// ```
    #[must_use]
    pub fn permissions_at(&self, now_ms: u64) -> Permissions {
        if self.trading_expires.is_some_and(|expires| expires <= now_ms) {
            self.permissions.minus(Permissions::SPOT_AND_MARGIN_TRADING)
        } else {
            self.permissions
        }
    }

    /// Whether the exchange takes the key from trusted addresses only.
    #[must_use]
    pub const fn is_ip_restricted(&self) -> bool {
        self.ip_restricted
    }

    /// Whether the answer grants something (`enable…`, `permits…`) that binsign does not know.
    ///
    /// ```
    /// let info = binsign::KeyInfo::from_json(br#"{"enableReading":true,"enableTeleportation":true}"#, 0)?;
    /// assert!(info.has_unknown_grant());
    /// # Ok::<(), binsign::Error>(())
    /// ```
    #[must_use]
    pub const fn has_unknown_grant(&self) -> bool {
        self.has_unknown_grant
    }

    /// When the key was created, in ms since 1970: the one thing in the answer that tells two keys apart.
    #[must_use]
    pub const fn create_time(&self) -> Option<u64> {
        self.create_time
    }

    /// When trading on Spot and margin expires, in ms since 1970; only old answers have it.
    #[must_use]
    pub const fn trading_expires(&self) -> Option<u64> {
        self.trading_expires
    }

    /// When the answer was received, in ms since 1970, by the caller's clock.
    #[must_use]
    pub const fn observed_at(&self) -> u64 {
        self.observed_at
    }

    /// How old the answer is at `now_ms`, in ms; nothing where the clock is behind the time it was received.
    #[must_use]
    pub const fn age(&self, now_ms: u64) -> Option<u64> {
        now_ms.checked_sub(self.observed_at)
    }

    /// A compact form to keep, as in the flash of a microcontroller. It carries no checksum.
    ///
    /// ```
    /// use binsign::KeyInfo;
    ///
    /// let info = KeyInfo::from_json(br#"{"enableReading":true,"createTime":1698645219000}"#, 1_700_000_000_000)?;
    /// assert_eq!(KeyInfo::from_bytes(&info.to_bytes())?, info);
    /// # Ok::<(), binsign::Error>(())
    /// ```
    #[must_use]
    pub fn to_bytes(&self) -> [u8; 32] {
        let flag = |is_set: bool, flag: u8| if is_set { flag } else { 0 };
        let flags = flag(self.ip_restricted, FLAG_IP_RESTRICTED)
            | flag(self.has_unknown_grant, FLAG_UNKNOWN_GRANT)
            | flag(self.create_time.is_some(), FLAG_CREATE_TIME)
            | flag(self.trading_expires.is_some(), FLAG_TRADING_EXPIRES);
        let [low, high] = self.permissions.bits().to_le_bytes();
        let head = u64::from_le_bytes([VERSION, flags, low, high, 0, 0, 0, 0]);
        let words = [head, self.create_time.unwrap_or(0), self.trading_expires.unwrap_or(0), self.observed_at];
        let mut bytes = [0; 32];
        for (place, word) in bytes.as_chunks_mut::<8>().0.iter_mut().zip(words) {
            *place = word.to_le_bytes();
        }
        bytes
    }

    /// Reads the compact form.
    ///
    /// # Errors
    /// [`Code::KeyInfoMalformed`] where the bytes are not what [`to_bytes`](Self::to_bytes) makes, in this version.
    pub fn from_bytes(bytes: &[u8; 32]) -> Result<Self, Error> {
        Self::of_words(bytes).filter(|info| info.to_bytes() == *bytes).ok_or(Error::new(Code::KeyInfoMalformed))
    }

    fn of_words(bytes: &[u8; 32]) -> Option<Self> {
        let [head, created, expires, observed] = bytes.as_chunks::<8>().0 else { return None };
        let [_, flags, low, high, ..] = *head;
        let time = |bytes: &[u8; 8], flag: u8| (flags & flag != 0).then(|| u64::from_le_bytes(*bytes));
        Some(Self {
            permissions: Permissions::from_bits(u16::from_le_bytes([low, high]))?,
            ip_restricted: flags & FLAG_IP_RESTRICTED != 0,
            has_unknown_grant: flags & FLAG_UNKNOWN_GRANT != 0,
            create_time: time(created, FLAG_CREATE_TIME),
            trading_expires: time(expires, FLAG_TRADING_EXPIRES),
            observed_at: u64::from_le_bytes(*observed),
        })
    }
}

// A derived one would hold a check that can panic.
impl fmt::Debug for KeyInfo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("KeyInfo")
            .field("permissions", &self.permissions)
            .field("ip_restricted", &self.ip_restricted)
            .field("has_unknown_grant", &self.has_unknown_grant)
            .field("create_time", &self.create_time)
            .field("trading_expires", &self.trading_expires)
            .field("observed_at", &self.observed_at)
            .finish()
    }
}

/// Why an answer cannot be read.
enum Fault {
    /// It is no JSON, or no object.
    Text,
    /// This field is there twice, or has a value of another type.
    Field(&'static str),
}

impl From<Malformed> for Fault {
    fn from(Malformed: Malformed) -> Self {
        Self::Text
    }
}

/// What has been read of an answer.
struct Reading {
    info: KeyInfo,
    /// A bit for each field that was there.
    seen: u16,
    /// There was a number `code`, as errors have it.
    has_code: bool,
}

type Bytes<'a> = core::iter::Copied<core::slice::Iter<'a, u8>>;

impl Reading {
    fn new(body: &[u8]) -> Result<Self, Fault> {
        let info = KeyInfo {
            permissions: Permissions::NONE,
            ip_restricted: false,
            has_unknown_grant: false,
            create_time: None,
            trading_expires: None,
            observed_at: 0,
        };
        let mut reading = Self { info, seen: 0, has_code: false };
        let mut reader = Reader::new(body.iter().copied());
        let Value::Object = reader.value()? else { return Err(Fault::Text) };
        while let Some(name) = reader.member()? {
            let depth = reader.depth();
            let value = reader.value()?;
            reading.member(&name, &value)?;
            reader.leave_to(depth)?;
        }
        reader.end()?;
        Ok(reading)
    }

    fn member(&mut self, name: &Text<Bytes<'_>>, value: &Value<Bytes<'_>>) -> Result<(), Fault> {
        if let Some((permission, name)) = Permissions::flags().find(|(_, flag)| name.is(flag)) {
            self.once(permission.bits(), name)?;
            if flag(value, name)? {
                self.info.permissions = self.info.permissions | permission;
            }
        } else if name.is(IP_RESTRICT) {
            self.once(SEEN_IP_RESTRICT, IP_RESTRICT)?;
            self.info.ip_restricted = flag(value, IP_RESTRICT)?;
        } else if name.is(CREATE_TIME) {
            self.once(SEEN_CREATE_TIME, CREATE_TIME)?;
            self.info.create_time = Some(time(value, CREATE_TIME)?);
        } else if name.is(TRADING_EXPIRES) {
            self.once(SEEN_TRADING_EXPIRES, TRADING_EXPIRES)?;
            // Nothing expired in 1970: there is no such time.
            self.info.trading_expires = Some(time(value, TRADING_EXPIRES)?).filter(|expires| *expires > 0);
        } else if name.is("code") {
            self.has_code |= matches!(value, Value::Number(_));
        } else if matches!(value, Value::Bool(true)) {
            let begins_with = |word: &str| name.raw().take(word.len()).eq(word.bytes());
            self.info.has_unknown_grant |= begins_with("enable") || begins_with("permits");
        }
        Ok(())
    }

    fn once(&mut self, field: u16, name: &'static str) -> Result<(), Fault> {
        if self.seen & field != 0 {
            return Err(Fault::Field(name));
        }
        self.seen |= field;
        Ok(())
    }
}

fn flag(value: &Value<Bytes<'_>>, name: &'static str) -> Result<bool, Fault> {
    match value {
        Value::Bool(is_set) => Ok(*is_set),
        _ => Err(Fault::Field(name)),
    }
}

fn time(value: &Value<Bytes<'_>>, name: &'static str) -> Result<u64, Fault> {
    let Value::Number(number) = value else { return Err(Fault::Field(name)) };
    number.integer().and_then(|number| u64::try_from(number).ok()).ok_or(Fault::Field(name))
}

#[cfg(test)]
mod tests;
