"""Letters: the report's repaired text, its edits, and the layout in offsets of both texts."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from haberci.core.actors import ActorRegister
from haberci.core.language import Context
from haberci.core.report import Block, BlockKind, Report
from haberci.core.span import Evidence, OffsetMap, Span, apply_edits
from haberci.read.characters import words_alone


def letters(report: Report, context: Context) -> Report:
    """The report with its characters restored; what the layout says is restored, too."""
    edits = context.pack.repair(words_alone(report.raw), report.layout, _names(context.register), report.edits)
    text, offsets = apply_edits(report.raw, edits), OffsetMap(edits)
    layout = tuple(_restored(block, report, text, offsets, context) for block in report.layout)
    return replace(report, text=text, edits=edits, offsets=offsets, layout=layout)


@cache
def _names(register: ActorRegister) -> frozenset[str]:
    """A register's names, gathered once."""
    return register.names()


def _restored(block: Block, report: Report, text: str, offsets: OffsetMap, context: Context) -> Block:
    span = offsets.to_text(block.at.raw)
    at = Evidence(block.at.start, block.at.stop, span.start, span.stop)
    value = tuple((key, _value(key, said, block, report, text, offsets, context)) for key, said in block.value)
    return Block(block.kind, at, block.rule, value)


def _value(key: str, said: str, block: Block, report: Report, text: str, offsets: OffsetMap, context: Context) -> str:
    """A part of a block's value as the repaired text has it; a place as it is written within a sentence."""
    if key not in ("place", "name"):
        return said
    start = report.text.find(said, block.at.text_start, block.at.text_stop)
    if start >= 0:
        span = offsets.to_text(report.offsets.to_raw(Span(start, start + len(said))))
        said = text[span.start : span.stop]
    return _place(said, context) if key == "place" and block.kind is BlockKind.DATELINE else said


def _place(said: str, context: Context) -> str:
    """``NEW YORK/BİŞKEK`` → ``New York/Bişkek``; a place of the register as it is spelled there."""
    pack = context.pack
    parts, word = [], ""
    for letter in said + "\0":
        if letter.isalpha():
            word += letter
            continue
        shouted = word == pack.upper(word)
        small = pack.lower(word[1:]) if shouted else word[1:]
        joins = pack.fold(word) in pack.layout.conjunctions
        parts += [pack.lower(word) if joins else word[:1] + small, letter]
        word = ""
    return "".join(parts[:-1])
