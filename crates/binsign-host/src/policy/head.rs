//! The head of a policy: who it is for, until when, with which key, and how it takes what is not certain.

use binsign::Permissions;

use super::document::{Table, USUAL_TEXT, Value};
use super::encode::Image;
use super::error::Fault;
use super::value::{date, duration, hours, moment};

/// The keys of a document.
pub(super) const KEYS: [&str; 18] = [
    "policy",
    "name",
    "version",
    "purpose",
    "app",
    "author",
    "reason",
    "terms",
    "valid_from",
    "valid_until",
    "permissions",
    "caller",
    "stop",
    "key",
    "time",
    "trust",
    "exchange",
    "allow",
];
/// Those of the other two kinds of tables.
pub(super) const MORE_KEYS: [&str; 2] = ["forbid", "limit"];

/// The language.
pub(super) const LANGUAGE: &str = "binsign 1";
/// The longest name of a policy, a rule or a limit, in bytes.
pub(super) const LONGEST_NAME: usize = 32;
const LONGEST_PURPOSE: usize = 120;
const MINUTE_MS: u64 = 60_000;

/// Where the length of the whole stands.
pub(super) const LENGTH_AT: usize = 4;

pub(super) const CALLERS: [&str; 2] = ["trusted", "untrusted"];
pub(super) const KEY_TYPES: [&str; 3] = ["any", "asymmetric", "Ed25519"];
pub(super) const TIMESTAMPS: [&str; 3] = ["rising", "not-falling", "any"];
pub(super) const ENTRIES: [&str; 3] = ["allow", "read", "deny"];
pub(super) const PARAMETERS: [&str; 2] = ["deny", "allow"];

/// What stands where the document says nothing.
pub(super) const TOLERANCE_MS: u64 = 5000;
pub(super) const RECV_WINDOW_MS: u64 = 60_000;
pub(super) const SIGNATURE_FAULTS: u64 = 3;
/// The place in `ENTRIES` for inferred, low, unknown.
pub(super) const TRUST: [(&str, u16); 3] = [("inferred", 0), ("low", 0), ("unknown", 1)];

/// Writes everything before the rules; the length of the whole is filled in later.
pub(super) fn write(document: &Table<'_>, rules: usize, limits: usize, image: &mut Image) -> Result<(), Fault> {
    document.needed("policy")?.one_of(&[LANGUAGE])?;
    let texts = [
        document.needed("name")?.text(LONGEST_NAME)?,
        document.needed("purpose")?.text(LONGEST_PURPOSE)?,
        optional(document.get("app"), "", |app| app.text(USUAL_TEXT))?,
        optional(document.get("author"), "", |author| author.text(LONGEST_PURPOSE))?,
        optional(document.get("reason"), "", |reason| reason.text(LONGEST_PURPOSE))?,
        optional(document.get("terms"), "", date)?,
    ];
    let version = document.needed("version")?.whole(1..=u32::MAX.into())?;
    let permissions = permissions(document.needed("permissions")?)?;
    let valid_from = optional(document.get("valid_from"), 0, moment)?;
    let valid_until = optional(document.get("valid_until"), 0, moment)?;

    let key = section(document, "key", "`key`", &["type", "created", "info_max_age", "ip_restricted"])?;
    let created = optional(of(key.as_ref(), "created"), 0, |created| created.whole(1..=u64::MAX))?;
    let info_max_age = of(key.as_ref(), "info_max_age").map(|age| duration(age, 0..=u64::MAX)).transpose()?;

    let time = section(document, "time", "`time`", &["tolerance", "recv_window_max", "timestamps", "hours"])?;
    let tolerance = optional(of(time.as_ref(), "tolerance"), TOLERANCE_MS, |value| duration(value, 1..=MINUTE_MS))?;
    let window =
        optional(of(time.as_ref(), "recv_window_max"), RECV_WINDOW_MS, |value| duration(value, 1..=MINUTE_MS))?;
    let hours = optional(of(time.as_ref(), "hours"), Vec::new(), hours)?;

    let trust = section(document, "trust", "`trust`", &["inferred", "low", "unknown", "parameters"])?;
    let exchange = section(document, "exchange", "`exchange`", &["weight_cap", "signature_faults"])?;
    let cap = optional(of(exchange.as_ref(), "weight_cap"), 0, |value| value.whole(1..=u32::MAX.into()))?;
    let faults = optional(of(exchange.as_ref(), "signature_faults"), SIGNATURE_FAULTS, |value| value.whole(1..=255))?;

    let mut flags = word(document.get("caller"), &CALLERS, 0)?
        | flag(document.get("stop"))? << 1
        | word(of(time.as_ref(), "timestamps"), &TIMESTAMPS, 0)? << 2
        | word(of(trust.as_ref(), "parameters"), &PARAMETERS, 0)? << 4
        | flag(of(key.as_ref(), "ip_restricted"))? << 5
        | word(of(key.as_ref(), "type"), &KEY_TYPES, 0)? << 6
        | u16::from(info_max_age.is_some()) << 14;
    for ((level, usual), first) in TRUST.into_iter().zip([8, 10, 12]) {
        flags |= word(of(trust.as_ref(), level), &ENTRIES, usual)? << first;
    }

    image.bytes(b"BSP1");
    image.u16(0);
    image.u16(flags);
    image.u32(narrow(version));
    image.u16(permissions.bits());
    image.count(rules);
    image.count(limits);
    for number in [valid_from, valid_until, created] {
        image.u64(number);
    }
    image.u32(narrow(tolerance));
    image.u32(narrow(window));
    image.u64(info_max_age.unwrap_or(0));
    image.u32(narrow(cap));
    image.count(usize::try_from(faults).unwrap_or(usize::MAX));
    image.count(hours.len());
    image.u16(0);
    for text in texts {
        image.text(text);
    }
    for (from, until) in hours {
        image.u16(from);
        image.u16(until);
    }
    Ok(())
}

/// A number that was found to be within its range, which is that of 32 bits or less.
fn narrow(number: u64) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn permissions(list: Value<'_>) -> Result<Permissions, Fault> {
    let mut all = Permissions::NONE;
    for (entry, name) in list.texts(USUAL_TEXT)? {
        let known: Vec<_> = Permissions::ALL.iter().map(Permissions::name).collect();
        let one = Permissions::of_name(name).ok_or_else(|| {
            entry.fault(format!("has no permission `{name}`; {}", super::error::instead(name, &known)))
        })?;
        all = all | one;
    }
    Ok(all)
}

fn section<'d>(
    document: &Table<'d>,
    key: &str,
    what: &'static str,
    known: &[&str],
) -> Result<Option<Table<'d>>, Fault> {
    document.get(key).map(|value| value.table(what, known)).transpose()
}

fn of<'d>(section: Option<&Table<'d>>, key: &str) -> Option<Value<'d>> {
    section?.get(key)
}

/// What a value is read as, or what stands in its place.
pub(super) fn optional<'d, T>(
    value: Option<Value<'d>>,
    usual: T,
    read: impl FnOnce(Value<'d>) -> Result<T, Fault>,
) -> Result<T, Fault> {
    value.map_or(Ok(usual), read)
}

fn flag(value: Option<Value<'_>>) -> Result<u16, Fault> {
    optional(value, false, Value::flag).map(u16::from)
}

/// The place of a word among those that there are.
fn word(value: Option<Value<'_>>, known: &[&str], usual: u16) -> Result<u16, Fault> {
    optional(value, usual, |value| Ok(u16::try_from(value.one_of(known)?).unwrap_or(usual)))
}
