"""A notice of an agency on a report that it sent before."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final, NamedTuple

HEADLINE: Final = 200  # characters within which the headline of a report without a title ends
_WORDS: Final = re.compile(r"\w+")


class NoticeKind(StrEnum):
    """What becomes of the report that is named."""

    CORRECTION = "correction"  # the notice's own text stands for it
    KILL = "kill"  # it is taken back, and nothing stands for it


class Notice(NamedTuple):
    """The report named by its ``id``, or by its ``title`` in folded words; ``rule`` is what found it."""

    kind: NoticeKind
    id: str | None
    title: str | None
    rule: str


def headline_of(title: str | None, text: str) -> str:
    """The title of a report, else its first line."""
    return title or next((line.strip() for line in text.splitlines() if line.strip()), "")[:HEADLINE]


def plain(folded: str) -> str:
    """The words of a folded headline, by which it is compared."""
    return " ".join(_WORDS.findall(folded))
