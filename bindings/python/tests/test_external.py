"""Keys that are elsewhere: the payload goes out, the signature comes in, and is looked at."""

import asyncio
import base64
import copy
import gc
import hashlib
import hmac
import pickle
import threading
import weakref
from collections.abc import Callable
from typing import Any

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_private_key
from documented import (
    API_KEY,
    ED25519_BASE64,
    ED25519_PEM,
    ORDER,
    ORDER_SIGNATURE,
    ORDER_TIME,
    SECRET,
    encoded,
    signature,
    vectors,
)

import binsign

ED25519 = Ed25519PrivateKey.from_private_bytes(base64.b64decode(ED25519_BASE64)[-32:])
OTHER = Ed25519PrivateKey.generate()
RSA = rsa.generate_private_key(65537, 2048)
(FIX,) = (vector for vector in vectors() if vector["transport"] == "fix")


def pem(private: Any) -> bytes:
    text: bytes = private.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    return text


def with_secret(payload: bytes) -> bytes:
    return hmac.digest(SECRET.encode(), payload, hashlib.sha256)


def with_rsa(payload: bytes) -> bytes:
    return RSA.sign(payload, padding.PKCS1v15(), hashes.SHA256())


def test_the_documented_order() -> None:
    signer = binsign.ExternalSigner(API_KEY, "HMAC", with_secret)
    request = signer.sign("POST", "/api/v3/order", None, ORDER, recv_window=5000, timestamp=ORDER_TIME)
    assert request.signature == ORDER_SIGNATURE
    assert request.body.endswith(f"&signature={ORDER_SIGNATURE}")
    here = binsign.Signer(API_KEY, SECRET)
    assert request.headers == here.sign("POST", "/api/v3/order", None, ORDER).headers


@pytest.mark.parametrize("known", [False, True], ids=["public key unknown", "public key known"])
@pytest.mark.parametrize(
    ("key_type", "private", "sign"),
    [("Ed25519", ED25519, ED25519.sign), ("RSA", RSA, with_rsa)],
    ids=["Ed25519", "RSA"],
)
def test_every_call_of_every_key(key_type: Any, private: Any, sign: Callable[[bytes], bytes], known: bool) -> None:
    signer = binsign.ExternalSigner(API_KEY, key_type, sign, public_key=pem(private) if known else None)
    assert signer.key_type == key_type
    request = signer.sign("GET", "/api/v3/account", timestamp=1578963600000)
    expected = base64.b64encode(sign(b"timestamp=1578963600000")).decode()
    assert request.signature == expected
    assert request.query == f"timestamp=1578963600000&signature={encoded(expected)}"
    message = signer.sign_ws("account.status", id="1", timestamp=1660801839480)
    payload = f"apiKey={API_KEY}&timestamp=1660801839480"
    assert (message.payload, message.signature) == (payload, base64.b64encode(sign(payload.encode())).decode())
    stream = signer.sign_stream({"topic": "a", "random": "b"}, timestamp=1753244327210)
    assert stream.payload == "random=b&timestamp=1753244327210&topic=a"
    assert stream.signature == base64.b64encode(sign(stream.payload.encode())).decode()


def test_a_fix_session() -> None:
    private = load_pem_private_key(FIX["private_key_pem"].encode(), None)
    assert isinstance(private, Ed25519PrivateKey)
    signer = binsign.ExternalSigner(FIX["api_key"], "Ed25519", private.sign)
    logon = signer.sign_fix_logon("EXAMPLE", sending_time="20240627-11:17:25.223")
    assert logon.signature == FIX["expected_signature"]
    pending = signer.begin_fix_logon("EXAMPLE", sending_time="20240627-11:17:25.223")
    assert pending.payload == FIX["payload"].encode()
    assert pending.finish(private.sign(pending.payload)).message == logon.message


