"""Files that a command writes where the user says."""

from __future__ import annotations

from pathlib import Path

from haberci.core.errors import InputError


def write_file(path: Path, content: bytes) -> None:
    """Write a file, in place of one that is there. Raises InputError when that can't be done."""
    try:
        path.write_bytes(content)
    except OSError as error:
        raise InputError(f"{path}: can't be written ({error.strerror})") from error
