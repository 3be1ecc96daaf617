from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from os import PathLike
from types import GenericAlias, TracebackType
from typing import Any, Final, Generic, Literal, NoReturn, SupportsIndex, TypeAlias, TypeVar, final, overload

from typing_extensions import disjoint_base

from binsign._value import Parameters

__all__ = [
    "NOW",
    "ExternalSigner",
    "Finding",
    "Json",
    "Observed",
    "Pending",
    "Policy",
    "SignedMessage",
    "SignedRequest",
    "Signer",
    "_Guarded",
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
_KeyState: TypeAlias = Literal["active", "suspended", "revoked", "expired", "terminated"]
_Meaning: TypeAlias = Literal["fine", "wait", "clock-off", "signature-invalid", "key-rejected", "unknown", "refused"]
_Headers: TypeAlias = Mapping[str, str] | Iterable[tuple[str, str]] | Iterable[tuple[bytes, bytes]]
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
class Policy:
    """What one application may do with one key: read from TOML, or from the bytes that ``binsign policy compile``
    makes.

    A policy does not change; one with other content is another policy.
    """

    @classmethod
    def from_toml(cls, text: str) -> Policy:
        """Takes the text of a policy. Raises PolicyError, with line and column of what is not as the language has
        it.
        """
    @classmethod
    def from_file(cls, path: str | PathLike[str]) -> Policy:
        """Takes the text of a policy from a file. Raises PolicyError, and OSError where the file cannot be read."""
    @classmethod
    def from_bytes(
        cls, image: bytes, *, owner_key: str | bytes | None = None, mac: str | bytes | None = None
    ) -> Policy:
        """Takes a compiled policy. With the owner's public key (Ed25519, PEM) it has to have the owner's signature
        behind it, with the key of a seal that seal. Raises Error.
        """
    @property
    def name(self) -> str:
        """Its name."""
    @property
    def version(self) -> int:
        """Its version, which rises with every change."""
    @property
    def purpose(self) -> str:
        """What it is for."""
    @property
    def app(self) -> str | None:
        """The application it is for; None where it is for any."""
    @property
    def permissions(self) -> tuple[str, ...]:
        """What of the key's permissions it needs, as the exchange names them."""
    @property
    def sha256(self) -> str:
        """The SHA-256 of its compiled form, by which it is known, in lower-case hexadecimal."""
    def to_toml(self) -> str:
        """Its text, made of its compiled form: what is read here is what is in force."""
    def __bytes__(self) -> bytes: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class Observed:
    """What is known after an answer of the exchange, or without one."""

    @property
    def key_state(self) -> _KeyState:
        """The state of the key: ``active``, ``suspended``, ``revoked``, ``expired`` or ``terminated``."""
    @property
    def reason(self) -> int | None:
        """Why the key is suspended: the exchange's code, 0 where there was only the status; None where it is not."""
    @property
    def offset_ms(self) -> int:
        """How far the exchange's clock is before the one here, in ms."""
    @property
    def wait_until_ms(self) -> int | None:
        """Until when nothing is signed, in ms since 1970; None where there is nothing to wait for."""
    @property
    def used_weight(self) -> int | None:
        """The weight used in this minute, as the answer has it."""
    @property
    def orders_10s(self) -> int | None:
        """The orders of the account in these ten seconds, as the answer has them."""
    @property
    def orders_1m(self) -> int | None:
        """The orders of the account in this minute (futures), as the answer has them."""
    @property
    def orders_1d(self) -> int | None:
        """The orders of the account on this day, as the answer has them."""
    @property
    def meaning(self) -> _Meaning | None:
        """What the answer means: ``fine``, ``wait``, ``clock-off``, ``signature-invalid``, ``key-rejected``,
        ``unknown`` (whether the request took effect is not known: ask for its status) or ``refused``; None where there
        was no answer.
        """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...

@final
class Finding:
    """Something that is wrong with a key, or between the key and what is needed."""

    @property
    def name(self) -> str:
        """The stable name, such as ``PERMISSION_UNNEEDED``."""
    @property
    def severity(self) -> Literal["high", "medium", "low"]:
        """How much it weighs: ``high``, ``medium`` or ``low``."""
    @property
    def clause(self) -> str:
        """The clause of Binance's API Service Terms behind it, as part and number (``E 11 d``)."""
    @property
    def permission(self) -> str | None:
        """The permission that it is about, as the exchange names it, where it is about one."""
    @property
    def message(self) -> str:
        """What is wrong and what to do."""
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...

@disjoint_base
class _Guarded:
    """What both kinds of signers share: the guard that decides, what is known of the key, the clock."""

    @property
    def key_type(self) -> _KeyType:
        """How the key signs: HMAC, Ed25519 or RSA."""
    @property
    def policy(self) -> Policy | None:
        """The policy; None where every documented route is allowed."""
    @property
    def key_state(self) -> _KeyState:
        """The state of the key: ``active``, ``suspended``, ``revoked``, ``expired`` or ``terminated``."""
    def check(
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
        approval: bytes | None = None,
    ) -> None:
        """What the guard would decide on a REST request, without signing it: raises Denied where it would not be
        signed.

        Arguments as of ``sign``. Nothing is reserved, and nothing used up.
        """
    def check_ws(
        self,
        method: str,
        params: Parameters | None = None,
        *,
        id: str,
        family: _Family = "spot",
        recv_window: int | float | str | Decimal | None = None,
        timestamp: int | str | datetime | _Now | None = ...,
        timestamp_us: int | datetime | None = None,
        approval: bytes | None = None,
        in_session: bool = False,
    ) -> None:
        """What the guard would decide on a request of the WebSocket API, without signing it; arguments as of
        ``sign_ws``, and whether it goes over a connection that is logged on.
        """
    def check_stream(
        self,
        params: Parameters | None,
        *,
        recv_window: int | float | str | Decimal | None = None,
        timestamp: int | str | datetime | _Now | None = ...,
        timestamp_us: int | datetime | None = None,
        approval: bytes | None = None,
    ) -> None:
        """What the guard would decide on the opening of a signed stream, without signing it; arguments as of
        ``sign_stream``.
        """
    def check_fix_logon(
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
        approval: bytes | None = None,
    ) -> None:
        """What the guard would decide on the Logon of a FIX session, without signing it; arguments as of
        ``sign_fix_logon``.
        """
    def explain(
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
        approval: bytes | None = None,
    ) -> list[str]:
        """Why the guard would decide as it would on a REST request: a line for each step, the last the verdict.

        Arguments as of ``sign``. Raises Error where the request is not well-formed.
        """
    def explain_ws(
        self,
        method: str,
        params: Parameters | None = None,
        *,
        id: str,
        family: _Family = "spot",
        recv_window: int | float | str | Decimal | None = None,
        timestamp: int | str | datetime | _Now | None = ...,
        timestamp_us: int | datetime | None = None,
        approval: bytes | None = None,
        in_session: bool = False,
    ) -> list[str]:
        """Why the guard would decide as it would on a request of the WebSocket API; arguments as of ``check_ws``."""
    def in_session_ws(
        self,
        method: str,
        params: Parameters | None = None,
        *,
        id: str,
        family: _Family = "spot",
        recv_window: int | float | str | Decimal | None = None,
        timestamp: int | str | datetime | _Now | None = ...,
        timestamp_us: int | datetime | None = None,
        approval: bytes | None = None,
    ) -> SignedMessage:
        """Has the guard decide on a request of the WebSocket API over a connection that is logged on: it carries
        neither API key nor signature, and counts as any other.

        Arguments as of ``sign_ws``. Raises Error or Denied.
        """
    def key_info(self, answer: str | bytes | dict[str, Any], *, observed_at: int | None = None) -> None:
        """Takes what the exchange says of the key: the answer of ``GET /sapi/v1/account/apiRestrictions``, as text,
        bytes or what was read of it, and when it came, in ms since 1970 (by default now). Raises Error.
        """
    def findings(self, needed: Sequence[str] | None = None, *, addresses: Sequence[str] | None = None) -> list[Finding]:
        """What is wrong with the key, the worst first, by what ``key_info`` was told; ``needed`` are the permissions
        that are needed, by default those of the policy, and ``addresses`` the trusted ones as they stand at the
        exchange.
        """
    def observe(
        self,
        request: SignedRequest | SignedMessage,
        status: int,
        headers: _Headers | None = None,
        body: str | bytes | None = None,
    ) -> Observed:
        """Learns from the exchange's answer to a request: the status (0 for a message of the WebSocket API, and where
        none came), the headers as a mapping or as pairs, the body. Gives what is known then.
        """
    def observe_time(self, sent: int, received: int, server: int) -> Observed:
        """Learns how far the exchange's clock is off: when its time was asked for, when the answer came, and what it
        said (``serverTime``), all in ms since 1970. Gives what is known then.
        """
    def observed(self) -> Observed:
        """What is known without an answer."""
    def state(self) -> tuple[bytes, int]:
        """What was spent, learnt and decided, as bytes to restore it from after a restart, and its sequence number.
        Keep the number apart from the bytes: an older state would grant again what is spent.
        """
    def suspend(self, reason: int = 0) -> None:
        """Nothing is signed until ``clear``; ``reason`` is a number of the caller's."""
    def clear(self) -> None:
        """Takes the key into use again, after its owner has looked at why it was suspended; one that is revoked stays
        so.
        """

@final
class Signer(_Guarded):
    """An API key with its secret: signs requests that the gate allows, and shows nothing of either.

    Threads may share a signer. ``close``, or the end of a ``with`` block, wipes the key.
    """

    @overload
    def __new__(
        cls,
        api_key: str,
        secret: str | bytes,
        *,
        private_key: None = None,
        passphrase: None = None,
        policy: Policy | None = None,
        app: str | None = None,
        key_info: str | bytes | dict[str, Any] | None = None,
        state: bytes | None = None,
        state_sequence: int | None = None,
        clock: Callable[[], int | None] | None = None,
    ) -> Signer:
        """Takes the API key, and the HMAC secret that Binance showed with it or the private key (Ed25519 or RSA,
        PKCS#8 in PEM) whose public half was registered with it, with the passphrase of an encrypted one; no text of
        them is kept.

        With a policy it signs what that allows, for the application ``app``. ``key_info`` is as of the method of that
        name, ``state`` and ``state_sequence`` are what ``state()`` gave last, and ``clock`` gives the time in ms since
        1970, or None where there is none, in place of the host's.
        """
    @overload
    def __new__(
        cls,
        api_key: str,
        secret: None = None,
        *,
        private_key: str | bytes,
        passphrase: str | bytes | None = None,
        policy: Policy | None = None,
        app: str | None = None,
        key_info: str | bytes | dict[str, Any] | None = None,
        state: bytes | None = None,
        state_sequence: int | None = None,
        clock: Callable[[], int | None] | None = None,
    ) -> Signer: ...
    @classmethod
    def from_file(
        cls,
        path: str | PathLike[str],
        *,
        policy: Policy | None = None,
        app: str | None = None,
        key_info: str | bytes | dict[str, Any] | None = None,
        state: bytes | None = None,
        state_sequence: int | None = None,
        clock: Callable[[], int | None] | None = None,
    ) -> Signer:
        """Takes the key from a file that its owner alone may read: ``api_key = …``, and ``secret = …`` or a private
        key in PEM (or ``private_key = FILE``), with ``passphrase = …`` or ``passphrase_file = FILE`` where it is
        encrypted; the rest as of the class.
        """
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
        approval: bytes | None = None,
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
        approval: bytes | None = None,
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
        approval: bytes | None = None,
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
        approval: bytes | None = None,
    ) -> SignedMessage:
        """Has the gate decide on the Logon of a FIX session, and signs it; the key has to be Ed25519.

        ``sending_time`` is a text of UTC (``20240627-11:17:25.223``), a datetime with a time zone (sent in µs), an
        int of ms, or the present time. ``sbe_schema`` is the pair of ``SbeSchemaId`` and ``SbeSchemaVersion``; with
        ``sbe`` payload and signature are made and no message. Raises Error or Denied.
        """
    def revoke(self) -> None:
        """Never signs again, and wipes the key; under a policy signing afterwards raises ``KEY_REVOKED``."""
    def terminate(self) -> None:
        """Never signs again, and wipes the key, since the agreement with Binance has ended; under a policy signing
        afterwards raises ``KEY_TERMINATED``.
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
class ExternalSigner(_Guarded):
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
        policy: Policy | None = None,
        app: str | None = None,
        key_info: str | bytes | dict[str, Any] | None = None,
        state: bytes | None = None,
        state_sequence: int | None = None,
        clock: Callable[[], int | None] | None = None,
    ) -> ExternalSigner:
        """Takes the API key, how the key signs (``HMAC``, ``Ed25519`` or ``RSA``), and what makes its signatures:
        called with the payload, as bytes, it gives the signature, as bytes and not as text. Without it there are
        ``begin`` and ``finish``. With the public key, in PEM, a signature goes out only where it verifies. With a
        policy as a Signer.
        """
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
        approval: bytes | None = None,
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
        approval: bytes | None = None,
    ) -> SignedMessage:
        """Signs as ``Signer.sign_ws`` does, with the key elsewhere."""
    def sign_stream(
        self,
        params: Parameters | None,
        *,
        recv_window: int | float | str | Decimal | None = None,
        timestamp: int | str | datetime | _Now | None = ...,
        timestamp_us: int | datetime | None = None,
        approval: bytes | None = None,
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
        approval: bytes | None = None,
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
        approval: bytes | None = None,
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
        approval: bytes | None = None,
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
        approval: bytes | None = None,
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
        approval: bytes | None = None,
    ) -> Pending[SignedMessage]:
        """Has the gate decide on the Logon of a FIX session, and gives what is to be signed elsewhere.

        Arguments as of ``sign_fix_logon``.
        """
    def revoke(self) -> None:
        """Never signs again; the key itself is elsewhere. Under a policy signing afterwards raises ``KEY_REVOKED``."""
    def terminate(self) -> None:
        """Never signs again, since the agreement with Binance has ended; the key itself is elsewhere."""
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
