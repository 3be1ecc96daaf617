"""Ed25519 keys: the published examples, another implementation's signatures, and every form of PEM."""

import base64
import datetime
import random
import textwrap
from collections.abc import Callable
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import dsa, ec, ed448, rsa, x25519
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)
from cryptography.x509.oid import NameOID
from documented import API_KEY, ED25519_BASE64, ED25519_PEM, SECRET, encoded, vectors

import binsign

PUBLISHED = [vector for vector in vectors() if vector["transport"] == "rest" and vector["key_type"] == "ed25519"]


@pytest.mark.parametrize("vector", PUBLISHED, ids=lambda vector: vector["id"])
def test_published_example(vector: dict[str, Any]) -> None:
    pem: str = vector["private_key_pem"]
    passphrase: str | None = vector.get("private_key_passphrase")
    method, _, path = vector.get("endpoint", "POST /api/v3/order").rpartition(" ")
    pairs = [tuple(pair.split("=")) for pair in vector["payload"].split("&")]
    signer = binsign.Signer(API_KEY, private_key=pem, passphrase=passphrase)
    request = signer.sign(method, path, [(name, value) for name, value in pairs], timestamp=None)
    assert request.payload == vector["payload"]
    assert request.signature == vector["expected_signature"]
    on_the_wire = vector.get("signature_on_the_wire") or encoded(vector["expected_signature"])
    assert request.query == f"{vector['payload']}&signature={on_the_wire}"
    assert request.headers == {"X-MBX-APIKEY": API_KEY}


def test_the_examples_are_all_there() -> None:
    names = {"java-ed25519", "java-ed25519-pass", "rust-ed25519", "pybinance-ed25519"}
    assert {vector["id"] for vector in PUBLISHED} == names


def pkcs8(private: Ed25519PrivateKey) -> bytes:
    return private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


@pytest.mark.parametrize("seed", range(20))
def test_random_requests_as_another_implementation_signs_them(seed: int) -> None:
    drawn = random.Random(seed)
    private = Ed25519PrivateKey.from_private_bytes(drawn.randbytes(32))
    with binsign.Signer(API_KEY, private_key=pkcs8(private)) as signer:
        for _ in range(50):
            # Now and then longer than the buffer that does for nearly every request.
            values = ["".join(drawn.choices("aZ09 +/&=é漢😀.", k=drawn.choice([0, 3, 40, 300]))) for _ in range(6)]
            pairs = [(f"p{number}", value) for number, value in enumerate(values)]
            query, body = pairs[: drawn.randrange(7)], pairs[drawn.randrange(1, 7) :]
            body = [pair for pair in body if pair not in query]
            request = signer.sign("POST", "/api/v3/order", query, body, timestamp=None)
            sent = ["&".join(f"{name}={encoded(value)}" for name, value in part) for part in (query, body)]
            expected = base64.b64encode(private.sign("".join(sent).encode())).decode()
            assert request.payload == "".join(sent)
            assert request.signature == expected
            last = 1 if body else 0
            sent[last] = f"{sent[last]}{'&' if sent[last] else ''}signature={encoded(expected)}"
            assert [request.query, request.body] == sent


@pytest.mark.parametrize("length", range(700, 1000))
def test_every_length_around_the_usual_buffer(length: int) -> None:
    private = load_pem_private_key(ED25519_PEM.encode(), None)
    assert isinstance(private, Ed25519PrivateKey)
    value = "x" * length
    request = binsign.Signer(API_KEY, private_key=ED25519_PEM).sign(
        "GET", "/api/v3/account", {"symbols": value}, timestamp=None
    )
    assert request.signature == base64.b64encode(private.sign(f"symbols={value}".encode())).decode()


def pem_of(der: bytes) -> str:
    lines = "\n".join(textwrap.wrap(base64.b64encode(der).decode(), 64))
    return f"-----BEGIN PRIVATE KEY-----\n{lines}\n-----END PRIVATE KEY-----\n"


def version_2(public: bytes) -> str:
    """The key with a public key beside it (RFC 8410, section 10.3: [1] in OneAsymmetricKey)."""
    der = base64.b64decode(ED25519_BASE64)
    inner = b"\x02\x01\x01" + der[5:] + b"\x81\x21\x00" + public
    return pem_of(b"\x30" + bytes([len(inner)]) + inner)


