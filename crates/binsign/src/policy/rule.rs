//! Rules as they stand in a compiled policy.

use super::cursor::{Cursor, utf8};
use super::selector::Selector;
use crate::Decimal;

/// The numbers of the conditions, in the order in which they are looked at.
pub(crate) mod tag {
    pub(crate) const SYMBOLS: u8 = 1;
    pub(crate) const SIDES: u8 = 2;
    pub(crate) const TYPES: u8 = 3;
    pub(crate) const TIME_IN_FORCE: u8 = 4;
    pub(crate) const REDUCE_ONLY: u8 = 5;
    pub(crate) const CLOSE_POSITION: u8 = 6;
    pub(crate) const QUANTITY: u8 = 7;
    pub(crate) const PRICE: u8 = 8;
    pub(crate) const NOTIONAL: u8 = 9;
    pub(crate) const STP: u8 = 10;
    pub(crate) const CLIENT_ORDER_ID: u8 = 11;
    pub(crate) const COINS: u8 = 12;
    pub(crate) const AMOUNT: u8 = 13;
    pub(crate) const TO: u8 = 14;
    pub(crate) const WHERE: u8 = 15;
    pub(crate) const APPROVAL: u8 = 16;
}

/// A rule of a policy.
///
/// ```
/// # fn print(policy: &binsign::policy::Policy<'_>) {
/// for rule in policy.rules() {
///     println!("{} {}", if rule.is_forbid() { "forbid" } else { "allow" }, rule.name());
/// }
/// # }
/// ```
#[derive(Clone, Copy, Default)]
pub struct Rule<'a> {
    forbid: bool,
    name: &'a [u8],
    clause: &'a [u8],
    selectors: u8,
    /// The selectors, and the conditions behind them.
    rest: Cursor<'a>,
}

impl<'a> Rule<'a> {
    #[inline]
    pub(super) fn read(cursor: &mut Cursor<'a>) -> Option<Self> {
        Self::of(cursor.block()?)
    }

    #[inline]
    pub(super) fn of(mut rest: Cursor<'a>) -> Option<Self> {
        let forbid = rest.u8()? != 0;
        let (name, clause) = (rest.text()?, rest.text()?);
        Some(Self { forbid, name, clause, selectors: rest.u8()?, rest })
    }

    /// A rule that was looked at before.
    pub(super) fn known(block: Cursor<'a>) -> Self {
        Self::of(block).unwrap_or_default()
    }

    /// Whether it forbids what it is about; otherwise it allows it.
    #[must_use]
    pub const fn is_forbid(&self) -> bool {
        self.forbid
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

    /// Which routes it is about.
    pub fn selectors(&self) -> impl Iterator<Item = Selector<'a>> + use<'a> {
        selectors(self.selectors, self.rest)
    }

    /// What has to hold, in the order of the numbers.
    pub fn conditions(&self) -> impl Iterator<Item = Condition<'a>> + use<'a> {
        let mut rest = self.rest;
        for _ in 0..self.selectors {
            Selector::skip(&mut rest);
        }
        Condition::all(rest)
    }

    /// The public key (Ed25519) of the second person who has to approve.
    #[must_use]
    pub fn approver(&self) -> Option<&'a [u8; 32]> {
        self.conditions().find_map(|condition| match condition.what {
            What::Approval(key) => Some(key),
            _ => None,
        })
    }
}

/// So many selectors, one behind the other.
pub(super) fn selectors(count: u8, mut rest: Cursor<'_>) -> impl Iterator<Item = Selector<'_>> + use<'_> {
    let mut left = count;
    core::iter::from_fn(move || {
        left = left.checked_sub(1)?;
        Selector::read(&mut rest)
    })
}

/// One condition of a rule.
///
/// ```
/// # fn print(rule: &binsign::policy::Rule<'_>) {
/// for condition in rule.conditions() {
///     println!("{}", condition.name());
/// }
/// # }
/// ```
#[derive(Clone, Copy)]
pub struct Condition<'a> {
    number: u8,
    what: What<'a>,
}

