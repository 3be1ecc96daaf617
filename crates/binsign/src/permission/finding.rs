//! What is wrong with a key, found in the exchange's answer and in what its owner declares; the worst comes first.

use core::fmt;

use super::{AccountMode, Declared, FindingKind as Kind, KeyInfo, Permissions, address};
use crate::KeyType;
use crate::decimal::Digits;

/// How long before its end an expiry is told: seven days.
const SOON_MS: u64 = 7 * 24 * 60 * 60 * 1000;

/// What only reads.
const READING: Permissions = Permissions::READING.union(Permissions::FIX_READ_ONLY);

/// What lets funds out of the account, or out of a wallet.
const MOVING: Permissions =
    Permissions::WITHDRAWALS.union(Permissions::UNIVERSAL_TRANSFER).union(Permissions::INTERNAL_TRANSFER);

/// How much a finding weighs.
///
/// ```
/// use binsign::Severity;
///
/// assert!(Severity::High > Severity::Low);
/// assert_eq!(Severity::High.as_str(), "high");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing.
    Low,
    /// To be mended.
    Medium,
    /// Not to be used so.
    High,
}

impl Severity {
    /// The name.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
        }
    }
}

/// One thing that is wrong with a key.
///
/// ```
/// use binsign::{Declared, FindingKind, KeyInfo, Permissions, Severity, findings};
///
/// let info = KeyInfo::from_json(br#"{"enableReading":true,"enableWithdrawals":true}"#, 1_700_000_000_000)?;
/// let mut found = findings(&info, &Declared::default(), Permissions::READING, 1_700_000_000_000, None);
///
/// let worst = found.next().unwrap();
/// assert_eq!((worst.kind(), worst.severity()), (FindingKind::WithdrawalsUnrestricted, Severity::High));
/// let next = found.next().unwrap();
/// assert_eq!((next.kind(), next.permission()), (FindingKind::PermissionUnneeded, Some(Permissions::WITHDRAWALS)));
/// assert_eq!(next.to_string(), "enableWithdrawals is granted and not needed; take it off the key");
/// assert_eq!(found.next(), None);
/// # Ok::<(), binsign::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finding {
    kind: Kind,
    severity: Severity,
    /// Empty where it is about no permission.
    permission: Permissions,
    /// The place in the list of addresses, from 1; 0 where it is about no entry.
    place: usize,
}

impl Finding {
    const fn new(kind: Kind, severity: Severity) -> Self {
        Self { kind, severity, permission: Permissions::NONE, place: 0 }
    }

    const fn about(kind: Kind, severity: Severity, permission: Permissions) -> Self {
        Self { kind, severity, permission, place: 0 }
    }

    /// What it is.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        self.kind
    }

    /// How much it weighs.
    #[must_use]
    pub const fn severity(&self) -> Severity {
        self.severity
    }

    /// The clause of the API Service Terms behind it, as part and number.
    #[must_use]
    pub const fn clause(&self) -> &'static str {
        self.kind.clause()
    }

    /// The permission that it is about, where it is about one.
    #[must_use]
    pub fn permission(&self) -> Option<Permissions> {
        (!self.permission.is_empty()).then_some(self.permission)
    }

    /// The entry of the list of addresses that it is about, counted from 1, where it is about one.
    #[must_use]
    pub fn address(&self) -> Option<usize> {
        (self.place > 0).then_some(self.place)
    }

    /// Gives the message piece by piece; needs neither a formatter nor a buffer.
    pub fn message(&self, put: &mut dyn FnMut(&str)) {
        let (before, after) = self.kind.sentence();
        put(before);
        if self.place > 0 {
            put(Digits::new(u64::try_from(self.place).unwrap_or(u64::MAX)).as_str());
        } else if let Some(permission) = self.permission().filter(|_| !after.is_empty()) {
            put(permission.name());
        }
        put(after);
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut outcome = Ok(());
        self.message(&mut |piece| outcome = outcome.and_then(|()| f.write_str(piece)));
        outcome
    }
}

