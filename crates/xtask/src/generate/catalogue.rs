//! The catalogue's tables: the routes, the names of their parameters, and the routes that are no longer there.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use anyhow::{Context, Result, ensure};

use super::Generated;
use super::names::{Names, Sets, hex, lines, numbers};
use super::source::{GROUPS, Row, Source};

const ROUTES: &str = "crates/binsign/src/catalogue/table.rs";
const NAMES: &str = "crates/binsign/src/catalogue/names.rs";

/// The day on which the sources of `catalog.csv` were read last.
const DATE: &str = "2026-11-22";

/// What paths begin with, the family, and its cargo feature.
const PARTS: [(&str, &str, &str); 8] = [
    ("/api/", "Spot", "spot"),
    ("/sapi/", "Sapi", "sapi"),
    ("/bapi/", "Sapi", "sapi"),
    ("/fapi/", "FuturesUm", "futures-um"),
    ("/futures/", "FuturesUm", "futures-um"),
    ("/dapi/", "FuturesCm", "futures-cm"),
    ("/eapi/", "Options", "options"),
    ("/papi/", "PortfolioMargin", "portfolio-margin"),
];

/// The WebSocket APIs: the family in the source, in the code, and its cargo feature.
const WS_PARTS: [(&[&str], &str, &str); 3] = [
    (&["spot", "margin"], "Spot", "spot"),
    (&["futures-um"], "FuturesUm", "futures-um"),
    (&["futures-cm"], "FuturesCm", "futures-cm"),
];

/// The order is that of the numbers in the table, from 1.
pub(super) const SECURITY_TYPES: [&str; 7] =
    ["NONE", "MARKET_DATA", "USER_STREAM", "USER_DATA", "TRADE", "MARGIN", "PREDICTION_TRADE"];

pub(super) const METHODS: [&str; 4] = ["GET", "POST", "PUT", "DELETE"];

/// One path of a table.
#[derive(Default)]
struct Entry {
    /// Four bits a method, or for a method of the WebSocket API what `Route::ws_api` takes apart.
    number: u16,
    /// Of each route of the path, by method: attributes and set of parameters.
    routes: BTreeMap<usize, (u32, u16)>,
}

/// The tables by number of the part, and within by path.
type Tables = BTreeMap<usize, BTreeMap<String, Entry>>;

/// What the families share.
struct Shared<'a> {
    names: &'a Names,
    needed: Vec<u16>,
    /// The sets of parameters, by family.
    sets: BTreeMap<&'static str, Sets>,
}

impl Shared<'_> {
    fn pack(&mut self, row: &Row, family: &'static str) -> Result<(u32, u16)> {
        let set = self.sets.entry(family).or_default().number(self.names, &row.parameters)?;
        Ok((row.attributes.pack(&self.needed), set))
    }
}

