"""Cases drawn at random, always the same ones, with results from the oracle: breadth, and more than 1,000 in one process."""

import random

import oracle
from written import SECRET

ALPHABETS = [
    "abcXYZ019",
    "-._~",
    " +&=%/?#@*()'[]{}|\\\"<>^`,;:!$",
    "éßñ１２币安人生\U0001f680\u200d",
    "\t\r\n\x01\x7f",
]
NAMES = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-[]"
ROUTES = [
    ("POST", "/api/v3/order"), ("DELETE", "/api/v3/order"), ("GET", "/api/v3/account"), ("PUT", "/fapi/v1/order"),
    ("POST", "/sapi/v1/capital/withdraw/apply"), ("GET", "/dapi/v1/account"), ("POST", "/eapi/v1/order"),
    ("POST", "/papi/v1/um/order"),
]


def cases(count=1000, seed=20260115):
    draw = random.Random(seed)
    for number in range(count):
        name = f"drawn-{number}"
        method, path = draw.choice(ROUTES)
        names = list({"".join(draw.choices(NAMES, k=draw.randint(1, 20))) for _ in range(draw.randint(0, 12))}
                     - {"signature", "timestamp", "recvWindow"})
        names.sort()
        draw.shuffle(names)
        pairs = [(one, "".join(draw.choices(draw.choice(ALPHABETS), k=draw.randint(0, 40)))) for one in names]
        cut = len(pairs) if method == "GET" else draw.randint(0, len(pairs))
        query, body = pairs[:cut], pairs[cut:]
        api_key = "".join(draw.choices("abcXYZ019", k=64))
        secret = draw.choice([SECRET, "".join(chr(draw.randint(33, 126)) for _ in range(draw.randint(1, 256)))])
        case = {"id": name, "method": method, "path": path, "params": query, "body_params": body, "api_key": api_key,
                "key": {"hmac": secret}}
        last = body if body else query
        if draw.random() < 0.7:
            window = draw.randint(1, 60000)
            case["recv_window"] = window
            last = last + [("recvWindow", str(window))]
        time = draw.randint(1483228800000, 4102444800000)
        case["timestamp"] = time
        last = last + [("timestamp", str(time))]
        query, body = (query, last) if body else (last, body)
        yield case, oracle.allow(name, method, path, query, body, api_key, secret)
