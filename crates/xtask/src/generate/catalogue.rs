//! The catalogue's table, from `catalog.csv`.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use anyhow::{Context, Result, ensure};

use super::Generated;
use crate::root;

const SOURCE: &str = "crates/binsign/src/catalogue/catalog.csv";
const TARGET: &str = "crates/binsign/src/catalogue/table.rs";

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
const SECURITY_TYPES: [&str; 7] =
    ["NONE", "MARKET_DATA", "USER_STREAM", "USER_DATA", "TRADE", "MARGIN", "PREDICTION_TRADE"];

const METHODS: [&str; 4] = ["GET", "POST", "PUT", "DELETE"];

pub(super) fn generate() -> Result<Generated> {
    let mut reader = csv::Reader::from_path(root().join(SOURCE)).context(SOURCE)?;
    let headers = reader.headers()?.clone();
    let column =
        |name: &str| headers.iter().position(|header| header == name).with_context(|| format!("no column {name}"));
    let (transport, method, path) = (column("transport")?, column("method")?, column("path")?);
    let (security, status) = (column("security_type")?, column("status")?);
    let (family, signed) = (column("family")?, column("signed")?);

    // part -> rest of the path -> methods
    let mut parts: BTreeMap<usize, BTreeMap<String, u16>> = BTreeMap::new();
    let mut ws_parts: BTreeMap<usize, BTreeMap<String, u16>> = BTreeMap::new();
    for row in reader.records() {
        let row = row?;
        let security_type =
            || SECURITY_TYPES.iter().position(|name| *name == &row[security]).context("a new security type");
        if &row[status] != "current" {
            continue;
        }
        if &row[transport] == "ws-api" {
            // What else is there are streams, whose opening is one route.
            if let Some(part) = WS_PARTS.iter().position(|part| part.0.contains(&&row[family])) {
                // Listen keys, which Spot's API does not have, take the API key alone.
                let keyed = row[family].starts_with("futures") && &row[security] == "USER_STREAM";
                let needs = if &row[signed] == "1" { 8 } else { 16 * usize::from(keyed) };
                let number = u16::try_from(security_type()? + 1 + needs)?;
                ws_parts.entry(part).or_default().insert(row[path].to_owned(), number);
            }
        }
        if &row[transport] != "rest" {
            continue;
        }
        let (part, rest) = PARTS
            .iter()
            .enumerate()
            .find_map(|(index, part)| Some((index, row[path].strip_prefix(part.0)?)))
            .with_context(|| format!("{} belongs to no family", &row[path]))?;
        let shift = METHODS.iter().position(|name| *name == &row[method]).context("a new method")? * 4;
        let number = security_type()? + 1;
        let methods = parts.entry(part).or_default().entry(rest.to_owned()).or_default();
        ensure!((*methods >> shift).trailing_zeros() >= 4, "{} {} is there twice", &row[method], &row[path]);
        *methods |= u16::try_from(number << shift)?;
    }

    let mut features: Vec<String> = PARTS.iter().map(|part| format!("        feature = \"{}\"", part.2)).collect();
    features.dedup();
    let mut text = format!(
        "//! The routes, from `catalog.csv`. Made by `cargo xtask gen`; do not edit.\n\n\
         // A build without any family has an empty table.\n\
         #[cfg_attr(\n    not(any(\n{}\n    )),\n    allow(unused_imports)\n)]\n\
         use super::{{Entry, Family, Table}};\n\n\
         pub(super) static TABLES: &[Table] = &[\n",
        features.join(",\n")
    );
    for (index, routes) in &parts {
        write_table(&mut text, PARTS[*index], routes)?;
    }
    text.push_str("];\n\n/// The methods of the WebSocket APIs.\n#[cfg(feature = \"ws-api\")]\npub(super) static WS_TABLES: &[Table] = &[\n");
    for (index, methods) in &ws_parts {
        let (_, family, feature) = WS_PARTS[*index];
        write_table(&mut text, ("", family, feature), methods)?;
    }
    text.push_str("];\n");
    Ok(Generated { path: TARGET, text })
}

fn write_table(
    text: &mut String,
    (prefix, family, feature): (&str, &str, &str),
    entries: &BTreeMap<String, u16>,
) -> Result<()> {
    writeln!(text, "    #[cfg(feature = \"{feature}\")]\n    Table {{")?;
    writeln!(text, "        family: Family::{family},\n        prefix: \"{prefix}\",")?;
    writeln!(text, "        paths: concat!(")?;
    // The order that the core looks them up in.
    let mut entries: Vec<(&String, &u16)> = entries.iter().collect();
    entries.sort_by_key(|(path, _)| (path.len(), *path));
    for (path, _) in &entries {
        writeln!(text, "            \"{path}\",")?;
    }
    writeln!(text, "        ),\n        entries: &[")?;
    let mut end = 0;
    for (path, number) in entries {
        end += path.len();
        writeln!(text, "            Entry({}, {number:#06x}),", u16::try_from(end)?)?;
    }
    writeln!(text, "        ],\n    }},")?;
    Ok(())
}
