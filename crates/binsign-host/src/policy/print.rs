//! The document back from the compiled form: what is approved is what runs.

use std::fmt::Write as _;

use base64ct::{Base64, Encoding as _};
use binsign::Permissions;
use binsign::catalogue::Trust;
use binsign::policy::{
    Ask, Condition, Count, Entries, Limit, Policy, Range, Rule, Selector, Timestamps, WantedKey, What,
};
use binsign::{Code, Error};

use super::head::{self, LANGUAGE};
use super::rules::USUAL_CLAUSE;
use super::selectors::printed as selector;
use super::value::{DAYS, MINUTES_A_DAY, printed_duration, printed_moment};

/// Prints a compiled policy as a document; compiled again, it gives the same bytes.
///
/// ```
/// use binsign_host::policy::{compile, print};
///
/// let image = compile("policy = 'binsign 1'\nname = 'monitor'\nversion = 1\npurpose = 'reads'\npermissions = ['READ']")?;
/// let text = print(&image).unwrap();
/// assert!(text.contains(r#"permissions = ["enableReading", "enableFixReadOnly"]"#));
/// assert_eq!(compile(&text)?, image);
/// # Ok::<(), binsign_host::policy::PolicyTextError>(())
/// ```
///
/// # Errors
/// [`Code::PolicyMalformed`] where the bytes are no compiled policy, or one that no document compiles to.
pub fn print(image: &[u8]) -> Result<String, Error> {
    let policy = Policy::new(image)?;
    let text = document(&policy).ok_or(Error::new(Code::PolicyMalformed))?;
    match super::compile(&text) {
        Ok(again) if again == image => Ok(text),
        _ => Err(Error::new(Code::PolicyMalformed)),
    }
}

/// A document as it grows: keys of a table, which is named once there is a key in it.
#[derive(Default)]
struct Page {
    text: String,
    table: Option<&'static str>,
}

impl Page {
    fn table(&mut self, name: &'static str) {
        self.table = Some(name);
    }

    fn put(&mut self, key: &str, value: impl std::fmt::Display) {
        if let Some(name) = self.table.take() {
            let _ = writeln!(self.text, "\n{name}");
        }
        let _ = writeln!(self.text, "{key} = {value}");
    }

    fn put_unless<T: PartialEq>(&mut self, key: &str, usual: T, value: T, show: impl FnOnce(&T) -> String) {
        if value != usual {
            self.put(key, show(&value));
        }
    }

    fn text(&mut self, key: &str, text: &str) {
        if !text.is_empty() {
            self.put(key, quoted(text));
        }
    }
}

fn document(policy: &Policy<'_>) -> Option<String> {
    let mut page = Page::default();
    page.text("policy", LANGUAGE);
    page.text("name", policy.name());
    page.put("version", policy.version());
    page.text("purpose", policy.purpose());
    for (key, text) in
        [("app", policy.app()), ("author", policy.author()), ("reason", policy.reason()), ("terms", policy.terms())]
    {
        page.text(key, text);
    }
    for (key, moment) in [("valid_from", policy.valid_from()), ("valid_until", policy.valid_until())] {
        if let Some(ms) = moment {
            page.put(key, printed_moment(ms));
        }
    }
    let mut names: Vec<_> = policy.permissions().iter().collect();
    names.sort_by_key(|one| one.bits());
    page.put("permissions", list(names.into_iter().map(Permissions::name)));
    page.put("caller", quoted(head::CALLERS[usize::from(policy.is_untrusted())]));
    page.put_unless("stop", false, policy.is_stop(), bool::to_string);
    key(policy, &mut page);
    time(policy, &mut page);
    trust(policy, &mut page);
    page.table("[exchange]");
    if let Some(cap) = policy.weight_cap() {
        page.put("weight_cap", cap);
    }
    page.put_unless("signature_faults", head::SIGNATURE_FAULTS, policy.signature_faults().into(), u64::to_string);
    for one in policy.rules() {
        rule(&one, &mut page)?;
    }
    for one in policy.limits() {
        limit(&one, &mut page)?;
    }
    Some(page.text)
}

fn key(policy: &Policy<'_>, page: &mut Page) {
    page.table("[key]");
    let key_type = match policy.key_type() {
        WantedKey::Any => head::KEY_TYPES[0],
        WantedKey::Asymmetric => head::KEY_TYPES[1],
        WantedKey::Ed25519 => head::KEY_TYPES[2],
    };
    page.put_unless("type", head::KEY_TYPES[0], key_type, |text| quoted(text));
    if let Some(created) = policy.key_created() {
        page.put("created", created);
    }
    if let Some(age) = policy.info_max_age_ms() {
        page.put("info_max_age", quoted(&printed_duration(age)));
    }
    page.put_unless("ip_restricted", false, policy.wants_ip_restricted(), bool::to_string);
}

fn time(policy: &Policy<'_>, page: &mut Page) {
    page.table("[time]");
    page.put("tolerance", quoted(&printed_duration(policy.tolerance_ms().into())));
    page.put("recv_window_max", quoted(&printed_duration(policy.recv_window_max_ms().into())));
    let timestamps = match policy.timestamps() {
        Timestamps::Rising => head::TIMESTAMPS[0],
        Timestamps::NotFalling => head::TIMESTAMPS[1],
        Timestamps::Any => head::TIMESTAMPS[2],
    };
    page.put_unless("timestamps", head::TIMESTAMPS[0], timestamps, |text| quoted(text));
    let hours = hours(policy.hours());
    if !hours.is_empty() {
        page.put("hours", list(hours.iter().map(String::as_str)));
    }
}

