"""A stand-in for the WebSocket API: a server on the loopback that checks messages as Binance documents them.

It shares no code with binsign. What is verified is the message that arrived (web-socket-api.md, "SIGNED request
security"): all ``params`` but ``signature``, sorted by name, ``name=value`` joined by ``&``, as UTF-8 without encoding.
"""

import base64
import hashlib
import hmac
import json
import threading
from types import TracebackType
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from websockets.sync.server import ServerConnection, serve

# Methods that need neither key nor signature, as far as the tests send them.
PUBLIC = {"ping", "time", "session.status"}


class Keys:
    """The keys that the exchange knows: an HMAC secret or an Ed25519 public key for each API key."""

    def __init__(self, secrets: dict[str, str], public_keys: dict[str, Ed25519PublicKey]) -> None:
        self.secrets = secrets
        self.public_keys = public_keys

    def verifies(self, api_key: str, payload: bytes, signature: str) -> bool:
        """Whether that is a signature of the payload by the key's owner."""
        if secret := self.secrets.get(api_key):
            expected = hmac.new(secret.encode(), payload, hashlib.sha256).hexdigest()
            return hmac.compare_digest(expected, signature.lower())
        try:
            self.public_keys[api_key].verify(base64.b64decode(signature, validate=True), payload)
        except (InvalidSignature, ValueError, KeyError):
            return False
        return True


def payload(params: dict[str, Any]) -> bytes:
    """What the signature has to cover."""

    def text(value: Any) -> str:
        if isinstance(value, str):
            return value
        return json.dumps(value, separators=(",", ":"), ensure_ascii=False)

    pairs = sorted((name, text(value)) for name, value in params.items() if name != "signature")
    return "&".join(f"{name}={value}" for name, value in pairs).encode()


class WsExchange:
    """The server, on a port of its own while the block runs; each connection has a session of its own."""

    def __init__(self, keys: Keys, now: int) -> None:
        self.keys = keys
        self.now = now
        self._server = serve(self._talk, "127.0.0.1", 0)
        self._thread = threading.Thread(target=self._server.serve_forever)

    @property
    def url(self) -> str:
        """``ws://127.0.0.1:PORT``."""
        return f"ws://127.0.0.1:{self._server.socket.getsockname()[1]}"

    def __enter__(self) -> "WsExchange":
        self._thread.start()
        return self

    def __exit__(
        self, raised: type[BaseException] | None, value: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._thread.join()

    def _talk(self, connection: ServerConnection) -> None:
        session: str | None = None
        for message in connection:
            request = json.loads(message)
            code, session = self._answer(request, session)
            answer = {"id": request["id"], "status": 200 if code is None else 400}
            connection.send(json.dumps(answer | ({} if code is None else {"error": {"code": code}})))

    def _answer(self, request: dict[str, Any], session: str | None) -> tuple[int | None, str | None]:
        """The exchange's error code, if any, and whose session it is from now on."""
        method, params = request["method"], request.get("params", {})
        if method in PUBLIC:
            return (-1104 if params else None), session
        timestamp = params.get("timestamp")
        if not isinstance(timestamp, int) or not -5000 <= timestamp - self.now < 1000:
            return -1021, session
        if "signature" not in params:
            # "After logon apiKey and signature may be omitted."
            return (None if session and "apiKey" not in params else -1102), session
        api_key = params.get("apiKey", "")
        if method == "session.logon" and api_key not in self.keys.public_keys:
            return -4056, session
        if not self.keys.verifies(api_key, payload(params), params["signature"]):
            return -1022, session
        return None, (api_key if method == "session.logon" else session)
