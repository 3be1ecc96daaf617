"""Policies drawn at random, as text: small ones around a theme, with bounds that the requests drawn beside them come close to."""

import base64
import datetime
import json

import catalogue
import document

SYMBOLS = ["BTCUSDT", "ETHUSDT", "BNBBTC", "BTCUSD_PERP", "BTC-240628-70000-C"]
SYMBOL_PATTERNS = ["BTCUSDT", "ETHUSDT", "*USDT", "BTC*", "???USDT", "*", "BNB*", "*_PERP", "B?C*", "BTC-*-C"]
SIDES = ["BUY", "SELL"]
TYPES = ["LIMIT", "MARKET", "LIMIT_MAKER", "STOP_LOSS_LIMIT", "STOP_LOSS", "STOP", "TAKE_PROFIT", "STOP_MARKET"]
TIMES_IN_FORCE = ["GTC", "IOC", "FOK", "GTX"]
STP = ["EXPIRE_MAKER", "EXPIRE_TAKER", "EXPIRE_BOTH", "NONE"]
CLIENT_IDS = ["maker-1", "maker-2", "maker-", "grid-1", "x"]
CLIENT_PATTERNS = ["maker-*", "grid-?", "*-1", "*"]
COINS = ["USDT", "BTC", "BNB", "ETH"]
COIN_PATTERNS = ["USDT", "BTC", "B*", "*", "???"]
ADDRESSES = ["0x94df8b352de7f46f64b01d3666bf6e936e44ce60", "1HPn8Rx2y6nNSfagQBKy27GB99Vbzg89wv"]
NETWORKS = ["ETH", None]
TAGS = ["1234", None]
DECIMALS = ["1", "0.5", "10", "100", "0.001", "500", "0.00000001", "12345.678", "3", "2.5", "0"]
APPS = ["maker", "desk"]
FLAGS = [*catalogue.PERMISSIONS]
PERIODS = ["1s", "8s", "10s", "1m", "3601s", "1h", "1d", "31d"]

# Group, and which of its routes are drawn more often.
THEMES = {
    "spot": lambda route: route.group == "spot" and route.transport == "rest",
    "spot orders": lambda route: route.group == "spot" and route.action in ("order", "test", "cancel", "amend"),
    "lists": lambda route: route.shape in ("oco", "oco-old", "oto", "otoco"),
    "websocket": lambda route: route.transport == "ws-api",
    "futures": lambda route: route.group in ("futures-um", "futures-cm") and route.action in ("order", "test", "cancel", "amend", "settings", "read"),
    "batch": lambda route: bool(catalogue.shapes()[route.shape][0].array) or route.path == "/fapi/v1/order",
    "options": lambda route: route.group == "options",
    "margin": lambda route: route.group in ("margin", "portfolio-margin") and route.action in ("order", "loan", "cancel", "keys", "read"),
    "funds": lambda route: route.action in ("loan", "funds"),
    "transfer": lambda route: route.action in ("transfer", "withdraw"),
    "shapes": lambda route: route.shape != "plain",
    "all": lambda route: True,
}


def theme(draw):
    """Some routes that a sequence is about."""
    good = THEMES[draw.choice(sorted(THEMES))]
    routes = [route for route in catalogue.routes() if good(route)]
    chosen = draw.sample(routes, min(len(routes), draw.randint(1, 6)))
    if draw.random() < 0.08:
        chosen.append(catalogue.FIX_LOGON)
    return chosen


def some(draw, items, most=3):
    return draw.sample(items, min(len(items), draw.randint(1, most)))


def maybe(draw, share, value):
    return value() if draw.random() < share else None


def when(moment):
    """A TOML date-time; in another time zone now and then, which is the same moment."""
    zone = datetime.timezone(datetime.timedelta(hours=moment % 7 - 3))
    return datetime.datetime.fromtimestamp(moment / 1000, zone).isoformat(timespec="milliseconds")


def selector(draw, routes):
    route = draw.choice(routes)
    kind = draw.random()
    if kind < 0.45 and route.transport == "rest":
        return f"{route.method} {route.path}"
    if kind < 0.45:
        return {"ws-api": f"ws {route.family} {route.path}", "fix": "fix logon", "sapi-wss": "wss"}[route.transport]
    if kind < 0.75:
        return f"{route.group}:{route.action}"
    if kind < 0.92:
        who = draw.choice([route.group, route.group, "any", "futures", "sapi"])
        return f"{who}:{draw.choice(['any', 'reading', 'trade', route.action, route.action])}"
    return draw.choice(["reading", "any:any", "any:order", "any:keys", "any:withdraw", "any:transfer", "any:session", "spot:any", "fix logon", "wss"])


def routes_of_rule(draw, routes):
    written = sorted({selector(draw, routes) for _ in range(draw.randint(1, 4))})
    # One selector in two ways of writing is refused.
    return list({document.selector(one).key(): one for one in written}.values())


