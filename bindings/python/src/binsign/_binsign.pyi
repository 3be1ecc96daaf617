from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from os import PathLike
from types import GenericAlias, TracebackType
from typing import Any, Final, Generic, Literal, NoReturn, SupportsIndex, TypeAlias, TypeVar, final, overload

from binsign._value import Parameters

__all__ = [
    "NOW",
    "ExternalSigner",
    "Json",
    "Pending",
    "SignedMessage",
    "SignedRequest",
    "Signer",
    "_Now",
    "__version__",
    "in_session_ws",
    "public",
    "public_ws",
]

__version__: str

_KeyType: TypeAlias = Literal["HMAC", "Ed25519", "RSA"]
_Family: TypeAlias = Literal["spot", "futures-um", "futures-cm"]
_TimeUnit: TypeAlias = Literal["MILLISECOND", "MICROSECOND"]
_MessageHandling: TypeAlias = Literal["UNORDERED", "SEQUENTIAL"]
_ResponseMode: TypeAlias = Literal["EVERYTHING", "ONLY_ACKS"]
_Signed_co = TypeVar("_Signed_co", bound=SignedRequest | SignedMessage, covariant=True)

@final
class _Now:
    def __reduce__(self) -> str: ...

NOW: Final[_Now]
"""The default of ``timestamp``: the present time in ms, where the route is signed and none is given."""

@final
class Json:
    """A value that stands in JSON as it is written: a decimal that is a number and no string, an array made elsewhere.

    Without blanks and exponents. Only the WebSocket API makes a difference between this and its text.
    """

    def __new__(cls, text: str) -> Json:
        """Takes the JSON of a number, a truth, an array or an object."""
    @property
    def text(self) -> str:
        """The JSON."""
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __getnewargs__(self) -> tuple[str]: ...

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
        """The signature, lower-case hexadecimal (HMAC) or base64 (Ed25519, RSA); None where the route needs none."""
    @property
    def headers(self) -> dict[str, str]:
        """The headers to send, as a new dict."""
    def url(self, base: str) -> str:
        """The whole URL: base (``https://api.binance.com``, for a stream ``wss://api.binance.com``), path and query.

        Hand it to the HTTP client as it is: a client that encodes or sorts again breaks the signature.
        """
    def __reduce__(self) -> NoReturn: ...
    def __reduce_ex__(self, protocol: SupportsIndex, /) -> NoReturn: ...

@final
class SignedMessage:
    """A request of the WebSocket API or a FIX Logon, ready to send: the message must go out as it stands.

    Its repr shows how it travels only.
    """

    @property
    def message(self) -> str:
        """JSON for the WebSocket API, the whole Logon for FIX; empty for the Logon of FIX-SBE, whose message is
        binary.
        """
    @property
    def payload(self) -> str | None:
        """What the signature covers; None where the message needs no signature."""
    @property
    def signature(self) -> str | None:
        """The signature, lower-case hexadecimal (HMAC) or base64 (Ed25519, RSA); None where the message needs none."""
    def __reduce__(self) -> NoReturn: ...
    def __reduce_ex__(self, protocol: SupportsIndex, /) -> NoReturn: ...

@final
class Pending(Generic[_Signed_co]):
    """A request that was allowed and waits for the signature of a key elsewhere.

    Its repr shows nothing of it. What has been finished is used up.
    """

    @property
    def payload(self) -> bytes:
        """The bytes to sign; empty where the request needs no signature."""
    @property
    def needs_signature(self) -> bool:
        """Whether a signature is to be made at all."""
    def finish(self, signature: bytes | bytearray | None = None) -> _Signed_co:
        """Takes the signature, as bytes and not as text (32 of HMAC, 64 of Ed25519, as many as the modulus has of
        RSA), and verifies it where the public key is known; gives what ``sign`` gives. Without a signature where
        none is needed.
        """
    def __class_getitem__(cls, key: Any) -> GenericAlias: ...
    def __reduce__(self) -> NoReturn: ...
    def __reduce_ex__(self, protocol: SupportsIndex, /) -> NoReturn: ...

