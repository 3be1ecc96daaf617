"""A program as a user would type it; mypy --strict checks it, and the tests run it."""

from collections.abc import Mapping
from decimal import Decimal

import binsign


def place_order(signer: binsign.Signer, parameters: binsign.Parameters) -> binsign.SignedRequest:
    return signer.sign("POST", "/api/v3/order", parameters, recv_window=5000)


def why_not(refusal: binsign.Refusal) -> str:
    if isinstance(refusal, binsign.Denied):
        return f"{refusal.number} {refusal.clause} {refusal.rule} {refusal.param or '-'}"
    return f"{refusal.number} {refusal.code} {refusal.message}"


def of(key_file: bytes) -> binsign.Signer:
    signer: binsign.Signer = binsign.Signer.from_pem("key", key_file)
    kind: str = signer.key_type
    return signer if kind == "Ed25519" else binsign.Signer.from_pem("key", key_file.decode())


def main() -> dict[str, str]:
    with binsign.Signer("key", b"secret") as signer:
        numbers: dict[str, int] = {"limit": 5}
        pairs: list[tuple[str, Decimal]] = [("price", Decimal("0.1"))]
        values: Mapping[str, binsign.Value] = {"symbol": "LTCBTC", "test": True, "none": None, "list": [1, "a"]}
        place_order(signer, numbers)
        place_order(signer, pairs)
        request: binsign.SignedRequest = place_order(signer, values)
        signer.sign("GET", "/api/v3/account", timestamp=None)
        signer.sign("GET", "/api/v3/account", timestamp=binsign.NOW)
        signer.sign("GET", "/api/v3/account", timestamp="1499827319559", recv_window=Decimal("5000.5"))
        url: str = request.url("https://api.binance.com")
        signature: str | None = request.signature
        assert url.endswith(signature or "")
        try:
            signer.sign("GET", "/api/v3/nonsense")
        except binsign.Refusal as refusal:
            return {"why": why_not(refusal), "version": binsign.__version__}
    return {}
