"""Each client sends exactly the bytes that were signed; and one that encodes them again is caught.

A client is handed what binsign gives its users: a curl command of the command line, the package for Python, and the
crate for Rust.
"""

import asyncio
import json
import os
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import parse_qsl, urlencode

import aiohttp
import binsign
import httpx
import pytest
import requests
import yarl

from exchange import BAD_SIGNATURE, Exchange
from shapes import ACCOUNT, NOW, RECODED, SHAPES, Shape

BINSIGN = Path(os.environ["EXCHANGE_BINSIGN"])
RUST_CLIENT = Path(os.environ["EXCHANGE_RUST_CLIENT"])
KEY = {"BINSIGN_API_KEY": ACCOUNT.api_key, "BINSIGN_SECRET": ACCOUNT.secret}

# Status and answer.
Answer = tuple[int, dict[str, object]]
REFUSED: Answer = (400, {"code": BAD_SIGNATURE[0], "msg": BAD_SIGNATURE[1]})


@pytest.fixture
def exchange() -> Iterator[Exchange]:
    with Exchange(ACCOUNT, clock=lambda: NOW) as server:
        yield server


def sign(shape: Shape) -> binsign.SignedRequest:
    return binsign.Signer(ACCOUNT.api_key, ACCOUNT.secret).sign(
        shape.method, shape.path, shape.query or None, shape.body or None, timestamp=NOW
    )


def run(command: list[str], stdin: str = "", **environment: str) -> str:
    done = subprocess.run(
        command, input=stdin, env=os.environ | environment, capture_output=True, text=True, check=True, timeout=60
    )
    return done.stdout


def curl_command(shape: Shape, base: str, *options: str) -> str:
    body = [word for name, value in shape.body for word in ("--body", f"{name}={value}")]
    query = [f"{name}={value}" for name, value in shape.query]
    words = ["sign", shape.method, shape.path, *query, *body, "--curl", "--base-url", base, *options]
    return run([str(BINSIGN), *words], **KEY)


def run_shell(command: str) -> Answer:
    # The command as it is printed, with options of curl's own that only show the status.
    assert command.startswith("curl ")
    printed = run(["sh"], "curl --silent --noproxy '*' --write-out '\\n%{http_code}' " + command.removeprefix("curl "))
    answer, _, status = printed.rpartition("\n")
    return int(status), json.loads(answer)


def with_curl(shape: Shape, base: str) -> Answer:
    return run_shell(curl_command(shape, base, "--timestamp", str(NOW)))


def with_requests(shape: Shape, base: str) -> Answer:
    signed = sign(shape)
    with requests.Session() as session:
        session.trust_env = False
        answer = session.request(
            signed.method, signed.url(base), data=signed.body or None, headers=signed.headers, timeout=60
        )
    return answer.status_code, answer.json()


def with_httpx(shape: Shape, base: str) -> Answer:
    signed = sign(shape)
    with httpx.Client(trust_env=False) as client:
        answer = client.request(
            signed.method, signed.url(base), content=signed.body or None, headers=signed.headers, timeout=60
        )
    return answer.status_code, answer.json()


def with_aiohttp(shape: Shape, base: str) -> Answer:
    signed = sign(shape)
    return send_with_aiohttp(signed, yarl.URL(signed.url(base), encoded=True))


def send_with_aiohttp(signed: binsign.SignedRequest, url: yarl.URL | str) -> Answer:
    async def send() -> Answer:
        async with (
            aiohttp.ClientSession() as session,
            session.request(signed.method, url, data=signed.body or None, headers=signed.headers) as answer,
        ):
            return answer.status, await answer.json()

    return asyncio.run(send())


def with_reqwest(shape: Shape, base: str, mode: str = "as-signed") -> Answer:
    pairs = [*(("q", *pair) for pair in shape.query), *(("b", *pair) for pair in shape.body)]
    words = [word for pair in pairs for word in pair]
    printed = run([str(RUST_CLIENT), mode, base, shape.method, shape.path, str(NOW), *words], **KEY)
    status, _, answer = printed.partition(" ")
    return int(status), json.loads(answer)


