"""Messages as binsign makes them, through a WebSocket client, to a server that verifies them."""

import json
import sys
from collections.abc import Iterator
from decimal import Decimal

import binsign
import pytest
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from websockets.sync.client import ClientConnection, connect

from shapes import ACCOUNT, NOW
from ws_exchange import Keys, WsExchange, payload

# The key of Binance's FIX example.
ED25519_API_KEY = "sBRXrJx2DsOraMXOaUovEhgVRcjOvCtQwnWj8VxkOh1xqboS02SPGfKi2h8spZJb"
ED25519_PEM = (
    "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIIJEYWtGBrhACmb9Dvy+qa8WEf0lQOl1s4CLIAB9m89u\n"
    "-----END PRIVATE KEY-----\n"
)
HMAC = binsign.Signer(ACCOUNT.api_key, ACCOUNT.secret)
ED25519 = binsign.Signer(ED25519_API_KEY, private_key=ED25519_PEM)


@pytest.fixture
def connection() -> Iterator[ClientConnection]:
    public = load_pem_private_key(ED25519_PEM.encode(), None).public_key()
    keys = Keys({ACCOUNT.api_key: ACCOUNT.secret}, {ED25519_API_KEY: public})  # type: ignore[dict-item]
    with WsExchange(keys, NOW) as server, connect(server.url) as client:
        yield client


def ask(connection: ClientConnection, message: str) -> int:
    """The status; an error's code is negative."""
    connection.send(message)
    answer = json.loads(connection.recv())
    assert answer["id"] == json.loads(message)["id"]
    return int(answer["error"]["code"] if "error" in answer else answer["status"])


def test_the_judge_is_judged() -> None:
    """The published example of web-socket-api.md, with its published signature."""
    params = {
        "symbol": "BTCUSDT", "side": "SELL", "type": "LIMIT", "timeInForce": "GTC", "quantity": "0.01000000",
        "price": "52000.00", "recvWindow": 100, "timestamp": 1645423376532, "apiKey": ACCOUNT.api_key,
    }  # fmt: skip
    keys = Keys({ACCOUNT.api_key: ACCOUNT.secret}, {})
    good = "aa1b5712c094bc4e57c05a1a5c1fd8d88dcd628338ea863fec7b88e59fe2db24"
    assert keys.verifies(ACCOUNT.api_key, payload(params), good)
    assert not keys.verifies(ACCOUNT.api_key, payload(params | {"price": "52000.0"}), good)


@pytest.mark.parametrize("signer", [HMAC, ED25519], ids=["hmac", "ed25519"])
def test_signed_messages_are_taken(connection: ClientConnection, signer: binsign.Signer) -> None:
    values = {"symbol": "币安人生USDT", "price": Decimal("0.00000010"), "strategyId": sys.maxsize, "note": 'a "b" \\ c'}
    message = signer.sign_ws("order.place", values, id="a-1", timestamp=NOW, recv_window=5000).message
    assert ask(connection, message) == 200
    # What a client that serialises again does: harmless for members, not for values.
    assert ask(connection, json.dumps(dict(reversed(json.loads(message).items())))) == 200
    assert ask(connection, message.replace("0.0000001", "0.0000002")) == -1022


def test_a_session_is_opened_used_and_overridden(connection: ClientConnection) -> None:
    in_session = binsign.in_session_ws("account.status", id="2", timestamp=NOW).message
    assert ask(connection, in_session) == -1102
    assert ask(connection, ED25519.sign_ws("session.logon", id="1", timestamp=NOW).message) == 200
    assert ask(connection, in_session) == 200
    assert ask(connection, HMAC.sign_ws("account.status", id="3", timestamp=NOW).message) == 200
    assert ask(connection, binsign.public_ws("ping", id="4").message) == 200
    assert ask(connection, binsign.in_session_ws("account.status", id="5", timestamp=NOW + 1000).message) == -1021
    with pytest.raises(binsign.Error, match="Ed25519"):
        HMAC.sign_ws("session.logon", id="6", timestamp=NOW)
