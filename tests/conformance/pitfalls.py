"""One case or more for each mistake that people make in signing and that can be seen in a request; `PITFALLS.md` has the list.

The number in a case's id is that of the list.
"""

import json
import re

import fix
import keys
import oracle
import websocket
import written
from published import TOP, vector
from websocket import ED25519, HMAC, KEYS, RSA
from written import API_KEY, GET, POST, SECRET, TIME

WITHDRAW = ("POST", "/sapi/v1/capital/withdraw/apply")
BATCH = ("POST", "/fapi/v1/batchOrders")
UM_ACCOUNT = ("GET", "/fapi/v3/account")


def given(line, parameter, value):
    """The case with one parameter, whose value is put in as the JSON it is: Python would not keep its digits."""
    return json.dumps(line).replace('"params": []', f'"params": [["{parameter}", {value}]]')


def sent(name, value, text, route=POST, parameter="quantity"):
    """A value as JSON has it, and the text that has to be sent."""
    pairs = [(parameter, text), ("timestamp", str(TIME))]
    line = given(written.case(name, route, timestamp=TIME), parameter, value)
    return line, oracle.allow(name, *route, pairs, [], API_KEY, SECRET)


def sent_ws(name, value, text, parameter="quantity"):
    """The same in the JSON of the WebSocket API."""
    line = given(websocket.case(name), parameter, value)
    return line, oracle.ws_api(name, "order.place", [(parameter, text, "json")], API_KEY, SECRET)


def encoding():
    rest = written.allowed
    orders = '[{"symbol":"BTCUSDT","price":"0.1"},{"symbol":"币安人生USDT","side":"BUY"}]'
    yield sent("pitfall-01-batch-orders", orders, orders, BATCH, "batchOrders")
    yield sent("pitfall-01-order-id-list", "[1234567, 2345678]", "[1234567,2345678]", ("DELETE", "/fapi/v1/batchOrders"), "orderIdList")
    # Nothing that a client could want to quote again: not one character is left of those they differ on.
    yield rest("pitfall-02-nothing-to-quote-again", POST, [("a", "@+[]()'*/!$,;:\"<>\\^`{|} ~-._")], timestamp=TIME)
    yield rest("pitfall-03-one-encoding", POST, [("a", "x !'()~ y")], [("b", "x !'()~ y")], timestamp=TIME)
    yield rest("pitfall-04-unicode-symbol", POST, [("symbol", "币安人生USDT")], timestamp=TIME)
    yield rest("pitfall-04-unicode-symbol-body", POST, body=[("symbol", "币安人生USDT")], timestamp=TIME)
    yield rest("pitfall-05-unicode-anywhere", WITHDRAW, [("asset", "币安人生"), ("coin", "é"), ("x", "\U0001f680")], timestamp=TIME)
    yield rest("pitfall-06-encoded-before-signing", POST, [("symbol", "１２３４５６")], timestamp=TIME)
    yield rest("pitfall-07-at-in-email", WITHDRAW, [("email", "someone@example.com")], timestamp=TIME)
    yield rest("pitfall-08-plus-in-email", WITHDRAW, [("email", "some+one@example.com")], [("email2", "a+b@c")], timestamp=TIME)
    yield rest("pitfall-09-asterisk", POST, [("projectId", "Bnb*60")], timestamp=TIME)
    yield rest("pitfall-09-every-character", POST, [("a", "".join(map(chr, range(1, 0x250))))], timestamp=TIME)
    yield rest("pitfall-10-name-and-tag", WITHDRAW, [("name", 'My [wallet] {"a": 1}'), ("addressTag", "1 (2)")], timestamp=TIME)
    yield rest("pitfall-11-injection", WITHDRAW, [("addressTag", "1&amount=999#x%00=")], timestamp=TIME)
    yield websocket.refused("pitfall-11-injection-ws", "VALUE_AMBIGUOUS", params=[["symbol", "A&quantity=999"]])
    yield fix.refused("pitfall-11-injection-fix", "FIX_SENDER_COMP_ID", sender_comp_id="A\x0156=B")
    yield rest("pitfall-12-encoded-once", POST, [("a", "%2B%252B")], timestamp=TIME)
    for kind, key in KEYS.items():
        yield keys.signs(f"pitfall-12-signature-encoded-once-{kind}", key)
    behind = [("zz", "1"), ("type", "LIMIT"), ("signatur", "1"), ("signaturez", "2")]
    yield rest("pitfall-13-signature-last", POST, behind, timestamp=TIME)
    yield rest("pitfall-13-signature-last-in-body", POST, behind[:2], behind[2:], timestamp=TIME)
    yield websocket.allowed("pitfall-13-signature-not-sorted-in", params=behind, timestamp=TIME)


