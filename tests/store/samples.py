"""Small reports with a few claims, and versions to write them with."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from haberci.core.actors import ActorCode
from haberci.core.codebook import EventType, Modality
from haberci.core.report import Event, Part, Report, Role, Statement, StatementKind, Time, TimePrecision
from haberci.core.span import Edit, Evidence, OffsetMap

TEXT = "Kırgızistan Dışişleri Bakanı, Tacik elçiyi kabul etti. Bakan görüşmenin yararlı geçtiğini söyledi."
KGZ, TJK, CSTO = ActorCode.parse("KGZ GOV"), ActorCode.parse("TJK GOV"), ActorCode.parse("CSTO IGO")


def at(text: str, words: str) -> Evidence:
    """The evidence of words in a text that no repair made longer or shorter."""
    start = text.index(words)
    return Evidence(start, start + len(words), start, start + len(words))


def meeting(
    text: str = TEXT,
    *,
    kind: EventType = EventType.CONSULT,
    actor: ActorCode = KGZ,
    recipients: Sequence[ActorCode] = (TJK,),
    words: str = "kabul etti",
    day: str | None = None,
) -> Event:
    """An event told in the first sentence."""
    when = Time(at(text, words), 0, 1, words, day, day, TimePrecision.DAY, "times.day") if day else None
    return Event(
        at=at(text, text.partition(". ")[0] + "."),
        type=kind,
        mode=None,
        actors=(actor,),
        recipients=tuple(recipients),
        modality=Modality.HAPPENED,
        reported_by=None,
        trigger=words,
        trigger_at=at(text, words),
        rule="event.frame.kabul-et",
        parts=(Part("actor", actor, "Bakanı", at(text, "Bakanı")),) if "Bakanı" in text else (),
        when=when,
    )


def said(text: str = TEXT) -> Statement:
    """The statement of the second sentence."""
    return Statement(
        at=at(text, text.partition(". ")[2]),
        speaker=KGZ,
        speaker_text="Bakan",
        speaker_at=at(text, "Bakan gör"),
        kind=StatementKind.INDIRECT,
        cue="söyledi",
        cue_at=at(text, "söyledi"),
        content=(at(text, "görüşmenin yararlı geçtiğini"),),
        force="claim",
        rule="statement.cue.soyle",
    )


def story(id: str = "n1", events: Sequence[Event] | None = None, *, text: str = TEXT, **given: str | None) -> Report:
    """A coded report, with one letter repaired."""
    raw = text.replace("Kırg", "Kirg", 1)
    edits = (Edit(1, 2, "i", "ı", "letters.word"),) if raw != text else ()
    return Report(
        id=id,
        raw=raw,
        text=text,
        lang=given.get("lang", "tr"),
        source=given.get("source"),
        title=given.get("title"),
        date=given.get("date", "2023-01-22"),
        url=given.get("url"),
        digest="ab" * 32,
        coded=True,
        edits=edits,
        offsets=OffsetMap(edits),
        statements=(said(text),) if "söyledi" in text else (),
        events=(meeting(text),) if events is None else tuple(events),
        roles=(Role(at(text, "Bakanı"), "Ceenbek Kulubayev", "Bakanı", "KGZ", "role.office"),),
    )


class Ticking:
    """A clock that a test moves: each look is an hour after the one before."""

    def __init__(self) -> None:
        self.now = datetime(2024, 3, 1, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(hours=1)
        return self.now
