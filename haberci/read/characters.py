"""Characters: what was read in a wrong code page or stands as an entity, before anything else looks at the text."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from haberci.core.language import Context
from haberci.core.report import Report
from haberci.core.span import OffsetMap, apply_edits

# Letters of a word; what is longer is none (an address, a packed picture): no letters were lost in it.
LONGEST_WORD: Final = 100
_NO_WORD: Final = re.compile(rf"\w{{{LONGEST_WORD + 1},}}")


def characters(report: Report, context: Context) -> Report:
    """The report with the characters that were meant as its text; letters that were lost are still missing."""
    edits = context.pack.characters(words_alone(report.raw))
    if not edits:
        return report
    return replace(report, text=apply_edits(report.raw, edits), edits=edits, offsets=OffsetMap(edits))


def words_alone(raw: str) -> str:
    """The text with digits for what is too long to be a word, as long as before."""
    if is_spaced(raw) or max(map(len, raw.split()), default=0) <= LONGEST_WORD:
        return raw
    return _NO_WORD.sub(lambda found: "0" * len(found.group()), raw)


def is_spaced(text: str) -> bool:
    """Whether spaces alone show that no stretch of a text is longer than a word."""
    at, last = 0, len(text) - LONGEST_WORD
    while at < last:
        space = text.rfind(" ", at, at + LONGEST_WORD + 1)
        if space < 0:
            return False
        at = space + 1
    return True
