"""Where the key lies in memory: once while the signer lives, nowhere afterwards; the secret's text never."""

import base64
import hashlib
import secrets
import struct
import subprocess
import sys
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
)
from sha256_state import INITIAL, compress, hmac_states

CHILD = Path(__file__).with_name("memory_child.py")
Needles = dict[str, bytes]
Steps = dict[str, dict[str, int]]
STEPS = ["read", "made", "signed", "used", "ended"]


def count(pid: int, needles: Needles) -> dict[str, int]:
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


def watched(
    key_type: str, secret_type: str, ending: str, api_key: bytes, secret: bytes, needles: Needles, pem: str = ""
) -> Steps:
    """What lies in memory at each step of the child."""
    steps: Steps = {}
    command = [sys.executable, str(CHILD), key_type, secret_type, ending, str(len(secret)), pem]
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
    return steps


def assert_in_one_place(steps: Steps, key: set[str]) -> None:
    """The parts of the key lie in the signer alone, once, and besides them only what the program itself holds."""
    nothing = dict.fromkeys(steps["read"], 0)
    # The two texts the program was given.
    held = nothing | {"api_key": steps["read"]["api_key"], "secret": steps["read"]["secret"]}
    assert held["api_key"] >= 1
    assert held["secret"] >= 1
    assert steps["read"] == held
    for step in steps.values():
        # What the program itself held may have been written over by its own later objects.
        assert step["secret"] <= held["secret"]
        step["secret"] = held["secret"]
    in_signer = held | {"api_key": held["api_key"] + 1} | dict.fromkeys(key, 1)
    assert steps["made"] == in_signer
    assert steps["signed"] == in_signer | {"api_key": held["api_key"] + 2}
    assert steps["used"] == in_signer
    assert steps["ended"] == held


LINUX = pytest.mark.skipif(sys.platform != "linux", reason="other systems do not show a process's memory as a file")


@LINUX
@pytest.mark.parametrize("ending", ["close", "del", "revoke"])
@pytest.mark.parametrize("secret_type", ["bytes", "str"])
def test_one_copy_of_the_key_and_none_of_the_secret(secret_type: str, ending: str) -> None:
    api_key, secret = (secrets.token_hex(32).encode() for _ in range(2))
    inner, outer = hmac_states(secret)
    needles = {"api_key": api_key, "secret": secret, "inner": inner, "outer": outer}
    needles |= {f"pad {pad:x}": bytes(byte ^ pad for byte in secret) for pad in (0x36, 0x5C)}
    steps = watched("HMAC", secret_type, ending, api_key, secret, needles)
    assert_in_one_place(steps, {"inner", "outer"})


# The order of the group of Ed25519 (RFC 8032, section 5.1).
ORDER = 2**252 + 27742317777372353535851937790883648493


def expanded(seed: bytes) -> dict[str, bytes]:
    """What a seed is expanded to for signing (RFC 8032, section 5.1.5): whoever has it can sign."""
    digest = hashlib.sha512(seed).digest()
    scalar = int.from_bytes(digest[:32], "little") & ~7 & (1 << 254) - 1 | 1 << 254
    return {
        "hash": digest[:32],
        "clamped": scalar.to_bytes(32, "little"),
        "reduced": (scalar % ORDER).to_bytes(32, "little"),
        "prefix": digest[32:],
    }


@LINUX
@pytest.mark.parametrize("ending", ["close", "del", "revoke"])
@pytest.mark.parametrize("secret_type", ["bytes", "str"])
def test_one_copy_of_an_ed25519_key_and_none_of_its_text(secret_type: str, ending: str) -> None:
    api_key, private = secrets.token_hex(32).encode(), Ed25519PrivateKey.generate()
    pem = private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    seed = private.private_bytes_raw()
    # The base64 of the seed stands in the PEM text from its 49th byte on.
    needles = {"api_key": api_key, "secret": pem.splitlines()[1][-40:], "seed": seed, **expanded(seed)}
    steps = watched("Ed25519", secret_type, ending, api_key, pem, needles)
    assert_in_one_place(steps, {"seed"})


