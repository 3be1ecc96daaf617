//! Conditions: whether one holds for a leg, and what is to blame where it does not.

use super::cursor::Cursor;
use super::facts::{Name, Text};
use super::pattern;
use super::rule::{Ask, Condition, Destinations, Named, Range, Texts, What, tag};
use super::shape::{Leg, Reading, Role};
use crate::amount::Amount;
use crate::catalogue::Action;
use crate::{Code, Decimal};

/// Whether a condition holds.
///
/// ```
/// assert_ne!(binsign::policy::Truth::False, binsign::policy::Truth::NotTold);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Truth {
    /// It does.
    True,
    /// It does not.
    False,
    /// It is not to be told: an argument is missing, or cannot be read.
    NotTold,
    /// It is about other routes.
    DoesNotApply,
}

/// What a condition came to.
#[derive(Clone, Copy)]
pub(super) struct Outcome<'p> {
    pub(super) truth: Truth,
    /// The parameter to blame.
    pub(super) blame: Blame<'p>,
    /// The bound that a number broke, with the code that it gives.
    pub(super) bound: Option<(Code, Decimal)>,
}

/// The parameter to blame for a condition that does not hold.
#[derive(Clone, Copy)]
pub(super) enum Blame<'p> {
    /// What has this role.
    Role(Role),
    /// What has this name.
    Name(&'p str),
}

impl Outcome<'_> {
    const fn of(truth: Truth, role: Role) -> Self {
        Self { truth, blame: Blame::Role(role), bound: None }
    }

    /// The code of a denial for it.
    pub(super) fn code(&self, number: u8) -> Code {
        match (self.truth, self.bound) {
            (Truth::NotTold, _) => Code::ArgumentNeeded,
            (_, Some((code, _))) => code,
            _ if number == tag::TO => Code::DestinationNotListed,
            _ => Code::ArgumentNotListed,
        }
    }
}

const fn bit(action: Action) -> u16 {
    1 << match action {
        Action::Test => 4,
        Action::Order => 5,
        Action::Amend => 6,
        Action::Loan => 9,
        Action::Funds => 10,
        Action::Transfer => 11,
        Action::Withdraw => 12,
        _ => 15,
    }
}

/// The actions that a condition is about.
const fn actions_of(number: u8) -> u16 {
    let placed = bit(Action::Order) | bit(Action::Test);
    let moved = bit(Action::Transfer) | bit(Action::Withdraw);
    match number {
        tag::SIDES | tag::QUANTITY | tag::PRICE | tag::NOTIONAL => placed | bit(Action::Amend),
        tag::TYPES | tag::TIME_IN_FORCE | tag::REDUCE_ONLY | tag::CLOSE_POSITION | tag::STP => placed,
        tag::CLIENT_ORDER_ID => placed | moved,
        tag::COINS | tag::AMOUNT => moved | bit(Action::Loan) | bit(Action::Funds),
        tag::TO => moved,
        _ => u16::MAX,
    }
}

/// Whether a condition of that number, with what stands behind it, holds for a leg: what [`outcome`] says, without what is
/// to blame.
#[cfg(target_os = "none")]
pub(super) fn truth_of(number: u8, rest: Cursor<'_>, leg: &Leg<'_>) -> Truth {
    Condition::of(number, rest).map_or(Truth::NotTold, |condition| outcome(&condition, leg).truth)
}

/// The same, faster: where flash does not count, what is to blame is looked for when it is asked for.
#[cfg(not(target_os = "none"))]
#[inline]
pub(super) fn truth_of(number: u8, rest: Cursor<'_>, leg: &Leg<'_>) -> Truth {
    let action = leg.facts.named.route.action().number();
    if actions_of(number).wrapping_shr(action.into()) & 1 == 0 {
        return Truth::DoesNotApply;
    }
    match number {
        tag::SYMBOLS => match leg.word(Role::Symbol) {
            Reading::Said(text) => fits_any(rest, text),
            Reading::None if !leg.facts.named.route.is_mutating() => Truth::DoesNotApply,
            _ => Truth::NotTold,
        },
        tag::SIDES | tag::TYPES | tag::STP => match leg.word(role_of(number)) {
            Reading::Said(text) => is_one(rest, text),
            _ => Truth::NotTold,
        },
        tag::CLIENT_ORDER_ID | tag::COINS => match leg.text(role_of(number)) {
            Reading::Said(text) => fits_any(rest, text),
            _ => Truth::NotTold,
        },
        tag::QUANTITY | tag::AMOUNT => match leg.decimal(role_of(number)) {
            Reading::Said(decimal) => is_within(rest, decimal.into()),
            _ => Truth::NotTold,
        },
        tag::PRICE => match leg.price() {
            Reading::Said(decimal) => is_within(rest, decimal.into()),
            _ => Truth::NotTold,
        },
        tag::NOTIONAL => match leg.notional() {
            Reading::Said(amount) => is_within(rest, amount),
            _ => Truth::NotTold,
        },
        _ => Condition::of(number, rest).map_or(Truth::NotTold, |condition| outcome(&condition, leg).truth),
    }
}

