"""Where a Turkish sentence ends within one paragraph.

A mark (. ? ! …) ends a sentence unless what stands before it is an abbreviation, an initial or an ordinal, or what
follows it goes on in small letters (``"Gidin." dedi`` is one sentence). Each sentence of a quotation is one of its own;
the closing quotation mark and the reporting verb stay with the last one. A heading in capitals before a sentence that
is not (``SEÇİMDE ADALET YOKTUR Genel Başkan ...``) ends without a mark.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from haberci.core.lexicon import read_rows
from haberci.core.span import Span, as_span
from haberci.languages.tr.casing import lower

_MARK: Final = re.compile(r"[.!?…]+")
_CLOSERS: Final = "\"”’'»)]“\x92\x94"
_OPENERS: Final = "\"“‘'«([\x91\x93"
_BULLETS: Final = "-–—•*●▪■►· "  # what stands before an item of a list
_BEFORE: Final = re.compile(r"[\w.'’-]+$")
_ROMAN: Final = re.compile(r"[IVX]+")
_SHARE: Final = re.compile(r"[Yy]üzde\s+$")
_WORD: Final = re.compile(r"\s+(\w+)")
_INITIALS: Final = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_GLUED_YEAR: Final = re.compile(r"\d{4}['’ ]")  # "kullanıldı.1967'de"
_GLUED_NUMBER: Final = re.compile(r"\d{1,4}['’ ]")
_VERB_END: Final = re.compile(
    r"\w{2}(?:[dt][ıiuü](?:m|k|lar|ler)?|yor(?:um|uz|lar)?|[ae]ca[kğ]\w{0,3}|m[ıiuü]şt[ıiuü]r?|[ıiuü]r[ıiuü]z|tir|tır|değil)$"
)
_LONG_WORDS: Final = 2
_GLUED: Final = re.compile(r"(?:[^\W\d_][^\W\d_.]|\d)")
_HEADING: Final = re.compile(
    r"""[\W_]*(?:[^\Wa-zçğıöşüâîû_][^\Wa-zçğıöşüâîû_'’.,-]*(?:['’.-][^\Wa-zçğıöşüâîû_]+)*[,"”'’)-]*\s+){3,}
    (?=[^\w:]*[^\W\d_]\w*[a-zçğıöşüâîû])""",
    re.VERBOSE,
)
_HEADING_TAIL: Final = re.compile(
    r"(?<=\s)(?:\S*[,\d]\S*|[^\WAEIİOÖUÜaeıioöuü\d_]+|A[BK]|ABD|AKP)\s+$"
)  # goes with what follows
_SPACED_MARK: Final = re.compile(r"\s*['\"’”](?=\s)")
_LONG_WORD: Final = re.compile(r"[^\W\d_]{5,}")
_LONGEST_ORDINAL: Final = 3  # digits: 100. yıl; a full stop behind four digits follows a year


@lru_cache(maxsize=1)
def abbreviations() -> frozenset[str]:
    """Words that keep their full stop (``dr``, ``org``), in small letters and without it."""
    return frozenset(row.needs("short") for row in read_rows("tr/abbreviations.tsv", ("short", "full")))


@lru_cache(maxsize=2)
def openers(kind: str) -> frozenset[str]:
    """Words that begin a sentence and follow no ordinal (``begins``), or that tell who said it (``reports``)."""
    rows = read_rows("tr/openers.tsv", ("kind", "word", "example"))
    return frozenset(row.needs("word") for row in rows if row.one_of("kind", ("begins", "reports")) == kind)


def sentences(text: str) -> list[Span]:
    """The sentences of one paragraph, as spans without the white space around them."""
    found: list[Span] = []
    start = _add_heading(found, text, 0)
    for mark in _MARK.finditer(text, start):
        if mark.start() < start:
            continue
        stop = _end_behind(text, mark)
        if stop is not None:
            _add(found, text, start, stop)
            start = _add_heading(found, text, stop)
    _add(found, text, start, len(text))
    return found


def _add_heading(found: list[Span], text: str, start: int) -> int:
    """Add the heading in capitals that begins here, if one does; where the sentence behind it begins."""
    if not text[start : start + 4].strip()[1:2].isupper():  # two capitals, or no heading
        return start
    run = _HEADING.match(text, start)
    if run is None:
        return start
    stop = run.end()
    while (tail := _HEADING_TAIL.search(text, start, stop)) is not None:
        stop = tail.start()
    heading = text[start:stop].rstrip()
    behind = text[stop : stop + 40].lstrip(_OPENERS + " ")[:1]
    if len(_LONG_WORD.findall(heading)) < _LONG_WORDS or not (behind.isupper() or behind.isdigit()):
        return start
    if (mark := _SPACED_MARK.match(text, stop)) is not None:
        stop = mark.end()
    _add(found, text, start, stop)
    return stop


def _add(found: list[Span], text: str, start: int, stop: int) -> None:
    piece = text[start:stop]
    bare = piece.strip()
    if not bare:
        return
    start += len(piece) - len(piece.lstrip())
    if found and not any(map(str.isalnum, bare)):  # stray marks belong to the sentence before
        found[-1] = as_span((found[-1].start, start + len(bare)))
    else:
        found.append(as_span((start, start + len(bare))))


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
    if not _starts_sentence(rest) and (closed or not _follows_verb(text, mark, rest)):
        return None
    return stop if closed or not _is_short(text, mark) else None


def _past_closers(text: str, at: int) -> int:
    """Past closing quotes and brackets. A straight mark with an odd number before it closes; else it opens."""
    while at < len(text):
        here = at
        while here < len(text) and text[here] == " ":
            here += 1
        if text.startswith("''", here):
            if not _pair_closes(text, here, here > at):
                return at
            at = here + 2
        elif here == len(text) or text[here] not in _CLOSERS or not _closes(text, here, here > at):
            return at
        else:
            at = here + 1
    return at


def _pair_closes(text: str, at: int, spaced: bool) -> bool:
    """Whether two apostrophes that stand for a quotation mark close one."""
    if not spaced or text[at + 2 : at + 3] in ("", "\n"):
        return True
    return text.count("''", 0, at) % 2 == 1 and not text[at + 2 : at + 3].isalnum()


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
    head = rest.lstrip(_OPENERS + _BULLETS)[:1] or rest[:1]
    return head.isupper() or head.isdigit() or rest[0] in _OPENERS and not head.islower()


def _follows_verb(text: str, mark: re.Match[str], rest: str) -> bool:
    """Whether a sentence that ends in its verb stands before the mark, and one in small letters behind it."""
    if mark.group() != "." or not _VERB_END.search(text, max(0, mark.start() - 12), mark.start()):
        return False
    word = _WORD.match(" " + rest)
    return word is not None and word.group(1).islower() and lower(word.group(1)) not in openers("reports")


def _may_be_glued(text: str, mark: re.Match[str], rest: str) -> bool:
    """Whether a mark without a space behind it ends a sentence: ``dedi.Başkan`` does, ``www.aa`` does not."""
    before = text[max(0, mark.start() - 3) : mark.start()]
    if len(before) < 3 or not (before.isalpha() and before[-2:].islower()):
        return False
    if rest[:1].isdigit():
        verbal = _VERB_END.search(text, max(0, mark.start() - 12), mark.start()) is not None
        return bool((_GLUED_NUMBER if verbal else _GLUED_YEAR).match(rest)) and not _is_short(text, mark)
    head = rest.lstrip(_OPENERS)
    return bool(head) and head[0].isupper() and bool(_GLUED.match(head)) and "@" not in rest.split(" ", 1)[0]


def _is_short(text: str, mark: re.Match[str]) -> bool:
    """Whether the full stop belongs to an abbreviation, an initial or an ordinal."""
    if mark.group() != ".":
        return False
    found = _BEFORE.search(text, max(0, mark.start() - 25), mark.start())
    if found is None:
        return False
    word = found.group().rstrip(".").lstrip("'’")
    if word.isdigit():
        return len(word) <= _LONGEST_ORDINAL and not _ends_number(text, found.start(), mark.end())
    if _INITIALS.fullmatch(word):
        return word.isupper() or len(word) > 1 or text[mark.end() :].lstrip()[:1].isdigit()
    return bool(_ROMAN.fullmatch(word)) or lower(word.rpartition(".")[2]) in abbreviations()


def _ends_number(text: str, start: int, stop: int) -> bool:
    """Whether digits before a full stop are no ordinal: they end ``12,5.`` or a share, or a sentence begins behind."""
    if start > 0 and text[start - 1] in ",.:/%":
        return True
    if _SHARE.search(text, max(0, start - 8), start):
        return not text[stop:].lstrip()[:1].isdigit()  # "yüzde 1. 2" is a torn 1,2
    follower = _WORD.match(text, stop)
    return follower is not None and lower(follower.group(1)) in openers("begins")