@LINUX
@pytest.mark.parametrize("ending", ["close", "del", "revoke"])
@pytest.mark.parametrize("secret_type", ["bytes", "str"])
def test_nothing_is_left_of_a_passphrase(secret_type: str, ending: str) -> None:
    """Neither of it nor of what PBKDF2 makes of it; of the private key what there is of one that is not encrypted."""
    api_key, passphrase = (secrets.token_hex(32).encode() for _ in range(2))
    private = Ed25519PrivateKey.generate()
    pem = private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(passphrase))
    seed = private.private_bytes_raw()
    inner, outer = hmac_states(passphrase)
    derived = key_of(pem, passphrase)
    needles = {"api_key": api_key, "secret": passphrase, "inner": inner, "outer": outer, "seed": seed, **expanded(seed)}
    # The schedule of AES begins with the key; its halves are looked for, since one can outlast the other.
    needles |= {"derived, begin": derived[:16], "derived, end": derived[16:]}
    steps = watched("encrypted", secret_type, ending, api_key, passphrase, needles, pem.decode())
    assert_in_one_place(steps, {"seed"})


def key_of(pem: bytes, passphrase: bytes) -> bytes:
    """The AES key of an encrypted key, as cryptography's OpenSSL writes it: PBKDF2 with HMAC-SHA-256."""
    der = base64.b64decode(b"".join(pem.splitlines()[1:-1]))
    # OCTET STRING of 16 bytes, the salt, and INTEGER of 2, the rounds, behind PBKDF2's identifier (RFC 8018, A.2).
    identifier = bytes.fromhex("06092a864886f70d01050c30")
    start = der.index(identifier) + len(identifier) + 1
    assert der[start : start + 2] == b"\x04\x10"
    salt, rounds = der[start + 2 : start + 18], der[start + 18 : start + 22]
    assert rounds[:2] == b"\x02\x02"
    return hashlib.pbkdf2_hmac("sha256", passphrase, salt, int.from_bytes(rounds[2:], "big"), 32)


@LINUX
@pytest.mark.parametrize("ending", ["close", "del", "revoke"])
@pytest.mark.parametrize("secret_type", ["bytes", "str"])
def test_one_copy_of_an_rsa_key_and_none_of_its_text(secret_type: str, ending: str) -> None:
    api_key, private = secrets.token_hex(32).encode(), rsa.generate_private_key(65537, 2048)
    pem = private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    numbers = private.private_numbers()
    secret_numbers = {"p": numbers.p, "q": numbers.q, "dp": numbers.dmp1, "dq": numbers.dmq1, "qinv": numbers.iqmp}
    # Whoever has half of a prime has the key (D. Coppersmith, 1996); words lie in memory with their lowest byte first.
    needles = {"api_key": api_key, "secret": pem.splitlines()[-4]}
    held = set()
    for name, number in {**secret_numbers, "d": numbers.d}.items():
        written = number.to_bytes(256 if name == "d" else 128, "big")
        half = len(written) // 2
        needles |= {f"{name}, big-endian, begin": written[:half], f"{name}, big-endian, end": written[half:]}
        for part, begin in (("begin", half), ("end", 0)):
            little = f"{name}, little-endian, {part}"
            needles[little] = written[::-1][begin : begin + half]
            held.add(little)
    steps = watched("RSA", secret_type, ending, api_key, pem, needles)
    # With the first signature AWS-LC makes itself what it needs for more of them: the numbers at a fixed width, again.
    for step in ("signed", "used"):
        for name in held:
            assert steps[step][name] in (1, 2)
            steps[step][name] = 1
    assert_in_one_place(steps, held)


def test_the_expanded_key_looked_for_is_that_of_rfc_8032() -> None:
    """Plain arithmetic makes the same public key of it as another implementation."""
    prime = 2**255 - 19
    d = -121665 * pow(121666, -1, prime) % prime

    def add(p: tuple[int, int], q: tuple[int, int]) -> tuple[int, int]:
        both = d * p[0] * q[0] * p[1] * q[1]
        x = (p[0] * q[1] + q[0] * p[1]) * pow(1 + both, -1, prime)
        y = (p[1] * q[1] + p[0] * q[0]) * pow(1 - both, -1, prime)
        return x % prime, y % prime

    base = (
        15112221349535400772501151409588531511454012693041857206046113283949847762202,
        4 * pow(5, -1, prime) % prime,
    )
    seed = Ed25519PrivateKey.generate()
    for name in ("clamped", "reduced"):
        scalar = int.from_bytes(expanded(seed.private_bytes_raw())[name], "little")
        point, power = (0, 1), base
        while scalar:
            if scalar & 1:
                point = add(point, power)
            power, scalar = add(power, power), scalar >> 1
        encoded = (point[1] | (point[0] & 1) << 255).to_bytes(32, "little")
        assert encoded == seed.public_key().public_bytes_raw()
