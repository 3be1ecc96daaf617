"""Ed25519 signatures checked in plain Python (RFC 8032, section 5.1.7), with the arithmetic of the conformance oracle."""

import functools
import hashlib
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1] / "conformance"))
import signatures as ed  # noqa: E402

IDENTITY = (0, 1, 1, 0)


@functools.cache
def point(text):
    """The point that 32 bytes stand for (section 5.1.3); None where they stand for none."""
    number = int.from_bytes(text, "little")
    sign, y = number >> 255, number & (1 << 255) - 1
    if y >= ed.P:
        return None
    above, below = (y * y - 1) % ed.P, (ed.D * y * y + 1) % ed.P
    square = above * pow(below, -1, ed.P) % ed.P
    x = pow(square, (ed.P + 3) // 8, ed.P)
    if x * x % ed.P != square:
        x = x * pow(2, (ed.P - 1) // 4, ed.P) % ed.P
    if x * x % ed.P != square or (x == 0 and sign):
        return None
    if x & 1 != sign:
        x = ed.P - x
    return x, y, 1, x * y % ed.P


def times(scalar, one):
    found = IDENTITY
    while scalar:
        if scalar & 1:
            found = ed.add(found, one)
        one, scalar = ed.add(one, one), scalar >> 1
    return found


def same(one, other):
    return (one[0] * other[2] - other[0] * one[2]) % ed.P == 0 and (one[1] * other[2] - other[1] * one[2]) % ed.P == 0


def ed25519(public, message, signature):
    """Whether a signature is that of the holder of a public key."""
    commitment, key = point(signature[:32]), point(public)
    response = int.from_bytes(signature[32:], "little")
    if commitment is None or key is None or response >= ed.L:
        return False
    digest = hashlib.sha512(signature[:32] + public + message).digest()
    factor = int.from_bytes(digest, "little") % ed.L
    return same(times(response, ed.base_point()), ed.add(commitment, times(factor, key)))
