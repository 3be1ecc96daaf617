//! Drawn policies, as documents that a test can make narrower, and drawn requests that they may be asked about.

use std::fmt::Write as _;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select, subsequence};

/// What a condition wants, in TOML.
#[derive(Clone, Debug)]
pub(crate) enum Wanted {
    List(Vec<&'static str>),
    Range(Option<u32>, Option<u32>),
    Yes,
}

#[derive(Clone, Debug)]
pub(crate) struct Rule {
    pub is_forbid: bool,
    pub routes: Vec<&'static str>,
    pub conditions: Vec<(&'static str, Wanted)>,
}

#[derive(Clone, Debug)]
pub(crate) struct Limit {
    pub count: &'static str,
    pub max: u32,
    pub routes: Option<Vec<&'static str>>,
}

#[derive(Clone, Debug)]
pub(crate) struct Document {
    pub is_untrusted: bool,
    pub rules: Vec<Rule>,
    pub limits: Vec<Limit>,
}

const ROUTES: [&str; 15] = [
    "any:any",
    "any:reading",
    "any:trade",
    "any:order",
    "any:cancel",
    "spot:any",
    "spot:trade",
    "futures:any",
    "futures-um:trade",
    "wallet:any",
    "any:withdraw",
    "any:transfer",
    "POST /api/v3/order",
    "POST /fapi/v1/batchOrders",
    "ws spot order.place",
];

const LISTS: [(&str, &[&str]); 9] = [
    ("symbols", &["'BTCUSDT'", "'BTC*'", "'ETHUSDT'", "'???USDT'", "'*'"]),
    ("sides", &["'BUY'", "'SELL'"]),
    ("types", &["'LIMIT'", "'MARKET'", "'LIMIT_MAKER'"]),
    ("time_in_force", &["'GTC'", "'IOC'"]),
    ("stp", &["'NONE'", "'EXPIRE_BOTH'", "'EXPIRE_MAKER'"]),
    ("client_order_id", &["'m-*'", "'z'", "'*'"]),
    ("coins", &["'BTC'", "'USDT'", "'B*'"]),
    (
        "to",
        &[
            "{ coin = 'BTC', address = 'A' }",
            "{ coin = 'BTC', network = 'BTC', address = 'A' }",
            "{ coin = 'USDT', network = 'TRX', address = 'B' }",
            "{ coin = 'USDT', network = 'TRX', address = 'B', tag = '7' }",
        ],
    ),
    ("where", &["'BTCUSDT'", "'E*'", "'*'"]),
];

const RANGES: [&str; 4] = ["quantity", "price", "notional", "amount"];

impl Rule {
    fn print(&self, name: usize, text: &mut String) {
        let _ = write!(
            text,
            "[[{}]]\nname = 'r{name}'\nroutes = {:?}\n",
            if self.is_forbid { "forbid" } else { "allow" },
            self.routes
        );
        for (key, wanted) in &self.conditions {
            let wanted = match wanted {
                Wanted::List(entries) if *key == "where" => format!("{{ symbol = [{}] }}", entries.join(", ")),
                Wanted::List(entries) => format!("[{}]", entries.join(", ")),
                Wanted::Range(Some(min), None) => format!("{{ min = '{min}' }}"),
                Wanted::Range(None, Some(max)) => format!("{{ max = '{max}' }}"),
                Wanted::Range(Some(min), Some(max)) => format!("{{ min = '{min}', max = '{max}' }}"),
                Wanted::Range(None, None) => continue,
                Wanted::Yes => "true".to_owned(),
            };
            let _ = writeln!(text, "{key} = {wanted}");
        }
    }
}

impl Document {
    /// What stands behind the head.
    pub(crate) fn print(&self) -> String {
        let mut text = String::new();
        if self.is_untrusted {
            text += "caller = 'untrusted'\n";
        }
        for (number, rule) in self.rules.iter().enumerate() {
            rule.print(number, &mut text);
        }
        for (number, limit) in self.limits.iter().enumerate() {
            let _ = write!(
                text,
                "[[limit]]\nname = 'l{number}'\ncount = '{}'\nmax = '{}'\nper = '1m'\n",
                limit.count, limit.max
            );
            if let Some(routes) = &limit.routes {
                let _ = writeln!(text, "routes = {routes:?}");
            }
        }
        text
    }

