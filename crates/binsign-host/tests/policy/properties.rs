//! What holds of every policy: a forbid more, an allow less, a list or a bound narrower never let more pass, and the order
//! of the rules decides nothing but which one is named.

use proptest::prelude::*;

use crate::support::{compile, verdict};

/// A rule out of few parts, so that drawn rules and requests meet often.
#[derive(Clone, Debug)]
struct Rule {
    forbid: bool,
    routes: Vec<&'static str>,
    symbols: Vec<&'static str>,
    sides: Vec<&'static str>,
    /// The largest notional.
    most: Option<u32>,
}

fn rules() -> impl Strategy<Value = Vec<Rule>> {
    let some = |from: &'static [&'static str], least: usize| proptest::sample::subsequence(from, least..=from.len());
    let routes = some(
        &["spot:order", "spot:reading", "any:order", "POST /api/v3/order", "futures:trade", "ws spot order.place"],
        1,
    );
    let symbols = some(&["BTC*", "ETHUSDT", "???USDT"], 0);
    let sides = some(&["BUY", "SELL"], 0);
    let rule = (any::<bool>(), routes, symbols, sides, proptest::option::of(1_u32..30));
    let rule = rule.prop_map(|(forbid, routes, symbols, sides, most)| Rule { forbid, routes, symbols, sides, most });
    proptest::collection::vec(rule, 1..6)
}

fn requests() -> impl Strategy<Value = String> {
    let route = prop_oneof![
        Just("POST /api/v3/order"),
        Just("ws spot order.place"),
        Just("POST /fapi/v1/order"),
        Just("GET /api/v3/openOrders")
    ];
    let symbol = prop_oneof![Just(" symbol=BTCUSDT"), Just(" symbol=ETHUSDT"), Just(" symbol=ethusdt"), Just("")];
    let side = prop_oneof![Just(" side=BUY"), Just(" side=SELL"), Just("")];
    (route, symbol, side, 0_u32..8, 0_u32..8).prop_map(|(route, symbol, side, price, quantity)| match route {
        "GET /api/v3/openOrders" => format!("{route}{symbol}"),
        _ => format!("{route}{symbol}{side} type=LIMIT quantity={quantity} price={price}"),
    })
}

fn text(rules: &[Rule]) -> String {
    let list = |name: &str, entries: &[&str]| match entries {
        [] => String::new(),
        _ => format!("{name} = {entries:?}\n"),
    };
    let one = |(number, rule): (usize, &Rule)| {
        let kind = if rule.forbid { "forbid" } else { "allow" };
        let most = rule.most.map(|most| format!("notional = {{ max = \"{most}\" }}\n")).unwrap_or_default();
        let lists = list("routes", &rule.routes) + &list("symbols", &rule.symbols) + &list("sides", &rule.sides);
        format!("[[{kind}]]\nname = \"{number}\"\n{lists}{most}")
    };
    // The compiler finds fault with what says the same twice; without any allow there is nothing to find.
    rules.iter().enumerate().map(one).collect()
}

fn passes(rules: &[Rule], request: &str) -> bool {
    verdict(&compile(&text(rules)), request) == "ok"
}

proptest! {
    #[test]
    fn a_forbid_more_never_allows_more(rules in rules(), more in rules(), request in requests()) {
        let mut with = rules.clone();
        with.extend(more.into_iter().map(|rule| Rule { forbid: true, ..rule }));
        prop_assert!(passes(&rules, &request) || !passes(&with, &request));
    }

    #[test]
    fn an_allow_less_never_allows_more(rules in rules(), which: prop::sample::Index, request in requests()) {
        let mut without = rules.clone();
        let gone = without.remove(which.index(rules.len()));
        prop_assume!(!gone.forbid && !without.is_empty());
        prop_assert!(passes(&rules, &request) || !passes(&without, &request));
    }

    #[test]
    fn what_is_narrower_never_allows_more(rules in rules(), which: prop::sample::Index, request in requests()) {
        let index = which.index(rules.len());
        prop_assume!(!rules[index].forbid);
        let narrowed = |change: fn(&mut Rule)| {
            let mut rules = rules.clone();
            change(&mut rules[index]);
            rules
        };
        let narrower = [
            narrowed(|rule| if rule.symbols.len() > 1 { rule.symbols.truncate(1) }),
            narrowed(|rule| if rule.sides.len() > 1 { rule.sides.truncate(1) }),
            narrowed(|rule| if rule.routes.len() > 1 { rule.routes.truncate(1) }),
            narrowed(|rule| rule.most = Some(rule.most.map_or(10, |most| most / 2 + 1).min(rule.most.unwrap_or(10)))),
        ];
        for narrower in narrower {
            prop_assert!(passes(&rules, &request) || !passes(&narrower, &request), "{narrower:?}");
        }
    }

    #[test]
    fn the_order_of_rules_decides_nothing(rules in rules(), shuffled in rules().prop_shuffle(), request in requests()) {
        let mut reversed = rules.clone();
        reversed.reverse();
        prop_assert_eq!(passes(&rules, &request), passes(&reversed, &request));
        let mut sorted = shuffled.clone();
        sorted.sort_by_key(|rule| (rule.forbid, rule.most, rule.routes.len()));
        prop_assert_eq!(passes(&shuffled, &request), passes(&sorted, &request));
    }
}
