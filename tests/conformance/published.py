"""The published REST examples with HMAC secrets or with Ed25519 keys that are not encrypted (`tests/vectors/vectors.json`) as conformance cases.

A published example gives payload and signature; the request behind it is recovered by splitting the payload and decoding
it. Where the signature cannot come out as published, the reason stands here.
"""

import csv
import json
import re
from pathlib import Path
from urllib.parse import unquote, unquote_plus

import oracle

TOP = Path(__file__).resolve().parents[2]
VECTORS = TOP / "tests/vectors/vectors.json"
CATALOGUE = TOP / "crates/binsign/src/catalogue/catalog.csv"

# Examples that name no endpoint: any signed route of the family will do, since the signature covers none.
ROUTES = {
    "sigex-hmac-timestamp-only": ("GET", "/api/v3/account"),
    "sigex-hmac-order": ("POST", "/api/v3/order"),
    "cm-rest-hmac-query-true-payload": ("GET", "/dapi/v1/account"),
    "pybinance-ed25519": ("POST", "/api/v3/order"),
    "options-rest-hmac-true-payload": ("POST", "/eapi/v1/order"),
}

# id -> (what must come out, why the published signature cannot)
DIFFERENT = {
    "um-rest-hmac-mixed-as-documented": ("TIMESTAMP_OUT_OF_RANGE", "a stray blank before the timestamp was signed"),
    "cm-rest-hmac-mixed-as-documented": ("TIMESTAMP_OUT_OF_RANGE", "a stray blank before the timestamp was signed"),
    "java-hmac-crypto-loan-getCryptoLoansIncomeHistoryTest": ("ROUTE_UNKNOWN", "the route is retired"),
    "java-hmac-crypto-loan-getLoanBorrowHistoryTest": ("ROUTE_UNKNOWN", "the route is retired"),
    "java-hmac-prediction-marketSearchTest": (None, "a blank was signed as `+`, which RFC 3986 has as %20"),
    "java-hmac-fiat-getOrderDetailTest": (None, "a `*` was signed raw, which RFC 3986 has as %2A"),
}


def methods():
    """path -> methods of the signed routes, current or not."""
    found = {}
    with CATALOGUE.open(newline="") as file:
        for row in csv.DictReader(file):
            if row["transport"] == "rest" and row["signed"] == "1":
                found.setdefault(row["path"], []).append(row["method"])
    return found


def split(payload):
    """Query and body of a payload: they touch where a value runs into the next name."""
    joint = re.fullmatch(r"(.*timestamp=\d{13})([A-Za-z].*)", payload) or re.fullmatch(r"(.*=GTC)(quantity=.*)", payload)
    return joint.groups() if joint else (payload, "")


def pairs(text, decode):
    return [[decode(part) for part in pair.split("=", 1)] for pair in text.split("&")] if text else []


def cases():
    """(case, expected) a published example; expected is a whole result, or the code of a refusal."""
    routes = methods()
    for vector in json.loads(VECTORS.read_text())["vectors"]:
        if vector["transport"] != "rest" or vector["key_type"] == "rsa" or "private_key_passphrase" in vector:
            continue
        name = vector["id"]
        expected_code, reason = DIFFERENT.get(name, (None, None))
        payload = vector.get("payload", "")
        decode = unquote_plus if "+" in payload else unquote
        query, body = (pairs(part, decode) for part in split(payload))
        *method, path = vector["endpoint"].split() if "endpoint" in vector else ROUTES[name]
        if not method:
            order = ["POST", "PUT", "DELETE"] if body else ["GET", "DELETE", "POST", "PUT"]
            method = [next(method for method in order if method in routes[path])]
        # The header is not signed; where none is published, or one that no key of the exchange looks like, any will do.
        api_key = vector.get("api_key", "")
        api_key = api_key if api_key.isalnum() else "anyKey"
        case = {"id": name, "transport": "rest", "method": method[0], "path": path, "params": query,
                "api_key": api_key, "key": {"pem": vector["private_key_pem"]} if "private_key_pem" in vector else {"hmac": vector["secret"]}}
        if body:
            case["body_params"] = body
        if expected_code:
            yield case, expected_code
            continue
        # What is published decides; the oracle signs only where nothing can be taken from there.
        published = None if reason else vector["expected_signature"]
        expected = oracle.allow(name, method[0], path, query, body, api_key, vector.get("secret"), signature=published)
        assert reason or expected["payload"] == payload, name
        yield case, expected
