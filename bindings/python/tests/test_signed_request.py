"""What sign gives: all that is to be sent, and nothing that can be changed."""

import pytest
from documented import API_KEY, ORDER, ORDER_SIGNATURE, ORDER_TIME

import binsign


@pytest.fixture
def order(signer: binsign.Signer) -> binsign.SignedRequest:
    return signer.sign("POST", "/api/v3/order", ORDER, recv_window=5000, timestamp=ORDER_TIME)


PAYLOAD = (
    "symbol=LTCBTC&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&price=0.1&recvWindow=5000&timestamp=1499827319559"
)


def test_all_parts_of_the_documented_order(order: binsign.SignedRequest) -> None:
    assert order.method == "POST"
    assert order.payload == PAYLOAD
    assert order.signature == ORDER_SIGNATURE
    assert order.query == f"{PAYLOAD}&signature={ORDER_SIGNATURE}"
    assert order.target == f"/api/v3/order?{order.query}"
    assert order.body == ""
    assert order.headers == {"X-MBX-APIKEY": API_KEY}


def test_a_body_says_what_it_is(signer: binsign.Signer) -> None:
    order = signer.sign("POST", "/api/v3/order", None, ORDER, recv_window=5000, timestamp=ORDER_TIME)
    assert order.body == f"{PAYLOAD}&signature={ORDER_SIGNATURE}"
    assert order.target == "/api/v3/order"
    assert order.headers == {"X-MBX-APIKEY": API_KEY, "Content-Type": "application/x-www-form-urlencoded"}


@pytest.mark.parametrize("base", ["https://api.binance.com", "https://api.binance.com/"])
def test_the_url_is_base_and_target(order: binsign.SignedRequest, base: str) -> None:
    assert order.url(base) == f"https://api.binance.com/api/v3/order?{PAYLOAD}&signature={ORDER_SIGNATURE}"


def test_nothing_can_be_changed(order: binsign.SignedRequest) -> None:
    for name in ["method", "target", "query", "body", "payload", "signature", "headers"]:
        with pytest.raises(AttributeError):
            setattr(order, name, "x")
        with pytest.raises(AttributeError):
            delattr(order, name)
    with pytest.raises(AttributeError):
        order.more = 1  # type: ignore[attr-defined]
    order.headers["X-MBX-APIKEY"] = "changed"
    assert order.headers == {"X-MBX-APIKEY": API_KEY}
    with pytest.raises(TypeError):
        type(order)()


def test_its_repr_shows_method_and_path_only(order: binsign.SignedRequest) -> None:
    assert repr(order) == "<SignedRequest POST /api/v3/order>"
    assert str(order) == repr(order)
    assert f"{order}" == repr(order)


def test_changing_the_parameters_afterwards_changes_nothing(signer: binsign.Signer) -> None:
    params = dict(ORDER)
    order = signer.sign("POST", "/api/v3/order", params, recv_window=5000, timestamp=ORDER_TIME)
    params["quantity"] = "1000"
    assert order.payload == PAYLOAD
