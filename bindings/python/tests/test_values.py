"""Python values as the text that is sent: exactly, or not at all."""

import copy
import datetime
import enum
import fractions
import json
import pickle
import random
import uuid
from collections import OrderedDict
from decimal import Decimal, getcontext, localcontext
from types import SimpleNamespace
from typing import Any, NamedTuple
from urllib.parse import unquote

import numpy
import pytest
from documented import encoded

import binsign

ROUTE = ("POST", "/api/v3/order")


def sent(signer: binsign.Signer, value: Any) -> str:
    """The value as the exchange would read it, with the standard library's decoding."""
    query = signer.sign(*ROUTE, {"value": value}, timestamp=None).payload
    assert query is not None
    name, text = query.split("=")
    assert name == "value"
    assert encoded(unquote(text)) == text
    return unquote(text)


@pytest.mark.parametrize(
    "value", ["", " ", "LTCBTC", "１２３４５６", "a&b=c?d#e%41+", "\t\r\n", "é\U0001f600", "\x7f\x01"]
)
def test_text_is_sent_as_it_is(signer: binsign.Signer, value: str) -> None:
    assert sent(signer, value) == value


def test_every_character_of_one_byte_is_encoded_as_the_standard_library_does(signer: binsign.Signer) -> None:
    text = "".join(map(chr, range(1, 256)))
    assert signer.sign(*ROUTE, {"value": text}, timestamp=None).payload == f"value={encoded(text)}"


@pytest.mark.parametrize(
    "number",
    [0, -1, 5000, 2**63 - 1, 2**63, -(2**63), -(2**63) - 1, 10**40, -(10**40), 10**4400 + 7, -(10**20000)],
    ids=lambda number: f"{number.bit_length()} bits",
)
def test_whole_numbers_of_any_size(signer: binsign.Signer, number: int) -> None:
    text = sent(signer, number)
    # Python itself gives no text of so many digits: compare piece by piece.
    assert text.startswith("-") == (number < 0)
    digits, rest = text.removeprefix("-"), abs(number)
    for piece in [digits[max(end - 1000, 0) : end] for end in range(len(digits), 0, -1000)]:
        rest, expected = divmod(rest, 10 ** len(piece))
        assert int(piece) == expected
    assert rest == 0
    assert digits == "0" or not digits.startswith("0")


def test_a_number_longer_than_a_request_is_refused_at_once(signer: binsign.Signer) -> None:
    for value in [1 << 1_000_000, [1 << 1_000_000], Decimal("1E+70000"), Decimal("1E-70000"), Decimal("1E+999999")]:
        with pytest.raises(binsign.Error) as refused:
            sent(signer, value)
        assert refused.value.code == "REQUEST_TOO_LONG"


def test_booleans(signer: binsign.Signer) -> None:
    assert sent(signer, True) == "true"
    assert sent(signer, False) == "false"


DECIMALS = [
    *(
        "0",
        "1",
        "0.1",
        "1.50",
        "0.00000001",
        "100",
        "-0",
        "-3.20",
        "+4",
        "000123",
        "123456789012345678901234567890.123",
    ),
    *("1E+3", "1E-8", "0E-8", "0E+3", "-0E+3", "1.23E+1", "1.5E-10", "-1.50E+5", "12.345E+2", "9E-30", "1E+30"),
]


@pytest.mark.parametrize("text", DECIMALS)
def test_decimals_keep_their_digits_and_lose_their_exponent(signer: binsign.Signer, text: str) -> None:
    assert sent(signer, Decimal(text)) == format(Decimal(text), "f")


def test_random_decimals_are_as_python_formats_them(signer: binsign.Signer) -> None:
    choose = random.Random(4).choice
    for _ in range(2000):
        digits = "".join(choose("0123456789") for _ in range(choose(range(1, 25))))
        number = Decimal(f"{choose(['', '-'])}{digits}E{choose(range(-40, 40))}")
        assert sent(signer, number) == format(number, "f")


def test_the_decimal_context_changes_nothing(signer: binsign.Signer) -> None:
    with localcontext() as context:
        context.prec = 2
        context.capitals = 0
        assert sent(signer, Decimal("123456.789E+10")) == "1234567890000000"
        assert sent(signer, 10**30 + 1) == "1" + "0" * 29 + "1"
        assert getcontext().flags == context.flags


def test_none_leaves_the_parameter_out(signer: binsign.Signer) -> None:
    request = signer.sign(*ROUTE, {"a": None, "b": "1", "c": None}, {"d": None, "e": "2"}, timestamp=None)
    assert request.payload == "b=1e=2"
    # A body of which nothing is left is none.
    assert signer.sign(*ROUTE, {"a": "1"}, {"b": None}, timestamp=None).body == ""


