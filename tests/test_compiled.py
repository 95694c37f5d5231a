"""What ``make compiled`` compiles, and that mypyc takes it; that takes no C compiler."""

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from hatch_build import modules

ROOT = Path(__file__).resolve().parents[1]
TRANSLATE = """
import sys
from mypyc.build import mypycify
mypycify(["--strict", "--ignore-missing-imports", *sys.argv[1:]], multi_file=True)
"""
BUILD = """
from mypyc.build import mypycify
from setuptools import setup
setup(packages=[], ext_modules=mypycify(["overlay.py"], opt_level="0"), script_args=["-q", "build_ext", "--inplace"])
"""
TRAVEL = """
from pathlib import Path
import overlay
from haberci.parcels import packed, unpacked
assert not overlay.__file__.endswith(".py"), overlay.__file__
there = overlay.Overlay(frames=Path("mine"))
assert unpacked(packed([there])) == [there]
"""


def test_what_reads_is_compiled_and_not_what_learns_or_stores() -> None:
    found = modules(ROOT)
    assert {"haberci/read/parse.py", "haberci/core/clause.py", "haberci/languages/tr/sentences.py"} <= set(found)
    assert not [file for file in found if "/learning/" in file or "/measuring/" in file or "/store/" in file]


def test_no_tuple_is_compared_by_identity() -> None:
    """A compiled tuple is a value, made anew when it is handed on: ``is`` says no where the source says yes."""
    trees = {file: ast.parse((ROOT / file).read_text(encoding="utf-8")) for file in modules(ROOT)}
    tuples = {
        target.id
        for tree in trees.values()
        for made in tree.body
        if isinstance(made, ast.AnnAssign | ast.Assign) and isinstance(made.value, ast.Tuple)
        for target in ([made.target] if isinstance(made, ast.AnnAssign) else made.targets)
        if isinstance(target, ast.Name)
    }
    compared = [
        f"{file}:{node.lineno}"
        for file, tree in trees.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Compare) and any(isinstance(each, ast.Is | ast.IsNot) for each in node.ops)
        for side in (node.left, *node.comparators)
        if isinstance(side, ast.Name) and side.id in tuples
    ]
    assert "SAME" in tuples
    assert not compared


@pytest.mark.slow
def test_the_code_that_reads_can_be_translated(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "haberci", tmp_path / "haberci", ignore=shutil.ignore_patterns("data", "static", "*.pyc"))
    done = subprocess.run(
        [sys.executable, "-c", TRANSLATE, *modules(ROOT)], cwd=tmp_path, capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, (done.stdout + done.stderr)[-2000:]
    assert any((tmp_path / "build").glob("__native_*parse.c"))


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("cc") is None, reason="no C compiler")
def test_compiled_values_travel_between_processes(tmp_path: Path) -> None:
    shutil.copy(ROOT / "haberci/core/overlay.py", tmp_path)
    for program in (BUILD, TRAVEL):
        done = subprocess.run(
            [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, timeout=300
        )
        assert done.returncode == 0, (done.stdout + done.stderr)[-2000:]
