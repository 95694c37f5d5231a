"""The tables of offices, terms and witnesses, read and checked."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType
from typing import Final

from haberci.core.actor_tables import SHIPPED, ActorTables
from haberci.core.actors import SECTORS
from haberci.core.lexicon import Row, read_rows
from haberci.core.terms import Office, Term, Terms

OFFICES: Final = ("office", "sector", "holders", "en", "ru")
WITNESSES: Final = ("witness", "seen", "title", "address")
TERMS: Final = ("person", "office", "of", "from", "until", "witness")
HOLDERS: Final = ("one", "several")


def load_offices(where: Path | ActorTables = SHIPPED) -> dict[str, Office]:
    """The offices by name; raises LexiconError naming file and line when a row is wrong."""
    offices: dict[str, Office] = {}
    for row in _rows(where, "offices.tsv", OFFICES):
        name = row.needs("office")
        if name in offices:
            raise row.error(f"{name} stands twice")
        sector = row.one_of("sector", SECTORS)
        offices[name] = Office(name, sector, row.one_of("holders", HOLDERS) == "one", row.needs("en"), row["ru"])
    return offices


def load_witnesses(where: Path | ActorTables = SHIPPED) -> dict[str, str]:
    """Up to which ISO day each witness sees."""
    seen: dict[str, str] = {}
    for row in _rows(where, "term_witnesses.tsv", WITNESSES):
        row.needs("title"), row.needs("address")
        if row.needs("witness") in seen:
            raise row.error(f"{row['witness']} stands twice")
        seen[row["witness"]] = _day(row, "seen") or row.needs("seen")
    return seen


def _rows(where: Path | ActorTables, table: str, columns: Sequence[str]) -> Iterator[Row]:
    return read_rows(where, columns) if isinstance(where, Path) else where.rows(table, columns)


def read_terms(
    files: Iterable[str | Path], people: Collection[str], principals: Collection[str], tables: ActorTables = SHIPPED
) -> Terms:
    """The terms in some tables and in a user's, of known people at known principals.

    A user's row stands in for ours of the same person, office and first day, any other is put in by its days.

    Raises LexiconError naming file and line for an unknown person, office, principal or witness, a day that is none,
    an end before the start, rows of one office out of order, and two holders at once of an office that has one.
    """
    offices, seen = load_offices(tables), load_witnesses(tables)
    found: dict[tuple[str, str], list[tuple[Row, Term]]] = {}
    for row in (row for file in files for row in read_rows(file, TERMS)):
        term = _term(row, offices, seen, people, principals)
        found.setdefault((term.of, term.office.name), []).append((row, term))
    for row in (row for path in tables.terms() for row in read_rows(path, TERMS, shown=str(path))):
        term = _term(row, offices, seen, people, principals)
        _put_in(found.setdefault((term.of, term.office.name), []), row, term)
    by_office = {key: tuple(_settled(rows)) for key, rows in found.items()}
    by_person: dict[str, list[Term]] = {}
    for term in sorted((t for terms in by_office.values() for t in terms), key=lambda t: t.first):
        by_person.setdefault(term.person, []).append(term)
    return Terms(MappingProxyType(by_office), MappingProxyType({p: tuple(t) for p, t in by_person.items()}))


def _term(
    row: Row,
    offices: Mapping[str, Office],
    seen: Mapping[str, str],
    people: Collection[str],
    principals: Collection[str],
) -> Term:
    person, of = _known(row, "person", people), _known(row, "of", principals)
    office = offices[_known(row, "office", offices)]
    start, stop = _day(row, "from"), _day(row, "until")
    if start and stop and stop < start:
        raise row.error(f"until {stop} before from {start}")
    witnesses = row.many("witness")
    for witness in witnesses or ("",):
        if witness not in seen:
            row.one_of("witness", seen)
            raise row.error(f"unknown witness {witness}")
    reach = max(seen[witness] for witness in witnesses)
    if max(start, stop) > reach:
        raise row.error(f"{max(start, stop)} is behind what its witness sees ({reach})")
    return Term(person, office, of, start, stop, witnesses, start, stop or reach)


def _put_in(rows: list[tuple[Row, Term]], row: Row, term: Term) -> None:
    """Put a user's term in the place of ours of the same person and first day, else before the first later one."""
    for n, (_, held) in enumerate(rows):
        if (held.person, held.start) == (term.person, term.start):
            rows[n] = (row, term)
            return
    begins = term.start or term.stop
    later = (n for n, (_, held) in enumerate(rows) if begins and (held.start or held.stop) > begins)
    rows.insert(next(later, len(rows)), (row, term))


def _known(row: Row, column: str, names: Collection[str]) -> str:
    """The cell, if it is one of the names, without sorting them all for each row."""
    return row[column] if row[column] in names else row.one_of(column, names)


def _day(row: Row, column: str) -> str:
    """An ISO day, or the empty string."""
    text = row[column]
    if text:
        try:
            if len(text) != len("2010-01-01"):
                raise ValueError(text)
            date.fromisoformat(text)
        except ValueError as error:
            raise row.error(f"{column} is no day: {text}") from error
    return text


def _settled(rows: Sequence[tuple[Row, Term]]) -> Iterator[Term]:
    """The terms of one office with their bounds; of an office with one holder each is bounded by its neighbours."""
    if not rows[0][1].office.is_single:
        yield from (term._replace(first=term.start or term.stop or term.last) for _, term in rows)
        return
    for (other, earlier), (row, later) in pairwise(rows):
        clash = _clash(earlier, later)
        if clash:
            raise row.error(f"{clash}, {other.file}:{other.line}")
    terms = [term for _, term in rows]
    for term, before, behind in zip(terms, (None, *terms), (*terms[1:], None), strict=False):
        first = term.start or (before.stop if before is not None else "") or term.stop or term.last
        seen = min(term.last, behind.stop) if behind is not None and behind.stop else term.last
        last = term.stop or (behind.start if behind is not None else "") or max(first, seen)
        yield term._replace(first=first, last=last)


def _clash(earlier: Term, later: Term) -> str:
    """What is wrong with two terms that follow each other in one office; the empty string when nothing is."""
    begins, ends = later.start or later.stop, earlier.stop or earlier.start
    if begins and earlier.start and begins < earlier.start:
        return f"{later.person} in {later.office.name} of {later.of} stands behind a later term"
    if later.start and earlier.stop and later.start < earlier.stop:
        return f"{later.person} takes {later.office.name} of {later.of} before {earlier.person} leaves"
    return f"{later.person} leaves before {earlier.person}" if begins and ends and begins < ends else ""
