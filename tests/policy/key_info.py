"""What the exchange says a key may do: the answer of apiRestrictions."""

import json
from dataclasses import dataclass

import catalogue

READING = frozenset({"enableReading", "enableFixReadOnly"})
FLAGS = ("ipRestrict", *catalogue.PERMISSIONS)
TIMES = ("createTime", "tradingAuthorityExpirationTime")


class Refused(Exception):
    """The body is no such answer; the code says why."""


@dataclass(frozen=True)
class KeyInfo:
    permissions: frozenset
    ip_restricted: bool
    created: int | None
    trading_expires: int | None
    observed_at: int


def read(body, observed_at):
    """The answer behind a body (an object, or its text)."""
    table = body
    if isinstance(body, str):
        try:
            pairs = json.loads(body, object_pairs_hook=list, parse_constant=refuse)
        except ValueError:
            raise Refused("KEY_INFO_MALFORMED") from None
        if not body.lstrip(" \t\r\n").startswith("{"):
            raise Refused("KEY_INFO_MALFORMED")
        names = [name for name, _ in pairs]
        if any(names.count(name) > 1 for name in (*FLAGS, *TIMES)):
            raise Refused("KEY_INFO_MALFORMED")
        table = dict(pairs)
    known = [name for name in (*FLAGS, *TIMES) if name in table]
    for name in known:
        value = table[name]
        good = isinstance(value, bool) if name in FLAGS else isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**63
        if not good:
            raise Refused("KEY_INFO_MALFORMED")
    if not known:
        raise Refused("KEY_INFO_IS_ERROR" if "code" in table else "KEY_INFO_MALFORMED")
    return KeyInfo(
        frozenset(name for name in catalogue.PERMISSIONS if table.get(name)), table.get("ipRestrict", False), table.get("createTime"),
        table.get("tradingAuthorityExpirationTime"), observed_at,
    )


def refuse(constant):
    raise ValueError(constant)
