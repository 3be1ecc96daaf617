"""An answer of the exchange and what it means (section 10 of docs/policy.md, table of answers)."""

import json
import re
from dataclasses import dataclass

REJECTED = (-2008, -2014, -2015, -2017)
CLOCK = {-1021: None, -5028: ("futures-um", "portfolio-margin"), -4188: ("futures-cm", "portfolio-margin")}
LONGEST_WAIT = 3 * 86_400_000
WEIGHT = ("REQUEST_WEIGHT", "MINUTE", 1)
ORDERS = {("ORDERS", "SECOND", 10): "orders_10s", ("ORDERS", "MINUTE", 1): "orders_1m", ("ORDERS", "DAY", 1): "orders_1d"}
COUNTS = {"x-mbx-order-count-10s": "orders_10s", "x-mbx-order-count-1m": "orders_1m", "x-mbx-order-count-1d": "orders_1d"}


@dataclass
class Answer:
    status: int
    code: int | None
    wait_until: int | None
    used_weight: int | None
    orders: dict

    def is_wait(self):
        return self.status in (418, 429) or self.code == -1003

    def is_clock(self, family):
        return self.code in CLOCK and (CLOCK[self.code] is None or family in CLOCK[self.code])

    def is_rejection(self):
        return self.code in REJECTED or self.status == 401

    def is_unknown(self, cancel_replace):
        return self.status == 0 or self.status >= 500 or self.code in (-1006, -1007) or (self.status == 409 and cancel_replace)


def read(answer, now):
    """The `observe` of a case: `status`, `headers`, `body`."""
    headers = {name.lower(): value for name, value in answer.get("headers", {}).items()}
    body = answer.get("body", "")
    if isinstance(body, str):
        try:
            body = json.loads(body)
        except ValueError:
            body = None
    body = body if isinstance(body, dict) else {}
    if answer["status"] == 0:
        return message(body, now)
    waits = []
    if "retry-after" in headers:
        waits.append(int(headers["retry-after"]) * 1000)
    waits += banned(body, now)
    weight = headers.get("x-mbx-used-weight-1m", headers.get("x-mbx-used-weight"))
    orders = {field: int(headers[name]) for name, field in COUNTS.items() if name in headers}
    return Answer(answer["status"], body.get("code"), until(waits, now), None if weight is None else int(weight), orders)


def message(body, now):
    """A message of the WebSocket API."""
    error = body.get("error", {})
    waits = banned(error, now)
    data = error.get("data", {})
    if "retryAfter" in data:
        waits += later(data["retryAfter"] - data.get("serverTime", now))
    weight, orders = None, {}
    for limit in body.get("rateLimits", []):
        kind = limit["rateLimitType"], limit["interval"], limit["intervalNum"]
        if kind == WEIGHT:
            weight = limit["count"]
        elif kind in ORDERS:
            orders[ORDERS[kind]] = limit["count"]
    return Answer(body.get("status", 0), error.get("code"), until(waits, now), weight, orders)


def banned(error, now):
    """How long an error's text says that the address is banned."""
    match = re.search(r"banned until (\d{13})", error.get("msg", ""))
    return later(int(match[1]) - now) if match else []


def later(wait):
    """A moment that is past says nothing; a wait of no time (`Retry-After: 0`) does."""
    return [wait] if wait > 0 else []


def until(waits, now):
    return now + min(max(waits), LONGEST_WAIT) if waits else None