def test_begin_and_finish() -> None:
    signer = binsign.ExternalSigner(API_KEY, "HMAC")
    begun: list[tuple[Any, Any]] = [
        (signer.begin("POST", "/api/v3/order", ORDER, timestamp=ORDER_TIME), binsign.SignedRequest),
        (signer.begin_stream({"topic": "a"}, timestamp=ORDER_TIME), binsign.SignedRequest),
        (signer.begin_ws("account.status", id="1", timestamp=ORDER_TIME), binsign.SignedMessage),
    ]
    for pending, kind in begun:
        assert pending.needs_signature is True
        payload = pending.payload
        assert isinstance(payload, bytes)
        signed = pending.finish(bytearray(with_secret(payload)))
        assert type(signed) is kind
        assert (signed.payload, signed.signature) == (payload.decode(), signature(payload.decode()))
        for name in ("payload", "needs_signature"):
            with pytest.raises(binsign.Error, match="HANDLE_USED_UP"):
                getattr(pending, name)
        with pytest.raises(binsign.Error, match="HANDLE_USED_UP"):
            pending.finish(bytes(32))


def test_many_that_are_waited_for_at_once() -> None:
    signer = binsign.ExternalSigner(API_KEY, "HMAC")

    async def sign(number: int) -> binsign.SignedRequest:
        pending = signer.begin("GET", "/api/v3/order", {"symbol": "A", "orderId": number}, timestamp=ORDER_TIME)
        await asyncio.sleep(0.001 * (number % 3))
        return pending.finish(with_secret(pending.payload))

    async def all_of_them() -> list[binsign.SignedRequest]:
        return await asyncio.gather(*map(sign, range(50)))

    for number, request in enumerate(asyncio.run(all_of_them())):
        assert request.payload == f"symbol=A&orderId={number}&timestamp={ORDER_TIME}"
        assert request.signature == signature(request.payload)


def test_where_no_signature_is_needed_none_is_made() -> None:
    def never(payload: bytes) -> bytes:
        raise AssertionError("was asked")

    signer = binsign.ExternalSigner(API_KEY, "Ed25519", never)
    public = signer.sign("GET", "/api/v3/time")
    assert (public.target, public.signature, public.headers) == ("/api/v3/time", None, {})
    # This one wants the API key and no signature.
    assert signer.sign("GET", "/fapi/v1/historicalTrades", {"symbol": "A"}).headers == {"X-MBX-APIKEY": API_KEY}
    pending = signer.begin("GET", "/api/v3/time")
    assert (pending.payload, pending.needs_signature) == (b"", False)
    assert pending.finish().target == "/api/v3/time"


@pytest.mark.parametrize(
    ("key_type", "made"),
    [
        ("HMAC", 31),
        ("HMAC", 33),
        ("HMAC", 64),
        ("Ed25519", 32),
        ("Ed25519", 88),
        ("RSA", 64),
        ("RSA", 513),
        ("HMAC", 0),
    ],
)
def test_signatures_of_another_length(key_type: Any, made: int) -> None:
    signer = binsign.ExternalSigner(API_KEY, key_type, lambda payload: bytes(made))
    with pytest.raises(binsign.Error) as refused:
        signer.sign("GET", "/api/v3/account")
    assert (refused.value.code, refused.value.number) == ("SIGNATURE_MALFORMED", 502)
    with pytest.raises(binsign.Error, match="SIGNATURE_MALFORMED"):
        signer.begin("GET", "/api/v3/account").finish()


def test_a_signature_that_does_not_verify_goes_nowhere() -> None:
    wrong: list[tuple[Any, Any, Callable[[bytes], bytes]]] = [
        ("Ed25519", ED25519, OTHER.sign),
        ("Ed25519", ED25519, lambda payload: ED25519.sign(payload + b"x")),
        ("Ed25519", ED25519, lambda payload: bytes(64)),
        ("RSA", RSA, lambda payload: with_rsa(payload + b"x")),
        ("RSA", RSA, lambda payload: bytes(256)),
    ]
    for key_type, private, sign in wrong:
        signer = binsign.ExternalSigner(API_KEY, key_type, sign, public_key=pem(private).decode())
        with pytest.raises(binsign.Error) as refused:
            signer.sign("GET", "/api/v3/account")
        assert (refused.value.code, refused.value.number) == ("SIGNING_FAULT", 501)


def test_what_the_callable_raises_comes_through() -> None:
    class NoSession(Exception):
        pass

    def sign(payload: bytes) -> bytes:
        raise NoSession

    with pytest.raises(NoSession):
        binsign.ExternalSigner(API_KEY, "HMAC", sign).sign("GET", "/api/v3/account")


