"""Makes, uses and ends signers step by step, while test_key_memory.py looks at this process's memory."""

import os
import sys
from typing import Any

from documented import ED25519_PEM
from policies import MAKER

import binsign


def wait(step: str) -> None:
    os.write(1, step.encode() + b"\n")
    os.read(0, 1)


def main(key_type: str, secret_type: str, ending: str, length: str, pem: str) -> None:
    # What signs by a policy is revoked in the end.
    policy = binsign.Policy.from_toml(MAKER.replace('app = "maker"', "")) if ending == "revoke" else None

    def make(api_key: str, secret: Any) -> binsign.Signer:
        if key_type == "HMAC":
            return binsign.Signer(api_key, secret, policy=policy)
        if key_type == "encrypted":
            return binsign.Signer(api_key, private_key=pem, passphrase=secret, policy=policy)
        return binsign.Signer(api_key, private_key=secret, policy=policy)

    with binsign.Signer("warm", private_key=ED25519_PEM) as warm:
        warm.sign("GET", "/api/v3/account")
    api_key = str(os.read(0, 64), "ascii")
    secret = os.read(0, int(length)) if secret_type == "bytes" else str(os.read(0, int(length)), "ascii")
    wait("read")
    signer = make(api_key, secret)
    wait("made")
    # Its headers hold the API key, too.
    request = signer.sign("GET", "/api/v3/account")
    wait("signed")
    del request
    wait("used")
    if ending == "close":
        signer.close()
    elif ending == "revoke":
        signer.revoke()
    else:
        del signer
    wait("ended")


main(*sys.argv[1:])
