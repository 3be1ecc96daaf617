from decimal import Decimal
from types import TracebackType
from typing import Final, Literal, NoReturn, SupportsIndex, final

from binsign._value import Parameters

__all__ = ["NOW", "SignedRequest", "Signer", "_Now", "__version__"]

__version__: str

@final
class _Now:
    def __reduce__(self) -> str: ...

NOW: Final[_Now]
"""The default of ``timestamp``: the present time in ms, where the route is signed and none is given."""

@final
class SignedRequest:
    """A signed request, ready to send: method, target, body and headers must go out as they stand.

    Its repr shows method and path only.
    """

    @property
    def method(self) -> str:
        """GET, POST, PUT or DELETE."""
    @property
    def target(self) -> str:
        """Path and query, as they stand in the request line."""
    @property
    def query(self) -> str:
        """The query without question mark; empty where there is none."""
    @property
    def body(self) -> str:
        """The form body; empty where there is none."""
    @property
    def payload(self) -> str | None:
        """What the signature covers; None where the route needs no signature."""
    @property
    def signature(self) -> str | None:
        """The signature, lower-case hexadecimal (HMAC) or base64 (Ed25519); None where the route needs none."""
    @property
    def headers(self) -> dict[str, str]:
        """The headers to send, as a new dict."""
    def url(self, base: str) -> str:
        """The whole URL: base (``https://api.binance.com``), path and query.

        Hand it to the HTTP client as it is: a client that encodes or sorts again breaks the signature.
        """
    def __reduce__(self) -> NoReturn: ...
    def __reduce_ex__(self, protocol: SupportsIndex, /) -> NoReturn: ...

@final
class Signer:
    """An API key with its secret: signs requests that the gate allows, and shows nothing of either.

    Threads may share a signer. ``close``, or the end of a ``with`` block, wipes the key.
    """

    def __new__(cls, api_key: str, secret: str | bytes) -> Signer:
        """Takes the API key and the HMAC secret that Binance showed with it; the text of the secret is not kept."""
    @classmethod
    def from_pem(cls, api_key: str, pem: str | bytes) -> Signer:
        """Takes the API key and the private key (Ed25519, PKCS#8 in PEM) whose public half was registered with it; the
        text of the private key is not kept.
        """
    @property
    def key_type(self) -> Literal["HMAC", "Ed25519"]:
        """How the key signs: HMAC or Ed25519."""
    def sign(
        self,
        method: str,
        path: str,
        params: Parameters | None = None,
        body: Parameters | None = None,
        *,
        recv_window: int | str | Decimal | None = None,
        timestamp: int | str | _Now | None = ...,
    ) -> SignedRequest:
        """Has the gate decide on a request, and signs it.

        Values: str as it is, int, bool, decimal.Decimal, list, tuple and dict as compact JSON; None leaves the
        parameter out. recvWindow (ms) and timestamp (ms; by default the present time, where the route is signed and
        no parameter has that name) are added behind the others. Raises Error or Denied.
        """
    def close(self) -> None:
        """Wipes the key; signing afterwards raises ``HANDLE_USED_UP``."""
    def __enter__(self) -> Signer: ...
    def __exit__(
        self,
        raised: type[BaseException] | None = ...,
        value: BaseException | None = ...,
        traceback: TracebackType | None = ...,
        /,
    ) -> None: ...
    def __reduce__(self) -> NoReturn: ...
    def __reduce_ex__(self, protocol: SupportsIndex, /) -> NoReturn: ...
