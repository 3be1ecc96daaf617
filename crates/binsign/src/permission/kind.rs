//! The one list of findings about a key: names, clauses of the Terms, sentences.

/// What was found about a key: a name that stays the same for ever.
///
/// ```
/// use binsign::FindingKind;
///
/// assert_eq!(FindingKind::WithdrawalsUnrestricted.name(), "WITHDRAWALS_UNRESTRICTED");
/// assert_eq!(FindingKind::WithdrawalsUnrestricted.clause(), "E 11 d");
/// ```
// In the order in which they are told where they weigh the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FindingKind {
    /// The key may withdraw, from any address.
    WithdrawalsUnrestricted,
    /// The key may do more than read, from any address.
    Unrestricted,
    /// The key was created at another time than the owner declares.
    KeyOther,
    /// The owner declares addresses, and the exchange takes the key from any.
    AddressesNotInForce,
    /// The list has an address that stands for all.
    AddressAny,
    /// The answer is older than allowed, or from a time that is still to come.
    InfoOld,
    /// A permission is granted and not needed.
    PermissionUnneeded,
    /// The answer grants something that binsign does not know.
    PermissionUnknown,
    /// A permission is needed and not granted.
    PermissionMissing,
    /// Trading on Spot and margin has expired.
    TradingExpired,
    /// Trading on Spot and margin expires within seven days.
    TradingExpiresSoon,
    /// The key is older than the futures account.
    KeyBeforeFutures,
    /// The key is older than portfolio margin on this account.
    KeyBeforePortfolioMargin,
    /// Futures, on an account with portfolio margin.
    FuturesInPortfolioMargin,
    /// Portfolio margin, on an account without.
    PortfolioMarginInClassic,
    /// FIX, with a key of another type than Ed25519.
    FixNeedsEd25519,
    /// The key is an HMAC key.
    HmacKey,
    /// An entry of the list is no address.
    AddressMalformed,
    /// An address of the list does not occur on the Internet.
    AddressPrivate,
    /// An entry of the list is a range or an address of IPv6, of which the exchange says nothing.
    AddressUnusual,
    /// The list is longer than the exchange takes.
    AddressesTooMany,
    /// An address is on the list already.
    AddressTwice,
    /// The key may read, from any address.
    UnrestrictedReading,
}

impl FindingKind {
    /// All there are.
    pub const ALL: [Self; 23] = [
        Self::WithdrawalsUnrestricted,
        Self::Unrestricted,
        Self::KeyOther,
        Self::AddressesNotInForce,
        Self::AddressAny,
        Self::InfoOld,
        Self::PermissionUnneeded,
        Self::PermissionUnknown,
        Self::PermissionMissing,
        Self::TradingExpired,
        Self::TradingExpiresSoon,
        Self::KeyBeforeFutures,
        Self::KeyBeforePortfolioMargin,
        Self::FuturesInPortfolioMargin,
        Self::PortfolioMarginInClassic,
        Self::FixNeedsEd25519,
        Self::HmacKey,
        Self::AddressMalformed,
        Self::AddressPrivate,
        Self::AddressUnusual,
        Self::AddressesTooMany,
        Self::AddressTwice,
        Self::UnrestrictedReading,
    ];

