//! Each condition of section 5, both ways, and what it is to blame.

use crate::support::{allow, check, compile, denied, verdict};

const ORDER: &str = "POST /api/v3/order symbol=BTCUSDT";
const FUTURES: &str = "POST /fapi/v1/order symbol=BTCUSDT side=BUY";
const WITHDRAW: &str = "POST /sapi/v1/capital/withdraw/apply";

/// Every line is put to a policy with that one rule: the rest of the request, and the verdict that is expected.
fn table(routes: &str, condition: &str, request: &str, lines: &[(&str, &str)]) {
    let image = compile(&allow(routes, condition));
    for (rest, expected) in lines {
        assert_eq!(verdict(&image, &format!("{request}{rest}")), *expected, "{condition}: {rest}");
    }
}

#[test]
fn symbols_fit_a_pattern() {
    table(
        "\"any:order\", \"any:read\", \"any:settings\"",
        "symbols = [\"BTC*\", \"E?HUSDT\"]",
        "",
        &[
            ("POST /api/v3/order symbol=BTCUSDT side=BUY type=MARKET quantity=1", "ok"),
            ("POST /api/v3/order symbol=ETHUSDT side=BUY type=MARKET quantity=1", "ok"),
            ("POST /api/v3/order symbol=LTCUSDT side=BUY", "ARGUMENT_NOT_LISTED D 9 rule symbol"),
            ("POST /api/v3/order symbol=btcusdt side=BUY", "ARGUMENT_NEEDED D 9 rule symbol"),
            ("POST /api/v3/order symbol= side=BUY", "ARGUMENT_NEEDED D 9 rule symbol"),
            ("POST /api/v3/order side=BUY", "ARGUMENT_NEEDED D 9 rule symbol"),
            ("GET /api/v3/openOrders symbol=BTCUSDT", "ok"),
            ("GET /api/v3/openOrders symbol=LTCUSDT", "ARGUMENT_NOT_LISTED D 9 rule symbol"),
            ("GET /api/v3/openOrders", "ARGUMENT_NEEDED D 9 rule symbol"),
            ("DELETE /api/v3/order symbol=BTCUSDT orderId=1", "NOT_ALLOWED F 15 f default"),
        ],
    );
}

#[test]
fn sides_types_and_time_in_force_are_listed() {
    table(
        "\"spot:order\"",
        "sides = [\"SELL\"]",
        ORDER,
        &[
            (" side=SELL type=MARKET", "ok"),
            (" side=BUY type=MARKET", "ARGUMENT_NOT_LISTED D 9 rule side"),
            (" side=sell type=MARKET", "ARGUMENT_NEEDED D 9 rule side"),
            (" type=MARKET", "ARGUMENT_NEEDED D 9 rule side"),
        ],
    );
    table(
        "\"spot:order\"",
        "types = [\"LIMIT\", \"LIMIT_MAKER\"]",
        ORDER,
        &[
            (" side=SELL type=LIMIT_MAKER", "ok"),
            (" side=SELL type=MARKET", "ARGUMENT_NOT_LISTED D 9 rule type"),
            (" side=SELL", "ARGUMENT_NEEDED D 9 rule type"),
        ],
    );
    table(
        "\"spot:order\"",
        "time_in_force = [\"GTC\"]",
        ORDER,
        &[
            (" side=SELL type=LIMIT timeInForce=GTC", "ok"),
            (" side=SELL type=LIMIT timeInForce=IOC", "ARGUMENT_NOT_LISTED D 9 rule timeInForce"),
            (" side=SELL type=LIMIT", "ARGUMENT_NEEDED D 9 rule timeInForce"),
            (" side=SELL type=MARKET", "ok"),
            (" side=SELL type=MARKET timeInForce=IOC", "ARGUMENT_NOT_LISTED D 9 rule timeInForce"),
            (" side=SELL", "ARGUMENT_NEEDED D 9 rule timeInForce"),
        ],
    );
}

