"""`pip install ./bindings/python` in an environment with nothing in it, and the first example there."""

import subprocess
import sys
import zipfile
from pathlib import Path

import binsign

FOLDER = Path(__file__).resolve().parents[1]


def test_pip_installs_a_package_that_works_by_itself(tmp_path: Path) -> None:
    wheels = tmp_path / "wheels"
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    # As anyone would: pip fetches the build tool by itself.
    subprocess.run([*pip, "wheel", "--no-deps", "--wheel-dir", wheels, FOLDER], check=True)
    (wheel,) = wheels.iterdir()
    # One wheel for CPython 3.10 and everything later.
    assert wheel.name.startswith(f"binsign-{binsign.__version__}-cp310-abi3-")
    assert {name.rpartition(".")[2] for name in zipfile.ZipFile(wheel).namelist() if name.startswith("binsign/")} == {
        *("py", "pyi", "so", "typed"),
    }

    empty = tmp_path / "empty"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", empty], check=True)
    subprocess.run([*pip, "--python", empty, "install", "--no-deps", "--no-index", wheel], check=True)
    command: list[str | Path] = [
        empty / "bin/python",
        "-W",
        "error",
        "-c",
        "import binsign, doctest; print(doctest.testmod(binsign))",
    ]
    printed = subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, text=True).stdout
    assert printed == "TestResults(failed=0, attempted=3)\n"