class Pair(NamedTuple):
    a: int
    b: str


LISTS: list[Any] = [
    *([], (), {}, [[]], [1, "a", True, None], ("x",), {"b": 1, "a": 2}, {"": [{"k": []}]}, ["é１\U0001f600"]),
    *(['quote " backslash \\ slash / '], ["".join(map(chr, range(32)))], ["\x7f\u2028"], [-1, 2**70, -(2**70)]),
    OrderedDict(z=1, y=2),
    Pair(1, "2"),
    {"orders": [{"symbol": "BTCUSDT", "quantity": "1"}]},
]


@pytest.mark.parametrize("value", LISTS, ids=range(len(LISTS)))
def test_lists_and_dicts_are_compact_json(signer: binsign.Signer, value: Any) -> None:
    assert sent(signer, value) == json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def test_decimals_in_json_are_plain_numbers(signer: binsign.Signer) -> None:
    value = [{"price": Decimal("1E-8"), "quantity": Decimal("10.50")}, Decimal("-2E+3")]
    assert sent(signer, value) == '[{"price":0.00000001,"quantity":10.50},-2000]'


def test_an_ordered_dict_keeps_the_order_it_was_given(signer: binsign.Signer) -> None:
    members = OrderedDict(a="1", b="2")
    members.move_to_end("a")
    assert sent(signer, members) == '{"b":"2","a":"1"}'
    assert signer.sign(*ROUTE, members, timestamp=None).payload == "b=2&a=1"


def test_enumerations_of_text_and_numbers_are_sent_by_their_value(signer: binsign.Signer) -> None:
    class Side(str, enum.Enum):
        BUY = "BUY"

    class Limit(enum.IntEnum):
        FIVE = 5

    assert sent(signer, Side.BUY) == "BUY"
    assert sent(signer, Limit.FIVE) == "5"
    assert sent(signer, [Side.BUY, Limit.FIVE]) == '["BUY",5]'


def test_members_of_an_enumeration_of_text_are_sent_by_their_value(signer: binsign.Signer) -> None:
    class Side(enum.Enum):
        BUY = "BUY"

    assert sent(signer, Side.BUY) == "BUY"
    assert sent(signer, {"side": [Side.BUY]}) == '{"side":["BUY"]}'


class Numbered(enum.Enum):
    """Its numbers mean nothing to the exchange."""

    BUY = 1


# What other clients send as `1e-05` and the like (pitfalls, item 25), and the ends of the range.
FLOATS: list[tuple[float, str]] = [
    *((0.1, "0.1"), (1.0, "1"), (1e-5, "0.00001"), (1.7e-7, "0.00000017"), (-0.0, "0"), (-1.5e-5, "-0.000015")),
    *((0.1 + 0.2, "0.30000000000000004"), (1e15, "1000000000000000"), (2.0**53 - 1, "9007199254740991")),
]


@pytest.mark.parametrize(("number", "text"), FLOATS)
def test_floats_are_their_shortest_decimal(signer: binsign.Signer, number: float, text: str) -> None:
    assert sent(signer, number) == text
    assert sent(signer, [number]) == f"[{text}]"


def test_random_floats_are_as_python_writes_them_without_exponent(signer: binsign.Signer) -> None:
    drawn = random.Random(25)
    for _ in range(2000):
        number = drawn.uniform(-1, 1) * 10.0 ** drawn.randrange(-12, 15)
        text, pythons = sent(signer, number), format(Decimal(repr(number)), "f").removesuffix(".0")
        # Where the number is in the middle between two decimals of the same length, Python takes the even one.
        tie = abs(Decimal(text) - Decimal(number)) == abs(Decimal(pythons) - Decimal(number))
        assert text == pythons or (tie and len(text) == len(pythons) and float(text) == number)


class Indexed:
    """A whole number of another package, as numpy.int64 is one."""

    def __init__(self, number: int) -> None:
        self.number = number

    def __index__(self) -> int:
        return self.number


class Measured:
    """Says what float it is, as numpy.float32 and Fraction do: its shortest decimal is not what was meant."""

    def __float__(self) -> float:
        return 0.1


def test_whole_numbers_of_other_packages(signer: binsign.Signer) -> None:
    for number in (0, -5, 2**63, 10**40):
        assert sent(signer, Indexed(number)) == str(number)
        assert sent(signer, [Indexed(number)]) == f"[{number}]"
    assert sent(signer, numpy.int64(-(2**63))) == str(-(2**63))
    assert sent(signer, numpy.uint8(200)) == "200"
    # A float of Python's own, by inheritance.
    assert sent(signer, numpy.float64(1e-7)) == "0.0000001"
    assert sent(signer, numpy.str_("BUY")) == "BUY"


