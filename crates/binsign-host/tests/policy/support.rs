//! A policy in text, requests in a line, and what the gate says of them.

use binsign::catalogue::Family;
use binsign::policy::Policy;
use binsign::{Denied, Gate, KeyType, Method, Refusal, Request, State};

/// 2026-06-17, a Wednesday, 12:00 UTC.
pub(crate) const NOW: u64 = 1_781_697_600_000;

/// A head without which no policy is one; what a test adds comes behind.
pub(crate) const HEAD: &str = r#"
policy = "binsign 1"
name = "test"
version = 1
purpose = "a test"
permissions = ["enableReading", "enableSpotAndMarginTrading", "enableFutures", "enableWithdrawals", "enableMargin", "permitsUniversalTransfer", "enableInternalTransfer"]
"#;

/// A compiled policy of the head and that.
pub(crate) fn compile(text: &str) -> Vec<u8> {
    let whole = format!("{HEAD}{text}");
    binsign_host::policy::compile(&whole).unwrap_or_else(|error| panic!("{error}\n{whole}"))
}

/// A rule that allows these routes under a condition.
pub(crate) fn allow(routes: &str, condition: &str) -> String {
    format!("[[allow]]\nname = \"rule\"\nroutes = [{routes}]\n{condition}\n")
}

/// A verdict in a line: `ok`, or code, clause, rule and parameter.
pub(crate) fn say(outcome: &Result<(), Refusal>) -> String {
    match outcome {
        Ok(()) => "ok".to_owned(),
        Err(Refusal::Denied(denied)) => {
            let param = denied.param().map(|param| format!(" {param}")).unwrap_or_default();
            format!("{} {} {}{param}", denied.code().name(), denied.clause(), denied.rule())
        }
        Err(Refusal::Invalid(error)) => error.code().name().to_owned(),
    }
}

/// Builds a request from `METHOD /path name=value …`, or `ws FAMILY method name=value …`; a timestamp is added where none
/// is given, `-timestamp` leaves it out.
pub(crate) fn request<'b>(buffer: &'b mut [u8], line: &str) -> Request<'b> {
    let mut words = line.split(' ');
    let first = words.next().unwrap();
    let second = words.next().unwrap();
    let mut request = match first {
        "ws" => {
            let method = words.next().unwrap();
            Request::ws_api(buffer, Family::of_name(second).unwrap(), method, "id").unwrap()
        }
        _ => Request::rest(buffer, first.parse::<Method>().unwrap(), second).unwrap(),
    };
    let mut stamped = false;
    for pair in words {
        if pair == "-timestamp" {
            stamped = true;
            continue;
        }
        let (name, value) = pair.split_once('=').unwrap();
        stamped |= name == "timestamp";
        request.param(name, &value.replace('+', " ")).unwrap();
    }
    if !stamped {
        request.timestamp(NOW).unwrap();
    }
    request
}

/// What a gate that knows the time and an Ed25519 key says.
pub(crate) fn check(image: &[u8], line: &str) -> Result<(), Refusal> {
    let policy = Policy::new(image).unwrap();
    let state = State::new(&policy);
    let mut buffer = [0; 8192];
    Gate::new(&policy).at(NOW).key_type(KeyType::Ed25519).state(&state).check(&request(&mut buffer, line))
}

/// [`check`] in a line.
pub(crate) fn verdict(image: &[u8], line: &str) -> String {
    say(&check(image, line))
}

/// The denial of a request.
pub(crate) fn denied(image: &[u8], line: &str) -> Denied {
    match check(image, line) {
        Err(Refusal::Denied(denied)) => denied,
        other => panic!("{line}: {other:?}"),
    }
}
