//! The table of what a signature may open: the routes that change something, manage keys or log a session on, and by
//! which parameter each is found.

use std::collections::{BTreeMap, BTreeSet};
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

/// For how many routes that counts: about as many as sign such messages.
const MESSAGES: usize = 50;

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
    let variants = variants(&targets);
    write_variants(&mut text, &variants)?;
    write_index(&mut text, &index(source, names, &variants, &targets)?, names.len())?;
    write_paths(&mut text, &targets)?;
    Ok(Generated { path: TARGET, text })
}

/// What a signature may open that it was not made for. Reading keys is not among it: a key that only reads could not be
/// had by an untrusted caller at all.
fn is_target(row: &Row) -> bool {
    row.signed && (row.attributes.mutating || row.path == "session.logon")
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

/// Targets that need the same parameters; those of Spot, which refuse others, also take the same. So what holds for the
/// first holds for all.
fn variants(targets: &[&Row]) -> Vec<Vec<usize>> {
    let mut variants: Vec<Vec<usize>> = Vec::new();
    for (number, row) in targets.iter().enumerate() {
        let key = |row: &Row| {
            let is_spot = row.group == "spot";
            let mut parameters = row.parameters.clone();
            parameters.0.retain(|(_, kind)| is_spot || *kind != Kind::Optional);
            parameters.0.sort();
            (parameters, row.transport.clone(), is_spot)
        };
        match variants.iter_mut().find(|variant| key(targets[variant[0]]) == key(row)) {
            Some(variant) => variant.push(number),
            None => variants.push(vec![number]),
        }
    }
    variants
}

fn write_variants(text: &mut String, variants: &[Vec<usize>]) -> Result<()> {
    let mut end = 0;
    let mut ends = Vec::new();
    for variant in variants {
        end += variant.len();
        ends.push(u8::try_from(end)?);
    }
    writeln!(
        text,
        "/// How many different ways of needing parameters there are.\npub(super) const VARIANTS: usize = {};\n",
        variants.len()
    )?;
    text.push_str("/// Where in [`BY_VARIANT`] the targets of each end.\n");
    numbers(text, "pub(super) static VARIANT_ENDS: [u8; VARIANTS]", ends.iter());
    text.push_str("/// The targets: those together that need the same parameters.\n");
    numbers(text, "pub(super) static BY_VARIANT: [u8; COUNT]", variants.iter().flatten());
    Ok(())
}

/// By the number of a name which variants are looked at when it is carried, and under `None` those that always are.
///
/// What cannot do without some names stands under that of them which fewest routes take, or under all of a group where
/// still fewer take one of those.
fn index(
    source: &Source,
    names: &Names,
    variants: &[Vec<usize>],
    targets: &[&Row],
) -> Result<BTreeMap<Option<u16>, Vec<usize>>> {
    let mut uses: BTreeMap<&str, usize> = BTreeMap::new();
    for (name, _) in source.current.iter().filter(|row| row.signed).flat_map(|row| &row.parameters.0) {
        *uses.entry(name).or_default() += 1;
    }
    let mut index: BTreeMap<Option<u16>, Vec<usize>> = BTreeMap::new();
    for (number, variant) in variants.iter().enumerate() {
        let row = targets[variant[0]];
        let of_kind = |wanted: Kind| {
            row.parameters.0.iter().filter(move |(_, kind)| *kind == wanted).map(|(name, _)| name.as_str())
        };
        // Each of these the target cannot do without: a name, or one of a group.
        let implied = (row.transport != "rest").then(|| vec![API_KEY]);
        let groups = [Kind::FirstGroup, Kind::SecondGroup].map(|kind| of_kind(kind).collect::<Vec<_>>());
        let needs = of_kind(Kind::Required).map(|name| vec![name]).chain(implied).chain(groups);
        let uses_of = |name: &&str| if *name == API_KEY { MESSAGES } else { uses.get(*name).copied().unwrap_or(0) };
        let rarest = needs.filter(|need| !need.is_empty()).min_by_key(|need| need.iter().map(uses_of).sum::<usize>());
        let under = rarest.unwrap_or_default();
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
    text.push_str("/// The variants that need no parameter.\n");
    numbers(text, &format!("pub(super) static ALWAYS: [u8; {}]", always.len()), always.iter());
    let mut all: Vec<usize> = Vec::new();
    let mut starts = Vec::new();
    for name in 0..=u16::try_from(names)? {
        starts.push(u8::try_from(all.len())?);
        all.extend(index.get(&Some(name)).into_iter().flatten());
    }
    text.push_str(
        "/// By the number of a name where in [`BY_NAME`] those variants begin that are looked at when it is carried.\n",
    );
    numbers(text, &format!("pub(super) static STARTS: [u8; {}]", starts.len()), starts.iter());
    text.push_str("/// Variants, by a name that each cannot do without.\n");
    numbers(text, &format!("pub(super) static BY_NAME: [u8; {}]", all.len()), all.iter());
    Ok(())
}

/// The paths; one that stands within another is not written again.
fn write_paths(text: &mut String, targets: &[&Row]) -> Result<()> {
    let paths: BTreeSet<&str> = targets.iter().map(|row| row.path.as_str()).collect();
    let is_within_another = |path: &str| paths.iter().any(|other| *other != path && other.contains(path));
    let written: Vec<&str> = paths.iter().copied().filter(|path| !is_within_another(path)).collect();
    let whole = written.concat();
    let mut starts = Vec::new();
    let mut lengths = Vec::new();
    for row in targets {
        let start = whole.find(&row.path).context("a path that is not written")?;
        starts.push(u16::try_from(start)?);
        lengths.push(u8::try_from(row.path.len())?);
    }
    text.push_str("/// Where in [`PATHS`] each path begins.\n");
    numbers(text, "pub(super) static PATH_STARTS: [u16; COUNT]", starts.iter());
    text.push_str("/// How long each path is.\n");
    numbers(text, "pub(super) static PATH_LENGTHS: [u8; COUNT]", lengths.iter());
    text.push_str("/// The paths, one behind the other; one that stands within another is not there again.\n");
    text.push_str("pub(super) static PATHS: &str = concat!(\n");
    for path in written {
        writeln!(text, "    \"{path}\",")?;
    }
    text.push_str(");\n");
    Ok(())
}