/// What a condition asks for.
///
/// ```
/// use binsign::policy::What;
///
/// assert!(matches!(What::Flag(true), What::Flag(asked) if asked));
/// ```
#[derive(Clone, Copy)]
#[non_exhaustive]
pub enum What<'a> {
    /// One of these texts, or patterns.
    Texts(Texts<'a>),
    /// Yes or no.
    Flag(bool),
    /// A number within.
    Range(Range),
    /// One of these destinations.
    To(Destinations<'a>),
    /// Parameters by their names.
    Where(Named<'a>),
    /// The approval of the one who has this public key (Ed25519).
    Approval(&'a [u8; 32]),
}

/// What the document calls the conditions, from number 1 on.
const NAMES: [&str; 16] = [
    "symbols",
    "sides",
    "types",
    "time_in_force",
    "reduce_only",
    "close_position",
    "quantity",
    "price",
    "notional",
    "stp",
    "client_order_id",
    "coins",
    "amount",
    "to",
    "where",
    "approval",
];

impl<'a> Condition<'a> {
    /// So many conditions, one behind the other, behind their number.
    #[inline]
    pub(super) fn all(mut rest: Cursor<'a>) -> impl Iterator<Item = Self> + use<'a> {
        let mut left = rest.u8().unwrap_or(0);
        core::iter::from_fn(move || {
            left = left.checked_sub(1)?;
            Self::read(&mut rest)
        })
    }

    /// A condition of that number, with what stands behind it.
    pub(super) fn of(number: u8, rest: Cursor<'a>) -> Option<Self> {
        What::read(number, rest).map(|what| Self { number, what })
    }

    fn read(cursor: &mut Cursor<'a>) -> Option<Self> {
        let number = cursor.u8()?;
        let what = What::read(number, cursor.block()?)?;
        Some(Self { number, what })
    }

    /// Its number, from 1 to 16: the order in which conditions are looked at.
    #[must_use]
    pub const fn number(&self) -> u8 {
        self.number
    }

    /// What the document calls it.
    #[must_use]
    pub fn name(&self) -> &'static str {
        let index = usize::from(self.number).wrapping_sub(1);
        NAMES.get(index).copied().unwrap_or_default()
    }

    /// What it asks for.
    #[must_use]
    pub const fn what(&self) -> What<'a> {
        self.what
    }
}

impl<'a> What<'a> {
    #[inline]
    fn read(number: u8, mut rest: Cursor<'a>) -> Option<Self> {
        Some(match number {
            tag::REDUCE_ONLY | tag::CLOSE_POSITION => Self::Flag(rest.u8()? != 0),
            tag::QUANTITY | tag::PRICE | tag::NOTIONAL | tag::AMOUNT => Self::Range(Range::read(&mut rest)?),
            tag::TO => Self::To(Destinations { count: rest.u8()?, rest }),
            tag::WHERE => Self::Where(Named { count: rest.u8()?, rest }),
            tag::APPROVAL => Self::Approval(rest.array()?),
            _ => Self::Texts(Texts { count: rest.u8()?, rest }),
        })
    }
}

/// Texts or patterns, in the order of the document.
#[derive(Clone, Copy)]
pub struct Texts<'a> {
    count: u8,
    rest: Cursor<'a>,
}

impl<'a> Texts<'a> {
    /// Each of them.
    pub fn iter(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.bytes().map(utf8)
    }

    #[inline]
    pub(crate) fn bytes(&self) -> impl Iterator<Item = &'a [u8]> + use<'a> {
        let Self { mut count, mut rest } = *self;
        core::iter::from_fn(move || {
            count = count.checked_sub(1)?;
            rest.text()
        })
    }

    pub(crate) const fn is_empty(&self) -> bool {
        self.count == 0
    }

    pub(super) fn read(cursor: &mut Cursor<'a>) -> Option<Self> {
        let texts = Self { count: cursor.u8()?, rest: *cursor };
        for _ in 0..texts.count {
            cursor.text()?;
        }
        Some(texts)
    }
}

/// Bounds of a number, which belong to what is within.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    min: Option<Decimal>,
    max: Option<Decimal>,
}

impl Range {
    fn read(cursor: &mut Cursor<'_>) -> Option<Self> {
        let which = cursor.u8()?;
        let min = if which & 1 != 0 { Some(cursor.decimal()?) } else { None };
        let max = if which & 2 != 0 { Some(cursor.decimal()?) } else { None };
        Some(Self { min, max })
    }

    /// The least number.
    #[must_use]
    pub const fn min(&self) -> Option<Decimal> {
        self.min
    }

    /// The largest number.
    #[must_use]
    pub const fn max(&self) -> Option<Decimal> {
        self.max
    }
}

/// Where funds may go, in the order of the document.
#[derive(Clone, Copy)]
pub struct Destinations<'a> {
    count: u8,
    rest: Cursor<'a>,
}

impl<'a> Destinations<'a> {
    /// Each as coin, network, address and tag, where they are given.
    pub fn iter(&self) -> impl Iterator<Item = [Option<&'a str>; 4]> + use<'a> {
        self.bytes().map(|texts| texts.map(|text| text.map(utf8)))
    }

    pub(crate) fn bytes(&self) -> impl Iterator<Item = [Option<&'a [u8]>; 4]> + use<'a> {
        let Self { mut count, mut rest } = *self;
        core::iter::from_fn(move || {
            count = count.checked_sub(1)?;
            let mut texts = [None; 4];
            for place in &mut texts {
                *place = match rest.u8()? {
                    LEFT_OUT => None,
                    length => Some(rest.take(length.into())?),
                };
            }
            Some(texts)
        })
    }
}

/// The length of a text that is left out.
const LEFT_OUT: u8 = 255;

/// Parameters by their names, in the order of the document.
#[derive(Clone, Copy)]
pub struct Named<'a> {
    count: u8,
    rest: Cursor<'a>,
}

/// What is asked of a parameter that is named.
#[derive(Clone, Copy)]
pub enum Ask<'a> {
    /// It fits one of these patterns.
    Patterns(Texts<'a>),
    /// It is a decimal within.
    Range(Range),
}

impl<'a> Named<'a> {
    /// Each name, with what is asked of the parameter.
    pub fn iter(&self) -> impl Iterator<Item = (&'a str, Ask<'a>)> + use<'a> {
        let Self { mut count, mut rest } = *self;
        core::iter::from_fn(move || {
            count = count.checked_sub(1)?;
            let name = utf8(rest.text()?);
            let ask = match rest.u8()? {
                0 => Ask::Patterns(Texts::read(&mut rest)?),
                _ => Ask::Range(Range::read(&mut rest)?),
            };
            Some((name, ask))
        })
    }
}
