//! The catalogue as its source files have it: `catalog.csv`, and `actions.csv` for what a route does.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::root;

const CATALOGUE: &str = "crates/binsign/src/catalogue/catalog.csv";
const ACTIONS: &str = "crates/binsign/src/catalogue/actions.csv";
const SHAPES: &str = "crates/binsign/src/policy/shapes.csv";

/// The families of the source. A compiled policy holds their numbers: a new one goes to the end.
pub(super) const GROUPS: [&str; 29] = [
    "algo",
    "alpha",
    "c2c",
    "cms",
    "convert",
    "copy-trading",
    "crypto-loan",
    "dual-investment",
    "fiat",
    "futures-cm",
    "futures-um",
    "gift-card",
    "margin",
    "mining",
    "nft",
    "options",
    "pay",
    "portfolio-margin",
    "portfolio-margin-pro",
    "prediction",
    "rebate",
    "simple-earn",
    "spot",
    "spot-fix",
    "staking",
    "stocks",
    "sub-account",
    "vip-loan",
    "wallet",
];

/// The order of `Action` in the core, from 0.
pub(super) const ACTION_NAMES: [&str; 14] = [
    "public", "read", "stream", "session", "test", "order", "amend", "cancel", "settings", "loan", "funds", "transfer",
    "withdraw", "keys",
];

/// The order of `Trust` in the core, from 0.
const TRUST_NAMES: [&str; 4] = ["documented", "inferred", "low", "unknown"];

/// The order of the bits of `Permissions` in the core.
const PERMISSIONS: [&str; 11] = [
    "enableReading",
    "enableSpotAndMarginTrading",
    "enableWithdrawals",
    "enableInternalTransfer",
    "enableMargin",
    "enableFutures",
    "permitsUniversalTransfer",
    "enableVanillaOptions",
    "enablePortfolioMarginTrading",
    "enableFixApiTrade",
    "enableFixReadOnly",
];

/// In place of a set of permissions: nobody says which one the route needs.
pub(super) const UNKNOWN_PERMISSION: u16 = u16::MAX;

/// One row of the source.
pub(super) struct Row {
    pub(super) group: String,
    pub(super) transport: String,
    pub(super) method: String,
    pub(super) path: String,
    pub(super) security: String,
    pub(super) signed: bool,
    pub(super) attributes: Attributes,
    pub(super) parameters: Parameters,
}

impl Row {
    /// Whether it is the opening of a signed stream, which the source has among the methods of the WebSocket API.
    pub(super) fn is_stream(&self) -> bool {
        self.group == "cms"
    }
}

/// Everything about a route that the core has as numbers.
#[derive(Clone, Copy)]
#[allow(clippy::struct_excessive_bools, reason = "they are columns of the source")]
pub(super) struct Attributes {
    pub(super) group: u8,
    pub(super) action: u8,
    pub(super) mutating: bool,
    moves_funds: bool,
    pub(super) manages_keys: bool,
    /// Any of these permissions will do; 0 for none, or [`UNKNOWN_PERMISSION`].
    pub(super) permissions: u16,
    trust: u8,
    shape: u8,
    takes_recv_window: bool,
}

impl Attributes {
    /// One number; the core takes it apart in `catalogue/attributes.rs`.
    pub(super) fn pack(&self, needed: &[u16]) -> u32 {
        let permissions = needed.iter().position(|set| *set == self.permissions).expect("it is among those needed");
        assert!(permissions < 16 && self.shape < 64, "the number has no room");
        u32::from(self.group)
            | u32::from(self.action) << 5
            | u32::from(self.mutating) << 9
            | u32::from(self.moves_funds) << 10
            | u32::from(self.manages_keys) << 11
            | u32::try_from(permissions).expect("it is below 16") << 12
            | u32::from(self.trust) << 16
            | u32::from(self.shape) << 18
            | u32::from(self.takes_recv_window) << 24
    }
}

/// The parameters of a route: the required ones, the groups, the optional ones, each in the order of the source.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Parameters(pub(super) Vec<(String, Kind)>);

/// How a route takes a parameter; the numbers are those of the core.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Optional = 0,
    Required = 1,
    /// One of several of the first group.
    FirstGroup = 2,
    /// One of several of the second group.
    SecondGroup = 3,
}

impl Parameters {
    fn read(required: &str, optional: &str, one_of: &str) -> Result<Self> {
        let groups: Vec<Vec<&str>> = one_of.split_whitespace().map(|group| group.split('|').collect()).collect();
        ensure!(groups.len() <= 2, "more than two groups of parameters");
        let kind_of = |name: &str| match groups.iter().position(|group| group.contains(&name)) {
            None => Kind::Optional,
            Some(0) => Kind::FirstGroup,
            Some(_) => Kind::SecondGroup,
        };
        for name in groups.iter().flatten() {
            ensure!(
                optional.split_whitespace().any(|other| other == *name),
                "`{name}` of a group is not among the optional ones"
            );
        }
        let required = required.split_whitespace().map(|name| (name.to_owned(), Kind::Required));
        let mut optional: Vec<_> = optional.split_whitespace().map(|name| (name.to_owned(), kind_of(name))).collect();
        // The core stops at the first that may be left out where only the others matter.
        optional.sort_by_key(|(_, kind)| match kind {
            Kind::Required | Kind::FirstGroup => 0,
            Kind::SecondGroup => 1,
            Kind::Optional => 2,
        });
        Ok(Self(required.chain(optional).collect()))
    }
}

