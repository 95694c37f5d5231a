"""Where a report comes from, for those that do not say who they are."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import NamedTuple

PACKINGS = (".xz", ".gz", ".bz2", ".zst")


class Origin(NamedTuple):
    """A file or stream: its ``name`` in errors, and the id (``stem``) and source (``folder``) of reports without an id.

    The folder is as it was given, so that files of one name in two folders are two reports; None for a bare name and a
    stream. ``inside`` is the folder that the members of an archive lie in: the archive itself.
    """

    name: str
    stem: str
    folder: str | None = None
    inside: str | None = None


def origin_of(path: Path) -> Origin:
    """The origin of a file: ``news/tur-17.txt.xz`` is the report tur-17 of the source news."""
    stem = PurePosixPath(unpacked_name(path.name)).stem
    folder = path.parent.as_posix()
    return Origin(str(path), stem, None if folder == "." else folder, path.as_posix())


def member_of(archive: Origin, name: str) -> Origin:
    """The origin of a member: ``day/1.txt`` in ``news/a.zip`` is the report 1 of the source news/a.zip/day."""
    path = PurePosixPath(name)
    inside = PurePosixPath(archive.inside or archive.stem, path)
    return Origin(
        f"{archive.name}: {name}", PurePosixPath(unpacked_name(path.name)).stem, str(inside.parent), str(inside)
    )


def unpacked_name(name: str) -> str:
    """The name without the ending of a packing: ``a.txt`` for ``a.txt.xz``."""
    path = PurePosixPath(name)
    return path.stem if path.suffix in PACKINGS else name
