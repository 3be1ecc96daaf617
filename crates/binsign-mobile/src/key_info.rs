//! What the exchange says of a key, and what is wrong with it.

use std::fmt;

use binsign::{AccountMode, Code, Error, Permissions, Severity, findings};

use crate::guard::present_ms;
use crate::{KeyType, Refusal};

/// What the exchange says of a key: the answer of `GET /sapi/v1/account/apiRestrictions`, and when it came.
#[derive(uniffi::Object)]
#[uniffi::export(Debug, Display)]
pub struct KeyInfo {
    info: binsign::KeyInfo,
}

impl KeyInfo {
    pub(crate) const fn info(&self) -> &binsign::KeyInfo {
        &self.info
    }
}

impl From<binsign::KeyInfo> for KeyInfo {
    fn from(info: binsign::KeyInfo) -> Self {
        Self { info }
    }
}

/// What the owner of a key knows of it and the exchange does not say.
#[derive(Clone, Debug, uniffi::Record)]
pub struct Declared {
    /// How the key signs.
    pub key_type: Option<KeyType>,
    /// The trusted addresses, as they stand at the exchange.
    pub addresses: Option<Vec<String>>,
    /// Whether the key belongs to a sub-account.
    pub is_of_sub_account: bool,
    /// Whether the account is in portfolio margin mode, where that is known.
    pub is_portfolio_margin: Option<bool>,
    /// When the futures account was opened, in ms since 1970.
    pub futures_opened_ms: Option<i64>,
    /// When portfolio margin was activated, in ms since 1970.
    pub portfolio_margin_activated_ms: Option<i64>,
    /// When the key was created, in ms since 1970.
    pub created_ms: Option<i64>,
}

/// One thing that is wrong with a key.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Finding {
    /// Its stable name, in capitals.
    pub kind: String,
    /// How much it weighs.
    pub severity: Severity,
    /// The clause of the API Service Terms behind it.
    pub clause: String,
    /// The permission it is about, where it is about one.
    pub permission: Option<String>,
    /// What is wrong and what to do.
    pub explanation: String,
}

#[uniffi::export]
impl KeyInfo {
    /// Reads the body of an answer that came at `received_ms` (ms since 1970), now where nothing is said.
    ///
    /// # Errors
    /// `KEY_INFO_MALFORMED`, `KEY_INFO_IS_ERROR`.
    #[uniffi::constructor]
    pub fn from_json(body: &[u8], received_ms: Option<i64>) -> Result<Self, Refusal> {
        Ok(binsign::KeyInfo::from_json(body, present_ms(received_ms))?.into())
    }

    /// What is granted, the worst first, as `apiRestrictions` names it.
    #[must_use]
    pub fn permissions(&self) -> Vec<String> {
        self.info.permissions().iter().map(|one| one.name().to_owned()).collect()
    }

    /// Whether the exchange takes the key from trusted addresses only.
    #[must_use]
    pub fn is_ip_restricted(&self) -> bool {
        self.info.is_ip_restricted()
    }

    /// Whether the answer grants something that binsign does not know.
    #[must_use]
    pub fn has_unknown_grant(&self) -> bool {
        self.info.has_unknown_grant()
    }

    /// When the key was created, in ms since 1970.
    #[must_use]
    pub fn create_time_ms(&self) -> Option<i64> {
        self.info.create_time().and_then(|time| i64::try_from(time).ok())
    }

    /// When trading on Spot and margin expires, in ms since 1970; only old answers have it.
    #[must_use]
    pub fn trading_expires_ms(&self) -> Option<i64> {
        self.info.trading_expires().and_then(|time| i64::try_from(time).ok())
    }

    /// When the answer came, in ms since 1970.
    #[must_use]
    pub fn received_ms(&self) -> i64 {
        i64::try_from(self.info.observed_at()).unwrap_or(i64::MAX)
    }

    /// What is wrong with the key, the worst first: in the answer, in what its owner declares, and beside what is
    /// needed (where nothing is said, what is granted), now where no time is given. An answer older than `max_age_ms`
    /// is a finding, too.
    ///
    /// # Errors
    /// `VALUE_TYPE` for a permission that is none.
    pub fn findings(
        &self,
        needed: Option<Vec<String>>,
        declared: Declared,
        now_ms: Option<i64>,
        max_age_ms: Option<i64>,
    ) -> Result<Vec<Finding>, Refusal> {
        let needed = needed.map_or(Ok(self.info.permissions()), |names| permissions(&names))?;
        let addresses: Option<Vec<&str>> =
            declared.addresses.as_ref().map(|list| list.iter().map(String::as_str).collect());
        let since_1970 = |time: Option<i64>| time.and_then(|time| u64::try_from(time).ok());
        let known = binsign::Declared {
            key_type: declared.key_type.map(Into::into),
            label: None,
            addresses: addresses.as_deref(),
            is_of_sub_account: declared.is_of_sub_account,
            account_mode: declared
                .is_portfolio_margin
                .map(|is| if is { AccountMode::PortfolioMargin } else { AccountMode::Classic }),
            futures_opened: since_1970(declared.futures_opened_ms),
            portfolio_margin_activated: since_1970(declared.portfolio_margin_activated_ms),
            created: since_1970(declared.created_ms),
        };
        let found = findings(&self.info, &known, needed, present_ms(now_ms), since_1970(max_age_ms));
        Ok(found.map(|finding| Finding::from(&finding)).collect())
    }
}

impl From<&binsign::Finding> for Finding {
    fn from(finding: &binsign::Finding) -> Self {
        Self {
            kind: finding.kind().name().to_owned(),
            severity: finding.severity(),
            clause: finding.clause().to_owned(),
            permission: finding.permission().map(|one| one.name().to_owned()),
            explanation: finding.to_string(),
        }
    }
}

fn permissions(names: &[String]) -> Result<Permissions, Error> {
    names.iter().try_fold(Permissions::NONE, |set, name| {
        Permissions::of_name(name).map(|one| set.union(one)).ok_or_else(|| Error::about(Code::ValueType, 0, "needed"))
    })
}

impl fmt::Display for KeyInfo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "KeyInfo({})", self.permissions().join(", "))
    }
}

impl fmt::Debug for KeyInfo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
