//! The compiled form of a policy, read in place.

use sha2::{Digest as _, Sha256};

use super::cursor::{Cursor, utf8};
use super::limit::Limit;
use super::rule::Rule;
use super::validate::validate;
#[cfg(feature = "ed25519")]
use crate::PublicKey;
use crate::catalogue::Trust;
use crate::{Code, Error, HmacKey, Permissions};

/// What a signature or a seal of the owner covers before the compiled form.
pub(crate) const HEADING: &[u8] = b"binsign policy 1\n";

/// A compiled policy: what one application may do with one key.
///
/// It is a view of bytes that `binsign policy compile` made, checked once and read in place. `docs/policy.md` has the
/// language and, in its section 11, the bytes.
///
/// ```
/// use binsign::policy::Policy;
///
/// let damaged = Policy::new(b"BSP1").unwrap_err();
/// assert_eq!(damaged.code(), binsign::Code::PolicyMalformed);
/// ```
#[derive(Clone, Copy)]
pub struct Policy<'a> {
    pub(super) image: &'a [u8],
    /// The first bytes of its SHA-256, taken once: a state is compared with it at each request.
    fingerprint: [u8; FINGERPRINT],
    pub(super) head: Head,
    pub(super) texts: [&'a [u8]; 6],
    pub(super) hours: Cursor<'a>,
    pub(super) rules: Cursor<'a>,
    pub(super) limits: Cursor<'a>,
}

/// The numbers at the beginning, in their order.
#[derive(Clone, Copy)]
pub(super) struct Head {
    pub(super) flags: u16,
    pub(super) version: u32,
    pub(super) permissions: u16,
    pub(super) rules: u8,
    pub(super) limits: u8,
    pub(super) valid_from: u64,
    pub(super) valid_until: u64,
    pub(super) created: u64,
    pub(super) tolerance: u32,
    pub(super) recv_window_max: u32,
    pub(super) info_max_age: u64,
    pub(super) weight_cap: u32,
    pub(super) signature_faults: u8,
    pub(super) hours: u8,
    pub(super) zero: u16,
}

const FINGERPRINT: usize = 8;

/// The places of the texts.
const NAME: usize = 0;
const PURPOSE: usize = 1;
const APP: usize = 2;
const AUTHOR: usize = 3;
const REASON: usize = 4;
const TERMS: usize = 5;

/// How timestamps have to follow each other.
///
/// ```
/// assert_ne!(binsign::policy::Timestamps::Rising, binsign::policy::Timestamps::NotFalling);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timestamps {
    /// Each is later than the one before.
    Rising,
    /// None is earlier than the one before.
    NotFalling,
    /// In any order.
    Any,
}

/// Which type of key a policy wants.
///
/// ```
/// assert_ne!(binsign::policy::WantedKey::Any, binsign::policy::WantedKey::Ed25519);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WantedKey {
    /// Any.
    Any,
    /// RSA or Ed25519.
    Asymmetric,
    /// Ed25519.
    Ed25519,
}

/// What a policy does about entries of the catalogue that are not documented well.
///
/// ```
/// assert_ne!(binsign::policy::Entries::Allow, binsign::policy::Entries::Read);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entries {
    /// Takes them.
    Allow,
    /// Takes those that change nothing.
    Read,
    /// Takes none.
    Deny,
}

impl<'a> Policy<'a> {
    /// Takes a compiled policy and checks all of it; reading it cannot fail afterwards.
    ///
    /// # Errors
    /// `POLICY_MALFORMED` where the bytes are not exactly what the compiler makes.
    pub fn new(image: &'a [u8]) -> Result<Self, Error> {
        let policy = Self::parse(image).filter(|policy| validate(policy).is_some());
        let policy = policy.ok_or(Error::new(Code::PolicyMalformed))?;
        let fingerprint = policy.id().first_chunk().copied().unwrap_or_default();
        Ok(Self { fingerprint, ..policy })
    }

    /// Takes a compiled policy that carries the signature of its owner behind it, 64 bytes of Ed25519.
    ///
    /// # Errors
    /// `POLICY_SIGNATURE` where it is not signed by the owner; `POLICY_MALFORMED`.
    #[cfg(feature = "ed25519")]
    pub fn signed(bytes: &'a [u8], owner: &PublicKey) -> Result<Self, Error> {
        let (image, signature) = bytes.split_last_chunk::<64>().ok_or(Error::new(Code::PolicySignature))?;
        let message = |put: &mut dyn FnMut(&[u8])| {
            put(HEADING);
            put(image);
        };
        if !owner.has_signed(&message, signature) {
            return Err(Error::new(Code::PolicySignature));
        }
        Self::new(image)
    }

