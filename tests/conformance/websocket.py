"""Cases of the WebSocket API and of signed stream URLs: the order of names, raw text, the JSON around it, every refusal."""

import json

import oracle
from published import key_of, vector
from written import API_KEY, SECRET, TIME

HMAC = {"hmac": SECRET}
ED25519 = key_of(vector("java-ed25519"))
RSA = key_of(vector("java-rsa"))
KEYS = {"hmac": HMAC, "ed25519": ED25519, "rsa": RSA}

ORDER = ("spot", "order.place")

# What a parameter is given as, what is signed, and whether it stands in the JSON without quotes.
VALUES = [
    ('"plain"', "plain", False),
    ('"１２３４５６"', "１２３４５６", False),
    ('"币安人生USDT"', "币安人生USDT", False),
    ('"\\ud83d\\ude80 e\\u0301 \\u2028 \\u00a0"', "\U0001f680 e\u0301 \u2028 \u00a0", False),
    ('"a b+c%41e%f/g?h#i@j*k~l(m)n\'o[p]q{r}s|t,u:v;w"', "a b+c%41e%f/g?h#i@j*k~l(m)n'o[p]q{r}s|t,u:v;w", False),
    ('"\\"quoted\\" and \\\\ and \\\\\\""', '"quoted" and \\ and \\"', False),
    ('"\\\\u0041\\\\n"', "\\u0041\\n", False),
    ('""', "", False),
    ('"1"', "1", False),
    ('"true"', "true", False),
    ('"null"', "null", False),
    ("1", "1", True),
    ("0", "0", True),
    ("-1", "-1", True),
    ("0.10", "0.10", True),
    ("9007199254740993", "9007199254740993", True),
    ("18446744073709551615", "18446744073709551615", True),
    ("12345678901234567890123456789", "12345678901234567890123456789", True),
    ("0.1000000000000000055511151231257827", "0.1000000000000000055511151231257827", True),
    ("1e-7", "0.0000001", True),
    ("1E+2", "100", True),
    ("true", "true", True),
    ("false", "false", True),
    ('["BTCUSDT", "LTCBTC"]', '["BTCUSDT","LTCBTC"]', True),
    ("[1, 2.50, 1e-3, null, true]", "[1,2.50,0.001,null,true]", True),
    ('[{"symbol": "A", "price": "0.1", "b": 1}]', '[{"symbol":"A","price":"0.1","b":1}]', True),
    ('["币安人生USDT", "\\"", "\\\\"]', '["币安人生USDT","\\"","\\\\"]', True),
    ("[]", "[]", True),
    ("{}", "{}", True),
]


def case(name, route=ORDER, key=HMAC, **fields):
    family, method = route
    return {"id": name, "transport": "ws-api", "family": family, "method": method, "params": [], "api_key": API_KEY, "key": key,
            **fields}


def allowed(name, route=ORDER, params=(), key=HMAC, signed=True, keyed=True, **fields):
    """A case whose parameters are text, with the result the oracle gives."""
    times = [(wire, str(fields[field]), "json") for field, wire in (("recv_window", "recvWindow"), ("timestamp", "timestamp"))
             if field in fields]
    keyed = keyed and not fields.get("in_session")
    expected = oracle.ws_api(name, route[1], [*params, *times], API_KEY, key, signed=signed and keyed, keyed=keyed)
    return case(name, route, key, params=[list(pair) for pair in params], **fields), expected


def refused(name, code, route=ORDER, **fields):
    return case(name, route, **fields), code


def url(name, params=(), key=HMAC, **fields):
    times = [(wire, str(fields[field])) for field, wire in (("recv_window", "recvWindow"), ("timestamp", "timestamp"))
             if field in fields]
    expected = oracle.signed_url(name, [*params, *times], API_KEY, key)
    return url_case(name, params=[list(pair) for pair in params], key=key, **fields), expected


