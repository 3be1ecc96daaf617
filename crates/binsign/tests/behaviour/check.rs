//! Holds what binsign makes of a plan against the model, byte for byte, in a buffer of any size.

use binsign::{Authorized, Error, Gate, Refusal, Request, Signed, Signer};

use crate::model::{API_KEY, Expected, Plan, SECRET};

/// What the buffer is filled with before: neither zero nor a byte that a request can have.
const MARKER: u8 = 0xA5;

/// Signs a plan in a buffer of `capacity` bytes and compares everything that can be seen with the model.
///
/// # Panics
/// Where binsign and the model disagree, or where a refusal leaves anything in the buffer.
pub(crate) fn check(plan: &Plan, capacity: usize) {
    let signer = Signer::hmac(API_KEY, SECRET.as_bytes()).unwrap();
    let expected = plan.expected_in(capacity);
    let mut buffer = vec![MARKER; capacity];
    let outcome = authorize(plan, &mut buffer).and_then(|authorized| {
        let signed = authorized.sign(&signer)?;
        compare(&signed, expected.as_ref().unwrap_or_else(|code| panic!("signed in spite of {code:?}: {plan:?}")));
        Ok(())
    });

    match (outcome, &expected) {
        (Ok(()), Ok(expected)) => {
            assert!(capacity >= expected.needed, "signed in {capacity} bytes: {plan:?}");
            // Many names have an index there, and then it is cleared.
            let cleared = if plan.pairs().count() > 32 { 0 } else { MARKER };
            let behind = &buffer[expected.needed..];
            assert!(behind.iter().all(|byte| *byte == MARKER || *byte == cleared), "wrote behind the end: {plan:?}");
        }
        (Err(refusal), expected) => {
            match expected {
                Ok(expected) => assert_eq!(needed(&refusal), Some(expected.needed), "{capacity} bytes: {plan:?}"),
                Err(code) => assert_eq!(refusal.code(), *code, "{capacity} bytes: {plan:?}"),
            }
            assert_clean(&buffer, plan);
            assert_no_value_in(&refusal, plan);
        }
        (Ok(()), Err(_)) => unreachable!("compared above"),
    }
}

/// Builds a plan in a buffer of `capacity` bytes, drops it before it is signed, and looks what is left behind.
///
/// # Panics
/// Where anything is.
pub(crate) fn check_dropped(plan: &Plan, capacity: usize) {
    let mut buffer = vec![MARKER; capacity];
    drop(build(plan, &mut buffer));
    assert_clean(&buffer, plan);

    let mut buffer = vec![MARKER; capacity];
    drop(authorize(plan, &mut buffer));
    assert_clean(&buffer, plan);
}

/// The size a refusal asks for.
fn needed(refusal: &Refusal) -> Option<usize> {
    match refusal {
        Refusal::Invalid(error) => error.needed(),
        Refusal::Denied(_) => None,
    }
}

/// Puts all of a plan into a request, also behind an error, which must then be every later answer.
fn build<'b>(plan: &Plan, buffer: &'b mut [u8]) -> Result<(Request<'b>, Option<Error>), Error> {
    let mut request = Request::rest(buffer, plan.method, &plan.path)?;
    let mut first = None;
    let mut note = |outcome: Result<(), Error>| {
        if first.is_none() {
            first = outcome.err();
        } else {
            assert_eq!(outcome.err(), first, "an error was forgotten: {plan:?}");
        }
    };
    for (name, value) in &plan.query {
        note(request.param(name, value).map(|_| ()));
    }
    if let Some(body) = &plan.body {
        note(request.body().map(|_| ()));
        for (name, value) in body {
            note(request.param(name, value).map(|_| ()));
        }
    }
    Ok((request, first))
}

fn authorize<'b>(plan: &Plan, buffer: &'b mut [u8]) -> Result<Authorized<'b>, Refusal> {
    let (request, first) = build(plan, buffer)?;
    let outcome = Gate::documented_routes().authorize(request);
    if let Some(first) = first {
        assert_eq!(outcome.as_ref().err(), Some(&Refusal::Invalid(first)), "the gate forgot an error: {plan:?}");
    }
    outcome
}

fn compare(signed: &Signed<'_, '_>, expected: &Expected) {
    assert_eq!(signed.target(), expected.target);
    assert_eq!(signed.query(), expected.query);
    assert_eq!(signed.body(), expected.body);
    assert_eq!(signed.signature(), expected.signature.as_deref());
    assert_eq!(signed.payload(), expected.signature.is_some().then_some(expected.payload.as_str()));
    assert_eq!((signed.route(), signed.method()), (expected.route, expected.route.method()));

    let key = expected.route.needs_api_key().then_some(("X-MBX-APIKEY", API_KEY));
    let form = (!expected.body.is_empty()).then_some(("Content-Type", "application/x-www-form-urlencoded"));
    assert!(signed.headers().eq(key.into_iter().chain(form)), "the headers are wrong");
}

/// Nothing of the request is left: each byte is as it was or zero.
fn assert_clean(buffer: &[u8], plan: &Plan) {
    assert!(buffer.iter().all(|byte| matches!(*byte, 0 | MARKER)), "something was left behind: {plan:?}");
}

/// No message repeats a value; one that is no longer than the words of a message may be in it by chance, and one that
/// is part of a name with that name.
fn assert_no_value_in(refusal: &Refusal, plan: &Plan) {
    let (text, debug) = (refusal.to_string(), format!("{refusal:?}"));
    let in_a_name = |value: &str| plan.pairs().any(|(name, _)| name.contains(value));
    for (name, value) in plan.pairs().filter(|(_, value)| value.len() > 16 && !in_a_name(value)) {
        assert!(!text.contains(value.as_str()) && !debug.contains(value.as_str()), "the value of {name} is in {text}");
    }
}
