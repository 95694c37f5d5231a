"""Letters: the report's repaired text, its edits, and the layout in offsets of both texts."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from haberci.core.actors import ActorRegister
from haberci.core.language import Context
from haberci.core.report import Block, BlockKind, Report
from haberci.core.span import Evidence, OffsetMap, Span, apply_edits

_NO_WORD = re.compile(r"\w{101,}")  # an address, a packed picture: no letters were lost in it


def letters(report: Report, context: Context) -> Report:
    """The report with its characters restored; what the layout says is restored, too."""
    edits = context.pack.repair(_words_alone(report.raw), report.layout, _names(context.register))
    text, offsets = apply_edits(report.raw, edits), OffsetMap(edits)
    layout = tuple(_restored(block, report.raw, text, offsets, context) for block in report.layout)
    return replace(report, text=text, edits=edits, offsets=offsets, layout=layout)


def _words_alone(raw: str) -> str:
    """The text with digits for what is too long to be a word, as long as before."""
    return _NO_WORD.sub(lambda found: "0" * len(found.group()), raw)


@cache
def _names(register: ActorRegister) -> frozenset[str]:
    """A register's names, gathered once."""
    return register.names()


def _restored(block: Block, raw: str, text: str, offsets: OffsetMap, context: Context) -> Block:
    span = offsets.to_text(block.at.raw)
    at = Evidence(block.at.start, block.at.stop, span.start, span.stop)
    value = tuple((key, _value(key, said, block, raw, text, offsets, context)) for key, said in block.value)
    return Block(block.kind, at, block.rule, value)


def _value(key: str, said: str, block: Block, raw: str, text: str, offsets: OffsetMap, context: Context) -> str:
    """A part of a block's value as the repaired text has it; a place as it is written within a sentence."""
    if key not in ("place", "name"):
        return said
    start = raw.find(said, block.at.start, block.at.stop)
    if start >= 0:
        span = offsets.to_text(Span(start, start + len(said)))
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
        parts += [word if word != pack.upper(word) else word[:1] + pack.lower(word[1:]), letter]
        word = ""
    return "".join(parts[:-1])