    /// Takes a compiled policy that carries a seal of its owner behind it, 32 bytes of HMAC-SHA-256.
    ///
    /// # Errors
    /// `POLICY_SIGNATURE` where it is not sealed with that key; `POLICY_MALFORMED`.
    pub fn sealed(bytes: &'a [u8], owner: &HmacKey) -> Result<Self, Error> {
        let (image, seal) = bytes.split_last_chunk::<32>().ok_or(Error::new(Code::PolicySignature))?;
        if !owner.is_seal(&[HEADING, image], seal) {
            return Err(Error::new(Code::PolicySignature));
        }
        Self::new(image)
    }

    /// Takes the parts apart, without looking at them.
    fn parse(image: &'a [u8]) -> Option<Self> {
        let mut rest = Cursor::new(image);
        if rest.array()? != b"BSP1" || usize::from(rest.u16()?) != image.len() {
            return None;
        }
        let head = Head {
            flags: rest.u16()?,
            version: rest.u32()?,
            permissions: rest.u16()?,
            rules: rest.u8()?,
            limits: rest.u8()?,
            valid_from: rest.u64()?,
            valid_until: rest.u64()?,
            created: rest.u64()?,
            tolerance: rest.u32()?,
            recv_window_max: rest.u32()?,
            info_max_age: rest.u64()?,
            weight_cap: rest.u32()?,
            signature_faults: rest.u8()?,
            hours: rest.u8()?,
            zero: rest.u16()?,
        };
        let mut texts = [[].as_slice(); 6];
        for text in &mut texts {
            *text = rest.text()?;
        }
        let hours = Cursor::new(rest.take(usize::from(head.hours).checked_mul(4)?)?);
        let rules = rest;
        for _ in 0..head.rules {
            rest.block()?;
        }
        Some(Self { image, fingerprint: [0; FINGERPRINT], head, texts, hours, rules, limits: rest })
    }

    /// The SHA-256 of the compiled form, by which a policy is known.
    #[must_use]
    pub fn id(&self) -> [u8; 32] {
        Sha256::digest(self.image).into()
    }

    /// Whether that is the SHA-256 of the compiled form, as far as its first bytes tell.
    pub(crate) fn has_id(&self, id: &[u8; 32]) -> bool {
        id.first_chunk() == Some(&self.fingerprint)
    }

