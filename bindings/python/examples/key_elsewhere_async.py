#!/usr/bin/env python3
"""Signs with a key that has to be waited for: the payload goes out, the signature comes in."""

import asyncio
import hashlib
import hmac

import binsign

# The key of Binance's signature examples.
API_KEY = "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A"
SECRET = b"NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j"


async def key_service(payload: bytes) -> bytes:
    """In the place of a key management service."""
    await asyncio.sleep(0)
    return hmac.digest(SECRET, payload, hashlib.sha256)


async def main() -> binsign.SignedRequest:
    signer = binsign.ExternalSigner(API_KEY, "HMAC")
    pending = signer.begin("GET", "/api/v3/account", timestamp=1578963600000)
    account = pending.finish(await key_service(pending.payload))
    print(account.url("https://api.binance.com"))
    return account


if __name__ == "__main__":
    asyncio.run(main())
