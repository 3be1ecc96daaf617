"""The product with a policy on a Cortex-M4: power cut in every operation of the flash, rollback, wear."""

import subprocess
import unittest

import images


class Policy(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        images.build(images.CORTEX_M4, "product", "--features", "policy", "--bin", "power_cut")
        done = images.image("run", images.CORTEX_M4, "power_cut", stdin=subprocess.DEVNULL)
        cls.status = done.returncode
        cls.figures = {name: int(number) for name, number in map(str.split, done.stdout.decode().splitlines())}
        print(cls.figures)

    def test_nothing_that_was_sent_is_forgotten(self):
        """Ten starts of three orders: every start writes a whole state of some hundred bytes, in words of four."""
        self.assertEqual((self.status, self.figures["failed"]), (0, 0))
        self.assertGreater(self.figures["cuts"], 400)

    def test_an_earlier_copy_of_the_flash_is_refused(self):
        self.assertEqual(self.figures["roll_back_refused"], 1)

    def test_the_wear_is_low(self):
        """Flash takes 10,000 erasures of a page and more; of two pages each has half of these."""
        self.assertEqual(self.figures["signed"], 10_000)
        self.assertLess(self.figures["erasures"], 600)


if __name__ == "__main__":
    unittest.main()
