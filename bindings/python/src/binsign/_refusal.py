"""What binsign raises instead of a signature, each with a code that stays the same for ever."""

from __future__ import annotations

__all__ = ["Denied", "Error", "PolicyError", "Refusal"]

# What the core's message, the same in every language, cannot say for Python.
_TYPES_TAKEN = (
    "in Python: str, int, bool, decimal.Decimal, float (finite and below 2**53), members of an Enum of str, "
    "or a list, tuple or dict of these"
)


class Refusal(Exception):
    """Why there is no signature; holds no secret, no signature and no value of a parameter."""

    code: str
    """The stable name, such as ``PARAMETER_TWICE``."""
    number: int
    """The stable number: 1xx an argument, 2xx a size, 3xx a key, 4xx a denial, 5xx a signature, 9xx binsign itself."""
    message: str
    """What is wrong and what to do, in the core's own words."""

    def __init__(self, code: str, number: int, message: str) -> None:
        Exception.__init__(self, code, number, message)
        self.code = code
        self.number = number
        self.message = message

    def __str__(self) -> str:
        hint = f" ({_TYPES_TAKEN})" if self.code == "VALUE_TYPE" else ""
        return f"{self.code}: {self.message}{hint}"

    def __reduce__(self) -> tuple[type[Refusal], tuple[object, ...]]:
        return type(self), (self.code, self.number, self.message)


class Error(Refusal, ValueError):
    """An argument or the key is wrong."""


class PolicyError(Error):
    """The text of a policy is not as the policy language has it."""

    line: int
    """The line, from 1."""
    column: int
    """The column in characters, from 1."""

    def __init__(self, code: str, number: int, message: str, line: int, column: int) -> None:
        Refusal.__init__(self, code, number, message)
        self.line = line
        self.column = column

    def __reduce__(self) -> tuple[type[PolicyError], tuple[object, ...]]:
        return type(self), (self.code, self.number, self.message, self.line, self.column)


class Denied(Refusal, PermissionError):
    """The request is well-formed and not allowed: the gate's no."""

    clause: str
    """The clause of Binance's API Service Terms behind the rule, as part and number (``F 13``)."""
    rule: str
    """The name of the rule that denied."""
    param: str | None
    """The parameter that decided, where one did."""
    opens: str | None
    """The route that the signature would open besides, of ``CONFUSABLE``."""

    def __init__(
        self,
        code: str,
        number: int,
        message: str,
        clause: str,
        rule: str,
        param: str | None = None,
        opens: str | None = None,
    ) -> None:
        Refusal.__init__(self, code, number, message)
        self.clause = clause
        self.rule = rule
        self.param = param
        self.opens = opens

    def __reduce__(self) -> tuple[type[Denied], tuple[object, ...]]:
        return type(self), (self.code, self.number, self.message, self.clause, self.rule, self.param, self.opens)
