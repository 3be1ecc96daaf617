"""The published examples of `tests/vectors/vectors.json` as conformance cases: all of them, of every key type and transport.

A published example gives payload and signature; the request behind it is recovered by splitting the payload and decoding
it. Where the signature cannot come out as published, the reason stands here.
"""

import base64
import csv
import json
import re
from pathlib import Path
from urllib.parse import unquote, unquote_plus

import oracle
import signatures

TOP = Path(__file__).resolve().parents[2]
VECTORS = TOP / "tests/vectors/vectors.json"
CATALOGUE = TOP / "crates/binsign/src/catalogue/catalog.csv"

# Examples that name no endpoint: any signed route of the family will do, since the signature covers none.
ROUTES = {
    "sigex-hmac-timestamp-only": ("GET", "/api/v3/account"),
    "sigex-hmac-order": ("POST", "/api/v3/order"),
    "sigex-rsa-timestamp": ("GET", "/api/v3/account"),
    "sigex-rsa-order": ("POST", "/api/v3/order"),
    "sigex-rsa-encrypted-pem": ("POST", "/api/v3/order"),
    "cm-rest-hmac-query-true-payload": ("GET", "/dapi/v1/account"),
    "pybinance-ed25519": ("POST", "/api/v3/order"),
    "pybinance-rsa-encrypted": ("POST", "/api/v3/order"),
    "options-rest-hmac-true-payload": ("POST", "/eapi/v1/order"),
}

# id -> (what must come out, why the published signature cannot)
DIFFERENT = {
    "um-rest-hmac-mixed-as-documented": ("TIMESTAMP_OUT_OF_RANGE", "a stray blank before the timestamp was signed"),
    "cm-rest-hmac-mixed-as-documented": ("TIMESTAMP_OUT_OF_RANGE", "a stray blank before the timestamp was signed"),
    "java-hmac-crypto-loan-getCryptoLoansIncomeHistoryTest": ("ROUTE_RETIRED", "the route is retired"),
    "java-hmac-crypto-loan-getLoanBorrowHistoryTest": ("ROUTE_RETIRED", "the route is retired"),
    "java-hmac-prediction-marketSearchTest": (None, "a blank was signed as `+`, which RFC 3986 has as %20"),
    "java-hmac-fiat-getOrderDetailTest": (None, "a `*` was signed raw, which RFC 3986 has as %2A"),
    "spot-ws-sample-L3378-session.logon": ("KEY_TYPE_UNSUITED", "the exchange takes Ed25519 keys only for session.logon"),
    "um-ws-session-logon-sample": ("KEY_TYPE_UNSUITED", "the exchange takes Ed25519 keys only for session.logon"),
    "sigex-rsa-encrypted-pem": ("KEY_ENCRYPTION_OLD", "the key is encrypted with PBES1 (MD5 and DES)"),
    "cms-wss-hmac": (None, "signed in the order of sending, against the page's own rule, which is that of the names"),
}

# The complete message of the example `fix-logon-ed25519`, as the same section of fix-api.md prints it with `|` for SOH.
FIX_MESSAGE = (
    "8=FIX.4.4|9=247|35=A|34=1|49=EXAMPLE|52=20240627-11:17:25.223|56=SPOT|95=88|96=4MHXelVVcpkdwuLbl6n73HQUXUf1dse2PCgT1DYq"
    "W9w8AVZ1RACFGM+5UdlGPrQHrgtS3CvsRURC1oj73j8gCA==|98=0|108=30|141=Y|553=sBRXrJx2DsOraMXOaUovEhgVRcjOvCtQwnWj8VxkOh1xqboS"
    "02SPGfKi2h8spZJb|25035=2|10=227|"
)

# What the documentation of the WebSocket API has as JSON numbers in its requests.
NUMBERS = {"orderId", "orderListId", "limit", "startTime", "endTime", "fromId"}


def vectors():
    return json.loads(VECTORS.read_text())["vectors"]


