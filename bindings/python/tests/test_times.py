"""Times: the unit is the argument's, never guessed; moments with a time zone; whole numbers, text, nothing."""

from datetime import datetime, timedelta, timezone
from typing import Any

import pytest

import binsign

ACCOUNT = ("GET", "/api/v3/account")
MS, US = 1499827319559, 1499827319559123
# `date --utc --date=@1499827319` says 02:41:59.
MOMENT = datetime(2017, 7, 12, 2, 41, 59, 559123, tzinfo=timezone.utc)


class Later(datetime):
    """As pandas.Timestamp is one."""


@pytest.mark.parametrize(
    ("options", "payload"),
    [
        ({"timestamp": MS}, f"timestamp={MS}"),
        ({"timestamp": str(MS)}, f"timestamp={MS}"),
        ({"timestamp": MOMENT}, f"timestamp={MS}"),
        ({"timestamp": MOMENT.astimezone(timezone(timedelta(hours=9, minutes=30)))}, f"timestamp={MS}"),
        ({"timestamp": Later.fromtimestamp(MOMENT.timestamp(), timezone.utc)}, f"timestamp={MS}"),
        ({"timestamp_us": US}, f"timestamp={US}"),
        ({"timestamp_us": MOMENT}, f"timestamp={US}"),
        ({"timestamp": binsign.NOW, "timestamp_us": US}, f"timestamp={US}"),
        ({"timestamp": MS, "timestamp_us": None}, f"timestamp={MS}"),
        # Text goes out as it is, in either unit.
        ({"timestamp": str(US)}, f"timestamp={US}"),
        ({"recv_window": 5000.25, "timestamp": MS}, f"recvWindow=5000.25&timestamp={MS}"),
    ],
)
def test_times(signer: binsign.Signer, options: dict[str, Any], payload: str) -> None:
    assert signer.sign(*ACCOUNT, **options).payload == payload


@pytest.mark.parametrize(
    ("code", "options"),
    [
        # Never taken for the other unit.
        ("TIMESTAMP_OUT_OF_RANGE", {"timestamp": US}),
        ("TIMESTAMP_OUT_OF_RANGE", {"timestamp_us": MS}),
        ("TIMESTAMP_OUT_OF_RANGE", {"timestamp": MS // 1000}),
        ("TIMESTAMP_OUT_OF_RANGE", {"timestamp": -1}),
        ("TIMESTAMP_OUT_OF_RANGE", {"timestamp": 2**64}),
        ("TIMESTAMP_OUT_OF_RANGE", {"timestamp_us": -1}),
        ("TIMESTAMP_OUT_OF_RANGE", {"timestamp_us": 2**64}),
        ("TIMESTAMP_OUT_OF_RANGE", {"timestamp": 1499827319559.5}),
        ("TIMESTAMP_OUT_OF_RANGE", {"timestamp": datetime(1969, 1, 1, tzinfo=timezone.utc)}),
        ("TIMESTAMP_OUT_OF_RANGE", {"timestamp": datetime(2101, 1, 1, tzinfo=timezone.utc)}),
        ("PARAMETER_TWICE", {"timestamp": MS, "timestamp_us": US}),
        ("PARAMETER_TWICE", {"timestamp": None, "timestamp_us": US}),
        ("VALUE_TYPE", {"timestamp_us": str(US)}),
        ("VALUE_TYPE", {"timestamp_us": True}),
        ("VALUE_TYPE", {"timestamp_us": 1.5}),
    ],
)
def test_times_that_are_none(signer: binsign.Signer, code: str, options: dict[str, Any]) -> None:
    with pytest.raises(binsign.Error) as refused:
        signer.sign(*ACCOUNT, **options)
    assert refused.value.code == code


def test_microseconds_are_spots_alone(signer: binsign.Signer) -> None:
    for path in ("/fapi/v3/account", "/sapi/v1/capital/config/getall"):
        with pytest.raises(binsign.Error, match="TIMESTAMP_OUT_OF_RANGE"):
            signer.sign("GET", path, timestamp_us=US)
    with pytest.raises(binsign.Error, match="RECV_WINDOW_OUT_OF_RANGE"):
        signer.sign("GET", "/fapi/v3/account", recv_window=5000.25)


def test_a_moment_without_a_time_zone_says_what_to_do(signer: binsign.Signer) -> None:
    naive = MOMENT.replace(tzinfo=None)
    arguments: list[dict[str, Any]] = [{"timestamp": naive}, {"timestamp_us": naive}]
    for options in arguments:
        with pytest.raises(ValueError, match=r"without a time zone; give one with it, as datetime.now\(timezone.utc\)"):
            signer.sign(*ACCOUNT, **options)


def test_the_unit_of_the_answer(signer: binsign.Signer) -> None:
    units: tuple[Any, ...] = ("MILLISECOND", "MICROSECOND")
    for unit in units:
        headers = signer.sign(*ACCOUNT, time_unit=unit).headers
        assert headers["X-MBX-TIME-UNIT"] == unit
    assert "X-MBX-TIME-UNIT" not in signer.sign(*ACCOUNT).headers
    with pytest.raises(binsign.Error, match="NOT_FOR_TRANSPORT"):
        signer.sign("GET", "/fapi/v3/account", time_unit="MICROSECOND")
    unit_of_another: Any = "us"
    with pytest.raises(ValueError, match="`time_unit` must be one of: MILLISECOND, MICROSECOND"):
        signer.sign(*ACCOUNT, time_unit=unit_of_another)
