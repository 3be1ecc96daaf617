"""What of a request is looked at (section 4 of docs/policy.md): its parameters, its legs, and what each role of a leg says."""

import calendar
import enum
import json
import re
from dataclasses import dataclass, field
from fractions import Fraction
from urllib.parse import quote

import amounts
import catalogue
import strict_json



class Untold(enum.Enum):
    """Why a role says nothing: the request does not have it, nobody can read it, or the shape has no such role."""
    ABSENT = enum.auto()
    UNREADABLE = enum.auto()
    NONE = enum.auto()


ABSENT, UNREADABLE, NONE = Untold
CAPITALS = ("symbol", "side", "type", "time_in_force", "stp")
YES_OR_NO = ("reduce_only", "close_position")
DECIMALS = ("quantity", "quote_quantity", "price", "amount")
BINDING = {
    "spot": ("LIMIT", "LIMIT_MAKER", "STOP_LOSS_LIMIT", "TAKE_PROFIT_LIMIT"), "futures": ("LIMIT", "STOP", "TAKE_PROFIT"),
}
PEGS = ("pegPriceType", "priceMatch")
MAX_ITEMS, MAX_DEPTH, MAX_NAME = 100, 16, 40
TIMES = ("timestamp", "recvWindow")


@dataclass(frozen=True)
class Told:
    """What a role says: a text, a decimal, or yes or no."""
    value: object


@dataclass
class Request:
    transport: str
    family: str | None
    method: str
    path: str
    # (name, text), in the order in which they are signed; neither `signature` nor the `apiKey` of the WebSocket API.
    params: list
    in_session: bool = False
    # Of a FIX Logon, which has no parameters.
    fix: dict | None = None
    lookup: catalogue.Lookup = field(init=False)

    def __post_init__(self):
        self.lookup = catalogue.find(self.transport, self.family, self.method, self.path)
        self.by_name = dict(self.params)

    def timestamp(self):
        """Microseconds; None where there is no timestamp."""
        if self.fix:
            return sending_time(self.fix["sending_time"])
        if "timestamp" not in self.by_name:
            return None
        time = int(self.by_name["timestamp"])
        # 13 digits are ms, more are microseconds.
        return time * 1000 if time < 10**14 else time

    def recv_window(self):
        text = self.fix.get("recv_window", 5000) if self.fix else self.by_name.get("recvWindow", 5000)
        return Fraction(str(text))

    def approved_text(self):
        """What an approval is about, behind policy and moment (section 9)."""
        params = [pair for pair in self.params if pair[0] not in TIMES]
        if self.transport == "ws-api":
            head = f"ws-api WS {self.family}/{self.path}"
            text = "&".join(f"{name}={value}" for name, value in params)
        else:
            head = f"{self.transport} {self.method} {self.path}"
            text = "&".join(f"{quote(name, safe='-._~')}={quote(value, safe='-._~')}" for name, value in params)
        return f"{head}\n{text}".encode()


def sending_time(text):
    """Microseconds of `20240627-11:17:25.223456`."""
    match = re.fullmatch(r"(\d{4})(\d\d)(\d\d)-(\d\d):(\d\d):(\d\d)(?:\.(\d{3,6}))?", text, re.ASCII)
    seconds = calendar.timegm(tuple(int(match[number]) for number in range(1, 7)))
    return seconds * 1_000_000 + int((match[7] or "").ljust(6, "0"))


