"""Runs the tests of this folder, and ends with the line `images: N passed, N failed`."""

import sys
import unittest
from pathlib import Path


def main():
    folder = str(Path(__file__).resolve().parent)
    suite = unittest.TestLoader().discover(folder)
    result = unittest.TextTestRunner(stream=sys.stdout, verbosity=2).run(suite)
    # A test with several wrong parts counts once; one that did not run counts as failed.
    failed = {test.id().split(" ")[0] for test, _ in result.failures + result.errors} | {
        test.id() for test, _ in result.skipped
    }
    print(f"images: {max(result.testsRun - len(failed), 0)} passed, {len(failed)} failed", flush=True)
    return 1 if failed or not result.testsRun else 0


if __name__ == "__main__":
    sys.exit(main())
