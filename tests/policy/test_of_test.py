"""Whether a run would notice an evaluator that is wrong: one change after the other (`spoil`), each on a few thousand pairs."""

import functools
import sys

import differ
import spoil

PAIRS = 2000
MOST = 24_000


@functools.cache
def different_anyway(seed, numbers):
    """Sequences that differ with the evaluator as it is: that they differ tells nothing."""
    return {case["session"] for case, *_ in differ.chunk((seed, numbers))[2]}


def noticed(name, change, seed):
    """After how many pairs a change was noticed; None where it was not."""
    for asked in range(PAIRS, MOST + 1, PAIRS):
        numbers = range((asked - PAIRS) // differ.draw.LENGTH, asked // differ.draw.LENGTH)
        before = different_anyway(seed, numbers)
        with change():
            found = {case["session"] for case, *_ in differ.chunk((seed, numbers))[2]}
        if found - before:
            return asked
    return None


def main():
    passed = failed = 0
    for name, change in spoil.SPOILS.items():
        asked = noticed(name, change, "spoiled")
        print(f"{name}: {'NOT noticed' if asked is None else f'noticed within {asked} pairs'}")
        passed, failed = passed + (asked is not None), failed + (asked is None)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
