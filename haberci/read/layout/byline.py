"""Bylines: lines that say who wrote, names alone, and the signature at the end of the last paragraph."""

from __future__ import annotations

import re
from typing import Final

from haberci.core.report import BlockKind
from haberci.read.layout.dateline import lone
from haberci.read.layout.lines import Piece
from haberci.read.layout.names import CAPITAL, NAMES, SMALL, Trust, Value, are_people, is_name, roles, signature, told
from haberci.read.layout.page import Page

WORD, NAME, GLUED = "layout.byline.word", "layout.byline.name", "layout.byline.glued"
SIGNED: Final = "layout.byline.signature"
_LONGEST: Final = 140
_TOP: Final = 4  # a name with its city stands among the first so many pieces, or at the end
_AHEAD: Final = re.compile(rf"(?P<name>{NAMES})\s*(?:[-–—]\s+|[-–—]\s*\n\s*)(?=[\"“'‘]?[{CAPITAL}\d])")
_STROKE: Final = re.compile(
    rf"(?P<name>{NAMES})\s*/\s*(?P<office>[{CAPITAL}]{{4,}}(?: [{CAPITAL}]+){{0,3}})(?=\s+[\"“'‘]?[{CAPITAL}\d])"
)
_ENDED: Final = re.compile(rf"(?:(?<=[{SMALL}]{{3}})|(?<=[\d%)\]\"”’']))[.!?…]+(?: ?[\"”’'»)])*\s*|[\"”]\s+(?=[(\[])")
_BRACKETED: Final = re.compile(r"(?:^|(?<=[.!?…\"”’')\n])|(?<=\w\s))\s*(?P<said>[(\[][^()\[\]]{2,90}[)\]])\.?$")


def signed(found: list[Piece], page: Page) -> list[Piece]:
    """Lines that say themselves that they are bylines."""
    return [part for at, p in enumerate(found) for part in (_as_signed(p, at, found, page) if p.kind is None else [p])]


def ahead(p: Piece, page: Page) -> list[Piece]:
    """The reporter's name before the first sentence: with a dash (``AYŞE DEMİR - Heyet geldi.``), or with a city or
    paper behind a stroke (``Ayşe DEMİR/ANKARA Heyet geldi.``)."""
    match = _AHEAD.match(p.text)
    if match is not None and are_people(match["name"], page.cues, page.fold):
        return _parted(p, match.end(), (("name", match["name"]),))
    match = _STROKE.match(p.text)
    if match is None:
        return [p]
    for words in (3, 2, 1):
        office = " ".join(match["office"].split(" ")[:words])
        value = signature(match["name"] + "/" + office, page.cues, page.fold)
        stop = match.start("office") + len(office)
        if value is not None and "name" in dict(value) and ("agency" in dict(value) or words == 1):
            return _parted(p, stop, value)
    return [p]


def _parted(p: Piece, stop: int, value: Value) -> list[Piece]:
    return [*(b.told(BlockKind.BYLINE, NAME, value) for b in p.part(0, stop)), *p.part(stop, len(p.text))]


def bylines(found: list[Piece], page: Page) -> list[Piece]:
    """Names alone below the headline, and names, places and agencies alone at the end."""
    result = list(found)
    above = (BlockKind.HEADLINE, BlockKind.FURNITURE, BlockKind.BYLINE, BlockKind.DATELINE)
    for at, p in enumerate(found[:-1]):
        if p.kind is None and at > 0 and result[at - 1].kind in above and at < 2 * _TOP:
            result[at] = _as_name(p, page, found[at + 1].blank and result[at - 1].kind is BlockKind.HEADLINE)
    for at in range(len(found) - 1, 0, -1):
        if result[at].kind is None:
            result[at] = _as_ending(result[at], page)
        if result[at].kind in (None, BlockKind.SUBHEAD, BlockKind.HEADLINE):
            break
    return result


