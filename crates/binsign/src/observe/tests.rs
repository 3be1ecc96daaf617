//! Answers as the exchange's pages have them, per transport and family, and rubbish.

use proptest::prelude::*;

use super::{Answer, Meaning, OrderCounts};
use crate::catalogue::Family;

const NOW: u64 = 1_659_142_907_000;
const NO_HEADERS: [(&str, &str); 0] = [];

fn rest(status: u16, body: &str) -> Answer {
    Answer::read(status, NO_HEADERS, body.as_bytes(), NOW)
}

fn message(text: &str) -> Answer {
    rest(0, text)
}

fn error(code: i32) -> String {
    format!("{{\"code\":{code},\"msg\":\"Said so.\"}}")
}

/// "Response format" of the Spot WebSocket API: the answer to an order.
const ORDER: &str = r#"{
  "id": "e2a85d9f-07a5-4f94-8d5f-789dc3deb097",
  "status": 200,
  "result": {
    "symbol": "BTCUSDT",
    "orderId": 12510053279,
    "orderListId": -1,
    "clientOrderId": "a097fe6304b20a7e4fc436",
    "transactTime": 1655716096505,
    "price": "0.10000000",
    "origQty": "10.00000000",
    "executedQty": "0.00000000",
    "origQuoteOrderQty": "0.000000",
    "cummulativeQuoteQty": "0.00000000",
    "status": "NEW",
    "timeInForce": "GTC",
    "type": "LIMIT",
    "side": "BUY",
    "workingTime": 1655716096505,
    "selfTradePreventionMode": "NONE"
  },
  "rateLimits": [
    {"rateLimitType": "ORDERS", "interval": "SECOND", "intervalNum": 10, "limit": 50, "count": 12},
    {"rateLimitType": "ORDERS", "interval": "DAY", "intervalNum": 1, "limit": 160000, "count": 4043},
    {"rateLimitType": "REQUEST_WEIGHT", "interval": "MINUTE", "intervalNum": 1, "limit": 6000, "count": 321}
  ]
}"#;

/// "IP limits" of the same page: banned until 1659146400000.
const BANNED: &str = r#"{
  "id": "fc93a61a-a192-4cf4-bb2a-a8f0f0c51e06",
  "status": 418,
  "error": {
    "code": -1003,
    "msg": "Way too much request weight used; IP banned until 1659146400000. Please use WebSocket Streams for live updates to avoid bans.",
    "data": {
      "serverTime": 1659142907531,
      "retryAfter": 1659146400000
    }
  },
  "rateLimits": [
    {"rateLimitType": "REQUEST_WEIGHT", "interval": "MINUTE", "intervalNum": 1, "limit": 6000, "count": 2411}
  ]
}"#;

/// "API key revocation" of the same page: the session has lost its key.
const REVOKED: &str = r#"{
  "id": null,
  "status": 401,
  "error": {
    "code": -2015,
    "msg": "Invalid API-key, IP, or permissions for action."
  }
}"#;

#[test]
fn documented_messages_of_the_websocket_api_are_read() {
    let answer = message(ORDER);
    assert_eq!((answer.status(), answer.code(), answer.used_weight()), (200, None, Some(321)));
    assert_eq!(answer.orders(), OrderCounts { ten_seconds: Some(12), minute: None, day: Some(4043) });
    assert_eq!(answer.meaning(Family::Spot, false), Meaning::Fine);

    let answer = message(BANNED);
    assert_eq!((answer.status(), answer.code(), answer.used_weight()), (418, Some(-1003), Some(2411)));
    assert_eq!(answer.server_time(), Some(1_659_142_907_531));
    // The ban is 3492469 ms long by the exchange's own clock.
    assert_eq!(answer.meaning(Family::Spot, false), Meaning::Wait { until_ms: NOW + 3_492_469 });

    let answer = message(REVOKED);
    assert_eq!(answer.meaning(Family::Spot, false), Meaning::KeyRejected { code: -2015 });

    // "Check server time", and a failed order.
    let time = r#"{"id":"187d3cb2-942d-484c-8271-4e2141bbadb1","status":200,"result":{"serverTime":1656400526260}}"#;
    assert_eq!(message(time).server_time(), Some(1_656_400_526_260));
    let refused = r#"{"id":1,"status":400,
        "error":{"code":-2010,"msg":"Account has insufficient balance for requested action."}}"#;
    assert_eq!(message(refused).meaning(Family::Spot, false), Meaning::Refused { code: -2010 });
}

