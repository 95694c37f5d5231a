"""The lines of a raw text, put together into pieces: a line that begins in mid-sentence belongs to the one before."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise, zip_longest
from typing import Final, NamedTuple

from haberci.core.report import BlockKind

_LINE: Final = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_BREAK: Final = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_ENDS: Final = frozenset(".!?…:")
_CLOSERS: Final = "\"'”’»)]*_" + "".join(filter(str.isspace, map(chr, range(0x3001))))  # what may stand behind them
_QUOTES: Final = frozenset("\"'”’»")
_OPEN_END: Final = re.compile(r"[,;(\[{–—‘“«/&]$|\w-$")
_CONTINUES: Final = re.compile(r"[,;.:!?…)\]”»]|['’]\s?[a-zçğıöşü]")
_QUOTED_AMID: Final = re.compile(r"[\"“‘'«][a-zçğıöşü]")
_LONGEST_LONE: Final = 120  # a longer line that does not end as a sentence is no headline: the break stands within it
_NARROWEST, _WIDEST = 40, 130  # of a text broken at a fixed width
_COLUMN: Final = 24  # of one broken as a column of a newspaper is, in nearly every line
# Lines that begin in mid-sentence by which a text is told whose links stand on lines of their own.
_FEWEST_LINKS: Final = 2
_LONGEST_LINK: Final = 3  # words
_LONGEST_ACRONYM: Final = 5  # letters
_SLACK: Final = 0.9  # wires break lines by their own measure of a letter
_FEWEST: Final = 3  # breaks by which a text's width is told


class Piece(NamedTuple):
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
        return self.text.rstrip(_CLOSERS)[-1:] in _ENDS

    def told(self, kind: BlockKind, rule: str, value: tuple[tuple[str, str], ...] = ()) -> Piece:
        """The piece, now that its kind is known."""
        return self._replace(kind=kind, rule=rule, value=value)

    def part(self, start: int, stop: int) -> list[Piece]:
        """``text[start:stop]`` as a piece of its own without the space around it; none when nothing is left."""
        text = self.text[start:stop]
        stripped = text.strip()
        if not stripped:
            return []
        start += len(text) - len(text.lstrip())
        at = self.start + start
        return [Piece(at, at + len(stripped), stripped, self.blank and start == 0)]


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
    groups = list(_groups(raw))
    width, linked = _width(groups), _has_links(groups, raw)
    for group in groups:
        wrapped, joined = _is_wrapped(group), False
        for above, line, after in zip_longest([None, *group[:-1]], group, group[1:]):
            assert line is not None  # only the lines around it may be missing
            apart = not found or stands_apart(line.text) or stands_apart(found[-1].text)
            # A word that was a link stands on a line of its own, in the midst of its sentence.
            amid = joined or (after is not None and _is_amid(after.text))
            soft = above is not None and not found[-1].ends_sentence and _is_soft(above, line, width)
            link = linked and above is not None and not found[-1].ends_sentence and _is_link(above, line, raw)
            joins = not apart and (soft or link or _joins(found[-1], line, wrapped, amid))
            joined = joins and not link
            if joins:
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
        group.append(line._replace(blank=blank))
    if group:
        yield group


def _is_wrapped(group: list[Piece]) -> bool:
    """Whether the lines of a group were broken at a fixed width."""
    widths = [len(line.text) for line in group[:-1]]
    if len(widths) < 2 or not _NARROWEST <= max(widths) <= 120:
        return False
    return min(widths) > 0.6 * max(widths) and any(not line.ends_sentence for line in group[:-1])


def _width(groups: list[list[Piece]]) -> int | None:
    """The width that the lines of a text were broken at, None when they were not.

    Where a line was broken because the next word would not have fitted, the two together are longer than the width.
    """
    breaks = [(a, b) for group in groups for a, b in pairwise(group) if not a.ends_sentence]
    lengths = sorted(len(a.text) for a, _ in breaks)
    if len(breaks) < _FEWEST:
        return None
    width = lengths[int(0.9 * (len(lengths) - 1))]
    soft = sum(_is_soft(a, b, width) for a, b in breaks)
    longer = sum(len(line.text) > 1.15 * width for group in groups for line in group)
    fits = _COLUMN <= width <= _WIDEST and longer < 0.1 * sum(map(len, groups))
    share = 0.6 if width >= _NARROWEST else 0.85
    fewest = _FEWEST if width >= _NARROWEST else 2 * _FEWEST
    return width if fits and soft >= max(fewest, share * len(breaks)) else None


def _has_links(groups: list[list[Piece]], raw: str) -> bool:
    """Whether words that were links stand on lines of their own in this text."""
    amid = sum(_is_amid(b.text) and not a.ends_sentence for group in groups for a, b in pairwise(group))
    lone = sum(
        _is_set_apart(*three, raw) for group in groups for three in zip(group, group[1:], group[2:], strict=False)
    )
    return amid >= _FEWEST_LINKS or lone >= _FEWEST_LINKS


def _is_set_apart(above: Piece, line: Piece, after: Piece, raw: str) -> bool:
    """Whether a short line stands amid a sentence, with the spaces around it kept, and is no item of a list."""
    ends = above.ends_sentence or line.ends_sentence or len(after.text) < _NARROWEST
    return not ends and _is_short(line) and _is_link(above, line, raw) and _is_link(line, after, raw)


def _is_link(above: Piece, line: Piece, raw: str) -> bool:
    """Whether the break between two lines is one around a link: it kept the spaces around the word."""
    gap = raw[above.stop : line.start]
    return gap[:1] == " " and gap[-1:] == " " and (_is_short(above) or _is_short(line))


def _is_short(line: Piece) -> bool:
    """Whether a line may be one such word or name: no heading in capitals longer than an acronym."""
    if len(line.text.split()) > _LONGEST_LINK or not line.text[-1].isalpha():
        return False
    return not line.text.isupper() or len(line.text) <= _LONGEST_ACRONYM


def _is_soft(above: Piece, line: Piece, width: int | None) -> bool:
    return width is not None and len(above.text) + 1 + len(line.text.split()[0]) > _SLACK * width


def _joins(before: Piece, line: Piece, wrapped: bool, in_sentence: bool) -> bool:
    if wrapped and not line.blank:
        return True
    if before.ends_sentence:
        return line.text[0].islower() and not line.blank and before.text[-1] in _QUOTES  # … geldi."⏎dedi.
    if _is_amid(line.text):
        return True
    if line.blank:
        return False
    quoted = _QUOTED_AMID.match(line.text) is not None and len(before.text.split()) > 2
    return in_sentence or quoted or len(before.text) > _LONGEST_LONE or _OPEN_END.search(before.text) is not None


def _is_amid(line: str) -> bool:
    """Whether a line begins in the midst of a sentence."""
    return line[0].islower() or _CONTINUES.match(line) is not None