def bounds(draw, share=0.15):
    """A range with one end or both."""
    low, high = sorted(draw.sample(DECIMALS, 2), key=float)
    kind = draw.random()
    if kind < share:
        return {"min": low, "max": high}
    return {"min": low} if kind < 0.5 else {"max": high}


def destination(draw):
    entry = {"coin": draw.choice(COINS), "address": draw.choice(ADDRESSES)}
    for name, values in ("network", NETWORKS), ("tag", TAGS):
        if value := draw.choice(values):
            entry[name] = value
    return entry


def distinct(entries):
    return list({json.dumps(entry, sort_keys=True): entry for entry in entries}.values())


def where(draw, routes):
    names = [name for route in routes for name in sorted(route.known)] + ["timestamp", "nowhere"]
    wanted = {}
    for name in draw.sample(names, min(len(names), draw.randint(1, 3))):
        wanted[name] = draw.choice([["*"], ["1"], ["BTC*", "?"], bounds(draw)])
    return wanted


NEEDS = {
    "symbols": "symbol", "sides": "side", "types": "type", "time_in_force": "time_in_force", "reduce_only": "reduce_only",
    "close_position": "close_position", "quantity": "quantity", "price": "price", "notional": "price", "stp": "stp",
    "client_order_id": "client_id", "coins": "coin", "amount": "amount", "to": "address",
}


def condition(draw, routes):
    """The name of a condition and what it wants; mostly one that asks for what the routes have."""
    roles = {role for route in routes if route.shape != "plain" for leg in catalogue.shapes()[route.shape] for role in leg.names}
    names = [name for name, role in NEEDS.items() if role in roles]
    if not names or draw.random() < 0.1:
        names = ["symbols", "where", *NEEDS]
    name = draw.choice(names)
    return name, {
        "symbols": lambda: some(draw, SYMBOL_PATTERNS), "where": lambda: where(draw, routes), "sides": lambda: some(draw, SIDES, 1),
        "types": lambda: some(draw, TYPES, 5), "time_in_force": lambda: some(draw, TIMES_IN_FORCE), "reduce_only": lambda: True,
        "close_position": lambda: draw.random() < 0.5, "quantity": lambda: bounds(draw), "price": lambda: bounds(draw),
        "notional": lambda: bounds(draw), "stp": lambda: some(draw, STP), "client_order_id": lambda: some(draw, CLIENT_PATTERNS, 2),
        "coins": lambda: some(draw, COIN_PATTERNS), "amount": lambda: bounds(draw),
        "to": lambda: distinct(destination(draw) for _ in range(draw.randint(1, 6))),
    }[name]()


def rule(draw, routes, name, *, allow):
    table = {"name": name, "routes": routes_of_rule(draw, routes)}
    if draw.random() < 0.2:
        table["clause"] = draw.choice(["F 13", "D 9", "E 11 d", "X"])
    table |= dict(condition(draw, routes) for _ in range(draw.choice([0, 1, 1, 1, 2, 3, 5])))
    if allow and draw.random() < 0.06:
        table["approval"] = base64.b64encode(draw.choice(approvers())).decode()
    return table


def approvers():
    """Public keys of approvers, by their seeds in `approval`."""
    import approval
    return [approval.public(seed) for seed in approval.SEEDS]


def limit(draw, routes, name):
    count = draw.choice(["requests", "orders", "cancels", "mutating", "notional", "notional", "amount", "cancels-per-order"])
    table = {"name": name, "count": count, "per": draw.choice(PERIODS)}
    table["max"] = draw.choice(DECIMALS) if count in ("notional", "amount") else str(draw.choice([0, 1, 2, 3, 5, 10]))
    if draw.random() < 0.4:
        table["routes"] = routes_of_rule(draw, routes)
    if draw.random() < 0.25:
        table["symbols"] = some(draw, SYMBOL_PATTERNS)
    if draw.random() < 0.15:
        table["coins"] = some(draw, COIN_PATTERNS)
    if count == "cancels-per-order" and draw.random() < 0.6:
        table["from"] = draw.randint(0, 3)
    if draw.random() < 0.2:
        table["clause"] = "F 15 c"
    return table


def hours(draw):
    days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    first = draw.randrange(7)
    span = days[first] if draw.random() < 0.5 else f"{days[first]}-{days[draw.randrange(first, 7)]}"
    begin = draw.randint(0, 1438)
    end = draw.choice([1440, draw.randint(begin + 1, 1440)])
    return f"{span} {begin // 60:02}:{begin % 60:02}-{end // 60:02}:{end % 60:02}"


