"""Rules that an analyst can read (``data/watch/rules.tsv``): each says on which day it fired, for whom, and by what.

first   the first deed of a type in a dyad after so many days without one (and watched for so long)
both    both sides of a dyad do a deed of a type within so many days, and accused, threatened or fought each other in
        the two weeks up to it
asks    a member asks an organisation, by a deed of a type and mode
toll    at least so many deaths told in deeds of a type within so many days
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from haberci.core.codebook import EventType, load_codebook
from haberci.core.lexicon import Row, read_rows
from haberci.core.states import load_states
from haberci.watch.records import Deed
from haberci.watch.series import Subject, subjects_of

DISPUTE_DAYS = 14
_TOLL_AGAIN = 4  # times a rule's days until a toll is told anew: the dead of one battle are told for more than a week
DISPUTING = frozenset({EventType.ACCUSE, EventType.THREATEN, EventType.ASSAULT})
COLUMNS = ("rule", "kind", "types", "mode", "days", "least", "says")


class Rule(NamedTuple):
    """One rule: its kind, the types (and mode) that it looks at, within how many days, and how many at least."""

    id: str
    kind: str
    types: frozenset[EventType]
    mode: str | None
    days: int
    least: int
    says: str

    def holds_of(self, deed: Deed) -> bool:
        """Whether the rule looks at a deed at all."""
        return deed.happened and deed.type in self.types and (self.mode is None or deed.mode == self.mode)


class Firing(NamedTuple):
    """A rule that fired: on which day, for whom, by which deeds."""

    rule: Rule
    subject: Subject
    day: int
    deeds: tuple[Deed, ...]


Kind = Callable[[Rule, Subject, Sequence[Deed], int], Iterator[Firing]]


def _first(rule: Rule, subject: Subject, deeds: Sequence[Deed], since: int) -> Iterator[Firing]:
    if len(subject.states) != 2:
        return
    before = since - 1
    for deed in deeds:
        if deed.day - before > rule.days:
            same_day = tuple(other for other in deeds if other.day == deed.day)
            yield Firing(rule, subject, deed.day, same_day)
        before = deed.day


def _near(rule: Rule, deeds: Sequence[Deed]) -> Iterator[tuple[Deed, Sequence[Deed]]]:
    """Each deed with those of the rule's days up to it, it and the others of its day among them."""
    days = [deed.day for deed in deeds]
    for deed in deeds:
        yield deed, deeds[bisect_right(days, deed.day - rule.days) : bisect_right(days, deed.day)]


def _both(rule: Rule, subject: Subject, deeds: Sequence[Deed], since: int) -> Iterator[Firing]:
    """Fires when the second side follows; then not again until the days are over."""
    if len(subject.states) != 2:
        return
    silent_until = since
    for deed, near in _near(rule, deeds):
        if deed.day < silent_until:
            continue
        if set(subject.states) <= {d.sources[0] for d in near if len(d.sources) == 1}:
            silent_until = deed.day + rule.days
            yield Firing(rule, subject, deed.day, tuple(near))


def _asks(rule: Rule, subject: Subject, deeds: Sequence[Deed], since: int) -> Iterator[Firing]:
    """A state, and not its people, asks an organisation of the dyad, not the other way round."""
    silent_until = since
    for deed in deeds:
        asked = [side for side in subject.states if side in deed.targets and side not in load_states()]
        if len(subject.states) == 2 and asked and deed.official and deed.day >= silent_until:
            silent_until = deed.day + rule.days
            yield Firing(rule, subject, deed.day, (deed,))


def _toll(rule: Rule, subject: Subject, deeds: Sequence[Deed], since: int) -> Iterator[Firing]:
    if not subject.states:
        return
    silent_until = since
    for deed, near in _near(rule, [deed for deed in deeds if deed.deaths]):
        if deed.day >= silent_until and sum(d.deaths for d in near) >= rule.least:
            silent_until = deed.day + _TOLL_AGAIN * rule.days
            yield Firing(rule, subject, deed.day, tuple(near))


KINDS: Mapping[str, Kind] = MappingProxyType({"first": _first, "both": _both, "asks": _asks, "toll": _toll})


@cache
def load_rules() -> tuple[Rule, ...]:
    """The rules; raises LexiconError when a row is wrong."""
    return tuple(map(_rule, read_rows("watch/rules.tsv", COLUMNS)))


def _rule(row: Row) -> Rule:
    types = frozenset(EventType(row.known("type", t, [e.value for e in EventType])) for t in row.many("types", " "))
    if not (row["days"].isdecimal() and row["least"].isdecimal()):
        raise row.error("days and least are whole numbers")
    for each in types:
        load_codebook().check_mode(row, each, row["mode"])
    numbers = int(row["days"]), int(row["least"])
    return Rule(row.needs("rule"), row.one_of("kind", KINDS), types, row["mode"] or None, *numbers, row.needs("says"))


def firings(
    deeds: Sequence[Deed], subjects: Sequence[Subject], organisations: Sequence[str], since: int
) -> list[Firing]:
    """What the rules say of deeds in the order of their days, by day; ``since`` is the first day watched.

    A rule of kind ``asks`` looks at the dyads of the subjects' states with the organisations, any other at the dyads
    and states themselves.
    """
    kept = set(subjects)
    states = [subject.states[0] for subject in subjects if len(subject.states) == 1]
    asked = {Subject.dyad(state, body) for state in states for body in organisations if state != body}
    found: list[Firing] = []
    disputes = _disputes(deeds)
    for rule in load_rules():
        told: dict[Subject, list[Deed]] = {}
        for deed in filter(rule.holds_of, deeds):
            for subject in _sided(deed, kept) if rule.kind == "both" else subjects_of(deed):
                if subject in (asked if rule.kind == "asks" else kept):
                    told.setdefault(subject, []).append(deed)
        for subject, theirs in told.items():
            fired = KINDS[rule.kind](rule, subject, theirs, since)
            found += [firing for firing in fired if rule.kind != "both" or _in_dispute(firing, disputes)]
    return sorted(found, key=lambda firing: (firing.day, firing.rule.id, firing.subject))


def _sided(deed: Deed, subjects: Set[Subject]) -> list[Subject]:
    """The dyads that a deed of one doer may be meant in: all of the doer's, or that with the recipient told."""
    if len(deed.sources) != 1:
        return []
    doer = deed.sources[0]
    dyads = [subject for subject in subjects if len(subject.states) == 2 and doer in subject.states]
    return [dyad for dyad in dyads if not deed.targets or set(deed.targets) & (set(dyad.states) - {doer})]


def _disputes(deeds: Sequence[Deed]) -> dict[Subject, list[int]]:
    """The days on which the sides of each dyad accused, threatened or fought each other."""
    found: dict[Subject, list[int]] = {}
    for deed in deeds:
        if deed.happened and deed.type in DISPUTING:
            for subject in subjects_of(deed):
                found.setdefault(subject, []).append(deed.day)
    return found


def _in_dispute(firing: Firing, disputes: Mapping[Subject, list[int]]) -> bool:
    return any(0 <= firing.day - day <= DISPUTE_DAYS for day in disputes.get(firing.subject, ()))
