"""The types that come with the package: what mypy and ruff say, and whether they are true of the compiled module."""

import re
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import typed_sample

import binsign

HERE = Path(__file__).resolve().parent
FOLDER = HERE.parent


def run(*command: str, cwd: Path = FOLDER) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", *command], cwd=cwd, capture_output=True, text=True, check=False)


def strict(*files: str) -> subprocess.CompletedProcess[str]:
    return run("mypy", "--strict", "--config-file", str(FOLDER / "pyproject.toml"), "--cache-dir", "/dev/null", *files)


def test_a_typed_program_passes_mypy_strict_and_runs() -> None:
    checked = strict("tests/typed_sample.py")
    assert checked.returncode == 0, checked.stdout
    assert typed_sample.main() == {"why": "401 F 13 documented-routes -", "version": binsign.__version__}


def test_every_wrong_use_is_found() -> None:
    checked = strict("tests/typed_wrongly.py")
    found = {int(line) for line in re.findall(r"typed_wrongly\.py:(\d+): error", checked.stdout)}
    lines = (HERE / "typed_wrongly.py").read_text("utf-8").splitlines()
    first = lines.index("import binsign") + 3
    wrong = {number for number, line in enumerate(lines, 1) if number > first and line}
    assert found == wrong, checked.stdout


def test_the_package_and_its_tests_pass_mypy_strict() -> None:
    files = [path.name for path in HERE.glob("*.py") if path.name != "typed_wrongly.py"]
    checked = run(
        "mypy",
        "--config-file",
        "../pyproject.toml",
        "--cache-dir",
        "/dev/null",
        *files,
        "../bench",
        "../examples",
        cwd=HERE,
    )
    assert checked.returncode == 0, checked.stdout
    checked = strict("-p", "binsign")
    assert checked.returncode == 0, checked.stdout


def test_the_stub_is_true_of_the_compiled_module() -> None:
    checked = run("mypy.stubtest", "binsign", cwd=HERE)
    assert checked.returncode == 0, checked.stdout


def test_the_documentation_in_the_stub_is_that_of_the_module() -> None:
    stub = (FOLDER / "src/binsign/_binsign.pyi").read_text("utf-8")
    texts = {" ".join(text.split()) for text in re.findall(r'"""(.*?)"""', stub, re.DOTALL)}
    documented: list[type] = [
        *(binsign.Signer, binsign.ExternalSigner, binsign.Pending, binsign.SignedRequest, binsign.SignedMessage),
        *(binsign.Json, binsign.Policy, binsign.Observed, binsign.Finding),
    ]
    members = [getattr(cls, name) for cls in documented for name in dir(cls) if not name.startswith("_")]
    # Of what both signers share there are 18.
    assert len(members) == (18 + 8) + (18 + 10) + 3 + 8 + 3 + 1 + 10 + 9 + 5
    for thing in [*documented, *members, binsign.public, binsign.public_ws, binsign.in_session_ws]:
        text = " ".join((thing.__doc__ or "nothing").split()).replace("`", "")
        assert text in {known.replace("`", "") for known in texts}


def test_ruff_has_nothing_to_say() -> None:
    for command in [("check",), ("format", "--check")]:
        checked = run("ruff", *command, "--no-cache", ".")
        assert checked.returncode == 0, checked.stdout


def test_the_version_is_that_of_the_distribution() -> None:
    assert binsign.__version__ == version("binsign")