# The public key of RFC 8032, section 7.1, test 1.
PUBLIC = bytes.fromhex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")

FORMS = {
    "as OpenSSL writes it": ED25519_PEM,
    "CRLF": ED25519_PEM.replace("\n", "\r\n"),
    "no final line end": ED25519_PEM.rstrip(),
    "blank lines before": f"\n \n{ED25519_PEM}",
    "blank lines behind": f"{ED25519_PEM}\n\n",
    "one line": ED25519_PEM.replace("\n", " ").strip(),
    "literal line ends": ED25519_PEM.replace("\n", "\\n"),
    "literal CRLF": ED25519_PEM.replace("\n", "\\r\\n"),
    "no line ends": ED25519_PEM.replace("\n", ""),
    "indented": textwrap.indent(ED25519_PEM, "    "),
    "with its public key": version_2(PUBLIC),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("kind", [str, str.encode])
def test_every_form_of_pem_is_the_same_key(form: str, kind: Callable[[str], str | bytes]) -> None:
    signer = binsign.Signer(API_KEY, private_key=kind(FORMS[form]))
    assert signer.key_type == "Ed25519"
    request = signer.sign("GET", "/api/v3/account", timestamp=1578963600000)
    private = load_pem_private_key(ED25519_PEM.encode(), None)
    assert isinstance(private, Ed25519PrivateKey)
    assert request.signature == base64.b64encode(private.sign(b"timestamp=1578963600000")).decode()


def plain(private: Any, form: PrivateFormat = PrivateFormat.PKCS8) -> str:
    text: bytes = private.private_bytes(Encoding.PEM, form, NoEncryption())
    return text.decode()


def encrypted() -> str:
    private = Ed25519PrivateKey.generate()
    return private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(b"pass")).decode()


def public(private: Any) -> str:
    text: bytes = private.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    return text.decode()


def certificate() -> str:
    private = Ed25519PrivateKey.generate()
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "binsign")])
    builder = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(private.public_key())
    begin = datetime.datetime(2026, 1, 1)
    builder = builder.serial_number(1).not_valid_before(begin).not_valid_after(begin + datetime.timedelta(days=1))
    return builder.sign(private, None).public_bytes(Encoding.PEM).decode()


RSA = rsa.generate_private_key(65537, 1024)
EC = ec.generate_private_key(ec.SECP256R1())
DER = base64.b64decode(ED25519_BASE64)

OF_RSA, OF_PSS = (bytes.fromhex(f"06092a864886f70d0101{last}") for last in ("01", "0a"))


def costly() -> str:
    """Encrypted as with OpenSSL's PBES2, but with 10,000,001 rounds of PBKDF2 (RFC 8018, appendix A)."""

    def put(tag: int, *parts: bytes) -> bytes:
        content = b"".join(parts)
        return bytes([tag, len(content)]) + content

    def named(hexadecimal: str, *parts: bytes) -> bytes:
        return put(0x30, put(6, bytes.fromhex(hexadecimal)), *parts)

    rounds = put(2, (10_000_001).to_bytes(4, "big"))
    function = named("2a864886f70d01050c", put(0x30, put(4, bytes(16)), rounds, named("2a864886f70d0209", put(5))))
    cipher = named("60864801650304012a", put(4, bytes(16)))
    whole = put(0x30, named("2a864886f70d01050d", put(0x30, function, cipher)), put(4, bytes(16)))
    return pem_of(whole).replace("PRIVATE KEY", "ENCRYPTED PRIVATE KEY")


