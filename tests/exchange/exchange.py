"""A stand-in for the exchange: an HTTP server on the loopback that checks a request as Binance documents it.

It shares no code with binsign. What is verified are the bytes that arrived, query of the request line and body, not
decoded and not encoded again (rest-api.md, "SIGNED endpoint security"): ``HMAC-SHA-256(secret, query + body)`` without
the parameter ``signature``, which must be the last one.
"""

import hashlib
import hmac
import json
import threading
from collections.abc import Callable
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from urllib.parse import unquote_to_bytes

FORM = "application/x-www-form-urlencoded"

# The answers, with Binance's numbers and words (errors.md).
ILLEGAL_CHARACTERS = (-1100, "Illegal characters found in a parameter.")
DUPLICATE = (-1101, "Duplicate values for a parameter detected.")
NO_TIMESTAMP = (-1102, "Mandatory parameter 'timestamp' was not sent, was empty/null, or malformed.")
NO_SIGNATURE = (-1102, "Mandatory parameter 'signature' was not sent, was empty/null, or malformed.")
TIMESTAMP_AHEAD = (-1021, "Timestamp for this request was 1000ms ahead of the server's time.")
TIMESTAMP_OLD = (-1021, "Timestamp for this request is outside of the recvWindow.")
BAD_SIGNATURE = (-1022, "Signature for this request is not valid.")
BAD_API_KEY = (-2014, "API-key format invalid.")
UNKNOWN_API_KEY = (-2015, "Invalid API-key, IP, or permissions for action.")

Refusal = tuple[int, str]


@dataclass(frozen=True)
class Received:
    """A request as it came over the wire."""

    method: str
    target: bytes
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True)
class Account:
    """The one key that the exchange knows."""

    api_key: str
    secret: str


def refusal(request: Received, account: Account, now_ms: int) -> Refusal | None:
    """Why the exchange would not take the request; None where it would."""
    api_key = request.headers.get("x-mbx-apikey", "")
    if not (api_key.isascii() and api_key.isalnum()):
        return BAD_API_KEY
    if api_key != account.api_key:
        return UNKNOWN_API_KEY

    _, _, query = request.target.partition(b"?")
    # A body of another type is no form: its parameters are not seen.
    form = request.body if request.headers.get("content-type") == FORM else b""
    if not (query + form).isascii() or any(byte in query + form for byte in b' "#<>\\^`{|}\r\n'):
        return ILLEGAL_CHARACTERS

    pairs = [pair.partition(b"=") for part in (query, form) if part for pair in part.split(b"&")]
    names = [unquote_to_bytes(name).decode() for name, _, _ in pairs]
    if len(set(names)) != len(names):
        return DUPLICATE
    values = {name: unquote_to_bytes(value).decode() for name, (_, _, value) in zip(names, pairs, strict=True)}
    if not values.get("signature"):
        return NO_SIGNATURE
    timestamp, window = values.get("timestamp", ""), values.get("recvWindow", "5000")
    if not timestamp.isdecimal():
        return NO_TIMESTAMP
    if int(timestamp) >= now_ms + 1000:
        return TIMESTAMP_AHEAD
    if now_ms - int(timestamp) > float(window):
        return TIMESTAMP_OLD

    # The last parameter of the body, or of the query where there is no body.
    payload, _, signature = (query + form).rpartition(b"signature=")
    last = form or query
    if names[-1] != "signature" or not (last.startswith(b"signature=") or payload.endswith(b"&")):
        return BAD_SIGNATURE
    payload = payload.removesuffix(b"&")
    expected = hmac.new(account.secret.encode(), payload, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(signature.decode().lower(), expected):
        return BAD_SIGNATURE
    return None


class Exchange:
    """The server, on a port of its own while the block runs; keeps what it has received."""

    def __init__(self, account: Account, clock: Callable[[], int]) -> None:
        self.account = account
        self.clock = clock
        self.received: list[Received] = []
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01})

    @property
    def url(self) -> str:
        """``http://127.0.0.1:PORT``."""
        return f"http://127.0.0.1:{self._server.server_port}"

    def last(self) -> Received:
        """The request that came last."""
        return self.received[-1]

    def __enter__(self) -> "Exchange":
        self._thread.start()
        return self

    def __exit__(
        self, raised: type[BaseException] | None, value: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        exchange = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            raw_requestline: bytes

            def answer(self) -> None:
                # The raw line: http.server's own idea of the path is not what was sent.
                target = self.raw_requestline.split(b" ")[1]
                headers = {name.lower(): value for name, value in self.headers.items()}
                body = self.rfile.read(int(headers.get("content-length", "0")))
                request = Received(self.command, target, headers, body)
                exchange.received.append(request)
                problem = refusal(request, exchange.account, exchange.clock())
                answer = {} if problem is None else {"code": problem[0], "msg": problem[1]}
                content = json.dumps(answer).encode()
                self.send_response(200 if problem is None else 400)
                self.send_header("Content-Type", "application/json;charset=UTF-8")
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            do_GET = do_POST = do_PUT = do_DELETE = answer

            def log_message(self, format: str, *args: object) -> None:
                pass

        return Handler
