//! What is known of a route: its family, its method, and what the exchange asks of a request to it.

use super::attributes::{Action, Attributes, Group, Needed, Trust};
use super::parameters::{NameId, Presence, entry};
use super::table::sets;
use crate::Method;
use crate::class::table::SETS;

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

    /// The family of that name.
    ///
    /// ```
    /// use binsign::catalogue::Family;
    ///
    /// assert_eq!(Family::of_name("futures-um"), Some(Family::FuturesUm));
    /// assert_eq!(Family::of_name("futures"), None);
    /// ```
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|family| family.as_str() == name)
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

/// How a request travels.
///
/// ```
/// use binsign::catalogue::Transport;
///
/// assert_eq!(Transport::WsApi.as_str(), "ws-api");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Transport {
    /// HTTP.
    Rest,
    /// A message of the WebSocket API.
    WsApi,
    /// The opening of a signed stream, `wss://…/sapi/wss`.
    SapiWss,
    /// A message of the FIX API.
    Fix,
}

impl Transport {
    /// The name of the transport.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Rest => "rest",
            Self::WsApi => "ws-api",
            Self::SapiWss => "sapi-wss",
            Self::Fix => "fix",
        }
    }
}

/// What the exchange prints beside a route.
///
/// ```
/// use binsign::catalogue::SecurityType;
///
/// assert_eq!(SecurityType::UserStream.as_str(), "USER_STREAM");
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
    /// Opens a FIX session: signed.
    FixApi,
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
            Self::FixApi => "FIX_API",
        }
    }

    /// The type behind a number of the table; 0 stands for a method that the path does not have.
    pub(crate) const fn of_number(number: u16) -> Option<Self> {
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
/// let Lookup::Found(time) = lookup(Method::Get, "/api/v3/time") else { panic!() };
/// assert!(!time.needs_signature() && !time.needs_api_key());
/// let Lookup::Found(order) = lookup(Method::Post, "/api/v3/order") else { panic!() };
/// assert!(order.needs_signature() && order.needs_api_key());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Route {
    family: Family,
    transport: Transport,
    method: Option<Method>,
    security: SecurityType,
    needs: Needs,
    attributes: Attributes,
    /// The number of its set of parameters, among those of the family.
    set: u16,
}

/// What the tables have of each route, however it is called.
#[derive(Clone, Copy)]
pub(super) struct Details {
    pub(super) attributes: u32,
    pub(super) set: u16,
}

/// In the number of a set: it is among those of what signatures may open, which are there for all families.
const OF_CLASS: u16 = 1 << 15;

/// No set at all.
const NO_SET: u16 = u16::MAX;

/// What a request must carry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Needs {
    Nothing,
    ApiKey,
    Signature,
}

impl Route {
    /// The opening of a signed stream.
    #[cfg(feature = "ws-api")]
    pub const SAPI_WSS: Self = Self {
        family: Family::Sapi,
        transport: Transport::SapiWss,
        method: Some(Method::Get),
        security: SecurityType::UserData,
        needs: Needs::Signature,
        attributes: Attributes(super::table::SAPI_WSS.0),
        set: super::table::SAPI_WSS.1,
    };

    /// The Logon of a FIX session.
    #[cfg(feature = "fix")]
    pub const FIX_LOGON: Self = Self {
        family: Family::Spot,
        transport: Transport::Fix,
        method: None,
        security: SecurityType::FixApi,
        needs: Needs::Signature,
        attributes: Attributes(super::table::FIX_LOGON),
        // It is built whole, and takes no parameters.
        set: NO_SET,
    };

    pub(super) const fn rest(family: Family, method: Method, security: SecurityType, details: Details) -> Self {
        let needs = match security {
            SecurityType::None => Needs::Nothing,
            SecurityType::MarketData | SecurityType::UserStream => Needs::ApiKey,
            _ => Needs::Signature,
        };
        let Details { attributes, set } = details;
        let (transport, attributes) = (Transport::Rest, Attributes(attributes));
        Self { family, transport, method: Some(method), security, needs, attributes, set }
    }

    /// A route that a signature may open; `method` is nothing for the WebSocket API. The number is that of its set of
    /// parameters among those of [`class`](crate::class).
    pub(crate) const fn target(
        family: Family,
        method: Option<Method>,
        security: SecurityType,
        attributes: Attributes,
        set: u16,
    ) -> Self {
        let transport = if method.is_some() { Transport::Rest } else { Transport::WsApi };
        Self { family, transport, method, security, needs: Needs::Signature, attributes, set: set | OF_CLASS }
    }

