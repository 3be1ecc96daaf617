"""What a request counts for the limits of a policy (section 7 of docs/policy.md)."""

import math
from dataclasses import dataclass
from fractions import Fraction

import amounts
import request
from request import NONE, Told

SLICES = 8
MOST_DIGITS = 8
MONEY = ("loan", "funds", "transfer", "withdraw")


@dataclass
class NotCounted(Exception):
    """A request cannot be counted, for want of this parameter."""
    param: str | None


def slice_length(limit):
    return -(-limit.per // SLICES)


def scale(limit):
    """How many digits behind the point are counted."""
    return max((digits for digits in range(MOST_DIGITS + 1) if limit.most * 10**digits < 10**17), default=0)


def nothing(limit):
    """A count of nothing; orders and cancels are counted side by side."""
    return Pair(0, 0) if limit.count == "cancels-per-order" else 0


@dataclass(frozen=True)
class Pair:
    orders: int
    cancels: int

    def __add__(self, other):
        return Pair(self.orders + other.orders, self.cancels + other.cancels)


def in_scope(limit, leg):
    for patterns, role in (limit.symbols, "symbol"), (limit.coins, "coin"):
        if patterns is None:
            continue
        found = leg.read(role)
        if isinstance(found, Told) and not amounts.fits_any(patterns, found.value):
            return False
    return True


def count(limit, route, params):
    """What a request of a route counts, with parameters by name."""
    if not limit.fits(route):
        return nothing(limit)
    legs = [leg for leg in request.legs(route.shape, params) if in_scope(limit, leg)]
    orders = len(legs) if route.action == "order" else 0
    cancels = 1 if legs and (route.action == "cancel" or route.path.endswith("cancelReplace")) else 0
    match limit.count:
        case "requests":
            return 1 if legs else 0
        case "mutating":
            return 1 if legs and route.mutating else 0
        case "orders":
            return orders
        case "cancels":
            return cancels
        case "cancels-per-order":
            return Pair(orders, cancels)
        case "notional":
            return units(limit, [notional(leg, route) for leg in legs if route.action in ("order", "amend")])
        case "amount":
            return units(limit, [amount(leg, route) for leg in legs if route.action in MONEY])


def notional(leg, route):
    found = leg.read("notional")
    if isinstance(found, Told):
        return found.value
    if found is NONE and route.action != "order":
        return Fraction(0)
    raise NotCounted(leg.notional_name())


def amount(leg, route):
    found = leg.read("amount")
    if isinstance(found, Told):
        return found.value
    if found is NONE and not route.moves_funds:
        return Fraction(0)
    raise NotCounted(leg.name("amount"))


def units(limit, numbers):
    """In units of the limit, rounded up for the whole request."""
    return math.ceil(sum(numbers, Fraction(0)) * 10 ** scale(limit))


def passes(limit, spent, own):
    """Whether a request that counts `own` still passes."""
    if limit.count == "cancels-per-order":
        after = spent + own
        return own.cancels == 0 or after.cancels <= limit.free or after.cancels <= limit.most * after.orders
    most = limit.most * 10 ** scale(limit) if limit.count in ("notional", "amount") else limit.most
    return spent + own <= most


def most(limit, counts):
    """The most of several counts, the first being the request's own."""
    if limit.count == "cancels-per-order":
        return Pair(counts[0].orders, max(one.cancels for one in counts))
    return max(counts)
