"""Every code that Python can meet: its number, its class, its text."""

import copy
import pickle
import re
from typing import Any

import pytest
from documented import API_KEY, SECRET, TOP
from test_ed25519 import NO_PRIVATE_KEYS
from test_policy_codes import DENIALS

import binsign

ORDER_ROUTE = ("POST", "/api/v3/order")

# Code, number, and the arguments of sign that lead to it.
REFUSED: list[tuple[str, int, tuple[Any, ...], dict[str, Any]]] = [
    ("METHOD_UNKNOWN", 103, ("PATCH", "/api/v3/order"), {}),
    ("METHOD_UNKNOWN", 103, ("post", "/api/v3/order"), {}),
    ("PATH_MALFORMED", 104, ("POST", "api/v3/order"), {}),
    ("PATH_MALFORMED", 104, ("POST", "/api/v3/order?symbol=A"), {}),
    ("PARAMETER_NAME_INVALID", 105, (*ORDER_ROUTE, {"a b": "1"}), {}),
    ("PARAMETER_NAME_INVALID", 105, (*ORDER_ROUTE, {"": "1"}), {}),
    ("PARAMETER_TWICE", 106, (*ORDER_ROUTE, [("a", "1"), ("a", "2")]), {}),
    ("PARAMETER_TWICE", 106, (*ORDER_ROUTE, {"a": "1"}, {"a": "1"}), {}),
    ("PARAMETER_TWICE", 106, (*ORDER_ROUTE, {"recvWindow": 5000}), {"recv_window": 5000}),
    ("SIGNATURE_GIVEN", 107, (*ORDER_ROUTE, {"signature": "ab"}), {}),
    ("NUL_IN_VALUE", 108, (*ORDER_ROUTE, {"a": "1\0"}), {}),
    ("TIMESTAMP_OUT_OF_RANGE", 109, ORDER_ROUTE, {"timestamp": 1499827319}),
    ("TIMESTAMP_OUT_OF_RANGE", 109, ORDER_ROUTE, {"timestamp": True}),
    ("TIMESTAMP_OUT_OF_RANGE", 109, ORDER_ROUTE, {"timestamp": ""}),
    ("RECV_WINDOW_OUT_OF_RANGE", 110, ORDER_ROUTE, {"recv_window": 60001}),
    ("RECV_WINDOW_OUT_OF_RANGE", 110, ORDER_ROUTE, {"recv_window": 0}),
    ("BODY_NOT_ALLOWED", 111, ("GET", "/api/v3/account", None, {"a": "1"}), {}),
    ("REQUEST_TOO_LONG", 202, (*ORDER_ROUTE, {"a": "x" * 70_000}), {}),
    ("ROUTE_UNKNOWN", 401, ("GET", "/api/v3/nonsense"), {}),
    ("ROUTE_UNKNOWN", 401, ("PUT", "/api/v3/order"), {}),
]