def parameters():
    rest, no, ws_no = written.allowed, written.refused, websocket.refused
    for number, name in (15, "signature"), (16, "signature"):
        yield no(f"pitfall-{number}-{name}-given", "SIGNATURE_GIVEN", POST, params=[[name, "00"]])
        yield ws_no(f"pitfall-{number}-{name}-given-ws", "SIGNATURE_GIVEN", params=[[name, "00"]])
    yield no("pitfall-15-timestamp-twice", "PARAMETER_TWICE", params=[["timestamp", TIME]], timestamp=TIME)
    yield ws_no("pitfall-15-api-key-given", "API_KEY_GIVEN", params=[["apiKey", API_KEY]])
    yield rest("pitfall-17-nothing-between", POST, [("a", "1"), ("b", "2")], [("c", "3"), ("d", "4")], timestamp=TIME)
    line = written.case("pitfall-18-null", POST, params=[["a", None], ["b", "None"], ["c", "null"], ["d", "undefined"]])
    kept = [("b", "None"), ("c", "null"), ("d", "undefined")]
    yield line, oracle.allow("pitfall-18-null", *POST, kept, [], API_KEY, SECRET)
    line = websocket.case("pitfall-18-null-ws", params=[["a", None], ["b", "null"]])
    yield line, oracle.ws_api("pitfall-18-null-ws", "order.place", [("b", "null")], API_KEY, SECRET)
    yield rest("pitfall-19-empty-value", POST, [("a", ""), ("b", "1")], [("c", "")], timestamp=TIME)
    yield websocket.allowed("pitfall-19-empty-value-ws", params=[("a", ""), ("b", "1")], timestamp=TIME)
    yield no("pitfall-20-twice", "PARAMETER_TWICE", params=[["symbol", "A"], ["symbol", "B"]])
    yield no("pitfall-20-twice-same", "PARAMETER_TWICE", params=[["symbol", "A"], ["symbol", "A"]])
    yield no("pitfall-20-twice-across", "PARAMETER_TWICE", POST, params=[["symbol", "A"]], body_params=[["symbol", "A"]])
    yield ws_no("pitfall-20-twice-ws", "PARAMETER_TWICE", params=[["symbol", "A"], ["side", "BUY"], ["symbol", "B"]])
    lists = [("numbers", "[1, 2, 3]", "[1,2,3]"), ("texts", '["A", "B"]', '["A","B"]'), ("one", '["A"]', '["A"]'),
             ("none", "[]", "[]"), ("objects", '[{"a": 1}]', '[{"a":1}]'), ("nested", '[["A"], []]', '[["A"],[]]')]
    for name, value, text in lists:
        yield sent(f"pitfall-21-list-{name}", value, text, parameter="symbols")


def websocket_api():
    ws = websocket.allowed
    yield ws("pitfall-22-ws-not-encoded", params=[("symbol", "１２３４５６"), ("a", "x y/z+%41@[]*~")], timestamp=TIME)
    mixed = [("symbols", "1"), ("symbolStatus", "2"), ("Z", "3"), ("a", "4"), ("apiKeyX", "5")]
    yield ws("pitfall-23-ws-sorted", params=mixed, timestamp=TIME)
    yield ws("pitfall-23-ws-sorted-whatever-order", params=mixed[::-1], timestamp=TIME)
    for kind, key in ("ed25519", ED25519), ("rsa", RSA):
        for number in range(4):
            name = f"pitfall-24-ws-signature-raw-{kind}-{number}"
            yield ws(name, params=[("symbol", f"S{number}")], key=key, timestamp=TIME)


