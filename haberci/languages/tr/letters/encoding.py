"""Characters that came in another shape: HTML entities, UTF-8 or Turkish Windows text read in the wrong code page,
letters whose marks stand apart, ligatures, soft hyphens and signs without width. All of it is told by the characters
themselves, each kind on the text that the one before left, so that one damage may lie upon another.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import Final

from haberci.core.span import Edit, apply_edits
from haberci.languages.tr.letters.entities import entity_edits
from haberci.languages.tr.letters.misread import misread_edits
from haberci.languages.tr.letters.tokens import Part, letter_words
from haberci.languages.tr.letters.two_steps import in_one_step

# Quotation marks and dashes of the Windows pages, read as Latin-1. U+0085 is left: it breaks lines.
_CONTROLS: Final = dict(zip("\x91\x92\x93\x94\x95\x96\x97", "‘’“”•–—", strict=True))
_CONTROL: Final = re.compile("[\x91-\x97]")
_CP1254: Final = {"þ": "ş", "Þ": "Ş", "ð": "ğ", "Ð": "Ğ", "ý": "ı", "Ý": "İ"}
_ICELANDIC: Final = re.compile("[" + "".join(_CP1254) + "]")
_WINDOWS: Final = re.compile("[\x91-\x97" + "".join(_CP1254) + "]")
_COMBINED: Final = re.compile("[A-Za-zıİ][\u0300-\u0304\u0306-\u030c\u0327\u0328]+")
_WIDTHLESS: Final = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_WITHIN: Final = re.compile(f"(?<=\\w)[{_WIDTHLESS}]+(?=\\w)")
_HIDDEN: Final = re.compile(f"(?<=[^\\s{_WIDTHLESS}])[{_WIDTHLESS}]+|[{_WIDTHLESS}]+(?=[^\\s{_WIDTHLESS}])")
_LIGATURE: Final = re.compile("[ﬀﬁﬂﬃﬄﬅﬆ]")
_SUSPICIOUS: Final = re.compile(f"[&ÃÄÅâÂþðýÞÐÝ\x80-\x9f\u0300-\u036fﬀ-ﬆ{_WIDTHLESS}]")  # no damage is without one
_LINE: Final = re.compile("[^\n\r]+")
_MARKS: Final = "şğıŞĞİ"
_LATIN_END: Final = 0x370
_PUNCTUATION: Final = range(0x2010, 0x2040)
TURKISH_SHARE: Final = 0.5  # of the words that hold þ ð ý must be Turkish when these are read as ş ğ ı

IsTurkish = Callable[[str], bool]


def encoding_edits(raw: str, is_turkish: IsTurkish) -> tuple[Edit, ...]:
    """The repairs of characters, in order. ``is_turkish`` says whether a word is a Turkish one as it stands."""
    if (raw.isascii() and "&" not in raw) or _SUSPICIOUS.search(raw) is None:
        return ()
    edits: tuple[Edit, ...] = ()
    text = raw
    for step in (entity_edits, misread_edits, _apart, _cut, lambda now: _windows(now, is_turkish)):
        found = step(text)
        if found:
            edits = in_one_step(raw, edits, found)
            text = apply_edits(raw, edits)
    return edits


def _apart(text: str) -> list[Edit]:
    """Letters whose marks stand apart, and dots that were set on an i once more."""
    if text.isascii() or (unicodedata.is_normalized("NFC", text) and "\u0307" not in text):
        return []
    found = []
    for match in _COMBINED.finditer(text):
        letters = match.group().replace("ı\u0307", "i").replace("i\u0307", "i").replace("İ\u0307", "İ")
        composed = unicodedata.normalize("NFC", letters)
        if len(composed) == 1:
            found.append(_edit(match, composed, "letters.combining"))
    return found


def _cut(text: str) -> list[Edit]:
    """Soft hyphens and signs without width, and ligatures. A text whose words none of them cuts may mean them."""
    if text.isascii():
        return []
    cuts = "\ufeff" in text or _WITHIN.search(text) is not None
    hidden = [m for m in _HIDDEN.finditer(text) if _is_latin(text, m.start(), m.end())] if cuts else []
    found = [_edit(m, "", "letters.hyphen" if "\u00ad" in m.group() else "letters.widthless") for m in hidden]
    ligatures = _LIGATURE.finditer(text)
    return sorted(found + [_edit(m, unicodedata.normalize("NFKC", m.group()), "letters.ligature") for m in ligatures])


def _is_latin(text: str, start: int, stop: int) -> bool:
    """Whether what stands around is of a script that needs no signs without width, as Arabic and pictures do."""
    around = text[start - 1 : start] + text[stop : stop + 1]
    return all(ord(sign) < _LATIN_END or ord(sign) in _PUNCTUATION for sign in around)


def _windows(text: str, is_turkish: IsTurkish) -> list[Edit]:
    """Turkish Windows text read as Latin-1, line by line; not where a mark of Turkish stands."""
    if _WINDOWS.search(text) is None:
        return []
    found: list[Edit] = []
    for match in _LINE.finditer(text):
        line = match.group()
        if not any(mark in line for mark in _MARKS):
            found += _icelandic(Part(line, match.start()), is_turkish)
            found += [_edit(m, _CONTROLS[m.group()], "letters.quotes", match.start()) for m in _CONTROL.finditer(line)]
    return sorted(found)


def _icelandic(line: Part, is_turkish: IsTurkish) -> Iterator[Edit]:
    """þ ð ý are Icelandic, too: only where most words with them are Turkish."""
    table = str.maketrans(_CP1254)
    words = [w.text.translate(table) for w in letter_words(line.text) if _ICELANDIC.search(w.text)]
    if words and sum(map(is_turkish, words)) >= TURKISH_SHARE * len(words):
        for match in _ICELANDIC.finditer(line.text):
            yield _edit(match, _CP1254[match.group()], "letters.cp1254", line.start)


def _edit(match: re.Match[str], after: str, reason: str, start: int = 0) -> Edit:
    return Edit(start + match.start(), start + match.end(), match.group(), after, reason)
