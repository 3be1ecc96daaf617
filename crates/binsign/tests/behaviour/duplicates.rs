//! A parameter given twice: found wherever the two stand, and never where there are not two.

use binsign::{Code, Method};

use crate::check::check;
use crate::model::Plan;

const ORDER: &str = "/api/v3/order";

fn numbered(count: usize) -> Vec<(String, String)> {
    (0..count).map(|number| (format!("p{number}"), number.to_string())).collect()
}

/// 500 names fill every bit of a filter of 256, so that the search of the buffer is what decides.
#[test]
fn long_lists_work_and_every_duplicate_in_them_is_found() {
    let whole = Plan { method: Method::Post, path: ORDER.to_owned(), query: numbered(500), body: None };
    assert!(whole.expected().is_ok());
    check(&whole, 65_535);
    for split in [0, 1, 250, 499, 500] {
        let (query, body) = whole.query.split_at(split);
        let plan = Plan { query: query.to_vec(), body: Some(body.to_vec()), ..whole.clone() };
        check(&plan, 65_535);
        for twice in [0, 1, 2, 63, 64, 249, 250, 251, 498, 499] {
            let mut plan = plan.clone();
            plan.body.get_or_insert_default().push((format!("p{twice}"), "again".to_owned()));
            assert_eq!(plan.expected().unwrap_err(), Code::ParameterTwice);
            check(&plan, 65_535);
        }
    }
}

#[test]
fn duplicates_are_found_within_and_across_query_and_body() {
    let cases: &[(&[&str], &[&str])] = &[
        (&["a", "a"], &[]),
        (&["a", "b", "a"], &[]),
        (&["b", "a", "a"], &[]),
        (&["a"], &["a"]),
        (&["b", "a"], &["a"]),
        (&["a", "b"], &["a"]),
        (&["b"], &["c", "a", "a"]),
        // The first of the body touches the last of the query in the buffer.
        (&["b"], &["a", "a"]),
        (&["b"], &["a", "c", "a"]),
        (&[], &["a", "a"]),
        // A name whose form in the buffer is encoded.
        (&["a[0]"], &["a[0]"]),
    ];
    for (query, body) in cases {
        let query: Vec<_> = query.iter().map(|name| (*name, "1")).collect();
        let body: Vec<_> = body.iter().map(|name| (*name, "2")).collect();
        let plan = Plan::query(Method::Delete, ORDER, &query).with_body(&body);
        assert_eq!(plan.expected().unwrap_err(), Code::ParameterTwice, "{plan:?}");
        check(&plan, 65_535);
    }
}

#[test]
fn names_that_only_look_alike_are_no_duplicates() {
    let names = [
        "a",
        "ab",
        "aba",
        "A",
        "b",
        "ba",
        "a.",
        "a-",
        "a_",
        "a[]",
        "a[0]",
        "a[00]",
        "[a]",
        "signatur",
        "signatures",
        "Signature",
        "timestam",
        "timestamps",
        "recvwindow",
        "3Da",
        "5B",
        "26a",
        "1a",
    ];
    // Values that read like names and separators of the encoded form.
    for value in ["", "a", "a=", "&a=", "b&ab=1", "1"] {
        let pairs: Vec<_> = names.iter().map(|name| (*name, value)).collect();
        for split in 0..=pairs.len() {
            let (query, body) = pairs.split_at(split);
            let plan = Plan::query(Method::Post, ORDER, query).with_body(body);
            assert!(plan.expected().is_ok());
            check(&plan, 4096);
        }
    }
}
