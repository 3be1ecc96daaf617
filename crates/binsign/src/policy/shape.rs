//! Shapes: which parameter of a request has which role, and which orders are in it.

use core::cell::Cell;

use super::array::{self, Object};
use super::facts::{Facts, Name, Text};
use super::shapes::{LEGS, NAMES, SHAPES};

/// A shape: its legs, and how its parameters say a price.
pub(super) struct Shape {
    /// The first of its legs.
    pub(super) first: u8,
    pub(super) legs: u8,
    /// The array whose objects are legs; 0 where there is none.
    pub(super) array: u8,
    pub(super) priced: Priced,
}

/// When a price binds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Priced {
    Never,
    Always,
    Spot,
    Futures,
}

/// The names of the parameters that have the roles of a leg; 0 for a role that it lacks.
pub(super) struct Roles {
    /// A bit for each role whose parameter no other leg of the shape has.
    pub(super) own: u16,
    pub(super) names: [u8; 16],
}

/// What a parameter says about an order or a movement of funds, in the order of `shapes.csv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Symbol,
    Side,
    Type,
    TimeInForce,
    Quantity,
    QuoteQuantity,
    Price,
    ReduceOnly,
    ClosePosition,
    Stp,
    ClientId,
    Coin,
    Network,
    Address,
    Tag,
    Amount,
}

/// What is read in a role.
#[derive(Clone, Copy)]
pub(super) enum Reading<T> {
    /// The shape has no such role.
    None,
    /// The request has no such parameter.
    Absent,
    /// It is not in a form that can be read.
    Unreadable,
    /// What it says.
    Said(T),
}

impl<T> Reading<T> {
    /// Reads on; what cannot be read further is unreadable.
    pub(super) fn and<U>(self, read: impl FnOnce(T) -> Option<U>) -> Reading<U> {
        match self {
            Self::None => Reading::None,
            Self::Absent => Reading::Absent,
            Self::Unreadable => Reading::Unreadable,
            Self::Said(value) => read(value).map_or(Reading::Unreadable, Reading::Said),
        }
    }
}

/// One order, or one movement of funds, in a request.
#[derive(Clone)]
pub(crate) struct Leg<'f> {
    pub(super) facts: Facts<'f>,
    shape: &'static Shape,
    roles: &'static Roles,
    place: Place<'f>,
    /// Of each role the number of the parameter that has it, once it was looked for.
    found: [Cell<u8>; 16],
    /// The symbol, once it was read: rules ask for it more often than for all else.
    symbol: Cell<Option<Reading<Text<'f>>>>,
}

/// It was not looked for yet.
const UNKNOWN: u8 = 255;
/// It is not there.
const ABSENT: u8 = 254;

/// Where the parameters of a leg stand.
#[derive(Clone)]
enum Place<'f> {
    /// In the request itself.
    Request,
    /// In an object of an array, with its number.
    Object(Object<'f>, u8),
    /// Nowhere: the array is not there.
    NoArray,
    /// Nowhere: the array cannot be read.
    BadArray,
}