#[test]
fn reduce_only_and_close_position() {
    table(
        "\"futures-um:order\"",
        "reduce_only = true",
        FUTURES,
        &[
            (" type=MARKET quantity=1 reduceOnly=true", "ok"),
            (" type=MARKET quantity=1 reduceOnly=TRUE", "ok"),
            (" type=MARKET quantity=1 reduceOnly=false", "ARGUMENT_NOT_LISTED D 9 rule reduceOnly"),
            (" type=MARKET quantity=1", "ARGUMENT_NEEDED D 9 rule reduceOnly"),
            (" type=MARKET quantity=1 reduceOnly=True", "ARGUMENT_NEEDED D 9 rule reduceOnly"),
        ],
    );
    let spot = compile(&allow("\"spot:order\"", "reduce_only = true"));
    assert_eq!(verdict(&spot, &format!("{ORDER} side=SELL type=MARKET")), "ARGUMENT_NEEDED D 9 rule");
    let algo = "POST /fapi/v1/algoOrder algoType=CONDITIONAL symbol=BTCUSDT side=BUY type=STOP_MARKET triggerPrice=1";
    table(
        "\"futures-um:order\"",
        "close_position = true",
        algo,
        &[
            (" closePosition=true", "ok"),
            (" closePosition=false", "ARGUMENT_NOT_LISTED D 9 rule closePosition"),
            ("", "ARGUMENT_NOT_LISTED D 9 rule closePosition"),
            (" closePosition=yes", "ARGUMENT_NEEDED D 9 rule closePosition"),
        ],
    );
    table(
        "\"futures-um:order\"",
        "close_position = false",
        algo,
        &[("", "ok"), (" closePosition=true", "ARGUMENT_NOT_LISTED D 9 rule closePosition")],
    );
    table("\"futures-um:order\"", "reduce_only = true", algo, &[(" closePosition=true", "ok")]);
}

#[test]
fn numbers_are_within_both_ends() {
    table(
        "\"spot:order\"",
        "quantity = { min = \"0.5\", max = \"2\" }",
        ORDER,
        &[
            (" side=SELL type=MARKET quantity=0.50", "ok"),
            (" side=SELL type=MARKET quantity=2.000", "ok"),
            (" side=SELL type=MARKET quantity=0.499999999999999999", "ARGUMENT_TOO_SMALL D 9 rule quantity"),
            (" side=SELL type=MARKET quantity=2.00000000000000001", "ARGUMENT_TOO_LARGE D 9 rule quantity"),
            (" side=SELL type=MARKET quantity=1e0", "ARGUMENT_NEEDED D 9 rule quantity"),
            (" side=SELL type=MARKET quantity=-1", "ARGUMENT_NEEDED D 9 rule quantity"),
            (" side=SELL type=MARKET quoteOrderQty=1", "ARGUMENT_NEEDED D 9 rule quantity"),
        ],
    );
    table(
        "\"spot:order\"",
        "price = { min = \"10\" }",
        ORDER,
        &[
            (" side=SELL type=LIMIT quantity=1 price=10", "ok"),
            (" side=SELL type=LIMIT quantity=1 price=9.99", "ARGUMENT_TOO_SMALL D 9 rule price"),
            (" side=SELL type=MARKET quantity=1 price=10", "ARGUMENT_NEEDED D 9 rule price"),
            (" side=SELL type=LIMIT quantity=1 price=10 pegPriceType=PRIMARY_PEG", "ARGUMENT_NEEDED D 9 rule price"),
        ],
    );
}

#[test]
fn the_notional_is_price_times_quantity_or_the_quote_quantity() {
    table(
        "\"spot:order\"",
        "notional = { max = \"500\" }",
        ORDER,
        &[
            (" side=BUY type=LIMIT quantity=0.01 price=50000", "ok"),
            (" side=BUY type=LIMIT quantity=0.01 price=50000.00000001", "ARGUMENT_TOO_LARGE D 9 rule price"),
            (" side=BUY type=MARKET quoteOrderQty=500", "ok"),
            (" side=BUY type=MARKET quoteOrderQty=500.01", "ARGUMENT_TOO_LARGE D 9 rule quoteOrderQty"),
            (" side=BUY type=MARKET quantity=0.01", "ARGUMENT_NEEDED D 9 rule quantity"),
            (" side=BUY type=MARKET quantity=0.01 quoteOrderQty=5", "ARGUMENT_NEEDED D 9 rule quantity"),
            (" side=BUY type=MARKET", "ARGUMENT_NEEDED D 9 rule quoteOrderQty"),
            (" side=BUY type=LIMIT price=5", "ARGUMENT_NEEDED D 9 rule price"),
        ],
    );
    let image = compile(&allow("\"spot:order\"", "notional = { max = \"500\" }"));
    let over = denied(&image, &format!("{ORDER} side=BUY type=LIMIT quantity=1 price=501"));
    assert_eq!(over.bound(), "500".parse().ok());
    assert_eq!(
        over.to_string(),
        "rule `rule`: the notional with `price` is over what the rule takes; give at most 500"
    );
}

