"""A policy, read from its text: what docs/policy.md says in sections 1, 2, 3, 5 and 7. Texts that are no policy are not its business."""

import base64
import datetime
import tomllib
from dataclasses import dataclass, field
from fractions import Fraction

import catalogue
import amounts

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass
class Selector:
    """One of three: groups with actions, one route, or all that is reading."""
    groups: set | None = None
    actions: set | None = None
    route: tuple | None = None

    def key(self):
        return str(self.route), str(self.groups and sorted(self.groups)), str(self.actions and sorted(self.actions))

    def fits(self, route):
        if self.route:
            return self.route == (route.transport, route.family, route.method, route.path)
        return (self.groups is None or route.group in self.groups) and (self.actions is None or route.action in self.actions)


@dataclass
class Range:
    low: Fraction | None
    high: Fraction | None


@dataclass
class Rule:
    name: str
    clause: str
    selectors: list
    # Number in the table of section 5 -> what it wants.
    conditions: dict
    approval: bytes | None = None

    def fits(self, route):
        return any(selector.fits(route) for selector in self.selectors)


@dataclass
class Limit:
    name: str
    clause: str
    count: str
    most: Fraction
    per: int
    selectors: list | None
    symbols: list | None
    coins: list | None
    free: int = 0

    def fits(self, route):
        return self.selectors is None or any(selector.fits(route) for selector in self.selectors)


@dataclass
class Policy:
    text: str
    name: str
    version: int
    app: str | None
    valid_from: int | None
    valid_until: int | None
    permissions: frozenset
    untrusted: bool
    stop: bool
    key_type: str
    key_created: int | None
    info_max_age: int | None
    ip_restricted: bool
    tolerance: int
    recv_window_max: int
    timestamps: str
    hours: list
    trust: dict
    unknown_parameters: bool
    weight_cap: int | None
    signature_faults: int
    allows: list = field(default_factory=list)
    forbids: list = field(default_factory=list)
    limits: list = field(default_factory=list)


LISTS = {1: "symbols", 2: "sides", 3: "types", 4: "time_in_force", 10: "stp", 11: "client_order_id", 12: "coins"}
RANGES = {7: "quantity", 8: "price", 9: "notional", 13: "amount"}
FLAGS = {5: "reduce_only", 6: "close_position"}


def selector(text):
    if text == "reading":
        return Selector(None, set(catalogue.READING))
    if text == "fix logon":
        return Selector(route=("fix", "spot", "Logon", "Logon"))
    if text == "wss":
        return Selector(route=("sapi-wss", "sapi", "GET", "/sapi/wss"))
    if " " in text:
        first, *rest = text.split(" ")
        if first == "ws":
            return Selector(route=("ws-api", rest[0], "WS", rest[1]))
        return Selector(route=("rest", catalogue.FAMILIES[rest[0].split("/")[1]], first, rest[0]))
    who, what = text.split(":")
    groups = {"any": None, "futures": {"futures-um", "futures-cm"}, "sapi": catalogue.sapi_groups()}.get(who, {who})
    actions = {"any": None, "reading": set(catalogue.READING), "trade": set(catalogue.TRADE)}.get(what, {what})
    assert groups is None or groups <= set(catalogue.groups()), text
    assert actions is None or actions <= set(catalogue.ACTIONS), text
    return Selector(groups, actions)


def selectors(texts):
    return [selector(text) for text in texts]


def decimal(text):
    return None if text is None else Fraction(text)


def bounds(table):
    return Range(decimal(table.get("min")), decimal(table.get("max")))


def conditions(table):
    found = {number: table[name] for number, name in (LISTS | FLAGS).items() if name in table}
    found |= {number: bounds(table[name]) for number, name in RANGES.items() if name in table}
    if "to" in table:
        found[14] = [tuple(entry.get(name) for name in ("coin", "network", "address", "tag")) for entry in table["to"]]
    if "where" in table:
        found[15] = {name: bounds(wanted) if isinstance(wanted, dict) else wanted for name, wanted in table["where"].items()}
    return dict(sorted(found.items()))


def rule(table):
    approval = base64.b64decode(table["approval"]) if "approval" in table else None
    return Rule(table["name"], table.get("clause", "D 9"), selectors(table["routes"]), conditions(table), approval)


def limit(table):
    return Limit(
        table["name"], table.get("clause", "D 9"), table["count"], Fraction(table["max"]), amounts.duration(table["per"]),
        selectors(table["routes"]) if "routes" in table else None, table.get("symbols"), table.get("coins"), table.get("from", 0),
    )


def moment(time):
    """ms since 1970 of a date-time with an offset, or of a date: its midnight in UTC."""
    if not isinstance(time, datetime.datetime):
        time = datetime.datetime.combine(time, datetime.time(), datetime.UTC)
    return (time - datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)) // datetime.timedelta(milliseconds=1)


def hours(text):
    """Minutes of the week, from Monday 00:00: first, and first no longer; for each day of a span."""
    days, times = text.split(" ")
    first, _, last = days.partition("-")
    begin, end = (int(time[:2]) * 60 + int(time[3:]) for time in times.split("-"))
    span = range(DAYS.index(first), DAYS.index(last or first) + 1)
    return [(day * 1440 + begin, day * 1440 + end) for day in span]


def permission(text):
    return catalogue.SPELLINGS.get(text, text)


def read(text):
    table = tomllib.loads(text)
    assert table["policy"] == "binsign 1"
    key, time, trust, exchange = (table.get(name, {}) for name in ("key", "time", "trust", "exchange"))
    when = {name: moment(table[name]) if name in table else None for name in ("valid_from", "valid_until")}
    return Policy(
        text=text, name=table["name"], version=table["version"], app=table.get("app"), **when,
        permissions=frozenset(permission(name) for name in table["permissions"]),
        untrusted=table.get("caller", "trusted") == "untrusted", stop=table.get("stop", False),
        key_type=key.get("type", "any"), key_created=key.get("created"),
        info_max_age=amounts.duration(key["info_max_age"]) if "info_max_age" in key else None,
        ip_restricted=key.get("ip_restricted", False),
        tolerance=amounts.duration(time.get("tolerance", "5s")), recv_window_max=amounts.duration(time.get("recv_window_max", "60s")),
        timestamps=time.get("timestamps", "rising"), hours=[span for text in time.get("hours", []) for span in hours(text)],
        trust={"documented": "allow", "inferred": trust.get("inferred", "allow"), "low": trust.get("low", "allow"),
               "unknown": trust.get("unknown", "read")},
        unknown_parameters=trust.get("parameters", "deny") == "allow",
        weight_cap=exchange.get("weight_cap"), signature_faults=exchange.get("signature_faults", 3),
        allows=[rule(one) for one in table.get("allow", [])], forbids=[rule(one) for one in table.get("forbid", [])],
        limits=[limit(one) for one in table.get("limit", [])],
    )
