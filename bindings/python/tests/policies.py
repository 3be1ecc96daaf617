"""Policies for the tests, as a trader would write them."""

import binsign

NOW = 1_700_000_000_000
"""A moment in 2023."""

MAKER = """
policy = "binsign 1"
name = "btc-maker"
version = 3
purpose = "quotes BTCUSDT on Spot"
app = "maker"
permissions = ["enableReading", "enableSpotAndMarginTrading"]

[[allow]]
name = "look"
routes = ["spot:reading", "any:session"]

[[allow]]
name = "quotes"
routes = ["spot:trade"]
symbols = ["BTCUSDT"]
notional = { max = "500" }

[[forbid]]
name = "no funds leave"
routes = ["any:withdraw", "any:transfer"]

[[limit]]
name = "orders an hour"
count = "orders"
max = "20"
per = "1h"
"""

ORDER: dict[str, binsign.Value] = {
    "symbol": "BTCUSDT",
    "side": "BUY",
    "type": "LIMIT_MAKER",
    "quantity": "0.01",
    "price": "30000",
}

ACCOUNT = "/api/v3/account"


def maker() -> binsign.Policy:
    return binsign.Policy.from_toml(MAKER)
