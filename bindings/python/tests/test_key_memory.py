"""Where the key lies in memory: once while the signer lives, nowhere afterwards; the secret's text never."""

import hashlib
import secrets
import struct
import subprocess
import sys
from pathlib import Path

import pytest
from sha256_state import INITIAL, compress, hmac_states

CHILD = Path(__file__).with_name("memory_child.py")
STEPS = ["read", "made", "signed", "used", "ended"]


def count(pid: int, needles: dict[str, bytes]) -> dict[str, int]:
    """How often each needle lies in the memory that a process can write to."""
    found = dict.fromkeys(needles, 0)
    with open(f"/proc/{pid}/maps") as maps, open(f"/proc/{pid}/mem", "rb", 0) as memory:
        for line in maps:
            span, rights, *_ = line.split()
            if not rights.startswith("rw"):
                continue
            start, end = (int(address, 16) for address in span.split("-"))
            memory.seek(start)
            content = memory.read(end - start)
            for name, needle in needles.items():
                found[name] += content.count(needle)
    return found


def test_the_states_looked_for_are_those_of_sha256() -> None:
    padded = b"abc\x80" + bytes(52) + struct.pack(">Q", 24)
    assert struct.pack(">8I", *compress(INITIAL, padded)) == hashlib.sha256(b"abc").digest()


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not show a process's memory as a file")
@pytest.mark.parametrize("ending", ["close", "del"])
@pytest.mark.parametrize("secret_type", ["bytes", "str"])
def test_one_copy_of_the_key_and_none_of_the_secret(secret_type: str, ending: str) -> None:
    api_key, secret = (secrets.token_hex(32).encode() for _ in range(2))
    inner, outer = hmac_states(secret)
    needles = {"api_key": api_key, "secret": secret, "inner": inner, "outer": outer}
    needles |= {f"pad {pad:x}": bytes(byte ^ pad for byte in secret) for pad in (0x36, 0x5C)}
    steps: dict[str, dict[str, int]] = {}
    command = [sys.executable, str(CHILD), secret_type, ending]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0) as child:
        assert child.stdin
        assert child.stdout
        child.stdin.write(api_key)
        child.stdin.write(secret)
        for step in STEPS:
            assert child.stdout.readline() == step.encode() + b"\n"
            steps[step] = count(child.pid, needles)
            child.stdin.write(b"x")
    assert child.returncode == 0

    # What the program itself holds: the two texts it was given.
    nothing = dict.fromkeys(needles, 0)
    held = nothing | {"api_key": steps["read"]["api_key"], "secret": steps["read"]["secret"]}
    assert held["api_key"] >= 1
    assert held["secret"] >= 1
    assert steps["read"] == held
    in_signer = held | {"api_key": held["api_key"] + 1, "inner": 1, "outer": 1}
    assert steps["made"] == in_signer
    assert steps["signed"] == in_signer | {"api_key": held["api_key"] + 2}
    assert steps["used"] == in_signer
    assert steps["ended"] == held
