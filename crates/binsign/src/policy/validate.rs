//! Whether a compiled policy is exactly what the compiler makes; nothing is read before that is known.

use super::cursor::Cursor;
use super::image::Policy;
use super::limit::{Count, Limit};
use super::rule::{Rule, tag};
use super::selector::Selector;
use crate::amount::Amount;
use crate::denied::{MAX_CLAUSE, MAX_RULE};
use crate::{Decimal, Permissions};

const MAX_RULES: u8 = 200;
/// The most limits of a policy.
pub(crate) const MAX_LIMITS: u8 = 8;
const MAX_LIST_TEXT: usize = 64;
const MAX_DESTINATION: usize = 128;
/// Notional and amount are counted in so small units that a limit stays below that many.
const MOST_UNITS: u64 = 100_000_000_000_000_000;
const LONGEST_PER_MS: u64 = 31 * 86_400_000;
const MINUTES_A_DAY: u16 = 1440;

/// Nothing where something is wrong.
pub(super) fn validate(policy: &Policy<'_>) -> Option<()> {
    head(policy)?;
    texts(policy)?;
    policy
        .hours()
        .all(|(from, until)| from < until && from / MINUTES_A_DAY == until.wrapping_sub(1) / MINUTES_A_DAY)
        .then_some(())?;
    policy.hours().all(|(_, until)| until <= MINUTES_A_DAY.wrapping_mul(7)).then_some(())?;
    let mut rest = policy.rules;
    for _ in 0..policy.head.rules {
        rule(rest.block()?)?;
    }
    for _ in 0..policy.head.limits {
        limit(rest.block()?)?;
    }
    (rest.is_empty() && names_differ(policy)).then_some(())
}

fn head(policy: &Policy<'_>) -> Option<()> {
    let head = &policy.head;
    let pairs = [2, 6, 8, 10, 12];
    let no_three = pairs.iter().all(|first: &u32| head.flags.wrapping_shr(*first) & 3 != 3);
    let milliseconds = [head.tolerance, head.recv_window_max].iter().all(|ms| (1..=60_000).contains(ms));
    let good = no_three
        && head.flags & 0x8000 == 0
        && (head.info_max_age == 0 || policy.info_max_age_ms().is_some())
        && head.version > 0
        && Permissions::from_bits(head.permissions).is_some()
        && head.rules <= MAX_RULES
        && head.limits <= MAX_LIMITS
        && milliseconds
        && head.signature_faults > 0
        && head.hours <= 16 * 7
        && head.zero == 0;
    good.then_some(())
}

fn texts(policy: &Policy<'_>) -> Option<()> {
    let bounds = [(1, MAX_RULE), (1, 120), (0, 64), (0, 120), (0, 120), (0, 10)];
    for (text, (least, most)) in policy.texts.iter().zip(bounds) {
        is_text(text, least, most)?;
    }
    let terms = policy.terms();
    let is_date = terms.bytes().zip(b"0000-00-00").all(|(byte, like)| match like {
        b'-' => byte == b'-',
        _ => byte.is_ascii_digit(),
    });
    (terms.is_empty() || (terms.len() == 10 && is_date)).then_some(())
}

/// Whether it is UTF-8 of that length without control characters.
fn is_text(text: &[u8], least: usize, most: usize) -> Option<()> {
    let good = (least..=most).contains(&text.len())
        && core::str::from_utf8(text).is_ok_and(|text| !text.chars().any(char::is_control));
    good.then_some(())
}

fn name_and_clause(rest: &mut Cursor<'_>) -> Option<()> {
    is_text(rest.text()?, 1, MAX_RULE)?;
    is_text(rest.text()?, 1, MAX_CLAUSE)
}

fn rule(mut rest: Cursor<'_>) -> Option<()> {
    let kind = rest.u8().filter(|kind| *kind <= 1)?;
    name_and_clause(&mut rest)?;
    let count = rest.u8().filter(|count| *count > 0)?;
    selectors(&mut rest, count)?;
    let mut last = 0;
    for _ in 0..rest.u8()? {
        let number = rest.u8().filter(|number| last < *number && *number <= tag::APPROVAL)?;
        if number == tag::APPROVAL && kind == 1 {
            return None;
        }
        condition(number, rest.block()?)?;
        last = number;
    }
    rest.is_empty().then_some(())
}

