"""What Binance publishes, and an independent way to the same text: nothing here is computed by binsign."""

import hashlib
import hmac
import json
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

TOP = Path(__file__).resolve().parents[3]

# The key, the secret, the order and its signature from the HMAC example in Binance's rest-api.md.
API_KEY = "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A"
SECRET = "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j"
ORDER = {"symbol": "LTCBTC", "side": "BUY", "type": "LIMIT", "timeInForce": "GTC", "quantity": "1", "price": "0.1"}
ORDER_TIME = 1499827319559
ORDER_SIGNATURE = "c8db56825ae71d6d79447849e617115f4a920fa2acdcab2b053c4b2838bd6b71"

# The key of RFC 8032, section 7.1, test 1, in the form of RFC 8410, section 7: its seed is the end of the DER.
ED25519_BASE64 = "MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g"
ED25519_PEM = f"-----BEGIN PRIVATE KEY-----\n{ED25519_BASE64}\n-----END PRIVATE KEY-----\n"


def signature(payload: str, secret: str = SECRET) -> str:
    """The signature by the standard library."""
    return hmac.new(secret.encode(), payload.encode(), hashlib.sha256).hexdigest()


def encoded(text: str) -> str:
    """Percent-encoding by the standard library, RFC 3986 (letters, digits and -._~ stay)."""
    return quote(text, safe="-._~")


def decoded(text: str) -> str:
    """What the text of a published payload means; `+` is a blank where a form encoder wrote it."""
    return unquote(text.replace("+", " "))


def vectors() -> list[dict[str, Any]]:
    """The published examples."""
    published: list[dict[str, Any]] = json.loads((TOP / "tests/vectors/vectors.json").read_text("utf-8"))["vectors"]
    return published
