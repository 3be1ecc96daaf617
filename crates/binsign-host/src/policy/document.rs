//! The document as TOML has it, read key by key: what a table may have, what a value has to be, and where it stands.

use std::collections::HashSet;
use std::ops::RangeInclusive;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::error::{Fault, instead, listed};

/// The longest text where nothing else is said, in bytes.
pub(super) const USUAL_TEXT: usize = 64;

/// The most entries of a list.
const MOST_ENTRIES: usize = 255;

/// A table all of whose keys are known.
pub(super) struct Table<'d> {
    /// What it is, for messages: `a rule`.
    what: &'static str,
    at: usize,
    entries: &'d DeTable<'d>,
}

/// A value, with the key that it stands under.
#[derive(Clone, Copy)]
pub(super) struct Value<'d> {
    key: &'d str,
    at: usize,
    what: &'d DeValue<'d>,
}

impl<'d> Table<'d> {
    pub(super) fn new(what: &'static str, at: usize, entries: &'d DeTable<'d>, known: &[&str]) -> Result<Self, Fault> {
        let unknown = entries.keys().filter(|key| !known.contains(&key.get_ref().as_ref()));
        // The first in the text, whatever the order of the table is.
        match unknown.min_by_key(|key| key.span().start) {
            Some(key) => {
                let name = key.get_ref();
                Err(Fault::new(key.span().start, format!("{what} has no key `{name}`; {}", instead(name, known))))
            }
            None => Ok(Self { what, at, entries }),
        }
    }

    pub(super) const fn at(&self) -> usize {
        self.at
    }

    pub(super) fn get(&self, key: &str) -> Option<Value<'d>> {
        let (key, value) = self.entries.get_key_value(key)?;
        Some(Value::new(key.get_ref(), value))
    }

    pub(super) fn needed(&self, key: &str) -> Result<Value<'d>, Fault> {
        self.get(key).ok_or_else(|| Fault::new(self.at, format!("{} needs `{key}`; add it", self.what)))
    }
}

impl<'d> Value<'d> {
    fn new(key: &'d str, value: &'d Spanned<DeValue<'d>>) -> Self {
        Self { key, at: value.span().start, what: value.get_ref() }
    }

    /// That the value is not what it has to be; the sentence goes on behind the key.
    pub(super) fn fault(self, wanted: impl AsRef<str>) -> Fault {
        Fault::new(self.at, format!("`{}` {}", self.key, wanted.as_ref()))
    }

    fn not_a(self, wanted: &str) -> Fault {
        let given = match self.what {
            DeValue::String(_) => "a text",
            DeValue::Integer(_) => "a whole number",
            DeValue::Float(_) => "a floating-point number",
            DeValue::Boolean(_) => "true or false",
            DeValue::Datetime(_) => "a date or time",
            DeValue::Array(_) => "a list",
            DeValue::Table(_) => "a table",
        };
        self.fault(format!("is {wanted}, and this is {given}; write {wanted}"))
    }

    /// A text in quotes, whatever is in it.
    pub(super) fn any_text(self, wanted: &str) -> Result<&'d str, Fault> {
        self.what.as_str().ok_or_else(|| self.not_a(wanted))
    }

    /// A text of 1 to `most` bytes, without control characters.
    pub(super) fn text(self, most: usize) -> Result<&'d str, Fault> {
        let text = self.any_text("a text in quotes")?;
        if !(1..=most).contains(&text.len()) {
            return Err(self.fault(format!("has {} bytes; write 1 to {most}", text.len())));
        }
        if text.chars().any(char::is_control) {
            return Err(self.fault("has a control character in it; take it out"));
        }
        Ok(text)
    }

    /// One of these texts: its place.
    pub(super) fn one_of(self, known: &[&str]) -> Result<usize, Fault> {
        let text = self.any_text(&format!("one of {}", listed(known)))?;
        let place = known.iter().position(|one| *one == text);
        place.ok_or_else(|| self.fault(format!("cannot be `{text}`; {}", instead(text, known))))
    }

    pub(super) fn flag(self) -> Result<bool, Fault> {
        self.what.as_bool().ok_or_else(|| self.not_a("true or false"))
    }

    pub(super) fn whole(self, range: RangeInclusive<u64>) -> Result<u64, Fault> {
        let number = self.what.as_integer().ok_or_else(|| self.not_a("a whole number"))?;
        let number = u64::from_str_radix(number.as_str(), number.radix()).ok().filter(|number| range.contains(number));
        number.ok_or_else(|| {
            let (least, most) = range.into_inner();
            self.fault(format!("is out of its range; write {least} to {most}"))
        })
    }

    pub(super) fn datetime(self) -> Result<&'d toml::value::Datetime, Fault> {
        self.what.as_datetime().ok_or_else(|| self.not_a("a date, or a time with `Z`, without quotes"))
    }

    pub(super) const fn is_list(self) -> bool {
        matches!(self.what, DeValue::Array(_))
    }

    /// The entries of a list that is not empty.
    pub(super) fn list(self) -> Result<impl Iterator<Item = Value<'d>> + use<'d>, Fault> {
        let list = self.what.as_array().ok_or_else(|| self.not_a("a list"))?;
        match list.len() {
            0 => Err(self.fault("is an empty list; write what it takes, or leave the key out")),
            count if count > MOST_ENTRIES => {
                Err(self.fault(format!("has {count} entries; write at most {MOST_ENTRIES}")))
            }
            _ => Ok(list.iter().map(move |value| Self::new(self.key, value))),
        }
    }

    /// The texts of a list, each of 1 to `most` bytes and there once.
    pub(super) fn texts(self, most: usize) -> Result<Vec<(Value<'d>, &'d str)>, Fault> {
        let mut seen = HashSet::new();
        self.list()?
            .map(|entry| {
                let text = entry.text(most)?;
                if !seen.insert(text) {
                    return Err(entry.fault(format!("has `{text}` twice; take one out")));
                }
                Ok((entry, text))
            })
            .collect()
    }

    pub(super) fn table(self, what: &'static str, known: &[&str]) -> Result<Table<'d>, Fault> {
        let table = self.what.as_table().ok_or_else(|| self.not_a("a table"))?;
        Table::new(what, self.at, table, known)
    }

    /// A table of names that the writer chose, in the order of the text.
    pub(super) fn named(self) -> Result<Vec<Value<'d>>, Fault> {
        let table = self.what.as_table().ok_or_else(|| self.not_a("a table"))?;
        let mut entries: Vec<_> = table.iter().collect();
        entries.sort_by_key(|(key, _)| key.span().start);
        Ok(entries.into_iter().map(|(key, value)| Self::new(key.get_ref(), value)).collect())
    }

    pub(super) const fn is_whole(self) -> bool {
        matches!(self.what, DeValue::Integer(_))
    }

    pub(super) const fn what(self) -> &'d DeValue<'d> {
        self.what
    }

    pub(super) const fn key(self) -> &'d str {
        self.key
    }

    /// The tables of a list of them, as `[[allow]]` writes it.
    pub(super) fn tables(self, what: &'static str, known: &[&str]) -> Result<Vec<Table<'d>>, Fault> {
        let list = self.what.as_array().ok_or_else(|| self.not_a(&format!("written `[[{}]]`", self.key)))?;
        if list.is_empty() {
            return Err(self.fault("is an empty list; leave the key out"));
        }
        list.iter().map(|value| Self::new(self.key, value).table(what, known)).collect()
    }
}
