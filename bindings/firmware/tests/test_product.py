"""The product images: they sign what they should, cannot panic, need no heap, and stay within their budgets."""

import base64
import re
import subprocess
import unittest

import images

PANIC = re.compile(r"panick|panic_|unwrap_failed|expect_failed|slice_.*_fail|_fail(ed)?\b|rust_begin_unwind|core::fmt")
PANIC_TEXT = re.compile(r"index out of bounds|called `|range (start|end) index|attempt to|panicked|unwrap|explicit panic")
HEAP = re.compile(r"\b(malloc|calloc|realloc|free|_sbrk|sbrk|__rust_alloc\w*|__rust_dealloc|__rg_\w+)$", re.MULTILINE)

# How many bytes of a secret must not stand together.
PART = 8


def text_of(pem):
    """The base64 of a private key, without what all keys of its type begin with."""
    return "".join(pem.split("\n")[1:-2]).encode()[36:]


def numbers(pem):
    """The secret numbers of an RSA key (RFC 8017, appendix A.1.2), as they stand in DER, and turned as in memory."""
    der = base64.b64decode("".join(pem.split("\n")[1:-2]))
    # Version, modulus and public exponent are public; the sequence of numbers begins behind 26 bytes.
    found, at = [], 26 + 4
    while at < len(der):
        length, at = der[at + 1], at + 2
        if length & 0x80:
            count = length & 0x7F
            length, at = int.from_bytes(der[at : at + count], "big"), at + count
        found.append(der[at : at + length].lstrip(b"\0"))
        at += length
    assert len(found) == 9 and found[2] == b"\1\0\1"
    return [turned for number in found[3:] for turned in (number, number[::-1])]


class Product(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        for target, _, _, key, _, _ in images.products():
            images.build_product(target, key)
        for target in images.TARGETS:
            images.build(target, "product", "--bin", "empty")

    def test_the_documented_order_is_in_the_memory_of_each(self):
        """The images that are counted have no output at all: their RAM is looked into while they rest."""
        for target, prefix, machine, _, name, signed in images.products():
            with self.subTest(f"{target} {name}"):
                file = images.path(target, name)
                symbols = images.symbols(prefix, file, "-S")
                buffer = re.search(r"^([0-9a-f]{8}) ([0-9a-f]{8}) b .*REQUEST", symbols, re.MULTILINE)
                self.assertIsNotNone(buffer, "no request buffer in the symbol table")
                address, length = int(buffer[1], 16), int(buffer[2], 16)
                found = images.memory_after(machine, file, address, length, signed.encode())
                self.assertTrue(signed.encode() in found, f"{len(found)} bytes without the order")

    def test_no_panic_is_left_in_any(self):
        empty = [(target, prefix, "empty") for target, (prefix, _) in images.TARGETS.items()]
        for target, prefix, name in [*((one[0], one[1], one[4]) for one in images.products()), *empty]:
            with self.subTest(f"{target} {name}"):
                file = images.path(target, name)
                self.assertIsNone(PANIC.search(images.symbols(prefix, file)))
                self.assertIsNone(PANIC_TEXT.search(images.tool("strings", "-n", "6", file)))

    def test_no_heap_is_in_any(self):
        for target, prefix, _, _, name, _ in images.products():
            with self.subTest(f"{target} {name}"):
                self.assertIsNone(HEAP.search(images.symbols(prefix, images.path(target, name))))

    def test_an_image_that_can_panic_does_not_link(self):
        """The control: without it the absence of panics would prove nothing."""
        for target in images.TARGETS:
            with self.subTest(target):
                done = images.image("build", target, "product", "--bin", "panics", "--features", "panics")
                self.assertNotEqual(done.returncode, 0)
                self.assertIn(b"undefined reference to `binsign_panic_must_not_link'", done.stderr)

    def test_no_secret_stays_in_the_memory(self):
        """After the run a key is in flash, where this example keeps it, and nowhere in RAM: neither its numbers, in the
        order of DER or of the processor, nor its text, nor its base64."""
        secrets = {
            "hmac": [images.SECRET.encode()],
            "ed25519": [images.ED25519_SEED, text_of((images.FOLDER / "product/keys/ed25519.pem").read_text())],
            "rsa": [*numbers(images.RSA["private_key_pem"]), text_of(images.RSA["private_key_pem"])],
        }
        for target, prefix, machine, key, name, signed in images.products():
            with self.subTest(f"{target} {name}"):
                ram = 0x2000_0000 if prefix.startswith("arm") else 0x8004_0000
                file = images.path(target, name)
                found = images.memory_after(machine, file, ram, (32 if key == "rsa" else 16) * 1024, signed.encode())
                self.assertTrue(signed.encode() in found, f"{len(found)} bytes without the order")
                for number, secret in enumerate(secrets[key]):
                    left = [at for at in range(len(secret) - PART + 1) if secret[at : at + PART] in found]
                    self.assertFalse(left, f"secret {number}: parts at {left[:8]}")

    def test_flash_ram_stack_and_instructions_are_within_their_budgets(self):
        done = subprocess.run(["cargo", "xtask", "size", "--check"], cwd=images.ROOT, capture_output=True, text=True)
        print(done.stdout)
        self.assertEqual(done.returncode, 0, done.stderr)


if __name__ == "__main__":
    unittest.main()