    /// The compiled form.
    #[must_use]
    pub const fn image(&self) -> &'a [u8] {
        self.image
    }

    fn text(&self, place: usize) -> &'a str {
        utf8(self.texts.get(place).copied().unwrap_or_default())
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> &'a str {
        self.text(NAME)
    }

    /// What it is for.
    #[must_use]
    pub fn purpose(&self) -> &'a str {
        self.text(PURPOSE)
    }

    /// The application it is for; empty where it is for any.
    #[must_use]
    pub fn app(&self) -> &'a str {
        self.text(APP)
    }

    /// Whether it is for an application, or for none that is told.
    pub(crate) fn is_for(&self, app: Option<&str>) -> bool {
        let wanted = self.texts.get(APP).copied().unwrap_or_default();
        wanted.is_empty() || app.is_some_and(|app| app.as_bytes() == wanted)
    }

    /// Who wrote it; may be empty.
    #[must_use]
    pub fn author(&self) -> &'a str {
        self.text(AUTHOR)
    }

    /// Why it was written; may be empty.
    #[must_use]
    pub fn reason(&self) -> &'a str {
        self.text(REASON)
    }

    /// The date of the Terms that the owner has read, as `2025-01-22`; may be empty.
    #[must_use]
    pub fn terms(&self) -> &'a str {
        self.text(TERMS)
    }

    /// Its version.
    #[must_use]
    pub const fn version(&self) -> u32 {
        self.head.version
    }

    /// What of the key's permissions it needs.
    #[must_use]
    pub fn permissions(&self) -> Permissions {
        Permissions::from_bits(self.head.permissions).unwrap_or_default()
    }

    const fn bits(&self, first: u32) -> u16 {
        self.head.flags.wrapping_shr(first) & 3
    }

    const fn flag(&self, bit: u32) -> bool {
        self.head.flags.wrapping_shr(bit) & 1 != 0
    }

    /// Whether the caller only asks and is not to be trusted with more than he asks for.
    #[must_use]
    pub const fn is_untrusted(&self) -> bool {
        self.flag(0)
    }

    /// Whether it stops everything.
    #[must_use]
    pub const fn is_stop(&self) -> bool {
        self.flag(1)
    }

    /// How timestamps have to follow each other.
    #[must_use]
    pub const fn timestamps(&self) -> Timestamps {
        match self.bits(2) {
            0 => Timestamps::Rising,
            1 => Timestamps::NotFalling,
            _ => Timestamps::Any,
        }
    }

    /// Whether routes that change something take parameters that the catalogue does not have for them.
    #[must_use]
    pub const fn takes_unknown_parameters(&self) -> bool {
        self.flag(4)
    }

    /// Whether a key that may be used from any address only reads.
    #[must_use]
    pub const fn wants_ip_restricted(&self) -> bool {
        self.flag(5)
    }

    /// Which type of key it wants.
    #[must_use]
    pub const fn key_type(&self) -> WantedKey {
        match self.bits(6) {
            0 => WantedKey::Any,
            1 => WantedKey::Asymmetric,
            _ => WantedKey::Ed25519,
        }
    }

    /// What it does about entries of the catalogue of that trust.
    #[must_use]
    pub const fn entries(&self, trust: Trust) -> Entries {
        let bits = match trust {
            Trust::Documented => 0,
            Trust::Inferred => self.bits(8),
            Trust::Low => self.bits(10),
            Trust::Unknown => self.bits(12),
        };
        match bits {
            0 => Entries::Allow,
            1 => Entries::Read,
            _ => Entries::Deny,
        }
    }

    /// How old the answer about the key's permissions may be, in ms; nothing where none is needed.
    #[must_use]
    pub const fn info_max_age_ms(&self) -> Option<u64> {
        if self.flag(14) { Some(self.head.info_max_age) } else { None }
    }

    /// When the key was created, in ms since 1970; nothing where it may be any key.
    #[must_use]
    pub const fn key_created(&self) -> Option<u64> {
        given(self.head.created)
    }

    /// From when on it is valid, in ms since 1970.
    #[must_use]
    pub const fn valid_from(&self) -> Option<u64> {
        given(self.head.valid_from)
    }

    /// From when on it is valid no longer, in ms since 1970.
    #[must_use]
    pub const fn valid_until(&self) -> Option<u64> {
        given(self.head.valid_until)
    }

    /// How far `timestamp` may be from the clock, in ms.
    #[must_use]
    pub const fn tolerance_ms(&self) -> u32 {
        self.head.tolerance
    }

    /// The widest `recvWindow`, in ms.
    #[must_use]
    pub const fn recv_window_max_ms(&self) -> u32 {
        self.head.recv_window_max
    }

    /// The used weight of a family's minute at which nothing is signed any more.
    #[must_use]
    pub const fn weight_cap(&self) -> Option<u32> {
        if self.head.weight_cap == 0 { None } else { Some(self.head.weight_cap) }
    }

    /// After how many answers in a row that the signature is invalid the key is suspended.
    #[must_use]
    pub const fn signature_faults(&self) -> u8 {
        self.head.signature_faults
    }

    /// The hours in which it holds, as minutes of the week (Monday 00:00 UTC is 0): the first, and the first no longer.
    pub fn hours(&self) -> impl Iterator<Item = (u16, u16)> + use<'a> {
        let mut rest = self.hours;
        core::iter::from_fn(move || Some((rest.u16()?, rest.u16()?)))
    }

    /// Its rules, in the order of the document.
    pub fn rules(&self) -> impl Iterator<Item = Rule<'a>> + use<'a> {
        let (mut left, mut rest) = (self.head.rules, self.rules);
        core::iter::from_fn(move || {
            left = left.checked_sub(1)?;
            Rule::read(&mut rest)
        })
    }

    /// Its limits, in the order of the document.
    pub fn limits(&self) -> impl Iterator<Item = Limit<'a>> + use<'a> {
        let (mut left, mut rest) = (self.head.limits, self.limits);
        core::iter::from_fn(move || {
            left = left.checked_sub(1)?;
            Limit::read(&mut rest)
        })
    }

    /// How many limits it has.
    pub(crate) const fn limit_count(&self) -> u8 {
        self.head.limits
    }
}

/// A number of which 0 says that it is not given.
const fn given(number: u64) -> Option<u64> {
    if number == 0 { None } else { Some(number) }
}

impl core::fmt::Debug for Policy<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "Policy({} {})", self.name(), self.version())
    }
}
