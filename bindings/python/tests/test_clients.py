"""The recipes of README.md: each client would send exactly what was signed. Nothing is sent here."""

import asyncio
from typing import Any

import aiohttp
import httpx
import pytest
import requests
import yarl
from documented import ORDER, ORDER_TIME

import binsign

BASE = "https://api.binance.com"

# All that encoders disagree about: blank, plus, tilde, star, comma, brackets, quotes, percent, non-ASCII.
AWKWARD: dict[str, binsign.Value] = {
    **ORDER,
    "note": " +~*,:@/?[]{}\"'%41%zz|\\^`é１\U0001f600",
    "symbols": ["BTCUSDT", "A B"],
    "a[0]": "(1)!",
}

REQUESTS: dict[str, tuple[Any, ...]] = {
    "query": ("POST", "/api/v3/order", AWKWARD, None),
    "body": ("POST", "/api/v3/order", None, AWKWARD),
    "both": ("POST", "/api/v3/order", ORDER, {"note": AWKWARD["note"]}),
    "get": ("GET", "/api/v3/account", {"omitZeroBalances": True, "note": AWKWARD["note"]}, None),
    "delete": ("DELETE", "/api/v3/order", AWKWARD, None),
    "public": ("GET", "/api/v3/time", None, None),
}


@pytest.fixture(params=list(REQUESTS.values()), ids=list(REQUESTS))
def signed(signer: binsign.Signer, request: pytest.FixtureRequest) -> binsign.SignedRequest:
    timestamp = binsign.NOW if request.param[1] == "/api/v3/time" else ORDER_TIME
    return signer.sign(*request.param, timestamp=timestamp)


def assert_sent(signed: binsign.SignedRequest, method: str | None, target: str, body: bytes, headers: object) -> None:
    assert (method, target, body) == (signed.method, signed.target, signed.body.encode())
    sent = {str(name).lower(): value for name, value in dict(headers).items()}  # type: ignore[call-overload]
    for name in ["X-MBX-APIKEY", "Content-Type"]:
        # Nothing of its own in place of what binsign says, and no key where none belongs.
        if name in signed.headers or name == "X-MBX-APIKEY":
            assert sent.get(name.lower()) == signed.headers.get(name)


def test_requests(signed: binsign.SignedRequest) -> None:
    request = requests.Request(signed.method, signed.url(BASE), data=signed.body, headers=signed.headers)
    with requests.Session() as session:
        session.trust_env = False
        prepared = session.prepare_request(request)
    body = prepared.body or b""
    sent = body.encode() if isinstance(body, str) else body
    assert_sent(signed, prepared.method, prepared.path_url, sent, prepared.headers)


def test_httpx(signed: binsign.SignedRequest) -> None:
    with httpx.Client(trust_env=False) as client:
        request = client.build_request(signed.method, signed.url(BASE), content=signed.body, headers=signed.headers)
        assert client.follow_redirects is False
    assert_sent(signed, request.method, request.url.raw_path.decode(), request.read(), request.headers)


class _Caught(Exception):
    """Ends a request before anything is sent."""


def test_aiohttp(signed: binsign.SignedRequest) -> None:
    caught: list[aiohttp.ClientRequest] = []

    class Connector(aiohttp.BaseConnector):
        async def connect(self, req: aiohttp.ClientRequest, *_: object, **__: object) -> aiohttp.connector.Connection:
            caught.append(req)
            raise _Caught

    async def send() -> bytes:
        async with aiohttp.ClientSession(connector=Connector()) as session:
            url = yarl.URL(signed.url(BASE), encoded=True)
            with pytest.raises(_Caught):
                await session.request(
                    signed.method, url, data=signed.body.encode(), headers=signed.headers, allow_redirects=False
                )
        body = caught[0].body
        return body if isinstance(body, bytes) else await body.as_bytes()

    body = asyncio.run(send())
    assert_sent(signed, caught[0].method, caught[0].url.raw_path_qs, body, caught[0].headers)


def test_aiohttp_needs_the_url_as_encoded(signer: binsign.Signer) -> None:
    # Why the recipe says so: yarl encodes a plain text anew.
    signed = signer.sign("POST", "/api/v3/order", AWKWARD)
    assert yarl.URL(signed.url(BASE)).raw_path_qs != signed.target
