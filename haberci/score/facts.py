"""Day, place and numbers of events of the shared development reports, coded by hand, and the score of what is found."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from haberci.core.errors import InputError
from haberci.core.report import Event, Report
from haberci.score.coded import coded_report
from haberci.score.figures import Count
from haberci.score.gold import OWN_GOLD, GoldReport, load_gold, shared_folder
from haberci.score.match import Level, match_events

FACTS = OWN_GOLD / "tr_dev_facts.json"
NUMBERS = ("dead", "wounded", "arrested", "displaced")
FIGURES = ("when", "where", *NUMBERS)
TABLE = "tr_facts"  # of the floors


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


def facts_of(event: Event) -> Facts:
    """The facts of one of our events as they are compared: of a number with one end, that end."""
    told = {toll.harm.value: toll.least or toll.most for toll in event.numbers}
    days = (event.when.start, event.when.stop) if event.when else (None, None)
    where = ((event.where.name, event.where.text), event.where.state) if event.where else ((), None)
    return Facts(*days, *where, *(told.get(name) for name in NUMBERS))


def found_facts(report: GoldReport, ours: Report, coded: Iterable[CodedFacts]) -> Iterator[tuple[CodedFacts, Facts]]:
    """The coded facts of a report's events that we detect, each with what we found of it."""
    by_event = {id(report.coded.events[fact.event]): fact for fact in coded if fact.report == report.id}
    told = coded_report(ours, report.sentences).events
    for one, gold in match_events(Level.DETECTION, told, report.coded.events).pairs:
        if id(gold) in by_event:  # two deeds that one sentence lists may be coded alike but for their days
            yield by_event[id(gold)], facts_of(ours.events[next(n for n, e in enumerate(told) if e is one)])


def facts_figures(reader: Callable[[GoldReport], Report]) -> dict[str, float]:
    """F1 of each kind of fact on the shared development reports; empty where they are not there."""
    return (
        {f"{name}.f1": count.f1 for name, count in facts_counts(read_facts(reader)).items()} if shared_folder() else {}
    )


def read_facts(reader: Callable[[GoldReport], Report]) -> list[tuple[CodedFacts, Facts]]:
    """What was coded and what is found of each event that is detected in the shared development reports."""
    shared = shared_folder()
    gold = load_gold(shared / "gold" / "tr_dev.json").reports if shared else ()
    coded = load_facts()
    return [pair for report in gold for pair in found_facts(report, reader(report), coded)]


def facts_lines(figures: Mapping[str, float]) -> Iterator[str]:
    """The figures as lines of the score."""
    for name in FIGURES:
        if f"{name}.f1" in figures:
            yield f"{f'{name} F1, events that are detected':40}{figures[f'{name}.f1']:5.3f}"


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
