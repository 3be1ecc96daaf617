"""Types for annotations: what a parameter may be."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from enum import Enum
from typing import Any, SupportsIndex, TypeAlias

from binsign._binsign import Json

__all__ = ["Parameters", "Value"]

Value: TypeAlias = (
    str
    | int
    | bool
    | float
    | Decimal
    | Enum
    | SupportsIndex
    | Json
    | list[Any]
    | tuple[Any, ...]
    | dict[str, Any]
    | None
)
"""A parameter's value. ``None`` leaves the parameter out; lists, tuples and dicts are sent as compact JSON."""

Parameters: TypeAlias = Mapping[str, Value] | Sequence[tuple[str, Value]]
"""Parameters, in the order in which they are sent where the interface does not have them sorted."""