def numbers():
    for number, (value, text) in enumerate([
        ("1e-05", "0.00001"), ("0.00001", "0.00001"), ("1.7e-7", "0.00000017"), ("1E-8", "0.00000001"), ("1e-7", "0.0000001"),
        ("1.10e2", "110"), ("5e-324", "0." + "0" * 323 + "5"), ("1e22", "1" + "0" * 22), ("0.30000000000000004", "0.30000000000000004"),
    ]):
        yield sent(f"pitfall-25-plain-{number}", value, text)
        yield sent_ws(f"pitfall-25-plain-ws-{number}", value, text)
    for number, value in enumerate(["9007199254740993", "9223372036854775807", "18446744073709551615", "-9223372036854775808"]):
        yield sent(f"pitfall-26-digits-{number}", value, value, parameter="orderId")
        yield sent_ws(f"pitfall-26-digits-ws-{number}", value, value, "orderId")
    for value in "true", "false":
        yield sent(f"pitfall-27-{value}", value, value, parameter="reduceOnly")
    # What a locale made of a number stays the text it is, and is never taken for two values.
    yield written.allowed("pitfall-28-comma", POST, [("amount", "1,07")], timestamp=TIME)
    yield written.refused("pitfall-28-comma-in-window", "RECV_WINDOW_OUT_OF_RANGE", recv_window="5000,5")


