//! The shapes of requests, from `shapes.csv`. Made by `cargo xtask gen`; do not edit.

use super::shape::{Priced, Roles, Shape};

/// The shapes, by number.
pub(super) static SHAPES: [Shape; 28] = [
    // plain
    Shape { first: 0, legs: 1, array: 0, priced: Priced::Never },
    // order
    Shape { first: 1, legs: 1, array: 0, priced: Priced::Spot },
    // futures-order
    Shape { first: 2, legs: 1, array: 0, priced: Priced::Futures },
    // algo-order
    Shape { first: 3, legs: 1, array: 0, priced: Priced::Futures },
    // conditional
    Shape { first: 4, legs: 1, array: 0, priced: Priced::Futures },
    // options-order
    Shape { first: 5, legs: 1, array: 0, priced: Priced::Futures },
    // stocks-order
    Shape { first: 6, legs: 1, array: 0, priced: Priced::Spot },
    // sliced
    Shape { first: 7, legs: 1, array: 0, priced: Priced::Always },
    // convert-limit
    Shape { first: 8, legs: 1, array: 0, priced: Priced::Always },
    // oco-old
    Shape { first: 9, legs: 2, array: 0, priced: Priced::Always },
    // oco
    Shape { first: 11, legs: 2, array: 0, priced: Priced::Spot },
    // oto
    Shape { first: 13, legs: 2, array: 0, priced: Priced::Spot },
    // otoco
    Shape { first: 15, legs: 3, array: 0, priced: Priced::Spot },
    // batch-orders
    Shape { first: 18, legs: 1, array: 51, priced: Priced::Futures },
    // batch-options
    Shape { first: 19, legs: 1, array: 52, priced: Priced::Futures },
    // block-order
    Shape { first: 20, legs: 1, array: 53, priced: Priced::Always },
    // amend
    Shape { first: 21, legs: 1, array: 0, priced: Priced::Always },
    // amend-batch
    Shape { first: 22, legs: 1, array: 51, priced: Priced::Always },
    // amend-quantity
    Shape { first: 23, legs: 1, array: 0, priced: Priced::Never },
    // cancel
    Shape { first: 24, legs: 1, array: 0, priced: Priced::Never },
    // withdraw
    Shape { first: 25, legs: 1, array: 0, priced: Priced::Never },
    // gift-card
    Shape { first: 26, legs: 1, array: 0, priced: Priced::Never },
    // gift-card-buy
    Shape { first: 27, legs: 1, array: 0, priced: Priced::Never },
    // fiat
    Shape { first: 28, legs: 1, array: 0, priced: Priced::Never },
    // transfer
    Shape { first: 29, legs: 1, array: 0, priced: Priced::Never },
    // loan
    Shape { first: 30, legs: 1, array: 0, priced: Priced::Never },
    // loan-repay
    Shape { first: 31, legs: 1, array: 0, priced: Priced::Never },
    // stake
    Shape { first: 32, legs: 1, array: 0, priced: Priced::Never },
];

