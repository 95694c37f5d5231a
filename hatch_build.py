"""How a wheel is made: as the source stands, or with the code that reads compiled (``HABERCI_COMPILE=1``).

Compiled, the same source reads half as fast again and more, and finds the same, byte for byte. mypyc turns it into C:
that takes a C compiler and some minutes. A wheel so made fits one version of Python on one kind of machine.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PACKAGES = ("core", "read", "languages")  # what reads; what talks with people, files and databases stays as it is
LEFT = frozenset({"learning", "measuring"})  # what is run by those alone who learn models
BUILT = "build/native"


class CompiledHook(BuildHookInterface[Any]):
    """Hatch's door: adds compiled modules to a wheel, beside the source that they were made of."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile when the environment asks for it. Raises CalledProcessError when the compiler fails."""
        if version != "standard" or os.environ.get("HABERCI_COMPILE") != "1":
            return
        folder = Path(self.root) / BUILT
        _compile(Path(self.root), folder)
        found = sorted(folder.rglob("*.so")) + sorted(folder.rglob("*.pyd"))
        build_data["force_include"].update({str(path): path.relative_to(folder).as_posix() for path in found})
        build_data["pure_python"], build_data["infer_tag"] = False, True


def modules(root: Path) -> list[str]:
    """The files that are compiled, from the root of the project."""
    found = (path.relative_to(root) for package in PACKAGES for path in (root / "haberci" / package).rglob("*.py"))
    return sorted(str(path) for path in found if path.name != "__init__.py" and LEFT.isdisjoint(path.parts))


def _compile(root: Path, folder: Path) -> None:
    """Compile a copy of the package in a folder of its own, for extension modules are written beside their source."""
    shutil.rmtree(folder, ignore_errors=True)
    unneeded = shutil.ignore_patterns("__pycache__", "data", "static")
    shutil.copytree(root / "haberci", folder / "haberci", ignore=unneeded)
    subprocess.run([sys.executable, __file__, *modules(root)], cwd=folder, check=True)
    shutil.rmtree(folder / "build")


def _build(files: list[str]) -> None:
    """Compile files of the package in the folder where this process runs, the extension modules beside them."""
    from mypyc.build import mypycify  # which, as setuptools, is there for those who compile
    from setuptools import setup

    sys.argv[1:] = ["--quiet", "build_ext", "--inplace", f"--parallel={os.cpu_count()}"]
    options = ["--strict", "--ignore-missing-imports"]
    compiled = mypycify([*options, *files], opt_level="2", debug_level="0", multi_file=True)
    setup(name="haberci", packages=[], ext_modules=compiled)


if __name__ == "__main__":
    _build(sys.argv[1:])
