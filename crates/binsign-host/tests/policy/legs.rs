//! Every order of a batch, and every leg of an order list, is looked at by itself.

use crate::support::{allow, compile, verdict};

/// The batches of the futures, with `+` for a blank.
const BATCH: &str = "POST /fapi/v1/batchOrders batchOrders=";

#[test]
fn every_order_of_a_batch_is_looked_at() {
    let image = compile(&allow("\"futures-um:order\"", "symbols = [\"BTCUSDT\"]\nnotional = { max = \"100\" }"));
    let order = |symbol: &str, price: &str| {
        format!(r#"{{"symbol":"{symbol}","side":"BUY","type":"LIMIT","quantity":"1","price":{price}}}"#)
    };
    let of = |orders: &[String]| verdict(&image, &format!("{BATCH}[{}]", orders.join(",")));
    let good = order("BTCUSDT", "\"100\"");
    assert_eq!(of(&[good.clone(), good.clone()]), "ok");
    assert_eq!(of(&[good.clone(), order("BTCUSDT", "100.0")]), "ok");
    let third = |bad: String| of(&[good.clone(), good.clone(), bad]);
    assert_eq!(third(order("ETHUSDT", "1")), "ARGUMENT_NOT_LISTED D 9 rule batchOrders[2].symbol");
    assert_eq!(third(order("BTCUSDT", "100.1")), "ARGUMENT_TOO_LARGE D 9 rule batchOrders[2].price");
    assert_eq!(third(order("BTCUSDT", "1e0")), "ARGUMENT_NEEDED D 9 rule batchOrders[2].price");
    assert_eq!(third(order("BTCUSDT", "\"1\",\"price\":\"999\"")), "ARGUMENT_NEEDED D 9 rule batchOrders[2].price");
    assert_eq!(third(order("BTCUSDT", "\"\\u0031\"")), "ARGUMENT_NEEDED D 9 rule batchOrders[2].price");
    assert_eq!(
        third(order("BTCUSDT", "\"1\",\"priceMatch\":\"QUEUE\"")),
        "ARGUMENT_NEEDED D 9 rule batchOrders[2].price"
    );
    // A hidden second symbol, and one with an escaped name.
    assert_eq!(
        third(order("BTCUSDT", "\"1\",\"symbol\":\"ETHUSDT\"")),
        "ARGUMENT_NEEDED D 9 rule batchOrders[2].symbol"
    );
    assert_eq!(third(order("BTCUSDT", "\"1\",\"symbo\\u006c\":\"ETHUSDT\"")), "ARGUMENT_NEEDED D 9 rule batchOrders");
}

#[test]
fn what_is_no_array_of_objects_is_refused() {
    let image = compile(&allow("\"futures-um:order\"", "symbols = [\"BTCUSDT\"]"));
    let nested =
        |depth: usize| format!("[{{\"symbol\":\"BTCUSDT\",\"x\":{}{}}}]", "[".repeat(depth), "]".repeat(depth));
    let many = |count: usize| format!("[{}]", vec![r#"{"symbol":"BTCUSDT"}"#; count].join(","));
    for good in [many(1), many(100), nested(14), "+[+{+\"symbol\"+:+\"BTCUSDT\"+}+]+".to_owned()] {
        assert_eq!(verdict(&image, &format!("{BATCH}{good}")), "ok", "{good}");
    }
    for bad in [
        "[]",
        "{}",
        "",
        "[1]",
        "[[]]",
        "[{}]x",
        "[{\"symbol\":\"BTCUSDT\"}",
        "[{\"symbol\":\"BTCUSDT\",}]",
        &many(101),
        &nested(15),
    ] {
        assert_eq!(verdict(&image, &format!("{BATCH}{bad}")), "ARGUMENT_NEEDED D 9 rule batchOrders", "{bad}");
    }
    assert_eq!(verdict(&image, "POST /fapi/v1/batchOrders"), "ARGUMENT_NEEDED D 9 rule batchOrders");
}

#[test]
fn both_sides_of_an_order_list_are_looked_at() {
    let image = compile(&allow("\"spot:order\"", "price = { max = \"100\" }"));
    let oco = "POST /api/v3/orderList/oco symbol=BTCUSDT side=SELL quantity=1 aboveType=LIMIT_MAKER belowType=STOP_LOSS_LIMIT";
    assert_eq!(verdict(&image, &format!("{oco} abovePrice=100 belowPrice=90")), "ok");
    assert_eq!(
        verdict(&image, &format!("{oco} abovePrice=101 belowPrice=90")),
        "ARGUMENT_TOO_LARGE D 9 rule abovePrice"
    );
    assert_eq!(
        verdict(&image, &format!("{oco} abovePrice=100 belowPrice=101")),
        "ARGUMENT_TOO_LARGE D 9 rule belowPrice"
    );
    assert_eq!(verdict(&image, &format!("{oco} abovePrice=100")), "ARGUMENT_NEEDED D 9 rule belowPrice");
    let pegged = format!("{oco} abovePrice=100 belowPrice=90 belowPegPriceType=PRIMARY_PEG");
    assert_eq!(verdict(&image, &pegged), "ARGUMENT_NEEDED D 9 rule abovePrice");
}

#[test]
fn what_replaces_an_order_is_an_order() {
    let image = compile(&allow("\"spot:order\"", "notional = { max = \"100\" }"));
    let replace = "POST /api/v3/order/cancelReplace symbol=BTCUSDT side=BUY type=LIMIT cancelReplaceMode=STOP_ON_FAILURE cancelOrderId=1 quantity=1";
    assert_eq!(verdict(&image, &format!("{replace} price=100")), "ok");
    assert_eq!(verdict(&image, &format!("{replace} price=101")), "ARGUMENT_TOO_LARGE D 9 rule price");
}

#[test]
fn the_websocket_api_has_the_same_rules() {
    let image = compile(&allow("\"spot:order\"", "notional = { max = \"100\" }"));
    let place = "ws spot order.place symbol=BTCUSDT side=BUY type=LIMIT quantity=1";
    assert_eq!(verdict(&image, &format!("{place} price=100")), "ok");
    assert_eq!(verdict(&image, &format!("{place} price=101")), "ARGUMENT_TOO_LARGE D 9 rule price");
}
