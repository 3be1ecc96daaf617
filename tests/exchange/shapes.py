"""The requests that every client sends, and the bytes that must arrive, made by Python's own hmac and quote."""

import hashlib
import hmac
from dataclasses import dataclass
from urllib.parse import quote

from exchange import Account, Received

# The key, the secret and the time of Binance's documented example.
ACCOUNT = Account(
    "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A",
    "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j",
)
NOW = 1499827319559

Pairs = list[tuple[str, str]]


@dataclass(frozen=True)
class Shape:
    """A request as it is meant."""

    name: str
    method: str
    path: str
    query: Pairs
    body: Pairs

    def expected(self, timestamp: int = NOW) -> tuple[bytes, bytes]:
        """Target and body as they must arrive, with timestamp and signature at the end."""
        query, body = form(self.query), form(self.body)
        stamp = f"timestamp={timestamp}"
        if body:
            body = f"{body}&{stamp}"
        else:
            query = f"{query}&{stamp}" if query else stamp
        mac = hmac.new(ACCOUNT.secret.encode(), (query + body).encode(), hashlib.sha256).hexdigest()
        if body:
            body = f"{body}&signature={mac}"
        else:
            query = f"{query}&signature={mac}"
        return f"{self.path}?{query}".removesuffix("?").encode(), body.encode()

    def check(self, received: Received, timestamp: int = NOW) -> None:
        """Asserts that what arrived is what had to."""
        assert received.method == self.method
        assert (received.target, received.body) == self.expected(timestamp)
        assert received.headers["x-mbx-apikey"] == ACCOUNT.api_key
        # Binance wants a GET without it; on other requests without a body a client may name a type that nobody reads.
        if self.body or self.method == "GET":
            assert received.headers.get("content-type") == ("application/x-www-form-urlencoded" if self.body else None)


def form(pairs: Pairs) -> str:
    """Percent-encodes by RFC 3986 and joins."""
    return "&".join(f"{quote(name, safe='')}={quote(value, safe='')}" for name, value in pairs)


# What clients are known to change on the way: encoded again, decoded, or written another way.
AWKWARD: Pairs = [
    ("symbol", "１２３４５６"),
    ("blank", "a b"),
    ("plus", "x+y"),
    ("ampersand", "a&b=c"),
    ("percent", "100%"),
    ("escaped", "%41%2f"),
    ("path", "a/b?c#d;e"),
    ("at", "@"),
    ("star", "*"),
    ("tilde", "~"),
    ("dots", "../.."),
    ("quotes", "'\""),
    ("brackets", "()[]{}<>"),
    ("others", "!$,:|\\^`"),
    ("symbols", '["BTCUSDT","BNBUSDT"]'),
    ("email", "someone+tag@example.com"),
    ("accent", "e\u0301 \u00e9"),
    ("rocket", "\U0001f680"),
    ("empty", ""),
    ("list[0].id", "1"),
]
ORDER: Pairs = [("symbol", "LTCBTC"), ("side", "BUY"), ("type", "LIMIT"), ("timeInForce", "GTC")]

SHAPES = [
    Shape("get", "GET", "/api/v3/account", AWKWARD, []),
    Shape("get-timestamp-only", "GET", "/api/v3/account", [], []),
    Shape("post-query", "POST", "/api/v3/order", AWKWARD, []),
    Shape("post-body", "POST", "/sapi/v1/capital/withdraw/apply", [], AWKWARD),
    Shape("post-mixed", "POST", "/api/v3/order", AWKWARD[:10], AWKWARD[10:]),
    Shape("post-order", "POST", "/api/v3/order", ORDER, [("quantity", "1"), ("price", "0.1")]),
    Shape("put-body", "PUT", "/fapi/v1/order", [], AWKWARD),
    Shape("delete-query", "DELETE", "/api/v3/order", AWKWARD, []),
    Shape("delete-mixed", "DELETE", "/eapi/v1/order", AWKWARD[:5], AWKWARD[5:]),
]

# What every client writes its own way when it gets to encode: a blank, an asterisk, full-width digits.
RECODED = Shape("recoded", "GET", "/api/v3/account", [("symbol", "１２３"), ("blank", "a b"), ("star", "'*'")], [])
