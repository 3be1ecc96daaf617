#!/usr/bin/env python3
"""Signs with a key that binsign never sees: here another library holds it, as an HSM's driver would."""

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_private_key

import binsign

# The private key of a test of Binance's Java connector.
API_KEY = "apiKey"
PRIVATE_KEY = b"""-----BEGIN PRIVATE KEY-----
MC4CAQAwBQYDK2VwBCIEILpXm6EtDzSzPJWHTbP904h5R3bzb0QsLjTf1tAt2OlB
-----END PRIVATE KEY-----"""


def main() -> binsign.SignedRequest:
    elsewhere = load_pem_private_key(PRIVATE_KEY, None)
    assert isinstance(elsewhere, Ed25519PrivateKey)
    public_key = elsewhere.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)

    # With the public key every signature is verified before it goes out.
    signer = binsign.ExternalSigner(API_KEY, "Ed25519", elsewhere.sign, public_key=public_key)
    account = signer.sign("GET", "/api/v3/account", timestamp=1736393892000)
    print(account.url("https://api.binance.com"))
    return account


if __name__ == "__main__":
    main()
