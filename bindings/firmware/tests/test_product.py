"""The product images: they sign what they should, cannot panic, need no heap, and stay within their budgets."""

import re
import subprocess
import unittest

import images

PANIC = re.compile(r"panick|panic_|unwrap_failed|expect_failed|slice_.*_fail|_fail(ed)?\b|rust_begin_unwind|core::fmt")
PANIC_TEXT = re.compile(r"index out of bounds|called `|range (start|end) index|attempt to|panicked|unwrap|explicit panic")
HEAP = re.compile(r"\b(malloc|calloc|realloc|free|_sbrk|sbrk|__rust_alloc\w*|__rust_dealloc|__rg_\w+)$", re.MULTILINE)


class Product(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        for target in images.TARGETS:
            for package in images.PRODUCTS:
                images.build(target, package)

    def test_the_documented_order_is_in_the_memory_of_each(self):
        """The images that are counted have no output at all: their RAM is looked into while they rest."""
        for target, (prefix, machine) in images.TARGETS.items():
            for name, signed in images.PRODUCTS.items():
                with self.subTest(f"{target} {name}"):
                    file = images.path(target, name)
                    symbols = images.symbols(prefix, file, "-S")
                    buffer = re.search(r"^([0-9a-f]{8}) [0-9a-f]{8} b .*REQUEST", symbols, re.MULTILINE)
                    self.assertIsNotNone(buffer, "no request buffer in the symbol table")
                    found = images.memory_after(machine, file, int(buffer[1], 16), 513, signed.encode())
                    self.assertTrue(signed.encode() in found, f"{len(found)} bytes without the order")

    def test_no_panic_is_left_in_any(self):
        for target, (prefix, _) in images.TARGETS.items():
            for name in (*images.PRODUCTS, "empty"):
                with self.subTest(f"{target} {name}"):
                    file = images.path(target, name)
                    self.assertIsNone(PANIC.search(images.symbols(prefix, file)))
                    self.assertIsNone(PANIC_TEXT.search(images.tool("strings", "-n", "6", file)))

    def test_no_heap_is_in_any(self):
        for target, (prefix, _) in images.TARGETS.items():
            for name in images.PRODUCTS:
                with self.subTest(f"{target} {name}"):
                    self.assertIsNone(HEAP.search(images.symbols(prefix, images.path(target, name))))

    def test_an_image_that_can_panic_does_not_link(self):
        """The control: without it the absence of panics would prove nothing."""
        for target in images.TARGETS:
            with self.subTest(target):
                done = images.image("build", target, "product", "--bin", "panics", "--features", "panics")
                self.assertNotEqual(done.returncode, 0)
                self.assertIn(b"undefined reference to `binsign_panic_must_not_link'", done.stderr)

    def test_the_secret_does_not_stay_in_the_memory(self):
        """After the run the secret is in flash, where this example keeps it, and nowhere in RAM."""
        for target, (prefix, machine) in images.TARGETS.items():
            with self.subTest(target):
                file = images.path(target, "product")
                ram = 0x2000_0000 if prefix.startswith("arm") else 0x8004_0000
                found = images.memory_after(machine, file, ram, 16 * 1024, images.DOCUMENTED_TARGET.encode())
                self.assertTrue(images.DOCUMENTED_TARGET.encode() in found, f"{len(found)} bytes without the order")
                for start in range(0, len(images.SECRET) - 8):
                    self.assertFalse(images.SECRET[start : start + 8].encode() in found, f"part {start} of the secret")

    def test_flash_ram_stack_and_instructions_are_within_their_budgets(self):
        done = subprocess.run(["cargo", "xtask", "size", "--check"], cwd=images.ROOT, capture_output=True, text=True)
        print(done.stdout)
        self.assertEqual(done.returncode, 0, done.stderr)


if __name__ == "__main__":
    unittest.main()
