"""The arguments of Signer and sign: what they take, where it goes, and what is refused."""

import time
from collections import ChainMap, OrderedDict, UserDict, UserList, deque
from collections.abc import Callable
from decimal import Decimal
from types import MappingProxyType
from typing import Any

import pytest
from documented import API_KEY, ORDER, ORDER_SIGNATURE, ORDER_TIME, SECRET

import binsign

ORDER_ROUTE = ("POST", "/api/v3/order")


@pytest.mark.parametrize(
    "params",
    [
        ORDER,
        list(ORDER.items()),
        tuple(ORDER.items()),
        [list(pair) for pair in ORDER.items()],
        MappingProxyType(ORDER),
        OrderedDict(ORDER),
        UserDict(ORDER),
        UserList(ORDER.items()),
        deque(ORDER.items()),
        ChainMap(ORDER),
        [*ORDER.items(), ("stopPrice", None)],
        {**ORDER, "quantity": 1, "price": Decimal("0.1")},
    ],
    ids=lambda params: type(params).__name__,
)
def test_parameters_as_mapping_or_pairs(signer: binsign.Signer, params: Any) -> None:
    request = signer.sign(*ORDER_ROUTE, params, recv_window=5000, timestamp=ORDER_TIME)
    assert request.signature == ORDER_SIGNATURE
    in_body = signer.sign(*ORDER_ROUTE, None, params, recv_window=5000, timestamp=ORDER_TIME)
    assert in_body.signature == ORDER_SIGNATURE
    assert in_body.query == ""
    assert in_body.body.endswith(f"&recvWindow=5000&timestamp={ORDER_TIME}&signature={ORDER_SIGNATURE}")


@pytest.mark.parametrize("secret", [SECRET, SECRET.encode()], ids=["str", "bytes"])
def test_the_secret_as_text_or_bytes(secret: str | bytes) -> None:
    signer = binsign.Signer(api_key=API_KEY, secret=secret)
    assert signer.sign(*ORDER_ROUTE, ORDER, recv_window=5000, timestamp=ORDER_TIME).signature == ORDER_SIGNATURE


@pytest.mark.parametrize("recv_window", [5000, "5000", Decimal(5000), 5000.0], ids=["int", "str", "Decimal", "float"])
@pytest.mark.parametrize("timestamp", [ORDER_TIME, str(ORDER_TIME)], ids=["int", "str"])
def test_window_and_time_as_number_or_text(signer: binsign.Signer, recv_window: Any, timestamp: Any) -> None:
    request = signer.sign(*ORDER_ROUTE, ORDER, recv_window=recv_window, timestamp=timestamp)
    assert request.signature == ORDER_SIGNATURE


def stamped(request: binsign.SignedRequest) -> int:
    assert request.payload is not None
    return int(request.payload.rpartition("timestamp=")[2])


@pytest.mark.parametrize("arguments", [{}, {"timestamp": binsign.NOW}], ids=["left out", "NOW"])
def test_the_present_time_is_the_default(signer: binsign.Signer, arguments: dict[str, Any]) -> None:
    before = time.time_ns() // 1_000_000
    request = signer.sign(*ORDER_ROUTE, {"symbol": "A"}, **arguments)
    assert before <= stamped(request) <= time.time_ns() // 1_000_000


def test_a_time_among_the_parameters_is_the_one_that_is_sent(signer: binsign.Signer) -> None:
    for place in ["params", "body"]:
        request = signer.sign(*ORDER_ROUTE, **{place: {"timestamp": ORDER_TIME, "symbol": "A"}})  # type: ignore[arg-type]
        assert request.payload == f"timestamp={ORDER_TIME}&symbol=A"
    # Left out as None, it is not there.
    assert stamped(signer.sign(*ORDER_ROUTE, {"timestamp": None})) > ORDER_TIME
    with pytest.raises(binsign.Error, match="PARAMETER_TWICE"):
        signer.sign(*ORDER_ROUTE, {"timestamp": ORDER_TIME}, timestamp=ORDER_TIME)


def test_no_time_where_none_is_wanted(signer: binsign.Signer) -> None:
    assert signer.sign(*ORDER_ROUTE, {"symbol": "A"}, timestamp=None).payload == "symbol=A"
    # A route without signature gets neither time nor signature nor, where it is public, the API key.
    public = signer.sign("GET", "/api/v3/time")
    assert (public.target, public.payload, public.signature, public.headers) == ("/api/v3/time", None, None, {})


def test_now_is_one_object_that_survives_copying() -> None:
    import copy
    import pickle

    assert repr(binsign.NOW) == "binsign.NOW"
    assert copy.deepcopy(binsign.NOW) is binsign.NOW
    assert pickle.loads(pickle.dumps(binsign.NOW)) is binsign.NOW
    with pytest.raises(TypeError):
        type(binsign.NOW)()


