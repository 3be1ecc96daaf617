//! What the owner of a key declares, since the exchange does not tell it.

use crate::KeyType;

/// What the owner knows of a key and `apiRestrictions` does not say; everything may be left out.
///
/// ```
/// use binsign::{Declared, KeyType};
///
/// let declared = Declared {
///     key_type: Some(KeyType::Ed25519),
///     label: Some("grid bot"),
///     addresses: Some(&["8.8.8.8"]),
///     ..Declared::default()
/// };
/// assert_eq!(declared.created, None);
/// ```
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub struct Declared<'a> {
    /// How the key signs.
    pub key_type: Option<KeyType>,
    /// What the key is called at the exchange.
    pub label: Option<&'a str>,
    /// The trusted addresses, one an entry, as they stand at the exchange.
    pub addresses: Option<&'a [&'a str]>,
    /// Whether the key belongs to a sub-account.
    pub is_of_sub_account: bool,
    /// In which mode the account is.
    pub account_mode: Option<AccountMode>,
    /// When the futures account was opened, in ms since 1970.
    pub futures_opened: Option<u64>,
    /// When portfolio margin was activated, in ms since 1970.
    pub portfolio_margin_activated: Option<u64>,
    /// When the key was created, in ms since 1970: `createTime` of an earlier answer.
    pub created: Option<u64>,
}

/// In which mode an account trades futures.
///
/// ```
/// use binsign::AccountMode;
///
/// assert_eq!(AccountMode::of_name("portfolio-margin"), Some(AccountMode::PortfolioMargin));
/// assert_eq!(AccountMode::PortfolioMargin.as_str(), "portfolio-margin");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AccountMode {
    /// Each product has its own margin.
    Classic,
    /// Portfolio margin: keys cannot trade futures by `enableFutures`.
    PortfolioMargin,
}

impl AccountMode {
    /// The name of the mode.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Classic => "classic",
            Self::PortfolioMargin => "portfolio-margin",
        }
    }

    /// The mode of that name.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        [Self::Classic, Self::PortfolioMargin].into_iter().find(|mode| mode.as_str() == name)
    }
}
