//! The names of parameters: a number each, found by a hash of 16 bits, and the sets of them that routes take.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use anyhow::{Context, Result, ensure};

use super::source::Parameters;

/// The numbers of all names.
pub(super) struct Names {
    /// Hash and name, by hash.
    all: Vec<(u16, String)>,
    /// What the core's hash is multiplied by, so that no two names have the same.
    factor: u32,
}

/// Names that belong to every signed request, and must not pass for any other.
const EVERYWHERE: [&str; 3] = ["recvWindow", "signature", "timestamp"];

/// Into how many parts the hashes are divided; the core looks one of them through.
const PARTS: usize = 128;

impl Names {
    pub(super) fn new<'a>(sets: impl Iterator<Item = &'a Parameters>) -> Result<Self> {
        let mut names: Vec<String> = sets.flat_map(|set| set.0.iter().map(|(name, _)| name.clone())).collect();
        names.sort();
        names.dedup();
        for factor in (1..1_000_000).step_by(2) {
            let mut all: Vec<(u16, String)> = names.iter().map(|name| (hash(name, factor), name.clone())).collect();
            all.sort();
            let is_free = |name: &&str| all.iter().all(|(other, _)| *other != hash(name, factor));
            if all.windows(2).all(|pair| pair[0].0 != pair[1].0) && EVERYWHERE.iter().all(is_free) {
                return Ok(Self { all, factor });
            }
        }
        anyhow::bail!("every factor gives two names the same hash")
    }

    pub(super) fn number(&self, name: &str) -> Result<u16> {
        let number = self.all.binary_search_by_key(&hash(name, self.factor), |(hash, _)| *hash);
        Ok(u16::try_from(number.ok().with_context(|| format!("no name {name}"))?)?)
    }

    pub(super) fn len(&self) -> usize {
        self.all.len()
    }

    /// The tables by which the core finds names.
    pub(super) fn write(&self, text: &mut String) -> Result<()> {
        writeln!(
            text,
            "/// What makes the hashes of all names differ.\npub(super) const FACTOR: u32 = {};\n",
            self.factor
        )?;
        writeln!(text, "/// How many names there are.\npub(crate) const COUNT: usize = {};\n", self.len())?;
        writeln!(text, "/// The number of `apiKey`.\npub(super) const API_KEY: u16 = {};\n", self.number("apiKey")?)?;
        let hashes = self.all.iter().map(|(hash, _)| format!("{hash:#06x}"));
        text.push_str("/// The hashes of the names, in order: the place of one is the number of its name.\n");
        numbers(text, "pub(super) static HASHES: [u16; COUNT]", hashes);
        let part = |hash: u16| usize::from(hash) * PARTS / 0x1_0000;
        let starts = (0..=PARTS).map(|index| self.all.partition_point(|(hash, _)| part(*hash) < index));
        text.push_str("/// Where the hashes with the same first seven bits begin.\n");
        numbers(text, &format!("pub(super) static STARTS: [u16; {}]", PARTS + 1), starts);
        let mut end = 0;
        let ends: Vec<usize> = self
            .all
            .iter()
            .map(|(_, name)| {
                end += name.len();
                end
            })
            .collect();
        ensure!(end <= usize::from(u16::MAX));
        text.push_str("/// Where in [`TEXT`] each name ends.\n");
        numbers(text, "pub(super) static ENDS: [u16; COUNT]", ends.iter());
        text.push_str("/// The names, one behind the other.\npub(super) static TEXT: &str = concat!(\n");
        for (_, name) in &self.all {
            writeln!(text, "    \"{name}\",")?;
        }
        text.push_str(");\n");
        Ok(())
    }
}

/// The hash of `request::names::hash` in the core, multiplied, its upper half.
fn hash(name: &str, factor: u32) -> u16 {
    let mix = |hash: u32, word: u32| (hash.rotate_left(15) ^ word).wrapping_mul(0x9e37_79b1);
    let (words, rest) = name.as_bytes().as_chunks::<4>();
    let last = rest.iter().fold(0, |word: u32, byte| (word << 8) | u32::from(*byte));
    let whole = mix(words.iter().fold(0, |hash, word| mix(hash, u32::from_le_bytes(*word))), last);
    u16::try_from(whole.wrapping_mul(factor) >> 16).expect("it is a half")
}

/// Sets of parameters, each kept once.
#[derive(Default)]
pub(super) struct Sets {
    known: BTreeMap<Vec<u16>, u16>,
    ends: Vec<usize>,
    entries: Vec<u16>,
}

impl Sets {
    /// The number of a set: its entries are a name's number and, in the two bits above twelve, how the route takes it.
    pub(super) fn number(&mut self, names: &Names, parameters: &Parameters) -> Result<u16> {
        let entries: Vec<u16> = parameters
            .0
            .iter()
            .map(|(name, kind)| Ok(names.number(name)? | (*kind as u16) << 12))
            .collect::<Result<_>>()?;
        if let Some(number) = self.known.get(&entries) {
            return Ok(*number);
        }
        let number = u16::try_from(self.ends.len())?;
        self.entries.extend(&entries);
        self.ends.push(self.entries.len());
        self.known.insert(entries, number);
        Ok(number)
    }

    /// The fields of the core's `Sets`.
    pub(super) fn write(&self, text: &mut String) {
        let ends = self.ends.iter().map(ToString::to_string).collect::<Vec<_>>();
        let entries = self.entries.iter().map(|entry| format!("{entry:#06x}")).collect::<Vec<_>>();
        for (field, items) in [("ends", ends), ("entries", entries)] {
            let _ = writeln!(text, "    {field}: &[");
            lines(text, "        ", items.into_iter());
            text.push_str("    ],\n");
        }
    }
}

/// A static of numbers.
pub(super) fn numbers(text: &mut String, head: &str, items: impl Iterator<Item = impl ToString>) {
    let _ = writeln!(text, "{head} = [");
    lines(text, "    ", items);
    text.push_str("];\n\n");
}

/// Numbers, as many in a line as it takes.
pub(super) fn lines(text: &mut String, indent: &str, items: impl Iterator<Item = impl ToString>) {
    let mut line = String::new();
    for item in items {
        let item = item.to_string();
        if indent.len() + line.len() + item.len() + 2 > 120 {
            let _ = writeln!(text, "{indent}{}", line.trim_end());
            line.clear();
        }
        line.push_str(&item);
        line.push_str(", ");
    }
    if !line.is_empty() {
        let _ = writeln!(text, "{indent}{}", line.trim_end());
    }
}

/// A number of 32 bits as clippy wants it written.
pub(super) fn hex(number: u32) -> String {
    format!("{:#06x}_{:04x}", number >> 16, number & 0xffff)
}
