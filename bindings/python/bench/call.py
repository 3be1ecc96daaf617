#!/usr/bin/env python3
"""How long one call takes: Binance's documented order, eight parameters, signed by binsign and by the standard library.

Prints the median of many rounds, in microseconds a call.
"""

import hashlib
import hmac
import statistics
import timeit
from collections.abc import Callable
from decimal import Decimal
from urllib.parse import urlencode

import binsign

API_KEY = "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A"
SECRET = "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j"
ORDER = {"symbol": "LTCBTC", "side": "BUY", "type": "LIMIT", "timeInForce": "GTC", "quantity": "1", "price": "0.1"}
NUMBERS: dict[str, binsign.Value] = {**ORDER, "quantity": 1, "price": Decimal("0.1")}
TIME = 1499827319559
TARGET = (
    "/api/v3/order?symbol=LTCBTC&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&price=0.1&recvWindow=5000"
    "&timestamp=1499827319559&signature=c8db56825ae71d6d79447849e617115f4a920fa2acdcab2b053c4b2838bd6b71"
)

# Twenty rules, of which the last but one lets the order pass.
POLICY = """
policy = "binsign 1"
name = "bench"
version = 1
purpose = "is measured"
permissions = ["enableReading", "enableSpotAndMarginTrading"]
""" + "".join(
    f"""
[[allow]]
name = "rule {number}"
routes = ["spot:trade"]
symbols = ["{symbol}"]
types = ["LIMIT", "LIMIT_MAKER"]
notional = {{ max = "500" }}
"""
    for number, symbol in enumerate([*("BTCUSDT",) * 18, "LTCBTC", "ETHUSDT"])
)
LIMIT = """
[[limit]]
name = "orders"
count = "orders"
max = "4000000000"
per = "1m"
"""

signer = binsign.Signer(API_KEY, SECRET)
by_policy = binsign.Signer(API_KEY, SECRET, policy=binsign.Policy.from_toml(POLICY))
by_limit = binsign.Signer(API_KEY, SECRET, policy=binsign.Policy.from_toml(POLICY + LIMIT))


def with_binsign() -> str:
    return signer.sign("POST", "/api/v3/order", ORDER, recv_window=5000, timestamp=TIME).target


def with_binsign_and_numbers() -> str:
    return signer.sign("POST", "/api/v3/order", NUMBERS, recv_window=5000, timestamp=TIME).target


def with_standard_library() -> str:
    payload = urlencode({**ORDER, "recvWindow": 5000, "timestamp": TIME})
    signature = hmac.new(SECRET.encode(), payload.encode(), hashlib.sha256).hexdigest()
    return f"/api/v3/order?{payload}&signature={signature}"


def with_binsign_now() -> str:
    return signer.sign("POST", "/api/v3/order", ORDER, recv_window=5000).target


def with_binsign_by_policy() -> str:
    return by_policy.sign("POST", "/api/v3/order", ORDER, recv_window=5000).target


def with_binsign_by_limit() -> str:
    return by_limit.sign("POST", "/api/v3/order", ORDER, recv_window=5000).target


def only_check() -> str:
    by_limit.check("POST", "/api/v3/order", ORDER, recv_window=5000)
    return ""


def median_us(call: Callable[[], str], calls: int = 10_000, rounds: int = 41) -> float:
    return statistics.median(timeit.repeat(call, number=calls, repeat=rounds)) / calls * 1e6


def main() -> None:
    for name, call in [
        ("binsign, text", with_binsign),
        ("binsign, int and Decimal", with_binsign_and_numbers),
        ("hmac + urlencode", with_standard_library),
    ]:
        assert call() == TARGET
        print(f"{name:25} {median_us(call):6.2f} us")
    # Fewer calls: a thousand in a second take a second of the timestamps, which must not run ahead of the clock.
    for name, call in [
        ("binsign, now", with_binsign_now),
        ("by a policy of 20 rules", with_binsign_by_policy),
        ("and a limit", with_binsign_by_limit),
        ("the verdict alone", only_check),
    ]:
        print(f"{name:25} {median_us(call, 500, 9):6.2f} us")


if __name__ == "__main__":
    main()
