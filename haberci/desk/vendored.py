"""The libraries and fonts of other people that the desk serves: fetched by ``make vendor``, listed with their hashes.

``python -m haberci.desk.vendored`` fetches the versions that ``vendored.tsv`` names with npm, which is needed for
nothing else, and writes the files, their licences and ``hashes.tsv``.
"""

from __future__ import annotations

import csv
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent / "static" / "vendor"
LICENCES = "LICENCES.txt"
_NAMES = ("LICENSE", "LICENSE.md", "LICENSE.txt", "LICENCE")


class Vendored(NamedTuple):
    """One file: of which package and version, what it is called here and there, and its licence."""

    package: str
    version: str
    file: str
    path: str
    licence: str


def vendored() -> list[Vendored]:
    """The files of ``vendored.tsv``."""
    with (FOLDER / "vendored.tsv").open(encoding="utf-8", newline="") as file:
        return [Vendored(*row) for row in list(csv.reader(file, delimiter="\t"))[1:]]


def hashes() -> dict[str, str]:
    """The SHA-256 of each file, as it was when it was fetched."""
    lines = (FOLDER / "hashes.tsv").read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t") for line in lines)


def fetch() -> None:
    """Fetch all files anew. Raises CalledProcessError when npm does."""
    licences: dict[str, str] = {}
    for name, files in _by_package().items():
        with tempfile.TemporaryDirectory() as folder:
            package = _unpacked(name, Path(folder))
            licences[name] = next((package / n).read_text("utf-8") for n in _NAMES if (package / n).is_file())
            for each in files:
                (FOLDER / each.file).write_bytes((package / each.path).read_bytes())
    texts = (f"{name}\n\n{text.strip()}\n" for name, text in licences.items())
    (FOLDER / LICENCES).write_text(f"\n{'-' * 80}\n\n".join(texts), encoding="utf-8")
    (FOLDER / "hashes.tsv").write_text("".join(f"{f}\t{h}\n" for f, h in present()), encoding="utf-8")


def present() -> Iterator[tuple[str, str]]:
    """The files as they lie there, with their SHA-256."""
    for each in vendored():
        yield each.file, sha256((FOLDER / each.file).read_bytes()).hexdigest()


def _by_package() -> dict[str, list[Vendored]]:
    found: dict[str, list[Vendored]] = {}
    for each in vendored():
        found.setdefault(f"{each.package}@{each.version}", []).append(each)
    return found


def _unpacked(name: str, folder: Path) -> Path:
    subprocess.run(["npm", "pack", "--silent", name], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    with tarfile.open(next(folder.glob("*.tgz"))) as archive:
        archive.extractall(folder, filter="data")
    return folder / "package"


if __name__ == "__main__":
    fetch()
