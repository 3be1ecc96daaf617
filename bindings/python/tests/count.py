"""Prints `N passed, N failed` from pytest's XML report; what was skipped or could not start has not passed."""

import sys
from xml.etree import ElementTree


def main(report: str) -> None:
    passed = failed = 0
    for suite in ElementTree.parse(report).getroot().iter("testsuite"):
        tests, *others = (int(suite.get(name, "0")) for name in ("tests", "failures", "errors", "skipped"))
        failed += sum(others)
        passed += tests - sum(others)
    print(f"{passed} passed, {failed} failed")


if __name__ == "__main__":
    main(sys.argv[1])
