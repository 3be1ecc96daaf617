//! The table of what a signature may open: the routes that change something, manage keys or log a session on, and by
//! which parameter each is found.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use anyhow::{Context, Result, ensure};

use super::Generated;
use super::catalogue::{METHODS, SECURITY_TYPES};
use super::names::{Names, Sets, hex, numbers};
use super::source::{ACTION_NAMES, Kind, Row, Source};

const TARGET: &str = "crates/binsign/src/class/table.rs";

/// The worst first.
const DANGER: [&str; 10] =
    ["keys", "withdraw", "transfer", "session", "loan", "funds", "order", "amend", "settings", "cancel"];

/// The order of `Family` in the core.
const FAMILIES: [&[&str]; 6] = [&["api"], &["sapi", "bapi"], &["fapi", "futures"], &["dapi"], &["eapi"], &["papi"]];
const WS_FAMILIES: [&str; 4] = ["spot", "", "futures-um", "futures-cm"];

/// What a signed message of the WebSocket API carries always.
const API_KEY: &str = "apiKey";

pub(super) fn generate(source: &Source, names: &Names) -> Result<Generated> {
    let mut targets: Vec<&Row> = source.current.iter().filter(|row| is_target(row)).collect();
    let danger = |row: &Row| DANGER.iter().position(|name| *name == ACTION_NAMES[usize::from(row.attributes.action)]);
    for row in &targets {
        ensure!(danger(row).is_some(), "{} {} changes something by an action that does not", row.method, row.path);
    }
    // Of the same danger in the order of the source.
    targets.sort_by_key(|row| danger(row));
    ensure!(targets.len() <= 255, "the numbers of targets have eight bits");

    let needed = source.needed();
    let mut sets = Sets::default();
    let mut attributes = Vec::new();
    let mut more = Vec::new();
    for row in &targets {
        let (family, method) = (family(row)?, method(row)?);
        attributes.push(row.attributes.pack(&needed) | method << 25 | family << 28);
        let security = SECURITY_TYPES.iter().position(|name| *name == row.security).context("a new security type")? + 1;
        let set = sets.number(names, &row.parameters)?;
        ensure!(set < 256, "the numbers of sets have eight bits");
        more.push(set | u16::try_from(security)? << 8);
    }

    let count = targets.len();
    let mut text = String::from(
        "//! What a signature may open, from `catalog.csv` and `actions.csv`. Made by `cargo xtask gen`; do not edit.\n\n\
         use crate::catalogue::Sets;\n\n",
    );
    writeln!(text, "/// How many targets there are, the worst first.\npub(super) const COUNT: usize = {count};\n")?;
    text.push_str(
        "/// Of each the attributes, from bit 25 on the method (4 for the WebSocket API), from bit 28 on the family.\n",
    );
    numbers(&mut text, "pub(super) static ATTRIBUTES: [u32; COUNT]", attributes.into_iter().map(hex));
    text.push_str("/// Of each the number of its set of parameters, from bit 8 on the security type.\n");
    numbers(&mut text, "pub(super) static MORE: [u16; COUNT]", more.iter().map(|number| format!("{number:#06x}")));
    text.push_str("/// Their sets of parameters.\npub(crate) static SETS: Sets = Sets {\n");
    sets.write(&mut text);
    text.push_str("};\n\n");
    write_index(&mut text, &index(source, names, &targets)?, names.len())?;
    write_paths(&mut text, &targets)?;
    Ok(Generated { path: TARGET, text })
}

/// What a signature may open that it was not made for.
fn is_target(row: &Row) -> bool {
    row.signed && (row.attributes.mutating || row.attributes.manages_keys || row.path == "session.logon")
}

fn family(row: &Row) -> Result<u32> {
    let family = if row.transport == "rest" {
        let first = row.path.split('/').nth(1).unwrap_or_default();
        FAMILIES.iter().position(|prefixes| prefixes.contains(&first))
    } else {
        WS_FAMILIES.iter().position(|group| *group == row.group)
    };
    Ok(u32::try_from(family.with_context(|| format!("{} belongs to no family", row.path))?)?)
}

fn method(row: &Row) -> Result<u32> {
    if row.transport != "rest" {
        return Ok(4);
    }
    let method = METHODS.iter().position(|name| *name == row.method).context("a new method")?;
    Ok(u32::try_from(method)?)
}

/// By the number of a name which targets are looked at when it is carried, and under `None` those that always are.
///
/// A target that cannot do without some names stands under that of them which fewest routes take; one that needs one of
/// a group stands under each of the group.
fn index(source: &Source, names: &Names, targets: &[&Row]) -> Result<BTreeMap<Option<u16>, Vec<usize>>> {
    let mut uses: BTreeMap<&str, usize> = BTreeMap::new();
    for (name, _) in source.current.iter().filter(|row| row.signed).flat_map(|row| &row.parameters.0) {
        *uses.entry(name).or_default() += 1;
    }
    let mut index: BTreeMap<Option<u16>, Vec<usize>> = BTreeMap::new();
    for (number, row) in targets.iter().enumerate() {
        let of_kind = |wanted: Kind| {
            row.parameters.0.iter().filter(move |(_, kind)| *kind == wanted).map(|(name, _)| name.as_str())
        };
        let implied = (row.transport != "rest").then_some(API_KEY);
        let rarest = of_kind(Kind::Required).chain(implied).min_by_key(|name| uses.get(name));
        let under: Vec<&str> = rarest.map_or_else(|| of_kind(Kind::FirstGroup).collect(), |name| vec![name]);
        let mut keys = under.iter().map(|name| Ok(Some(names.number(name)?))).collect::<Result<Vec<_>>>()?;
        if keys.is_empty() {
            keys.push(None);
        }
        for key in keys {
            index.entry(key).or_default().push(number);
        }
    }
    Ok(index)
}

fn write_index(text: &mut String, index: &BTreeMap<Option<u16>, Vec<usize>>, names: usize) -> Result<()> {
    let always = index.get(&None).context("no target does without parameters")?;
    text.push_str("/// The targets that need no parameter.\n");
    numbers(text, &format!("pub(super) static ALWAYS: [u8; {}]", always.len()), always.iter());
    let mut all: Vec<usize> = Vec::new();
    let mut starts = Vec::new();
    for name in 0..=u16::try_from(names)? {
        starts.push(u8::try_from(all.len())?);
        all.extend(index.get(&Some(name)).into_iter().flatten());
    }
    text.push_str(
        "/// By the number of a name where in [`BY_NAME`] those targets begin that are looked at when it is carried.\n",
    );
    numbers(text, &format!("pub(super) static STARTS: [u8; {}]", starts.len()), starts.iter());
    text.push_str("/// Targets, by a name that each cannot do without.\n");
    numbers(text, &format!("pub(super) static BY_NAME: [u8; {}]", all.len()), all.iter());
    Ok(())
}

fn write_paths(text: &mut String, targets: &[&Row]) -> Result<()> {
    let mut end = 0_u16;
    let mut ends = Vec::new();
    for row in targets {
        end = end.checked_add(u16::try_from(row.path.len())?).context("the paths are too long together")?;
        ends.push(end);
    }
    text.push_str("/// Where in [`PATHS`] each path ends.\n");
    numbers(text, "pub(super) static PATH_ENDS: [u16; COUNT]", ends.iter());
    text.push_str("/// The paths, one behind the other.\npub(super) static PATHS: &str = concat!(\n");
    for row in targets {
        writeln!(text, "    \"{}\",", row.path)?;
    }
    text.push_str(");\n");
    Ok(())
}