def url_case(name, **fields):
    return {"id": name, "transport": "sapi-wss", "params": [], "api_key": API_KEY, "key": HMAC, **fields}


def values():
    for number, (value, text, literal) in enumerate(VALUES):
        name = f"ws-value-{number}"
        line = json.dumps(case(name)).replace('"params": []', f'"params": [["quantity", {value}], ["a", "b"]]')
        pair = ("quantity", text, "json") if literal else ("quantity", text)
        yield line, oracle.ws_api(name, "order.place", [pair, ("a", "b")], API_KEY, SECRET)
    line = json.dumps(case("ws-value-null")).replace('"params": []', '"params": [["a", null], ["b", "1"]]')
    yield line, oracle.ws_api("ws-value-null", "order.place", [("b", "1")], API_KEY, SECRET)


def signed():
    """Requests with a signature, by every type of key."""
    order = [("symbol", "BTCUSDT"), ("type", "LIMIT"), ("side", "SELL"), ("price", "52000.00"), ("quantity", "0.01")]
    for kind, key in KEYS.items():
        yield allowed(f"ws-{kind}", params=order, key=key, timestamp=TIME, recv_window=5000)
        yield allowed(f"ws-{kind}-nothing", ("spot", "account.status"), key=key)
        yield allowed(f"ws-{kind}-um", ("futures-um", "order.place"), order, key, timestamp=TIME)
        yield allowed(f"ws-{kind}-cm", ("futures-cm", "order.place"), order, key, timestamp=TIME)
        yield allowed(f"ws-{kind}-session", params=order, key=key, timestamp=TIME, in_session=True)
        yield allowed(f"ws-{kind}-subscribe", ("spot", "userDataStream.subscribe.signature"), key=key, timestamp=TIME)
        yield url(f"url-{kind}", [("topic", "com_announcement_en"), ("random", "56724ac693184379ae23ffe5e910063c")], key,
                  timestamp=TIME, recv_window=30000)
    for family in "spot", "futures-um", "futures-cm":
        yield allowed(f"ws-logon-{family}", (family, "session.logon"), key=ED25519, timestamp=TIME, recv_window=5000)
        for kind in "hmac", "rsa":
            yield refused(f"ws-logon-{family}-{kind}", "KEY_TYPE_UNSUITED", (family, "session.logon"), key=KEYS[kind],
                          timestamp=TIME)
    yield allowed("ws-versioned-method", ("futures-um", "v2/account.status"), timestamp=TIME)
    yield allowed("ws-time-as-text", timestamp=str(TIME), recv_window="60000")
    yield allowed("ws-time-in-us", timestamp=TIME * 1000)
    yield allowed("ws-window-with-decimals", recv_window="6000.346", timestamp=TIME)
    yield allowed("ws-session-nothing", ("spot", "account.status"), in_session=True)
    yield allowed("ws-session-explicit", params=order, timestamp=TIME, in_session=False)
    # An id is text for the exchange to send back, and may need escapes in JSON.
    for number, name in enumerate(["1", 'quote " and \\', "é币\U0001f680", "x" * 36]):
        yield allowed(name, params=[("symbol", "A")], timestamp=TIME + number)


