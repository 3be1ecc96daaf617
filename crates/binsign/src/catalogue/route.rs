//! What is known of a route: its family, its method, and what the exchange asks of a request to it.

use crate::Method;

/// A family of REST interfaces: one host, one set of rules for time and encoding.
///
/// ```
/// use binsign::catalogue::Family;
///
/// assert_eq!(Family::of_path("/fapi/v1/order"), Some(Family::FuturesUm));
/// assert_eq!(Family::FuturesUm.as_str(), "futures-um");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Family {
    /// `/api`: spot trading.
    Spot,
    /// `/sapi`: wallet, margin, sub-accounts, earn and the rest; `/bapi` as well.
    Sapi,
    /// `/fapi` and `/futures`: futures with USD as margin.
    FuturesUm,
    /// `/dapi`: futures with coins as margin.
    FuturesCm,
    /// `/eapi`: options.
    Options,
    /// `/papi`: portfolio margin.
    PortfolioMargin,
}

impl Family {
    /// All families.
    pub const ALL: [Family; 6] =
        [Family::Spot, Family::Sapi, Family::FuturesUm, Family::FuturesCm, Family::Options, Family::PortfolioMargin];

    /// The name of the family, as the cargo features have it too.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Spot => "spot",
            Self::Sapi => "sapi",
            Self::FuturesUm => "futures-um",
            Self::FuturesCm => "futures-cm",
            Self::Options => "options",
            Self::PortfolioMargin => "portfolio-margin",
        }
    }

    /// The family a path belongs to, whether or not the catalogue has the path.
    #[must_use]
    pub fn of_path(path: &str) -> Option<Self> {
        let first = path.strip_prefix('/')?.split('/').next()?;
        match first {
            "api" => Some(Self::Spot),
            "sapi" | "bapi" => Some(Self::Sapi),
            "fapi" | "futures" => Some(Self::FuturesUm),
            "dapi" => Some(Self::FuturesCm),
            "eapi" => Some(Self::Options),
            "papi" => Some(Self::PortfolioMargin),
            _ => None,
        }
    }
}

/// What the exchange prints beside a route, and so what a request to it must carry.
///
/// ```
/// use binsign::catalogue::SecurityType;
///
/// assert!(SecurityType::Trade.needs_signature());
/// assert!(SecurityType::UserStream.needs_api_key() && !SecurityType::UserStream.needs_signature());
/// assert!(!SecurityType::None.needs_api_key());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SecurityType {
    /// Public.
    None,
    /// Public, but with an API key.
    MarketData,
    /// Listen keys: an API key, no signature.
    UserStream,
    /// Reads or changes the account: signed.
    UserData,
    /// Trades: signed.
    Trade,
    /// Borrows and repays: signed.
    Margin,
    /// Trades on prediction markets: signed.
    PredictionTrade,
}

impl SecurityType {
    /// The exchange's word for it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::None => "NONE",
            Self::MarketData => "MARKET_DATA",
            Self::UserStream => "USER_STREAM",
            Self::UserData => "USER_DATA",
            Self::Trade => "TRADE",
            Self::Margin => "MARGIN",
            Self::PredictionTrade => "PREDICTION_TRADE",
        }
    }

    /// Whether a request carries `X-MBX-APIKEY`.
    #[must_use]
    pub const fn needs_api_key(self) -> bool {
        !matches!(self, Self::None)
    }

    /// Whether a request carries `signature`.
    #[must_use]
    pub const fn needs_signature(self) -> bool {
        !matches!(self, Self::None | Self::MarketData | Self::UserStream)
    }

    /// The type behind a number of the table; 0 stands for a method that the path does not have.
    const fn of_number(number: u16) -> Option<Self> {
        match number {
            1 => Some(Self::None),
            2 => Some(Self::MarketData),
            3 => Some(Self::UserStream),
            4 => Some(Self::UserData),
            5 => Some(Self::Trade),
            6 => Some(Self::Margin),
            7 => Some(Self::PredictionTrade),
            _ => None,
        }
    }
}

/// A documented route.
///
/// ```
/// use binsign::Method;
/// use binsign::catalogue::{Lookup, lookup};
///
/// let Lookup::Found(route) = lookup(Method::Get, "/api/v3/time") else { panic!() };
/// assert!(!route.security().needs_signature());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Route {
    family: Family,
    method: Method,
    security: SecurityType,
}

impl Route {
    pub(super) const fn new(family: Family, method: Method, security: SecurityType) -> Self {
        Self { family, method, security }
    }

    /// The family.
    #[must_use]
    pub const fn family(self) -> Family {
        self.family
    }

    /// The HTTP method.
    #[must_use]
    pub const fn method(self) -> Method {
        self.method
    }

    /// What a request must carry.
    #[must_use]
    pub const fn security(self) -> SecurityType {
        self.security
    }
}

/// The methods of one path.
///
/// ```
/// use binsign::Method;
/// use binsign::catalogue::{Lookup, lookup};
///
/// let Lookup::OtherMethods(methods) = lookup(Method::Post, "/api/v3/time") else { panic!() };
/// assert_eq!(methods.iter().collect::<Vec<_>>(), [Method::Get]);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MethodSet(pub(super) u16);

impl MethodSet {
    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The methods, GET first.
    pub fn iter(self) -> impl Iterator<Item = Method> {
        Method::ALL.into_iter().filter(move |method| self.security(*method).is_some())
    }

    pub(super) const fn security(self, method: Method) -> Option<SecurityType> {
        let shift = match method {
            Method::Get => 0,
            Method::Post => 4,
            Method::Put => 8,
            Method::Delete => 12,
        };
        SecurityType::of_number((self.0 >> shift) & 15)
    }
}