@pytest.mark.parametrize(("code", "number", "arguments", "options"), REFUSED)
def test_refusals_of_sign(
    signer: binsign.Signer, code: str, number: int, arguments: tuple[Any, ...], options: dict[str, Any]
) -> None:
    with pytest.raises(binsign.Refusal) as refused:
        signer.sign(*arguments, **options)
    assert (refused.value.code, refused.value.number) == (code, number)
    assert str(refused.value) == f"{code}: {refused.value.message}"
    assert isinstance(refused.value, binsign.Denied if number // 100 == 4 else binsign.Error)


MALFORMED = [
    ("API_KEY_MALFORMED", 301, "", SECRET),
    ("API_KEY_MALFORMED", 301, f'"{API_KEY}"', SECRET),
    ("API_KEY_MALFORMED", 301, f"{API_KEY}\n", SECRET),
    ("API_KEY_MALFORMED", 301, "k" * 129, SECRET),
    ("SECRET_MALFORMED", 302, API_KEY, ""),
    ("SECRET_MALFORMED", 302, API_KEY, f"{SECRET}\n"),
    ("SECRET_MALFORMED", 302, API_KEY, b"\xff" + SECRET.encode()),
    ("SECRET_IS_PRIVATE_KEY", 303, API_KEY, f"-----BEGIN PRIVATE KEY-----\n{SECRET}"),
]


@pytest.mark.parametrize(("code", "number", "api_key", "secret"), MALFORMED)
def test_keys_that_are_none_and_never_repeated(code: str, number: int, api_key: str, secret: str | bytes) -> None:
    with pytest.raises(binsign.Error) as refused:
        binsign.Signer(api_key, secret)
    assert (refused.value.code, refused.value.number) == (code, number)
    shown = f"{refused.value!s} {refused.value!r} {refused.value.args} {vars(refused.value)}"
    assert SECRET not in shown
    assert API_KEY not in shown


def test_the_classes_are_those_that_python_programs_catch(signer: binsign.Signer) -> None:
    assert issubclass(binsign.Error, binsign.Refusal)
    assert issubclass(binsign.Denied, binsign.Refusal)
    with pytest.raises(ValueError, match="PARAMETER_TWICE"):
        signer.sign(*ORDER_ROUTE, [("a", "1"), ("a", "2")])
    with pytest.raises(PermissionError, match="ROUTE_UNKNOWN"):
        signer.sign("GET", "/api/v3/nonsense")
    assert not issubclass(binsign.Error, binsign.Denied)
    assert not issubclass(binsign.Denied, binsign.Error)


def test_a_denial_says_on_which_ground(signer: binsign.Signer) -> None:
    with pytest.raises(binsign.Denied) as denied:
        signer.sign("PUT", "/api/v3/order")
    assert (denied.value.clause, denied.value.rule, denied.value.param) == ("F 13", "documented-routes", None)
    assert "GET, POST, DELETE" in denied.value.message
    # What OSError would make of several arguments: nothing.
    assert denied.value.errno is None
    assert denied.value.filename is None


def test_refusals_can_be_copied_and_pickled(signer: binsign.Signer) -> None:
    for arguments in [("PATCH", "/api/v3/order"), ("PUT", "/api/v3/order")]:
        with pytest.raises(binsign.Refusal) as refused:
            signer.sign(*arguments)
        for twin in [copy.copy(refused.value), pickle.loads(pickle.dumps(refused.value))]:
            assert type(twin) is type(refused.value)
            assert str(twin) == str(refused.value)
            assert vars(twin) == vars(refused.value)


def test_a_refusal_shows_no_value_and_no_key(signer: binsign.Signer) -> None:
    value = "a-value-nobody-should-see"
    parameters: list[Any] = [
        [("a", value), ("a", value)],
        {"signature": value},
        {"a": value + "\0"},
        {"recvWindow": value},
        {"timestamp": value},
        {"a": [value, float("nan")]},
        {"a": value + "\ud800"},
        {value + "!": "1"},
    ]
    for params in parameters:
        with pytest.raises(binsign.Error) as refused:
            signer.sign(*ORDER_ROUTE, params)
        error: BaseException | None = refused.value
        while error is not None:
            shown = f"{error!s} {error!r} {error.args} {vars(error)}"
            assert value not in shown
            assert SECRET not in shown
            assert API_KEY not in shown
            error = error.__cause__ or error.__context__


def test_every_code_that_this_face_can_give_is_tested_here() -> None:
    # The core's own list: a new code must be given a case, or a reason why Python cannot meet it.
    source = (TOP / "crates/binsign/src/code.rs").read_text("utf-8")
    codes = {name: int(number) for number, name in re.findall(r'= (\d+), "([A-Z0-9_]+)";', source)}
    elsewhere = {
        *("INVALID_UTF8", "VALUE_TYPE", "HANDLE_USED_UP"),
        # test_websocket.py, test_fix.py, test_times.py
        *("API_KEY_GIVEN", "NOT_FOR_TRANSPORT", "VALUE_AMBIGUOUS", "TOO_MANY_PARAMETERS", "ID_INVALID"),
        *("FIX_SENDER_COMP_ID", "FIX_SENDING_TIME", "FIX_HEART_BT_INT", "FIX_FIELD", "KEY_TYPE_UNSUITED"),
        # test_rsa.py, test_key_file.py
        *("KEY_TOO_SHORT", "KEY_TOO_LONG", "KEY_PASSPHRASE_WRONG", "KEY_ENCRYPTION_OLD"),
        *("KEY_MISSING", "KEY_FILE_EXPOSED", "KEY_FILE_UNREADABLE"),
        # test_external.py
        *("SIGNING_FAULT", "SIGNATURE_MALFORMED", "PUBLIC_KEY_MALFORMED"),
        # test_policy.py
        *("KEY_INFO_IS_ERROR", "POLICY_MALFORMED", "POLICY_TEXT", "POLICY_SIGNATURE", "STATE_MALFORMED"),
        *("STATE_ROLLED_BACK", "KEY_SUSPENDED", "KEY_REVOKED", "KEY_TERMINATED", "EXCHANGE_WAIT", "TIME_NEEDED"),
        *("APP_OTHER", "KEY_INFO_NEEDED", "KEY_INFO_OLD", "PERMISSION_NOT_GRANTED", "PERMISSION_NOT_DECLARED"),
        *("KEY_TYPE_BELOW", "TIMESTAMP_REPEATED", "ARGUMENT_NOT_LISTED", "ARGUMENT_TOO_LARGE", "APPROVAL_NEEDED"),
        *("APPROVAL_INVALID", "ORDER_UNKNOWN", "CONFUSABLE", "LIMIT_SPENT"),
        # test_policy_codes.py
        *("WEIGHT_SPENT", "CLOCK_BACK", "POLICY_ROLLED_BACK", "KEY_INFO_MALFORMED"),
        *(denial[0] for denial in DENIALS),
    }
    not_in_python = {
        *("NULL_POINTER", "BUFFER_TOO_SMALL", "CASE_NOT_UNDERSTOOD", "UNSUPPORTED", "FAMILY_MISMATCH"),
        "INTERNAL",
        # Of builds that leave key types out, and of the core, which leaves decrypting to its host.
        *("KEY_IS_RSA", "KEY_IS_ED25519", "KEY_ENCRYPTED"),
        # A signer here tells its gate the type of its own key, and has a state wherever it has a policy.
        *("KEY_NOT_AS_DECLARED", "STATE_NEEDED"),
    }
    met = {case[0]: case[1] for case in [*REFUSED, *MALFORMED]} | NO_PRIVATE_KEYS
    assert met.items() <= codes.items()
    assert set(met) | elsewhere | not_in_python == set(codes)
