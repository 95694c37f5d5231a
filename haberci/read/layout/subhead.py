"""Subheads: short lines between paragraphs, and the capitals that a page glues to the paragraph below."""

from __future__ import annotations

import re
from typing import Final

from haberci.core.report import BlockKind
from haberci.read.layout.lines import Piece
from haberci.read.layout.names import CAPITAL, SMALL
from haberci.read.layout.page import Page

_DASH: Final = re.compile(r"[-–—•*]\s*(?=\S)")
_BOLD: Final = re.compile(r"(?:\*\*|__)(?=\S).{2,140}(?<=\S)(?:\*\*|__)|#{1,4}\s.{2,140}|<(b|strong|h\d)>.{2,140}</\1>")
_QUOTED: Final = re.compile(  # \x91 to \x94 are the typographic marks of the old code page
    r"[\"“'‘’«\x91\x93](?P<said>[^\"“”«»\x93\x94]{3,100})[\"”'’»\x92\x94]{1,2}"
)
_WORDS: Final = rf"[{CAPITAL}\d][{CAPITAL}\d'’-]*"
_GLUED: Final = re.compile(
    rf"[\"“'‘]?{_WORDS}(?:[ ,:]+[\"“'‘]?{_WORDS}[\"”'’]?){{1,14}}"
    rf"(?P<mark>[?!…\"”]*)\s+(?=[\"“'‘]?[{CAPITAL}][{SMALL}]+[ ,'’])"
)
_RUN: Final = re.compile(rf"[{CAPITAL}]{{3}}[{CAPITAL}\d'’\"“”,: -]{{8}}")
_SENTENCE: Final = re.compile(r"(?:^|(?<=[.!?…][\"”’ ])|(?<=[.!?…][\"”’] )|(?<=\w\w[.!?…] ))")
_ACRONYM: Final = re.compile(rf"\s+(?:[{CAPITAL}]{{2,4}}|[{CAPITAL}]{{5}})$")
_INNER_END: Final = re.compile(r"[.!?…][\"”’]?\s+\S")
_LONGEST, _LONGEST_LINE, _LONGEST_QUOTE = 160, 100, 90
_LEAST_LETTERS: Final = 11  # of capitals glued to a paragraph
_OPEN, _CLOSED = "“‘«", "”’»"


def glued(p: Piece, page: Page) -> list[Piece]:
    """A paragraph, and the subheads in capitals that stand before its sentences (``HEYET GELDİ Bakan dün …``)."""
    if _RUN.search(p.text) is None:
        return [p]
    result, at = [], 0
    for start in (match.start() for match in _SENTENCE.finditer(p.text)):
        match = _GLUED.match(p.text, start) if start >= at else None
        if match is None:
            continue
        head = _subhead_of(match, page)
        if head:
            stop = start + len(head)
            result += p.part(at, start)
            result += [s.told(BlockKind.SUBHEAD, "layout.subhead.glued") for s in p.part(start, stop)]
            at = stop
    return [*result, *p.part(at, len(p.text))] if at else [p]


def _subhead_of(match: re.Match[str], page: Page) -> str:
    """The capitals up to the last word that ends a clause; an acronym behind it opens the next sentence."""
    head = match.group().rstrip()
    ended = bool(match["mark"])
    while not ended and (acronym := _ACRONYM.search(head)) and not _is_closed(head, page):
        head = head[: acronym.start()]
    ended = ended or _is_closed(head, page)
    long = [word for word in re.findall(r"[^\W\d]+", head) if len(word) > 3]
    enough = len(long) > 1 or (long and len(head.split()) > 2)
    return head if ended and enough and sum(map(str.isalpha, head)) >= _LEAST_LETTERS else ""


def _is_closed(head: str, page: Page) -> bool:
    """Whether capitals end a clause, or their quotation."""
    if head[0] in "'‘" and head[-1] in "'’":
        return True
    word = page.fold(head).split()[-1].strip("\"'”’")
    return len(word) > 2 and word.endswith(page.cues.predicates)


