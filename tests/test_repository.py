"""The repository checks itself: rooms, directions, the lock, the README."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from gongkai.reasons import REASONS
from tasks.extract.kind import KINDS
from tests.conftest import ROOT

ORDER = ["gongkai", "expectations", "tasks", "flows"]
"""Each room imports from those before it only."""

TOP = {
    "pyproject.toml", "flows", "tasks", "expectations", "data", "tests", "README.md", "gongkai",
    "Makefile", "prefect.yaml", "requirements.lock", "docs",
}  # fmt: skip


def _modules(room: str) -> list[Path]:
    return sorted((ROOT / room).rglob("*.py"))


def _imported(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
        elif isinstance(node, ast.Import):
            found.update(name.name for name in node.names)
    return found


@pytest.mark.parametrize("room", ORDER)
def test_imports_go_one_way(room: str) -> None:
    above = set(ORDER[ORDER.index(room) + 1 :]) | {"tests"}
    for path in _modules(room):
        wrong = {name for name in _imported(path) if name.split(".")[0] in above}
        assert not wrong, f"{path} imports {wrong}"


@pytest.mark.parametrize(
    ("library", "rooms"),
    [
        ("camelot", {"tasks/extract/pdf/grid.py"}),
        ("onnxruntime", {"tasks/extract/picture/ocr.py"}),
        ("pypdfium2", {"tasks/extract/pdf/library.py"}),
        ("great_expectations", {"expectations/suite.py"}),
    ],
)
def test_each_engine_has_one_importer(library: str, rooms: set[str]) -> None:
    found = {
        path.relative_to(ROOT).as_posix()
        for room in ORDER
        for path in _modules(room)
        if any(name.split(".")[0] == library for name in _imported(path))
    }
    assert found == rooms


def test_every_reason_has_its_sentence() -> None:
    """A reading that fails for a reason without a sentence would take the run with it."""
    raised = {
        constant.value
        for path in _modules("tasks")
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "ReadingError"
        for constant in ast.walk(call.args[0])
        if isinstance(constant, ast.Constant) and isinstance(constant.value, str)
    }
    assert len(raised) > 10
    assert raised | {kind.reason for kind in KINDS.values()} - {""} <= set(REASONS)


def test_prefect_is_known_to_flows_alone() -> None:
    for room in ORDER[:-1]:
        for path in _modules(room):
            assert not any(name.split(".")[0] == "prefect" for name in _imported(path)), path


def test_workers_do_not_import_what_is_slow() -> None:
    program = "import sys, tasks.read, tasks.picture, tasks.store; print(*sys.modules)"
    command = [sys.executable, "-c", program]
    loaded = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert not {"prefect", "great_expectations"} & set(loaded.split())


def test_the_top_level_is_what_a_newcomer_was_promised() -> None:
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    top = {name.split("/")[0] for name in listed.stdout.split() if not name.startswith((".", '"'))}
    assert top == TOP


def test_the_lock_has_hashes_and_no_addresses() -> None:
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    assert "://" not in lock
    packages = re.findall(r"^([a-z0-9][\w.-]*)==", lock, re.MULTILINE)
    assert len(packages) > 50
    blocks = re.split(r"^(?=[a-z0-9][\w.-]*==)", lock, flags=re.MULTILINE)[1:]
    assert all("--hash=sha256:" in block for block in blocks)


def test_the_readme_names_what_exists() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for target in re.findall(r"make (\w+)", readme):
        if target not in ("and",):
            assert re.search(rf"^{target}:", makefile, re.MULTILINE), target
    for picture in re.findall(r"!\[.*?\]\((.*?)\)", readme):
        assert (ROOT / picture).exists()
    from flows.messages import MESSAGES

    for command in re.findall(r"`gongkai (\w+)", readme):
        assert command in MESSAGES, command
