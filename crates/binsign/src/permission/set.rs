//! The permissions of an API key as a small set, whatever the exchange calls them in the place at hand.

use core::fmt;

/// A set of permissions that the exchange can grant to an API key.
///
/// The exchange has four spellings for them: `enableSpotAndMarginTrading` in the answer of `apiRestrictions`,
/// `canTrade` for the keys of sub-accounts, `FIX_API` in the documentation of FIX, `TRADE` and `READ` for special keys
/// of margin. All
/// are read; the first is written.
///
/// ```
/// use binsign::Permissions;
///
/// let granted = Permissions::READING | Permissions::SPOT_AND_MARGIN_TRADING | Permissions::WITHDRAWALS;
/// let needed = Permissions::of_name("canTrade").unwrap() | Permissions::READING;
/// assert!(granted.contains(needed));
///
/// let names: Vec<_> = granted.minus(needed).iter().map(Permissions::name).collect();
/// assert_eq!(names, ["enableWithdrawals"]);
/// ```
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Permissions(u16);

/// Every permission, the one that does most harm in wrong hands first, with its name in the answer of
/// `apiRestrictions`.
const WORST_FIRST: [(Permissions, &str); 11] = [
    (Permissions::WITHDRAWALS, "enableWithdrawals"),
    (Permissions::UNIVERSAL_TRANSFER, "permitsUniversalTransfer"),
    (Permissions::INTERNAL_TRANSFER, "enableInternalTransfer"),
    (Permissions::MARGIN, "enableMargin"),
    (Permissions::FUTURES, "enableFutures"),
    (Permissions::SPOT_AND_MARGIN_TRADING, "enableSpotAndMarginTrading"),
    (Permissions::VANILLA_OPTIONS, "enableVanillaOptions"),
    (Permissions::PORTFOLIO_MARGIN_TRADING, "enablePortfolioMarginTrading"),
    (Permissions::FIX_API_TRADE, "enableFixApiTrade"),
    (Permissions::FIX_READ_ONLY, "enableFixReadOnly"),
    (Permissions::READING, "enableReading"),
];

/// What else the exchange calls them: FIX, keys of sub-accounts, special keys of margin.
const OTHER_NAMES: [(Permissions, &str); 11] = [
    (Permissions::FIX_API_TRADE, "FIX_API"),
    (Permissions::FIX_READ_ONLY, "FIX_API_READ_ONLY"),
    (Permissions::SPOT_AND_MARGIN_TRADING, "canTrade"),
    (Permissions::MARGIN, "canMarginLoanRepay"),
    (Permissions::FUTURES, "canFuturesTrade"),
    (Permissions::UNIVERSAL_TRANSFER, "canUniversalTransfer"),
    (Permissions::VANILLA_OPTIONS, "canVanillaOptions"),
    (Permissions::FIX_API_TRADE, "canFixApiTrading"),
    (Permissions::FIX_READ_ONLY, "canFixApiReading"),
    (Permissions::SPECIAL_KEY_TRADE, "TRADE"),
    (Permissions::SPECIAL_KEY_READ, "READ"),
];

impl Permissions {
    /// Nothing.
    pub const NONE: Self = Self(0);
    /// `enableReading`: reading what is the account's own.
    pub const READING: Self = Self(1);
    /// `enableSpotAndMarginTrading`: orders on Spot and on margin; earn, staking, loans and more besides.
    pub const SPOT_AND_MARGIN_TRADING: Self = Self(1 << 1);
    /// `enableWithdrawals`: funds leave the account; gift cards too.
    pub const WITHDRAWALS: Self = Self(1 << 2);
    /// `enableInternalTransfer`: transfers between the master account and its sub-accounts.
    pub const INTERNAL_TRANSFER: Self = Self(1 << 3);
    /// `enableMargin`: margin loans, repayments and transfers, not margin orders.
    pub const MARGIN: Self = Self(1 << 4);
    /// `enableFutures`: the futures of both kinds.
    pub const FUTURES: Self = Self(1 << 5);
    /// `permitsUniversalTransfer`: transfers between the wallets of an account.
    pub const UNIVERSAL_TRANSFER: Self = Self(1 << 6);
    /// `enableVanillaOptions`: options.
    pub const VANILLA_OPTIONS: Self = Self(1 << 7);
    /// `enablePortfolioMarginTrading`: portfolio margin.
    pub const PORTFOLIO_MARGIN_TRADING: Self = Self(1 << 8);
    /// `enableFixApiTrade`: sessions of FIX that trade.
    pub const FIX_API_TRADE: Self = Self(1 << 9);
    /// `enableFixReadOnly`: sessions of FIX that only read.
    pub const FIX_READ_ONLY: Self = Self(1 << 10);
    /// All there are.
    pub const ALL: Self = Self((1 << 11) - 1);

