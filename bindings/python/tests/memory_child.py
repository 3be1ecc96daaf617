"""Makes, uses and ends signers step by step, while test_key_memory.py looks at this process's memory."""

import os
import sys

import binsign


def wait(step: str) -> None:
    os.write(1, step.encode() + b"\n")
    os.read(0, 1)


def main(secret_type: str, ending: str) -> None:
    with binsign.Signer("warm", "up") as warm:
        warm.sign("GET", "/api/v3/account")
    api_key = str(os.read(0, 64), "ascii")
    secret = os.read(0, 64) if secret_type == "bytes" else str(os.read(0, 64), "ascii")
    wait("read")
    signer = binsign.Signer(api_key, secret)
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
