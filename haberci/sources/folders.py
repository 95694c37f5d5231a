"""Folders: the files in them that may hold reports, in order of name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from haberci.core.errors import InputError, unreadable
from haberci.sources.databases import is_own
from haberci.sources.raw import small

# What lies beside reports and holds none. Only in folders: a file that is named is read.
_PASSED = frozenset(
    ".png .jpg .jpeg .gif .webp .avif .svg .ico .bmp .tif .tiff .mp3 .m4a .mp4 .avi .mov .webm .ogg .wav .woff .woff2 "
    ".ttf .otf .eot .css .js .mjs .map .py .pyc .sh .toml .yml .yaml .md .rst .db-wal .db-shm .db-journal .lock .tmp "
    ".part".split()
)


def files_in(folder: Path) -> Iterator[Path | InputError]:
    """The files of a folder and the folders in it; hidden ones, pictures, scripts and the like are passed by.

    Links to folders are followed, each folder once.
    """
    yield from _walk(folder, {_identity(folder)})


def _walk(folder: Path, seen: set[tuple[int, int]]) -> Iterator[Path | InputError]:
    try:
        paths = sorted(folder.iterdir(), key=lambda path: path.name)
    except OSError as error:
        yield InputError(told(error, folder))
        return
    paths = [path for path in paths if not path.name.startswith(".")]
    for path in paths:
        if not path.is_dir() and small(path.suffix) not in _PASSED and not _is_endless(path) and not _is_ours(path):
            yield path
    for path in paths:
        if path.is_dir():
            identity = _identity(path)
            if identity in seen:
                yield InputError(f"{path}: a link to a folder that is read already; not followed")
                continue
            seen.add(identity)
            yield from _walk(path, seen)


def _identity(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_dev, found.st_ino


def _is_endless(path: Path) -> bool:
    """Whether it is a pipe, socket or device, which no folder is walked for: reading it may wait for ever."""
    return path.exists() and not path.is_file()


def _is_ours(path: Path) -> bool:
    if small(path.suffix) not in (".db", ".sqlite", ".sqlite3"):
        return False
    try:
        with path.open("rb") as file:
            return is_own(file.read(100))
    except OSError:
        return False  # it is told when it is read


def told(error: OSError, path: str | Path | None = None) -> str:
    """An operating system's error as a person would say it."""
    return f"{path or error.filename}: {unreadable(error)}"
