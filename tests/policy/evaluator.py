"""The second evaluator: what the gate has to answer, by docs/policy.md and nothing else. Obvious and slow.

`Gate` is a policy with a state, as a session of the conformance protocol has it. `decide` follows section 6 step by step.
"""

import functools
import sys
from dataclasses import dataclass, field
from pathlib import Path

import catalogue
import classes
import conditions
import document
import key_info
import limits
import request as requests
from state import Sent, State

sys.path.append(str(Path(__file__).resolve().parents[1] / "conformance"))
import verify  # noqa: E402

DAY = 86_400_000
KEY_STATES = {
    "suspended": ("KEY_SUSPENDED", "D 10"), "revoked": ("KEY_REVOKED", "H 17"), "expired": ("KEY_EXPIRED", "E 11 c"),
    "terminated": ("KEY_TERMINATED", "I 18"),
}
LEAST_RECV_WINDOW = 5000
NEEDS_STATUS = "origClientOrderId"


@dataclass
class Denied(Exception):
    """A denial: what of it two programs have to agree on."""
    code: str
    clause: str
    rule: str
    param: str | None = None
    opens: str | None = None


@dataclass
class Gate:
    policy: document.Policy
    state: State
    # SHA-256 of the compiled policy, where approvals are to be verified.
    digest: bytes = b""
    app: str | None = None
    key_type: str | None = None
    info: key_info.KeyInfo | None = None
    now: int | None = None
    approval: bytes | None = None

    def permissions(self):
        return self.info.permissions if self.info else self.policy.permissions


def gate_of(text, **fields):
    policy = document.read(text)
    return Gate(policy, State(policy.signature_faults), **fields)


@dataclass
class Allowed:
    """What passed, and what is to be noted once that is more than a question."""
    counts: list = field(default_factory=list)
    approval: int | None = None
    sent: Sent | None = None


def decide(gate, request):
    """What an allowed request counts; raises Denied."""
    if request.lookup.route is None:
        raise Denied(request.lookup.code, "F 13", "documented-routes")
    route = request.lookup.route
    step_key_state(gate, request, route)
    step_time(gate)
    step_key(gate, route)
    step_trust(gate.policy, route)
    step_timestamp(gate, request, route)
    step_parameters(gate.policy, request, route)
    step_forbids(gate.policy, route, request.by_name)
    rules = step_allows(gate.policy, route, request.by_name)
    approval = step_approval(gate, request, rules)
    step_orders(gate.state, request, route)
    also = step_caller(gate, request, route)
    counts = step_limits(gate, request, route, also)
    return Allowed(counts, approval, sent_of(request, route))


def authorize(gate, request, *, check=False, signs=True):
    """The verdict: None, or a denial. Unless only checked, what is allowed is noted; where it is not signed then, nothing is spent."""
    try:
        allowed = decide(gate, request)
    except Denied as denied:
        return denied
    if not check:
        note(gate, request, allowed)
        if signs:
            spend(gate, allowed)
    return None


def spend(gate, allowed):
    for limit, count in zip(gate.policy.limits, allowed.counts, strict=True):
        gate.state.spend(limit, gate.now, count)
    gate.state.sent = allowed.sent


def note(gate, request, allowed):
    state = gate.state
    state.see(gate.now)
    if has_timestamp(request, request.lookup.route):
        state.last_timestamp = max(state.last_timestamp or 0, request.timestamp())
    if allowed.approval is not None:
        state.last_approval = allowed.approval


def step_key_state(gate, request, route):
    policy, state, now = gate.policy, gate.state, gate.now
    if policy.stop:
        raise Denied("STOPPED", "H 17", "stop")
    if state.key_state in KEY_STATES:
        code, clause = KEY_STATES[state.key_state]
        raise Denied(code, clause, "key-state")
    if state.wait_until is not None and (now is None or now < state.wait_until):
        raise Denied("EXCHANGE_WAIT", "F 13", "exchange")
    if policy.weight_cap is not None and now is not None:
        minute, weight = state.weights.get(route.family, (None, 0))
        if minute == now // 60_000 and weight >= policy.weight_cap:
            raise Denied("WEIGHT_SPENT", "F 13", "weight_cap")
    if policy.app is not None and gate.app != policy.app:
        raise Denied("APP_OTHER", "E 11 a", "app")