def order_of_names():
    # The bytes decide: digits, upper case, `_`, lower case; a name before the longer one that begins with it.
    names = ["symbols", "symbolStatus", "symbol", "Symbol", "a_b", "aB", "ab", "a.b", "a-b", "a1", "b[10]", "b[1]", "b[2]", "Z", "9"]
    yield allowed("ws-names", params=[(name, str(number)) for number, name in enumerate(names)], timestamp=TIME)
    yield allowed("ws-names-reversed", params=[(name, str(number)) for number, name in enumerate(reversed(names))], timestamp=TIME)
    yield allowed("ws-names-around-ours", params=[("apiKez", "3"), ("apiKex", "1"), ("recvWindox", "5"), ("signaturf", "6"),
                                                  ("timestamq", "7"), ("apiKeyy", "2"), ("b", "4")], timestamp=TIME, recv_window=1)
    yield allowed("ws-name-in-a-value", params=[("b", "a"), ("a", "b"), ("ab", "a")])
    yield allowed("ws-longest-name", params=[("n" * 64, "1")])
    yield allowed("ws-many", params=[(f"name{number}", str(number)) for number in range(63)], timestamp=TIME)
    yield allowed("ws-long-value", params=[("newClientOrderId", "x" * 20_000)], timestamp=TIME)
    yield allowed("ws-long-quotes", params=[("a", '"\\' * 8000), ("b", "2"), ("A", "1")], timestamp=TIME)
    # The names of this interface are letters; of others it is not said whether the order is that of their encoding.
    plain = [name for name in names if "[" not in name]
    yield url("url-names", [(name, str(number)) for number, name in enumerate(plain)], timestamp=TIME)
    yield url("url-encoded", [("topic", "a|b"), ("random", "é &=+%"), ("b", "")], timestamp=TIME)
    yield url("url-nothing")


def unsigned():
    """Methods that need only the key, and methods that need nothing."""
    yield allowed("ws-key-only", ("futures-um", "userDataStream.start"), signed=False)
    yield allowed("ws-key-only-ping", ("futures-cm", "userDataStream.ping"), signed=False)
    yield allowed("ws-nothing", ("spot", "ping"), signed=False, keyed=False)
    yield allowed("ws-nothing-time", ("spot", "time"), signed=False, keyed=False, key=ED25519)
    yield allowed("ws-nothing-logout", ("futures-cm", "session.logout"), signed=False, keyed=False)
    yield allowed("ws-nothing-depth", ("futures-um", "depth"), [("symbol", "BTCUSDT"), ("limit", "5")], signed=False, keyed=False)
    expected = oracle.ws_api("ws-nothing-array", "exchangeInfo", [("symbols", '["A","B"]', "json")], API_KEY, SECRET, signed=False,
                             keyed=False)
    yield case("ws-nothing-array", ("spot", "exchangeInfo"), params=[["symbols", ["A", "B"]]]), expected


