"""Lines of the conformance wire (`tests/conformance/WIRE.md`), with the answers that an independent oracle gives."""

import csv
import random
import sys

from images import API_KEY, ROOT, SECRET

sys.path.append(str(ROOT / "tests/conformance"))
import oracle  # noqa: E402

# Where the request limit of 65,535 bytes is: what stands around a value `x=…` in the route below.
ACCOUNT = "/api/v3/account"
AROUND = len(f"{ACCOUNT}?x=&signature=") + 64
LIMIT = 65_535


def hexed(text):
    return text.encode().hex()


def line(method, path, query=(), body=(), recv_window=None, timestamp=None, api_key=API_KEY, secret=SECRET):
    fields = ["m" + hexed(method), "p" + hexed(path), "a" + hexed(api_key), "s" + hexed(secret)]
    fields += [f"q{hexed(name)}={hexed(value)}" for name, value in query]
    fields += [f"b{hexed(name)}={hexed(value)}" for name, value in body]
    fields += ["w" + hexed(recv_window)] if recv_window is not None else []
    fields += ["t" + hexed(timestamp)] if timestamp is not None else []
    return " ".join(fields).encode()


def allowed(method, path, query, body, signed, keyed):
    """The answer to a request that must be allowed, by the oracle."""
    result = oracle.allow(None, method, path, query, body, API_KEY, SECRET, signed=signed, keyed=keyed)
    fields = [
        "t" + hexed(result["target"].removeprefix(method + " ")),
        "q" + hexed(result.get("query", "")),
        "b" + hexed(result.get("body", "")),
        "P" + hexed(result["payload"]) if signed else "-",
        "S" + hexed(result["signature"]) if signed else "-",
    ]
    fields += [f"h{hexed(name)}={hexed(value)}" for name, value in result["headers"].items()]
    return " ".join(["allow", *fields]).encode()


def case(method, path, query=(), body=(), signed=True, keyed=True, recv_window=None, timestamp=None):
    """A line and its whole answer."""
    asked = line(method, path, query, body, recv_window, timestamp)
    query, body = list(query), list(body)
    last = body if body else query
    last += [(name, text) for name, text in [("recvWindow", recv_window), ("timestamp", timestamp)] if text is not None]
    return asked, allowed(method, path, query, body, signed, keyed)


def routes():
    """Every route of the catalogue, with values of every kind and of all lengths up to a line of some 8 KB."""
    draw = random.Random(762)
    kinds = ["abcXYZ019", "-._~", " +&=%/?#@*()'[]{}|\\\"<>^`,;:!$", "éßñ１２币安人生\U0001f680\u200d", "\t\r\n\x01\x7f"]
    with open(ROOT / "crates/binsign/src/catalogue/catalog.csv", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["transport"] == "rest" and row["status"] == "current"]
    for row in rows:
        for longest in (8, 400):
            pairs = [
                (f"p{number}", "".join(draw.choices(draw.choice(kinds), k=draw.randint(0, longest))))
                for number in range(draw.randint(0, 8))
            ]
            cut = len(pairs) if row["method"] == "GET" else draw.randint(0, len(pairs))
            yield case(
                row["method"], row["path"], pairs[:cut], pairs[cut:],
                signed=row["signed"] == "1", keyed=row["security_type"] != "NONE",
                recv_window=draw.choice([None, "1", "5000", "60000"]),
                timestamp=draw.choice([None, "1499827319559", "1736393892000"]),
            )


def long_requests():
    """Requests up to the limit: lines of up to 131 KB, and of 65 KB that become three times as long by encoding."""
    for length in (4_000, 30_000, 32_768, LIMIT - AROUND - 1, LIMIT - AROUND):
        yield case("GET", ACCOUNT, [("x", "a" * length)])
    for length in (1_000, 4_096, (LIMIT - AROUND) // 3):
        yield case("GET", ACCOUNT, [("x", "\n" * length)])
    for count in (300, 1_000):
        yield case("POST", "/api/v3/order", [], [(f"n{number}", str(number)) for number in range(count)])


def refused():
    """Lines that must be refused, with the first words of the answer."""
    account = line("GET", ACCOUNT)
    too_long = b"error REQUEST_TOO_LONG "
    for length in (LIMIT - AROUND + 1, LIMIT, 70_000, 140_000):
        yield line("GET", ACCOUNT, [("x", "a" * length)]), too_long
    yield line("GET", ACCOUNT, [("x", "a" * 600_000)]), too_long
    yield b"a" * 3_000_000, too_long
    not_understood = b"error CASE_NOT_UNDERSTOOD "
    yield from ((bad, not_understood) for bad in [
        b"", b" ", b"\0", b"\xff" * 100, b"m p a", account + b"\r", account + b" ", account + b"0", account + b" z61",
        account + b" q61", account + b" q61=6", account.upper(), b"q" * 8_000, b" " * 8_000, account * 2,
    ])
    yield b"m p a s", b"error API_KEY_MALFORMED "
    yield line("GET", ACCOUNT, secret="with blank"), b"error SECRET_MALFORMED "
    yield line("get", ACCOUNT), b"error METHOD_UNKNOWN "
    yield line("GET", ACCOUNT + "?x=1"), b"error PATH_MALFORMED "
    yield line("GET", ACCOUNT, [("a", "1"), ("a", "2")]), b"error PARAMETER_TWICE "
    yield line("GET", ACCOUNT, [("signature", "1")]), b"error SIGNATURE_GIVEN "
    yield line("GET", ACCOUNT, [("a b", "1")]), b"error PARAMETER_NAME_INVALID "
    yield line("GET", ACCOUNT, [("a", "1\0")]), b"error NUL_IN_VALUE "
    yield line("GET", ACCOUNT, timestamp="1"), b"error TIMESTAMP_OUT_OF_RANGE "
    yield line("GET", ACCOUNT, recv_window="60001"), b"error RECV_WINDOW_OUT_OF_RANGE "
    yield line("GET", ACCOUNT, body=[("a", "1")]), b"error BODY_NOT_ALLOWED "
    yield account + b" q61=ff", b"error INVALID_UTF8 "
    yield line("PUT", ACCOUNT), b"deny ROUTE_UNKNOWN "
    yield line("GET", "/api/v3/nonsense"), b"deny ROUTE_UNKNOWN "