def step_time(gate):
    policy, now = gate.policy, gate.now
    if now is None:
        raise Denied("TIME_NEEDED", "G 16", "time")
    if gate.state.latest - now > policy.tolerance:
        raise Denied("CLOCK_BACK", "G 16", "time")
    if policy.valid_from is not None and now < policy.valid_from:
        raise Denied("POLICY_NOT_YET", "G 16", "valid_from")
    if policy.valid_until is not None and now >= policy.valid_until:
        raise Denied("POLICY_EXPIRED", "G 16", "valid_until")
    # 1970-01-01 was a Thursday, the fourth day of the week.
    minute = (now // 60_000 + 3 * 1440) % 10_080
    if policy.hours and not any(begin <= minute < end for begin, end in policy.hours):
        raise Denied("OUTSIDE_HOURS", "G 16", "hours")


def step_key(gate, route):
    policy, info, now = gate.policy, gate.info, gate.now
    good = {"any": (None, "HMAC", "RSA", "Ed25519"), "asymmetric": ("RSA", "Ed25519"), "Ed25519": ("Ed25519",)}[policy.key_type]
    if gate.key_type not in good:
        raise Denied("KEY_TYPE_BELOW", "E 12", "key.type")
    if policy.info_max_age is not None:
        if info is None:
            raise Denied("KEY_INFO_NEEDED", "D 9", "key.info_max_age")
        if now - info.observed_at > policy.info_max_age:
            raise Denied("KEY_INFO_OLD", "D 9", "key.info_max_age")
    if policy.key_created is not None and info and info.created not in (None, policy.key_created):
        raise Denied("KEY_OTHER", "D 6", "key.created")
    if info and info.trading_expires is not None and now >= info.trading_expires and route.mutating:
        raise Denied("KEY_EXPIRED", "E 11 c", "key-state")
    if policy.ip_restricted and not route.is_reading():
        if info is None:
            raise Denied("KEY_INFO_NEEDED", "E 11 d", "key.ip_restricted")
        if not info.ip_restricted and not info.permissions <= key_info.READING:
            raise Denied("KEY_UNRESTRICTED", "E 11 d", "key.ip_restricted")
    if route.permissions:
        if not route.permissions & policy.permissions:
            raise Denied("PERMISSION_NOT_DECLARED", "D 9", "permissions")
        if info and not route.permissions & info.permissions:
            raise Denied("PERMISSION_NOT_GRANTED", "D 9", "key-info")


def step_trust(policy, route):
    taken = policy.trust[route.trust]
    if taken == "deny" or (taken == "read" and route.mutating):
        raise Denied("ROUTE_TRUST", "F 13", f"trust.{route.trust}")


def has_timestamp(request, route):
    return route.signed and not request.in_session


def step_timestamp(gate, request, route):
    policy, state = gate.policy, gate.state
    if route.signed and request.recv_window() > policy.recv_window_max:
        raise Denied("RECV_WINDOW_OVER_CAP", "D 8", "time.recv_window_max", "recvWindow")
    if not has_timestamp(request, route):
        return
    param = "sendingTime" if request.fix else "timestamp"
    time = request.timestamp()
    if time is None:
        raise Denied("TIMESTAMP_MISSING", "D 8", "time.tolerance", param)
    if abs(time // 1000 - (gate.now + state.offset)) > policy.tolerance:
        raise Denied("TIMESTAMP_OFF", "D 8", "time.tolerance", param)
    last = state.last_timestamp
    if last is not None and policy.timestamps != "any" and (time < last or (time == last and policy.timestamps == "rising")):
        raise Denied("TIMESTAMP_REPEATED", "D 8", "time.timestamps", param)


def step_parameters(policy, request, route):
    strict = route.mutating and not policy.unknown_parameters
    for name, _ in request.params:
        if name in ("timestamp", "recvWindow") or name in route.known:
            continue
        if strict or (name == "apiKey" and route.transport == "rest"):
            raise Denied("PARAMETER_UNKNOWN", "F 13", "trust.parameters", requests.said(name))


def step_forbids(policy, route, params):
    for leg in requests.legs(route.shape, params):
        for rule in policy.forbids:
            if not rule.fits(route):
                continue
            outcomes = [conditions.put(number, wanted, route, leg) for number, wanted in rule.conditions.items()]
            kinds = {outcome.kind for outcome in outcomes}
            if kinds <= {"true"}:
                raise Denied("FORBIDDEN", rule.clause, rule.name)
            if kinds <= {"true", "untold"}:
                param = next(outcome.param for outcome in outcomes if outcome.kind == "untold")
                raise Denied("ARGUMENT_NEEDED", rule.clause, rule.name, param)


def step_allows(policy, route, params):
    """The rule that each leg passes."""
    return [allowing(policy, route, leg) for leg in requests.legs(route.shape, params)]


def allowing(policy, route, leg):
    rules = [rule for rule in policy.allows if rule.fits(route)]
    if not rules:
        raise Denied("NOT_ALLOWED", "F 15 f", "default")
    nearest = None
    for rule in rules:
        failing = first_failing(rule, route, leg)
        if failing is None:
            return rule
        if nearest is None or failing[0] > nearest[0]:
            nearest = (*failing, rule)
    number, outcome, rule = nearest
    clause = "F 15 i" if number == 10 and rule.clause == "D 9" else rule.clause
    raise Denied(outcome.code, clause, rule.name, outcome.param)


def first_failing(rule, route, leg):
    for number, wanted in rule.conditions.items():
        outcome = conditions.put(number, wanted, route, leg)
        if outcome.kind in ("false", "untold"):
            return number, outcome
    return None


def wanting(rules):
    """The first of the rules that wants a second person."""
    return next((rule for rule in rules if rule.approval is not None), None)


def step_approval(gate, request, rules):
    """The moment of the approval that is used, where one is needed."""
    rule = wanting(rules)
    if rule is None:
        return None
    if gate.approval is None:
        raise Denied("APPROVAL_NEEDED", "D 10", rule.name)
    invalid = Denied("APPROVAL_INVALID", "D 10", rule.name)
    if len(gate.approval) != 72:
        raise invalid
    moment = int.from_bytes(gate.approval[:8], "little")
    if not gate.now <= moment <= gate.now + DAY or moment <= gate.state.last_approval:
        raise invalid
    text = b"binsign approval 1\n" + gate.digest + gate.approval[:8] + request.approved_text()
    if not verify.ed25519(rule.approval, text, gate.approval[8:]):
        raise invalid
    return moment


def orders_of(request, route):
    """(symbol, client order id, its parameter) of each leg that has a client order id."""
    for leg in requests.legs(route.shape, request.by_name):
        found = leg.read("client_id")
        if isinstance(found, requests.Told):
            symbol = leg.raw("symbol")
            yield symbol.value if isinstance(symbol, requests.Told) else "", found.value, leg.name("client_id")


def step_orders(state, request, route):
    if route.action != "order":
        return
    for symbol, client_id, param in orders_of(request, route):
        if state.is_unknown((symbol, client_id)):
            raise Denied("ORDER_UNKNOWN", "J 19", "order-state", param)


def sent_of(request, route):
    orders = tuple((symbol, client_id) for symbol, client_id, _ in orders_of(request, route)) if route.mutating else ()
    asks = None
    if route.action == "read" and NEEDS_STATUS in request.by_name:
        asks = request.by_name.get("symbol", ""), request.by_name[NEEDS_STATUS]
    return Sent(route.family, route.mutating, route.path.endswith("cancelReplace"), orders, asks)


def step_caller(gate, request, route):
    """The members of the request's class, where the caller is not trusted."""
    policy = gate.policy
    if not policy.untrusted or not route.signed or request.in_session or route.transport == "fix":
        return []
    permissions = gate.permissions()
    names = classes.carried(request)
    members = classes.members(route, names, permissions, gate.key_type)
    passes = functools.partial(may_too, policy, request.by_name)
    worst = next((member for member in members if not passes(member)), None)
    is_bare = names <= {"apiKey"} if request.transport == "ws-api" else not names
    too_bare = is_bare and not permissions <= key_info.READING
    if worst is None and not too_bare:
        return members
    if worst is None:
        worst = next(iter(members), None)
    param = classes.cure(route, names, permissions, gate.key_type, passes)
    raise Denied("CONFUSABLE", "D 9", "caller", param, worst and worst.name())


def may_too(policy, params, member):
    """Whether a member of the class passes as a request of its own."""
    try:
        step_trust(policy, member)
        step_forbids(policy, member, params)
        return wanting(step_allows(policy, member, params)) is None
    except Denied:
        return False


def step_limits(gate, request, route, also):
    """What the request counts for each limit."""
    counts = []
    for limit in gate.policy.limits:
        try:
            counts.append(limits.most(limit, [limits.count(limit, one, request.by_name) for one in (route, *also)]))
        except limits.NotCounted as lacking:
            raise Denied("ARGUMENT_NEEDED", limit.clause, limit.name, lacking.param) from None
    for limit, count in zip(gate.policy.limits, counts, strict=True):
        if not limits.passes(limit, gate.state.spent_of(limit, gate.now), count):
            raise Denied("LIMIT_SPENT", limit.clause, limit.name)
    return counts