def test_json_is_sent_as_it_is_written(signer: binsign.Signer) -> None:
    assert sent(signer, binsign.Json('[{"a":1.50}]')) == '[{"a":1.50}]'
    signed = signer.sign_ws("order.place", {"quantity": binsign.Json("0.10")}, id="1", timestamp=1645423376532)
    assert '"quantity":0.10,' in signed.message
    for text in ("1e5", "[1, 2]", '"text"', "null", "01", "", "[1"):
        with pytest.raises(binsign.Error, match="VALUE_TYPE"):
            signer.sign_ws("order.place", {"quantity": binsign.Json(text)}, id="1")


def test_json_is_a_value_of_its_own() -> None:
    value = binsign.Json("[1]")
    assert (repr(value), value.text) == ("binsign.Json('[1]')", "[1]")
    assert value == binsign.Json("[1]") != binsign.Json("[2]")
    assert value != "[1]"
    assert len({value, binsign.Json("[1]")}) == 1
    for twin in (copy.deepcopy(value), pickle.loads(pickle.dumps(value))):
        assert twin == value
    with pytest.raises(binsign.Error, match="VALUE_TYPE"):
        binsign.Json(1)  # type: ignore[arg-type]


class SaysItIsADecimal:
    """Its class is not what it says."""

    @property  # type: ignore[misc]
    def __class__(self) -> type:
        return Decimal


NOT_TAKEN: list[Any] = [
    *(
        2.0**53,
        -1e22,
        float("nan"),
        float("inf"),
        1j,
        b"1",
        bytearray(b"1"),
        memoryview(b"1"),
        object(),
        {1},
        frozenset(),
    ),
    *(Decimal("NaN"), Decimal("sNaN"), Decimal("-Infinity"), fractions.Fraction(1, 2), range(3), Numbered.BUY, ...),
    *(datetime.date(2026, 1, 1), uuid.UUID(int=1), SimpleNamespace(a=1), int, len, iter([1]), SaysItIsADecimal()),
    *(Measured(), numpy.float32(0.1), numpy.datetime64("now"), binsign.NOW),
    *(
        [float("nan")],
        [b"1"],
        {"a": 1e300},
        [binsign.Json("1")],
        {1: "a"},
        {None: 1},
        [[[{"a": (Decimal("NaN"),)}]]],
        [{1}],
    ),
]


@pytest.mark.parametrize("value", NOT_TAKEN, ids=range(len(NOT_TAKEN)))
def test_what_cannot_be_sent_exactly_is_refused_by_name(signer: binsign.Signer, value: Any) -> None:
    with pytest.raises(binsign.Error) as refused:
        signer.sign(*ROUTE, {"symbol": "LTCBTC", "left": None, "price": value}, timestamp=None)
    assert refused.value.code == "VALUE_TYPE"
    # The place counts what is sent; the text says what to give instead.
    assert "parameter 2 `price`" in refused.value.message
    assert "float (finite and below 2**53)" in str(refused.value)


def test_nesting_without_end_is_refused(signer: binsign.Signer) -> None:
    endless: list[Any] = []
    endless.append(endless)
    circle: dict[str, Any] = {}
    circle["again"] = circle
    deep: Any = "x"
    for _ in range(100_000):
        deep = [deep]
    for value in [endless, circle, deep]:
        with pytest.raises(binsign.Error, match="VALUE_TYPE"):
            sent(signer, value)


def test_lists_that_would_grow_without_end_are_refused(signer: binsign.Signer) -> None:
    doubled: Any = ["x"]
    for _ in range(60):
        doubled = [doubled, doubled]
    with pytest.raises(binsign.Error, match="REQUEST_TOO_LONG"):
        sent(signer, doubled)


def test_text_without_utf8_is_refused_wherever_it_stands(signer: binsign.Signer) -> None:
    bad = "a\ud800"
    parameters: list[dict[str, Any]] = [{"symbol": bad}, {bad: "1"}, {"symbol": [bad]}, {"symbol": {bad: 1}}]
    for params in parameters:
        with pytest.raises(binsign.Error) as refused:
            signer.sign(*ROUTE, params)
        assert (refused.value.code, refused.value.number) == ("INVALID_UTF8", 102)
        assert refused.value.message.startswith("parameter 1 ")
    for method, path in [(bad, ROUTE[1]), (ROUTE[0], bad)]:
        with pytest.raises(binsign.Error, match="INVALID_UTF8"):
            signer.sign(method, path)
    for api_key, secret in [(bad, "s"), ("k", bad)]:
        with pytest.raises(binsign.Error, match="INVALID_UTF8"):
            binsign.Signer(api_key, secret)
