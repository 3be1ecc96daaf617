#!/usr/bin/env python3
"""Opens a session of the WebSocket API, and places an order in it. Nothing is sent here: `send` would be a client's."""

from collections.abc import Callable
from decimal import Decimal

import binsign

# The private key of a test of Binance's Java connector: the exchange takes Ed25519 keys for session.logon.
API_KEY = "apiKey"
PRIVATE_KEY = """-----BEGIN PRIVATE KEY-----
MC4CAQAwBQYDK2VwBCIEILpXm6EtDzSzPJWHTbP904h5R3bzb0QsLjTf1tAt2OlB
-----END PRIVATE KEY-----"""


def main(send: Callable[[str], object] = print) -> None:
    with binsign.Signer(API_KEY, private_key=PRIVATE_KEY) as signer:
        send(signer.sign_ws("session.logon", id="1").message)
        # Without a session each request is signed.
        send(signer.sign_ws("account.commission", {"symbol": "BTCUSDT"}, id="2").message)

    # From here on no key is needed: the connection is logged on.
    order: dict[str, binsign.Value] = {"symbol": "BTCUSDT", "side": "SELL", "type": "LIMIT", "timeInForce": "GTC"}
    order |= {"quantity": Decimal("0.01"), "price": Decimal("52000.00")}
    send(binsign.in_session_ws("order.place", order, id="3", recv_window=5000).message)


if __name__ == "__main__":
    main()
