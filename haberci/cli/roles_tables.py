"""What was learned of offices as tables of the register: for ``--register``, once the user has looked at them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from haberci.cli.tables import write_table
from haberci.core.actors import ActorRegister
from haberci.core.errors import InputError
from haberci.core.register import PEOPLE, load_register
from haberci.core.term_tables import TERMS, WITNESSES
from haberci.learned import Learned

Row = dict[str, str]


def write_terms(folder: Path, found: Sequence[Learned], register: Path | None) -> str:
    """Write ``terms.tsv``, ``term_witnesses.tsv`` and ``people.tsv``; what was written and left out, for a person.

    A term begins on the first day on which a report tells it, and its witness sees as far as the last. What has a
    conflict, no day, no office or principal of the register, or tells a former office is left out. The tables are read
    back: raises LexiconError when they can't be laid over the register.
    """
    ours = load_register(folder=register)
    fit = [one for one in found if _fits(one, ours)]
    new = [one for one in fit if not _is_known(one, ours)]
    if not new:
        raise InputError(f"nothing to export of {len(found)} roles that the register does not have already")
    fresh = _unknown_people(new, {entry.full for entry in load_register().entries})
    write_table(folder / "terms.tsv", TERMS, [_term(one, f"read-{n}") for n, one in enumerate(new, 1)])
    write_table(folder / "term_witnesses.tsv", WITNESSES, [_witness(one, f"read-{n}") for n, one in enumerate(new, 1)])
    if fresh:
        write_table(folder / "people.tsv", PEOPLE, fresh)
    load_register(folder=folder)
    known, left = len(fit) - len(new), len(found) - len(fit)
    told = f"{known} in the register already, {left} left out (conflict, no day, unknown office, or former)"
    return f"exported to {folder}: {len(new)} terms, {len(fresh)} new people; {told}"


def _fits(one: Learned, ours: ActorRegister) -> bool:
    principals = {entry.code.principal for entry in ours.entries}
    return one.known is not None and not one.former and not one.conflicts and bool(one.first) and one.of in principals


def _is_known(one: Learned, ours: ActorRegister) -> bool:
    held = ours.terms.by_person.get(one.person, ())
    mine = (term for term in held if (term.of, term.office) == (one.of, one.known))
    return any(term.first <= (one.first or "") and (one.last or "") <= term.last for term in mine)


def _unknown_people(new: Iterable[Learned], known: set[str]) -> list[Row]:
    people = {one.person: one for one in new if one.person not in known and one.known}
    return [
        {"code": f"{one.of} {one.known.sector}", "name": person, "basis": "held an office"}
        for person, one in people.items()
        if one.known
    ]


def _term(one: Learned, witness: str) -> Row:
    office = one.known.name if one.known else ""
    return {"person": one.person, "office": office, "of": one.of, "from": one.first or "", "witness": witness}


def _witness(one: Learned, witness: str) -> Row:
    first = one.told[0]
    source = f"{first.source}/{first.report}" if first.source else first.report
    title = f"read in {one.reports} reports, the first of them {source}: {' '.join(first.words.split())}"
    return {"witness": witness, "seen": one.last or "", "title": title, "address": source}