fn selectors(rest: &mut Cursor<'_>, count: u8) -> Option<()> {
    for _ in 0..count {
        Selector::is_well_formed(rest).filter(|good| *good)?;
    }
    Some(())
}

fn condition(number: u8, mut rest: Cursor<'_>) -> Option<()> {
    match number {
        tag::REDUCE_ONLY => (rest.u8()? == 1).then_some(())?,
        tag::CLOSE_POSITION => (rest.u8()? <= 1).then_some(())?,
        tag::QUANTITY | tag::PRICE | tag::NOTIONAL | tag::AMOUNT => range(&mut rest)?,
        tag::TO => {
            for _ in 0..count(&mut rest)? {
                destination(&mut rest)?;
            }
        }
        tag::WHERE => {
            let names = count(&mut rest)?;
            (names <= 16).then_some(())?;
            for _ in 0..names {
                is_text(rest.text()?, 1, MAX_LIST_TEXT)?;
                match rest.u8()? {
                    0 => list(&mut rest)?,
                    1 => range(&mut rest)?,
                    _ => return None,
                }
            }
        }
        tag::APPROVAL => {
            rest.array::<32>()?;
        }
        _ => list(&mut rest)?,
    }
    rest.is_empty().then_some(())
}

/// How many entries there are: one at least.
fn count(rest: &mut Cursor<'_>) -> Option<u8> {
    rest.u8().filter(|count| *count > 0)
}

fn list(rest: &mut Cursor<'_>) -> Option<()> {
    let count = count(rest)?;
    texts_of_list(rest, count)
}

fn texts_of_list(rest: &mut Cursor<'_>, count: u8) -> Option<()> {
    for _ in 0..count {
        is_text(rest.text()?, 1, MAX_LIST_TEXT)?;
    }
    Some(())
}

fn range(rest: &mut Cursor<'_>) -> Option<()> {
    let which = rest.u8().filter(|which| (1..=3).contains(which))?;
    for _ in 0..which.count_ones() {
        decimal(rest)?;
    }
    Some(())
}

fn decimal(rest: &mut Cursor<'_>) -> Option<Decimal> {
    Decimal::canonical(rest.u64()?, rest.u8()?)
}

fn destination(rest: &mut Cursor<'_>) -> Option<()> {
    for _ in 0..4 {
        match rest.u8()? {
            255 => {}
            length => is_text(rest.take(length.into())?, 1, MAX_DESTINATION)?,
        }
    }
    Some(())
}

fn limit(mut rest: Cursor<'_>) -> Option<()> {
    name_and_clause(&mut rest)?;
    let kind = *Count::ALL.get(usize::from(rest.u8()?))?;
    let selected = rest.u8()?;
    selectors(&mut rest, selected)?;
    for _ in 0..2 {
        let entries = rest.u8()?;
        texts_of_list(&mut rest, entries)?;
    }
    let max = decimal(&mut rest)?;
    let (per, from, places) = (rest.u64()?, rest.u32()?, rest.u8()?);
    let whole = max.scale() == 0 && u32::try_from(max.digits()).is_ok();
    let good = match kind {
        Count::Notional | Count::Amount => from == 0 && places == places_of(max),
        Count::CancelsPerOrder => places == 0,
        _ => from == 0 && whole && places == 0,
    };
    (good && (1000..=LONGEST_PER_MS).contains(&per) && rest.is_empty()).then_some(())
}

/// The largest number of decimal places, up to 8, in which the limit is below 10^17 units.
fn places_of(max: Decimal) -> u8 {
    (1..=8).rev().find(|places| Amount::from(max).is_below(MOST_UNITS, *places)).unwrap_or(0)
}

/// Whether no two rules or limits have the same name.
fn names_differ(policy: &Policy<'_>) -> bool {
    let names =
        || policy.rules().map(|rule: Rule<'_>| rule.name()).chain(policy.limits().map(|limit: Limit<'_>| limit.name()));
    names().enumerate().all(|(index, name)| names().skip(index.saturating_add(1)).all(|other| other != name))
}
