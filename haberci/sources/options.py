"""What a user may say of sources, and where they tell what a person should know."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from haberci.core.errors import InputError

FIELDS = ("text", "title", "date", "lang", "source", "url", "id")


def _silent(_: object) -> None:
    """Nobody listens."""


@dataclass(frozen=True, slots=True)
class SourceOptions:
    """How sources are read.

    ``columns`` names the column of a table that holds a field, ``table`` the table of a database, ``kind`` the kind of
    all files (told from their content when not given). ``bulk``: pages are read fast, less exactly. ``private``: an
    address may lie in a private network. ``tell`` is handed lines for a person, ``meter`` numbers of bytes read,
    ``seen`` the kind of each document that is read, those within archives too.
    """

    columns: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    table: str | None = None
    kind: str | None = None
    bulk: bool = False
    private: bool = False
    tell: Callable[[str], None] = _silent
    meter: Callable[[int], None] = _silent
    seen: Callable[[str], None] = _silent


def parse_columns(words: str | None) -> Mapping[str, str]:
    """``text=metin,date=gun``: fields and the columns that hold them. Raises InputError when it is not of that form."""
    found: dict[str, str] = {}
    for part in (words or "").split(","):
        name, sign, column = (x.strip() for x in part.partition("="))
        if not part.strip():
            continue
        if not sign or not column:
            raise InputError(f"columns: {part.strip()!r} is no field=column, as text=metin")
        if name not in FIELDS:
            raise InputError(f"columns: no field {name!r} (there are {', '.join(FIELDS)})")
        found[name] = column
    return MappingProxyType(found)