def vector(name):
    return next(one for one in vectors() if one["id"] == name)


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


def key_of(vector):
    if "private_key_pem" not in vector:
        return {"hmac": vector["secret"]}
    passphrase = {"passphrase": vector["private_key_passphrase"]} if "private_key_passphrase" in vector else {}
    return {"pem": vector["private_key_pem"], **passphrase}


def rest(vector, case, signature, routes):
    name, payload = vector["id"], vector.get("payload", "")
    decode = unquote_plus if "+" in payload else unquote
    query, body = (pairs(part, decode) for part in split(payload))
    *method, path = vector["endpoint"].split() if "endpoint" in vector else ROUTES[name]
    if not method:
        order = ["POST", "PUT", "DELETE"] if body else ["GET", "DELETE", "POST", "PUT"]
        method = [next(method for method in order if method in routes[path])]
    case |= {"transport": "rest", "method": method[0], "path": path, "params": query}
    if body:
        case["body_params"] = body
    return case, oracle.allow(name, method[0], path, query, body, case["api_key"], vector.get("secret"), signature=signature)


def ws_api(vector, case, signature):
    params = [pair for pair in pairs(vector["payload"], str) if pair[0] != "apiKey"]
    given, sent = [], []
    for name, text in params:
        if name in ("recvWindow", "timestamp"):
            case["recv_window" if name == "recvWindow" else name] = int(text)
        else:
            given.append([name, int(text) if name in NUMBERS else text])
        sent.append((name, text, "json") if name in NUMBERS | {"recvWindow", "timestamp"} else (name, text))
    # The order given must not matter.
    case |= {"transport": "ws-api", "family": vector["family"], "method": vector["endpoint"], "params": given[::-1]}
    expected = oracle.ws_api(vector["id"], vector["endpoint"], sent, case["api_key"], vector.get("secret"), signature=signature)
    return case, expected


def fix(vector, case, signature):
    message_type, sender, target, number, time = vector["payload"].split(oracle.SOH)
    assert message_type == "A"
    # What the payload does not have is that of the message printed below it.
    fields = {"sender_comp_id": sender, "target_comp_id": target, "msg_seq_num": int(number), "sending_time": time,
              "heart_bt_int": 30, "message_handling": 2}
    expected = oracle.fix_logon(vector["id"], fields, case["api_key"], case["key"], signature=signature)
    assert base64.b64decode(expected["message"]).decode() == FIX_MESSAGE.replace("|", oracle.SOH)
    return case | {"transport": "fix", "method": "Logon", "fix": fields}, expected


def signed_url(vector, case, signature):
    query = pairs(vector["payload"], unquote)
    expected = oracle.signed_url(vector["id"], query, case["api_key"], vector["secret"], signature=signature)
    return case | {"transport": "sapi-wss", "params": query}, expected


def cases():
    """(case, expected) a published example; expected is a whole result, or the code of a refusal."""
    routes = methods()
    for vector in vectors():
        name, key = vector["id"], key_of(vector)
        expected_code, reason = DIFFERENT.get(name, (None, None))
        # The header is not signed; where none is published, or one that no key of the exchange looks like, any will do.
        api_key = vector.get("api_key", "")
        case = {"id": name, "api_key": api_key if api_key.isalnum() else "anyKey", "key": key}
        if "passphrase" not in key:
            # The oracle has to reproduce what is published before it is believed elsewhere.
            again = signatures.sign(key, vector.get("payload", "").encode())
            assert again == vector["expected_signature"], name
        # What is published decides; the oracle signs only where nothing can be taken from there.
        signature = None if reason and not expected_code else vector["expected_signature"]
        transport = vector["transport"]
        if transport == "rest":
            case, expected = rest(vector, case, signature, routes)
        else:
            case, expected = {"ws-api": ws_api, "fix": fix, "ws-url": signed_url}[transport](vector, case, signature)
        assert reason or expected["payload"] == vector.get("payload", ""), name
        yield case, expected_code or expected
