"""Cases with a policy, and their results: the verdict from the evaluator of `tests/policy`, what is signed from the oracle."""

import base64
import json
import sys
from pathlib import Path

import oracle

sys.path.append(str(Path(__file__).resolve().parents[1] / "policy"))
import draw  # noqa: E402
import image  # noqa: E402
import request as requests  # noqa: E402
import session  # noqa: E402

API_KEY, KEYS = draw.API_KEY, draw.KEYS
HMAC = KEYS["HMAC"]
# A Monday in 2026, 12:00 UTC.
NOW = 1_790_596_800_000


def pairs(case, field):
    """Names and texts; where JSON has no quotes, that is said."""
    return [(name, requests.plain(value)) if isinstance(value, str) else (name, requests.plain(value), "json") for name, value in case.get(field, [])]


def allowed(case, key):
    """The whole result of a case that is allowed."""
    name = case["id"]
    if case.get("check"):
        return {"id": name, "verdict": "allow"}
    transport = case.get("transport", "rest")
    if transport == "fix":
        return oracle.fix_logon(name, case["fix"], API_KEY, key)
    route = requests.of_case(case).lookup.route
    times = [(wire, requests.plain(case[field]), "json") for wire, field in (("recvWindow", "recv_window"), ("timestamp", "timestamp")) if field in case]
    params = pairs(case, "params")
    if transport == "ws-api":
        outside = not case.get("in_session", False)
        return oracle.ws_api(name, case["method"], params + times, API_KEY, key, signed=route.signed and outside, keyed=route.keyed and outside)
    params, body, times = ([pair[:2] for pair in some] for some in (params, pairs(case, "body_params"), times))
    if transport == "sapi-wss":
        return oracle.signed_url(name, params + times, API_KEY, key)
    query, body = (params, body + times) if body else (params + times, body)
    return oracle.allow(name, case["method"], case["path"], query, body, API_KEY, key, signed=route.signed, keyed=route.keyed)


def result(case, key, answer):
    """What a face has to answer; a denial without its message, which is the core's."""
    name = case["id"]
    match answer:
        case ("allow",):
            return allowed(case, key)
        case ("deny", code, clause, rule, param, opens):
            found = {"id": name, "verdict": "deny", "code": code, "clause": clause, "rule": rule}
            return found | {field: text for field, text in (("param", param), ("opens", opens)) if text is not None}
        case ("observed", fields):
            return {"id": name, "observed": fields}
        case ("error", code):
            return code


class Session:
    """Cases under one policy, one after the other."""

    def __init__(self, name, text, *, key_type="HMAC", app=None, digest=b""):
        self.name, self.key = name, KEYS[key_type]
        self.evaluator = session.Session(text, key_type, app=app, digest=digest)
        self.head = {"policy": text, "api_key": API_KEY, "key": self.key, **({"app": app} if app else {})}
        self.count = 0

    def case(self, expected=None, **fields):
        """(case, result); `expected` is what the evaluator has to say, where that is known from elsewhere."""
        case = {"id": f"{self.name}-{self.count}", "session": self.name, **(self.head if self.count == 0 else {}), **fields}
        self.count += 1
        answer = self.evaluator.answer(case)
        assert expected is None or tuple(expected) == answer[:len(expected)], (case, expected, answer)
        return case, result(case, self.key, answer)


def alone(name, text, expected=None, *, key_type="HMAC", **fields):
    """A case with a policy and no session."""
    one = Session(name, text, key_type=key_type, app=fields.get("app"))
    case, found = one.case(expected, **fields, id=name)
    del case["session"]
    return case, found


def drawn(seed, numbers, length):
    """Sequences drawn at random."""
    for sequence in draw.sequences(seed, numbers):
        for case, answer in sequence.cases(length):
            yield case, result(case, sequence.head["key"], answer)


def policy_image(text):
    return base64.b64encode(image.compile(text)).decode()


def toml(value):
    """A value as TOML has it in a line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name} = {toml(one)}" for name, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


def policy(*, head="", permissions=("enableReading", "enableSpotAndMarginTrading"), **tables):
    """The text of a policy with all that is needed: `allow`, `forbid` and `limit` are lists of tables."""
    lines = ['policy = "binsign 1"', 'name = "p"', "version = 1", 'purpose = "conformance"', f"permissions = {toml(list(permissions))}", head]
    for kind in "allow", "forbid", "limit":
        for number, table in enumerate(tables.get(kind, [])):
            table = {"name": f"{kind} {number}", **table}
            lines += [f"[[{kind}]]", *(f"{name} = {toml(value)}" for name, value in table.items())]
    return "\n".join(lines) + "\n"
