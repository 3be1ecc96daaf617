"""What the tests know of the images: the targets, and how an image is built, run and looked into."""

import json
import os
import subprocess
import tempfile
import time
from pathlib import Path
from urllib.parse import quote

FOLDER = Path(__file__).resolve().parents[1]
ROOT = FOLDER.parents[1]

# The documented order: its key, its secret, and what must come out. Source: the exchange's REST documentation, "SIGNED
# Endpoint Examples".
API_KEY = "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A"
SECRET = "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j"
DOCUMENTED_TARGET = (
    "/api/v3/order?symbol=LTCBTC&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&price=0.1&recvWindow=5000"
    "&timestamp=1499827319559&signature=c8db56825ae71d6d79447849e617115f4a920fa2acdcab2b053c4b2838bd6b71"
)

# The same order with the first key of RFC 8032, section 7.1; the signature is what `openssl pkeyutl -sign -rawin` gives.
ED25519_SEED = bytes.fromhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
ED25519_TARGET = DOCUMENTED_TARGET.partition("&signature=")[0] + "&signature=" + quote(
    "3fhuDZ9nYMviDQ5OEtJBJS11jUZDTRzRQ+TQMarm+LErFiJvUiVPQjTzDoWZQe4miPX+yHk1v/Z7TWLYjIbmCA==", safe=""
)
# The same order with the key of the exchange's own signature examples (vector `sigex-rsa-order`, made by OpenSSL).
RSA = next(
    vector for vector in json.loads((ROOT / "tests/vectors/vectors.json").read_text())["vectors"]
    if vector["id"] == "sigex-rsa-order"
)
RSA_TARGET = DOCUMENTED_TARGET.partition("&signature=")[0] + "&signature=" + quote(RSA["expected_signature"], safe="")
# The types of keys of the product images, and what each signs.
PRODUCTS = {"hmac": DOCUMENTED_TARGET, "ed25519": ED25519_TARGET, "rsa": RSA_TARGET}

CORTEX_M4 = "thumbv7em-none-eabi"
# Target, the tools' prefix, and the machine for a product image. The microbit has a real ARMv6-M core and 16 KB of RAM.
TARGETS = {
    "thumbv6m-none-eabi": ("arm-none-eabi", ["qemu-system-arm", "-machine", "microbit"]),
    "thumbv7m-none-eabi": ("arm-none-eabi", ["qemu-system-arm", "-machine", "mps2-an385"]),
    CORTEX_M4: ("arm-none-eabi", ["qemu-system-arm", "-machine", "mps2-an386"]),
    "riscv32imac-unknown-none-elf": ("riscv64-unknown-elf", ["qemu-system-riscv32", "-machine", "virt", "-bios", "none"]),
}
# Those on which an RSA key is of use: the others take seconds, and do not multiply in constant time.
WITH_RSA = {CORTEX_M4, "riscv32imac-unknown-none-elf"}


def products():
    """Every product image that there is: target, tools' prefix, machine, type of key, name of the image, what it signs."""
    for target, (prefix, machine) in TARGETS.items():
        for key, signed in PRODUCTS.items():
            if key != "rsa" or target in WITH_RSA:
                yield target, prefix, machine, key, f"product-{key}", signed


def image(*arguments, **options):
    """Runs the script `image`; gives what `subprocess.run` gives."""
    return subprocess.run([FOLDER / "image", *arguments], capture_output=True, timeout=900, **options)


def build(target, package, *arguments):
    done = image("build", target, package, *arguments)
    assert done.returncode == 0, done.stderr.decode()


def build_product(target, key):
    done = image("product", target, key)
    assert done.returncode == 0, done.stderr.decode()


def path(target, name):
    return Path(image("path", target, name).stdout.decode().strip())


def answers(target, lines):
    """What the conformance image says to lines, in one run."""
    done = image("run", target, "conformance", input=b"".join(line + b"\n" for line in lines))
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.splitlines()


def symbols(prefix, file, *arguments):
    """The names in a file's symbol table."""
    return tool(f"{prefix}-nm", "-C", *arguments, file)


def tool(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def memory_after(machine, file, address, length, expected, seconds=20):
    """Runs an image that has no output; gives its memory when `expected` is there and nothing changes any more, at the
    latest after `seconds`."""
    with tempfile.TemporaryDirectory() as folder:
        dump = Path(folder, "memory")
        qemu = subprocess.Popen(
            [*machine, "-display", "none", "-serial", "none", "-monitor", "stdio", "-kernel", file],
            stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True,
        )
        found, before = b"", None
        end = time.monotonic() + seconds
        while (expected not in found or found != before) and time.monotonic() < end and qemu.poll() is None:
            before = found
            time.sleep(0.1)
            # Without its quotes the monitor would take the path for a division.
            print(f'memsave {address:#x} {length} "{dump}"', file=qemu.stdin, flush=True)
            time.sleep(0.1)
            if dump.exists() and os.path.getsize(dump) == length:
                found = dump.read_bytes()
        qemu.communicate("quit\n", timeout=20)
        return found
