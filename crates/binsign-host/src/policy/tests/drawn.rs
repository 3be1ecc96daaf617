//! Drawn policies: what is compiled the core takes, and what is printed compiles to the same.

use std::fmt::Write as _;

use binsign::policy::Policy;
use proptest::collection::{btree_map, btree_set, vec};
use proptest::option;
use proptest::prelude::*;

use super::super::{compile, print};

/// Text as a TOML literal string takes it, or in the other quotes where it has one of these.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\u0022"))
}

fn list(texts: impl IntoIterator<Item = String>) -> String {
    let texts: Vec<_> = texts.into_iter().map(|text| quoted(&text)).collect();
    format!("[{}]", texts.join(", "))
}

fn text(most: usize) -> impl Strategy<Value = String> {
    vec(prop::sample::select("aZ0 -*?\"\\'#=[]{}.,ü€𝄞\u{2028}".chars().collect::<Vec<_>>()), 1..most)
        .prop_map(|signs| signs.into_iter().collect::<String>())
        .prop_filter("bytes are counted", move |text| text.len() <= most)
}

fn decimal() -> impl Strategy<Value = String> {
    prop_oneof!["[0-9]{1,18}", "[0-9]{1,9}\\.[0-9]{1,9}", "0{1,3}[1-9]{1,3}\\.0{1,3}", "0\\.[0-9]{17}[1-9]"]
        .prop_filter("at most 18 digits", |text| text.parse::<binsign::Decimal>().is_ok())
}

fn range() -> impl Strategy<Value = String> {
    (option::of(decimal()), option::of(decimal())).prop_filter_map("a bound", |(min, max)| {
        let bounds = [("min", min), ("max", max)];
        let bounds: Vec<_> =
            bounds.iter().filter_map(|(key, bound)| Some(format!("{key} = '{}'", bound.as_ref()?))).collect();
        (!bounds.is_empty()).then(|| format!("{{ {} }}", bounds.join(", ")))
    })
}

fn selectors() -> impl Strategy<Value = String> {
    let who = prop::sample::select(vec!["any", "futures", "sapi", "spot", "margin", "wallet", "sub-account"]);
    let what = prop::sample::select(vec!["any", "reading", "trade", "public", "order", "withdraw", "keys", "session"]);
    let routes = vec![
        "POST /api/v3/order",
        "GET /sapi/v1/capital/config/getall",
        "ws futures-um order.place",
        "wss",
        "fix logon",
    ];
    let one = prop_oneof![
        (who, what).prop_map(|(who, what)| format!("{who}:{what}")),
        prop::sample::select(routes).prop_map(str::to_owned),
    ];
    btree_set(one, 1..6).prop_map(list)
}

fn condition() -> impl Strategy<Value = (&'static str, String)> {
    let lists =
        prop::sample::select(vec!["symbols", "sides", "types", "time_in_force", "stp", "client_order_id", "coins"]);
    let ranges = prop::sample::select(vec!["quantity", "price", "notional", "amount"]);
    let destination = (text(8), option::of(text(8)), text(40), option::of(text(8)));
    let wanted = prop_oneof![btree_set(text(8), 1..4).prop_map(list), range()];
    prop_oneof![
        4 => (lists, btree_set(text(20), 1..8).prop_map(list)),
        3 => (ranges, range()),
        1 => Just(("reduce_only", "true".to_owned())),
        1 => any::<bool>().prop_map(|flag| ("close_position", flag.to_string())),
        1 => btree_set(destination, 1..4).prop_map(|entries| ("to", destinations(entries))),
        1 => btree_map(text(8), wanted, 1..5).prop_map(|names| {
            let pairs: Vec<_> = names.iter().map(|(name, wanted)| format!("{} = {wanted}", quoted(name))).collect();
            ("where", format!("{{ {} }}", pairs.join(", ")))
        }),
    ]
}

type Destination = (String, Option<String>, String, Option<String>);

fn destinations(entries: impl IntoIterator<Item = Destination>) -> String {
    let tables = entries.into_iter().map(|(coin, network, address, tag)| {
        let mut table = format!("{{ coin = {}, address = {}", quoted(&coin), quoted(&address));
        for (key, text) in [("network", network), ("tag", tag)] {
            if let Some(text) = text {
                let _ = write!(table, ", {key} = {}", quoted(&text));
            }
        }
        table + " }"
    });
    format!("[{}]", tables.collect::<Vec<_>>().join(", "))
}