pub(super) fn generate(source: &Source, names: &Names) -> Result<Vec<Generated>> {
    let mut shared = Shared { names, needed: source.needed(), sets: BTreeMap::new() };
    let mut parts = Tables::new();
    let mut ws_parts = Tables::new();
    let mut stream = None;
    for row in &source.current {
        let security = SECURITY_TYPES.iter().position(|name| *name == row.security).context("a new security type")? + 1;
        if row.is_stream() {
            ensure!(stream.replace(shared.pack(row, "Sapi")?).is_none(), "a second signed stream");
        } else if row.transport == "ws-api" {
            let part = WS_PARTS.iter().position(|part| part.0.contains(&&*row.group)).context("a new WebSocket API")?;
            // Listen keys, which Spot's API does not have, take the API key alone.
            let keyed = row.group.starts_with("futures") && row.security == "USER_STREAM";
            let needs = if row.signed { 8 } else { 16 * usize::from(keyed) };
            let entry = ws_parts.entry(part).or_default().entry(row.path.clone()).or_default();
            entry.number = u16::try_from(security + needs)?;
            let packed = shared.pack(row, WS_PARTS[part].1)?;
            ensure!(entry.routes.insert(0, packed).is_none(), "{} is there twice", row.path);
        } else {
            let (part, rest) = part_of(&row.path)?;
            let method = METHODS.iter().position(|name| *name == row.method).context("a new method")?;
            let entry = parts.entry(part).or_default().entry(rest.to_owned()).or_default();
            entry.number |= u16::try_from(security << (method * 4))?;
            let packed = shared.pack(row, PARTS[part].1)?;
            ensure!(entry.routes.insert(method, packed).is_none(), "{} {} is there twice", row.method, row.path);
        }
    }
    let fix_logon = source.fix_logon.pack(&shared.needed);
    let stream = stream.context("no signed stream")?;

    let mut text = String::from(
        "//! The routes, from `catalog.csv` and `actions.csv`. Made by `cargo xtask gen`; do not edit.\n\n",
    );
    let unused = unused_without_families("allow(unused_imports)");
    writeln!(text, "// A build without any family has empty tables.\n{unused}")?;
    text.push_str("use super::legacy::LegacyTable;\n");
    writeln!(text, "{unused}\nuse super::parameters::Sets;\n{unused}\nuse super::{{Family, Paths, Table}};\n")?;
    writeln!(
        text,
        "/// The day on which the catalogue was compared with its sources.\npub const DATE: &str = \"{DATE}\";\n"
    )?;
    text.push_str("/// The names of the groups, by number.\n");
    writeln!(text, "pub(super) static GROUPS: [&str; {}] = [", GROUPS.len())?;
    for group in GROUPS {
        writeln!(text, "    \"{group}\",")?;
    }
    text.push_str("];\n\n/// Of which permissions a route needs one; the first is none, the second unknown.\n");
    let needed = shared.needed.iter().map(|set| format!("{set:#06x}"));
    numbers(&mut text, &format!("pub(super) static NEEDED: [u16; {}]", shared.needed.len()), needed);
    writeln!(text, "#[cfg(feature = \"fix\")]\npub(super) const FIX_LOGON: u32 = {};", hex(fix_logon))?;
    writeln!(
        text,
        "#[cfg(feature = \"ws-api\")]\npub(super) const SAPI_WSS: (u32, u16) = ({}, {});\n",
        hex(stream.0),
        stream.1
    )?;
    text.push_str("pub(super) static TABLES: &[Table] = &[\n");
    for (index, routes) in &parts {
        write_table(&mut text, PARTS[*index], routes)?;
    }
    text.push_str("];\n\n/// The methods of the WebSocket APIs.\n#[cfg(feature = \"ws-api\")]\npub(super) static WS_TABLES: &[Table] = &[\n");
    for (index, methods) in &ws_parts {
        let (_, family, feature) = WS_PARTS[*index];
        write_table(&mut text, ("", family, feature), methods)?;
    }
    text.push_str("];\n\n/// The routes that are no longer there, and those that only third parties know of.\npub(super) static LEGACY: &[LegacyTable] = &[\n");
    write_legacy(&mut text, source)?;
    text.push_str("];\n");
    write_sets(&mut text, &shared.sets)?;

    let mut names_text =
        String::from("//! The names of parameters. Made by `cargo xtask gen` from `catalog.csv`; do not edit.\n\n");
    names.write(&mut names_text)?;
    Ok(vec![Generated { path: ROUTES, text }, Generated { path: NAMES, text: names_text }])
}

/// The part that a path belongs to, and the rest of the path.
fn part_of(path: &str) -> Result<(usize, &str)> {
    let part = PARTS.iter().enumerate().find_map(|(index, part)| Some((index, path.strip_prefix(part.0)?)));
    part.with_context(|| format!("{path} belongs to no family"))
}

fn unused_without_families(attribute: &str) -> String {
    let mut features: Vec<String> = PARTS.iter().map(|part| format!("        feature = \"{}\"", part.2)).collect();
    features.dedup();
    format!("#[cfg_attr(\n    not(any(\n{}\n    )),\n    {attribute}\n)]", features.join(",\n"))
}

fn write_table(
    text: &mut String,
    (prefix, family, feature): (&str, &str, &str),
    entries: &BTreeMap<String, Entry>,
) -> Result<()> {
    writeln!(text, "    #[cfg(feature = \"{feature}\")]\n    Table {{")?;
    writeln!(text, "        family: Family::{family},\n        prefix: \"{prefix}\",")?;
    let entries = write_paths(text, entries)?;
    let mut routes = 0;
    let first: Vec<usize> = entries
        .iter()
        .map(|entry| {
            let first = routes;
            routes += entry.routes.len();
            first
        })
        .collect();
    let all = || entries.iter().flat_map(|entry| entry.routes.values());
    field(text, "numbers", entries.iter().map(|entry| format!("{:#06x}", entry.number)));
    field(text, "first", first.into_iter());
    field(text, "attributes", all().map(|(attributes, _)| hex(*attributes)));
    field(text, "sets", all().map(|(_, set)| set));
    text.push_str("    },\n");
    Ok(())
}

