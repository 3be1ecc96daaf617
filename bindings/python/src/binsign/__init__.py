"""Signing and permission core for Binance API keys: no signature without a verdict.

>>> import binsign
>>> signer = binsign.Signer(
...     "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A",
...     "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j",
... )
>>> signer.sign("GET", "/api/v3/account", timestamp=1578963600000).signature
'd84e6641b1e328e7b418fff030caed655c266299c9355e36ce801ed14631eed4'

The key, its secret and the value are those of Binance's signature examples.
"""

from binsign._binsign import (
    NOW,
    ExternalSigner,
    Finding,
    Json,
    Observed,
    Pending,
    Policy,
    SignedMessage,
    SignedRequest,
    Signer,
    __version__,
    in_session_ws,
    public,
    public_ws,
)
from binsign._refusal import Denied, Error, PolicyError, Refusal
from binsign._value import Parameters, Value

__all__ = [
    "NOW",
    "Denied",
    "Error",
    "ExternalSigner",
    "Finding",
    "Json",
    "Observed",
    "Parameters",
    "Pending",
    "Policy",
    "PolicyError",
    "Refusal",
    "SignedMessage",
    "SignedRequest",
    "Signer",
    "Value",
    "__version__",
    "in_session_ws",
    "public",
    "public_ws",
]
