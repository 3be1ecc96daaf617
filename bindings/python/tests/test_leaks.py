"""No memory is lost: not by signing, not by refusing, not by making signers."""

import os
import sys
from collections.abc import Callable
from decimal import Decimal

import pytest
from documented import API_KEY, ORDER, SECRET

import binsign


def resident() -> int:
    """This process's resident memory in bytes."""
    with open("/proc/self/statm") as statm:
        return int(statm.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def refused(signer: binsign.Signer, *arguments: object) -> None:
    try:
        signer.sign(*arguments)  # type: ignore[arg-type]
    except binsign.Refusal:
        return
    raise AssertionError("was signed")


VALUES: dict[str, binsign.Value] = {
    "int": 10**30,
    "decimal": Decimal("1E-8"),
    "list": [{"a": [1, Decimal("2.50")]}],
    "text": "１２３",
}

ELSEWHERE = binsign.ExternalSigner(API_KEY, "HMAC", lambda payload: bytes(32))

CALLS: dict[str, Callable[[binsign.Signer], object]] = {
    "sign": lambda signer: signer.sign("POST", "/api/v3/order", ORDER, recv_window=5000),
    "all parts": lambda signer: [
        getattr(signer.sign("POST", "/api/v3/order", None, ORDER), name)
        for name in ("target", "query", "body", "payload", "signature", "headers")
    ],
    "values": lambda signer: signer.sign("POST", "/api/v3/order", VALUES, list(ORDER.items())),
    "error": lambda signer: refused(signer, "POST", "/api/v3/order", {"a": "1", "price": float("nan")}),
    "denied": lambda signer: refused(signer, "PUT", "/api/v3/order", ORDER),
    "message": lambda signer: signer.sign_ws("order.place", VALUES | {"text": "a"}, id="1").message,
    "key elsewhere": lambda signer: ELSEWHERE.sign("POST", "/api/v3/order", ORDER).signature,
    "never finished": lambda signer: ELSEWHERE.begin("POST", "/api/v3/order", ORDER).payload,
    "signer": lambda signer: binsign.Signer(API_KEY, SECRET),
}


@pytest.mark.skipif(sys.platform != "linux", reason="the resident memory is read as Linux shows it")
@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
def test_a_hundred_thousand_calls_lose_nothing(
    signer: binsign.Signer, call: Callable[[binsign.Signer], object]
) -> None:
    for _ in range(5_000):
        call(signer)
    before = resident()
    for _ in range(100_000):
        call(signer)
    # A loss of one small object a call would be millions of bytes.
    assert resident() - before < 1_000_000
