"""Where a report comes from, for those that do not say who they are."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

_PACKINGS = (".xz", ".gz", ".bz2")


class Origin(NamedTuple):
    """A file or stream: its ``name`` in errors, and the id (``stem``) and source (``folder``) of reports without an id.

    The folder is as it was given, so that files of one name in two folders are two reports; None for a bare name and a
    stream.
    """

    name: str
    stem: str
    folder: str | None = None


def origin_of(path: Path) -> Origin:
    """The origin of a file: ``news/tur-17.txt.xz`` is the report tur-17 of the source news."""
    stem = (Path(path.stem) if path.suffix in _PACKINGS else path).stem
    folder = path.parent.as_posix()
    return Origin(str(path), stem, None if folder == "." else folder)