#[test]
fn self_trade_prevention_has_a_clause_of_its_own() {
    table(
        "\"spot:order\"",
        "stp = [\"EXPIRE_MAKER\"]",
        ORDER,
        &[
            (" side=BUY type=MARKET quantity=1 selfTradePreventionMode=EXPIRE_MAKER", "ok"),
            (
                " side=BUY type=MARKET quantity=1 selfTradePreventionMode=NONE",
                "ARGUMENT_NOT_LISTED F 15 i rule selfTradePreventionMode",
            ),
            (" side=BUY type=MARKET quantity=1", "ARGUMENT_NEEDED F 15 i rule selfTradePreventionMode"),
        ],
    );
}

#[test]
fn client_order_ids_fit_a_pattern() {
    table(
        "\"spot:order\"",
        "client_order_id = [\"maker-*\"]",
        ORDER,
        &[
            (" side=BUY type=MARKET quantity=1 newClientOrderId=maker-1", "ok"),
            (
                " side=BUY type=MARKET quantity=1 newClientOrderId=taker-1",
                "ARGUMENT_NOT_LISTED D 9 rule newClientOrderId",
            ),
            (" side=BUY type=MARKET quantity=1", "ARGUMENT_NEEDED D 9 rule newClientOrderId"),
        ],
    );
}

#[test]
fn coins_and_amounts_of_what_moves() {
    let both = "coins = [\"USD?\"]\namount = { max = \"100\" }";
    table(
        "\"wallet:withdraw\"",
        both,
        WITHDRAW,
        &[
            (" coin=USDT address=a amount=100", "ok"),
            (" coin=BTC address=a amount=100", "ARGUMENT_NOT_LISTED D 9 rule coin"),
            (" coin=USDT address=a amount=100.1", "ARGUMENT_TOO_LARGE D 9 rule amount"),
            (" coin=USDT address=a", "ARGUMENT_NEEDED D 9 rule amount"),
        ],
    );
}

#[test]
fn destinations_are_one_entry_whole() {
    let to = "to = [{ coin = \"USDT\", network = \"TRX\", address = \"TA\" }, { coin = \"XRP\", address = \"rX\", tag = \"7\" }]";
    table(
        "\"wallet:withdraw\"",
        to,
        WITHDRAW,
        &[
            (" coin=USDT network=TRX address=TA amount=1", "ok"),
            (" coin=XRP address=rX addressTag=7 amount=1", "ok"),
            (" coin=BTC network=TRX address=TA amount=1", "DESTINATION_NOT_LISTED D 9 rule coin"),
            (" coin=USDT network=ETH address=TA amount=1", "DESTINATION_NOT_LISTED D 9 rule network"),
            (" coin=USDT address=TA amount=1", "DESTINATION_NOT_LISTED D 9 rule network"),
            (" coin=USDT network=TRX address=rX amount=1", "DESTINATION_NOT_LISTED D 9 rule address"),
            (" coin=USDT network=TRX address=TA addressTag=7 amount=1", "DESTINATION_NOT_LISTED D 9 rule addressTag"),
            (" coin=XRP address=rX amount=1", "DESTINATION_NOT_LISTED D 9 rule addressTag"),
            (" coin=USDT network=TRX amount=1", "ARGUMENT_NEEDED D 9 rule address"),
        ],
    );
}

#[test]
fn other_parameters_by_their_names() {
    let asked = "[allow.where]\nworkingType = [\"MARK_*\"]\nlimit = { max = \"50\" }";
    table(
        "\"futures-um:read\"",
        asked,
        "GET /fapi/v1/allOrders symbol=BTCUSDT",
        &[
            (" workingType=MARK_PRICE limit=50", "ok"),
            (" workingType=MARK_PRICE limit=51", "ARGUMENT_TOO_LARGE D 9 rule limit"),
            (" workingType=CONTRACT limit=50", "ARGUMENT_NOT_LISTED D 9 rule workingType"),
            (" limit=51", "ARGUMENT_TOO_LARGE D 9 rule limit"),
            (" limit=50", "ARGUMENT_NEEDED D 9 rule workingType"),
        ],
    );
}

#[test]
fn conditions_are_for_certain_actions_only() {
    let image = compile(&allow("\"spot:any\"", "types = [\"LIMIT\"]\ncoins = [\"BTC\"]"));
    assert!(check(&image, "DELETE /api/v3/order symbol=BTCUSDT orderId=1").is_ok());
    assert!(check(&image, "GET /api/v3/account").is_ok());
    assert_eq!(
        verdict(&image, "POST /api/v3/order/test symbol=BTCUSDT side=BUY type=MARKET"),
        "ARGUMENT_NOT_LISTED D 9 rule type"
    );
}
