"""The headline: told from what follows, its repeats, and the byline that is glued to its end."""

from __future__ import annotations

import re
from collections.abc import Callable

from haberci.core.layout import LayoutCues

_CAPITAL = "A-ZÀ-ÖØ-ÞĞİŞ"
_SMALL = "a-zß-öø-ÿğış"
_NAME_WORD = rf"[{_CAPITAL}](?:[{_SMALL}]+|\.|[{_CAPITAL}]+)"
NAME = rf"{_NAME_WORD}(?:[ -]{_NAME_WORD}){{1,3}}"
_GLUED = re.compile(rf"(?<=[{_SMALL}'’\"”!?.])(?P<name>[{_CAPITAL}][{_SMALL}]+(?: {_NAME_WORD}){{1,3}})$")
_TWICE = re.compile(r"(.{12,}?)\s*\1(?:\s*\1)?")
LONGEST = 220  # of a headline, in characters


def glued_name(line: str, cues: LayoutCues, fold: Callable[[str], str], known: bool) -> int | None:
    """Where the byline begins that is glued to the end of a headline.

    The headline's last word must end as headlines do, unless it is ``known`` from elsewhere (a repeat, a title).
    """
    match = _GLUED.search(line)
    if match is None:
        return None
    head = line[: match.start()]
    words = fold(head).split()
    if len(words) < 3 or not (known or words[-1].endswith(cues.finite_endings)):
        return None
    return match.start()


def repeats(text: str) -> list[tuple[int, int]]:
    """The halves (or thirds) of a line that says the same two or three times; the line itself when it does not."""
    match = _TWICE.fullmatch(text)
    if match is None:
        return [(0, len(text))]
    part = match.group(1)
    found, at = [], 0
    while (start := text.find(part, at)) >= 0:
        found.append((start, start + len(part)))
        at = start + len(part)
    return found


def is_name(text: str) -> bool:
    """Whether a line is nothing but a name of two to four words."""
    return re.fullmatch(NAME, text) is not None