/// The legs of all shapes.
pub(super) static LEGS: [Roles; 33] = [
    // plain 
    Roles { own: 0x0001, names: [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] },
    // order 
    Roles { own: 0x067f, names: [1, 2, 3, 4, 5, 6, 7, 0, 0, 8, 9, 0, 0, 0, 0, 0] },
    // futures-order 
    Roles { own: 0x07df, names: [1, 2, 3, 4, 5, 0, 7, 10, 11, 8, 9, 0, 0, 0, 0, 0] },
    // algo-order 
    Roles { own: 0x07df, names: [1, 2, 3, 4, 5, 0, 7, 10, 11, 8, 12, 0, 0, 0, 0, 0] },
    // conditional 
    Roles { own: 0x04df, names: [1, 2, 13, 4, 5, 0, 7, 10, 0, 0, 14, 0, 0, 0, 0, 0] },
    // options-order 
    Roles { own: 0x06df, names: [1, 2, 3, 4, 5, 0, 7, 10, 0, 8, 15, 0, 0, 0, 0, 0] },
    // stocks-order 
    Roles { own: 0x047f, names: [1, 2, 16, 4, 5, 17, 7, 0, 0, 0, 15, 0, 0, 0, 0, 0] },
    // sliced 
    Roles { own: 0x04d3, names: [1, 2, 0, 0, 5, 0, 18, 10, 0, 0, 12, 0, 0, 0, 0, 0] },
    // convert-limit 
    Roles { own: 0x0042, names: [0, 2, 0, 0, 0, 0, 18, 0, 0, 0, 0, 0, 0, 0, 0, 0] },
    // oco-old limit
    Roles { own: 0x0440, names: [1, 2, 0, 0, 5, 0, 7, 0, 0, 8, 19, 0, 0, 0, 0, 0] },
    // oco-old stop
    Roles { own: 0x0448, names: [1, 2, 0, 20, 5, 0, 21, 0, 0, 8, 22, 0, 0, 0, 0, 0] },
    // oco above
    Roles { own: 0x044c, names: [1, 2, 23, 24, 5, 0, 25, 0, 0, 8, 26, 0, 0, 0, 0, 0] },
    // oco below
    Roles { own: 0x044c, names: [1, 2, 27, 28, 5, 0, 29, 0, 0, 8, 30, 0, 0, 0, 0, 0] },
    // oto working
    Roles { own: 0x045e, names: [1, 31, 32, 33, 34, 0, 35, 0, 0, 8, 36, 0, 0, 0, 0, 0] },
    // oto pending
    Roles { own: 0x045e, names: [1, 37, 38, 39, 40, 0, 41, 0, 0, 8, 42, 0, 0, 0, 0, 0] },
    // otoco working
    Roles { own: 0x045e, names: [1, 31, 32, 33, 34, 0, 35, 0, 0, 8, 36, 0, 0, 0, 0, 0] },
    // otoco above
    Roles { own: 0x044c, names: [1, 37, 43, 44, 40, 0, 45, 0, 0, 8, 46, 0, 0, 0, 0, 0] },
    // otoco below
    Roles { own: 0x044c, names: [1, 37, 47, 48, 40, 0, 49, 0, 0, 8, 50, 0, 0, 0, 0, 0] },
    // batch-orders 
    Roles { own: 0x07df, names: [1, 2, 3, 4, 5, 0, 7, 10, 11, 8, 9, 0, 0, 0, 0, 0] },
    // batch-options 
    Roles { own: 0x06df, names: [1, 2, 3, 4, 5, 0, 7, 10, 0, 8, 15, 0, 0, 0, 0, 0] },
    // block-order 
    Roles { own: 0x005f, names: [1, 2, 3, 4, 5, 0, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0] },
    // amend 
    Roles { own: 0x0453, names: [1, 2, 0, 0, 5, 0, 7, 0, 0, 0, 54, 0, 0, 0, 0, 0] },
    // amend-batch 
    Roles { own: 0x0453, names: [1, 2, 0, 0, 5, 0, 7, 0, 0, 0, 54, 0, 0, 0, 0, 0] },
    // amend-quantity 
    Roles { own: 0x0411, names: [1, 0, 0, 0, 55, 0, 0, 0, 0, 0, 9, 0, 0, 0, 0, 0] },
    // cancel 
    Roles { own: 0x0401, names: [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 54, 0, 0, 0, 0, 0] },
    // withdraw 
    Roles { own: 0xfc00, names: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 56, 57, 58, 59, 60, 61] },
    // gift-card 
    Roles { own: 0x8800, names: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 62, 0, 0, 0, 61] },
    // gift-card-buy 
    Roles { own: 0x8800, names: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 63, 0, 0, 0, 64] },
    // fiat 
    Roles { own: 0x8800, names: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 65, 0, 0, 0, 61] },
    // transfer 
    Roles { own: 0x8c00, names: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 66, 67, 0, 0, 0, 61] },
    // loan 
    Roles { own: 0x8800, names: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 68, 0, 0, 0, 69] },
    // loan-repay 
    Roles { own: 0x8800, names: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 68, 0, 0, 0, 70] },
    // stake 
    Roles { own: 0x8000, names: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 61] },
];

/// The names of parameters; the first is none.
pub(super) static NAMES: [&str; 71] = [
    "",
    "symbol",
    "side",
    "type",
    "timeInForce",
    "quantity",
    "quoteOrderQty",
    "price",
    "selfTradePreventionMode",
    "newClientOrderId",
    "reduceOnly",
    "closePosition",
    "clientAlgoId",
    "strategyType",
    "newClientStrategyId",
    "clientOrderId",
    "orderType",
    "notional",
    "limitPrice",
    "limitClientOrderId",
    "stopLimitTimeInForce",
    "stopLimitPrice",
    "stopClientOrderId",
    "aboveType",
    "aboveTimeInForce",
    "abovePrice",
    "aboveClientOrderId",
    "belowType",
    "belowTimeInForce",
    "belowPrice",
    "belowClientOrderId",
    "workingSide",
    "workingType",
    "workingTimeInForce",
    "workingQuantity",
    "workingPrice",
    "workingClientOrderId",
    "pendingSide",
    "pendingType",
    "pendingTimeInForce",
    "pendingQuantity",
    "pendingPrice",
    "pendingClientOrderId",
    "pendingAboveType",
    "pendingAboveTimeInForce",
    "pendingAbovePrice",
    "pendingAboveClientOrderId",
    "pendingBelowType",
    "pendingBelowTimeInForce",
    "pendingBelowPrice",
    "pendingBelowClientOrderId",
    "batchOrders",
    "orders",
    "legs",
    "origClientOrderId",
    "newQty",
    "withdrawOrderId",
    "coin",
    "network",
    "address",
    "addressTag",
    "amount",
    "token",
    "baseToken",
    "baseTokenAmount",
    "currency",
    "clientTranId",
    "asset",
    "loanCoin",
    "loanAmount",
    "repayAmount",
];
