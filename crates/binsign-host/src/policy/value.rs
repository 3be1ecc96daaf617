//! Values that have a form of their own: decimals, durations, moments, hours, keys.

use std::ops::RangeInclusive;

use base64ct::{Base64, Encoding as _};
use binsign::{Decimal, PublicKey};
use toml::value::{Date, Datetime, Offset, Time};

use super::document::Value;
use super::error::Fault;

pub(super) const DAY_MS: u64 = 86_400_000;
pub(super) const MINUTES_A_DAY: u16 = 1440;

/// The units of durations, with their length in ms.
pub(super) const UNITS: [(&str, u64); 5] = [("d", DAY_MS), ("h", 3_600_000), ("m", 60_000), ("s", 1000), ("ms", 1)];

pub(super) const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// The most spans of hours in a document.
const MOST_HOURS: usize = 16;

/// What an Ed25519 public key has before its 32 bytes (RFC 8410).
const ED25519_HEAD: [u8; 12] = [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00];

/// A decimal in text.
pub(super) fn decimal(value: Value<'_>) -> Result<Decimal, Fault> {
    let text = value.any_text("a decimal in quotes, as \"0.5\"")?;
    let read = text.parse();
    read.map_err(|_| {
        value.fault("is no decimal; write digits with at most one point, at most 18 of them and 18 behind the point")
    })
}

/// A duration, in ms.
pub(super) fn duration(value: Value<'_>, range: RangeInclusive<u64>) -> Result<u64, Fault> {
    let text = value.any_text("a duration in quotes, as \"5s\"")?;
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, unit) = text.split_at(digits);
    let unit = UNITS.iter().find(|(name, _)| *name == unit);
    let Some(((_, unit), false)) = unit.map(|unit| (unit, number.is_empty())) else {
        return Err(value.fault("is no duration; write a whole number and `ms`, `s`, `m`, `h` or `d`, as \"5s\""));
    };
    let ms = number.parse::<u64>().ok().and_then(|number| number.checked_mul(*unit));
    ms.filter(|ms| range.contains(ms)).ok_or_else(|| {
        let (least, most) = (printed_duration(*range.start()), printed_duration(*range.end()));
        value.fault(format!("is out of its range; write {least} to {most}"))
    })
}

/// A duration in the largest unit that it is a whole number of.
pub(super) fn printed_duration(ms: u64) -> String {
    let unit = UNITS.iter().find(|(_, length)| ms > 0 && ms.is_multiple_of(*length));
    unit.map_or_else(|| format!("{ms}ms"), |(name, length)| format!("{}{name}", ms / length))
}

/// A moment, in ms since 1970.
pub(super) fn moment(value: Value<'_>) -> Result<u64, Fault> {
    let ms = in_ms(value.datetime()?);
    ms.and_then(|ms| u64::try_from(ms).ok()).filter(|ms| *ms > 0).ok_or_else(|| {
        value.fault(
            "is no moment; write a date, or a date and a time with at most three decimals and an offset or `Z`, after 1970",
        )
    })
}

fn in_ms(moment: &Datetime) -> Option<i64> {
    let days = days_since_1970(moment.date?);
    let (time, offset) = match (moment.time, moment.offset) {
        (None, None) => (0, 0),
        (Some(time), Some(Offset::Z)) => (ms_of_day(time)?, 0),
        (Some(time), Some(Offset::Custom { minutes })) => (ms_of_day(time)?, i64::from(minutes)),
        _ => return None,
    };
    Some(days * i64::try_from(DAY_MS).ok()? + time - offset * 60_000)
}

fn ms_of_day(time: Time) -> Option<i64> {
    let nanosecond = time.nanosecond.unwrap_or(0);
    let second = time.second.unwrap_or(0);
    let whole = nanosecond.is_multiple_of(1_000_000) && second < 60;
    let minutes = i64::from(time.hour) * 60 + i64::from(time.minute);
    whole.then(|| (minutes * 60 + i64::from(second)) * 1000 + i64::from(nanosecond / 1_000_000))
}

/// Days of the Gregorian calendar, counted in years that begin in March, so that a leap day is the last of its year.
fn days_since_1970(date: Date) -> i64 {
    let (month, day) = (i64::from(date.month), i64::from(date.day));
    let year = i64::from(date.year) - i64::from(month <= 2);
    let days_before_month = (153 * ((month + 9) % 12) + 2) / 5;
    365 * year + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + days_before_month + day
        - 1
        - 719_468
}

/// A moment of a text as a policy has it: a date (midnight UTC), or date and time with an offset or `Z`; in ms since 1970.
///
/// ```
/// use binsign_host::policy::{moment_of, moment_text};
///
/// assert_eq!(moment_of("2000-02-29T23:59:59Z"), Some(951_868_799_000));
/// assert_eq!(moment_text(951_868_799_000), "2000-02-29T23:59:59Z");
/// assert_eq!(moment_of("tomorrow"), None);
/// ```
#[must_use]
pub fn moment_of(text: &str) -> Option<u64> {
    in_ms(&text.parse().ok()?).and_then(|ms| u64::try_from(ms).ok()).filter(|ms| *ms > 0)
}

/// A moment (ms since 1970) as a policy has it, in UTC.
#[must_use]
pub fn moment_text(ms: u64) -> String {
    printed_moment(ms)
}

