"""Decimals, durations and texts of the policy language, each as the specification (docs/policy.md) has it."""

import re
from fractions import Fraction

DIGITS = 18
UNITS = {"ms": 1, "s": 1000, "m": 60_000, "h": 3_600_000, "d": 86_400_000}


def amount(text):
    """The number behind a text of a request; None where it is none (section 4)."""
    match = re.fullmatch(r"([0-9]+)(?:\.([0-9]+))?", text, re.ASCII)
    if not match:
        return None
    whole, behind = match[1], match[2] or ""
    if len(behind) > DIGITS or len((whole + behind).lstrip("0")) > DIGITS:
        return None
    return Fraction(int(whole + behind), 10 ** len(behind))


def duration(text):
    """Milliseconds of a duration as `"1d"`."""
    match = re.fullmatch(r"([0-9]+)(ms|s|m|h|d)", text, re.ASCII)
    return int(match[1]) * UNITS[match[2]]


def fits(pattern, text):
    """Whether a text fits a pattern: `*` for any run of bytes, `?` for any one byte."""
    pattern, text = pattern.encode(), text.encode()
    # Which beginnings of the text the beginning of the pattern fits.
    reached = {0}
    for sign in pattern:
        if sign == ord("*"):
            reached = set(range(min(reached), len(text) + 1)) if reached else set()
        else:
            reached = {at + 1 for at in reached if at < len(text) and sign in (ord("?"), text[at])}
    return len(text) in reached


def fits_any(patterns, text):
    return any(fits(pattern, text) for pattern in patterns)