def test_what_the_callable_must_give() -> None:
    for made in ("ab" * 32, None, 5, [0] * 32):
        make: Any = lambda payload, made=made: made  # noqa: E731
        with pytest.raises(binsign.Error, match=r"VALUE_TYPE: parameter `signature`"):
            binsign.ExternalSigner(API_KEY, "HMAC", make).sign("GET", "/api/v3/account")

    class Awaited:
        def __await__(self) -> Any:
            yield

    later: Any = lambda payload: Awaited()  # noqa: E731
    with pytest.raises(TypeError, match="use `begin`, await it, and give it to `finish`"):
        binsign.ExternalSigner(API_KEY, "HMAC", later).sign("GET", "/api/v3/account")
    with pytest.raises(TypeError, match="has no `sign`: give it one, or use `begin` and `finish`"):
        binsign.ExternalSigner(API_KEY, "HMAC").sign("GET", "/api/v3/account")


def test_arguments() -> None:
    make: Any = binsign.ExternalSigner
    with pytest.raises(binsign.Error, match="API_KEY_MALFORMED"):
        make("no key!", "HMAC")
    with pytest.raises(ValueError, match="`key_type` must be one of: HMAC, Ed25519, RSA"):
        make(API_KEY, "ECDSA")
    with pytest.raises(TypeError, match="`sign` must be callable"):
        make(API_KEY, "HMAC", SECRET)
    for key_type in ("HMAC", "RSA"):
        with pytest.raises(ValueError, match="`public_key` is one of Ed25519, which `key_type` does not say"):
            make(API_KEY, key_type, public_key=pem(ED25519))
    for text in ("", "no key", ED25519_PEM):
        with pytest.raises(binsign.Error, match="PUBLIC_KEY_MALFORMED"):
            make(API_KEY, "Ed25519", public_key=text)
    with pytest.raises(binsign.Error, match="KEY_IS_EC"):
        make(API_KEY, "Ed25519", public_key=pem(ec.generate_private_key(ec.SECP256R1())))
    with pytest.raises(binsign.Error, match="KEY_TYPE_UNSUITED"):
        make(API_KEY, "RSA", with_rsa).sign_ws("session.logon", id="1")
    with pytest.raises(binsign.Denied, match="ROUTE_UNKNOWN"):
        make(API_KEY, "HMAC", with_secret).begin("GET", "/api/v3/nonsense")


def test_nothing_is_shown_copied_or_pickled() -> None:
    signer = binsign.ExternalSigner(API_KEY, "HMAC", with_secret)
    pending = signer.begin("GET", "/api/v3/account", {"note": "value"})
    assert (repr(signer), repr(pending)) == ("<ExternalSigner HMAC>", "<Pending>")
    for thing in (signer, pending):
        for attempt in (copy.copy, copy.deepcopy, pickle.dumps):
            with pytest.raises(TypeError, match="neither copied nor pickled"):
                attempt(thing)
        assert not hasattr(thing, "__dict__")
    with pytest.raises(TypeError):
        type(pending)()


def test_a_callable_that_holds_its_signer_is_collected() -> None:
    class Holder:
        signer: Any = None

        def sign(self, payload: bytes) -> bytes:
            return with_secret(payload)

    holder = Holder()
    holder.signer = binsign.ExternalSigner(API_KEY, "HMAC", holder.sign)
    gone = weakref.ref(holder)
    del holder
    gc.collect()
    assert gone() is None


def test_other_threads_run_while_the_signature_is_made() -> None:
    reached, go_on = threading.Event(), threading.Event()

    def slow(payload: bytes) -> bytes:
        reached.set()
        assert go_on.wait(10)
        return with_secret(payload)

    signer = binsign.ExternalSigner(API_KEY, "HMAC", slow)
    made: list[str | None] = []
    thread = threading.Thread(
        target=lambda: made.append(signer.sign("GET", "/api/v3/account", timestamp=1578963600000).signature)
    )
    thread.start()
    assert reached.wait(10)
    # The same signer, meanwhile.
    assert signer.begin("GET", "/api/v3/account").needs_signature
    go_on.set()
    thread.join()
    assert made == [signature("timestamp=1578963600000")]