/// Whether a text fits one of the patterns that stand there.
#[cfg(not(target_os = "none"))]
#[inline]
fn fits_any(mut rest: Cursor<'_>, text: Text<'_>) -> Truth {
    for _ in 0..rest.u8().unwrap_or(0) {
        if rest.text().is_some_and(|pattern| pattern::fits(pattern, text)) {
            return Truth::True;
        }
    }
    Truth::False
}

/// Whether a text is one of those that stand there.
#[cfg(not(target_os = "none"))]
#[inline]
fn is_one(mut rest: Cursor<'_>, text: Text<'_>) -> Truth {
    for _ in 0..rest.u8().unwrap_or(0) {
        if rest.text().is_some_and(|listed| text.is(listed)) {
            return Truth::True;
        }
    }
    Truth::False
}

/// Whether an amount is within the bounds that stand there.
#[cfg(not(target_os = "none"))]
#[inline]
fn is_within(mut rest: Cursor<'_>, amount: Amount) -> Truth {
    let which = rest.u8().unwrap_or(0);
    let mut bound = |bit: u8| if which & bit == 0 { None } else { rest.decimal() };
    let (min, max) = (bound(1), bound(2));
    let low = min.is_some_and(|min| amount.compare(min.into()).is_lt());
    truth(!low && !max.is_some_and(|max| amount.compare(max.into()).is_gt()))
}

/// What a condition comes to for a leg.
pub(super) fn outcome<'p>(condition: &Condition<'p>, leg: &Leg<'_>) -> Outcome<'p> {
    let number = condition.number();
    let route = leg.facts.named.route;
    let about = actions_of(number).wrapping_shr(route.action().number().into()) & 1 != 0;
    let role = role_of(number);
    if !about {
        return Outcome::of(Truth::DoesNotApply, role);
    }
    if number == tag::SYMBOLS && leg.name(Role::Symbol).is_none() && !route.is_mutating() {
        return Outcome::of(Truth::DoesNotApply, role);
    }
    match condition.what() {
        What::Texts(texts) => Outcome::of(listed(number, role, &texts, leg), role),
        What::Flag(wanted) => flag(number, wanted, leg),
        What::Range(range) if number == tag::NOTIONAL => {
            let outcome = within(range, leg.notional(), role);
            if outcome.truth == Truth::True {
                outcome
            } else {
                Outcome { blame: Blame::Role(leg.notional_role()), ..outcome }
            }
        }
        What::Range(range) if number == tag::PRICE => within(range, leg.price().and(amount), role),
        What::Range(range) => within(range, leg.decimal(role).and(amount), role),
        What::To(destinations) => to(&destinations, leg),
        What::Where(named) => parameters(&named, leg),
        // It is asked for when everything else holds.
        What::Approval(_) => Outcome::of(Truth::True, role),
    }
}

#[allow(clippy::unnecessary_wraps, reason = "it stands beside readings that fail")]
fn amount(decimal: Decimal) -> Option<Amount> {
    Some(decimal.into())
}

const fn role_of(number: u8) -> Role {
    match number {
        tag::SIDES => Role::Side,
        tag::TYPES => Role::Type,
        tag::TIME_IN_FORCE => Role::TimeInForce,
        tag::REDUCE_ONLY => Role::ReduceOnly,
        tag::CLOSE_POSITION => Role::ClosePosition,
        tag::QUANTITY => Role::Quantity,
        tag::PRICE | tag::NOTIONAL => Role::Price,
        tag::STP => Role::Stp,
        tag::CLIENT_ORDER_ID => Role::ClientId,
        tag::COINS | tag::TO => Role::Coin,
        tag::AMOUNT => Role::Amount,
        _ => Role::Symbol,
    }
}

const fn truth(holds: bool) -> Truth {
    if holds { Truth::True } else { Truth::False }
}

