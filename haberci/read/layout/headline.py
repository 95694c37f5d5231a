"""The headline: told from what follows, its repeats, and the byline that is glued to its end."""

from __future__ import annotations

import re
from typing import Final

from haberci.core.report import BlockKind
from haberci.read.layout.lines import Piece
from haberci.read.layout.names import CAPITAL, NAME, SMALL, Trust, Value, is_name, signature
from haberci.read.layout.page import Page

LONGEST: Final = 220  # of a headline, in characters
_PEOPLE: Final = rf"{NAME}(?:\s*[,/&|]\s*{NAME}){{0,3}}(?:\s*[/,-]\s*[{CAPITAL}]\w+)?"
_GLUED: Final = re.compile(
    rf"(?:(?<=[{SMALL}'’\"”!?.)])|(?<=[{CAPITAL}]{{3}})(?=[{CAPITAL}][{SMALL}]))(?P<name>{_PEOPLE})\.?$"
)
_PARTED: Final = re.compile(rf"\s*(?:[|/]|\s[-–—])\s*(?P<name>{_PEOPLE})$")
_OPENING: Final = 15  # letters by which the second of two headlines on one line is found
_QUOTES: Final = "\"'”’»)]*_"
_FIRST_MARKS: Final = "-–—•*(["


def headline(found: list[Piece], page: Page) -> list[Piece]:
    """Mark the headline and its repeats, and cut off the byline that is glued to it."""
    heads = (None, BlockKind.HEADLINE, BlockKind.DATELINE)
    at = next((i for i, p in enumerate(found) if p.kind in heads), None)
    if at is None or found[at].kind is BlockKind.DATELINE:
        return found
    if found[at].kind is None:
        found = [*found[:at], *_titled(found[at], page), *found[at + 1 :]]
    at = next(i for i, p in enumerate(found) if p.kind in heads)
    rule = _rule(found, at, page)
    if rule is None:
        return found
    result = found[:at]
    first = _split(found[at], rule, page, result, None)
    for p in found[at + 1 :]:
        if p.kind is None and len(p.text) <= 2 * LONGEST and _is_repeat(p, first, page):
            _split(p, rule, page, result, first)
        else:
            result.append(p)
    return result


def _rule(found: list[Piece], at: int, page: Page) -> str | None:
    p = found[at]
    if p.kind is BlockKind.HEADLINE:
        return p.rule
    rest = [q for q in found[at + 1 : at + 6] if q.kind in (None, BlockKind.DATELINE) and not _is_small(q)]
    if page.title and page.same(p.text, page.title):
        return "layout.headline.title"
    fits = len(p.text) <= LONGEST and len(p.text.split()) > 1 and p.text[0] not in _FIRST_MARKS
    if not fits or not rest or p.text[0].islower():
        return None
    if any(page.alike(p.text, q.text) and _stops(q) == _stops(p) for q in rest[:2]):
        return "layout.headline.first"
    longer = len(rest[0].text) > len(p.text) or rest[0].ends_sentence or rest[0].kind is BlockKind.DATELINE
    longer = longer or (rest[0].blank and len(rest) > 1 and rest[1].ends_sentence)
    last = p.text.rstrip(_QUOTES)[-1:]
    ends = p.ends_sentence and (last not in ("!", "?", "…") or (last == "…" and ". " in p.text))
    return "layout.headline.first" if longer and not ends and p.text[-1] not in ",;" else None


def _is_small(p: Piece) -> bool:
    """Whether a line below says nothing about the one above: a name, or a word in capitals."""
    return is_name(p.text) or (p.kind is None and p.text.isalpha() and p.text.isupper())


def _stops(p: Piece) -> bool:
    """Whether it ends with a full stop: a headline does not, and a sentence of the report that says the same does."""
    return p.text.rstrip(_QUOTES).endswith(".")


def _titled(p: Piece, page: Page) -> list[Piece]:
    """The title cut off the text that follows it on its line."""
    title, text = page.bare(page.title), p.text
    if (
        len(title) < _OPENING
        or len(page.fold(text)) != len(text)
        or not page.bare(text[: 2 * LONGEST]).startswith(title)
    ):
        return [p]
    stop = _offset(text, len(title))
    while stop < len(text) and not text[stop].isalnum() and text[stop] not in "\"“'‘(":
        stop += 1
    rest = text[stop:].lstrip("\"“'‘( ")
    if not rest or not (rest[0].isupper() or rest[0].isdigit()) or text[stop - 1].isalnum():
        return [p]
    return [*(h.told(BlockKind.HEADLINE, "layout.headline.title") for h in p.part(0, stop)), *p.part(stop, len(text))]


