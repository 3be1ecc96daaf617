"""What else a signature is good for (section 8 of docs/policy.md), found by looking at every route."""

import functools

import catalogue
import key_info

# The worst first.
DANGER = ("keys", "withdraw", "transfer", "session", "loan", "funds", "order", "amend", "settings", "cancel")
# Parameters that restate a default, the harmless ones first.
CURES = (
    "startTime", "limit", "omitZeroBalances", "computeCommissionRates", "endTime", "current", "size", "page", "pageSize", "offset", "fromId",
    "isIsolated",
)
NOT_CARRIED = ("timestamp", "recvWindow")


@functools.cache
def targets():
    """The routes that a signature had better not open, the worst first."""
    found = [route for route in catalogue.routes() if route.signed and (route.mutating or route.path == "session.logon")]
    return sorted(found, key=lambda route: (DANGER.index(route.action), route.number))


def carried(request):
    """The names that a request's signature covers."""
    names = {name for name, _ in request.params if name not in NOT_CARRIED}
    return names | {"apiKey"} if request.transport == "ws-api" else names


def takes(route, names):
    """Whether a route would take parameters of these names."""
    extra = {"apiKey"} if route.transport == "ws-api" else set()
    if not names >= {*route.required, *extra} or not all(names & set(group) for group in route.one_of):
        return False
    return route.group != "spot" or names <= route.known | extra


def is_reachable(route, permissions, key_type):
    """Whether a key with these permissions can call a route at all."""
    if route.path == "session.logon" and key_type not in (None, "Ed25519"):
        return False
    if route.permissions is None:
        return not permissions <= key_info.READING
    return not route.permissions or bool(route.permissions & permissions)


def members(route, names, permissions, key_type):
    """All that a signature of a route, with parameters of these names, is good for besides; the worst first."""
    return [one for one in targets() if one is not route and is_reachable(one, permissions, key_type) and takes(one, names)]


def cure(route, names, permissions, key_type, passes):
    """A parameter of the route with which all that is left passes."""
    needed = {name for group in route.one_of for name in group}
    # Of a route that changes something any other parameter would make another order.
    harmless = CURES if route.mutating or route.manages_keys else route.optional
    free = [name for name in route.optional if name in harmless and name not in names | needed]
    for name in sorted(free, key=lambda name: CURES.index(name) if name in CURES else len(CURES)):
        if all(map(passes, members(route, names | {name}, permissions, key_type))):
            return name
    return None