    /// A special key of margin with the permission mode `READ`: the account, and FIX as a reader.
    const SPECIAL_KEY_READ: Self = Self::READING.union(Self::FIX_READ_ONLY);
    /// A special key of margin with the permission mode `TRADE`: all that a special key can do.
    const SPECIAL_KEY_TRADE: Self =
        Self::SPECIAL_KEY_READ.union(Self::SPOT_AND_MARGIN_TRADING).union(Self::FIX_API_TRADE);

    /// The permission of that name in any of the exchange's spellings; a mode of special keys is more than one.
    ///
    /// ```
    /// use binsign::Permissions;
    ///
    /// for spelling in ["enableFixApiTrade", "FIX_API", "canFixApiTrading"] {
    ///     assert_eq!(Permissions::of_name(spelling), Some(Permissions::FIX_API_TRADE));
    /// }
    /// assert_eq!(Permissions::of_name("READ"), Some(Permissions::READING | Permissions::FIX_READ_ONLY));
    /// assert_eq!(Permissions::of_name("enableEverything"), None);
    /// ```
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        let mut names = WORST_FIRST.iter().chain(&OTHER_NAMES);
        names.find(|(_, known)| *known == name).map(|(permission, _)| *permission)
    }

    /// The permissions whose bits are set; none where a bit is set that stands for nothing.
    ///
    /// ```
    /// use binsign::Permissions;
    ///
    /// assert_eq!(Permissions::from_bits(0b101), Some(Permissions::READING | Permissions::WITHDRAWALS));
    /// assert_eq!(Permissions::from_bits(1 << 11), None);
    /// ```
    #[must_use]
    pub const fn from_bits(bits: u16) -> Option<Self> {
        if bits & !Self::ALL.0 == 0 { Some(Self(bits)) } else { None }
    }

    /// A bit for each permission: `enableReading` the lowest, then in the order of the constants.
    #[must_use]
    pub const fn bits(self) -> u16 {
        self.0
    }

    /// Whether nothing is in the set.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// What is in one of the two.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// What is in both.
    #[must_use]
    pub const fn intersection(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// What is in this set and not in the other.
    #[must_use]
    pub const fn minus(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether all of the other is in this set.
    #[must_use]
    pub const fn contains(self, other: Self) -> bool {
        other.0 & !self.0 == 0
    }

    /// Whether anything is in both.
    #[must_use]
    pub const fn intersects(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Every permission with its name in the answer of `apiRestrictions`.
    pub(super) fn flags() -> impl Iterator<Item = (Self, &'static str)> {
        WORST_FIRST.iter().copied()
    }

    /// Each permission of the set by itself, the one that does most harm in wrong hands first.
    pub fn iter(self) -> impl Iterator<Item = Self> {
        WORST_FIRST.iter().map(|(permission, _)| *permission).filter(move |permission| self.intersects(*permission))
    }

    /// The name in the answer of `apiRestrictions`; the worst one's where there are several, `none` where there is
    /// none.
    #[must_use]
    pub fn name(self) -> &'static str {
        WORST_FIRST.iter().find(|(permission, _)| self.intersects(*permission)).map_or("none", |(_, name)| name)
    }
}

impl core::ops::BitOr for Permissions {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        self.union(other)
    }
}