def _offset(text: str, letters: int) -> int:
    """Where the text has had so many letters and figures."""
    for at, letter in enumerate(text):
        letters -= letter.isalnum()
        if letters == 0:
            return at + 1
    return len(text)


def _is_repeat(p: Piece, head: str, page: Page) -> bool:
    if p.text[0] in _FIRST_MARKS and head[0] not in _FIRST_MARKS:
        return False  # a subhead that says the same
    if page.alike(p.text, head):
        return _stops(p) == head.rstrip(_QUOTES).endswith(".")
    cut = glued_name(p.text, page, True)
    return cut is not None and page.alike(p.text[: cut[0]], head)


def _split(p: Piece, rule: str, page: Page, result: list[Piece], first: str | None) -> str:
    """Add headline (or repeat) and byline of one line to ``result``; returns the bare headline."""
    parts = repeats(p.text, page)
    known = first is not None or len(parts) > 1 or bool(page.title and page.same(p.text, page.title))
    for start, stop in parts:
        cut = glued_name(p.text[start:stop], page, known)
        middle, name = (stop, stop) if cut is None else (start + cut[0], start + cut[1])
        for head in p.part(start, middle):
            if first is None:
                first = head.text
                result.append(head.told(BlockKind.HEADLINE, rule))
            else:
                result.append(head.told(BlockKind.FURNITURE, "layout.headline.repeat", (("repeats", "headline"),)))
        for byline in p.part(middle, stop):
            result.append(byline.told(BlockKind.BYLINE, "layout.byline.glued", _byline(p.text[name:stop], page)))
    return first or p.text


def _byline(text: str, page: Page) -> Value:
    return signature(text, page.cues, page.fold, Trust.ANY) or (("name", text.rstrip(".")),)


def glued_name(line: str, page: Page, known: bool) -> tuple[int, int] | None:
    """Where the byline begins at the end of a headline, and where its name does.

    The headline's last word must end as headlines do, unless it is ``known`` from elsewhere (a repeat, a title).
    """
    match = _GLUED.search(line) or _PARTED.search(line)
    if match is None:
        return None
    words = page.fold(line[: match.start()]).rstrip("\"'”’!?.) ").split()
    if len(words) < 3:
        return None
    if not (known or words[-1].endswith(page.cues.finite_endings)):
        return None
    parted = match.start() < match.start("name")
    if parted and signature(match["name"], page.cues, page.fold) is None:
        return None
    return match.start(), match.start("name")


def repeats(text: str, page: Page) -> list[tuple[int, int]]:
    """The halves (or thirds) of a line that says the same two or three times; the line itself when it does not."""
    bare = page.bare(text)
    if len(bare) < 2 * _OPENING or len(text) > 3 * LONGEST or len(page.fold(text)) != len(text):
        return [(0, len(text))]
    starts, at = [0], 0
    while (at := bare.find(bare[:_OPENING], at + _OPENING)) >= 0:
        starts.append(_offset(text, at + 1) - 1)
    starts = [0, *(_opening(text, start) for start in starts[1:])]
    parts = list(zip(starts, [*starts[1:], len(text)], strict=True))
    if not 1 < len(parts) <= 3 or not all(_same_head(text, parts[0], part, page) for part in parts[1:]):
        return [(0, len(text))]
    return parts


def _opening(text: str, start: int) -> int:
    """A quotation mark before the first letter belongs to it."""
    return start - 1 if start > 1 and text[start - 1] in "\"“'‘" and text[start - 2 : start - 1] in " \n" else start


def _same_head(text: str, one: tuple[int, int], other: tuple[int, int], page: Page) -> bool:
    heads = []
    for start, stop in (one, other):
        line = text[start:stop].strip()
        cut = glued_name(line, page, True)
        heads.append((line, line if cut is None else line[: cut[0]]))
    (whole, bare), (other_whole, other_bare) = heads
    if whole.endswith(".") != other_whole.endswith("."):
        return False
    pairs = ((whole, other_whole), (bare, other_bare), (whole, other_bare), (bare, other_whole))
    return any(page.alike(a, b) for a, b in pairs)
