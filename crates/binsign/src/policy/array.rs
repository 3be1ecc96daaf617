//! The array of a batch: objects in JSON, inside of a parameter.

use super::facts::{Bytes, Text};
use super::shape::Reading;
use crate::json::{Malformed, Reader, Value};

/// The most objects.
const MAX_OBJECTS: usize = 100;
/// How deeply anything may be nested, the array and its objects included.
const MAX_DEPTH: u32 = 16;

/// An object of an array, just begun.
#[derive(Clone)]
pub(super) struct Object<'f>(Reader<Bytes<'f>>);

/// The objects of an array that was looked at.
pub(super) struct Objects<'f>(Reader<Bytes<'f>>);

/// The objects in the text of a parameter; unreadable where they are not what an exchange could read in one way only.
pub(super) fn objects(text: Option<Text<'_>>) -> Reading<Objects<'_>> {
    let Some(text) = text else { return Reading::Absent };
    let mut reader = Reader::new(text.bytes());
    let begun = reader.value().ok().filter(|value| matches!(value, Value::Array));
    match begun.map(|_| (reader.clone(), look(reader))) {
        Some((reader, Ok(1..=MAX_OBJECTS))) => Reading::Said(Objects(reader)),
        _ => Reading::Unreadable,
    }
}

/// Reads the whole array: how many objects it has.
fn look(mut reader: Reader<Bytes<'_>>) -> Result<usize, Malformed> {
    let mut count = 0_usize;
    while reader.item()? {
        let Value::Object = reader.value()? else { return Err(Malformed) };
        count = count.saturating_add(1);
        let depth = reader.depth();
        while let Some(name) = reader.member()? {
            let _ = name.plain().ok_or(Malformed)?;
            reader.value()?;
            leave(&mut reader, depth)?;
        }
    }
    reader.end()?;
    Ok(count)
}

/// Reads on until the reader is in no more than `depth` arrays and objects, and never in too many.
fn leave(reader: &mut Reader<Bytes<'_>>, depth: u32) -> Result<(), Malformed> {
    while reader.depth() > depth {
        if reader.depth() > MAX_DEPTH {
            return Err(Malformed);
        }
        if reader.goes_on_anywhere()? {
            reader.value()?;
        }
    }
    Ok(())
}

impl<'f> Iterator for Objects<'f> {
    type Item = Object<'f>;

    fn next(&mut self) -> Option<Object<'f>> {
        if !self.0.item().ok()? {
            return None;
        }
        self.0.value().ok()?;
        let object = Object(self.0.clone());
        self.0.leave_to(1).ok()?;
        Some(object)
    }
}

impl<'f> Object<'f> {
    /// The text of a member.
    pub(super) fn get(&self, wanted: &str) -> Reading<Text<'f>> {
        self.find(wanted).unwrap_or(Reading::Unreadable)
    }

    fn find(&self, wanted: &str) -> Result<Reading<Text<'f>>, Malformed> {
        let mut reader = self.0.clone();
        let mut found = Reading::Absent;
        let depth = reader.depth();
        while let Some(name) = reader.member()? {
            if !name.is(wanted) {
                reader.skip()?;
                continue;
            }
            let text = match reader.value()? {
                Value::Text(text) => text.place().map(|(place, length)| place.text(length)),
                Value::Number(number) => {
                    let (place, length) = number.place();
                    Some(place.text(length))
                }
                Value::Bool(true) => Some(Text::plain(b"true")),
                Value::Bool(false) => Some(Text::plain(b"false")),
                Value::Null | Value::Object | Value::Array => None,
            };
            reader.leave_to(depth)?;
            found = match (found, text) {
                (Reading::Absent, Some(text)) => Reading::Said(text),
                _ => Reading::Unreadable,
            };
        }
        Ok(found)
    }
}
