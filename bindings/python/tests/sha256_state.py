"""The two states that HMAC-SHA-256 makes of a key (RFC 2104, FIPS 180-4), in plain Python.

Whoever has them can sign, so they are looked for in memory as the secret itself is.
"""

import struct

_WORD = 0xFFFFFFFF


def _root_fraction(prime: int, root: int) -> int:
    """The first 32 bits behind the point of the root of a prime."""
    scaled = prime << (32 * root)
    low, high = 0, 1 << 40
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if middle**root <= scaled else (low, middle - 1)
    return low & _WORD


_PRIMES = [number for number in range(2, 312) if all(number % divisor for divisor in range(2, number))]
_CONSTANTS = [_root_fraction(prime, 3) for prime in _PRIMES]
INITIAL = [_root_fraction(prime, 2) for prime in _PRIMES[:8]]


def _rotated(word: int, places: int) -> int:
    return (word >> places | word << (32 - places)) & _WORD


def compress(state: list[int], block: bytes) -> list[int]:
    """One block of SHA-256."""
    words = list(struct.unpack(">16I", block))
    for i in range(16, 64):
        early, late = words[i - 15], words[i - 2]
        small = _rotated(early, 7) ^ _rotated(early, 18) ^ early >> 3
        large = _rotated(late, 17) ^ _rotated(late, 19) ^ late >> 10
        words.append((words[i - 16] + small + words[i - 7] + large) & _WORD)
    a, b, c, d, e, f, g, h = state
    for constant, word in zip(_CONSTANTS, words, strict=True):
        mixed_e = _rotated(e, 6) ^ _rotated(e, 11) ^ _rotated(e, 25)
        mixed_a = _rotated(a, 2) ^ _rotated(a, 13) ^ _rotated(a, 22)
        first = (h + mixed_e + (e & f ^ ~e & g) + constant + word) & _WORD
        second = (mixed_a + (a & b ^ a & c ^ b & c)) & _WORD
        a, b, c, d, e, f, g, h = (first + second) & _WORD, a, b, c, (d + first) & _WORD, e, f, g
    return [(old + new) & _WORD for old, new in zip(state, (a, b, c, d, e, f, g, h), strict=True)]


def hmac_states(secret: bytes) -> list[bytes]:
    """Inner and outer state of a key of at most 64 bytes, as words lie in memory."""
    blocks = [bytes(byte ^ pad for byte in secret.ljust(64, b"\0")) for pad in (0x36, 0x5C)]
    return [struct.pack("=8I", *compress(INITIAL, block)) for block in blocks]
