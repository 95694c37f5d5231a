"""Where a Turkish sentence ends within one paragraph.

A mark (. ? ! …) ends a sentence unless what stands before it is an abbreviation, an initial or an ordinal, or what
follows it goes on in small letters (``"Gidin." dedi`` is one sentence). Each sentence of a quotation is one of its own;
the closing quotation mark and the reporting verb stay with the last one.
"""

from __future__ import annotations

import re
from functools import lru_cache

from haberci.core.lexicon import read_rows
from haberci.core.span import Span
from haberci.languages.tr.casing import lower

_MARK = re.compile(r"[.!?…]+")
_CLOSERS = "\"”’'»)]“\x92\x94"
_OPENERS = "\"“‘'«([\x91\x93"
_BEFORE = re.compile(r"[\w.'’-]+$")
_ROMAN = re.compile(r"[IVX]+")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_GLUED = re.compile(r"(?:[^\W\d_][^\W\d_.]|\d)")
_LONGEST_ORDINAL = 3  # digits: 100. yıl; a full stop behind four digits follows a year


@lru_cache(maxsize=1)
def abbreviations() -> frozenset[str]:
    """Words that keep their full stop (``dr``, ``org``), in small letters and without it."""
    return frozenset(row.needs("short") for row in read_rows("tr/abbreviations.tsv", ("short", "full")))


def sentences(text: str) -> list[Span]:
    """The sentences of one paragraph, as spans without the white space around them."""
    found: list[Span] = []
    start = 0
    for mark in _MARK.finditer(text):
        if mark.start() < start:
            continue
        stop = _end_behind(text, mark)
        if stop is not None:
            _add(found, text, start, stop)
            start = stop
    _add(found, text, start, len(text))
    return found


def _add(found: list[Span], text: str, start: int, stop: int) -> None:
    piece = text[start:stop]
    bare = piece.strip()
    if not bare:
        return
    start += len(piece) - len(piece.lstrip())
    if found and not any(map(str.isalnum, bare)):  # stray marks belong to the sentence before
        found[-1] = Span(found[-1].start, start + len(bare))
    else:
        found.append(Span(start, start + len(bare)))


def _end_behind(text: str, mark: re.Match[str]) -> int | None:
    """Where the sentence that the mark may end stops, or None when it goes on."""
    stop = _past_closers(text, mark.end())
    if not text[stop:].strip():
        return len(text)
    closed = stop > mark.end()
    space = text[stop].isspace()
    rest = text[stop:].lstrip() if space else text[stop:]
    if not space and not closed and not _may_be_glued(text, mark, rest):
        return None
    if not _starts_sentence(rest):
        return None
    return stop if closed or not _is_short(text, mark) else None


def _past_closers(text: str, at: int) -> int:
    """Past closing quotes and brackets. A straight mark with an odd number before it closes; else it opens."""
    while at < len(text):
        here = at
        while here < len(text) and text[here] == " ":
            here += 1
        if here == len(text) or text[here] not in _CLOSERS or not _closes(text, here, here > at):
            return at
        at = here + 1
    return at


def _closes(text: str, at: int, spaced: bool) -> bool:
    mark = text[at]
    before_word = at + 1 < len(text) and text[at + 1].isalnum()
    if mark in "”»)]\x94":
        return True
    if mark == "“":
        return not spaced and not before_word
    if mark in "'’\x92":
        return not spaced and not before_word
    if spaced and before_word:
        return False
    if not spaced and not before_word:
        return True
    return text.count('"', 0, at) % 2 == 1


def _starts_sentence(rest: str) -> bool:
    head = rest.lstrip(_OPENERS + "-–—• ")[:1] or rest[:1]
    return head.isupper() or head.isdigit() or rest[0] in _OPENERS and not head.islower()


def _may_be_glued(text: str, mark: re.Match[str], rest: str) -> bool:
    """Whether a mark without a space behind it ends a sentence: ``dedi.Başkan`` does, ``www.aa`` does not."""
    before = text[max(0, mark.start() - 3) : mark.start()]
    if len(before) < 3 or not (before.isalpha() and before[-2:].islower()):
        return False
    head = rest.lstrip(_OPENERS)
    return bool(head) and head[0].isupper() and bool(_GLUED.match(head)) and "@" not in rest.split(" ", 1)[0]


def _is_short(text: str, mark: re.Match[str]) -> bool:
    """Whether the full stop belongs to an abbreviation, an initial or an ordinal."""
    if mark.group() != ".":
        return False
    found = _BEFORE.search(text, max(0, mark.start() - 25), mark.start())
    if found is None:
        return False
    word = found.group().rstrip(".")
    if word.isdigit():
        return len(word) <= _LONGEST_ORDINAL and not _ends_number(text, found.start())
    if _INITIALS.fullmatch(word):
        return word.isupper() or len(word) > 1
    return bool(_ROMAN.fullmatch(word)) or lower(word) in abbreviations()


def _ends_number(text: str, start: int) -> bool:
    """Whether digits before a full stop end a larger number (``12,5.``), which is no ordinal."""
    return start > 0 and text[start - 1] in ",.:/"
