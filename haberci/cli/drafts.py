"""Drafts of register rows: for names that a database has often and the register does not know."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from haberci.cli.tables import write_table
from haberci.core.actors import UNKNOWN_PRINCIPAL
from haberci.core.bodies import ORGANISATIONS
from haberci.core.name_matching import Likeness, compare_people
from haberci.core.name_resolution import matcher, phrase
from haberci.core.register import PEOPLE
from haberci.core.report import MentionKind
from haberci.store.store import Store

Spelled = dict[tuple[MentionKind, str], Counter[str]]

SECTOR = {MentionKind.PERSON: "ELI", MentionKind.ORGANISATION: "NGO"}
TABLES = {MentionKind.PERSON: "people.tsv", MentionKind.ORGANISATION: "organisations.tsv"}


def write_drafts(folder: Path, db: Path, register: Path | None, limit: int) -> str:
    """Write ``people.tsv`` and ``organisations.tsv`` into a folder; what was written, for a person.

    A row's code is the one that most reports were read to give the person, ``---`` where none was.
    """
    with Store.open(db, mode="read") as store:
        spelled, codes = _named(store)
    found = _unknown(spelled, register)
    told = []
    for kind, table in TABLES.items():
        rows: list[dict[str, str]] = []
        for name, reports in sorted(found[kind].values(), key=lambda pair: (-pair[1], pair[0])):
            if len(rows) < limit and not (kind is MentionKind.PERSON and _is_spelling(name, rows)):
                rows.append(_row(kind, name, reports, codes.get(phrase(name))))
        if rows:
            write_table(folder / table, PEOPLE if kind is MentionKind.PERSON else ORGANISATIONS, rows)
        told.append(f"{len(rows)} {'people' if kind is MentionKind.PERSON else 'organisations'}")
    return f"drafted in {folder}: {', '.join(told)}"


def _named(store: Store) -> tuple[Spelled, dict[str, str]]:
    """How names are spelled, by kind and folded name with the number of reports; and the codes of people.

    A person's code, by the folded name, is the one that most reports were read to give.
    """
    spelled: Spelled = defaultdict(Counter)
    read: dict[str, Counter[str]] = defaultdict(Counter)
    for told in store.details():
        for kind, name in sorted({(n.kind, n.name) for n in told.names if n.kind in TABLES and n.name}):
            spelled[kind, phrase(name)][name] += 1
        for person, codes in sorted({(m.person, m.codes) for m in told.mentions if m.person}):
            if len(codes) == 1 and codes[0].principal != UNKNOWN_PRINCIPAL:
                read[phrase(person)][str(codes[0])] += 1
    return spelled, {name: _commonest(of) for name, of in read.items()}


def _commonest(counts: Counter[str]) -> str:
    """What is counted most, of equals the first in order."""
    return min(counts, key=lambda each: (-counts[each], each))


def _unknown(spelled: Spelled, register: Path | None) -> Mapping[MentionKind, dict[str, tuple[str, int]]]:
    """By kind and folded name: the commonest spelling of an unknown name, and how many reports have it."""
    known = matcher(register)
    found: dict[MentionKind, dict[str, tuple[str, int]]] = {kind: {} for kind in TABLES}
    for (kind, folded), counts in spelled.items():
        if kind is MentionKind.PERSON and " " not in folded:
            continue  # one word alone tells no person
        name = _commonest(counts)
        if folded and not known.means(name) and not known.resolve(name):
            found[kind][folded] = (name, counts.total())
    return found


def _is_spelling(name: str, rows: Sequence[dict[str, str]]) -> bool:
    """Whether a name is another spelling of one drafted already, which then holds it."""
    for row in rows:
        if compare_people(name, row["name"]) is Likeness.SAME:
            row["variants"] = "|".join(filter(None, (row.get("variants"), name)))
            return True
    return False


def _row(kind: MentionKind, name: str, reports: int, code: str | None) -> dict[str, str]:
    if kind is MentionKind.PERSON:
        return {"code": code or f"{UNKNOWN_PRINCIPAL} {SECTOR[kind]}", "name": name, "basis": "named in Turkish news"}
    told = {"code": UNKNOWN_PRINCIPAL, "sector": SECTOR[kind], "kind": "organisation", "name": name}
    return {**told, "witness": f"read:{reports}"}
