"""RSA keys and encrypted keys: the published examples, another implementation's signatures, every way to encrypt."""

import base64
import random
from typing import Any

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from documented import API_KEY, ED25519_PEM, SECRET, encoded, vectors

import binsign

PUBLISHED = [vector for vector in vectors() if vector["transport"] == "rest" and vector["key_type"] == "rsa"]


def pem(private: Any, form: PrivateFormat = PrivateFormat.PKCS8, passphrase: bytes | None = None) -> str:
    encryption = BestAvailableEncryption(passphrase) if passphrase else NoEncryption()
    text: bytes = private.private_bytes(Encoding.PEM, form, encryption)
    return text.decode()


@pytest.mark.parametrize("vector", PUBLISHED, ids=lambda vector: vector["id"])
def test_published_example(vector: dict[str, Any]) -> None:
    text: str = vector["private_key_pem"]
    passphrase: Any = vector.get("private_key_passphrase")
    if vector["id"] == "sigex-rsa-encrypted-pem":
        # Encrypted with MD5 and DES (PBES1): refused with the command that converts it; the example itself holds.
        with pytest.raises(binsign.Error, match=r"KEY_ENCRYPTION_OLD.*openssl pkcs8 -topk8"):
            binsign.Signer(API_KEY, private_key=text, passphrase=passphrase)
        text, passphrase = pem(load_pem_private_key(text.encode(), passphrase.encode())), None
    signer = binsign.Signer(API_KEY, private_key=text, passphrase=passphrase)
    assert signer.key_type == "RSA"
    method, _, path = vector.get("endpoint", "POST /api/v3/order").rpartition(" ")
    pairs = [(name, value) for name, value in (pair.split("=") for pair in vector["payload"].split("&"))]
    request = signer.sign(method, path, pairs, timestamp=None)
    assert request.payload == vector["payload"]
    assert request.signature == vector["expected_signature"]
    on_the_wire = vector.get("signature_on_the_wire") or encoded(vector["expected_signature"])
    assert request.query == f"{vector['payload']}&signature={on_the_wire}"


def test_the_examples_are_all_there() -> None:
    names = {"sigex-rsa-timestamp", "sigex-rsa-order", "sigex-rsa-encrypted-pem"}
    assert {vector["id"] for vector in PUBLISHED} == names | {"java-rsa", "java-rsa-pass", "pybinance-rsa-encrypted"}


@pytest.mark.parametrize("bits", [2048, 3072, 4096])
@pytest.mark.parametrize("form", [PrivateFormat.PKCS8, PrivateFormat.TraditionalOpenSSL], ids=["PKCS#8", "PKCS#1"])
def test_random_requests_as_another_implementation_signs_them(bits: int, form: PrivateFormat) -> None:
    private = rsa.generate_private_key(65537, bits)
    drawn = random.Random(bits)
    with binsign.Signer(API_KEY, private_key=pem(private, form)) as signer:
        for length in (0, 1, 40, 1000, 5_000):
            value = "".join(drawn.choices("aZ09 +/&=é漢😀.", k=length))
            request = signer.sign("POST", "/api/v3/order", None, {"note": value}, timestamp=None)
            payload = f"note={encoded(value)}"
            made = private.sign(payload.encode(), padding.PKCS1v15(), hashes.SHA256())
            assert request.payload == payload
            assert request.signature == base64.b64encode(made).decode()
            assert request.body == f"{payload}&signature={encoded(request.signature)}"


def test_keys_that_are_too_short_or_too_long() -> None:
    with pytest.raises(binsign.Error) as refused:
        binsign.Signer(API_KEY, private_key=pem(rsa.generate_private_key(65537, 1024)))
    assert (refused.value.code, refused.value.number) == ("KEY_TOO_SHORT", 318)
    # 4104 bits.
    with pytest.raises(binsign.Error) as refused:
        binsign.Signer(API_KEY, private_key=pem(rsa.generate_private_key(65537, 4104)))
    assert (refused.value.code, refused.value.number) == ("KEY_TOO_LONG", 319)


ED25519 = Ed25519PrivateKey.generate()


@pytest.mark.parametrize("passphrase", ["pass word é", "pass word é".encode()], ids=["str", "bytes"])
def test_encrypted_keys_as_another_implementation_writes_them(passphrase: str | bytes) -> None:
    for private in (ED25519, rsa.generate_private_key(65537, 2048)):
        signer = binsign.Signer(
            API_KEY, private_key=pem(private, passphrase="pass word é".encode()), passphrase=passphrase
        )
        plain = binsign.Signer(API_KEY, private_key=pem(private))
        request = signer.sign("GET", "/api/v3/account", timestamp=1578963600000)
        assert request.signature == plain.sign("GET", "/api/v3/account", timestamp=1578963600000).signature


def test_a_passphrase_that_is_wrong_or_missing() -> None:
    text = pem(ED25519, passphrase=b"pass word")
    cases: list[tuple[str, int, str | None]] = [
        ("KEY_PASSPHRASE_MISSING", 321, None),
        *(("KEY_PASSPHRASE_WRONG", 320, wrong) for wrong in ("", "pass-word", "pass word ")),
    ]
    for code, number, passphrase in cases:
        with pytest.raises(binsign.Error) as refused:
            binsign.Signer(API_KEY, private_key=text, passphrase=passphrase)
        assert (refused.value.code, refused.value.number) == (code, number)
        assert "pass-word" not in f"{refused.value!s} {refused.value!r}"
    # One that is not needed is not looked at.
    assert binsign.Signer(API_KEY, private_key=pem(ED25519), passphrase="x").key_type == "Ed25519"


def test_a_key_is_one_or_the_other() -> None:
    make: Any = binsign.Signer
    cases: list[dict[str, Any]] = [
        *({}, {"secret": SECRET, "private_key": ED25519_PEM}, {"passphrase": "x"}),
        {"secret": None, "private_key": None},
    ]
    for options in cases:
        with pytest.raises(TypeError, match="give either `secret` or `private_key`"):
            make(API_KEY, **options)
    with pytest.raises(TypeError, match="`passphrase` goes with `private_key`, not with `secret`"):
        make(API_KEY, SECRET, passphrase="x")
    with pytest.raises(binsign.Error, match=r"VALUE_TYPE: parameter `passphrase`"):
        make(API_KEY, private_key=ED25519_PEM, passphrase=5)
