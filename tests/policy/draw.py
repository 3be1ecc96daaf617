"""Sequences drawn at random, the same for the same seed: a policy, and cases that share a session under it, with what each has to
come out as."""

import base64
import hashlib
import random

import approval
import catalogue
import draw_policy
import draw_request
import image
import request as requests
from session import Session, needs_ed25519

LENGTH = 20
# A Friday in 2026.
START = 1_790_000_000_000
KEYS = {
    "HMAC": {"hmac": "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j"},
    # The published example of the FIX API.
    "Ed25519": {"pem": "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIIJEYWtGBrhACmb9Dvy+qa8WEf0lQOl1s4CLIAB9m89u\n-----END PRIVATE KEY-----\n"},
}
API_KEY = "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A"
STEPS = [0, 1, 1, 2, 5, 100, 500, 1000, 3000, 8000, 60_000, 3_600_000, 86_400_000]


def answer(draw, sent, policy, now):
    """An answer of the exchange, most of them bad news."""
    if policy.weight_cap and draw.random() < 0.5:
        return {"status": 200, "headers": {"X-MBX-USED-WEIGHT-1M": str(policy.weight_cap + draw.choice([-1, 0, 1]))}, "body": {}}
    if (sent.orders or sent.asks) and draw.random() < 0.5:
        return {"status": draw.choice([500, 502, 200, 400]), "body": {"code": draw.choice([-1000, -1007, -2013, -2010]), "msg": "no"}}
    until = now + draw.choice([1, 1000, 30_000])
    body = lambda code: {"code": code, "msg": "no"}  # noqa: E731
    choices = [
        {"status": 200, "body": {}}, {"status": 200, "headers": {"X-MBX-USED-WEIGHT-1M": str(draw.choice([99, 100, 101, 1200]))}, "body": "[]"},
        {"status": 200, "headers": {"x-mbx-order-count-10s": "3", "X-MBX-ORDER-COUNT-1D": "70", "X-Mbx-Order-Count-1M": "7"}, "body": {}},
        {"status": 429, "headers": {"Retry-After": str(draw.choice([0, 1, 5]))}, "body": body(-1003)}, {"status": 429, "body": body(-1003)},
        {"status": 418, "body": {"code": -1003, "msg": f"Way too much request weight used; IP banned until {until}. Please use the websocket."}},
        {"status": 418, "body": "<html>"}, {"status": 400, "body": body(-1022)}, {"status": 400, "body": body(-1022)}, {"status": 400, "body": body(-1022)},
        {"status": 401, "body": body(-2015)}, {"status": 400, "body": body(-2014)}, {"status": 401, "body": ""}, {"status": 400, "body": body(-1121)},
        {"status": 502, "body": "<html>"}, {"status": 500, "body": body(-1000)}, {"status": 400, "body": body(-1007)}, {"status": 503, "body": body(-1006)},
        {"status": 409, "body": body(-2021)}, {"status": 400, "body": body(-2013)}, {"status": 400, "body": body(-1021)}, {"status": 0, "body": ""},
        {"status": 0, "body": {"id": "1", "status": 200, "result": {}, "rateLimits": [
            {"rateLimitType": "REQUEST_WEIGHT", "interval": "MINUTE", "intervalNum": 1, "limit": 6000, "count": 100},
            {"rateLimitType": "ORDERS", "interval": "SECOND", "intervalNum": 10, "limit": 50, "count": 4}]}},
        {"status": 0, "body": {"id": "1", "status": 429, "error": {"code": -1003, "msg": "no", "data": {"serverTime": now, "retryAfter": until}}}},
        {"status": 0, "body": {"id": None, "status": 401, "error": {"code": -2015, "msg": "no"}}},
        {"status": 400, "body": body(draw.choice([-5028, -4188]))},
    ]
    return draw.choice(choices)


def info(draw, policy, now):
    """An answer about the key, and when it came."""
    granted = {name: True for name in policy.permissions if draw.random() < 0.97}
    granted |= {name: draw.random() < 0.3 for name in draw.sample(draw_policy.FLAGS, 2)}
    body = {"ipRestrict": draw.random() < 0.6, **granted}
    if draw.random() < 0.3:
        body["createTime"] = 1_600_000_000_000
    if draw.random() < 0.03:
        body["tradingAuthorityExpirationTime"] = now + draw.choice([-1, 0, 1, 100_000])
    fields = {"key_info": body}
    if draw.random() < 0.5:
        age = policy.info_max_age or 1000
        fields["key_info_at"] = now - draw.choice([0, age, age - 1, age + 1, -1])
    return fields


