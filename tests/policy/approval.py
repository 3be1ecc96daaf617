"""Approvals of a second person (section 9 of docs/policy.md), made with the seeds of RFC 8032, section 7.1."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1] / "conformance"))
import signatures  # noqa: E402

SEEDS = (
    bytes.fromhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"),
    bytes.fromhex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"),
)


def public(seed):
    return signatures.expand(seed)[2]


def text(digest, moment, request):
    return b"binsign approval 1\n" + digest + moment + request.approved_text()


def make(seed, digest, until, request):
    """The 72 bytes."""
    moment = until.to_bytes(8, "little")
    return moment + signatures.ed25519(seed, text(digest, moment, request))
