"""What is shipped: the package holds its data, and its two locks fit what it asks for."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

LEARNING = "learning"  # the folder of what makes the models, which needs more than the package
ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def names(requirements: list[str]) -> set[str]:
    return {re.split(r"[<>=!~; \[]", text)[0] for text in requirements}


def locked(name: str) -> set[str]:
    return set(re.findall(r"^([a-z0-9-]+)==", (ROOT / name).read_text(encoding="utf-8"), re.M))


def test_the_locks_hold_what_the_project_asks_for() -> None:
    needed = names(PROJECT["project"]["dependencies"] + PROJECT["dependency-groups"]["build"])
    assert needed <= locked("requirements.lock")
    assert needed | names(PROJECT["dependency-groups"]["dev"]) <= locked("requirements-dev.lock")
    assert locked("requirements.lock") <= locked("requirements-dev.lock")


def foreign_imports(modules: list[Path]) -> set[str]:
    """What modules import that is neither ours nor Python's; data of a package is asked for by ``files``."""
    found: set[str] = set()
    for module in modules:
        text = module.read_text(encoding="utf-8")
        found |= set(re.findall(r"^\s*(?:from|import) (\w+)", text, re.M)) | set(re.findall(r'files\("(\w+)"\)', text))
    return found - set(sys.stdlib_module_names) - {"haberci", "__future__"}


IMPORTED = {"argon2_cffi": "argon2", "pyyaml": "yaml"}  # what is imported by another name than it is installed by
THROUGH_OTHERS = {"python_multipart"}  # what a library of ours imports when it is asked to read a form


def test_every_dependency_is_used_and_every_import_is_a_dependency() -> None:
    modules = [module for module in (ROOT / "haberci").rglob("*.py") if module.parent.name != LEARNING]
    asked = {name.replace("-", "_") for name in names(PROJECT["project"]["dependencies"])}
    assert foreign_imports(modules) == {IMPORTED.get(name, name) for name in asked - THROUGH_OTHERS}


def test_what_learns_models_imports_the_group_for_it() -> None:
    asked = names(PROJECT["dependency-groups"]["model"])
    assert asked <= locked("requirements-model.lock")
    found = foreign_imports(list((ROOT / "haberci").rglob(f"{LEARNING}/*.py")))
    assert found == {"pycrfsuite" if name == "python-crfsuite" else name for name in asked}


@pytest.mark.slow
def test_a_wheel_holds_tables_queries_and_models(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(tmp_path), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    held = set(zipfile.ZipFile(wheel).namelist())
    ours = {
        str(p.relative_to(ROOT))
        for p in (ROOT / "haberci").rglob("*")
        if p.is_file() and p.suffix not in (".pyc", ".pyo")
    }
    assert ours <= held
    assert "haberci/py.typed" in held
