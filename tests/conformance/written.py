"""Cases of REST written by hand: every refusal, and every corner of the canonical form."""

import json

import oracle

API_KEY = "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A"
SECRET = "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j"
TIME = 1499827319559
GET, POST = ("GET", "/api/v3/account"), ("POST", "/api/v3/order")

# What a parameter is given as, and the text that must be sent.
VALUES = [
    ('"plain"', "plain"),
    ('"１２３４５６"', "１２３４５６"),
    ('"币安人生USDT"', "币安人生USDT"),
    ('"a b+c&d=e%f/g?h#i@j*k~l(m)n\'o[p]q{r}s|t\\\\u\\"v"', "a b+c&d=e%f/g?h#i@j*k~l(m)n'o[p]q{r}s|t\\u\"v"),
    ('"1&amount=999"', "1&amount=999"),
    ('"%41"', "%41"),
    ('"tab\\t line\\r\\n bell\\u0007"', "tab\t line\r\n bell\x07"),
    ('"\\ud83d\\ude80"', "\U0001f680"),
    ('""', ""),
    ("1", "1"),
    ("-1", "-1"),
    ("0.10", "0.10"),
    ("1.00000000", "1.00000000"),
    ("12345678901234567890123456789", "12345678901234567890123456789"),
    ("0.1000000000000000055511151231257827", "0.1000000000000000055511151231257827"),
    ("1e-05", "0.00001"),
    ("1.7E-7", "0.00000017"),
    ("1.5e3", "1500"),
    ("2E+1", "20"),
    ("true", "true"),
    ("false", "false"),
    ('["BTCUSDT", "LTCBTC"]', '["BTCUSDT","LTCBTC"]'),
    ("[1, 2.50, 1e-3, null, true]", "[1,2.50,0.001,null,true]"),
    ('[{"symbol": "A", "price": "0.1", "b": 1}]', '[{"symbol":"A","price":"0.1","b":1}]'),
    ("[]", "[]"),
    ("{}", "{}"),
    ('{"é": "\\u00e9 \\" \\\\ \\n /"}', '{"é":"é \\" \\\\ \\n /"}'),
]


def case(name, route=GET, **fields):
    method, path = route
    base = {"id": name, "method": method, "path": path, "params": [], "api_key": API_KEY, "key": {"hmac": SECRET}}
    return {**base, **fields}


def allowed(name, route=GET, query=(), body=(), **fields):
    """A case whose parameters are text, with the result the oracle gives."""
    given = {"params": [list(pair) for pair in query]} | ({"body_params": [list(pair) for pair in body]} if body else {})
    last = [(wire, str(fields[field])) for field, wire in (("recv_window", "recvWindow"), ("timestamp", "timestamp"))
            if field in fields]
    query, body = list(query), list(body)
    (body if body else query).extend(last)
    unit = fields.get("time_unit")
    return case(name, route, **given, **fields), oracle.allow(name, *route, query, body, API_KEY, SECRET, time_unit=unit)


def refused(name, code, route=GET, **fields):
    return case(name, route, **fields), code


