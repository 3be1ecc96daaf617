"""Requests drawn at random, as conformance cases: mostly what a policy's routes take, with values at, under and over its bounds."""

import datetime
import json
from fractions import Fraction

import catalogue
import draw_policy as vocabulary

# Values that are near what conditions ask for, or no values at all.
ODD_TEXTS = ["", "limit", "btcusdt", "*", "é", "a b", "0", "true", "null"]
ODD_DECIMALS = ["", "-1", "1e3", ".5", "5.", "+1", " 1", "0x10", "1,5", "1234567890123456789", "0.1234567890123456789", "1.000000000000000000",
                "000000000000000000001.5", "0.000000000000000001", "999999999999999999", "١"]
# What of a case is the request itself.
ASKED = ("transport", "family", "method", "path", "params", "body_params", "in_session")
FLAGS = ["true", "false", "TRUE", "FALSE", "True", "1", ""]


def near(draw, text):
    """A decimal at a bound, or next to it, in one of several spellings."""
    number, step = Fraction(text), Fraction(1, draw.choice([1, 100, 10**8, 10**9]))
    number = max(number + draw.choice([-step, 0, 0, step]), Fraction(0))
    digits = 0
    while (number * 10**digits).denominator != 1:
        digits += 1
    if draw.random() < 0.2:
        digits += draw.randint(1, 3)
    whole = str(int(number * 10**digits)).rjust(digits + 1, "0")
    text = whole if digits == 0 else f"{whole[:-digits]}.{whole[-digits:]}"
    return "0" * draw.choice([0, 0, 0, 0, 1, 3]) + text


def decimal(draw, bounds):
    if draw.random() < 0.06:
        return draw.choice(ODD_DECIMALS)
    return near(draw, draw.choice(bounds if draw.random() < 0.8 else vocabulary.DECIMALS))


def role_values(draw, role, bounds):
    if role not in ("quantity", "quote_quantity", "price", "amount") and draw.random() < 0.04:
        return draw.choice(ODD_TEXTS)
    return {
        "symbol": lambda: draw.choice(vocabulary.SYMBOLS), "side": lambda: draw.choice(vocabulary.SIDES),
        "type": lambda: draw.choice(vocabulary.TYPES[:4] if draw.random() < 0.7 else vocabulary.TYPES),
        "time_in_force": lambda: draw.choice(vocabulary.TIMES_IN_FORCE), "quantity": lambda: decimal(draw, bounds),
        "quote_quantity": lambda: decimal(draw, bounds), "price": lambda: decimal(draw, bounds), "amount": lambda: decimal(draw, bounds),
        "reduce_only": lambda: draw.choice(FLAGS[:2] if draw.random() < 0.8 else FLAGS),
        "close_position": lambda: draw.choice(FLAGS[:2] if draw.random() < 0.8 else FLAGS), "stp": lambda: draw.choice(vocabulary.STP),
        "client_id": lambda: draw.choice(vocabulary.CLIENT_IDS), "coin": lambda: draw.choice(vocabulary.COINS),
        "network": lambda: draw.choice(["ETH", "ETH", "BTC"]), "address": lambda: draw.choice(vocabulary.ADDRESSES),
        "tag": lambda: vocabulary.TAGS[0],
    }[role]()


def bounds_of(table):
    """Every decimal that a policy has a bound at."""
    found = []
    for rule in [*table["allow"], *table["forbid"]]:
        for name in ("quantity", "price", "notional", "amount"):
            found += rule.get(name, {}).values()
        for wanted in rule.get("where", {}).values():
            found += wanted.values() if isinstance(wanted, dict) else []
    found += [limit["max"] for limit in table["limit"] if limit["count"] in ("notional", "amount")]
    return [*found, "1"]


def roles_of(route):
    """name -> role, of all legs."""
    return {name: role for leg in catalogue.shapes()[route.shape] if not leg.array for role, name in leg.names.items()}