#[test]
fn documented_answers_of_rest_are_read() {
    let time = rest(200, r#"{"serverTime": 1499827319559}"#);
    assert_eq!((time.server_time(), time.meaning(Family::Spot, false)), (Some(1_499_827_319_559), Meaning::Fine));
    assert_eq!(rest(200, r#"{"serverTime": 1499827319559123}"#).server_time(), Some(1_499_827_319_559), "in µs");
    // Futures answer so where all went well, SAPI so where the system is up.
    assert_eq!(rest(200, r#"{"code":200,"msg":"success"}"#).meaning(Family::FuturesUm, false), Meaning::Fine);
    let system = rest(200, r#"{"status":0,"msg":"normal"}"#);
    assert_eq!((system.status(), system.meaning(Family::Sapi, false)), (200, Meaning::Fine));
    assert_eq!(rest(200, r#"{"code":"000000","message":"success"}"#).meaning(Family::Sapi, false), Meaning::Fine);
    // An order's status is no status of an answer.
    assert_eq!(rest(200, r#"{"symbol":"BTCUSDT","status":"NEW"}"#).meaning(Family::Spot, false), Meaning::Fine);
}

#[test]
fn headers_count_in_any_case_and_order() {
    let headers = [
        ("x-mbx-used-weight", "7"),
        ("X-MBX-USED-WEIGHT-1M", "8"),
        ("X-Mbx-Order-Count-10s", " 1 "),
        ("x-mbx-order-count-1m", "2"),
        ("x-mbx-order-count-1d", "3"),
        ("X-SAPI-USED-IP-WEIGHT-1M", "4"),
        ("x-sapi-used-uid-weight-1m", "3000"),
        ("retry-after", "60"),
        ("Content-Type", "application/json"),
    ];
    for headers in [headers.to_vec(), headers.iter().rev().copied().collect()] {
        let answer = Answer::read(200, headers, b"{}", NOW);
        assert_eq!(answer.used_weight(), Some(8));
        assert_eq!(answer.orders(), OrderCounts { ten_seconds: Some(1), minute: Some(2), day: Some(3) });
        assert_eq!((answer.sapi_ip_weight(), answer.sapi_uid_weight()), (Some(4), Some(3000)));
        assert_eq!(answer.wait_until(), Some(NOW + 60_000));
    }
    assert_eq!(Answer::read(200, [("X-MBX-USED-WEIGHT", "7")], b"", NOW).used_weight(), Some(7));
    for value in ["", "-1", "+1", "1.5", "a", "1234567890", "1 2", "0x1"] {
        let answer = Answer::read(200, [("X-MBX-USED-WEIGHT-1M", value), ("Retry-After", value)], b"", NOW);
        assert_eq!((answer.used_weight(), answer.wait_until()), (None, None), "{value:?}");
    }
}

/// F 13: honour what the exchange asks for.
#[test]
fn f_13_waits_are_as_long_as_the_exchange_says() {
    let wait = |status: u16, headers: &[(&'static str, &'static str)], body: &str| {
        let answer = Answer::read(status, headers.iter().copied(), body.as_bytes(), NOW);
        match answer.meaning(Family::Spot, false) {
            Meaning::Wait { until_ms } => until_ms - NOW,
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(wait(429, &[("Retry-After", "7")], ""), 7_000);
    assert_eq!(wait(429, &[], ""), 60_000);
    assert_eq!(wait(418, &[], "<html>"), 120_000);
    assert_eq!(wait(400, &[], &error(-1003)), 60_000);
    // 3 days are the longest ban; what is longer is no wait of the exchange's.
    assert_eq!(wait(418, &[("Retry-After", "259200")], ""), 259_200_000);
    assert_eq!(wait(418, &[("Retry-After", "999999999")], ""), 259_200_000);
    let banned =
        |until: &str| format!("{{\"code\":-1003,\"msg\":\"Way too many requests; IP banned until {until}.\"}}");
    assert_eq!(wait(418, &[], &banned("1659146400000")), 1_659_146_400_000 - NOW);
    assert_eq!(wait(418, &[("Retry-After", "1")], &banned("1659146400000")), 1_659_146_400_000 - NOW);
    for past in ["1659142906999", "1659142907", "soon", "", "99999999999999999999999"] {
        assert_eq!(wait(418, &[], &banned(past)), 120_000, "{past}");
    }
    // A clock that is an hour ahead here takes nothing off the ban.
    let late = Answer::read(0, NO_HEADERS, BANNED.as_bytes(), 1_659_146_507_531);
    assert_eq!(late.meaning(Family::Spot, false), Meaning::Wait { until_ms: 1_659_146_507_531 + 3_492_469 });
}

#[test]
fn codes_mean_what_their_family_says() {
    use Family as F;
    let means = |status: u16, code: i32, family: Family| rest(status, &error(code)).meaning(family, false);
    for family in Family::ALL {
        assert_eq!(means(400, -1021, family), Meaning::ClockOff);
        assert_eq!(means(400, -1022, family), Meaning::SignatureInvalid);
        for code in [-2008, -2014, -2015, -2017] {
            assert_eq!(means(400, code, family), Meaning::KeyRejected { code });
        }
        assert_eq!(rest(401, "").meaning(family, false), Meaning::KeyRejected { code: 0 });
        for code in [-1006, -1007] {
            assert_eq!(means(400, code, family), Meaning::Unknown);
        }
        for (status, code) in [(500, -1000), (502, 0), (503, -1008), (504, -1001), (599, 0)] {
            assert_eq!(means(status, code, family), Meaning::Unknown);
        }
        for code in [-1002, -1004, -1100, -2010, -2011, -2013, -4188 - 1] {
            assert_eq!(means(400, code, family), Meaning::Refused { code });
        }
        assert_eq!(rest(403, "<html>").meaning(family, false), Meaning::Refused { code: 0 });
    }
    // The window of the matching engine: -5028 on /fapi, -4188 on /dapi; withdrawals have codes of -4xxx of their own.
    let off = |code: i32| Family::ALL.into_iter().filter(move |family| means(400, code, *family) == Meaning::ClockOff);
    assert!(off(-5028).eq([F::FuturesUm, F::PortfolioMargin]));
    assert!(off(-4188).eq([F::FuturesCm, F::PortfolioMargin]));
}

/// J 19-20: what became of an order that the exchange could not answer for is unknown.
#[test]
fn j_19_what_may_have_happened_is_unknown() {
    let half = r#"{"code":-2021,"msg":"Order cancel-replace partially failed.","data":{"cancelResult":"SUCCESS",
        "newOrderResult":"FAILURE","cancelResponse":{"symbol":"BTCUSDT"},
        "newOrderResponse":{"code":-2010,"msg":"Account has insufficient balance for requested action."}}}"#;
    assert_eq!(rest(409, half).meaning(Family::Spot, true), Meaning::Unknown);
    assert_eq!(rest(409, half).meaning(Family::Spot, false), Meaning::Refused { code: -2021 });
    let message_half = format!("{{\"id\":1,\"status\":409,\"error\":{half}}}");
    assert_eq!(message(&message_half).code(), Some(-2021));
    assert_eq!(message(&message_half).meaning(Family::Spot, true), Meaning::Unknown);
    // One of several orders, of which the others were taken or refused.
    let batch = |code: i32| format!("[{{\"orderId\":1}},{},{}]", error(-2022), error(code));
    assert_eq!(rest(200, &batch(-1007)).meaning(Family::FuturesUm, false), Meaning::Unknown);
    assert_eq!(rest(200, &batch(-2015)).meaning(Family::FuturesUm, false), Meaning::Fine);
    let lost = r#"{"id":1,"status":504,"error":{"code":-1007,"msg":"Timeout."}}"#;
    assert_eq!(message(lost).meaning(Family::Spot, false), Meaning::Unknown);
    // Nothing came, or nothing that says how it went.
    for text in ["", "{}", "[]", "null", "<html>", "{\"status\":\"200\"}", "{\"id\":1,\"status\":99999}"] {
        assert_eq!(message(text).meaning(Family::Spot, false), Meaning::Unknown, "{text}");
    }
}

#[test]
fn broken_answers_say_what_stands_before_the_break() {
    let cut = &BANNED[..BANNED.find("\"data\"").unwrap()];
    let answer = message(cut);
    assert_eq!((answer.status(), answer.code(), answer.server_time()), (418, Some(-1003), None));
    assert_eq!(answer.wait_until(), Some(1_659_146_400_000));
    assert_eq!(rest(400, r#"{"code":-1021,"msg":"Timest"#).meaning(Family::Spot, false), Meaning::ClockOff);
    assert_eq!(rest(400, r#"{"code":-1021,"code":0}"#).meaning(Family::Spot, false), Meaning::ClockOff, "the first");
    for body in [r#"{"code":"-1021"}"#, r#"{"code":-1021.5}"#, r#"{"code":-99999999999}"#, r#"{"data":{"code":-1021}}"#]
    {
        assert_eq!(rest(400, body).code(), None, "{body}");
    }
}

#[test]
fn long_answers_are_read_at_their_beginning() {
    let long = format!("{{\"serverTime\":1499827319559,\"symbols\":[\"{}\"],\"code\":-1021}}", "X".repeat(1 << 20));
    let answer = rest(200, &long);
    assert_eq!((answer.server_time(), answer.code()), (Some(1_499_827_319_559), None));
    // Errors and messages are read whole.
    assert_eq!(rest(400, &long).code(), Some(-1021));
    let message_long = format!("{{\"result\":[\"{}\"],\"status\":200}}", "X".repeat(1 << 20));
    assert_eq!(message(&message_long).status(), 200);
    // Ten orders, more than any family takes at once, each as long as the longest that is documented.
    let order = format!("{{\"orderId\":1,\"rest\":\"{}\"}}", "X".repeat(1200));
    let batch = format!("[{}{}]", format!("{order},").repeat(10), error(-1007));
    assert_eq!(rest(200, &batch).meaning(Family::FuturesUm, false), Meaning::Unknown);
}

proptest! {
    #[test]
    fn any_answer_is_taken(
        status in any::<u16>(), name in ".{0,30}", value in ".{0,12}", body in prop::collection::vec(any::<u8>(), 0..200),
        now in any::<u64>(), cancel_replace in any::<bool>(),
    ) {
        let answer = Answer::read(status, [(&name[..], &value[..])], &body, now);
        for family in Family::ALL {
            if let Meaning::Wait { until_ms } = answer.meaning(family, cancel_replace) {
                prop_assert!(until_ms >= now && until_ms - now <= 259_200_000);
            }
        }
    }

    /// A message that is cut off says nothing else than the whole one: it says less, or the same.
    #[test]
    fn cut_off_messages_say_nothing_new(length in 0..BANNED.len(), status in prop::sample::select(vec![0_u16, 418])) {
        let (whole, cut) = (rest(status, BANNED), rest(status, &BANNED[..length]));
        prop_assert!(cut.code().is_none() || cut.code() == whole.code());
        prop_assert!(cut.server_time().is_none() || cut.server_time() == whole.server_time());
        prop_assert!(cut.used_weight().is_none() || cut.used_weight() == whole.used_weight());
        prop_assert!(cut.status() == 0 || cut.status() == whole.status());
    }
}