fn trust(policy: &Policy<'_>, page: &mut Page) {
    page.table("[trust]");
    for ((name, usual), level) in head::TRUST.into_iter().zip([Trust::Inferred, Trust::Low, Trust::Unknown]) {
        let place = match policy.entries(level) {
            Entries::Allow => 0,
            Entries::Read => 1,
            Entries::Deny => 2,
        };
        page.put_unless(name, usual.into(), place, |place: &usize| quoted(head::ENTRIES[*place]));
    }
    page.put_unless("parameters", false, policy.takes_unknown_parameters(), |_| quoted(head::PARAMETERS[1]));
}

/// Days in a row with the same hours are one span.
fn hours(entries: impl Iterator<Item = (u16, u16)>) -> Vec<String> {
    let mut spans: Vec<(u16, u16, u16, u16)> = Vec::new();
    for (from, until) in entries {
        let day = from / MINUTES_A_DAY;
        let (from, until) = (from - day * MINUTES_A_DAY, until - day * MINUTES_A_DAY);
        match spans.last_mut() {
            Some(last) if (last.1 + 1, last.2, last.3) == (day, from, until) => last.1 = day,
            _ => spans.push((day, day, from, until)),
        }
    }
    let name = |day: u16| DAYS.get(usize::from(day)).copied().unwrap_or_default();
    let clock = |minute: u16| format!("{:02}:{:02}", minute / 60, minute % 60);
    let printed = spans.into_iter().map(|(first, last, from, until)| {
        let days = if first == last { name(first).to_owned() } else { format!("{}-{}", name(first), name(last)) };
        format!("{days} {}-{}", clock(from), clock(until))
    });
    printed.collect()
}

fn rule(rule: &Rule<'_>, page: &mut Page) -> Option<()> {
    page.table(if rule.is_forbid() { "[[forbid]]" } else { "[[allow]]" });
    page.text("name", rule.name());
    page.put("routes", selectors(rule.selectors())?);
    page.put_unless("clause", USUAL_CLAUSE, rule.clause(), |clause| quoted(clause));
    for one in rule.conditions() {
        page.put(one.name(), condition(&one)?);
    }
    Some(())
}

fn condition(condition: &Condition<'_>) -> Option<String> {
    Some(match condition.what() {
        What::Texts(texts) => list(texts.iter()),
        What::Flag(flag) => flag.to_string(),
        What::Range(bounds) => range(bounds),
        What::To(destinations) => {
            let tables = destinations.iter().map(|texts| {
                let named = ["coin", "network", "address", "tag"].into_iter().zip(texts);
                let pairs: Vec<_> =
                    named.filter_map(|(key, text)| Some(format!("{key} = {}", quoted(text?)))).collect();
                format!("    {{ {} }},\n", pairs.join(", "))
            });
            format!("[\n{}]", tables.collect::<String>())
        }
        What::Where(named) => {
            let pairs = named.iter().map(|(name, ask)| {
                let wanted = match ask {
                    Ask::Patterns(patterns) => list(patterns.iter()),
                    Ask::Range(bounds) => range(bounds),
                };
                format!("{} = {wanted}", quoted(name))
            });
            format!("{{ {} }}", pairs.collect::<Vec<_>>().join(", "))
        }
        What::Approval(key) => quoted(&Base64::encode_string(key)),
        _ => return None,
    })
}

fn limit(limit: &Limit<'_>, page: &mut Page) -> Option<()> {
    page.table("[[limit]]");
    page.text("name", limit.name());
    page.put("count", quoted(limit.count().as_str()));
    page.put("max", quoted(&limit.max().to_string()));
    page.put("per", quoted(&printed_duration(limit.per_ms())));
    if limit.selectors().next().is_some() {
        page.put("routes", selectors(limit.selectors())?);
    }
    for (key, texts) in [("symbols", limit.symbols()), ("coins", limit.coins())] {
        if texts.iter().next().is_some() {
            page.put(key, list(texts.iter()));
        }
    }
    if limit.count() == Count::CancelsPerOrder {
        page.put_unless("from", 0, limit.from(), u32::to_string);
    }
    page.put_unless("clause", USUAL_CLAUSE, limit.clause(), |clause| quoted(clause));
    Some(())
}

fn range(range: Range) -> String {
    let bounds = [("min", range.min()), ("max", range.max())];
    let pairs: Vec<_> =
        bounds.iter().filter_map(|(key, bound)| Some(format!("{key} = {}", quoted(&(*bound)?.to_string())))).collect();
    format!("{{ {} }}", pairs.join(", "))
}

fn selectors<'a>(selectors: impl Iterator<Item = Selector<'a>>) -> Option<String> {
    let texts: Option<Vec<_>> = selectors.map(selector).collect();
    Some(list(texts?.iter().map(String::as_str)))
}

/// A list on one line, or one entry a line where that is long.
fn list<'t>(texts: impl Iterator<Item = &'t str>) -> String {
    let quoted: Vec<_> = texts.map(quoted).collect();
    let line = quoted.join(", ");
    if line.len() <= 100 { format!("[{line}]") } else { format!("[\n    {},\n]", quoted.join(",\n    ")) }
}

/// A text in quotes; no text of a policy has control characters.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
