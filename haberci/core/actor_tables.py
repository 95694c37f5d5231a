"""The tables of the register: those that ship, and a user's folder of the same tables laid over them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

from haberci.core.errors import LexiconError, did_you_mean
from haberci.core.lexicon import Row, read_rows

# What a row is known by: a user's row stands in for ours of the same key, any other is added.
KEYS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "states.tsv": ("code",),
        "state_names.tsv": ("code", "lang"),
        "organisations.tsv": ("code", "name"),
        "groups.tsv": ("code", "name"),
        "bodies.tsv": ("code", "name"),
        "people.tsv": ("name",),
        "people_witnesses.tsv": ("name",),
        "places.tsv": ("state", "kind", "name"),
        "memberships.tsv": ("organisation", "state"),
        "successions.tsv": ("group",),
        "offices.tsv": ("office",),
        "term_witnesses.tsv": ("witness",),
        "witnesses.tsv": ("key",),
    }
)
TERMS: Final = "terms"  # in a user's folder terms.tsv, or terms_*.tsv as ours


@dataclass(frozen=True, slots=True)
class ActorTables:
    """Where the rows of the register come from; ``folder`` is a user's own, None when only ours are read.

    ``held`` tells two states of one folder apart, so that what was read of an earlier one is not taken for it.
    """

    folder: Path | None = None
    held: tuple[tuple[str, int, int], ...] = ()

    @classmethod
    def of(cls, folder: Path | None) -> ActorTables:
        """The tables with a user's folder as it is now. Raises LexiconError when it is none of such tables."""
        if folder is None:
            return SHIPPED
        if not folder.is_dir():
            raise LexiconError(f"{folder}: no folder" if folder.exists() else f"{folder}: no such folder")
        found = [(path, path.stat()) for path in _tables(folder)]
        if not found:
            raise LexiconError(f"{folder}: the folder holds no table (.tsv)")
        for path, _ in found:
            _check_name(path)
        return cls(folder, tuple((str(path.absolute()), stat.st_mtime_ns, stat.st_size) for path, stat in found))

    def rows(self, table: str, columns: Sequence[str]) -> Iterator[Row]:
        """The rows of a table, a user's row in place of ours of the same key and the others of theirs at the end.

        Raises LexiconError naming file and line when a table is broken or a user's table has a key twice.
        """
        own = self._own(table, columns)
        if not own:
            yield from read_rows(f"actors/{table}", columns)
            return
        for row in read_rows(f"actors/{table}", columns):
            yield own.pop(_key(row, table), row)
        yield from own.values()

    def terms(self) -> tuple[Path, ...]:
        """The user's tables of terms."""
        return () if self.folder is None else tuple(p for p in _tables(self.folder) if _holds_terms(p.name))

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


SHIPPED: Final = ActorTables()


def _check_name(path: Path) -> None:
    known = [*KEYS, "terms.tsv"]
    if path.name not in known and not _holds_terms(path.name):
        raise LexiconError(f"{path}: no table of the register{did_you_mean(path.name, known, 0.5)}")


def _tables(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.suffix == ".tsv")


def _holds_terms(name: str) -> bool:
    return name.partition(".")[0].partition("_")[0] == TERMS and name.endswith(".tsv")


def _key(row: Row, table: str) -> tuple[str, ...]:
    return tuple(row[column] for column in KEYS[table])
