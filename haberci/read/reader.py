"""The order of reading: from a raw report to a coded one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from haberci.core.errors import ReadingError
from haberci.core.language import Context
from haberci.core.report import Report
from haberci.read.characters import characters
from haberci.read.events.stage import events
from haberci.read.layout.stage import layout
from haberci.read.letters import letters
from haberci.read.mentions.stage import mentions
from haberci.read.names import names
from haberci.read.roles import roles
from haberci.read.sentences import sentences
from haberci.read.statements import statements
from haberci.read.times import dated, times
from haberci.read.tokens import tokens

Stage = Callable[[Report, Context], Report]

# Characters stand before layout: a dateline must be known though its letters are entities.
# Layout stands before letters: a byline glued to a headline must be cut off before its words are restored; and
# before dates: a day in a dateline dates its report.
# Statements stand before events: who says so must be known when a deed is coded.
STAGES: Final[tuple[Stage, ...]] = (
    characters,
    layout,
    dated,
    letters,
    sentences,
    tokens,
    names,
    mentions,
    times,
    statements,
    events,
    roles,
)


REPAIRING: Final[tuple[Stage, ...]] = (characters, layout, letters)


def read_report(report: Report, context: Context, stages: tuple[Stage, ...] = STAGES) -> Report:
    """A raw report, read through all stages or the first few.

    ``coded`` says whether it went through all. Raises ReadingError when a stage fails on the text, which is a fault of
    the stage and not of the text.
    """
    for stage in stages:
        try:
            report = stage(report, context)
        except Exception as error:  # whatever it breaks on must cost one report, not the whole run
            raise ReadingError(f"{report.id}: the stage {stage.__name__} failed ({error!r})") from error
    return replace(report, coded=stages == STAGES)
