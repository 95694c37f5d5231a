"""The words of a Turkish sentence.

A word keeps its suffix behind the apostrophe (``Tasmagambetov'u``, ``22.01.2023'te``, ``12,5'i``) and its hyphen
(``Su-35``, ``Kardeşlik-2023``); two names joined by a hyphen (``Rusya-Ukrayna savaşı``) and both ends of a range
(``30 Ekim-9 Kasım``, ``22-23``) are words of their own.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from haberci.core.span import Span, as_span
from haberci.languages.tr.casing import lower
from haberci.languages.tr.sentences import abbreviations

_LETTER: Final = r"[^\W\d_]"
# no suffixes: the mark before them closes speech
_SPEECH: Final = (
    r"(?:(?:dedi(?:ler)?|diye|diyen|diyerek|demişti|denildi|şeklinde|sözleriyle)(?![^\W_])|ifade(?:sini|lerini))"
)
_TAIL: Final = rf"(?:['’‘`´\x91\x92](?!{_SPEECH}){_LETTER}+)?"
_MAIL: Final = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"  # an address of a person
_SITE: Final = (  # a page that goes by its address: 24.kg, News.am'e
    rf"(?:[A-Za-z0-9][\w-]*\.)+(?:com|net|org|info|gov|edu|tv|kg|kz|uz|tj|tm|am|az|ge|ru|ua|by|ir|tr|eu)(?!\w){_TAIL}"
)
_OTHERS: Final = rf"""
    ({_LETTER}+)(?=[\s,;])                          # most words
  | {_SITE}
  | (?:https?://|www\.)\S+[^\s.,;:!?"”'’)]       # an address of a page
  | \d{{4}}-\d{{2}}-\d{{2}}(?!\w)                  # 2023-01-22
  | [%‰]?\d+(?:[.,:/]\d+)*(?:{_LETTER}+)?{_TAIL}(?:\.(?=\s+\w))?   # 3.500, 17.30'da, 22.01.2023'te, 27.
  | (?:{_LETTER}\.){{2,}}(?:{_LETTER}(?![^\W_]))?{_TAIL}           # T.C., A.B.D.'nin
  | [^\W_][\w\u0300-\u036f]*(?:[-‐](?=\w)\w[\w\u0300-\u036f]*)*{_TAIL}   # words, Su-35'ler
  | \.\.+|…
  | [^\s]
"""
_WORD: Final = re.compile(_OTHERS, re.VERBOSE)
_WORD_OR_MAIL: Final = re.compile(rf"(?!https?://|www\.){_MAIL} | {_OTHERS}", re.VERBOSE)
_HYPHEN: Final = re.compile(r"[-‐]")
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_NAME_OPENINGS: Final = frozenset(
    "al el es eş et ed en er ez ul bin ibn ben van von de le la jean marie anne frank hans".split()
)
_MIN_NAME: Final = 4
_SHORT_NAMES: Final = frozenset(  # who deals with others: "ABD-Çin", "AKP-CHP"
    "abd ab bae bm çad çin fas imf rus xi akp chp mhp hdp bdp dtp dsp dyp anap ak".split()
)
_MONTHS: Final = frozenset("ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık".split())


def words(text: str) -> list[Span]:
    """The words and marks of one sentence."""
    size = len(text)
    if "@" in text:  # nearly no text has an address
        return _found(_WORD_OR_MAIL, text, 0, size)
    found: list[Span] = []
    start = 0
    for piece in text.split(" "):  # most words are letters between two spaces, and need no pattern
        stop = start + len(piece)
        if piece.isalpha():
            found.append(as_span((start, stop)))
        elif piece[:-1].isalpha() and (piece[-1] in ",;" or (piece[-1] == "." and stop == size)):
            found += (as_span((start, stop - 1)), as_span((stop - 1, stop)))
        elif "." in piece:
            found += _found(_WORD, text, start, stop)
        elif piece:
            found += [as_span((start + first, start + last)) for first, last in _piece(piece)]
        start = stop + 1
    return found


@lru_cache(maxsize=16384)
def _piece(piece: str) -> tuple[Span, ...]:
    """The words and marks between two spaces, where no full stop stands on which what follows has a say."""
    return tuple(_found(_WORD, piece, 0, len(piece)))


def _found(pattern: re.Pattern[str], text: str, start: int, stop: int) -> list[Span]:
    """The words between two places with white space around them; what stands behind them has a say, too."""
    found: list[Span] = []
    while (match := pattern.search(text, start)) is not None and match.start() < stop:
        start, end = match.span()
        if not match.lastindex:  # else letters alone, and no full stop behind them
            word = match.group()
            if len(word) > 2 and ("-" in word or "‐" in word) and not _DAY.fullmatch(word):
                found += _parts(word, start)
                start = end
                continue
            if word[-1].isalpha() and text[end : end + 1] == "." and _keeps_stop(text, word, end):
                end += 1
        found.append(as_span((start, end)))
        start = end
    return found


def _keeps_stop(text: str, word: str, stop: int) -> bool:
    """Whether the full stop behind the word is a part of it: an abbreviation or initial with more text behind it."""
    if text[stop + 1 : stop + 2] == "." or not text[stop + 1 :].strip(" \"”’')"):
        return False
    return lower(word) in abbreviations() or (len(word) == 1 and word.isupper())


def _parts(word: str, start: int) -> list[Span]:
    """A hyphenated word whole, or its two names or ends of a range and the hyphen between them."""
    left, hyphen, right = _cut(word)
    if not (left and right) or not _stand_apart(left, right):
        return [Span(start, start + len(word))]
    middle = start + len(left)
    tail = middle + len(hyphen)
    rest = _parts(right, tail) if _HYPHEN.search(right) else [Span(tail, tail + len(right))]
    return [Span(start, middle), Span(middle, tail), *rest]


def _cut(word: str) -> tuple[str, str, str]:
    found = _HYPHEN.search(word)
    return (word, "", "") if found is None else (word[: found.start()], found.group(), word[found.end() :])


def _stand_apart(left: str, right: str) -> bool:
    if right[0].isdigit():
        return left[-1].isdigit() and left[0].isdigit() or lower(left) in _MONTHS
    if lower(left) in _MONTHS and lower(right.split("'")[0]) in _MONTHS:
        return True
    names = lower(left), lower(right.split("'")[0])
    if any(len(name) < _MIN_NAME and name not in _SHORT_NAMES for name in names) or names[0] in _NAME_OPENINGS:
        return False
    return left[0].isupper() and right[0].isupper()
