//! Rules and limits: routes, conditions, counts.

use binsign::Decimal;
use binsign::policy::Count;

use super::document::{Table, USUAL_TEXT, Value};
use super::encode::{Image, TooLong};
use super::error::Fault;
use super::head::{LONGEST_NAME, optional};
use super::selectors;
use super::value::{DAY_MS, decimal, duration, public_key};

/// The longest clause, in bytes, and the one that stands where a rule gives none.
const LONGEST_CLAUSE: usize = 8;
pub(super) const USUAL_CLAUSE: &str = "D 9";

/// The longest address and tag, in bytes.
const LONGEST_ADDRESS: usize = 128;

const MOST_NAMED: usize = 16;

/// The conditions, in the order of their numbers from 1 on.
const CONDITIONS: [(&str, Kind); 16] = [
    ("symbols", Kind::Texts),
    ("sides", Kind::Texts),
    ("types", Kind::Texts),
    ("time_in_force", Kind::Texts),
    ("reduce_only", Kind::Yes),
    ("close_position", Kind::Flag),
    ("quantity", Kind::Range),
    ("price", Kind::Range),
    ("notional", Kind::Range),
    ("stp", Kind::Texts),
    ("client_order_id", Kind::Texts),
    ("coins", Kind::Texts),
    ("amount", Kind::Range),
    ("to", Kind::To),
    ("where", Kind::Named),
    ("approval", Kind::Key),
];

#[derive(Clone, Copy)]
enum Kind {
    Texts,
    Yes,
    Flag,
    Range,
    To,
    Named,
    Key,
}

const RULE_KEYS: [&str; 18] = [
    "name",
    "routes",
    "clause",
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
];
const ALLOW_KEYS: [&str; 19] = {
    let mut keys = ["approval"; 19];
    let mut index = 0;
    while index < RULE_KEYS.len() {
        keys[index] = RULE_KEYS[index];
        index += 1;
    }
    keys
};
const LIMIT_KEYS: [&str; 9] = ["name", "clause", "count", "max", "per", "routes", "symbols", "coins", "from"];
const DESTINATION_KEYS: [&str; 4] = ["coin", "network", "address", "tag"];

/// Notional and amount are counted in units of which a limit has fewer than that.
const MOST_UNITS: u128 = 100_000_000_000_000_000;

/// A rule as it stands in the document.
pub(super) struct Rule<'d> {
    is_forbid: bool,
    table: Table<'d>,
}

/// The rules, in the order of the text, whichever kind they are.
pub(super) fn of_document<'d>(document: &Table<'d>) -> Result<Vec<Rule<'d>>, Fault> {
    let tables = |key, what, known: &[&str]| match document.get(key) {
        Some(value) => value.tables(what, known),
        None => Ok(Vec::new()),
    };
    let allows = tables("allow", "an allow", &ALLOW_KEYS)?.into_iter().map(|table| Rule { is_forbid: false, table });
    let forbids = tables("forbid", "a forbid", &RULE_KEYS)?.into_iter().map(|table| Rule { is_forbid: true, table });
    let mut rules: Vec<_> = allows.chain(forbids).collect();
    rules.sort_by_key(|rule| rule.table.at());
    Ok(rules)
}

/// The limits, in the order of the text.
pub(super) fn limits<'d>(document: &Table<'d>) -> Result<Vec<Table<'d>>, Fault> {
    document.get("limit").map_or(Ok(Vec::new()), |value| value.tables("a limit", &LIMIT_KEYS))
}

impl<'d> Rule<'d> {
    pub(super) const fn table(&self) -> &Table<'d> {
        &self.table
    }

    pub(super) fn write(&self, image: &mut Image) -> Result<(), Fault> {
        let table = &self.table;
        let mut rule = Image::default();
        rule.u8(self.is_forbid.into());
        name_and_clause(table, &mut rule)?;
        selectors::write(table.needed("routes")?, &mut rule)?;
        let given =
            || CONDITIONS.iter().zip(1_u8..).filter_map(|((key, kind), tag)| Some((tag, *kind, table.get(key)?)));
        rule.count(given().count());
        for (tag, kind, value) in given() {
            let mut condition = Image::default();
            kind.write(value, &mut condition)?;
            rule.u8(tag);
            rule.block(&condition).map_err(|TooLong| value.fault("is too long; write a shorter list"))?;
        }
        image.block(&rule).map_err(|TooLong| too_long(table))
    }
}

fn too_long(table: &Table<'_>) -> Fault {
    Fault::new(table.at(), "this is over 65535 bytes compiled; write shorter lists, or more rules")
}

fn name_and_clause(table: &Table<'_>, image: &mut Image) -> Result<(), Fault> {
    image.text(table.needed("name")?.text(LONGEST_NAME)?);
    image.text(optional(table.get("clause"), USUAL_CLAUSE, |clause| clause.text(LONGEST_CLAUSE))?);
    Ok(())
}

impl Kind {
    fn write(self, value: Value<'_>, image: &mut Image) -> Result<(), Fault> {
        match self {
            Self::Texts => texts(value, image)?,
            Self::Yes if value.flag()? => image.u8(1),
            Self::Yes => return Err(value.fault("can only be true; leave it out where it does not matter")),
            Self::Flag => image.u8(value.flag()?.into()),
            Self::Range => range(value, image)?,
            Self::To => destinations(value, image)?,
            Self::Named => named(value, image)?,
            Self::Key => image.bytes(&public_key(value)?),
        }
        Ok(())
    }
}

