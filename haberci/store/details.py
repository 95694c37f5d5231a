"""The parts of a report that are shown and never asked for: edits, layout, sentences, mentions, times, names.

They stand in one deflated JSON list a reading, each kind as a table of columns; a tenth of the room of rows.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from haberci.core.actors import ActorCode
from haberci.core.morph import Case
from haberci.core.report import (
    Block,
    BlockKind,
    Mention,
    MentionKind,
    ProperName,
    Report,
    Sentence,
    Time,
    TimePrecision,
)
from haberci.core.span import Edit, Evidence

Row = tuple[Any, ...]
_LEVEL = 6  # of zlib: the next ones take longer and save under 1 %


@dataclass(frozen=True, slots=True)
class Details:
    """What ``pack`` took from a report."""

    edits: tuple[Edit, ...] = ()
    layout: tuple[Block, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[Time, ...] = ()
    names: tuple[ProperName, ...] = ()


def pack(report: Report) -> bytes | None:
    """The details of a report in deflated JSON; None when there are none."""
    tables: list[list[Row]] = [
        [(e.start, e.stop, e.before, e.after, e.reason) for e in report.edits],
        [(*b.at, b.kind, b.rule, b.value) for b in report.layout],
        [(*s.at, s.first, s.last, s.block) for s in report.sentences],
        [_mention(m) for m in report.mentions],
        [time_row(t) for t in report.times],
        [_name(n) for n in report.names],
    ]
    if not any(tables):
        return None
    columns = [list(zip(*rows, strict=True)) for rows in tables]
    text = json.dumps(columns, ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(text.encode("utf-8"), _LEVEL)


def unpack(packed: bytes | None) -> Details:
    """The details that ``pack`` packed. Raises ValueError or zlib.error when the bytes are damaged."""
    if packed is None:
        return Details()
    edits, layout, sentences, mentions, times, *later = (
        list(zip(*columns, strict=True)) for columns in json.loads(zlib.decompress(packed))
    )
    return Details(
        tuple(Edit(*row) for row in edits),
        tuple(_read_block(row) for row in layout),
        tuple(Sentence(Evidence(*row[:4]), row[4], row[5], BlockKind(row[6])) for row in sentences),
        tuple(_read_mention(row) for row in mentions),
        tuple(read_time(row) for row in times),
        tuple(_read_name(row) for rows in later for row in rows),  # none in what was stored before there were names
    )


def time_row(time: Time) -> Row:
    """A time as a row of plain values."""
    return (*time.at, time.first, time.last, time.text, time.start, time.stop, time.precision, time.rule)


def read_time(row: Sequence[Any]) -> Time:
    """The time that ``time_row`` wrote."""
    first, last, text, start, stop, precision, rule = row[4:]
    return Time(Evidence(*row[:4]), first, last, text, start, stop, TimePrecision(precision), rule)


def spans_json(spans: Iterable[Evidence]) -> str | None:
    """Evidence as a JSON list, four offsets each; None when there is none."""
    rows = [list(span) for span in spans]
    return json.dumps(rows, separators=(",", ":")) if rows else None


def read_spans(text: str | None) -> tuple[Evidence, ...]:
    """The evidence that ``spans_json`` wrote."""
    return tuple(Evidence(*row) for row in json.loads(text)) if text else ()


def _mention(m: Mention) -> Row:
    codes = [str(code) for code in m.codes]
    told = (m.rule, m.person, m.office, m.holder, m.place)
    return (*m.at, m.first, m.last, m.text, m.kind, codes, m.case, int(m.plural), *told)


def _read_mention(row: Sequence[Any]) -> Mention:
    first, last, text, kind, codes, case, plural, rule, person, office, *later = row[4:]
    meant = tuple(ActorCode.parse(code) for code in codes)
    at = Evidence(*row[:4])
    holder, place = (*later, None, None)[:2]  # what was stored earlier has none
    known = (rule, person, office, holder, place)
    return Mention(at, first, last, text, MentionKind(kind), meant, Case(case), bool(plural), *known)


def _name(n: ProperName) -> Row:
    return (*n.at, n.first, n.last, n.text, n.kind, n.name, n.case, n.rule, n.long)


def _read_name(row: Sequence[Any]) -> ProperName:
    first, last, text, kind, name, case, rule, long = row[4:]
    return ProperName(Evidence(*row[:4]), first, last, text, MentionKind(kind), name, Case(case), rule, long)


def _read_block(row: Sequence[Any]) -> Block:
    kind, rule, value = row[4:]
    return Block(BlockKind(kind), Evidence(*row[:4]), rule, tuple((key, text) for key, text in value))
