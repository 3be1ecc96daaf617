"""The three signatures Binance takes, in plain Python and nothing of binsign: HMAC-SHA-256, RSA and Ed25519.

Sources: RFC 2104 (by the standard library), RFC 8017 sections 5.1.2, 8.2.1 and 9.2 (RSASSA-PKCS1-v1_5 with SHA-256), RFC 8032
section 5.1 (Ed25519), RFC 5208 and 8410 (how the private keys lie in PKCS#8), RFC 5280 section 4.1 (public keys). Nothing here
is fast or safe against observers: it makes the expected values of published keys.
"""

import base64
import functools
import hashlib
import hmac

ED25519 = bytes.fromhex("06032b6570")
RSA = bytes.fromhex("06092a864886f70d0101010500")
# RFC 8017, section 9.2, note 1: what stands before the digest of SHA-256.
SHA256_INFO = bytes.fromhex("3031300d060960864801650304020105000420")


def sign(key, payload):
    """The signature of some bytes as Binance documents it: hex of HMAC, base64 of the others. `key` is that of a case."""
    raw = signature(key, payload)
    return raw.hex() if "hmac" in key else base64.b64encode(raw).decode()


def signature(key, payload):
    """The bytes of the signature."""
    if "hmac" in key:
        return hmac.new(key["hmac"].encode(), payload, hashlib.sha256).digest()
    kind, numbers = private_key(key["pem"])
    return rsa(numbers, payload) if kind == "rsa" else ed25519(numbers, payload)


def key_type(key):
    return "hmac" if "hmac" in key else private_key(key["pem"])[0]


# Private and public keys

def read(der):
    """The first element of some DER: what is in it, and what is behind it."""
    length, at = der[1], 2
    if length & 0x80:
        at += length & 0x7F
        length = int.from_bytes(der[2:at], "big")
    assert at + length <= len(der)
    return der[at:at + length], der[at + length:]


def write(tag, content):
    size = len(content)
    wide = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes([tag]) + (bytes([size]) if size < 0x80 else bytes([0x80 | len(wide)]) + wide) + content


def integer(number):
    return write(0x02, number.to_bytes(number.bit_length() // 8 + 1, "big"))


@functools.cache
def private_key(pem):
    """("rsa", numbers) or ("ed25519", seed) of an unencrypted PKCS#8 key in a tidy PEM."""
    der = base64.b64decode("".join(pem.strip().split("\n")[1:-1]))
    _, rest = read(read(der)[0])
    algorithm, rest = read(rest)
    key = read(rest)[0]
    if algorithm == ED25519:
        return "ed25519", read(key)[0]
    assert algorithm == RSA
    numbers, rest = [], read(key)[0]
    while rest:
        number, rest = read(rest)
        numbers.append(int.from_bytes(number, "big"))
    # version, n, e, d, p, q, dP, dQ, qInv
    return "rsa", tuple(numbers)


def public_pem(pem):
    """The public key of a private one, as `openssl pkey -pubout` writes it."""
    kind, numbers = private_key(pem)
    if kind == "rsa":
        algorithm, key = RSA, write(0x30, integer(numbers[1]) + integer(numbers[2]))
    else:
        algorithm, key = ED25519, expand(numbers)[2]
    return pem_of("PUBLIC KEY", write(0x30, write(0x30, algorithm) + write(0x03, b"\0" + key)))


def pem_of(label, der):
    text = base64.b64encode(der).decode()
    lines = "\n".join(text[at:at + 64] for at in range(0, len(text), 64))
    return f"-----BEGIN {label}-----\n{lines}\n-----END {label}-----\n"


# RSA

def rsa(numbers, payload):
    _, n, _, d, *_ = numbers
    size = (n.bit_length() + 7) // 8
    digest = SHA256_INFO + hashlib.sha256(payload).digest()
    padded = b"\0\1" + b"\xff" * (size - len(digest) - 3) + b"\0" + digest
    return pow(int.from_bytes(padded, "big"), d, n).to_bytes(size, "big")


# Ed25519: points as (X, Y, Z, T) of RFC 8032, section 5.1.4

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P


def add(one, other):
    a = (one[1] - one[0]) * (other[1] - other[0]) % P
    b = (one[1] + one[0]) * (other[1] + other[0]) % P
    c = 2 * one[3] * other[3] * D % P
    d = 2 * one[2] * other[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def base_point():
    y = 4 * pow(5, -1, P) % P
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    if x * x % P != square:
        x = x * pow(2, (P - 1) // 4, P) % P
    if x & 1:
        x = P - x
    return x, y, 1, x * y % P


@functools.cache
def doubled():
    """The base point times 1, 2, 4 and so on."""
    points = [base_point()]
    while len(points) < 256:
        points.append(add(points[-1], points[-1]))
    return points


def times_base(scalar):
    """The base point, `scalar` times, as its 32 bytes."""
    point = (0, 1, 1, 0)
    for bit, one in enumerate(doubled()):
        if scalar >> bit & 1:
            point = add(point, one)
    inverse = pow(point[2], -1, P)
    x, y = point[0] * inverse % P, point[1] * inverse % P
    return (y | (x & 1) << 255).to_bytes(32, "little")


@functools.cache
def expand(seed):
    digest = hashlib.sha512(seed).digest()
    scalar = int.from_bytes(digest[:32], "little") & (1 << 254) - 8 | 1 << 254
    return scalar, digest[32:], times_base(scalar)


def ed25519(seed, payload):
    scalar, prefix, public = expand(seed)

    def number(*parts):
        return int.from_bytes(hashlib.sha512(b"".join(parts)).digest(), "little") % L

    nonce = number(prefix, payload)
    commitment = times_base(nonce)
    response = (nonce + number(commitment, public, payload) * scalar) % L
    return commitment + response.to_bytes(32, "little")
