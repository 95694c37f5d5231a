"""ICEWS events of 2014 as deeds (the files of the set known as icews14), to replay a year over the whole world.

A line is subject, relation, object and hour, by number; the names stand in two further files, all packed with xz.
Actors are mapped to states by the name in brackets or by their own, relations to types by words of CAMEO's labels.
"""

from __future__ import annotations

import lzma
import re
import unicodedata
from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

from haberci.core.codebook import EventType
from haberci.core.errors import InputError
from haberci.core.lexicon import Row, read_rows
from haberci.watch.records import Deed, by_day

FIRST = date(2014, 1, 1).toordinal()
_HOURS = 24
_PARTS = ("train", "valid", "test")
_IN_BRACKETS = re.compile(r"\(([^()]*(?:\([^()]*\))?[^()]*)\)$")


def icews_deeds(folder: Path) -> list[Deed]:
    """The deeds of 2014 that name a state on either side; raises InputError when a file is missing or broken."""
    state_of, type_of = _state_of(), _type_of()
    actors = {number: state_of(name) for name, number in _pairs(folder / "entity2id.txt.xz")}
    types = {number: type_of(name) for name, number in _pairs(folder / "relation2id.txt.xz")}
    lines = sorted({tuple(line[:4]) for part in _PARTS for line in _lines(folder / f"{part}.txt.xz")})
    return by_day(_deeds(lines, actors, types))


def _deeds(
    lines: list[tuple[str, ...]], actors: dict[str, str | None], types: dict[str, EventType | None]
) -> Iterator[Deed]:
    for line in lines:
        subject, relation, target, hour = line
        kind, doer, recipient = types[relation], actors[subject], actors[target]
        if kind and (doer or recipient):
            sides = ((doer,) if doer else (), (recipient,) if recipient else ())
            yield Deed(FIRST + int(hour) // _HOURS, kind, *sides, ids=("-".join(line),))


def _lines(path: Path) -> Iterator[list[str]]:
    try:
        with lzma.open(path, "rt", encoding="utf-8") as file:
            for number, line in enumerate(file, 1):
                cells = line.rstrip("\n").split("\t")
                if len(cells) < 2:
                    raise InputError(f"{path}:{number}: {len(cells)} cell, not two or more")
                yield cells
    except (OSError, lzma.LZMAError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: can't be read ({error.__class__.__name__})") from error


def _pairs(path: Path) -> Iterator[tuple[str, str]]:
    yield from ((cells[0], cells[1]) for cells in _lines(path))


def _state_of() -> Callable[[str], str | None]:
    names = {row["name"]: row["state"] for row in read_rows("watch/icews_names.tsv", ("name", "state"))}
    columns = ("code", "lang", "name", "variants", "adjective", "people", "capital", "seats")
    for row in read_rows("actors/state_names.tsv", columns):
        if row["lang"] == "en":
            names |= dict.fromkeys((row["name"], row["adjective"], *row.many("variants")), row["code"])

    people = _people()

    def state(actor: str) -> str | None:
        plain = actor.replace("_", " ")
        within = _IN_BRACKETS.search(plain)
        if within is not None:
            return names.get(within.group(1)) or names.get(plain)
        return names.get(plain) or people.get(_ends(plain)) or _named_within(plain, names)

    return state


def _people() -> dict[tuple[str, str], str]:
    """The states of the people of the register, by the first and the last word of their English names."""
    columns = ("code", "name", "variants", "short", "en", "ru", "basis")
    rows = [
        (_ends(row["en"] or row["name"]), row["code"].split()[0]) for row in read_rows("actors/people.tsv", columns)
    ]
    return {ends: code for ends, code in rows if len(code) == 3 and ends[0] != ends[1]}


def _ends(name: str) -> tuple[str, str]:
    """First and last word without marks, so that the spellings of a name are one."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", name) if not unicodedata.combining(sign))
    words = plain.replace("-", " ").split() or [""]
    return words[0], words[-1]


def _named_within(actor: str, names: dict[str, str]) -> str | None:
    """The state whose name or adjective stands in an actor's name: Armed Forces of the Republic of Armenia."""
    words = actor.split()
    pairs = [" ".join(pair) for pair in pairwise(words)]
    return next((names[word] for word in (*pairs, *words) if word in names and len(word) > 3), None)


def _type_of() -> Callable[[str], EventType | None]:
    rows = read_rows("watch/cameo_labels.tsv", ("type", "pattern", "example"))
    table = [(EventType(row.one_of("type", [t.value for t in EventType])), _pattern(row)) for row in rows]

    def kind(label: str) -> EventType | None:
        return next((found for found, pattern in table if pattern.search(label)), None)

    return kind


def _pattern(row: Row) -> re.Pattern[str]:
    pattern = re.compile(row.needs("pattern"))
    if not pattern.search(row.needs("example")):
        raise row.error(f"the pattern does not fire on its example {row['example']}")
    return pattern
