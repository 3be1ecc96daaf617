"""A policy's compiled form, made from its text (section 11 of docs/policy.md): what an approval is about has its digest."""

import base64
import struct
import tomllib
from fractions import Fraction

import amounts
import catalogue
import document
import limits

TIMESTAMPS = ("rising", "not-falling", "any")
TRUST = ("allow", "read", "deny")
KEY_TYPES = ("any", "asymmetric", "Ed25519")
METHODS = ("GET", "POST", "PUT", "DELETE")
FAMILIES = ("spot", "sapi", "futures-um", "futures-cm", "options", "portfolio-margin")
TRANSPORTS = ("rest", "ws-api", "sapi-wss", "fix")
COUNTS = ("requests", "orders", "cancels", "mutating", "notional", "amount", "cancels-per-order")
TAGS = {
    "symbols": 1, "sides": 2, "types": 3, "time_in_force": 4, "reduce_only": 5, "close_position": 6, "quantity": 7, "price": 8, "notional": 9,
    "stp": 10, "client_order_id": 11, "coins": 12, "amount": 13, "to": 14, "where": 15, "approval": 16,
}


def text(value):
    encoded = value.encode()
    return bytes([len(encoded)]) + encoded


def several(parts):
    parts = list(parts)
    return bytes([len(parts)]) + b"".join(parts)


def decimal(value):
    number, digits = Fraction(value), 0
    while (number * 10**digits).denominator != 1:
        digits += 1
    return struct.pack("<QB", int(number * 10**digits), digits)


def bounds(table):
    ends = [table[name] for name in ("min", "max") if name in table]
    return bytes([("min" in table) | ("max" in table) << 1]) + b"".join(decimal(end) for end in ends)


def mask(bits):
    return sum(1 << bit for bit in bits)


def selector(written):
    one = document.selector(written)
    if one.route:
        transport, family, method, path = one.route
        number = METHODS.index(method) if transport == "rest" else 255
        shown = path if transport in ("rest", "ws-api") else ""
        return bytes([2, TRANSPORTS.index(transport), number, FAMILIES.index(family)]) + text(shown)
    names = catalogue.groups()
    groups = 2**32 - 1 if one.groups is None else mask(names.index(name) for name in one.groups)
    actions = mask(catalogue.ACTIONS.index(name) for name in (catalogue.ACTIONS if one.actions is None else one.actions))
    return struct.pack("<BIH", 1, groups, actions)


def selectors(written):
    return several(selector(one) for one in written)


def destination(entry):
    return b"".join(text(entry[name]) if name in entry else b"\xff" for name in ("coin", "network", "address", "tag"))


def condition(name, wanted):
    match name:
        case "reduce_only" | "close_position":
            found = bytes([wanted])
        case "quantity" | "price" | "notional" | "amount":
            found = bounds(wanted)
        case "to":
            found = several(destination(entry) for entry in wanted)
        case "where":
            found = several(
                text(key) + (b"\1" + bounds(one) if isinstance(one, dict) else b"\0" + several(map(text, one))) for key, one in wanted.items()
            )
        case "approval":
            found = base64.b64decode(wanted)
        case _:
            found = several(map(text, wanted))
    return struct.pack("<BH", TAGS[name], len(found)) + found


def sized(body):
    return struct.pack("<H", len(body)) + body


def rule(table, kind):
    names = sorted((name for name in TAGS if name in table), key=TAGS.get)
    return sized(
        bytes([kind]) + text(table["name"]) + text(table.get("clause", "D 9")) + selectors(table["routes"])
        + several(condition(name, table[name]) for name in names)
    )


def limit(table):
    read = document.limit(table)
    places = limits.scale(read) if read.count in ("notional", "amount") else 0
    return sized(
        text(table["name"]) + text(table.get("clause", "D 9")) + bytes([COUNTS.index(table["count"])]) + selectors(table.get("routes", []))
        + several(map(text, table.get("symbols", []))) + several(map(text, table.get("coins", []))) + decimal(table["max"])
        + struct.pack("<QIB", read.per, read.free, places)
    )


def rules_in_order(written, table):
    """Rules in the order of the document, whether they allow or forbid."""
    left = {name: list(table.get(name, [])) for name in ("allow", "forbid")}
    for line in written.split("\n"):
        name = line.split("#")[0].strip().strip("[]").strip()
        if line.lstrip().startswith("[[") and name in left:
            yield rule(left[name].pop(0), ("allow", "forbid").index(name))


def compile(written):  # noqa: A001
    table, policy = tomllib.loads(written), document.read(written)
    flags = (
        policy.untrusted | policy.stop << 1 | TIMESTAMPS.index(policy.timestamps) << 2 | policy.unknown_parameters << 4 | policy.ip_restricted << 5
        | KEY_TYPES.index(policy.key_type) << 6 | TRUST.index(policy.trust["inferred"]) << 8 | TRUST.index(policy.trust["low"]) << 10
        | TRUST.index(policy.trust["unknown"]) << 12 | (policy.info_max_age is not None) << 14
    )
    rules = list(rules_in_order(written, table))
    body = b"".join(text(table.get(name, "")) for name in ("name", "purpose", "app", "author", "reason", "terms"))
    body += b"".join(struct.pack("<HH", *span) for span in policy.hours)
    body += b"".join(rules) + b"".join(limit(one) for one in table.get("limit", []))
    head = struct.pack(
        "<4sHHIHBBQQQIIQIBBH", b"BSP1", 64 + len(body), flags, policy.version, mask(map(catalogue.PERMISSIONS.index, policy.permissions)), len(rules),
        len(policy.limits), policy.valid_from or 0, policy.valid_until or 0, policy.key_created or 0, policy.tolerance, policy.recv_window_max,
        policy.info_max_age or 0, policy.weight_cap or 0, policy.signature_faults, len(policy.hours), 0,
    )
    return head + body