/// The legs of a request that are there; the first where none is.
pub(crate) fn legs(facts: Facts<'_>) -> impl Iterator<Item = Leg<'_>> {
    // Every route has a shape: the generator sees to that.
    let shape = SHAPES.get(usize::from(facts.named.route.shape())).unwrap_or(&SHAPES[0]);
    let first = usize::from(shape.first);
    let rows = LEGS.get(first..first.saturating_add(shape.legs.into())).unwrap_or_default();
    let leg = move |roles, place| {
        let found = [const { Cell::new(UNKNOWN) }; 16];
        Leg { facts, shape, roles, place, found, symbol: Cell::new(None) }
    };
    let array = shape.array > 0;
    let single = array || shape.legs == 1;
    let objects = array.then(|| array::objects(facts.pairs.get(Name::new(name(shape.array).as_bytes()))));
    let (objects, instead) = match objects {
        None => (None, Place::Request),
        Some(Reading::Said(objects)) => (Some(objects), Place::Request),
        Some(Reading::Unreadable) => (None, Place::BadArray),
        Some(_) => (None, Place::NoArray),
    };
    let in_array = objects.is_some();
    let any = single || rows.iter().any(|roles| is_there(facts, roles));
    let direct = rows
        .iter()
        .enumerate()
        .filter(move |(index, roles)| !in_array && (single || is_there(facts, roles) || (!any && *index == 0)))
        .map(move |(_, roles)| leg(roles, instead.clone()));
    let of_array = objects
        .into_iter()
        .flatten()
        .zip(0..)
        .filter_map(move |(object, number)| Some(leg(rows.first()?, Place::Object(object, number))));
    direct.chain(of_array)
}

/// Whether a parameter is there that is the leg's own.
fn is_there(facts: Facts<'_>, roles: &Roles) -> bool {
    roles.names.iter().enumerate().any(|(role, number)| {
        let own = u32::try_from(role).is_ok_and(|role| roles.own.wrapping_shr(role) & 1 != 0);
        own && facts.pairs.get(lookup(*number)).is_some()
    })
}

/// The parameters that say that a price follows the book.
const MOVING: [&str; 2] = ["pegPriceType", "priceMatch"];
const MOVING_NAMES: [Name<'static>; 2] = [Name::new(b"pegPriceType"), Name::new(b"priceMatch")];

/// The name behind a number, to look for it. What a small processor looks for it makes each time.
#[cfg(target_os = "none")]
fn lookup(number: u8) -> Name<'static> {
    Name::new(name(number).as_bytes())
}

/// The name behind a number, to look for it.
#[cfg(not(target_os = "none"))]
fn lookup(number: u8) -> Name<'static> {
    static LOOKUPS: [Name<'static>; NAMES.len()] = {
        let mut lookups = [Name::new(b""); NAMES.len()];
        let (mut places, mut names): (&mut [Name<'static>], &[&str]) = (&mut lookups, &NAMES);
        while let (Some((place, more)), Some((name, others))) = (places.split_first_mut(), names.split_first()) {
            *place = Name::new(name.as_bytes());
            (places, names) = (more, others);
        }
        lookups
    };
    LOOKUPS.get(usize::from(number)).copied().unwrap_or(Name::new(b""))
}

/// Whether one of `a` to `z` is in a text.
#[cfg(target_pointer_width = "64")]
#[inline]
fn has_small_letter(text: &[u8]) -> bool {
    const ONES: u64 = 0x0101_0101_0101_0101;
    // In each byte the highest bit, where it is 0x61 to 0x7A; those over 0x7F are none.
    let small = |word: u64| {
        let low = word & (ONES * 0x7F);
        let from = low.wrapping_add(ONES * (0x80 - 0x61));
        let over = low.wrapping_add(ONES * (0x80 - 0x7B));
        from & !over & !word & (ONES * 0x80)
    };
    let (words, rest) = text.as_chunks::<8>();
    let last = rest.iter().fold(0_u64, |word, byte| (word << 8) | u64::from(*byte));
    words.iter().fold(small(last), |found, word| found | small(u64::from_le_bytes(*word))) != 0
}

/// Whether one of `a` to `z` is in a text.
#[cfg(not(target_pointer_width = "64"))]
fn has_small_letter(text: &[u8]) -> bool {
    text.iter().any(u8::is_ascii_lowercase)
}

/// The name behind a number; empty for none.
fn name(number: u8) -> &'static str {
    NAMES.get(usize::from(number)).copied().unwrap_or_default()
}

impl<'f> Leg<'f> {
    /// The name of the parameter that has a role; none where the shape lacks it.
    pub(super) fn name(&self, role: Role) -> Option<&'static str> {
        let number = *self.roles.names.get(role.index())?;
        (number > 0).then(|| name(number))
    }

    /// The text in a role.
    #[inline]
    pub(super) fn text(&self, role: Role) -> Reading<Text<'f>> {
        if let Place::Request = self.place
            && let Some(found) = self.found.get(role.index())
        {
            match found.get() {
                UNKNOWN => {}
                ABSENT => return Reading::Absent,
                number => return self.facts.pairs.at(number).map_or(Reading::Absent, Reading::Said),
            }
        }
        self.look_for(role)
    }

    fn look_for(&self, role: Role) -> Reading<Text<'f>> {
        let number = self.roles.names.get(role.index()).copied().unwrap_or(0);
        if number == 0 {
            return Reading::None;
        }
        match &self.place {
            Place::Request => {
                let pairs = self.facts.pairs;
                if pairs.is_whole() {
                    self.find_all();
                    return match self.found.get(role.index()).map(Cell::get) {
                        Some(number) if number != ABSENT => pairs.at(number).map_or(Reading::Absent, Reading::Said),
                        _ => Reading::Absent,
                    };
                }
                pairs.get(lookup(number)).map_or(Reading::Absent, Reading::Said)
            }
            Place::Object(object, _) => object.get(name(number)),
            Place::NoArray => Reading::Absent,
            Place::BadArray => Reading::Unreadable,
        }
    }

    /// Notes of each role which parameter has it.
    fn find_all(&self) {
        for (number, found) in self.roles.names.iter().zip(&self.found) {
            if *number > 0 {
                found.set(self.facts.pairs.number_of(&lookup(*number)).unwrap_or(ABSENT));
            }
        }
    }

    /// A word of the exchange's, as a symbol or a side: none of them has small letters.
    #[inline]
    pub(super) fn word(&self, role: Role) -> Reading<Text<'f>> {
        if role != Role::Symbol {
            return self.read_word(role);
        }
        if let Some(symbol) = self.symbol.get() {
            return symbol;
        }
        let symbol = self.read_word(role);
        self.symbol.set(Some(symbol));
        symbol
    }

    fn read_word(&self, role: Role) -> Reading<Text<'f>> {
        self.text(role).and(|text| Some(text).filter(|text| !text.is_empty() && !has_small_letter(text.raw())))
    }

    /// Whether the price comes from the exchange: a parameter says that it follows the book.
    pub(super) fn has_moving_price(&self) -> bool {
        match &self.place {
            Place::Object(object, _) => MOVING.iter().any(|name| !matches!(object.get(name), Reading::Absent)),
            Place::Request if self.shape.legs > 1 => {
                let ends = |text: Text<'_>, name: &str| {
                    // A name in capitals or small letters behind a prefix.
                    let tail = name.as_bytes().get(1..).unwrap_or_default();
                    let first = name.as_bytes().first().copied().unwrap_or_default();
                    let raw = text.raw();
                    raw.ends_with(tail)
                        && raw
                            .len()
                            .checked_sub(name.len())
                            .and_then(|at| raw.get(at))
                            .is_some_and(|byte| byte.eq_ignore_ascii_case(&first))
                };
                self.facts.pairs.iter().any(|(text, _)| MOVING.iter().any(|name| ends(text, name)))
            }
            Place::Request => MOVING_NAMES.iter().any(|name| self.facts.pairs.get(*name).is_some()),
            Place::NoArray | Place::BadArray => false,
        }
    }

    /// Whether its array is not there, or cannot be read.
    pub(super) const fn lacks_array(&self) -> bool {
        matches!(self.place, Place::NoArray | Place::BadArray)
    }

    /// When its price binds.
    pub(super) const fn priced(&self) -> Priced {
        self.shape.priced
    }

    /// What a denial calls the parameter of that name, piece by piece.
    pub(super) fn pieces<'n>(&self, name: &'n str, digits: &'n mut Option<crate::decimal::Digits>) -> [&'n str; 5]
    where
        'static: 'n,
    {
        let array = crate::policy::shape::name(self.shape.array);
        match &self.place {
            Place::Request => [name, "", "", "", ""],
            Place::Object(_, number) => {
                [array, "[", digits.insert(crate::decimal::Digits::new((*number).into())).as_str(), "].", name]
            }
            Place::NoArray | Place::BadArray => [array, "", "", "", ""],
        }
    }
}

impl Role {
    const fn index(self) -> usize {
        match self {
            Self::Symbol => 0,
            Self::Side => 1,
            Self::Type => 2,
            Self::TimeInForce => 3,
            Self::Quantity => 4,
            Self::QuoteQuantity => 5,
            Self::Price => 6,
            Self::ReduceOnly => 7,
            Self::ClosePosition => 8,
            Self::Stp => 9,
            Self::ClientId => 10,
            Self::Coin => 11,
            Self::Network => 12,
            Self::Address => 13,
            Self::Tag => 14,
            Self::Amount => 15,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::has_small_letter;

    #[test]
    fn small_letters_are_found_wherever_they_stand() {
        for length in 1..20 {
            for place in 0..length {
                for byte in 0..=u8::MAX {
                    let mut text = vec![b'A'; length];
                    text[place] = byte;
                    assert_eq!(has_small_letter(&text), byte.is_ascii_lowercase(), "{text:?}");
                }
            }
        }
    }
}
