//! What the catalogue says of a route beyond how it is called: its group, what it does, which permission it needs, and
//! how far that is to be trusted. In the tables all of it is one number a route.

use super::table::{GROUPS, NEEDED};
use crate::Permissions;

/// A group of routes that the exchange documents together: finer than [`Family`](super::Family), which is a host.
///
/// ```
/// use binsign::catalogue::{Group, Lookup, lookup};
///
/// let Lookup::Found(order) = lookup(binsign::Method::Post, "/sapi/v1/margin/order") else { panic!() };
/// assert_eq!(order.group().name(), "margin");
/// assert_eq!(Group::of_name("margin"), Some(order.group()));
/// assert_eq!(Group::of_name("margins"), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Group(u8);

impl Group {
    /// The name, as `spot`, `futures-um`, `sub-account`.
    #[must_use]
    pub fn name(self) -> &'static str {
        GROUPS.get(usize::from(self.0)).copied().unwrap_or_default()
    }

    /// The group of that name.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        Self::all().find(|group| group.name() == name)
    }

    /// The number of the group, below 32; it stays with the group.
    #[must_use]
    pub const fn number(self) -> u8 {
        self.0
    }

    /// All groups, in the order of their numbers.
    ///
    /// ```
    /// assert!(binsign::catalogue::Group::all().any(|group| group.name() == "wallet"));
    /// ```
    pub fn all() -> impl Iterator<Item = Self> {
        (0..u8::try_from(GROUPS.len()).unwrap_or(0)).map(Self)
    }
}

/// What a request to a route does. The order is that of the numbers in compiled policies, not that of the danger.
///
/// ```
/// use binsign::catalogue::{Action, Lookup, lookup};
///
/// let Lookup::Found(route) = lookup(binsign::Method::Post, "/sapi/v1/capital/withdraw/apply") else { panic!() };
/// assert_eq!(route.action(), Action::Withdraw);
/// assert_eq!(Action::of_name("withdraw"), Some(Action::Withdraw));
/// assert_eq!(Action::Withdraw.as_str(), "withdraw");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// Reads what everybody may read.
    Public,
    /// Reads what is the account's own.
    Read,
    /// Opens, keeps or closes a stream of the account's data: listen keys and tokens too.
    Stream,
    /// Logs a connection on or off, or asks for its state.
    Session,
    /// Tests an order without placing it.
    Test,
    /// Places an order.
    Order,
    /// Changes an order that is there.
    Amend,
    /// Cancels orders.
    Cancel,
    /// Changes how the account works, and moves nothing.
    Settings,
    /// Borrows, repays, or liquidates what was borrowed.
    Loan,
    /// Converts, stakes, redeems, collects: the funds stay in the account.
    Funds,
    /// Moves funds between wallets, or between accounts of the same owner.
    Transfer,
    /// Funds leave the account, to an outside address or to another person.
    Withdraw,
    /// Manages API keys; reads them, too.
    Keys,
}

impl Action {
    /// All actions, in the order of their numbers.
    pub const ALL: [Action; 14] = [
        Action::Public,
        Action::Read,
        Action::Stream,
        Action::Session,
        Action::Test,
        Action::Order,
        Action::Amend,
        Action::Cancel,
        Action::Settings,
        Action::Loan,
        Action::Funds,
        Action::Transfer,
        Action::Withdraw,
        Action::Keys,
    ];

    /// The name of the action, as in policies.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Read => "read",
            Self::Stream => "stream",
            Self::Session => "session",
            Self::Test => "test",
            Self::Order => "order",
            Self::Amend => "amend",
            Self::Cancel => "cancel",
            Self::Settings => "settings",
            Self::Loan => "loan",
            Self::Funds => "funds",
            Self::Transfer => "transfer",
            Self::Withdraw => "withdraw",
            Self::Keys => "keys",
        }
    }

    /// The action of that name.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|action| action.as_str() == name)
    }

    /// The number of the action, which stays with it.
    #[must_use]
    pub const fn number(self) -> u8 {
        match self {
            Self::Public => 0,
            Self::Read => 1,
            Self::Stream => 2,
            Self::Session => 3,
            Self::Test => 4,
            Self::Order => 5,
            Self::Amend => 6,
            Self::Cancel => 7,
            Self::Settings => 8,
            Self::Loan => 9,
            Self::Funds => 10,
            Self::Transfer => 11,
            Self::Withdraw => 12,
            Self::Keys => 13,
        }
    }
}