def params(draw, route, bounds):
    """Names and texts that the route takes, or nearly."""
    roles = roles_of(route)
    wanted = list(route.required) + [draw.choice(group) for group in route.one_of]
    share = draw.choice([0.2, 0.6, 0.9])
    wanted += [name for name in route.optional if name in roles and draw.random() < share]
    # What a route lists nowhere, and its shape knows.
    wanted += [name for name in roles if draw.random() < 0.02]
    others = [name for name in route.optional if name not in roles]
    wanted += draw.sample(others, min(len(others), draw.choice([0, 0, 1, 2])))
    if draw.random() < 0.08 and wanted:
        wanted.remove(draw.choice(wanted))
    if draw.random() < 0.05:
        wanted.append(draw.choice(["newParameter", "priceMatch", "pegPriceType", "workingPegPriceType", "symbol", "startTime", "a" * 41,
                                   "origClientOrderId", "listClientOrderId", "apiKey" if route.transport == "rest" else "x"]))
    wanted = [name for name in dict.fromkeys(wanted) if name not in ("timestamp", "recvWindow")]
    if draw.random() < 0.3:
        draw.shuffle(wanted)
    array = catalogue.shapes()[route.shape][0].array
    found = []
    for name in wanted:
        if name == array:
            found.append([name, orders(draw, route, bounds)])
        elif name in roles:
            text = role_values(draw, roles[name], bounds)
            # Either is a text or, on the WebSocket API, a word or a number without quotes.
            found.append([name, {"true": True, "false": False}.get(text, text) if draw.random() < 0.5 else text])
        else:
            found.append([name, draw.choice(["1", "1", "BTCUSDT", "x", "100", "1.5"])])
    return found


def orders(draw, route, bounds):
    """The text of an array of orders: good, odd or broken."""
    leg = catalogue.shapes()[route.shape][0]
    many = draw.choice([1, 1, 2, 2, 3, 5])
    parts = []
    for _ in range(many):
        members = []
        for role, name in leg.names.items():
            if draw.random() < (0.9 if role in ("symbol", "side", "type", "quantity", "price") else 0.25):
                text = role_values(draw, role, bounds)
                kind = draw.random()
                is_number = role in ("quantity", "price") and _is_json_number(text)
                shown = text if (is_number and kind < 0.4) or (text in ("true", "false") and kind < 0.5) else json.dumps(text, ensure_ascii=False)
                members.append(f'"{name}":{shown}')
        if draw.random() < 0.08:
            members.append(draw.choice(['"x":null', '"price":"1"', '"symbol":"BTCUSDT"', '"priceMatch":"NONE"', '"x":{"a":[1]}', '"sym\\u0062ol":"A"',
                                        '"x":"a\\\\b"', '"type":"LI\\u004dIT"', '"quantity":null', '"side":["BUY"]', '"quantity":1e2', '"x":01', '"x":-01.5']))
        draw.shuffle(members)
        blank = draw.choice(["", "", " ", "\n\t"]) if draw.random() < 0.2 else ""
        parts.append("{" + ("," + blank).join(members) + blank + "}")
    text = "[" + ",".join(parts) + "]"
    if draw.random() < 0.02:
        return "[" + ",".join([parts[0]] * draw.choice([99, 100, 101])) + "]"
    if draw.random() < 0.08:
        text = draw.choice(["[]", "{}", "", "[1]", "[{}]", text[:-1], text + "x", text + " ", "[" + text + "]", "null", text.replace(",", ",,", 1),
                            '[{"x":' + "[" * 14 + "]" * 14 + "}]",
                            '[{"x":' + "[" * 15 + "]" * 15 + "}]", "[NaN]", '[{"a":01}]', "[{\"a\":\"\t\"}]", " " + text])
    return text


def _is_json_number(text):
    try:
        return isinstance(json.loads(text), int | float) and text.isascii()
    except ValueError:
        return False


def route(draw, routes):
    """Mostly one of the theme, now and then any other, or none at all: transport, family, method, path, route."""
    kind = draw.random()
    if kind < 0.88:
        return draw.choice(routes)
    return draw.choice(catalogue.routes())


