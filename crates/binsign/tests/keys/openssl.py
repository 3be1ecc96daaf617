"""Signs with OpenSSL: a line `hmac SECRET MESSAGE` or `ed25519 SEED MESSAGE`, all in hexadecimal, gives one signature.

HMAC goes through Python's binding of OpenSSL, Ed25519 straight to its library; neither needs a package.
"""

import base64
import ctypes
import ctypes.util
import hmac
import sys

library = ctypes.CDLL(ctypes.util.find_library("crypto") or "libcrypto.so.3")
for name in ("EVP_PKEY_new_raw_private_key", "EVP_MD_CTX_new"):
    getattr(library, name).restype = ctypes.c_void_p
NID_ED25519 = 1087  # obj_mac.h


def ed25519(seed: bytes, message: bytes) -> str:
    key = library.EVP_PKEY_new_raw_private_key(NID_ED25519, None, seed, ctypes.c_size_t(len(seed)))
    context = library.EVP_MD_CTX_new()
    assert key and context
    key, context = ctypes.c_void_p(key), ctypes.c_void_p(context)
    signature, length = ctypes.create_string_buffer(64), ctypes.c_size_t(64)
    assert library.EVP_DigestSignInit(context, None, None, None, key) == 1
    sign = library.EVP_DigestSign
    assert sign(context, signature, ctypes.byref(length), message, ctypes.c_size_t(len(message))) == 1
    assert length.value == 64
    library.EVP_MD_CTX_free(context)
    library.EVP_PKEY_free(key)
    return base64.b64encode(signature.raw).decode()


for line in open(sys.argv[1], encoding="ascii"):
    kind, key, message = line.rstrip("\n").split(" ")
    key, message = bytes.fromhex(key), bytes.fromhex(message)
    print(hmac.digest(key, message, "sha256").hex() if kind == "hmac" else ed25519(key, message))