impl fmt::Debug for Permissions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut between = "";
        f.write_str("Permissions(")?;
        for permission in self.iter() {
            f.write_str(between)?;
            f.write_str(permission.name())?;
            between = " | ";
        }
        f.write_str(")")
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::Permissions;

    /// The flags of the answer as the exchange names them, with the bit each has for good: saved states
    /// and compiled policies hold them.
    #[test]
    fn bits_stay_where_they_are() {
        let names = [
            "enableReading",
            "enableSpotAndMarginTrading",
            "enableWithdrawals",
            "enableInternalTransfer",
            "enableMargin",
            "enableFutures",
            "permitsUniversalTransfer",
            "enableVanillaOptions",
            "enablePortfolioMarginTrading",
            "enableFixApiTrade",
            "enableFixReadOnly",
        ];
        for (bit, name) in names.into_iter().enumerate() {
            let permission = Permissions::of_name(name).unwrap();
            assert_eq!(permission.bits(), 1 << bit, "{name}");
            assert_eq!(permission.name(), name);
            assert_eq!(permission.iter().collect::<Vec<_>>(), [permission]);
        }
        assert_eq!(Permissions::ALL.iter().count(), names.len());
        assert_eq!(Permissions::ALL.iter().fold(Permissions::NONE, Permissions::union), Permissions::ALL);
    }

    /// The spellings beside that of `apiRestrictions`: sub-account keys (version 2), FIX, special keys of margin.
    #[test]
    fn four_spellings_are_one() {
        let spellings = [
            ("canTrade", "enableSpotAndMarginTrading"),
            ("canMarginLoanRepay", "enableMargin"),
            ("canFuturesTrade", "enableFutures"),
            ("canUniversalTransfer", "permitsUniversalTransfer"),
            ("canVanillaOptions", "enableVanillaOptions"),
            ("canFixApiTrading", "enableFixApiTrade"),
            ("canFixApiReading", "enableFixReadOnly"),
            ("FIX_API", "enableFixApiTrade"),
            ("FIX_API_READ_ONLY", "enableFixReadOnly"),
        ];
        for (other, name) in spellings {
            assert_eq!(Permissions::of_name(other), Permissions::of_name(name), "{other}");
        }
        let (read, trade) = (Permissions::of_name("READ").unwrap(), Permissions::of_name("TRADE").unwrap());
        assert_eq!(format!("{read:?}"), "Permissions(enableFixReadOnly | enableReading)");
        assert!(trade.contains(read) && trade.contains(Permissions::SPOT_AND_MARGIN_TRADING));
        assert!(!trade.intersects(Permissions::WITHDRAWALS | Permissions::UNIVERSAL_TRANSFER | Permissions::FUTURES));
        for bad in ["", "READING", "enablereading", "canWithdraw", "enableReading "] {
            assert_eq!(Permissions::of_name(bad), None, "{bad:?}");
        }
    }

    #[test]
    fn worst_come_first() {
        let names: Vec<_> = Permissions::ALL.iter().map(Permissions::name).collect();
        assert_eq!(
            names[..4],
            ["enableWithdrawals", "permitsUniversalTransfer", "enableInternalTransfer", "enableMargin"]
        );
        assert_eq!(names[9..], ["enableFixReadOnly", "enableReading"]);
        assert_eq!((Permissions::NONE.name(), Permissions::NONE.iter().count()), ("none", 0));
    }

    /// Against sets of the standard library, for all pairs of some hundred sets.
    #[test]
    fn it_is_a_set() {
        let members = |set: Permissions| set.iter().map(Permissions::bits).collect::<BTreeSet<_>>();
        let sets: Vec<_> = (0..Permissions::ALL.bits()).step_by(13).filter_map(Permissions::from_bits).collect();
        for one in &sets {
            for other in &sets {
                let (a, b) = (members(*one), members(*other));
                assert_eq!(members(one.union(*other)), a.union(&b).copied().collect());
                assert_eq!(members(one.intersection(*other)), a.intersection(&b).copied().collect());
                assert_eq!(members(one.minus(*other)), a.difference(&b).copied().collect());
                assert_eq!(one.contains(*other), a.is_superset(&b));
                assert_eq!(one.intersects(*other), !a.is_disjoint(&b));
                assert_eq!(one.is_empty(), a.is_empty());
            }
        }
        assert!((1 << 11..=u16::MAX).all(|bits| Permissions::from_bits(bits).is_none()));
    }
}
