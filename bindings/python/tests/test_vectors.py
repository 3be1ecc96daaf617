"""Every published HMAC example of a REST request, through the public API."""

import csv
import re
from typing import Any

import pytest
from documented import API_KEY, TOP, decoded, encoded, signature, vectors

import binsign

REST_HMAC = [vector for vector in vectors() if vector["transport"] == "rest" and vector["key_type"] == "hmac"]

# Routes that Binance took out of its documentation after the example was written.
WITHDRAWN = {"/sapi/v1/loan/income", "/sapi/v1/loan/borrow/history"}

# Where the query of a published payload ends and the body begins: nothing stands between them.
SEAM = re.compile(r"(timeInForce=GTC)(?=quantity=)|(timestamp=\d{13})(?=[a-zA-Z])")


def split(payload: str) -> tuple[str, str]:
    """Query and body of a published payload."""
    seam = SEAM.search(payload)
    return (payload[: seam.end()], payload[seam.end() :]) if seam else (payload, "")


def parameters(part: str) -> list[tuple[str, str]]:
    pairs = [pair.split("=", 1) for pair in part.split("&") if pair]
    return [(decoded(name), decoded(value)) for name, value in pairs]


def canonical(pairs: list[tuple[str, str]]) -> str:
    return "&".join(f"{encoded(name)}={encoded(value)}" for name, value in pairs)


def signed_routes() -> dict[str, list[str]]:
    """The documented methods of every path that wants a signature."""
    routes: dict[str, list[str]] = {}
    with (TOP / "crates/binsign/src/catalogue/catalog.csv").open(newline="", encoding="utf-8") as table:
        for row in csv.DictReader(table):
            if row["transport"] == "rest" and row["signed"] == "1":
                routes.setdefault(row["path"], []).append(row["method"])
    return routes


ROUTES = signed_routes()


def route(vector: dict[str, Any], has_body: bool) -> tuple[str, str]:
    """Method and path; where the example names no method, any documented one that can carry it: none is signed."""
    method, _, path = vector.get("endpoint", "POST /api/v3/order").rpartition(" ")
    fitting = [known for known in ROUTES.get(path, []) if not (has_body and known == "GET")]
    return method or fitting[0], path


@pytest.mark.parametrize("vector", REST_HMAC, ids=lambda vector: vector["id"])
def test_published_example(vector: dict[str, Any]) -> None:
    payload = vector.get("payload", "")
    query, body = (parameters(part) for part in split(payload))
    # The published value is right for the published payload: otherwise the example would prove nothing.
    assert signature(payload, vector["secret"]) == vector["expected_signature"]

    method, path = route(vector, bool(body))
    signer = binsign.Signer(vector.get("api_key", API_KEY), vector["secret"])
    if "timestamp= " in payload:
        # Printed with a stray blank, which the exchange would not take.
        with pytest.raises(binsign.Error) as refused:
            signer.sign(method, path, query, body, timestamp=None)
        assert refused.value.code == "TIMESTAMP_OUT_OF_RANGE"
        return

    if path in WITHDRAWN:
        with pytest.raises(binsign.Denied) as denied:
            signer.sign(method, path, query, body, timestamp=None)
        assert denied.value.code == "ROUTE_RETIRED"
        return

    request = signer.sign(method, path, query, body, timestamp=None)
    expected = vector["expected_signature"]
    if canonical(query) + canonical(body) != payload:
        # Written by an encoder other than RFC 3986 (`+`, bare `*`): the same parameters, signed as they are sent.
        assert "+" in payload or "*" in payload
        expected = signature(canonical(query) + canonical(body), vector["secret"])
    assert request.signature == expected
    assert request.payload == canonical(query) + canonical(body)
    # The signature ends the body where there is one, else the query.
    end = f"signature={expected}"
    sent = [canonical(query), canonical(body)]
    last = 1 if body else 0
    sent[last] = f"{sent[last]}&{end}" if sent[last] else end
    assert [request.query, request.body] == sent


def test_the_examples_are_all_there() -> None:
    assert len(REST_HMAC) == 229
    # Those with a body, by the seams that a grep for them finds in the file.
    assert sum(1 for vector in REST_HMAC if split(vector.get("payload", ""))[1]) == 74