def refusals():
    ambiguous = ["1&quantity=999", "a&b", "a=b", "=", "&", "line\nend", "tab\t", "\r", "\x1b", "\x7f", "\x85"]
    for number, text in enumerate(ambiguous):
        yield refused(f"ws-ambiguous-{number}", "VALUE_AMBIGUOUS", params=[["a", text]])
    yield refused("ws-ambiguous-in-array", "VALUE_AMBIGUOUS", params=[["a", ["x&y=z"]]])
    yield refused("ws-ambiguous-in-member", "VALUE_AMBIGUOUS", params=[["a", {"x=y": 1}]])
    yield refused("ws-ambiguous-unsigned", "VALUE_AMBIGUOUS", ("spot", "ping"), params=[["a", "b&c"]])
    yield refused("ws-nul", "NUL_IN_VALUE", params=[["a", "b\0c"]])
    yield refused("ws-api-key", "API_KEY_GIVEN", params=[["apiKey", API_KEY]])
    yield refused("ws-api-key-unsigned", "API_KEY_GIVEN", ("spot", "ping"), params=[["apiKey", API_KEY]])
    yield refused("ws-api-key-in-session", "API_KEY_GIVEN", in_session=True, params=[["apiKey", API_KEY]])
    yield refused("ws-signature", "SIGNATURE_GIVEN", params=[["signature", "00"]])
    yield refused("ws-twice", "PARAMETER_TWICE", params=[["a", "1"], ["b", "1"], ["a", "1"]])
    yield refused("ws-twice-mixed", "PARAMETER_TWICE", params=[["a", "1"], ["a", 1]])
    yield refused("ws-time-twice", "PARAMETER_TWICE", params=[["timestamp", TIME]], timestamp=TIME)
    yield refused("ws-too-many", "TOO_MANY_PARAMETERS", params=[[f"name{number}", "1"] for number in range(64)], timestamp=TIME)
    yield refused("ws-too-long", "REQUEST_TOO_LONG", params=[["a", "x" * 65_500]])
    # Payload and message together are longer than either.
    yield refused("ws-too-long-together", "REQUEST_TOO_LONG", params=[["a", "x" * 40_000]])
    for number, name in enumerate(["", "a b", "a&b", "a=b", "é", "a\0", 'a"b', "n" * 65]):
        yield refused(f"ws-name-{number}", "PARAMETER_NAME_INVALID", params=[[name, "1"]])
    for number, time in enumerate([0, -1, 1483228799999, 1499827319, 99999999999999999, "", "now", "1499827319559.5",
                                   " 1499827319559", "+1499827319559", "01499827319559", "1499827319559,\"a\":1"]):
        yield refused(f"ws-time-{number}", "TIMESTAMP_OUT_OF_RANGE", timestamp=time)
    for number, window in enumerate([0, -1, 60001, "60000.001", "1.2345", "", "5s", "05", ".5", "5."]):
        yield refused(f"ws-window-{number}", "RECV_WINDOW_OUT_OF_RANGE", recv_window=window)
    yield refused("ws-time-in-us-elsewhere", "TIMESTAMP_OUT_OF_RANGE", ("futures-um", "account.status"), timestamp=TIME * 1000)
    yield refused("ws-decimals-elsewhere", "RECV_WINDOW_OUT_OF_RANGE", ("futures-um", "account.status"), recv_window="1.5")
    unknown = [("spot", "nonsense"), ("spot", "Order.place"), ("spot", "order.place "), ("spot", "algoOrder.place"),
               ("futures-um", "sor.order.place"), ("futures-cm", "v2/account.status"), ("spot", "userDataStream.start"),
               ("options", "order.place"), ("sapi", "order.place"), ("portfolio-margin", "order.place"), ("spot", "")]
    for number, route in enumerate(unknown):
        yield refused(f"ws-route-{number}", "ROUTE_UNKNOWN", route)
    yield refused("ws-error-before-denial", "PARAMETER_TWICE", ("spot", "nonsense"), params=[["a", "1"], ["a", "1"]])
    yield refused("ws-key-before-request", "SECRET_MALFORMED", ("spot", "nonsense"), key={"hmac": ""})
    yield refused("ws-family-unknown", "CASE_NOT_UNDERSTOOD", ("spots", "order.place"))
    without = case("ws-family-missing")
    del without["family"]
    yield without, "CASE_NOT_UNDERSTOOD"

    yield url_case("url-twice", params=[["a", "1"], ["b", "2"], ["a", "3"]]), "PARAMETER_TWICE"
    yield url_case("url-signature", params=[["signature", "1"]]), "SIGNATURE_GIVEN"
    yield url_case("url-time", timestamp=1), "TIMESTAMP_OUT_OF_RANGE"
    yield url_case("url-window", recv_window=60001), "RECV_WINDOW_OUT_OF_RANGE"

    yield refused("ws-body", "NOT_FOR_TRANSPORT", body_params=[["a", "1"]])
    yield url_case("url-body", body_params=[["a", "1"]]), "NOT_FOR_TRANSPORT"
    yield refused("ws-path", "NOT_FOR_TRANSPORT", path="/api/v3/order")
    yield refused("ws-fix", "NOT_FOR_TRANSPORT", fix={})
    yield url_case("url-session", in_session=True), "NOT_FOR_TRANSPORT"
    yield url_case("url-family", family="spot"), "NOT_FOR_TRANSPORT"
    yield refused("ws-session-type", "CASE_NOT_UNDERSTOOD", in_session="yes")


def cases():
    """(line, expected), as in `written`."""
    for some in (values, signed, order_of_names, unsigned, refusals):
        yield from some()
