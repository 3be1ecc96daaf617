#!/usr/bin/env python3
"""Asks the core (face `rust` of the conformance protocol) and the evaluator in Python the same, and tells where they differ.

differ.py [--pairs N] [--seed S] [--show N]: a hundred thousand pairs of policy and request if nothing else is said.
"""

import argparse
import collections
import json
import multiprocessing
import os
import subprocess
import sys
from pathlib import Path

import draw
import session

CHUNK = 50
FACE = Path(os.environ.get("CARGO_TARGET_DIR", Path(__file__).resolve().parents[2] / "target")) / "release/conformance"


def ask(lines):
    """What the core answers."""
    done = subprocess.run([FACE, "rust"], input="\n".join(lines) + "\n", capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.removesuffix("\n").split("\n")]


def chunk(job):
    """How many pairs there were, how they came out, and where they differ, of some sequences."""
    seed, numbers = job
    cases = [(case, expected, one) for one in draw.sequences(seed, numbers) for case, expected in one.cases()]
    results = ask([json.dumps(case, ensure_ascii=False) for case, _, _ in cases])
    outcomes, differences, lost = collections.Counter(), [], set()
    for (case, expected, one), result in zip(cases, results, strict=True):
        if one.name in lost:
            continue
        answered = session.found(result)
        outcomes[expected[1] if expected[0] in ("deny", "error") else expected[0]] += 1
        if normal(answered) != normal(expected):
            # What follows in this session may differ because of this.
            lost.add(one.name)
            differences.append((case, expected, answered, one.text))
    return len(cases), outcomes, differences


def normal(answer):
    return json.loads(json.dumps(answer))


def run(seed, pairs, processes=None):
    sequences = -(-pairs // draw.LENGTH)
    jobs = [(seed, range(first, min(first + CHUNK, sequences))) for first in range(0, sequences, CHUNK)]
    asked, outcomes, differences = 0, collections.Counter(), []
    with multiprocessing.Pool(processes) as pool:
        for count, found, different in pool.imap_unordered(chunk, jobs):
            asked += count
            outcomes += found
            differences += different
    return asked, outcomes, differences


def show(difference):
    case, expected, answered, text = difference
    print(f"--- {case['id']}\n{text}\n{json.dumps(case, ensure_ascii=False)[:3000]}\nevaluator {expected}\ncore      {answered}\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=4)
    parser.add_argument("--show", type=int, default=5)
    given = parser.parse_args()
    asked, outcomes, differences = run(given.seed, given.pairs)
    for difference in sorted(differences, key=lambda one: len(one[3]) + len(json.dumps(one[0])))[:given.show]:
        show(difference)
    kinds = collections.Counter((str(one[1][:2]), str(one[2][:2])) for one in differences)
    for (expected, answered), count in kinds.most_common(25):
        print(f"{count:6} evaluator {expected} core {answered}")
    print(", ".join(f"{code} {count}" for code, count in outcomes.most_common()))
    print(f"{asked} pairs, {len(differences)} sequences with a difference")
    print(f"{asked - len(differences)} passed, {len(differences)} failed")
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())
