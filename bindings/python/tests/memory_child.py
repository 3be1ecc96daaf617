"""Makes, uses and ends signers step by step, while test_key_memory.py looks at this process's memory."""

import os
import sys

from documented import ED25519_PEM

import binsign


def wait(step: str) -> None:
    os.write(1, step.encode() + b"\n")
    os.read(0, 1)


def main(key_type: str, secret_type: str, ending: str, length: str) -> None:
    make = binsign.Signer if key_type == "HMAC" else binsign.Signer.from_pem
    with make("warm", "up" if key_type == "HMAC" else ED25519_PEM) as warm:
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
    else:
        del signer
    wait("ended")


main(*sys.argv[1:])
