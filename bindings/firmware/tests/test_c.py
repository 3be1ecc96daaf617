"""The C firmware example: what it prints, and that neither a heap nor a panic is in it."""

import os
import subprocess
import unittest

import images
from test_product import HEAP, PANIC, PANIC_TEXT

ARM = [target for target, (prefix, _) in images.TARGETS.items() if prefix.startswith("arm")]


def build(target, *arguments, **variables):
    return subprocess.run(
        [images.FOLDER / "c/build", target, *arguments], env=os.environ | variables, capture_output=True, text=True
    )


class CFirmware(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        for target in ARM:
            done = build(target)
            assert done.returncode == 0, done.stderr

    def test_the_documented_order_comes_out(self):
        expected = f"POST\n{images.DOCUMENTED_TARGET}\n\nX-MBX-APIKEY: {images.API_KEY}\n"
        for target in ARM:
            with self.subTest(target):
                done = images.image("run", target, "c-firmware", stdin=subprocess.DEVNULL)
                self.assertEqual((done.returncode, done.stdout.decode()), (0, expected))

    def test_it_runs_on_a_real_armv6_m(self):
        done = subprocess.run(
            ["qemu-system-arm", "-machine", "microbit", "-display", "none", "-serial", "none", "-monitor", "none",
             "-semihosting-config", "enable=on,target=native", "-kernel", images.path(ARM[0], "c-firmware")],
            stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60,
        )
        self.assertEqual(done.returncode, 0)
        self.assertEqual(done.stdout.splitlines()[1], images.DOCUMENTED_TARGET)

    def test_no_heap_is_in_it(self):
        for target in ARM:
            self.assertIsNone(HEAP.search(images.symbols("arm-none-eabi", images.path(target, "c-firmware"))), target)

    def test_with_a_heap_it_does_not_link(self):
        done = build(images.CORTEX_M4, "-Wl,--undefined=malloc", "-o", images.path(images.CORTEX_M4, "c-proof"))
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("undefined reference to `_sbrk'", done.stderr)

    def test_no_panic_is_in_it(self):
        for target in ARM:
            with self.subTest(target):
                file = images.path(target, "c-firmware")
                self.assertIsNone(PANIC.search(images.symbols("arm-none-eabi", file)))
                self.assertIsNone(PANIC_TEXT.search(images.tool("strings", "-n", "6", file)))
                # And it links with the panic handler that calls a function which is defined nowhere.
                done = build(target, "-o", images.path(images.CORTEX_M4, "c-proof"), FEATURES="spot,__panic-proof")
                self.assertEqual(done.returncode, 0, done.stderr)

    def test_with_a_panic_it_does_not_link(self):
        features = "spot,__panic-proof,__panic-control"
        done = build(images.CORTEX_M4, "-Wl,--undefined=binsign_proof_control", "-o", images.path(images.CORTEX_M4, "c-proof"), FEATURES=features)
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("undefined reference to `binsign_a_panic_can_be_reached'", done.stderr)


if __name__ == "__main__":
    unittest.main()
