"""The examples of README.md are Python, and use only what the package has."""

import ast
import re
from pathlib import Path

import pytest

import binsign

README = (Path(__file__).resolve().parents[1] / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
SIGNERS: dict[str, tuple[type, ...]] = {
    "signer": (binsign.Signer, binsign.ExternalSigner),
    "order": (binsign.SignedRequest,),
    "pending": (binsign.Pending,),
    "policy": (binsign.Policy,),
    "observed": (binsign.Observed,),
}


@pytest.mark.parametrize("block", BLOCKS, ids=range(len(BLOCKS)))
def test_block(block: str) -> None:
    tree = compile(block, "README.md", "exec", ast.PyCF_ONLY_AST | ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            owner, name = node.value.id, node.attr
            if owner == "binsign":
                assert hasattr(binsign, name)
            elif owner in SIGNERS:
                assert any(hasattr(cls, name) for cls in SIGNERS[owner]), f"{owner}.{name}"


def test_they_are_all_found() -> None:
    assert len(BLOCKS) == 12
    names = (
        "sign_ws",
        "sign_stream",
        "sign_fix_logon",
        "in_session_ws",
        "public_ws",
        "begin",
        "finish",
        "check",
        "observe",
    )
    for name in names:
        assert f"{name}(" in "".join(BLOCKS)