def nowhere(draw):
    """A case for a route that is none, or none any more."""
    if draw.random() < 0.6:
        method, path = draw.choice(sorted(catalogue.legacy()))
        return {"method": method, "path": path}
    return draw.choice([
        {"method": "GET", "path": "/api/v3/orders"}, {"method": "PUT", "path": "/api/v3/order"}, {"method": "POST", "path": "/fapi/v1/nothing"},
        {"transport": "ws-api", "family": "spot", "method": "order.plac"}, {"transport": "ws-api", "family": "futures-um", "method": "order.amend.keepPriority"},
    ])


def clean_for_websocket(text):
    return isinstance(text, bool) or not any(sign in text for sign in "&=\n\t")


def times(draw, case, one, policy, now, last, offset):
    """timestamp and recvWindow of a case that needs them."""
    signed = one is not None and one.signed
    if draw.random() < (0.97 if signed else 0.05):
        edge = policy.tolerance
        jitter = draw.choice([edge, -edge, edge + 1, -edge - 1, draw.randint(-edge, edge)]) if draw.random() < 0.12 else 0
        time = now + offset + jitter if draw.random() < 0.92 else last // 1000 + draw.choice([0, 1, -1])
        if time * 1000 <= last and draw.random() < 0.8:
            time = last // 1000 + 1
        if one is not None and one.family == "spot" and draw.random() < 0.15:
            time = time * 1000 + draw.choice([0, 1, 999]) if draw.random() < 0.8 else last + draw.choice([0, 1, -1])
        case["timestamp"] = time
    if draw.random() < 0.15:
        cap = policy.recv_window_max
        window = draw.choice([1, 5000, cap, cap, cap + 1, cap - 1])
        case["recv_window"] = min(max(window, 1), 60_000)
        if one is not None and one.family == "spot" and case["recv_window"] < 60_000 and draw.random() < 0.3:
            case["recv_window"] = f"{case['recv_window']}.{draw.choice(['0', '001', '5'])}"


def sending_time(micros):
    moment = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC) + datetime.timedelta(microseconds=micros)
    return moment.strftime("%Y%m%d-%H:%M:%S.") + f"{micros % 10**6:06}"


def logon(draw, policy, now):
    case = {"transport": "fix", "method": "Logon"}
    offset = draw.choice([0, 0, 1, policy.tolerance, policy.tolerance + 1, -policy.tolerance]) * 1000 + draw.choice([0, 1, 999])
    time = sending_time(now * 1000 + offset)
    case["fix"] = {"sender_comp_id": "EXAMPLE", "sending_time": time[:draw.choice([17, 21, 24])], "heart_bt_int": 30, "message_handling": 2}
    if draw.random() < 0.5:
        case["fix"]["recv_window"] = draw.choice([policy.recv_window_max, min(policy.recv_window_max + 1, 60_000), "4999.5"])
    return case


def request(draw, routes, table, policy, now, last, offset):
    """A case as far as it is a request; without id, key and clock."""
    if draw.random() < 0.03:
        case = nowhere(draw)
        case["params"] = [["symbol", "BTCUSDT"]]
        case["timestamp"] = now
        return case
    one = route(draw, routes)
    if one.transport == "fix":
        return logon(draw, policy, now)
    found = params(draw, one, bounds_of(table))
    if one.transport == "rest":
        case = {"method": one.method, "path": one.path}
    elif one.transport == "ws-api":
        case = {"transport": "ws-api", "family": one.family, "method": one.path}
        if one.signed and one.action != "session" and draw.random() < 0.12:
            case["in_session"] = True
    else:
        case = {"transport": "sapi-wss"}
    if one.transport != "rest":
        found = [pair for pair in found if clean_for_websocket(pair[1])]
    cut = draw.randint(0, len(found)) if one.transport == "rest" and one.method != "GET" and draw.random() < 0.3 else len(found)
    case["params"] = found[:cut]
    if found[cut:]:
        case["body_params"] = found[cut:]
    times(draw, case, one, policy, now, last, offset)
    return case
