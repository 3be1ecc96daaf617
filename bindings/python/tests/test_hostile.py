"""Objects that misbehave while they are looked at: their own exception, or a clear error, never a panic."""

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

import pytest
from documented import ORDER

import binsign

ROUTE = ("POST", "/api/v3/order")


class Boom(Exception):
    """What a hostile object raises."""


class LyingInt(int):
    def bit_length(self) -> int:
        raise Boom

    def __index__(self) -> int:
        raise Boom

    __int__ = __str__ = __repr__ = __format__ = __index__  # type: ignore[assignment]


class LyingStr(str):
    def __str__(self) -> str:
        raise Boom

    __repr__ = encode = __len__ = __iter__ = __str__  # type: ignore[assignment]


class LyingDecimal(Decimal):
    def __str__(self) -> str:
        raise Boom

    __repr__ = __format__ = as_tuple = __str__  # type: ignore[assignment]


def test_subclasses_are_sent_by_what_they_hold_and_not_by_what_they_say(signer: binsign.Signer) -> None:
    held: list[tuple[binsign.Value, str]] = [
        (LyingInt(7), "7"),
        (LyingInt(2**70), str(2**70)),
        (LyingStr("BUY"), "BUY"),
        (LyingDecimal("1E+2"), "100"),
    ]
    for value, text in held:
        assert signer.sign(*ROUTE, {"a": value}, timestamp=None).payload == f"a={text}"
    assert signer.sign(LyingStr("POST"), LyingStr("/api/v3/order"), {LyingStr("a"): "1"}, timestamp=None).body == ""


class RaisingMapping(Mapping[str, Any]):
    def __getitem__(self, name: str) -> Any:
        raise Boom

    def __iter__(self) -> Iterator[str]:
        raise Boom

    def __len__(self) -> int:
        raise Boom


class RaisingSequence(Sequence[Any]):
    def __getitem__(self, index: Any) -> Any:
        raise Boom

    def __len__(self) -> int:
        return 3


class OddItems(dict[str, Any]):
    def items(self) -> Any:
        return [("a",), 1]


class Endless(Sequence[Any]):
    def __getitem__(self, index: Any) -> Any:
        return ("a", "b")

    def __len__(self) -> int:
        return 1

    def __iter__(self) -> Iterator[Any]:
        while True:
            yield ("a", "b")


def test_a_sequence_without_end(signer: binsign.Signer) -> None:
    with pytest.raises(binsign.Error, match="REQUEST_TOO_LONG"):
        signer.sign(*ROUTE, Endless())


class NoItems(dict[str, Any]):
    def items(self) -> Any:
        raise Boom


class RaisingClass:
    @property  # type: ignore[misc]
    def __class__(self) -> type:
        raise Boom


@pytest.mark.parametrize("make", [RaisingMapping, RaisingSequence, lambda: NoItems(a=1), RaisingClass])
def test_an_exception_of_the_caller_s_own_code_comes_through(signer: binsign.Signer, make: Callable[[], Any]) -> None:
    for name in ["params", "body"]:
        with pytest.raises(Boom):
            signer.sign(*ROUTE, **{name: make()})


def test_items_that_are_no_pairs(signer: binsign.Signer) -> None:
    for arguments in [(OddItems(a=1),), ({"a": OddItems(b=1)},)]:
        with pytest.raises((binsign.Error, TypeError)):
            signer.sign(*ROUTE, *arguments)


class Shrinking(Decimal):
    """Clears the collection it is in when it is thrown away."""

    victim: Any = None

    def __del__(self) -> None:
        if self.victim is not None:
            self.victim.clear()


def test_a_collection_that_changes_while_it_is_read(signer: binsign.Signer) -> None:
    class Clearing(Mapping[str, Any]):
        """Changes the parameters as soon as any of its methods is called."""

        def __getitem__(self, name: str) -> Any:
            params.clear()
            raise KeyError(name)

        def __iter__(self) -> Iterator[str]:
            params.clear()
            return iter(())

        def __len__(self) -> int:
            params.clear()
            return 0

    params: dict[str, Any] = {**ORDER, "odd": Clearing(), "after": "1"}
    with pytest.raises(binsign.Error, match="VALUE_TYPE"):
        signer.sign(*ROUTE, params)

    for size in [1, 10, 1000]:
        shrinking: dict[str, Any] = {f"p{index}": Shrinking(index) for index in range(size)}
        for value in shrinking.values():
            value.victim = shrinking
        try:
            payload = signer.sign(*ROUTE, shrinking, timestamp=None).payload
        finally:
            for value in list(shrinking.values()):
                value.victim = None
        assert payload == "&".join(f"p{index}={index}" for index in range(size))


class RaisingIterator(list[Any]):
    def __iter__(self) -> Iterator[Any]:
        raise Boom

    def __len__(self) -> int:
        raise Boom

    __getitem__ = __len__  # type: ignore[assignment]


