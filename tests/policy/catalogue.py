"""The routes of the exchange, read from the data files: what each does, needs and takes."""

import csv
import functools
from dataclasses import dataclass
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2] / "crates/binsign/src"

PERMISSIONS = (
    "enableReading", "enableSpotAndMarginTrading", "enableWithdrawals", "enableInternalTransfer", "enableMargin", "enableFutures",
    "permitsUniversalTransfer", "enableVanillaOptions", "enablePortfolioMarginTrading", "enableFixApiTrade", "enableFixReadOnly",
)
# The other spellings of a permission: FIX documentation, sub-account API version 2, special keys.
SPELLINGS = {
    "FIX_API": "enableFixApiTrade", "FIX_API_READ_ONLY": "enableFixReadOnly",
    "canTrade": "enableSpotAndMarginTrading", "canMarginLoanRepay": "enableMargin", "canFuturesTrade": "enableFutures",
    "canUniversalTransfer": "permitsUniversalTransfer", "canVanillaOptions": "enableVanillaOptions",
    "canFixApiTrading": "enableFixApiTrade", "canFixApiReading": "enableFixReadOnly",
    "TRADE": "enableSpotAndMarginTrading", "READ": "enableReading",
}
ACTIONS = (
    "public", "read", "stream", "session", "test", "order", "amend", "cancel", "settings", "loan", "funds", "transfer", "withdraw", "keys",
)
READING = ("public", "read", "stream")
TRADE = ("order", "amend", "cancel")
ROLES = (
    "symbol", "side", "type", "time_in_force", "quantity", "quote_quantity", "price", "reduce_only", "close_position", "stp",
    "client_id", "coin", "network", "address", "tag", "amount",
)
FAMILIES = {
    "api": "spot", "sapi": "sapi", "bapi": "sapi", "fapi": "futures-um", "futures": "futures-um", "dapi": "futures-cm",
    "eapi": "options", "papi": "portfolio-margin",
}
# The groups of which the WebSocket API has methods, and the family that they are asked of.
WS_FAMILIES = {"spot": "spot", "margin": "spot", "futures-um": "futures-um", "futures-cm": "futures-cm"}


@dataclass(frozen=True)
class Route:
    number: int
    group: str
    transport: str
    method: str
    path: str
    family: str
    action: str
    shape: str
    # One of these will do; nothing at all where no permission is needed; None where it is unknown.
    permissions: frozenset | None
    trust: str
    mutating: bool
    moves_funds: bool
    manages_keys: bool
    signed: bool
    # Whether the API key goes with it.
    keyed: bool
    required: tuple
    optional: tuple
    one_of: tuple

    def is_reading(self):
        return self.action in READING

    @functools.cached_property
    def known(self):
        """Every parameter that the catalogue has for the route."""
        return {*self.required, *self.optional, *(name for group in self.one_of for name in group)}

    def name(self):
        return f"ws {self.family} {self.path}" if self.transport == "ws-api" else f"{self.method} {self.path}"


@dataclass(frozen=True)
class Leg:
    """Which parameter has which role."""
    names: dict
    prefix: str
    array: str
    priced: str


@dataclass(frozen=True)
class Lookup:
    route: Route | None
    # Where there is no route: the code that says so.
    code: str | None = None


def read(name):
    with (SOURCE / name).open(newline="") as file:
        return list(csv.DictReader(file))


@functools.cache
def shapes():
    """The legs of each shape."""
    legs = {}
    for row in read("policy/shapes.csv"):
        names = {role: row[role] for role in ROLES if row[role]}
        legs.setdefault(row["shape"], []).append(Leg(names, row["leg"], row["array"], row["priced"]))
    return legs


def permissions_of(text):
    return {"none": frozenset(), "unknown": None}.get(text, frozenset(text.split("|")))


def route_of(number, row, action, shape):
    transport, method, path = row["transport"], row["method"], row["path"]
    if row["family"] == "cms":
        transport, method, path, family = "sapi-wss", "GET", "/sapi/wss", "sapi"
    elif transport == "ws-api":
        family = WS_FAMILIES[row["family"]]
    else:
        family = FAMILIES[path.split("/")[1]]
    return Route(
        number, row["family"], transport, method, path, family, action, shape, permissions_of(row["permission"]),
        row["permission_basis"], row["mutating"] == "1", row["moves_funds"] == "1", row["manages_keys"] == "1", row["signed"] == "1",
        row["security_type"] != "NONE", tuple(row["params_required"].split()), tuple(row["params_optional"].split()),
        tuple(tuple(group.split("|")) for group in row["params_one_of"].split()),
    )


# Whatever the session is for, the Logon is one message; a key with either permission can open some session.
FIX_LOGON = Route(
    -1, "spot-fix", "fix", "Logon", "Logon", "spot", "session", "plain", frozenset({"enableFixApiTrade", "enableFixReadOnly"}),
    "documented", False, False, False, True, True, (), (), (),
)


@functools.cache
def routes():
    """All current routes, in the order of the catalogue."""
    actions = {(row["group"], row["transport"], row["method"], row["path"]): row for row in read("catalogue/actions.csv")}
    current = [row for row in read("catalogue/catalog.csv") if row["status"] == "current" and row["transport"] != "fix"]
    found = []
    for number, row in enumerate(current):
        also = actions[row["family"], row["transport"], row["method"], row["path"]]
        found.append(route_of(number, row, also["action"], also["shape"]))
    return found


@functools.cache
def index():
    return {(route.transport, route.family, route.method, route.path): route for route in routes()}


@functools.cache
def legacy():
    """Of routes that are no longer current, the code that says so."""
    return {
        (row["method"], row["path"]): "ROUTE_UNDOCUMENTED" if row["security_type"] == "UNKNOWN" else "ROUTE_RETIRED"
        for row in read("catalogue/catalog.csv") if row["status"] == "legacy"
    }


@functools.cache
def groups():
    return sorted({route.group for route in routes()} | {FIX_LOGON.group})


@functools.cache
def sapi_groups():
    return {route.group for route in routes() if route.path.startswith("/sapi/")}


def find(transport, family, method, path):
    """The route that a request asks for; `method` is the HTTP method, `path` that of REST or the method of the WebSocket API."""
    if transport == "fix":
        return Lookup(FIX_LOGON)
    if transport == "rest":
        family = FAMILIES.get(path.split("/")[1]) if path.startswith("/") else None
    key = {
        "rest": ("rest", family, method, path), "ws-api": ("ws-api", family, "WS", path), "sapi-wss": ("sapi-wss", "sapi", "GET", "/sapi/wss"),
    }[transport]
    if route := index().get(key):
        return Lookup(route)
    return Lookup(None, legacy().get((method, path), "ROUTE_UNKNOWN") if transport == "rest" else "ROUTE_UNKNOWN")
