//! Sizes: the limit of a request, the size a refusal asks for, and what a buffer looks like afterwards.

use binsign::{Code, Gate, MAX_REQUEST, Method, Request, Signer};

use crate::check::{check, check_dropped};
use crate::model::Plan;

/// Requests of every shape: with and without query, body, signature and key.
fn shapes() -> Vec<Plan> {
    let pairs: &[(&str, &str)] = &[("symbol", "１２３"), ("note", "a b&c=d"), ("timestamp", "1499827319559")];
    let mut shapes = Vec::new();
    for path in ["/api/v3/order", "/api/v3/userDataStream", "/api/v3/time", "/sapi/v1/userDataStream", "/api/v3/none"] {
        for method in Method::ALL {
            for (query, body) in [(0, 0), (0, 3), (3, 3), (1, 3)] {
                let plan = Plan::query(method, path, &pairs[..query]);
                shapes.push(if body == 3 && query == 3 { plan } else { plan.with_body(&pairs[query..body]) });
            }
        }
    }
    shapes
}

#[test]
fn too_small_a_buffer_is_refused_with_the_size_that_does_and_left_clean() {
    let mut signed = 0;
    for plan in shapes() {
        let largest = plan.expected().map_or(300, |expected| expected.needed + 2);
        signed += usize::from(plan.expected().is_ok_and(|expected| expected.signature.is_some()));
        for capacity in 0..=largest {
            check(&plan, capacity);
        }
    }
    assert!(signed >= 8, "only {signed} of the shapes are signed");
}

#[test]
fn what_is_dropped_unsigned_leaves_nothing_behind() {
    for plan in shapes() {
        for capacity in [0, 1, 13, 14, 20, 60, 400] {
            check_dropped(&plan, capacity);
        }
    }
}

/// Around the largest request, in a buffer that is far too small, just too small, and large enough.
#[test]
fn the_limit_is_exact_and_told_before_any_size_is_asked_for() {
    for path in ["/api/v3/order", "/fapi/v1/listenKey"] {
        let plan = |value: usize| Plan::query(Method::Post, path, &[("v", &"x".repeat(value))]);
        let overhead = plan(0).expected().unwrap().needed;
        let largest = MAX_REQUEST - overhead;
        assert_eq!(plan(largest).expected().unwrap().needed, MAX_REQUEST);
        assert_eq!(plan(largest + 1).expected().unwrap_err(), Code::RequestTooLong);
        for value in [largest - 1, largest, largest + 1, largest + 50, largest + 80] {
            for capacity in [0, 100, MAX_REQUEST - 1, MAX_REQUEST, MAX_REQUEST + 1, 2 * MAX_REQUEST] {
                check(&plan(value), capacity);
            }
        }
    }
}

/// The parameter that goes over the limit is the one that is refused, whatever the buffer.
#[test]
fn the_limit_is_told_by_the_parameter_that_passes_it() {
    let value = "x".repeat(MAX_REQUEST - "/api/v3/time?v=".len());
    for (value, good) in [(&value[..], true), (&format!("{value}x"), false)] {
        for capacity in [0, MAX_REQUEST, 2 * MAX_REQUEST] {
            let mut buffer = vec![0; capacity];
            let mut request = Request::rest(&mut buffer, Method::Get, "/api/v3/time").unwrap();
            assert_eq!(request.param("v", value).is_ok(), good);
        }
    }
}

/// A signed request belongs to the caller: its bytes stay, and stay what was shown.
#[test]
fn a_signed_request_stays_in_the_buffer() {
    let signer = Signer::hmac(crate::model::API_KEY, crate::model::SECRET.as_bytes()).unwrap();
    let mut buffer = [0xA5; 256];
    let mut request = Request::rest(&mut buffer, Method::Get, "/api/v3/account").unwrap();
    request.timestamp(1_578_963_600_000).unwrap();
    let signed = Gate::documented_routes().authorize(request).unwrap().sign(&signer).unwrap();
    let target = signed.target().to_owned();
    drop(signed);
    assert!(buffer.starts_with(target.as_bytes()));
}
