//! Every signed route with its least parameters, asked for by an untrusted caller under typical policies: the gate says what
//! a plain reading of section 8 says, which is computed here from the catalogue's source and from no code of the core.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use binsign::catalogue::Family;
use binsign::policy::Policy;
use binsign::{Gate, KeyType, Method, Request};

use crate::support::{NOW, say};

const CATALOGUE: &str = include_str!("../../../binsign/src/catalogue/catalog.csv");
const ACTIONS: &str = include_str!("../../../binsign/src/catalogue/actions.csv");

/// A current signed route of the source.
#[allow(clippy::struct_excessive_bools, reason = "they are columns of the source")]
struct Row {
    group: &'static str,
    is_ws: bool,
    method: &'static str,
    path: &'static str,
    action: &'static str,
    permission: &'static str,
    is_mutating: bool,
    is_unknown: bool,
    required: BTreeSet<&'static str>,
    groups: Vec<Vec<&'static str>>,
    known: BTreeSet<&'static str>,
}

/// REST and the WebSocket API; the one signed stream changes nothing and is asked for in another way.
fn rows() -> Vec<Row> {
    let actions: BTreeMap<_, _> = ACTIONS
        .lines()
        .skip(1)
        .map(|line| line.split(',').collect::<Vec<_>>())
        .map(|row| ((row[0], row[1], row[2], row[3]), row[4]))
        .collect();
    let rows = CATALOGUE.lines().skip(1).map(|line| line.split(',').collect::<Vec<_>>());
    rows.filter(|row| {
        row[12] == "current" && row[16] == "1" && row[1] != "fix" && (row[0] != "cms" || row[1] == "rest")
    })
    .map(|row| {
        let is_ws = row[1] == "ws-api";
        let groups: Vec<Vec<_>> = row[17].split_whitespace().map(|group| group.split('|').collect()).collect();
        let required: BTreeSet<_> = row[13].split_whitespace().chain(is_ws.then_some("apiKey")).collect();
        let rest = groups.iter().flatten().copied().chain(row[14].split_whitespace());
        Row {
            group: row[0],
            is_ws,
            method: row[2],
            path: row[3],
            action: actions[&(row[0], row[1], row[2], row[3])],
            permission: row[5],
            is_mutating: row[7] == "1",
            is_unknown: row[6] == "unknown",
            known: required.iter().copied().chain(rest).collect(),
            required,
            groups,
        }
    })
    .collect()
}

/// A policy that is nothing but a key's permissions and selectors.
struct Typical {
    name: &'static str,
    permissions: &'static [&'static str],
    key_type: KeyType,
    allows: &'static [(&'static str, &'static str)],
    forbids: &'static [(&'static str, &'static str)],
}

const MOST: &[&str] = &[
    "enableReading",
    "enableSpotAndMarginTrading",
    "enableMargin",
    "enableFutures",
    "enableWithdrawals",
    "enableInternalTransfer",
    "permitsUniversalTransfer",
    "enableVanillaOptions",
    "enablePortfolioMarginTrading",
];

const TYPICAL: [Typical; 5] = [
    Typical {
        name: "monitor",
        permissions: &["enableReading"],
        key_type: KeyType::Ed25519,
        allows: &[("any", "reading")],
        forbids: &[],
    },
    Typical {
        name: "spot",
        permissions: &["enableReading", "enableSpotAndMarginTrading"],
        key_type: KeyType::Hmac,
        allows: &[("spot", "reading"), ("spot", "trade")],
        forbids: &[("any", "withdraw"), ("any", "transfer"), ("any", "keys")],
    },
    Typical {
        name: "futures",
        permissions: &["enableReading", "enableFutures"],
        key_type: KeyType::Ed25519,
        allows: &[("futures-um", "reading"), ("futures-um", "trade"), ("futures-um", "settings")],
        forbids: &[("any", "withdraw"), ("any", "transfer")],
    },
    Typical {
        name: "treasury",
        permissions: &["enableReading", "enableWithdrawals", "enableInternalTransfer", "permitsUniversalTransfer"],
        key_type: KeyType::Rsa,
        allows: &[("wallet", "any"), ("sub-account", "reading")],
        forbids: &[("any", "keys")],
    },
    Typical {
        name: "all but what leaves",
        permissions: MOST,
        key_type: KeyType::Ed25519,
        allows: &[("any", "any")],
        forbids: &[("any", "withdraw"), ("any", "keys"), ("any", "session")],
    },
];

fn fits((who, what): (&str, &str), row: &Row) -> bool {
    let action = match what {
        "any" => true,
        "reading" => ["public", "read", "stream"].contains(&row.action),
        "trade" => ["order", "amend", "cancel"].contains(&row.action),
        one => one == row.action,
    };
    action && (who == "any" || who == row.group)
}

impl Typical {
    fn image(&self) -> Vec<u8> {
        let selectors = |list: &[(&str, &str)]| -> String {
            list.iter().map(|(who, what)| format!("\"{who}:{what}\"")).collect::<Vec<_>>().join(", ")
        };
        let mut text = format!(
            "policy = 'binsign 1'\nname = {:?}\nversion = 1\npurpose = 'p'\ncaller = 'untrusted'\npermissions = {:?}\n\
             [[allow]]\nname = 'yes'\nroutes = [{}]\n",
            self.name,
            self.permissions,
            selectors(self.allows)
        );
        if !self.forbids.is_empty() {
            let _ = write!(text, "[[forbid]]\nname = 'no'\nroutes = [{}]\n", selectors(self.forbids));
        }
        binsign_host::policy::compile(&text).unwrap()
    }

