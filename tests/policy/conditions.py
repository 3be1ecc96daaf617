"""The conditions of a rule (section 5 of docs/policy.md), each put to one leg of a request."""

from dataclasses import dataclass
from fractions import Fraction

import amounts
from document import Range
from request import ABSENT, NONE, UNREADABLE, Told, said

ORDERS = ("order", "test")
CHANGES = ("order", "amend", "test")
FUNDS = ("loan", "funds", "transfer", "withdraw")
# Number of a condition -> the actions it is for; all where it is not here.
ACTIONS = {
    2: CHANGES, 3: ORDERS, 4: ORDERS, 5: ORDERS, 6: ORDERS, 7: CHANGES, 8: CHANGES, 9: CHANGES, 10: ORDERS,
    11: (*ORDERS, "withdraw", "transfer"), 12: FUNDS, 13: FUNDS, 14: ("transfer", "withdraw"),
}
ROLES = {
    1: "symbol", 2: "side", 3: "type", 4: "time_in_force", 6: "close_position", 7: "quantity", 8: "price", 9: "notional", 10: "stp",
    11: "client_id", 12: "coin", 13: "amount",
}
PATTERNS = (1, 11, 12)
LISTS = (2, 3, 4, 10)
RANGES = (7, 8, 9, 13)
DESTINATION = ("coin", "network", "address", "tag")


@dataclass(frozen=True)
class Outcome:
    """True, False (with a code), not to be told, or not applying; the parameter where it is not True."""
    kind: str
    code: str | None = None
    param: str | None = None


TRUE, APART = Outcome("true"), Outcome("apart")


def untold(param):
    return Outcome("untold", "ARGUMENT_NEEDED", param)


def false(param, code="ARGUMENT_NOT_LISTED"):
    return Outcome("false", code, param)


def put(number, wanted, route, leg):
    """What a condition says of a leg."""
    if route.action not in ACTIONS.get(number, (route.action,)):
        return APART
    if number == 1 and leg.read("symbol") is NONE:
        return untold(None) if route.mutating else APART
    if number == 5:
        return reduces(leg)
    if number == 14:
        return destination(wanted, leg)
    if number == 15:
        return where(wanted, leg)
    found = leg.read(ROLES[number])
    param = leg.notional_name() if number == 9 else leg.name(ROLES[number])
    if number == 4 and found is ABSENT:
        kind = leg.read("type")
        return TRUE if isinstance(kind, Told) and kind.value != "LIMIT" else untold(param)
    if number == 6 and found is ABSENT:
        found = Told(False)
    if not isinstance(found, Told):
        return untold(param)
    if number in RANGES:
        return within(wanted, found.value, param)
    if number in PATTERNS:
        good = amounts.fits_any(wanted, found.value)
    else:
        good = found.value in wanted if number in LISTS else found.value == wanted
    return TRUE if good else false(param)


def within(wanted, number, param):
    if wanted.low is not None and number < wanted.low:
        return false(param, "ARGUMENT_TOO_SMALL")
    if wanted.high is not None and number > wanted.high:
        return false(param, "ARGUMENT_TOO_LARGE")
    return TRUE


def reduces(leg):
    """Whether an order can only make a position smaller."""
    reduce_only, close_position = leg.read("reduce_only"), leg.read("close_position")
    param = leg.name("close_position" if reduce_only is NONE else "reduce_only")
    if Told(True) in (reduce_only, close_position):
        return TRUE
    decides = close_position if reduce_only is NONE else reduce_only
    if decides != Told(False) or close_position is UNREADABLE:
        return untold(param)
    return false(param)


def destination(entries, leg):
    found = {role: leg.read(role) for role in DESTINATION}
    for role in ("coin", "address"):
        if not isinstance(found[role], Told):
            return untold(leg.name(role))
    given = [found[role].value if isinstance(found[role], Told) else None for role in DESTINATION]
    left = entries
    for at, role in enumerate(DESTINATION):
        left = [entry for entry in left if entry[at] == given[at]]
        if not left:
            return false(leg.name(role), "DESTINATION_NOT_LISTED")
    return TRUE


def where(wanted, leg):
    """Of several names the first that is wrong; and only where none is, the first that is not to be told."""
    outcomes = [named(name, one, leg.params) for name, one in wanted.items()]
    for kind in "false", "untold":
        for outcome in outcomes:
            if outcome.kind == kind:
                return outcome
    return TRUE


def named(name, wanted, params):
    text, param = params.get(name), said(name)
    if text is None:
        return untold(param)
    if isinstance(wanted, Range):
        number = amounts.amount(text)
        return untold(param) if number is None else within(wanted, Fraction(number), param)
    return TRUE if amounts.fits_any(wanted, text) else false(param)