def time():
    no, ws_no = written.refused, websocket.refused
    yield no("pitfall-30-before-1970", "TIMESTAMP_OUT_OF_RANGE", timestamp=-5)
    yield no("pitfall-30-underflow", "TIMESTAMP_OUT_OF_RANGE", timestamp="340282366920938463463374607431768211456")
    yield no("pitfall-32-seconds", "TIMESTAMP_OUT_OF_RANGE", timestamp=TIME // 1000)
    yield no("pitfall-32-us-for-ms", "TIMESTAMP_OUT_OF_RANGE", UM_ACCOUNT, timestamp=TIME * 1000)
    yield no("pitfall-32-ns", "TIMESTAMP_OUT_OF_RANGE", timestamp=TIME * 1_000_000)
    yield ws_no("pitfall-32-seconds-ws", "TIMESTAMP_OUT_OF_RANGE", timestamp=TIME // 1000)
    yield ws_no("pitfall-32-us-for-ms-ws", "TIMESTAMP_OUT_OF_RANGE", ("futures-cm", "account.status"), timestamp=TIME * 1000)
    yield no("pitfall-34-window", "RECV_WINDOW_OUT_OF_RANGE", recv_window=1_000_000)
    yield no("pitfall-34-window-over", "RECV_WINDOW_OUT_OF_RANGE", recv_window="60000.001")
    yield written.allowed("pitfall-34-three-decimals", recv_window="59999.999", timestamp=TIME)
    yield ws_no("pitfall-34-window-ws", "RECV_WINDOW_OUT_OF_RANGE", recv_window=60001)
    yield fix.refused("pitfall-34-window-fix", "RECV_WINDOW_OUT_OF_RANGE", recv_window=60001)


def key_material():
    no = written.refused
    for number in range(8):
        # Signatures with `+`, `/` and `=` in them.
        name = f"pitfall-35-base64-{number}"
        query = [("symbol", "LTCBTC"), ("n", str(number))]
        yield written.case(name, params=query, key=ED25519), oracle.allow(name, *GET, query, [], API_KEY, ED25519)
    for kind in "ed25519", "rsa":
        pem = KEYS[kind]["pem"]
        for form in "crlf", "one-line", "narrow":
            yield keys.signs(f"pitfall-36-type-of-{kind}-{form}", {"pem": keys.forms(pem)[form], "plain": pem})
    yield no("pitfall-37-pem-is-no-secret", "SECRET_IS_PRIVATE_KEY", key={"hmac": vector("java-rsa-pass")["private_key_pem"]})
    yield no("pitfall-37-pem-on-a-line", "SECRET_IS_PRIVATE_KEY", key={"hmac": keys.forms(ED25519["pem"])["no-line-ends"]})
    # 64 characters that are base64 of a private key of 48 bytes: given as a secret, it is a secret.
    secret = ED25519["pem"].split("\n")[1]
    assert len(secret) == 64
    yield keys.signs("pitfall-38-secret-like-a-key", {"hmac": secret})
    yield no("pitfall-38-secret-as-pem", "KEY_MALFORMED", key={"pem": SECRET})
    # RFC 8410, section 10.3: version 2, attributes and public key; without the public key's last bit, no longer its own.
    body = ("MHICAQEwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhCoB8wHQYKKoZIhvcNAQkJFDEPDA1DdXJkbGUgQ2hhaXJzgSEA"
            "Gb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=")
    version_2 = f"-----BEGIN PRIVATE KEY-----\n{body}\n-----END PRIVATE KEY-----\n"
    version_1 = "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n-----END PRIVATE KEY-----\n"
    yield keys.signs("pitfall-39-version-2", {"pem": version_2, "plain": version_1})
    yield no("pitfall-39-other-public-key", "KEY_MISMATCH", key={"pem": version_2.replace("ZuE=", "ZuA=")})
    yield no("pitfall-40-x25519", "KEY_IS_X25519", key={"pem": version_1.replace("K2Vw", "K2Vu")})
    for number, key in enumerate(['"quoted"', "'quoted'", " blank", "blank ", "line\n", "", "tab\t"]):
        yield no(f"pitfall-41-api-key-{number}", "API_KEY_MALFORMED", api_key=key)
    for form, text in keys.forms(version_1).items():
        yield keys.signs(f"pitfall-41-pem-{form}", {"pem": text, "plain": version_1})
    yield no("pitfall-42-path", "KEY_MALFORMED", key={"pem": "/home/user/.binance/private_key.pem"})
    for kind, key in KEYS.items():
        yield keys.signs(f"pitfall-44-{kind}", key)
    for kind, key in ("hmac", HMAC), ("rsa", RSA):
        yield websocket.refused(f"pitfall-45-logon-{kind}", "KEY_TYPE_UNSUITED", ("spot", "session.logon"), key=key, timestamp=TIME)
        yield fix.case(f"pitfall-45-fix-{kind}", fix.FIELDS, key=key), "KEY_TYPE_UNSUITED"


def table():
    """The numbers of `PITFALLS.md` with what their lines name: tests as (file, name), and beginnings of ids of cases."""
    for line in (TOP / "tests/conformance/PITFALLS.md").read_text().splitlines():
        if row := re.fullmatch(r"\| (\d+) \| [^|]+ \| (.+) \|", line):
            path, tests, beginnings = None, [], []
            for name in re.findall(r"`([^`]+)`", row[2]):
                if "/" in name:
                    path = name
                elif name.endswith("-"):
                    beginnings.append(name)
                elif path and not name.endswith((".rs", ".py")):
                    tests.append((path, name))
            yield int(row[1]), tests, beginnings


def check_table(ids):
    """Fails where the table leaves a mistake out, or names a test or a case that is not there."""
    rows = {number: (tests, beginnings) for number, tests, beginnings in table()}
    assert list(rows) == [*range(1, 60)], list(rows)
    for number, (tests, beginnings) in rows.items():
        for path, name in tests:
            assert name in (TOP / path).read_text(), f"{number}: {path} has no {name}"
        for beginning in beginnings:
            assert any(name.startswith(beginning) for name in ids), f"{number}: no case begins with {beginning}"
    named = {beginning for _, beginnings in rows.values() for beginning in beginnings}
    for name in ids:
        if name.startswith("pitfall-"):
            assert name[:len("pitfall-00-")] in named, f"{name} is not in the table"


def cases():
    """(line, expected), as in `written`."""
    for some in (encoding, parameters, websocket_api, numbers, time, key_material):
        yield from some()