/// The source's rows.
pub(super) struct Source {
    /// The current routes of REST, the WebSocket API, and the signed stream.
    pub(super) current: Vec<Row>,
    /// Method, path, and whether only third parties know of it.
    pub(super) legacy: Vec<(String, String, bool)>,
    /// What the Logon of a FIX session is.
    pub(super) fix_logon: Attributes,
}

impl Source {
    /// Of which permissions routes need one: nothing first, then unknown, then the others in order.
    pub(super) fn needed(&self) -> Vec<u16> {
        let attributes = self.current.iter().map(|row| row.attributes).chain([self.fix_logon]);
        let mut sets: Vec<u16> = attributes.map(|attributes| attributes.permissions).collect();
        sets.extend([0, UNKNOWN_PERMISSION]);
        sets.sort_unstable_by_key(|set| (*set != 0, *set != UNKNOWN_PERMISSION, *set));
        sets.dedup();
        sets
    }

    pub(super) fn read() -> Result<Self> {
        let shapes = shapes()?;
        let mut actions = BTreeMap::new();
        for row in table(ACTIONS)? {
            let key = ["group", "transport", "method", "path"].map(|column| row[column].clone());
            let action = number(&ACTION_NAMES, &row["action"])?;
            let shape = u8::try_from(shapes.iter().position(|name| *name == row["shape"]).context("a new shape")?)?;
            ensure!(actions.insert(key.clone(), (action, shape)).is_none(), "{key:?} stands twice in {ACTIONS}");
        }

        let mut source = Self { current: Vec::new(), legacy: Vec::new(), fix_logon: fix_logon()? };
        for row in table(CATALOGUE)? {
            let (method, path) = (row["method"].clone(), row["path"].clone());
            if row["status"] != "current" {
                ensure!(row["transport"] == "rest", "a legacy row that is no REST route");
                source.legacy.push((method, path, row["security_type"] == "UNKNOWN"));
                continue;
            }
            if row["transport"] == "fix" {
                continue;
            }
            let key = ["family", "transport", "method", "path"].map(|column| row[column].clone());
            let (action, shape) = actions.remove(&key).with_context(|| format!("{ACTIONS} has no row {key:?}"))?;
            let flag = |column: &str| row[column] == "1";
            source.current.push(Row {
                group: row["family"].clone(),
                transport: row["transport"].clone(),
                method,
                path,
                security: row["security_type"].clone(),
                signed: flag("signed"),
                attributes: Attributes {
                    group: number(&GROUPS, &row["family"])?,
                    action,
                    mutating: flag("mutating"),
                    moves_funds: flag("moves_funds"),
                    manages_keys: flag("manages_keys"),
                    permissions: permissions(&row["permission"])?,
                    trust: number(&TRUST_NAMES, &row["permission_basis"])?,
                    shape,
                    takes_recv_window: flag("takes_recv_window"),
                },
                parameters: Parameters::read(&row["params_required"], &row["params_optional"], &row["params_one_of"])
                    .with_context(|| format!("{key:?}"))?,
            });
        }
        ensure!(actions.is_empty(), "{ACTIONS} has rows that {CATALOGUE} has not: {:?}", actions.keys());
        Ok(source)
    }
}

/// Read from the FIX documentation, not from the rows: the table of a Logon is the request itself.
fn fix_logon() -> Result<Attributes> {
    Ok(Attributes {
        group: number(&GROUPS, "spot-fix")?,
        action: number(&ACTION_NAMES, "session")?,
        mutating: false,
        moves_funds: false,
        manages_keys: false,
        permissions: permissions("enableFixApiTrade|enableFixReadOnly")?,
        trust: number(&TRUST_NAMES, "documented")?,
        shape: 0,
        takes_recv_window: true,
    })
}

/// The names of the shapes, in the order of their first rows.
fn shapes() -> Result<Vec<String>> {
    let mut names: Vec<String> = Vec::new();
    for row in table(SHAPES)? {
        if names.last() != Some(&row["shape"]) {
            ensure!(!names.contains(&row["shape"]), "the rows of a shape stand together");
            names.push(row["shape"].clone());
        }
    }
    Ok(names)
}

/// A file with a header, as one map a row.
fn table(path: &str) -> Result<Vec<BTreeMap<String, String>>> {
    let mut reader = csv::Reader::from_path(root().join(Path::new(path))).context(path.to_owned())?;
    reader.deserialize().map(|row| Ok(row?)).collect()
}

fn number(names: &[&str], name: &str) -> Result<u8> {
    let position = names.iter().position(|other| *other == name).with_context(|| format!("`{name}` is new"))?;
    Ok(u8::try_from(position)?)
}

fn permissions(text: &str) -> Result<u16> {
    match text {
        "none" => Ok(0),
        "unknown" => Ok(UNKNOWN_PERMISSION),
        names => names.split('|').try_fold(0, |set, name| Ok(set | 1 << number(&PERMISSIONS, name)?)),
    }
}
