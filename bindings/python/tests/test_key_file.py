"""Keys from a file that its owner alone may read."""

from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
    load_pem_private_key,
)
from documented import API_KEY, ED25519_PEM, SECRET, signature

import binsign

PRIVATE = load_pem_private_key(ED25519_PEM.encode(), None)
ENCRYPTED = PRIVATE.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(b"a passphrase")).decode()


def written(path: Path, text: str, mode: int = 0o600) -> Path:
    path.write_text(text, "utf-8")
    path.chmod(mode)
    return path


@pytest.mark.parametrize("kind", [Path, str])
def test_a_secret(tmp_path: Path, kind: type) -> None:
    path = written(tmp_path / "binance.key", f"# of the test\napi_key = {API_KEY}\nsecret = {SECRET}\n")
    with binsign.Signer.from_file(kind(path)) as signer:
        assert signer.key_type == "HMAC"
        request = signer.sign("GET", "/api/v3/account", timestamp=1578963600000)
    assert request.signature == signature("timestamp=1578963600000")
    assert request.headers == {"X-MBX-APIKEY": API_KEY}


def test_private_keys(tmp_path: Path) -> None:
    written(tmp_path / "own.pem", ENCRYPTED)
    written(tmp_path / "passphrase", "a passphrase\n")
    for text in (
        f"api_key = {API_KEY}\n{ED25519_PEM}",
        f"api_key = {API_KEY}\nprivate_key = own.pem\npassphrase = a passphrase\n",
        f"api_key = {API_KEY}\nprivate_key = own.pem\npassphrase_file = passphrase\n",
    ):
        assert binsign.Signer.from_file(written(tmp_path / "binance.key", text)).key_type == "Ed25519"


def test_what_is_wrong_says_what_to_do(tmp_path: Path) -> None:
    good = f"api_key = {API_KEY}\nsecret = {SECRET}\n"
    for code, number, text, mode, hint in (
        ("KEY_MISSING", 304, f"api_key = {API_KEY}\n", 0o600, "one of them is missing"),
        ("KEY_MISSING", 304, f"{good}{SECRET}\n", 0o600, "line 3 of the key"),
        ("KEY_FILE_EXPOSED", 305, good, 0o640, "run: chmod 600"),
        ("SECRET_MALFORMED", 302, f"api_key = {API_KEY}\nsecret = a b\n", 0o600, "copy it anew"),
    ):
        path = written(tmp_path / "binance.key", text, mode)
        with pytest.raises(binsign.Error) as refused:
            binsign.Signer.from_file(path)
        assert (refused.value.code, refused.value.number) == (code, number)
        assert hint in refused.value.message
        assert SECRET not in f"{refused.value!s} {refused.value!r}"
    with pytest.raises(binsign.Error) as refused:
        binsign.Signer.from_file(tmp_path / "not there")
    assert refused.value.code == "KEY_FILE_UNREADABLE"
    with pytest.raises(TypeError):
        binsign.Signer.from_file(5)  # type: ignore[arg-type]
