"""Day, place and numbers of events of the shared development reports, coded by hand, and the score of what is found."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from haberci.core.errors import InputError
from haberci.score.figures import Count
from haberci.score.gold import OWN_GOLD

FACTS = OWN_GOLD / "tr_dev_facts.json"
NUMBERS = ("dead", "wounded", "arrested", "displaced")
FIGURES = ("when", "where", *NUMBERS)


class Facts(NamedTuple):
    """First and last day of a deed, its place with the state's code, and how many people; None or empty: not told."""

    first: str | None = None
    last: str | None = None
    places: tuple[str, ...] = ()
    state: str | None = None
    dead: int | None = None
    wounded: int | None = None
    arrested: int | None = None
    displaced: int | None = None


class CodedFacts(NamedTuple):
    """The facts of one event of a gold report; ``event`` is its number in the report, ``unsure`` is not counted.

    ``places`` of the facts are the names that would do, the narrowest first.
    """

    report: str
    event: int
    facts: Facts
    unsure: frozenset[str]


def load_facts(path: Path = FACTS) -> list[CodedFacts]:
    """All coded facts; raises InputError when the file holds none."""
    try:
        return [_coded(record) for record in json.loads(path.read_text(encoding="utf-8"))]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(f"{path.name}: no facts can be read: {error!r}") from error


def _coded(record: dict[str, Any]) -> CodedFacts:
    where = record["where"] or {"names": (), "state": None}
    days = (record["when"]["from"], record["when"]["to"])
    facts = Facts(*days, tuple(where["names"]), where["state"], *(record[name] for name in NUMBERS))
    return CodedFacts(record["report"], record["event"], facts, frozenset(record["unsure"]))


def facts_counts(pairs: Iterable[tuple[CodedFacts, Facts]]) -> dict[str, Count]:
    """Right, wrong and missed for each kind of fact, over coded events and what was found for each."""
    counts = dict.fromkeys(FIGURES, Count())
    for coded, ours in pairs:
        for name in FIGURES:
            if name not in coded.unsure:
                counts[name] = counts[name].plus(_count(name, coded.facts, ours))
    return counts


def _count(name: str, gold: Facts, ours: Facts) -> Count:
    told, found = _value(name, gold), _value(name, ours)
    right = told is not None and found is not None and _agrees(name, gold, ours)
    return Count(int(right), int(found is not None and not right), int(told is not None and not right))


def _value(name: str, facts: Facts) -> object:
    if name == "when":
        return facts.first or facts.last
    return (facts.places or None) if name == "where" else getattr(facts, name)


def _agrees(name: str, gold: Facts, ours: Facts) -> bool:
    if name == "when":
        return (gold.first, gold.last) == (ours.first, ours.last)
    if name == "where":
        return gold.state == ours.state and bool(set(gold.places) & set(ours.places))
    return bool(getattr(gold, name) == getattr(ours, name))