def subheads(found: list[Piece], page: Page) -> list[Piece]:
    """The pieces, with those that are subheads."""
    return [_as_subhead(found, at) if p.kind is None else p for at, p in enumerate(found)]


def _as_subhead(found: list[Piece], at: int) -> Piece:
    p = found[at]
    after = next((q for q in found[at + 1 :] if q.kind is None), None)
    before = next((q for q in reversed(found[:at]) if q.kind not in (BlockKind.FURNITURE, BlockKind.BYLINE)), None)
    if after is None or before is None or len(p.text) > _LONGEST:
        return p
    if _BOLD.fullmatch(p.text):
        return p.told(BlockKind.SUBHEAD, "layout.subhead.bold")
    dashed = _DASH.match(p.text)
    if dashed:
        is_head = not _is_list(before, after) and not _is_sentence(p)
        return p.told(BlockKind.SUBHEAD, "layout.subhead.dash") if is_head else p
    return _by_look(p, before, after)


def _by_look(p: Piece, before: Piece, after: Piece) -> Piece:
    letters = [c for c in p.text if c.isalpha()]
    if len(letters) > 5 and sum(map(str.isupper, letters)) > 0.8 * len(letters) and len(after.text) > len(p.text):
        return p.told(BlockKind.SUBHEAD, "layout.subhead.capitals")
    heads = len(after.text) > len(p.text) or (p.blank and after.blank and after.ends_sentence)
    if not heads or _speaks_on(before):
        return p
    if _is_quoted(p) and _stands_below(p, before):
        return p.told(BlockKind.SUBHEAD, "layout.subhead.quote")
    plain = len(p.text) <= _LONGEST_LINE and not p.ends_sentence and p.text[-1] not in ",;" and p.text[0].isupper()
    stands = _stands_below(p, before)
    if plain and len(p.text.split()) > 1 and stands and not _opens_speech(p):
        return p.told(BlockKind.SUBHEAD, "layout.subhead.line")
    return p


def _stands_below(p: Piece, before: Piece) -> bool:
    """Whether what stands above a line is at its end: a sentence, a heading, or speech with an empty line below."""
    if before.kind in (BlockKind.HEADLINE, BlockKind.DATELINE) or before.ends_sentence:
        return True
    return p.blank and before.text[-1] in "\"”’'\x94"


def _is_list(before: Piece, after: Piece) -> bool:
    return (
        _DASH.match(before.text) is not None
        or _DASH.match(after.text) is not None
        or (before.kind is None and before.text.rstrip().endswith(":"))
    )


def _is_sentence(p: Piece) -> bool:
    """Whether a line with a dash is a sentence: a question or call, or speech, may stand as a subhead."""
    bare = p.text.rstrip("-–— \"'”’»*")
    if bare[-1:] == "?" and (len(p.text) > _LONGEST_QUOTE or _INNER_END.search(p.text)):
        return True  # a question of an interview
    return p.ends_sentence and bare[-1:] in (".", ":") and not bare.endswith("..")


def _is_quoted(p: Piece) -> bool:
    match = _QUOTED.fullmatch(p.text)
    if match is None or len(p.text) > _LONGEST_QUOTE:
        return False
    said = match["said"].strip()
    return said[:1].isupper() and (said[-1] not in ".:,;" or said.endswith("..")) and len(said.split()) > 1


def _speaks_on(before: Piece) -> bool:
    """Whether the paragraph before leads to speech or leaves it open."""
    if before.kind is not None:
        return False
    return before.text.rstrip().endswith((":", ",")) or _opens_speech(before)


def _opens_speech(p: Piece) -> bool:
    opened = sum(p.text.count(mark) for mark in "“«") - sum(p.text.count(mark) for mark in "”»")
    return opened > 0 or p.text.count('"') % 2 == 1