    /// The stable name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::KeyOther => "KEY_OTHER",
            Self::WithdrawalsUnrestricted => "WITHDRAWALS_UNRESTRICTED",
            Self::Unrestricted => "UNRESTRICTED",
            Self::AddressesNotInForce => "ADDRESSES_NOT_IN_FORCE",
            Self::AddressAny => "ADDRESS_ANY",
            Self::InfoOld => "INFO_OLD",
            Self::PermissionUnneeded => "PERMISSION_UNNEEDED",
            Self::PermissionUnknown => "PERMISSION_UNKNOWN",
            Self::PermissionMissing => "PERMISSION_MISSING",
            Self::TradingExpired => "TRADING_EXPIRED",
            Self::TradingExpiresSoon => "TRADING_EXPIRES_SOON",
            Self::KeyBeforeFutures => "KEY_BEFORE_FUTURES",
            Self::KeyBeforePortfolioMargin => "KEY_BEFORE_PORTFOLIO_MARGIN",
            Self::FuturesInPortfolioMargin => "FUTURES_IN_PORTFOLIO_MARGIN",
            Self::PortfolioMarginInClassic => "PORTFOLIO_MARGIN_IN_CLASSIC",
            Self::FixNeedsEd25519 => "FIX_NEEDS_ED25519",
            Self::HmacKey => "HMAC_KEY",
            Self::AddressMalformed => "ADDRESS_MALFORMED",
            Self::AddressPrivate => "ADDRESS_PRIVATE",
            Self::AddressUnusual => "ADDRESS_UNUSUAL",
            Self::AddressesTooMany => "ADDRESSES_TOO_MANY",
            Self::AddressTwice => "ADDRESS_TWICE",
            Self::UnrestrictedReading => "UNRESTRICTED_READING",
        }
    }

    /// The clause of the API Service Terms behind it, as part and number.
    #[must_use]
    pub const fn clause(self) -> &'static str {
        match self {
            Self::KeyOther => "D 6",
            Self::PermissionUnneeded | Self::PermissionUnknown => "E 11 b",
            Self::TradingExpired | Self::TradingExpiresSoon => "E 11 c",
            Self::HmacKey => "E 12",
            Self::InfoOld
            | Self::PermissionMissing
            | Self::KeyBeforeFutures
            | Self::KeyBeforePortfolioMargin
            | Self::FuturesInPortfolioMargin
            | Self::PortfolioMarginInClassic
            | Self::FixNeedsEd25519 => "D 9",
            _ => "E 11 d",
        }
    }

    /// Whether it may be why the exchange answers -2015 ("Invalid API-key, IP, or permissions for action"), one code
    /// for many causes. What no answer shows may be the cause too: the request came from another address, the key is of
    /// the other environment (testnet), or it was deleted.
    #[must_use]
    pub const fn explains_rejection(self) -> bool {
        matches!(
            self,
            Self::PermissionMissing
                | Self::TradingExpired
                | Self::KeyBeforeFutures
                | Self::KeyBeforePortfolioMargin
                | Self::FuturesInPortfolioMargin
                | Self::PortfolioMarginInClassic
                | Self::FixNeedsEd25519
                | Self::AddressMalformed
                | Self::AddressPrivate
                | Self::AddressUnusual
                | Self::AddressesTooMany
        )
    }

    /// What to say of it: where it is in two parts, the permission or the place in the list stands between them.
    pub(super) const fn sentence(self) -> (&'static str, &'static str) {
        match self {
            Self::KeyOther => (
                "the key was created at another time than declared, so it is another key; find out which, then \
                 declare it anew",
                "",
            ),
            Self::WithdrawalsUnrestricted => (
                "the key may withdraw from any address; restrict it to trusted addresses, or take enableWithdrawals \
                 off it",
                "",
            ),
            Self::Unrestricted => (
                "the key may do more than read from any address, and the exchange may delete it for that; restrict it \
                 to trusted addresses",
                "",
            ),
            Self::AddressesNotInForce => (
                "addresses are declared, but the exchange takes the key from any; enter them at API Management and \
                 save",
                "",
            ),
            Self::AddressAny => ("address ", " of the list stands for all addresses; name each one by itself"),
            Self::InfoOld => ("the answer is too old, or later than the clock; ask for the key's permissions anew", ""),
            Self::PermissionUnneeded => ("", " is granted and not needed; take it off the key"),
            Self::PermissionUnknown => {
                ("something is granted that this version does not know; look at API Management, and update binsign", "")
            }
            Self::PermissionMissing => (
                "",
                " is needed and not granted, so the exchange answers -2015; tick it at API Management, or use another \
                 key",
            ),
            Self::TradingExpired => (
                "trading on Spot and margin has expired, so the exchange answers -2015; tick \
                 enableSpotAndMarginTrading anew, with trusted addresses, which keep it from expiring",
                "",
            ),
            Self::TradingExpiresSoon => (
                "trading on Spot and margin expires within seven days; enter trusted addresses, which keep it from \
                 expiring",
                "",
            ),
            Self::KeyBeforeFutures => {
                ("the key is older than the futures account, so the exchange answers -2015 there; create a new key", "")
            }
            Self::KeyBeforePortfolioMargin => (
                "the key is older than portfolio margin on this account, so the exchange answers -2015 there; create \
                 a new key",
                "",
            ),
            Self::FuturesInPortfolioMargin => (
                "enableFutures does nothing on an account with portfolio margin, where the exchange answers -2015; \
                 use enablePortfolioMarginTrading and /papi",
                "",
            ),
            Self::PortfolioMarginInClassic => (
                "enablePortfolioMarginTrading does nothing on an account without portfolio margin, where the exchange \
                 answers -2015; activate it and create a new key, or trade without it",
                "",
            ),
            Self::FixNeedsEd25519 => ("", " is for Ed25519 keys alone; create such a key, or take it off this one"),
            Self::HmacKey => (
                "the exchange knows the secret of an HMAC key and advises against such keys; create an Ed25519 or RSA \
                 pair",
                "",
            ),
            Self::AddressMalformed => {
                ("entry ", " of the list is no address; write addresses as 8.8.8.8, one an entry, without blanks")
            }
            Self::AddressPrivate => (
                "address ",
                " of the list does not occur on the Internet, so no request comes from it; enter the address that the \
                 exchange sees",
            ),
            Self::AddressUnusual => (
                "address ",
                " of the list is a range or one of IPv6, of which the exchange says nothing; name IPv4 addresses",
            ),
            Self::AddressesTooMany => (
                "the list is longer than the exchange takes: 30 addresses, and 500 characters for a sub-account; \
                 shorten it",
                "",
            ),
            Self::AddressTwice => ("address ", " is on the list already; take one of the two off"),
            Self::UnrestrictedReading => {
                ("the key may be used from any address, if only to read; restrict it to trusted addresses", "")
            }
        }
    }
}
