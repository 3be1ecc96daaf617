"""The judge is judged: the server takes Binance's published requests and refuses what Binance documents as refused."""

import pytest

from exchange import (
    BAD_API_KEY,
    BAD_SIGNATURE,
    DUPLICATE,
    FORM,
    ILLEGAL_CHARACTERS,
    NO_SIGNATURE,
    NO_TIMESTAMP,
    TIMESTAMP_AHEAD,
    TIMESTAMP_OLD,
    UNKNOWN_API_KEY,
    Received,
    refusal,
)
from shapes import ACCOUNT, NOW, SHAPES, Shape

# Values from rest-api.md, "SIGNED request examples", and its history (the mixed one was removed on 2025-12-17).
ORDER = (
    b"symbol=LTCBTC&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&price=0.1&recvWindow=5000&timestamp=1499827319559"
)
ORDER_SIGNATURE = b"c8db56825ae71d6d79447849e617115f4a920fa2acdcab2b053c4b2838bd6b71"
UNICODE = ORDER.replace(b"LTCBTC", b"%EF%BC%91%EF%BC%92%EF%BC%93%EF%BC%94%EF%BC%95%EF%BC%96")
UNICODE_SIGNATURE = b"e1353ec6b14d888f1164ae9af8228a3dbd508bc82eb867db8ab6046442f33ef3"
MIXED_SIGNATURE = b"0fd168b8ddb4876a0358a8d14d0c9f3da0e9b20c5d52b2a00fcf7d1c602f9a77"


def verdict(query: bytes, body: bytes = b"", *, now: int = NOW, **headers: str) -> tuple[int, str] | None:
    sent = {"x-mbx-apikey": ACCOUNT.api_key} | ({"content-type": FORM} if body else {}) | headers
    sent = {name.replace("_", "-"): value for name, value in sent.items()}
    return refusal(Received("POST", b"/api/v3/order" + (b"?" + query if query else b""), sent, body), ACCOUNT, now)


def signed(text: bytes, signature: bytes = ORDER_SIGNATURE) -> bytes:
    return text + b"&signature=" + signature


def test_the_published_requests_are_taken() -> None:
    assert verdict(signed(ORDER)) is None
    assert verdict(b"", signed(ORDER)) is None
    assert verdict(signed(UNICODE, UNICODE_SIGNATURE)) is None
    query, body = ORDER.split(b"&quantity", 1)
    assert verdict(query, signed(b"quantity" + body, MIXED_SIGNATURE)) is None
    # "The signature is not case sensitive."
    assert verdict(signed(ORDER, ORDER_SIGNATURE.upper())) is None


def test_other_bytes_of_the_same_meaning_are_refused() -> None:
    assert verdict(signed(UNICODE.replace(b"%EF%BC%91", b"%ef%bc%91"), UNICODE_SIGNATURE)) == BAD_SIGNATURE
    assert verdict(signed(ORDER.replace(b"LTC", b"%4CTC"))) == BAD_SIGNATURE
    assert verdict(signed(b"side=BUY&symbol=LTCBTC" + ORDER[22:])) == BAD_SIGNATURE
    query, body = ORDER.split(b"&quantity", 1)
    assert verdict(query, signed(b"quantity" + body)) == BAD_SIGNATURE
    assert verdict(signed("symbol=１".encode())) == ILLEGAL_CHARACTERS
    assert verdict(signed(b"symbol=a b")) == ILLEGAL_CHARACTERS


def test_the_signature_must_be_there_and_last() -> None:
    assert verdict(ORDER) == NO_SIGNATURE
    assert verdict(ORDER + b"&signature=") == NO_SIGNATURE
    assert verdict(b"signature=" + ORDER_SIGNATURE + b"&" + ORDER) == BAD_SIGNATURE
    assert verdict(signed(ORDER) + b"&late=1") == BAD_SIGNATURE
    assert verdict(b"signature=" + ORDER_SIGNATURE, ORDER) == BAD_SIGNATURE
    assert verdict(ORDER + b"&xsignature=" + ORDER_SIGNATURE) == NO_SIGNATURE
    assert verdict(signed(ORDER, ORDER_SIGNATURE[:-1] + b"0")) == BAD_SIGNATURE


def test_the_key_must_be_known() -> None:
    assert verdict(signed(ORDER), x_mbx_apikey="") == BAD_API_KEY
    assert verdict(signed(ORDER), x_mbx_apikey="two words") == BAD_API_KEY
    assert verdict(signed(ORDER), x_mbx_apikey=ACCOUNT.api_key.lower()) == UNKNOWN_API_KEY


def test_the_time_is_strict_ahead_and_inclusive_behind() -> None:
    assert verdict(signed(ORDER), now=NOW - 999) is None
    assert verdict(signed(ORDER), now=NOW - 1000) == TIMESTAMP_AHEAD
    assert verdict(signed(ORDER), now=NOW + 5000) is None
    assert verdict(signed(ORDER), now=NOW + 5001) == TIMESTAMP_OLD
    assert verdict(signed(ORDER.replace(b"&timestamp=1499827319559", b""))) == NO_TIMESTAMP
    assert verdict(signed(ORDER.replace(b"1499827319559", b"%201499827319559"))) == NO_TIMESTAMP


def test_a_parameter_may_be_there_once() -> None:
    assert verdict(signed(ORDER + b"&side=BUY")) == DUPLICATE
    assert verdict(signed(ORDER + b"&s%69de=BUY")) == DUPLICATE
    assert verdict(b"side=BUY", signed(ORDER)) == DUPLICATE
    assert verdict(signed(ORDER), b"signature=" + ORDER_SIGNATURE) == DUPLICATE


@pytest.mark.parametrize("content_type", ["text/plain; charset=utf-8", "application/json", ""])
def test_a_body_that_is_no_form_is_not_seen(content_type: str) -> None:
    assert verdict(b"", signed(ORDER), content_type=content_type) == NO_SIGNATURE


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_the_bytes_expected_of_the_clients_are_taken(shape: Shape) -> None:
    target, body = shape.expected()
    _, _, query = target.partition(b"?")
    assert verdict(query, body) is None