def head(draw, routes, now):
    """All that stands before the rules; two times of three it asks for little, so that the rules are come to."""
    rarely = 0.1 if draw.random() < 0.67 else 1
    needed = {name for route in routes for name in sorted(route.permissions or ())[:1]}
    extra = draw.sample(FLAGS, draw.choice([0, 0, 1, 2]))
    left = {draw.choice(sorted(needed))} if needed and draw.random() < 0.1 * rarely else set()
    permissions = sorted((needed - left) | {"enableReading"} | set(extra), key=FLAGS.index)
    near = lambda: when(now + draw.choice([-1, 0, 1, 2000, 20_000, -86_400_000, 86_400_000]))  # noqa: E731
    table = {
        "policy": "binsign 1", "name": draw.choice(["p", "grid bot", "policy-of-thirty-two-bytes-1234"]), "version": draw.randint(1, 9),
        "purpose": "drawn", "app": maybe(draw, rarely * 0.15, lambda: draw.choice(APPS)), "terms": maybe(draw, rarely * 0.2, lambda: "2025-01-22"),
        "author": maybe(draw, rarely * 0.1, lambda: "é"), "reason": maybe(draw, rarely * 0.1, lambda: "to draw"),
        "valid_from": maybe(draw, rarely * 0.05, near), "valid_until": maybe(draw, rarely * 0.08, near), "permissions": permissions,
        "caller": maybe(draw, 0.25, lambda: draw.choice(["untrusted", "untrusted", "trusted"])), "stop": maybe(draw, rarely * 0.02, lambda: draw.random() < 0.5),
    }
    table["key"] = {
        "type": maybe(draw, rarely * 0.2, lambda: draw.choice(["any", "any", "asymmetric", "Ed25519"])),
        "created": maybe(draw, rarely * 0.06, lambda: draw.choice([1_600_000_000_000, 1_600_000_000_001])),
        "info_max_age": maybe(draw, rarely * 0.2, lambda: draw.choice(["1d", "1m", "5s"])),
        "ip_restricted": maybe(draw, rarely * 0.15, lambda: draw.random() < 0.8),
    }
    table["time"] = {
        "tolerance": maybe(draw, rarely * 0.5, lambda: draw.choice(["1ms", "1s", "5s", "5s", "60s", "60s"])),
        "recv_window_max": maybe(draw, rarely * 0.3, lambda: draw.choice(["5s", "4999ms", "6s", "60s", "5001ms"])),
        "timestamps": maybe(draw, 0.5, lambda: draw.choice(["rising", "not-falling", "any"])),
        "hours": maybe(draw, rarely * 0.06, lambda: [hours(draw)]),
    }
    trust = lambda: draw.choice(["allow", "read", "deny"])  # noqa: E731
    table["trust"] = {
        "inferred": maybe(draw, rarely * 0.1, trust), "low": maybe(draw, rarely * 0.15, trust), "unknown": maybe(draw, rarely * 0.3, trust),
        "parameters": maybe(draw, 0.3, lambda: draw.choice(["allow", "deny"])),
    }
    table["exchange"] = {
        "weight_cap": maybe(draw, rarely * 0.15, lambda: draw.choice([100, 1200])), "signature_faults": maybe(draw, rarely * 0.2, lambda: draw.randint(1, 3)),
    }
    return table


def policy(draw, routes, now):
    table = head(draw, routes, now)
    table["allow"] = [rule(draw, routes, f"allow {number}", allow=True) for number in range(draw.choice([0, 1, 2, 2, 3, 4, 6]))]
    if draw.random() < 0.4:
        table["allow"].insert(draw.randint(0, len(table["allow"])), {"name": "broad", "routes": ["any:any"]})
    table["forbid"] = [rule(draw, routes, f"forbid {number}", allow=False) for number in range(draw.choice([0, 0, 0, 1, 2]))]
    table["limit"] = [limit(draw, routes, f"limit {number}") for number in range(draw.choice([0, 0, 1, 1, 2, 4, 8]))]
    return table


# As text

def value(item, key=None):
    if key in ("valid_from", "valid_until"):
        return item
    if isinstance(item, dict):
        return "{" + ", ".join(f"{name} = {value(one)}" for name, one in item.items()) + "}"
    if isinstance(item, list):
        return "[" + ", ".join(value(one) for one in item) + "]"
    return json.dumps(item, ensure_ascii=False)


def lines(table):
    return [f"{name} = {value(item, name)}" for name, item in table.items() if item is not None]


def text(table):
    """The document."""
    sections = ("key", "time", "trust", "exchange")
    tables = ("allow", "forbid", "limit")
    found = lines({name: item for name, item in table.items() if name not in (*sections, *tables)})
    for name in sections:
        if section := lines(table.get(name, {})):
            found += [f"[{name}]", *section]
    for name in tables:
        for one in table.get(name, []):
            found += [f"[[{name}]]", *lines(one)]
    return "\n".join(found) + "\n"
