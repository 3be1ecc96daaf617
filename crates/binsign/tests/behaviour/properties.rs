//! Properties over random requests: whatever the parameters, binsign does what the model does.

use binsign::Method;
use percent_encoding::percent_decode_str;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::check::{check, check_dropped};
use crate::model::{Pair, Plan};

/// Routes of every family, signed and not, and one that is unknown.
const ROUTES: &[(Method, &str)] = &[
    (Method::Get, "/api/v3/account"),
    (Method::Post, "/api/v3/order"),
    (Method::Delete, "/api/v3/order"),
    (Method::Get, "/api/v3/time"),
    (Method::Post, "/sapi/v1/capital/withdraw/apply"),
    (Method::Put, "/fapi/v1/order"),
    (Method::Post, "/dapi/v1/batchOrders"),
    (Method::Delete, "/eapi/v1/order"),
    (Method::Post, "/papi/v1/um/order"),
    (Method::Put, "/papi/v1/listenKey"),
    (Method::Put, "/api/v3/order"),
];

/// Names that are taken; half of them so short that prefixes and duplicates come up.
fn good_name() -> impl Strategy<Value = String> {
    prop_oneof!["[ab]{1,3}", r"[A-Za-z0-9_.\[\]-]{1,64}"].prop_filter("has a meaning of its own", |name| {
        !["signature", "timestamp", "recvWindow"].contains(&name.as_str())
    })
}

/// Any text without NUL: all of Unicode, and the ASCII that matters in a form.
fn good_value() -> impl Strategy<Value = String> {
    let letter = prop_oneof![any::<char>(), proptest::char::range('\u{1}', '\u{7F}'), select(vec!['&', '=', '%', '+'])];
    vec(letter.prop_filter("NUL", |letter| *letter != '\0'), 0..24).prop_map(String::from_iter)
}

/// Names and values of any kind, the bad and the special among them.
fn any_pair() -> impl Strategy<Value = Pair> {
    let special = select(vec!["signature", "timestamp", "recvWindow", "", "a b"]).prop_map(str::to_owned);
    let number = select(vec!["1499827319559", "1499827319559000", "5000", "5000.5", "0", "60001", "-1", "x\0"]);
    prop_oneof![
        8 => (good_name(), good_value()),
        1 => (special, number.prop_map(str::to_owned)),
        1 => (any::<String>(), any::<String>()),
    ]
}

fn plan(pairs: impl Strategy<Value = Vec<Pair>>) -> impl Strategy<Value = Plan> {
    (select(ROUTES), pairs, any::<prop::sample::Index>(), any::<bool>()).prop_map(
        |((method, path), pairs, at, whole)| {
            let at = if whole { pairs.len() } else { at.index(pairs.len() + 1) };
            let (query, body) = pairs.split_at(at);
            let body = (!whole).then(|| body.to_vec());
            Plan { method, path: path.to_owned(), query: query.to_vec(), body }
        },
    )
}

/// Parameters of which each name is there once, and a split that the method allows.
fn good_plan() -> impl Strategy<Value = Plan> {
    let pairs = vec((good_name(), good_value()), 0..12).prop_map(|mut pairs| {
        let mut seen = std::collections::BTreeSet::new();
        pairs.retain(|(name, _)| seen.insert(name.clone()));
        pairs
    });
    plan(pairs).prop_map(|mut plan| {
        if plan.method == Method::Get {
            plan.query.extend(plan.body.take().unwrap_or_default());
        }
        plan
    })
}

/// Takes a form apart, by the rule of the form and not by binsign's.
fn decode(form: &str) -> Vec<Pair> {
    let text = |part: &str| percent_decode_str(part).decode_utf8().unwrap().into_owned();
    let pairs = form.split('&').filter(|pair| !pair.is_empty());
    pairs.map(|pair| pair.split_once('=').map(|(name, value)| (text(name), text(value))).unwrap()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]

    #[test]
    fn good_requests_are_signed_as_the_model_says(plan in good_plan()) {
        check(&plan, 65_535);
    }

    #[test]
    fn any_request_is_signed_or_refused_as_the_model_says(plan in plan(vec(any_pair(), 0..12)), capacity in 0..1500_usize) {
        check(&plan, capacity);
        check(&plan, 65_535);
        check_dropped(&plan, capacity);
    }

    #[test]
    fn what_was_put_in_comes_out_when_decoded(plan in good_plan()) {
        let mut buffer = vec![0; 65_535];
        let mut request = binsign::Request::rest(&mut buffer, plan.method, &plan.path).unwrap();
        for (name, value) in &plan.query {
            request.param(name, value).unwrap();
        }
        if let Some(body) = &plan.body {
            request.body().unwrap();
            for (name, value) in body {
                request.param(name, value).unwrap();
            }
        }
        let signer = binsign::Signer::hmac("key", b"secret").unwrap();
        let Ok(authorized) = binsign::Gate::documented_routes().authorize(request) else { return Ok(()) };
        let signed = authorized.sign(&signer).unwrap();
        let (mut query, mut body) = (decode(signed.query()), decode(signed.body()));
        if let Some(signature) = signed.signature() {
            let last = if body.is_empty() { &mut query } else { &mut body };
            prop_assert_eq!(last.pop(), Some(("signature".to_owned(), signature.to_owned())));
        }
        prop_assert_eq!(query, plan.query);
        prop_assert_eq!(body, plan.body.unwrap_or_default());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn in_every_smaller_buffer_the_needed_size_is_told(plan in good_plan()) {
        let Ok(expected) = plan.expected() else { return Ok(()) };
        for capacity in 0..=expected.needed {
            check(&plan, capacity);
        }
    }
}
