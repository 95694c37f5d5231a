"""Rules that nearly told an event: frames whose words stand where another frame's told it, and why they did not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations
from typing import Final

from haberci.core.frames import FLAGS, Frame, FrameTable, table_of
from haberci.core.language import Context
from haberci.core.lexicon import read_rows
from haberci.core.report import Event, Report
from haberci.core.speech import Spoken
from haberci.read.events.matching import Firing, firings
from haberci.read.events.modality import modality
from haberci.read.events.stage import tellings
from haberci.read.events.telling import Place, told_event

LESS_SPECIFIC: Final = "it fits, too, but the rule that fired is more specific"
SAME_WORDS: Final = "it fits, too, but its words already tell the deed"
PARTIES: Final = "the sides that a deed of this type needs are not told"


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A rule that nearly told a deed: its id, the words that fit it, and why it told none."""

    rule: str
    words: str
    reason: str


def near_misses(report: Report, context: Context, event: Event) -> list[NearMiss] | None:
    """The frames that nearly fired on the words of an event, those that came closest first.

    The report needs its words, phrases, times and statements. None when it is no longer read so: another version coded
    the event.
    """
    for place, _ in tellings(report, context, Spoken(report)):
        if place.report.sentences[place.parsed.number].at.span == event.at.span:
            fired = [f for readings in firings(place.parsed, context.pack.frames) for f in readings]
            own = next((f for f in fired if _is_source(f, event, place)), None)
            return None if own is None else _near(own, fired, place)
    return None


def _is_source(firing: Firing, event: Event, place: Place) -> bool:
    if f"event.{firing.frame.id}" != event.rule:
        return False
    tokens = place.parsed.tokens
    return any(event.trigger_at.span.holds(tokens[at].span) for at in firing.words)


def _near(own: Firing, fired: Iterable[Firing], place: Place) -> list[NearMiss]:
    found: dict[str, NearMiss] = {}
    for firing in fired:
        if firing.frame.id != own.frame.id and set(firing.words) & set(own.words):
            found.setdefault(firing.frame.id, _miss(firing, _why_not(firing, own, place), place))
    for firing, flag in _but_for_a_flag(own, place):
        if firing.frame.id not in found and firing.frame.id != own.frame.id and set(firing.words) & set(own.words):
            found[firing.frame.id] = _miss(firing, conditions()[flag], place)
    return list(found.values())


def _miss(firing: Firing, reason: str, place: Place) -> NearMiss:
    words = " … ".join(place.parsed.tokens[at].text for at in sorted(set(firing.words)))
    return NearMiss(f"event.{firing.frame.id}", words, reason)


def _why_not(firing: Firing, own: Firing, place: Place) -> str:
    """Why a frame whose words all stand there told no event."""
    likely, rule = modality(firing, place.parsed, place.context.pack.governors)
    if likely is None:
        return f"no deed is told so ({rule})"
    if told_event(place, firing, likely, rule) is not None:
        return SAME_WORDS if firing.nominal != own.nominal else LESS_SPECIFIC
    asked = sorted(firing.frame.flags & conditions().keys())
    for flags in (each for many in (1, 2) for each in combinations(asked, many)):
        eased = firing._replace(frame=_without(firing.frame, *flags))
        if told_event(place, eased, likely, rule) is not None:
            return ", and ".join(conditions()[flag] for flag in flags)
    return PARTIES


def _but_for_a_flag(own: Firing, place: Place) -> Iterator[tuple[Firing, str]]:
    """Frames of the same verb or noun that would fire without one of their conditions."""
    table = place.context.pack.frames
    for frame in _candidates(own, place, table):
        for flag in sorted(frame.flags & conditions().keys()):
            eased = table_of((_without(frame, flag),), table.idioms)
            for firing in (f for readings in firings(place.parsed, eased) for f in readings):
                if firing.anchor == own.anchor and not _fires(frame, own, place, table):
                    yield firing._replace(frame=frame), flag


def _candidates(own: Firing, place: Place, table: FrameTable) -> Iterable[Frame]:
    token = place.parsed.tokens[own.anchor]
    if own.nominal:
        return table.nominals(token.lower)
    verbal = table.verbal(token.morph.lemma)
    return verbal.frames if verbal else ()


def _fires(frame: Frame, own: Firing, place: Place, table: FrameTable) -> bool:
    found = firings(place.parsed, table_of((frame,), table.idioms))
    return any(firing.anchor == own.anchor for readings in found for firing in readings)


def _without(frame: Frame, *flags: str) -> Frame:
    return replace(frame, flags=frame.flags - set(flags))


@cache
def conditions() -> Mapping[str, str]:
    """What each flag of a frame that is a condition holds; raises LexiconError."""
    rows = read_rows("frame_conditions.tsv", ("flag", "says", "example"))
    return {row.one_of("flag", FLAGS): row.needs("says") for row in rows if row.needs("example")}
