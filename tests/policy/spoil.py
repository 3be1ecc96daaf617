"""Changes to the evaluator that a run has to notice: the test of the test. Each is undone when it is left."""

import contextlib

import amounts
import classes
import conditions
import evaluator
import limits
import request
import state
import strict_json


@contextlib.contextmanager
def instead(place, name, value):
    before = getattr(place, name)
    setattr(place, name, value)
    try:
        yield
    finally:
        setattr(place, name, before)


def over(wanted, number, param, within=conditions.within):
    return conditions.false(param, "ARGUMENT_TOO_LARGE") if wanted.high == number else within(wanted, number, param)


def under(wanted, number, param, within=conditions.within):
    return conditions.false(param, "ARGUMENT_TOO_SMALL") if wanted.low == number else within(wanted, number, param)


def floor(limit, numbers):
    return int(sum(numbers) * 10 ** limits.scale(limit))


def last_member(pairs):
    return {name: str(value) for name, (_, value) in pairs}


def first_leg(shape, params, legs=request.legs):
    return legs(shape, params)[:1]


def no_untold(policy, route, params, forbids=evaluator.step_forbids):
    try:
        forbids(policy, route, params)
    except evaluator.Denied as denied:
        if denied.code == "FORBIDDEN":
            raise


def loose(route, names, takes=classes.takes):
    return takes(route, names & route.known | ({"apiKey"} & names)) if route.group == "spot" else takes(route, names)


def spent_to_the_brim(limit, spent, own, passes=limits.passes):
    return passes(limit, spent, own) and (limit.count == "cancels-per-order" or spent + own < limit.most * 10**limits.scale(limit))


def prefix(pattern, text):
    return amounts.fits.__wrapped__(pattern, text) if hasattr(amounts.fits, "__wrapped__") else text.startswith(pattern.rstrip("*"))


SPOILS = {
    "a bound from above no longer takes itself": lambda: instead(conditions, "within", over),
    "a bound from below no longer takes itself": lambda: instead(conditions, "within", under),
    "limits are rounded down": lambda: instead(limits, "units", floor),
    "a limit no longer takes its last": lambda: instead(limits, "passes", spent_to_the_brim),
    "a window of seven slices more": lambda: instead(limits, "SLICES", 7),
    "the last member of a name counts": lambda: instead(request, "members", last_member),
    "the first leg alone": lambda: instead(request, "legs", first_leg),
    "a forbid that cannot tell lets pass": lambda: instead(evaluator, "step_forbids", no_untold),
    "Spot takes what it does not know": lambda: instead(classes, "takes", loose),
    "patterns are beginnings": lambda: instead(amounts, "fits", prefix),
    "a market order has a price": lambda: instead(request, "BINDING", {"spot": ("MARKET", "LIMIT", "LIMIT_MAKER", "STOP_LOSS_LIMIT", "TAKE_PROFIT_LIMIT"), "futures": ("LIMIT", "STOP", "TAKE_PROFIT")}),
    "seventeen levels": lambda: instead(request, "MAX_DEPTH", 17),
    "a hundred and one orders": lambda: instead(request, "MAX_ITEMS", 101),
    "a shorter wait": lambda: instead(state, "WAIT", 59_999),
    "seven orders unknown": lambda: instead(state, "MAX_UNKNOWN", 1),
    "numbers with a leading zero": lambda: instead(strict_json, "NUMBER", strict_json.re.compile(r"-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?", strict_json.re.ASCII)),
    "an approval holds for two days": lambda: instead(evaluator, "DAY", 2 * 86_400_000),
}
