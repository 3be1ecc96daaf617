//! Approvals made: those of the evaluator in Python (`tests/policy/approval.py`), byte for byte; and what is not approved.

use binsign::policy::Policy;
use binsign::{Code, Gate, Refusal, SecretKey, State};
use binsign_host::policy::{Approval, Cases, NoApproval, Question};

use crate::support::NOW;

/// The keys of RFC 8032, section 7.1, tests 1 and 2, in the form of RFC 8410; the public half of the first is the approver's.
const APPROVER: &str = "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g\n-----END PRIVATE KEY-----";
const ANOTHER: &str = "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIEzNCJso/5banbbDRuwRTg9bijGfNaumJNqM9u1PuKb7\n-----END PRIVATE KEY-----";

const POLICY: &str = r#"
policy = "binsign 1"
name = "test"
version = 1
purpose = "a test"
permissions = ["enableReading", "enableWithdrawals", "enableSpotAndMarginTrading"]
[[allow]]
name = "rule"
routes = ["any:any"]
approval = "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="
"#;

/// What the evaluator makes of POLICY and these requests at NOW, for ten minutes.
const MADE: [(&str, &str); 5] = [
    (
        "POST /sapi/v1/capital/withdraw/apply coin=BTC address=a+b/ü amount=1 recvWindow=5000",
        "wAF91Z4BAAC8IKIAqvFiVcEQe8VLHzFcwlIwMHZ7/GJZEBbdsPjJgo6LobUjic+Y4bbJd9UqxhQ/pDU7loLpo3BaAPnGh2IB",
    ),
    (
        "ws spot order.place symbol=BTCUSDT side=BUY quantity:=1 newClientOrderId=a+b",
        "wAF91Z4BAACb55Sl82e3ZDrPRsGdfbIo2+F14Q1VJJdBYnuxdFA4gstL10r1zeMihxQcbbwBGUKGy8D0//ciS6Y4VARS0KID",
    ),
    (
        "wss topic=com_announcement_en random=56724ac693184379ae23ffe5e910063c",
        "wAF91Z4BAABLtTn+WkrJXNb8D1PXl0PbacX4PtN62MoQqpvcE2dMn2+Ci1kNP973kuQjcd26/3yMNo7gXEHSfSuUOkdFIEEB",
    ),
    ("fix logon", "wAF91Z4BAACD1p4zKJfAYW+WXFfPqgH9FqfuTRe/+skLf0umUqJjwnMhNWOvAF4loNDZay7Sxt8OTFnf5jnE5+hYdPQWueEA"),
    (
        "POST /api/v3/order symbol=BTCUSDT timestamp=1700000000000",
        "wAF91Z4BAABZ85VfN+MzopVuyKlh7mVrk0k7M7SSTdpx6VBaWAkYvcoCykQyKawYk16no/ad9Clfh83nVvoSpNphmaJVaZ0H",
    ),
];

fn question(line: &str) -> Question {
    let words: Vec<_> = line.split(' ').map(|word| word.replace('+', " ")).collect();
    Question::of_words(words.iter().map(String::as_str)).unwrap()
}

fn made(policy: &str, line: &str, until: u64, pem: &str) -> Result<Approval, NoApproval> {
    let image = binsign_host::policy::compile(policy).unwrap();
    Approval::make(&Policy::new(&image).unwrap(), &question(line), until, NOW, pem.as_bytes(), None)
}

#[test]
fn approvals_of_all_transports_are_those_of_the_evaluator() {
    for (line, expected) in MADE {
        let approval = made(POLICY, line, NOW + 600_000, APPROVER).unwrap();
        assert_eq!((approval.to_string().as_str(), approval.rule()), (expected, "rule"), "{line}");
    }
}

#[test]
fn the_gate_takes_what_was_approved_once_and_nothing_else() {
    let image = binsign_host::policy::compile(POLICY).unwrap();
    let policy = Policy::new(&image).unwrap();
    let state = State::new(&policy);
    let put = |line: &str, approval: &Approval| {
        let gate =
            Gate::new(&policy).at(NOW).key_type(binsign::KeyType::Ed25519).approval(approval.bytes()).state(&state);
        let outcome = question(line).put(state.next_timestamp_ms(NOW), |request| gate.authorize(request).map(drop));
        outcome.err().map(|refusal| refusal.code())
    };
    let line = "POST /sapi/v1/capital/withdraw/apply coin=BTC address=a amount=1";
    let approval = made(POLICY, line, NOW + 600_000, APPROVER).unwrap();
    for other in [
        "POST /sapi/v1/capital/withdraw/apply coin=BTC address=a amount=2",
        "POST /sapi/v1/capital/withdraw/apply address=a coin=BTC amount=1",
        "POST /sapi/v1/capital/withdraw/apply coin=BTC address=a amount=1 network=BTC",
    ] {
        assert_eq!(put(other, &approval), Some(Code::ApprovalInvalid), "{other}");
    }
    assert_eq!(put(&format!("{line} recvWindow=1000"), &approval), None, "the times are left open");
    assert_eq!(put(line, &approval), Some(Code::ApprovalInvalid), "it serves once");
}

