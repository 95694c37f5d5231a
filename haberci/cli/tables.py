"""Tables of the register that a command writes into a folder of the user's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from haberci.core.errors import InputError

_PARTING = str.maketrans({"\t": " ", "\n": " ", "\r": " "})


def write_table(path: Path, columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> None:
    """Write a table with its header; the folder is made. Raises InputError rather than write over a table."""
    if path.exists():
        raise InputError(f"{path}: is there already; name another folder")
    lines = ["\t".join(columns)]
    lines += ["\t".join(row.get(column, "").translate(_PARTING) for column in columns) for row in rows]
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    except OSError as error:
        raise InputError(f"{path}: can't be written ({error.strerror})") from error
