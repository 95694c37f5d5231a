"""Imports never run upward: core < languages < read, sources < store < watch < the top."""

from __future__ import annotations

import ast
import re
from pathlib import Path

PACKAGE = Path(__file__).parent.parent / "haberci"

# What each folder may import beside itself. A file at the top of the package may import all of them.
MAY_IMPORT = {
    "core": set(),
    "languages": {"core"},
    "read": {"core"},
    "sources": {"core"},
    "store": {"core"},
    "watch": {"core", "store"},
}
TOP = {"bench", "cli", "desk", "exports", "score"}
MODULES = sorted(PACKAGE.rglob("*.py"))


def floor_of(module: Path) -> str:
    parts = module.relative_to(PACKAGE).parts
    return parts[0] if len(parts) > 1 else "top"


def imported_floors(tree: ast.AST) -> set[str]:
    """The floors of haberci that a module imports, inside functions and under TYPE_CHECKING too."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative imports hide which floor they lead to"
            names |= {
                f"{node.module}.{alias.name}" if node.module == "haberci" else str(node.module) for alias in node.names
            }
    return {floor_named(name.split(".")) for name in names if name.split(".")[0] == "haberci"}


def floor_named(parts: list[str]) -> str:
    if len(parts) > 1 and (PACKAGE / parts[1]).is_dir():
        return parts[1]
    return "version" if parts[1:] == ["__version__"] else "top"


def test_no_import_runs_upward() -> None:
    upward: dict[str, set[str]] = {}
    for module in MODULES:
        floor = floor_of(module)
        if floor in TOP | {"top"}:
            continue
        assert floor in MAY_IMPORT, f"no floor is given for haberci/{floor}"
        allowed = MAY_IMPORT[floor] | {floor, "version"}
        if more := imported_floors(ast.parse(module.read_text(encoding="utf-8"))) - allowed:
            upward[str(module.relative_to(PACKAGE))] = more
    assert upward == {}


def test_the_check_sees_imports_of_every_form() -> None:
    tree = ast.parse(
        "import haberci.store.store\nfrom haberci import cli\nfrom haberci.languages.tr import x\n"
        "def f():\n    from haberci.reading import read\nimport json\nfrom haberci import __version__"
    )
    assert imported_floors(tree) == {"store", "cli", "languages", "top", "version"}


def test_languages_do_not_know_each_other() -> None:
    for module in (PACKAGE / "languages").rglob("*.py"):
        parts = module.relative_to(PACKAGE / "languages").parts
        if len(parts) == 1:
            continue
        named = set(re.findall(r"haberci\.languages\.(\w+)", module.read_text(encoding="utf-8")))
        assert named <= {parts[0]}, module
