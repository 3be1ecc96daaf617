"""A program as a user would type it; mypy --strict checks it, and the tests run it."""

import hashlib
import hmac
from collections.abc import Callable, Mapping
from datetime import datetime, timezone
from decimal import Decimal
from enum import Enum

import binsign


def place_order(signer: binsign.Signer, parameters: binsign.Parameters) -> binsign.SignedRequest:
    return signer.sign("POST", "/api/v3/order", parameters, recv_window=5000)


def why_not(refusal: binsign.Refusal) -> str:
    if isinstance(refusal, binsign.Denied):
        return f"{refusal.number} {refusal.clause} {refusal.rule} {refusal.param or '-'}"
    return f"{refusal.number} {refusal.code} {refusal.message}"


def of(key_file: bytes) -> binsign.Signer:
    signer: binsign.Signer = binsign.Signer("key", private_key=key_file)
    kind: str = signer.key_type
    return signer if kind == "Ed25519" else binsign.Signer("key", private_key=key_file.decode(), passphrase="pass")


def elsewhere(sign: Callable[[bytes], bytes]) -> str:
    signer = binsign.ExternalSigner("key", "HMAC", sign)
    begun: binsign.Pending[binsign.SignedMessage] = signer.begin_ws("account.status", id="1")
    message: binsign.SignedMessage = begun.finish(sign(begun.payload))
    request: binsign.SignedRequest = signer.begin("GET", "/api/v3/account").finish(bytes(32))
    return message.message + request.target


def guarded(policy: binsign.Policy, answer: dict[str, object]) -> str:
    signer = binsign.Signer("key", "secret", policy=policy, app="maker", key_info=answer, clock=lambda: None)
    try:
        signer.check("GET", "/api/v3/account")
    except binsign.Denied as denied:
        opens: str | None = denied.opens
        return opens or denied.rule
    request = signer.sign("GET", "/api/v3/account", approval=bytes(72))
    observed: binsign.Observed = signer.observe(request, 200, {"X-MBX-USED-WEIGHT-1M": "10"}, b"{}")
    saved, sequence = signer.state()
    binsign.ExternalSigner("key", "HMAC", policy=policy, state=saved, state_sequence=sequence)
    return "".join(finding.message for finding in signer.findings()) + observed.key_state


class Side(Enum):
    BUY = "BUY"


def main() -> dict[str, str]:
    with binsign.Signer("key", b"secret") as signer:
        numbers: dict[str, int] = {"limit": 5}
        pairs: list[tuple[str, Decimal]] = [("price", Decimal("0.1"))]
        values: Mapping[str, binsign.Value] = {"symbol": "LTCBTC", "test": True, "none": None, "list": [1, "a"]}
        values = {**values, "side": Side.BUY, "price": 0.1, "json": binsign.Json("[1]")}
        place_order(signer, numbers)
        place_order(signer, pairs)
        request: binsign.SignedRequest = place_order(signer, values)
        signer.sign("GET", "/api/v3/account", timestamp=None)
        signer.sign("GET", "/api/v3/account", timestamp=binsign.NOW)
        signer.sign("GET", "/api/v3/account", timestamp="1499827319559", recv_window=Decimal("5000.5"))
        signer.sign("GET", "/api/v3/account", timestamp=datetime.now(timezone.utc), time_unit="MICROSECOND")
        signer.sign("GET", "/api/v3/account", timestamp_us=1499827319559123)
        assert elsewhere(lambda payload: hmac.digest(b"secret", payload, hashlib.sha256))
        url: str = request.url("https://api.binance.com")
        signature: str | None = request.signature
        assert url.endswith(signature or "")
        try:
            signer.sign("GET", "/api/v3/nonsense")
        except binsign.Refusal as refusal:
            return {"why": why_not(refusal), "version": binsign.__version__}
    return {}