/// How far an entry of the catalogue can be trusted where it says which permission a route needs.
///
/// ```
/// use binsign::catalogue::{Lookup, Trust, lookup};
///
/// let Lookup::Found(route) = lookup(binsign::Method::Post, "/sapi/v1/bnbBurn") else { panic!() };
/// assert_eq!(route.trust(), Trust::Unknown);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Trust {
    /// The exchange's documentation says so.
    Documented,
    /// It follows from a rule that holds for the family.
    Inferred,
    /// It is likely, and no more.
    Low,
    /// Nobody says.
    Unknown,
}

impl Trust {
    /// All levels, the best first.
    pub const ALL: [Trust; 4] = [Trust::Documented, Trust::Inferred, Trust::Low, Trust::Unknown];

    /// The name of the level.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Documented => "documented",
            Self::Inferred => "inferred",
            Self::Low => "low",
            Self::Unknown => "unknown",
        }
    }

    /// The level of that name.
    ///
    /// ```
    /// use binsign::catalogue::Trust;
    ///
    /// assert_eq!(Trust::of_name("low"), Some(Trust::Low));
    /// ```
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.as_str() == name)
    }
}

/// Which permission of the key a route needs.
///
/// ```
/// use binsign::Permissions;
/// use binsign::catalogue::{Lookup, Needed, lookup};
///
/// let Lookup::Found(route) = lookup(binsign::Method::Post, "/api/v3/order") else { panic!() };
/// assert_eq!(route.permissions(), Needed::Any(Permissions::SPOT_AND_MARGIN_TRADING));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Needed {
    /// None: the route is public.
    None,
    /// Any one of these.
    Any(Permissions),
    /// Nobody says which one.
    Unknown,
}

/// All that one number of the tables says; the generator packs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Attributes(pub(crate) u32);

impl Attributes {
    /// `count` bits from `first` on.
    const fn bits(self, first: u32, count: u32) -> u8 {
        // Eight bits at the most are asked for.
        self.0.wrapping_shr(first).to_le_bytes()[0] & 0xff_u8.wrapping_shr(8_u32.wrapping_sub(count))
    }

    pub(crate) const fn group(self) -> Group {
        Group(self.bits(0, 5))
    }

    pub(crate) fn action(self) -> Action {
        // The generator knows no other numbers; what did not come from it passes for the worst.
        Action::ALL.get(usize::from(self.bits(5, 4))).copied().unwrap_or(Action::Keys)
    }

    pub(crate) const fn is_mutating(self) -> bool {
        self.bits(9, 1) != 0
    }

    pub(crate) const fn moves_funds(self) -> bool {
        self.bits(10, 1) != 0
    }

    pub(crate) const fn manages_keys(self) -> bool {
        self.bits(11, 1) != 0
    }

    pub(crate) fn permissions(self) -> Needed {
        match NEEDED.get(usize::from(self.bits(12, 4))) {
            Some(0) => Needed::None,
            Some(bits) => Permissions::from_bits(*bits).map_or(Needed::Unknown, Needed::Any),
            None => Needed::Unknown,
        }
    }

    pub(crate) const fn trust(self) -> Trust {
        match self.bits(16, 2) {
            0 => Trust::Documented,
            1 => Trust::Inferred,
            2 => Trust::Low,
            _ => Trust::Unknown,
        }
    }

    /// The number of the shape: the place of its name in `policy/shapes.csv`.
    pub(crate) const fn shape(self) -> u8 {
        self.bits(18, 6)
    }

    pub(crate) const fn takes_recv_window(self) -> bool {
        self.bits(24, 1) != 0
    }
}