CLIENTS = [with_curl, with_requests, with_httpx, with_aiohttp, with_reqwest]


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
@pytest.mark.parametrize("client", CLIENTS, ids=lambda client: client.__name__.removeprefix("with_"))
def test_what_is_sent_is_what_was_signed(
    client: Callable[[Shape, str], Answer], shape: Shape, exchange: Exchange
) -> None:
    assert client(shape, exchange.url) == (200, {})
    assert len(exchange.received) == 1
    shape.check(exchange.last())


def recode_with_curl(base: str) -> Answer:
    # As many tutorials have it: curl encodes the parameters, which are encoded already.
    signed = sign(RECODED)
    pairs = [f"--data-urlencode '{pair}'" for pair in signed.query.split("&")]
    headers = [f"--header '{name}: {value}'" for name, value in signed.headers.items()]
    return run_shell(" ".join(["curl --get", *pairs, *headers, f"'{base}{RECODED.path}'"]))


def recode_with_requests(base: str) -> Answer:
    signed = sign(RECODED)
    with requests.Session() as session:
        session.trust_env = False
        answer = session.get(base + RECODED.path, params=parse_qsl(signed.query), headers=signed.headers, timeout=60)
    return answer.status_code, answer.json()


def recode_with_httpx(base: str) -> Answer:
    signed = sign(RECODED)
    with httpx.Client(trust_env=False) as client:
        params = httpx.QueryParams(dict(parse_qsl(signed.query)))
        answer = client.get(base + RECODED.path, params=params, headers=signed.headers, timeout=60)
    return answer.status_code, answer.json()


def recode_with_aiohttp(base: str) -> Answer:
    # Without `encoded=True` the URL is put into a form of yarl's own.
    signed = sign(RECODED)
    return send_with_aiohttp(signed, signed.url(base))


def recode_with_reqwest(base: str) -> Answer:
    return with_reqwest(RECODED, base, "recoded")


RECODERS = [recode_with_curl, recode_with_requests, recode_with_httpx, recode_with_aiohttp, recode_with_reqwest]


@pytest.mark.parametrize("recode", RECODERS, ids=lambda recode: recode.__name__.removeprefix("recode_with_"))
def test_a_client_that_encodes_again_is_caught(recode: Callable[[str], Answer], exchange: Exchange) -> None:
    assert recode(exchange.url) == REFUSED
    target, _ = RECODED.expected()
    assert exchange.last().target != target
    # The parameters mean the same or were encoded twice: what is wrong is only how they are written.
    assert exchange.last().target.startswith(b"/api/v3/account?")
    assert b"timestamp=1499827319559" in exchange.last().target


def test_a_body_that_is_encoded_again_is_caught(exchange: Exchange) -> None:
    shape = Shape("body", "POST", "/api/v3/order", [], RECODED.query)
    signed = sign(shape)
    answer = requests.post(
        signed.url(exchange.url), data=parse_qsl(signed.body), headers=signed.headers, timeout=60, proxies={"http": ""}
    )
    assert (answer.status_code, answer.json()) == REFUSED
    assert exchange.last().body == urlencode(parse_qsl(signed.body)).encode()


def test_with_the_present_time_the_command_line_is_taken_too() -> None:
    shape = Shape("now", "GET", "/api/v3/account", [("omitZeroBalances", "true")], [])
    with Exchange(ACCOUNT, clock=lambda: time.time_ns() // 1_000_000) as live:
        assert run_shell(curl_command(shape, live.url)) == (200, {})
        stamp = dict(parse_qsl(live.last().target.decode()))["timestamp"]
        shape.check(live.last(), int(stamp))


@pytest.mark.parametrize("source", ["file", "standard input"])
def test_the_key_may_come_from_a_file_or_standard_input(source: str, exchange: Exchange, tmp_path: Path) -> None:
    text = f"api_key = {ACCOUNT.api_key}\nsecret = {ACCOUNT.secret}\n"
    file = tmp_path / "key"
    file.write_text(text)
    file.chmod(0o600)
    name, stdin = ("-", text) if source == "standard input" else (str(file), "")
    shape = SHAPES[5]
    words = ["sign", shape.method, shape.path, *(f"{name}={value}" for name, value in shape.query)]
    words += [word for pair in shape.body for word in ("--body", "=".join(pair))]
    words += ["--timestamp", str(NOW), "--curl", "--base-url", exchange.url, "--key-file", name]
    assert run_shell(run([str(BINSIGN), *words], stdin)) == (200, {})
    shape.check(exchange.last())
