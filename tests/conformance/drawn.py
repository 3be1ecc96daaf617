"""Cases drawn at random, always the same ones, with results from the oracle: breadth, and more than 1,000 in one process."""

import random

import oracle
from fix import KEY as FIX_KEY
from fix import LOGON
from published import key_of, vector
from websocket import ED25519, RSA
from written import SECRET

ALPHABETS = [
    "abcXYZ019",
    "-._~",
    " +&=%/?#@*()'[]{}|\\\"<>^`,;:!$",
    "éßñ１２币安人生\U0001f680\u200d",
    "\t\r\n\x01\x7f",
]
# Without `&`, `=` and control characters, which the WebSocket API cannot have.
RAW_ALPHABETS = ["abcXYZ019", " +%/?#@*()'[]{}|\\\"<>^`,;:!$-._~", ALPHABETS[3], '"\\']
NAMES = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-[]"
ROUTES = [
    ("POST", "/api/v3/order"), ("DELETE", "/api/v3/order"), ("GET", "/api/v3/account"), ("PUT", "/fapi/v1/order"),
    ("POST", "/sapi/v1/capital/withdraw/apply"), ("GET", "/dapi/v1/account"), ("POST", "/eapi/v1/order"),
    ("POST", "/papi/v1/um/order"),
]
WS_ROUTES = [
    ("spot", "order.place"), ("spot", "account.status"), ("spot", "userDataStream.subscribe.signature"), ("futures-um", "order.modify"),
    ("futures-um", "v2/account.balance"), ("futures-cm", "order.cancel"),
]
RESERVED = {"signature", "timestamp", "recvWindow", "apiKey"}
KEYS = [ED25519, key_of(vector("rust-ed25519")), key_of(vector("pybinance-ed25519")), RSA, key_of(vector("sigex-rsa-order"))]
# RSA takes a microcontroller, which answers all of this too, half a second a signature.
OFTEN = [4, 4, 4, 1, 1]


def drawn_params(draw, alphabets, most=12, letters=NAMES):
    names = sorted({"".join(draw.choices(letters, k=draw.randint(1, 20))) for _ in range(draw.randint(0, most))} - RESERVED)
    draw.shuffle(names)
    return [(one, "".join(draw.choices(draw.choice(alphabets), k=draw.randint(0, 40)))) for one in names]


def drawn_key(draw, other=0.2):
    """Mostly a secret, since the oracle takes its time for the other types of keys."""
    if draw.random() < other:
        return draw.choices(KEYS, OFTEN)[0]
    return {"hmac": draw.choice([SECRET, "".join(chr(draw.randint(33, 126)) for _ in range(draw.randint(1, 256)))])}


def drawn_times(draw, case):
    """recvWindow and timestamp, in the case and as pairs."""
    pairs = []
    if draw.random() < 0.7:
        case["recv_window"] = draw.randint(1, 60000)
        pairs.append(("recvWindow", str(case["recv_window"])))
    case["timestamp"] = draw.randint(1483228800000, 4102444799999)
    return [*pairs, ("timestamp", str(case["timestamp"]))]


def rest(draw, name):
    method, path = draw.choice(ROUTES)
    pairs = drawn_params(draw, ALPHABETS)
    cut = len(pairs) if method == "GET" else draw.randint(0, len(pairs))
    query, body = pairs[:cut], pairs[cut:]
    api_key, key = "".join(draw.choices("abcXYZ019", k=64)), drawn_key(draw, 0.05)
    case = {"id": name, "method": method, "path": path, "params": query, "body_params": body, "api_key": api_key, "key": key}
    times = drawn_times(draw, case)
    query, body = (query, body + times) if body else (query + times, body)
    return case, oracle.allow(name, method, path, query, body, api_key, key)


def websocket(draw, name):
    family, method = draw.choice(WS_ROUTES)
    given, sent = [], []
    for one, text in drawn_params(draw, RAW_ALPHABETS):
        kind = draw.randrange(4)
        if kind == 0:
            number = draw.choice([draw.randint(-10**18, 10**18), draw.randint(0, 9)])
            given.append((one, number))
            sent.append((one, str(number), "json"))
        elif kind == 1:
            symbols = ["".join(draw.choices("ABC币１", k=draw.randint(1, 8))) for _ in range(draw.randint(0, 4))]
            given.append((one, symbols))
            sent.append((one, "[" + ",".join(f'"{symbol}"' for symbol in symbols) + "]", "json"))
        else:
            given.append((one, text))
            sent.append((one, text))
    api_key, key = "".join(draw.choices("abcXYZ019", k=64)), drawn_key(draw)
    case = {"id": name, "transport": "ws-api", "family": family, "method": method, "params": given, "api_key": api_key, "key": key}
    in_session = draw.random() < 0.1
    if in_session:
        case["in_session"] = True
    sent += [(*pair, "json") for pair in drawn_times(draw, case)]
    return case, oracle.ws_api(name, method, sent, api_key, key, signed=not in_session, keyed=not in_session)


def signed_url(draw, name):
    params = drawn_params(draw, ALPHABETS, 6, NAMES[:62])
    key = drawn_key(draw)
    case = {"id": name, "transport": "sapi-wss", "params": params, "api_key": "anyKey", "key": key}
    return case, oracle.signed_url(name, params + drawn_times(draw, case), "anyKey", key)


def logon(draw, name):
    text = "".join(f"{draw.randint(low, high):02}" for low, high in [(2017, 2099), (1, 12), (1, 28)])
    text += "-" + ":".join(f"{draw.randint(0, most):02}" for most in (23, 59, 59))
    text += draw.choice(["", f".{draw.randint(0, 999):03}", f".{draw.randint(0, 999999):06}"])
    fields = {
        "sender_comp_id": "".join(draw.choices(NAMES[:62] + "_-", k=draw.randint(1, 8))),
        "sending_time": text,
        "heart_bt_int": draw.randint(5, 60),
        "message_handling": draw.randint(1, 2),
    }
    for field, value in {
        "target_comp_id": "SPOT", "msg_seq_num": draw.randint(1, 2**64 - 1), "response_mode": draw.randint(1, 2),
        "recv_window": f"{draw.randint(1, 59999)}.{draw.randint(1, 999):03}", "drop_copy": True,
    }.items():
        if draw.random() < 0.5:
            fields[field] = value
    api_key, key = "".join(draw.choices("abcXYZ019", k=draw.randint(1, 64))), draw.choice([FIX_KEY, ED25519])
    case = {"id": name, "transport": "fix", "method": "Logon", "api_key": api_key, "key": key, "fix": fields}
    return case, oracle.fix_logon(name, fields, api_key, key)


def cases(seed=20260115):
    """(case, expected), as in `written`."""
    assert key_of(LOGON) == FIX_KEY
    for kind, count in (rest, 1000), (websocket, 400), (signed_url, 100), (logon, 150):
        draw = random.Random(f"{seed} {kind.__name__}")
        for number in range(count):
            case, expected = kind(draw, f"drawn-{kind.__name__}-{number}")
            # The split way gives the same result.
            if draw.random() < 0.05:
                case["external"] = True
            yield case, expected
