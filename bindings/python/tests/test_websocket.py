"""Requests of the WebSocket API and signed streams: published examples, the JSON that is sent, what is refused."""

import json
from decimal import Decimal
from enum import Enum
from typing import Any

import pytest
from documented import API_KEY, SECRET, encoded, signature, vectors

import binsign

PUBLISHED = [vector for vector in vectors() if vector["transport"] == "ws-api"]
# For session.logon the exchange takes Ed25519 keys only, whatever its examples show.
LOGONS = {"spot-ws-sample-L3378-session.logon", "um-ws-session-logon-sample"}


def signer_of(vector: dict[str, Any]) -> binsign.Signer:
    if vector["key_type"] == "hmac":
        return binsign.Signer(vector["api_key"], vector["secret"])
    return binsign.Signer(vector["api_key"], private_key=vector["private_key_pem"])


def parameters(vector: dict[str, Any]) -> dict[str, Any]:
    """What the caller gives, in no particular order: the times as numbers, without the API key."""
    pairs = [tuple(pair.split("=")) for pair in vector["payload"].split("&")]
    numbers = ("timestamp", "recvWindow", "orderId", "limit")
    params: dict[str, Any] = {name: int(value) if name in numbers else value for name, value in reversed(pairs)}
    assert params.pop("apiKey") == vector["api_key"]
    return params


@pytest.mark.parametrize("vector", PUBLISHED, ids=lambda vector: vector["id"])
def test_published_example(vector: dict[str, Any]) -> None:
    signer, params = signer_of(vector), parameters(vector)
    if vector["id"] in LOGONS:
        with pytest.raises(binsign.Error, match="KEY_TYPE_UNSUITED"):
            signer.sign_ws(vector["endpoint"], params, id="1", family=vector["family"])
        return
    # An example is named after its file; what follows the method there is none of it.
    method = vector["endpoint"]
    signed = signer.sign_ws(method, params, id="1", family=vector["family"])
    assert signed.payload == vector["payload"]
    assert signed.signature == vector["expected_signature"]
    sent = {**params, "apiKey": vector["api_key"], "signature": vector["expected_signature"]}
    assert json.loads(signed.message) == {"id": "1", "method": method, "params": sent}


def test_the_examples_are_all_there() -> None:
    assert len(PUBLISHED) == 26
    assert {vector["id"] for vector in PUBLISHED} >= LOGONS


class Side(Enum):
    SELL = "SELL"


def sent(signer: binsign.Signer, params: binsign.Parameters) -> Any:
    signed = signer.sign_ws("order.place", params, id="1", timestamp=1645423376532)
    return json.loads(signed.message)["params"]


def test_the_type_in_json_follows_the_type_in_python(signer: binsign.Signer) -> None:
    params: dict[str, Any] = {
        "text": 'with "quotes" and \\',
        "number": 5,
        "large": 2**70,
        "decimal": Decimal("1E-8"),
        "float": 1e-5,
        "truth": True,
        "list": ["BTCUSDT", 1, 0.5, Decimal("1.50"), None],
        "dict": {"a": Side.SELL},
        "member": Side.SELL,
        "nothing": None,
    }
    found = sent(signer, params)
    for name in ("apiKey", "timestamp", "signature"):
        found.pop(name)
    assert found == {
        "text": 'with "quotes" and \\',
        "number": 5,
        "large": 2**70,
        # The exchange has its decimals as strings.
        "decimal": "0.00000001",
        "float": "0.00001",
        "truth": True,
        "list": ["BTCUSDT", 1, 0.5, 1.5, None],
        "dict": {"a": "SELL"},
        "member": "SELL",
    }


def test_what_is_signed_is_sorted_raw_and_holds_the_api_key(signer: binsign.Signer) -> None:
    params: dict[str, Any] = {"symbol": "１２３４５６", "side": "SELL", "Zeta": "a b", "list": [1, "x"]}
    signed = signer.sign_ws("order.place", params, id="1", recv_window=Decimal("5000.5"), timestamp=1645423376532)
    pairs = {**params, "list": '[1,"x"]', "apiKey": API_KEY, "recvWindow": "5000.5", "timestamp": "1645423376532"}
    payload = "&".join(f"{name}={value}" for name, value in sorted(pairs.items()))
    assert signed.payload == payload
    assert signed.signature == signature(payload)
    assert '"recvWindow":5000.5,' in signed.message
    assert "１２３４５６" in signed.message


def test_the_present_time_is_a_number(signer: binsign.Signer) -> None:
    signed = signer.sign_ws("account.status", id="1")
    assert isinstance(json.loads(signed.message)["params"]["timestamp"], int)


def test_a_request_of_a_session_carries_neither_key_nor_signature() -> None:
    signed = binsign.in_session_ws(
        "order.status", {"symbol": "BTCUSDT", "orderId": 12569099453}, id="7", timestamp=1660801720951
    )
    assert (signed.payload, signed.signature) == (None, None)
    expected = {"symbol": "BTCUSDT", "orderId": 12569099453, "timestamp": 1660801720951}
    assert json.loads(signed.message) == {"id": "7", "method": "order.status", "params": expected}
    # The exchange wants a timestamp all the same.
    assert "timestamp" in json.loads(binsign.in_session_ws("account.status", id="7").message)["params"]
    # What begins a session is signed.
    with pytest.raises(binsign.Error, match="NOT_FOR_TRANSPORT"):
        binsign.in_session_ws("session.logon", id="7")


