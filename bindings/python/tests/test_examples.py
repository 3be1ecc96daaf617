"""The programs in examples/: each runs as its user would run it, and makes what Binance publishes."""

import asyncio
import json
import runpy
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from documented import ORDER_SIGNATURE, vectors

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
EXPECTED = {vector["id"]: vector for vector in vectors()}


def load(name: str) -> dict[str, Any]:
    return runpy.run_path(str(EXAMPLES / f"{name}.py"))


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.py")), ids=lambda path: path.stem)
def test_it_runs_and_says_something(path: Path) -> None:
    done = subprocess.run([sys.executable, "-W", "error", path], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout


def test_what_they_make() -> None:
    assert load("rest")["main"]().signature == ORDER_SIGNATURE
    assert f"96={EXPECTED['fix-logon-ed25519']['expected_signature']}\1".encode() in load("fix_logon")["main"]()
    elsewhere = load("key_elsewhere")["main"]()
    assert elsewhere.payload == EXPECTED["java-ed25519"]["payload"]
    assert elsewhere.signature == EXPECTED["java-ed25519"]["expected_signature"]
    waited_for = asyncio.run(load("key_elsewhere_async")["main"]())
    assert waited_for.signature == EXPECTED["sigex-hmac-timestamp-only"]["expected_signature"]


def test_by_policy_the_tasks_share_the_limits() -> None:
    # 0.01 x 60000 is over 500, and of four others three pass.
    assert asyncio.run(load("by_policy")["main"]()) == [
        "29998: fine",
        "29999: fine",
        "60000: ARGUMENT_TOO_LARGE, rule quotes, clause D 9",
        "30000: fine",
        "30001: LIMIT_SPENT, rule orders a minute, clause D 9",
    ]


def test_the_session_is_opened_by_a_signature_and_needs_none_afterwards() -> None:
    sent: list[str] = []
    load("websocket")["main"](sent.append)
    logon, signed, in_session = (json.loads(message) for message in sent)
    assert [message["method"] for message in (logon, signed, in_session)] == [
        *("session.logon", "account.commission", "order.place")
    ]
    assert set(logon["params"]) == {"apiKey", "timestamp", "signature"}
    assert set(signed["params"]) == {"apiKey", "symbol", "timestamp", "signature"}
    assert "timestamp" in in_session["params"]
    assert not {"apiKey", "signature"} & set(in_session["params"])
    assert (in_session["params"]["quantity"], in_session["params"]["price"]) == ("0.01", "52000.00")
