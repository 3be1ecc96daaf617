"""A signer shows and gives away nothing, by whatever means a program looks at objects."""

import base64
import copy
import gc
import inspect
import json
import marshal
import pickle
import pprint
import sys
import traceback
from collections.abc import Callable

import pytest
from documented import API_KEY, ED25519_BASE64, ED25519_PEM, SECRET

import binsign

# What nobody may find: of the private key its base64, its seed as bytes and as hexadecimal.
SEED = base64.b64decode(ED25519_BASE64)[-32:]
HIDDEN = [API_KEY, SECRET, API_KEY[:16], SECRET[:16], SECRET.encode().hex()]
HIDDEN += [ED25519_BASE64[-20:], SEED.hex(), SEED.decode("latin-1"), repr(SEED)[2:-1]]


@pytest.fixture(params=["HMAC", "Ed25519"])
def signer(request: pytest.FixtureRequest) -> binsign.Signer:
    return (
        binsign.Signer(API_KEY, SECRET) if request.param == "HMAC" else binsign.Signer(API_KEY, private_key=ED25519_PEM)
    )


def assert_hidden(*shown: object) -> None:
    for text in map(str, shown):
        for part in HIDDEN:
            assert part not in text


def test_texts(signer: binsign.Signer) -> None:
    assert repr(signer) == f"<Signer {signer.key_type}>"
    assert_hidden(repr(signer), str(signer), f"{signer}", f"{signer!a}", pprint.pformat([signer]), ascii({1: signer}))


def test_attributes(signer: binsign.Signer) -> None:
    assert not hasattr(signer, "__dict__")
    with pytest.raises(TypeError):
        vars(signer)
    public = [name for name in dir(signer) if not name.startswith("_")]
    # All there is, so that nothing is shown by accident.
    assert public == [
        *("check", "check_fix_logon", "check_stream", "check_ws", "clear", "close", "explain", "explain_ws"),
        *("findings", "from_file", "in_session_ws", "key_info", "key_state", "key_type", "observe", "observe_time"),
        *("observed", "policy", "revoke", "sign", "sign_fix_logon", "sign_stream", "sign_ws", "state", "suspend"),
        "terminate",
    ]
    for name in dir(signer):
        assert_hidden(repr(getattr(signer, name)))
    for name in ["api_key", "secret", "key", "pem", "private_key", "_key", "_secret", "_Signer__key"]:
        with pytest.raises(AttributeError):
            getattr(signer, name)
    with pytest.raises(AttributeError):
        signer.sign = None  # type: ignore[method-assign, assignment]
    assert_hidden(inspect.getmembers(signer))


def test_no_object_leads_from_it_to_the_key(signer: binsign.Signer) -> None:
    for found in gc.get_referents(signer):
        assert isinstance(found, type)
    assert sys.getsizeof(signer) < 200


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_pickle(signer: binsign.Signer, protocol: int) -> None:
    with pytest.raises(TypeError, match="neither copied nor pickled") as raised:
        pickle.dumps(signer, protocol)
    assert_hidden(raised.value)


def test_copy(signer: binsign.Signer) -> None:
    attempts: list[Callable[[], object]] = [
        lambda: copy.copy(signer),
        lambda: copy.deepcopy(signer),
        lambda: copy.deepcopy([signer]),
        signer.__reduce__,
        lambda: signer.__reduce_ex__(2),
    ]
    for attempt in attempts:
        with pytest.raises(TypeError, match="neither copied nor pickled"):
            attempt()
    # Python 3.11 has it for every object; it must not know more.
    if hasattr(signer, "__getstate__"):
        assert signer.__getstate__() is None


def test_other_ways_to_write_it_down(signer: binsign.Signer) -> None:
    with pytest.raises(TypeError) as raised:
        json.dumps(signer)
    assert_hidden(raised.value)
    assert_hidden(json.dumps({"signer": signer}, default=str), json.dumps({"signer": signer}, default=repr))
    with pytest.raises(ValueError, match="unmarshallable"):
        marshal.dumps(signer)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        bytes(signer)  # type: ignore[call-overload]
    with pytest.raises(TypeError):
        memoryview(signer)  # type: ignore[arg-type]


def test_no_subclass_and_no_empty_signer() -> None:
    with pytest.raises(TypeError):
        type("Leaky", (binsign.Signer,), {})
    with pytest.raises(TypeError):
        object.__new__(binsign.Signer)


def test_signers_are_compared_by_identity(signer: binsign.Signer) -> None:
    # Equality by key would let a program find out whether two keys are the same.
    for twin in [binsign.Signer(API_KEY, SECRET), binsign.Signer(API_KEY, private_key=ED25519_PEM)]:
        assert signer != twin
        assert hash(signer) != hash(twin)
    assert signer == signer


def test_a_traceback_with_local_variables_shows_the_signer_and_no_key(signer: binsign.Signer) -> None:
    def handler(held: binsign.Signer) -> None:
        held.sign("GET", "/api/v3/nonsense")

    with pytest.raises(binsign.Denied) as denied:
        handler(signer)
    frames = traceback.TracebackException.from_exception(denied.value, capture_locals=True)
    text = "".join(frames.format())
    assert f"<Signer {signer.key_type}>" in text
    assert_hidden(text)


def test_a_signed_request_shows_neither_signature_nor_key(signer: binsign.Signer) -> None:
    request = signer.sign("GET", "/api/v3/account", {"note": "value"})
    assert request.signature
    for shown in [repr(request), str(request), f"{request}", pprint.pformat({"r": request}), ascii(request)]:
        assert_hidden(shown)
        assert request.signature not in shown
        assert "value" not in shown
    assert not hasattr(request, "__dict__")
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        with pytest.raises(TypeError):
            pickle.dumps(request, protocol)
    with pytest.raises(TypeError):
        json.dumps(request)