def test_public_requests_need_no_key() -> None:
    signed = binsign.public_ws("ticker.price", {"symbol": "BTCUSDT"}, id="9")
    assert json.loads(signed.message) == {"id": "9", "method": "ticker.price", "params": {"symbol": "BTCUSDT"}}
    assert (signed.payload, signed.signature) == (None, None)
    assert json.loads(binsign.public_ws("time", id="9").message) == {"id": "9", "method": "time"}
    with pytest.raises(binsign.Error, match="KEY_MISSING"):
        binsign.public_ws("account.status", {"timestamp": 1660801720951}, id="9")
    time = binsign.public("GET", "/api/v3/time", time_unit="MICROSECOND")
    assert (time.method, time.target, time.headers) == ("GET", "/api/v3/time", {"X-MBX-TIME-UNIT": "MICROSECOND"})
    with pytest.raises(binsign.Error, match="KEY_MISSING"):
        binsign.public("GET", "/api/v3/account", {"timestamp": 1660801720951})
    with pytest.raises(binsign.Denied, match="ROUTE_UNKNOWN"):
        binsign.public("GET", "/api/v3/nonsense")


WRONG: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    ("VALUE_AMBIGUOUS", {"symbol": "A&side=BUY"}, {}),
    ("VALUE_AMBIGUOUS", {"symbol": "A=B"}, {}),
    ("VALUE_AMBIGUOUS", {"symbol": "A\n"}, {}),
    ("API_KEY_GIVEN", {"apiKey": API_KEY}, {}),
    ("TOO_MANY_PARAMETERS", {f"p{number}": "1" for number in range(65)}, {}),
    ("ID_INVALID", {}, {"id": ""}),
    ("ID_INVALID", {}, {"id": "x" * 129}),
    ("VALUE_TYPE", {}, {"id": 1}),
    ("ROUTE_UNKNOWN", {}, {"method": "order.nonsense"}),
    ("ROUTE_UNKNOWN", {}, {"family": "options"}),
    ("SIGNATURE_GIVEN", {"signature": "ab"}, {}),
    ("PARAMETER_TWICE", {"timestamp": 1645423376532}, {"timestamp": 1645423376532}),
]


@pytest.mark.parametrize(("code", "params", "options"), WRONG)
def test_what_is_refused(signer: binsign.Signer, code: str, params: dict[str, Any], options: dict[str, Any]) -> None:
    arguments: dict[str, Any] = {"method": "order.place", "id": "1", **options}
    with pytest.raises(binsign.Refusal) as refused:
        signer.sign_ws(params=params, **arguments)
    assert refused.value.code == code


def test_a_family_that_there_is_not(signer: binsign.Signer) -> None:
    family: Any = "Spot"
    with pytest.raises(ValueError, match="`family` must be one of: spot, sapi, futures-um, futures-cm"):
        signer.sign_ws("order.place", id="1", family=family)


def test_the_opening_of_a_stream_is_sorted(signer: binsign.Signer) -> None:
    params: dict[str, Any] = {"topic": "a topic", "random": "56724ac693184379ae23ffe5e910063c"}
    stream = signer.sign_stream(params, recv_window=30000, timestamp=1753244327210)
    payload = f"random={params['random']}&recvWindow=30000&timestamp=1753244327210&topic={encoded('a topic')}"
    assert stream.payload == payload
    assert stream.signature == signature(payload)
    assert stream.target == f"/sapi/wss?{payload}&signature={signature(payload)}"
    assert stream.url("wss://api.binance.com") == f"wss://api.binance.com{stream.target}"
    assert (stream.method, stream.body, stream.headers) == ("GET", "", {"X-MBX-APIKEY": API_KEY})
    assert repr(stream) == "<SignedRequest GET /sapi/wss>"


def test_a_message_shows_nothing_of_itself_and_cannot_be_changed(signer: binsign.Signer) -> None:
    signed = signer.sign_ws("account.status", id="1")
    assert repr(signed) == str(signed) == "<SignedMessage ws-api>"
    for name in ("message", "payload", "signature"):
        with pytest.raises(AttributeError):
            setattr(signed, name, "x")
    with pytest.raises(TypeError):
        type(signed)()
    with pytest.raises(TypeError, match="neither copied nor pickled"):
        signed.__reduce__()


def test_a_closed_signer_signs_no_message() -> None:
    signer = binsign.Signer(API_KEY, SECRET)
    signer.close()
    for attempt in (
        lambda: signer.sign_ws("account.status", id="1"),
        lambda: signer.sign_stream({}),
        lambda: signer.sign_fix_logon("EXAMPLE"),
    ):
        with pytest.raises(binsign.Error, match="HANDLE_USED_UP"):
            attempt()
