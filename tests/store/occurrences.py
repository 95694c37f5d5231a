"""Reports that tell deeds, each in a few words: what a test about deeds is made of."""

from __future__ import annotations

from collections.abc import Sequence

from haberci.core.actors import ActorCode
from haberci.core.codebook import EventType, Modality
from haberci.core.facts import Harm, PlacePrecision, Toll, Where
from haberci.core.report import Event, Report, Time, TimePrecision
from haberci.core.span import Evidence

TOWNS = {"Batken": (40.06, 70.82), "İsfara": (40.13, 70.63), "Bişkek": (42.87, 74.59), "Duşanbe": (38.54, 68.78)}


def codes(text: str) -> tuple[ActorCode, ...]:
    return tuple(ActorCode.parse(code) for code in text.split(",") if code)


def deed(
    text: str,
    kind: str = "ASSAULT",
    who: str = "TJK MIL",
    whom: str = "KGZ MIL",
    *,
    day: str | None = None,
    place: str | None = None,
    dead: int | None = None,
    mode: str | None = None,
    modality: str = "happened",
    by: str | None = None,
    told_by: str | None = None,
    sentence: int = 0,
) -> Event:
    """An event of the sentence so numbered."""
    sentences = text.split(". ")
    start = text.index(sentences[sentence])
    stop = start + len(sentences[sentence])
    at = Evidence(start, stop, start, stop)
    where = None
    if place is not None:
        lat, lon = TOWNS[place]
        where = Where(at, place, place, "KGZ", lat, lon, PlacePrecision.TOWN, "where.test")
    speaker = ActorCode.parse(told_by) if told_by else None
    toll = Toll(Harm.DEAD, dead, dead, False, at, str(dead), speaker, "tolls.test")
    return Event(
        at=at,
        type=EventType(kind),
        mode=mode,
        actors=codes(who),
        recipients=codes(whom),
        modality=Modality(modality),
        reported_by=ActorCode.parse(by) if by else None,
        trigger=sentences[sentence].split()[-1],
        trigger_at=at,
        rule="event.test",
        when=Time(at, 0, 1, day, day, day, TimePrecision.DAY, "times.test") if day else None,
        where=where,
        numbers=() if dead is None else (toll,),
    )


def report(id: str, text: str, events: Sequence[Event], *, source: str = "", date: str | None = "2022-09-16") -> Report:
    """A coded report whose events were found."""
    return Report(
        id=id, raw=text, text=text, lang="tr", source=source or None, date=date, coded=True, events=tuple(events)
    )


def told(id: str, text: str, source: str = "", date: str | None = "2022-09-16", **what: object) -> Report:
    """A report of one event."""
    return report(id, text, [deed(text, **what)], source=source, date=date)  # type: ignore[arg-type]
