#!/usr/bin/env python3
"""Signs by a policy, in tasks that share its limits, and learns from the exchange's answers. Nothing is sent here."""

import asyncio

import binsign

# The key of Binance's signature examples.
API_KEY = "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A"
SECRET = "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j"
POLICY = binsign.Policy.from_toml("""
policy = "binsign 1"
name = "btc-maker"
version = 1
purpose = "quotes BTCUSDT on Spot"
permissions = ["enableReading", "enableSpotAndMarginTrading"]

[[allow]]
name = "quotes"
routes = ["spot:trade"]
symbols = ["BTCUSDT"]
types = ["LIMIT_MAKER"]
notional = { max = "500" }

[[limit]]
name = "orders a minute"
count = "orders"
max = "3"
per = "1m"
""")


async def quote(signer: binsign.Signer, price: int) -> str:
    order: dict[str, binsign.Value] = {
        "symbol": "BTCUSDT",
        "side": "BUY",
        "type": "LIMIT_MAKER",
        "quantity": "0.01",
        "price": price,
    }
    try:
        request = signer.sign("POST", "/api/v3/order", order)
    except binsign.Denied as denied:
        return f"{price}: {denied.code}, rule {denied.rule}, clause {denied.clause}"
    await asyncio.sleep(0)  # Here an HTTP client would send it.
    observed = signer.observe(request, 200, {"X-MBX-USED-WEIGHT-1M": "1"}, b"{}")
    return f"{price}: {observed.meaning}"


async def main() -> list[str]:
    with binsign.Signer(API_KEY, SECRET, policy=POLICY) as signer:
        outcomes = await asyncio.gather(*(quote(signer, price) for price in (29_998, 29_999, 60_000, 30_000, 30_001)))
        # Kept before the next start: the bytes, and apart from them the number.
        saved, sequence = signer.state()
    print(f"state {sequence}: {len(saved)} bytes")
    return outcomes


if __name__ == "__main__":
    print("\n".join(asyncio.run(main())))