    fn has_one_of(&self, permission: &str) -> bool {
        permission.split('|').any(|one| self.permissions.contains(&one))
    }

    fn reads_only(&self) -> bool {
        self.permissions == ["enableReading"]
    }

    /// What the policy says of a route by itself: a code, or nothing.
    fn own(&self, row: &Row) -> Option<&'static str> {
        if row.is_unknown && row.is_mutating {
            Some("ROUTE_TRUST")
        } else if self.forbids.iter().any(|one| fits(*one, row)) {
            Some("FORBIDDEN")
        } else if self.allows.iter().any(|one| fits(*one, row)) {
            None
        } else {
            Some("NOT_ALLOWED")
        }
    }

    fn reaches(&self, row: &Row) -> bool {
        match row.permission {
            _ if row.path == "session.logon" && self.key_type != KeyType::Ed25519 => false,
            "none" => true,
            "unknown" => !self.reads_only(),
            some => self.has_one_of(some),
        }
    }

    fn expected(&self, row: &Row, names: &BTreeSet<&str>, all: &[Row]) -> &'static str {
        if !["none", "unknown"].contains(&row.permission) && !self.has_one_of(row.permission) {
            return "PERMISSION_NOT_DECLARED";
        }
        if let Some(code) = self.own(row) {
            return code;
        }
        let would_take = |target: &&Row| {
            target.required.is_subset(names)
                && target.groups.iter().all(|group| group.iter().any(|name| names.contains(name)))
                && (target.group != "spot" || names.is_subset(&target.known))
        };
        let mut opened = all
            .iter()
            .filter(|target| target.is_mutating || target.path == "session.logon")
            .filter(|target| !std::ptr::eq(*target, row) && self.reaches(target))
            .filter(would_take);
        let is_bare = names.iter().all(|name| *name == "apiKey" && row.is_ws);
        if opened.any(|target| self.own(target).is_some()) || is_bare && !self.reads_only() {
            return "CONFUSABLE";
        }
        "ok"
    }
}

/// What the gate says of the route with these parameters.
fn said(policy: &Policy<'_>, key_type: KeyType, row: &Row, names: &BTreeSet<&str>) -> String {
    let mut buffer = [0; 4096];
    let mut request = if row.is_ws {
        let family = match row.group {
            "futures-um" => Family::FuturesUm,
            "futures-cm" => Family::FuturesCm,
            _ => Family::Spot,
        };
        Request::ws_api(&mut buffer, family, row.path, "id").unwrap()
    } else {
        Request::rest(&mut buffer, row.method.parse::<Method>().unwrap(), row.path).unwrap()
    };
    for name in names.iter().filter(|name| !row.is_ws || **name != "apiKey") {
        request.param(name, "1").unwrap();
    }
    request.timestamp(NOW).unwrap();
    let verdict = say(&Gate::new(policy).at(NOW).key_type(key_type).check(&request));
    verdict.split(' ').next().unwrap().to_owned()
}

/// Asks every route with the parameters that `names` gives it; returns the codes that came up.
fn agree(what: &str, rows: &[Row], names: impl Fn(&Row) -> BTreeSet<&'static str>) -> BTreeSet<String> {
    let mut codes = BTreeSet::new();
    for typical in &TYPICAL {
        let image = typical.image();
        let policy = Policy::new(&image).unwrap();
        let (mut totals, mut computed) = (BTreeMap::new(), BTreeMap::new());
        let mut differences = Vec::new();
        for row in rows {
            let names = names(row);
            let expected = typical.expected(row, &names, rows);
            let said = said(&policy, typical.key_type, row, &names);
            if said != expected {
                differences.push(format!("{} {}: {said}, not {expected}", row.method, row.path));
            }
            *totals.entry(said).or_insert(0) += 1;
            *computed.entry(expected.to_owned()).or_insert(0) += 1;
        }
        println!("{what}, {}: {totals:?}", typical.name);
        assert!(differences.is_empty(), "{}: {differences:#?}", typical.name);
        assert_eq!(totals, computed);
        codes.extend(totals.into_keys());
    }
    codes
}

#[test]
fn an_untrusted_caller_gets_what_a_plain_computation_says() {
    let rows = rows();
    let mut codes = agree("least", &rows, |row| {
        // The required parameters, and of each group the first.
        let firsts = row.groups.iter().map(|group| group[0]);
        row.required.iter().copied().chain(firsts).collect()
    });
    codes.extend(agree("most", &rows, |row| row.known.clone()));
    for code in ["CONFUSABLE", "FORBIDDEN", "NOT_ALLOWED", "PERMISSION_NOT_DECLARED", "ROUTE_TRUST", "ok"] {
        assert!(codes.remove(code), "{code} does not come up");
    }
    assert!(codes.is_empty(), "{codes:?}");
}