/// A moment as a document has it, in UTC.
pub(super) fn printed_moment(ms: u64) -> String {
    let (days, rest) = (ms / DAY_MS, ms % DAY_MS);
    // The inverse of the above, by eras of 400 years from the first of March of the year 0.
    let (era, day) = ((days + 719_468) / 146_097, (days + 719_468) % 146_097);
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
    let of_year = day - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let (day, month) = (of_year - (153 * month + 2) / 5 + 1, if month < 10 { month + 3 } else { month - 9 });
    let year = era * 400 + year + u64::from(month <= 2);
    let (hour, minute) = (rest / 3_600_000, rest / 60_000 % 60);
    let (second, thousandth) = (rest / 1000 % 60, rest % 1000);
    let fraction = if thousandth == 0 { String::new() } else { format!(".{thousandth:03}") };
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{fraction}Z")
}

/// The date of the Terms.
pub(super) fn date(value: Value<'_>) -> Result<&str, Fault> {
    let text = value.any_text("a date in quotes, as \"2025-01-22\"")?;
    let read = text.parse::<Datetime>().ok().filter(|date| date.time.is_none() && date.offset.is_none());
    match read.and_then(|date| date.date) {
        Some(_) if text.len() == 10 => Ok(text),
        _ => Err(value.fault("is no date; write it as \"2025-01-22\"")),
    }
}

/// Hours as minutes of the week, an entry a day.
pub(super) fn hours(value: Value<'_>) -> Result<Vec<(u16, u16)>, Fault> {
    let spans = value.texts(super::document::USUAL_TEXT)?;
    if spans.len() > MOST_HOURS {
        return Err(value.fault(format!("has {} entries; write at most {MOST_HOURS}", spans.len())));
    }
    let mut hours = Vec::new();
    for (entry, text) in spans {
        let span = span(text).ok_or_else(|| {
            entry.fault(
                "is not as \"mon-fri 09:00-17:00\"; write a day or a span of days (mon, tue, wed, thu, fri, sat, sun), \
                 a blank, and the times in UTC, the earlier first",
            )
        })?;
        for day in span {
            if hours.contains(&day) {
                return Err(entry.fault("has the same hours of a day twice; take one out"));
            }
            hours.push(day);
        }
    }
    Ok(hours)
}

fn span(text: &str) -> Option<Vec<(u16, u16)>> {
    let (days, times) = text.split_once(' ')?;
    let (first, last) = days.split_once('-').unwrap_or((days, days));
    let (first, last) = (day(first)?, day(last)?);
    let (from, until) = times.split_once('-')?;
    let (from, until) = (minute(from)?, minute(until)?);
    let start = |day: u16| day * MINUTES_A_DAY;
    (first <= last && from < until).then(|| (first..=last).map(|day| (start(day) + from, start(day) + until)).collect())
}

fn day(name: &str) -> Option<u16> {
    DAYS.iter().position(|day| *day == name).and_then(|day| u16::try_from(day).ok())
}

/// `HH:MM` as a minute of the day, 24:00 too.
fn minute(text: &str) -> Option<u16> {
    let [a, b, b':', c, d] = text.as_bytes() else { return None };
    let digit = |byte: &u8| byte.is_ascii_digit().then(|| u16::from(byte - b'0'));
    let (hour, minute) = (digit(a)? * 10 + digit(b)?, digit(c)? * 10 + digit(d)?);
    ((hour < 24 && minute < 60) || (hour, minute) == (24, 0)).then_some(hour * 60 + minute)
}

/// An Ed25519 public key.
pub(super) fn public_key(value: Value<'_>) -> Result<[u8; 32], Fault> {
    let text = value.any_text("a public key in base64, in quotes")?;
    let mut bytes = [0; 32];
    let read = matches!(Base64::decode(text, &mut bytes), Ok(all) if all.len() == 32);
    let is_key = read && PublicKey::from_der(&[ED25519_HEAD.as_slice(), &bytes].concat()).is_ok();
    is_key
        .then_some(bytes)
        .ok_or_else(|| value.fault("is no Ed25519 public key; write its 32 bytes in base64, 44 characters"))
}

#[cfg(test)]
mod tests {
    use super::{in_ms, printed_duration, printed_moment};

    /// Expected values are those of GNU date.
    #[test]
    fn moments_are_those_of_the_calendar() {
        for (text, ms) in [
            ("1970-01-01T00:00:00.001Z", 1),
            ("2000-02-29T23:59:59Z", 951_868_799_000),
            ("2024-12-31T00:00:00Z", 1_735_603_200_000),
            ("2100-03-01T00:00:00Z", 4_107_542_400_000),
            ("9999-12-31T23:59:59.999Z", 253_402_300_799_999),
        ] {
            assert_eq!(in_ms(&text.parse().unwrap()), Some(ms), "{text}");
            assert_eq!(printed_moment(u64::try_from(ms).unwrap()), text);
        }
        assert_eq!(in_ms(&"2027-06-30".parse().unwrap()), Some(1_814_313_600_000));
        assert_eq!(in_ms(&"2027-06-30T02:30:00+02:30".parse().unwrap()), Some(1_814_313_600_000));
        assert_eq!(in_ms(&"2027-06-30T00:00:00".parse().unwrap()), None);
        assert_eq!(in_ms(&"2027-06-30T00:00:00.0001Z".parse().unwrap()), None);
    }

    #[test]
    fn durations_are_printed_in_their_largest_unit() {
        for (ms, text) in [(0, "0ms"), (1500, "1500ms"), (90_000, "90s"), (7_200_000, "2h"), (86_400_000, "1d")] {
            assert_eq!(printed_duration(ms), text);
        }
    }
}
