"""Signs with OpenSSL: a line `hmac SECRET MESSAGE`, `ed25519 SEED MESSAGE` or `rsa PKCS8 MESSAGE`, all in hexadecimal,
gives one signature. A line `make BITS EXPONENT ORDER` makes an RSA key and gives its DER; in the ORDER `swapped` the
second prime comes first.

HMAC goes through Python's binding of OpenSSL, the others straight to its library; none needs a package.
"""

import base64
import ctypes
import ctypes.util
import hmac
import subprocess
import sys
from functools import cache

library = ctypes.CDLL(ctypes.util.find_library("crypto") or "libcrypto.so.3")
for name in ("EVP_PKEY_new_raw_private_key", "EVP_MD_CTX_new", "EVP_sha256", "d2i_AutoPrivateKey"):
    getattr(library, name).restype = ctypes.c_void_p
NID_ED25519 = 1087  # obj_mac.h
RSA_ENCRYPTION = bytes.fromhex("300d06092a864886f70d0101010500")  # RFC 8017, appendix A.1


def sign(key: int, digest: int | None, message: bytes) -> str:
    """A signature in base64, with that digest or with what the key brings along."""
    context = ctypes.c_void_p(library.EVP_MD_CTX_new())
    signature, length = ctypes.create_string_buffer(512), ctypes.c_size_t(512)
    digest = ctypes.c_void_p(digest)
    assert library.EVP_DigestSignInit(context, None, digest, None, ctypes.c_void_p(key)) == 1
    assert library.EVP_DigestSign(context, signature, ctypes.byref(length), message, ctypes.c_size_t(len(message))) == 1
    library.EVP_MD_CTX_free(context)
    return base64.b64encode(signature.raw[: length.value]).decode()


@cache
def ed25519(seed: bytes) -> int:
    key = library.EVP_PKEY_new_raw_private_key(NID_ED25519, None, seed, ctypes.c_size_t(len(seed)))
    assert key
    return key


@cache
def rsa(der: bytes) -> int:
    start = ctypes.c_char_p(der)
    key = library.d2i_AutoPrivateKey(None, ctypes.byref(start), ctypes.c_long(len(der)))
    assert key
    return key


def numbers(der: bytes) -> list[int]:
    """The numbers of a key in PKCS#1."""
    found, rest = [], element(der)[1]
    while rest:
        _, content, rest = element(rest)
        found.append(int.from_bytes(content, "big"))
    return found


def element(der: bytes) -> tuple[int, bytes, bytes]:
    """Tag and content of the first element, and what is behind it."""
    length, start = der[1], 2
    if length & 0x80:
        start += length & 0x7F
        length = int.from_bytes(der[2:start], "big")
    return der[0], der[start : start + length], der[start + length :]


def encoded(tag: int, content: bytes) -> bytes:
    length = len(content)
    if length < 0x80:
        return bytes([tag, length]) + content
    octets = length.to_bytes((length.bit_length() + 7) // 8, "big")
    return bytes([tag, 0x80 | len(octets)]) + octets + content


def made(bits: str, exponent: str, order: str) -> bytes:
    """A new key in PKCS#8."""
    options = ["-pkeyopt", f"rsa_keygen_bits:{bits}", "-pkeyopt", f"rsa_keygen_pubexp:{exponent}"]
    command = ["openssl", "genpkey", "-algorithm", "RSA", "-outform", "DER", *options]
    der = subprocess.run(command, check=True, capture_output=True).stdout
    # OpenSSL writes PKCS#1 here.
    version, n, e, d, p, q, dp, dq, _ = numbers(der)
    assert n.bit_length() == int(bits)
    if order == "swapped":
        p, q, dp, dq = q, p, dq, dp
    parts = [version, n, e, d, p, q, dp, dq, pow(q, -1, p)]
    pkcs1 = encoded(0x30, b"".join(encoded(2, part.to_bytes(part.bit_length() // 8 + 1, "big")) for part in parts))
    return encoded(0x30, encoded(2, b"\0") + RSA_ENCRYPTION + encoded(4, pkcs1))


for line in open(sys.argv[1], encoding="ascii"):
    kind, *fields = line.split()
    if kind == "make":
        print(made(*fields).hex())
        continue
    # A message may be empty.
    key, message = bytes.fromhex(fields[0]), bytes.fromhex("".join(fields[1:]))
    match kind:
        case "hmac":
            print(hmac.digest(key, message, "sha256").hex())
        case "ed25519":
            print(sign(ed25519(key), None, message))
        case "rsa":
            print(sign(rsa(key), library.EVP_sha256(), message))