def signatures(p: Piece, page: Page, last: bool) -> list[Piece]:
    """The paragraph, and what signs it: in brackets anywhere, without them only below the last one."""
    bracketed = _BRACKETED.search(p.text) if p.text.endswith((")", "]", ").", "].")) else None
    if bracketed is not None and bracketed.start("said") > 0:
        value = signature(bracketed["said"], page.cues, page.fold)
        if value is not None and _closes(p.text[: bracketed.start("said")]):
            return [*p.part(0, bracketed.start("said")), *_signing(p, bracketed.start("said"), value)]
    return _bare_signature(p, page) if last else [p]


def _bare_signature(p: Piece, page: Page) -> list[Piece]:
    floor = max(0, len(p.text) - _LONGEST)
    for match in _ENDED.finditer(p.text, floor):
        rest = p.text[match.end() :]
        made = roles(rest, page.cues, page.fold)
        if made is not None:
            at = match.end()
            lines = [line for start, stop, value in made for line in _word(p, at + start, at + stop, value)]
            return [*p.part(0, at), *lines]
        value = signature(rest.lstrip("-–— "), page.cues, page.fold)
        # "Kazanan belli oldu. Ayşe Demir." is a sentence; "?" may be answered by a name
        if value is not None and not (dict(value).keys() == {"name"} and (rest[-1] == "." or "?" in match.group())):
            return [*p.part(0, match.end()), *_signing(p, match.end(), value)]
    return [p]


def _closes(before: str) -> bool:
    return before.rstrip()[-1:] in tuple(".!?…\"”’'")


def _signing(p: Piece, at: int, value: Value) -> list[Piece]:
    is_byline = "name" in dict(value) or "mail" in dict(value)
    kind, rule = (BlockKind.BYLINE, SIGNED) if is_byline else (BlockKind.DATELINE, "layout.dateline.agency")
    return [line.told(kind, rule, value) for line in p.part(at, len(p.text))]


def _word(p: Piece, start: int, stop: int, value: Value) -> list[Piece]:
    return [line.told(BlockKind.BYLINE, WORD, value) for line in p.part(start, stop)]


def _as_signed(p: Piece, at: int, found: list[Piece], page: Page) -> list[Piece]:
    if len(p.text) > _LONGEST:
        return [p]
    made = roles(p.text, page.cues, page.fold)
    if made is not None:
        return [line for start, stop, value in made for line in _word(p, start, stop, value)]
    at_edge = at < _TOP or all(q.kind is not None or len(q.text) <= _LONGEST for q in found[at + 1 :])
    verb = told(p.text, page.cues, page.fold)
    if verb is not None and at_edge:
        return _word(p, 0, len(p.text), verb)
    value = signature(p.text, page.cues, page.fold)
    if value is None or not at_edge or len(found) == 1 or not _is_byline(value):
        return [p]
    return [p.told(BlockKind.BYLINE, NAME, value)]


def _is_byline(value: Value) -> bool:
    """Whether a signature holds a name and more, or an address; a name alone is judged by where it stands."""
    held = dict(value)
    return "mail" in held or ("name" in held and len(held) > 1)


def _as_name(p: Piece, page: Page, trusted: bool, trust: Trust = Trust.SURE) -> Piece:
    """The piece, a byline if it is nothing but names; ``trusted`` takes small letters behind capitals for enough."""
    value = signature(p.text, page.cues, page.fold, trust)
    if value is not None and "name" in dict(value):
        return p.told(BlockKind.BYLINE, NAME, value)
    if not trusted or not is_name(p.text) or _in_capitals(p.text) or page.key(p.text) in page.cues.agencies:
        return p
    return p.told(BlockKind.BYLINE, NAME, (("name", p.text),))


def _in_capitals(text: str) -> bool:
    """Whether all letters of a text are capitals."""
    return all(map(str.isupper, filter(str.isalpha, text)))


def _as_ending(p: Piece, page: Page) -> Piece:
    ending = lone(p.text, page.cues, page.fold)
    if ending is not None:
        return p.told(BlockKind.DATELINE, ending.rule, ending.value)
    return _as_name(p, page, p.blank, Trust.LIKELY)