WRONG: list[Any] = [None, 1, 0.5, b"GET", [], {}, object(), True]


@pytest.mark.parametrize("value", WRONG, ids=lambda value: type(value).__name__)
def test_arguments_of_a_wrong_type(signer: binsign.Signer, value: Any) -> None:
    calls: dict[str, Callable[[], object]] = {
        "method": lambda: signer.sign(value, "/api/v3/order"),
        "path": lambda: signer.sign("POST", value),
        "api_key": lambda: binsign.Signer(value, SECRET),
        "base": lambda: signer.sign("GET", "/api/v3/time").url(value),
    }
    if value is not None and not isinstance(value, bytes):
        calls["secret"] = lambda: binsign.Signer(API_KEY, value)
        calls["private_key"] = lambda: binsign.Signer(API_KEY, private_key=value)
        calls["public_key"] = lambda: binsign.ExternalSigner(API_KEY, "RSA", public_key=value)
    for name, call in calls.items():
        with pytest.raises(binsign.Error) as refused:
            call()
        assert refused.value.code == "VALUE_TYPE"
        assert refused.value.message.startswith(f"parameter `{name}` ")
        assert SECRET not in str(refused.value)


@pytest.mark.parametrize("value", ["symbol=A", b"a", 1, 0.5, {"a"}, object(), True, iter([("a", "b")])])
@pytest.mark.parametrize("name", ["params", "body"])
def test_parameters_of_a_wrong_type(signer: binsign.Signer, name: str, value: Any) -> None:
    with pytest.raises(binsign.Error) as refused:
        signer.sign(*ORDER_ROUTE, **{name: value})
    assert refused.value.code == "VALUE_TYPE"


@pytest.mark.parametrize(
    "pair", ["ab", ("a",), ("a", "b", "c"), {"a": "b"}, None, 1, (1, "b"), (None, "b"), (b"a", "b")]
)
def test_pairs_that_are_none(signer: binsign.Signer, pair: Any) -> None:
    with pytest.raises(binsign.Error) as refused:
        signer.sign(*ORDER_ROUTE, [("symbol", "A"), pair])
    assert refused.value.code == "VALUE_TYPE"
    assert refused.value.message.startswith("parameter 2 ")


@pytest.mark.parametrize("value", [b"5000", float("nan"), object()])
def test_window_and_time_of_a_wrong_type(signer: binsign.Signer, value: Any) -> None:
    for name in ["recv_window", "timestamp"]:
        with pytest.raises(binsign.Error) as refused:
            signer.sign(*ORDER_ROUTE, **{name: value})
        assert refused.value.code == "VALUE_TYPE"
        assert refused.value.message.startswith(f"parameter `{name}` ")


def test_what_is_missing_or_too_much_is_a_type_error_of_python(signer: binsign.Signer) -> None:
    call: Any = signer.sign
    cls: Any = binsign.Signer
    attempts: list[Callable[[], object]] = [
        lambda: call(),
        lambda: call("GET"),
        lambda: call("GET", "/api/v3/time", price=1),
        lambda: call("GET", "/api/v3/time", None, None, 5000),
        lambda: cls(),
        lambda: cls(API_KEY),
        lambda: cls(API_KEY, SECRET, "more"),
        lambda: call("GET", "/api/v3/time", timestamp=None, time=1),
    ]
    for attempt in attempts:
        with pytest.raises(TypeError) as raised:
            attempt()
        assert SECRET not in str(raised.value)


def test_a_closed_signer_signs_nothing(signer: binsign.Signer) -> None:
    signer.close()
    signer.close()
    attempts: list[Callable[[], object]] = [lambda: signer.sign("GET", "/api/v3/account"), signer.__enter__]
    for attempt in attempts:
        with pytest.raises(binsign.Error) as refused:
            attempt()
        assert (refused.value.code, refused.value.number) == ("HANDLE_USED_UP", 112)
    assert repr(signer) == "<Signer HMAC>"


def test_a_with_block_closes_at_its_end_whatever_happens() -> None:
    with binsign.Signer(API_KEY, SECRET) as signer:
        assert signer.sign("GET", "/api/v3/account").signature
    with pytest.raises(binsign.Error, match="HANDLE_USED_UP"):
        signer.sign("GET", "/api/v3/account")

    again = binsign.Signer(API_KEY, SECRET)
    with pytest.raises(ZeroDivisionError), again:
        print(1 / 0)
    with pytest.raises(binsign.Error, match="HANDLE_USED_UP"):
        again.sign("GET", "/api/v3/account")
