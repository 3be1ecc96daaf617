"""The conformance images: every answer right by an independent oracle, and the same, byte for byte, as a host's."""

import subprocess
import unittest

import images
import lines


class Conformance(unittest.TestCase):
    """All lines go through one run of each image."""

    @classmethod
    def setUpClass(cls):
        cls.exact = [*lines.routes(), *lines.long_requests()]
        cls.refused = list(lines.refused())
        # Refusals between the others: none may leave anything behind.
        mixed = [*cls.exact]
        for number, pair in enumerate(cls.refused):
            mixed.insert(number * 31 % len(mixed), pair)
        cls.mixed = mixed
        cls.asked = [asked for asked, _ in mixed]
        command = ["cargo", "run", "--quiet", "--locked", "--package", "wire", "--example", "wire"]
        target_dir = str(images.path("x", "x").parents[2])
        host = subprocess.run(
            [*command, "--target-dir", target_dir], cwd=images.FOLDER, input=b"".join(line + b"\n" for line in cls.asked),
            capture_output=True, check=True,
        )
        cls.of_host = host.stdout.splitlines()

    def check(self, target):
        images.build(target, "conformance")
        answers = images.answers(target, self.asked)
        self.assertEqual(len(answers), len(self.mixed))
        exact = {asked for asked, _ in self.exact}
        for (asked, expected), answer, of_host in zip(self.mixed, answers, self.of_host, strict=True):
            shown = asked[:300]
            if asked in exact:
                self.assertEqual(answer, expected, shown)
            else:
                self.assertEqual(answer[: len(expected)], expected, shown)
                self.assertNotIn(lines.SECRET.encode().hex().encode(), answer, shown)
            # A host has no longest line, so what the core says of such a line may name a parameter.
            if len(asked) <= 1024 * 1024:
                self.assertEqual(answer, of_host, shown)

    def test_enough_cases(self):
        # 762 routes: the figure of the catalogue's own description.
        self.assertEqual(len(list(lines.routes())), 2 * 762)
        self.assertGreater(max(len(asked) for asked, _ in self.exact), 130_000)

    def test_cortex_m0_plus(self):
        self.check("thumbv6m-none-eabi")

    def test_cortex_m3(self):
        self.check("thumbv7m-none-eabi")

    def test_cortex_m4(self):
        self.check("thumbv7em-none-eabi")

    def test_riscv(self):
        self.check("riscv32imac-unknown-none-elf")

    def test_a_last_line_without_end_is_answered(self):
        images.build(images.CORTEX_M4, "conformance")
        asked, expected = self.exact[0]
        done = images.image("run", images.CORTEX_M4, "conformance", input=asked)
        self.assertEqual((done.returncode, done.stdout), (0, expected + b"\n"))

    def test_no_line_no_answer(self):
        images.build(images.CORTEX_M4, "conformance")
        done = images.image("run", images.CORTEX_M4, "conformance", input=b"")
        self.assertEqual((done.returncode, done.stdout), (0, b""))

    def test_an_answer_comes_before_the_next_line_is_asked_for(self):
        images.build(images.CORTEX_M4, "conformance")
        command = [images.FOLDER / "image", "run", images.CORTEX_M4, "conformance"]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as run:
            for asked, expected in self.exact[:3]:
                run.stdin.write(asked + b"\n")
                run.stdin.flush()
                self.assertEqual(run.stdout.readline(), expected + b"\n")
            run.stdin.close()
            self.assertEqual(run.wait(20), 0)


if __name__ == "__main__":
    unittest.main()
