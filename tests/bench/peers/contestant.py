#!/usr/bin/env python3
"""Answers the driver for one package for Python: `contestant.py PACKAGE`, in an environment that has the package.

Each signs as its own request functions do, up to the bytes that would be sent; nothing is sent.
"""

import sys
import time
from collections.abc import Callable
from importlib.metadata import version
from typing import Any
from urllib.parse import unquote

API_KEY = "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A"
SECRET = "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j"
# A key that the tests of the official client for Java publish.
PEM = (
    "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEILpXm6EtDzSzPJWHTbP904h5R3bzb0QsLjTf1tAt2OlB\n"
    "-----END PRIVATE KEY-----\n"
)
ORDER = {"symbol": "LTCBTC", "side": "BUY", "type": "LIMIT", "timeInForce": "GTC", "quantity": "1", "price": "0.1"}
WINDOW = 5000
TIME = 1499827319559
PUBLISHED_TIMES = {"hmac": 1578963600000, "ed25519": 1736393892000}

# What a package is asked: the parameters, whether they are the order, and the time; it returns what it would send.
Sign = Callable[[bool, int], Any]
# Makes payload and signature, as text, of what it returned.
Read = Callable[[Any], tuple[str, str]]


def of_query(query: str) -> tuple[str, str]:
    payload, _, signature = query.partition("&signature=")
    return payload, unquote(signature)


def binsign(kind: str) -> tuple[Sign, Read]:
    from binsign import Signer

    signer = Signer(API_KEY, SECRET) if kind == "hmac" else Signer(API_KEY, private_key=PEM)

    def sign(order: bool, now: int) -> Any:
        if order:
            return signer.sign("POST", "/api/v3/order", ORDER, recv_window=WINDOW, timestamp=now).target
        return signer.sign("GET", "/api/v3/account", timestamp=now).target

    return sign, lambda target: of_query(target.partition("?")[2])


def binance_common(kind: str) -> tuple[Sign, Read]:
    from binance_common.configuration import ConfigurationRestAPI
    from binance_common.signature import Signers
    from binance_common.utils import send_request

    key = {"api_secret": SECRET} if kind == "hmac" else {"private_key": PEM}
    configuration = ConfigurationRestAPI(api_key=API_KEY, base_path="https://api.binance.com", retries=0, **key)
    signer = None if kind == "hmac" else Signers.get_signer(PEM)

    class Sent(BaseException):
        pass

    class Session:
        """Takes what would be sent, and ends the call there."""

        def request(self, **arguments: Any) -> None:
            raise Sent(arguments["params"])

    session = Session()

    def sign(order: bool, now: int) -> Any:
        payload = {**ORDER, "recvWindow": WINDOW, "timestamp": now} if order else {"timestamp": now}
        method, path = ("POST", "/api/v3/order") if order else ("GET", "/api/v3/account")
        try:
            send_request(session, configuration, method, path, payload, is_signed=True, signer=signer)
        except Sent as sent:
            return sent.args[0]

    return sign, of_query


def python_binance(kind: str) -> tuple[Sign, Read]:
    from binance import base_client
    from binance.client import Client

    key = {"api_secret": SECRET} if kind == "hmac" else {"private_key": PEM}
    client = Client(API_KEY, ping=False, **key)
    client.REQUEST_RECVWINDOW = None

    class Clock:
        now = 0.0

        @staticmethod
        def time() -> float:
            return Clock.now

    base_client.time = Clock

    def sign(order: bool, now: int) -> Any:
        Clock.now = now / 1000
        data = {**ORDER, "recvWindow": WINDOW} if order else {"recvWindow": None}
        return client._get_request_kwargs("post" if order else "get", True, not order, data=data)

    def read(arguments: Any) -> tuple[str, str]:
        pairs = arguments.get("params") or "&".join("=".join(pair) for pair in arguments["data"])
        return of_query(pairs)

    return sign, read


def ccxt(kind: str) -> tuple[Sign, Read]:
    import ccxt

    exchange = ccxt.binance({"apiKey": API_KEY, "secret": SECRET if kind == "hmac" else PEM})
    exchange.options["recvWindow"] = None

    def sign(order: bool, now: int) -> Any:
        exchange.nonce = lambda: now
        if order:
            return exchange.sign("order", ["private"], "POST", {**ORDER, "recvWindow": WINDOW})
        return exchange.sign("account", ["private"], "GET", {})

    return sign, lambda sent: of_query(sent["body"] or sent["url"].partition("?")[2])


PACKAGES = {"binsign": binsign, "binance-common": binance_common, "python-binance": python_binance, "ccxt": ccxt}


def answer_to(verb: str, rest: list[str], package: str, contestants: dict[str, tuple[Sign, Read]]) -> str:
    if verb == "version":
        return f"{version(package)}, Python {sys.version.split()[0]}"
    kind = rest[0]
    if kind not in contestants:
        contestants[kind] = PACKAGES[package](kind)
    sign, read = contestants[kind]
    if verb == "published":
        return " ".join(read(sign(False, PUBLISHED_TIMES[kind])))
    if verb == "order":
        return " ".join(read(sign(True, TIME)))
    count = range(int(rest[1]))
    start = time.perf_counter_ns()
    for _ in count:
        sign(True, TIME)
    return str(time.perf_counter_ns() - start)


def main() -> None:
    package = sys.argv[1]
    contestants: dict[str, tuple[Sign, Read]] = {}
    for line in sys.stdin:
        verb, *rest = line.split()
        try:
            answer = answer_to(verb, rest, package, contestants)
        except Exception as problem:  # The driver leaves a contestant out that cannot.
            answer = f"cannot {type(problem).__name__}"
        print(answer, flush=True)


if __name__ == "__main__":
    main()