def approved(draw, case, session, now):
    """An approval of the case, good or not."""
    request = requests.of_case(case)
    until = now + draw.choice([0, 0, 1, -1, 60_000, 86_400_000, 86_400_001])
    digest = session.gate.digest if draw.random() < 0.9 else hashlib.sha256(b"").digest()
    text = approval.make(draw.choice(approval.SEEDS), digest, until, request)
    if draw.random() < 0.1:
        text = draw.choice([text[:-1], text + b"\0", bytes([text[0] ^ 1]) + text[1:], text[:40] + bytes([text[40] ^ 1]) + text[41:], b""])
    return {"approval": base64.b64encode(text).decode()}


class Sequence:
    """One policy and the cases under it."""

    def __init__(self, seed, number):
        self.draw = draw = random.Random(f"{seed} {number}")
        self.name = f"policy-{seed}-{number}"
        self.routes = draw_policy.theme(draw)
        self.now = START + draw.randint(0, 7 * 86_400_000)
        self.table = draw_policy.policy(draw, self.routes, self.now)
        self.text = draw_policy.text(self.table)
        self.key_type = draw.choice(["HMAC", "HMAC", "Ed25519"])
        app = self.table["app"] if draw.random() < 0.9 else draw.choice([None, *draw_policy.APPS])
        compiled = image.compile(self.text)
        # A request to be made again.
        self.before = None
        self.session = Session(self.text, self.key_type, app=app, digest=hashlib.sha256(compiled).digest())
        self.head = {"policy": self.text, "api_key": API_KEY, "key": KEYS[self.key_type]}
        if app is not None:
            self.head["app"] = app

    def cases(self, length=LENGTH):
        """(case, expected)."""
        draw, session = self.draw, self.session
        for number in range(length):
            self.now += draw.choice(STEPS if draw.random() < 0.15 else STEPS[:8])
            case = {"id": f"{self.name}-{number}", "session": self.name, **(self.head if number == 0 else {})}
            case |= self.clock()
            case |= self.something(number)
            yield case, session.answer(case)

    def again(self, state):
        """A request that was made before, or a question after an order that is unknown."""
        draw = self.draw
        if not self.before or draw.random() > (0.5 if state.unknown else 0.1):
            return None
        time = {"timestamp": max(self.now, (state.last_timestamp or 0) // 1000 + 1)}
        if state.unknown and draw.random() < 0.3:
            symbol, client_id = draw.choice(state.unknown)
            return {"method": "GET", "path": "/api/v3/order", "params": [["symbol", symbol], ["origClientOrderId", client_id]], **time}
        return {**self.before, **time}

    def clock(self):
        kind = self.draw.random()
        if kind < 0.01:
            return {}
        if kind < 0.04:
            tolerance = self.session.gate.policy.tolerance
            self.now = max(self.session.gate.state.latest, START) - tolerance + self.draw.choice([-1, 0, 1])
        return {"now": self.now}

    def something(self, number):
        """What the case asks for, behind its clock."""
        draw, session = self.draw, self.session
        state, policy = session.gate.state, session.gate.policy
        kind = draw.random()
        if number and kind < 0.07 and state.sent:
            return {"now": self.now, "observe": answer(draw, state.sent, policy, self.now)}
        if number and kind < 0.075:
            trip = draw.choice([0, 1, 10, 200, 10_000, 10_001])
            return {"now": self.now, "observe": {"sent": self.now - trip, "received": self.now, "server": self.now + draw.choice([-3000, -1, 0, 1, 1000, 5001])}}
        if number and (kind < 0.09 or state.key_state == "suspended"):
            return {"do": draw.choices(["clear", "restart", "revoke", "terminate"], [60, 36, 2, 1])[0]}
        if state.wait_until and state.wait_until > self.now and draw.random() < 0.8:
            self.now = state.wait_until + draw.choice([-1, 0])
        case = {"now": self.now} if kind > 0.13 else {}
        again = self.again(state)
        case |= again or draw_request.request(draw, self.routes, self.table, policy, self.now, state.last_timestamp or (self.now - 1) * 1000, state.offset)
        if "timestamp" in case and not again and draw.random() < 0.5:
            self.before = {name: case[name] for name in draw_request.ASKED if name in case}
        share = 0.95 if policy.info_max_age or policy.ip_restricted else 0.3
        if draw.random() < (share if number == 0 else 0.03):
            case |= info(draw, policy, self.now)
        if draw.random() < 0.1:
            case["check"] = True
        if any(rule.approval for rule in policy.allows) and draw.random() < 0.8:
            case |= approved(draw, case, session, self.now)
        return case


def sequences(seed, numbers):
    return (Sequence(seed, number) for number in numbers)