fn texts(value: Value<'_>, image: &mut Image) -> Result<(), Fault> {
    let texts = value.texts(USUAL_TEXT)?;
    image.count(texts.len());
    for (_, text) in texts {
        image.text(text);
    }
    Ok(())
}

fn range(value: Value<'_>, image: &mut Image) -> Result<(), Fault> {
    let table = value.table("a range", &["min", "max"])?;
    let bounds = [table.get("min"), table.get("max")].map(|bound| bound.map(decimal).transpose());
    let [min, max] = bounds;
    let (min, max) = (min?, max?);
    if min.is_none() && max.is_none() {
        return Err(value.fault("has no bound; write `{ min = \"…\", max = \"…\" }`, or one of the two"));
    }
    image.u8(u8::from(min.is_some()) | u8::from(max.is_some()) << 1);
    min.into_iter().chain(max).for_each(|bound| image.decimal(bound));
    Ok(())
}

fn destinations(value: Value<'_>, image: &mut Image) -> Result<(), Fault> {
    let entries: Vec<_> = value.list()?.collect();
    image.count(entries.len());
    let mut seen = Vec::new();
    for entry in entries {
        let table = entry.table("a destination", &DESTINATION_KEYS)?;
        table.needed("coin")?;
        table.needed("address")?;
        let texts = DESTINATION_KEYS.map(|key| {
            let most = if matches!(key, "address" | "tag") { LONGEST_ADDRESS } else { USUAL_TEXT };
            table.get(key).map(|text| text.text(most)).transpose()
        });
        let [coin, network, address, tag] = texts;
        let texts = [coin?, network?, address?, tag?];
        if seen.contains(&texts) {
            return Err(entry.fault("has the same destination twice; take one out"));
        }
        for text in texts {
            match text {
                Some(text) => image.text(text),
                None => image.u8(255),
            }
        }
        seen.push(texts);
    }
    Ok(())
}

fn named(value: Value<'_>, image: &mut Image) -> Result<(), Fault> {
    let names = value.named()?;
    if !(1..=MOST_NAMED).contains(&names.len()) {
        return Err(value.fault(format!("has {} names; write 1 to {MOST_NAMED}", names.len())));
    }
    image.count(names.len());
    for wanted in names {
        let name = wanted.key();
        if !(1..=USUAL_TEXT).contains(&name.len()) || name.chars().any(char::is_control) {
            return Err(wanted.fault(format!("is no name; write 1 to {USUAL_TEXT} bytes without control characters")));
        }
        image.text(name);
        image.u8(u8::from(!wanted.is_list()));
        if wanted.is_list() { texts(wanted, image)? } else { range(wanted, image)? }
    }
    Ok(())
}

/// Writes a limit.
pub(super) fn write_limit(table: &Table<'_>, image: &mut Image) -> Result<(), Fault> {
    let mut limit = Image::default();
    name_and_clause(table, &mut limit)?;
    let place = table.needed("count")?.one_of(&Count::ALL.map(Count::as_str))?;
    let count = Count::ALL[place];
    limit.count(place);
    match table.get("routes") {
        Some(routes) => selectors::write(routes, &mut limit)?,
        None => limit.u8(0),
    }
    for key in ["symbols", "coins"] {
        match table.get(key) {
            Some(list) => texts(list, &mut limit)?,
            None => limit.u8(0),
        }
    }
    let (max, places) = max(table.needed("max")?, count)?;
    limit.decimal(max);
    limit.u64(duration(table.needed("per")?, 1000..=31 * DAY_MS)?);
    let from = match table.get("from") {
        Some(from) if count != Count::CancelsPerOrder => {
            return Err(from.fault("goes with `cancels-per-order` alone; leave it out"));
        }
        from => optional(from, 0, |from| from.whole(0..=u32::MAX.into()))?,
    };
    limit.u32(u32::try_from(from).unwrap_or(u32::MAX));
    limit.u8(places);
    image.block(&limit).map_err(|TooLong| too_long(table))
}

/// The most there may be, and in how many places it is counted.
fn max(value: Value<'_>, count: Count) -> Result<(Decimal, u8), Fault> {
    let max = decimal(value)?;
    match count {
        Count::Notional | Count::Amount => {
            let is_below = |places: &u8| {
                // max x 10^places < 10^17, as whole numbers.
                let digits = u128::from(max.digits()) * 10_u128.pow(u32::from(*places));
                digits < MOST_UNITS * 10_u128.pow(u32::from(max.scale()))
            };
            let places = (0..=8).rev().find(is_below);
            places
                .map(|places| (max, places))
                .ok_or_else(|| value.fault("is too large to be counted; write less than 10^17"))
        }
        Count::CancelsPerOrder => Ok((max, 0)),
        _ if max.scale() == 0 && u32::try_from(max.digits()).is_ok() => Ok((max, 0)),
        _ => Err(value.fault(format!("counts things; write a whole number of at most {}", u32::MAX))),
    }
}
