#!/usr/bin/env python3
"""Signs an order over REST, ready for any HTTP client. Nothing is sent here."""

from decimal import Decimal

import binsign

# The key of Binance's signature examples. Yours come from the environment, or from a key file by Signer.from_file.
API_KEY = "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A"
SECRET = "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j"
ORDER: dict[str, binsign.Value] = {
    "symbol": "LTCBTC",
    "side": "BUY",
    "type": "LIMIT",
    "timeInForce": "GTC",
    "quantity": 1,
    "price": Decimal("0.1"),
}


def main() -> binsign.SignedRequest:
    with binsign.Signer(API_KEY, SECRET) as signer:
        # The timestamp would be the present time; this is the one of the example.
        order = signer.sign("POST", "/api/v3/order", ORDER, recv_window=5000, timestamp=1499827319559)
    print(order.method, order.url("https://api.binance.com"), *order.headers)
    return order


if __name__ == "__main__":
    main()