    /// A method of the WebSocket API, from its number in the table: the security type, 8 more where it is signed, 16
    /// more where it has an API key and no signature.
    #[cfg(feature = "ws-api")]
    pub(super) const fn ws_api(family: Family, number: u16, details: Details) -> Option<Self> {
        let Some(security) = SecurityType::of_number(number & 7) else { return None };
        let needs = match number >> 3 {
            0 => Needs::Nothing,
            1 => Needs::Signature,
            _ => Needs::ApiKey,
        };
        let Details { attributes, set } = details;
        let (transport, attributes) = (Transport::WsApi, Attributes(attributes));
        Some(Self { family, transport, method: None, security, needs, attributes, set })
    }

    /// The family.
    #[must_use]
    pub const fn family(self) -> Family {
        self.family
    }

    /// How a request to it travels.
    #[must_use]
    pub const fn transport(self) -> Transport {
        self.transport
    }

    /// The HTTP method; nothing where the request is no HTTP.
    #[must_use]
    pub const fn method(self) -> Option<Method> {
        self.method
    }

    /// What the exchange prints beside it.
    #[must_use]
    pub const fn security(self) -> SecurityType {
        self.security
    }

    /// Whether a request carries the API key.
    #[must_use]
    pub const fn needs_api_key(self) -> bool {
        !matches!(self.needs, Needs::Nothing)
    }

    /// Whether a request carries a signature.
    #[must_use]
    pub const fn needs_signature(self) -> bool {
        matches!(self.needs, Needs::Signature)
    }

    /// The group that the exchange documents it in.
    #[must_use]
    pub const fn group(self) -> Group {
        self.attributes.group()
    }

    /// What a request to it does.
    #[must_use]
    pub fn action(self) -> Action {
        self.attributes.action()
    }

    /// Which permission of the key it needs.
    #[must_use]
    pub fn permissions(self) -> Needed {
        self.attributes.permissions()
    }

    /// How far the permission can be trusted.
    #[must_use]
    pub const fn trust(self) -> Trust {
        self.attributes.trust()
    }

    /// Whether a request changes anything.
    #[must_use]
    pub const fn is_mutating(self) -> bool {
        self.attributes.is_mutating()
    }

    /// Whether a request moves funds; an order alone does not.
    #[must_use]
    pub const fn moves_funds(self) -> bool {
        self.attributes.moves_funds()
    }

    /// Whether it is about API keys.
    #[must_use]
    pub const fn manages_keys(self) -> bool {
        self.attributes.manages_keys()
    }

    /// Whether it takes `recvWindow`.
    #[must_use]
    pub const fn takes_recv_window(self) -> bool {
        self.attributes.takes_recv_window()
    }

    /// The number of the shape of its parameters: the place of the shape's name in `policy/shapes.csv`.
    #[allow(dead_code, reason = "the policy reads it")]
    pub(crate) const fn shape(self) -> u8 {
        self.attributes.shape()
    }

    /// Whether the catalogue has a parameter of that name for the route. `timestamp`, `recvWindow`, `signature` and, on
    /// the WebSocket API, `apiKey` belong to every signed request and are not among them. On bare metal, where the texts
    /// are left out, a hash of 16 bits decides.
    ///
    /// ```
    /// use binsign::catalogue::{Lookup, lookup};
    ///
    /// let Lookup::Found(order) = lookup(binsign::Method::Post, "/api/v3/order") else { panic!() };
    /// assert!(order.accepts("price") && !order.accepts("prize"));
    /// ```
    #[must_use]
    pub fn accepts(self, name: &str) -> bool {
        NameId::of_name(name).is_some_and(|id| self.entries().iter().any(|number| entry(*number).0 == id))
    }

    /// The parameters that the catalogue has for the route, in the order of the documentation, the required ones first.
    pub fn parameters(self) -> impl Iterator<Item = (&'static str, Presence)> {
        self.entries().iter().map(|number| {
            let (id, presence) = entry(*number);
            (id.name(), presence)
        })
    }

    /// The entries of its set of parameters.
    pub(crate) fn entries(self) -> &'static [u16] {
        if self.set & OF_CLASS != 0 && self.set != NO_SET {
            return SETS.get(self.set & !OF_CLASS);
        }
        sets(self.family).map(|sets| sets.get(self.set)).unwrap_or_default()
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
        SecurityType::of_number(nibble(self.0, method))
    }

    /// How many of the methods that are there come before one.
    pub(super) const fn before(self, method: Method) -> u16 {
        let earlier = self.0 & !(u16::MAX << shift(method));
        let any = earlier | (earlier >> 1) | (earlier >> 2) | (earlier >> 3);
        (any & 1).wrapping_add((any >> 4) & 1).wrapping_add((any >> 8) & 1)
    }
}

/// The four bits of a method.
pub(super) const fn nibble(number: u16, method: Method) -> u16 {
    (number >> shift(method)) & 15
}

const fn shift(method: Method) -> u16 {
    match method {
        Method::Get => 0,
        Method::Post => 4,
        Method::Put => 8,
        Method::Delete => 12,
    }
}
