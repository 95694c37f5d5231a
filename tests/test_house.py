"""What the house asks of every file: size, names, no machine paths, casing left to the languages."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "haberci"
MODULES = sorted(PACKAGE.rglob("*.py"))
MOST_LINES = 300
MOST_FUNCTION_LINES = 40
CASING = {"lower", "upper", "casefold", "title", "capitalize", "swapcase"}
VAGUE = re.compile(r"(^|_)(utils?|helpers?|managers?|misc|common)($|_)")
MACHINE_PATH = re.compile(rb"/(" + rb"work|farm)/")


def shipped_files() -> Iterator[Path]:
    """The files of the repository: what git knows, or everything where there is no git."""
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    names = (
        listed.stdout.split("\n") if listed.returncode == 0 else [str(p.relative_to(ROOT)) for p in PACKAGE.rglob("*")]
    )
    yield from (ROOT / name for name in names if name and (ROOT / name).is_file())


def name_of(module: Path) -> str:
    return str(module.relative_to(ROOT))


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_a_file_stays_under_300_lines(module: Path) -> None:
    assert module.read_text(encoding="utf-8").count("\n") < MOST_LINES


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_names_say_what_a_file_is(module: Path) -> None:
    assert not VAGUE.search(module.stem)


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_functions_are_short(module: Path) -> None:
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            doc = ast.get_docstring(node)
            lines = (node.end_lineno or 0) - node.lineno + 1 - (doc.count("\n") + 2 if doc else 0)
            assert lines <= MOST_FUNCTION_LINES, f"{node.name} has {lines} lines"


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_casing_is_left_to_the_languages(module: Path) -> None:
    """Python's casing makes i of İ with a dot above, and i of I: wrong in Turkish. The pack's own does it."""
    if PACKAGE / "languages" in module.parents:
        return
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        # Only calls: a token's `lower` and a report's `title` are fields. And a map(str.lower, ...) is as wrong.
        called = node.func if isinstance(node, ast.Call) else node
        if isinstance(called, ast.Attribute) and called.attr in CASING:
            is_field = called is node and not (isinstance(node.value, ast.Name) and node.value.id == "str")
            assert is_field or _last_name(called.value) == "pack", f"line {node.lineno}: .{called.attr}()"


def _last_name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def test_no_machine_path_is_named() -> None:
    for path in shipped_files():
        assert not MACHINE_PATH.search(path.read_bytes()), path


def test_no_work_is_left_in_comments() -> None:
    for module in MODULES:
        assert not re.search(r"\b(TODO|FIXME|XXX)\b", module.read_text(encoding="utf-8")), module


def test_locks_name_no_host() -> None:
    for name in ("requirements.lock", "requirements-dev.lock", "requirements-model.lock"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert "--hash=sha256:" in text
        assert not re.search(r"://|--(extra-)?index|--find-links|^-|\.whl|@ ", text, re.M), name
