"""Types for annotations: what a parameter may be."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, TypeAlias

__all__ = ["Parameters", "Value"]

Value: TypeAlias = str | int | bool | Decimal | list[Any] | tuple[Any, ...] | dict[str, Any] | None
"""A parameter's value. ``None`` leaves the parameter out; lists, tuples and dicts are sent as compact JSON."""

Parameters: TypeAlias = Mapping[str, Value] | Sequence[tuple[str, Value]]
"""Parameters in the order in which they are sent."""
