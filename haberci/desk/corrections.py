"""What people corrected of events: kept beside the machine's coding, by report and characters of its text."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from haberci.core.actors import ActorCode
from haberci.core.codebook import EventType, Modality, load_codebook
from haberci.core.report import Event
from haberci.core.span import Span
from haberci.desk.asked import NO_CODE, TOO_LONG
from haberci.desk.labels import N_
from haberci.desk.records import Records
from haberci.desk.refusals import RefusedError
from haberci.store.correcting import WIRE, Corrected, Told
from haberci.store.rows import EventRow, ReportKey

_MOST_PARTIES = 40
_MOST_LETTERS = 2_000
_ALL = """SELECT c.*, r.source, r.id, a.name FROM correction c
JOIN report r ON r.report_id = c.report
LEFT JOIN account a ON a.account_id = c.account
WHERE c.kind = 'event' AND {asked} ORDER BY c.correction_id"""
_LATER = "SELECT max(correction_id) FROM correction WHERE kind = 'event' AND claim = ? AND withdrawn_at IS NULL"
_ADD = """INSERT INTO correction
(report, revision, start, stop, kind, claim, was, becomes, account, recorded_at, remark)
VALUES (?, ?, ?, ?, 'event', ?, ?, ?, ?, ?, ?)"""


class OvertakenError(RefusedError):
    """Another person corrected the same event meanwhile."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction. ``was`` None: the event was missing; ``becomes`` None: there is no event.

    ``start`` and ``stop`` are those of the words that name the deed, in the text as given of that ``revision``.
    """

    number: int
    key: ReportKey
    revision: int
    span: Span
    claim: str | None
    was: Told | None
    becomes: Told | None
    by: str | None
    recorded_at: str
    remark: str
    withdrawn: bool

    @property
    def verdict(self) -> str:
        """What it says, in short: of several, the first mistake that holds."""
        if self.was is None:
            return "missing"
        if self.becomes is None:
            return "no event"
        if self.becomes.type != self.was.type or self.becomes.mode != self.was.mode:
            return "wrong type"
        sides = (self.becomes.actors, self.becomes.recipients)
        if sides != (self.was.actors, self.was.recipients):
            return "wrong actor"
        return "right" if self.becomes == self.was else "changed"


def told(event: Event | EventRow) -> Told:
    """An event as the machine tells it."""
    return Told(
        event.type.value,
        event.mode,
        tuple(map(str, event.actors)),
        tuple(map(str, event.recipients)),
        event.modality.value,
        WIRE if event.reported_by is None else str(event.reported_by),
    )


def checked(given: Told) -> Told:
    """The same with codes as they are stored. Raises InputError for what the codebook does not have."""
    if given.type not in EventType.__members__:
        raise RefusedError(N_("type: no %(value)s"), value=given.type[:60])
    if given.mode and given.mode not in load_codebook().types[EventType(given.type)].modes:
        raise RefusedError(N_("mode: %(type)s has no mode %(value)s"), type=given.type, value=given.mode[:60])
    if given.modality not in {m.value for m in Modality}:
        raise RefusedError(N_("modality: no %(value)s"), value=given.modality[:60])
    by = given.reported_by.strip() or WIRE
    actors, recipients = codes("actors", given.actors), codes("recipients", given.recipients)
    if not actors:
        raise RefusedError(N_("actors: name at least one; --- is an unknown one"))
    says = by if by == WIRE else codes("reported_by", [by])[0]
    return Told(given.type, given.mode or None, actors, recipients, given.modality, says)


def codes(name: str, given: Iterable[str]) -> tuple[str, ...]:
    """Actor codes as they are stored, each once. Raises InputError for what is none."""
    found = []
    for text in given:
        code = " ".join(text.split())
        try:
            found += [str(ActorCode.parse(code))] if code else []
        except ValueError as error:
            raise RefusedError(NO_CODE, name=name, value=code[:60]) from error
    if len(found) > _MOST_PARTIES or any(len(code) > _MOST_PARTIES for code in found):
        raise RefusedError(N_("%(name)s: more than %(n)s, or one longer than that"), name=name, n=_MOST_PARTIES)
    return tuple(dict.fromkeys(found))


def correct(
    book: Records,
    report: int,
    revision: int,
    span: Span,
    claim: str | None,
    was: Told | None,
    becomes: Told | None,
    *,
    account: int | None,
    remark: str = "",
    seen: int = 0,
) -> int:
    """Keep a correction; its number. ``seen`` is the number of the last one on the claim that the person saw.

    Raises OvertakenError when there is a later one, and then nothing is kept.
    """
    if len(remark) > _MOST_LETTERS:
        raise RefusedError(TOO_LONG, name="remark", n=_MOST_LETTERS)
    with book.change() as run:
        last = book.one(_LATER, claim)[0] or 0
        if claim is not None and last > seen:
            raise OvertakenError(N_("somebody corrected this event meanwhile; look at what stands there now"))
        sides = (_json(was), _json(becomes))
        return run(_ADD, report, revision, *span, claim, *sides, account, book.now(), remark.strip() or None)


def withdraw(book: Records, number: int) -> None:
    """Take a correction back: it stays, and holds no more."""
    with book.change() as run:
        sql = "UPDATE correction SET withdrawn_at = ? WHERE correction_id = ? AND withdrawn_at IS NULL"
        run(sql, book.now(), number)


def corrections(book: Records, report: int | None = None) -> list[Correction]:
    """All corrections, or those of one report, in the order in which they were made; withdrawn ones among them."""
    if report is None:
        return [_correction(row) for row in book.rows(_ALL.format(asked="TRUE"))]
    return [_correction(row) for row in book.rows(_ALL.format(asked="c.report = ?"), report)]


def holding(found: Iterable[Correction]) -> list[Correction]:
    """Those that hold: not withdrawn, and of one claim the last."""
    last: dict[Any, Correction] = {}
    for each in found:
        if not each.withdrawn:
            last[each.claim or each.number] = each
    return sorted(last.values(), key=lambda each: each.number)


def applied(found: Iterable[Correction]) -> list[Corrected]:
    """What those that hold say of events, as the store takes it."""
    return [
        Corrected(each.number, each.key, each.revision, each.span, each.claim, each.was is None, each.becomes)
        for each in holding(found)
        if each.becomes != each.was
    ]


def corrections_state(book: Records) -> tuple[int, ...]:
    """What changes whenever a correction is made or taken back."""
    return tuple(book.rows("SELECT count(*), count(withdrawn_at) FROM correction")[0])


def _correction(row: Any) -> Correction:
    return Correction(
        row["correction_id"],
        ReportKey(row["source"] or None, row["id"]),
        row["revision"],
        Span(row["start"], row["stop"]),
        row["claim"],
        _told(row["was"]),
        _told(row["becomes"]),
        row["name"],
        row["recorded_at"],
        row["remark"] or "",
        row["withdrawn_at"] is not None,
    )


def _json(value: Told | None) -> str | None:
    return None if value is None else json.dumps(asdict(value), ensure_ascii=False, separators=(",", ":"))


def _told(text: str | None) -> Told | None:
    if text is None:
        return None
    held = json.loads(text)
    return Told(**held | {"actors": tuple(held["actors"]), "recipients": tuple(held["recipients"])})
