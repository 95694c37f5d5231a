"""The tables of the register: those that ship, and a user's folder of the same tables laid over them."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from haberci.core.errors import LexiconError
from haberci.core.lexicon import Row, read_rows

# What a row is known by: a user's row stands in for ours of the same key, any other is added.
KEYS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "states.tsv": ("code",),
        "state_names.tsv": ("code", "lang"),
        "organisations.tsv": ("code", "name"),
        "groups.tsv": ("code", "name"),
        "bodies.tsv": ("code", "name"),
        "people.tsv": ("name",),
        "places.tsv": ("state", "kind", "name"),
        "memberships.tsv": ("organisation", "state"),
        "offices.tsv": ("office",),
        "term_witnesses.tsv": ("witness",),
        "witnesses.tsv": ("key",),
    }
)
TERMS = "terms"  # in a user's folder terms.tsv, or terms_*.tsv as ours


@dataclass(frozen=True, slots=True)
class ActorTables:
    """Where the rows of the register come from; ``folder`` is a user's own, None when only ours are read."""

    folder: Path | None = None

    def rows(self, table: str, columns: Sequence[str]) -> Iterator[Row]:
        """The rows of a table, a user's row in place of ours of the same key and the others of theirs at the end.

        Raises LexiconError naming file and line when a table is broken or a user's table has a key twice.
        """
        own = self._own(table, columns)
        for row in read_rows(f"actors/{table}", columns):
            yield own.pop(_key(row, table), row)
        yield from own.values()

    def terms(self) -> tuple[Path, ...]:
        """The user's tables of terms."""
        return () if self.folder is None else tuple(p for p in _tables(self.folder) if _holds_terms(p.name))

    def check(self) -> None:
        """Raises LexiconError when the folder is none, or holds a table that the register does not have."""
        if self.folder is None:
            return
        if not self.folder.is_dir():
            raise LexiconError(
                f"{self.folder}: no such folder" if not self.folder.exists() else f"{self.folder}: no folder"
            )
        found = _tables(self.folder)
        if not found:
            raise LexiconError(f"{self.folder}: the folder holds no table (.tsv)")
        known = [*KEYS, "terms.tsv"]
        for path in found:
            if path.name not in known and not _holds_terms(path.name):
                near = difflib.get_close_matches(path.name, known, 1, 0.5)
                raise LexiconError(f"{path}: no table of the register" + (f"; did you mean {near[0]}?" if near else ""))

    def _own(self, table: str, columns: Sequence[str]) -> dict[tuple[str, ...], Row]:
        path = None if self.folder is None else self.folder / table
        found: dict[tuple[str, ...], Row] = {}
        if path is None or not path.is_file():
            return found
        for row in read_rows(path, columns, shown=str(path)):
            key = _key(row, table)
            if key in found:
                raise row.error(f"{' '.join(key)} stands in line {found[key].line}, too")
            found[key] = row
        return found


SHIPPED = ActorTables()


def _tables(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.suffix == ".tsv")


def _holds_terms(name: str) -> bool:
    return name.partition(".")[0].partition("_")[0] == TERMS and name.endswith(".tsv")


def _key(row: Row, table: str) -> tuple[str, ...]:
    return tuple(row[column] for column in KEYS[table])