/// Whether a text is on a list.
fn listed(number: u8, role: Role, texts: &Texts<'_>, leg: &Leg<'_>) -> Truth {
    let reading = match role {
        Role::ClientId | Role::Coin => leg.text(role),
        _ => leg.word(role),
    };
    match reading {
        Reading::Said(text) if matches!(role, Role::Symbol | Role::ClientId | Role::Coin) => {
            truth(fits_one(texts, text))
        }
        Reading::Said(text) => truth(texts.bytes().any(|listed| text.is(listed))),
        Reading::Absent if number == tag::TIME_IN_FORCE => match leg.word(Role::Type) {
            Reading::Said(kind) if !kind.is(b"LIMIT") => Truth::True,
            _ => Truth::NotTold,
        },
        _ => Truth::NotTold,
    }
}

/// Whether a text fits one of the patterns.
pub(super) fn fits_one(patterns: &Texts<'_>, text: Text<'_>) -> bool {
    patterns.bytes().any(|pattern| pattern::fits(pattern, text))
}

fn flag<'p>(number: u8, wanted: bool, leg: &Leg<'_>) -> Outcome<'p> {
    let (reduces, closes) = (leg.flag(Role::ReduceOnly), leg.flag(Role::ClosePosition));
    if number == tag::CLOSE_POSITION {
        let holds = match closes {
            Reading::Said(closes) => truth(closes == wanted),
            Reading::Absent => truth(!wanted),
            Reading::Unreadable | Reading::None => Truth::NotTold,
        };
        return Outcome::of(holds, Role::ClosePosition);
    }
    let role = if matches!(reduces, Reading::None) { Role::ClosePosition } else { Role::ReduceOnly };
    let holds = match (reduces, closes) {
        (Reading::Said(true), _) | (_, Reading::Said(true)) => Truth::True,
        (Reading::Said(false), Reading::Unreadable) => Truth::NotTold,
        (Reading::Said(false), _) => Truth::False,
        _ => Truth::NotTold,
    };
    Outcome::of(holds, role)
}

/// Whether a number is within bounds.
fn within<'p>(range: Range, reading: Reading<Amount>, role: Role) -> Outcome<'p> {
    let Reading::Said(amount) = reading else { return Outcome::of(Truth::NotTold, role) };
    let below = range.min().filter(|min| amount.compare((*min).into()).is_lt());
    let over = range.max().filter(|max| amount.compare((*max).into()).is_gt());
    let bound = below.map(|min| (Code::ArgumentTooSmall, min)).or(over.map(|max| (Code::ArgumentTooLarge, max)));
    Outcome { truth: truth(bound.is_none()), blame: Blame::Role(role), bound }
}

/// Whether funds go to one of the destinations.
fn to<'p>(destinations: &Destinations<'_>, leg: &Leg<'_>) -> Outcome<'p> {
    const PARTS: [Role; 4] = [Role::Coin, Role::Network, Role::Address, Role::Tag];
    let said = PARTS.map(|role| leg.text(role));
    for (role, reading) in PARTS.into_iter().zip(&said) {
        let may_be_absent = matches!(role, Role::Network | Role::Tag);
        match reading {
            Reading::Said(_) => {}
            Reading::None | Reading::Absent if may_be_absent => {}
            _ => return Outcome::of(Truth::NotTold, role),
        }
    }
    // How far the best entry fits.
    let fit = |entry: [Option<&[u8]>; 4]| {
        entry
            .iter()
            .zip(&said)
            .take_while(|(entry, reading)| match (entry, reading) {
                (Some(listed), Reading::Said(text)) => text.is(listed),
                (None, Reading::Absent | Reading::None) => true,
                _ => false,
            })
            .count()
    };
    let best = destinations.bytes().map(fit).max().unwrap_or(0);
    match PARTS.get(best) {
        None => Outcome::of(Truth::True, Role::Coin),
        Some(role) => Outcome::of(Truth::False, *role),
    }
}

/// Whether the parameters that are named hold what is asked of them.
fn parameters<'p>(named: &Named<'p>, leg: &Leg<'_>) -> Outcome<'p> {
    let mut not_told = None;
    for (name, ask) in named.iter() {
        let text = leg.facts.pairs.get(Name::new(name.as_bytes())).map_or(Reading::Absent, Reading::Said);
        let one = match ask {
            Ask::Patterns(patterns) => Outcome::of(
                match text {
                    Reading::Said(text) => truth(fits_one(&patterns, text)),
                    _ => Truth::NotTold,
                },
                Role::Symbol,
            ),
            Ask::Range(range) => {
                within(range, text.and(|text| Decimal::read(text.bytes()).map(Amount::from)), Role::Symbol)
            }
        };
        let one = Outcome { blame: Blame::Name(name), ..one };
        match one.truth {
            Truth::False => return one,
            Truth::NotTold => not_told = not_told.or(Some(one)),
            _ => {}
        }
    }
    not_told.unwrap_or(Outcome::of(Truth::True, Role::Symbol))
}