def cases():
    """(line, expected): the line as text or as an object; expected a whole result, or the code of a refusal."""
    for number, (value, text) in enumerate(VALUES):
        name = f"value-{number}"
        line = json.dumps(case(name, POST)).replace('"params": []', f'"params": [["quantity", {value}]]')
        yield line, oracle.allow(name, *POST, [("quantity", text)], [], API_KEY, SECRET)
    line = json.dumps(case("value-null")).replace('"params": []', '"params": [["a", null], ["b", "1"]]')
    yield line, oracle.allow("value-null", *GET, [("b", "1")], [], API_KEY, SECRET)

    yield allowed("nothing-at-all")
    yield allowed("time-and-window", timestamp=TIME, recv_window=5000)
    yield allowed("time-as-text", timestamp=str(TIME), recv_window="60000")
    yield allowed("time-in-us", timestamp=TIME * 1000)
    yield allowed("window-with-decimals", recv_window="6000.346")
    yield allowed("earliest-time", timestamp=1483228800000)
    yield allowed("body-only", POST, body=[("a", "1")], timestamp=TIME)
    yield allowed("query-and-body", POST, [("a", "1 2")], [("b", "3&4")], recv_window=1, timestamp=TIME)
    yield allowed("query-without-value", POST, [("a", "")], [("b", "")])
    yield allowed("put", ("PUT", "/fapi/v1/order"), [("orderId", "1")], timestamp=TIME)
    yield allowed("delete", ("DELETE", "/api/v3/order"), [("orderId", "1")], timestamp=TIME)
    yield allowed("delete-with-body", ("DELETE", "/api/v3/order"), body=[("orderId", "1")], timestamp=TIME)
    yield allowed("names", query=[("a.b_c-d[0]", "1"), ("A", "1"), ("a", "1"), ("a.b", "1"), ("9", "1")])
    yield allowed("prefix-names", query=[("ab", "1"), ("a", "1"), ("abc", "1"), ("b", "1")])
    yield allowed("name-in-a-value", query=[("a", "b=1"), ("b", "a=1&b=2")])
    yield allowed("longest-name", query=[("n" * 64, "1")])
    yield allowed("five-hundred", POST, [(f"name{number}", str(number)) for number in range(500)], timestamp=TIME)
    yield allowed("long-value", POST, [("newClientOrderId", "x" * 20_000)], timestamp=TIME)
    yield allowed("family-spot", family="spot", timestamp=TIME)
    yield allowed("family-um", ("GET", "/fapi/v3/account"), family="futures-um", timestamp=TIME)
    for unit in "MILLISECOND", "MICROSECOND":
        yield allowed(f"unit-{unit}", timestamp=TIME, time_unit=unit)
        yield allowed(f"unit-{unit}-body", POST, body=[("a", "1")], time_unit=unit)
    yield allowed("session-and-now", session="one", now=TIME, timestamp=TIME)
    empty_body = case("empty-body", POST, body_params=[], params=[["a", "1"]])
    yield empty_body, oracle.allow("empty-body", *POST, [("a", "1")], [], API_KEY, SECRET)

    for name, route, signed, keyed in [
        ("public", ("GET", "/api/v3/time"), False, False),
        ("market-data", ("GET", "/fapi/v1/historicalTrades"), False, True),
        ("user-stream", ("POST", "/fapi/v1/listenKey"), False, True),
        ("public-um", ("GET", "/futures/data/openInterestHist"), False, False),
    ]:
        expected = oracle.allow(name, *route, [("symbol", "A")], [], API_KEY, SECRET, signed=signed, keyed=keyed)
        yield case(name, route, params=[["symbol", "A"]]), expected

    yield refused("twice", "PARAMETER_TWICE", params=[["a", "1"], ["b", "1"], ["a", "1"]])
    yield refused("twice-over", "PARAMETER_TWICE", POST, params=[["a", "1"]], body_params=[["a", "2"]])
    yield refused("time-twice", "PARAMETER_TWICE", params=[["timestamp", TIME]], timestamp=TIME)
    yield refused("twice-in-brackets", "PARAMETER_TWICE", params=[["a[0]", "1"], ["a[0]", "1"]])
    yield refused("signature", "SIGNATURE_GIVEN", params=[["signature", "00"]])
    yield refused("nul", "NUL_IN_VALUE", params=[["a", "b\0c"]])
    for number, name in enumerate(["", "a b", "a&b", "a=b", "é", "a\0", "a%62", "n" * 65, "a/b", "a\n"]):
        yield refused(f"name-{number}", "PARAMETER_NAME_INVALID", params=[[name, "1"]])
    for number, time in enumerate([0, -1, 1483228799999, 1499827319, 99999999999999999, "", "now", "1499827319559.5",
                                   " 1499827319559", "+1499827319559", "01499827319559", "１４９９８２７３１９５５９"]):
        yield refused(f"time-{number}", "TIMESTAMP_OUT_OF_RANGE", timestamp=time)
    yield refused("time-in-us-elsewhere", "TIMESTAMP_OUT_OF_RANGE", ("GET", "/fapi/v3/account"), timestamp=TIME * 1000)
    for number, window in enumerate([0, -1, 60001, "60000.001", "1.2345", "", "5s", "05", ".5", "5."]):
        yield refused(f"window-{number}", "RECV_WINDOW_OUT_OF_RANGE", recv_window=window)
    yield refused("decimals-elsewhere", "RECV_WINDOW_OUT_OF_RANGE", ("GET", "/sapi/v1/account/status"), recv_window="1.5")
    yield refused("get-with-body", "BODY_NOT_ALLOWED", body_params=[["a", "1"]])
    yield refused("too-long", "REQUEST_TOO_LONG", POST, params=[["a", "x" * 65_500]])
    yield refused("first-error-counts", "PARAMETER_TWICE", params=[["a", "1"], ["a", "1"], ["signature", "1"]])
    for number, method in enumerate(["PATCH", "get", "", "GET "]):
        yield refused(f"method-{number}", "METHOD_UNKNOWN", (method, "/api/v3/account"))
    for number, path in enumerate(["", "api/v3/account", "/api/v3/account?a=1", "/api/v3/a b", "/api/v3/é", "/" + "a" * 128]):
        yield refused(f"path-{number}", "PATH_MALFORMED", ("GET", path))
    for number, route in enumerate([("GET", "/api/v3/nonsense"), ("PUT", "/api/v3/order"), ("GET", "/"), ("GET", "/xapi/v1/a"),
                                    ("GET", "/api/v3/account/"), ("GET", "/api/v3/Account"), ("POST", "/api/v3/time")]):
        yield refused(f"route-{number}", "ROUTE_UNKNOWN", route)
    yield refused("error-before-denial", "PARAMETER_TWICE", ("GET", "/api/v3/nonsense"), params=[["a", "1"], ["a", "1"]])
    for number, key in enumerate(["", "with blank", "quoted\"", "line\nend", "é", "k" * 129]):
        yield refused(f"api-key-{number}", "API_KEY_MALFORMED", api_key=key)
    for number, secret in enumerate(["", "with blank", "line\n", "é", "s" * 257]):
        yield refused(f"secret-{number}", "SECRET_MALFORMED", key={"hmac": secret})
    yield refused("secret-pem", "SECRET_IS_PRIVATE_KEY", key={"hmac": "-----BEGIN PRIVATE KEY-----"})
    yield refused("key-before-request", "SECRET_MALFORMED", ("PATCH", ""), key={"hmac": ""})

    for number, path in enumerate(["/fapi/v3/account", "/dapi/v1/account", "/sapi/v1/account/status", "/papi/v1/account"]):
        yield refused(f"unit-elsewhere-{number}", "NOT_FOR_TRANSPORT", ("GET", path), time_unit="MICROSECOND")
    yield refused("unit-unknown", "CASE_NOT_UNDERSTOOD", time_unit="SECOND")
    yield refused("family-mismatch", "FAMILY_MISMATCH", family="futures-um")
    yield refused("family-unknown", "CASE_NOT_UNDERSTOOD", family="spots")
    yield refused("transport", "CASE_NOT_UNDERSTOOD", transport="http")
    for field, code, value in [("policy", "POLICY_TEXT", ""), ("key_info", "CASE_NOT_UNDERSTOOD", {}), ("observe", "CASE_NOT_UNDERSTOOD", {})]:
        yield refused(f"alone-{field}", code, **{field: value})
    yield refused("rest-session", "NOT_FOR_TRANSPORT", in_session=True)
    yield refused("rest-fix", "NOT_FOR_TRANSPORT", fix={})
    yield refused("field-unknown", "CASE_NOT_UNDERSTOOD", parms=[])
    yield refused("params-object", "CASE_NOT_UNDERSTOOD", params={"a": "1"})
    yield refused("params-pair", "CASE_NOT_UNDERSTOOD", params=[["a"]])
    yield refused("params-name", "CASE_NOT_UNDERSTOOD", params=[[1, "a"]])
    yield refused("method-number", "CASE_NOT_UNDERSTOOD", method=1)
    yield refused("time-bool", "CASE_NOT_UNDERSTOOD", timestamp=True)
    yield "not json", "CASE_NOT_UNDERSTOOD"
    yield "[1]", "CASE_NOT_UNDERSTOOD"
    yield '{"id": "half"', "CASE_NOT_UNDERSTOOD"
    yield '{"id": 7}', "CASE_NOT_UNDERSTOOD"
    yield '{"id": "exponent", "method": "GET", "path": "/api/v3/account", "api_key": "k", "key": {"hmac": "s"}, "params": [["a", 1e9999]]}', "VALUE_TYPE"
    yield '{"id": "lone-surrogate", "path": "\\ud800"}', "CASE_NOT_UNDERSTOOD"