REFUSED = [
    ("KEY_MALFORMED", ""),
    ("KEY_MALFORMED", SECRET),
    ("KEY_MALFORMED", ED25519_BASE64),
    ("KEY_MALFORMED", ED25519_PEM[:-10]),
    ("KEY_MALFORMED", ED25519_PEM.replace("MC4C", "MC4-")),
    ("KEY_MALFORMED", pem_of(DER[:-1])),
    ("KEY_MALFORMED", pem_of(DER + b"\0")),
    ("KEY_MALFORMED", ED25519_PEM * 2),
    ("KEY_PASSPHRASE_MISSING", encrypted()),
    ("KEY_MISMATCH", version_2(bytes(32))),
    ("KEY_MISMATCH", version_2(Ed25519PrivateKey.generate().public_key().public_bytes_raw())),
    ("KEY_IS_PUBLIC", public(Ed25519PrivateKey.generate())),
    ("KEY_IS_PUBLIC", public(RSA)),
    ("KEY_IS_CERTIFICATE", certificate()),
    ("KEY_IS_OPENSSH", plain(Ed25519PrivateKey.generate(), PrivateFormat.OpenSSH)),
    ("KEY_IS_X25519", plain(x25519.X25519PrivateKey.generate())),
    # The identifier of RSA for PSS alone in the place of that of RSA (RFC 4055, section 1.2).
    (
        "KEY_IS_RSA_PSS",
        pem_of(RSA.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption()).replace(OF_RSA, OF_PSS)),
    ),
    ("KEY_ENCRYPTION_COSTLY", costly()),
    ("KEY_IS_EC", plain(EC)),
    ("KEY_IS_EC", plain(EC, PrivateFormat.TraditionalOpenSSL)),
    ("KEY_TOO_SHORT", plain(RSA)),
    ("KEY_TOO_SHORT", plain(RSA, PrivateFormat.TraditionalOpenSSL)),
    ("KEY_UNKNOWN", plain(ed448.Ed448PrivateKey.generate())),
    ("KEY_UNKNOWN", plain(dsa.generate_private_key(1024), PrivateFormat.TraditionalOpenSSL)),
]

# Codes and numbers of what is no private key to sign with.
NO_PRIVATE_KEYS = {
    "KEY_MALFORMED": 307,
    "KEY_MISMATCH": 309,
    "KEY_IS_PUBLIC": 310,
    "KEY_IS_CERTIFICATE": 311,
    "KEY_IS_OPENSSH": 312,
    "KEY_IS_X25519": 313,
    "KEY_IS_EC": 314,
    "KEY_UNKNOWN": 316,
    "KEY_ENCRYPTION_COSTLY": 323,
    "KEY_IS_RSA_PSS": 326,
    "KEY_TOO_SHORT": 318,
    "KEY_PASSPHRASE_MISSING": 321,
}


@pytest.mark.parametrize(("code", "text"), REFUSED, ids=[code for code, _ in REFUSED])
def test_what_is_no_private_key_is_refused_by_its_name(code: str, text: str) -> None:
    for pem in (text, text.encode()):
        with pytest.raises(binsign.Error) as refused:
            binsign.Signer(API_KEY, private_key=pem)
        assert (refused.value.code, refused.value.number) == (code, NO_PRIVATE_KEYS[code])
        shown = f"{refused.value!s} {refused.value!r} {refused.value.args} {vars(refused.value)}"
        for line in text.splitlines()[1:-1]:
            assert line not in shown


def test_every_such_code_has_a_case() -> None:
    assert {code for code, _ in REFUSED} == set(NO_PRIVATE_KEYS)


def test_arguments() -> None:
    with pytest.raises(binsign.Error, match="API_KEY_MALFORMED"):
        binsign.Signer("no key!", private_key=ED25519_PEM)
    # The API key is looked at first, as by the other constructor.
    with pytest.raises(binsign.Error, match="API_KEY_MALFORMED"):
        binsign.Signer("no key!", private_key="no pem")
    not_taken: list[Any] = [1, bytearray(ED25519_PEM.encode()), [ED25519_PEM]]
    for pem in not_taken:
        with pytest.raises(binsign.Error, match="VALUE_TYPE"):
            binsign.Signer(API_KEY, private_key=pem)
    with pytest.raises(binsign.Error, match="INVALID_UTF8"):
        binsign.Signer(API_KEY, private_key=ED25519_PEM + "\ud800")
    with pytest.raises(binsign.Error, match="SECRET_IS_PRIVATE_KEY"):
        binsign.Signer(API_KEY, ED25519_PEM)


def test_the_key_type_outlives_the_key() -> None:
    for signer, key_type in [
        (binsign.Signer(API_KEY, SECRET), "HMAC"),
        (binsign.Signer(API_KEY, private_key=ED25519_PEM), "Ed25519"),
    ]:
        assert signer.key_type == key_type
        signer.close()
        assert signer.key_type == key_type
        with pytest.raises(AttributeError):
            signer.key_type = "RSA"  # type: ignore[misc]
        with pytest.raises(binsign.Error, match="HANDLE_USED_UP"):
            signer.sign("GET", "/api/v3/account")
