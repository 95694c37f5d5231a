"""Statements: who says what, by which words, and where.

A stage of reading that is handed words, mentions and the language's reporting expressions. ``view`` lays quotations and
mentions over the words, ``hits`` finds reporting verbs, ``contents`` what they report, ``speakers``, ``sources`` and
``sides`` who says it, ``colons``, ``labels`` and ``headings`` speech without a verb, ``unmarked`` how far it runs
without marks, ``lost_marks`` where it began, ``finder`` puts them together, ``drafts`` writes the record.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from haberci.core.language import Context
from haberci.core.report import Report
from haberci.core.rule import Rule
from haberci.read.statements.colons import DECLARATION, LABEL
from haberci.read.statements.drafts import write
from haberci.read.statements.finder import Finder
from haberci.read.statements.free import FREE
from haberci.read.statements.verbless import GOES_ON, VERBLESS
from haberci.read.statements.view import view_of

RULES: Final[tuple[Rule, ...]] = (LABEL, DECLARATION, FREE, VERBLESS, GOES_ON)

__all__ = ["RULES", "statements"]


def statements(report: Report, context: Context) -> Report:
    """The report with its statements, in the order of the text.

    Reads tokens, sentences and mentions; the reporting expressions are the pack's ``cues``, whose rules they carry.
    """
    view = view_of(report, context.pack)
    finder = Finder(view)
    for first, last in view.stretches():
        finder.read(first, last)
    found = [statement for draft in finder.drafts + finder.asides for statement in write(view, draft)]
    found.sort(key=lambda s: (s.at.text_start, s.cue_at.text_start, s.speaker))
    return replace(report, statements=tuple(found))
