"""The lines of a raw text, put together into pieces: a line that begins in mid-sentence belongs to the one before."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import zip_longest

from haberci.core.report import BlockKind

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_ENDS = re.compile(r"[.!?…:]+[\"'”’»)\]]*$")
_OPEN_END = re.compile(r"[,;(\[{–—‘“«/&]$|\w-$")
_CONTINUES = re.compile(r"[,;.:!?…)\]”»]|['’]\s?[a-zçğıöşü]")
_LONGEST_LONE = 120  # a longer line that does not end as a sentence is no headline: the break stands within it


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the raw text on its way to a block; ``kind`` is None while it is not told.

    ``blank`` says whether an empty line (or the start of the text) stands before it.
    """

    start: int
    stop: int
    text: str
    blank: bool
    kind: BlockKind | None = None
    rule: str = ""
    value: tuple[tuple[str, str], ...] = ()

    @property
    def ends_sentence(self) -> bool:
        """Whether it ends as a sentence does."""
        return _ENDS.search(self.text) is not None


def piece(raw: str, start: int, stop: int, blank: bool = False) -> Piece | None:
    """The piece ``raw[start:stop]`` without the space around it, None when nothing is left."""
    text = raw[start:stop]
    stripped = text.strip()
    if not stripped:
        return None
    start += len(text) - len(text.lstrip())
    return Piece(start, start + len(stripped), stripped, blank)


def pieces(raw: str, stands_apart: Callable[[str], bool]) -> list[Piece]:
    """The pieces of a text: its lines, those joined that a break cut in two.

    ``stands_apart`` says of a line that it is no part of a sentence (furniture), so that nothing is joined to it.
    """
    found: list[Piece] = []
    for group in _groups(raw):
        wrapped, joined = _is_wrapped(group), False
        for line, after in zip_longest(group, group[1:]):
            apart = not found or stands_apart(line.text) or stands_apart(found[-1].text)
            # A word that was a link stands on a line of its own, in the midst of its sentence.
            amid = joined or (after is not None and _is_amid(after.text))
            joined = not apart and _joins(found[-1], line, wrapped, amid)
            if joined:
                before = found.pop()
                found.append(Piece(before.start, line.stop, raw[before.start : line.stop], before.blank))
            else:
                found.append(line)
    return found


def _groups(raw: str) -> Iterator[list[Piece]]:
    """Lines between empty lines."""
    group: list[Piece] = []
    for match in _LINE.finditer(raw):
        line = piece(raw, match.start(), match.end())
        if line is None:
            continue
        blank = not group or len(_BREAK.findall(raw, group[-1].stop, line.start)) > 1
        if blank and group:
            yield group
            group = []
        group.append(Piece(line.start, line.stop, line.text, blank))
    if group:
        yield group


def _is_wrapped(group: list[Piece]) -> bool:
    """Whether the lines of a group were broken at a fixed width."""
    widths = [len(line.text) for line in group[:-1]]
    if len(widths) < 2 or not 40 <= max(widths) <= 120:
        return False
    return min(widths) > 0.6 * max(widths) and any(not line.ends_sentence for line in group[:-1])


def _joins(before: Piece, line: Piece, wrapped: bool, in_sentence: bool) -> bool:
    if wrapped and not line.blank:
        return True
    if before.ends_sentence:
        return False
    if _is_amid(line.text):
        return True
    if line.blank:
        return False
    return in_sentence or len(before.text) > _LONGEST_LONE or _OPEN_END.search(before.text) is not None


def _is_amid(line: str) -> bool:
    """Whether a line begins in the midst of a sentence."""
    return line[0].islower() or _CONTINUES.match(line) is not None