MAKERS: list[Callable[[random.Random], Any]] = [
    lambda chance: None,
    lambda chance: chance.random() < 0.5,
    lambda chance: chance.getrandbits(chance.choice([1, 31, 63, 64, 200, 20_000])) * chance.choice([1, -1]),
    lambda chance: chance.random(),
    lambda chance: Decimal(chance.getrandbits(90)).scaleb(chance.randrange(-99, 99)),
    lambda chance: Decimal(chance.choice(["NaN", "sNaN1", "Infinity", "-0", "1E+999999", "1E-999999"])),
    lambda chance: "".join(chr(chance.randrange(0x110000)) for _ in range(chance.randrange(9))),
    lambda chance: "".join(chr(chance.randrange(32, 127)) for _ in range(chance.randrange(9))),
    lambda chance: chance.choice(["symbol", "timestamp", "recvWindow", "signature", "a[0]", "a" * 65, "", "\0"]),
    lambda chance: chance.randbytes(chance.randrange(9)),
    lambda chance: chance.choice(
        [LyingInt(1), LyingStr("a"), LyingDecimal(1), Shrinking(1), OddItems(a=1), NoItems(b=2)]
    ),
    lambda chance: chance.choice([RaisingMapping(), RaisingSequence(), RaisingClass(), RaisingIterator([1, 2])]),
    lambda chance: chance.choice([object, object(), len, ..., binsign.NOW, binsign.Error, type, range(2)]),
    lambda chance: [anything(chance) for _ in range(chance.randrange(4))],
    lambda chance: tuple(anything(chance) for _ in range(chance.randrange(4))),
    lambda chance: [(anything(chance), anything(chance)) for _ in range(chance.randrange(4))],
    lambda chance: [("a", "1")] * 2,
    lambda chance: {text(chance): anything(chance) for _ in range(chance.randrange(4))},
]


def anything(chance: random.Random) -> Any:
    return chance.choice(MAKERS)(chance)


def text(chance: random.Random) -> Any:
    return chance.choice(MAKERS[6:10])(chance)


def test_random_arguments_end_in_a_request_or_a_clear_error(signer: binsign.Signer) -> None:
    chance = random.Random(20260115)
    ended: dict[str, int] = {}
    for _ in range(20_000):
        method, path = chance.choice([ROUTE, ROUTE, ROUTE, (anything(chance), anything(chance))])
        options = {name: anything(chance) for name in ("recv_window", "timestamp") if chance.random() < 0.2}
        params, body = (chance.choice([None, anything(chance), {text(chance): anything(chance)}]) for _ in range(2))
        # PanicException is no Exception: it would end the test.
        try:
            signer.sign(method, path, params, body, **options)
            end = "signed"
        except binsign.Refusal as refusal:
            end = refusal.code if refusal.message else "no message"
        except Boom:
            end = "Boom"
        except TypeError as raised:
            end = str(raised)
        ended[end] = ended.get(end, 0) + 1
    # The chance was spread widely enough to say something.
    assert ended["signed"] > 500
    expected = {
        *("signed", "Boom", "items() of a mapping must give pairs", "VALUE_TYPE", "INVALID_UTF8", "METHOD_UNKNOWN"),
        *("PARAMETER_NAME_INVALID", "PARAMETER_TWICE", "SIGNATURE_GIVEN", "NUL_IN_VALUE", "TIMESTAMP_OUT_OF_RANGE"),
        *("RECV_WINDOW_OUT_OF_RANGE", "REQUEST_TOO_LONG"),
    }
    assert set(ended) == expected


class RaisingIndex:
    def __index__(self) -> int:
        raise Boom


def test_random_arguments_of_the_other_calls_end_in_a_message_or_a_clear_error(signer: binsign.Signer) -> None:
    chance = random.Random(20260116)
    fields = ["target_comp_id", "msg_seq_num", "sending_time", "heart_bt_int", "message_handling", "response_mode"]
    fields += ["recv_window", "sbe_schema"]
    ended: dict[str, int] = {}
    elsewhere = binsign.ExternalSigner("key", "Ed25519", lambda payload: chance.choice([bytes(64), anything(chance)]))
    odd: list[Any] = [0.5, "1", RaisingIndex(), binsign.Json("[1]"), binsign.Json("nothing"), 5, None]

    def value() -> Any:
        return chance.choice([chance.choice(odd), chance.choice(odd), anything(chance)])

    def options(names: list[str]) -> dict[str, Any]:
        return {name: value() for name in names if chance.random() < 0.15}

    times = ["recv_window", "timestamp", "timestamp_us"]
    calls: list[Callable[[], object]] = [
        lambda: signer.sign_ws("order.place", {text(chance): value()}, id="1", **options([*times, "family"])),
        lambda: binsign.in_session_ws(value(), {"symbol": value()}, id=value(), **options(times)),
        lambda: binsign.public_ws("ticker.price", [("symbol", value())], id="1"),
        lambda: binsign.public("GET", "/api/v3/time", {"a": value()}, **options(["time_unit"])),
        lambda: elsewhere.sign_stream({"topic": value()}, **options(times)),
        lambda: elsewhere.sign_fix_logon(chance.choice(["EXAMPLE", value()]), **options(fields)),
        lambda: elsewhere.begin_ws("account.status", {"a": value()}, id="1").finish(value()),
        lambda: binsign.ExternalSigner(value(), value(), value(), public_key=value()),
        lambda: binsign.Signer(value(), value(), private_key=value(), passphrase=value()),
    ]
    for _ in range(20_000):
        # PanicException is no Exception: it would end the test.
        try:
            chance.choice(calls)()
            end = "made"
        except binsign.Refusal as refusal:
            end = refusal.code if refusal.message else "no message"
        except (Boom, TypeError, ValueError) as raised:
            end = type(raised).__name__
        ended[end] = ended.get(end, 0) + 1
    assert ended["made"] > 500
    expected = {"VALUE_TYPE", "INVALID_UTF8", "VALUE_AMBIGUOUS", "FIX_SENDER_COMP_ID", "FIX_FIELD"}
    assert expected | {"Boom", "TypeError", "ValueError", "SIGNATURE_MALFORMED"} <= set(ended)
    assert "no message" not in ended