def plain(value):
    """A value of a case as the text it is sent as."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, str) else json.dumps(value, separators=(",", ":"), ensure_ascii=False)


def of_case(case):
    """The request of a conformance case."""
    transport = case.get("transport", "rest")
    if transport == "fix":
        return Request("fix", "spot", "Logon", "Logon", [], fix=case["fix"])
    params = [(name, plain(value)) for name, value in [*case.get("params", []), *case.get("body_params", [])] if value is not None]
    for name, key in ("recvWindow", "recv_window"), ("timestamp", "timestamp"):
        if key in case:
            params.append((name, plain(case[key])))
    if transport != "rest":
        params.sort(key=lambda pair: pair[0].encode())
    if transport == "sapi-wss":
        return Request("sapi-wss", "sapi", "GET", "/sapi/wss", params)
    if transport == "ws-api":
        return Request("ws-api", case["family"], "WS", case["method"], params, case.get("in_session", False))
    return Request("rest", None, case["method"], case["path"], params)


class Leg:
    """One leg of a request: an order of several, or the request itself."""

    def __init__(self, shape, members, params, *, number=None, state=None):
        self.shape = shape
        # name -> text or UNREADABLE
        self.members = members
        # The parameters of the whole request.
        self.params = params
        self.number = number
        # ABSENT or UNREADABLE where an array is that.
        self.state = state

    def name(self, role):
        """The name that a denial says of a role."""
        name = self.shape.names.get(role)
        if name is None:
            return None
        if self.shape.array:
            name = self.shape.array if self.number is None else f"{self.shape.array}[{self.number}].{name}"
        return said(name)

    def raw(self, role):
        name = self.shape.names.get(role)
        if name is None:
            return NONE
        if self.state:
            return self.state
        text = self.members.get(name, ABSENT)
        return text if text in (ABSENT, UNREADABLE) else Told(text)

    def read(self, role):
        """What a role says."""
        if role == "price":
            return self.price()
        if role == "notional":
            return self.notional()
        found = self.raw(role)
        if not isinstance(found, Told):
            return found
        text = found.value
        if role in CAPITALS and (text == "" or re.search("[a-z]", text)):
            return UNREADABLE
        if role in YES_OR_NO:
            if text not in ("true", "TRUE", "false", "FALSE"):
                return UNREADABLE
            return Told(text.upper() == "TRUE")
        if role in DECIMALS:
            number = amounts.amount(text)
            return UNREADABLE if number is None else Told(number)
        return found

    def price_binds(self):
        """Whether a price is looked at with the type that the leg has."""
        if self.shape.priced == "always":
            return True
        kind = self.read("type")
        return isinstance(kind, Told) and kind.value in BINDING[self.shape.priced]

    def is_pegged(self):
        if self.shape.array or not self.shape.prefix:
            return any(name in self.members for name in PEGS)
        endings = tuple(ending for name in PEGS for ending in (name, name[0].upper() + name[1:]))
        return any(name.endswith(endings) for name in self.members)

    def price(self):
        if "price" not in self.shape.names:
            return NONE
        if self.state:
            return self.state
        if self.is_pegged():
            return UNREADABLE
        if not self.price_binds():
            return ABSENT
        found = self.raw("price")
        if isinstance(found, Told):
            number = amounts.amount(found.value)
            return UNREADABLE if number is None else Told(number)
        return found

    def notional(self):
        names = self.shape.names
        if not ("price" in names and "quantity" in names) and "quote_quantity" not in names:
            return NONE
        quantity, quote_quantity, price = self.read("quantity"), self.read("quote_quantity"), self.price()
        if quantity not in (ABSENT, NONE) and quote_quantity not in (ABSENT, NONE):
            return UNREADABLE
        if price == UNREADABLE:
            return UNREADABLE
        if isinstance(price, Told):
            if isinstance(quantity, Told):
                return Told(price.value * quantity.value)
            return UNREADABLE if quantity == UNREADABLE else ABSENT
        if quote_quantity == NONE:
            return ABSENT
        return quote_quantity

    def notional_name(self):
        if "price" in self.shape.names and (self.state or self.price_binds()):
            return self.name("price")
        if self.raw("quantity") not in (ABSENT, NONE):
            return self.name("quantity")
        return self.name("quote_quantity")


def said(name):
    """A name as a denial says it: not where it is too long."""
    return name if name is not None and len(name.encode()) <= MAX_NAME else None


def items(text):
    """The objects of an array, each as its members; None where it is unreadable."""
    try:
        kind, values = strict_json.read(text, MAX_DEPTH)
    except strict_json.Malformed:
        return None
    if kind != "array" or not 1 <= len(values) <= MAX_ITEMS or any(value[0] != "object" for value in values):
        return None
    if any("\\" in name for _, pairs in values for name, _ in pairs):
        return None
    return [members(pairs) for _, pairs in values]


def members(pairs):
    found = {}
    for name, (kind, value) in pairs:
        takes = kind in ("text", "number") or value in ("true", "false")
        bad = name in found or not takes or (kind == "text" and "\\" in value)
        found[name] = UNREADABLE if bad else str(value)
    return found


def legs(shape_name, params):
    """The legs of a request that are there, under a shape; `params` by name."""
    shapes = catalogue.shapes()[shape_name]
    first = shapes[0]
    if first.array:
        if first.array not in params:
            return [Leg(first, {}, params, state=ABSENT)]
        found = items(params[first.array])
        if found is None:
            return [Leg(first, {}, params, state=UNREADABLE)]
        return [Leg(first, one, params, number=number) for number, one in enumerate(found)]
    if len(shapes) == 1:
        return [Leg(first, params, params)]

    def is_there(shape):
        shared = {name for other in shapes if other is not shape for name in other.names.values()}
        return any(name in params for name in set(shape.names.values()) - shared)

    there = [shape for shape in shapes if is_there(shape)] or [first]
    return [Leg(shape, params, params) for shape in there]