/// The paths of a table in the order in which the core looks them up, and their entries.
fn write_paths<'a, T>(text: &mut String, entries: &'a BTreeMap<String, T>) -> Result<Vec<&'a T>> {
    let mut entries: Vec<(&String, &T)> = entries.iter().collect();
    entries.sort_by_key(|(path, _)| (path.len(), *path));
    text.push_str("        paths: Paths {\n            text: ");
    if let [(path, _)] = entries[..] {
        writeln!(text, "\"{path}\",")?;
    } else {
        text.push_str("concat!(\n");
        for (path, _) in &entries {
            writeln!(text, "                \"{path}\",")?;
        }
        text.push_str("            ),\n");
    }
    text.push_str("            ends: &[\n");
    let mut end = 0_u16;
    let mut ends = Vec::new();
    for (path, _) in &entries {
        end = end.checked_add(u16::try_from(path.len())?).context("the paths are too long together")?;
        ends.push(end);
    }
    lines(text, "                ", ends.into_iter());
    text.push_str("            ],\n        },\n");
    Ok(entries.into_iter().map(|(_, entry)| entry).collect())
}

fn field(text: &mut String, name: &str, items: impl Iterator<Item = impl ToString>) {
    let _ = writeln!(text, "        {name}: &[");
    lines(text, "            ", items);
    text.push_str("        ],\n");
}

/// Of each path four bits a method: 1 retired, 2 known to third parties alone.
fn write_legacy(text: &mut String, source: &Source) -> Result<()> {
    let mut parts: BTreeMap<usize, BTreeMap<String, u16>> = BTreeMap::new();
    for (method, path, is_undocumented) in &source.legacy {
        let (part, rest) = part_of(path)?;
        let method_number = METHODS.iter().position(|name| name == method).context("a new method")?;
        let is_current = source.current.iter().any(|row| (&row.method, &row.path) == (method, path));
        ensure!(!is_current, "{method} {path} is current and legacy");
        let state = 1 + u16::from(*is_undocumented);
        *parts.entry(part).or_default().entry(rest.to_owned()).or_default() |= state << (method_number * 4);
    }
    for (index, paths) in &parts {
        let (prefix, _, feature) = PARTS[*index];
        writeln!(text, "    #[cfg(feature = \"{feature}\")]\n    LegacyTable {{\n        prefix: \"{prefix}\",")?;
        let states = write_paths(text, paths)?;
        field(text, "states", states.iter().map(|state| format!("{state:#06x}")));
        text.push_str("    },\n");
    }
    Ok(())
}

fn write_sets(text: &mut String, sets: &BTreeMap<&'static str, Sets>) -> Result<()> {
    text.push_str("\n/// The sets of parameters of a family's routes.\npub(super) const fn sets(family: Family) -> Option<&'static Sets> {\n    match family {\n");
    let feature = |family: &str| PARTS.iter().find(|part| part.1 == family).map(|part| part.2);
    for family in sets.keys() {
        let feature = feature(family).context("a family without a feature")?;
        writeln!(
            text,
            "        #[cfg(feature = \"{feature}\")]\n        Family::{family} => Some(&{}),",
            constant(family)
        )?;
    }
    text.push_str("        #[allow(unreachable_patterns, reason = \"unless a family was left out\")]\n        _ => None,\n    }\n}\n");
    for (family, sets) in sets {
        let feature = feature(family).context("a family without a feature")?;
        writeln!(text, "\n#[cfg(feature = \"{feature}\")]\nstatic {}: Sets = Sets {{", constant(family))?;
        sets.write(text);
        text.push_str("};\n");
    }
    Ok(())
}

/// `FuturesUm` as `FUTURES_UM`.
fn constant(family: &str) -> String {
    let mut name = String::new();
    for letter in family.chars() {
        if letter.is_uppercase() && !name.is_empty() {
            name.push('_');
        }
        name.extend(letter.to_uppercase());
    }
    name
}