/// The lines of a rule behind its name.
fn rule() -> impl Strategy<Value = String> {
    let conditions = vec(condition(), 0..5);
    (any::<bool>(), selectors(), conditions, option::of(text(8))).prop_map(|(is_forbid, routes, conditions, clause)| {
        let conditions: std::collections::BTreeMap<_, _> = conditions.into_iter().collect();
        let mut text = format!("{}\nroutes = {routes}\n", if is_forbid { "[[forbid]]" } else { "[[allow]]" });
        for (key, value) in conditions {
            let _ = writeln!(text, "{key} = {value}");
        }
        if let Some(clause) = clause {
            let _ = writeln!(text, "clause = {}", quoted(&clause));
        }
        text
    })
}

fn limit() -> impl Strategy<Value = String> {
    let things = prop::sample::select(vec!["requests", "orders", "cancels", "mutating"]);
    let count = prop_oneof![
        (things, any::<u32>()).prop_map(|(count, max)| format!("count = '{count}'\nmax = '{max}'\n")),
        (prop::sample::select(vec!["notional", "amount"]), "[0-9]{1,17}(\\.[0-9])?")
            .prop_map(|(count, max)| format!("count = '{count}'\nmax = '{max}'\n")),
        (decimal(), any::<u32>())
            .prop_map(|(max, from)| format!("count = 'cancels-per-order'\nmax = '{max}'\nfrom = {from}\n")),
    ];
    let scope = (option::of(selectors()), option::of(btree_set(text(20), 1..4)), 1_000_u64..=31 * 86_400_000);
    (count, scope).prop_map(|(count, (routes, symbols, per))| {
        let mut text = format!("[[limit]]\nper = '{per}ms'\n{count}");
        if let Some(routes) = routes {
            let _ = writeln!(text, "routes = {routes}");
        }
        if let Some(symbols) = symbols {
            let _ = writeln!(text, "symbols = {}", list(symbols));
        }
        text
    })
}

fn head() -> impl Strategy<Value = String> {
    let hours = btree_set((0_usize..7, 0_usize..7, 0_u8..24, 0_u8..60), 1..8).prop_map(|spans| {
        const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
        let mut minutes = std::collections::BTreeSet::new();
        // Each begins at a time of its own, so that no day has the same twice.
        let spans = spans.into_iter().filter(|(_, _, hour, minute)| minutes.insert((*hour, *minute)));
        list(spans.map(|(one, other, hour, minute)| {
            format!("{}-{} {hour:02}:{minute:02}-24:00", DAYS[one.min(other)], DAYS[one.max(other)])
        }))
    });
    let times = (1_u64..60_000, 1_u64..60_000, option::of(hours), option::of(0_u64..1_000_000_000_000));
    (text(32), 1..=u32::MAX, option::of(text(64)), times, 1_u64..253_402_300_799_999).prop_map(
        |(name, version, app, (tolerance, window, hours, age), until)| {
            let mut text = format!(
                "policy = 'binsign 1'\nname = {}\nversion = {version}\npurpose = 'p'\npermissions = ['READ', 'canTrade']\n\
                 valid_until = {}\ntime.tolerance = '{tolerance}ms'\ntime.recv_window_max = '{window}ms'\n",
                quoted(&name),
                super::super::value::printed_moment(until),
            );
            if let Some(app) = app {
                let _ = writeln!(text, "app = {}", quoted(&app));
            }
            if let Some(hours) = hours {
                let _ = writeln!(text, "time.hours = {hours}");
            }
            if let Some(age) = age {
                let _ = writeln!(text, "key.info_max_age = '{age}ms'");
            }
            text
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_drawn_policy_comes_back_as_it_was(head in head(), rules in vec(rule(), 0..8), limits in vec(limit(), 0..4)) {
        let mut text = head;
        for (number, part) in rules.iter().chain(&limits).enumerate() {
            let _ = writeln!(text, "{part}name = 'r{number}'");
        }
        let image = compile(&text).map_err(|error| TestCaseError::fail(format!("{error}\n{text}")))?;
        let policy = Policy::new(&image).map_err(|_| TestCaseError::fail(format!("the core refuses\n{text}")))?;
        prop_assert_eq!((policy.rules().count(), policy.limits().count()), (rules.len(), limits.len()));
        let printed = print(&image).map_err(|_| TestCaseError::fail(format!("not printed\n{text}")))?;
        let again = compile(&printed);
        prop_assert_eq!(again.as_ref(), Ok(&image), "{}\nbecame\n{}", text, printed);
    }
}