#[test]
fn what_cannot_be_approved_is_refused_by_its_reason() {
    const WITHDRAW: &str = "POST /sapi/v1/capital/withdraw/apply coin=BTC address=a amount=1";
    const DAY: u64 = 86_400_000;
    let reason = |policy: &str, line: &str, until: u64, pem: &str| made(policy, line, until, pem).unwrap_err();
    assert!(matches!(reason(POLICY, WITHDRAW, NOW - 1, APPROVER), NoApproval::Past));
    assert!(matches!(reason(POLICY, WITHDRAW, NOW + DAY + 1, APPROVER), NoApproval::TooLong));
    assert!(made(POLICY, WITHDRAW, NOW + DAY, APPROVER).is_ok() && made(POLICY, WITHDRAW, NOW, APPROVER).is_ok());
    let other = reason(POLICY, WITHDRAW, NOW, ANOTHER);
    assert!(
        other.to_string().contains("`rule`")
            && other.to_string().ends_with("11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=")
    );

    let free = POLICY.replace("approval =", "clause = 'X'\n# approval =");
    assert!(matches!(reason(&free, WITHDRAW, NOW, APPROVER), NoApproval::NotWanted));
    let stopped = POLICY.replace("version = 1", "version = 1\nstop = true");
    let forbidden = format!("{POLICY}[[forbid]]\nname = 'f'\nroutes = ['any:withdraw']\n");
    for (policy, line, code) in [
        (stopped.as_str(), WITHDRAW, Code::Stopped),
        (&forbidden, WITHDRAW, Code::Forbidden),
        (POLICY, &format!("{WITHDRAW} whatever=1"), Code::ParameterUnknown),
        (POLICY, "POST /api/v3/orderr symbol=BTCUSDT", Code::RouteUnknown),
        (POLICY, "POST /api/v3/order symbol=A symbol=A", Code::ParameterTwice),
    ] {
        let error = reason(policy, line, NOW, APPROVER);
        assert!(matches!(error, NoApproval::Refusal(_)) && error.code() == code, "{line}: {error}");
    }
}

#[test]
fn a_gate_without_time_or_room_approves_nothing() {
    let image = binsign_host::policy::compile(POLICY).unwrap();
    let policy = Policy::new(&image).unwrap();
    let key = SecretKey::from_pem(APPROVER.as_bytes()).unwrap();
    let approve = |gate: &Gate<'_>, room: &mut [u8]| {
        question(MADE[4].0)
            .put(NOW, |request| gate.approve(&request, NOW, &key, room))
            .map(|approval| approval.is_some())
    };
    assert_eq!(approve(&Gate::new(&policy), &mut [0; 256]).unwrap_err().code(), Code::TimeNeeded);
    assert!(matches!(approve(&Gate::documented_routes(), &mut [0; 256]), Ok(false)));
    let gate = Gate::new(&policy).at(NOW);
    let Refusal::Invalid(error) = approve(&gate, &mut [0; 20]).unwrap_err() else { panic!("it is no denial") };
    let needed = error.needed().unwrap();
    assert!(matches!(approve(&gate, &mut vec![0; needed]), Ok(true)));
    assert_eq!(approve(&gate, &mut vec![0; needed - 1]).unwrap_err().code(), Code::BufferTooSmall);
}

/// A moment that was used is used up: the cases are of one session.
#[test]
fn cases_are_approved_by_a_key_or_an_approval() {
    const CASE: &str = "[[case]]\nname = 'c'\nsession = 's'\nrequest = 'POST /api/v3/order symbol=BTCUSDT'\n";
    let image = binsign_host::policy::compile(POLICY).unwrap();
    let policy = Policy::new(&image).unwrap();
    let by = |pem: &str, more: &str| format!("{CASE}approved_by = '''{pem}'''\n{more}\n");
    let text = [
        format!("{CASE}expect = 'APPROVAL_NEEDED'\n"),
        by(ANOTHER, "expect = 'APPROVAL_INVALID'"),
        by(APPROVER, "approved_for = '2d'\nexpect = 'APPROVAL_INVALID'"),
        by(APPROVER, "approved_for = '9m'\nexpect = 'allow'"),
        format!("{CASE}approval = '{}'\nexpect = 'allow'\n", MADE[4].1),
        by(APPROVER, "expect = 'APPROVAL_INVALID'"),
        by(APPROVER, "approved_for = '11m'\nexpect = 'allow'"),
    ];
    let cases = Cases::parse(&text.concat()).unwrap();
    let differences: Vec<_> = cases.run(&policy, NOW).iter().map(|result| result.differences().to_vec()).collect();
    assert_eq!(differences, vec![Vec::<String>::new(); 7]);

    for (more, what) in [
        ("approval = 'AA=='", "is no approval"),
        ("approved_for = '1m'", "give `approved_by`"),
        ("approved_by = 'no-such.pem'", "cannot be had"),
        ("approved_by = '-----BEGIN PUBLIC KEY-----'", "no key that approves"),
        ("approved_by = 'x'\napproval = 'x'", "keep one"),
    ] {
        let error = Cases::parse(&format!("{CASE}expect = 'allow'\n{more}\n")).expect_err(more);
        assert!(error.to_string().contains(what), "{more}: {error}");
    }
}