/// What is wrong with a key, the worst first: in the exchange's answer `info`, in what its owner `declared`, and
/// between both and what is `needed`, at `now_ms` (ms since 1970). An answer older than `max_age_ms` is a finding, too;
/// with
/// nothing there, any age will do.
///
/// Who does not know what is needed gives `info.permissions()`, and no permission is too many or missing.
pub fn findings<'a>(
    info: &KeyInfo,
    declared: &Declared<'a>,
    needed: Permissions,
    now_ms: u64,
    max_age_ms: Option<u64>,
) -> impl Iterator<Item = Finding> + use<'a> {
    let look = Look { info: *info, declared: *declared, needed, now: now_ms, max_age: max_age_ms };
    let weights = [Severity::High, Severity::Medium, Severity::Low];
    weights.into_iter().flat_map(move |weight| look.all().filter(move |finding| finding.severity == weight))
}

/// All that is looked at.
#[derive(Clone, Copy)]
struct Look<'a> {
    info: KeyInfo,
    declared: Declared<'a>,
    needed: Permissions,
    now: u64,
    max_age: Option<u64>,
}

impl<'a> Look<'a> {
    /// Every finding, in the order of the kinds.
    fn all(self) -> impl Iterator<Item = Finding> + use<'a> {
        let list = self.declared.addresses.unwrap_or_default();
        let key = [self.unrestricted(), self.key_other(), self.not_in_force(), self.info_old()];
        let fit = [
            self.expiry(),
            self.before_futures(),
            self.before_portfolio_margin(),
            self.account_mode(),
            self.fix(),
            self.hmac(),
            address::of_list(list, self.declared.is_of_sub_account).map(|kind| Finding::new(kind, Severity::Medium)),
        ];
        key.into_iter()
            .flatten()
            .chain(self.unneeded())
            .chain(self.missing())
            .chain(fit.into_iter().flatten())
            .chain(address::of_entries(list).map(|(kind, place)| Finding { place, ..Finding::new(kind, weight(kind)) }))
    }

    /// How much weighs what keeps a permission from working: all, where the permission is needed.
    fn weight_of(&self, permission: Permissions) -> Severity {
        if self.needed.intersects(permission) { Severity::High } else { Severity::Medium }
    }

    fn is_in_play(&self, permission: Permissions) -> bool {
        self.info.permissions().union(self.needed).intersects(permission)
    }

    fn key_other(&self) -> Option<Finding> {
        let (declared, told) = (self.declared.created?, self.info.create_time()?);
        (declared != told).then_some(Finding::new(Kind::KeyOther, Severity::High))
    }

    fn unrestricted(&self) -> Option<Finding> {
        let granted = self.info.permissions();
        if self.info.is_ip_restricted() {
            return None;
        }
        Some(if granted.contains(Permissions::WITHDRAWALS) {
            Finding::new(Kind::WithdrawalsUnrestricted, Severity::High)
        } else if !granted.minus(READING).is_empty() || self.info.has_unknown_grant() {
            Finding::new(Kind::Unrestricted, Severity::High)
        } else {
            Finding::new(Kind::UnrestrictedReading, Severity::Low)
        })
    }

    fn not_in_force(&self) -> Option<Finding> {
        let declared = self.declared.addresses.is_some_and(|list| !list.is_empty());
        (declared && !self.info.is_ip_restricted()).then_some(Finding::new(Kind::AddressesNotInForce, Severity::High))
    }

    fn info_old(&self) -> Option<Finding> {
        let most = self.max_age?;
        let is_young = self.info.age(self.now).is_some_and(|age| age <= most);
        (!is_young).then_some(Finding::new(Kind::InfoOld, Severity::High))
    }

    /// Reading is the base of everything, and never too much.
    fn unneeded(self) -> impl Iterator<Item = Finding> {
        let unneeded = self.info.permissions().minus(self.needed).minus(Permissions::READING);
        let known = unneeded.iter().map(|permission| {
            let severity = match permission {
                _ if MOVING.contains(permission) => Severity::High,
                _ if READING.contains(permission) => Severity::Low,
                _ => Severity::Medium,
            };
            Finding::about(Kind::PermissionUnneeded, severity, permission)
        });
        let unknown = self.info.has_unknown_grant();
        known.chain(unknown.then_some(Finding::new(Kind::PermissionUnknown, Severity::Medium)))
    }

    fn missing(self) -> impl Iterator<Item = Finding> {
        let missing = self.needed.minus(self.info.permissions());
        missing.iter().map(|permission| Finding::about(Kind::PermissionMissing, Severity::High, permission))
    }

    fn expiry(&self) -> Option<Finding> {
        const TRADING: Permissions = Permissions::SPOT_AND_MARGIN_TRADING;
        let expires = self.info.trading_expires().filter(|_| self.info.permissions().contains(TRADING))?;
        match expires.checked_sub(self.now) {
            None | Some(0) => Some(Finding::about(Kind::TradingExpired, self.weight_of(TRADING), TRADING)),
            Some(..=SOON_MS) => Some(Finding::about(Kind::TradingExpiresSoon, Severity::Medium, TRADING)),
            Some(_) => None,
        }
    }

    /// When the key was created, as the exchange tells it, or else its owner.
    fn created(&self) -> Option<u64> {
        self.info.create_time().or(self.declared.created)
    }

    fn before_futures(&self) -> Option<Finding> {
        let is_before = self.created()? < self.declared.futures_opened?;
        let futures = Permissions::FUTURES;
        (is_before && self.is_in_play(futures))
            .then(|| Finding::about(Kind::KeyBeforeFutures, self.weight_of(futures), futures))
    }

    fn before_portfolio_margin(&self) -> Option<Finding> {
        let is_before = self.created()? < self.declared.portfolio_margin_activated?;
        let trading = Permissions::PORTFOLIO_MARGIN_TRADING;
        (is_before && self.is_in_play(trading))
            .then(|| Finding::about(Kind::KeyBeforePortfolioMargin, self.weight_of(trading), trading))
    }

    fn account_mode(&self) -> Option<Finding> {
        let (kind, permission) = match self.declared.account_mode? {
            AccountMode::PortfolioMargin => (Kind::FuturesInPortfolioMargin, Permissions::FUTURES),
            AccountMode::Classic => (Kind::PortfolioMarginInClassic, Permissions::PORTFOLIO_MARGIN_TRADING),
        };
        self.is_in_play(permission).then(|| Finding::about(kind, self.weight_of(permission), permission))
    }

    fn fix(&self) -> Option<Finding> {
        let is_other = self.declared.key_type.is_some_and(|key_type| key_type != KeyType::Ed25519);
        let fix = Permissions::FIX_API_TRADE.union(Permissions::FIX_READ_ONLY);
        let permission = self.info.permissions().union(self.needed).intersection(fix).iter().next()?;
        // The exchange shows reading by FIX on keys that nobody gave it to.
        let is_asked = self.needed.intersects(fix) || permission == Permissions::FIX_API_TRADE;
        (is_other && is_asked).then(|| Finding::about(Kind::FixNeedsEd25519, self.weight_of(fix), permission))
    }

    fn hmac(&self) -> Option<Finding> {
        (self.declared.key_type? == KeyType::Hmac).then_some(Finding::new(Kind::HmacKey, Severity::Medium))
    }
}

/// How much a finding about an entry of the list weighs.
const fn weight(kind: Kind) -> Severity {
    match kind {
        Kind::AddressAny => Severity::High,
        Kind::AddressTwice => Severity::Low,
        _ => Severity::Medium,
    }
}

#[cfg(test)]
mod tests;