    /// Makes one thing narrower, the one that `which` and `where_to` say; `false` where there is nothing to take away.
    pub(crate) fn narrow(&mut self, which: usize, with: &(&'static str, Wanted), where_to: Index) -> bool {
        let mut allows: Vec<_> = self.rules.iter_mut().filter(|rule| !rule.is_forbid).collect();
        if allows.is_empty() {
            return false;
        }
        let at = where_to.index(allows.len());
        let allow = &mut *allows[at];
        match which % 5 {
            0 => {
                let number = self.rules.iter().enumerate().filter(|(_, rule)| !rule.is_forbid).nth(at).unwrap().0;
                self.rules.remove(number);
            }
            1 if allow.routes.len() > 1 => drop(allow.routes.remove(where_to.index(allow.routes.len()))),
            2 if allow.conditions.iter().all(|(key, _)| *key != with.0) => allow.conditions.push(with.clone()),
            number => {
                let conditions = allow.conditions.iter_mut().filter_map(|(_, wanted)| match wanted {
                    Wanted::List(entries) if entries.len() > 1 => Some(wanted),
                    Wanted::Range(..) => Some(wanted),
                    _ => None,
                });
                let mut conditions: Vec<_> = conditions.collect();
                if conditions.is_empty() {
                    return false;
                }
                let condition = where_to.index(conditions.len());
                match &mut *conditions[condition] {
                    Wanted::List(entries) => drop(entries.remove(where_to.index(entries.len()))),
                    Wanted::Range(min, Some(max)) if number % 2 == 0 => *max -= (*max - min.unwrap_or(0)).div_ceil(2),
                    Wanted::Range(min, max) => *min = Some(min.unwrap_or(0) + 3).min(max.or(Some(u32::MAX))),
                    Wanted::Yes => return false,
                }
            }
        }
        true
    }
}

pub(crate) fn condition() -> impl Strategy<Value = (&'static str, Wanted)> {
    let list = select(LISTS.as_slice())
        .prop_flat_map(|(key, all)| subsequence(all.to_vec(), 1..=all.len()).prop_map(move |some| (key, some)));
    let range = (select(RANGES.as_slice()), 0_u32..8, 0_u32..60, 1..=3);
    prop_oneof![
        4 => list.prop_map(|(key, some)| (key, Wanted::List(some))),
        3 => range.prop_map(|(key, min, more, ends)| {
            (key, Wanted::Range((ends & 1 != 0).then_some(min), (ends & 2 != 0).then_some(min + more)))
        }),
        1 => select(vec!["reduce_only", "close_position"]).prop_map(|key| (key, Wanted::Yes)),
    ]
}

fn routes() -> impl Strategy<Value = Vec<&'static str>> {
    subsequence(ROUTES.to_vec(), 1..5)
}

/// A rule; `forbid` says how often of eight it is one that forbids.
pub(crate) fn rule(forbid: u8) -> impl Strategy<Value = Rule> {
    (0..8_u8, routes(), vec(condition(), 0..3)).prop_map(move |(number, routes, mut conditions)| {
        conditions.sort_by_key(|(key, _)| *key);
        conditions.dedup_by_key(|(key, _)| *key);
        Rule { is_forbid: number < forbid, routes, conditions }
    })
}

fn limit() -> impl Strategy<Value = Limit> {
    let count = prop_oneof![
        (select(vec!["requests", "orders", "cancels", "mutating", "cancels-per-order"]), 0_u32..6),
        (select(vec!["notional", "amount"]), 0_u32..200),
    ];
    (count, prop::option::of(routes())).prop_map(|((count, max), routes)| Limit { count, max, routes })
}

pub(crate) fn document(limits: usize) -> impl Strategy<Value = Document> {
    (prop::bool::weighted(0.3), vec(rule(2), 1..6), vec(limit(), 0..=limits))
        .prop_map(|(is_untrusted, rules, limits)| Document { is_untrusted, rules, limits })
}

const ARRAYS: &[&str] = &[
    r#"[{"symbol":"BTCUSDT","side":"BUY","type":"LIMIT","quantity":"2","price":"3"},{"symbol":"ETHUSDT","side":"SELL","type":"MARKET","quantity":5}]"#,
    r#"[{"symbol":"BTCUSDT","side":"SELL","type":"MARKET","quantity":"1","reduceOnly":"true"}]"#,
    "[]",
    "{",
];

const ORDER: &[(&str, &[&str])] = &[
    ("symbol", &["BTCUSDT", "ETHUSDT", "btcusdt"]),
    ("side", &["BUY", "SELL"]),
    ("type", &["LIMIT", "MARKET", "LIMIT_MAKER"]),
    ("timeInForce", &["GTC", "IOC"]),
    ("quantity", &["1", "4.5", "12", "1e3"]),
    ("price", &["1", "3.25", "7"]),
    ("newClientOrderId", &["m-1", "z"]),
    ("selfTradePreventionMode", &["NONE", "EXPIRE_BOTH"]),
];

const FUTURES: &[(&str, &[&str])] = &[
    ORDER[0],
    ORDER[1],
    ORDER[2],
    ORDER[4],
    ORDER[5],
    ("reduceOnly", &["true", "false", "yes"]),
    ("closePosition", &["true", "false"]),
];

type Route = (&'static str, &'static [(&'static str, &'static [&'static str])]);

const REQUESTS: [Route; 11] = [
    ("POST /api/v3/order", ORDER),
    ("POST /api/v3/order/test", ORDER),
    ("ws spot order.place", ORDER),
    ("POST /fapi/v1/order", FUTURES),
    ("POST /fapi/v1/batchOrders", &[("batchOrders", ARRAYS)]),
    ("DELETE /api/v3/order", &[ORDER[0], ("orderId", &["1"])]),
    ("DELETE /api/v3/openOrders", &[ORDER[0]]),
    ("GET /api/v3/account", &[("omitZeroBalances", &["true"])]),
    ("GET /api/v3/allOrders", &[ORDER[0], ("startTime", &["1"]), ("limit", &["5"])]),
    (
        "POST /sapi/v1/capital/withdraw/apply",
        &[
            ("coin", &["BTC", "USDT"]),
            ("network", &["BTC", "TRX"]),
            ("address", &["A", "B"]),
            ("addressTag", &["7"]),
            ("amount", &["0.5", "9"]),
        ],
    ),
    (
        "POST /sapi/v1/asset/transfer",
        &[("type", &["MAIN_UMFUTURE"]), ("asset", &["BTC", "USDT"]), ("amount", &["0.5", "9"])],
    ),
];

/// A request as `support::request` takes it.
pub(crate) fn line() -> impl Strategy<Value = String> {
    (select(REQUESTS.as_slice()), vec((prop::bool::weighted(0.85), any::<Index>()), 8)).prop_map(
        |((route, parameters), draws)| {
            let mut line = route.to_owned();
            for ((name, values), (is_there, which)) in parameters.iter().zip(draws) {
                if is_there {
                    let _ = write!(line, " {name}={}", which.get(values));
                }
            }
            line
        },
    )
}