@final
class Signer:
    """An API key with its secret: signs requests that the gate allows, and shows nothing of either.

    Threads may share a signer. ``close``, or the end of a ``with`` block, wipes the key.
    """

    @overload
    def __new__(cls, api_key: str, secret: str | bytes, *, private_key: None = None, passphrase: None = None) -> Signer:
        """Takes the API key, and the HMAC secret that Binance showed with it or the private key (Ed25519 or RSA,
        PKCS#8 in PEM) whose public half was registered with it, with the passphrase of an encrypted one; no text of
        them is kept.
        """
    @overload
    def __new__(
        cls,
        api_key: str,
        secret: None = None,
        *,
        private_key: str | bytes,
        passphrase: str | bytes | None = None,
    ) -> Signer: ...
    @classmethod
    def from_file(cls, path: str | PathLike[str]) -> Signer:
        """Takes the key from a file that its owner alone may read: ``api_key = …``, and ``secret = …`` or a private
        key in PEM (or ``private_key = FILE``), with ``passphrase = …`` or ``passphrase_file = FILE`` where it is
        encrypted.
        """
    @property
    def key_type(self) -> _KeyType:
        """How the key signs: HMAC, Ed25519 or RSA."""
    def sign(
        self,
        method: str,
        path: str,
        params: Parameters | None = None,
        body: Parameters | None = None,
        *,
        recv_window: int | float | str | Decimal | None = None,
        timestamp: int | str | datetime | _Now | None = ...,
        timestamp_us: int | datetime | None = None,
        time_unit: _TimeUnit | None = None,
    ) -> SignedRequest:
        """Has the gate decide on a REST request, and signs it.

        Values: str as it is, int, bool, float and decimal.Decimal without exponent, members of an Enum of str,
        list, tuple and dict as compact JSON; None leaves the parameter out. recvWindow (ms) and the timestamp are
        added behind the others: ``timestamp`` in ms (an int or a datetime with a time zone; by default the present
        time, where the route is signed and no parameter has that name) or ``timestamp_us`` in µs (``/api`` only).
        ``time_unit`` is in what the answer gives its times (``/api`` only). Raises Error or Denied.
        """
    def sign_ws(
        self,
        method: str,
        params: Parameters | None = None,
        *,
        id: str,
        family: _Family = "spot",
        recv_window: int | float | str | Decimal | None = None,
        timestamp: int | str | datetime | _Now | None = ...,
        timestamp_us: int | datetime | None = None,
    ) -> SignedMessage:
        """Has the gate decide on a request of the WebSocket API, and signs it.

        Parameters come in any order and values as in ``sign``: str, float and Decimal become JSON strings (the
        exchange has its decimals as strings), int and bool what they are in JSON. The API key is added. ``id``
        comes back with the answer; ``family`` is ``spot``, ``futures-um`` or ``futures-cm``. Raises Error or
        Denied.
        """
    def sign_stream(
        self,
        params: Parameters | None,
        *,
        recv_window: int | float | str | Decimal | None = None,
        timestamp: int | str | datetime | _Now | None = ...,
        timestamp_us: int | datetime | None = None,
    ) -> SignedRequest:
        """Has the gate decide on the opening of a signed stream (``wss://api.binance.com/sapi/wss``), and signs it.

        Parameters are ``random`` and ``topic``, in any order. Raises Error or Denied.
        """
    def sign_fix_logon(
        self,
        sender_comp_id: str,
        *,
        target_comp_id: str = "SPOT",
        msg_seq_num: int = 1,
        sending_time: str | int | datetime | _Now = ...,
        heart_bt_int: int = 30,
        message_handling: _MessageHandling = "SEQUENTIAL",
        response_mode: _ResponseMode | None = None,
        recv_window: int | float | str | Decimal | None = None,
        drop_copy: bool = False,
        sbe_schema: tuple[int, int] | None = None,
        sbe: bool = False,
    ) -> SignedMessage:
        """Has the gate decide on the Logon of a FIX session, and signs it; the key has to be Ed25519.

        ``sending_time`` is a text of UTC (``20240627-11:17:25.223``), a datetime with a time zone (sent in µs), an
        int of ms, or the present time. ``sbe_schema`` is the pair of ``SbeSchemaId`` and ``SbeSchemaVersion``; with
        ``sbe`` payload and signature are made and no message. Raises Error or Denied.
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

@final
class ExternalSigner:
    """An API key whose secret or private key is elsewhere: signs as a Signer does, with signatures made there.

    Threads may share a signer, as far as what makes the signatures can be shared.
    """

    def __new__(
        cls,
        api_key: str,
        key_type: _KeyType,
        sign: Callable[[bytes], bytes | bytearray] | None = None,
        *,
        public_key: str | bytes | None = None,
    ) -> ExternalSigner:
        """Takes the API key, how the key signs (``HMAC``, ``Ed25519`` or ``RSA``), and what makes its signatures:
        called with the payload, as bytes, it gives the signature, as bytes and not as text. Without it there are
        ``begin`` and ``finish``. With the public key, in PEM, a signature goes out only where it verifies.
        """
    @property
    def key_type(self) -> _KeyType:
        """How the key signs: HMAC, Ed25519 or RSA."""
    def sign(
        self,
        method: str,
        path: str,
        params: Parameters | None = None,
        body: Parameters | None = None,
        *,
        recv_window: int | float | str | Decimal | None = None,
        timestamp: int | str | datetime | _Now | None = ...,
        timestamp_us: int | datetime | None = None,
        time_unit: _TimeUnit | None = None,
    ) -> SignedRequest:
        """Signs as ``Signer.sign`` does, with the key elsewhere."""
    def sign_ws(
        self,
        method: str,
        params: Parameters | None = None,
        *,
        id: str,
        family: _Family = "spot",
        recv_window: int | float | str | Decimal | None = None,
        timestamp: int | str | datetime | _Now | None = ...,
        timestamp_us: int | datetime | None = None,
    ) -> SignedMessage:
        """Signs as ``Signer.sign_ws`` does, with the key elsewhere."""
    def sign_stream(
        self,
        params: Parameters | None,
        *,
        recv_window: int | float | str | Decimal | None = None,
        timestamp: int | str | datetime | _Now | None = ...,
        timestamp_us: int | datetime | None = None,
    ) -> SignedRequest:
        """Signs as ``Signer.sign_stream`` does, with the key elsewhere."""
    def sign_fix_logon(
        self,
        sender_comp_id: str,
        *,
        target_comp_id: str = "SPOT",
        msg_seq_num: int = 1,
        sending_time: str | int | datetime | _Now = ...,
        heart_bt_int: int = 30,
        message_handling: _MessageHandling = "SEQUENTIAL",
        response_mode: _ResponseMode | None = None,
        recv_window: int | float | str | Decimal | None = None,
        drop_copy: bool = False,
        sbe_schema: tuple[int, int] | None = None,
        sbe: bool = False,
    ) -> SignedMessage:
        """Signs as ``Signer.sign_fix_logon`` does, with the key elsewhere."""
    def begin(
        self,
        method: str,
        path: str,
        params: Parameters | None = None,
        body: Parameters | None = None,
        *,
        recv_window: int | float | str | Decimal | None = None,
        timestamp: int | str | datetime | _Now | None = ...,
        timestamp_us: int | datetime | None = None,
        time_unit: _TimeUnit | None = None,
    ) -> Pending[SignedRequest]:
        """Has the gate decide on a REST request, and gives what is to be signed elsewhere; arguments as of ``sign``."""
    def begin_ws(
        self,
        method: str,
        params: Parameters | None = None,
        *,
        id: str,
        family: _Family = "spot",
        recv_window: int | float | str | Decimal | None = None,
        timestamp: int | str | datetime | _Now | None = ...,
        timestamp_us: int | datetime | None = None,
    ) -> Pending[SignedMessage]:
        """Has the gate decide on a request of the WebSocket API, and gives what is to be signed elsewhere.

        Arguments as of ``sign_ws``.
        """
    def begin_stream(
        self,
        params: Parameters | None,
        *,
        recv_window: int | float | str | Decimal | None = None,
        timestamp: int | str | datetime | _Now | None = ...,
        timestamp_us: int | datetime | None = None,
    ) -> Pending[SignedRequest]:
        """Has the gate decide on the opening of a signed stream, and gives what is to be signed elsewhere.

        Arguments as of ``sign_stream``.
        """
    def begin_fix_logon(
        self,
        sender_comp_id: str,
        *,
        target_comp_id: str = "SPOT",
        msg_seq_num: int = 1,
        sending_time: str | int | datetime | _Now = ...,
        heart_bt_int: int = 30,
        message_handling: _MessageHandling = "SEQUENTIAL",
        response_mode: _ResponseMode | None = None,
        recv_window: int | float | str | Decimal | None = None,
        drop_copy: bool = False,
        sbe_schema: tuple[int, int] | None = None,
        sbe: bool = False,
    ) -> Pending[SignedMessage]:
        """Has the gate decide on the Logon of a FIX session, and gives what is to be signed elsewhere.

        Arguments as of ``sign_fix_logon``.
        """
    def __reduce__(self) -> NoReturn: ...
    def __reduce_ex__(self, protocol: SupportsIndex, /) -> NoReturn: ...

def public(
    method: str, path: str, params: Parameters | None = None, *, time_unit: _TimeUnit | None = None
) -> SignedRequest:
    """Has the gate decide on a REST request of a public route, which carries neither API key nor signature.

    Raises Error (``KEY_MISSING`` where the exchange wants a key) or Denied.
    """

def public_ws(method: str, params: Parameters | None = None, *, id: str, family: _Family = "spot") -> SignedMessage:
    """Has the gate decide on a public request of the WebSocket API, which carries neither API key nor signature.

    Raises Error (``KEY_MISSING`` where the exchange wants a key) or Denied.
    """

def in_session_ws(
    method: str,
    params: Parameters | None = None,
    *,
    id: str,
    family: _Family = "spot",
    recv_window: int | float | str | Decimal | None = None,
    timestamp: int | str | datetime | _Now | None = ...,
    timestamp_us: int | datetime | None = None,
) -> SignedMessage:
    """Has the gate decide on a request of the WebSocket API over a connection that is logged on (``session.logon``):
    it carries neither API key nor signature, and the timestamp that it must have all the same.

    Arguments as of ``Signer.sign_ws``. Raises Error or Denied.
    """
