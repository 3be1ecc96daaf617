//! Limits as they stand in a compiled policy.

use super::cursor::{Cursor, utf8};
use super::rule::{Texts, selectors};
use super::selector::Selector;
use crate::Decimal;

/// What a limit counts.
///
/// ```
/// assert_eq!(binsign::policy::Count::CancelsPerOrder.as_str(), "cancels-per-order");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    /// Requests.
    Requests,
    /// Orders that are placed.
    Orders,
    /// Cancels.
    Cancels,
    /// Requests that change something.
    Mutating,
    /// Price times quantity of orders and their changes.
    Notional,
    /// What is borrowed, moved or withdrawn.
    Amount,
    /// Cancels for each order.
    CancelsPerOrder,
}

impl Count {
    /// All of them, in the order of their numbers.
    pub const ALL: [Self; 7] = [
        Self::Requests,
        Self::Orders,
        Self::Cancels,
        Self::Mutating,
        Self::Notional,
        Self::Amount,
        Self::CancelsPerOrder,
    ];

    /// The name in a policy.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Requests => "requests",
            Self::Orders => "orders",
            Self::Cancels => "cancels",
            Self::Mutating => "mutating",
            Self::Notional => "notional",
            Self::Amount => "amount",
            Self::CancelsPerOrder => "cancels-per-order",
        }
    }
}

/// A limit of a policy.
///
/// ```
/// # fn print(policy: &binsign::policy::Policy<'_>) {
/// for limit in policy.limits() {
///     println!("{}: {} {} in {} ms", limit.name(), limit.max(), limit.count().as_str(), limit.per_ms());
/// }
/// # }
/// ```
#[derive(Clone, Copy)]
pub struct Limit<'a> {
    name: &'a [u8],
    clause: &'a [u8],
    count: Count,
    selectors: (u8, Cursor<'a>),
    symbols: Texts<'a>,
    coins: Texts<'a>,
    max: Decimal,
    per_ms: u64,
    from: u32,
    places: u8,
}

impl<'a> Limit<'a> {
    pub(super) fn read(cursor: &mut Cursor<'a>) -> Option<Self> {
        let mut rest = cursor.block()?;
        let (name, clause) = (rest.text()?, rest.text()?);
        let count = *Count::ALL.get(usize::from(rest.u8()?))?;
        let selectors = (rest.u8()?, rest);
        for _ in 0..selectors.0 {
            Selector::read(&mut rest)?;
        }
        let (symbols, coins) = (Texts::read(&mut rest)?, Texts::read(&mut rest)?);
        let (max, per_ms, from, places) = (rest.decimal()?, rest.u64()?, rest.u32()?, rest.u8()?);
        Some(Self { name, clause, count, selectors, symbols, coins, max, per_ms, from, places })
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> &'a str {
        utf8(self.name)
    }

    /// The clause that a denial by it gives.
    #[must_use]
    pub fn clause(&self) -> &'a str {
        utf8(self.clause)
    }

    /// What it counts.
    #[must_use]
    pub const fn count(&self) -> Count {
        self.count
    }

    /// Which routes it is about; all where there are none.
    pub fn selectors(&self) -> impl Iterator<Item = Selector<'a>> + use<'a> {
        selectors(self.selectors.0, self.selectors.1)
    }

    /// Which symbols it is about; all where there are none.
    #[must_use]
    pub const fn symbols(&self) -> Texts<'a> {
        self.symbols
    }

    /// Which coins it is about; all where there are none.
    #[must_use]
    pub const fn coins(&self) -> Texts<'a> {
        self.coins
    }

    /// The most there may be.
    #[must_use]
    pub const fn max(&self) -> Decimal {
        self.max
    }

    /// In what time, in ms.
    #[must_use]
    pub const fn per_ms(&self) -> u64 {
        self.per_ms
    }

    /// Up to how many cancels are free.
    #[must_use]
    pub const fn from(&self) -> u32 {
        self.from
    }

    /// In how many decimal places notional and amount are counted.
    #[must_use]
    pub const fn places(&self) -> u8 {
        self.places
    }
}
