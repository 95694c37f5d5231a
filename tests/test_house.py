"""What the house asks of every file: size, names, no machine paths, casing left to the languages."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

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


def test_a_file_stays_under_300_lines() -> None:
    lines = {name_of(module): module.read_text(encoding="utf-8").count("\n") for module in MODULES}
    assert {name: count for name, count in lines.items() if count >= MOST_LINES} == {}


def test_names_say_what_a_file_is() -> None:
    assert [name_of(module) for module in MODULES if VAGUE.search(module.stem)] == []


def long_functions(nodes: Iterable[ast.AST]) -> list[str]:
    """The functions of a module that are too long, their docstrings not counted."""
    found = []
    for node in nodes:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            doc = ast.get_docstring(node)
            lines = (node.end_lineno or 0) - node.lineno + 1 - (doc.count("\n") + 2 if doc else 0)
            if lines > MOST_FUNCTION_LINES:
                found.append(f"{node.name} has {lines} lines")
    return found


def pythons_casing(nodes: Iterable[ast.AST]) -> list[str]:
    """Where text is cased by Python, which makes i of İ with a dot above, and i of I: wrong in Turkish."""
    found = []
    for node in nodes:
        # Only calls: a token's `lower` and a report's `title` are fields. And a map(str.lower, ...) is as wrong.
        called = node.func if isinstance(node, ast.Call) else node
        if isinstance(called, ast.Attribute) and called.attr in CASING:
            is_field = called is node and not (isinstance(node.value, ast.Name) and node.value.id == "str")
            if not is_field and _last_name(called.value) != "pack":
                found.append(f"line {node.lineno}: .{called.attr}()")
    return found


def test_functions_are_short_and_casing_is_left_to_the_languages() -> None:
    wrong = {}
    for module in MODULES:
        nodes = list(ast.walk(ast.parse(module.read_text(encoding="utf-8"))))
        of_language = PACKAGE / "languages" in module.parents
        if told := long_functions(nodes) + ([] if of_language else pythons_casing(nodes)):
            wrong[name_of(module)] = told
    assert wrong == {}


def test_the_checks_see_what_they_look_for() -> None:
    long = "def f():\n" + "    x = 1\n" * MOST_FUNCTION_LINES
    documented = 'def g():\n    """What.\n\n    It gives.\n    """\n' + "    x = 1\n" * (MOST_FUNCTION_LINES - 1)
    assert long_functions(ast.walk(ast.parse(long + documented))) == ["f has 41 lines"]
    cased = "a.lower()\nmap(str.upper, b)\nc.pack.lower(d)\npack.title(e)\nf.lower\ng.title"
    assert sorted(pythons_casing(ast.walk(ast.parse(cased)))) == ["line 1: .lower()", "line 2: .upper()"]
    assert VAGUE.search("text_utils") and not VAGUE.search("commonwealth")


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
